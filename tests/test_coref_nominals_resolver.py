"""The entities that nominals stand for: *the manager*, *her husband*, *the company*."""

from copy import deepcopy

from mentions import Descriptions, Reading, read
from tables import for_each

from quoteattr.coref.nominals.antecedents import default_antecedent_model
from quoteattr.coref.nominals.resolver import OF_NOUN, OF_UNKNOWN_NOUN, NominalResolver
from quoteattr.coref.pronouns.resolver import PronounResolver
from quoteattr.detect.alphabet import NOMINAL, OBJECT_PRONOUN, PRONOMINAL

#: text, nominal, entity
CASES = [
    # a name in apposition after it
    ("Another critic, Ada Berg, left.", "Another critic", "Ada Berg"),
    ("Another critic of the mill, Ada Berg, left.", "Another critic", "Ada Berg"),
    ("Another critic, Ada Berg left.", "Another critic", None),
    ("For another critic, Ada Berg sang.", "another critic", None),
    ("Critics, Ada Berg, left.", "Critics", None),
    # an office that runs into the name, with a word that is no noun of the tables
    ("Former guard and legal contributer Ada Berg left.", "Former guard", "Ada Berg"),
    ("Former guard and the contributer Ada Berg left.", "Former guard", None),
    # nobody is a sister of her own
    ("Ida Berg, a sister, left. Ada Berg saw her sister.", "her sister", "Ida Berg"),
    ("Ida Berg, a sister, left. Ida Berg saw her sister.", "her sister", None),
    ("Ida Berg, a sister, left. She met Bo Berg. Ida saw her sister.", "her sister", "Bo Berg"),
    ("Ida Berg, a sister, left. The nurse of Ida Berg saw her sister.", "her sister", "Ida Berg"),
    # a participle between them
    ("A critic named Ada Berg left.", "A critic", "Ada Berg"),
    ("A critic identified only as Ada left.", "A critic", "Ada"),
    ("A critic identified by Ada left.", "A critic", None),
    ("Bo’s husband and son Ada Berg left.", "husband", None),
    ("With a critic and poet, Ada Berg rode on.", "a critic", None),
    ("A critic praised as Ada left.", "A critic", None),
    ("A critic who goes by Ada left.", "A critic", "Ada"),
    ("A critic who stood by Ada left.", "A critic", None),
    ("A critic who goes with Ada left.", "A critic", None),
    ("A critic named only as Ada left.", "A critic", None),
    ("A critic hired Ada Berg.", "A critic", None),
    ("A critic with Ada Berg, left.", "A critic", None),
    ("A critic, identified only as Ada, left.", "A critic", "Ada"),
    ("A critic who asked to be called Ada left.", "A critic", "Ada"),
    # a name that somebody gives
    ("A critic who gave her name only as Ada left.", "A critic", "Ada"),
    ("A critic, giving her name as Ada, left.", "A critic", "Ada"),
    ("A critic who gave the name as Ada left.", "A critic", None),
    ("A critic who gave her dog as Ada left.", "A critic", None),
    ("A critic who gave her name to Ada left.", "A critic", None),
    ("A critic who identified herself as Ada left.", "A critic", "Ada"),
    ("A critic calling herself Ada left.", "A critic", "Ada"),
    ("A critic who identified her as Ada left.", "A critic", None),
    ("A critic who praised herself as Ada left.", "A critic", None),
    ("A critic who identified herself to Ada left.", "A critic", None),
    ("A critic calling herself Ada’s friend left.", "A critic", None),
    # a name that somebody calls something
    ("A critic called Ada Berg left.", "A critic", "Ada Berg"),
    ("A critic called Ada Berg “dull”.", "A critic", None),
    ("A critic called Ada Berg a bore.", "A critic", None),
    ("A critic called Ada Berg the chief bore.", "A critic", None),
    ("A critic called Ada Berg’s play “dull”.", "A critic", None),
    ("A critic named Ada Berg “saw it all”.", "A critic", "Ada Berg"),
    ("A critic named Ada Berg the other day.", "A critic", "Ada Berg"),
    ("A critic identified as Ada Berg “saw it all”.", "A critic", "Ada Berg"),
    # the agent of a passive is not its subject, a quote between them or not
    ("Ada Berg was called “dull” by the critic.", "the critic", None),
    # a noun that is in no table, of the only one whom it describes
    ("Ada Berg, a juggler, left. The juggler sang.", "The juggler", "Ada Berg"),
    ("His opposite number, Ada Berg, left.", "His opposite number", "Ada Berg"),
    ("For his opposite number, Ada Berg sang.", "his opposite number", None),
    ("Berg, a juggler by trade, left. The juggler sang.", "The juggler", "Berg"),
    ("Berg, a juggler by Otto Lund, left. The juggler sang.", "The juggler", None),
    ("Ada Berg, a juggler, left. The old juggler sang.", "The old juggler", None),
    ("Ada Berg, a juggler, met Bo Lund, a juggler. The juggler sang.", "The juggler", None),
    ("The juggler sang. Ada Berg, a juggler, left.", "The juggler", None),
    ("Ada Berg, a juggler, left. Berg was cheered by the juggler.", "the juggler", None),
    # the subject of a further clause is not that of the first, a quote between them or not
    ("Ada Berg called it “dull”, but the critic said it was “new”.", "the critic", None),
    # a body is not, where the name is hardly a body's
    ("Ada Berg sued even though the bank said sorry.", "the bank", None),
    ("Vantro sued even though the bank said sorry.", "the bank", "Vantro"),
    ("Tove Aas slept in the hall. The airline said sorry.", "The airline", None),
    # after a subject a verb closes the apposition, too
    ("The critic, Ada Berg sang.", "The critic", "Ada Berg"),
    ("Otto Marx met the critic, Ada Berg sang.", "the critic", None),
    # a noun for people is a person's, one for groups no person's
    ("The committee, Unilog, met.", "The committee", "Unilog"),
    ("The committee, Mr. Ada Berg, met.", "The committee", None),
    ("The critic, Unilog, met.", "The critic", "Unilog"),
    # a last name that is a noun for bodies
    ("The critic, Grace Church, left.", "The critic", "Grace Church"),
    ("The critic, Brack Church, left.", "The critic", None),
    ("The critic, Grace Brack Church, left.", "The critic", None),
    ("Ada Berg met the committee, Unilog.", "the committee", "Unilog"),
    ("A committee, Ada Berg, met.", "A committee", "Ada Berg"),
    ("A committee, Dr. Ada Berg, met.", "A committee", None),
    ("A committee, Azlan Moor, met. Azlan Moor lost her job.", "A committee", None),
    ("A report, Dr. Ada Berg, left.", "A report", "Ada Berg"),
    ("A critic, Brack Council, left.", "A critic", None),
    # after a preposition one for groups stands by itself
    ("In a committee, Unilog, met.", "a committee", None),
    ("In a critic, Ada Berg, met.", "a critic", "Ada Berg"),
    # with where the person is from, or for whom
    ("A critic, Ada Berg of Brack, left.", "A critic", "Ada Berg"),
    ("A critic, Ada Berg of the port at Brack, left.", "A critic", "Ada Berg"),
    ("A critic, Ada Berg of Brack left.", "A critic", None),
    ("A critic, Unilog’s Ada Berg, left.", "A critic", "Ada Berg"),
    ("A critic of Unilog’s Ada Berg, left.", "A critic", None),
    ("In a note to a critic, Ada Berg of Brack, left.", "a critic", None),
    # a name before it that it describes
    ("Ada Berg, a manager, left.", "a manager", "Ada Berg"),
    ("Ada Berg, a manager has left.", "a manager", None),
    ("Ada Berg, a manager and a spokesman, left.", "a spokesman", "Ada Berg"),
    ("Ada Berg, a manager, met Otto. Ada Berg and a manager, left.", "a manager", None),
    ("Ada Berg, the manager, left.", "the manager", "Ada Berg"),
    ("Ada Berg, the manager and spokesman, left.", "spokesman", "Ada Berg"),
    ("Ada Berg (the manager) left.", "the manager", "Ada Berg"),
    ("Ada Berg and the manager, left.", "the manager", None),
    ("Ada Berg, the manager said.", "the manager", None),
    # the only body whose name has the noun as its head
    (
        "Reporters met the Bank of Tresk in May. It rained. It snowed. The bank left.",
        "The bank",
        "Bank of Tresk",
    ),
    (
        "Reporters met Holmlight Studios in May. It rained. It snowed. The studio left.",
        "The studio",
        "Holmlight Studios",
    ),
    ("Tresk Bank backed the bank.", "the bank", None),
    # after a noun that introduced somebody without a name
    ("Ada Berg met an expert. The expert left.", "The expert", None),
    (
        "Ada Berg met an expert. Then the expert Ida Holm sang. The expert left.",
        "The expert",
        "Ida Holm",
    ),
    ("Ada Berg, an expert by trade, left. The expert sang.", "The expert", "Ada Berg"),
    ("Ada Berg was an expert. The expert sang.", "The expert", "Ada Berg"),
    ("An expert won. Ada Berg, 40, sang. The expert left.", "The expert", "Ada Berg"),
    ("Ada Berg is boss. One Brack CEO said no.", "One Brack CEO", None),
    # an office that runs into a name
    ("Secretary of State Ada Berg left.", "Secretary", "Ada Berg"),
    ("Secretary of Ada Berg left.", "Secretary", None),
    # a relative: described so, or the only other person of that last name
    ("Ada Berg came. Her husband, Otto Marx, left. Her husband slept.", "Her husband", "Otto Marx"),
    ("Ada Berg met Otto Berg. Her husband slept.", "Her husband", "Otto Berg"),
    ("Ada Berg met Otto Berg. Her nurse slept.", "Her nurse", None),
    ("Ada Berg met Otto Berg and Kai Berg. Her husband slept.", "Her husband", None),
    ("Ada Berg met Otto Berg. Their husband slept.", "Their husband", None),
    ("Otto Marx met Otto Berg. Her husband slept.", "Her husband", None),
    ("Ada Berg met Otto Berg. Otto Berg’s mother slept.", "mother", "Ada Berg"),
    ("Ada Berg met Otto Berg. Otto Berg’s nurse slept.", "nurse", None),
    ("Ada Berg met Unilog. Unilog’s mother slept.", "mother", None),
    ("Ada Berg, a nurse, came. Her nurse slept.", "Her nurse", None),
    ("Azlan Berg met Kai Berg. Their husband slept.", "Their husband", None),
    # whoever was described so; not an indefinite one, nor several
    ("Ada Berg, the mayor, came. The mayor slept.", "The mayor", "Ada Berg"),
    ("Ada Berg, the mayor, came. A mayor slept.", "A mayor", None),
    ("Ada Berg, the mayor, came. The mayors slept.", "The mayors", None),
    ("Ada Berg, the mayor, came. Mayor slept.", "Mayor", None),
    ("Ada Berg, the PAHO Director, came. PAHO Director slept.", "PAHO Director", "Ada Berg"),
    ("Ada Berg, the mayor, came. Brack’s mayor slept.", "mayor", "Ada Berg"),
    # who asked does not answer
    ("“Is it late?” Ada Berg, the mayor, asked. “Yes,” the mayor said.", "the mayor", None),
    ("“It is late,” Ada Berg, the mayor, said. “Yes,” the mayor said.", "the mayor", "Ada Berg"),
    # an age, and only that of a definite nominal
    ("Ada Berg, 44, came. The 44-year-old, she said.", "The 44-year-old", "Ada Berg"),
    ("Ada Berg, 44, came. A 44-year-old, she said.", "A 44-year-old", None),
    ("Ada Berg, 44, came. The four-year-old, she said.", "The four-year-old", None),
    ("Ada Berg, 44, came. The idol, she said.", "The idol", None),
    # a body that was the last subject, where it speaks
    ("Unilog grew. “No,” the company said.", "the company", "Unilog"),
    ("Unilog grew. “No,” the old company said.", "the old company", None),
    ("Unilog grew. “No,” the nurse said.", "the nurse", None),
    ("Unilog grew. The company shrank.", "The company", "Unilog"),
    (
        "Unilog grew. Nordwind Energy is a company. “No,” the company said.",
        "the company",
        "Nordwind Energy",
    ),
    ("Unilog grew. To Brack. “No,” the company said.", "the company", None),
    ("Unilog grew. To Brack. To Brack. “No,” the company said.", "the company", None),
    ("Ada Berg grew. “No,” the company said.", "the company", None),
    ("Dr. Lund grew. “No,” the company said.", "the company", None),
    ("Azlan Moor lost her job. “No,” the company said.", "the company", None),
    ("Unilog said so. Unilog said so. “No,” the company said.", "the company", "Unilog"),
    ("Brack Council grew. “No,” the company said.", "the company", "Brack Council"),
    # the only body so far
    ("The man left Unilog. “No,” the company said.", "the company", "Unilog"),
    ("Unilog grew. The man left. “No,” the company said.", "the company", "Unilog"),
    ("The man left Quill Hands. “No,” the company said.", "the company", "Quill Hands"),
    ("The man left Unilog for Vantro. “No,” the company said.", "the company", None),
    ("The man left Unilog. A company closed. “No,” the company said.", "the company", None),
    ("A company closed. The man left Unilog. “No,” the company said.", "the company", "Unilog"),
    ("The man left Unilog. “No,” the bank said.", "the bank", "Unilog"),
    ("The man left Unilog. “No,” the business said.", "the business", "Unilog"),
    ("The man fled to Unilog. “No,” the bank said.", "the bank", None),
    ("The man fled to Unilog. “No,” the company said.", "the company", "Unilog"),
    ("The man left Unilog. “No,” the court said.", "the court", None),
    ("The man left Unilog. The bank burnt.", "The bank", None),
    ("The man left Unilog. “No,” the old company said.", "the old company", None),
    ("The man left Ada Mills. “No,” the company said.", "the company", None),
    ("The man left Moor Ilves. “No,” the company said.", "the company", None),
    ("The man left FERRY LINE. “No,” the company said.", "the company", None),
    ("The man left Brack Airways. “No,” the hospital said.", "the hospital", None),
    ("FERRY LINE grew. “No,” the company said.", "the company", None),
    ("Life in Brack is slow. Brack grew. “No,” the company said.", "the company", None),
    # the newspaper last named
    (
        "Brack Times came out. Tresk Times came out. The article is bad.",
        "The article",
        "Tresk Times",
    ),
    ("The article is bad. Brack Times came out.", "The article", None),
    ("Unilog came out. The article is bad.", "The article", None),
    # the last word of a name
    ("Ada Berg came. Otto Idol slept. The idol, she said.", "The idol", "Otto Idol"),
    ("Ada Berg came. Otto Marx slept. The idol, she said.", "The idol", None),
    ("Brack Mill came. The mill closed.", "The mill", "Brack Mill"),
    ("Brack Mill came. A mill closed.", "A mill", None),
    ("Mr. Brack Mill came. The mill closed.", "The mill", None),
]


