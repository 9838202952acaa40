"""Last names that several people share; each case fails without one of the constants."""

from mentions import described, read, speakers
from tables import for_each

from quoteattr.coref.entities.families import fitness, only_relative

CASES = [
    # label, text, mention, speakers
    (
        "a title shows another gender than the given name, and counts for more",
        "Mrs. James Berg met Otto Berg. “No,” Mrs. Berg said.",
        "Mrs. Berg",
        ["James Berg"],
    ),
    (
        "a wife is introduced right before or after a comma, not before a conjunction",
        "Otto Berg met his wife and Ada Berg. “No,” Berg said.",
        "Berg",
        ["Ada Berg"],
    ),
    (
        "a relative with a last name of her own is not meant by another",
        "Otto Berg met his wife, Ada Moor. Mrs. Berg slept.",
        "Mrs. Berg",
        ["Berg"],
    ),
    (
        "a coach is no relative",
        "Ada Berg and her coach, Otto Berg, left. Berg slept.",
        "Berg",
        ["Otto Berg"],
    ),
    (
        "a single pronoun does not outweigh a title",
        "Tindra Berg met the mayor. He smiled. “No,” Mrs. Berg said.",
        "Mrs. Berg",
        ["Tindra Berg"],
    ),
    (
        "the pronoun after the last name speaks against the other gender",
        "Tindra Berg lost his job. Tindra Berg spoke to Nicole Berg in Tresk. Berg nodded. “No,”"
        " she said.",
        "Berg",
        ["Nicole Berg"],
    ),
    (
        "an office before the last name is that of its holder",
        "Mayor Azlan Berg came.\n\nTindra Berg came. Tindra Berg sang. “No,” Mayor Berg said.",
        "Mayor Berg",
        ["Azlan Berg"],
    ),
    (
        "a title goes to the one whose gender a pronoun showed",
        "Azlan Berg lost his job. Nicole Berg came. “No,” Mr. Berg said.",
        "Mr. Berg",
        ["Azlan Berg"],
    ),
    (
        "the one named in this paragraph is nearer than one before it",
        "Reporters met Nicole Berg. Berg said so.\n\nTindra Berg said it was late. “No,” Berg"
        " said.",
        "Berg",
        ["Nicole Berg", "Tindra Berg"],
    ),
    (
        "of two in one paragraph, the last one named",
        "Ada Berg met Otto Berg. “We sail,” Berg said.",
        "Berg",
        ["Otto Berg"],
    ),
    (
        "who goes by the last name goes on by it",
        "Azlan Berg is 44. Berg nodded. Nicole Berg came. “No,” said Berg.",
        "Berg",
        ["Azlan Berg", "Azlan Berg"],
    ),
    (
        "the last name alone is not that of somebody's wife",
        "Azlan Berg lost. Tindra smiled. His wife, Nicole Berg, left. “No,” Berg said.",
        "Berg",
        ["Azlan Berg"],
    ),
    (
        "nor of a brother without a comma",
        "Azlan Berg lost. Then his brother Otto Berg left. “No,” Berg said.",
        "Berg",
        ["Azlan Berg"],
    ),
    (
        "nor of a daughter behind whose name it is said",
        "Azlan Berg lost. Nicole Berg, his daughter, left. “No,” Berg said.",
        "Berg",
        ["Azlan Berg"],
    ),
    (
        "nor of the son of a name",
        "Azlan Berg lost. The mayor’s son, Otto Berg, left. “No,” Berg said.",
        "Berg",
        ["Azlan Berg"],
    ),
    (
        "but of a wife whom the pronoun behind it shows",
        "Azlan Berg lost. He left. His wife, Nicole Berg, left. “No,” Berg said. She left.",
        "Berg",
        ["Nicole Berg"],
    ),
    (
        "or whom a title shows",
        "Azlan Berg lost. He left. His wife, Nicole Berg, left. “No,” Mrs. Berg said.",
        "Mrs. Berg",
        ["Nicole Berg"],
    ),
    (
        "of two relatives, the last one named",
        "Her son, Azlan Berg, lost. Her brother, Otto Berg, left. “No,” Berg said.",
        "Berg",
        ["Otto Berg"],
    ),
    (
        "a relative is somebody's",
        "Azlan Berg lost. A brother, Otto Berg, left. “No,” Berg said.",
        "Berg",
        ["Otto Berg"],
    ),
    (
        "whom the article names more often",
        "“We sail,” said Henry Berg. Henry Berg met Azlan Berg. “No,” said Berg.",
        "Berg",
        ["Henry Berg"],
    ),
]


