"""Group the records of one utterance: its sources, its wordings, its speakers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from datetime import UTC, datetime
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from attrs import field, frozen

from quoteattr.checks import check_fields
from quoteattr.compare.difference import Difference
from quoteattr.compare.names import Relation, compare_names, read_name
from quoteattr.display import find_method
from quoteattr.extras import require
from quoteattr.groups.differences import differences
from quoteattr.groups.linking import link_versions, linked_trees
from quoteattr.groups.name_clusters import cluster_names
from quoteattr.groups.split_trees import StoryIndex, source_id, split_tree
from quoteattr.groups.version import VERBATIM_KINDS, own_words, read_version
from quoteattr.groups.version_row import SURE, VersionRow, hex_id, version_row_of
from quoteattr.groups.wordings import Wording, wordings
from quoteattr.records import Article, QuoteRecord, QuoteRecords, check_kinds

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult

#: the sort key of undated articles, which come last
_UNDATED = datetime.max.replace(tzinfo=UTC)


@frozen(slots=False)
class Variant:
    """One of the wordings of an utterance; typographic variants are one wording."""

    #: the speaker's own words in the first record, with ``…`` between parts of a mixed quote; if
    #: one source has the utterance in several records, the words of all of them
    quote: str
    #: the records with this wording, in order of publication
    records: tuple[QuoteRecord, ...]
    #: the words of the fullest wording
    fullest: str = field(repr=False)

    __attrs_post_init__ = check_fields

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """The differences from the fullest wording, in its order.

        ``text`` and ``span`` of a difference refer to ``fullest``, ``quote`` and ``quote_span`` to
        ``quote``, in characters, end exclusive.
        """
        return differences(self.quote, self.fullest)

    @property
    def sources(self) -> tuple[str | None, ...]:
        """The sources of the records."""
        return tuple(dict.fromkeys(record.source for record in self.records))


@frozen
class AttributedSpeaker:
    """A speaker whom some of the records name."""

    #: the most frequent form of the full name, or another mention if no record has a name; None for
    #: records without a speaker
    speaker: str | None
    #: all forms, by descending frequency
    forms: tuple[str, ...]
    #: the records that name this speaker
    records: tuple[QuoteRecord, ...]

    __attrs_post_init__ = check_fields

    @property
    def sources(self) -> tuple[str | None, ...]:
        """The sources of the records."""
        return tuple(dict.fromkeys(record.source for record in self.records))


@frozen(slots=False)
class QuoteGroup:
    """One utterance, with all records of it.

    >>> from quoteattr import extract, group
    >>> a = extract("“We will rebuild the old pier,” said Ada Berg.", source="herald")
    >>> b = extract("Berg wants to “rebuild the old pier”.", source="courier")
    >>> (pier,) = group([a, b])
    >>> pier.speaker, pier.sources
    ('Ada Berg', ('courier', 'herald'))
    >>> for words, differences in pier.differences().items():
    ...     print(words, "|", *map(str, differences))
    rebuild the old pier | cut “We will”
    """

    #: in order of publication, then of the source, and of the text
    records: QuoteRecords

    __attrs_post_init__ = check_fields

    @cached_property
    def variants(self) -> tuple[Variant, ...]:
        """The wordings, the fullest first.

        Several records of one source that are parts of the utterance form one wording.
        """
        fullest = own_words(self.fullest)
        first = read_version(fullest).folded
        by_words = defaultdict[str, list[Wording]](list)
        for wording in wordings(self.records, fullest):
            by_words[wording.folded].append(wording)
        ordered = sorted(by_words, key=lambda folded: (folded != first, -len(folded.split())))
        quotes = {folded: same[0].quote for folded, same in by_words.items()} | {first: fullest}
        records = {
            folded: tuple(chain(*(wording.records for wording in same)))
            for folded, same in by_words.items()
        }
        return tuple(Variant(quotes[folded], records[folded], fullest) for folded in ordered)

    @cached_property
    def id(self) -> str:
        """A stable id: a digest of the fullest words and their speaker, 16 hexadecimal digits.

        It changes when the group gets a fuller version. :func:`quoteattr.spark.group` uses the same
        id.
        """
        versions = filter(None, map(version_row_of, self.records))
        return hex_id(max((version.size for version in versions), default=(0.0, 0))[1])

    @cached_property
    def fullest(self) -> QuoteRecord:
        """The record with the most words; in a tie, the one published first."""
        return max(self.records, key=lambda r: len(read_version(own_words(r)).folded.split()))

    def differences(self) -> dict[str, tuple[Difference, ...]]:
        """The differences of each other wording from the fullest one.

        Returns:
            For each variant but the first, by its words, the differences in order of the fullest
            wording. The kinds are those of :class:`Difference`.
        """
        return {variant.quote: variant.differences for variant in self.variants[1:]}

    @cached_property
    def attributions(self) -> tuple[AttributedSpeaker, ...]:
        """The speakers: those with a name first, then by descending number of sources."""
        return tuple(sorted(_attributions(self.records), key=_speaker_order))

    @property
    def speaker(self) -> str | None:
        """The speaker whom most sources name, or another mention if no source has a name."""
        return self.attributions[0].speaker

    @property
    def disputed(self) -> bool:
        """Two sources name different people, each with a confidence of at least 0.8."""
        certain = (
            read_name(attribution.speaker)
            for attribution in self.attributions
            if max(record.confidence for record in attribution.records) >= SURE
        )
        names = [name for name in certain if name is not None and name.named]
        return any(compare_names(a, b) == Relation.DIFFERENT for a in names for b in names)

    @property
    def sources(self) -> tuple[str | None, ...]:
        """The sources in order of publication, undated ones last."""
        return tuple(dict.fromkeys(record.source for record in self.records))

    def _repr_html_(self) -> str:
        """HTML for a notebook: the fullest wording, and the differences of the others."""
        html: str = find_method("QuoteGroup._repr_html_")(self)
        return html

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Print the group in a terminal with ``rich.print``."""
        lines: RenderResult = find_method("QuoteGroup.__rich_console__")(self)
        return lines


