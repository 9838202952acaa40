"""Read subtitles: WebVTT and SubRip, as speech recognition and broadcasters write them.

The text of an article consists of the cues, without times and styles, with a new paragraph at each
change of speaker; a WebVTT voice tag ``<v Name>`` stays before its words. Offsets refer to that
text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

import regex

from quoteattr.readers.encodings import DecodingErrors
from quoteattr.readers.fields import FieldMapping
from quoteattr.readers.rows import Entry, LocatedArticle
from quoteattr.records import Article, Failure

#: the line with the times of a cue
_TIME = r"(?:\d++:)?\d{1,2}:\d{2}[.,]\d{1,3}"
_TIMES = regex.compile(rf"^[ \t]*+{_TIME}[ \t]*+-->[ \t]*+{_TIME}.*+$", regex.M)
_BLANK_LINE = regex.compile(r"\n[ \t]*+\n")
#: the number of a cue, on its own line
_NUMBER = regex.compile(r"\s*+\d++\s*+")
#: tags of styles, languages and times, and those of SubRip
_TAGS = regex.compile(
    r"</?(?:[cibu]|ruby|rt|lang|font)(?:[.\s][^<>\n]*)?>|</v>|<[\d:.]++>|\{\\[^{}\n]*\}"
)
#: the start of a line by another speaker
_CHANGES = regex.compile(r"<v[ .]|>>|-[ ]?\p{L}|\p{Lu}[\p{L}.'’ \-]{1,40}:(?=\s)")
_VOICE = regex.compile(r"<v(?:\.[\w.]++)?[ \t]++[^<>]{1,80}>")
_DASH = regex.compile(r"-[ ]?(?=\p{L})")


def read_subtitles(file: BinaryIO, name: str, mapping: FieldMapping) -> Iterator[Entry]:
    """Read one file of WebVTT or SubRip as one article."""
    try:
        text = file.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        yield Failure(name, DecodingErrors(file).reason(error))
        return
    if _TIMES.search(text):
        yield LocatedArticle(Article(subtitle_text(text)), name)
    else:
        yield Failure(name, "no cue with times; write lines such as 0:01 --> 0:02 before cues")


def subtitle_text(source: str) -> str:
    r"""The text of the cues of a WebVTT or SubRip file.

    Returns:
        The text, with a new paragraph at each change of speaker that the cues mark.

    >>> subtitle_text("0:01.000 --> 0:02.000\n<v Ola>We go\n\n0:02.000 --> 0:03.000\n<v Ola>now.")
    '<v Ola>We go now.'
    """
    paragraphs: list[str] = []
    voice = ""
    for line in _cue_lines(source.replace("\r\n", "\n").replace("\r", "\n")):
        match = _VOICE.match(line)
        words = line[match.end() :].strip() if match else line
        same = match is not None and match.group() == voice
        if paragraphs and (same or not _CHANGES.match(line)):
            paragraphs[-1] += f" {words}"
        else:
            paragraphs.append(_DASH.sub("", line, count=1) if line[:1] == "-" else line)
            voice = match.group() if match else ""
    return "\n\n".join(paragraphs)


def _cue_lines(source: str) -> Iterator[str]:
    """The lines of all cues, without tags; a line repeated from the previous cue appears once."""
    times = list(_TIMES.finditer(source))
    ends = [match.start() for match in times[1:]] + [len(source)]
    last = ""
    for match, end in zip(times, ends, strict=False):
        blank = _BLANK_LINE.search(source, match.end(), end)
        lines = source[match.end() : blank.start() if blank else end].split("\n")
        if not blank and end < len(source):
            lines = lines[: -2 if _NUMBER.fullmatch("\n".join(lines[-2:])) else None]
        for line in lines:
            words = _TAGS.sub("", line).strip()
            if words and words != last:
                yield words
                last = words
