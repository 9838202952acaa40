"""Readers: from files, folders, web archives and tables to articles."""
