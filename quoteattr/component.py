"""The spaCy pipeline component: ``nlp.add_pipe("quoteattr")``.

spaCy finds it by the entry points of the package; nothing of ours needs to be imported.

>>> import spacy
>>> nlp = spacy.blank("en")
>>> _ = nlp.add_pipe("quoteattr")
>>> doc = nlp("“The bridge is safe,” said Ada Berg, who built it.")
>>> [(span.text, span.label_, span._.speaker) for span in doc.spans["quotes"]]
[('The bridge is safe,', 'direct', 'Ada Berg')]
>>> doc._.quotes
QuoteRecords([('Ada Berg', 'The bridge is safe,', None)])
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup
from spacy.util import registry

from quoteattr.api import extract
from quoteattr.checks import check_flag, check_text
from quoteattr.errors import OptionError
from quoteattr.formats.record_dict import record_from_dict, record_to_dict
from quoteattr.model.model import load_model
from quoteattr.records import QUOTE_KINDS, Article, QuoteRecord, QuoteRecords, check_kinds
from quoteattr.text import shorten

#: colours of the kinds of quotes in displaCy: apart for the colour-blind, light enough for black
COLORS = {"DIRECT": "#56b4e9", "MIXED": "#e69f00", "INDIRECT": "#f0e442", "POST": "#cc79a7"}

#: from a document to clusters: each of spans that stand for one person or organisation
Clusters = Callable[[Doc], Iterable[Iterable[Span]]]

#: labels of the entities that can speak
_SPEAKING = frozenset(("PERSON", "PER", "ORG"))
#: an entity linker's word for an entity that it does not know
_UNLINKED = "NIL"


class Kept(dict[str, Any]):
    """Records as ``Doc.user_data`` holds them: plain data, which spaCy can write.

    As long as the document stays in its process the records themselves come along, and with them
    what ``explain`` tells; what was written and read again is plain data only.
    """

    def __init__(self, records: QuoteRecords) -> None:
        (article,) = records.articles
        super().__init__(
            source=article.source,
            length=len(article.text),
            records=[record_to_dict(record) for record in records],
        )
        self.records = records


class QuoteFinder:
    """Finds who said what in a document: the component behind the name ``quoteattr``.

    Its ``options`` are passed on to :func:`quoteattr.extract` as they are.
    """

    def __init__(
        self,
        spans_key: str = "quotes",
        doc_attr: str = "quotes",
        source_attr: str | None = None,
        clusters: Clusters | None = None,
        **options: Any,
    ) -> None:
        self.spans_key, self.doc_attr, self.source_attr = spans_key, doc_attr, source_attr
        self.clusters, self.options = clusters, options

    def __call__(self, doc: Doc) -> Doc:
        """Add the records, and the spans of their quotes, to the document."""
        source = doc._.get(self.source_attr) if self.source_attr else None
        clusters = partial(_ask, self.clusters, doc) if self.clusters else None
        records = extract(doc.text, source, clusters=clusters, **self.options)
        doc.user_data[_key(self.doc_attr)] = Kept(records)
        spans = list(_spans(doc, records, self.doc_attr))
        doc.spans[self.spans_key] = SpanGroup(doc, name=self.spans_key, spans=spans)
        return doc


def _ask(clusters: Clusters, doc: Doc, _text: str) -> Any:
    """The clusters of a document as ``extract`` takes them."""
    return _in_characters(clusters(doc))


def _in_characters(clusters: Any) -> Any:
    """Clusters with their spans as pairs of characters; ``extract`` judges what else is in them."""
    if isinstance(clusters, Span):
        return clusters.start_char, clusters.end_char
    several = isinstance(clusters, Iterable) and not isinstance(clusters, str)
    return [_in_characters(member) for member in clusters] if several else clusters


def _spans(doc: Doc, records: QuoteRecords, doc_attr: str) -> Iterator[Span]:
    """The tokens of each piece of each quote; a token that a mark splits is taken whole.

    The span's id tells which record of which attribute it belongs to.
    """
    for number, record in enumerate(records):
        for start, end in record.spans:
            span = doc.char_span(
                start,
                end,
                label=record.kind,
                span_id=f"{doc_attr}:{number}",
                alignment_mode="expand",
            )
            if span is not None:
                yield span


def _key(doc_attr: str) -> str:
    """Where ``Doc.user_data`` keeps the records of an attribute."""
    return f"quoteattr.{doc_attr}"


def _length(doc: Doc) -> int:
    """The characters of a document, without joining its tokens to a text."""
    return doc[-1].idx + len(doc[-1].text_with_ws) if len(doc) else 0


def quotes_of(doc: Doc, doc_attr: str = "quotes") -> QuoteRecords:
    """The records of a document; none where the component has not read this very text."""
    kept = doc.user_data.get(_key(doc_attr))
    if kept is None or kept["length"] != _length(doc):
        return QuoteRecords()
    if not isinstance(kept, Kept):
        article = Article(doc.text, kept["source"])
        kept = Kept(QuoteRecords(map(record_from_dict, kept["records"]), [article]))
        doc.user_data[_key(doc_attr)] = kept
    return kept.records


def quote_of(span: Span) -> QuoteRecord | None:
    """The record of a span in the group of quotes; None for any other span."""
    # Anybody may give a span an id, and a number too, which no string need stand behind.
    known = span.id_ if span.id in span.vocab.strings else ""  # type: ignore[operator]
    doc_attr, _, number = known.rpartition(":")
    records = quotes_of(span.doc, doc_attr)
    here = int(number) if number.isdecimal() else len(records)
    return records[here] if here < len(records) else None


def speaker_of(span: Span) -> str | None:
    """The speaker of a span in the group of quotes."""
    record = quote_of(span)
    return record.speaker if record else None


def set_extensions(
    doc_attr: str = "quotes", quote_attr: str = "quote", speaker_attr: str = "speaker"
) -> None:
    """Make ``doc._.quotes``, ``span._.quote`` and ``span._.speaker`` known to spaCy.

    The component does so itself; call it where documents are read, as from a ``DocBin``, and no
    pipeline is loaded.

    Raises:
        OptionError: somebody else has an extension of that name.
    """
    _set_extension(Doc, doc_attr, partial(quotes_of, doc_attr=doc_attr))
    _set_extension(Span, quote_attr, quote_of)
    _set_extension(Span, speaker_attr, speaker_of)


def _set_extension(owner: type[Doc] | type[Span], name: str, getter: Callable[..., Any]) -> None:
    """Set one extension, unless it is somebody else's."""
    if owner.has_extension(name):
        there = owner.get_extension(name)[2]
        if getattr(there, "func", there) is not getattr(getter, "func", getter):
            raise OptionError(
                f"{owner.__name__}._.{name} is somebody else's extension",
                where=name,
                remedy="choose another name in the config of quoteattr (doc_attr, quote_attr,"
                " speaker_attr)",
            )
    owner.set_extension(name, getter=getter, force=True)


