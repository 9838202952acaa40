"""Audits: what is counted, in which groups, and that the unknown is never spread."""

import json

import pytest
from attrs import evolve
from audits import COMPANY, IDA, NICOLE, OTTO, PAPERS, RESIDENT, article, record, speaker
from tables import for_each

import quoteattr
from quoteattr import InputError, OptionError, QuoteArchive, QuoteRecord, QuoteRecords
from quoteattr.auditing.result import Estimate


def sizes(shares):
    """The speakers of each share that has any."""
    return {share.name: share.speakers for share in shares if share.speakers}


def archive_of(collections):
    """An archive in memory with some records."""
    archive = QuoteArchive(":memory:")
    archive.add_records(collections)
    return archive


#: the ways in which records come
ways = pytest.mark.parametrize("made", [list, iter, archive_of], ids=["list", "stream", "archive"])


@ways
def test_each_speaker_counts_once_an_article(made):
    total = quoteattr.audit(made(PAPERS)).total
    assert (total.articles, total.quoting, total.speakers, total.people) == (3, 2, 5, 4)
    assert (total.quotes, total.unattributed) == (7, 1)
    assert (total.words, total.verbatim) == (10, 7)
    assert sizes(total.kinds) == {"person": 3, "unnamed person": 1, "organisation": 1}
    assert sizes(total.genders) == {"women": 2, "men": 1, "not shown": 1}
    assert sizes(total.roles) == {
        "politics and government": 1,
        "health and care": 1,
        "residents and the public": 1,
        "no role shown": 1,
    }


@ways
def test_what_nobody_said_is_not_counted(made):
    quotes = [
        record("a", "one", IDA),
        record("a", "two", OTTO, act="thought"),
        record("a", "three", NICOLE, act="intent"),
        record("a", "four", RESIDENT, factuality="negated"),
        record("a", "five", COMPANY, factuality="no-comment"),
    ]
    result = quoteattr.audit(made([article("a", *quotes)]))
    assert [speaker.name for speaker in result.speakers] == ["Ida Berg"]
    assert result.total.quotes == 1


def test_an_archive_gives_what_its_records_give():
    archive = archive_of(PAPERS)
    assert archive.audit() == quoteattr.audit(archive) == quoteattr.audit(PAPERS)
    assert archive.audit().speakers == quoteattr.audit(archive.records()).speakers


def test_groups_are_by_fields_of_the_article():
    result = quoteattr.audit(PAPERS)
    assert result.groups[0] == result.total
    named = {
        by: {g.name: (g.articles, g.speakers) for g in result.groups_by(by)} for by in result.by
    }
    assert named == {
        "publisher": {"The Gazette": (2, 3), "The Herald": (1, 2)},
        "section": {"Sport": (1, 3), "Local": (1, 2), "not known": (1, 0)},
        "author": {"Nell Arkwright": (2, 5), "Bo Lund": (1, 2), "not known": (1, 0)},
        "month": {"2024-05": (1, 2), "2024-06": (1, 3), "not known": (1, 0)},
    }


def test_fields_may_be_crossed():
    result = quoteattr.audit(PAPERS, by=["publisher+month"])
    assert [(group.name, group.values) for group in result.groups[1:]] == [
        ("The Gazette · 2024-06", ("The Gazette", "2024-06")),
        ("The Herald · 2024-05", ("The Herald", "2024-05")),
        ("The Gazette · not known", ("The Gazette", None)),
    ]


def test_the_largest_group_is_first_and_months_are_in_order():
    articles = [
        article(f"{month}-{n}", record(f"{month}-{n}", "a", IDA), published=f"2024-{month:02}")
        for month, number in ((3, 1), (2, 3), (1, 2))
        for n in range(number)
    ]
    result = quoteattr.audit(articles, by="month")
    assert [(group.name, group.articles) for group in result.groups[1:]] == [
        ("2024-01", 2),
        ("2024-02", 3),
        ("2024-03", 1),
    ]