def test_the_entity_of_a_nominal():
    wrong = []
    for text, nominal, name in CASES:
        reading = Reading(text)
        entity = reading.state.of_chunk.get(reading.at(nominal))
        if (entity and entity.name) != name:
            wrong.append((text, nominal, entity and entity.name))
    assert wrong == []


#: a text in which *the carrier* stands, and the body that it is
OF_A_KIND = [
    ("Brack Airways grew. The carrier left.", "Brack Airways"),
    ("The Airways of Brack grew. The carrier left.", "Airways of Brack"),
    ("Ada Berg left Brack Airways. The carrier left.", "Brack Airways"),
    ("Brack Airways said so. The carrier left.", "Brack Airways"),
    ("Brack Airways met Quill Games. The carrier left.", None),
    ("Brack Airways met Dalby Airways. The carrier left.", None),
    ("Dalby Airways Flight 175 met Brack Airways. The carrier left.", None),
    ("Brack Airways backed The carrier.", None),
    ("Quill Games grew. The carrier left.", None),
    ("Airways Policy grew. The carrier left.", None),
]


@for_each(("text", "name"), OF_A_KIND)
def test_the_only_body_of_a_kind(text, name):
    coreference = read(text, model=Descriptions(text))
    entity = coreference.entity_of(coreference.chunks.heads.index("carrier"))
    assert (entity and entity.name) == name


