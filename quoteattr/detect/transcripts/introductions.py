"""Find the names of speakers whose labels have none: *Speaker 1*, *Host*, *Q*.

A cast above the turns gives them, *Host: Ida Berg*; or the turns themselves, *I’m Ida Berg, and
with me is Otto Marx*.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import regex

from quoteattr.detect.transcripts.interviews import people
from quoteattr.detect.transcripts.labels import SpeakerLabel
from quoteattr.language import Language
from quoteattr.language.patterns import any_of, lazy_regex
from quoteattr.records import Span

#: maximum number of characters between the words that introduce a guest and the name
_NEAR = 60
_NAME_WORD = r"(?:\p{Lu}\.|\p{Lu}[\p{L}\p{M}'’\-]++)"
_NAME = rf"{_NAME_WORD}(?:[ ]{_NAME_WORD}){{1,3}}+"
#: what follows a label in a cast: *Host: Ida Berg*, *Speaker 1 – Ida Berg, editor*
_CAST_NAME = rf"[*_ \t:=–—-]{{1,8}}(?P<name>{_NAME})(?:,[^\r\n.?!]{{1,60}})?[ \t*_]*\r?$"


class Introductions:
    """The names that a transcript gives for labels without one."""

    def __init__(
        self, text: str, labels: Sequence[SpeakerLabel], bodies: Sequence[Span], language: Language
    ) -> None:
        self._text, self._labels, self._language = text, labels, language
        self._turns: dict[str, list[str]] = {}
        for label, body in zip(labels, bodies, strict=True):
            self._turns.setdefault(label.words, []).append(text[slice(*body)])

    def cast(self) -> Sequence[regex.Match[str]]:
        """The lines above the first turn that name the speakers of labels."""
        line = regex.compile(
            rf"^[ \t*_]*+(?P<label>{any_of(self._turns)}){_CAST_NAME}", regex.MULTILINE
        )
        lines = [m for m in line.finditer(self._text) if self._is_person(m["name"])]
        starts = {m.start() for m in lines}
        turns = (label.start for label in self._labels if label.start not in starts)
        first_turn = next(turns, 0)
        return [m for m in lines if m.start() < first_turn]

    def by_turns(self, unnamed: Sequence[str]) -> Mapping[str, str]:
        """The names that speakers give in their first turns: their own, or that of the guest."""
        own = {words: self._own_name(self._turns[words][0]) for words in unnamed}
        names = {words: name for words, name in own.items() if name}
        if len(self._turns) == 2 and len(names) == 1:
            (host,) = names
            for guest in {*unnamed} - {host}:
                names[guest] = self._guest(self._turns[host][0]) or guest
        return names

    def _own_name(self, turn: str) -> str:
        """The name that somebody gives as their own: *I’m Ida Berg*; empty without one."""
        match = self._language.derived(_compile_own).search(turn)
        return match["name"] if match and self._is_person(match["name"]) else ""

    def _guest(self, turn: str) -> str:
        """The name of the guest whom a host introduces: *with me is Otto Marx*."""
        phrase = self._language.derived(_compile_guest).search(turn)
        after = turn[phrase.end() :] if phrase else ""
        first = next(people(after, self._language), None)
        return after[slice(*first)] if first and first.start < _NEAR else ""

    def _is_person(self, name: str) -> bool:
        """Whether words are the name of a person."""
        return any(span == Span(0, len(name)) for span in people(name, self._language))


def _compile_own(language: Language) -> regex.Pattern[str]:
    """Compile the pattern of a name that is one’s own: *I’m Ida Berg*."""
    return lazy_regex(rf"\b(?i:{any_of(language.own_name_phrases)})[ ](?P<name>{_NAME})")


def _compile_guest(language: Language) -> regex.Pattern[str]:
    """Compile the pattern of words that introduce a guest."""
    return lazy_regex(rf"\b(?i:{any_of(language.guest_phrases)})\b")
