"""Find statements without marks: the block after *issued this statement:* or *wrote:*.

A block is set off by ``>`` or an indentation, or else is the next paragraph and those after it that
continue in the first person. Each is treated as a quote, so that the words before it give its
speaker.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

import regex
from attrs import evolve, frozen

from quoteattr.detect.html_tags import block_quotes
from quoteattr.detect.layout import flatten
from quoteattr.detect.quotes import QuotedSpan
from quoteattr.detect.transcripts.bare_names import CAPITAL_WORD
from quoteattr.detect.transcripts.turns import in_first_person
from quoteattr.language import ENGLISH, Language
from quoteattr.language.marks import BULLETS, FAMILIES, INVISIBLE, ZERO_WIDTH
from quoteattr.language.patterns import any_of, lazy_regex
from quoteattr.language.tables import Words
from quoteattr.records import Span

#: maximum number of words between the verb or noun that announces a statement and the colon
_NEAR = 12
#: maximum number of paragraphs of a letter before its sign-off
_LETTER = 15
#: words before the colon that announce a statement rather than a list
_CLOSE = 8
#: minimum number of words of a statement
_FEWEST = 4
#: maximum number of characters of a greeting, and of a sign-off
_GREETING, _SIGN_OFF = 80, 60
_COLON_END = lazy_regex(rf":[ \t\r*_{INVISIBLE}]*+\n")
#: a name after a dash, below a block or at its end: *— Ida Berg, teacher*
_DASHED = r"(?:[—–]|--?(?=[ \t]))[ \t\u00a0]*+[*_]{0,3}\p{Lu}"
#: a full name in brackets there: *(Ida Berg, teacher)*
_BRACKETED = rf"\({CAPITAL_WORD}(?:[ ]{CAPITAL_WORD}){{1,3}}+(?:,[^()\r\n]{{1,58}})?\)"
_SIGNED = lazy_regex(
    rf"^(?:[ \t>]*+|[ \t]*+>[^\r\n]*[.!?…][ \t]++)(?:{_DASHED}|{_BRACKETED})", regex.M
)
_SIGNATURE = lazy_regex(rf"{_DASHED}[^.!?:]{{1,58}}|{_BRACKETED}")
_SIGNED_END = lazy_regex(
    rf"(?<=[.!?…])[ \t]++(?:{_DASHED}[^.!?:]{{1,58}}|{_BRACKETED})[\s{ZERO_WIDTH}]*$"
)
_NAMED_LEAD = lazy_regex(
    rf"{CAPITAL_WORD}(?:[ ]{CAPITAL_WORD}){{1,3}}+[^.!?:]{{0,40}}:[*_{INVISIBLE}]*"
)
_LEAD = lazy_regex(rf":[ \t\r*_{INVISIBLE}]*+$")
_WORDS = lazy_regex(r"[\p{L}\p{N}'’\-]+")
_SENTENCE_END = lazy_regex(r"[.!?][)\]”\"’']*\s+(?=\p{Lu})")
_ITEM = lazy_regex(rf"\s*+(?:[{BULLETS}*+\-–—#|]|\(?\d{{1,3}}[.)]|\(?\p{{Ll}}\))\s|\s*+https?:")
#: what tags have become
_EDGE = ZERO_WIDTH + " \t\r\n\u00a0"
_PREFIX = lazy_regex(rf"(?:[ \t\u00a0{INVISIBLE}]|>(?!>*+ \p{{Lu}}+:))*+")
_MARKS = "".join(m for f in FAMILIES.values() for shape in f for m in shape if len(m) == 1)
_MARKS_BUT_APOSTROPHES = frozenset(_MARKS) - frozenset("'’")
_OPENS = lazy_regex(rf"[\s*_{INVISIBLE}]*+[{_MARKS}]")
_ENDED = lazy_regex(rf"[.!?…][)\]*_{INVISIBLE}]*+\s*+$")


@frozen
class _StatementLine:
    """A line, or a paragraph of several lines in hard-wrapped text."""

    start: int
    end: int
    #: the reply signs before it: ``>``
    depth: int
    #: the number of spaces before it; a tab counts as four
    indent: int
    #: whether a blank line precedes it
    apart: bool

    @property
    def set_off(self) -> tuple[int, int]:
        """How far it is set off: the reply signs, then the spaces before it."""
        return self.depth, self.indent


def find_statements(
    text: str, quotes: Sequence[QuotedSpan] = (), language: Language = ENGLISH
) -> list[QuotedSpan]:
    r"""Find the statements without marks after a lead-in with a colon.

    Args:
        text: the article.
        quotes: its quoted spans; a lead-in inside one is ignored.
        language: the language of the article.

    Returns:
        The paragraphs of each statement, as quoted spans with zero-width marks.

    >>> text = "The council issued this statement:\n\nWe regret the delay.\n\nThe pier is shut."
    >>> [text[q.start : q.end] for q in find_statements(text)]
    ['We regret the delay.']
    """
    announced = language.derived(_compile_announced)
    introduced = ":" in text and (_COLON_END.search(text) or announced.search(text))
    if not introduced and not _SIGNED.search(text) and not block_quotes(text):
        return []
    return _StatementFinder(text, language).statements(quotes)


def _compile_announced(language: Language) -> regex.Pattern[str]:
    """*This statement: …*, *wrote: …*, with the words of the statement on the same line."""
    nouns, before = any_of(sorted(language.statement_nouns)), any_of(sorted(language.announcing))
    verbs = any_of(sorted(language.statement_verbs - language.mere_speech_verbs))
    return lazy_regex(rf"\b(?:(?:{before})[ ](?:{nouns})|{verbs}):[ ](?=\p{{Lu}})")


def _announcing(language: Language) -> Words:
    """The words that announce a statement."""
    return language.statement_nouns | language.statement_verbs


class _StatementFinder:
    """Finds the statements of one article."""

    def __init__(self, text: str, language: Language) -> None:
        self._text, self._language = text, language
        self._announced = language.derived(_compile_announced)
        #: the text with layout and markup blanked
        self._flat = flatten(text)
        self._lines = list(_statement_lines(text, self._flat))

    def statements(self, quotes: Sequence[QuotedSpan]) -> list[QuotedSpan]:
        """The paragraphs of all statements, in order."""
        statements: list[QuotedSpan] = []
        quoted = [Span(q.start, q.outer_end) for q in quotes]
        for k, line in enumerate(self._lines):
            if statements and line.start < statements[-1].end:
                continue
            spans = self._spans(k)
            if spans and not _is_inside(line.end - 1, quoted):
                statements += [_as_quoted(self._text, span, number > 0) for number, span in spans]
        return statements

    def _spans(self, k: int) -> list[tuple[int, Span]]:
        """The paragraphs of the statement in, or after, line k, with their numbers."""
        inline = self._rest_of_line(k)
        if inline:
            return [(0, inline)]
        lead = self._lead_in(self._lines[k]) or self._named_lead_in(k)
        block = self._block(k, lead) if lead else self._signed_block(k)
        return [(number, Span(line.start, line.end)) for number, line in enumerate(block)]

    def _rest_of_line(self, k: int) -> Span | None:
        """The words after *this statement:* in line k, in the first person."""
        line = self._lines[k]
        match = self._announced.search(self._flat, line.start, line.end)
        words = self._flat[match.end() : line.end] if match else ""
        if not match or not _MARKS_BUT_APOSTROPHES.isdisjoint(self._words(line)):
            return None
        own = _ENDED.search(words) and in_first_person(words, self._language)
        return Span(match.end(), line.end) if own else None

    def _signed_block(self, k: int) -> Sequence[_StatementLine]:
        """The block set off by ``>`` or an indentation at line k, if a signature follows it."""
        lines, first = self._lines, self._lines[k]
        above = lines[k - 1].set_off if k else (0, 0)
        begins = first.depth > above[0] or (first.apart and first.indent >= above[1] + 2)
        if not begins or _OPENS.match(self._flat, first.start):
            return ()
        block = [first, *_lines_while(lines, k, lambda line: line.set_off >= first.set_off)]
        if len(block) > 1 and self._is_signature(block[-1]):
            return block[:-1]
        signature = _SIGNED_END.search(self._flat, block[-1].start, block[-1].end)
        if signature:
            return [*block[:-1], evolve(block[-1], end=signature.start())]
        below = lines[k + len(block) : k + len(block) + 1]
        return block if below and self._is_signature(below[0]) else ()

    def _is_signature(self, line: _StatementLine) -> bool:
        """Whether a line is a name after a dash."""
        words = self._words(line).replace(ZERO_WIDTH, "")
        return _SIGNATURE.fullmatch(words.strip()) is not None

    def _lead_in(self, line: _StatementLine) -> str:
        """The last sentence of a line if it announces a statement; otherwise empty."""
        language = self._language
        if not _LEAD.search(self._flat, line.start, line.end):
            return ""
        sentence = _SENTENCE_END.split(self._words(line))[-1].replace(ZERO_WIDTH, "")
        words = [word.lower().replace("’", "'") for word in _WORDS.findall(sentence)]
        near = words[-_NEAR:]
        announces = language.derived(_announcing)
        places = [k for k, word in enumerate(near) if word in announces]
        if not places or len(words) < 2 or not _MARKS_BUT_APOSTROPHES.isdisjoint(sentence):
            return ""
        reads = near[places[-1]] in language.of_documents  # *reads as follows:*
        after = () if reads else near[places[-1] + 1 :]
        return sentence if language.no_statement.isdisjoint(after) else ""

    def _named_lead_in(self, k: int) -> str:
        """Line k if it is a full name, a few words and a colon above a block set off by ``>``."""
        line, below = self._lines[k], self._lines[k + 1 : k + 2]
        words = self._words(line).strip(f"*_ \t{ZERO_WIDTH}")
        deeper = bool(below) and below[0].depth > line.depth
        return words if deeper and _NAMED_LEAD.fullmatch(words) else ""

    def _words(self, line: _StatementLine) -> str:
        """The words of a line."""
        return self._flat[line.start : line.end]

    def _block(self, k: int, lead: str) -> Sequence[_StatementLine]:
        """The lines of the statement that line k announces, if there is one."""
        lines, flat = self._lines, self._flat
        first = lines[k + 1] if k + 1 < len(lines) else None
        if first is None or _OPENS.match(flat, first.start):
            return ()
        if first.depth > lines[k].depth:
            return _lines_while(lines, k, lambda line: line.depth >= first.depth)
        if _ITEM.match(flat, first.start):
            return ()
        if first.apart and first.indent >= lines[k].indent + 2:
            return _lines_while(lines, k, lambda line: line.indent >= first.indent)
        return self._plain_block(k, lead)

    def _plain_block(self, k: int, lead: str) -> Sequence[_StatementLine]:
        """The paragraph after line k, and those that continue in the first person."""
        lines = self._lines
        words = self._words(lines[k + 1])
        own = in_first_person(words, self._language)
        enough = len(words.split()) >= _FEWEST and _ENDED.search(words)
        whole = own or (enough and self._is_explicit(lead))
        greets = self._greets(words)
        if not greets and (not whole or _LEAD.search(words)):
            return ()
        signed = self._last_of_letter(k) if greets or self._announces_letter(lead) else None
        if signed:
            return lines[k + 1 : signed + 1]
        return [lines[k + 1], *_lines_while(lines, k + 1, self._continues)]

    def _continues(self, line: _StatementLine) -> bool:
        """Whether a paragraph continues a statement."""
        words = self._words(line)
        own = in_first_person(words, self._language)
        return own and not (_OPENS.match(words) or _LEAD.search(words))

    def _is_explicit(self, lead: str) -> bool:
        """Whether the lead-in announces words, not a list: *this statement:*, *wrote to us:*."""
        language = self._language
        words = [word.lower() for word in _WORDS.findall(lead)][-_CLOSE:]
        explicit = language.statement_verbs.intersection(words) - language.mere_speech_verbs
        announces = explicit or not language.statement_nouns.isdisjoint(words)
        return words[-1] in language.full_text or bool(announces)

    def _announces_letter(self, lead: str) -> bool:
        """Whether the lead-in announces a letter."""
        return not self._language.letters.isdisjoint(_WORDS.findall(lead.lower()))

    def _greets(self, words: str) -> bool:
        """Whether a letter begins: *Dear council,*."""
        return words.lower().startswith(self._language.greetings) and len(words) < _GREETING

    def _last_of_letter(self, k: int) -> int | None:
        """The last line before the sign-off of the letter after line k; None without one."""
        for number in range(k + 1, min(k + 1 + _LETTER, len(self._lines))):
            words = self._words(self._lines[number]).lower()
            if words.startswith(self._language.sign_offs) and len(words) < _SIGN_OFF:
                return number - 1 if number > k + 1 else None
        return None


def _statement_lines(text: str, flat: str) -> Iterator[_StatementLine]:
    """The non-empty lines; those of a reply one by one, others by sentences."""
    start, apart, blocks = 0, True, block_quotes(text)
    while start < len(text):
        end = flat.find("\n", start)
        end = len(text) if end < 0 else end
        raw = text.find("\n", start)
        if raw >= 0 and text[start:raw].lstrip(" \t").startswith(">"):
            end = raw  # words between two lines of a reply are not part of it
        head = _PREFIX.match(text, start, end)
        first = head.end() if head else start
        prefix = text[start:first]
        words = _words_of_line(text, flat, Span(first, end))
        if not words:
            apart = True
        else:
            first, stop = words
            indent = len(prefix.rpartition(">")[2].expandtabs(4))
            depth = prefix.count(">") + _is_inside(first, blocks)
            yield _StatementLine(first, stop, depth, indent, apart)
            apart = False
        start = end + 1


def _words_of_line(text: str, flat: str, line: Span) -> Span | None:
    """A line without white space, and tags, at its edges; None if it has nothing else."""
    words, edge = (flat, _EDGE) if "<" in text else (text, None)
    start = line.end - len(words[slice(*line)].lstrip(edge))
    end = line.start + len(words[slice(*line)].rstrip(edge))
    return Span(start, end) if start < end else None


def _lines_while(
    lines: Sequence[_StatementLine], k: int, condition: Callable[[_StatementLine], bool]
) -> Sequence[_StatementLine]:
    """The lines after line k as long as a condition holds."""
    stop = k + 1
    while stop < len(lines) and condition(lines[stop]):
        stop += 1
    return lines[k + 1 : stop]


def _is_inside(index: int, spans: Sequence[Span]) -> bool:
    """Whether a character is in one of some spans, which are in order."""
    k = bisect_right(spans, index, key=lambda span: span.start) - 1
    return k >= 0 and index < spans[k].end


def _as_quoted(text: str, span: Span, continues: bool) -> QuotedSpan:
    """A paragraph of a statement as a quoted span with zero-width marks."""
    start, end = span
    while start < end and (text[start] in "*_" or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in "*_" or text[end - 1].isspace()):
        end -= 1
    return QuotedSpan(start, end, start, end, closed=True, continues=continues, mark="")
