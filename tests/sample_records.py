"""What the tests of the formats write and read: made-up records, and any that there may be."""

import io
import sys
from types import NoneType
from typing import Literal, get_args, get_origin, get_type_hints

import attrs
from hypothesis import strategies as st

from quoteattr.formats.formats import FORMATS
from quoteattr.records import Article, Cue, Mention, QuoteRecord, QuoteRecords, Span

TEXT = "“We will rebuild,” said Mara Lindqvist, the mayor. “Before\nwinter, = or later.”"

NAMED = QuoteRecord(
    speaker="Mara Lindqvist",
    quote="We will rebuild, Before\nwinter, = or later.",
    source="articles/bridge.txt",
    kind="direct",
    spans=[(1, 17), (52, 78)],
    quoted=[(1, 17), (52, 78)],
    mention=Mention(24, 38, "Mara Lindqvist", "name"),
    cue=Cue(19, 23, "said"),
    rule="quote-cue-speaker",
    confidence=0.9375,
    speaker_confidence=0.875,
)

NOBODY = QuoteRecord(speaker=None, quote="“so-called”", source=None, kind="mixed", spans=[(3, 14)])

RECORDS = (NAMED, NOBODY)

ARTICLE = Article(
    TEXT,
    id="articles/bridge.txt",
    url="https://news.example/bridge?page=1",
    title="A bridge returns",
    authors=["Ida Moss", "Bo Field"],
    publisher="The Example",
    published="2024-05-04",
    language="en",
    section="Local",
)

#: the records as ``extract_many`` would give them: one article that is known, one that is not
PARTS = (QuoteRecords([NAMED], [ARTICLE]), QuoteRecords([NOBODY]))


def written(name, collections):
    """What a format writes: text or bytes."""
    form = FORMATS[name]
    file = io.BytesIO() if form.binary else io.StringIO(newline="")
    form.write(iter(collections), file)
    return file.getvalue()


class Stopped(BaseException):
    """Somebody pressed Ctrl-C."""


def stopping(collections):
    """The parts, and then the end of everything."""
    yield from collections
    raise Stopped


text = st.text(st.characters(exclude_categories=["Cs"]) | st.just("\ud83d"), max_size=20)


def spans(least):
    """Spans in order, at least so many."""
    ends = st.lists(st.integers(0, 10**6), min_size=2 * least, max_size=8, unique=True).map(sorted)
    return ends.map(lambda n: tuple(Span(*pair) for pair in zip(n[::2], n[1::2], strict=False)))


def values(hint):
    """Whatever a field of that type may hold; a type that is new here is an error."""
    arguments = get_args(hint)
    if get_origin(hint) is Literal:
        return st.sampled_from(arguments)
    if hint == tuple[Span, ...]:
        return spans(0)
    if get_origin(hint) is tuple:
        return st.lists(values(arguments[0]), max_size=2).map(tuple)
    if NoneType in arguments:
        return st.none() | values(arguments[0])
    if attrs.has(hint):
        return objects(hint)
    return {str: text, int: st.integers(0, sys.maxsize), float: st.floats(0, 1)}[hint]


def objects(owner, **known):
    """Objects of a class whose every field differs, whichever fields there are."""
    hints = get_type_hints(owner)
    fields = [field.name for field in attrs.fields(owner) if field.eq]
    made = {name: values(hints[name]) for name in fields} | known
    if {"start", "end"} <= made.keys() - known.keys():
        places = st.tuples(made.pop("start"), made.pop("end")).map(sorted)
        return places.flatmap(
            lambda at: st.builds(owner, start=st.just(at[0]), end=st.just(at[1]), **made)
        )
    return st.builds(owner, **made)
