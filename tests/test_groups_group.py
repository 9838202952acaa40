"""One utterance in several places: on made-up stories, and on two articles that tell one story."""

from __future__ import annotations

import pytest
from corpora import SHARED, needs_corpora
from retold import count_pairs, gold, records, utterance_of
from tables import for_each

import quoteattr
from quoteattr import (
    Article,
    InputError,
    MissingExtraError,
    OptionError,
    QuoteGroup,
    QuoteRecords,
    extract,
    group,
)
from quoteattr.groups.version import VERBATIM_KINDS

#: pairs of records that may be put together and are two utterances; and the harmonic mean, in
#: percent, of how many pairs that are put together are right, and how many that are right are
MOST_WRONG, LEAST_F = 1, 96.5
#: groups of two speakers: the engine takes *she* for the man there
KNOWN_JOINED = ["We will not be intimidated,"]


def only_group(*texts: str) -> QuoteGroup:
    """The one group of some articles."""
    (result,) = group(extract(text, source=str(number)) for number, text in enumerate(texts))
    return result


def as_text(differences) -> list[str]:
    """Differences in words."""
    return [str(difference) for difference in differences]


# -- the made-up stories -------------------------------------------------------------------------


def test_the_stories_are_as_many_as_they_should_be():
    assert len(gold()) >= 60
    assert len({quote.utterance.story for quotes in gold().values() for quote in quotes}) >= 20


def test_pairs_of_the_stories():
    pairs = count_pairs(group(records()))
    print(f"\nretold: {pairs}, F {pairs.f:.1f}")
    assert pairs.wrong <= MOST_WRONG
    assert pairs.f >= LEAST_F


def test_no_group_joins_two_speakers():
    joined = []
    for result in group(records()):
        utterances = {utterance_of(r) for r in result.records if r.kind in VERBATIM_KINDS} - {None}
        if len({utterance.speaker for utterance in utterances}) > 1:
            joined.append(result.fullest.quote)
    assert joined == KNOWN_JOINED


def test_what_is_grouped_does_not_depend_on_the_order():
    def places(groups):
        return {frozenset((r.source, r.spans) for r in result.records) for result in groups}

    all_records = list(records())
    assert places(group(all_records)) == places(group(all_records[::-1]))


# -- the two articles ----------------------------------------------------------------------------


@needs_corpora
def test_two_articles_that_tell_one_story_share_seven_quotes():
    folder = SHARED / "corpora" / "seeds" / "text"
    files = sorted(folder.iterdir())
    result = group(extract(file.read_text("utf-8"), source=file.name) for file in files)
    assert all(quote_group.sources == tuple(file.name for file in files) for quote_group in result)
    # Their first two words, since the sentences are not ours to print here.
    openings = {" ".join(quote_group.variants[0].quote.split()[:2]) for quote_group in result}
    assert openings == {
        "remedy the",
        "The people",
        "If we",
        "Look at",
        "one of",
        "heroic flexibility",
        "strategic depth",
    }
    (negotiations,) = [
        quote_group for quote_group in result if quote_group.variants[0].quote.startswith("If we")
    ]
    assert [as_text(differences) for differences in negotiations.differences().values()] == [
        [
            "changed “enter into” → “entered”",
            "cut “ever”",
            "changed “that” → “this”",
            "changed “don’t” → “didn’t”",
        ]
    ]
    assert not any(quote_group.disputed for quote_group in result)


# -- what makes one of two -----------------------------------------------------------------------

SAID = "“We will rebuild the old stone pier before the winter storms come,” said Mara Holt."


@for_each(
    "text",
    [
        "“We will rebuild the old stone pier,” Mara Holt said.",
        "“… the old stone pier before the winter storms come,” said Mara Holt.",
        "“We will rebuild … before the winter storms come,” said Mara Holt.",
        "“We will rebuild [it] before the winter storms come,” said Mara Holt.",
        "“[W]e will rebuild the old stone pier before the winter storms come,” said Mara Holt.",
        "‘We will rebuild the old stone pier before the winter storms come’, said Mara Holt.",
        "«We will rebuild the old stone pier before the winter storms come», said Mara Holt.",
        "“We will rebiuld the old stone pier before the winter storms come,” said Mara Holt.",
        "Mara Holt said they “would rebuild the old stone pier before the winter storms came”.",
        "“We will rebuild,” said Mara Holt, “the old stone pier before the winter storms come.”",
        "“We'll rebuild the old stone pier before the winter storms come,” said Ms Holt.",
        "Mara Holt spoke of the “old stone pier”.",
    ],
)
def test_one_utterance(text):
    result = only_group(SAID, text)
    assert result.sources == ("0", "1")
    assert result.speaker == "Mara Holt"
    assert result.fullest.source == "0"


