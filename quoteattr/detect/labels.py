"""Reads the labels of a transcript: what stands before the words of a turn, and whose they are.

One line, one label: a time of day, a name in capitals, in bold or plain, an office behind a comma,
remarks in brackets, and a colon; the full stop of *Mr. SMITH.* in the Congressional Record; a
WebVTT voice; or a line of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex
from attrs import frozen

from quoteattr.language.en import tables as en
from quoteattr.language.en import transcripts as en_transcripts
from quoteattr.language.marks import INVISIBLE
from quoteattr.records import Span

_STAMP = (
    r"[\[(]?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d{1,3})?"
    r"(?:[ ]?[apAP]\.?[mM]\.?)?[\])]?[ \t]*+(?:[-–—][ \t]++)?"
)
_JOINTS = "|".join(sorted(map(regex.escape, en.PARTICLES | {"of", "the", "and", "for", "&"})))
_WORD = r"\p{Lu}[\p{L}\p{M}\p{N}'’.\-]*+"
_NAME = rf"{_WORD}(?:[ \t]++(?:{_WORD}|(?:{_JOINTS})(?=[ \t])|\#?\d{{1,2}}\b(?![:.]\d))){{0,7}}+"
_BRACKET = r"\((?:[^()\r\n]{1,90})\)|\[(?:[^\[\]\r\n]{1,90})\]"
_OFFICE = r",[ \t]?[^:()\[\]\r\n]{1,110}+|[ \t]++[-–—][ \t]++[^:.()\[\]\r\n]{1,60}+"
_HEAD = (
    rf"[\s{INVISIBLE}]*+(?P<marks>(?:>>++[ \t]*+|>[ \t]++|[-–—•][ \t]++)?(?:\#{{1,6}}[ \t]++)?)"
    rf"(?P<bold>[*_]{{1,3}}+|</?(?:b|strong|em|p)>)?(?P<stamp>{_STAMP})?"
    r"(?P<bold2>[*_]{1,3}+|<(?:b|strong|em)>)?"
)
_CLOSE = r"(?:[*_]{1,3}+|</(?:b|strong|em)>)?"
#: *NAME, OFFICE (via Skype): …*
_COLON = regex.compile(
    rf"{_HEAD}(?P<name>{_NAME})(?P<rest>(?:{_OFFICE}|[ \t]*+(?:{_BRACKET}))*+)[ \t]*+"
    rf"{_CLOSE}[ \t]*+(?P<cue>[:：]){_CLOSE}(?=\s|$|[\"“‘«])",
)
#: *Q. …*, *A. …*, *Q* and some room or a capital, also behind the number of a line
_LETTER = regex.compile(
    rf"[\s{INVISIBLE}]*+(?:\d{{1,2}}[ \t]++)?{_CLOSE}(?P<name>[QA])\d{{0,2}}"
    rf"(?P<cue>[.:]|(?<=[QA])(?=[ \t]{{2}}|\t)|(?<=Q)(?=[ ]\p{{Lu}}))"
    rf"{_CLOSE}(?=[ \t]+\S|[ \t]*+$)"
)
_TITLES = "|".join(en_transcripts.RECORD_TITLES)
_SMALL = "|".join(map(regex.escape, en_transcripts.SMALL_PREFIXES))
#: *Mr. SMITH of Ohio. …*, *The PRESIDING OFFICER. …*
_RECORD = regex.compile(
    rf"[ \t]*+(?P<name>(?:{_TITLES})\.?[ ](?:[\p{{Lu}}.]++[ ])*(?:{_SMALL})?"
    r"\p{Lu}[\p{Lu}'’\-]++(?:[ ]of[ ](?:\p{Lu}\p{Ll}++[ ]?){1,3})?"
    r"|The[ ](?:Acting[ ])?\p{Lu}{4,}+(?:[ ]\p{Lu}{4,}+)*(?:[ ]pro[ ]tempore)?)"
    r"(?P<cue>\.)(?=[ \t]+\S)"
)
#: *<v Nora Kahn>…*
_VOICE = regex.compile(
    r"[ \t]*+(?:-[ \t]*+)?(?P<cue><v(?:\.[\w.]++)?[ \t]++)(?P<name>[^>\r\n]{1,80})>"
)
#: *Nora Kahn (Harbor City) (Lab)*, *Nora Kahn 00:01:05*, a line of its own
_LINE = regex.compile(
    rf"{_HEAD}(?P<name>{_NAME})(?P<rest>(?:[ \t]*+(?:{_BRACKET}))*+)"
    rf"(?P<after>[ \t,]++{_STAMP})?{_CLOSE}(?P<cue>)[ \t]*+\r?$",
)
_REMARK = regex.compile(
    "|".join(map(regex.escape, sorted(en_transcripts.TRANSCRIPT_REMARKS))), regex.I
)
#: a label that counts the speakers: *Speaker 1*, *Speaker B*
NUMBERED = regex.compile(
    rf"(?:{'|'.join(en_transcripts.COUNTED)})[ \t]+\#?(?:\p{{L}}|\p{{N}}{{1,3}})", regex.I
)
#: how far into a line its label may reach; the length of a label on a line of its own
_REACH, _SHORT_LINE = 240, 120
_TITLED = frozenset(f"{title}. "[:3] for title in en_transcripts.RECORD_TITLES) | {
    "Mr ",
    "Ms ",
    "The",
}
_STOPS = frozenset(".,;?!…”’»")
_OFFICES = frozenset(en.ROLES | en.TITLES.keys() | en_transcripts.SPEAKING_ROLES)
_SMALL_PREFIX = regex.compile(rf"\b(?:{_SMALL})(?=\p{{Lu}})")
_LETTERS = regex.compile(r"\p{L}{2,}")


@frozen
class Label:
    """A label at the head of a line, as spans of the text."""

    #: the words that name the speaker, without office, time and brackets
    name: Span
    #: what parts them from the words: a colon, a full stop, the tag of a voice
    cue: Span
    #: where the line begins
    start: int
    #: where the words of the turn begin
    body: int
    #: what the label names
    words: str
    #: what stands in brackets or behind a comma
    rest: str
    #: ``capitals``, ``name``, ``role``, ``letter`` (Q, A), ``record``, ``voice`` or ``line``
    form: str
    #: a time stands beside it
    timed: bool
    #: the time stands in brackets before it, or the signs of captions do: ``[14:03]``, ``>>``
    framed: bool
    #: it is in bold or italics
    bold: bool

    @property
    def sure(self) -> bool:
        """Nothing but a transcript has such labels: *NAME, OFFICE:*, *NAME (via Skype):*."""
        if self.form in ("record", "voice") or NUMBERED.fullmatch(self.words):
            return True
        if self.form == "line":
            return self.rest.count("(") > 1
        if self.remarked or self.framed:
            return True
        office = self.rest.startswith(",") and not _OFFICES.isdisjoint(self.rest.lower().split())
        titled = self.rest.startswith("(") and self.words.split()[0].lower() in en.TITLES
        return self.form == "capitals" and (office or titled or self.timed)

    @property
    def remarked(self) -> bool:
        """A transcriber's remark stands behind the name: *(via Skype)*, *(through translator)*."""
        return _REMARK.search(self.rest) is not None


