"""Count the quotes of each speaker across articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from attrs import frozen

from quoteattr.checks import check_fields
from quoteattr.compare.names import Relation, compare_names, read_name
from quoteattr.groups.name_clusters import canonical_form, cluster_names

#: the speaker of a record, the tree of its quote, its number of words, and its source
Row = tuple[str | None, int | None, int, str | None]


@frozen
class SpeakerCount:
    """A speaker of an archive, with the number of quotes."""

    #: the most frequent full form of the name
    name: str
    #: all forms, by descending frequency
    forms: tuple[str, ...]
    #: the number of quotes
    quotes: int
    #: the number of words of these quotes
    words: int
    #: the sources of the quotes, in order of insertion
    sources: tuple[str, ...]

    __attrs_post_init__ = check_fields


class _FormTally:
    """The running counts of the forms of one speaker's name, and of the words and sources."""

    def __init__(self) -> None:
        self.forms = Counter[str]()
        self.words = 0
        self.sources = dict[str, None]()

    def add(self, form: str, words: int, source: str | None) -> None:
        """Count a quote."""
        self.forms[form] += 1
        self.words += words
        if source is not None:
            self.sources[source] = None


def count_quotes_by_speaker(rows: Iterable[Row]) -> list[SpeakerCount]:
    """Count the quotes of each named speaker.

    Returns:
        The speakers, by descending number of quotes, then of words.
    """
    named = [row for row in rows if _is_named(row[0])]
    clusters = cluster_names(Counter(str(row[0]) for row in named))
    cluster_of = {form: number for number, forms in enumerate(clusters) for form in forms}
    in_tree = defaultdict[int, set[int]](set)
    for speaker, tree, _, _ in named:
        name = read_name(speaker)
        if tree is not None and name is not None and name.full:
            in_tree[tree].add(cluster_of[str(speaker)])
    tallies = defaultdict[int, _FormTally](_FormTally)
    for speaker, tree, words, source in named:
        form = str(speaker)
        full = _full_name(form, [clusters[number][0] for number in in_tree.get(tree or 0, ())])
        tallies[cluster_of[full or form]].add(form, words, source)
    counts = map(_speaker_count, tallies.values())
    return sorted(counts, key=lambda speaker: (-speaker.quotes, -speaker.words, speaker.name))


def _is_named(speaker: str | None) -> bool:
    """The speaker is a name, not a nominal such as *a senior aide*."""
    name = read_name(speaker)
    return name is not None and name.named


def _full_name(form: str, candidates: list[str]) -> str | None:
    """The only candidate that a last name may refer to; None for none or several."""
    name = read_name(form)
    if name is None or name.full:
        return None
    same = [full for full in candidates if compare_names(name, read_name(full)) == Relation.SAME]
    return same[0] if len(same) == 1 else None


def _speaker_count(tally: _FormTally) -> SpeakerCount:
    """The final counts of a speaker."""
    forms = tuple(form for form, _ in tally.forms.most_common())
    return SpeakerCount(
        name=canonical_form(tally.forms),
        forms=forms,
        quotes=tally.forms.total(),
        words=tally.words,
        sources=tuple(tally.sources),
    )