#: a text in which *the company* stands, and the body whose officer speaks of it
OFFICERS = [
    ("Vantro fell. Vantro CEO Ida Berg left, and the company fell.", "Vantro"),
    ("Vantro fell. Former Vantro CEO Ida Berg left, and the company fell.", "Vantro"),
    ("Vantro fell. A Vantro spokesman left, and the company fell.", "Vantro"),
    ("Vantro’s founder left, and the company fell.", "Vantro"),
    ("The founder of Vantro left, and the company fell.", "Vantro"),
    ("A spokesman for Vantro left, and the company fell.", "Vantro"),
    ("The founder of Vantro, Ida Berg, left, and the company fell.", "Vantro"),
    # an analyst speaks of others; another body is nearer; another sentence
    ("Vantro fell. Vantro analyst Ida Berg left, and the company fell.", None),
    ("Vantro’s analyst left, and the company fell.", None),
    ("A founder in Vantro left, and the company fell.", None),
    ("The teacher of Vantro left, and the company fell.", None),
    ("Vantro fell. Vantro CEO Ida Berg left Quill, and the company fell.", None),
    ("Vantro fell. Vantro CEO Ida Berg left. And the company fell.", None),
    # another word says more; the office is of no body that the article names, or of a person
    ("Vantro fell. Vantro CEO Ida Berg left, and the old company fell.", None),
    ("Vantro CEO Ida Berg left, and the company fell.", None),
    ("Mr. Moor’s founder left, and the company fell.", None),
]