@for_each(("text", "mention", "expected"), [c[1:] for c in CASES])
def test_a_shared_last_name(text, mention, expected):
    assert speakers(text, mention) == expected


def test_how_well_one_of_a_family_fits_a_last_name():
    cases = [
        # text after one with another of that name, gender of the pronouns after it, fitness
        ("Ada Berg slept. Mayor Berg left.", "", 2.23),
        ("Mayor Ada Berg slept. Mayor Berg left.", "", 5.22),
        ("Ada Berg slept. Mrs. Berg left.", "", 2.23),
        ("Mrs. Ada Berg slept. Mrs. Berg left.", "", 4.22),
        ("Mrs. Ada Berg slept. Berg left.", "f", 2.23),
        ("Mrs. Ada Berg slept. Berg left.", "m", 0.72),
        ("Ada Berg slept. Berg left.", "m", 2.23),
        # named in this paragraph, in the one before, in the fourth before, only later
        ("Ada Berg slept.\n\nBerg left.", "", 1.54),
        ("Ada Berg slept.\n\nIt rained.\n\nIt rained.\n\nIt rained.\n\nBerg left.", "", 0.15),
        ("Berg left. Ada Berg slept.", "", 0.1),
        # named often, in full or by one name
        ("Ada Berg slept. Ada Berg slept. Berg left.", "", 2.36),
        (f"{'Ada Berg slept. ' * 12}Berg left.", "", 3.23),
        ("Ada Berg slept. Ada slept. Ada slept. Berg left.", "", 2.68),
        (f"Ada Berg slept. {'Ada slept. ' * 12}Berg left.", "", 4.33),
    ]
    wrong = []
    for text, gender, expected in cases:
        table = described("Otto Berg slept.\n\n" + text)
        ada = next(entity for entity in table.entities if entity.name == "Ada Berg")
        value = round(fitness(table, ada, max(table.families), gender), 2)
        if value != expected:
            wrong.append((text, gender, value))
    assert wrong == []


def test_a_couple_that_is_never_named_in_full_is_two_people():
    coreference = read("Mr. Berg and Mrs. Berg left. Mr. Berg wept. Mrs. Berg smiled.")
    chunks = [i for i, tag in enumerate(coreference.chunks.tags) if tag == "N"]
    first, second, *rest = (coreference.entity_of(i) for i in chunks)
    assert first is not second
    assert rest == [first, second]


