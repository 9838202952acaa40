"""Finds the turns of transcripts and interviews, which labels attribute: *KAHN: Is it open?*.

Whether a document is a transcript at all is decided by its labels together: some forms nothing else
has; others must come again, by turns, and stand before a good share of its paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex
from attrs import frozen

from quoteattr.find.label_names import resolve_labels
from quoteattr.find.labels import Label, find_labels, stage_directions
from quoteattr.find.lexicon import WORD_CLASS
from quoteattr.language import en, en_transcripts
from quoteattr.language.marks import INVISIBLE
from quoteattr.records import Span

#: least share of labelled paragraphs from the first label to the last, where labels look like names
_DENSE = {"name": 0.34, "": 0.2}
#: fewest labels, where these look like names, and else
_FEWEST = {"name": 4, "": 3}
#: a timed or bracketed line of its own is a label where so many stand in the text
_LINES = 2
#: fewest turns that show how long the last one may be
_ENOUGH = 4
#: a mean turn of fewer characters is an entry of a table
_SHORT = 12
_ROOM = rf"\s*_{INVISIBLE}"
_EDGES = regex.compile(rf"[{_ROOM}]*+(?P<words>.*?)[{_ROOM}]*+", regex.S)
_BLANK_LINE = regex.compile(rf"\n[^\S\n{INVISIBLE}]*+[{INVISIBLE}]*+[^\S\n]*+(?=\n)")
_NUMBER_LINE = regex.compile(r"[\s\d\p{P}]*+")
_RULE = regex.compile(r"\s*+(?:[#*=_~\-–—]\s?){3,}+\s*|[(\[]?\s*(?:END|ENDS)\s*[)\]]?\.?", regex.I)
_EXAMINES = regex.compile(
    r"\bBY[ \t]+(?P<name>(?:MR|MS|MRS|DR)\.?[ \t]+\p{Lu}[\p{L}'’\-]+)[ \t]*:", regex.I
)
_MARKED = regex.compile(rf"[{_ROOM}]*+[“\"«](?:[^”\"»]*+|.*[”\"»])[{_ROOM}]*+", regex.S)
_BRACKETED = regex.compile(r"\(([^()]+)\)")
_LETTER_WORD = regex.compile(r"\p{L}{2,}")
#: a question, or words of those who talk to each other
_SPOKEN = regex.compile(rf"\?|\b(?i:{'|'.join(sorted(map(regex.escape, en.FIRST_SECOND)))})\b")
_OWN = regex.compile(
    rf"\b(?i:{'|'.join(sorted(map(regex.escape, en_transcripts.FIRST_PERSON)))})(?=['’]|\b)"
)
_SPACE = " \t\r\n\f\v" + INVISIBLE
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
    """Find the turns of a transcript, in order; none in any other text.

    Args:
        text: any text. It is never changed; every span indexes it.

    Returns:
        The turns, each with its speaker: a last name alone stands for the one of that name who
        spoke last.

    >>> turns = find_turns("NORA KAHN, ANCHOR: Is it open?\\n\\nOLA BERG (via Skype): It is not.")
    >>> [(turn.speaker, "NORA KAHN"[:0] + str(len(turn.spans))) for turn in turns]
    [('Nora Kahn', '1'), ('Ola Berg', '1')]
    """
    labels = _transcript(text, _candidates(find_labels(text)))
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


def _candidates(labels: Sequence[Label]) -> list[Label]:
    """The labels without lines of their own that are headings, and names that report."""
    lines = [x for x in labels if x.form == "line" and (x.timed or x.rest)]
    known = {x.words for x in labels if x.form != "line"} if len(lines) < _LINES else set()
    admitted = (
        {name for x in lines for name in (x.words, *_BRACKETED.findall(x.rest))}
        if len(lines) >= _LINES
        else set()
    )
    offices = len(lines) >= _LINES
    return [
        label
        for label in labels
        if (label.form != "line" and not _reports(label))
        or label.words in admitted
        or (label.form == "line" and offices and _is_office(label.words))
        or (label.form == "line" and label.words in known and label.words.isupper())
    ]


def _is_office(words: str) -> bool:
    """A line of its own names an office or a member: *The Prime Minister*, *Mr Speaker*."""
    first = words.lower().split()[0].rstrip(".")
    return first in ("the", "madam") or first in en.TITLES


def _reports(label: Label) -> bool:
    """What stands behind the name is a clause that reports: *Berg, the mayor, said this:*."""
    words = label.rest.lower().split() if label.form in ("name", "role") else []
    return any(WORD_CLASS.get(word.strip(",()[]")) in ("S", "b", "R") for word in words)


def _transcript(text: str, labels: list[Label]) -> list[Label]:
    """The labels, if they are those of a transcript; else none."""
    if labels and _is_headline(text, labels[0]):
        labels = labels[1:]
    if not labels:
        return []
    sure = [label for label in labels if label.sure]
    alone = [label for label in sure if _sure_alone(label)]
    if alone or len(sure) >= 2:
        return labels if len(sure) * 4 >= len(labels) or _alternates(text, labels) else sure
    return labels if _asks(text, labels) or _alternates(text, labels) else []


def _is_headline(text: str, label: Label) -> bool:
    """The label opens the headline: *Blum: We Will Not Pay*."""
    if label.form != "name" or label.bold or text[: label.start].strip(_SPACE):
        return False
    line = text[label.body : max(label.body, text.find("\n", label.body))]
    words = [word for word in regex.findall(r"\p{L}[\p{L}'’\-]*", line) if len(word) > 3]
    titled = sum(word[0].isupper() for word in words) > 0.6 * len(words)
    return bool(line) and (titled or line.rstrip()[-1] not in '.?!…”"')


def _sure_alone(label: Label) -> bool:
    """One such label is enough: *[02:50:05] NAME, OFFICE (through translator):*."""
    office = label.form == "capitals" and bool(label.rest)
    return label.form == "voice" or (label.timed and office)


def _asks(text: str, labels: Sequence[Label]) -> bool:
    """Questions and answers: a *Q.* before another label, or a question before another's answer."""
    for asking, answering in pairwise(labels):
        if asking.words == answering.words:
            continue
        asked = text[asking.body : answering.start].rstrip(f" *_\r\n{INVISIBLE}").endswith("?")
        if asking.words == "Q" and answering.form != "name":
            return asked or answering.words == "A"
        told_apart = asking.bold or asking.form in ("capitals", "role")
        if asked and told_apart and answering.form == asking.form and len(labels) <= 4:
            return answering.bold == asking.bold
    return False


