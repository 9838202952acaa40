"""Names of one speaker are merged across articles."""

import pytest
from rain import rain_archive

from quoteattr import (
    Article,
    InputError,
    OptionError,
    Person,
    QuoteArchive,
)


@pytest.fixture
def archive():
    with rain_archive() as archive:
        yield archive


@pytest.fixture
def mayors():
    with QuoteArchive(":memory:") as archive:
        archive.add(
            [
                Article("“It will rain,” the mayor of Brack said.", id="a"),
                Article("“It will snow,” said Ada Berg.", id="b"),
                Article("“It will hail,” said Mayor A. Berg-Holm.", id="c"),
            ]
        )
        yield archive


def names(archive):
    """The speaker and id of the record of each article."""
    return [(record.speaker, record.speaker_id) for part in archive.records() for record in part]


def test_names_are_merged_in_all_articles_now_and_later(mayors):
    before = names(mayors)
    merge = mayors.merge_speakers(
        [before[0][0], before[2][0]], Person("Ada Berg", id="Q1", role="mayor of Brack"), by="ed"
    )
    assert names(mayors) == [("Ada Berg", "Q1")] * 3
    assert [(s.name, s.quotes) for s in mayors.speakers()] == [("Ada Berg", 3)]
    mayors.add([Article("“It will clear up,” the mayor of Brack said.", id="d")])
    assert names(mayors)[3] == ("Ada Berg", "Q1")
    mayors.undo_merge(merge.id)
    assert names(mayors)[:3] == before
    assert names(mayors)[3] == before[0]
    assert [merge.undone_by for merge in mayors.speaker_merges()] == [2, None]


def test_who_is_merged_takes_along_the_names_that_were_merged_before(mayors):
    first, second, third = (name for name, _ in names(mayors))
    mayors.merge_speakers([first], second)
    mayors.merge_speakers([second], third)
    assert names(mayors) == [(third, None)] * 3


def test_the_later_of_two_merges_of_one_name_counts(mayors):
    first, second, third = (name for name, _ in names(mayors))
    mayors.merge_speakers([first], second)
    mayors.merge_speakers([first], third)
    assert [name for name, _ in names(mayors)] == [third, second, third]


def test_a_correction_and_a_merge_go_together(mayors):
    name = names(mayors)[0][0]
    mayors.correct("b", (1, 14), speaker="Cy Dahl")
    mayors.merge_speakers(["Cy Dahl", name], "Ceda Dahl")
    assert [name for name, _ in names(mayors)][:2] == ["Ceda Dahl", "Ceda Dahl"]
    (correction,) = mayors.corrections()
    mayors.undo(correction.id)
    assert [name for name, _ in names(mayors)][:2] == ["Ceda Dahl", "Ada Berg"]


def test_a_name_that_somebody_gave_is_merged_otherwise_and_back(mayors):
    mayors.correct("b", (1, 14), speaker="Cy Dahl")
    merges = [mayors.merge_speakers(["Cy Dahl"], name).id for name in ("Ceda Dahl", "Cyra Dahl")]
    assert names(mayors)[1] == ("Cyra Dahl", None)
    mayors.undo_merge(merges[1])
    assert names(mayors)[1] == ("Ceda Dahl", None)
    mayors.undo_merge(merges[0])
    assert names(mayors)[1] == ("Cy Dahl", None)
    redo = mayors.undo_merge(mayors.speaker_merges()[-1].id)
    assert names(mayors)[1] == ("Ceda Dahl", None)
    assert redo.undoes == 4


@pytest.mark.parametrize(
    ("merged", "into"), [(5, "Ada"), ([5], "Ada"), ([" "], "Ada"), (["Ada"], 5), (["Ada"], "Ada")]
)
def test_what_is_no_merge_is_refused(mayors, merged, into):
    with pytest.raises(InputError):
        mayors.merge_speakers(merged, into)
    assert mayors.speaker_merges() == []


def test_what_was_not_merged_cannot_be_undone(mayors):
    with pytest.raises(OptionError, match="merge 3 does not exist"):
        mayors.undo_merge(3)
