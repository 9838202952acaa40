"""Which quotes are one utterance, in view of who says them and where, in a few articles each."""

import random

import pytest
from growth import calls, grows
from tables import for_each

from quoteattr import QuoteRecord, group
from quoteattr.compare.names import read_name
from quoteattr.groups import name_clusters, split_trees
from quoteattr.groups.split_trees import StoryIndex

PIER = "We will rebuild the old wooden pier before the winter storms return to the harbour"
TRAM = "The tramway to the northern suburbs was closed because its brakes had failed twice"
#: two sentences of one speech, much alike
RISES = (
    "Taxes on fuel will rise in spring, and the farmers of the valley will pay for it",
    "Taxes on wages will rise in autumn, and the workers of the city will pay for it",
)
#: what many people say in the same words
STOCK = "our thoughts and prayers are with the families of the victims"


def records_of(*articles, confidence=0.99):
    """Records of articles, each of which is some pairs of a speaker and a quote."""
    return [
        QuoteRecord(speaker, quote, f"a{n}", "direct", [(0, len(quote))], confidence=confidence)
        for n, article in enumerate(articles)
        for speaker, quote in article
    ]


def grouped(records):
    """The quotes of each group, with where they stand; the same for any order of the records."""
    result = set()
    for seed in range(4):
        shuffled = random.Random(seed).sample(records, len(records))
        groups = [frozenset((r.source, r.quote) for r in g.records) for g in group(shuffled)]
        assert len(groups) == len(set(groups))
        result.add(frozenset(groups))
    (groups,) = result
    return {tuple(sorted(members)) for members in groups}


def sources(records):
    """The sources of each group."""
    return sorted(sorted(source for source, _ in members) for members in grouped(records))


ADA, IAN, OTTO = "Ada Berg", "Ian Berg", "Otto Marx"


# -- one article ------------------------------------------------------------------------------


def test_two_alike_side_by_side_stay_two():
    first, second = RISES
    assert grouped(records_of([(ADA, first), (ADA, second)])) == set()
    assert grouped(records_of([(ADA, first), (ADA, second)], [(ADA, second), (ADA, first)])) == {
        (("a0", quote), ("a1", quote)) for quote in RISES
    }


def test_what_an_article_says_twice_is_one():
    assert sources(records_of([(ADA, PIER), (ADA, PIER.upper())])) == [["a0", "a0"]]
    assert sources(records_of([(ADA, PIER), (ADA, "rebuild the old wooden pier")])) == [
        ["a0", "a0"]
    ]


def test_parts_are_one_where_another_has_the_whole():
    first, second = PIER, f"and nobody in Dalby {TRAM.lower()}"
    whole = f"{first}, {second}"
    assert sources(records_of([(ADA, first), (ADA, second)])) == []
    assert sources(records_of([(ADA, first), (ADA, second)], [(ADA, whole)])) == [
        ["a0", "a0", "a1"]
    ]


# -- several ----------------------------------------------------------------------------------


@for_each(
    "variant",
    [
        PIER,
        PIER.upper().replace("RE", "RE\u00ad") + "!”",
        "We will rebuild the old wooden pier before the winter storms return",
        "rebuild the old wooden pier",
        "We will rebuild … before the winter storms return to the harbour",
        "[The city] will rebuild the old wooden pier before the winter storms return to [Dalby]",
        "We would rebuild the old wooden pier before winter storms returned to the harbour",
        "We will rebiuld the old woden pier before the winter storms return to the harbour",
        f"{PIER}. {TRAM}",
    ],
)
@for_each("speaker", [ADA, "Berg", "President Ada Berg"])
def test_one_utterance_told_in_another_way(variant, speaker):
    assert sources(records_of([(ADA, PIER)], [(speaker, variant)])) == [["a0", "a1"]]


@pytest.mark.parametrize("speaker", [None, "she", "the harbour master"])
def test_a_speaker_who_is_not_named_may_be_the_one(speaker):
    assert sources(records_of([(ADA, PIER)], [(speaker, PIER)])) == [["a0", "a1"]]


