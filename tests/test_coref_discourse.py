"""How much a mention stands like a subject, and which mentions a later one can go back to."""

import gc
import weakref

from mentions import Reading, described, speakers
from tables import for_each

from quoteattr.coref.discourse import DiscourseState, Plurals
from quoteattr.language import ENGLISH

CASES = [
    # label, text, mention, speakers
    (
        "a subject opens its sentence",
        "The committee met. It asked for more.",
        "It",
        ["The committee"],
    ),
    (
        "what opens a sentence is the better antecedent",
        "Sasha Wren met Nicole Berg in Brack. “No,” he said.",
        "he",
        ["Sasha Wren"],
    ),
    (
        "what follows a preposition is a worse one",
        "A lawyer for Bolormaa Dorj wept.\n\nShe said no.",
        "She",
        ["She"],
    ),
    (
        "the subject of a subordinate clause is a worse one",
        "Nicole Berg wept because Ruth Amsel sang. “No,” she said.",
        "she",
        ["Nicole Berg"],
    ),
    (
        "who stands behind the verb of saying speaks",
        "His brother called. Dr. Sasha Wren won. “We sail,” said Ruth Amsel.\n\n“No,” she said.",
        "she",
        ["Ruth Amsel"],
    ),
    (
        "who speaks before a quote is known for a later one",
        "Bolormaa Dorj, the mayor of Brack, came. A lawyer for Ruth Amsel wept. “No,” she said.",
        "she",
        ["Bolormaa Dorj"],
    ),
    (
        "a place of two words is no person",
        "Reporters asked Ruth Amsel about Sasha Wren. He had met Ruth Amsel twice.",
        "He",
        ["He"],
    ),
    (
        "a name that is a question by itself is the topic",
        "Otto Marx met Karl Lund. And Karl Lund? He smiled.",
        "He",
        ["Karl Lund"],
    ),
    (
        "nothing in a headline goes back to somebody without a name",
        "A nurse waves\n\n“No,” she said.",
        "she",
        ["she"],
    ),
]


@for_each(("text", "mention", "expected"), [c[1:] for c in CASES])
def test_the_better_antecedent(text, mention, expected):
    assert speakers(text, mention) == expected


def differences(cases, value):
    """What a function of a reading and of the words gives otherwise than a table says."""
    results = [(text, words, value(Reading(text), words)) for text, words, _ in cases]
    return [result for result, case in zip(results, cases, strict=True) if result != tuple(case)]


def test_how_much_a_mention_stands_like_a_subject():
    cases = [
        # it opens its sentence, a verb follows, or both
        ("Ada Berg left.", "Ada Berg", 1.8),
        ("The nurse left.\n\nAda Berg slept.", "Ada Berg", 1.8),
        ("Ada Berg left", "Ada Berg", 1.8),
        ("Ada Berg.", "Ada Berg", 0.8),
        ("The nurse met Ada Berg.", "Ada Berg", 0.0),
        ("Yesterday Ada Berg was late.", "Ada Berg", 1.0),
        # a word that could be a verb follows a name, and only a name
        ("Ada Berg hums tunes.", "Ada Berg", 1.8),
        ("The nurse hums tunes.", "The nurse", 0.8),
        ("Otto Marx and Ada Berg hum tunes.", "Ada Berg", 0.0),
        # a preposition stands before it, or a possessive ending behind it
        ("A lawyer for Ada Berg wept.", "Ada Berg", -1.0),
        ("Ada Berg’s nurse wept.", "Ada Berg", 0.0),
        # its verb of saying stands before it, and has no other subject
        ("“No,” said Ada Berg.", "Ada Berg", 1.8),
        ("Then said Ada Berg no.", "Ada Berg", 1.8),
        ("The nurse told Ada Berg.", "Ada Berg", 0.0),
        # the mention is a name, and by itself a question
        ("Otto Marx came. And Ada Berg? She slept.", "Ada Berg", 2.0),
        ("Otto Marx came. Ada Berg? She slept.", "Ada Berg", 2.0),
        ("Otto Marx came and Ada Berg? She slept.", "Ada Berg", 0.0),
        ("Otto Marx came. And Ada Berg! She slept.", "Ada Berg", 0.0),
        ("Otto Marx came. And the nurse? She slept.", "the nurse", 0.0),
        # a clause stands before it, which is not too long
        ("When Otto Marx left, Ada Berg sang.", "Ada Berg", 1.8),
        (f"When Otto Marx{' and the nurse' * 9} left, Ada Berg sang.", "Ada Berg", 1.8),
        (f"When Otto Marx{' and the nurse' * 11} left, Ada Berg sang.", "Ada Berg", 1.0),
        # the clause is a subordinate one
        ("Otto Marx sang because Ada Berg sang.", "Ada Berg", 0.2),
        ("Otto Marx said that Ada Berg sang.", "Ada Berg", 0.2),
        ("Otto Marx said Ada Berg sang.", "Ada Berg", 0.2),
        ("Otto Marx said Ada Berg.", "Ada Berg", 0.0),
    ]
    subjecthood = lambda r, words: round(r.state.subjecthood(r.at(words)), 3)  # noqa: E731
    assert not differences(cases, subjecthood)


