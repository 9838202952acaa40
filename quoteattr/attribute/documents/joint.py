"""Find several speakers of one quote: *said X and Y*, *Senators X and Y wrote*, *both said*.

A quote is attributed to one mention. If that is one of several joined by *and*, all of them speak.
"""

from __future__ import annotations

import regex

from quoteattr.detect.alphabet import (
    ACCORDING_TO,
    ANAPHOR,
    CONJUNCTION,
    CUE,
    NAME,
    PARAGRAPH_END,
    SAYING,
    SENTENCE_END,
)
from quoteattr.detect.chunks import Chunks
from quoteattr.detect.patterns.pattern import encode, tags
from quoteattr.detect.patterns.row_regex import capture, one_of
from quoteattr.language.patterns import lazy_regex

#: one of several: a name or nominal, its complement, an aside in brackets, and an apposition or an
#: age between commas
_MEMBER = (
    (one_of("NAME|NOMINAL") + f"(?P<of>{encode('{PREPOSITION} {NAME}')})?")
    + encode("({OPEN_BRACKET} {NAME|NOMINAL|OTHER_WORD|COMMA}{1,4} {CLOSE_BRACKET})?")
    + f"(?:{encode('{COMMA} ({NOMINAL|NUMBER} | {PREPOSITION} {NAME|NOMINAL})')}"
    + f"{encode('({PREPOSITION} {NAME|NOMINAL})?')}(?={one_of('COMMA')})){{0,2}}"
)
#: the description of the last one, before the name: *X and her husband, Y, said*
_ROLE = (
    f"(?:{encode('{NOMINAL} ({PREPOSITION} {NAME|NOMINAL})? {COMMA}')}"
    f"(?={encode('{NAME} {COMMA}')}))?"
)
#: whose somebody is: *Labour’s | X*
_OWNER = encode("({NAME} {POSSESSIVE})?")
_JOINED = lazy_regex(
    f"{_OWNER}(?P<member>{_MEMBER})(?:{one_of('COMMA')}{_OWNER}(?P<member>{_MEMBER})){{0,4}}"
    f"{encode('{COMMA}?')}{capture('and', 'CONJUNCTION')}{_ROLE}{_OWNER}(?P<member>{_MEMBER})"
    f"(?P<label>{encode('{COMMA} {NAME}')}(?={one_of('COMMA')}))?"
)
#: tags before a subject; after a verb of saying, what follows can speak as well
_BEFORE_SUBJECT = frozenset(
    tags(
        "END|QUOTE|COMMA|COLON|DASH|CLOSE_BRACKET|STRAY_MARK|SUBORDINATOR|COMPLEMENTIZER|ADVERBIAL"
    )
)
#: a description of several, and their names between commas: *the ministers of A and B, X and Y,*
_DESCRIBED = lazy_regex(
    encode("{NOMINAL} ({PREPOSITION} {NAME|NOMINAL} ({CONJUNCTION} {NAME|NOMINAL})?){0,2} {COMMA}")
)
#: their verb, possibly after *both*, or after a relative clause: *X and Y, who are sisters, said*
_VERB = lazy_regex(
    encode("({COMMA} {RELATIVE} {^COMMA|END|QUOTE}{1,16} {COMMA})?")
    + encode("{COMMA}? {PRONOUN}? {AUXILIARY|ADVERBIAL}*")
    + encode("{CUE|COPULA|AUXILIARY|PAST_FORM|OTHER_WORD}")
)
#: two names of one sentence, the subject and another argument: *X met Y*
_TWO = lazy_regex(
    capture("first", "NAME")
    + encode("{^END|QUOTE|MENTION|CONJUNCTION|PREPOSITION}+")
    + capture("second", "NAME")
    + encode("({PREPOSITION} {NAME|NOMINAL} | {^END|QUOTE|MENTION})*")
)
#: what ends an apposition
_CLOSING = frozenset(tags("COMMA|END|DASH|QUOTE")) | {""}
_SENTENCE = lazy_regex(encode("{^END|QUOTE}+"))
_AFTER_CUE = frozenset(
    tags("END|COMMA|COLON|DASH|CLOSE_BRACKET|QUOTE|PREPOSITION|ADVERBIAL|SUBORDINATOR")
)
#: a verb of which the last is the subject: *according to X, and Y says*
_CUES = frozenset(CUE)
#: maximum number of chunks of a coordination, and from *both* back to one
_LONGEST, _REACH = 24, 60


