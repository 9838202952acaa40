"""Correct the tags of tokens by their context: which capitals are names, which verbs are nouns.

A word with a capital is a name, or begins a sentence, or is in a headline. *Report* is a noun
inside a nominal and a verb elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain, islice

from quoteattr.detect.alphabet import (
    ACCORDING_TO,
    ADVERB,
    AUXILIARY,
    COLON,
    COMMA,
    COPULA,
    CUE,
    CUE_NOUN,
    DETERMINER,
    END,
    ING_FORM,
    LABEL,
    NAME,
    NUMBER,
    OBJECT_PRONOUN,
    OTHER_WORD,
    PAST_FORM,
    PREPOSITION,
    SAYING,
    TIME,
)
from quoteattr.detect.context.article_words import (
    OPENING,
    capital_words,
    last_names,
    names_of_times,
    ordinary_openers,
    partitives,
)
from quoteattr.detect.context.handles import is_handle
from quoteattr.detect.context.headlines import CLOSED, in_headline
from quoteattr.detect.patterns.pattern import tags
from quoteattr.detect.token import EDGE, Token, tag_at, word_at
from quoteattr.language import Language

#: tags that the context may change
_UNSURE = frozenset(tags("CUE|CUE_PARTICIPLE|DETERMINER|PREPOSITION"))
#: tags of words that are never the second word of a name
_NO_SECOND = frozenset(tags("PRONOUN|DETERMINER|RELATIVE|TIME"))
#: tags that may follow a word with a capital that begins a sentence and is not a name
_AFTER_OPENING = {
    ADVERB: tags("COMMA|DETERMINER"),
    PAST_FORM: tags("PREPOSITION|DETERMINER"),
    ING_FORM: tags("PREPOSITION|DETERMINER|NAME"),
}
#: tags that begin a nominal without a head so far, and that continue it
_DETERMINERS = tags("DETERMINER|POSSESSIVE")
_MODIFIERS = tags("OTHER_WORD|NUMBER|PAST_FORM|ING_FORM|NAME|ADVERB|CUE_NOUN")
#: tags that continue a prepositional phrase
_IN_PHRASE = tags("OTHER_WORD|PAST_FORM|ING_FORM|ADVERB|NUMBER")
_FINITE = tags("CUE|PAST_FORM")
#: tags of the verb after a subject
_PREDICATES = tags("CUE|COPULA|AUXILIARY")
_AUXILIARIES = tags("COPULA|AUXILIARY")
_NOUNS = tags("OTHER_WORD|CUE_NOUN")
#: words that keep their class with a capital in the middle of a sentence
_SMALL_WORDS = tags("PREPOSITION|ADVERB")
#: tags that begin the complement of a noun, and that stand next to an object pronoun
_COMPLEMENT_OPENINGS = tags("COMPLEMENTIZER|PREPOSITION|AGENT_MARKER")
_BEFORE_OBJECT = tags("CUE|CUE_PARTICIPLE|PREPOSITION|ACCORDING_TO")
_AFTER_OBJECT = tags(
    "COMMA|COLON|QUOTE|COMPLEMENTIZER|PRONOUN|SENTENCE_END|SUBORDINATOR|PREPOSITION"
)
#: tags that follow a verb that reports, and those that follow one that cannot be a noun
_AFTER_CUE = tags("COMMA|COLON|QUOTE|COMPLEMENTIZER|PRONOUN|NAME|DETERMINER|SENTENCE_END")
_AFTER_SAYING = _AFTER_CUE + PREPOSITION
#: tags before a clause, and tags that end a subject
_BEFORE_CLAUSE = tags("CUE|COMPLEMENTIZER|COMMA|SENTENCE_END")
_SUBJECT_ENDS = tags("NOUN_PHRASE|PRONOUN|OTHER_WORD|RELATIVE|CLOSE_BRACKET")
#: tags before an office that is spelt like a verb: *Olympic | champion Ida Berg*
_BEFORE_OFFICE = frozenset(tags("NAME|OTHER_WORD"))
#: maximum number of tokens of a question
_QUESTION = 60


def tag_in_context(tokens: Sequence[Token], language: Language) -> list[Token]:
    """Correct the tags of an article's tokens.

    Args:
        tokens: the tokens in order, tagged by their words alone.
        language: the language of the article.
    """
    return list(_ContextTagger(tokens, language).tagged())


class _WordSets:
    """Sets derived from several tables of a language."""

    def __init__(self, language: Language) -> None:
        self.speaking = language.speaking_nouns
        #: words that a capital at the start of a sentence does not make a name
        self.listed = language.word_tags.keys() | language.speaking_nouns
        #: verbs that are spelt like nouns: without inflection
        self.bases = language.reporting | language.saying | language.verbal_nouns


class _ContextTagger:
    """Corrects the tags of one article, from left to right."""

    def __init__(self, tokens: Sequence[Token], language: Language) -> None:
        self._tokens, self._language = tokens, language
        self._words = language.derived(_WordSets)
        #: words that are not names in this article
        self._common = {token.word for token in tokens if not token.capital}
        capitals = self._capitals = capital_words(tokens)
        self._common |= partitives(capitals, language) | ordinary_openers(capitals, language)
        self._has_accounts = not language.accounts.isdisjoint(token.word for token in tokens)
        self._names_of_times = names_of_times(capitals, language)
        self._last_names = last_names(capitals)
        self._in_headline = in_headline(tokens)

    @cached_property
    def _full_names(self) -> set[str]:
        """The last names after given names, rarely asked for."""
        return last_names(self._capitals, self._language.given_names)

    def tagged(self) -> Iterator[Token]:
        """The tokens with their final tags."""
        infinitive = self._language.infinitive
        last = EDGE
        #: whether the last token is in a nominal without a head so far, and in a prepositional
        #: phrase
        nominal = phrase = False
        followings = chain(islice(self._tokens, 1, None), [EDGE])
        for i, (token, following) in enumerate(zip(self._tokens, followings, strict=False)):
            tag = self._tag(i, last, following, nominal, phrase)
            capital = tag == NAME
            last = token
            if tag != token.tag or capital != token.capital:
                last = Token(tag, token.start, token.end, token.word, capital)
            nominal = tag in _DETERMINERS or (nominal and tag in _MODIFIERS)
            phrase = (tag == PREPOSITION and last.word not in infinitive) or (
                phrase and tag in _IN_PHRASE
            )
            yield last

    def _tag(self, i: int, last: Token, following: Token, nominal: bool, phrase: bool) -> str:
        """The final tag of token i, given the one before it."""
        token, language = self._tokens[i], self._language
        tag = token.tag
        if token.word in language.clock_words and (last.tag == TIME or last.word[:1].isdigit()):
            return TIME  # *8:30 PM*
        if token.capital and tag != LABEL:
            return self._tag_capitalised(i, last, following)
        if self._has_accounts and self._follows_account(i, last) and self._is_user_name(token):
            return NAME
        if tag == TIME and token.word in language.weekdays_months:
            return OTHER_WORD
        if token.word in language.time_subordinators and following.tag in _FINITE:
            return ADVERB  # *X, who once called her*
        if tag not in _UNSURE:
            return tag
        if phrase and token.word in language.cue_nouns and following.tag in _COMPLEMENT_OPENINGS:
            return CUE_NOUN
        if self._heads_nominal(i, last, following, nominal):
            return OTHER_WORD
        return self._tag_unsure(token, last, following, nominal)

    def _follows_account(self, i: int, last: Token) -> bool:
        """Whether a noun for an account precedes token i: *user mara_h*, *a user named mara_h*.

        Also before a comma, with the user name in apposition: *one user, mara_h, wrote*.
        """
        accounts = self._language.accounts
        apposed = last.tag == COMMA and tag_at(self._tokens, i + 1) == COMMA
        linked = apposed or last.word in self._language.naming
        return last.word in accounts or (linked and word_at(self._tokens, i - 2) in accounts)

    def _is_user_name(self, token: Token) -> bool:
        """Whether a lower-case word is a user name: not in the dictionary, or a handle."""
        if is_handle(token.word):
            return True
        word, language = token.word, self._language
        ordinary = word in language.ordinary_words or word in self._words.listed
        return token.tag == OTHER_WORD and word.isalpha() and not ordinary

    def _tag_capitalised(self, i: int, last: Token, following: Token) -> str:
        """The tag of a word with a capital: a name, unless position or tables explain it."""
        token = self._tokens[i]
        tag, word = token.tag, token.word
        if self._in_headline[i]:
            return self._tag_in_headline(token)
        if tag == AUXILIARY and last.tag in OPENING and self._asks(i):
            return tag  # *Will Google pay?*, but *Will Young sang.*
        if word in self._names_of_times:
            return TIME if last.tag == PREPOSITION or following.tag == NUMBER else NAME
        if tag in CLOSED or tag == TIME:
            return tag
        if last.tag in OPENING:
            return NAME if self._opens_body(i) else self._tag_opening(token, following)
        if self._is_month(word, last, following):
            return TIME
        if following.tag == COLON and word in self._language.credits:
            return OTHER_WORD  # *Ida Berg Credit: Tresk Post*
        is_small = tag in _SMALL_WORDS and word in self._language.word_tags
        if is_small and not (last.capital or following.capital):
            return tag
        return tag if tag == PREPOSITION else NAME

    def _is_month(self, word: str, last: Token, following: Token) -> bool:
        """Whether a word is a month, not a name: *In May Ida Berg said*, *it closed in May*.

        It is not if the article uses it as a last name, *Ida May*.
        """
        language = self._language
        if word not in language.name_months or last.word not in language.place_prepositions:
            return False
        if following.capital:
            return following.word in language.given_names
        return word not in self._last_names

    def _tag_in_headline(self, token: Token) -> str:
        """The tag of a word in a headline: a name only if it never occurs in lower case."""
        language, word = self._language, token.word
        listed = word in self._words.listed or word in self._common
        ordinary = word in language.ordinary_words and word not in language.given_names
        return token.tag if listed or ordinary else NAME

    def _tag_opening(self, token: Token, following: Token) -> str:
        """The tag of a word with a capital at the start of a sentence."""
        tag, word, words = token.tag, token.word, self._words
        if word.partition("-")[0] in self._language.openers:
            return OTHER_WORD  # *Sixty-six of the members said*
        if following.capital and following.tag not in _NO_SECOND:
            before_given_name = following.word in self._language.given_names
            title = word in self._language.person_nouns  # *Judge Ida Berg*, who is *the judge*
            if before_given_name and word in self._common and not title and tag != OTHER_WORD:
                return tag
            unknown = word not in self._language.word_tags
            return NAME if tag in _NOUNS or word in words.speaking or unknown else tag
        if word in self._language.rather_nouns:
            return OTHER_WORD
        adjective = word in self._language.opening_adjectives and following.tag == OTHER_WORD
        if following.tag in CUE and word in (self._last_names if tag in CUE else self._full_names):
            return NAME  # *Brand said*, as the article has *Ida Brand*
        if word in words.listed or word in self._common or adjective:
            return tag
        return tag if following.tag in _AFTER_OPENING.get(tag, "") else NAME

    def _opens_body(self, i: int) -> bool:
        """Whether a noun for a body has no article, and so is a name: *Bank of Tresk said*."""
        language, word = self._language, self._tokens[i].word
        if word not in language.body_kinds or word not in language.organisation_words:
            return False
        of, name = [*self._tokens[i + 1 : i + 3], EDGE, EDGE][:2]
        return word not in language.plurals and of.word in language.genitive and name.capital

    def _asks(self, i: int) -> bool:
        """Whether the sentence of token i is a question."""
        stops = (token.word for token in self._tokens[i : i + _QUESTION] if token.tag in END)
        return next(stops, "") == "?"

    def _tag_unsure(self, token: Token, last: Token, following: Token, nominal: bool) -> str:
        """*Told her:* has an object; *used to say* and *has to say* have a two-word auxiliary."""
        tag, word, language = token.tag, token.word, self._language
        if tag == DETERMINER:
            objective = word in language.object_pronouns and following.tag in _AFTER_OBJECT
            return OBJECT_PRONOUN if objective and last.tag in _BEFORE_OBJECT else tag
        if tag == PREPOSITION:
            auxiliary = (
                word in language.infinitive and last.tag == AUXILIARY and following.tag in CUE
            )
            return AUXILIARY if auxiliary else tag
        habitual = word in language.habitual and following.word in language.infinitive
        if habitual and last.tag not in _AUXILIARIES:
            return AUXILIARY
        return self._tag_noun_or_verb(token, last, following, nominal)

    def _tag_noun_or_verb(self, token: Token, last: Token, following: Token, nominal: bool) -> str:
        """*Report*, *claims*, *state* are nouns inside a nominal without a head so far."""
        language, speaking = self._language, self._words.speaking
        office = token.word in language.person_nouns and following.capital
        if office and last.tag in _BEFORE_OFFICE and self._is_base(token, last):
            return OTHER_WORD  # *Olympic champion Ida Berg*
        nounlike = token.word in language.cue_nouns or token.word in self._words.bases
        says = token.tag == SAYING and not nounlike
        if last.word in language.indefinite and following.tag in (
            _AFTER_SAYING if says else _AFTER_CUE
        ):
            return token.tag
        if self._is_cue_noun(token, last, nominal):
            return CUE_NOUN
        if following.tag == COPULA and last.tag == OTHER_WORD and self._is_base(token, last):
            return OTHER_WORD
        if following.tag == COPULA and last.tag in _BEFORE_CLAUSE and self._is_plural_noun(token):
            return OTHER_WORD  # *she said talks were dead*
        if token.word in language.rather_nouns or (nominal and last.tag in _DETERMINERS):
            return OTHER_WORD if token.tag in CUE else ING_FORM
        if token.word not in speaking or last.word in speaking:
            return token.tag
        if following.word in speaking or last.tag not in _SUBJECT_ENDS:
            return OTHER_WORD
        third = last.capital and token.word.endswith(language.third_person_suffixes)
        return OTHER_WORD if nominal and not third else token.tag

    def _is_cue_noun(self, token: Token, last: Token, nominal: bool) -> bool:
        """*Her claim*, *of comments*, *an early warning*: an ambiguous word is a noun."""
        language = self._language
        if token.word not in language.cue_nouns:
            return False
        if last.tag == PREPOSITION:
            return last.word not in language.infinitive
        if not nominal or last.word in self._words.speaking:
            return False
        return last.tag in _DETERMINERS or self._is_base(token, last)

    def _heads_nominal(self, i: int, last: Token, following: Token, nominal: bool) -> bool:
        """Whether token i is a noun after one that can speak: *a police report*.

        *According to* precedes the nominal, *according to media reports*; or a verb is
        beside it, *the police report said*, *said a police report*.
        """
        tokens, language, word = self._tokens, self._language, self._tokens[i].word
        if word not in self._words.speaking or last.tag not in _MODIFIERS:
            return False
        start = i - 1
        while start > 0 and tokens[start].tag in _MODIFIERS:
            start -= 1
        governing = tag_at(tokens, start - (tokens[start].tag in _DETERMINERS))
        if governing == ACCORDING_TO:
            return True
        modifier = last.word in language.group_nouns or self._is_base(tokens[i], last)
        if not (nominal and word in self._words.bases and modifier):
            return False
        verb = following.tag in _PREDICATES and following.word not in self._words.speaking
        return verb or governing == SAYING

    def _is_plural_noun(self, token: Token) -> bool:
        """Whether a verb in the third person is a plural noun: *talks*."""
        return token.tag in CUE and token.word.endswith(self._language.third_person_suffixes)

    def _is_base(self, token: Token, last: Token) -> bool:
        """A verb in its base form after a word that is not plural is not a verb: *team play*."""
        language = self._language
        plural = last.word.endswith(language.plural_suffixes) or last.word in language.plurals
        return token.word in self._words.bases and not plural
