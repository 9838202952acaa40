"""The stages in order, from the text of an article to its records.

``analyse`` calls each stage once; what is learned (``training/``) is learned from the same
analysis. ``api.py`` has the functions that users call.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from quoteattr.attribute.clauses.clause_document import clause_document
from quoteattr.attribute.clauses.judged import judge_clauses
from quoteattr.attribute.decision.decode import AttributedDocument, attribute
from quoteattr.attribute.documents.document import Document
from quoteattr.attribute.documents.quote_document import quote_document
from quoteattr.attribute.encoder.rerank import rerank
from quoteattr.attribute.results.records import RecordBuilder, quote_records, reported_clauses
from quoteattr.attribute.results.signatures import signed_records
from quoteattr.attribute.results.speakers import complete_records
from quoteattr.attribute.results.turns import turn_records
from quoteattr.attribute.results.utterances import mixed_spans, unsaid_spans
from quoteattr.coref.coreference import Coreference
from quoteattr.coref.entities.clusters import read_clusters
from quoteattr.coref.profiles.profile import Profiles
from quoteattr.detect.chunks import find_chunks
from quoteattr.detect.layout import flatten
from quoteattr.detect.quotes import QuotedSpan
from quoteattr.detect.regions import Regions, find_regions
from quoteattr.detect.token import Token
from quoteattr.detect.tokens import tokenize
from quoteattr.options import Options
from quoteattr.records import Article, QuoteRecord, Span
from quoteattr.tag.clauses import TaggedClauses, find_clauses
from quoteattr.tag.tagger import Tagged, quoted_paragraphs


@frozen
class Analysis:
    """An article after all stages."""

    #: each quoted span one chunk, its quotes attributed
    quotes: AttributedDocument
    #: the reported clauses that the tagger found
    tagged: TaggedClauses
    #: each reported clause one chunk, these attributed
    clauses: AttributedDocument


def find_records(article: Article, options: Options) -> list[QuoteRecord]:
    """Find the records of an article, in order of the text, also those that are not wanted."""
    regions = find_regions(article.text, options.kinds, options.language)
    records = list(signed_records(article, regions))
    if options.kinds - {"post", "turn"} and (regions.quoted or options.everywhere):
        profiles, spoken = _spoken_records(article, regions, options)
    else:
        profiles, spoken = None, iter(())
    records += turn_records(article, regions, spoken, options.language)
    records = list(complete_records(article.text, records, options.language, profiles))
    if options.people:
        records = list(map(options.people.identify, records))
    return sorted(records, key=lambda record: record.spans)


def _spoken_records(
    article: Article, regions: Regions, options: Options
) -> tuple[Profiles, Iterator[QuoteRecord]]:
    """The entities of an article, and the records of its quotes and clauses.

    The iterator alone holds the analysis of the article, which takes up to a hundred bytes for each
    of its characters, and lets go of it at its end.
    """
    analysis = analyse(article.text, regions.quoted, options, regions.closed)
    profiles = Profiles(article.text, analysis.quotes.document.coreference)
    return profiles, _records(analysis, article.source, options, profiles)


def analyse(
    text: str, quoted: Sequence[QuotedSpan], options: Options, closed: Sequence[Span] = ()
) -> Analysis:
    """Attribute the quotes of an article, then find and attribute its reported clauses.

    Args:
        text: the article as given.
        quoted: its quoted spans, in order.
        options: the model, the clusters, and the kinds of quotes that are wanted.
        closed: spans in which no clause is looked for.
    """
    document = read_document(text, quoted, options)
    quotes = attribute(document, options.model.quotes)
    if options.model.encoder is not None:
        quotes = rerank(quotes, options.model.encoder)
    tagged, reread = read_clauses(quotes, options, closed)
    clauses = attribute(reread, options.model.clauses)
    return Analysis(quotes, tagged, clauses)


def read_document(text: str, quoted: Sequence[QuotedSpan], options: Options) -> Document:
    """Read an article up to its quotes and candidates: tokens, labels, chunks, entities."""
    tokens = tokenize(text, quoted, options.language)
    tagged = tag_tokens(text, tokens, options)
    chunks = find_chunks(tokens, options.language)
    clusters = read_clusters(options.clusters, text)
    coreference = Coreference(
        flatten(text), chunks, clusters, options.model.antecedents, options.people
    )
    return quote_document(text, quoted, tokens, tagged, chunks, coreference)


def tag_tokens(text: str, tokens: Sequence[Token], options: Options) -> Tagged | None:
    """Label the tokens of an article, outside the paragraphs of quoted spans only if need be.

    In a language without word vectors there is no tagger.
    """
    if options.language.vectors is None:
        return None
    read = None if options.everywhere else quoted_paragraphs(tokens)
    return options.model.tagger.tag(text, tokens, read)


def read_clauses(
    quotes: AttributedDocument, options: Options, closed: Sequence[Span] = ()
) -> tuple[TaggedClauses, Document]:
    """Find the reported clauses of an article, as far as they are wanted, and read it with them."""
    document = quotes.document
    mixed = mixed_spans(document)
    clauses, tagged = TaggedClauses(), document.tagged
    if tagged and (options.everywhere or ("mixed" in options.kinds and mixed)):
        unsaid = unsaid_spans(quotes.attributions)
        clauses = find_clauses(
            document.tokens, tagged, mixed, options.everywhere, options.language, unsaid
        ).outside(closed)
    return clauses, clause_document(quotes, clauses)


def _records(
    analysis: Analysis, source: str | None, options: Options, profiles: Profiles
) -> Iterator[QuoteRecord]:
    """The records of clauses and of the quotes that stand in none."""
    certainty, tagged = options.model.certainty, analysis.tagged
    quotes = RecordBuilder(analysis.quotes, certainty, source, profiles=profiles)
    clauses = RecordBuilder(analysis.clauses, certainty, source, tagged.cues, profiles)
    reported = reported_clauses(clauses, quotes, tagged) if tagged.clauses else ()
    judged = list(judge_clauses(reported, options.model.speech, options.everything))
    wanted = [
        judged_clause
        for judged_clause in filter(options.wants, judged)
        if options.unattributed or judged_clause.clause.cue or judged_clause.clause.mention
    ]
    yield from clauses.clause_records(
        [judged_clause for judged_clause in wanted if not judged_clause.clause.quoted]
    )
    yield from quotes.clause_records(
        [judged_clause for judged_clause in wanted if judged_clause.clause.quoted]
    )
    inside = {k for judged_clause in judged for k in judged_clause.clause.quoted_indices}
    yield from quote_records(quotes, inside, options.unattributed)
