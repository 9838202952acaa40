"""Verifying quotes: gold cases, offsets, other articles' quotes, and time.

``tests/gold/verify/cases.json`` holds a label, a text and a quote, what is found of it (outcome,
the words of each span, the speaker, each difference as kind, text and quote; the negation that is
lost and the nearest passage, where there is one) and a comment.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from gold_lines import check
from hypothesis import given
from hypothesis import strategies as st
from tables import for_each
from timing import takes_at_most

import quoteattr
from quoteattr import Article, InputError, MissingExtraError, Span, verify, verify_many
from quoteattr.compare.normalize import normalize_words
from quoteattr.verification.indexed_article import WHOLE

GOLD = Path(__file__).parent / "gold" / "verify"
CASES = {c["label"]: c for c in json.loads((GOLD / "cases.json").read_text(encoding="utf-8"))}


@for_each("label", CASES)
def test_gold(label: str) -> None:
    case = CASES[label]
    result = verify(case["quote"], case["text"])
    assert {
        "outcome": result.outcome,
        "place": [case["text"][start:end] for start, end in result.spans],
        "speaker": result.speaker,
        "differences": [[d.kind, d.text, d.quote] for d in result.differences],
        "negation": None if result.negation is None else case["text"][slice(*result.negation)],
        "nearest": result.nearest and result.nearest.text,
    } == {
        **{key: case[key] for key in ("outcome", "place", "speaker", "differences")},
        "negation": case.get("negation"),
        "nearest": case.get("nearest"),
    }, case["comment"]
    assert not (result.faithful and result.negation is not None)


def is_verified(line: str) -> bool:
    """A quote is verified as its line says: outcome, text and quote."""
    expected, text, quote = line.replace("\\n", "\n").split(" || ")
    result = verify(quote, text)
    faithful = result.faithful == (expected in ("faithful", "typography"))
    return faithful and expected in ("faithful", "unfaithful", result.outcome)


def test_family() -> None:
    check(GOLD / "family.txt", is_verified)


ARTICLES = Path(__file__).parent.parent / "examples" / "articles"
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob("*.txt"))}
EXAMPLES = sorted(ARTICLES.parent.glob("**/*.txt"))
UNRELATED = json.loads((GOLD / "unrelated.json").read_text(encoding="utf-8"))


def quotes_of(name: str) -> list[str]:
    """What is said in an article, but for clauses that are not in one piece.

    What parts a clause without marks (*which, she said, …*) are words of the text like any others.
    """
    records = quoteattr.extract(TEXTS[name])
    return [r.quote for r in records if r.kind in ("direct", "post") or len(r.spans) == 1]


def longer(quotes: list[str]) -> list[str]:
    """Those of more than three words, which may be found altered."""
    return [quote for quote in quotes if len(quote.split()) > 3]


@for_each("name", TEXTS)
def test_nothing_is_found_in_an_unrelated_article(name: str) -> None:
    assert len(longer(UNRELATED)) >= 50
    result = verify_many(UNRELATED, [TEXTS[name]])
    assert [str(verification) for verification in result if verification.found] == []


@for_each("name", TEXTS)
def test_quotes_are_found_in_their_own_article_alone(name: str) -> None:
    quotes = longer(quotes_of(name))
    assert [(own.outcome, own.text) for own in verify_many(quotes, [TEXTS[name]])] == [
        ("exact", quote) for quote in quotes
    ]
    results = verify_many(quotes, [text for title, text in TEXTS.items() if title != name])
    assert [str(result) for result in results if result.found] == []


@for_each("name", TEXTS)
def test_a_word_in_ten_may_be_another(name: str) -> None:
    quotes = [quote.split() for quote in quotes_of(name)]
    changed = [[*words[:4], "zebra", *words[5:]] for words in quotes if len(words) >= 10]
    for result in verify_many(map(" ".join, changed), [TEXTS[name]]):
        assert result.outcome == "altered"
        assert not result.faithful
        assert ["zebra" in difference.quote for difference in result.differences] == [True]


SIGNS = [*"“”‘’\"'…?!,.-—()[] \n", "\r\n", "\u00a0", "\u00ad", "\u200b"]
WORDS = [
    "We",
    "will",
    "never",
    "the",
    "pier",
    "Holt",
    "ﬁ",
    "e\u0301",
    "𝒟",
    "字",
    "😀",
    "\ud800",
    "<b>",
]
PIECES = st.sampled_from([*SIGNS, *WORDS, " ", " ", " "])
MESSY = st.lists(PIECES, max_size=40).map("".join)


@pytest.mark.parametrize("quote", ["…We", "(– We", "… — We"])
def test_a_quote_may_begin_with_signs_for_which_the_text_has_no_room(quote: str) -> None:
    assert verify(quote, "We").spans == (Span(0, 2),)


@given(MESSY, MESSY)
def test_offsets_are_those_of_the_texts_as_given(quote: str, text: str) -> None:
    try:
        result = verify(quote, text)
    except InputError:
        assert not any(character.isalnum() for character in quote)
        return
    assert result.text == " ".join(text[start:end] for start, end in result.spans)
    assert bool(result.spans) == result.found
    assert result.outcome != "exact" or result.text in quote
    assert (result.outcome == "altered") == bool(result.differences)
    for difference in result.differences:
        assert text[slice(*difference.span)] == difference.text
        assert quote[slice(*difference.quote_span)] == difference.quote
    assert len(result.explain().splitlines()) <= 3


@given(MESSY, MESSY, st.lists(st.sampled_from(["We", "will", "never", "字", "😀"]), min_size=1))
def test_what_stands_there_is_found(before: str, after: str, words: list[str]) -> None:
    quote = " ".join(words)
    result = verify(quote, f"{before} {quote} {after}")
    assert result.outcome in ("exact", "typography"), result.differences


TURNS = """BERG: Who pays for it?

