"""Several speakers at once: *said X and Y*, *Senators X and Y wrote*, *both said*.

A quote is linked to one mention. If that is one of several that *and* joins, all of them speak.
"""

from __future__ import annotations

import regex

from quoteattr.detect.chunks import Units
from quoteattr.language.en import tables as en

#: one of several: a name or nominal, what it is of, and an apposition between commas
_MEMBER = r"[NDE](?P<of>oN)?(?:,(?:[DE]|o[NDE])(?:o[NDE])?(?=,)){0,2}"
_JOINED = regex.compile(
    rf"(?P<member>{_MEMBER})(?:,(?P<member>{_MEMBER})){{0,4}},?(?P<and>&)(?P<member>{_MEMBER})"
)
#: what stands before a subject; after a verb of saying whoever follows it can speak as well
_BEFORE_SUBJECT = frozenset('./Q,:;ut"yT-)')
_VERB = regex.compile(r",?[xyT]*[SRbxvw]")
_AFTER_CUE = frozenset("./,Q-)oTyu:")
#: most units of a coordination, and from *both* back to it
_LONGEST, _REACH = 24, 60


def joint(units: Units, i: int) -> list[int]:
    """Find all that speak together with the mention in unit i.

    Args:
        units: the row of the article.
        i: the unit of a mention.

    Returns:
        The units of all, in order; none if nobody else speaks with it.
    """
    symbols = units.symbols
    low = max(0, symbols.rfind(".", 0, i), symbols.rfind("/", 0, i), i - _LONGEST)
    for start in range(low, i + 1):
        match = _JOINED.match(symbols, start, i + _LONGEST)
        members = match.starts("member") if match else []
        if match and i in members and _speaks(units, match):
            return members
    return []


def antecedent(units: Units, i: int) -> list[int]:
    """Find the two that *both*, *the pair* or *they* in unit i goes back to.

    Returns:
        Their units; none if they do not stand together in the sentence or the two before.
    """
    if units.heads[i] not in en.PAIRS or units.symbols[i] not in "PDE":
        return []
    start = max(0, i - _REACH)
    found: list[int] = []
    for match in _JOINED.finditer(units.symbols, start, i):
        members = match.starts("member")
        if len(members) == 2 and _is_subject(units, match) and _whole(units, match):
            found = members
    between = units.symbols[found[-1] : i] if found else ""
    return found if between.count(".") + between.count("/") <= 2 else []


def _speaks(units: Units, match: regex.Match[str]) -> bool:
    """They are the subject of a verb, or stand right after one of saying, which opens with them."""
    before, after = units.symbols[: match.start()][-1:], units.symbols[match.end() :][:1]
    after_cue = before == "A" or (before == "S" and (not after or after in _AFTER_CUE))
    return _whole(units, match) and (after_cue or _is_subject(units, match))


def _is_subject(units: Units, match: regex.Match[str]) -> bool:
    """They open a clause, and a verb of several follows."""
    before = units.symbols[: match.start()][-1:]
    verb = _VERB.match(units.symbols, match.end())
    opens = not before or before in _BEFORE_SUBJECT
    return opens and verb is not None and units.heads[verb.end() - 1] not in en.SINGULAR


def _whole(units: Units, match: regex.Match[str]) -> bool:
    """The word is *and*, and parts names rather than the words of one: *Centre for X and Y*."""
    of = len(match.captures("of"))
    return units.heads[match.start("and")] in en.JOINING and of in (
        0,
        len(match.captures("member")),
    )
