"""The stages in order: find quotes, link each to a speaker, make records.

``extract`` takes one text, ``extract_many`` a stream of them.
"""

from __future__ import annotations

import re
import warnings
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sized
from contextlib import ExitStack
from functools import cached_property, partial
from typing import Any

from attrs import evolve, frozen
from tqdm import tqdm

from quoteattr.attribute.decode import link
from quoteattr.attribute.records import InMarks, Reading, clause_record, says_nothing
from quoteattr.attribute.retelling import retell
from quoteattr.attribute.survey import survey
from quoteattr.attribute.turns import TurnRecords
from quoteattr.attribute.utterances import mixed_stretches, utterances
from quoteattr.checks import (
    check_count,
    check_flag,
    check_instance,
    check_several,
    check_text,
    describe,
    text_not_path,
)
from quoteattr.coref.clusters import Names, check_names, read_clusters
from quoteattr.detect.answers import find_answers
from quoteattr.detect.posts import Post, find_posts
from quoteattr.detect.quotes import Quoted, find_quotes
from quoteattr.detect.replies import Reply, find_replies
from quoteattr.detect.statements import find_statements
from quoteattr.detect.tokens import Token, tokenize
from quoteattr.detect.turns import Turn, find_turns
from quoteattr.errors import InputError, LanguageWarning, shorten
from quoteattr.language import SUPPORTED
from quoteattr.model.model import Weights, default
from quoteattr.parallel import Crew
from quoteattr.records import (
    QUOTE_KINDS,
    Article,
    Cue,
    Failure,
    Mention,
    QuoteRecord,
    QuoteRecords,
    Span,
    check_kinds,
)
from quoteattr.tag.clauses import Reported, find_reported

#: an article, its text alone, or its text with the name of its source
Readable = Article | str | tuple[str, str | None]

#: the records and the failures of one article
Found = tuple[tuple[QuoteRecord, ...], tuple[Failure, ...]]

#: the languages that a warning was given of, or needs none
_warned: set[str] = {""}

#: the signature of a post is sure to be its author's
_POST_CONFIDENCE = 0.99
#: so is the header of an e-mail, but for lines that were typed behind it
_REPLY_CONFIDENCE = 0.95