LUND: Nobody has asked the town.

“We did, on Monday,” I was told, “and on Friday.”

They said “never” at first.

BERG: And then?

LUND: Nothing. Nobody came.

BERG: Thank you.
"""


@pytest.mark.parametrize(
    "quote",
    [
        "Nobody has asked the town. “We did, on Monday,” I was told, “and on Friday.”",
        "asked the town. “We did",
        "“and on Friday.” They said",
    ],
)
def test_the_paragraphs_of_a_turn_are_joined_as_its_record_joins_them(quote: str) -> None:
    verification = verify(quote, TURNS)
    assert verification.outcome == "exact"
    assert len(verification.spans) > 1
    assert verification.text in quote


def test_the_number_of_a_note_is_no_other_place_of_the_words() -> None:
    text = "The plan 3\u00ad8][38][38] of the town is dead."
    verification = verify("38] of the town", text)
    assert (verification.outcome, verification.text) == ("exact", "38] of the town")


def check_own_quotes(text: str) -> None:
    """Each record of an article is found in it, word for word and character for character."""
    records = quoteattr.extract(Article(text, id="own"), unattributed=True)
    with_words = [record for record in records if normalize_words(record.quote).keys]
    results = verify_many((record.quote for record in with_words), [Article(text, id="own")])
    wrong = [
        (result.outcome, result.text, record.quote)
        for record, result in zip(with_words, results, strict=True)
        if result.outcome != "exact" or result.text not in record.quote
    ]
    assert wrong == []


@for_each("path", EXAMPLES)
def test_a_record_is_found_in_its_own_article(path: Path) -> None:
    check_own_quotes(path.read_text(encoding="utf-8"))


@pytest.mark.slow
def test_a_record_is_found_in_its_own_volume() -> None:
    volume = "\n\n".join(path.read_text(encoding="utf-8") for path in EXAMPLES * 3)
    assert len(volume) > WHOLE
    check_own_quotes(volume)


def test_what_seems_the_number_of_a_note_may_be_half_a_word() -> None:
    check_own_quotes("“The plan,” Fin[38]ch said. “It “rests, Fin[38”]ch said.")
    assert normalize_words("Fin[38]ch", citations=False).keys == ["fin", "38ch"]
    marked = "It <em>fell</em> by half<sup>3</sup>[3] in [May](https://example.org/a), x < y > z"
    assert (
        normalize_words(marked, citations=False).keys == "it fell by half in may x < y > z".split()
    )


@pytest.mark.slow
def test_a_record_may_be_longer_than_what_is_aligned() -> None:
    check_own_quotes(f"“{'We go on and on. ' * 500}” said Mara Holt.")


SPEECH = st.sampled_from(
    [
        "We will rebuild the pier",
        "it won’t be cheap",
        "Nobody told us … not even the mayor",
        "the [old] harbour-\nmaster’s house",
        "why now?",
        "No!",
        "only one boat [12] came",
        "Friday’s “grand” plan",
        "rock ’n’ roll & more",
        "prices > 5,000.50 crowns",
        "the ’90s",
        "(or so)",
        "U.S. a.m.",
    ]
)
FRAMES = st.sampled_from(
    [
        "“{0},” said Mara Holt, “{1}.”",
        "{0}, Mara Holt said, {1}.",
        "Mara Holt said {0}, though she admitted that {1}.",
        "Mara Holt told the Gazette's weekly show {0}.",
        "'{0},' she said. '{1}'",
        "Mr. Holt condemned Friday’s vote as “{0}” and said “{1}”.",
        "HOLT: {0} {1}",
        "“{0}\n\n“{1},” she added.",
        "According to Ivo Marek, {0}; {1}.",
        "> “{0},” said Ivo Marek,\n> the mayor. “{1}”",
        "The pier, which Ivo Marek says {0} and, he adds, {1}, is shut.",
        "&ldquo;{0}&rdquo; Mara Holt said. “{1}&rsquo;”",
    ]
)
SENTENCES = st.builds(str.format, FRAMES, SPEECH, SPEECH)


@pytest.mark.slow
@given(st.lists(SENTENCES, min_size=1, max_size=6), st.sampled_from([" ", "\n\n", "\r\n", ""]))
def test_a_record_is_found_in_any_article_of_its_own(sentences: list[str], joint: str) -> None:
    check_own_quotes(joint.join(sentences))


def test_of_several_places_the_best_then_the_first() -> None:
    text = "We'll rebuild it. We’ll rebuild it. We’ll rebuild it. “We’ll never rebuild it.”"
    assert verify("We’ll rebuild it", text).spans == ((18, 34),)
    assert verify("We'll rebuild it!", text).spans == ((0, 16),)


def test_faithful() -> None:
    text = "“We will, as I said, rebuild the whole pier,” said Mara Holt."
    assert verify("We will … rebuild the whole pier", text).faithful
    assert verify("We will as I said rebuild the whole [structure]", text).faithful
    assert not verify("We will rebuild the whole pier", text).faithful
    assert not verify("We will sink the ship", text).faithful


def test_an_ellipsis_has_its_limit() -> None:
    start, end = "the old harbour wall must go", "before the winter storms come"
    near, far = (f"{start} {'and so on ' * times}{end}" for times in (30, 90))
    assert verify(f"{start} … {end}", near).faithful
    assert not verify(f"{start} … {end}", far).faithful


def test_an_article_gives_its_source() -> None:
    result = verify("It will pass.", Article("“It will pass.”", id="a.txt"))
    assert result.source == "a.txt"
    assert "a.txt, 1–14" in result.explain()


def test_many_gives_the_best_of_all_texts() -> None:
    articles = [
        Article("“The ferry will not sail today,” he said.", id="a"),
        Article("“The ferry will sail today,” he said.", id="b"),
        Article("“The ferry will sail today,” she said.", id="c"),
    ]
    quotes = ["The ferry will sail today,", "the ferry will not sail today", "Trains are better."]
    result = verify_many(iter(quotes), iter(articles))
    assert [
        (verification.quote, verification.outcome, verification.source) for verification in result
    ] == [
        (quotes[0], "exact", "b"),
        (quotes[1], "typography", "a"),
        (quotes[2], "not found", None),
    ]


def test_the_speaker_in_a_volume_is_looked_for_around_the_place() -> None:
    page = "The weather was fine, and nothing happened on the pier.\n\n"
    text = page * 3000 + "“The pier is ours now,” said Mara Holt.\n\n" + page * 3000
    result = verify("The pier is ours now", text)
    assert result.speaker == "Mara Holt"
    assert result.record is not None
    assert [text[start:end] for start, end in result.record.spans] == ["The pier is ours now,"]


def test_explain_in_three_lines() -> None:
    result = verify(
        "“We will not rebuild the pier.”", "“We will rebuild the pier,” said\u00a0Mara Holt."
    )
    assert str(result).splitlines() == [
        "ALTERED: “We will not rebuild the pier.”",
        "The text, 1–25, said by Mara Holt: “We will rebuild the pier”",
        "Differences: inserted “not”",
    ]
    assert str(verify("Nobody came.", "It rained.")) == "NOT FOUND: “Nobody came.”"


def test_words_of_the_text_are_shown_where_they_differ():
    rain = "“It rained,” said Ida Berg."
    assert str(verify("It rained", rain)) == (
        "EXACT: “It rained”\nThe text, 1–10, said by Ida Berg"
    )
    assert str(verify("It rained!", rain)) == (
        "TYPOGRAPHY: “It rained!”\nThe text, 1–10, said by Ida Berg: “It rained”"
    )


@for_each("quote", ["", " ", "“…”", "?!", "\ud800", "[…]", "word " * 2001])
def test_a_quote_needs_words_and_not_too_many(quote: str) -> None:
    with pytest.raises(InputError, match="word"):
        verify(quote, "Some text.")


@pytest.mark.parametrize("text", [None, b"It rained.", 1])
def test_a_text_is_a_string(text: object) -> None:
    with pytest.raises(InputError, match="string"):
        verify("It rained.", text)  # type: ignore[arg-type]


def test_many_takes_several_of_each() -> None:
    with pytest.raises(InputError, match=r"verify\(\)"):
        verify_many("It rained.", ["It rained."])
    with pytest.raises(InputError, match=r"verify\(\)"):
        verify_many(["It rained."], "It rained.")


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(MissingExtraError, match=r"quoteattr\[verify\]"):
        verify("It rained.", "It rained.")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("a " * 2000, "a " * 100_000),
        ("a c " * 500, "a b " * 50_000),
        (" … ".join("abcdefghij"), "a b c " * 30_000),
        ("[" * 100_000 + " the old dog", "the old cat " * 1000),
        ("(" * 100_000 + "the old dog ran" + "." * 100_000, "the old cat " * 1000),
        ("the old dog ran", "." * 200_000 + " the\u200b" * 10_000 + "\u00ad" * 200_000),
        ("a" + "\u200b" * 100_000 + " b", "a" + "'" * 200_000),
        ("a.b." * 1000, "a.b" * 100_000),
        ("the old dog", "“" * 200_000),
        ("the old dog ran", "“the old ” " * 5_000),
    ],
    ids=range(10),
)
def test_time_is_linear(quote: str, text: str) -> None:
    assert takes_at_most(6, lambda: verify(quote, text))


@pytest.mark.slow
def test_a_hundred_words_in_a_hundred_thousand() -> None:
    filler = " ".join(TEXTS.values()).split()
    words = (filler * 40)[:100_000]
    quote = [f"word{i}" if i % 3 else "the" for i in range(100)]
    words[70_000:70_100] = quote
    quote[50] = "another"
    result = verify(" ".join(quote), " ".join(words))
    assert [(d.text, d.quote) for d in result.differences] == [("word50", "another")]
    assert takes_at_most(6, lambda: verify(" ".join(quote), " ".join(words)))


@for_each(
    ("quote", "faithful"),
    [
        ("We will never leave", True),
        ("we will never leave the island.", True),
        ("We will … leave the island", False),  # the ellipsis swallows “never”
        ("We will never … the island", True),
        ("We will leave the island", False),
        ("Nobody came to us", False),
    ],
)
def test_as_a_condition_an_answer_is_whether_the_quote_is_faithful(
    quote: str, faithful: bool
) -> None:
    answer = verify(quote, "“We will never leave the island,” said Ada Berg.")
    assert bool(answer) is answer.faithful is faithful


@pytest.mark.parametrize(("args", "which"), [((None, []), "quotes"), (([], None), "texts")])
def test_many_names_the_argument_that_is_no_list(args: tuple[Any, Any], which: str) -> None:
    with pytest.raises(InputError, match=rf"verify_many\({which}\) takes a list of {which}"):
        verify_many(*args)
