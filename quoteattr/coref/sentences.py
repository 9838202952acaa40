"""The evidence in a mention's sentence: whether it is the subject, speaks, or is another one."""

from __future__ import annotations

from quoteattr.coref.entities.attributes import VERB_RIGHT, has_subject
from quoteattr.detect.alphabet import (
    COLON,
    COMMA,
    COMPLEMENTIZER,
    CONJUNCTION,
    CUE,
    END,
    NAME,
    NOMINAL,
    OBJECT_PRONOUN,
    PARAGRAPH_END,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    RELATIVE,
    SAYING,
    SENTENCE_EDGES,
    SENTENCE_END,
    SPEAKING_NOMINAL,
    STRAY_MARK,
)
from quoteattr.detect.chunks import Chunks
from quoteattr.detect.patterns.pattern import FARTHEST, RowPattern, encode, tags
from quoteattr.language.patterns import lazy_re

#: a verb follows the mention; it begins its sentence; the verb of saying precedes it
_BY_VERB, _BY_OPENING, _INVERTED = 1.0, 0.8, 1.8
#: it follows a preposition; its clause is subordinate
_OBLIQUE, _BY_CLAUSE = -1.0, 0.8
#: the mention is a question by itself
_BY_TOPIC = 2.0
_SAYS = RowPattern(
    encode(
        "({OPEN_BRACKET} {^END}{1,10} {CLOSE_BRACKET})? ({COMMA} {^END|QUOTE}{1,20} {COMMA})?"
        " {ADVERB|AUXILIARY}{0,2} {SAYING}"
    )
)
#: chunks between a subject and another argument of its verb, or of a participle beside it
_SAME_CLAUSE = RowPattern(
    encode(
        "({COMMA}? {CUE_PARTICIPLE})? {AUXILIARY|ADVERBIAL|COPULA}*"
        " {PAST_FORM|OTHER_WORD|REPORTING}?"
        " ({PREPOSITION|AGENT_MARKER|NUMBER|ADVERBIAL|NOMINAL|DETERMINER}{0,6})"
        " | {AUXILIARY|ADVERBIAL}* {COPULA} {AUXILIARY|ADVERBIAL|COPULA}*"
        " {CUE|PAST_FORM|OTHER_WORD} {QUOTE|PREPOSITION|NOMINAL|OTHER_WORD|DETERMINER}{0,6}"
        " {AGENT_MARKER}"
        # *called “…” by X and “…” by the mayor*
        " | {COMMA}? {CONJUNCTION} {SUBORDINATOR|DETERMINER}{0,2} {QUOTE} {AGENT_MARKER}"
    )
)
#: after a subject: an aside, and a word that may be a verb
_OTHER_VERB = RowPattern(encode("({COMMA} {^END|QUOTE|COMMA}{1,12} {COMMA})? {OTHER_WORD}"))
_CUES = frozenset(CUE)
#: in order: *Ida Berg's*, *the airline's*
_OWNERS = frozenset(owner + POSSESSIVE for owner in NAME + NOMINAL)
#: a subordinate clause, a prepositional phrase or an adverb at the start of a sentence, up to its
#: comma; its maximum number of chunks
_FRONTED = lazy_re(
    encode("(^ | {END}) ({ADVERB|SUBORDINATOR}{0,2} {SUBORDINATOR} {NAME|PRONOUN|NOMINAL}")
    + encode(" | {PREPOSITION|ADVERBIAL}) {^END|COMMA|QUOTE}* {COMMA}$")
)
_FRONT = 24
#: chunks between a quote and the verb of saying after it
_QUOTED = (QUOTE, COMMA, STRAY_MARK)
#: the start of a report that stands before who says it: also of a relative clause, *who, | he said*
_REPORT_BOUNDS = END + SAYING + COLON + RELATIVE + COMPLEMENTIZER
#: tags of a subject, and tags at the start of a clause before it
SUBJECTS = tags("NOUN_PHRASE|PRONOUN")
_CLAUSE_OPENINGS = tags("COMPLEMENTIZER|SUBORDINATOR")


