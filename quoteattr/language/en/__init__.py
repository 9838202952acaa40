"""English: all that the package knows of the language."""
