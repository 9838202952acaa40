"""The same utterance in several places: who carried it, who changed it, whom it is ascribed to."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from contextlib import closing
from datetime import UTC, datetime
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from attrs import field, frozen

from quoteattr.checks import check_fields
from quoteattr.compare.difference import Difference
from quoteattr.extras import require
from quoteattr.groups.differences import differences
from quoteattr.groups.forest import SURE, Forest, versions_schema
from quoteattr.groups.names import Relation, people, read_name, relation
from quoteattr.groups.pieces import Wording, wordings
from quoteattr.groups.utterances import Source, Stories, utterances
from quoteattr.groups.version import VERBATIM_KINDS, own_words, read_version
from quoteattr.records import Article, QuoteRecord, QuoteRecords, check_kinds

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult

#: stands for the moment of all that is not dated, which comes after everything that is
_UNDATED = datetime.max.replace(tzinfo=UTC)


@frozen(slots=False)
class Variant:
    """One of the wordings of an utterance; typography does not make another."""

    #: the speaker's own words in the first record; ``…`` where the reporter's stand between them.
    #: Of several records of one source, which are pieces of the utterance, the words of all
    quote: str
    #: the records that have these words, those published first before the others
    records: tuple[QuoteRecord, ...]
    #: the words of the fullest wording
    fullest: str = field(repr=False)

    __attrs_post_init__ = check_fields

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """What differs from the fullest wording, in order of that one.

        ``text`` and ``span`` of a difference are of ``fullest``, ``quote`` and ``quote_span`` of
        ``quote``, in characters.
        """
        return differences(self.quote, self.fullest)

    @property
    def sources(self) -> tuple[str | None, ...]:
        """Where it was read."""
        return tuple(dict.fromkeys(record.source for record in self.records))


@frozen
class Attribution:
    """Somebody whom an utterance is ascribed to."""

    #: the commonest form of the full name; what else they are called where nobody names them; None
    #: for nobody
    speaker: str | None
    #: every form, the commonest first
    forms: tuple[str, ...]
    #: the records that say so
    records: tuple[QuoteRecord, ...]

    __attrs_post_init__ = check_fields

    @property
    def sources(self) -> tuple[str | None, ...]:
        """Where it was read."""
        return tuple(dict.fromkeys(record.source for record in self.records))


@frozen(slots=False)
class QuoteGroup:
    """One utterance, and all that carry it.

    >>> from quoteattr import extract, group
    >>> a = extract("“We will rebuild the old pier,” said Ada Berg.", source="herald")
    >>> b = extract("Berg wants to “rebuild the old pier”.", source="courier")
    >>> (pier,) = group([a, b])
    >>> pier.speaker, pier.sources
    ('Ada Berg', ('herald', 'courier'))
    >>> for words, differences in pier.differences().items():
    ...     print(words, "|", *map(str, differences))
    rebuild the old pier | cut “We will”
    """

    #: those published first before the others, then in the order in which they were given
    records: QuoteRecords

    __attrs_post_init__ = check_fields

    @cached_property
    def variants(self) -> tuple[Variant, ...]:
        """The wordings, the fullest first.

        What one source has in several pieces, interrupted, is one wording.
        """
        fullest = own_words(self.fullest)
        first = read_version(fullest).folded
        found = defaultdict[str, list[Wording]](list)
        for wording in wordings(self.records, fullest):
            found[wording.folded].append(wording)
        ordered = sorted(found, key=lambda folded: (folded != first, -len(folded.split())))
        quotes = {folded: same[0].quote for folded, same in found.items()} | {first: fullest}
        records = {folded: tuple(chain(*(w.records for w in found[folded]))) for folded in found}
        return tuple(Variant(quotes[folded], records[folded], fullest) for folded in ordered)

    @cached_property
    def fullest(self) -> QuoteRecord:
        """The record with most of the words; of several the one published first."""
        return max(self.records, key=lambda r: len(read_version(own_words(r)).folded.split()))

    def differences(self) -> dict[str, tuple[Difference, ...]]:
        """What each of the other wordings has otherwise than the fullest one.

        Returns:
            For each variant but the first, by its words, what differs, in order of the fullest
            wording. The kinds are those of :class:`Difference`.
        """
        return {variant.quote: variant.differences for variant in self.variants[1:]}

    @cached_property
    def attributions(self) -> tuple[Attribution, ...]:
        """Whom it is ascribed to: those who are named first, then by how many sources say so."""
        return tuple(sorted(_attributions(self.records), key=_standing))

    @property
    def speaker(self) -> str | None:
        """Whom most sources name; what else the speaker is called where none names anybody."""
        return self.attributions[0].speaker

    @property
    def disputed(self) -> bool:
        """Two sources name two people, both so that the link to them is sure (80%)."""
        sure = [
            each for each in self.attributions if max(r.confidence for r in each.records) >= SURE
        ]
        names = [read_name(each.speaker) for each in sure]
        named = [name for name in names if name is not None and name.named]
        return any(relation(a, b) == Relation.OTHER for a in named for b in named)

    @property
    def sources(self) -> tuple[str | None, ...]:
        """Where it was read, in order of publication; where that is not known, last."""
        return tuple(dict.fromkeys(record.source for record in self.records))

    # What shows a group is imported where it is asked for, as with records.

    def _repr_html_(self) -> str:
        """What a notebook shows: the fullest wording, and what the others have otherwise."""
        from quoteattr.view.render import notebook_group

        return notebook_group(self)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """What ``rich.print`` shows: the same in a terminal (extra ``terminal``)."""
        from quoteattr.view.terminal import draw

        return draw(self)


def group(
    records: QuoteRecords | QuoteRecord | Iterable[QuoteRecord | QuoteRecords],
    *,
    kinds: Collection[str] = VERBATIM_KINDS,
) -> list[QuoteGroup]:
    """Find the utterances that stand in several places, across sources and within.

    Quotes go together by their words and the order of these, cut shorter or joined, with an
    ellipsis or brackets, with another typography, or with some words changed. The fewer words two
    have in common, and the commoner these are, the more their speakers must be the same:
    docs/groups.md tells how much.

    Args:
        records: what ``extract`` gave, all that ``extract_many`` yields, or any records.
        kinds: which to group. Only words that a source gives as the speaker's own are compared: all
            of a direct quote or a post, and what stands in marks in a mixed one. ``indirect`` may
            be added; its words are the reporter's, and alike where one source copied another.

    Returns:
        The groups of two records or more, those with most sources first. Time and memory grow
        with the number of records a little faster than linearly.

    Raises:
        InputError: these are no records.
        OptionError: there is no such kind.
        MissingExtraError: The extra ``groups`` is not installed.
    """
    require("groups", "rapidfuzz")
    given = QuoteRecords.of(records)
    articles = {article.source: article for article in given.articles}
    places = _Places(given, check_kinds(kinds))
    found = ([given[place] for place in each] for each in places.utterances() if len(each) > 1)
    return sorted((make_group(each, articles) for each in found), key=spread)


class _Places:
    """Where the versions of quotes stand among some records, those of some kinds."""

    def __init__(self, records: QuoteRecords, kinds: Set[str]) -> None:
        #: the places of the records of each version, and their sources
        self._of_version = defaultdict[int, list[int]](list)
        self._sources = defaultdict[int, set[Source]](set)
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.executescript(versions_schema())
            forest = Forest(connection)
            for place, record in enumerate(records):
                number = forest.add(record) if record.kind in kinds else None
                if number is not None:
                    self._of_version[number].append(place)
                    self._sources[number] |= {record.source} - {None}
            self._trees = list(forest.trees())

    def utterances(self) -> Iterator[list[int]]:
        """The places of the records of each utterance, in order."""
        stories = Stories()
        for node in chain.from_iterable(self._trees):
            for source in self._sources[node.id]:
                stories.add(source, node.root, node.speaker, node.weight)
        for tree in self._trees:
            for versions in utterances(tree, self._sources, stories):
                yield sorted(place for each in versions for place in self._of_version[each])


def make_group(
    records: Iterable[QuoteRecord], articles: Mapping[str | None, Article]
) -> QuoteGroup:
    """The group of some records, put in order of publication, with their articles."""

    def moment(record: QuoteRecord) -> tuple[bool, datetime]:
        article = articles.get(record.source)
        found = article and article.moment
        return not found, found or _UNDATED

    ordered = sorted(records, key=moment)
    sources = dict.fromkeys(record.source for record in ordered)
    return QuoteGroup(QuoteRecords(ordered, (articles[s] for s in sources if s in articles)))


def spread(group: QuoteGroup) -> tuple[int, int]:
    """Puts first what more sources carry, then what stands in more places."""
    return -len(group.sources), -len(group.records)


def _attributions(records: Iterable[QuoteRecord]) -> Iterator[Attribution]:
    """Whom some records are ascribed to, the forms of one name together."""
    said = defaultdict[str | None, list[QuoteRecord]](list)
    for record in records:
        said[record.speaker if read_name(record.speaker) else None].append(record)
    if nobody := said.pop(None, None):
        yield Attribution(None, (), tuple(nobody))
    counts = {form: len(theirs) for form, theirs in said.items() if form is not None}
    for forms in people(counts):
        ordered = tuple(sorted(forms, key=lambda form: -counts[form]))
        yield Attribution(forms[0], ordered, tuple(r for form in ordered for r in said[form]))


def _standing(attribution: Attribution) -> tuple[bool, int, float]:
    """Puts those first that are named, then those that more sources name, and surer ones."""
    name = read_name(attribution.speaker)
    sure = sum(record.confidence for record in attribution.records)
    return not (name and name.named), -len(attribution.sources), -sure