def _alternates(text: str, labels: Sequence[Label]) -> bool:
    """Labels come again, by turns, before a good share of the paragraphs."""
    names = [label.words.lower().split()[-1] for label in labels]
    plain = all(label.form == "name" and not label.bold for label in labels)
    key = "name" if plain else ""
    distinct = len(set(names))
    again = sum(one != other for one, other in pairwise(names))
    if len(labels) < _FEWEST[key] or not 2 <= distinct < len(labels) or again < distinct:
        return False
    if distinct > 0.7 * len(labels) and len(labels) > 4:
        return False
    region = text[labels[0].start : labels[-1].body]
    paragraphs = sum(1 for line in region.splitlines() if line.strip())
    separated = len(_BLANK_LINE.findall(region)) + 1
    blocks = min(paragraphs, separated) if separated > len(labels) / 2 else paragraphs
    turns = [text[x.body : y.start] for x, y in pairwise(labels)]
    mean = sum(map(len, turns)) / len(turns)
    worded = sum(_LETTER_WORD.search(turn) is not None for turn in turns)
    spoken = sum(_SPOKEN.search(turn) is not None for turn in turns)
    if worded < 0.8 * len(turns) or mean <= _SHORT or (plain and spoken < 0.3 * len(turns)):
        return False
    return len(labels) >= _DENSE[key] * blocks


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
    """The paragraphs of a turn, cut at stage directions, as far as its speaker speaks."""
    marked = None
    for number, paragraph in enumerate(_paragraphs(text, body)):
        words = text[slice(*paragraph)].strip()
        if _ends(words) or (number and _narrates(words, names)):
            return
        if (
            words
            and (marked := _is_marked(words) if marked is None else marked)
            and not _is_marked(words)
        ):
            return  # where the words of a turn stand in marks, what does not is none of them
        start, closed = paragraph.start, False
        for stage in stage_directions(text, paragraph):
            yield from _trimmed(text, start, stage.start)
            start = stage.end
            opened = text[slice(*stage)].strip("([ ").lower().split()
            closed = bool(opened) and opened[0] in en_transcripts.CLOSING_DIRECTIONS
            if closed:
                break
        if closed:
            return
        yield from _trimmed(text, start, paragraph.end)


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
    while start < end and (
        text[start].isspace() or text[start] in "*_>" or text[start] in INVISIBLE
    ):
        start += 1
    while start < end and (
        text[end - 1].isspace() or text[end - 1] in "*_" or text[end - 1] in INVISIBLE
    ):
        end -= 1
    if start < end and not _NUMBER_LINE.fullmatch(text, start, end):
        yield Span(start, end)
    elif start < end and any(c.isdigit() for c in text[start:end]) and "\n" not in text[start:end]:
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
