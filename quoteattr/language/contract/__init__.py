"""The interface of a language, with a module for each kind of table; ``language.py`` joins them."""
