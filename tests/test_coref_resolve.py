"""The two readings of an article: which mentions each of them resolves, and how."""

from mentions import described, read, speakers

from quoteattr.coref.coreference import Coreference
from quoteattr.coref.discourse import Antecedent
from quoteattr.coref.nominals.apposed_names import ApposedNames
from quoteattr.coref.pronouns.resolver import PronounResolver
from quoteattr.coref.resolve import resolve
from quoteattr.records import Span

#: a text, a mention, and whom all mentions of these words stand for
CASES = [
    ("Ida Berg left. Berg slept.", "Berg", ["Ida Berg"]),
    ("Tricia Miller left.\nMiller told them to stay.", "Miller", ["Tricia Miller"]),
    ("IDA BERG: No.\nBO HOLM: Yes.", "IDA BERG", ["IDA BERG"]),
    # an office in capitals is no name
    ("Ida Berg, the director, left, and the Director noted it.", "the Director", ["Ida Berg"]),
    # what is sure on the first reading shows a gender on the second
    ("Azlan Moor left. Moor is a man. “No,” he said.", "he", ["Azlan Moor"]),
    ("Ida Berg, the mayor, left. “No,” the mayor said.", "the mayor", ["Ida Berg", "Ida Berg"]),
    ("He lives in the Bay Area. The area on the lake is big.", "The area", ["Bay Area"]),
    # a noun of no list is not described by the model
    ("Ida Berg left the hut. “No,” the hut said.", "the hut", ["the hut", "the hut"]),
    ("Ida Berg, who left, said no.", "who", ["Ida Berg"]),
    ("Ida Berg left. “No,” she said.", "she", ["Ida Berg"]),
]
#: a text, and the sentences of its mentions
SENTENCES = [
    ("Ida Berg left. Bo Holm slept.\nAda Moor sang.", [0, 1, 3]),
    ("“Why?” Ida Berg left.", [1]),
    ("“No!” Ida Berg left.", [1]),
    ("“Why?” he said.", [0]),
    ("“Why,” Ida Berg said.", [0]),
]


class CountingModel:
    """A model that chooses nobody, and keeps what it is asked about."""

    def __init__(self):
        self.asked = []

    def choose(self, state, i):
        """Keep the words."""
        self.asked.append(state.names.whole(i))
        return Antecedent()


def test_whom_mentions_stand_for():
    assert [
        (text, mention, expected, ours)
        for text, mention, expected in CASES
        if (ours := speakers(text, mention)) != expected
    ] == []


def test_sentences_are_counted_by_full_stops_and_quotes():
    states = [(text, sentences, resolve(described(text))) for text, sentences in SENTENCES]
    assert [
        (text, sentences, ours)
        for text, sentences, state in states
        if (ours := [mention.sentence for mention in state.mentions]) != sentences
    ] == []


def test_the_model_is_asked_about_known_nouns_on_the_second_reading():
    model = CountingModel()
    read("Ida Berg left. The mayor slept. The hut sank.", model=model)
    assert model.asked == ["The mayor"]


def test_a_cluster_decides_before_anything_else():
    text = "Ida Berg met Bo Holm. “No,” she said."
    chunks = read(text).chunks
    she, holm = text.index("she"), text.index("Bo Holm")
    cluster = [Span(holm, holm + 7), Span(she, she + 3)]
    coreference = Coreference(text, chunks, [cluster])
    assert coreference.speaker(chunks.starts.index(she)) == "Bo Holm"


def test_the_first_reading_ends_at_the_last_pronoun_that_shows_a_gender(monkeypatch):
    asked = list[str]()
    pronouns, nominals = PronounResolver.resolve, ApposedNames.find

    def resolve_pronoun(resolver, i, sentence):
        asked.append(resolver._heads[i])
        return pronouns(resolver, i, sentence)

    def resolve_nominal(resolver, i):
        asked.append(resolver._heads[i])
        return nominals(resolver, i)

    monkeypatch.setattr(PronounResolver, "resolve", resolve_pronoun)
    monkeypatch.setattr(ApposedNames, "find", resolve_nominal)
    resolve(described("The mayor met Ida Berg, who left. She slept. It rained. The baker sang."))
    first, second = ["mayor", "who", "she"], ["mayor", "who", "she", "it", "baker"]
    assert asked == [*first, *second]
