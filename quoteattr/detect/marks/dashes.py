"""Find speech that a dash introduces and nothing closes: *—I am coming, said Kit*.

This applies only to texts without quotation marks, since in others a dash at the start of a line
begins a list item. The speech ends where its cue clause begins; a second dash after that resumes
it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from quoteattr.detect.alphabet import CUE, OTHER_WORD, SAYING
from quoteattr.language import ENGLISH, Language
from quoteattr.language.marks import DIALOGUE_DASHES
from quoteattr.language.patterns import lazy_regex
from quoteattr.records import Span

_OPENS = lazy_regex(rf"\s*+[{DIALOGUE_DASHES}]\s*+(?=[\p{{L}}\p{{N}}¿¡…])")
#: a hyphen in place of a dash, which may begin a list item as well
_HYPHEN = lazy_regex(r"\s*+-[ \t]++(?=[\p{L}\p{N}¿¡…])")
#: the end of the speech before a cue clause, also a second dash, *—Go —said Kit*, whose spaces are
#: read once only; the next words
_PAUSE = lazy_regex(rf"[,!?…]+|(?P<dash>(?<![ \t])[ \t]++[{DIALOGUE_DASHES}])(?=\p{{L}})")
_NEXT = lazy_regex(r"(?:[ \t]*+[\p{L}'’\-]++){2,5}+")
#: the resumed speech: *said Kit — but*, *said Kit—, but*
_AGAIN = lazy_regex(
    rf"(?:[ \t](?:[{DIALOGUE_DASHES}]|-(?=[ \t]))|(?<=\w)[{DIALOGUE_DASHES}][,;:])[ \t]?(?=\S)"
)
_ENDED = lazy_regex(r"[.!?…]\s*\Z")
#: minimum number of turns after a hyphen
_FEWEST = 2


def find_dash_speech(
    text: str, lines: Sequence[Span], language: Language = ENGLISH
) -> list[tuple[Span, int]]:
    r"""Find the speech that dashes introduce.

    Args:
        text: the text, without quotation marks.
        lines: its paragraphs.
        language: the language of the text.

    Returns:
        The span of each speech, with the index of its dash; none if there is no cue clause: then
        the dashes begin list items.

    >>> text = "—Come up, Kit! called Rolf.\n—I am coming."
    >>> lines = [Span(0, 27), Span(28, len(text))]
    >>> [text[slice(*span)] for span, _ in find_dash_speech(text, lines)]
    ['Come up, Kit!', 'I am coming.']
    """
    turns = _turns(text, lines, _OPENS, language)
    if not any(len(ends) > 1 for ends, _ in turns):
        turns = _turns(text, lines, _HYPHEN, language)
        if len(turns) < _FEWEST or not all(len(ends) > 1 for ends, _ in turns):
            return []
    return [
        (Span(start, stop), _dash(text, line.start, start))
        for ends, line in turns
        for start, stop in ends
        if start < stop and (len(ends) > 1 or _ENDED.search(text, start, line.end))
    ]


def _turns(
    text: str, lines: Sequence[Span], opens: regex.Pattern[str], language: Language
) -> list[tuple[list[tuple[int, int]], Span]]:
    """The spans of speech in each paragraph that begins with a dash."""
    led = [(line, opening) for line in lines if (opening := opens.match(text, *line))]
    return [(list(_speech(text, opening.end(), line.end, language)), line) for line, opening in led]


def _dash(text: str, line: int, start: int) -> int:
    """The index of the dash before a speech."""
    return max(text.rfind(dash, line, start) for dash in f"{DIALOGUE_DASHES}-")


def _speech(text: str, start: int, end: int, language: Language) -> Iterator[tuple[int, int]]:
    """The spans of speech in one paragraph; the last one is empty if a cue clause ends it."""
    while start < end:
        clause = _cue_clause(text, start, end, language)
        yield start, end if clause is None else clause.start
        if clause is None:
            return
        again = _AGAIN.search(text, clause.end, end)
        start = again.end() if again else end
    yield end, end


def _cue_clause(text: str, start: int, end: int, language: Language) -> Span | None:
    """A cue clause right after punctuation: the end of the speech, and where the clause begins.

    *said Kit*, *the boy said*
    """
    for pause in _PAUSE.finditer(text, start, end):
        words = _NEXT.match(text, pause.end(), end)
        if words and _is_cue(words.group().split(), language):
            return Span(pause.start() if pause["dash"] else pause.end(), pause.end())
    return None


def _is_cue(words: list[str], language: Language) -> bool:
    """Whether a verb of saying and its subject are there, in either order."""
    tags = [language.word_tags.get(word, OTHER_WORD) for word in words]
    if tags[0] in CUE:
        return _is_subject(words[1], language)
    verb = tags.index(SAYING) if SAYING in tags else 0
    determined = words[0] in language.determiners
    nominal = determined and set(tags[1:verb]) == {OTHER_WORD}
    return nominal or (0 < verb < 3 and _is_subject(words[0], language) and not determined)


def _is_subject(word: str, language: Language) -> bool:
    """Whether the word is a name or a pronoun, or begins a nominal."""
    opens = word in language.subject_pronouns or word in language.determiners
    return word[:1].isupper() or opens