def test_who_is_the_subject_of_a_verb_of_saying():
    cases = [
        ("Ada Berg said no.", "Ada Berg", True),
        ("Ada Berg also said no.", "Ada Berg", True),
        ("Ada Berg, who was tired, said no.", "Ada Berg", True),
        ("Ada Berg left.", "Ada Berg", False),
        ("“No,” said Ada Berg.", "Ada Berg", True),
        ("“No,” said Ada Berg, who was tired.", "Ada Berg", True),
        ("Yesterday said Ada Berg to nobody.", "Ada Berg", True),
        ("Yesterday said Ada Berg was late.", "Ada Berg", False),
        ("“No,” said Ada Berg was late.", "Ada Berg", True),
        ("The nurse said Ada Berg.", "Ada Berg", False),
        # an aside between is not too long
        (f"Ada Berg, with a nurse{' and a nurse' * 9}, said no.", "Ada Berg", True),
        (f"Ada Berg, with a nurse{' and a nurse' * 10}, said no.", "Ada Berg", False),
    ]
    assert not differences(cases, lambda r, words: r.state.says(r.at(words)))


def test_who_is_introduced_with_an_aside():
    cases = [
        ("Ada Berg, the mayor, left.", "Ada Berg", True),
        ("Ada Berg, who is tired, left.", "Ada Berg", True),
        ("Ada Berg left.", "Ada Berg", False),
        ("Ada Berg is the mayor.", "Ada Berg", False),
        ("Ada Berg, tired, left.", "Ada Berg", False),
        # one word; not the first time; no name
        ("Berg, the mayor, left.", "Berg", False),
        ("Berg, who is tired, left.", "Berg", False),
        ("Ada Berg came. Ada Berg, the mayor, left.", "Ada Berg", False),
        ("The mayor, Ada Berg, who is tired, left.", "The mayor", False),
        ("The nurse, who is tired, left.", "The nurse", False),
    ]

    def introduced(reading, words):
        i = reading.at(words)
        return reading.state.introduces(i, reading.state.of_chunk.get(i))

    assert not differences(cases, introduced)


def test_which_mentions_are_of_two_by_their_sentence():
    cases = [
        # arguments of one verb
        ("Ada Berg backed the bank.", ("Ada Berg", "the bank"), True),
        ("Ada Berg was backed by the bank.", ("Ada Berg", "the bank"), True),
        ("Ada Berg left. Then the bank closed.", ("Ada Berg", "the bank"), False),
        # who says the words in marks is not whom the sentence named
        ("Ada Berg left, “no,” said the pensioner.", ("Ada Berg", "the pensioner"), True),
        ("Ada Berg left. “No,” said the pensioner.", ("Ada Berg", "the pensioner"), False),
        ("Ada Berg came\n\n“no,” said the pensioner.", ("Ada Berg", "the pensioner"), False),
        ("Ada Berg left, “no,” the pensioner sang.", ("Ada Berg", "the pensioner"), False),
        ("Ada Berg smiled and said the pensioner left.", ("Ada Berg", "the pensioner"), False),
    ]
    assert not differences(cases, lambda r, words: r.state.disjoint(*map(r.at, words)))


def test_which_names_may_be_a_body_or_a_person():
    cases = [
        # text, name, (may be a body, may be a person)
        ("Unilog left.", "Unilog", (True, False)),
        ("Unilog said no.", "Unilog", (True, True)),
        ("Unilog, an idol, left.", "Unilog", (True, False)),
        ("Unilog lost her job.", "Unilog", (True, False)),
        ("Nicole left.", "Nicole", (False, False)),
        ("Unilog Brack left.", "Unilog Brack", (False, True)),
        ("Skipper Unilog left.", "Unilog", (False, True)),
        ("Unilog, a wife, left.", "Unilog", (False, True)),
        ("Unilog, a critic, left.", "Unilog", (False, True)),
    ]

    def may_be(reading, name):
        entity = reading.entity(name)
        return reading.state.could_be_body(entity), reading.state.personal(entity)

    assert not differences(cases, may_be)


