"""Read articles from files, folders, web archives and tables."""
