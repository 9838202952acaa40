"""Whom a role stands for together with what it is of: *the Tresk president*."""

from mentions import Reading
from tables import for_each

from quoteattr.coref.nominals.role_holders import RoleHolders, is_akin

BOTH = "President Bo Lund of Norland met President Ada Moor of Tresk. "
#: text, description, its only holder
CASES = [
    (BOTH + "The Tresk president left.", "The Tresk president", "Ada Moor"),
    (BOTH + "The Norlandic president left.", "The Norlandic president", "Bo Lund"),
    (BOTH + "The president left.", "The president", None),
    (BOTH + "The tall president left.", "The tall president", None),
    (BOTH + "The Rill president left.", "The Rill president", None),
    (BOTH + "The Tresk mayor left.", "The Tresk mayor", None),
    ("President Ada Moor in Tresk met President Bo Lund. The Tresk president left.", None, None),
    # the ways in which an article says what a role is of
    ("Tresk President Ada Moor met President Bo Lund. The Tresk president left.", None, "Ada Moor"),
    (
        "Tresk’s President Ada Moor met President Bo Lund. The Tresk president left.",
        None,
        "Ada Moor",
    ),
    (
        "Tresk’s president, Ada Moor, met President Bo Lund. The Tresk president left.",
        None,
        "Ada Moor",
    ),
    (
        "The president of Tresk, Ada Moor, met President Bo Lund. The Tresk president left.",
        None,
        "Ada Moor",
    ),
    (
        "Ada Moor, president of Tresk, met President Bo Lund. The Tresk president left.",
        None,
        "Ada Moor",
    ),
    (
        "Ada Moor, the Tresk president, met President Bo Lund. The Tresk president left.",
        None,
        "Ada Moor",
    ),
    ("Ada Moor, the president, met Bo Lund of Tresk. The Tresk president left.", None, None),
    ("President Ada Moor came to Tresk. The Tresk president left.", None, None),
    ("President Ada Moor came by Tresk. The Tresk president left.", None, None),
]


@for_each(("text", "description", "name"), CASES)
def test_the_holder_of_a_role(text, description, name):
    reading = Reading(text)
    holder = RoleHolders(reading.state).find(reading.at(description or "The Tresk president"))
    assert (holder and holder.name) == name


#: text, description, the only person who has this role, or one of its kind
ONLY = [
    ("Attorney Ada Moor left. The lawyer slept.", "The lawyer", "Ada Moor"),
    ("Attorney Ada Moor and solicitor Bo Lund left. The lawyer slept.", "The lawyer", None),
    ("Attorney Ada Moor and lawyer Bo Lund left. The lawyer slept.", "The lawyer", "Bo Lund"),
    ("Attorney Ada Moor left. The tall lawyer slept.", "The tall lawyer", None),
    ("Attorney Ada Moor left. The baker slept.", "The baker", None),
    ("Attorney Ada Moor left. Bo’s lawyer wept. The lawyer slept.", "The lawyer", None),
    # roles that are not next to a name
    ("Ada Moor works as a baker. The baker slept.", "The baker", "Ada Moor"),
    ("Ada Moor, who is a baker in Brack, left. The baker slept.", "The baker", "Ada Moor"),
    ("Ada Moor, who is a solicitor, left. The lawyer slept.", "The lawyer", "Ada Moor"),
    ("Ada Moor met a baker. The baker slept.", "The baker", None),
    # not a body, and not one who is named later
    ("Moor Bank works as a baker. The baker slept.", "The baker", None),
    ("The lawyer slept. Attorney Ada Moor left.", "The lawyer", None),
]


@for_each(("text", "description", "name"), ONLY)
def test_the_only_holder_of_a_role_or_of_one_of_its_kind(text, description, name):
    reading = Reading(text)
    holder = RoleHolders(reading.state).only(reading.at(description))
    assert (holder and holder.name) == name


#: text, description, who is not meant
EXCLUDED = [
    ("Ada Moor (D-Ohio) met Bo Lund (R-Ohio). The Democrat left.", "The Democrat", {"Bo Lund"}),
    ("Ada Moor met Bo Lund (R-Ohio). The mayor left.", "The mayor", set()),
    (BOTH + "The Kenyan president left.", "The Kenyan president", {"Bo Lund", "Ada Moor"}),
    (
        BOTH.replace("Tresk", "Kenya") + "The Kenyan president left.",
        "The Kenyan president",
        {"Bo Lund"},
    ),
    # the word may be no country's; nothing is known of the holder; another role
    (BOTH + "The Green president left.", "The Green president", set()),
    ("President Bo Lund left. The Kenyan president left.", "The Kenyan president", set()),
    (BOTH + "The Kenyan mayor left.", "The Kenyan mayor", set()),
    (BOTH + "The president left.", "The president", set()),
]


@for_each(("text", "description", "names"), EXCLUDED)
def test_the_holder_elsewhere_is_not_meant(text, description, names):
    reading = Reading(text)
    holders, i = RoleHolders(reading.state), reading.at(description)
    excluded = {e.name for e in reading.state.table.entities if holders.excludes(i, e)}
    assert excluded == names


def test_words_of_one_origin():
    pairs = [
        ("spanish", "spain"), ("dutch", "netherlands"), ("french", "french"),
        ("tresk", "tresk"), ("moravian", "moravia"), ("turkish", "turkey"), ("chinese", "china"),
        ("spain", "spanish"), ("rio", "rio"),
        ("austrian", "australia"), ("iranian", "iraq"), ("rillish", "ril"), ("malian", "malaysia"),
    ]  # fmt: skip
    assert [is_akin(*pair) for pair in pairs] == [True] * 9 + [False] * 4
