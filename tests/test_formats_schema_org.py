"""schema.org: what is known of a quotation, and nothing that is not."""

import json

import attrs
import pytest
from sample_records import ARTICLE, NAMED, NOBODY, PARTS, written
from tables import for_each

from quoteattr import extract
from quoteattr.formats.schema_org import quotations
from quoteattr.records import Article, Mention, QuoteRecords


def creators(*spoken):
    """The creators of quotes by these: speaker, words of the mention, its kind."""
    return [
        quotation.get("creator")
        for quotation in quotations(
            QuoteRecords(
                attrs.evolve(NAMED, speaker=speaker, mention=Mention(24, 38, words, kind))
                for speaker, words, kind in spoken
            )
        )
    ]


def test_a_quotation_tells_of_its_article():
    data = json.loads(written("schema-org", PARTS))
    assert data["@context"] == "https://schema.org"
    first, second = data["@graph"]
    assert first.pop("@id").startswith("urn:uuid:")
    assert first == {
        "@type": "Quotation",
        "text": "We will rebuild, Before\nwinter, = or later.",
        "keywords": "speech",
        "creator": {"@type": "Person", "name": "Mara Lindqvist"},
        "isPartOf": {
            "@type": "NewsArticle",
            "@id": ARTICLE.url,
            "identifier": "articles/bridge.txt",
            "url": ARTICLE.url,
            "headline": "A bridge returns",
            "author": [
                {"@type": "Person", "name": "Ida Moss"},
                {"@type": "Person", "name": "Bo Field"},
            ],
            "publisher": {"@type": "Organization", "name": "The Example"},
            "datePublished": "2024-05-04",
            "inLanguage": "en",
        },
    }
    assert "creator" not in second
    assert set(second["isPartOf"]) == {"@type", "@id"}


def test_whoever_is_he_or_she_once_is_a_person():
    assert creators(
        ("Mara Holt", "Mara Holt", "name"),
        ("Mara Holt", "She", "pronoun"),
        ("Tim Post", "Tim Post", "name"),
    ) == [
        {"@type": "Person", "name": "Mara Holt"},
        {"@type": "Person", "name": "Mara Holt"},
        {"@type": "Thing", "name": "Tim Post"},
    ]


@for_each(
    ("name", "words", "kind"),
    [
        ("Rill University", "it", "Organization"),
        ("Norland", "it", "Thing"),
        ("Rill University", "they", "Organization"),
        ("Rill University", "who", "Organization"),
        ("Tim Post", "who", "Thing"),
    ],
)
def test_what_is_it_may_be_many_things(name, words, kind):
    assert creators((name, words, "pronoun")) == [{"@type": kind, "name": name}]


def test_he_tells_nothing_in_another_article():
    he = attrs.evolve(NAMED, speaker="Holt", source="a", mention=Mention(24, 26, "he", "pronoun"))
    other = attrs.evolve(NAMED, speaker="Holt", source="b")
    kinds = [quotation["creator"]["@type"] for quotation in quotations(QuoteRecords([he, other]))]
    assert kinds == ["Person", "Thing"]


@pytest.mark.parametrize("words", ["He", "they", "it"])
def test_a_pronoun_is_nobodys_name(words):
    assert creators((words, words, "pronoun")) == [None]


def test_whom_nobody_names_is_called_as_the_text_calls_them():
    assert creators(("a campaign aide", "a campaign aide", "nominal")) == [
        {"@type": "Thing", "name": "a campaign aide"}
    ]


@for_each(
    ("text", "kind"),
    [
        ("“We go,” said Mara Holt.", "Person"),
        ("“We go,” said J. K. Holt.", "Person"),
        ("“We go,” said Mr. Holt.", "Person"),
        ("“We go,” said Holt, the mayor.", "Person"),
        ("“We go,” said Holt. He left.", "Person"),
        ("“We go,” said Mayor Tim Post.", "Person"),
        ("“We go,” said the Harbour Commission.", "Organization"),
        ("“We go,” said Dalby Savings Bank PLC.", "Organization"),
        ("“We go,” the Council of Dalby said.", "Organization"),
        ("“We go,” the FBI said.", "Organization"),
        ("“We go,” said Cancer Aid UK.", "Organization"),
        ("“We go,” said Norland.", "Organization"),
        ("“We go,” said the White House.", "Organization"),
        ("“We go,” the UK said.", "Organization"),
        ("“We go,” said the old mayor.", "Person"),
        ("“We go,” officials said.", "Thing"),
        ("“We go,” a report said.", "CreativeWork"),
    ],
)
def test_the_article_or_the_name_shows_what_a_speaker_is(text, kind):
    (quotation,) = quotations(extract(Article(text, id="a"), kinds=["direct"]))
    assert quotation["creator"]["@type"] == kind


def test_an_author_is_a_person_unless_the_name_is_an_organisations():
    article = Article("“We go,” said Holt.", id="a", authors=("Ida Moss", "ida moss", "AFP"))
    (quotation,) = quotations(extract(article))
    assert [author["@type"] for author in quotation["isPartOf"]["author"]] == [
        "Person",
        "Person",
        "Organization",
    ]


def test_a_person_has_a_job_and_an_affiliation():
    text = "“We go,” said Bo Holm, an engineer at Rillco. “No,” said Ida Berg and Mara Holt."
    first, second = quotations(extract(Article(text, id="a"), kinds=["direct"]))
    assert first["creator"] == {
        "@type": "Person",
        "name": "Bo Holm",
        "jobTitle": "an engineer at Rillco",
        "affiliation": {"@type": "Organization", "name": "Rillco"},
    }
    assert [creator["name"] for creator in second["creator"]] == ["Ida Berg", "Mara Holt"]


def test_nobody_real_is_a_character():
    assert "spokenByCharacter" not in written("schema-org", PARTS)


def test_no_records_are_a_graph_without_quotations():
    assert json.loads(written("schema-org", [])) == {"@context": "https://schema.org", "@graph": []}


def test_hostile_words_stand_in_a_page_and_come_back():
    odd = attrs.evolve(NOBODY, quote="</script><!--\ud83d\u2028")
    lines = written("schema-org", [QuoteRecords([odd])])
    assert "<" not in lines
    assert json.loads(lines)["@graph"][0]["text"] == odd.quote
