"""Correct the boundaries of reported contents where grammar leaves only one reading.

The tagger labels tokens one by one, and does not know that a clause needs a verb, or who the
subject of a second verb is. This module corrects cases with only one reading, and drops contents
that are none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import cached_property
from itertools import accumulate

from attrs import evolve, frozen

from quoteattr.detect.alphabet import (
    AGENT_MARKER,
    AUXILIARY,
    CLOSE_BRACKET,
    COLON,
    COMMA,
    COMPLEMENTIZER,
    CONJUNCTION,
    COPULA,
    CUE,
    CUE_PARTICIPLE,
    DETERMINER,
    END,
    ING_FORM,
    NAME,
    OPEN_BRACKET,
    PARAGRAPH_END,
    PAST_FORM,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    RELATIVE,
    REPORTING,
    SAYING,
    SAYING_PARTICIPLE,
    SENTENCE_END,
)
from quoteattr.detect.patterns.pattern import tags
from quoteattr.detect.token import Token, tag_at, word_at
from quoteattr.language import Language
from quoteattr.language.tables import Words
from quoteattr.tag import tagger

_SAYING = frozenset(SAYING + SAYING_PARTICIPLE)
_CONTENT = (tagger.BEGIN, tagger.INSIDE)
_AUXILIARIES = frozenset(COPULA + AUXILIARY)
_ING_FORMS = frozenset(CUE_PARTICIPLE + ING_FORM)
#: what a verb of saying governs begins with these
_OBJECT_STARTS = frozenset(tags("COMPLEMENTIZER|DETERMINER|PRONOUN|OBJECT_PRONOUN"))
#: tags before a noun
_BEFORE_NOUN = frozenset(tags("DETERMINER|PREPOSITION"))
#: tags between a cue and its content
_INTRODUCING = frozenset(tags("COMMA|COLON|COMPLEMENTIZER"))
#: tags between a comma and a second verb: *, and then left*, *, before leaving*
_JOINTS = frozenset(tags("CONJUNCTION|ADVERB|SUBORDINATOR|PREPOSITION"))
#: tags after a verb without an object
_PHRASE_ENDS = frozenset(tags("END|COMMA|CONJUNCTION|ADVERB|PREPOSITION|AGENT_MARKER"))
_PEOPLE = frozenset(NAME + PRONOUN)
#: tags that no addressee of a verb has, and the maximum number of its tokens
_NO_ADDRESSEE = frozenset(tags("END|COMMA|COLON|QUOTE|SUBORDINATOR|RELATIVE|CUE"))
_ADDRESSEE = 8
#: tags of the first word of a phrase before its clause: *by May*, *if it rains*
_FRONTED = frozenset(tags("PREPOSITION|AGENT_MARKER|SUBORDINATOR"))
#: maximum number of tokens of an addressee
_ADDRESSEE = 8
#: tokens of a dateline, what stands in one beside capitals, and what closes it
_DATELINE = 12
_IN_DATELINE = frozenset(tags("COMMA|CLOSE_BRACKET|NUMBER|TIME|SENTENCE_END"))
_CLOSES_DATELINE = frozenset(tags("DASH|COLON"))


def _telling(language: Language) -> Words:
    """All forms of the verbs of telling and of asking."""
    return language.all_forms(language.addressing | language.inquiring)


def _prompting(language: Language) -> Words:
    """All forms of the verbs of making somebody say something."""
    return language.all_forms(language.prompting)


def is_finite(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """Whether a token is a finite verb, as far as its form and its neighbours show.

    Args:
        tokens: the tokens of an article or a clause.
        i: index of the token; the very first token is finite only if it is an auxiliary.
        language: the language of the text.
    """
    tag, word = tokens[i].tag, tokens[i].word
    if tag in _AUXILIARIES:
        return word not in language.not_finite
    if not i or tokens[i - 1].tag in _BEFORE_NOUN or tokens[i - 1].word in language.infinitive:
        return False
    by_agent = tag_at(tokens, i + 1) == AGENT_MARKER
    return tag in CUE or word in language.past_forms or (tag == PAST_FORM and not by_agent)


def is_demonstrative(tokens: Sequence[Token], i: int, last: int, language: Language) -> bool:
    """Whether the *that* at token i is a demonstrative, and does not introduce a clause.

    *Said that was a lie*, *says that’s a lie*; *dismissed that claim as nonsense*, *called that
    idea “mad”*; but *said that management “lied”*.

    Args:
        tokens: the tokens of an article.
        i: index of *that*.
        last: index of the last token of the content that it would introduce.
        language: the language of the text.
    """
    predicate = i + 2
    helps = tag_at(tokens, i + 1) in _AUXILIARIES
    if helps and is_finite(tokens, i + 1, language):
        return tag_at(tokens, i + 2) not in _PEOPLE  # *that had she known*
    if word_at(tokens, predicate) in language.capacity:
        return True
    says = tag_at(tokens, i - 1) in _SAYING
    return not says and predicate == last and tokens[last].tag == QUOTE


def find_contents(
    tokens: Sequence[Token],
    labels: Sequence[int],
    language: Language,
    titles: Set[int] = frozenset(),
    unsaid: Set[int] = frozenset(),
) -> Iterator[tuple[int, int]]:
    """Find the reported contents of an article.

    Args:
        tokens: its tokens.
        labels: their labels.
        language: the language of the text.
        titles: indices of the quoted spans that nobody said. One belongs to a content only in a
            clause right after a verb of saying: *said “…” was dull*.
        unsaid: indices of all quoted spans that nobody said.

    Yields:
        First and last token of each content, within the limits of grammar.
    """
    verbs, stop = _FiniteVerbs(tokens, language), 0
    grammar = _Grammar(tokens, labels, language, verbs, unsaid).without_titles(titles)
    for first, last in _labelled(grammar.labels):
        if first >= stop and not grammar.is_circumstance(first, last):
            fronted = grammar.fronted(first)
            if fronted and fronted[0] >= stop:
                yield fronted
            last = grammar.end(first, last)
            stop = last + 1
            yield grammar.start(first, last), last


def _labelled(labels: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last token of each run of content labels."""
    first = None
    for i, label in enumerate(labels):
        if first is not None and label != tagger.INSIDE:
            yield first, i - 1
            first = None
        if first is None and label in _CONTENT:
            first = i
    if first is not None:
        yield first, len(labels) - 1