def extract(
    text: str | Article,
    source: str | None = None,
    *,
    kinds: Collection[str] = QUOTE_KINDS,
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
        kinds: which to give: ``direct`` (word for word, between marks), ``mixed`` (a reported
            clause with words between marks in it), ``indirect`` (a reported clause without),
            ``post`` (an embedded social post), and ``turn`` (what a label attributes in a
            transcript or interview). All by default. Without ``indirect`` only the
            surroundings of marks are read, which is about twice as fast.
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
        InputError: an argument is of the wrong type: ``text`` is neither a string nor an article,
            or it is a path; or ``names`` gives what is no span of the text.
        OptionError: ``kinds`` holds one that does not exist, or none.

    Warns:
        LanguageWarning: the article tells a language that is not supported; once for each.

    >>> records = extract("“The bridge is safe,” said Ada Berg, who built it.", source="a.txt")
    >>> for speaker, quote, source in records:
    ...     print(speaker, "|", quote, "|", source)
    Ada Berg | The bridge is safe, | a.txt
    """
    article = _article(text, source)
    _check_options(unattributed, weights, names)
    wanted = check_kinds(kinds)
    _warn(article)
    run = _Run(article, wanted, unattributed, weights or default(), names)
    found = sorted(run.records(), key=lambda record: record.spans)
    return QuoteRecords([record for record in found if record.kind in wanted], [article])


def _check_options(unattributed: object, weights: object, names: object) -> None:
    """Raise on options that do not exist."""
    check_flag(unattributed, "unattributed")
    check_names(names)
    if weights is not None:
        remedy = "pass quoteattr.model.model.read(Path(…)), or None for those of the package"
        check_instance(weights, Weights, "weights", remedy)


@frozen
class _Run:
    """One article on its way through the stages: each is done once, and stands on those before."""

    told: Article
    #: the kinds that are wanted
    wanted: frozenset[str]
    #: also what nobody said is wanted
    unattributed: bool
    weights: Weights
    names: Names | None

    def records(self) -> Iterator[QuoteRecord]:
        """All that is found, in no order, and also of kinds that are not wanted."""
        yield from (_post_record(self.told, post) for post in self._posts)
        yield from (_reply_record(self.told, reply) for reply in self._replies)
        turns = TurnRecords(self.told, self._turns, self._quotes)
        if self.wanted - {"post", "turn"} and (self._quotes or self._everywhere):
            yield from turns.settle([*self._clauses(), *self._stretches()])
        yield from turns.records()

    @property
    def _everywhere(self) -> bool:
        """Clauses are wanted wherever they stand, not only around marks."""
        return "indirect" in self.wanted

    @cached_property
    def _posts(self) -> list[Post]:
        """The embedded posts."""
        return find_posts(self.told.text)

    @cached_property
    def _replies(self) -> list[Reply]:
        """The lines that e-mail replies quote."""
        return find_replies(self.told.text) if "direct" in self.wanted else []

    @cached_property
    def _closed(self) -> list[Span]:
        """The posts and replies, in order: each is one record with all that is in it."""
        posts = [Span(post.text.start, post.author.end) for post in self._posts]
        replies = [Span(reply.spans[0].start, reply.spans[-1].end) for reply in self._replies]
        return sorted([*posts, *replies])

    @cached_property
    def _turns(self) -> list[Turn]:
        """The turns, if the article is a transcript or an interview."""
        if not self.wanted - {"post"}:
            return []
        return find_turns(self.told.text) or find_answers(self.told.text)

    @cached_property
    def _quotes(self) -> list[Quoted]:
        """The stretches between marks that stand in no post or reply."""
        if not self.wanted - {"post"}:
            return []
        text, quotes = self.told.text, find_quotes(self.told.text)
        statements = [] if self._turns else find_statements(text, quotes)
        return _outside(self._closed, _with(statements, quotes))

    @cached_property
    def _tokens(self) -> list[Token]:
        """The tokens, each stretch between marks one."""
        return tokenize(self.told.text, self._quotes)

    @cached_property
    def _said(self) -> Reading:
        """The article, what stands between marks linked."""
        text, trees = self.told.text, self.weights.quotes
        article = survey(text, self._quotes, read_clusters(self.names, text), self._tokens)
        return Reading(article, self.told.source, list(link(article, trees)), trees)

    @cached_property
    def _reported(self) -> Reported:
        """The reported clauses, as far as they are wanted, that stand in no post or reply."""
        mixed = mixed_stretches(self._said.article)
        if not (self._everywhere or ("mixed" in self.wanted and mixed)):
            return Reported()
        tagger = self.weights.tagger
        found = find_reported(self.told.text, self._tokens, tagger, mixed, self._everywhere)
        return found.outside(self._closed)

    @cached_property
    def _retold(self) -> Reading:
        """The article once more, its reported clauses linked."""
        trees, cues = self.weights.clauses, self._reported.cues
        article = retell(self._said.article, self._reported, self._said.links)
        return Reading(article, self.told.source, list(link(article, trees)), trees, cues)

    def _clauses(self) -> Iterator[QuoteRecord]:
        """The records of reported clauses."""
        if not self._reported.clauses:
            return
        in_marks = InMarks(self._said, [Span(quote.start, quote.end) for quote in self._quotes])
        for pieces in utterances(self._retold.article, self._retold.links):
            record = clause_record(self._retold, pieces, in_marks)
            attributed = record.cue or record.mention
            if (self.unattributed or attributed) and not says_nothing(record):
                yield record

    def _stretches(self) -> Iterator[QuoteRecord]:
        """The records of what stands between marks and in no clause."""
        inside = {k for clause in self._reported.clauses for k in clause.quotes}
        alone = [f for f in self._said.links if not inside.intersection(f.quote.stretches)]
        for pieces in utterances(self._said.article, alone):
            if self.unattributed or pieces[0].chosen is not None:
                yield self._said.record(pieces)


def _outside(closed: list[Span], quotes: list[Quoted]) -> list[Quoted]:
    """The quotes that begin in none of these stretches."""
    starts = [span.start for span in closed]
    ends = [-1, *(span.end for span in closed)]
    return [quote for quote in quotes if quote.start >= ends[bisect_right(starts, quote.start)]]


def _with(statements: list[Quoted], quotes: list[Quoted]) -> list[Quoted]:
    """The quotes and the statements, in order; marks inside a statement open nothing."""
    if not statements:
        return quotes
    outside = _outside([Span(part.start, part.end) for part in statements], quotes)
    return sorted([*outside, *statements], key=lambda quote: quote.outer_start)


def _article(text: object, source: Any, where: str = "extract()") -> Article:
    """The article that is meant; raises on what is none, and says what to pass instead."""
    check_text(source, "source", optional=True)
    if isinstance(text, bytes | bytearray):
        raise InputError(
            f"{where} takes text, not bytes",
            where=where,
            remedy="decode it first, as in data.decode('utf-8')",
        )
    if not isinstance(text, str | Article):
        raise InputError(
            f"{where} takes the text of an article as a string, not {describe(text)}",
            where=where,
            remedy="read the file first, as in Path(path).read_text(encoding='utf-8')",
        )
    if isinstance(text, str):
        return Article(text_not_path(text, where), source)
    return text if source is None else evolve(text, id=source)


def _warn(article: Article) -> None:
    """Say once that the language of an article is not read, where it tells one."""
    language = article.language or ""
    if language in _warned or re.split("[-_]", language.strip().lower())[0] in SUPPORTED:
        return
    _warned.add(language)
    warnings.warn(
        f"Article.language: {shorten(language)} is not supported, and few of its quotes are found;"
        f" pass articles in {', '.join(sorted(set(SUPPORTED.values())))}",
        LanguageWarning,
        stacklevel=3,
    )


def _post_record(told: Article, post: Post) -> QuoteRecord:
    """The record of an embedded post."""
    text = told.text
    return QuoteRecord(
        speaker=post.name,
        quote=text[slice(*post.text)],
        source=told.source,
        kind="post",
        spans=(post.text,),
        mention=Mention(*post.author, text[slice(*post.author)], "handle"),
        cue=Cue(*post.cue, text[slice(*post.cue)]),
        rule="post-signature",
        confidence=_POST_CONFIDENCE,
        speaker_confidence=_POST_CONFIDENCE,
    )


def _reply_record(told: Article, reply: Reply) -> QuoteRecord:
    """The record of the lines that a reply quotes."""
    text = told.text
    return QuoteRecord(
        speaker=reply.name,
        quote=" ".join(text[slice(*span)] for span in reply.spans),
        source=told.source,
        kind="direct",
        spans=reply.spans,
        quoted=reply.spans,
        mention=Mention(*reply.author, text[slice(*reply.author)], "name"),
        cue=Cue(*reply.cue, text[slice(*reply.cue)]),
        rule="reply-header",
        confidence=_REPLY_CONFIDENCE,
        speaker_confidence=_REPLY_CONFIDENCE,
    )


def extract_many(
    articles: Iterable[Readable | Failure],
    *,
    workers: int = 1,
    progress: bool = False,
    kinds: Collection[str] = QUOTE_KINDS,
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
        kinds: as for :func:`extract`.
        unattributed: as for :func:`extract`.
        weights: as for :func:`extract`.
        names: as for :func:`extract`; with several workers a function of a module, not a lambda.

    Yields:
        The records of each article, in the order of the articles.

    Raises:
        OptionError: ``workers`` is less than 1, or the processes cannot start.
        InputError: an argument is of the wrong type, at once; or an article is none of these:
            those before it are yielded first.

    >>> [len(records) for records in extract_many(["“Go,” he said.", "Nobody spoke."])]
    [1, 0]
    """
    stream = check_several(articles, "extract_many()", "a list of articles")
    check_count(workers, "workers")
    check_flag(progress, "progress")
    _check_options(unattributed, weights, names)
    one = partial(
        _extract_one,
        kinds=check_kinds(kinds),
        unattributed=unattributed,
        weights=weights,
        names=names,
    )
    return _extract_many(stream, workers, progress, one)


def _extract_many(
    articles: Iterable[Readable | Failure],
    workers: int,
    progress: bool,
    one: Callable[[Article | Failure], Found],
) -> Iterator[QuoteRecords]:
    """The generator behind ``extract_many``: that one checks its arguments when it is called."""
    total = len(articles) if isinstance(articles, Sized) else None
    stream = map(readable, articles)
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


def readable(given: Readable | Failure) -> Article | Failure:
    """One article of a stream, in whichever way it was given.

    Raises:
        InputError: it is none.
    """
    if isinstance(given, Failure):
        return given
    pair = given if isinstance(given, tuple) else (given, None)
    if len(pair) != 2:
        raise InputError(
            f"a pair (text, source) is wanted, not a tuple of {len(pair)}",
            where="an article of several",
            remedy="pass an Article, a text, or a pair",
        )
    text, source = pair
    article = _article(text, source, "an article of several")
    _warn(article)
    return article


def _extract_one(
    article: Article | Failure,
    *,
    kinds: Collection[str],
    unattributed: bool,
    weights: Weights | None,
    names: Names | None,
) -> Found:
    """The records and failures of one article, without the article: its text travels one way."""
    if isinstance(article, Failure):
        return (), (article,)
    try:
        _warned.add(article.language or "")  # where the article was read, be it in another process
        found = extract(
            article, kinds=kinds, unattributed=unattributed, weights=weights, names=names
        )
        return tuple(found), ()
    except Exception as error:  # whatever it is, the other articles shall not suffer from it
        reason = " ".join(f"{type(error).__name__}: {error}".split())
        return (), (Failure(article.source, reason),)


def _together(article: Article | Failure, found: Found | None) -> QuoteRecords:
    """What was found in an article, with the article."""
    records, failures = found or ((), (Failure(article.source, "its worker process died"),))
    return QuoteRecords(records, [article] if isinstance(article, Article) else [], failures)