def linked_ents(doc: Doc) -> Iterable[Iterable[Span]]:
    """Clusters of the people and organisations to which the pipeline gives one id.

    An entity linker's ``kb_id_`` or an entity ruler's ``id_``; a name without one is compared with
    the others of the article as ever.
    """
    clusters: defaultdict[str, list[Span]] = defaultdict(list)
    for ent in doc.ents:
        linked = ent.kb_id_ if ent.kb_id_ != _UNLINKED else ""
        known = linked or ent.id_
        if known and ent.label_ in _SPEAKING:
            clusters[known].append(ent)
    return clusters.values()


def _clusters(clusters: str | None) -> Clusters | None:
    """The function that the config names: ``ents``, or one of spaCy's registry ``misc``."""
    if clusters is None:
        return None
    if clusters == "ents":
        return linked_ents
    if not registry.has("misc", clusters):
        raise OptionError(
            f"clusters must be 'ents' or a function in spacy.registry.misc, and {shorten(clusters)}"
            " is neither",
            where="clusters",
            remedy=f"register it with @spacy.registry.misc({shorten(clusters)})",
        )
    find_clusters: Clusters = registry.get("misc", clusters)
    return find_clusters


@Language.factory(
    "quoteattr",
    assigns=["doc.spans", "doc._.quotes", "span._.quote", "span._.speaker"],
    default_config={
        "spans_key": "quotes",
        "doc_attr": "quotes",
        "quote_attr": "quote",
        "speaker_attr": "speaker",
        "source_attr": None,
        "kinds": None,
        "unattributed": False,
        "clusters": None,
        "model": None,
    },
)
def make_component(
    nlp: Language,
    name: str,
    spans_key: str,
    doc_attr: str,
    quote_attr: str,
    speaker_attr: str,
    source_attr: str | None,
    kinds: list[str] | None,
    unattributed: bool,
    clusters: str | None,
    model: str | None,
) -> QuoteFinder:
    """Make the component from its config.

    Args:
        nlp: the pipeline.
        name: what the component is called in it.
        spans_key: where ``doc.spans`` gets the spans of the quotes.
        doc_attr: the extension of documents that gives the records.
        quote_attr: the extension of spans that gives the record of a quote.
        speaker_attr: the extension of spans that gives its speaker.
        source_attr: the extension of documents that holds what a document is called, if one does.
        kinds: as for :func:`quoteattr.extract`; all by default.
        unattributed: as for :func:`quoteattr.extract`.
        clusters: further evidence for who is who: ``"ents"``, or the name of a function in
            ``spacy.registry.misc``, from a document to clusters of spans.
        model: path of a file that ``quoteattr train`` wrote.

    Raises:
        InputError: a value is of the wrong type.
        OptionError: a kind or ``clusters`` is unknown, or an extension somebody else's.
        ModelError: the file of a model cannot be read, or does not fit the rules.
    """
    texts = {
        "spans_key": spans_key,
        "doc_attr": doc_attr,
        "quote_attr": quote_attr,
        "speaker_attr": speaker_attr,
    }
    for word, value in texts.items():
        check_text(value, word)
    further = {"source_attr": source_attr, "clusters": clusters, "model": model}
    for word, one in further.items():
        check_text(one, word, optional=True)
    check_flag(unattributed, "unattributed")
    wanted = QUOTE_KINDS if kinds is None else check_kinds(kinds)
    set_extensions(doc_attr, quote_attr, speaker_attr)
    return QuoteFinder(
        spans_key,
        doc_attr,
        source_attr,
        _clusters(clusters),
        kinds=wanted,
        unattributed=unattributed,
        model=load_model(Path(model)) if model else None,
    )