def test_the_unknown_is_never_spread():
    shown = [speaker(f"Ada {n}", gender="f") for n in range(12)]
    shown += [speaker(f"Bo {n}", gender="m") for n in range(31)] + [speaker("Ash", gender="x")]
    unknown = [speaker(f"Tan {n}") for n in range(56)]
    bodies = [speaker("Vale Water", "organisation"), speaker("the report", "document")]
    quotes = [record("a", "one", speaker) for speaker in (*shown, *unknown, *bodies)]
    women = quoteattr.audit(article("a", *quotes)).total.women
    assert women == Estimate(12, 44, 56)
    assert (women.share, women.bounds) == (12 / 44, (0.12, 0.68))
    assert str(women) == "27% of those shown; between 12% and 68% of all"


def test_women_are_counted_within_each_class_of_role():
    people = [speaker(f"Ada {n}", gender="f", role="a chemist") for n in range(3)]
    people += [speaker("Bo", gender="m", role="a chemist"), speaker("Ash", role="a chemist")]
    people += [
        speaker("Mx", gender="x", role="a chemist"),
        speaker("Otto", gender="m", role="nurse"),
    ]
    people += [speaker("Tan", gender="f"), speaker("Lake", role="owner of a lake")]
    bodies = [speaker("Vale Water", "organisation", role="a chemist")]
    result = quoteattr.audit(article("a", *(record("a", "one", p) for p in (*people, *bodies))))
    assert {
        genders.role: (genders.people, genders.women, genders.others)
        for genders in result.total.role_genders
    } == {
        "experts and science": (6, Estimate(3, 5, 1), 1),
        "health and care": (1, Estimate(0, 1, 0), 0),
        "executives and leaders": (1, Estimate(0, 0, 1), 0),
        "no role shown": (1, Estimate(1, 1, 0), 0),
    }


@ways
def test_roles_and_genders_add_up_to_the_people_of_each_group(made):
    for group in quoteattr.audit(made(PAPERS)).groups:
        crossed = {genders.role: genders.people for genders in group.role_genders}
        assert crossed == sizes(group.roles)
        assert sum(genders.women.part for genders in group.role_genders) == group.women.part
        assert sum(genders.men.part for genders in group.role_genders) == group.men.part
        assert sum(genders.women.unknown for genders in group.role_genders) == group.women.unknown


def test_only_all_articles_have_intervals_within_roles():
    chemists = [
        speaker("Ada", gender="f", role="a chemist"),
        speaker("Bo", gender="m", role="vicar"),
    ]
    articles = [article(f"{n}", *(record(f"{n}", "a", e) for e in chemists)) for n in range(5)]
    result = quoteattr.audit(articles, by="section")
    total, section = (
        {genders.role: genders.women.interval for genders in group.role_genders}
        for group in result.groups
    )
    assert total == {"experts and science": (1, 1), "religion": (0, 0)}
    assert section == {"experts and science": None, "religion": None}


@for_each(
    ("estimate", "text"),
    [
        (Estimate(1, 2, 0), "50% of those shown; 50% of all"),
        (Estimate(0, 0, 3), "nobody shown; between 0% and 100% of all"),
        (Estimate(0, 0, 0), "nobody"),
        (
            Estimate(1, 4, 4, (0.1, 0.5)),
            "25% of those shown (95% interval 10% to 50%); between 12% and 62% of all",
        ),
    ],
)
def test_an_estimate_says_what_it_is_of(estimate, text):
    assert str(estimate) == text


@ways
def test_genders_that_contradict_each_other_show_none(made):
    genders = ["m", "f", "m"]
    quotes = [record("a", "x", speaker("a resident", "unnamed person", g)) for g in genders]
    (resident,) = quoteattr.audit(made([article("a", *quotes)])).speakers
    assert (resident.gender, resident.gender_from, resident.quotes) == (None, None, 3)


@ways
def test_a_known_person_has_the_known_role_where_the_article_says_none(made):
    known = {"known_role": "bishop of Brack", "id": "Q1"}
    quotes = [record("a", "x", speaker("Ida Berg", role=role, **known)) for role in (None, "chef")]
    for quote, name in zip(quotes, ("religion", "arts and entertainment"), strict=True):
        (ida,) = quoteattr.audit(made([article("a", quote)])).speakers
        assert (ida.role_class, ida.id) == (name, "Q1")


