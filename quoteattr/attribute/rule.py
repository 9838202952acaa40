"""What a rule is, and the patterns that most rules are made of.

A rule looks at one thing and says whether it holds (1.0 or 0.0), or how much there is of it (a
count). What a rule is worth, alone and together with others, is learned from annotated articles
(``model/model.py``); nothing here decides.

Patterns are over classes of units, one character each: ``detect/lexicon.py`` has the alphabet, and
``detect/pattern.py`` what a pattern may have. A pattern reads each unit once, so that none is slow.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from attrs import frozen

from quoteattr.attribute.document import Candidate, Frame, Path, Place
from quoteattr.detect.pattern import RowPattern, searcher

Scope = Literal["frame", "quote", "turn", "path", "place", "mention", "again"]


@frozen
class Rule:
    """A named reason to link a quote to a candidate, or not to."""

    #: in the order of the text, words joined by hyphens
    name: str
    #: the one thing that it looks at
    scope: Scope
    #: how far it holds, 0.0 if it does not
    holds: Callable[..., float]
    #: the linguistic condition, in one sentence
    condition: str
    #: a text in which it holds of the last quote and its speaker (of a candidate, if nobody spoke)
    example: str
    #: the mention that spoke the last quote of the example, None for nobody
    speaker: str | None
    #: it says how much there is of something
    counts: bool = False
    #: the mention of the example in which it holds, if it speaks against one who did not speak
    against: str | None = None

    @property
    def holds_of(self) -> str | None:
        """The mention of the example in which it holds, None for any."""
        return self.against or self.speaker

    @property
    def telling(self) -> bool:
        """It says how quote and candidate belong together, and does not merely count."""
        return not self.counts


# -- what patterns share -------------------------------------------------------------------------

#: an adverb, a time or a phrase with a preposition
MODIFIER = r"(?:[oz][dwg0v]*[NDEwKTpP0]+|[Ty]|&[NDE])"
#: something between two commas, brackets or dashes
ASIDE = r"(?:,[^/.Q]+,|\([^/.)]+\)|-[^/.Q\-]+-)"
#: what may follow a subject
AFTER_NAME = rf"(?:{MODIFIER}|{ASIDE})*"
#: from the subject to its verb
TO_VERB = rf"{AFTER_NAME},?[xyT]*"
#: from the subject to a verb in the passive: *was asked*
TO_PASSIVE = rf"{TO_VERB}b[bxyT]*"
#: from the subject to its verb of saying
SUBJECT = rf"{TO_VERB}S"
#: right after a quote: somebody says it
SAID = rf",?(?:y*S[yT]*[NPDhE]|[NPDhE]{SUBJECT})"


def _pattern(pattern: str) -> Callable[[str], float]:
    """How far the pattern holds of the units: 1.0 or 0.0."""
    search = searcher(pattern)
    return lambda units: float(search(units))


# -- what stands around the quote ------------------------------------------------------------------


def opening(classes: str) -> Callable[[Frame], float]:
    """The unit right before the quote is of one of these classes."""
    return lambda frame: float((frame.left[-1:] or "/") in classes)


def closing(classes: str) -> Callable[[Frame], float]:
    """The unit right after the quote is of one of these classes."""
    return lambda frame: float((frame.right[:1] or "/") in classes)


def leading(pattern: str) -> Callable[[Frame], float]:
    """What stands in the sentence before the quote has this pattern."""
    fits = _pattern(pattern)
    return lambda frame: fits(frame.left)


def trailing(pattern: str) -> Callable[[Frame], float]:
    """What stands in the sentence after the quote has this pattern."""
    fits = _pattern(pattern)
    return lambda frame: fits(frame.right)


def paragraph(pattern: str) -> Callable[[Frame], float]:
    """The paragraph has this pattern."""
    fits = _pattern(pattern)
    return lambda frame: fits(frame.paragraph)


def no_paragraph(pattern: str) -> Callable[[Frame], float]:
    """The paragraph does not have this pattern."""
    fits = _pattern(pattern)
    return lambda frame: 1.0 - fits(frame.paragraph)


# -- what stands between quote and candidate -------------------------------------------------------


@frozen
class PathPattern:
    """A pattern of what stands between, and the paths that it can hold of at all."""

    search: Callable[[str], bool]
    #: the candidate stands before the quote, or after it; either way if None
    before: bool | None
    #: no sentence may end between
    close: bool

    def applies(self, before: bool, close: bool) -> bool:
        """It can hold of paths on that side of the quote, within one sentence or not."""
        return self.before in (None, before) and (close or not self.close)

    def __call__(self, path: Path) -> float:
        """1.0 if the pattern holds of the path, else 0.0."""
        fits = self.applies(path.before, path.close) and self.search(path.chunks)
        return float(fits)


def before(pattern: str) -> PathPattern:
    """The candidate stands before the quote in its sentence, with this pattern between."""
    return PathPattern(RowPattern(pattern).fullmatch, before=True, close=True)


def far_before(pattern: str) -> PathPattern:
    """The same over the ends of sentences and paragraphs."""
    return PathPattern(RowPattern(pattern).fullmatch, before=True, close=False)


def after(pattern: str) -> PathPattern:
    """The candidate stands after the quote in its sentence, with this pattern between."""
    return PathPattern(RowPattern(pattern).fullmatch, before=False, close=True)


def far_after(pattern: str) -> PathPattern:
    """The same over the ends of sentences and paragraphs."""
    return PathPattern(RowPattern(pattern).fullmatch, before=False, close=False)


def has_between(pattern: str) -> PathPattern:
    """This pattern stands somewhere between quote and candidate, in one sentence."""
    return PathPattern(searcher(pattern), before=None, close=True)


def between(classes: str, most: int = 60) -> Callable[[Path], float]:
    """How many units of these classes stand between quote and candidate."""
    return lambda path: float(min(most, sum(map(path.chunks.count, classes))))


# -- what stands around the candidate --------------------------------------------------------------


def left(classes: str) -> Callable[[Place], float]:
    """The unit before the candidate is of one of these classes."""
    return lambda place: float(place.left[-1] in classes)


def right(pattern: str) -> Callable[[Place], float]:
    """The sentence goes on after the candidate with this pattern."""
    fits = _pattern(f"^{pattern}")
    return lambda place: fits(place.right)


def leftward(pattern: str) -> Callable[[Place], float]:
    """The sentence before the candidate ends with this pattern."""
    fits = _pattern(f"{pattern}$")
    return lambda place: fits(place.left)


# -- the candidate itself --------------------------------------------------------------------------


def word(words: frozenset[str]) -> Callable[[Candidate], float]:
    """The head of the mention is one of these words."""
    return lambda candidate: float(candidate.head in words)


def kind(symbols: str) -> Callable[[Candidate], float]:
    """The unit of the mention is of one of these classes."""
    return lambda candidate: float(candidate.place.tag in symbols)