def find_labels(text: str) -> list[Label]:
    r"""Find what may be the labels of a transcript, in order, no two on one line.

    >>> [label.words for label in find_labels("NORA KAHN, ANCHOR: Good evening.\nQ. Who pays?")]
    ['NORA KAHN', 'Q']
    """
    found = []
    for start, end in _lines(text):
        label = next(_labels(text, start, end), None)
        if label is not None:
            found.append(label)
    return found


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """The lines of a text."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield start, end
        start = end + 1


def _labels(text: str, start: int, end: int) -> Iterator[Label]:
    """What labels may open one line, the surest first; most lines are told at a glance."""
    head = text[start : min(end, start + _REACH)]
    patterns = [("voice", _VOICE)] if "<v" in head else []
    if head.lstrip()[:3] in _TITLED:
        patterns.append(("record", _RECORD))
    if "Q" in head[:12] or "A" in head[:12]:
        patterns.append(("letter", _LETTER))
    if ":" in head or "：" in head:
        patterns.append(("", _COLON))
    if end - start <= _SHORT_LINE and head.rstrip()[-1:] not in _STOPS:
        patterns.append(("line", _LINE))
    for form, pattern in patterns:
        match = pattern.match(text, start, end)
        label = _label(match, form) if match else None
        if label is not None:
            yield label


def _label(match: regex.Match[str], form: str) -> Label | None:
    """The label that a pattern found; None where its words are no speaker's."""
    group = match.groupdict()
    words = group["name"].strip()
    if not form or form == "line":
        if not _may_speak(words):
            return None
        if len(words) + len(group["rest"]) > _REACH:
            return None
    start = match.start("name")
    line = match.string.rfind("\n", 0, start) + 1
    bold = bool(group.get("bold") or group.get("bold2")) or match.string[line:start].endswith("*")
    stamp = bool(group.get("stamp") or group.get("after"))
    rest = (group.get("rest") or "").strip()
    stamped = regex.search(r"\d:\d\d", rest) is not None
    framed = ">>" in (group.get("marks") or "") or (group.get("stamp") or " ")[0] in "[("
    return Label(
        name=Span(start, start + len(words)),
        cue=Span(*match.span("cue")),
        start=line,
        body=match.end(),
        words=" ".join(words.split()),
        rest=rest,
        form=form or _form(words),
        timed=stamp or stamped or framed,
        framed=framed,
        bold=bold,
    )


