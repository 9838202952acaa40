"""What one wording has otherwise than the fullest one: kinds, places, any text, long text."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import for_each
from timing import takes_at_most

from quoteattr.groups.differences import differences
from quoteattr.groups.version import read_version

FULL = "We will rebuild the old pier before the winter storms, and nobody will pay"


@for_each(
    ("quote", "kinds"),
    [
        ("rebuild the old pier", ["cut", "cut"]),
        (FULL.replace("old ", ""), ["cut"]),
        (f"… {FULL[8:]}", ["ellipsis"]),
        ("We will rebuild the old pier …", ["ellipsis"]),
        ("We will rebuild … and nobody will pay", ["ellipsis"]),
        ("We will rebuild [. . .] and nobody will pay", ["ellipsis"]),
        (f"{FULL} for it", ["inserted"]),
        (f"Well, {FULL}", ["inserted"]),
        (FULL.replace("old", "old wooden"), ["inserted"]),
        (FULL.replace("winter", "autumn"), ["changed"]),
        (FULL.replace("winter", "autumn").replace("pay", "sing"), ["changed", "changed"]),
        (FULL.replace("We", "[They]"), ["bracketed"]),
        (FULL.replace("old pier", "old pier [in Dalby]"), ["bracketed"]),
        (FULL.replace("storms, and", "storms. And"), ["punctuation"]),
        (FULL.replace("storms,", "storms –"), ["punctuation"]),
        ("not for us", ["changed"]),
        (f"“{FULL.replace(' ', chr(160))},”", []),
    ],
)
def test_kinds(quote, kinds):
    assert [d.kind for d in differences(quote, FULL)] == kinds


@for_each(
    ("quote", "text", "words"),
    [
        (FULL.replace("old ", ""), "old", ""),
        (FULL.replace("old", "old wooden"), "", "wooden"),
        (FULL.replace("winter", "autumn"), "winter", "autumn"),
        (FULL.replace("We", "[They]"), "We", "[They]"),
        (FULL.replace("old pier", "old pier [in Dalby]"), "", "[in Dalby]"),
        ("We will rebuild the old pier … and nobody will pay", "before the winter storms", "…"),
    ],
)
def test_the_words_that_differ(quote, text, words):
    (result,) = differences(quote, FULL)
    assert (result.text.rstrip(","), result.quote) == (text, words)


@pytest.mark.parametrize(
    ("fullest", "kind", "text", "quote"),
    [
        (FULL.replace("winter", "[season’s]"), "bracketed", "season’s", "winter"),
        (FULL.replace("old pier before", "…"), "ellipsis", "", "old pier before"),
        (FULL.replace("old pier before", "[. . .]"), "ellipsis", "", "old pier before"),
    ],
)
def test_what_the_fullest_one_tells_of_itself(fullest, kind, text, quote):
    result = [(d.kind, d.text.strip("[]"), d.quote) for d in differences(FULL, fullest)]
    assert result == [(kind, text, quote)]


def test_differences_are_in_order_of_the_fullest():
    quote = "they will [soon] rebuild the pier … and nobody shall pay, ever"
    result = differences(quote, FULL)
    assert [d.span for d in result] == sorted(d.span for d in result)
    assert {d.kind for d in result} == {"changed", "bracketed", "cut", "ellipsis", "inserted"}


SIGNS = [*"“”‘’\"'…?!,.-—()[] \n", ". . .", "\r\n", "\u00a0", "\u00ad", "\u200b", "<b>"]
WORDS = [
    "We",
    "will",
    "won’t",
    "the",
    "pier",
    "[t]he",
    "[sic]",
    "ﬁ",
    "e\u0301",
    "字",
    "😀",
    "\ud800",
]
MESSY = st.lists(st.sampled_from([*SIGNS, *WORDS, *WORDS, " ", " ", " "]), max_size=40)
TEXTS = (MESSY.map("".join) | st.text()).filter(lambda text: read_version(text).words)


@given(TEXTS, TEXTS)
def test_offsets_are_those_of_the_texts_as_given(quote, full):
    result = differences(quote, full)
    for difference in result:
        assert full[slice(*difference.span)] == difference.text
        assert quote[slice(*difference.quote_span)] == difference.quote
        assert difference.text or difference.quote
        assert str(difference)
    assert [difference.span for difference in result] == sorted(
        difference.span for difference in result
    )


@given(TEXTS)
def test_a_text_has_nothing_otherwise_than_itself(text):
    assert [d for d in differences(text, text) if d.kind not in ("ellipsis", "bracketed")] == []


@given(st.lists(st.sampled_from("abcdefgh"), min_size=2, max_size=30), st.data())
def test_what_is_cut_is_told(letters, data):
    """Of words in a row those that are left out are just what differs."""
    words = [f"{letter}{number}" for number, letter in enumerate(letters)]
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    result = differences(" ".join(words[start:end]), " ".join(words))
    assert [(d.kind, d.text) for d in result] == [
        ("cut", " ".join(part)) for part in (words[:start], words[end:]) if part
    ]


def speech(size, seed=0):
    chance = random.Random(seed)
    return [f"w{chance.randrange(5000)}" for _ in range(size)]


def test_long_wordings_are_compared_by_their_first_words():
    words = speech(30_000)
    changed = [*words[:100], "zebra", *words[101:]]
    (result,) = differences(" ".join(changed), " ".join(words))
    assert (result.kind, result.text, result.quote) == ("changed", words[100], "zebra")
    assert takes_at_most(3, lambda: differences(" ".join(changed), " ".join(words)))


def test_long_wordings_that_have_nothing_in_common():
    assert takes_at_most(3, lambda: differences("pier " * 20_000, "ferry " * 20_000))
    assert takes_at_most(
        3, lambda: differences(" ".join(speech(3_000)), " ".join(speech(3_000, seed=1)))
    )


WHOLE = "We will rebuild the old pier before winter"


@pytest.mark.parametrize(
    "fullest",
    [
        WHOLE.replace("We", "[They]"),
        WHOLE.replace("winter", "[summer]"),
        WHOLE.replace("old", "[in Dalby] old"),
    ],
)
def test_brackets_of_the_fullest_wording(fullest):
    assert [difference.kind for difference in differences(WHOLE, fullest)] == ["bracketed"]
