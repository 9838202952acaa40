"""Corrections in an archive: corrected quotes, reviews, merged names, and their file formats."""
