"""Several speakers at once: *said X and Y*, *Senators X and Y wrote*, *both said*.

A quote is attributed to one mention. If that is one of several that *and* joins, all of them speak.
"""

from __future__ import annotations

import regex

from quoteattr.detect.chunks import Chunks
from quoteattr.detect.pattern import encode

#: one of several: a name or nominal, what it is of, and an apposition between commas
_MEMBER = r"[NDE](?P<of>oN)?(?:,(?:[DE]|o[NDE])(?:o[NDE])?(?=,)){0,2}"
_JOINED = regex.compile(
    rf"(?P<member>{_MEMBER})(?:,(?P<member>{_MEMBER})){{0,4}},?(?P<and>&)(?P<member>{_MEMBER})"
)
#: what stands before a subject; after a verb of saying whoever follows it can speak as well
_BEFORE_SUBJECT = frozenset('./Q,:;ut"yT-)')
_VERB = regex.compile(
    encode("{COMMA}? {AUXILIARY|ADVERBIAL}* {CUE|COPULA|AUXILIARY|PAST_FORM|OTHER_WORD}")
)
_AFTER_CUE = frozenset("./,Q-)oTyu:")
#: most chunks of a coordination, and from *both* back to one
_LONGEST, _REACH = 24, 60


def joint(chunks: Chunks, i: int) -> list[int]:
    """Find all that speak together with the mention in chunk i.

    Args:
        chunks: those of the article.
        i: the chunk of a mention.

    Returns:
        The chunks of all, in order; none if nobody else speaks with it.
    """
    tags = chunks.tags
    low = max(0, tags.rfind(".", 0, i), tags.rfind("/", 0, i), i - _LONGEST)
    for start in range(low, i + 1):
        match = _JOINED.match(tags, start, i + _LONGEST)
        members = match.starts("member") if match else []
        if match and i in members and _speaks(chunks, match):
            return members
    return []


def antecedent(chunks: Chunks, i: int) -> list[int]:
    """Find the two that *both*, *the pair* or *they* in chunk i goes back to.

    Returns:
        Their chunks; none if they do not stand together in the sentence or the two before.
    """
    if chunks.heads[i] not in chunks.language.pairs or chunks.tags[i] not in "PDE":
        return []
    start = max(0, i - _REACH)
    nearest: list[int] = []
    for match in _JOINED.finditer(chunks.tags, start, i):
        members = match.starts("member")
        if len(members) == 2 and _is_subject(chunks, match) and _whole(chunks, match):
            nearest = members
    between = chunks.tags[nearest[-1] : i] if nearest else ""
    return nearest if between.count(".") + between.count("/") <= 2 else []


def _speaks(chunks: Chunks, match: regex.Match[str]) -> bool:
    """They are the subject of a verb, or stand right after one of saying, which opens with them."""
    before, after = chunks.tags[: match.start()][-1:], chunks.tags[match.end() :][:1]
    after_cue = before == "A" or (before == "S" and (not after or after in _AFTER_CUE))
    return _whole(chunks, match) and (after_cue or _is_subject(chunks, match))


def _is_subject(chunks: Chunks, match: regex.Match[str]) -> bool:
    """They open a clause, and a verb of several follows."""
    before = chunks.tags[: match.start()][-1:]
    verb = _VERB.match(chunks.tags, match.end())
    opens = not before or before in _BEFORE_SUBJECT
    singular = chunks.language.singular
    return opens and verb is not None and chunks.heads[verb.end() - 1] not in singular


def _whole(chunks: Chunks, match: regex.Match[str]) -> bool:
    """The word is *and*, and parts names rather than the words of one: *Centre for X and Y*."""
    members, of = len(match.captures("member")), len(match.captures("of"))
    return chunks.heads[match.start("and")] in chunks.language.joining and of in (0, members)