def test_which_mentions_a_later_one_can_go_back_to():
    cases = [
        (
            "Ada Berg met the nurse. She smiled at him. It rained. They left. The mill closed.",
            "",
            [("Ada Berg", "", 0), ("nurse", "", 0), ("Ada Berg", "f", 1)],
        ),
        # a nominal that the text names, and a noun of kinship that it does not
        (
            "Ada Berg, a sister of Kai Lund, left. The sister slept.",
            "",
            [
                ("Ada Berg", "", 0),
                ("Ada Berg", "", 0),
                ("Kai Lund", "", 0),
                ("Ada Berg", "", 1),
            ],
        ),
        ("The wife slept.", "", [("wife", "f", 0)]),
        # not who signs the article
        ("A tale\n\nBy Ada Berg\n\nThe nurse slept.", "", [("nurse", "", 2)]),
        ("By Ada Berg, Brack\n\nThe nurse slept.", "", [("Brack", "", 0), ("nurse", "", 1)]),
        ("By Ada Berg and Otto Marx", "", [("Otto Marx", "", 0)]),
        ("Near Ada Berg\n\nThe nurse slept.", "", [("Ada Berg", "", 0), ("nurse", "", 1)]),
        ("By Ada Berg came the nurse.", "", [("Ada Berg", "", 0), ("nurse", "", 0)]),
        ("It was sung by Ada Berg", "", [("Ada Berg", "", 0)]),
        # nobody without a name in a headline
        ("A nurse waves\n\nThe nurse slept.", "", [("nurse", "", 1)]),
        ("A nurse waves.\n\nThe nurse slept.", "", [("nurse", "", 0), ("nurse", "", 2)]),
        ("A nurse waves", "", [("nurse", "", 0)]),
        ("Ada Berg waves\n\nThe nurse slept.", "", [("Ada Berg", "", 0), ("nurse", "", 1)]),
    ]

    def kept(reading, _words):
        heads = reading.chunks.heads
        return [
            (m.entity.name if m.entity else heads[m.chunk], m.gender, m.sentence)
            for m in reading.state.mentions
        ]

    assert not differences(cases, kept)


def test_only_so_many_mentions_are_recent():
    reading = Reading("The nurse left. " * 26)
    last = [mention.sentence for mention in reading.state.recent()]
    assert (len(last), last[0], last[-1]) == (24, 25, 2)


def test_whom_nouns_have_called():
    nouns = Reading("The mayor, Ada Berg, left. The sailor slept.").state.last_called
    assert {noun: entity and entity.name for noun, entity in nouns.items()} == {
        "mayor": "Ada Berg",
        "sailor": None,
    }


def test_the_referent_of_a_mention():
    reading = Reading("The committee met. It asked Ada Berg for more. She smiled at the nurse.")
    referents = {
        words: reading.state.referent(reading.at(words)) for words in ("It", "She", "the nurse")
    }
    ada = reading.entity("Ada Berg")
    assert referents == {"It": "committee", "She": ada, "the nurse": "nurse"}
    assert reading.state.referent(None) is None


def test_the_only_subject_of_a_paragraph():
    cases = [
        ("The nurse came.\n\nAda Berg left. Otto Marx slept.", "Ada Berg", None),
        ("The nurse came.\n\nThe mill closed. Ada Berg.", "Ada Berg", "Ada Berg"),
    ]

    def subject(reading, words):
        entity = reading.state.subject_of_paragraph(reading.at(words))
        return entity and entity.name

    assert not differences(cases, subject)


def test_which_nouns_stand_for_several():
    plurals = Plurals(ENGLISH)
    nouns = ["mayor", "mayors", "men", "family", "committees", "bus", "news"]
    assert [noun for noun in nouns if plurals.is_plural(noun)] == ["mayors", "men", "committees"]
    assert [noun for noun in nouns if not plurals.is_several(noun)] == ["mayor", "bus"]


def test_a_state_is_freed_as_soon_as_it_is_not_used():
    gc.disable()
    try:
        state = DiscourseState(described("Ada Berg said no."))
        assert state.says(0)
        assert state.subjecthood(0) > 0
        left = weakref.ref(state)
        del state
        assert left() is None
    finally:
        gc.enable()
