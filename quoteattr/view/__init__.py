"""Records to look at: HTML for notebooks and reports, and plots."""
