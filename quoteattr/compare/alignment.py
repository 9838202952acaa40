"""A quote aligned with a passage of a text, and the differences between the two."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from attrs import field, frozen

from quoteattr.compare.align import ELLIPSIS, Step
from quoteattr.compare.difference import Difference, DifferenceKind
from quoteattr.compare.normalize import WordSequence, normalize_gap
from quoteattr.compare.quote_words import QuoteWords, strip_marks, without_marks
from quoteattr.records import QuoteRecord, Span

#: the edit cost of a word that only the text has, where a word of the quote costs 1
_CUT = 0.25


class _Edit(NamedTuple):
    """Consecutive words of a quote and of a text that are not the same."""

    #: brackets or an ellipsis mark them
    marked: bool
    quote: list[int]
    text: list[int]
    #: the number of steps before them
    at: int
    #: the number of words of the quote before them
    quote_at: int


@frozen(eq=False)
class Alignment:
    """The words of a quote aligned with those of a passage."""

    quote: QuoteWords
    text: WordSequence
    #: pairs of word numbers of the quote and of the text; None for a gap
    steps: list[Step]
    #: the quoted spans of the text
    quoted_spans: Sequence[Span] = ()
    #: the record whose words were searched, if the search was within one record
    record: QuoteRecord | None = None
    #: for each step, whether its words are the same but for case
    same: list[bool] = field(init=False)

    @same.default
    def _same(self) -> list[bool]:
        quote, text = self.quote.words.keys, self.text.keys
        return [i is not None and j is not None and quote[i] == text[j] for i, j in self.steps]

    def shared_words(self) -> list[int]:
        """The words of the text that are the same in the quote."""
        return [
            j for (_, j), same in zip(self.steps, self.same, strict=True) if same and j is not None
        ]

    def starts(self) -> list[int]:
        """The offsets of the shared words in the text."""
        return [self.text.starts[j] for j in self.shared_words()]

    def longest_run(self) -> int:
        """The largest number of consecutive words that are the same."""
        return max((len(list(run)) for same, run in groupby(self.same) if same), default=0)

    def similarity(self) -> float:
        """The share of words that are the same, 0 to 1; words with editorial marks do not count."""
        matched, cost = sum(self.same), 0.0
        for edit in self._edits():
            if not edit.marked:
                cut = max(len(edit.text) - len(edit.quote), 0)
                cost += len(edit.quote) + _CUT * cut
        return matched / (matched + cost) if matched else 0.0

    def differences(self) -> tuple[Difference, ...]:
        """All differences, in order of the text."""
        result = [*self._word_differences(), *self._gap_differences(), *self._final_difference()]
        return tuple(
            sorted(result, key=lambda difference: (difference.span, difference.quote_span))
        )

    def spans(self) -> tuple[Span, ...]:
        """The spans of the passage: one in each quoted span that it crosses."""
        aligned = [j for _, j in self.steps if j is not None]
        spans, start = list[Span](), self.text.starts[aligned[0]]
        last = self._quoted_span(aligned[0])
        for j in aligned[1:]:
            quoted = self._quoted_span(j)
            if last and quoted and last != quoted:
                spans.append(Span(start, last.end))
                start = quoted.start
            last = quoted
        return (*spans, Span(start, self.text.ends[aligned[-1]]))

    def exact_spans(self, pieces: Sequence[Span] = ()) -> tuple[Span, ...] | None:
        """The spans of the quote without outer marks, if it occurs character for character.

        Args:
            pieces: the spans that a record of the text joins, such as the paragraphs of a turn.
        """
        words, spans = self.quote.words, self.spans()
        literal = without_marks(words.text)
        begins = words.text.index(literal)
        start = spans[0].start - (words.starts[0] - begins)
        if start < 0:  # the quote begins with characters for which the text has no room
            return None
        end = spans[-1].end + begins + len(literal) - words.ends[-1]
        ends = [*(span.end for span in spans[:-1]), end]
        quoted = tuple(map(Span, [start, *(span.start for span in spans[1:])], ends))
        of_record = tuple(
            Span(max(s, start), min(e, end)) for s, e in pieces if s < end and start < e
        )
        for candidate in (quoted, (Span(start, end),), of_record):
            if " ".join(self.text.text[slice(*span)] for span in candidate) == literal:
                return candidate
        return None

    def is_quoted(self) -> bool:
        """The passage is in one pair of quotation marks."""
        aligned = [j for _, j in self.steps if j is not None]
        span = self._quoted_span(aligned[0])
        return span is not None and self.text.ends[aligned[-1]] <= span.end

    def fills_quoted_span(self) -> bool:
        """The passage is all that stands in one pair of quotation marks."""
        aligned = [j for _, j in self.steps if j is not None]
        span, text = self._quoted_span(aligned[0]), self.text
        if span is None or not self.is_quoted():
            return False
        before = aligned[0] > 0 and text.starts[aligned[0] - 1] >= span.start
        after = text.starts[aligned[-1] + 1 : aligned[-1] + 2]
        return not before and not (after and after[0] < span.end)

    def _quoted_span(self, word: int) -> Span | None:
        """The quoted span that a word of the text stands in."""
        at = bisect_right(self.quoted_spans, self.text.starts[word], key=itemgetter(0)) - 1
        inside = at >= 0 and self.text.starts[word] < self.quoted_spans[at].end
        return self.quoted_spans[at] if inside else None

    def _edits(self) -> Iterator[_Edit]:
        """The runs of words that are not the same."""
        quote, rows, quote_at = self.quote, list[tuple[bool | None, int, int]](), 0
        for at, ((i, _), same) in enumerate(zip(self.steps, self.same, strict=True)):
            # brackets also replace the words left out next to them, unless these are the same
            marked = quote.bracketed[i] if i is not None else quote.marks_omission(quote_at)
            rows.append((None if same else marked, at, quote_at))
            quote_at += i is not None
        for marked, group in groupby(rows, key=itemgetter(0)):
            if marked is None:
                continue
            run = list(group)
            _, at, quote_at = run[0]
            steps = self.steps[at : at + len(run)]
            of_quote = [i for i, _ in steps if i is not None]
            of_text = [j for _, j in steps if j is not None]
            explained = bool(of_quote or quote.elided[quote_at])
            marked = marked and len(of_text) <= ELLIPSIS and explained
            yield _Edit(marked, of_quote, of_text, at, quote_at)

    def _word_differences(self) -> Iterator[Difference]:
        """Words that are cut, inserted or changed."""
        for edit in self._edits():
            quote, text = edit.quote, edit.text
            kind: DifferenceKind = "changed" if quote and text else "inserted" if quote else "cut"
            if edit.marked:
                kind = "bracketed" if quote else "ellipsis"
            yield self._difference(kind, self._text_span(edit), self._quote_span(edit))

    def _text_span(self, edit: _Edit) -> Span:
        """The span of an edit in the text; empty, at its place, if the text has no words there."""
        starts, ends = self.text.starts, self.text.ends
        if edit.text:
            return Span(starts[edit.text[0]], ends[edit.text[-1]])
        before = [j for _, j in self.steps[: edit.at] if j is not None]
        after = (j for _, j in self.steps[edit.at :] if j is not None)
        at = ends[before[-1]] if before else starts[next(after)]
        return Span(at, at)

    def _quote_span(self, edit: _Edit) -> Span:
        """The span in the quote of the words of an edit, or of the ellipsis for them."""
        words = self.quote.words
        if edit.quote:
            start, end = words.starts[edit.quote[0]], words.ends[edit.quote[-1]]
            if edit.marked:  # including the brackets
                start -= words.text[start - 1 : start] in ("[", "(")
                end += words.text[end : end + 1] in ("]", ")")
            return Span(start, end)
        at = words.ends[edit.quote_at - 1] if edit.quote_at else words.starts[0]
        return _gap_span(words, edit.quote_at) if edit.marked else Span(at, at)

    def _difference(self, kind: DifferenceKind, text: Span, quote: Span) -> Difference:
        """A difference between two spans."""
        words = self.quote.words.text[slice(*quote)]
        return Difference(kind, self.text.text[slice(*text)], text, words, quote)

    def _gap_differences(self) -> Iterator[Difference]:
        """Differences between two shared words, and in the case of the second one."""
        last: Step = (None, None)
        for step, same in zip(self.steps, self.same, strict=True):
            (i, j), joined = step, False
            if same and i is not None and j is not None:
                if last == (i - 1, j - 1):
                    kind = _gap_kind(self.quote.words.between(i), self.text.between(j))
                    if kind:
                        yield self._difference(
                            kind, _gap_span(self.text, j), _gap_span(self.quote.words, i)
                        )
                    joined = kind is None and not self.quote.elided[i]
                if not self._same_case(i, j, free=not joined):
                    yield self._difference(
                        "changed", _word_span(self.text, j), _word_span(self.quote.words, i)
                    )
            last = step if same else (None, None)

    def _same_case(self, i: int, j: int, *, free: bool) -> bool:
        """Two words have the same case; ``free``: apart from their first letters."""
        quote, text = self.quote.words.form(i), self.text.form(j)
        if free or self.quote.recased[i]:
            return quote == text or (
                quote[1:] == text[1:] and quote[:1].lower() == text[:1].lower()
            )
        return quote == text or self.quote.bracketed[i]

    def _final_difference(self) -> Iterator[Difference]:
        """A question mark after the last word that only one side has."""
        i, j = self.steps[-1]
        if not self.same[-1] or i is None or j is None:
            return
        quote, text = self.quote.words.between(i + 1), self.text.between(j + 1)
        if text.startswith(quote):  # the rest is no longer part of the quote
            return
        if normalize_gap(quote) and ("?" in quote) != ("?" in text):
            yield self._difference(
                "changed", _gap_span(self.text, j + 1), _gap_span(self.quote.words, i + 1)
            )


def _gap_kind(quote: str, text: str) -> DifferenceKind | None:
    """The difference between the characters between two words; None if they are equivalent."""
    of_quote, of_text = normalize_gap(quote), normalize_gap(text)
    if of_quote == of_text:
        return None
    if ("?" in of_quote) != ("?" in of_text):
        return "changed"
    return "ellipsis" if "…" in of_quote and "…" not in of_text else "punctuation"


def _word_span(words: WordSequence, i: int) -> Span:
    """The span of a word."""
    return Span(words.starts[i], words.ends[i])


def _gap_span(words: WordSequence, i: int) -> Span:
    """The span of the characters before word ``i``, without white space and quotation marks."""
    between = strip_marks(words.between(i))
    start = words.text.index(between, words.ends[i - 1])
    return Span(start, start + len(between))
