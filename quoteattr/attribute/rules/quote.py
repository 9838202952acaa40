"""Rules on the words inside the marks."""

from __future__ import annotations

from math import log1p

from quoteattr.attribute.documents.quote import Quote
from quoteattr.attribute.rules.grammar import rule_searcher
from quoteattr.attribute.rules.rule import Rule
from quoteattr.detect.alphabet import COMMA
from quoteattr.detect.patterns.pattern import tags

_begins_with_tag = rule_searcher("^ {SPEECH_TAG}")
#: before one capitalised word, these indicate that it was said: *he replied, “No.”*
_BEFORE_SAID = tags("END|COLON|COMMA|SAYING|SAYING_PARTICIPLE|DASH|OPEN_BRACKET")
_FINITE = frozenset(tags("AUXILIARY|COPULA"))
_FUNCTION_WORDS = tags("COPULA|AUXILIARY|PRONOUN|CUE|DETERMINER|PREPOSITION|AGENT_MARKER")
_FIRST_WORDS = tags(
    "DETERMINER|PRONOUN|PREPOSITION|COMPLEMENTIZER|AUXILIARY|COPULA|CONJUNCTION|RELATIVE"
    "|SUBORDINATOR|AGENT_MARKER|ADVERB"
)


def is_said(quote: Quote) -> bool:
    """It begins its clause, and a comma and its speaker follow: *“By May,” she said*."""
    left, right = quote.frame.left, quote.frame.right
    comma = quote.text[-1:] in ",!?" or right[:1] == COMMA
    return comma and left[-1:] in _BEFORE_SAID and _begins_with_tag(right)


def quote_title(quote: Quote) -> float:
    """Two or more words begin with a capital, and all but the short ones do or with a digit."""
    if is_said(quote):
        return 0.0
    if quote.capital_count < 2:
        return 0.0
    return float(not any(len(word) > 3 and word[:1].islower() for word in quote.words))


def quote_name(quote: Quote) -> float:
    """One word with a capital, inside a sentence: *the film “Joker”*."""
    inside = quote.frame.left[-1:] not in _BEFORE_SAID
    return float(inside and len(quote.words) == 1 and quote.text[:1].isupper())


