"""The result of an audit: a row for each group, and how surely each share is known."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from quoteattr.auditing.guess import GUESS_ERRORS
from quoteattr.auditing.speakers import AuditedArticle, QuotedSpeaker
from quoteattr.checks import check_count, check_fields
from quoteattr.display import find_method
from quoteattr.text import count

if TYPE_CHECKING:
    import pandas
    from rich.console import RenderableType

    from quoteattr.view.audit_plot import AuditPlots

#: an interval of shares, 0 to 1
Interval = tuple[float, float]

#: the kinds of speakers that a sheet can list by name: *a spokesman* does not identify anybody
_NAMED_KINDS = ("person", "post author", None)


@frozen
class Share:
    """The speakers of a group with one value in common, such as a kind."""

    #: ``person``, ``women``, ``politics and government``, ``not shown`` …
    name: str
    #: the number of speakers, each counted once per article
    speakers: int
    quotes: int
    words: int
    #: how many of the words are verbatim
    verbatim: int

    __attrs_post_init__ = check_fields


@frozen
class Estimate:
    """The number of people with a value, if the value of others is unknown.

    Unknown values are never distributed over the known ones: the share is among people whose value
    is known, and the bounds are the share among all if none or all of the unknown had the value.

    >>> women = Estimate(part=12, shown=44, unknown=56)
    >>> print(women)
    27% of those shown; between 12% and 68% of all
    """

    #: how many people have the value, …
    part: int
    #: … of how many whose value is known, …
    shown: int
    #: … and how many have an unknown value
    unknown: int
    #: the 95% interval of the share (bootstrap over articles); None for too few articles
    interval: Interval | None = None

    __attrs_post_init__ = check_fields

    @property
    def share(self) -> float | None:
        """The share among people whose value is known; None if there are none."""
        return self.part / self.shown if self.shown else None

    @property
    def bounds(self) -> Interval | None:
        """The smallest and the largest possible share among all; None if there is nobody."""
        everybody = self.shown + self.unknown
        if not everybody:
            return None
        return self.part / everybody, (self.part + self.unknown) / everybody

    def __str__(self) -> str:
        if self.bounds is None:
            return "nobody"
        least, most = (f"{bound:.0%}" for bound in self.bounds)
        of_all = f"between {least} and {most} of all" if least != most else f"{least} of all"
        if self.share is None:
            return f"nobody shown; {of_all}"
        interval = ""
        if self.interval is not None:
            low, high = self.interval
            interval = f" (95% interval {low:.0%} to {high:.0%})"
        return f"{self.share:.0%} of those shown{interval}; {of_all}"


@frozen
class RoleGenders:
    """Women and men among the people of one class of role, such as experts."""

    #: the name of the share in ``AuditGroup.roles``: ``experts and science``, ``no role shown`` …
    role: str
    people: int
    women: Estimate
    men: Estimate

    __attrs_post_init__ = check_fields

    @property
    def others(self) -> int:
        """The number of people with other pronouns."""
        return self.women.shown - self.women.part - self.men.part


@frozen
class AuditGroup:
    """The counts of a group of articles, such as those of a section."""

    #: the grouping: ``publisher``, ``section+month`` …; ``all`` for all articles
    by: str
    #: the value of each field of the grouping; None if it is unknown
    values: tuple[str | None, ...]
    #: the number of articles, and of those with a quote
    articles: int
    quoting: int
    #: speakers, each counted once per article; and those that are, or may be, one person
    speakers: int
    people: int
    #: the number of quotes, and of those for which no speaker was found
    quotes: int
    unattributed: int
    #: the number of words of the quotes, and of verbatim ones; a quote of two speakers counts for
    #: both
    words: int
    verbatim: int
    #: the speakers by kind
    kinds: tuple[Share, ...]
    #: the people by gender, and by class of role
    genders: tuple[Share, ...]
    roles: tuple[Share, ...]
    #: women and men among the people
    women: Estimate
    men: Estimate
    #: women and men within each class of role that occurs; intervals for all articles only
    role_genders: tuple[RoleGenders, ...] = ()
    #: the 95% interval of ``verbatim_share``
    verbatim_interval: Interval | None = None

    __attrs_post_init__ = check_fields

    @property
    def name(self) -> str:
        """The values on one line."""
        return " · ".join("not known" if v is None else v for v in self.values) or "all articles"

    @property
    def verbatim_share(self) -> float | None:
        """The share of verbatim words; None without words."""
        return self.verbatim / self.words if self.words else None


@frozen
class UnknownSpeaker:
    """A speaker whose gender or kind no article shows, for a person to look up."""

    name: str
    kind: str | None
    role_class: str | None
    #: a role of the speaker in an article
    role: str | None
    quotes: int
    #: the number of articles
    articles: int
    #: the source of one of them
    example: str | None

    __attrs_post_init__ = check_fields


@frozen
class Audit:
    """Whom articles quote, by group: ``print`` it, ``write`` it, or use ``groups``."""

    #: the groupings
    by: tuple[str, ...]
    #: all articles, then each group of the first of ``by``, the largest first, and so on
    groups: tuple[AuditGroup, ...] = field(repr=False)
    #: each speaker of each article
    speakers: tuple[QuotedSpeaker, ...] = field(repr=False)
    articles: tuple[AuditedArticle, ...] = field(repr=False)
    #: how genders were guessed, ``given-names``; None if they were not
    guess: str | None = None

    __attrs_post_init__ = check_fields

    @property
    def total(self) -> AuditGroup:
        """All articles as one group."""
        return self.groups[0]

    def groups_by(self, by: str) -> list[AuditGroup]:
        """The groups of one grouping in ``by``."""
        return [group for group in self.groups if group.by == by]

    @property
    def notes(self) -> tuple[str, ...]:
        """The notes that explain the numbers; every output includes them."""
        return tuple(self._notes())

    def _notes(self) -> Iterator[str]:
        """The notes, one by one."""
        yield (
            "Each speaker counts once an article. Gender is what the article's own words show (she,"
            " Mr., his wife), of people only; whom no word shows is unknown, and never estimated."
        )
        origins = [speaker.gender_from for speaker in self.speakers]
        if number := origins.count("labels"):
            yield f"The gender of {count(number, 'speaker')} is from labels."
        if self.guess:
            number = origins.count("given name")
            yield (
                f"GUESSED: the gender of {count(number, 'speaker')} is a guess from the given name,"
                f" and counts as shown here. {GUESS_ERRORS}"
            )

    def unknown(self, top: int = 50) -> list[UnknownSpeaker]:
        """The named speakers whose gender or kind is unknown, the most quoted first.

        Args:
            top: the number of speakers.

        Raises:
            InputError: ``top`` is not a whole number.
            OptionError: ``top`` is less than 1.
        """
        check_count(top, "top")
        by_name = defaultdict[str, list[QuotedSpeaker]](list)
        for speaker in self.speakers:
            unknown = speaker.gender_from in (None, "given name") or speaker.kind is None
            if unknown and speaker.kind in _NAMED_KINDS:
                by_name[speaker.name].append(speaker)
        listed = (_unknown_speaker(name, same) for name, same in by_name.items())
        return sorted(listed, key=lambda speaker: (-speaker.quotes, speaker.name))[:top]

    def write(self, path: str | os.PathLike[str], format: str | None = None) -> None:
        """Write the audit to a file.

        Args:
            path: the file; its suffix selects the format.
            format: ``html`` (a page), ``xlsx`` (sheets: groups, speakers, the unknown), ``csv`` or
                ``json`` (the groups).

        Raises:
            OptionError: there is no such format, or the file cannot be written.
            MissingExtraError: the format needs an extra.
        """
        find_method("Audit.write")(self, path, format)

    def write_unknown(self, path: str | os.PathLike[str], top: int = 200) -> None:
        """Write the sheet of unknown speakers, to be filled in and passed as ``labels=``.

        Args:
            path: a file that ends in ``.csv`` or ``.xlsx``.
            top: the number of speakers.

        Raises:
            OptionError: the file has another suffix, or cannot be written.
            MissingExtraError: Excel needs the extra ``excel``.
        """
        find_method("Audit.write_unknown")(self, path, top)

    def to_dict(self) -> dict[str, Any]:
        """Convert to values that JSON can hold: notes, and a dictionary for each group."""
        data: dict[str, Any] = find_method("Audit.to_dict")(self)
        return data

    def to_pandas(self) -> pandas.DataFrame:
        """Convert to a pandas ``DataFrame``, one row per group.

        Raises:
            MissingExtraError: pandas is not installed.
        """
        frame: pandas.DataFrame = find_method("Audit.to_pandas")(self)
        return frame

    @property
    def plot(self) -> AuditPlots:
        """The plots: ``plot.kinds(by)``, ``plot.genders(by)`` and ``plot.roles(by)``."""
        plots: AuditPlots = find_method("Audit.plot")(self)
        return plots

    def __str__(self) -> str:
        return f"{count(self.total.articles, 'article')}; women: {self.total.women}"

    def __rich__(self) -> RenderableType:
        """The renderable for rich: a table for each grouping."""
        shown: RenderableType = find_method("Audit.__rich__")(self)
        return shown

    def _repr_html_(self) -> str:
        """The HTML for a notebook."""
        html: str = find_method("Audit._repr_html_")(self)
        return html


def _unknown_speaker(name: str, same: list[QuotedSpeaker]) -> UnknownSpeaker:
    """The row of the sheet for the appearances of one speaker."""
    return UnknownSpeaker(
        name,
        same[0].kind,
        next((speaker.role_class for speaker in same if speaker.role_class), None),
        next((speaker.role for speaker in same if speaker.role), None),
        sum(speaker.quotes for speaker in same),
        len({speaker.article for speaker in same}),
        same[0].article.source,
    )
