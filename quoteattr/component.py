"""The spaCy pipeline component: ``nlp.add_pipe("quoteattr")``.

spaCy finds it by the entry points of the package; no import of quoteattr is needed.

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

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from attrs import evolve
from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup
from spacy.util import registry

from quoteattr.api import extract
from quoteattr.checks import check_flag, check_share, check_text
from quoteattr.errors import OptionError
from quoteattr.formats.record_dict import record_from_dict, record_to_dict
from quoteattr.model.model import load_model
from quoteattr.readers.people import read_people
from quoteattr.records import (
    QUOTE_KINDS,
    Article,
    QuoteRecord,
    QuoteRecords,
    Speaker,
    check_acts,
    check_kinds,
)
from quoteattr.text import shorten

#: displaCy colours of kinds: distinguishable by colour-blind readers, light enough for black text
COLORS = {"DIRECT": "#56b4e9", "MIXED": "#e69f00", "INDIRECT": "#f0e442", "POST": "#cc79a7"}

#: from a document to coreference clusters: each has the spans for one person or organisation
Clusters = Callable[[Doc], Iterable[Iterable[Span]]]

#: labels of entities that can be speakers
_SPEAKING = frozenset(("PERSON", "PER", "ORG"))
#: the id that an entity linker gives to unknown entities
_UNLINKED = "NIL"


class StoredRecords(dict[str, Any]):
    """Records in ``Doc.user_data``: plain data, which spaCy can serialize.

    While the document stays in its process, the records themselves are kept, with the evidence for
    ``explain``; a document that was serialized has the plain data only.
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
    """The spaCy component ``quoteattr``, which extracts the records of a document.

    The id of an entity of the document (an entity linker's ``kb_id_``, an entity ruler's ``id_``)
    becomes that of the speaker whom it mentions. ``options`` are passed to
    :func:`quoteattr.extract`.
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
        clusters = partial(_find_clusters, self.clusters, doc) if self.clusters else None
        records = extract(doc.text, source, clusters=clusters, **self.options)
        records = _with_ids(doc, records)
        doc.user_data[_user_data_key(self.doc_attr)] = StoredRecords(records)
        spans = list(_spans(doc, records, self.doc_attr))
        doc.spans[self.spans_key] = SpanGroup(doc, name=self.spans_key, spans=spans)
        return doc


def _find_clusters(clusters: Clusters, doc: Doc, _text: str) -> Any:
    """The clusters of a document, as ``extract`` takes them."""
    return _as_offsets(clusters(doc))


def _as_offsets(clusters: Any) -> Any:
    """Clusters with spans as pairs of character offsets; ``extract`` checks all other values."""
    if isinstance(clusters, Span):
        return clusters.start_char, clusters.end_char
    several = isinstance(clusters, Iterable) and not isinstance(clusters, str)
    return [_as_offsets(member) for member in clusters] if several else clusters


def _with_ids(doc: Doc, records: QuoteRecords) -> QuoteRecords:
    """Add the ids of the document's entities to speakers that have none."""
    ids = [(ent.start_char, ent.end_char, entity_id(ent)) for ent in doc.ents if entity_id(ent)]
    if not ids:
        return records
    identified: dict[Speaker, Speaker] = {}
    for speaker in (speaker for record in records for speaker in record.speakers):
        if speaker not in identified:
            identified[speaker] = _identified(speaker, ids)
    return QuoteRecords(
        (_with_speakers(record, [identified[s] for s in record.speakers]) for record in records),
        records.articles,
        records.failures,
    )


def _identified(speaker: Speaker, ids: Iterable[tuple[int, int, str]]) -> Speaker:
    """Give a speaker the commonest id of the entities that contain its mentions."""
    if speaker.id is not None:
        return speaker
    count = Counter(
        name
        for start, end, name in ids
        for mention in speaker.mentions
        if mention.start < end and start < mention.end
    )
    return evolve(speaker, id=count.most_common(1)[0][0]) if count else speaker


def _with_speakers(record: QuoteRecord, speakers: Sequence[Speaker]) -> QuoteRecord:
    """A record with other speakers; a single speaker's id becomes the record's."""
    if tuple(speakers) == record.speakers:
        return record
    own = speakers[0].id if len(speakers) == 1 and not speakers[0].via else None
    return evolve(record, speakers=tuple(speakers), speaker_id=record.speaker_id or own)


