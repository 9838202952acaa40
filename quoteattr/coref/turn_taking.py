"""Turn-taking: decide to which of two people in a dialogue a pronoun next to a quote refers.

*NAME asked NAME where he had been. “At home,” he said. “Alone?” she asked.* The person who asked
does not answer, and the one who asked before asks again (adjacency pairs, Schegloff and Sacks
1973).
"""

from __future__ import annotations

from collections.abc import Iterator

import regex
from attrs import evolve, frozen

from quoteattr.coref.entities.entity import given_name_gender
from quoteattr.coref.entities.gender import personal_gender
from quoteattr.detect.alphabet import ANAPHOR, NAME, PARAGRAPH_END, PREPOSITION, SENTENCE_END
from quoteattr.detect.chunks import Chunks
from quoteattr.detect.patterns.pattern import FARTHEST, encode, tags
from quoteattr.detect.patterns.row_regex import (
    ADVERBIALS,
    ASIDE,
    POSSIBLE_SPEAKER,
    SUBJECT,
    TO_VERB,
    capture,
    one_of,
)
from quoteattr.language import Language
from quoteattr.language.patterns import lazy_re, lazy_regex
from quoteattr.language.tables import Words
from quoteattr.text import is_question

_SAYS = one_of("SAYING")
#: right after a quote: its speaker
_TAG_AFTER = lazy_regex(
    encode("{COMMA}? {STRAY_MARK}?")
    + f"(?:{SUBJECT}{_SAYS}"
    + f"|{encode('{ADVERB}?')}{_SAYS}{ADVERBIALS}(?P<speaker>{POSSIBLE_SPEAKER}))"
)
#: right before a quote: its speaker
_TAG_BEFORE = lazy_regex(
    SUBJECT + encode("{SAYING} {OBJECT_PRONOUN|NAME|SPEAKING_NOMINAL}? {COMMA|COLON}$")
)
#: the start of a question or an address
_OPENS = capture("opens", "SUBORDINATOR|COMPLEMENTIZER|RELATIVE")
_TOPIC_OPENS = capture("opens", "SUBORDINATOR|COMPLEMENTIZER|RELATIVE|PREPOSITION")
_ADDRESSER = capture("addresser", "NAME|PRONOUN|NOMINAL") + ASIDE + TO_VERB
#: a sentence in which one person addresses another
_ACTIVE = lazy_regex(
    _ADDRESSER
    + capture("verb", "SAYING")
    + capture("addressee", "NAME|NOMINAL|OBJECT_PRONOUN")
    + (ASIDE + ADVERBIALS + _TOPIC_OPENS)
)
_PASSIVE = lazy_regex(
    capture("addressee", "NAME|PRONOUN|NOMINAL")
    + (ASIDE + TO_VERB + encode("{COPULA} {AUXILIARY|ADVERB|COPULA}*") + "+")
    + (capture("verb", "SAYING") + encode("{AGENT_MARKER}") + capture("addresser", "NAME|NOMINAL"))
    + (ASIDE + _OPENS)
)
#: one person asks where another was, or wants to know
_INDIRECT = lazy_regex(
    _ADDRESSER
    + f"(?P<verb>{_SAYS}|{encode('{CUE} {PREPOSITION} {OTHER_WORD}')})"
    + capture("opens", "SUBORDINATOR|RELATIVE")
    + capture("addressee", "NAME|SPEAKING_NOMINAL")
)
#: a sentence before a quote in its paragraph: an act of its speaker
_ACTION = lazy_regex(
    encode("(^ | {PARAGRAPH_END})")
    + capture("speaker", "NAME|PRONOUN|SPEAKING_NOMINAL")
    + rf"{one_of('^END|QUOTE')}*+\.$"
)
#: after a quote: another one
_QUOTE_NEXT = lazy_re(encode("{SENTENCE_END}? {QUOTE}"))
#: between two turns: sentence ends, and at most one sentence of narration
_NEXT = lazy_regex(f"{one_of('END')}*+(?:{one_of('^END|QUOTE')}++{one_of('END')}++)?")
#: a phrase that opens a sentence, before its subject
_FRONTED = lazy_regex(
    one_of("^END|QUOTE|COMMA|CUE|CUE_NOUN|MENTION")
    + f"++{one_of('NAME|NOMINAL|CUE_NOUN')}{one_of('^END|QUOTE|CUE')}*+$"
)
#: number of chunks before a quote that may contain the words that introduce it
_TAG_REACH = 40
_ADDRESSES = (_ACTIVE, _PASSIVE, _INDIRECT)
#: the verbs of which each of them has one
_CUES = frozenset(tags("CUE"))
_END = lazy_re(one_of("END"))
#: a sentence without a quote, if an end follows
_SENTENCE = lazy_regex(f"{one_of('^END|QUOTE')}++")
#: the subject of an indirect question
_SUBJECT = lazy_regex(
    encode("{OTHER_WORD|ADVERB|OTHER_NOMINAL}{0,3}") + capture("speaker", "PRONOUN")
)


