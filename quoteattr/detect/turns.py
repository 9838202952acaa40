"""Finds the turns of transcripts and interviews, which labels attribute: *KAHN: Is it open?*."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from itertools import pairwise

import regex
from attrs import frozen

from quoteattr.detect.label_names import resolve_labels
from quoteattr.detect.labels import find_labels, stage_directions
from quoteattr.detect.lexicon import WORD_CLASS
from quoteattr.detect.transcripts import transcript_labels
from quoteattr.language.en import transcripts as en_transcripts
from quoteattr.language.marks import INVISIBLE
from quoteattr.records import Span

#: fewest turns before the last one that show how long it may be
_ENOUGH = 3
_ROOM = rf"\s*_{INVISIBLE}"
#: what is none of the words at their edges: emphasis, the sign of a reply
_AROUND = frozenset("*_>" + INVISIBLE)
_BLANK_LINE = regex.compile(rf"\n[^\S\n{INVISIBLE}]*+[{INVISIBLE}]*+[^\S\n]*+(?=\n)")
_NUMBER_LINE = regex.compile(r"[\s\d\p{P}]*+")
_RULE = regex.compile(
    r"\s*+(?:[#*=_~\-–—]\s?){3,}+\s*|[(\[]?\s*ENDS?\b\s*[)\]]?\.?(?:\s+\d.{0,20})?"
)
_EXAMINES = regex.compile(
    r"\bBY[ \t]+(?P<name>(?:MR|MS|MRS|DR)\.?[ \t]+\p{Lu}[\p{L}'’\-]+)[ \t]*:", regex.I
)
_MARKED = regex.compile(rf"[{_ROOM}]*+[“\"«](?:[^”\"»]*+|.*[”\"»])[{_ROOM}]*+", regex.S)
_OWN = regex.compile(
    rf"\b(?i:{'|'.join(sorted(map(regex.escape, en_transcripts.FIRST_PERSON)))})(?=['’]|\b)"
)
_QUOTED = regex.compile(r"“[^”]*+”|\"[^\"]*+\"|«[^»]*+»")


@frozen
class Turn:
    """What somebody says in a transcript, and the label before it, as spans of the text."""

    #: the paragraphs of the turn, without stage directions
    spans: tuple[Span, ...]
    #: the words that name the speaker
    label: Span
    #: what parts them from the words; None where no label does, behind a question in bold
    cue: Span | None
    #: the fullest name of the speaker, without titles; else the label's own words
    speaker: str
    #: how sure it is that a transcript has such labels, 0 to 1
    confidence: float


def find_turns(text: str) -> list[Turn]:
    r"""Find the turns of a transcript, in order; none in any other text.

    Args:
        text: any text. It is never changed; every span indexes it.

    Returns:
        The turns, each with its speaker: a last name alone stands for the one of that name who
        spoke last.

    >>> turns = find_turns("NORA KAHN, ANCHOR: Is it open?\n\nOLA BERG (via Skype): It is not.")
    >>> [turn.speaker for turn in turns]
    ['Nora Kahn', 'Ola Berg']
    """
    if "\n" not in text:
        text = text.replace("\r", "\n")  # of the same length
    labels = transcript_labels(text, find_labels(text))
    if not labels:
        return []
    speakers = resolve_labels(text, labels)
    names = {name.split()[-1] for name in speakers if name.split()}
    ends = [label.start for label in labels[1:]] + [len(text)]
    bodies = [Span(label.body, end) for label, end in zip(labels, ends, strict=True)]
    pieces = [pieces_of(text, body, names) for body in bodies]
    pieces[-1] = pieces[-1][: _most(pieces[:-1])]
    confidence = 0.98 if any(label.sure for label in labels) else 0.95
    return [
        Turn(spans, label.name, label.cue, speaker, confidence)
        for label, spans, speaker in zip(labels, pieces, speakers, strict=True)
        if spans
    ]


def _most(pieces: Sequence[tuple[Span, ...]]) -> int | None:
    """How many pieces the last turn may have, whose end no label shows: as many as any other."""
    return max(map(len, pieces)) if len(pieces) >= _ENOUGH else None


def in_first_person(words: str) -> bool:
    """Somebody speaks of himself, outside quotation marks."""
    return _OWN.search(_QUOTED.sub(" ", words)) is not None


def pieces_of(text: str, body: Span, names: set[str]) -> tuple[Span, ...]:
    """The paragraphs of a turn, cut at stage directions, as far as its speaker speaks.

    Args:
        text: the transcript.
        body: what stands between this label and the next one.
        names: the last names of the speakers; a paragraph that reports what one of them says is
            no longer part of the turn.
    """
    return tuple(_pieces(text, body, names))


def _pieces(text: str, body: Span, names: set[str]) -> Iterator[Span]:
    """The same, one by one."""
    first = None
    for paragraph in _paragraphs(text, body):
        words = text[slice(*paragraph)].strip()
        if not words:
            continue
        if _ends(words) or (first is not None and _leaves(words, first, names)):
            return
        first = words if first is None else first
        closed = yield from _spoken(text, paragraph)
        if closed:
            return


def _leaves(words: str, first: str, names: set[str]) -> bool:
    """A paragraph is none of a turn any more: it narrates, or is not in marks as the first is."""
    return _narrates(words, names) or (_is_marked(first) and not _is_marked(words))


def _spoken(text: str, paragraph: Span) -> Generator[Span, None, bool]:
    """A paragraph without stage directions; returns whether one of them ends the turn."""
    start = paragraph.start
    for stage in stage_directions(text, paragraph):
        yield from _trimmed(text, start, stage.start)
        start = stage.end
        opened = text[slice(*stage)].strip("([ ").lower().split()
        if opened and opened[0] in en_transcripts.CLOSING_DIRECTIONS:
            return True
    yield from _trimmed(text, start, paragraph.end)
    return False


def _is_marked(words: str) -> bool:
    """A paragraph is a quotation and nothing more: it opens with a mark, and ends with one."""
    return _MARKED.fullmatch(words) is not None


def _paragraphs(text: str, body: Span) -> Iterator[Span]:
    """The stretches between blank lines."""
    start = body.start
    for blank in _BLANK_LINE.finditer(text, *body):
        yield Span(start, max(start, blank.start()))
        start = blank.end()
    yield Span(min(start, body.end), body.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """A stretch without white space and stars around it, if words are in it."""
    while start < end and (text[start].isspace() or text[start] in _AROUND):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in _AROUND):
        end -= 1
    words = text[start:end]
    bare = _NUMBER_LINE.fullmatch(words) is not None
    if words and not (bare and ("\n" in words or not any(map(str.isalnum, words)))):
        yield Span(start, end)


def _ends(words: str) -> bool:
    """A paragraph ends the transcript: *###*, *This interview has been edited*."""
    lower = words.lower().strip(f"*_()[] {INVISIBLE}")
    examines = _EXAMINES.match(words)
    return bool(_RULE.fullmatch(words) or examines) or lower.startswith(
        en_transcripts.AFTER_TRANSCRIPT
    )


def _narrates(words: str, names: set[str]) -> bool:
    """A paragraph without a label reports what one of the speakers says: *Berg said …*."""
    rest = _QUOTED.sub(" ", words)
    tokens = regex.findall(r"[\p{L}'’\-]+", rest)
    return any(
        (one in names and WORD_CLASS.get(other.lower()) == "S")
        or (other in names and WORD_CLASS.get(one.lower()) == "S")
        for one, other in pairwise(tokens)
    )