@for_each(("text", "name"), OFFICERS)
def test_the_body_of_an_officer(text, name):
    coreference = read(text, model=Descriptions(text))
    entity = coreference.entity_of(coreference.chunks.heads.index("company"))
    assert (entity and entity.name) == name


def test_a_body_of_some_kind_is_not_that_of_any_officer():
    text = "Vantro fell. Vantro CEO Ida Berg left, and the court fell."
    coreference = read(text, model=Descriptions(text))
    assert coreference.entity_of(coreference.chunks.heads.index("court")) is None


def test_an_officer_far_before_in_his_sentence():
    text = "Vantro fell. Vantro CEO Ida Berg left {}and the company fell."
    near, far = text.format("on foot " * 5), text.format("on foot " * 30)
    names = []
    for words in (near, far):
        coreference = read(words, model=Descriptions(words))
        entity = coreference.entity_of(coreference.chunks.heads.index("company"))
        names.append(entity and entity.name)
    assert names == ["Vantro", None]


#: a text that ends in *the company*, which speaks or not, and the body of the sentence before
TOPICS = [
    ("Vantro opened a mill. The company fell.", "Vantro"),
    ("Vantro opened a mill in May. The bank fell.", None),
    ("Vantro opened a mill in May. They left the company.", None),
    ("Vantro opened a mill in May. It rained. The company fell.", "Vantro"),
    ("Vantro opened a mill in May.\n\nThe company fell.", "Vantro"),
    ("Ida Berg opened a mill in May. The company fell.", None),
    ("Zzyx Berg opened its mill in May. The company fell.", "Zzyx Berg"),
    ("Zzyx Berg opened its clinic in May. The company fell.", "Zzyx Berg"),
    ("Zzyx Berg opened a mill in May. The company fell.", None),
    ("Its Vantro phone opened the show. The company fell.", None),
    ("Vantro opened a mill in May. The old company fell.", None),
]


