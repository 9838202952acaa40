"""What holds for any text, the messiest included."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from timing import is_linear

from quoteattr import extract

MARKS = ["“", "”", "‘", "’", '"', "'", "«", "»", "``", "''", "„"]
NAMES = [
    "Mara Holt",
    "Otto Marx",
    "HOLT",
    "Holt's",
    "Dr. Marx",
    "J.",
    "she",
    "he",
    "the mayor",
    "who",
]
CUES = ["said", "told", "asked", "according to", "was", "called", "a statement"]
SIGNS = [",", ".", ":", "…", "—", "(", ")", "— Mara (@mara) May 3, 2020", "\x00", "\ud800", "字"]
WORDS = ["it rains", "and", "that", "of", "in Dalby", "on Friday", "5", "e\u0301", "Rain"]
SPACES = [" ", " ", " ", "\n", "\n\n", "\r\n", "\r", "\u2028", "\u00a0", "\ufeff"]
pieces = st.sampled_from(MARKS * 2 + NAMES + CUES + SIGNS + WORDS)
texts = st.lists(st.tuples(pieces, st.sampled_from(["", *SPACES]))).map(
    lambda pairs: "".join(part + space for part, space in pairs)
)


@settings(max_examples=120)
@given(texts, st.booleans())
def test_records_tell_the_text_as_it_is(text, unattributed):
    records = extract(text, "a", unattributed=unattributed)
    spans = [span for record in records for span in record.spans]
    assert spans == sorted(spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    for record in records:
        assert record.quote == " ".join(text[start:end] for start, end in record.spans)
        assert record.speaker or unattributed or (record.kind == "indirect" and record.cue)
        assert (record.speaker is None) == (record.mention is None)
        assert record.source == "a"
        for part in filter(None, (record.mention, record.cue)):
            assert text[part.start : part.end] == part.text != ""
        assert record.explain()


@settings(max_examples=30)
@given(texts)
def test_nothing_is_remembered_from_one_text_to_the_next(text):
    assert extract(text) == extract(text)


@pytest.mark.slow
@settings(max_examples=8)
@given(texts.filter(len))
def test_time_is_about_linear(text):
    short, long = (text * (size // len(text) + 1) for size in (2_000, 8_000))
    assert is_linear(lambda: extract(short), lambda: extract(long))
