"""What grammar rules out: candidates that cannot have said a quote, whatever speaks for them.

The trees weigh rules, and a subject weighs much. Where a construction leaves one reading only, the
others are no candidates: of *X said Y had told her: “…”* it is Y, of *X denied a report in the Y
that …* it is Y, and beside a sentence of what X does it is not nobody.
"""

from __future__ import annotations

import regex

from quoteattr.attribute.document import Candidate, Document, Quote
from quoteattr.detect.pattern import encode
from quoteattr.detect.row_regex import ADVERBIALS, ASIDE, MENTION, TO_VERB, group, one_of

Candidates = tuple[Candidate | None, ...]

#: *X said Y had told her: “…”*: the verb right before the quote is that of Y
_INNER = regex.compile(
    (MENTION + ASIDE + TO_VERB + one_of("CUE|OTHER_WORD"))
    + f"(?:{one_of('OBJECT_PRONOUN|NAME|NOMINAL')}(?={one_of('COMPLEMENTIZER')}|{MENTION}))?"
    + (encode("{COMPLEMENTIZER}?") + group("speaker", "NAME|PRONOUN|NOMINAL"))
    + encode("({PREPOSITION} {NAME|NOMINAL})?")
    # behind a comma a participle is that of the subject: *X thanked Y, adding: “…”*
    + f"(?:{ASIDE}{TO_VERB}{encode('{SUBORDINATOR}? {SAYING}')}"
    + f"|{ADVERBIALS}{one_of('SAYING_PARTICIPLE')})"
    + encode("({PREPOSITION}? {OBJECT_PRONOUN|NAME|NOMINAL} | {COMPLEMENTIZER})? {COMMA|COLON}$")
)
#: the rest of the clause up to the quote, with no other verb that reports
_REST = (
    f"{one_of('COMPLEMENTIZER')}(?={one_of('NAME|NOMINAL|PRONOUN')})"
    f"{one_of('^END|QUOTE|SAYING|REPORTING|RELATIVE')}*+$"
)
#: *X denied Y’s claim that … “…”*, *X denied a report in the Y that … “…”*
_POSSESSED = regex.compile(
    group("speaker", "NAME|NOMINAL")
    + encode("{POSSESSIVE} {OTHER_WORD|PAST_FORM|ADVERB}{0,2}")
    + (group("noun", "CUE_NOUN|SPEAKING_NOMINAL") + _REST)
)
_OF_OTHERS = regex.compile(
    one_of("CUE|PAST_FORM|OTHER_WORD")
    + (group("noun", "CUE_NOUN|SPEAKING_NOMINAL") + one_of("PREPOSITION|AGENT_MARKER"))
    + (group("speaker", "NAME|NOMINAL") + _REST)
)

_LETTER = regex.compile(r"\p{L}")
_LETTER_BACKWARDS = regex.compile(r"(?r)\p{L}")
#: beside a quote that is a sentence, a sentence of what somebody does
_BEAT_BEFORE = regex.compile(
    encode("(^ | {END}) {NAME|PRONOUN|SPEAKING_NOMINAL}") + rf"{one_of('^END|QUOTE')}++\.$"
)
_BEAT_AFTER = regex.compile(
    encode("{SENTENCE_END}?")
    + (group("speaker", "NAME|PRONOUN|SPEAKING_NOMINAL") + TO_VERB)
    + one_of("PAST_FORM|OTHER_WORD|ING_FORM")
    + (f"{one_of('^END|QUOTE|CUE')}*+" + one_of("END"))
)
#: chunks before a quote in which such a sentence may begin
_BEAT = 40


def possible(document: Document, quote: Quote, candidates: Candidates) -> Candidates:
    """The candidates that can have said a quote; all of them where grammar does not tell.

    Args:
        document: where the quote stands.
        quote: the quote.
        candidates: its candidates, nobody last.
    """
    if quote.clause:
        return candidates
    chunk = _settled_by_clause(document, quote)
    if chunk is None:
        return _beside_beat(document, quote, candidates)
    own = tuple(c for c in candidates if c is not None and c.chunk == chunk)
    return own or candidates


def _settled_by_clause(document: Document, quote: Quote) -> int | None:
    """The chunk of the only mention that the construction before or after the quote allows."""
    start, end = quote.first - len(quote.frame.left), quote.first
    inner = _INNER.search(document.tags, start, end)
    if inner:
        return inner.start("speaker")
    for pattern in (_POSSESSED, _OF_OTHERS):
        match = pattern.search(document.tags, start, end)
        if match and _reports(document, match.start("noun")):
            return match.start("speaker")
    return None


def _reports(document: Document, i: int) -> bool:
    """The noun in chunk i reports, or is one for documents."""
    is_document = document.chunks.heads[i] in document.language.document_nouns
    return document.tags[i] == "K" or is_document


def _beside_beat(document: Document, quote: Quote, candidates: Candidates) -> Candidates:
    """The candidates of a quote that is a sentence beside what somebody does.

    *A locked the door. “Nobody leaves.”*: not nobody. *“Nobody leaves.” A locked the door.*: A.
    """
    tags, first = document.tags, quote.first
    alone = not quote.frame.left and not quote.frame.right.strip("./")
    if not alone or not _is_sentence(quote.text):
        return candidates
    after = _BEAT_AFTER.match(tags, quote.last + 1)
    if after and tags[first - 1 : first] in ("", "/"):
        own = tuple(c for c in candidates if c is not None and c.chunk == after.start("speaker"))
        return own or candidates
    before = _BEAT_BEFORE.search(tags, max(0, first - _BEAT), first)
    return candidates[:-1] or candidates if before else candidates


def _is_sentence(text: str) -> bool:
    """The words are a sentence, as far as their capital and their mark tell."""
    first, last = _LETTER.search(text), _LETTER_BACKWARDS.search(text)
    return bool(first and last and first[0].isupper() and set(".?!…") & set(text[last.end() :]))
