"""Tables of endings, contractions, abbreviations and variants of spelling."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from quoteattr.language.tables import Words


@frozen(eq=False, repr=False, slots=False, kw_only=True)
class SpellingTables:
    """Tables of endings, contractions, abbreviations and variants of spelling."""

    #: tokens that may follow an apostrophe: *’s*, *’ve*; empty after a plural
    endings: Words = frozenset()
    #: endings that are possessive: *’s*; empty for the apostrophe alone
    possessive_endings: Words = frozenset()
    #: letters after which an apostrophe often ends a word: *the girls’*, *James’*, *goin’*
    apostrophe_after: Words = frozenset()
    #: words without their first letters, which an apostrophe replaces: *’em*, *’til*, *rock ’n’
    #: roll*
    clipped: Words = frozenset()
    #: endings of most plurals
    plural_suffixes: tuple[str, ...] = ()
    #: endings of most past forms
    past_suffixes: tuple[str, ...] = ()
    #: endings of verbs in the third person
    third_person_suffixes: tuple[str, ...] = ()
    #: abbreviations that end in a full stop and do not end the sentence
    abbreviations: Words = frozenset()
    #: abbreviations that are words without a capital: *voted no.*
    capital_abbreviations: Words = frozenset()
    #: for a contraction its words, if its ending does not show them: *won’t*, will not
    contractions: Mapping[str, tuple[str, ...]] = field(factory=dict)
    #: for an ending after an apostrophe its words: *’ll*, will; none if ambiguous: *’s*
    contracted: Mapping[str, tuple[str, ...]] = field(factory=dict)
    #: for a word other spellings of it, as words: *two*, 2; *percent*, per cent
    spellings: Mapping[str, tuple[str, ...]] = field(factory=dict)
