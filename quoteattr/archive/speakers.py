"""Who is quoted in many articles, and how much."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from attrs import frozen

from quoteattr.checks import check_fields
from quoteattr.groups.names import Relation, head, people, read_name, relation

#: the speaker of a record, the tree of its quote, how many words it has, and its source
Row = tuple[str | None, int | None, int, str | None]


@frozen
class Speaker:
    """Somebody who is quoted in an archive."""

    #: the commonest form of the name that is one in full
    name: str
    #: every form, the commonest first
    forms: tuple[str, ...]
    #: how many quotes there are
    quotes: int
    #: how many words these have together
    words: int
    #: the articles that they were read in, in order of their coming
    sources: tuple[str, ...]

    __attrs_post_init__ = check_fields


class _Count:
    """What is known of a speaker so far."""

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


def count_speakers(rows: Iterable[Row]) -> list[Speaker]:
    """Count the quotes of each speaker who is named, those with most quotes first."""
    named = [row for row in rows if _is_named(row[0])]
    persons = people(Counter(str(row[0]) for row in named))
    of_form = {form: person for person, forms in enumerate(persons) for form in forms}
    in_tree = defaultdict[int, set[int]](set)
    for speaker, tree, _, _ in named:
        name = read_name(speaker)
        if tree is not None and name is not None and name.full:
            in_tree[tree].add(of_form[str(speaker)])
    counts = defaultdict[int, _Count](_Count)
    for speaker, tree, words, source in named:
        form = str(speaker)
        person = _told(form, [persons[n][0] for n in in_tree.get(tree or 0, ())])
        counts[of_form[person or form]].add(form, words, source)
    found = map(_speaker, counts.values())
    return sorted(found, key=lambda speaker: (-speaker.quotes, -speaker.words, speaker.name))


def _is_named(speaker: str | None) -> bool:
    """It is a name, not a description such as *a senior aide*."""
    name = read_name(speaker)
    return name is not None and name.named


def _told(form: str, others: list[str]) -> str | None:
    """The one of some full names that a last name stands for, if there is just one."""
    name = read_name(form)
    if name is None or name.full:
        return None
    same = [other for other in others if relation(name, read_name(other)) == Relation.SAME]
    return same[0] if len(same) == 1 else None


def _speaker(count: _Count) -> Speaker:
    """A speaker as counted."""
    forms = tuple(form for form, _ in count.forms.most_common())
    return Speaker(head(count.forms), forms, count.forms.total(), count.words, tuple(count.sources))
