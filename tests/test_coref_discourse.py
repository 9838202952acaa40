"""Which mentions a later one can go back to, and who is still spoken about."""

import gc
import weakref

from mentions import Reading, described, differences, speakers
from tables import for_each

from quoteattr.coref.discourse import KEPT_MENTIONS, DiscourseState
from quoteattr.coref.resolve import resolve

CASES = [
    # label, text, mention, speakers
    (
        "a subject opens its sentence",
        "The committee met. It asked for more.",
        "It",
        ["The committee"],
    ),
    (
        "an office answers what somebody else asked",
        "Otto Marx asked Ada Berg, the mayor, where she was. “At home,” the mayor said.",
        "the mayor",
        ["Ada Berg", "Ada Berg"],
    ),
    (
        "what opens a sentence is the better antecedent",
        "Sasha Wren met Nicole Berg in Brack. “No,” he said.",
        "he",
        ["Sasha Wren"],
    ),
    (
        "what follows a preposition is a worse one",
        "The lawyer for Bolormaa Dorj wept.\n\nShe said no.",
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
        "Bolormaa Dorj, the mayor of Brack, came. The lawyer for Ruth Amsel wept. “No,” she said.",
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


def test_which_names_may_be_a_body_or_a_person():
    cases = [
        # text, name, (may be a body, may be a person)
        ("Unilog left.", "Unilog", (True, False)),
        ("Unilog said no.", "Unilog", (True, True)),
        ("Unilog, an idol, left.", "Unilog", (True, False)),
        ("Unilog lost her job.", "Unilog", (True, False)),
        ("Nicole left.", "Nicole", (False, False)),
        ("Unilog Brack left.", "Unilog Brack", (False, True)),
        ("Holt Rail left.", "Holt Rail", (True, True)),
        ("Lee Hye-ri left.", "Lee Hye-ri", (False, True)),
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
        ("The londoner slept.", "", [("londoner", "", 0)]),
        ("The acrobat slept.", "", [("acrobat", "", 0)]),
        ("The committee slept.", "", []),
        ("Unilog grew. It shrank.", "", [("Unilog", "", 0), ("Unilog", "n", 1)]),
        ("It rained.", "", []),
        # not who signs the article
        ("A tale\n\nBy Ada Berg\n\nThe nurse slept.", "", [("nurse", "", 2)]),
        ("By Ada Berg, Brack\n\nThe nurse slept.", "", [("Brack", "", 0), ("nurse", "", 1)]),
        ("By Ada Berg and Otto Marx", "", [("Otto Marx", "", 0)]),
        ("By a nurse\n\nThe nurse slept.", "", [("nurse", "", 1)]),
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


def test_only_the_last_mentions_are_kept():
    state = resolve(described("Ada Berg left. " * (KEPT_MENTIONS + 10)))
    assert len(state.mentions) == KEPT_MENTIONS
    assert state.mentions[-1].sentence == KEPT_MENTIONS + 9


def test_whom_the_text_has_introduced_without_a_name():
    cases = [
        ("An expert spoke. The expert left.", "The expert", True),
        ("The expert spoke. The expert left.", "The expert", False),
        ("Former expert spoke. The expert left.", "The expert", False),
        (f"An expert spoke{' and so on' * 200}. The expert left.", "The expert", False),
        # no group, and nobody who is named
        ("A committee met. The committee left.", "The committee", False),
        ("Ada Berg is an expert. The expert left.", "The expert", False),
        ("Ada Berg, an expert by trade, sang. The expert left.", "The expert", False),
        # nobody is named for the first time in between; bodies may be
        ("An expert spoke. Ada Berg came. The expert left.", "The expert", False),
        ("Ada Berg came. An expert spoke. Ada Berg left. The expert wept.", "The expert", True),
        ("An expert spoke. Unilog Council grew. The expert left.", "The expert", True),
    ]
    nameless = lambda r, words: r.state.has_nameless_antecedent(r.at(words))  # noqa: E731
    assert not differences(cases, nameless)


def test_only_so_many_mentions_are_recent():
    reading = Reading("The nurse left. " * 26)
    last = [mention.sentence for mention in reading.state.recent()]
    assert (len(last), last[0], last[-1]) == (24, 25, 2)


def test_whom_nouns_have_called():
    nouns = Reading("The mayor, Ada Berg, left. The sailor slept.").state.last_referents
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


def test_a_state_is_freed_as_soon_as_it_is_not_used():
    gc.disable()
    try:
        state = DiscourseState(described("Ada Berg said no."))
        assert state.sentences.says(0)
        assert state.sentences.is_subject(0)
        left = weakref.ref(state)
        del state
        assert left() is None
    finally:
        gc.enable()


@for_each(
    ("text", "name", "is_unmarked"),
    [
        ("Norwin Sachs left.", "Norwin Sachs", True),
        # a given name, a family name before the given ones, a title, a role, a pronoun
        ("Ada Sachs left.", "Ada Sachs", False),
        ("Tan See Leng left.", "Tan See Leng", False),
        ("Mr. Norwin Sachs left.", "Norwin Sachs", False),
        ("Norwin Sachs, a nurse, left.", "Norwin Sachs", False),
        ("Norwin Sachs lost her job. She sang.", "Norwin Sachs", False),
    ],
)
def test_what_shows_a_person(text: str, name: str, is_unmarked: bool) -> None:
    reading = Reading(text)
    assert reading.state.has_no_sign_of_person(reading.entity(name)) is is_unmarked


def test_only_resolutions_that_show_more_than_an_entity_are_kept():
    reading = Reading("Ada Berg met Otto Marx. Berg left. “No,” she said. The mill closed.")
    state = reading.state
    assert state.antecedent(reading.at("Ada Berg")).entity is reading.entity("Ada Berg")
    assert state.antecedent(reading.at("she")).lead
    assert len(state._antecedents) < len(state.of_chunk) / 2
