"""Many articles: the same quote across sources, and an archive of them in one file."""