@for_each(("text", "name"), TOPICS)
def test_the_body_of_the_sentence_before(text, name):
    coreference = read(text, model=Descriptions(text))
    heads = coreference.chunks.heads
    entity = coreference.entity_of(heads.index("bank" if "bank" in heads else "company"))
    assert (entity and entity.name) == name


#: for the reason of each strategy, a text, and a nominal whose entity it finds
FOUND_BY = {
    "the name is next to it": ("Another critic, Ada Berg, left.", "Another critic"),
    "the text names one such relative": ("Ada Berg met Otto Berg. Her son sat.", "Her son"),
    "this relative has the same last name": (
        "Ada Berg met Otto Berg. Otto Berg’s mother sat.",
        "mother",
    ),
    "it is the newspaper named last": ("Tresk Times came out. The article is bad.", "The article"),
    "no other name so far has this noun": (
        "Ada met the Bank of Tresk in May. It rained. The bank sat.",
        "The bank",
    ),
    "no other name so far is of this kind": (
        "Brack Airways grew. The carrier left.",
        "The carrier",
    ),
    "somebody with an office there speaks": (
        "Vantro’s founder left, and the company fell.",
        "the company",
    ),
    "nobody else so far has this role there": (
        "President Ada Moor of Tresk met President Bo Holm of Brack. The Tresk president left.",
        "The Tresk president",
    ),
    "nobody else so far has this role": (
        "Ada Berg, an actor, met Bo Holm. The actor sang.",
        "The actor",
    ),
    "it fits nobody else so far as well": (
        "Ada Berg, 44, the late mayor, came. The old mayor slept.",
        "The old mayor",
    ),
    "the sentence before is about it": ("Unilog grew. The company shrank.", "The company"),
    "no other organization is named so far": (
        "The man left Unilog. “No,” the company said.",
        "the company",
    ),
    "the name follows it": ("His opposite number, Ada Berg, left.", "His opposite number"),
    "the text gives this age": (
        "Ada Berg, 44, came. The 44-year-old, she said.",
        "The 44-year-old",
    ),
    "nobody else so far is described so": (
        "Ada Berg, a juggler, left. The juggler sang.",
        "The juggler",
    ),
    "the name ends with this noun": ("Brack Mill came. The mill closed.", "The mill"),
}