#: the subject of the clause after a question without marks: *When A asked B why, he said: “…”*
_MAIN_SUBJECT = lazy_regex(
    encode("{^END|QUOTE|COMMA}* {COMMA} {CONJUNCTION}? {ADVERBIAL}*")
    + capture("speaker", "PRONOUN")
)


@frozen
class Move:
    """A move of a dialogue: a quote, or a sentence in which one person addresses another.

    A quote includes the words that name its speaker. All numbers are chunks, end exclusive.
    """

    start: int
    end: int
    #: the mention of the speaker, and of the addressee
    speaker: int | None
    addressee: int | None = None
    #: whether it is a question; whether a verb of asking says so
    asks: bool = False
    inquires: bool = False
    #: whether it is a question directly before the next quote
    answered: bool = False


@frozen
class Expectation:
    """The likely speaker of a move, as far as the moves before show."""

    #: the mention of the likely speaker, and of the person who does not speak
    probable_speaker: int | None = None
    excluded_speaker: int | None = None


class TurnTaking:
    """The exchanges of an article: for the pronoun next to a quote, whose turn it is."""

    def __init__(self, text: str, chunks: Chunks) -> None:
        """Find the exchanges."""
        self._text, self._chunks, self._tags = text, chunks, chunks.tags
        self._language = chunks.language
        self._inquiring = self._language.all_forms(self._language.inquiring)
        self._expected: dict[int, Expectation] = {}
        if chunks.quote_chunks:
            self._read()

    def expected(self, i: int) -> Expectation | None:
        """The expected speaker of the pronoun in chunk i; None without an exchange."""
        return self._expected.get(i)

    def _read(self) -> None:
        """Find the moves, and the expectation that each creates for the next."""
        before: list[Move] = []
        for move in sorted([*self._quotes(), *self._addresses()], key=lambda move: move.start):
            follows = before and _NEXT.fullmatch(self._tags, before[-1].end, move.start)
            if not follows or self._is_another_occasion(move):
                before = []
            if move.speaker is None:
                move = evolve(move, speaker=_in_turn(before, move.asks))
            elif self._tags[move.speaker] in ANAPHOR and before:
                self._expect(before, move)
            before = [*before[-1:], move]

    def _is_another_occasion(self, move: Move) -> bool:
        """*Speaking to reporters later, she said: “…”*: an occasion opens the sentence."""
        if move.speaker is None:
            return False
        fronted = _FRONTED.match(self._tags, move.start, move.speaker)
        nouns = self._chunks.heads[move.start : move.speaker] if fronted else ()
        return not self._language.derived(_occasions).isdisjoint(nouns)

    # -- moves -------------------------------------------------------------------------------------

    def _quotes(self) -> Iterator[Move]:
        """The moves that are quotes; those of one speaker in one paragraph are joined."""
        moves = map(self._quote, self._chunks.quote_chunks)
        last = next(moves)
        for move in moves:
            within = move.start < last.end
            paragraph = self._tags.find(PARAGRAPH_END, last.end, move.start) < 0
            alone = move.speaker is None and not move.answered
            if within or (paragraph and alone):
                last = evolve(last, end=max(last.end, move.end), asks=move.asks)
            else:
                yield last
                last = move
        yield last

    def _quote(self, i: int) -> Move:
        """The move that is the quote in chunk i."""
        start, end = self._sentence(i)
        tag = _TAG_AFTER.match(self._tags, i + 1, end)
        tag = tag or _TAG_BEFORE.search(self._tags, max(start, i - _TAG_REACH), i)
        chunks = self._chunks
        asks = is_question(self._text[chunks.starts[i] : chunks.ends[i]])
        if tag is None:
            action = _ACTION.search(self._tags, max(0, i - _TAG_REACH), i)
            answered = asks and _QUOTE_NEXT.match(self._tags, i + 1) is not None
            speaker = action.start("speaker") if action else None
            return Move(start, end, speaker, asks=asks, answered=answered)
        inquires = not self._inquiring.isdisjoint(chunks.heads[slice(*tag.span())])
        return Move(start, end, tag.start("speaker"), asks=asks, inquires=inquires)

    def _sentence(self, i: int) -> tuple[int, int]:
        """The sentence of chunk i: its first chunk, and its end."""
        low, high = max(0, i - FARTHEST), min(i + FARTHEST, len(self._tags))
        start = (
            max(
                self._tags.rfind(SENTENCE_END, low, i),
                self._tags.rfind(PARAGRAPH_END, low, i),
                low - 1,
            )
            + 1
        )
        end = _END.search(self._tags, i, high)
        return start, end.start() if end else high

    def _addresses(self) -> Iterator[Move]:
        """The sentences without a quote in which one person addresses another."""
        for sentence in _SENTENCE.finditer(self._tags):
            # no sentence of prose is that long, and the search does not take linear time
            if sentence.end() - sentence.start() > FARTHEST:
                continue
            if _CUES.isdisjoint(sentence.group()):
                continue
            matches = (p.search(self._tags, *sentence.span()) for p in _ADDRESSES)
            match = next(filter(None, matches), None)
            if match is None or not self._addresses_somebody(match):
                continue
            one, other, asks = (
                match.start("addresser"),
                match.start("addressee"),
                self._inquires(match),
            )
            if _END.match(self._tags, sentence.end()):
                yield Move(*sentence.span(), one, other, asks=asks, inquires=asks)
            else:
                self._expect_answer(match, one, other, asks)
            subject = _SUBJECT.match(self._tags, match.end())
            if asks and subject:
                self._expected[subject.start("speaker")] = Expectation(other)

    def _expect_answer(self, match: regex.Match[str], one: int, other: int, asks: bool) -> None:
        """Record that the other answers in the sentence of a question: *…, he said: “…”*."""
        answerer = _MAIN_SUBJECT.match(self._tags, match.end())
        if asks and answerer:
            self._expected[answerer.start("speaker")] = Expectation(other, one)

    def _addresses_somebody(self, match: regex.Match[str]) -> bool:
        """Whether the verb addresses somebody; a verb of asking needs an indirect question."""
        opens = self._chunks.heads[match.start("opens")]
        if self._tags[match.start("opens")] == PREPOSITION:
            return opens in self._language.topical
        if self._inquires(match):
            return opens in self._language.question_words
        return self._chunks.heads[match.start("verb")] in self._language.telling

    def _inquires(self, match: regex.Match[str]) -> bool:
        """Whether the verb is one of asking, or *wants to know*."""
        first, last = match.start("verb"), match.end("verb") - 1
        heads, inquired = self._chunks.heads, self._language.inquired
        return heads[first] in self._inquiring or heads[last] in inquired

    # -- what they lead to expect ------------------------------------------------------------------

    def _expect(self, before: list[Move], move: Move) -> None:
        """Record who makes the move after the one or two before it, if these are known."""
        last = before[-1]
        if last.addressee is not None:
            probable = last.addressee if last.asks != move.asks else None
            excluded = last.speaker if last.asks and not move.asks else None
        else:
            other = _other(*before) if len(before) > 1 else None
            answers = last.asks and not move.asks and (last.inquires or other is not None)
            asks_again = move.asks and not last.asks and before[0].asks
            contrast = self._contrast(last, move) or self._returns(other, last, move)
            probable = other if answers or asks_again or contrast else None
            other_gender = contrast or (last.asks and self._differs(last, move))
            excluded = last.speaker if answers or other_gender else None
        if move.speaker is not None and (probable, excluded) != (None, None):
            self._expected[move.speaker] = Expectation(probable, excluded)

    def _contrast(self, last: Move, move: Move) -> bool:
        """Whether two moves belong to pronouns of different gender."""
        genders = {self._gender(last.speaker), self._gender(move.speaker)}
        return genders == {"m", "f"}

    def _differs(self, last: Move, move: Move) -> bool:
        """Whether a move's pronoun does not agree with the given name of the last speaker."""
        named, gender = self._named_gender(last.speaker), self._gender(move.speaker)
        return bool(named and gender) and named != gender

    def _returns(self, other: int | None, last: Move, move: Move) -> bool:
        """Whether a move's pronoun agrees with the other's given name, not with the last one's."""
        agrees = self._named_gender(other) == self._gender(move.speaker)
        return agrees and self._differs(last, move)

    def _named_gender(self, i: int | None) -> str:
        """The gender of the given name that begins the full name in chunk i, if it has one."""
        if i is None or self._tags[i] != NAME:
            return ""
        words = self._text[slice(*self._chunks.mention(i))].split()
        return given_name_gender(words[0], self._language) if len(words) > 1 else ""

    def _gender(self, i: int | None) -> str:
        """The gender of the pronoun in chunk i, if there is one."""
        return "" if i is None else personal_gender(self._chunks.heads[i], self._language)


def _other(first: Move, last: Move) -> int | None:
    """The addressee of the last of two moves: *A asked B about it. “Where?” she said.*."""
    asks_on = first.addressee is not None and first.asks and last.asks
    return first.addressee if asks_on else first.speaker


def _in_turn(before: list[Move], asks: bool) -> int | None:
    """The speaker of a quote without a speech tag: in an exchange, the last speaker but one.

    A question after *A asked B about it.* is asked by A.
    """
    if before and asks and before[-1].addressee is not None:
        return before[-1].speaker
    exchange = len(before) > 1 and any(move.asks for move in before)
    return before[0].speaker if exchange else None


def _occasions(language: Language) -> Words:
    """Nouns for what somebody says or writes, and for where and to whom they do."""
    return language.occasions | language.cue_nouns | language.document_nouns
