"""Rules on a candidate's own words, and on what the article says about its referent."""

from __future__ import annotations

from quoteattr.attribute.documents.candidate import Candidate
from quoteattr.attribute.rules.rule import EntityRule, Rule, head_is, mention_is


def mention_titled(candidate: Candidate) -> float:
    """A title or an office opens the mention."""
    first = candidate.text.split(" ", 1)[0].lower()
    return float(candidate.titled or first in candidate.language.titles)


MENTION_RULES: tuple[Rule, ...] = (
    Rule(
        "name",
        mention_is("NAME"),
        "The mention is a name.",
        example=(
            "A row over a parking space ended in Leicester Crown Court on Monday, where "
            "Dilip Rathod called his neighbour Ken Moss ‘the Napoleon of number nine’."
        ),
        speaker="Dilip Rathod",
    ),
    Rule(
        "pronoun",
        mention_is("PRONOUN"),
        "The mention is a pronoun.",
        example=(
            "Jerzy Baran was a minister for nine days. He keeps the “Do Not Disturb” sign "
            "from his office over the bar in Sopot."
        ),
        speaker=None,
    ),
    Rule(
        "nominal",
        mention_is("SPEAKING_NOMINAL"),
        "The mention is a nominal whose head can speak.",
        example="“That parrot witnessed everything,” a neighbour in Curitiba told the police.",
        speaker="a neighbour in Curitiba",
    ),
    Rule(
        "other-nominal",
        mention_is("OTHER_NOMINAL"),
        "The mention is a nominal whose head is not a noun for people, groups or documents.",
        example="“Visitors are kindly asked to leave the peacocks in peace,” the palace said.",
        speaker="the palace",
    ),
    Rule(
        "relative",
        mention_is("RELATIVE"),
        "The mention is *who* or *which*.",
        example=(
            "Shoppers in Gdańsk applauded the pensioner who bellowed “leave the boy alone” "
            "at the guards."
        ),
        speaker="who",
    ),
    Rule(
        "label",
        mention_is("LABEL"),
        "The mention is the label of a speaker.",
        example=(
            "MAGISTRATE: “How do you plead?”\n\n"
            "DEFENDANT: “Hungry.”\n\n"
            "MAGISTRATE: “That was not the question.”\n\n"
            "MR LUTHULI: “It may be the answer, your worship.”"
        ),
        speaker="MR LUTHULI",
    ),
    Rule(
        "he-she",
        head_is("he_she"),
        "The mention is *he* or *she*.",
        example=(
            "Ottilie Kraus never learned to drive. “I had brothers,” she explained to the "
            "Vienna Courier, “and brothers have cars.”"
        ),
        speaker="she",
    ),
    Rule(
        "they",
        head_is("they"),
        "The mention is *they*.",
        example=(
            "The sisters Ana and Marta Villar run the ferry between them. “We take it in "
            "turns to sink,” they joke."
        ),
        speaker="they",
    ),
    Rule(
        "it",
        head_is("thing_pronouns"),
        "The mention is *it*.",
        example=(
            "The airline cancelled ninety flights from Jakarta. “Ash does not read "
            "timetables,” it wrote in a text to passengers."
        ),
        speaker="it",
    ),
    Rule(
        "first-person",
        head_is("first_second"),
        "The mention is *I*, *we* or *you*.",
        example=(
            "Old Mr Takahashi slid the last dumpling across the counter. “Are you not "
            "hungry?” I asked."
        ),
        speaker="I",
    ),
    Rule(
        "person-noun",
        head_is("person_nouns"),
        "The head of the mention is a noun for people.",
        example=(
            "The tablet, a court-appointed psychiatrist told Judge Renske Bol, would have "
            "“knocked out a carthorse”."
        ),
        speaker="a court-appointed psychiatrist",
    ),
    Rule(
        "group-noun",
        head_is("group_nouns"),
        "The head of the mention is a noun for groups.",
        example=(
            "Fans of Red Star Nairobi were banned for two games. The club called the "
            "decision “a red card for the whole street”."
        ),
        speaker="The club",
    ),
    Rule(
        "document-noun",
        head_is("document_nouns"),
        "The head of the mention is a noun for documents.",
        example=(
            "The audit of the Harare water board runs to nine hundred pages. “Of the forty "
            "pumps paid for,” the report concludes, “six exist.”"
        ),
        speaker="the report",
    ),
    Rule(
        "mention-words",
        lambda candidate: min(8, candidate.text.count(" ") + 1),
        "The rule counts the words of the mention.",
        example=(
            "“Nothing left this building without my stamp,” a former senior official at the "
            "ministry told investigators in Tashkent."
        ),
        speaker="a former senior official at the ministry",
        counts=True,
    ),
    Rule(
        "mention-capitals",
        lambda candidate: candidate.text.isupper() and len(candidate.text) > 1,
        "The mention is written in capitals.",
        example=(
            "Extract from the cockpit recording\n\n"
            "CAPTAIN: “Gear down.”\n\n"
            "TOWER: “Wind two-one-zero, eight knots, and welcome home.”"
        ),
        speaker="TOWER",
    ),
    Rule(
        "mention-titled",
        mention_titled,
        "The mention begins with a title or an office.",
        example=(
            "“The bones are those of a bear, and a small one,” Dr. Solveig Aune told "
            "disappointed villagers."
        ),
        speaker="Dr. Solveig Aune",
    ),
    Rule(
        "mention-source",
        lambda candidate: candidate.source_probability,
        (
            "The rule measures the tagger’s probability that the mention is the source of "
            "reported content."
        ),
        example=(
            "Piet Vos sold the bakery to his sister. “The ovens were never paid for,” Anke Vos "
            "confided to a neighbour."
        ),
        speaker="Anke Vos",
        counts=True,
    ),
    Rule(
        "entity-count",
        EntityRule(lambda entity: min(20, len(entity.chunks))),
        "The rule counts how often the article names the entity.",
        example=(
            "Esteban Cordero dropped out at twelve. At thirty Esteban owned a fleet, and a "
            "rival, Julio Mora, called Mr Cordero a pirate. “Pirates have flags. I have "
            "invoices,” Cordero shot back."
        ),
        speaker="Cordero",
        counts=True,
    ),
    Rule(
        "entity-speaking",
        EntityRule(lambda entity: min(10, entity.usage.speaking)),
        "The rule counts how often the entity is the subject of a verb.",
        example=(
            "Freya Lindholm says the herring are late this year. Lindholm also says they "
            "will come. “They always do, and always on a Sunday.”"
        ),
        speaker="Lindholm",
        counts=True,
    ),
    Rule(
        "entity-titled",
        EntityRule(lambda entity: entity.usage.titled > 0),
        "The entity has a title somewhere in the text.",
        example=(
            "President Amina Sesay flew in at dawn. By noon the runway was flooded. “Send "
            "the fish my regards,” Sesay told her pilot."
        ),
        speaker="Sesay",
    ),
    Rule(
        "entity-organisation",
        EntityRule(lambda entity: entity.organisation),
        "The entity has the name of an organisation.",
        example=(
            "Baltic Ferries Ltd has painted a smiling “Captain Cod” on the bows of the ship "
            "that it launched in Ventspils."
        ),
        speaker=None,
    ),
    Rule(
        "entity-after-preposition",
        EntityRule(
            lambda entity: 10 * entity.usage.placed // len(entity.chunks) if entity.chunks else 0.0
        ),
        "The rule measures the share of the entity’s mentions after a preposition, in tenths.",
        example=(
            "Crowds in Turku waited until midnight for a glimpse of the “Bird of Paradise” "
            "costume, on loan from Belém."
        ),
        speaker=None,
        counts=True,
    ),
    Rule(
        "entity-gendered",
        EntityRule(lambda entity: sum(entity.gender.values()) >= 1),
        "A title, a noun of kinship or a pronoun shows the gender of the entity.",
        example=(
            "Mrs Philippa Grange, of Whitby, collects “Wet Paint” signs and has eleven "
            "hundred of them."
        ),
        speaker=None,
    ),
    Rule(
        "entity-words",
        EntityRule(lambda entity: len(entity.words)),
        "The rule counts the words of the entity’s full name.",
        example=(
            "“Poetry is a tax on silence,” María del Carmen Soto Aguilar told the academy in Quito."
        ),
        speaker="María del Carmen Soto Aguilar",
        counts=True,
    ),
)
