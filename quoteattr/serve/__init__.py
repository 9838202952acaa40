"""The web server: a JSON interface, and pages to read, correct and search articles.

``quoteattr serve`` starts it. It needs the extra ``serve``; nothing else in the package imports it.
"""
