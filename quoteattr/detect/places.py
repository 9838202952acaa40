"""Classes words by their place beside a quote, where the word alone does not tell.

*Said ophthalmologists*, *visitors would coo*, *(Ann Lee)*: right beside a quote that somebody says,
an unknown plural is its speaker, an unknown verb its cue, and a name in brackets its signature. A
text without capitals has no names but those that stand there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quoteattr.detect.lexicon import SPEAKING_NOUNS, WORD_CLASS, class_by_ending, forms
from quoteattr.language.en import tables as en
from quoteattr.language.marks import FAMILIES

if TYPE_CHECKING:
    from quoteattr.detect.tokens import Token

_MARKS = "".join(
    m for family in FAMILIES.values() for shape in family for m in shape if len(m) == 1
)
#: the last characters of a quote that its cue clause follows
_ENDS = frozenset(",.!?…—–-")
#: classes of what stands after a mention or a verb that is whole, and before one that begins
_STOPS, _STARTS = frozenset(".,/o&h(:-TutyzQ)"), frozenset(".,/Qtu&:-(T")
#: past and -ing of verbs that are of saying right beside a quote only
_GESTURES = frozenset(f for v in en.GESTURES for f in forms(v) if f not in (v, v + "s"))
_INVERTED = frozenset(form for verb in en.INVERTED for form in forms(verb))
#: most words of a nominal without an article, and tokens of a subject
_WORDS, _SUBJECT = 4, 6
#: most tokens in a bracket behind the name
_BRACKET = 12


def by_place(text: str, tokens: list[Token]) -> list[Token]:
    """Class anew the words whose place beside a quote tells what they are.

    Args:
        text: the article.
        tokens: its tokens, classed by themselves.

    Returns:
        The tokens; *D* is the class of an unknown noun that heads the mention of a speaker.
    """
    quotes = [i for i, token in enumerate(tokens) if token.tag == "Q"]
    for i in [i for i, token in enumerate(tokens) if token.word in _GESTURES]:
        if not _is_beside(tokens, i):
            _set(tokens, i, class_by_ending(tokens[i].word))
    small = bool(quotes) and text.islower()
    named = set[str]()
    for i in quotes:
        _sign(text, tokens, i)
        if tokens[i + 1 : i + 2] and _is_followed(text, tokens, i):
            _class_verb(tokens, i)
        for run in _bare(text, tokens, i):
            if small:
                named.update(_names(tokens, run))
            else:
                _class_mention(tokens, run)
    for i in [i for i, token in enumerate(tokens) if token.word in named and token.tag == "w"]:
        _set(tokens, i, "N")
    return tokens


def _set(tokens: list[Token], i: int, tag: str) -> None:
    """Give a token another class."""
    tokens[i] = tokens[i]._replace(tag=tag, capital=tag == "N")


def _tag(tokens: Sequence[Token], i: int) -> str:
    """The class of token i; the end of a paragraph beyond the text."""
    return tokens[i].tag if 0 <= i < len(tokens) else "/"


def _is_followed(text: str, tokens: Sequence[Token], i: int) -> bool:
    """The quote ends as one does that its cue clause follows, or a comma stands after it."""
    words = text[tokens[i].start : tokens[i].end].rstrip(_MARKS + " ")
    return words[-1:] in _ENDS or tokens[i + 1].tag == ","


def _after(tokens: Sequence[Token], i: int) -> int:
    """The first token after a quote, its comma apart."""
    return i + 2 if _tag(tokens, i + 1) == "," else i + 1


def _is_beside(tokens: Sequence[Token], i: int) -> bool:
    """A quote stands right beside the verb, or nothing but its subject between."""
    after = i + 1
    while _tag(tokens, after) in "y":
        after += 1
    if _tag(tokens, after) in ",:" and _tag(tokens, after + 1) == "Q":
        return True
    before = i - 1
    while i - before <= _SUBJECT and _tag(tokens, before) in "NPdwDyx'":
        before -= 1
    return _tag(tokens, before - (_tag(tokens, before) == ",")) == "Q"


def _class_verb(tokens: list[Token], i: int) -> None:
    """*“…,” visitors would coo*: what follows a subject and an auxiliary is a verb of saying."""
    start = _after(tokens, i)
    if _tag(tokens, start) == "R" and tokens[start].word in _INVERTED:
        _set(tokens, start, "S" if _tag(tokens, start + 1) in "NP" else "R")
        return
    j = start
    while j - start < _SUBJECT and _tag(tokens, j) in "NPdwD'":
        j += 1
    verb = j + 1
    while _tag(tokens, verb) in "xy":
        verb += 1
    if j == start or _tag(tokens, j) != "x" or tokens[j].word not in en.MODALS:
        return
    unknown = _tag(tokens, verb) == "w" and tokens[verb].word not in WORD_CLASS
    if unknown and _tag(tokens, verb + 1) in _STOPS:
        _set(tokens, verb, "S")


def _bare(text: str, tokens: Sequence[Token], i: int) -> Iterator[range]:
    """The words without an article that are the subject of a cue right beside the quote."""
    start = _after(tokens, i)
    if start < len(tokens) and _is_followed(text, tokens, i):
        yield from _bare_after(tokens, start)
    end = i - 1 if _tag(tokens, i - 1) in ",:t" else i
    if _tag(tokens, end - 1) == "S":
        run = _run_before(tokens, end - 1)
        if run and _tag(tokens, run.start - 1) in _STARTS:
            yield run


def _bare_after(tokens: Sequence[Token], start: int) -> Iterator[range]:
    """*“…,” said weary ophthalmologists* and *“…,” weary ophthalmologists said*."""
    verb = start
    while _tag(tokens, verb) == "y":
        verb += 1
    if _tag(tokens, verb) == "S":
        verb += 1
        while _tag(tokens, verb) == "y":
            verb += 1
        run = _run(tokens, verb)
        if _tag(tokens, run.stop) in _STOPS:
            yield run
        return
    run = _run(tokens, start)
    verb = _past_complement(tokens, run.stop)
    while _tag(tokens, verb) in "xyb":
        verb += 1
    if _tag(tokens, verb) == "S":
        yield run


def _past_complement(tokens: Sequence[Token], i: int) -> int:
    """The token after a complement, if one begins at token i: *falconers of the old town*."""
    if _tag(tokens, i) != "o" or tokens[i].word not in en.COMPLEMENTS:
        return i
    start = j = i + 1 + (_tag(tokens, i + 1) == "d")
    while j - start < _WORDS and _tag(tokens, j) in "wNg":
        j += 1
    return j if j > start else i


def _run(tokens: Sequence[Token], start: int) -> range:
    """The unknown words from a token on."""
    stop = start
    while stop - start < _WORDS and _tag(tokens, stop) in "wvg":
        stop += 1
    return range(start, stop)


def _run_before(tokens: Sequence[Token], stop: int) -> range:
    """The unknown words before a token."""
    start = stop
    while stop - start < _WORDS and _tag(tokens, start - 1) in "wvg":
        start -= 1
    return range(start, stop)


def _class_mention(tokens: list[Token], run: range) -> None:
    """The run is a nominal if an unknown plural ends it."""
    known = any(tokens[k].word in SPEAKING_NOUNS for k in run)
    if run and not known and tokens[run[-1]].tag == "w" and _is_plural(tokens[run[-1]].word):
        _set(tokens, run[-1], "D")


def _names(tokens: Sequence[Token], run: range) -> list[str]:
    """The words of the run that are a name in a text without capitals: those after an office."""
    known = [k for k in run if tokens[k].word in SPEAKING_NOUNS]
    name = [tokens[k] for k in run if not known or k > known[-1]]
    return [t.word for t in name] if all(t.tag == "w" and t.word.isalpha() for t in name) else []


def _is_plural(word: str) -> bool:
    """The word has the form of a plural, and is no object of saying: *said things*."""
    if word in WORD_CLASS or word in en.SAID_OBJECTS or not word.isalpha():
        return False
    several = word.endswith("s") and not word.endswith(en.SINGULAR_ENDINGS)
    return len(word) > 3 and (several or word.endswith(tuple(en.PLURAL_ENDINGS.values())))


def _sign(text: str, tokens: list[Token], i: int) -> None:
    """*“…” (Ann Lee)* and *“…” : Ann Lee*: brackets or a colon before a name sign the quote."""
    sign = _tag(tokens, i + 1)
    stop = i + 2
    while _tag(tokens, stop) in "N&" or (stop > i + 2 and _word(tokens, stop) in en.AND_OTHERS):
        stop += 1
    if (
        sign not in "(:"
        or _word(tokens, max(0, i - 1)) in en.NAMING
        or _tag(tokens, i + 2) != "N"
        or _is_title(text[tokens[i].start : tokens[i].end])
    ):
        return
    if sign == "(" and _closes(tokens, stop):
        _set(tokens, i + 1, "A")
    if sign == ":" and _tag(tokens, stop) == "/" and _tag(tokens, i - 1) in "/.":
        _set(tokens, i + 1, "-")


def _closes(tokens: Sequence[Token], i: int) -> bool:
    """The bracket closes after the name, or after a year or an office that follows it."""
    more = _tag(tokens, i) == "0" or (_tag(tokens, i) == "," and _tag(tokens, i + 1) in "0wd")
    rest = range(i, i + _BRACKET if more else i + 1)
    return any(_tag(tokens, k) == ")" for k in rest)


def _is_title(words: str) -> bool:
    """All long words have a capital; of short words alone, all but the first."""
    long = [word for word in words.split() if len(word) > 3] or words.split()[1:]
    return not any(word.islower() for word in long)


def _word(tokens: Sequence[Token], i: int) -> str:
    """The word of token i, empty beyond the text."""
    return tokens[i].word if i < len(tokens) else ""