def _may_speak(words: str) -> bool:
    """The words are no heading, such as *Note* or *Read more*."""
    lower = words.lower().rstrip(".").split()
    if not _LETTERS.search(words) and words.upper() not in ("Q", "A"):
        return False
    if lower[0] in en_transcripts.NOT_SPEAKERS or lower[-1] in en_transcripts.NOT_SPEAKERS:
        return False
    return not (". " in words and len(words.split(". ")[0].split()[-1]) > 4)


def _form(words: str) -> str:
    """How the words of a label with a colon are spelt."""
    lower = words.lower().split()
    if words in ("Q", "A"):
        return "letter"
    if NUMBERED.fullmatch(words):
        return "role"
    if (
        lower[-1] in en_transcripts.SPEAKING_ROLES
        or lower[0] in en_transcripts.SPEAKING_ROLES - en.TITLES.keys()
    ):
        return "role"
    titles = en_transcripts.SHORT_TITLES
    cased = " ".join(w for w in words.split() if w.lower().rstrip(".") not in titles)
    capital = sum(c.isupper() for c in cased)
    small = sum(c.islower() for c in _SMALL_PREFIX.sub("", cased))
    return "capitals" if capital > 1 and small == 0 else "name"


def stage_directions(text: str, span: Span) -> Iterator[Span]:
    """The stage directions in a stretch of text: *(APPLAUSE)*, *[laughter]*."""
    for match in _STAGE.finditer(text, *span):
        yield Span(*match.span())


_DIRECTIONS = "|".join(sorted(map(regex.escape, en_transcripts.STAGE_DIRECTIONS)))
_NOT_BRACKETS = r"[^()\[\]\r\n]{0,30}"
_STAGE = regex.compile(
    r"[(\[](?:\p{Lu}[\p{Lu}\p{N} ,.:'’/\-]{2,60}"
    rf"|(?i:{_NOT_BRACKETS}?\b(?:{_DIRECTIONS})\b{_NOT_BRACKETS})|\d{{1,2}}:\d\d(?::\d\d)?)[)\]]"
    r"|</?[vci](?:\.[\w.]*)?(?:[ ][^<>\n]*)?>"
    r"|(?m:^[ \t]*+(?:\d++[ \t]*+\r?\n)?[ \t]*+(?:\d\d:)?\d\d:\d\d[.,]\d{3}[ ]-->[^\r\n]*+)"
)
