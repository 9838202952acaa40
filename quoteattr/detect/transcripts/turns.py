"""Find the turns of transcripts and interviews, each after a label: *KAHN: Is it open?*."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from itertools import accumulate, pairwise

import regex
from attrs import frozen

from quoteattr.detect.alphabet import SAYING
from quoteattr.detect.html_tags import break_lines
from quoteattr.detect.transcripts.interviews import addressee, answerer
from quoteattr.detect.transcripts.introductions import Introductions
from quoteattr.detect.transcripts.label_names import resolve_labels
from quoteattr.detect.transcripts.labels import SpeakerLabel, find_labels, stage_directions
from quoteattr.detect.transcripts.transcripts import transcript_labels
from quoteattr.language import ENGLISH, Language
from quoteattr.language.marks import INVISIBLE
from quoteattr.language.patterns import any_of, lazy_regex
from quoteattr.records import Span

#: minimum number of turns before the last one to limit its length
_ENOUGH = 3
_ROOM = rf"\s*_{INVISIBLE}"
#: non-words at the edges of a turn: emphasis, the sign of a reply, the edge of a table
_AROUND = frozenset("*_>|" + INVISIBLE)
_BLANK_LINE = lazy_regex(rf"\n[^\S\n{INVISIBLE}]*+[{INVISIBLE}]*+[^\S\n]*+(?=\n)")
_NUMBER_LINE = lazy_regex(r"[\s\d\p{P}]*+")
_MARKED = lazy_regex(rf"[{_ROOM}]*+[“\"«](?:[^”\"»]*+|.*[”\"»])[{_ROOM}]*+", regex.S)
_WORD = lazy_regex(r"[\p{L}'’\-]+")
_QUOTED = lazy_regex(r"“[^”]*+”|\"[^\"]*+\"|«[^»]*+»")


@frozen
class Turn:
    """The words of one speaker in a transcript and the label before them, as spans of the text."""

    #: the paragraphs of the turn, without stage directions
    spans: tuple[Span, ...]
    #: the words that name the speaker
    label: Span
    #: the sign after the label, such as a colon; None without one, after a question in bold
    cue: Span | None
    #: the fullest name of the speaker, without titles; otherwise the label's own words
    speaker: str
    #: probability that the text is a transcript with such labels
    confidence: float


class _TurnPatterns:
    """Patterns of the edges of turns in one language."""

    def __init__(self, language: Language) -> None:
        #: a line that ends the transcript: *###*, *END*
        self.rule = lazy_regex(rf"\s*+(?:[#*=_~\-–—]\s?){{3,}}+\s*|(?:{language.end_line})")
        self.examines = lazy_regex(rf"{language.examination}[ \t]*:", regex.I)
        #: a pronoun of the first person
        self.first_person = lazy_regex(
            rf"\b(?i:{any_of(sorted(language.first_person))})(?=['’]|\b)"
        )


def find_turns(text: str, language: Language = ENGLISH) -> list[Turn]:
    r"""Find the turns of a transcript, in order; none in any other text.

    Args:
        text: any text. It is never changed; every span indexes it.
        language: the language of the text.

    Returns:
        The turns, each with its speaker: a last name alone refers to the person of that name who
        spoke last.

    >>> turns = find_turns("NORA KAHN, ANCHOR: Is it open?\n\nOLA BERG (via Skype): It is not.")
    >>> [turn.speaker for turn in turns]
    ['Nora Kahn', 'Ola Berg']
    """
    text = break_lines(text)
    if "\n" not in text:
        text = text.replace("\r", "\n")  # of the same length
    labels = transcript_labels(text, find_labels(text, language), language)
    if not labels:
        return []
    ends = [label.start for label in labels[1:]] + [len(text)]
    bodies = [Span(label.body, end) for label, end in zip(labels, ends, strict=True)]
    speakers = resolve_labels(text, labels, language)
    speakers, cast = _introduced(text, labels, bodies, speakers, language)
    if not language.answer_letters.isdisjoint(speakers):
        words = [
            (label.words, text[slice(*body)]) for label, body in zip(labels, bodies, strict=True)
        ]
        name = answerer(text[: labels[0].start], language) or _addressed(words, language)
        letters = language.answer_letters
        speakers = [name if name and speaker in letters else speaker for speaker in speakers]
    last_names = {name.split()[-1] for name in speakers if name.split()}
    turns = [turn_spans(text, body, last_names, language) for body in bodies]
    turns[-1] = _within(text, turns[-1], _longest(text, turns[:-1]))
    confidence = 0.98 if any(label.distinctive for label in labels) else 0.95
    return [
        Turn(spans, label.name, label.cue, speaker, confidence)
        for label, spans, speaker in zip(labels, turns, speakers, strict=True)
        if spans and label.start not in cast
    ]


def _introduced(
    text: str,
    labels: Sequence[SpeakerLabel],
    bodies: Sequence[Span],
    speakers: Sequence[str],
    language: Language,
) -> tuple[list[str], set[int]]:
    """The speakers, with the names that the transcript gives; where the lines of its cast start."""
    pairs = zip(labels, speakers, strict=True)
    unnamed = list(dict.fromkeys(label.words for label, name in pairs if name == label.words))
    introductions = Introductions(text, labels, bodies, language)
    cast = introductions.cast()
    names = {line["label"]: line["name"] for line in cast} or introductions.by_turns(unnamed)
    return [names.get(s, s) for s in speakers], {line.start() for line in cast}


def _addressed(turns: Sequence[tuple[str, str]], language: Language) -> str | None:
    """The person whom the questions of a transcript address, by its labels and turns."""
    questions = [turn for label, turn in turns if label in language.question_letters]
    answers = [turn for label, turn in turns if label in language.answer_letters]
    return addressee(questions, answers, language)


def _longest(text: str, turns: Sequence[tuple[Span, ...]]) -> int | None:
    """Maximum number of paragraphs of the last turn, which no label ends; None for no limit."""
    if len(turns) < _ENOUGH:
        return None
    return max(max(_paragraph_numbers(text, spans), default=0) for spans in turns)


def _within(text: str, spans: tuple[Span, ...], limit: int | None) -> tuple[Span, ...]:
    """The spans of a turn in its first paragraphs."""
    if limit is None:
        return spans
    numbers = _paragraph_numbers(text, spans)
    return tuple(span for span, number in zip(spans, numbers, strict=True) if number <= limit)


def _paragraph_numbers(text: str, spans: Sequence[Span]) -> Iterator[int]:
    """The number of the paragraph of each span of a turn; a stage direction may divide one."""
    breaks = (bool(_BLANK_LINE.search(text, a.end, b.start)) for a, b in pairwise(spans))
    return accumulate(breaks, initial=1) if spans else iter(())


def in_first_person(words: str, language: Language = ENGLISH) -> bool:
    """Whether somebody speaks in the first person, outside quotation marks."""
    return language.derived(_TurnPatterns).first_person.search(_QUOTED.sub(" ", words)) is not None


def turn_spans(
    text: str, body: Span, last_names: set[str], language: Language = ENGLISH
) -> tuple[Span, ...]:
    """The paragraphs of a turn, split at stage directions, as long as its speaker speaks.

    Args:
        text: the transcript.
        body: the span between this label and the next one.
        last_names: the last names of the speakers; a paragraph that reports what one of them says
            is no longer part of the turn.
        language: the language of the transcript.
    """
    return tuple(_spoken_spans(text, body, last_names, language))


def _spoken_spans(
    text: str, body: Span, last_names: set[str], language: Language
) -> Iterator[Span]:
    """Yield the spans of ``turn_spans``."""
    first = None
    for paragraph in _paragraphs(text, body):
        words = text[slice(*paragraph)].strip()
        if not words:
            continue
        if _ends_transcript(words, language):
            return
        if first is not None and _leaves(words, first, last_names, language):
            return
        first = words if first is None else first
        closed = yield from _without_directions(text, paragraph, language)
        if closed:
            return


def _leaves(words: str, first: str, last_names: set[str], language: Language) -> bool:
    """Whether a paragraph is not part of the turn: it narrates, or lacks the marks of the first."""
    return _narrates(words, last_names, language) or (_is_marked(first) and not _is_marked(words))


def _without_directions(
    text: str, paragraph: Span, language: Language
) -> Generator[Span, None, bool]:
    """Split a paragraph at stage directions; return whether one of them ends the turn."""
    start = paragraph.start
    for direction in stage_directions(text, paragraph, language):
        yield from _trimmed(text, start, direction.start)
        start = direction.end
        words = text[slice(*direction)].strip("([ ").lower().split()
        if words and words[0] in language.closing_directions:
            return True
    yield from _trimmed(text, start, paragraph.end)
    return False


def _is_marked(words: str) -> bool:
    """Whether a paragraph is only a quotation: it begins and ends with a mark."""
    return _MARKED.fullmatch(words) is not None


def _paragraphs(text: str, body: Span) -> Iterator[Span]:
    """The spans between blank lines."""
    start = body.start
    for blank in _BLANK_LINE.finditer(text, *body):
        yield Span(start, max(start, blank.start()))
        start = blank.end()
    yield Span(min(start, body.end), body.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """A span without white space and stars around it, if it contains words."""
    while start < end and (text[start].isspace() or text[start] in _AROUND):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in _AROUND):
        end -= 1
    words = text[start:end]
    bare = _NUMBER_LINE.fullmatch(words) is not None
    if words and not (bare and ("\n" in words or not any(map(str.isalnum, words)))):
        yield Span(start, end)


def _ends_transcript(words: str, language: Language) -> bool:
    """Whether a paragraph ends the transcript: *###*, *This interview has been edited*."""
    patterns = language.derived(_TurnPatterns)
    lower = words.lower().strip(f"*_()[] {INVISIBLE}")
    if patterns.rule.fullmatch(words) or patterns.examines.match(words):
        return True
    return lower.startswith(language.after_transcript)


def _narrates(words: str, last_names: set[str], language: Language) -> bool:
    """Whether a paragraph without a label reports what a speaker says: *Berg said …*."""
    tokens = _WORD.findall(_QUOTED.sub(" ", words))
    return any(
        (first in last_names and language.word_tags.get(second.lower()) == SAYING)
        or (second in last_names and language.word_tags.get(first.lower()) == SAYING)
        for first, second in pairwise(tokens)
    )
