"""Records against annotated articles: gold annotations, scores, the report."""
