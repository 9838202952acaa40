"""Records and groups to look at: HTML for notebooks and reports, the terminal, and plots."""