def joint_speakers(chunks: Chunks, i: int) -> list[int]:
    """Find all that speak together with the mention in chunk i.

    Returns:
        The chunks of all, in order; none if nobody else speaks with it.
    """
    tags = chunks.tags
    low = max(0, tags.rfind(SENTENCE_END, 0, i), tags.rfind(PARAGRAPH_END, 0, i), i - _LONGEST)
    stop = i + _LONGEST
    if tags.find(CONJUNCTION, low, stop) < 0:
        return []
    named = _named_in_apposition(chunks, i, stop)
    if named:
        return named
    for start in range(low, i + 1):
        match = _JOINED.match(tags, start, stop)
        if match and match.start() <= i < _end(chunks, match) and _speaks(chunks, match):
            return _members(chunks, match)
    return []


def joint_antecedents(chunks: Chunks, i: int) -> list[int]:
    """Find the two people to whom *both*, *the pair* or *they* in chunk i refers.

    Returns:
        Their chunks; none if they are not together in the sentence or the two before.
    """
    if chunks.heads[i] not in chunks.language.pairs or chunks.tags[i] not in ANAPHOR:
        return []
    start = max(0, i - _REACH)
    nearest: list[int] = []
    for match in _JOINED.finditer(chunks.tags, start, i):
        members = _members(chunks, match)
        if len(members) == 2 and _is_subject(chunks, match) and _whole(chunks, match):
            nearest = members
    if not nearest and chunks.heads[i] not in chunks.language.they:
        nearest = _named_together(chunks, start, i)
    between = chunks.tags[nearest[-1] : i] if nearest else ""
    return nearest if between.count(SENTENCE_END) + between.count(PARAGRAPH_END) <= 2 else []


def _named_in_apposition(chunks: Chunks, i: int, stop: int) -> list[int]:
    """The names of the people whom a plural describes: *the twins, X and Y, said*."""
    described = _DESCRIBED.match(chunks.tags, i, stop)
    if described is None or not chunks.language.looks_plural(chunks.heads[i]):
        return []
    match = _JOINED.match(chunks.tags, described.end(), stop)
    if match is None or not _whole(chunks, match):
        return []
    members = _members(chunks, match)
    closed = chunks.tags[_end(chunks, match) :][:1] in _CLOSING
    return members if closed and all(chunks.tags[k] == NAME for k in members) else []


def _end(chunks: Chunks, match: regex.Match[str]) -> int:
    """Where the coordination ends: after the party of the last one, *X, R-Ohio, and Y, D-Maine*."""
    label = match.start("label")
    named = label >= 0 and not chunks.heads[label + 1].startswith(chunks.language.party_labels)
    return label if named else match.end()


def _members(chunks: Chunks, match: regex.Match[str]) -> list[int]:
    """The chunks of the joined mentions, without labels of parties: *X, R-Ohio, and Y*."""
    parties = chunks.language.party_labels
    return [i for i in match.starts("member") if not chunks.heads[i].startswith(parties)]


def _named_together(chunks: Chunks, start: int, i: int) -> list[int]:
    """The only two named in the last sentence before chunk i: *X met Y. “…,” both said*."""
    sentences = list(_SENTENCE.finditer(chunks.tags, start, i))
    last = next((s for s in reversed(sentences) if NAME in s[0]), None)
    two = _TWO.fullmatch(chunks.tags, last.start(), last.end()) if last else None
    return [two.start("first"), two.start("second")] if two else []


def _speaks(chunks: Chunks, match: regex.Match[str]) -> bool:
    """Whether they are the subject of a verb, or follow a verb of saying or *according to*."""
    before, after = chunks.tags[: match.start()][-1:], chunks.tags[_end(chunks, match) :][:1]
    by_sign = before == ACCORDING_TO and after not in _CUES
    after_cue = by_sign or (before == SAYING and (not after or after in _AFTER_CUE))
    return _whole(chunks, match) and (after_cue or _is_subject(chunks, match))


def _is_subject(chunks: Chunks, match: regex.Match[str]) -> bool:
    """Whether they begin a clause, and a plural verb follows."""
    before = chunks.tags[: match.start()][-1:]
    verb = _VERB.match(chunks.tags, _end(chunks, match))
    opens = not before or before in _BEFORE_SUBJECT
    singular = chunks.language.singular
    return opens and verb is not None and chunks.heads[verb.end() - 1] not in singular


def _whole(chunks: Chunks, match: regex.Match[str]) -> bool:
    """Whether the word is *and*, and joins names rather than parts of one: *Centre for X and Y*."""
    members, of = len(match.captures("member")), len(match.captures("of"))
    return chunks.heads[match.start("and")] in chunks.language.joining and of in (0, members)
