"""Find clauses that nobody says: *replays suggested that …*, *Berg is said to be ill*.

What a thing shows is nobody's speech. Speakers take the same verbs (*the mayor suggested that …*),
so the subject decides. A report or a poll has an author, who states what it shows; a picture, a
scan or a number has none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import takewhile

from quoteattr.attribute.clauses.reported import ReportedClause
from quoteattr.detect.alphabet import (
    COMMA,
    COMPLEMENTIZER,
    CUE,
    CUE_PARTICIPLE,
    END,
    NOUN_PHRASE,
    OTHER_NOMINAL,
    QUOTE,
)
from quoteattr.detect.patterns.pattern import encode, tags
from quoteattr.detect.token import tag_at, word_at
from quoteattr.language.patterns import lazy_regex

#: tags between a noun and its verb: *data now clearly show*
_BEFORE_VERB = frozenset(tags("AUXILIARY|ADVERBIAL"))
#: before a cue: a form of *be*, and the maximum number of chunks of the verb
_PASSIVE, _VERB = lazy_regex(encode("{COPULA} {ADVERBIAL}*$")), 4
#: tags of the words between a reaction and a noun for talk, and their maximum number
_MODIFYING, _MODIFIERS = frozenset(tags("OTHER_WORD|ADVERB")), 2
_NOUN_PHRASES = frozenset(NOUN_PHRASE)
#: tags that show that a sentence reports speech
_REPORTS = frozenset(CUE + CUE_PARTICIPLE + QUOTE)


def is_evidence(clause: ReportedClause) -> bool:
    """Whether a clause states what a thing or an event shows.

    Args:
        clause: a reported clause. One with words in quotation marks is always speech.
    """
    language, cue_words = clause.language, clause.cue_words
    shows = not language.all_forms(language.showing).isdisjoint(cue_words)
    reveals = shows or not language.all_forms(language.revealing).isdisjoint(cue_words)
    if clause.quoted or not reveals:
        return False
    if not language.evidence.isdisjoint(_subjects(clause)):
        return True
    return shows and (_is_inferred(clause) or _is_of_thing(clause))


def is_hearsay(clause: ReportedClause) -> bool:
    """Whether a clause tells what others, not named, say: *Berg is said to be ill*.

    Also *with Berg reported to be ill*, *Berg spoke after claims that he was ill*.

    Args:
        clause: a reported clause. One with words in quotation marks is always speech.
    """
    if not clause.quoted and _is_talk(clause):
        return True
    language, verb = clause.language, clause.cue_chunks.stop - 1
    opens = clause.tokens[0].word if clause.tokens else ""
    raising = not language.all_forms(language.raising).isdisjoint(clause.cue_words)
    if clause.quoted or opens not in language.infinitive or not raising:
        return False
    row, heads = clause.document.tags, clause.document.chunks.heads
    subject = verb - 1
    opens_absolute = subject > 0 and heads[subject - 1] in language.absolute
    absolute = opens_absolute and row[subject] in _NOUN_PHRASES
    return absolute or _PASSIVE.search(row, max(0, verb - _VERB), verb) is not None


def _is_talk(clause: ReportedClause) -> bool:
    """Whether nouns for talk, nobody's in particular, introduce it: *amid new claims that*.

    They follow a preposition or verb of a reaction; *her claims that* are hers.
    """
    tokens, language = clause.document.tokens, clause.language
    noun = bisect_left(tokens.starts, clause.spans[0].start) - 1
    noun -= tag_at(tokens, noun) == COMPLEMENTIZER
    if word_at(tokens, noun) not in language.hearsay:
        return False
    before = (tokens[i] for i in range(noun - 1, max(-1, noun - 2 - _MODIFIERS), -1))
    link = next((token for token in before if token.tag not in _MODIFYING), None)
    return link is not None and link.word in language.provoking


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
