"""The figures of speakers: what is counted, and what is right."""

from quoteattr.evaluation.brat import GoldArticle, GoldAttribution
from quoteattr.evaluation.speakers import CastMember, evaluate_speakers, read_cast, read_kinds
from quoteattr.records import Span

TEXT = "“It rains,” said Ida Berg, the mayor of Brack. “Hard,” she said. “No,” said a nurse."
QUOTES = ("It rains,", "Hard,", "No,")
SOURCES = ("Ida Berg", "she", "a nurse")
SPANS = [Span(TEXT.index(words), TEXT.index(words) + len(words)) for words in QUOTES]


def span(words):
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


GOLD = GoldArticle(
    "a",
    TEXT,
    tuple(
        GoldAttribution(f"E{k}", (content,), (span(source),), (), name)
        for k, (content, source, name) in enumerate(
            zip(SPANS, SOURCES, ("Ida Berg", "Ida Berg", None), strict=True)
        )
    ),
    tuple(SPANS),
)
KINDS = {("a", "E0"): "P", ("a", "E1"): "P", ("a", "E2"): "A"}


def figures(*members, kinds=KINDS):
    metrics, mistakes = evaluate_speakers([GOLD], {"a": list(members)}, kinds)
    return metrics.percentages(), [mistake.field for mistake in mistakes]


def test_what_is_right_counts():
    shares, mistakes = figures(CastMember("Ida Berg", "P", "f", "the mayor"))
    assert (shares["kind"], shares["gender_right"], shares["role"]) == (100.0, 100.0, 100.0)
    assert mistakes == []


def test_what_is_wrong_is_listed():
    shares, mistakes = figures(
        CastMember("Ida Berg", "P", "m", "a baker from Dalby"), kinds=KINDS | {("a", "E2"): "D"}
    )
    assert (shares["gender_right"], shares["gender_wrong"], shares["role"]) == (0.0, 100.0, 0.0)
    assert shares["kind"] == 50.0
    assert mistakes == ["kind", "gender", "role"]


def test_a_gender_that_nothing_shows_is_a_mistake_of_ours():
    shares, mistakes = figures(CastMember("Ida Berg", "P", "-", ""))
    assert (shares["gender_none"], mistakes) == (0.0, ["gender"])


def test_who_is_not_found_does_not_count():
    shares, mistakes = figures(CastMember("Bo Holm", "P", "m", "a baker"))
    assert (shares["gender_right"], shares["role"], mistakes) == (0.0, 0.0, [])


def test_the_tables_of_a_corpus(tmp_path):
    (tmp_path / "cast.tsv").write_text("a\tIda Berg\tP\tf\tthe mayor\nshort\n", "utf-8")
    (tmp_path / "names.tsv").write_text("a\tE0\tIda Berg\tP\na\tE1\tIda Berg\n", "utf-8")
    assert read_cast(tmp_path) == {"a": [CastMember("Ida Berg", "P", "f", "the mayor")]}
    assert read_kinds(tmp_path) == {("a", "E0"): "P"}
