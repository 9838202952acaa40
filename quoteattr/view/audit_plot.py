"""Plot an audit with matplotlib (extra ``plot``): ``audit.plot.genders("section")``.

Each plot is drawn on the axes that are passed, or on new ones, and returns them. Groups by month
are arranged from left to right, others from top to bottom; all bars have the same length, and
unknown values are grey.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from attrs import frozen

from quoteattr.auditing.result import Audit, AuditGroup, Share
from quoteattr.checks import check_choice
from quoteattr.errors import OptionError
from quoteattr.text import clip, one_line, replace_surrogates
from quoteattr.view.audit_content import share_name
from quoteattr.view.plot import axes_of, check_plot
from quoteattr.view.speaker_styles import COLOURS, GREY

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: maximum length of a name, in characters
_NAME_LENGTH = 32
#: the hatch of unnamed or unknown speakers
_HATCH = "////"
#: the shares of genders and kinds, each with an index into ``COLOURS`` (None is grey), and whether
#: it is hatched: related ones have one colour
_STYLES: dict[str, tuple[int | None, bool]] = {
    "women": (1, False),
    "men": (0, False),
    "other pronouns": (2, False),
    "not shown": (None, True),
    "person": (0, False),
    "unnamed person": (0, True),
    "organisation": (2, False),
    "unnamed group": (2, True),
    "document": (5, False),
    "post author": (3, False),
    "unresolved": (None, False),
    "kind not shown": (None, True),
}
#: roles with a colour; the others are one share
_MOST_ROLES = len(COLOURS)


@frozen
class AuditPlots:
    """The plots of an audit."""

    audit: Audit

    def __call__(self, by: str | None = None, top: int = 15, *, ax: Axes | None = None) -> Axes:
        """Plot women and men among the speakers, like :meth:`genders`."""
        return self.genders(by, top, ax=ax)

    def genders(self, by: str | None = None, top: int = 15, *, ax: Axes | None = None) -> Axes:
        """Plot the genders of people in each group, including those whose gender is unknown.

        Args:
            by: the grouping, one of ``audit.by``; the first of these if None.
            top: the number of groups: those with most speakers, or the last months.
            ax: the axes to draw on; new ones if None.

        Raises:
            MissingExtraError: matplotlib is not installed.
            OptionError: there are no such groups, or nobody is quoted.
            InputError: an argument is of the wrong type.
        """
        return self._plot(by, top, ax, lambda group: group.genders, "people")

    def kinds(self, by: str | None = None, top: int = 15, *, ax: Axes | None = None) -> Axes:
        """Plot the kinds of speakers in each group; the arguments are those of :meth:`genders`."""
        return self._plot(by, top, ax, lambda group: group.kinds, "speakers")

    def roles(self, by: str | None = None, top: int = 15, *, ax: Axes | None = None) -> Axes:
        """Plot the roles of people in each group; the arguments are those of :meth:`genders`."""
        return self._plot(by, top, ax, self._common_roles, "people")

    def _common_roles(self, group: AuditGroup) -> tuple[Share, ...]:
        """The most common roles in all articles, and the rest as one."""
        shown = [share for share in self.audit.total.roles[:-2] if share.speakers]
        common = sorted(shown, key=lambda share: -share.speakers)[:_MOST_ROLES]
        names = {share.name for share in common}
        shares = {share.name: share for share in group.roles}
        *_, other, none = group.roles
        unnamed = sum(share.speakers for share in group.roles[:-2] if share.name not in names)
        others = Share("other role", other.speakers + unnamed, 0, 0, 0)
        return (*(shares[share.name] for share in common), others, none)

    def _plot(
        self,
        by: str | None,
        top: int,
        ax: Axes | None,
        shares_of: Callable[[AuditGroup], Sequence[Share]],
        noun: str,
    ) -> Axes:
        """Plot some shares of each group."""
        check_plot("top", top, ax)
        chosen = self.audit.by[0] if by is None else by
        check_choice(chosen, self.audit.by, "by")
        groups = [group for group in self.audit.groups_by(chosen) if group.people or group.speakers]
        if not groups:
            raise OptionError(
                "there is nothing to plot: nobody is quoted",
                where="plot",
                remedy="pass articles with quotes",
            )
        in_time = chosen == "month"
        shown = groups[-top:] if in_time else groups[:top]
        axes = _draw(shown, list(map(shares_of, shown)), ax, noun, upright=in_time)
        if self.audit.guess:
            axes.set_title("guessed: some genders, from given names", fontsize="small")
        return axes


def _draw(
    groups: list[AuditGroup],
    shares: list[Sequence[Share]],
    ax: Axes | None,
    noun: str,
    *,
    upright: bool,
) -> Axes:
    """Draw a stacked bar for each group."""
    ax = axes_of(ax, 3.6 if upright else 1.3 + 0.34 * len(groups))
    at, bar = range(len(groups)), ax.bar if upright else ax.barh
    begin = [0.0] * len(groups)
    for place, share in enumerate(shares[0]):
        numbers = [group_shares[place].speakers for group_shares in shares]
        wholes = [sum(share.speakers for share in group_shares) or 1 for group_shares in shares]
        lengths = [number / whole for number, whole in zip(numbers, wholes, strict=True)]
        if any(lengths):
            base: dict[str, Any] = {"bottom" if upright else "left": begin}
            bar(at, lengths, 0.78, label=share_name(share), **base, **_style(share.name, place))
        begin = [start + length for start, length in zip(begin, lengths, strict=True)]
    _label(
        ax,
        groups,
        [sum(share.speakers for share in group_shares) for group_shares in shares],
        noun,
        upright=upright,
    )
    return ax


def _style(name: str, place: int) -> dict[str, Any]:
    """The colour and hatch of a share; for roles, the colours in order."""
    unknown = (None, name == "no role shown")
    colour, hatched = _STYLES.get(name, unknown if "role" in name else (place, False))
    style = {"color": GREY if colour is None else COLOURS[colour], "edgecolor": "white"}
    return style | ({"hatch": _HATCH, "alpha": 0.6} if hatched else {})


def _label(
    ax: Axes, groups: list[AuditGroup], numbers: list[int], noun: str, *, upright: bool
) -> None:
    """Write the names of the groups with their sizes, the axis of shares, and the legend."""
    names = [clip(one_line(replace_surrogates(group.name)), _NAME_LENGTH) for group in groups]
    labels = [f"{name} ({number:,})" for name, number in zip(names, numbers, strict=True)]
    if upright:
        ax.set_xticks(range(len(groups)), names, rotation=45, ha="right", parse_math=False)
        ax.set_ylim(0, 1)
        ax.yaxis.set_major_formatter("{x:.0%}")
        ax.set_ylabel(noun)
    else:
        ax.set_yticks(range(len(groups)), labels, parse_math=False)
        ax.margins(y=0.02)
        ax.invert_yaxis()
        ax.set_xlim(0, 1)
        ax.xaxis.set_major_formatter("{x:.0%}")
        ax.set_xlabel(noun)
    ax.legend(loc="upper left", bbox_to_anchor=(1, 1), fontsize="small", frameon=False)
