"""The stages in order: find quotes, link each to a speaker, make records.

``extract`` takes one text, ``extract_many`` a stream of them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sized
from contextlib import ExitStack
from functools import partial

from attrs import evolve
from tqdm import tqdm

from quoteattr.errors import InputError, OptionError
from quoteattr.find.cues import find_cue
from quoteattr.find.posts import Post, find_posts
from quoteattr.find.quotes import Quoted, find_quotes
from quoteattr.link.decode import Link, link
from quoteattr.link.explain import explain
from quoteattr.link.surroundings import Candidate, Surroundings
from quoteattr.link.utterances import kind_of, utterances
from quoteattr.link.weights import Weights, default
from quoteattr.names.clusters import Names, check_names, read_clusters
from quoteattr.records import (
    Article,
    Cue,
    Failure,
    Mention,
    MentionKind,
    QuoteRecord,
    QuoteRecords,
)
from quoteattr.workers import Crew

#: an article, its text alone, or its text with the name of its source
Readable = Article | str | tuple[str, str | None]

#: the records and the failures of one article
Found = tuple[tuple[QuoteRecord, ...], tuple[Failure, ...]]

#: the signature of a post is sure to be its author's
_POST_CONFIDENCE = 0.99

_KINDS: dict[str, MentionKind] = {"N": "name", "P": "pronoun", "h": "pronoun", "L": "label"}


def extract(
    text: str | Article,
    source: str | None = None,
    *,
    unattributed: bool = False,
    weights: Weights | None = None,
    names: Names | None = None,
) -> QuoteRecords:
    """Find who said what in a text.

    Args:
        text: the article, or its text alone. The text is never changed; every span of a record
            indexes it, in characters, end exclusive.
        source: what to call the document in the records: a path, a URL, an id. By default the
            article's own.
        unattributed: also give the stretches in marks that nobody said (titles, terms, scare
            quotes), as records whose speaker is None.
        weights: what the rules are worth, if not as in the package.
        names: further evidence for who is who: a function from the text to clusters, each of
            spans (start, end) that stand for one person or organisation, such as a coreference
            model finds. The names in a cluster become one speaker's, and its pronouns and nominals
            stand for the fullest of them; no span of a record changes.

    Returns:
        The records, in order of the text. A text without quotes gives none.

    Raises:
        InputError: ``text`` is neither a string nor an article, or ``source`` is neither a string
            nor None, or ``names`` is no function or gives what is no span of the text.

    >>> records = extract("“The bridge is safe,” said Ada Berg, who built it.", source="a.txt")
    >>> for speaker, quote, source in records:
    ...     print(speaker, "|", quote, "|", source)
    Ada Berg | The bridge is safe, | a.txt
    """
    told = _article(text, source)
    check_names(names)
    text, source = told.text, told.source
    posts = find_posts(text)
    quotes = _outside(posts, find_quotes(text))
    records = [_post_record(text, post, source) for post in posts]
    if quotes:
        article = Surroundings(text, quotes, read_clusters(names, text))
        links = link(article, weights or default())
        for pieces in utterances(article, links):
            if unattributed or pieces[0].chosen is not None:
                records.append(_record(article, pieces, source, weights or default()))
    records.sort(key=lambda record: record.spans)
    return QuoteRecords(records, [told])


def _outside(posts: list[Post], quotes: list[Quoted]) -> list[Quoted]:
    """The quotes that stand in no post: a post is one record with all that is in it."""
    starts = [post.text.start for post in posts]
    ends = [-1, *(post.author.end for post in posts)]
    return [quote for quote in quotes if quote.start >= ends[bisect_right(starts, quote.start)]]


def _article(text: object, source: object) -> Article:
    """The article that is meant; raises on what is none, and says what to pass instead."""
    if source is not None and not isinstance(source, str):
        raise InputError(
            f"source must be a string or None, not {type(source).__name__}: pass str(source)"
        )
    article = text if isinstance(text, Article) else Article(text, source)  # type: ignore[arg-type]
    if isinstance(article.text, bytes | bytearray):
        raise InputError(
            "extract() takes text, not bytes: decode it first, as in data.decode('utf-8')"
        )
    if not isinstance(article.text, str):
        raise InputError(
            f"extract() takes the text of an article as a string, not {type(text).__name__}:"
            " read the file first, as in Path(path).read_text(encoding='utf-8')"
        )
    return article if source is None else evolve(article, id=source)


def _post_record(text: str, post: Post, source: str | None) -> QuoteRecord:
    """The record of an embedded post."""
    return QuoteRecord(
        speaker=post.name,
        quote=text[slice(*post.text)],
        source=source,
        kind="post",
        spans=(post.text,),
        mention=Mention(*post.author, text[slice(*post.author)], "handle"),
        cue=Cue(*post.cue, text[slice(*post.cue)]),
        rule="post-signature",
        confidence=_POST_CONFIDENCE,
    )


def _record(
    article: Surroundings, pieces: list[Link], source: str | None, weights: Weights
) -> QuoteRecord:
    """The record of one quote, of one or more linked pieces."""
    first = pieces[0]
    spans = [span for piece in pieces for span in piece.quote.spans]
    chosen = first.chosen
    why = explain(first, weights, lambda candidate: mention_of(article, candidate))
    return QuoteRecord(
        speaker=article.cast.speaker(chosen.unit) if chosen else None,
        quote=" ".join(p.quote.text for p in pieces),
        source=source,
        kind=kind_of(first),
        spans=spans,
        quoted=spans,
        mention=mention_of(article, chosen) if chosen else None,
        cue=_cue(article, first),
        rule=why.rule,
        confidence=min(weights.confidence(p.share) for p in pieces),
        verdicts=why.verdicts,
    )


def mention_of(article: Surroundings, candidate: Candidate) -> Mention:
    """The candidate as a record keeps it."""
    kind = _KINDS.get(candidate.place.symbol, "nominal")
    return Mention(*article.units.mention(candidate.unit), candidate.text, kind)


def _cue(article: Surroundings, found: Link) -> Cue | None:
    """The cue that joins quote and speaker."""
    if found.chosen is None:
        return None
    unit = find_cue(article.symbols, found.quote.first, found.quote.last, found.chosen.unit)
    if unit is None:
        return None
    start, end = article.units.starts[unit], article.units.ends[unit]
    return Cue(start, end, article.text[start:end])


def extract_many(
    articles: Iterable[Readable | Failure],
    *,
    workers: int = 1,
    progress: bool = False,
    unattributed: bool = False,
    weights: Weights | None = None,
    names: Names | None = None,
) -> Iterator[QuoteRecords]:
    """Find who said what in many texts, lazily and in order.

    What goes wrong in one article does not end the run: its records are none, and say so in their
    ``failures``, even where a worker process dies of it. Memory does not grow with the number of
    articles: with several workers at most 48 for each are taken ahead. To stop early, by ``break``
    or Ctrl-C, ends the workers, and what was yielded stays as it is.

    Args:
        articles: articles, texts, or pairs of a text and the name of its source. What
            :func:`quoteattr.read` gives fits; its failures are passed on in their place.
        workers: processes to share the work; 1 works in this one. More are started as
            :mod:`multiprocessing` does, so that on macOS and Windows a script must make the call
            below ``if __name__ == "__main__":``; a notebook need not.
        progress: show a progress bar on standard error.
        unattributed: as for :func:`extract`.
        weights: as for :func:`extract`.
        names: as for :func:`extract`; with several workers a function of a module, not a lambda.

    Yields:
        The records of each article, in the order of the articles.

    Raises:
        OptionError: ``workers`` is less than 1, or the processes cannot start.
        InputError: an article is none of these; those before it are yielded first.

    >>> [len(records) for records in extract_many(["“Go,” he said.", "Nobody spoke."])]
    [1, 0]
    """
    if isinstance(articles, str | bytes):
        raise InputError(
            "extract_many() takes several articles: pass a list, or use extract() for one"
        )
    if workers < 1:
        raise OptionError(f"workers must be 1 or more, not {workers}")
    check_names(names)
    one = partial(_extract_one, unattributed=unattributed, weights=weights, names=names)
    return _extract_many(articles, workers, progress, one)


def _extract_many(
    articles: Iterable[Readable | Failure],
    workers: int,
    progress: bool,
    one: Callable[[Article | Failure], Found],
) -> Iterator[QuoteRecords]:
    """The generator behind ``extract_many``: that one checks its arguments when it is called."""
    total = len(articles) if isinstance(articles, Sized) else None
    stream = map(_readable, articles)
    with ExitStack() as stack:
        found: Iterator[tuple[Article | Failure, Found | None]]
        if workers == 1:
            found = ((article, one(article)) for article in stream)
        else:
            found = stack.enter_context(Crew(one, workers)).work(stream)
        # Made after the processes: the bar starts a thread, and a fork with threads is not safe.
        bar = stack.enter_context(tqdm(total=total, unit=" articles")) if progress else None
        for article, parts in found:
            if bar is not None:
                bar.update()
            yield _together(article, parts)


def _readable(given: Readable | Failure) -> Article | Failure:
    """One article of a stream."""
    if isinstance(given, Failure):
        return given
    if isinstance(given, tuple):
        if len(given) != 2:
            raise InputError(f"a pair (text, source) is wanted, not a tuple of {len(given)}")
        return _article(*given)
    return _article(given, None)


def _extract_one(
    article: Article | Failure,
    *,
    unattributed: bool,
    weights: Weights | None,
    names: Names | None,
) -> Found:
    """The records and failures of one article, without the article: its text travels one way."""
    if isinstance(article, Failure):
        return (), (article,)
    try:
        return tuple(extract(article, unattributed=unattributed, weights=weights, names=names)), ()
    except Exception as error:  # whatever it is, the other articles shall not suffer from it
        reason = " ".join(f"{type(error).__name__}: {error}".split())
        return (), (Failure(article.source, reason),)


def _together(article: Article | Failure, found: Found | None) -> QuoteRecords:
    """What was found in an article, with the article."""
    records, failures = found or ((), (Failure(article.source, "its worker process died"),))
    return QuoteRecords(records, [article] if isinstance(article, Article) else [], failures)
