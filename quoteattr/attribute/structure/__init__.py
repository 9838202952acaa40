"""What the structure of an article shows of who speaks: headings, tables, exchanges."""