@ways
def test_two_who_speak_at_once_are_two(made):
    result = quoteattr.audit(made([article("a", record("a", "we go", IDA, OTTO))]))
    assert [(speaker.name, speaker.quotes, speaker.words) for speaker in result.speakers] == [
        ("Ida Berg", 1, 2),
        ("Otto Marx", 1, 2),
    ]
    assert (result.total.quotes, result.total.words) == (1, 4)


@ways
def test_records_of_an_older_version_have_a_name_without_a_kind(made):
    old = QuoteRecord("Ida Berg", "No", "a", "direct", [(0, 2)], speaker_id="Q1")
    result = quoteattr.audit(made([article("a", old)]))
    assert [(speaker.name, speaker.kind, speaker.id) for speaker in result.speakers] == [
        ("Ida Berg", None, "Q1")
    ]
    assert sizes(result.total.kinds) == {"kind not shown": 1}
    assert [speaker.name for speaker in result.unknown()] == ["Ida Berg"]


def test_the_unknown_are_listed_by_how_often_they_are_quoted():
    quotes = [
        *(record("a", "one", NICOLE) for _ in range(2)),
        *(record("a", "one", speaker("Ash Field", role="the owner")) for _ in range(3)),
        *(record("a", "one", speaker("a resident", "unnamed person")) for _ in range(4)),
        *(record("a", "one", speaker) for speaker in (IDA, COMPANY)),
    ]
    result = quoteattr.audit([article("a", *quotes), PAPERS[1]])
    listed = [
        (speaker.name, speaker.quotes, speaker.articles, speaker.role)
        for speaker in result.unknown()
    ]
    assert listed == [("Ash Field", 3, 1, "the owner"), ("Nicole Tan", 3, 2, None)]
    assert [speaker.name for speaker in result.unknown(1)] == ["Ash Field"]


def test_an_archive_is_filtered():
    archive = archive_of(PAPERS)
    assert archive.audit(since="2024-06").total.articles == 1
    assert [s.name for s in archive.audit(speaker="Marx").speakers] == ["Otto Marx"]
    indirect = archive.audit(kinds=["indirect"]).total
    assert (indirect.articles, indirect.quotes, indirect.verbatim) == (3, 1, 0)


def test_records_without_their_article_are_counted_by_source():
    result = quoteattr.audit(QuoteRecords([record("a", "one", IDA), record("b", "two", IDA)]))
    assert (result.total.articles, result.total.speakers) == (2, 2)


@pytest.mark.parametrize("collections", [[], [QuoteRecords()], QuoteRecords()])
def test_nothing_is_nothing(collections):
    result = quoteattr.audit(collections)
    assert result.total.articles == result.total.speakers == 0
    assert str(result) == "0 articles; women: nobody"
    assert result.to_dict()["groups"][0]["women"]["share"] is None


@for_each(
    ("by", "message"),
    [
        ("secton", "by must be one of publisher, section, author, month, not 'secton'"),
        (["section", "paper"], "not 'paper'"),
        ("section+", "not ''"),
        ("month+month", "by has a field twice"),
        ([], "by is empty"),
    ],
)
def test_an_unknown_field_is_refused(by, message):
    with pytest.raises(OptionError, match=message.replace("+", r"\+")):
        quoteattr.audit(PAPERS, by=by)


def test_what_is_no_record_is_refused():
    for wrong in ("news.db", None, 5, [IDA], PAPERS[0][0]):
        with pytest.raises(InputError, match="audit"):
            quoteattr.audit(wrong)
    with pytest.raises(OptionError, match="guess"):
        quoteattr.audit(PAPERS, guess="names")


def test_surrogates_and_lines_in_names_do_no_harm(tmp_path):
    odd = speaker("I\ud800da\nBerg")
    result = quoteattr.audit(article("\ud800", record("\ud800", "a", odd), section="S\ud800"))
    for name in ("a.csv", "a.html", "a.json", "a.xlsx", "a.txt"):
        result.write(tmp_path / name)
    result.write_unknown(tmp_path / "u.csv")
    json.loads((tmp_path / "a.json").read_text())


def test_an_audit_is_made_of_plain_values():
    result = quoteattr.audit(PAPERS)
    assert evolve(result) == result
    assert json.loads(json.dumps(result.to_dict()))["groups"][0]["articles"] == 3
    assert hash(result)
