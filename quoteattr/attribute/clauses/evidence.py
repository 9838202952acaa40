"""Find clauses that nobody says: *replays suggested that …*, *Berg is said to be ill*.

What a thing shows is nobody's speech. Speakers take the same verbs (*the mayor suggested that …*),
so the subject decides. A report or a poll has an author, who states what it shows; a picture, a
scan or a number has none.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from quoteattr.attribute.clauses.reported import ReportedClause
from quoteattr.detect.alphabet import (
    COMMA,
    CUE,
    CUE_PARTICIPLE,
    END,
    NOUN_PHRASE,
    OTHER_NOMINAL,
    QUOTE,
)
from quoteattr.detect.patterns.pattern import encode, tags
from quoteattr.language import Language
from quoteattr.language.patterns import lazy_regex
from quoteattr.language.tables import Words

#: tags between a noun and its verb: *data now clearly show*
_BEFORE_VERB = frozenset(tags("AUXILIARY|ADVERBIAL"))
#: before a cue: a form of *be*, and the maximum number of chunks of the verb
_PASSIVE, _VERB = lazy_regex(encode("{COPULA} {ADVERBIAL}*$")), 4
_NOUN_PHRASES = frozenset(NOUN_PHRASE)
#: tags that show that a sentence reports speech
_REPORTS = frozenset(CUE + CUE_PARTICIPLE + QUOTE)


def _showing(language: Language) -> Words:
    """All forms of the verbs that say what any thing shows."""
    return language.all_forms(language.showing)


def _revealing(language: Language) -> Words:
    """All forms of the verbs that say what evidence shows."""
    return language.all_forms(language.showing | language.revealing)


def _raising(language: Language) -> Words:
    """All forms of the verbs whose passive tells what its subject does."""
    return language.all_forms(language.raising)


def is_evidence(clause: ReportedClause) -> bool:
    """Whether a clause states what a thing or an event shows.

    Args:
        clause: a reported clause. One with words in quotation marks is always speech.
    """
    language = clause.language
    if clause.quoted or language.derived(_revealing).isdisjoint(clause.cue_words):
        return False
    if not language.evidence.isdisjoint(_subjects(clause)):
        return True
    shows = not language.derived(_showing).isdisjoint(clause.cue_words)
    return shows and (_is_inferred(clause) or _is_of_thing(clause))


def is_hearsay(clause: ReportedClause) -> bool:
    """Whether an infinitive tells what others, not named, say of the subject.

    *Berg is said to be ill*, *with Berg reported to be ill*.

    Args:
        clause: a reported clause. One with words in quotation marks is always speech.
    """
    language, verb = clause.language, clause.cue_chunks.stop - 1
    opens = clause.tokens[0].word if clause.tokens else ""
    raising = not language.derived(_raising).isdisjoint(clause.cue_words)
    if clause.quoted or opens not in language.infinitive or not raising:
        return False
    row, heads = clause.document.tags, clause.document.chunks.heads
    absolute = row[verb - 1 : verb] in _NOUN_PHRASES and heads[verb - 2] in language.absolute
    return absolute or _PASSIVE.search(row, max(0, verb - _VERB), verb) is not None


def _is_inferred(clause: ReportedClause) -> bool:
    """Whether the verb is a participle after an event: *the keeper dived, suggesting that*.

    After reported speech the participle belongs to the speaker: *Berg spoke of talks, suggesting
    that*.
    """
    first, row = clause.cue_chunks.start, clause.document.tags
    if row[first - 1 : first] != COMMA or row[first] not in CUE_PARTICIPLE:
        return False
    sentence = takewhile(lambda i: row[i] not in END, range(first - 1, -1, -1))
    return not any(row[i] in _REPORTS for i in sentence)


def _is_of_thing(clause: ReportedClause) -> bool:
    """Whether the source is a thing and not a study: *the blood suggested that*."""
    document, source = clause.document, clause.attribution.chosen
    if source is None or document.tags[source.chunk] != OTHER_NOMINAL:
        return False
    return document.chunks.heads[source.chunk] not in document.language.studies


def _subjects(clause: ReportedClause) -> Iterator[str]:
    """The head of the source, and that of the noun right before the verb.

    *A scan of his knee showed*, *CCTV footage showed*.
    """
    chunks, source = clause.document.chunks, clause.attribution.chosen
    if source is not None:
        yield chunks.heads[source.chunk]
    i = clause.cue_chunks.start - 1
    while i >= 0 and chunks.tags[i] in _BEFORE_VERB:
        i -= 1
    if i >= 0:
        yield chunks.heads[i]
