"""The contract of a language, a module for each kind of table; ``language.py`` joins them."""