def _spans(doc: Doc, records: QuoteRecords, doc_attr: str) -> Iterator[Span]:
    """The spans of all quotes, each extended to whole tokens.

    The id of a span has the attribute and the number of its record.
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


def _user_data_key(doc_attr: str) -> str:
    """The key in ``Doc.user_data`` for the records of an attribute."""
    return f"quoteattr.{doc_attr}"


def _length(doc: Doc) -> int:
    """The number of characters of a document, without building its text."""
    return doc[-1].idx + len(doc[-1].text_with_ws) if len(doc) else 0


def quotes_of(doc: Doc, doc_attr: str = "quotes") -> QuoteRecords:
    """The records of a document; empty if the component has not processed this text."""
    stored = doc.user_data.get(_user_data_key(doc_attr))
    if stored is None or stored["length"] != _length(doc):
        return QuoteRecords()
    if not isinstance(stored, StoredRecords):
        article = Article(doc.text, stored["source"])
        stored = StoredRecords(QuoteRecords(map(record_from_dict, stored["records"]), [article]))
        doc.user_data[_user_data_key(doc_attr)] = stored
    return stored.records


def quote_of(span: Span) -> QuoteRecord | None:
    """The record of a span in the span group of quotes; None for any other span."""
    # A span may have any id, even a number that is not in the string store.
    span_id = span.id_ if span.id in span.vocab.strings else ""  # type: ignore[operator]
    doc_attr, _, number = span_id.rpartition(":")
    records = quotes_of(span.doc, doc_attr)
    index = int(number) if number.isdecimal() else len(records)
    return records[index] if index < len(records) else None


def speaker_of(span: Span) -> str | None:
    """The speaker of a span in the span group of quotes; None if there is none."""
    record = quote_of(span)
    return record.speaker if record else None


def set_extensions(
    doc_attr: str = "quotes", quote_attr: str = "quote", speaker_attr: str = "speaker"
) -> None:
    """Register the extensions ``doc._.quotes``, ``span._.quote`` and ``span._.speaker``.

    The component does so itself; call this to read documents without a pipeline, as from a
    ``DocBin``.

    Args:
        doc_attr: the extension of documents for the records.
        quote_attr: the extension of spans for the record of a quote.
        speaker_attr: the extension of spans for the speaker.

    Raises:
        OptionError: another package has registered an extension of that name.
    """
    _set_extension(Doc, doc_attr, partial(quotes_of, doc_attr=doc_attr))
    _set_extension(Span, quote_attr, quote_of)
    _set_extension(Span, speaker_attr, speaker_of)


def _set_extension(owner: type[Doc] | type[Span], name: str, getter: Callable[..., Any]) -> None:
    """Register an extension, unless another package has registered it."""
    if owner.has_extension(name):
        existing = owner.get_extension(name)[2]
        if getattr(existing, "func", existing) is not getattr(getter, "func", getter):
            raise OptionError(
                f"{owner.__name__}._.{name} is an extension of another package",
                where=name,
                remedy="choose another name in the config of quoteattr (doc_attr, quote_attr,"
                " speaker_attr)",
            )
    owner.set_extension(name, getter=getter, force=True)


def linked_ents(doc: Doc) -> Iterable[Iterable[Span]]:
    """Clusters of the people and organisations with the same id.

    The id is an entity linker's ``kb_id_`` or an entity ruler's ``id_``. Names without an id are
    resolved as without clusters.

    Args:
        doc: the document.

    Returns:
        One cluster of spans for each id.
    """
    clusters: defaultdict[str, list[Span]] = defaultdict(list)
    for ent in doc.ents:
        if name := entity_id(ent):
            clusters[name].append(ent)
    return clusters.values()


def entity_id(ent: Span) -> str:
    """The id of a person or an organisation: ``kb_id_`` or ``id_``; empty if it has none."""
    linked = ent.kb_id_ if ent.kb_id_ != _UNLINKED else ""
    return (linked or ent.id_) if ent.label_ in _SPEAKING else ""


def _clusters(clusters: str | None) -> Clusters | None:
    """The function that the config names: ``ents``, or a function in the registry ``misc``."""
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
        "acts": None,
        "min_confidence": None,
        "unattributed": False,
        "clusters": None,
        "model": None,
        "people": None,
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
    acts: list[str] | None = None,
    min_confidence: float | None = None,
    people: str | None = None,
) -> QuoteFinder:
    """Make the component from its config.

    Args:
        nlp: the pipeline.
        name: the name of the component in the pipeline.
        spans_key: the key in ``doc.spans`` for the spans of the quotes.
        doc_attr: the extension of documents for the records.
        quote_attr: the extension of spans for the record of a quote.
        speaker_attr: the extension of spans for the speaker.
        source_attr: the extension of documents with the source of the document, if there is one.
        kinds: as for :func:`quoteattr.extract`; all by default.
        unattributed: as for :func:`quoteattr.extract`.
        clusters: coreference clusters as further evidence: ``"ents"``, or the name of a function
            in ``spacy.registry.misc`` from a document to clusters of spans.
        model: the path of a model that ``quoteattr train`` wrote, or ``"encoder"`` as for
            :func:`quoteattr.extract`.
        acts: as for :func:`quoteattr.extract`.
        min_confidence: as for :func:`quoteattr.extract`.
        people: the path of a CSV file of known people, as :func:`quoteattr.read_people` reads it.

    Raises:
        InputError: a value is of the wrong type.
        OptionError: a kind or ``clusters`` is unknown, or an extension is another package's.
        ModelError: the model cannot be read, or does not fit the rules.
    """
    _check_texts(
        spans_key=spans_key, doc_attr=doc_attr, quote_attr=quote_attr, speaker_attr=speaker_attr
    )
    _check_texts(
        optional=True, source_attr=source_attr, clusters=clusters, model=model, people=people
    )
    check_flag(unattributed, "unattributed")
    chosen_kinds = QUOTE_KINDS if kinds is None else check_kinds(kinds)
    if min_confidence is not None:
        check_share(min_confidence, "min_confidence")
    set_extensions(doc_attr, quote_attr, speaker_attr)
    return QuoteFinder(
        spans_key,
        doc_attr,
        source_attr,
        _clusters(clusters),
        kinds=chosen_kinds,
        acts=None if acts is None else check_acts(acts),
        min_confidence=min_confidence,
        people=None if people is None else read_people(people),
        unattributed=unattributed,
        model=load_model(model) if model else None,
    )


def _check_texts(*, optional: bool = False, **values: str | None) -> None:
    """Check that values of the config are text, or may be None."""
    for option, value in values.items():
        check_text(value, option, optional=optional)
