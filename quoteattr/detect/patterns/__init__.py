"""Patterns over the sequence of chunks: one notation, ``encode``, and two matchers.

An automaton (``pattern.py``) only tells whether a sequence matches, but reads each chunk once, even
for many patterns together (``pattern_set.py``), and no pattern can make it slow: the rules use it.
A regular expression (``row_regex.py``) also tells where a piece of the pattern is, such as the
speaker: the constructions and coreference use it. Its repetitions must be possessive or bounded.
"""
