"""Run the stages in order, from the text of an article to its records.

``analyse`` calls each stage once; training uses the same analysis. ``api.py`` has the functions
that users call.
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
from quoteattr.detect.chunker import find_chunks
from quoteattr.detect.layout import flatten
from quoteattr.detect.quotes import QuotedSpan
from quoteattr.detect.regions import Regions, find_regions
from quoteattr.detect.token import Token, TokenColumns
from quoteattr.detect.tokens import tokenize
from quoteattr.options import Options
from quoteattr.records import Article, QuoteRecord, Span
from quoteattr.tag.clauses import TaggedClauses, find_clauses
from quoteattr.tag.paragraphs import quoted_paragraphs
from quoteattr.tag.tagger import Tagged


@frozen
class Analysis:
    """An article after all stages."""

    #: the document of quotes: each quoted span is one chunk; its quotes are attributed
    quotes: AttributedDocument
    #: the reported clauses that the tagger found
    tagged: TaggedClauses
    #: the document of clauses: each reported clause is one chunk; these are attributed
    clauses: AttributedDocument


def find_records(article: Article, options: Options) -> list[QuoteRecord]:
    """Find all records of an article, in order of the text, wanted or not."""
    regions = find_regions(article.text, options.kinds, options.language)
    records = list(signed_records(article, regions))
    if options.kinds - {"post", "turn"} and (regions.quoted or options.reads_all):
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
    """Return the entities of an article, and the records of its quotes and clauses.

    Only the iterator refers to the analysis of the article, which takes up to a hundred bytes for
    each character, and releases it at its end.
    """
    analysis = analyse(article.text, regions.quoted, options, regions.separate)
    profiles = Profiles(article.text, analysis.quotes.document.coreference)
    return profiles, _records(analysis, article.source, options, profiles)


def analyse(
    text: str, quoted: Sequence[QuotedSpan], options: Options, excluded: Sequence[Span] = ()
) -> Analysis:
    """Attribute the quotes of an article, then find and attribute its reported clauses.

    Args:
        text: the text of the article.
        quoted: its quoted spans, in order.
        options: the model, the clusters, and the kinds of quotes that are wanted.
        excluded: spans to exclude from the search for clauses.
    """
    document = read_document(text, quoted, options)
    quotes = attribute(document, options.model.quotes)
    if options.model.encoder is not None:
        quotes = rerank(quotes, options.model.encoder)
    tagged, folded = read_clauses(quotes, options, excluded)
    clauses = attribute(folded, options.model.clauses)
    return Analysis(quotes, tagged, clauses)


def read_document(text: str, quoted: Sequence[QuotedSpan], options: Options) -> Document:
    """Read an article up to its quotes and candidates: tokens, labels, chunks, entities."""
    tokens: Sequence[Token] = tokenize(text, quoted, options.language)
    chunks = find_chunks(tokens, options.language)
    tokens = TokenColumns(tokens)  # the list would take a fifth of the memory of an article
    tagged, tagged_for_rules = tag_tokens(text, tokens, options)
    clusters = read_clusters(options.clusters, text)
    coreference = Coreference(
        flatten(text), chunks, clusters, options.model.antecedents, options.people
    )
    return quote_document(text, quoted, tokens, tagged, tagged_for_rules, chunks, coreference)


def tag_tokens(
    text: str, tokens: Sequence[Token], options: Options
) -> tuple[Tagged | None, Tagged | None]:
    """Label the tokens of an article.

    Returns:
        The labels; those outside paragraphs with quoted spans only if needed. And the labels that
        the rules see, never outside these paragraphs: no speaker may depend on the kinds that are
        wanted. None for a language without word vectors, which has no tagger.
    """
    if options.language.vectors is None:
        return None, None
    paragraphs = quoted_paragraphs(tokens)
    tagged = options.model.tagger.tag(text, tokens, None if options.reads_all else paragraphs)
    return tagged, tagged.within(paragraphs)


def read_clauses(
    quotes: AttributedDocument, options: Options, excluded: Sequence[Span] = ()
) -> tuple[TaggedClauses, Document]:
    """Find the reported clauses of an article, if they are wanted, and build their document."""
    document = quotes.document
    mixed = mixed_spans(document)
    clauses, tagged = TaggedClauses(), document.tagged
    if tagged and (options.reads_all or ("mixed" in options.kinds and mixed)):
        unsaid = unsaid_spans(quotes.attributions)
        clauses = find_clauses(
            document.tokens, tagged, mixed, options.reads_all, options.language, unsaid
        ).outside(excluded)
    return clauses, clause_document(quotes, clauses)


def _records(
    analysis: Analysis, source: str | None, options: Options, profiles: Profiles
) -> Iterator[QuoteRecord]:
    """Build the records of clauses, and of quotes that are not inside one."""
    certainty, tagged = options.model.certainty, analysis.tagged
    quotes = RecordBuilder(analysis.quotes, certainty, source, profiles=profiles)
    clauses = RecordBuilder(analysis.clauses, certainty, source, tagged.cues, profiles)
    reported = reported_clauses(clauses, quotes, tagged) if tagged.clauses else ()
    judged = list(judge_clauses(reported, options.model.speech, options.wants_all))
    attributed = (j for j in judged if options.unattributed or j.clause.cue or j.clause.mention)
    wanted = list(filter(options.wants, attributed))
    yield from clauses.clause_records([j for j in wanted if not j.clause.quoted])
    yield from quotes.clause_records([j for j in wanted if j.clause.quoted])
    inside = {k for j in judged for k in j.clause.quoted_indices}
    yield from quote_records(quotes, inside, options.unattributed)