def quote_function_words(quote: Quote) -> float:
    """Tenths of the words that are function words, as in whole clauses."""
    classes = quote.classes
    return float(10 * sum(map(classes.count, _FUNCTION_WORDS)) // max(1, len(quote.words)))


def quote_function_word(quote: Quote) -> float:
    """The quote begins with a function word."""
    first = quote.language.word_tags.get(quote.words[0].lower(), "") if quote.words else ""
    return float(first != "" and first in _FIRST_WORDS)


QUOTE_RULES: tuple[Rule, ...] = (
    Rule(
        "quote-function-word",
        quote_function_word,
        "The quote begins with a function word.",
        example=(
            "The new pier, Radu Ionescu told the harbour board, is “the shortest in the world”."
        ),
        speaker="Radu Ionescu",
    ),
    Rule(
        "quote-repeated",
        lambda quote: min(5, quote.repeated),
        "The rule counts the other quoted spans that have the same words.",
        example=(
            "Each “ghost stop” costs the line a minute. Ilse Brandt, who drives past a ghost stop "
            "every day, says that the map of 1961 shows no “ghost stop” at all."
        ),
        speaker=None,
        counts=True,
    ),
    Rule(
        "quote-echoed",
        lambda quote: quote.echoed > 0,
        "A longer quoted span of the text contains the words of the quote.",
        example=(
            "“The dam is a time bomb and we all sleep under it,” said Mirza Beg, who built it. To "
            "call it “a time bomb”, as the engineer did, is no exaggeration."
        ),
        speaker="the engineer",
    ),
    Rule(
        "quote-unmarked",
        lambda quote: min(9, quote.unmarked),
        "The rule counts how often the text has the words of the quote outside marks.",
        example=(
            "The “dry bath” is an old custom. Elif Kaya says that a “dry bath” was cheaper than "
            "coal, and that every dry bath had its own songs."
        ),
        speaker=None,
        counts=True,
    ),
    Rule(
        "quote-length",
        lambda quote: round(log1p(len(quote.words)), 2),
        "The rule measures the length of the quote.",
        example=(
            "Every valley in Liguria once had its “strega”, a woman who could cure a mule "
            "and ruin a wedding."
        ),
        speaker=None,
        counts=True,
    ),
    Rule(
        "quote-capital",
        lambda quote: quote.text[:1].isupper(),
        "The quote begins with a capital.",
        example=(
            "The trawler “Santa Rita” had been missing off Vigo for two days when a "
            "helicopter crew spotted its lifeboat."
        ),
        speaker=None,
    ),
    Rule(
        "quote-stop",
        lambda quote: quote.text[-1:] in ".!?…",
        "The quote ends as a sentence does.",
        example="Gustavo Peralta tore up the contract in front of the cameras. “Let them sue me!”",
        speaker="Gustavo Peralta",
    ),
    Rule(
        "quote-inner-comma",
        lambda quote: quote.text[-1:] == ",",
        "The quote ends with a comma.",
        example="“Somebody left the gate open,” the zookeeper in Perth conceded to Channel Six.",
        speaker="the zookeeper",
    ),
    Rule(
        "quote-capitals",
        lambda quote: float(10 * quote.capital_count // len(quote.words)) if quote.words else 0.0,
        "The rule measures the share of words of the quote with a capital, in tenths.",
        example=(
            "The fortieth Golden Reindeer for best documentary went to “The Last Typist of "
            "Tbilisi”, by Nino Kapanadze."
        ),
        speaker=None,
        counts=True,
    ),
    Rule(
        "quote-title",
        quote_title,
        "Every longer word of the quote begins with a capital.",
        example=(
            "Dancers of the Havana company will tour New Zealand with “A House of Many "
            "Doors” until the end of March."
        ),
        speaker=None,
    ),
    Rule(
        "quote-noun",
        lambda quote: quote.text[-1:].isalnum() and quote.noun_follows,
        "A noun that the quote describes follows right after it.",
        example="“Snowblind” creator Maren Vik said that a third season was out of the question.",
        speaker=None,
    ),
    Rule(
        "quote-function-words",
        quote_function_words,
        "The rule measures the share of function words in the quote, in tenths.",
        example=(
            "“What we did was for all of them and not for you,” tweeted @RadaPetkova, the "
            "skipper whom the federation in Sofia had left at home."
        ),
        speaker="@RadaPetkova",
        counts=True,
    ),
    Rule(
        "quote-finite",
        lambda quote: not _FINITE.isdisjoint(quote.classes),
        "The quote contains an auxiliary, and so a clause of its own.",
        example=(
            "According to the harbour master in Stavanger, the captain of the Aurelia “had "
            "not slept since Rotterdam”."
        ),
        speaker="the harbour master",
    ),
    Rule(
        "quote-content",
        lambda quote: quote.reading.content,
        "The rule measures the tagger’s probability that the quote is reported content.",
        example=(
            "The harbour board met behind closed doors. The plan, its chairwoman Rosa Lindgren "
            "grumbled, was “a bridge to nowhere that nobody ordered”."
        ),
        speaker="Rosa Lindgren",
        counts=True,
    ),
    Rule(
        "quote-begins",
        lambda quote: quote.reading.begins,
        "The rule measures the tagger’s probability that reported content begins with the quote.",
        example=(
            "“Whoever painted the lighthouse green will paint it white again,” the keeper of "
            "Skagen warned."
        ),
        speaker="the keeper of Skagen",
        counts=True,
    ),
    Rule(
        "quote-unsaid",
        lambda quote: quote.reading.nobody,
        "The rule measures the tagger’s probability that nobody said the words of the quote.",
        example="The ferry to Ålesund is called “Old Thunder” by everybody who sails on her.",
        speaker=None,
        counts=True,
    ),
    Rule(
        "source-elsewhere",
        lambda quote: quote.reading.elsewhere,
        "The rule measures the tagger’s probability that the source is in another paragraph.",
        example=(
            "Pilar Ocampo ran the kiosk for fifty years.\n\n"
            "“People told me things that they never told the priest. I kept all of it.”"
        ),
        speaker="Pilar Ocampo",
        counts=True,
    ),
    Rule(
        "content-before-quote",
        lambda quote: quote.reading.before,
        (
            "The rule measures the tagger’s probability that the word before the quote is "
            "reported content."
        ),
        example="Tomas Reyes insisted that the old mill was “not for sale to anybody” last week.",
        speaker="Tomas Reyes",
        counts=True,
    ),
    Rule(
        "content-after-quote",
        lambda quote: quote.reading.after,
        (
            "The rule measures the tagger’s probability that the word after the quote is reported "
            "content."
        ),
        example="Nadia Osei said that “The Last Lifeboat” was sold out when the ferry left Tema.",
        speaker=None,
        counts=True,
    ),
)
