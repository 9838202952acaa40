"""Compare records with annotated articles: gold annotations, scores, the report."""
