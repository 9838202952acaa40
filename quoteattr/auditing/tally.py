"""Sum over groups of articles, and compute intervals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, product

import numpy as np
from numpy.typing import NDArray

from quoteattr.auditing.bootstrap import Counts, interval
from quoteattr.auditing.result import AuditGroup, Estimate, RoleGenders, Share
from quoteattr.auditing.speakers import AuditedArticle, QuotedSpeaker
from quoteattr.records import SPEAKER_KINDS

#: the shares of a facet for speakers without a value
NO_KIND, NO_GENDER, NO_ROLE, OTHER_ROLE = (
    "kind not shown",
    "not shown",
    "no role shown",
    "other role",
)
GENDER_NAMES = {"f": "women", "m": "men", "x": "other pronouns", None: NO_GENDER}
KIND_NAMES = (*SPEAKER_KINDS, NO_KIND)


class Tally:
    """The counts of each speaker and article, from which those of any group are summed.

    Args:
        articles: all articles.
        speakers: their speakers, with the classes of their roles.
    """

    def __init__(
        self, articles: Sequence[AuditedArticle], speakers: Sequence[QuotedSpeaker]
    ) -> None:
        self.articles = articles
        number_of = {id(article): number for number, article in enumerate(articles)}
        rows = sorted(speakers, key=lambda speaker: number_of[id(speaker.article)])
        at = np.array([number_of[id(speaker.article)] for speaker in rows], dtype=np.int64)
        #: the first row of each article, and one past the last row
        self._first = np.searchsorted(at, np.arange(len(articles) + 1))
        self._amounts = _matrix([(1, row.quotes, row.words, row.verbatim) for row in rows], 4)
        self._kinds = _Dimension(KIND_NAMES, [row.kind or NO_KIND for row in rows])
        genders = [GENDER_NAMES[row.gender] if row.is_person else None for row in rows]
        self._genders = _Dimension(tuple(GENDER_NAMES.values()), genders)
        classes = sorted({row.role_class for row in rows} - {None}, key=str)
        roles = [_role_name(row) if row.is_person else None for row in rows]
        self._roles = _Dimension((*map(str, classes), OTHER_ROLE, NO_ROLE), roles)
        self._at = at
        self._of_articles = _matrix([(a.quotes, a.unattributed) for a in articles], 2)
        self._intervals = self._article_columns(at)

    def _article_columns(self, at: Counts) -> dict[str, Counts]:
        """The numbers per article from which intervals are computed."""
        genders = {
            name: np.bincount(at[self._genders.cells == cell], minlength=len(self.articles))
            for cell, name in enumerate(self._genders.names)
        }
        shown = sum(genders[name] for name in genders if name != NO_GENDER)
        words, verbatim = (
            np.bincount(at, self._amounts[:, column], len(self.articles)).astype(np.int64)
            for column in (2, 3)
        )
        return {**genders, "shown": np.asarray(shown), "words": words, "verbatim": verbatim}

    def groups(self, by: str) -> Iterator[AuditGroup]:
        """The groups by one or several fields of an article, the largest first; ``all`` is one."""
        members = defaultdict[tuple[str | None, ...], list[int]](list)
        for number, article in enumerate(self.articles):
            for values in article_values(article, by):
                members[values].append(number)
        groups = [self._group(by, values, np.array(numbers)) for values, numbers in members.items()]
        if by == "all" and not groups:
            groups = [self._group(by, (), np.array([], dtype=np.int64))]
        yield from sorted(groups, key=_order)

    def _group(self, by: str, values: tuple[str | None, ...], members: Counts) -> AuditGroup:
        """The sums of a group of articles."""
        first, last = self._first[members], self._first[members + 1]
        rows = np.concatenate(
            [np.arange(a, b) for a, b in zip(first, last, strict=True)] or [members]
        )
        quotes, unattributed = self._of_articles[members].sum(axis=0).tolist()
        speakers, _, words, verbatim = self._amounts[rows].sum(axis=0).tolist()
        genders = self._genders.shares(rows, self._amounts)
        return AuditGroup(
            by,
            values,
            articles=len(members),
            quoting=int((last > first).sum()),
            speakers=speakers,
            people=sum(share.speakers for share in genders),
            quotes=quotes,
            unattributed=unattributed,
            words=words,
            verbatim=verbatim,
            kinds=self._kinds.shares(rows, self._amounts),
            genders=genders,
            roles=self._roles.shares(rows, self._amounts),
            women=self._estimate("women", genders, members),
            men=self._estimate("men", genders, members),
            role_genders=tuple(self._role_genders(rows, with_intervals=by == "all")),
            verbatim_interval=self._interval("verbatim", "words", members),
        )

    def _estimate(self, name: str, genders: tuple[Share, ...], members: Counts) -> Estimate:
        """The estimate of a gender among the people."""
        people = {share.name: share.speakers for share in genders}
        unknown = people.pop(NO_GENDER)
        bounds = self._interval(name, "shown", members)
        return Estimate(people[name], sum(people.values()), unknown, bounds)

    def _role_genders(self, rows: Counts, with_intervals: bool) -> Iterator[RoleGenders]:
        """Women and men within each class of role among some speakers."""
        counts = self._genders.crossed(self._roles, rows)
        for cell, role in enumerate(self._roles.names):
            people = dict(zip(self._genders.names, counts[cell].tolist(), strict=True))
            unknown = people.pop(NO_GENDER)
            shown = sum(people.values())
            if not shown + unknown:
                continue
            women, men = (
                Estimate(
                    people[name],
                    shown,
                    unknown,
                    self._interval_of_role(cell, name) if with_intervals else None,
                )
                for name in ("women", "men")
            )
            yield RoleGenders(role, shown + unknown, women, men)

    def _interval_of_role(self, role: int, gender: str) -> tuple[float, float] | None:
        """The interval of a gender among people of a class of role whose gender is shown."""
        names, cells, articles = self._genders.names, self._genders.cells, len(self.articles)
        of_role = self._roles.cells == role
        shown = of_role & (cells < len(names)) & (cells != names.index(NO_GENDER))
        part = shown & (cells == names.index(gender))
        return interval(
            np.bincount(self._at[part], minlength=articles),
            np.bincount(self._at[shown], minlength=articles),
        )

    def _interval(self, part: str, whole: str, members: Counts) -> tuple[float, float] | None:
        """The interval of a share among some articles."""
        return interval(self._intervals[part][members], self._intervals[whole][members])


class _Dimension:
    """A property of speakers, such as their kind."""

    def __init__(self, names: tuple[str, ...], values: Sequence[str | None]) -> None:
        self.names = names
        numbers = {name: number for number, name in enumerate(names)}
        #: for each speaker the number of its value; speakers without one have the next number
        self.cells = np.array(
            [len(names) if value is None else numbers[value] for value in values], dtype=np.int64
        )

    def shares(self, rows: Counts, amounts: Counts) -> tuple[Share, ...]:
        """The sums of some speakers by value."""
        sums = np.zeros((len(self.names) + 1, amounts.shape[1]), dtype=np.int64)
        np.add.at(sums, self.cells[rows], amounts[rows])
        return tuple(
            Share(name, *row) for name, row in zip(self.names, sums.tolist(), strict=False)
        )

    def crossed(self, other: _Dimension, rows: Counts) -> Counts:
        """The number of speakers, by value of another property and of this one."""
        width = len(self.names) + 1
        both = other.cells[rows] * width + self.cells[rows]
        counts = np.bincount(both, minlength=(len(other.names) + 1) * width)
        table: Counts = counts.reshape(-1, width)[:-1, :-1]
        return table


def _matrix(rows: Sequence[tuple[int, ...]], columns: int) -> NDArray[np.int64]:
    """Rows of numbers as an array, also if there are none."""
    return np.array(rows, dtype=np.int64).reshape(-1, columns)


def _role_name(person: QuotedSpeaker) -> str:
    """The share of roles to which a person belongs."""
    return person.role_class or (OTHER_ROLE if person.role else NO_ROLE)


def article_values(article: AuditedArticle, by: str) -> Iterator[tuple[str | None, ...]]:
    """The values of an article that identify its groups: one per author, or combination."""
    if by == "all":
        return iter([()])
    fields: dict[str, tuple[str | None, ...]] = {
        "publisher": (article.publisher,),
        "section": (article.section,),
        "author": article.authors or (None,),
        "month": (article.month,),
    }
    return product(*(dict.fromkeys(fields[name]) for name in by.split("+")))


def _order(group: AuditGroup) -> tuple[object, ...]:
    """Sort key: groups by time in order, the others by size; unknown values last."""
    unknown = any(value is None for value in group.values)
    size = 0 if "month" in group.by else -group.speakers
    return unknown, size, tuple(map(str, group.values))


def count_groups(
    articles: Sequence[AuditedArticle], speakers: Sequence[QuotedSpeaker], by: Sequence[str]
) -> tuple[AuditGroup, ...]:
    """All articles as one group, and the groups by each of some fields."""
    tally = Tally(articles, speakers)
    return tuple(chain.from_iterable(map(tally.groups, ("all", *by))))
