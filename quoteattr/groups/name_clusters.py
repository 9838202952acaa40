"""Cluster name forms across articles: which of them are one person's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from quoteattr.compare.names import (
    COMMON_INITIALS,
    SPELLING_LETTERS,
    SPELLING_SIMILARITY,
    Name,
    Relation,
    compare_names,
    read_name,
)

#: number of words that the forms of a name share
Key = tuple[str, ...]


def cluster_names(forms: Mapping[str, int]) -> list[list[str]]:
    """Cluster the forms of each person's name.

    A form that several people may share, such as a last name or an initial, is a cluster of its
    own.

    Returns:
        The forms of each person: full names by descending frequency, then names with initials and
        last names.

    >>> cluster_names({"Holt": 9, "Mara Holt": 3, "Sen. Mara Holt": 1, "J. Berg": 1, "Jo Berg": 1})
    [['Mara Holt', 'Sen. Mara Holt', 'Holt'], ['Jo Berg', 'J. Berg']]
    >>> cluster_names({"Berg": 9, "Ida Berg": 3, "Jo Berg": 1})
    [['Ida Berg'], ['Jo Berg'], ['Berg']]
    """
    clusters, names = list[list[str]](), list[dict[Name, None]]()
    index = _NameIndex()
    for form in sorted(forms, key=lambda form: _order(form, forms)):
        name = read_name(form)
        same = [number for number in index.find(name) if name and _fits(name, names[number])]
        number = same[0] if len(same) == 1 else len(clusters)
        if number == len(clusters):
            clusters.append([])
            names.append({})
        clusters[number].append(form)
        if name and name not in names[number]:
            names[number][name] = None
            index.add(name, number)
    return clusters


def canonical_form(forms: Mapping[str, int]) -> str:
    """The most frequent of the fullest forms of a person's name."""
    return min(forms, key=lambda form: _order(form, forms))


def _order(form: str, forms: Mapping[str, int]) -> tuple[int, int, str]:
    """Sort key: full forms first, then by descending frequency."""
    return _shortness(form), -forms[form], form


def _fits(name: Name, cluster: Iterable[Name]) -> bool:
    """A name is a form of the first name of a cluster, and contradicts none of its names."""
    relations = [compare_names(name, member) for member in cluster]
    return relations[0] == Relation.SAME and Relation.DIFFERENT not in relations


def _shortness(form: str) -> int:
    """0 for a full form, 1 if the first word is an initial, 2 for a single word or no name."""
    name = read_name(form)
    if name is None or not name.full:
        return 2
    return int(len(name.words[0].rstrip(".")) == 1)


class _NameIndex:
    """Index from words to clusters, so that a name is not compared with every cluster."""

    def __init__(self) -> None:
        self._clusters = defaultdict[Key, set[int]](set)
        #: last names long enough to have several spellings, and their clusters, by given names
        self._last_names = defaultdict[Key, tuple[list[str], list[int]]](lambda: ([], []))

    def add(self, name: Name, cluster: int) -> None:
        """Add a name of a cluster."""
        for key in _index_keys(name):
            self._clusters[key].add(cluster)
        if name.full and len(name.last) >= SPELLING_LETTERS:
            lasts, clusters = self._last_names[name.words[:-1]]
            lasts.append(name.last)
            clusters.append(cluster)

    def find(self, name: Name | None) -> set[int]:
        """The clusters that may contain a form of the name (a superset)."""
        if name is None:
            return set()
        clusters = set[int]().union(*(self._clusters.get(key, ()) for key in _query_keys(name)))
        if name.full and name.words[:-1] in self._last_names:
            from rapidfuzz.distance import Indel
            from rapidfuzz.process import extract

            lasts, of_last = self._last_names[name.words[:-1]]
            scorer, cutoff = Indel.normalized_similarity, SPELLING_SIMILARITY
            similar = extract(name.last, lasts, scorer=scorer, score_cutoff=cutoff, limit=None)
            clusters |= {of_last[i] for *_, i in similar}
        return clusters


def _index_keys(name: Name) -> Iterator[Key]:
    """The keys under which a name is stored."""
    yield name.words
    if name.named:
        distinctive = name.body or len(name.initials) > COMMON_INITIALS
        initials = name.initials if distinctive else name.last
        yield from (("", word) for word in (name.last, *name.last.split("-"), initials))
    for word in _given_names(name):
        yield name.last, word
        yield name.last, word[:1], "initial" if len(word) == 1 else "word"


def _query_keys(name: Name) -> Iterator[Key]:
    """The keys under which the forms of a name are stored."""
    yield name.words
    if not name.full:
        last = name.last
        yield from (("", word) for word in (last, *last.split("-"), last.replace(".", "")))
    for word in _given_names(name):
        yield name.last, word
        yield name.last, word[:1], "word" if len(word) == 1 else "initial"


def _given_names(name: Name) -> Iterator[str]:
    """The words before the last name, without a final full stop."""
    return (word.rstrip(".") for word in (name.words[:-1] if name.full else ()))