class Sentences:
    """Reads the sentences of the mentions of one article, each mention once."""

    def __init__(self, text: str, chunks: Chunks) -> None:
        self._text, self._chunks, self._tags = text, chunks, chunks.tags
        #: cached: used in both passes and by each later mention
        self._saying: dict[int, bool] = {}
        self._subjecthoods: dict[int, float] = {}

    def in_sentence(self, k: int, i: int) -> bool:
        """Whether no sentence ends between the chunks k and i."""
        between = self._tags[k:i]
        return SENTENCE_END not in between and PARAGRAPH_END not in between

    def says(self, i: int) -> bool:
        """Whether the mention is the subject of a verb of saying: *said NAME*, *NAME also said*."""
        if i not in self._saying:
            says = self._inverted(i) or _SAYS.begins(self._tags, i + 1, i + FARTHEST)
            self._saying[i] = says
        return self._saying[i]

    def disjoint(self, k: int, i: int) -> bool:
        """Whether the sentence shows that the nominal in chunk i is not the mention in chunk k.

        It is another argument of the same verb, *X backed the bank*, or says words that name the
        other: *“X is a genius,” said the pensioner*.
        """
        between = self._tags[k + 1 : i]
        if _SAME_CLAUSE.fullmatch(between):
            return True
        inverted = self._tags[i - 1 : i] == SAYING and self._tags[i - 2 : i - 1] in _QUOTED
        return inverted and self.in_sentence(k, i)

    def report_before(self, i: int) -> range:
        """The chunks of what the mention in chunk i says, before it: *Berg is ill, | she said*.

        A name in it is somebody else’s (Condition C of Chomsky 1981).
        """
        if self._tags[i - 1 : i] not in _QUOTED or not self.says(i):
            return range(0)
        start = i - 1
        while start and self._tags[start - 1] not in _REPORT_BOUNDS:
            start -= 1
        return range(start, i - 1)

    def is_subject(self, i: int) -> bool:
        """Whether the mention is more like a subject than not."""
        return self.subjecthood(i) > 0

    def subjecthood(self, i: int) -> float:
        """How much the mention is like the subject of its sentence."""
        if i not in self._subjecthoods:
            self._subjecthoods[i] = self._rate_as_subject(i)
        return self._subjecthoods[i]

    def _rate_as_subject(self, i: int) -> float:
        """The score of the mention as a subject, by the chunks around it."""
        tags = self._tags
        before, after = tags[i - 1] if i else PARAGRAPH_END, tags[i + 1 : i + 2]
        if tags[i] == OBJECT_PRONOUN:
            return 0.0  # it refers to the person in focus, at any position
        if before == PREPOSITION and not self._follows_adverb(i):
            return _OBLIQUE
        if after == POSSESSIVE:
            return 0.0
        if self._inverted(i):
            return _INVERTED
        if self._asks(i):
            return _BY_TOPIC
        opens = before in END or self._is_main_subject(i)
        verb = self._verb_follows(i) or (opens and self._may_act(i))
        clause = before in _CLAUSE_OPENINGS or (verb and before in CUE)
        return _BY_OPENING * opens + _BY_VERB * verb - _BY_CLAUSE * clause

    def _is_main_subject(self, i: int) -> bool:
        """Whether the mention is a subject of a main clause that does not begin its sentence."""
        return self._follows_fronted(i) or self._follows_owner(i) or self._ends_report(i)

    def _may_act(self, i: int) -> bool:
        """Whether a verb that no table has may follow: *a neighbour shook …*, *NAME, 34, wept*.

        The mention is a name, or a person without a possessive.
        """
        if not _OTHER_VERB.begins(self._tags, i + 1, i + FARTHEST):
            return False
        if self._tags[i] == NAME:
            return True
        first = self._text[slice(*self._chunks.mention(i))].split(None, 1)[0].lower()
        return self._tags[i] == SPEAKING_NOMINAL and first not in self._chunks.language.possessives

    def _inverted(self, i: int) -> bool:
        """Whether the verb of saying before the mention belongs to it: no other verb follows."""
        if self._tags[i - 1 : i] != SAYING or has_subject(self._tags, i - 1):
            return False
        quoted = self._tags[max(0, i - 3) : i - 1].rstrip(COMMA)[-1:] in _QUOTED
        return quoted or not self._verb_follows(i)

    def _verb_follows(self, i: int) -> bool:
        """Whether a verb follows the mention, as after a subject."""
        return VERB_RIGHT.begins(self._tags, i + 1, i + FARTHEST)

    def _asks(self, i: int) -> bool:
        """Whether the name is a question by itself, *And NAME?*: what follows is about it."""
        before = self._tags[max(0, i - 2) : i].rstrip(CONJUNCTION)
        opens = not before or before[-1] in END
        end = self._chunks.ends[i]
        return opens and self._tags[i] == NAME and self._text[end : end + 1] == "?"

    def _follows_adverb(self, i: int) -> bool:
        """Whether *outside* before the name is an adverb, since its verb follows the name."""
        opens = self._tags[max(0, i - 2) : i - 1] in SENTENCE_EDGES
        return opens and self._tags[i + 1 : i + 2] in _CUES

    def _follows_owner(self, i: int) -> bool:
        """Whether only the owner of the nominal precedes it in its sentence: *NAME's widow*."""
        before, opens = self._tags[max(0, i - 2) : i], self._tags[max(0, i - 3) : max(0, i - 2)]
        return before in _OWNERS and opens in SENTENCE_EDGES

    def _ends_report(self, i: int) -> bool:
        """Whether the mention says all that precedes it: *it was late, NAME said*."""
        before, after = self._tags[max(0, i - 1) : i], self._tags[i + 1 : i + 3]
        return before == COMMA and after[:1] == SAYING and after[1:] in SENTENCE_EDGES

    def _follows_fronted(self, i: int) -> bool:
        """Whether the mention is the subject after a fronted clause: *When A left, NAME rose*."""
        if self._tags[i - 1 : i] != COMMA:
            return False
        return _FRONTED.search(self._tags, max(0, i - _FRONT), i) is not None
