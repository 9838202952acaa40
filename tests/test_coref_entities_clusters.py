"""Evidence from elsewhere, by ``clusters=``: it tells who is who, and nothing else."""

import pytest
from tables import for_each

from quoteattr import InputError, extract, extract_many
from quoteattr.coref.entities.clusters import chunks_at
from quoteattr.detect.chunks import Chunks
from quoteattr.records import Span


def places(text: str, *words: str) -> list[tuple[int, int]]:
    """Where each of the words stands first."""
    return [(text.index(word), text.index(word) + len(word)) for word in words]


def speakers(text: str, *clusters: tuple[str, ...]) -> list[str | None]:
    """The speakers of the quotes, once these words are known to stand for one each."""
    known = [places(text, *cluster) for cluster in clusters]
    return [record.speaker for record in extract(text, clusters=lambda _: known)]


FAMILY = "Ada Berg met Otto Berg. The ferry was late. “We sail,” Berg said. “Not now,” Berg added."

CASES = [
    # label, text, clusters, speakers without them, speakers with them
    (
        "a pronoun in a cluster stands for its name",
        "Ada Berg met Ines Kolar.\n\n“We sail,” she said.",
        [("Ines Kolar", "she")],
        ["Ada Berg"],
        ["Ines Kolar"],
    ),
    (
        "so does a nominal",
        "Ada Berg waited. Reporters came. “We sail,” a skipper said.",
        [("Ada Berg", "a skipper")],
        ["a skipper"],
        ["Ada Berg"],
    ),
    (
        "and one that somebody possesses, who is another",
        "Ada Berg waited. “We sail,” Kai Holm's mother said.",
        [("Ada Berg", "Kai Holm's mother")],
        ["Kai Holm's mother"],
        ["Ada Berg"],
    ),
    (
        "names in a cluster become one, by the fullest, and with them the same name elsewhere",
        "Ada Berg ran the United Sea Union. “We sail,” the UWT said. “Now,” UWT said.",
        [("United Sea Union", "UWT")],
        ["UWT", "UWT"],
        ["United Sea Union", "United Sea Union"],
    ),
    (
        "a last name that two share is told each time",
        FAMILY,
        [("Otto Berg", "Berg said"), ("Ada Berg", "Berg added")],
        ["Otto Berg", "Otto Berg"],
        ["Otto Berg", "Ada Berg"],
    ),
    (
        "told once, it is the last one named so for the text's own evidence",
        FAMILY,
        [("Ada Berg", "Berg said")],
        ["Otto Berg", "Otto Berg"],
        ["Ada Berg", "Ada Berg"],
    ),
    (
        "a span that goes on after the mention is that of its first words",
        "“We sail,” said Ines Kolar. “Yes,” she said. Ada Berg of the Harbour League left.",
        [("Ada Berg of the Harbour League", "she")],
        ["Ines Kolar", "Ines Kolar"],
        ["Ines Kolar", "Ada Berg"],
    ),
    (
        "a possessor is meant where the span ends with it",
        "Kai Holm's boat met Ada Berg. “We sail,” she said.",
        [("Kai Holm", "she")],
        ["Ada Berg"],
        ["Kai Holm"],
    ),
    (
        "a possessor at the end of the text is none",
        "“We sail,” she said. The boat was Kai Holm's ",
        [("Kai Holm's ", "she")],
        ["she"],
        ["she"],
    ),
    (
        "a span that begins after the name is not the name's",
        "Ines Kolar met Ada Berg.\n\n“We sail,” she said.",
        [("Ada Berg", " met", "she")],
        ["Ines Kolar"],
        ["Ada Berg"],
    ),
    (
        "a last name that others share does not go with one in a cluster",
        "Ada Berg met Otto Berg. “We sail,” Berg said. Mr. Otto Berg wept. “No,” Mr. Berg said.",
        [("Ada Berg", "Berg said")],
        ["Otto Berg", "Otto Berg"],
        ["Ada Berg", "Otto Berg"],
    ),
    (
        "half a name is no mention",
        "Ada Berg met Ines Kolar.\n\n“We sail,” she said.",
        [("Ines", "she")],
        ["Ada Berg"],
        ["Ada Berg"],
    ),
    (
        "nor is a name inside a quote",
        "“Ada Berg sails,” the skipper said.",
        [("Ada Berg", "the skipper")],
        ["the skipper"],
        ["the skipper"],
    ),
    (
        "a cluster without a name tells nothing",
        "“We sail,” the skipper said. “Now,” the captain said.",
        [("the skipper", "the captain")],
        ["the skipper", "the captain"],
        ["the skipper", "the captain"],
    ),
]


@for_each(("text", "clusters", "alone", "resolved"), [c[1:] for c in CASES])
def test_clusters_tell_who_is_who(text, clusters, alone, resolved):
    assert speakers(text) == alone
    assert speakers(text, *clusters) == resolved


def test_a_text_without_chunks_has_no_mention():
    assert chunks_at([Span(0, 1)], Chunks()) == []


def test_whatever_is_told_the_quotes_stay_where_they_are():
    text = FAMILY + "\n\nHOLT: “No. Ada Berg's mother 🛳 knows.”\r\n\r\n“Yes,” she said.\r\n"
    spans = [[(i, k) for k in range(i + 1, min(i + 40, len(text)))] for i in range(len(text))]
    wild = extract(text, clusters=lambda _: spans)
    assert [r.spans for r in wild] == [r.spans for r in extract(text)]
    assert [r.quote for r in wild] == [r.quote for r in extract(text)]


@for_each(
    ("clusters", "message"),
    [
        (None, "returned None instead of an iterable of clusters"),
        ("Ada", "returned 'Ada' instead of an iterable of clusters"),
        ([3], "returned 3 instead of an iterable of spans"),
        ([(0, 8)], "returned 0 instead of a span"),
        ([["Ada Berg"]], "returned 'Ada Berg' instead of a span"),
        ([[(0, 8, 9)]], r"returned \(0, 8, 9\) instead of a span"),
        ([[(0, 1.5)]], r"returned \(0, 1.5\) instead of a span"),
        ([[(0, 999)]], rf"the span \(0, 999\), which is .* outside the text of {len(FAMILY)} char"),
        ([[(-1, 3)]], r"the span \(-1, 3\), which"),
        ([[(3, 3)]], r"the span \(3, 3\), which is empty"),
    ],
)
def test_what_is_no_span_is_refused_with_the_reason(clusters, message):
    with pytest.raises(InputError, match=message):
        extract(FAMILY, clusters=lambda _: clusters)


@pytest.mark.parametrize(
    "call", [extract, lambda text, clusters: extract_many([text], clusters=clusters)]
)
def test_clusters_instead_of_a_function_are_refused_at_once(call):
    with pytest.raises(InputError, match="takes a function from a text to clusters"):
        call("No quote here.", clusters=[[(0, 2)]])


def _she_is_ines(text: str) -> list[list[tuple[int, int]]]:
    return [places(text, "Ines Kolar", "she")]


def test_streams_take_the_evidence_too_and_report_what_is_wrong_with_it():
    text = CASES[0][1]
    records, failed = extract_many([text, "“Go,” he said."], workers=2, clusters=_she_is_ines)
    assert records[0].speaker == "Ines Kolar"
    (failure,) = failed.failures
    advice = "fix the function clusters=, if it raised this"
    assert failure.reason == f"ValueError: substring not found; {advice}"
