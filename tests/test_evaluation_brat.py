"""Annotated articles are read as they stand, and what cannot be read is named."""

import pytest
from gold_folder import GOLD_QUOTES, TEXT, write_gold

from quoteattr.errors import SourceError
from quoteattr.evaluation.brat import read_annotations, read_gold, read_names, read_quoted_spans


@pytest.fixture
def folder(tmp_path):
    return write_gold(tmp_path / "gold")


def test_an_article_with_its_attributions(folder):
    (gold,) = read_gold(folder)
    assert (gold.name, gold.text, gold.quoted_spans) == ("herald_bridge", TEXT, None)
    attributions = [
        (TEXT[slice(*a.content[0])], TEXT[slice(*a.source[0])], a.name) for a in gold.attributions
    ]
    assert attributions == list(GOLD_QUOTES)


def test_offsets_are_those_of_the_file(tmp_path):
    write_gold(tmp_path, text=TEXT.replace("\n", "\r\n"))
    (gold,) = read_gold(tmp_path)
    assert gold.text[slice(*gold.attributions[2].content[0])] == "Nobody listened,"


def test_roles_in_pieces_and_numbered_roles():
    (attribution,) = read_annotations(
        "T1\tContent 10 20;25 30\tone two\nT2\tSource 0 4\tIda\nT3\tSource 5 8\tBo\n"
        "T4\tAttribution 0 1\ts\nE1\tAttribution:T4 Content:T1 Source:T3 Source2:T2\n"
        "#1\tAnnotatorNotes T1\tnever mind\n"
    )
    assert attribution.identifier == "T4"
    assert attribution.content == ((10, 20), (25, 30))
    assert attribution.source == ((0, 4), (5, 8))
    assert attribution.cue == ()


def test_an_event_without_content_says_nothing():
    assert read_annotations("T2\tSource 0 4\tIda\nE1\tAttribution:T2 Source:T2\n") == ()


def test_the_attribution_that_covers_most_of_a_span(folder):
    (gold,) = read_gold(folder)
    start = TEXT.index("Not one more")
    assert gold.attribution_at(start, start + 20) == gold.attributions[1]
    assert gold.attribution_at(0, 10) is None


@pytest.mark.parametrize("name", ["herald_bridge.ann", "herald_bridge_zz.ann"])
def test_an_annotation_goes_by_the_name_of_its_text(folder, name):
    (folder / "attributions" / "herald_bridge_ab.ann").rename(folder / "attributions" / name)
    assert [gold.name for gold in read_gold(folder)] == ["herald_bridge"]


def test_of_two_annotations_the_first_counts(folder):
    (folder / "attributions" / "herald_bridge_xx.ann").write_text("", encoding="utf-8")
    (gold,) = read_gold(folder)
    assert len(gold.attributions) == len(GOLD_QUOTES)


def test_another_table_of_names_and_annotated_quoted_spans(folder, tmp_path):
    names = tmp_path / "other.tsv"
    names.write_text("# a comment\n\nherald_bridge\tT12\tA. B.\nherald_bridge\tT22\t-\n")
    (folder / "segments.tsv").write_text("herald_bridge\t50\t60\tIda\n")
    (gold,) = read_gold(folder, names)
    assert [a.name for a in gold.attributions] == ["A. B.", None, None]
    assert gold.quoted_spans == ((50, 60),)


def test_an_error_names_the_line_that_is_wrong(tmp_path):
    table = tmp_path / "table.tsv"
    table.write_text("a\tb\tc\na\tb\n")
    with pytest.raises(SourceError, match=r"table.tsv, line 2: three columns"):
        read_names(table)
    table.write_text("a\tfive\t6\n")
    with pytest.raises(SourceError, match="'five' and '6' are not two offsets"):
        read_quoted_spans(table)


@pytest.mark.parametrize(
    ("annotation", "message"),
    [
        ("T1\tContent one two\twords\n", "not brat stand-off"),
        ("E1\t\n", "not brat stand-off"),
        ("T1\tContent 0 9999\tw\nE1\tAttribution:T2 Content:T1\n", "ends at 9999, after the end"),
    ],
)
def test_a_wrong_annotation_is_named(folder, annotation, message):
    (folder / "attributions" / "herald_bridge_ab.ann").write_text(annotation)
    with pytest.raises(SourceError, match=message) as raised:
        list(read_gold(folder))
    assert "herald_bridge_ab.ann" in str(raised.value)


def test_a_folder_without_the_layout(tmp_path, folder):
    with pytest.raises(SourceError, match="no attributions/"):
        list(read_gold(tmp_path / "empty"))
    (folder / "text" / "herald_bridge.txt").unlink()
    with pytest.raises(SourceError, match="has the name of one of its annotations"):
        list(read_gold(folder))


def test_text_and_annotation_may_lie_side_by_side(folder):
    for part in ("text", "attributions"):
        for path in (folder / part).iterdir():
            path.rename(folder / path.name)
        (folder / part).rmdir()
    (folder / "herald_bridge_ab.ann").rename(folder / "herald_bridge.ann")
    (gold,) = read_gold(folder)
    assert (gold.name, len(gold.attributions)) == ("herald_bridge", len(GOLD_QUOTES))
    assert gold.attributions[0].name == "Ada Berg"


def annotate(folder, notes):
    """Set another annotation beside the text."""
    (folder / "attributions" / "herald_bridge_ab.ann").write_text(notes, encoding="utf-8")


@pytest.mark.parametrize(
    ("notes", "labels"),
    [
        (
            "T1\tQuote 49 64\tIt is not safe,\nT2\tSpeaker 72 80\tAda Berg\n"
            "R1\tSaidBy Arg1:T1 Arg2:T2\n",
            "Quote (1), Speaker (1), SaidBy (1)",
        ),
        (
            "T1\tQUOTE 0 3\tThe\nT2\tSaying 4 10\tbridge\nE1\tSaying:T2 Quote:T1\n",
            "Saying (2), QUOTE (1)",
        ),
    ],
)
def test_another_scheme_is_an_error(folder, notes, labels):
    annotate(folder, notes)
    with pytest.raises(SourceError) as error:
        list(read_gold(folder))
    for words in ("no attribution", "Content", "Source", labels):
        assert words in str(error.value)


def test_nothing_annotated_is_no_other_scheme(folder):
    annotate(folder, "")
    (gold,) = read_gold(folder)
    assert gold.attributions == ()


@pytest.mark.parametrize("shift", [1, 3])
def test_offsets_that_are_not_those_of_the_text_are_an_error(folder, shift):
    path = folder / "text" / "herald_bridge.txt"
    path.write_text("x" * shift + TEXT, encoding="utf-8")
    with pytest.raises(
        SourceError, match=r"offsets of \d+ of \d+ spans .*\(T1\d: '.*', in the text "
    ):
        list(read_gold(folder))


def test_words_of_an_annotation_may_be_missing_or_otherwise_set(folder):
    path = folder / "attributions" / "herald_bridge_ab.ann"
    lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    dashes = ("\t".join([*line[:2], "-"] if line[0][0] == "T" else line) for line in lines)
    path.write_text("\n".join(dashes), encoding="utf-8")
    (gold,) = read_gold(folder)
    assert len(gold.attributions) == len(GOLD_QUOTES)