def test_of_a_family_whom_a_last_name_names():
    woman = "Tindra Berg lost his job. Tindra Berg spoke to Nicole Berg in Tresk."
    her = "Azlan Berg lost her job. "
    cases = [
        # text, mention, speakers
        # a title counts before a last name alone, wherever it stands
        ("Ada Berg met Otto Berg. “No,” Berg said. “No,” Mr. Berg said.", "Berg", ["Otto Berg"]),
        ("Azlan Berg met Kai Berg. Mrs. Berg said no. Mr. Berg wept.", "Mrs. Berg", ["Kai Berg"]),
        ("Azlan Berg met Kai Berg. Mrs. Berg said no. Mr. Berg wept.", "Mr. Berg", ["Azlan Berg"]),
        # a title, and a row of pronouns, exclude who is of the other gender
        ("Mrs. Azlan Berg met Kai Berg. Mr. Berg wept.", "Mr. Berg", ["Kai Berg"]),
        ("Mrs. Kai Berg met Mrs. Azlan Berg. Mr. Berg wept.", "Mr. Berg", ["Berg"]),
        ("Mrs. Kai Berg met Mrs. Azlan Berg. Mr. Berg wept. Berg slept.", "Berg", ["Berg"]),
        (f"Kai Berg slept. {her}{her}Mr. Berg slept.", "Mr. Berg", ["Azlan Berg"]),
        (f"{her * 3}Kai Berg slept. Mr. Berg slept.", "Mr. Berg", ["Kai Berg"]),
        # a given name does, too, unless it speaks against the only one left
        ("Nicole Berg met Kai Berg. Mr. Berg wept.", "Mr. Berg", ["Berg"]),
        ("Nicole Berg slept. Mr. Berg wept.", "Mr. Berg", ["Berg"]),
        ("Nicole Berg slept. Mrs. Berg wept.", "Mrs. Berg", ["Nicole Berg"]),
        # a relative who is introduced by the first name alone
        ("Nicole Berg met her husband, Otto. Mr. Berg wept.", "Mr. Berg", ["Otto Berg"]),
        ("Nicole Berg met her husband, Otto. Mrs. Berg wept.", "Mrs. Berg", ["Nicole Berg"]),
        ("Azlan Berg met her daughter, Ada. Ms. Berg wept.", "Ms. Berg", ["Azlan Berg"]),
        ("Azlan Berg met his wife, Ada. He sat. Ms. Berg wept.", "Ms. Berg", ["Ada Berg"]),
        ("Nicole Berg met a husband, Otto. Mr. Berg wept.", "Mr. Berg", ["Berg"]),
        ("Ada Lund met her husband, Otto. Nicole Berg left. Mr. Berg wept.", "Mr. Berg", ["Berg"]),
        ("Nicole Berg left. Her husband, Otto, left. Mr. Berg wept.", "Mr. Berg", ["Otto Berg"]),
        ("Nicole Berg left.\n\nHer husband, Otto, left. Mr. Berg wept.", "Mr. Berg", ["Berg"]),
        ("Lee Jae-won left. Mr. Lee wept. Lee Min left.", "Mr. Lee", ["Lee Jae-won"]),
        # two whom the article never names in full
        (
            "Mr. Berg and Mrs. Berg left. Mr. Berg wept. Mrs. Berg smiled.",
            "Mrs. Berg",
            ["Berg"] * 2,
        ),
        # the dead do not speak
        ("Ada Berg died. Otto Berg, her son, left. “No,” Berg said.", "Berg", ["Otto Berg"]),
        ("Ada Berg died. Otto Berg, her son, left. Berg slept.", "Berg", ["Ada Berg"]),
        ("Ada Berg died. “No,” said Berg. Otto Berg died.", "Berg", ["Ada Berg"]),
        (
            "Ada Berg, 9, was killed. Otto Berg, her son, left. “No,” Berg said.",
            "Berg",
            ["Otto Berg"],
        ),
        (
            "The body of Ada Berg lay there. Otto Berg, her son, left. “No,” Berg said.",
            "Berg",
            ["Otto Berg"],
        ),
        ("Ada Berg’s murder shook Otto Berg, her son. “No,” Berg said.", "Berg", ["Otto Berg"]),
        ("Ada Berg’s house shook Otto Berg, her son. “No,” Berg said.", "Berg", ["Ada Berg"]),
        (
            "Ada Berg said her cat died. Otto Berg, her son, left. “No,” Berg said.",
            "Berg",
            ["Ada Berg"],
        ),
        # a pronoun shortly after shows the gender, unless another name stands between
        (f"{woman} Berg nodded. It rained. She smiled.", "Berg", ["Nicole Berg"]),
        (f"{woman} Berg nodded. It rained. It rained. She smiled.", "Berg", ["Tindra Berg"]),
        (f"{woman} Berg nodded at Kai Lund. She smiled.", "Berg", ["Tindra Berg"]),
        (f"{woman} Berg met her nurse.", "Berg", ["Nicole Berg"]),
        (f"{woman} Berg met her mill.", "Berg", ["Nicole Berg"]),
        (f"{woman} Berg met a nurse{' and a nurse' * 11}. She left.", "Berg", ["Tindra Berg"]),
        (f"{woman} Berg met a nurse{' and a nurse' * 9}. She left.", "Berg", ["Nicole Berg"]),
        # the one fully named in this paragraph
        (
            "Ada Berg met Otto Berg.\n\nIt rained.\n\nIda Berg slept. Berg slept.",
            "Berg",
            ["Ida Berg"],
        ),
    ]
    wrong = [
        (text, speakers(text, mention))
        for text, mention, names in cases
        if speakers(text, mention) != names
    ]
    assert wrong == []


def test_the_only_other_person_of_a_last_name():
    cases = [
        # text, gender, name of the relative of Ada Berg
        ("Ada Berg met Otto Berg.", "m", "Otto Berg"),
        ("Ada Berg met Otto Berg.", "", "Otto Berg"),
        ("Ada Berg met Mr. Otto Berg.", "m", "Otto Berg"),
        ("Ada Berg met Mr. Otto Berg.", "f", None),
        ("Ada Berg met Otto Berg and Ida Berg.", "m", None),
        ("Ada Berg met Otto Lund.", "m", None),
    ]
    wrong = []
    for text, gender, name in cases:
        table = described(text)
        ada = next(entity for entity in table.entities if entity.name == "Ada Berg")
        relative = only_relative(table, ada, gender)
        if (relative and relative.name) != name:
            wrong.append((text, gender, relative))
    assert wrong == []
