"""Read the labels of a transcript: the words before a turn that name the speaker.

A line has one label, or several if all turns are on one line: a time of day, a name in
capitals, in bold or plain, an office after a comma, remarks in brackets, and a colon; a dash (*IDA
BERG — We go.*); the full stop of *Mr. SMITH.* in the Congressional Record; a WebVTT voice; the
nickname of a chat (*<ida> we go*); or a line of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal

import regex
from attrs import evolve, frozen

from quoteattr.detect.html_tags import find_tag
from quoteattr.detect.transcripts.label_patterns import VOICE, LabelPatterns
from quoteattr.language import ENGLISH, Language
from quoteattr.language.patterns import lazy_re, lazy_regex
from quoteattr.records import Span

_TIME = lazy_regex(r"\d:\d\d")
#: how far into a line its label may extend; the length of a label on a line of its own
_REACH, _SHORT_LINE = 240, 120
#: how far into a line the letter of a question or an answer may be
_LETTER_REACH = 12
#: maximum number of letters of an abbreviation before a full stop inside a label
_ABBREVIATION = 4
_STOPS = frozenset(".,;?!…”’»")
#: separators of a name from the words of a turn other than a colon
_SEPARATOR = lazy_re(r"[—;\t]|> |   | [–\-|=~→⇒] ")
#: what the line of a nickname begins with, a time or a sign
_NICKNAME_STARTS = frozenset("<@[(0123456789")
#: what captions have before a label, also as entities
_CAPTION_SIGNS = (">>", "&gt;&gt;")
#: the marks before bold print
_BOLD_MARKS = ("**", "__", "<b", "<strong")
_LETTERS = lazy_regex(r"\p{L}{2,}")

#: The forms of labels. Before a colon, by the words: a name in capitals, another name, a role. A
#: letter: *Q*, *A*. In the Congressional Record: *Mr. SMITH.* In captions: a WebVTT voice. In
#: chats: a nickname. Separated from the words by a dash, a bar or brackets. On a line of its own.
LabelForm = Literal[
    "capitals", "name", "role", "letter", "record", "voice", "nickname", "set off", "line"
]


@frozen
class SpeakerLabel:
    """A label at the start of a line, as spans of the text."""

    #: the words that name the speaker, without office, time and brackets
    name: Span
    #: the separator before the words of the turn: a colon, a full stop, the tag of a voice
    cue: Span
    #: the start of the line
    start: int
    #: the start of the words of the turn
    body: int
    #: the words that name the speaker, with single spaces
    words: str
    #: the words in brackets or after a comma
    addition: str
    form: LabelForm
    #: whether a time is next to it
    timed: bool
    #: whether it is in bold or italics
    bold: bool
    #: whether a transcriber's remark follows the name: *(via Skype)*, *(through translator)*
    remarked: bool
    #: whether only transcripts have such labels: *NAME, OFFICE:*, *NAME (via Skype):*
    distinctive: bool


def find_labels(text: str, language: Language = ENGLISH) -> list[SpeakerLabel]:
    r"""Find the possible labels of a transcript, in order, at most one per line.

    >>> [label.words for label in find_labels("NORA KAHN, ANCHOR: Good evening.\nQ. Who pays?")]
    ['NORA KAHN', 'Q']
    """
    reader = _LabelReader(language)
    labels, inner = list[SpeakerLabel](), list[SpeakerLabel]()
    for start, end in _lines(text):
        label = reader.read(text, start, end)
        if label is not None:
            labels.append(label)
        if text.count(":", start, end) > 1:
            inner += reader.read_inner(text, label.body if label else start, end)
    return _with_inner(labels, inner) if len(inner) > 1 else labels


def _with_inner(labels: list[SpeakerLabel], inner: list[SpeakerLabel]) -> list[SpeakerLabel]:
    """All labels in order; those in the middle of a line only if the name is a label elsewhere."""
    counts = Counter(label.words.split()[-1].lower() for label in (*labels, *inner))
    recurring = [label for label in inner if counts[label.words.split()[-1].lower()] > 1]
    if len(recurring) < 2:
        return labels
    return sorted((*labels, *recurring), key=lambda label: label.start)


def stage_directions(text: str, span: Span, language: Language = ENGLISH) -> Iterator[Span]:
    """Find the stage directions in a part of a text: *(APPLAUSE)*, *[laughter]*."""
    for match in language.derived(LabelPatterns).direction.finditer(text, *span):
        yield Span(*match.span())


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """The lines of a text."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield start, end
        start = end + 1


