"""Train the model on annotated articles, and measure it by cross-validation."""