@for_each(
    "variant",
    [
        TRAM,
        "We will sell the new stone quay before the summer guests return to the town",
        "We will do it before the end of the year",
        "We will",
    ],
)
def test_what_shares_but_common_words_is_another(variant):
    assert grouped(records_of([(ADA, PIER)], [(ADA, variant)])) == set()


def test_a_stock_phrase_of_two_people_in_two_stories_stays_two():
    stories = records_of([(ADA, PIER), (ADA, STOCK)], [(OTTO, TRAM), (OTTO, STOCK)])
    assert grouped(stories) == set()


def test_a_stock_phrase_of_one_person_is_one():
    assert sources(records_of([(ADA, STOCK)], [("Berg", STOCK)])) == [["a0", "a1"]]


def test_a_short_fragment_needs_its_speaker():
    assert sources(records_of([(ADA, "heroic flexibility")], [("Berg", "heroic flexibility")])) == [
        ["a0", "a1"]
    ]
    assert sources(records_of([(ADA, "heroic flexibility")], [(OTTO, "heroic flexibility")])) == []
    assert sources(records_of([(ADA, "not at all")], [(OTTO, "not at all")])) == []


def test_a_fragment_of_two_words_needs_both_in_a_row():
    speech = "what we need is a heroic kind of flexibility, whatever the old harbour guild says"
    assert sources(records_of([(ADA, "heroic flexibility")], [(ADA, speech)])) == []


def test_two_people_of_one_last_name_are_two():
    assert sources(records_of([(ADA, STOCK)], [(IAN, STOCK)])) == []
    assert sources(records_of([(ADA, "heroic flexibility")], [(IAN, "heroic flexibility")])) == []


def test_the_same_words_of_two_people_in_one_story_are_one_and_disputed():
    told_twice = records_of([(ADA, TRAM), (ADA, PIER)], [(ADA, TRAM), (OTTO, PIER)], [(ADA, PIER)])
    assert sorted(map(len, sources(told_twice))) == [2, 3]
    pier = next(g for g in group(told_twice) if len(g.records) == 3)
    assert pier.disputed
    assert pier.speaker == ADA
    assert [(a.speaker, len(a.records)) for a in pier.attributions] == [(ADA, 2), (OTTO, 1)]


def test_one_speaker_is_no_dispute():
    (pier,) = group(
        records_of([(ADA, PIER)], [("Berg", PIER)], [(None, PIER)], [("a pilot", PIER)])
    )
    assert not pier.disputed
    assert pier.speaker == ADA


def test_who_is_told_apart_in_one_article_is_two():
    """One article has two people say it: a chorus, not a mistake."""
    both = records_of([(ADA, STOCK), (OTTO, STOCK)], [(ADA, STOCK)], [(OTTO, STOCK)])
    for quote_group in group(both):
        assert {r.speaker for r in quote_group.records} in ({ADA}, {OTTO}) or quote_group.disputed


def test_a_chain_of_phrases_joins_no_two_speeches():
    """Each shares words with the next one, but the ends share nothing."""
    first = f"{PIER}. {STOCK}"
    second = f"{STOCK}. {TRAM}"
    assert sources(records_of([(ADA, first)], [(OTTO, second)])) == []
    assert sources(records_of([(ADA, first)], [(OTTO, second)], [(ADA, PIER)], [(OTTO, TRAM)])) == [
        ["a0", "a2"],
        ["a1", "a3"],
    ]


def test_many_copies_are_one():
    (result,) = sources(records_of(*[[(ADA, PIER)]] * 300, *[[("Berg", PIER[:60])]] * 100))
    assert len(result) == 400


def test_records_without_a_source_go_together_by_their_words():
    records = [
        QuoteRecord(ADA, quote, None, "direct", [(0, len(quote))], confidence=1.0)
        for quote in (PIER, PIER, TRAM)
    ]
    (result,) = group(records)
    assert (len(result.records), result.sources) == (2, (None,))