@frozen
class _FiniteVerbs:
    """The finite verbs of an article."""

    tokens: Sequence[Token]
    language: Language

    def at(self, i: int) -> bool:
        """Whether the token is a finite verb."""
        return is_finite(self.tokens, i, self.language)

    def among(self, first: int, last: int) -> bool:
        """Whether one of the tokens from the first to the last is a finite verb."""
        return self._counts[last + 1] > self._counts[first]

    @cached_property
    def _counts(self) -> list[int]:
        """The number of finite verbs before each token, and in all."""
        return [0, *accumulate(map(self.at, range(len(self.tokens))))]


@frozen
class _Grammar:
    """Grammatical limits on the contents of an article."""

    tokens: Sequence[Token]
    labels: Sequence[int]
    language: Language
    verbs: _FiniteVerbs
    #: the quoted spans that nobody said
    unsaid: Set[int] = frozenset()

    def without_titles(self, titles: Set[int]) -> _Grammar:
        """A copy with titles labelled as outside, except in what somebody says."""
        labels = list(self.labels)
        for first, last in _labelled(self.labels) if titles else ():
            within = titles & set(range(first, last + 1))
            if within and not self._is_said_clause(first, last):
                for i in within:
                    labels[i] = tagger.OUTSIDE
        return evolve(self, labels=labels)

    @cached_property
    def _reported_ends(self) -> list[int]:
        """For each token, the next one that cannot belong to the same content, by its label."""
        ends = [len(self.tokens)] * (len(self.tokens) + 1)
        for i in range(len(self.tokens) - 1, -1, -1):
            ends[i] = ends[i + 1] if self._goes_on(i, (tagger.OUTSIDE, *_CONTENT)) else i
        return ends

    def is_circumstance(self, first: int, last: int) -> bool:
        """Whether the content is a circumstance: narration of what happened meanwhile."""
        return (
            self._is_cut_off(first, last)
            or self._is_participle_clause(first, last)
            or self._is_fronted_phrase(first, last)
            or self._is_fronted_adverbial(first, last)
            or self._names_title(first, last)
            or self._is_accompaniment(first)
        )

    def fronted(self, first: int) -> tuple[int, int] | None:
        """The phrase of a content before the words that report it: *By May, X said, | it was*."""
        i = first - 1
        for label in (tagger.OUTSIDE, tagger.CUE, tagger.SOURCE):
            behind = i
            while i >= 0 and self.labels[i] == label and self.tokens[i].tag not in END:
                i -= 1
            if i == behind or (label == tagger.OUTSIDE and self.tokens[first - 1].tag != COMMA):
                return None
        opens = self._before(i, (tagger.OUTSIDE,)) + 1
        phrase = i > opens and self.tokens[i].tag == COMMA and self.tokens[opens].tag in _FRONTED
        begins = tag_at(self.tokens, opens - 1) in END
        return (opens, i - 1) if phrase and begins else None

    def start(self, first: int, last: int) -> int:
        """The first token of a content: not a comma, and after what the speaker does meanwhile."""
        while first < last and self.tokens[first].tag == COMMA:
            first += 1
        if tag_at(self.tokens, first - 1) == PARAGRAPH_END:
            return self._behind_dateline(first, last)
        if self._opens_phrase(first - 1):
            return first - 1
        if tag_at(self.tokens, first - 1) == COMPLEMENTIZER:
            return first - is_demonstrative(self.tokens, first - 1, last, self.language)
        if self.tokens[first].word in self.language.capacity:
            return first + (tag_at(self.tokens, first + 1) == QUOTE)  # *described as “late”*
        if word_at(self.tokens, first - 1) in self.language.derived(_telling):
            return self._behind_addressee(first, last)
        inserted = tag_at(self.tokens, first - 1) == COMMA
        if inserted and self.language.tag(self.tokens[first].word) in _ING_FORMS:
            return self._behind_participle_clause(first, last)
        return first

    def _opens_phrase(self, i: int) -> bool:
        """Whether a preposition begins the sentence at i: *By | the summer of 2015, X said*."""
        preposition = tag_at(self.tokens, i) in (PREPOSITION, AGENT_MARKER)
        return preposition and tag_at(self.tokens, i - 1) in END

    def _behind_dateline(self, first: int, last: int) -> int:
        """The token behind where a report comes from: *LONDON (Agency) — | The bank is shut*."""
        bracketed = False
        for i in range(first, min(last, first + _DATELINE)):
            token = self.tokens[i]
            bracketed = (bracketed or token.tag == OPEN_BRACKET) and token.tag != CLOSE_BRACKET
            if token.tag in _CLOSES_DATELINE:
                aside = any(after.tag == token.tag for after in self.tokens[i + 1 : last + 1])
                return first if aside or i == first else i + 1
            if not (bracketed or token.capital or token.tag in _IN_DATELINE):
                return first
        return first

    def _behind_addressee(self, first: int, last: int) -> int:
        """The token after who is told: *told the men that | it was late*; else the first one."""
        for i in range(first, min(last, first + _ADDRESSEE)):
            if self.tokens[i].tag == COMPLEMENTIZER and i > first:
                return i + 1 if self.verbs.among(i, last) else first
            if self.tokens[i].tag in _NO_ADDRESSEE or self.verbs.at(i):
                return first
        return first

    def _behind_participle_clause(self, first: int, last: int) -> int:
        """The token after *that*: *said, passing sentence, that | the man was ill*; else first."""
        for i in range(first + 1, last - 1):
            if self.tokens[i].tag == COMMA and self.tokens[i + 1].tag == COMPLEMENTIZER:
                return first if self.verbs.among(first, i) else i + 2
        return first

    def end(self, first: int, last: int) -> int:
        """The last token of a content: that of its sentence if there is no verb before a comma."""
        if self._is_unfinished(first, last):
            end = self._reported_ends[last + 1]
            whole = tag_at(self.tokens, end) in END
            return end - 1 if whole and self.verbs.among(last + 1, end - 1) else last
        last = self._before_participle(first, self._end_of_relative_clause(first, last))
        return self._before_own_act(first, self._end_of_judgement(first, last))

    def _is_cut_off(self, first: int, last: int) -> bool:
        """What stands around a quote of another: *told me that Ivo yelled | “Run!” | at her*.

        That is its subject and verb, or a phrase behind it; or, behind *by*, who does something.
        """
        before, behind = first - 1, last + 1
        if tag_at(self.tokens, before) == AGENT_MARKER:
            asked = word_at(self.tokens, before - 1) in self.language.derived(_telling)
            return asked or self.labels[before] == tagger.CUE
        if tag_at(self.tokens, behind) == QUOTE and self.labels[behind] == tagger.OUTSIDE:
            return last > first and self.tokens[last].tag == SAYING
        is_behind = tag_at(self.tokens, before) == QUOTE and self.labels[before] == tagger.OUTSIDE
        if is_behind and self._is_beat(first, last):
            return True
        if not is_behind or self.labels[first] != tagger.INSIDE:
            return False
        opening = self.tokens[first]
        adverbial = opening.tag == PREPOSITION or opening.word in self.language.circumstantial
        phrase = adverbial or not self.verbs.among(first, last)
        return phrase and not any(token.tag == QUOTE for token in self.tokens[first : last + 1])

    def _is_beat(self, first: int, last: int) -> bool:
        """Whether a sentence between two quotes tells of an act: *“…?” Holt did not move. “…”*."""
        acts = self.tokens[first].tag in _PEOPLE and self.tokens[first].capital
        whole = tag_at(self.tokens, last + 1) == SENTENCE_END
        return acts and whole and tag_at(self.tokens, last + 2) == QUOTE

    def _is_participle_clause(self, first: int, last: int) -> bool:
        """Whether a verbless clause precedes the subject: *Passing sentence, the judge said …*."""
        opens = tag_at(self.tokens, first - 1) in END
        if not opens or self.language.tag(self.tokens[first].word) not in _ING_FORMS:
            return False
        return not self.verbs.among(first, last) and self._reports_behind(last)

    def _is_fronted_phrase(self, first: int, last: int) -> bool:
        """Whether a phrase precedes the main clause: *Asked about the cost, she said it was …*."""
        if tag_at(self.tokens, first - 1) in END:
            return False
        opens = self._before(first - 1, (tagger.OUTSIDE, tagger.CUE))
        if opens >= 0 and self.tokens[opens].tag not in END:
            return False
        subject = self._after(last + 1, (tagger.OUTSIDE,))
        if subject == len(self.tokens) or self.labels[subject] != tagger.SOURCE:
            return False
        return self._reports_behind(last) and not self.verbs.among(first, last)

    def _is_fronted_adverbial(self, first: int, last: int) -> bool:
        """Whether a phrase precedes who writes what follows: *In a letter, Berg wrote: …*."""
        opens = tag_at(self.tokens, first - 1) in END and self.tokens[first].tag == PREPOSITION
        if not opens or self.verbs.among(first, last):
            return False
        i = self._after(last + 1, (tagger.OUTSIDE, tagger.SOURCE))
        if i >= len(self.tokens) or self.labels[i] != tagger.CUE:
            return False
        behind = self._after(i, (tagger.CUE,))
        return COLON in (tag_at(self.tokens, behind - 1), tag_at(self.tokens, behind))

    def _names_title(self, first: int, last: int) -> bool:
        """Whether a sentence only says what something is called: *The title was “Closed.”*."""
        tokens = self.tokens
        whole = tag_at(tokens, first - 1) in END and last in self.unsaid
        return whole and last > first and tokens[last - 1].tag == COPULA

    def _reports_behind(self, last: int) -> bool:
        """Whether somebody says more after a comma: *, X said, “…”*, *, X said it was*."""
        i = self._after(last + 1, (tagger.OUTSIDE,))
        i = self._after(i, (tagger.SOURCE,))
        if i >= len(self.tokens) or self.labels[i] != tagger.CUE:
            return False
        i = self._after(i, (tagger.CUE,))
        comma = tag_at(self.tokens, i) == COMMA
        while tag_at(self.tokens, i) in _INTRODUCING:
            i += 1
        if i < len(self.tokens) and self.tokens[i].tag == QUOTE:
            return True
        return not comma and i < len(self.tokens) and self.labels[i] in _CONTENT

    def _after(self, i: int, wanted: Sequence[int]) -> int:
        """The first token of the sentence from i on with none of the labels, or a quote."""
        while i < len(self.tokens) and self._goes_on(i, wanted):
            i += 1
        return i

    def _goes_on(self, i: int, wanted: Sequence[int]) -> bool:
        """Whether a token has one of the labels, and is neither an end nor a separate quote."""
        tag, label = self.tokens[i].tag, self.labels[i]
        return label in wanted and tag not in END and (tag, label) != (QUOTE, tagger.OUTSIDE)

    def _is_accompaniment(self, first: int) -> bool:
        """Whether such a clause follows the cue: *The road is shut, X said, as the rain fell*."""
        if self.tokens[first].word not in self.language.accompanying:
            return False
        i = first - 1
        if tag_at(self.tokens, i) != COMMA:
            return False
        i = self._before(i - 1, (tagger.OUTSIDE, tagger.SOURCE, tagger.CUE))
        cues = (k for k in range(i + 1, first) if self.labels[k] == tagger.CUE)
        follows = i >= 0 and self.labels[i] in _CONTENT
        return follows and any(self.tokens[k].tag in _SAYING for k in cues)

    def _before(self, i: int, wanted: Sequence[int]) -> int:
        """The last token of the sentence up to i with none of the labels."""
        while i >= 0 and self.labels[i] in wanted and self.tokens[i].tag not in END:
            i -= 1
        return i

    def _is_unfinished(self, first: int, last: int) -> bool:
        """Whether a clause after *that* has only a comma so far: *that in this situation, …*."""
        introduced = COMPLEMENTIZER in (self.tokens[first].tag, tag_at(self.tokens, first - 1))
        comma = tag_at(self.tokens, last + 1) == COMMA
        return introduced and comma and not self.verbs.among(first, last)

    def _end_of_relative_clause(self, first: int, last: int) -> int:
        """The last token of a content in a relative clause: *Berg, who said it was late, | has*.

        A verb right behind a comma is that of the main clause, unless the comma closes an aside.
        """
        inside = False
        for i in range(first, last) if self._in_relative_clause(first) else ():
            if self.tokens[i].tag != COMMA:
                continue
            if not inside and self.verbs.at(i + 1):
                return i - 1
            inside = not inside
        return last

    def _in_relative_clause(self, first: int) -> bool:
        """Whether the cue right before a content has *, who* as its subject."""
        i = first - 1 - (tag_at(self.tokens, first - 1) == COMPLEMENTIZER)
        while i > 0 and self.labels[i] == tagger.CUE:
            i -= 1
        return tag_at(self.tokens, i) == RELATIVE and tag_at(self.tokens, i - 1) == COMMA

    def _before_participle(self, first: int, last: int) -> int:
        """The quoted span behind which the speaker goes on: *it was “late,” | adding that*."""
        for quoted in range(first + 1, last):
            behind = quoted + 1 + (self.tokens[quoted + 1].tag == COMMA)
            if self.tokens[quoted].tag == QUOTE and self._is_speech_participle(behind):
                return quoted
        return last

    def _is_speech_participle(self, i: int) -> bool:
        """At i stands a participle of saying with what it governs: *adding that*."""
        participle = tag_at(self.tokens, i) in CUE_PARTICIPLE
        return participle and tag_at(self.tokens, i + 1) in _OBJECT_STARTS

    def _end_of_judgement(self, first: int, last: int) -> int:
        """The quoted span that ends what something is called: *called it “a gift” | as it rained*.

        It is the complement of the verb, and no adjective of a noun: *called the “mad” plan dead*.
        """
        tokens = self.tokens
        quoted = next((i for i in range(first + 1, last) if tokens[i].tag == QUOTE), last)
        judges = quoted < last and tag_at(tokens, first - 1) in REPORTING
        if not judges or tokens[quoted - 1].tag == DETERMINER or self.verbs.among(first, quoted):
            return last
        behind = quoted + 1 + (tokens[quoted + 1].tag == COMMA)
        opens = word_at(tokens, behind) in self.language.circumstantial
        verb = behind + (tokens[behind].tag == CONJUNCTION)  # *“a gift” and left*
        ends = (opens and self.verbs.among(behind, last)) or (verb <= last and self.verbs.at(verb))
        return quoted if ends else last

    def _before_own_act(self, first: int, last: int) -> int:
        """The last token before an act of the speaker: *said the town was quiet, and left*.

        Only a person leaves, and the subject of the clause is not a person.
        """
        verb = next((i for i in range(first + 1, last) if self.verbs.at(i)), last)
        if any(self._is_person(token) for token in self.tokens[first:verb]):
            return last
        for i in range(verb + 1, last):
            if self.tokens[i].tag == COMMA and (self._prompts(i + 1) or self._is_act(i + 1)):
                return i - 1
        return last

    def _prompts(self, i: int) -> bool:
        """At i somebody is made to answer: *, prompting Ada to ask*."""
        prompting = word_at(self.tokens, i) in self.language.derived(_prompting)
        return prompting and self.tokens[i].tag in _ING_FORMS

    def _is_act(self, i: int) -> bool:
        """Whether *and left*, *then left the room* is at i; not *and left thousands homeless*."""
        while tag_at(self.tokens, i) in _JOINTS:
            i += 1
        if word_at(self.tokens, i) not in self.language.bodily:
            return False
        if tag_at(self.tokens, i + 1) in _PHRASE_ENDS:
            return True
        owner = word_at(self.tokens, i + 1)
        definite = owner in self.language.definite or owner in self.language.possessives
        return definite and tag_at(self.tokens, i + 3) in END

    def _is_person(self, token: Token) -> bool:
        """Whether the token names a person, or is a pronoun or noun for one."""
        word, language = token.word, self.language
        if token.tag in _PEOPLE:
            return word not in language.thing_pronouns
        return word in language.person_nouns

    def _is_said_clause(self, first: int, last: int) -> bool:
        """Whether a content has a verb, and follows a verb of saying or *that*."""
        before = first - 1
        if tag_at(self.tokens, before) == COMPLEMENTIZER:
            before -= 1
        saying = tag_at(self.tokens, before) in _SAYING
        is_cue = before >= 0 and self.labels[before] == tagger.CUE
        return saying and is_cue and self.verbs.among(first, last)
