"""Profiles: the kind and the affiliation of those who are named."""

import pytest
from profiles import profile
from tables import for_each


@for_each(
    ("text", "name", "kind"),
    [
        ("Ida Berg said it rains.", "Ida Berg", "person"),
        ("Berg, the mayor, said it rains.", "Berg", "person"),
        ("Rill University said it rains.", "Rill University", "organisation"),
        ("Norland said it rains.", "Norland", "organisation"),
        ("The newspaper Dagens Rill said it rains.", "Dagens Rill", "organisation"),
        ("The Dalby Tarin, which are few, said it rains.", "Dalby Tarin", "organisation"),
        ("The Brack Report said it rains.", "Brack Report", "document"),
        ("The T-shirt said it rains.", "T-shirt", "document"),
        ("Mayor Tim Post said it rains.", "Mayor Tim Post", "person"),
        ("Vale Water said it rains.", "Vale Water", "organisation"),
        ("Norland Rail said it rains.", "Norland Rail", "organisation"),
        ("Vale Power said it rains.", "Vale Power", "organisation"),
        ("Samantha Power said it rains.", "Samantha Power", "person"),
        ("Brack Gas said it rains. He knew it.", "Brack Gas", "organisation"),
        ("Bo Holm left. CPA Norland said that he was late.", "CPA Norland", "organisation"),
        ("Iconic Brack said it rains.", "Iconic Brack", "unresolved"),
        ("Forest Holm said it rains. Holm left.", "Forest Holm", "person"),
        ("Tavra, the developer of maps, said it rains.", "Tavra", "organisation"),
        ("Ida, the baker of rolls, said it rains.", "Ida", "person"),
        ("The Ida said it rains.", "Ida", "organisation"),
        ("Georgia said it rains.", "Georgia", "organisation"),
        ("Tresk Norn said it rains.", "Tresk Norn", "person"),
        ("Santa Norn said it rains.", "Santa Norn", "organisation"),
        ("Egyptian Norn said it rains.", "Egyptian Norn", "unresolved"),
        ("Tresk Norn Telescope said it rains.", "Tresk Norn Telescope", "organisation"),
        ("Georgia said it rains. She left.", "Georgia", "person"),
        ("Georgia Berg said it rains.", "Georgia Berg", "person"),
        ("FERRY STOPS AGAIN said it rains.", "FERRY STOPS AGAIN", "unresolved"),
        ("NORA LANE said it rains.", "NORA LANE", "person"),
        ("FERRY ANNA STOPS said it rains.", "FERRY ANNA STOPS", "organisation"),
        ("Dr. Ferry said it rains.", "Ferry", "person"),
        ("Mr. Report said it rains.", "Report", "person"),
        (
            "Zorbo Hill sat. The hill rose. Hill left. In Hill it rained.",
            "Zorbo Hill",
            "unresolved",
        ),
        ("Norwin Sachs said it rains. The company left.", "Norwin Sachs", "person"),
        ("Norwin Sachs, which fell, said it rains.", "Norwin Sachs", "organisation"),
        ("Sachs said it rains. It fell.", "Sachs", "organisation"),
        ("Mr. Table said it rains.", "Table", "person"),
        ("Brack said it rains. The Brackian army left. He left.", "Brack", "organisation"),
        # a word shows the gender of a name that is not like a person's; a pronoun that of one
        ("Iconic Brack, a mother of two, said it rains.", "Iconic Brack", "person"),
        ("Norland, a mother of two, said it rains.", "Norland", "person"),
        ("Tresk Letter said it rains. She left.", "Tresk Letter", "person"),
        ("Tresk Table said it rains. She left.", "Tresk Table", "person"),
    ],
)
def test_the_kind_of_who_is_named(text, name, kind):
    assert profile(text, name).kind == kind


@pytest.mark.parametrize("word", ["Silence", "Number", "Stare"])
def test_an_ordinary_word_with_a_capital_is_no_person(word):
    assert (
        profile(f"In May, {word} said that it rains. Then {word} told us.", word).kind != "person"
    )


@for_each(
    ("text", "body"),
    [
        ("Ida Berg, a nurse at Brack Hospital, left.", "Brack Hospital"),
        ("Ida Berg, director of the Rill Institute, left.", "Rill Institute"),
        ("Rillco CEO Ida Berg left.", "Rillco"),
        ("Rillco’s chief executive Ida Berg left.", "Rillco"),
        ("Ida Berg, the mayor of Brack, left.", None),
        ("Ida Berg, a Dalby-based analyst, left.", None),
        ("Norwegian minister Ida Berg left.", None),
        # without a word of bodies: an employer, not a place, a country or a person
        ("Ida Berg, a nurse at Tavra, left.", "Tavra"),
        ("Ida Berg, a London-based nurse at Tavra, left.", "Tavra"),
        ("Ida Berg, a nurse in Tavra, left.", None),
        ("Ida Berg, a nurse at Brack, left. Life in Brack is slow.", None),
        ("Ida Berg, a nurse at UK, left.", None),
        ("Ida Berg, an aide at Bo Holm, left.", None),
        ("Ida Berg, nurse at Bo Tavra, left. Dr. Bo Tavra slept.", None),
        # the owner of an office, not of any noun
        ("Tavra CEO Ida Berg left.", "Tavra"),
        ("Tavra baker Ida Berg left.", None),
        ("Tavra’s chief executive Ida Berg left.", "Tavra"),
        ("Tavra’s baker Ida Berg left.", None),
        ("Bo Holm CEO Ida Berg left.", None),
        # small words before it; its full name; another role has one
        ("Ida Berg, director of the old Rill Institute, left.", "Rill Institute"),
        ("Ida Berg, a nurse at Tavra, left. Tavra Health grew.", "Tavra Health"),
        ("Ida Berg, a nurse, left. Ida Berg of Rill Institute slept.", "Rill Institute"),
    ],
)
def test_the_body_that_the_role_names(text, body):
    assert profile(text, "Ida Berg").affiliation == body


def test_mentions_are_all_that_stands_for_the_speaker():
    text = "Ida Berg left. She was tired. Berg slept."
    spans = profile(text, "Ida Berg").mentions
    assert [text[start:end] for start, end in spans] == ["Ida Berg", "She", "Berg"]
