"""What differs between a quote and the words of a text that it was set beside."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from attrs import field, frozen

from quoteattr.compare.align import ELLIPSIS, Step
from quoteattr.compare.difference import Difference, DifferenceKind
from quoteattr.compare.fold import Words, fold_gap
from quoteattr.compare.wanted import Given, bare, stripped
from quoteattr.records import QuoteRecord, Span

#: what a word counts that only the text has, where one of the quote counts 1
_CUT = 0.25


class _Group(NamedTuple):
    """Words of a quote and of a text in a row that are not the same."""

    #: brackets or an ellipsis tell of them
    told: bool
    quote: list[int]
    text: list[int]
    #: how many steps come before
    at: int
    #: how many words of the quote come before
    read: int


@frozen(eq=False)
class Match:
    """The words of a quote beside those of a place in a text."""

    given: Given
    text: Words
    #: a word of the quote beside a word of the text, or one of them beside nothing
    steps: list[Step]
    #: what stands between marks in the text
    stretches: Sequence[Span] = ()
    #: the record whose words these are, where it was looked for in those of one
    record: QuoteRecord | None = None
    #: for each step, whether its words are the same but for case
    same: list[bool] = field(init=False)

    @same.default
    def _same(self) -> list[bool]:
        quote, text = self.given.words.keys, self.text.keys
        return [i is not None and j is not None and quote[i] == text[j] for i, j in self.steps]

    def words(self) -> list[int]:
        """The words of the text that the quote has, too."""
        return [
            j for (_, j), same in zip(self.steps, self.same, strict=True) if same and j is not None
        ]

    def starts(self) -> list[int]:
        """Where these words begin."""
        return [self.text.starts[j] for j in self.words()]

    def run(self) -> int:
        """The most words in a row that are the same."""
        return max((len(list(run)) for same, run in groupby(self.same) if same), default=0)

    def similarity(self) -> float:
        """The share of the words that are the same; those that are told of do not count."""
        matched, edits = sum(self.same), 0.0
        for group in self._groups():
            if not group.told:
                cut = max(len(group.text) - len(group.quote), 0)
                edits += len(group.quote) + _CUT * cut
        return matched / (matched + edits) if matched else 0.0

    def differences(self) -> tuple[Difference, ...]:
        """All that differs, in order of the text."""
        found = [*self._other_words(), *self._joints(), *self._ending()]
        return tuple(sorted(found, key=lambda each: (each.span, each.quote_span)))

    def spans(self) -> tuple[Span, ...]:
        """Where the quote stands: one piece in each quoted span that it goes through."""
        places = [j for _, j in self.steps if j is not None]
        spans, start = list[Span](), self.text.starts[places[0]]
        last = self._stretch(places[0])
        for j in places[1:]:
            stretch = self._stretch(j)
            if last and stretch and last != stretch:
                spans.append(Span(start, last.end))
                start = stretch.start
            last = stretch
        return (*spans, Span(start, self.text.ends[places[-1]]))

    def exact(self) -> tuple[Span, ...] | None:
        """Where the quote stands character for character, the marks around it apart."""
        words, spans = self.given.words, self.spans()
        wanted = bare(words.text)
        begins = words.text.index(wanted)
        start = spans[0].start - (words.starts[0] - begins)
        end = spans[-1].end + begins + len(wanted) - words.ends[-1]
        ends = [*(span.end for span in spans[:-1]), end]
        pieces = tuple(map(Span, [start, *(span.start for span in spans[1:])], ends))
        for found in (pieces, (Span(start, end),)):
            if start >= 0 and " ".join(self.text.text[slice(*each)] for each in found) == wanted:
                return found
        return None

    def _stretch(self, word: int) -> Span | None:
        """What stands between the marks around a word of the text."""
        at = bisect_right(self.stretches, self.text.starts[word], key=itemgetter(0)) - 1
        inside = at >= 0 and self.text.starts[word] < self.stretches[at].end
        return self.stretches[at] if inside else None

    def _groups(self) -> Iterator[_Group]:
        """Words in a row that are not the same."""
        given, rows, read = self.given, list[tuple[bool | None, int, int]](), 0
        for at, ((i, _), same) in enumerate(zip(self.steps, self.same, strict=True)):
            # left out beside brackets, too: they stand for those words, unless they are the same
            told = given.bracketed[i] if i is not None else given.is_told(read)
            rows.append((None if same else told, at, read))
            read += i is not None
        for told, group in groupby(rows, key=itemgetter(0)):
            if told is None:
                continue
            found = list(group)
            _, at, read = found[0]
            steps = self.steps[at : at + len(found)]
            quote = [i for i, _ in steps if i is not None]
            text = [j for _, j in steps if j is not None]
            told = told and len(text) <= ELLIPSIS and bool(quote or given.elided[read])
            yield _Group(told, quote, text, at, read)

    def _other_words(self) -> Iterator[Difference]:
        """Words that only one side has, or each its own."""
        for group in self._groups():
            quote, text = group.quote, group.text
            kind: DifferenceKind = "changed" if quote and text else "inserted" if quote else "cut"
            if group.told:
                kind = "bracketed" if quote else "ellipsis"
            yield self._difference(kind, self._text_span(group), self._quote_span(group))

    def _text_span(self, group: _Group) -> Span:
        """Where the words of a group stand in the text, or would."""
        starts, ends = self.text.starts, self.text.ends
        if group.text:
            return Span(starts[group.text[0]], ends[group.text[-1]])
        before = [j for _, j in self.steps[: group.at] if j is not None]
        after = (j for _, j in self.steps[group.at :] if j is not None)
        at = ends[before[-1]] if before else starts[next(after)]
        return Span(at, at)

    def _quote_span(self, group: _Group) -> Span:
        """Where the words of a group, or the ellipsis for them, stand in the quote, or would."""
        words = self.given.words
        if group.quote:
            start, end = words.starts[group.quote[0]], words.ends[group.quote[-1]]
            if group.told:  # with the brackets
                start -= words.text[start - 1 : start] in ("[", "(")
                end += words.text[end : end + 1] in ("]", ")")
            return Span(start, end)
        at = words.ends[group.read - 1] if group.read else words.starts[0]
        return _trimmed(words, group.read) if group.told else Span(at, at)

    def _difference(self, kind: DifferenceKind, text: Span, quote: Span) -> Difference:
        """A difference between two places."""
        words = self.given.words.text[slice(*quote)]
        return Difference(kind, self.text.text[slice(*text)], text, words, quote)

    def _joints(self) -> Iterator[Difference]:
        """What is other between two words that are the same, and the case of the second."""
        last: Step = (None, None)
        for step, same in zip(self.steps, self.same, strict=True):
            (i, j), joined = step, False
            if same and i is not None and j is not None:
                if last == (i - 1, j - 1):
                    kind = _joint(self.given.words.between(i), self.text.between(j))
                    if kind:
                        yield self._difference(
                            kind, _trimmed(self.text, j), _trimmed(self.given.words, i)
                        )
                    joined = kind is None and not self.given.elided[i]
                if not self._same_case(i, j, free=not joined):
                    yield self._difference(
                        "changed", _span(self.text, j), _span(self.given.words, i)
                    )
            last = step if same else (None, None)

    def _same_case(self, i: int, j: int, *, free: bool) -> bool:
        """Two words have the same case; of the first letter, if that may not be other."""
        quote, text = self.given.words.form(i), self.text.form(j)
        if free or self.given.recased[i]:
            return quote == text or (
                quote[1:] == text[1:] and quote[:1].lower() == text[:1].lower()
            )
        return quote == text or self.given.bracketed[i]

    def _ending(self) -> Iterator[Difference]:
        """A question that was made a statement, or the other way round, after the last word."""
        i, j = self.steps[-1]
        if not self.same[-1] or i is None or j is None:
            return
        quote, text = self.given.words.between(i + 1), self.text.between(j + 1)
        if text.startswith(quote):  # what follows there is no longer the quote's
            return
        if fold_gap(quote) and ("?" in quote) != ("?" in text):
            yield self._difference(
                "changed", _trimmed(self.text, j + 1), _trimmed(self.given.words, i + 1)
            )


def _joint(quote: str, text: str) -> DifferenceKind | None:
    """What differs between two words of a quote and the same two of a text."""
    given, found = fold_gap(quote), fold_gap(text)
    if given == found:
        return None
    if ("?" in given) != ("?" in found):
        return "changed"
    return "ellipsis" if "…" in given and "…" not in found else "punctuation"


def _span(words: Words, i: int) -> Span:
    """Where a word stands."""
    return Span(words.starts[i], words.ends[i])


def _trimmed(words: Words, i: int) -> Span:
    """Where what stands between a word and the one before begins and ends, marks around it off."""
    between = stripped(words.between(i))
    start = words.text.index(between, words.ends[i - 1])
    return Span(start, start + len(between))
