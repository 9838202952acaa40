"""Display records, groups and audits: HTML for notebooks and reports, the terminal, and plots."""