def group(
    records: QuoteRecords | QuoteRecord | Iterable[QuoteRecord | QuoteRecords],
    *,
    kinds: Collection[str] = VERBATIM_KINDS,
) -> list[QuoteGroup]:
    """Find the utterances that are quoted more than once, across sources and within them.

    Quotes are compared by their words and word order. They may be cut or joined, have an ellipsis
    or brackets, other typography, or some words changed. The fewer words two quotes share, and the
    more frequent these are, the more evidence is required that their speakers are the same; the
    thresholds are in docs/groups.md.

    Args:
        records: the result of ``extract`` or ``extract_many``, or any records.
        kinds: the kinds of quotes to group. Only the speaker's own words are compared: all of a
            direct quote or a post, and the words in quotation marks of a mixed quote. You may add
            ``indirect``; its words are the reporter's, and similar if one source copied another.

    Returns:
        The groups of two records or more, those with the most sources first, the same for any order
        of the records. Time and memory grow with the number of records a little faster than
        linearly.

    Raises:
        InputError: ``records`` has a value that is not a record.
        OptionError: a kind does not exist.
        MissingExtraError: the extra ``groups`` is not installed.
    """
    require("groups", "rapidfuzz")
    checked = QuoteRecords.of(records)
    articles = {article.source: article for article in checked.articles}
    versions = _RecordVersions(checked, check_kinds(kinds))
    utterances = (
        [checked[number] for number in numbers]
        for numbers in versions.utterances()
        if len(numbers) > 1
    )
    return sorted((make_group(utterance, articles) for utterance in utterances), key=group_order)


class _RecordVersions:
    """The versions of quotes in a sequence of records, with the numbers of their records."""

    def __init__(self, records: QuoteRecords, kinds: Set[str]) -> None:
        #: the numbers of the records of each version, and the ids of their sources
        self._numbers = defaultdict[int, list[int]](list)
        self._sources = defaultdict[int, set[int]](set)
        versions = dict[int, VersionRow]()
        for number, record in enumerate(records):
            version = version_row_of(record) if record.kind in kinds else None
            if version is not None:
                versions[version.id] = version
                self._numbers[version.id].append(number)
                if record.source is not None:
                    self._sources[version.id].add(source_id(record.source))
        self._linked = link_versions(versions.values())

    def utterances(self) -> Iterator[list[int]]:
        """The numbers of the records of each utterance."""
        stories = StoryIndex()
        for row in self._linked:
            for source in self._sources[row.id]:
                stories.add(source, row.root, row.speaker, row.weight)
        for tree in linked_trees(self._linked):
            for versions in split_tree(tree, self._sources, stories):
                yield list(chain.from_iterable(self._numbers[version] for version in versions))


def make_group(
    records: Iterable[QuoteRecord], articles: Mapping[str | None, Article]
) -> QuoteGroup:
    """The group of some records, in order of publication, with their articles.

    Args:
        records: the records.
        articles: articles by source, possibly including those of other records.
    """
    ordered = sorted(records, key=lambda record: _record_order(record, articles))
    sources = dict.fromkeys(record.source for record in ordered)
    return QuoteGroup(QuoteRecords(ordered, (articles[s] for s in sources if s in articles)))


def _record_order(
    record: QuoteRecord, articles: Mapping[str | None, Article]
) -> tuple[object, ...]:
    """Sort key: publication, source, place in the text, words, speaker."""
    article = articles.get(record.source)
    moment = article and article.moment
    return (
        *(not moment, moment or _UNDATED, record.source is None, record.source or ""),
        *(record.spans, record.quote, record.speaker or "", record.kind, record.confidence),
    )


def group_order(group: QuoteGroup) -> tuple[object, ...]:
    """Sort key: by descending number of sources, then of records, then by their first records."""
    articles = {article.source: article for article in group.records.articles}
    first = _record_order(group.records[0], articles)
    return -len(group.sources), -len(group.records), first


def _attributions(records: Iterable[QuoteRecord]) -> Iterator[AttributedSpeaker]:
    """The speakers of some records; the forms of one name are merged."""
    by_form = defaultdict[str | None, list[QuoteRecord]](list)
    for record in records:
        by_form[record.speaker if read_name(record.speaker) else None].append(record)
    if unattributed := by_form.pop(None, None):
        yield AttributedSpeaker(None, (), tuple(unattributed))
    counts = {form: len(same) for form, same in by_form.items() if form is not None}
    for forms in cluster_names(counts):
        ordered = tuple(sorted(forms, key=lambda form: -counts[form]))
        all_records = chain.from_iterable(by_form[form] for form in ordered)
        yield AttributedSpeaker(forms[0], ordered, tuple(all_records))


def _speaker_order(attribution: AttributedSpeaker) -> tuple[bool, int, float]:
    """Sort key: names first, then by descending number of sources, then by total confidence."""
    name = read_name(attribution.speaker)
    confidence = sum(record.confidence for record in attribution.records)
    return not (name and name.named), -len(attribution.sources), -confidence
