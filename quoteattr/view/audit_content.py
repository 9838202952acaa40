"""The content of every view of an audit: words for numbers, and the groups that it lists."""

from __future__ import annotations

from quoteattr.auditing.result import Audit, AuditGroup, Estimate, Interval, RoleGenders, Share
from quoteattr.text import count

#: the groupings, as headings
TITLES = {
    "publisher": "By publisher",
    "section": "By section",
    "author": "By author",
    "month": "By month",
}
#: the title of pages and sheets
TITLE = "Whom we quote"


def title_of(by: str) -> str:
    """The heading of a grouping.

    >>> title_of("section"), title_of("section+month")
    ('By section', 'By section and month')
    """
    return TITLES.get(by) or f"By {' and '.join(by.split('+'))}"


def share_name(share: Share) -> str:
    """The name of a share, for people."""
    return {"person": "named person", "not shown": "gender not shown"}.get(share.name, share.name)


def in_percent(part: int, whole: int) -> str:
    """A share in per cent; a dash if there is nothing to share.

    >>> in_percent(1, 3), in_percent(0, 0)
    ('33%', '–')
    """
    return f"{part / whole:.0%}" if whole else "–"


def percent_range(bounds: Interval | None) -> str:
    """Two shares in per cent; a dash if there are none, and one if both are the same.

    >>> percent_range((0.123, 0.456)), percent_range((1.0, 1.0)), percent_range(None)
    ('12–46%', '100%', '–')
    """
    if bounds is None:
        return "–"
    low, high = (f"{bound:.0%}" for bound in bounds)
    return high if low == high else f"{low[:-1]}–{high}"


def of_shown(estimate: Estimate) -> str:
    """The share among speakers whose value is known, with its interval if it has one."""
    if estimate.share is None:
        return "–"
    interval = "" if estimate.interval is None else f" ({percent_range(estimate.interval)})"
    return f"{estimate.share:.0%}{interval}"


def women_of(women: Estimate) -> str:
    """The share of women among some people, as far as it is known.

    >>> women_of(Estimate(1, 2, 2)), women_of(Estimate(0, 0, 2))
    ('women 50% of those shown, 25–75% of all', 'nobody’s is shown; women 0–100% of all')
    """
    of_all = f"{percent_range(women.bounds)} of all"
    if women.share is None:
        return f"nobody’s is shown; women {of_all}"
    return f"women {of_shown(women)} of those shown, {of_all}"


def summary(audit: Audit) -> str:
    """The counts of an audit, in one sentence."""
    group = audit.total
    of_articles = f"{count(group.articles, 'article')}, {group.quoting:,} with somebody quoted"
    of_quotes = f"{count(group.speakers, 'speaker')}, {count(group.quotes, 'quote')}"
    nobody = f", {group.unattributed:,} without a speaker" if group.unattributed else ""
    verbatim = in_percent(group.verbatim, group.words)
    return f"{of_articles}; {of_quotes}{nobody}; {group.words:,} words, {verbatim} word for word"


def without(audit: Audit, by: str) -> str | None:
    """The note in place of a table if no article has the fields of the grouping."""
    if any(value is not None for group in audit.groups_by(by) for value in group.values):
        return None
    return f"No article says its {by.replace('+', ' and ')}."


def by_role(group: AuditGroup) -> list[RoleGenders]:
    """Women and men within each class of role, the largest first."""
    return sorted(group.role_genders, key=lambda genders: -genders.people)


def listed(audit: Audit, by: str, most: int) -> tuple[list[AuditGroup], int]:
    """The groups of a table, up to a limit, and the number left out."""
    groups = audit.groups_by(by)
    return groups[:most], max(0, len(groups) - most)
