"""The server: a JSON interface, and pages on which a newsroom reads, corrects and searches.

``quoteattr serve`` starts it. It needs the extra ``serve``; nothing else in the package imports it.
"""
