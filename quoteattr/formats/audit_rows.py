"""Convert an audit to rows: one for each group, and one for each speaker of each article."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import attrs

from quoteattr.auditing.result import Audit, AuditGroup, Estimate, RoleGenders, Share
from quoteattr.auditing.speakers import QuotedSpeaker
from quoteattr.extras import require
from quoteattr.text import replace_surrogates

if TYPE_CHECKING:
    import pandas


def group_row(group: AuditGroup) -> dict[str, Any]:
    """The numbers of a group by column; shares are from 0 to 1, and None if no value is known."""
    row: dict[str, Any] = {
        "by": group.by,
        "group": replace_surrogates(group.name),
        "articles": group.articles,
        "articles with speakers": group.quoting,
        "speakers": group.speakers,
        "people": group.people,
        "quotes": group.quotes,
        "quotes without a speaker": group.unattributed,
        "words": group.words,
        "words word for word": group.verbatim,
        "share word for word": group.verbatim_share,
        **_bounds("share word for word", group.verbatim_interval),
    }
    for name, estimate in (("women", group.women), ("men", group.men)):
        row |= _estimate(name, estimate)
    for title, shares in (("kind", group.kinds), ("gender", group.genders), ("role", group.roles)):
        row |= {f"{title}: {share.name}": share.speakers for share in shares}
    crossed = {genders.role: genders for genders in group.role_genders}
    for share in group.roles:
        row |= _women_of_role(share.name, crossed.get(share.name))
    return row


def _women_of_role(name: str, genders: RoleGenders | None) -> dict[str, float | None]:
    """The columns of the women within a class of role."""
    women = genders.women if genders else Estimate(0, 0, 0)
    least, most = women.bounds or (None, None)
    return {
        f"women in role: {name}, of those shown": women.share,
        f"women in role: {name}, of all, at least": least,
        f"women in role: {name}, of all, at most": most,
    }


def role_row(group: AuditGroup, genders: RoleGenders) -> dict[str, Any]:
    """The women and men within a class of role of a group, by column."""
    return {
        "by": group.by,
        "group": replace_surrogates(group.name),
        "role": genders.role,
        "people": genders.people,
        "women": genders.women.part,
        "men": genders.men.part,
        "other pronouns": genders.others,
        "gender not shown": genders.women.unknown,
        **_estimate("women", genders.women),
        **_estimate("men", genders.men),
    }


def _estimate(name: str, estimate: Estimate) -> dict[str, float | None]:
    """The columns of an estimate."""
    least, most = estimate.bounds or (None, None)
    return {
        f"{name} of those shown": estimate.share,
        **_bounds(f"{name} of those shown", estimate.interval),
        f"{name} of all, at least": least,
        f"{name} of all, at most": most,
    }


def _bounds(name: str, interval: tuple[float, float] | None) -> dict[str, float | None]:
    """The columns of an interval."""
    low, high = interval or (None, None)
    return {f"{name}, 95% from": low, f"{name}, 95% to": high}


def speaker_row(speaker: QuotedSpeaker) -> dict[str, Any]:
    """A speaker of an article by column."""
    article = speaker.article
    row = {
        "source": article.source,
        "publisher": article.publisher,
        "section": article.section,
        "authors": "; ".join(article.authors) or None,
        "month": article.month,
        "name": speaker.name,
        "kind": speaker.kind,
        "gender": speaker.gender,
        "gender from": speaker.gender_from,
        "role class": speaker.role_class,
        "role": speaker.role,
        "affiliation": speaker.affiliation,
        "id": speaker.id,
        "quotes": speaker.quotes,
        "words": speaker.words,
        "words word for word": speaker.verbatim,
    }
    return {name: _text(value) for name, value in row.items()}


def _text(value: Any) -> Any:
    """A value whose text UTF-8 can encode."""
    return replace_surrogates(value) if isinstance(value, str) else value


def audit_to_dict(audit: Audit) -> dict[str, Any]:
    """Convert an audit to values that JSON can hold; behind ``Audit.to_dict``."""
    return {
        "notes": list(audit.notes),
        "by": list(audit.by),
        "guess": audit.guess,
        "groups": [_group_to_dict(group) for group in audit.groups],
    }


def _group_to_dict(group: AuditGroup) -> dict[str, Any]:
    """A group with its shares and estimates as dictionaries."""
    data = attrs.asdict(group)
    for name in ("kinds", "genders", "roles"):
        shares: Iterable[Share] = getattr(group, name)
        data[name] = [attrs.asdict(share) for share in shares]
    data |= {"women": _estimate_to_dict(group.women), "men": _estimate_to_dict(group.men)}
    data["role_genders"] = [
        {
            "role": genders.role,
            "people": genders.people,
            "women": _estimate_to_dict(genders.women),
            "men": _estimate_to_dict(genders.men),
        }
        for genders in group.role_genders
    ]
    return data | {"verbatim_share": group.verbatim_share}


def _estimate_to_dict(estimate: Estimate) -> dict[str, Any]:
    """An estimate with its share and bounds."""
    return attrs.asdict(estimate) | {"share": estimate.share, "bounds": estimate.bounds}


def audit_to_pandas(audit: Audit) -> pandas.DataFrame:
    """An audit as a data frame, one row per group; behind ``Audit.to_pandas``."""
    require("pandas", "pandas")
    import pandas

    return pandas.DataFrame([group_row(group) for group in audit.groups])
