"""Evidence for speakers in the structure of an article: headings, tables, exchanges."""