@for_each(
    "text",
    [
        "“We will rebuild the new town hall before the spring rain comes,” said Mara Holt.",
        "“We will never sell the old bank,” said Mara Holt.",
        "Otto Marx spoke of the “old stone pier”.",
        "Mara Holt likes the “storms”.",
        "“No comment,” said Mara Holt.",
    ],
)
def test_two_utterances(text):
    assert group([extract(SAID, source="0"), extract(text, source="1")]) == []


def test_two_people_of_one_last_name_are_two():
    text = "{} Holt called it a “quiet disaster”."
    extracted = [
        extract(text.format(first), source=first) for first in ("Mara", "Jon", "Mara Elin")
    ]
    (result,) = group(extracted)
    assert result.sources == ("Mara", "Mara Elin")


def test_who_says_it_is_disputed():
    groups = group(
        [
            extract(f"{SAID}\n\n“The harbour has waited thirty years,” Holt added.", source="a"),
            extract(
                "“We will rebuild the old stone pier before the winter storms come,” said Otto"
                " Marx.\n\n“The harbour has waited thirty years,” said Mara Holt.",
                source="b",
            ),
        ]
    )
    (disputed,) = [quote_group for quote_group in groups if quote_group.disputed]
    assert len(groups) == 2
    assert {attribution.speaker: attribution.sources for attribution in disputed.attributions} == {
        "Mara Holt": ("a",),
        "Otto Marx": ("b",),
    }


def test_forms_of_a_name_are_one_speaker():
    middle, last = (SAID.replace("Mara Holt", form) for form in ("Mayor Mara E. Holt", "Holt"))
    texts = [SAID, middle, last, SAID]
    result = only_group(*texts)
    assert result.speaker == "Mara Holt"
    assert not result.disputed
    assert len(result.attributions) == 1


# -- what a group tells --------------------------------------------------------------------------


def test_sources_are_in_order_of_publication_those_without_a_date_last():
    dates = {"a": "2024-05-04T10:00:00Z", "b": None, "c": "2024-05-04T11:00:00+02:00", "d": "2024"}
    articles = [Article(SAID, id=name, published=date) for name, date in dates.items()]
    (result,) = group(map(extract, articles))
    assert result.sources == ("d", "c", "a", "b")
    assert result.fullest.source == "d"
    assert [article.id for article in result.records.articles] == ["d", "c", "a", "b"]


def test_variants_are_wordings_and_the_fullest_is_the_first():
    short = "“We will rebuild the … pier,” Mara Holt said."
    result = only_group(short, SAID, SAID.replace("“", '"').replace("”", '"'))
    fullest, cut = result.variants
    assert [fullest.sources, cut.sources] == [("1", "2"), ("0",)]
    assert result.fullest == fullest.records[0]
    assert fullest.differences == ()
    assert as_text(cut.differences) == [
        "ellipsis “old stone” → “…”",
        "cut “before the winter storms come”",
    ]
    assert result.differences() == {cut.quote: cut.differences}


def test_within_one_article():
    result = group(extract(f"{SAID}\n\nHolt said it again: “We will rebuild the old stone pier.”"))
    assert [len(quote_group.records) for quote_group in result] == [2]


def test_reported_clauses_are_grouped_where_that_is_asked_for():
    texts = ["Mara Holt said that the old stone pier would be rebuilt before winter."] * 2
    extracted = [extract(text, source=str(number)) for number, text in enumerate(texts)]
    assert group(extracted) == []
    assert len(group(extracted, kinds=["indirect"])) == 1


# -- calls ---------------------------------------------------------------------------------------


def test_whatever_holds_records_is_taken():
    extracted = [extract(SAID, source="a"), extract(SAID, source="b")]
    groups = group(extracted)
    assert group(QuoteRecords.join(extracted)) == groups
    assert group(record for part in extracted for record in part)[0].records == groups[0].records
    assert group([]) == []


def test_a_call_that_cannot_be_meant_says_what_to_pass(monkeypatch):
    with pytest.raises(InputError, match="expected records, not str"):
        group([SAID])
    with pytest.raises(OptionError, match="kinds must be one or more of"):
        group([], kinds=["spoken"])
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(MissingExtraError, match=r"quoteattr\[groups\]"):
        quoteattr.group([])


@for_each("quote", ["…", "\ud83d \ud83d", "x" * 5000, "no " * 1000, "[it] (it)"])
def test_odd_quotes_raise_nothing(quote):
    text = f"“{quote}” said Mara Holt."
    for result in group([extract(text, source="a"), extract(text, source="b")]):
        assert result.differences() == {}
