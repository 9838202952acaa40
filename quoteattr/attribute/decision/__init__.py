"""The decision who speaks a quote: constraints, trees, confidence."""