@for_each("quote", ["", "…", "\x00", "\ud800", "?!", "“”"])
def test_what_has_no_words_is_in_no_group(quote):
    record = QuoteRecord(ADA, quote, "a", "direct", [(0, 1)])
    assert group([record, record]) == []


@for_each("speaker", ["", "\x00", "<b>", "😀", "'", "the", "Jr.", "—", "字" * 9])
def test_any_speaker_may_have_said_it(speaker):
    records = records_of([(speaker, PIER)], [(speaker, PIER)], [(ADA, TRAM)], [(speaker, TRAM)])
    assert [len(g.records) for g in group(records)] >= [2]


# -- what many say ----------------------------------------------------------------------------


def word(number):
    """A word of its own for each number, too short to be another one spelt otherwise."""
    syllables = [f"{a}{b}" for a in "bdfgklmnprst" for b in "aeiou"]
    return "".join(syllables[number // len(syllables) ** i % len(syllables)] for i in range(3))


SPEAKING = {
    "all others": lambda n: f"{word(n)} {word(n + 5000)}".title(),
    "one last name": lambda n: f"{word(n)} berg".title(),
    "one first name": lambda n: f"ada {word(n)}".title(),
    "last names alone": lambda n: word(n).title(),
}


@pytest.mark.parametrize("speaker", SPEAKING.values(), ids=SPEAKING)
@pytest.mark.parametrize(
    "articles", [None, *(pytest.param(n, marks=pytest.mark.slow) for n in (1, 2))]
)
def test_a_quote_of_many_speakers_takes_time_in_proportion(speaker, articles):
    def compared(size):
        many = [
            QuoteRecord(
                *(
                    speaker(n),
                    f"{PIER}. {TRAM}",
                    f"a{n % articles if articles else n}",
                    "direct",
                    [(0, 9)],
                ),
                confidence=1,
            )
            for n in range(size)
        ]
        many.sort(
            key=lambda record: record.speaker, reverse=True
        )  # so that the first one is fullest
        with (
            calls(split_trees, "compare_names") as count,
            calls(name_clusters, "compare_names") as of_forms,
        ):
            (result,) = group(many)
            assert len(result.attributions) == size
        return count.times + of_forms.times

    assert grows(compared, 150) < 2.5


class Paper:
    """A source that counts how often it is looked up."""

    looked_up = 0

    def __hash__(self):
        Paper.looked_up += 1
        return id(self)


def test_many_articles_that_carry_one_wording_are_looked_up_once():
    def looked_up(size):
        stories, papers = StoryIndex(), [Paper() for _ in range(2 * size)]
        for paper in papers:
            stories.add(paper, 1, read_name(ADA), 99.0)
            stories.add(paper, 2, read_name(ADA), 99.0)
        all_that_carry = frozenset(papers[:size])
        Paper.looked_up = 0
        for paper in papers[size:]:
            assert stories.share_story(frozenset([paper]), all_that_carry, 1)
            assert stories.share_story(frozenset([paper]), all_that_carry, 3)
        return Paper.looked_up

    assert grows(looked_up, 60) < 2.5


def test_articles_tell_one_story_if_they_share_another_quote():
    stories = StoryIndex()
    for source, root, speaker in [("a", 1, ADA), ("a", 2, ADA), ("b", 1, ADA), ("b", 2, OTTO)]:
        stories.add(source, root, read_name(speaker), 99.0)
    assert not stories.share_story(frozenset("a"), frozenset("b"), 1)
    assert stories.share_story(frozenset("a"), frozenset("b"), 2)
    assert stories.share_story(frozenset("b"), frozenset("a"), 2)
    assert not stories.share_story(frozenset("a"), frozenset("c"), 2)
    assert not stories.share_story(frozenset(), frozenset("a"), 2)
