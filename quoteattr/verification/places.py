"""Find the passage of a text that is most similar to a quote.

A quote is searched in all words of the text, then in the words in quotation marks, which skips
clauses such as *she said*, then in the parts of each record: a reported clause may be interrupted
without a mark.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice, pairwise
from operator import itemgetter

from quoteattr.compare.align import Step, extend_ends
from quoteattr.compare.alignment import Alignment
from quoteattr.compare.normalize import WordSequence
from quoteattr.compare.quote_words import LONGEST_QUOTE, QuoteWords
from quoteattr.language import ENGLISH
from quoteattr.records import QuoteRecord, Span
from quoteattr.verification.indexed_article import (
    WHOLE,
    IndexedArticle,
    Tokenization,
    TokenizedText,
)
from quoteattr.verification.negation import is_negation
from quoteattr.verification.result import Passage
from quoteattr.verification.word_index import RUN, WordIndex, find_exact, find_near

#: minimum share of common words of an altered quote; the same for a short quote, with fewer words
#: than ``SHORT``, that shares few content words. docs/verify.md has the measurements
ALIKE, ALIKE_SHORT, SHORT = 0.65, 0.8, 7
#: minimum share for a short quote that is aligned with a whole one of as many words
ALIKE_WHOLE = 0.6
#: minimum number of content words that a short quote shares with the text
CONTENT_WORDS = 2
#: number of words of a short quote, *utter rubbish*, one of which may differ
_PAIR = 2
#: minimum number of words of a quote of which one, anywhere, may differ
_SENTENCE = 5
#: maximum number of words by which a quote with an added or lost negation may differ
_NEGATED = 2
#: minimum share of the words of a quote that the nearest passage contains
_NEAREST = 0.3
#: maximum number of words to compare, in all places of one quote
_COMPARED = 100_000
#: maximum number of places of one quote whose speakers are compared
_PLACES = 50

_Search = Callable[[QuoteWords, WordIndex], Iterator[list[Step]]]
_Rank = tuple[float, int, bool, bool, int]
_Ranked = tuple[_Rank, Alignment]
#: the index in a rank of whether the typography differs
_TYPOGRAPHY = 2
#: the best possible rank, without the offset
_PERFECT = (-1, 0, False, False)


def best_place(
    quote: QuoteWords, article: IndexedArticle
) -> tuple[Alignment | None, Passage | None]:
    """Find the passage that is most similar to a quote.

    Returns:
        The alignment if the quote is found, else None; the nearest passage if it is not found and
        there is one.
    """
    options, nearest = list(article.tokenizations(quote)), None
    best, _ = _search(find_exact, options, article)
    if best is None or best[1].differences():
        if best is None and quote.unbracketed >= RUN - 1 and quote.size <= LONGEST_QUOTE:
            best, nearest = _search(find_near, options, article)
            best = best or _best(article, _altered_pairs(options, article))
        in_records = _in_records(options, article, best[1] if best else None)
        joined = _best(article, in_records)
        best = min(filter(None, (best, joined)), key=itemgetter(0), default=None)
    return (best[1], None) if best is not None else (None, nearest)


def exact_places(quote: QuoteWords, article: IndexedArticle) -> Iterator[Alignment]:
    """The first exact passages of a quote, in order of the text."""
    for words, tokenization in article.tokenizations(quote):
        tokenized = article.tokenize(tokenization)
        alignments = _alignments(find_exact, words, tokenized, quoted=False)
        yield from (
            alignment for alignment in islice(alignments, _PLACES) if not alignment.differences()
        )


def common_record(records: Sequence[QuoteRecord | None]) -> QuoteRecord | None:
    """The first record, if all of them have the same speaker; else None."""
    first = records[0]
    same = first is not None and all(r is not None and r.speaker == first.speaker for r in records)
    return first if same else None


def _search(
    search: _Search, options: Iterable[tuple[QuoteWords, Tokenization]], article: IndexedArticle
) -> tuple[_Ranked | None, Passage | None]:
    """The best alignment in all words or the quoted ones; otherwise the nearest passage."""
    best: _Ranked | None = None
    rejected = list[Alignment]()
    for quote, tokenization in options:
        tokenized = article.tokenize(tokenization)
        for quoted in (False, True):
            if best and not best[1].differences() and (quoted or not best[0][_TYPOGRAPHY]):
                continue
            alignments: Iterable[Alignment] = _alignments(search, quote, tokenized, quoted=quoted)
            if search is find_near:
                candidates = list(alignments)
                rejected += (alignment for alignment in candidates if not _is_near(alignment))
                alignments = filter(_is_near, candidates)
            alignments = (
                alignment
                for alignment in alignments
                if not quoted or _has_one_speaker(article, alignment)
            )
            best_here = _best(article, alignments)
            best = min(filter(None, (best, best_here)), key=itemgetter(0), default=None)
    return best, None if best else _nearest(article, rejected)


def _alignments(
    search: _Search, quote: QuoteWords, tokenized: TokenizedText, *, quoted: bool
) -> Iterator[Alignment]:
    """The alignments that a search finds in all words or the quoted ones."""
    index = tokenized.quoted_words if quoted else tokenized.all_words
    for steps in islice(search(quote, index), max(_COMPARED // quote.size, 1)):
        if any(j is not None and not index.keys[j] for _, j in steps):
            continue
        in_text = [(i, None if j is None else index.places[j]) for i, j in steps]
        if any(j is not None for _, j in in_text):
            extended = extend_ends(tokenized.words, in_text)
            yield Alignment(quote, tokenized.words, extended, tokenized.quoted_spans)


def _is_near(alignment: Alignment) -> bool:
    """The passage is similar enough for an altered quote."""
    share, size = alignment.similarity(), alignment.quote.unbracketed
    if _differs_by_negations(alignment) or _is_cut_quote(alignment):
        return True
    if size >= SHORT:
        return share >= ALIKE and alignment.longest_run() >= RUN
    if size >= RUN and share >= ALIKE_SHORT and alignment.longest_run() >= RUN:
        return True
    if _is_whole_quote(alignment) or _differs_by_one_word(alignment):
        return True
    return size > RUN and share >= ALIKE and len(_content_words(alignment)) >= CONTENT_WORDS


def _is_whole_quote(alignment: Alignment) -> bool:
    """The passage is a whole quote of as many words, most of which are the same."""
    of_quote = [i for i, _ in alignment.steps if i is not None]
    of_text = [j for _, j in alignment.steps if j is not None]
    same = len(of_text) == len(of_quote) >= RUN and alignment.similarity() >= ALIKE_WHOLE
    return same and alignment.fills_quoted_span() and bool(_content_words(alignment))


def _differs_by_one_word(alignment: Alignment) -> bool:
    """One word is another in the passage, and none is cut or put in.

    In a quote of three words two content words are the same, the other two are both content
    words or both not, and the passage is in quotation marks.
    """
    size, shared = alignment.quote.unbracketed, len(_content_words(alignment))
    if len(alignment.steps) != alignment.quote.size or size != sum(alignment.same) + 1:
        return False
    if size >= _SENTENCE:
        return shared > 0
    short = size >= RUN and shared >= CONTENT_WORDS and alignment.is_quoted()
    return short and _replaces_like(alignment)


def _replaces_like(alignment: Alignment) -> bool:
    """The first word that differs replaces one of its kind, a content word or a function word."""
    i, j = alignment.steps[alignment.same.index(False)]
    if i is None or j is None:
        return False
    keys = (alignment.quote.words.keys[i], alignment.text.keys[j])
    return len({key in ENGLISH.function_words for key in keys}) == 1


def _differs_by_negations(alignment: Alignment) -> bool:
    """One or two words differ, a negation on one side each: *neither … nor*, *either … or*."""
    quote, text = alignment.quote.words.keys, alignment.text.keys
    different = [
        (i is not None and is_negation(quote[i]), j is not None and is_negation(text[j]))
        for (i, j), same in zip(alignment.steps, alignment.same, strict=True)
        if not same
    ]
    negated = all(of_quote != of_text for of_quote, of_text in different)
    return negated and 0 < len(different) <= _NEGATED and bool(_content_words(alignment))


def _is_cut_quote(alignment: Alignment) -> bool:
    """The passage is a whole quote with all words, and more between them."""
    whole = sum(alignment.same) == alignment.quote.size > 1
    alike = whole and alignment.similarity() >= ALIKE
    return alike and alignment.fills_quoted_span() and bool(_content_words(alignment))


def _altered_pairs(
    options: Iterable[tuple[QuoteWords, Tokenization]], article: IndexedArticle
) -> Iterator[Alignment]:
    """Whole quotes of two words that share one, a content word, with a quote of two words."""
    for quote, tokenization in options:
        if quote.size != _PAIR:
            continue
        tokenized = article.tokenize(tokenization)
        for span in tokenized.quoted_spans:
            first = bisect_left(tokenized.words.starts, span.start)
            steps: list[Step] = [(0, first), (1, first + 1)]
            if bisect_left(tokenized.words.starts, span.end) - first == _PAIR:
                alignment = Alignment(quote, tokenized.words, steps, tokenized.quoted_spans)
                if sum(alignment.same) == 1 == len(_content_words(alignment)):
                    yield alignment


def _content_words(alignment: Alignment) -> set[str]:
    """The content words that quote and text share."""
    keys = (alignment.text.keys[j] for j in alignment.shared_words())
    return {key for key in keys if key not in ENGLISH.function_words}


def _nearest(article: IndexedArticle, rejected: Iterable[Alignment]) -> Passage | None:
    """The passage that has most words in common with a quote, if these are enough."""
    eligible = [
        alignment for alignment in rejected if len(_content_words(alignment)) >= CONTENT_WORDS
    ]
    best = max(eligible, key=Alignment.similarity, default=None)
    if best is None or best.similarity() < _NEAREST:
        return None
    words = best.shared_words()
    span = Span(best.text.starts[words[0]], best.text.ends[words[-1]])
    text = article.article.text[slice(*span)]
    return Passage(article.article.source, span, text, best.similarity())


def _in_records(
    options: Iterable[tuple[QuoteWords, Tokenization]],
    article: IndexedArticle,
    near: Alignment | None,
) -> Iterator[Alignment]:
    """Alignments of a quote that occurs word for word in the joined parts of a record."""
    for quote, tokenization in options:
        if not article.may_contain(quote):
            continue
        for record in _candidate_records(article, near):
            words = _record_words(record, tokenization, article.article.text)
            places = [i for i, key in enumerate(words.keys) if key]
            index = WordIndex([words.keys[i] for i in places], places)
            for steps in find_exact(quote, index):
                in_text = [(i, places[j]) for i, j in steps if j is not None]
                yield Alignment(quote, words, list(in_text), record.spans, record)


def _candidate_records(article: IndexedArticle, near: Alignment | None) -> Iterable[QuoteRecord]:
    """The records that may contain a quote; in a long text, those around the nearest passage.

    A long text is extracted as a whole only if that passage differs from the quote only by cuts.
    """
    if len(article.article.text) <= WHOLE:
        return article.records(0)
    if near is None:
        return ()
    start = near.spans()[0].start
    only_cuts = all(difference.kind == "cut" for difference in near.differences())
    return (*article.records(start), *(article.records(None) if only_cuts else ()))


def _record_words(record: QuoteRecord, tokenization: Tokenization, text: str) -> WordSequence:
    """The words of a record, part by part: a part may begin or end inside a word of the text.

    A word with an empty key represents the text before, between and after the parts.
    """
    keys, starts, ends = [""], [0], [record.spans[0].start]
    for span, following in pairwise((*record.spans, Span(len(text), len(text)))):
        piece = tokenization.split(text[slice(*span)])
        keys += [*piece.keys, ""]
        starts += [*(span.start + at for at in piece.starts), span.end]
        ends += [*(span.start + at for at in piece.ends), following.start]
    return WordSequence(text, keys, starts, ends)


def _best(article: IndexedArticle, alignments: Iterable[Alignment]) -> _Ranked | None:
    """The best of several alignments, with its rank."""
    best: _Ranked | None = None
    for alignment in alignments:
        rank = _rank(article, alignment)
        if best is None or rank < best[0]:
            best = rank, alignment
        if rank[:-1] == _PERFECT:  # the first of several perfect ones
            break
    return best


def _rank(article: IndexedArticle, alignment: Alignment) -> _Rank:
    """Sort key: similarity, number of differences, typography, quotation marks, offset."""
    start = alignment.spans()[0].start
    differences, unquoted = len(alignment.differences()), not article.is_quoted(start)
    typography = differences > 0 or article.exact_spans(alignment) is None
    return -alignment.similarity(), differences, typography, unquoted, start


def _has_one_speaker(article: IndexedArticle, alignment: Alignment) -> bool:
    """All parts of an interrupted quote have the same speaker."""
    if len(alignment.spans()) == 1:
        return False
    return common_record(article.records_at(alignment.starts())) is not None
