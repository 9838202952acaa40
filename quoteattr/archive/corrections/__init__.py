"""What people correct in an archive: corrections, reviews, merged names, and the files for it."""
