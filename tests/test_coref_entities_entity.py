"""What an entity shows by its words and mentions."""

from quoteattr.coref.entities.entity import Entity, Usage, given_name_gender


def entity(name, **fields):
    """An entity with some words."""
    return Entity(tuple(name.split()), **fields)


def those_that_are(attribute, names):
    """The names whose entities have an attribute."""
    return [name for name in names if getattr(entity(name), attribute)]


def test_the_name_has_the_suffix():
    assert (entity("Ida Berg").name, entity("Ida Berg", suffix="Jr.").name) == (
        "Ida Berg",
        "Ida Berg Jr.",
    )


def test_what_the_words_show():
    names = [
        "Rill University",
        "University",
        "University Berg",
        "Rill & Berg",
        "Council of Brack",
        "Rill University Berg",
        "Rill Energy",
        "Energy",
        "Rill Bridge",
        "Bridge",
        "Storm Ida",
        "Storm",
        "RILL STOPS",
        "RILL ST",
        "RILL Stops",
        "RILL",
        "R",
        "Rill",
        "RI Berg",
    ]
    assert {
        attribute: those_that_are(attribute, names)
        for attribute in ("organisation", "firm", "thing", "heading", "acronym")
    } == {
        "organisation": [
            "Rill University",
            "Rill & Berg",
            "Council of Brack",
            "Rill University Berg",
            "Rill Energy",
        ],
        "firm": ["Rill Energy"],
        "thing": ["Rill Bridge", "Storm Ida"],
        "heading": ["RILL STOPS"],
        "acronym": ["RILL"],
    }


def test_a_given_name_shows_a_gender_if_95_of_100_bearers_have_it():
    names = ["Nicole", "NICOLE", "Otto", "Leslie", "Bolormaa"]
    assert [given_name_gender(name) for name in names] == ["f", "f", "m", "", ""]


def test_shares_at_the_bound_show_a_gender(monkeypatch):
    shares = {"a": 95, "b": 94, "c": 5, "d": 6}
    language = Entity(("A",)).language.extended()
    monkeypatch.setitem(language.__dict__, "given_names", shares)
    assert [given_name_gender(name, language) for name in shares] == ["m", "", "f", ""]


def test_the_gender_of_an_entity_is_that_of_its_given_name():
    genders = {
        "Nicole Berg": "f",
        "Otto Berg": "m",
        "Nicole": "",
        "Queen Nicole": "f",
        "Pope Otto": "m",
        "Nicole University": "",
        "Nicole Bridge": "",
        "Lee Jae-Nicole": "",
        "Ida & Nicole": "",
    }
    assert {name: entity(name).given_gender for name in genders} == genders


def test_a_given_name_alone_shows_a_gender_unless_it_has_a_title():
    assert entity("Nicole").name_gender == "f"
    assert entity("Nicole Berg").name_gender == "f"
    assert entity("Nicole", usage=Usage(titled=1)).name_gender == ""


def test_something_shows_a_gender():
    assert not entity("Berg").gendered
    assert entity("Berg", gender={"m": 0.0, "f": 0.5}).gendered


def test_the_chunk_before_another():
    named = entity("Berg", chunks=[2, 5, 9])
    assert [named.before(i) for i in (2, 3, 5, 6, 99)] == [-1, 2, 2, 5, 9]
