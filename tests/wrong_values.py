"""Values that may be passed by mistake, and what the calls with them share."""

import math
from functools import cache

from sample_records import ARTICLE, NAMED

from quoteattr import (
    Article,
    QuoteArchive,
    QuoteRecords,
)
from quoteattr.component import make_component


class Frame:
    """What a data frame looks like: it can be iterated, and gives the names of its columns."""

    columns = ("text", "title")
    shape = (1, 2)

    def __iter__(self):
        return iter(self.columns)


#: what may be passed by mistake
WRONG = {
    "None": None,
    "5": 5,
    "-1": -1,
    "2.5": 2.5,
    "nan": math.nan,
    "True": True,
    "empty text": "",
    "text": "x",
    "digit": "2",
    "bytes": b"x",
    "list": [],
    "list of numbers": [5],
    "list of None": [None],
    "dictionary": {},
    "object": object(),
    "record": NAMED,
    "frame": Frame(),
}

RECORDS = QuoteRecords([NAMED], [ARTICLE])
ARTICLES = [Article("“The bridge is safe,” said Ada Berg.", id="a", published="2024-05-04")]
NUMBERS = {"5", "-1", "2.5", "nan"}
TEXTS = {"empty text", "text", "digit"}
TEXTS_OR_NONE = TEXTS | {"None"}
KINDS = {"kinds": set()}


#: the methods of an archive that may change it
WRITING = {"add", "add_records", "remove"}


def small_archive():
    """An archive of one article."""
    small = QuoteArchive(":memory:")
    small.add(ARTICLES)
    return small


#: one for all calls that only read
shared_archive = cache(small_archive)


def archive(method):
    """A function that calls a method of a small archive."""

    def call(**arguments):
        small = small_archive() if method in WRITING else shared_archive()
        result = getattr(small, method)(**arguments)
        return list(result) if hasattr(result, "__next__") else result

    return call


def component(**config):
    """Make a spaCy component, as the pipeline does; which pipeline is no matter."""
    return make_component(None, "quoteattr", **config)


FILTERS = {
    "speaker": {"None", "text", "digit"},
    "source": TEXTS_OR_NONE,
    "since": {"None"},
    "until": {"None"},
    "kinds": set(),
    "min_confidence": set(),
}
WORDS = {"words": {"None", "text", "digit"}}
OPTIONS = {
    "kinds": set(),
    "unattributed": {"True"},
    "model": {"None"},
    "clusters": {"None"},
    "people": {"None", "list"},
    "language": {"None"},
}
STREAM = {"workers": set(), "progress": {"True"}}
PLACE = {"start": {"5"}, "end": {"5"}, "text": TEXTS}