class _LabelReader:
    """Reads the labels of lines in one language."""

    def __init__(self, language: Language) -> None:
        self._language, self._patterns = language, language.derived(LabelPatterns)
        self._letters = language.question_letters | language.answer_letters

    def read(self, text: str, start: int, end: int) -> SpeakerLabel | None:
        """The label at the start of a line, the most certain form first; None without one."""
        for form, pattern in self._forms(text, start, end):
            match = pattern.match(text, start, end)
            label = self._label(match, form) if match else None
            if label is not None:
                return label
        return None

    def read_inner(self, text: str, start: int, end: int) -> Iterator[SpeakerLabel]:
        """The labels in the middle of a line, after the end of a sentence."""
        for match in self._patterns.inner.finditer(text, start, end):
            label = self._label(match, None)
            if label is not None:
                yield evolve(label, start=match.start(), distinctive=False)

    def _forms(
        self, text: str, start: int, end: int
    ) -> Iterator[tuple[LabelForm | None, regex.Pattern[str]]]:
        """The forms of label that a line may begin with; most lines are excluded quickly.

        None stands for a label with a colon, whose words determine its form.
        """
        patterns = self._patterns
        head = text[start : min(end, start + _REACH)]
        if "<v" in head:
            yield "voice", VOICE
        if head.lstrip().startswith(self._language.record_heads):
            yield "record", patterns.record
        if head.lstrip()[:1] in _NICKNAME_STARTS:
            yield "nickname", patterns.nickname
        first = head[:_LETTER_REACH]
        if any(letter in first for letter in self._letters):
            yield "letter", patterns.letter
        if ":" in head or "：" in head:
            yield None, patterns.colon
        if end - start <= _SHORT_LINE and head.rstrip()[-1:] not in _STOPS:
            yield "line", patterns.line
        for pattern in self._set_off(head):
            yield "set off", pattern

    def _set_off(self, head: str) -> Iterator[regex.Pattern[str]]:
        """The patterns of names that something other than a colon separates from the words."""
        patterns, words = self._patterns, head.lstrip()
        first = words[:1]
        if _SEPARATOR.search(head):
            yield patterns.separator
        if first in ("[", "("):
            yield patterns.bracketed
        if words.startswith(_BOLD_MARKS):
            yield patterns.bold
        if ". " in head and first.isupper():
            yield patterns.sentence
        if ": " in head and first.islower():
            yield patterns.small

    def _label(self, match: regex.Match[str], form: LabelForm | None) -> SpeakerLabel | None:
        """The label that a pattern matched; None if its words do not name a speaker."""
        group = match.groupdict()
        name = group["name"].strip()
        if form == "nickname" and find_tag(f"<{name}>"):
            return None
        if form in (None, "set off", "line"):
            too_long = len(name) + len(group["addition"]) > _REACH
            if too_long or not self._may_speak(name):
                return None
        start = match.start("name")
        line = match.string.rfind("\n", 0, start) + 1
        bold = group.get("bold") or group.get("bold2") or match.string[line:start].endswith("*")
        words = " ".join(name.split())
        addition = (group.get("addition") or "").strip()
        form = form or self._form(name)
        framed = _is_framed(group)
        timed = framed or bool(group.get("stamp") or group.get("after") or _TIME.search(addition))
        remarked = self._patterns.remark.search(addition) is not None
        return SpeakerLabel(
            name=Span(start, start + len(name)),
            cue=Span(*match.span("cue")),
            start=line,
            body=match.end(),
            words=words,
            addition=addition,
            form=form,
            timed=timed,
            bold=bool(bold),
            remarked=remarked,
            distinctive=self._is_distinctive(words, addition, form, timed, remarked or framed),
        )

    def _is_distinctive(
        self, words: str, addition: str, form: LabelForm, timed: bool, technical: bool
    ) -> bool:
        """Whether only transcripts have such labels: *NAME, OFFICE:*, *NAME (via Skype):*."""
        patterns = self._patterns
        if form in ("record", "voice") or patterns.numbered.fullmatch(words):
            return True
        if form == "set off":
            return False
        if form == "line":
            return addition.count("(") > 1
        if technical:
            return True
        words_after = addition.lower().split()
        office = addition.startswith(",") and not patterns.offices.isdisjoint(words_after)
        titled = addition.startswith("(") and words.split()[0].lower() in self._language.titles
        return form == "capitals" and (office or titled or timed)

    def _may_speak(self, words: str) -> bool:
        """Whether the words are not a heading, such as *Note* or *Read more*."""
        lower = words.lower().rstrip(".").split()
        if not _LETTERS.search(words) and words.upper() not in self._letters:
            return False
        titled = len(lower) > 1 and lower[0].rstrip(".") in self._language.short_titles
        if not titled and not self._language.not_speakers.isdisjoint((lower[0], lower[-1])):
            return False
        return not (". " in words and len(words.split(". ")[0].split()[-1]) > _ABBREVIATION)

    def _form(self, words: str) -> LabelForm:
        """The form of a label with a colon, by the spelling of its words."""
        language = self._language
        lower = words.lower().split()
        if words in self._letters:
            return "letter"
        if self._patterns.numbered.fullmatch(words) or self._is_role(lower):
            return "role"
        titles = language.short_titles
        cased = " ".join(w for w in words.split() if w.lower().rstrip(".") not in titles)
        capital = sum(c.isupper() for c in cased)
        small = sum(c.islower() for c in self._patterns.small_prefix.sub("", cased))
        return "capitals" if capital > 1 and small == 0 else "name"

    def _is_role(self, lower: list[str]) -> bool:
        """Whether the words of a label, in lower case, name a role: *the moderator*, *speaker*."""
        roles, titles = self._language.speaking_roles, self._language.titles
        return lower[-1] in roles or (lower[0] in roles and lower[0] not in titles)


def _is_framed(group: dict[str, str | None]) -> bool:
    """Whether a time in brackets or signs of captions precede a label: ``[14:03]``, ``>>``."""
    captioned = (group.get("marks") or "").startswith(_CAPTION_SIGNS)
    return captioned or (group.get("stamp") or " ")[0] in "[("
