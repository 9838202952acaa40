"""Finds statements without marks: the block after *issued this statement:* or *wrote:*.

A block is what ``>`` or an indentation sets off, or else the next paragraph and those after it that
go on in the first person. Each is read as a quote, so that the words before it tell whose it is.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

import regex
from attrs import frozen

from quoteattr.detect.layout import NOTHING, flatten
from quoteattr.detect.quotes import QuotedSpan
from quoteattr.detect.turns import in_first_person
from quoteattr.language.en import transcripts as en_transcripts
from quoteattr.language.marks import BULLETS, FAMILIES, INVISIBLE
from quoteattr.records import Span

#: most words between the verb or noun that announces a statement and the colon
_NEAR = 12
#: most paragraphs of a letter before its sign-off
_LETTER = 15
#: words before the colon that announce words rather than a list
_CLOSE = 8
_LEAD = regex.compile(rf":[ \t\r*_{INVISIBLE}]*+$")
_WORDS = regex.compile(r"[\p{L}\p{N}'’\-]+")
_SENTENCE_END = regex.compile(r"[.!?][)\]]*\s+(?=\p{Lu})")
_ITEM = regex.compile(rf"\s*+(?:[{BULLETS}*+\-–—#|]|\(?\d{{1,3}}[.)]|\(?\p{{Ll}}\))\s|\s*+https?:")
_MARKS = "".join(m for f in FAMILIES.values() for shape in f for m in shape if len(m) == 1)
_OPENS = regex.compile(rf"[\s*_{INVISIBLE}]*+[{_MARKS}]")
_ENDED = regex.compile(rf"[.!?…][)\]*_{INVISIBLE}]*+\s*+$")
#: fewest words of a statement
_FEWEST = 4


@frozen
class _Line:
    """A line, or a paragraph of several lines in hard-wrapped text."""

    start: int
    end: int
    #: signs of a reply before it: ``>``
    depth: int
    #: spaces before it, a tab being four
    indent: int
    #: a blank line stands before it
    apart: bool


def find_statements(text: str, quotes: Sequence[QuotedSpan] = ()) -> list[QuotedSpan]:
    r"""Find the statements that stand without marks after a lead-in with a colon.

    Args:
        text: the article.
        quotes: its quoted spans; a lead-in inside one announces nothing.

    Returns:
        The paragraphs of each statement, as if they stood between marks that take no room.

    >>> text = "The council issued this statement:\n\nWe regret the delay.\n\nThe pier is shut."
    >>> [text[q.start : q.end] for q in find_statements(text)]
    ['We regret the delay.']
    """
    if not _COLON_END.search(text):
        return []
    flat = flatten(text)
    lines = list(_lines(text, flat))
    found: list[QuotedSpan] = []
    for k, line in enumerate(lines):
        if found and line.start < found[-1].end:
            continue
        lead = _lead_in(flat, line)
        if lead and not _is_inside(line.end - 1, quotes):
            block = _block(flat, lines, k, lead)
            found += [
                _quoted(text, Span(part.start, part.end), number > 0)
                for number, part in enumerate(block)
            ]
    return found


_COLON_END = regex.compile(rf":[ \t\r*_{INVISIBLE}]*+\n")


def _lines(text: str, flat: str) -> Iterator[_Line]:
    """The lines that are not blank; those of a reply one by one, others as sentences need."""
    start, apart = 0, True
    while start < len(text):
        end = flat.find("\n", start)
        end = len(text) if end < 0 else end
        raw = text.find("\n", start)
        if raw >= 0 and text[start:raw].lstrip(" \t").startswith(">"):
            end = raw  # words between two lines of a reply are none of the words
        head = _PREFIX.match(text, start, end)
        first = head.end() if head else start
        if not text[first:end].strip():
            apart = True
        else:
            prefix = text[start:first]
            indent = len(prefix.rpartition(">")[2].expandtabs(4))
            stop = first + len(text[first:end].rstrip())
            yield _Line(first, stop, prefix.count(">"), indent, apart)
            apart = False
        start = end + 1


_PREFIX = regex.compile(rf"(?:[ \t\u00a0{INVISIBLE}]|>(?!>*+ \p{{Lu}}+:))*+")


def _lead_in(flat: str, line: _Line) -> str:
    """The last sentence of a line that announces a statement; empty where it announces none."""
    if not _LEAD.search(flat, line.start, line.end):
        return ""
    sentence = _SENTENCE_END.split(flat[line.start : line.end])[-1].replace(NOTHING, "")
    words = [word.lower().replace("’", "'") for word in _WORDS.findall(sentence)]
    near = words[-_NEAR:]
    announced = [
        k
        for k, w in enumerate(near)
        if w in en_transcripts.STATEMENT_NOUNS or w in en_transcripts.STATEMENT_VERBS
    ]
    if (
        not announced
        or len(words) < 2
        or any(c in _MARKS.replace("'", "").replace("’", "") for c in sentence)
    ):
        return ""
    rest = near[announced[-1] + 1 :]
    return "" if any(word in en_transcripts.NO_STATEMENT for word in rest) else sentence


def _is_inside(place: int, quotes: Sequence[QuotedSpan]) -> bool:
    """A place lies between marks."""
    k = bisect_right(quotes, place, key=lambda quoted: quoted.start) - 1
    return k >= 0 and place < quotes[k].outer_end


def _block(flat: str, lines: Sequence[_Line], k: int, lead: str) -> Sequence[_Line]:
    """The lines of the statement that line k announces, if one follows."""
    first = lines[k + 1] if k + 1 < len(lines) else None
    if first is None or _OPENS.match(flat, first.start):
        return ()
    if first.depth > lines[k].depth:
        return _while(lines, k, lambda line: line.depth >= first.depth)
    if _ITEM.match(flat, first.start):
        return ()
    if first.apart and first.indent >= lines[k].indent + 2:
        return _while(lines, k, lambda line: line.indent >= first.indent)
    return _plain(flat, lines, k, lead)


def _while(lines: Sequence[_Line], k: int, inside: Callable[[_Line], bool]) -> Sequence[_Line]:
    """The lines behind line k as long as they are set off."""
    stop = k + 1
    while stop < len(lines) and inside(lines[stop]):
        stop += 1
    return lines[k + 1 : stop]


def _plain(flat: str, lines: Sequence[_Line], k: int, lead: str) -> Sequence[_Line]:
    """The paragraph behind line k, and those that go on in the first person."""
    first = lines[k + 1]
    words = flat[first.start : first.end]
    own = in_first_person(words)
    enough = len(words.split()) >= _FEWEST and _ENDED.search(words)
    whole = own or (enough and _is_explicit(lead))
    if not _greets(words) and (not whole or _LEAD.search(words)):
        return ()
    signed = _signed(flat, lines, k) if _is_letter(lead) or _greets(words) else None
    if signed:
        return lines[k + 1 : signed + 1]
    stop = k + 2
    while stop < len(lines) and _continues(flat, lines[stop]):
        stop += 1
    return lines[k + 1 : stop]


def _continues(flat: str, line: _Line) -> bool:
    """A paragraph goes on with a statement."""
    words = flat[line.start : line.end]
    return in_first_person(words) and not (_OPENS.match(words) or _LEAD.search(words))


def _is_explicit(lead: str) -> bool:
    """The lead-in announces words, not a list: *this statement:*, *wrote in an e-mail:*."""
    words = [word.lower() for word in _WORDS.findall(lead)][-_CLOSE:]
    last, nouns = words[-1], en_transcripts.STATEMENT_NOUNS
    own = en_transcripts.STATEMENT_VERBS - en_transcripts.MERE_SPEECH_VERBS
    full = last in en_transcripts.FULL_TEXT
    return full or not (nouns | own).isdisjoint(words)


def _is_letter(lead: str) -> bool:
    """The lead-in announces a letter."""
    return not en_transcripts.LETTERS.isdisjoint(_WORDS.findall(lead.lower()))


def _greets(words: str) -> bool:
    """A letter begins: *Dear council,*."""
    return words.lower().startswith(en_transcripts.GREETINGS) and len(words) < 80


def _signed(flat: str, lines: Sequence[_Line], k: int) -> int | None:
    """The last line of a letter before its sign-off."""
    for number in range(k + 1, min(k + 1 + _LETTER, len(lines))):
        words = flat[lines[number].start : lines[number].end].lower()
        if words.startswith(en_transcripts.SIGN_OFFS) and len(words) < 60:
            return number - 1 if number > k + 1 else None
    return None


def _quoted(text: str, span: Span, continues: bool) -> QuotedSpan:
    """A paragraph of a statement as a quoted span that take no room."""
    start, end = span
    while start < end and (text[start] in "*_" or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in "*_" or text[end - 1].isspace()):
        end -= 1
    return QuotedSpan(start, end, start, end, closed=True, continues=continues, mark="")