@for_each(("reason", "case"), FOUND_BY.items())
def test_why_a_nominal_refers_to_the_entity(reason, case):
    text, nominal = case
    reading = Reading(text)
    assert reading.state.antecedent(reading.at(nominal)).reason == reason


def test_each_strategy_has_a_case():
    assert {s.reason for s in (*OF_NOUN, *OF_UNKNOWN_NOUN)} == FOUND_BY.keys() | {""}


def test_to_resolve_a_mention_changes_nothing():
    text = (
        "Ada Berg, the mayor, met Vantro. It backed the council. A guard sang. He left. She said"
        " the mayor would ask them. The company fell. The 44-year-old told the juggler."
    )
    state = Reading(text).state
    before = deepcopy(_values(state))
    pronouns = PronounResolver(state)
    nominals = NominalResolver(state, default_antecedent_model())
    for i, tag in enumerate(state.tags):
        if tag in PRONOMINAL:
            pronouns.resolve(i, 0)
        elif tag == OBJECT_PRONOUN:
            pronouns.resolve_object(i, 0)
        elif tag in NOMINAL:
            nominals.resolve(i, OF_NOUN)
            nominals.resolve(i, OF_UNKNOWN_NOUN)
    assert _values(state) == before


def _values(state):
    """What a state holds, with the entities by their ids."""
    genders = {e.name: dict(e.gender) for e in state.table.entities}
    names = {i: e and e.name for i, e in state.of_chunk.items()}
    ruled_out = {noun: {e.name for e in entities} for noun, entities in state.ruled_out.items()}
    chunks = [mention.chunk for mention in state.mentions]
    return genders, names, ruled_out, chunks, state.nameless, dict(state.person_likeness)
