"""Correct the tags of words next to a quote, if the word alone is ambiguous.

*Said ophthalmologists*, *visitors would coo*, *(Ann Lee)*: next to a quote, an unknown plural is
its speaker, an unknown verb its cue, and a name in brackets its signature. In a text without
capitals, only these positions show names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quoteattr.detect.alphabet import (
    ACCORDING_TO,
    ADVERB,
    AGENT_MARKER,
    AUXILIARY,
    CLOSE_BRACKET,
    COLON,
    COMMA,
    DASH,
    DETERMINER,
    END,
    NAME,
    NUMBER,
    OPEN_BRACKET,
    OTHER_WORD,
    PARAGRAPH_END,
    PREPOSITION,
    QUOTE,
    REPORTING,
    SAYING,
    SPEAKING_NOMINAL,
)
from quoteattr.detect.context.handles import is_handle
from quoteattr.detect.patterns.pattern import tags
from quoteattr.detect.token import Token, tag_at, word_at
from quoteattr.language import Language
from quoteattr.language.marks import FAMILIES

_MARKS = "".join(
    m for family in FAMILIES.values() for shape in family for m in shape if len(m) == 1
)
#: the last characters of a quote before a cue clause
_ENDS = frozenset(",.!?…—–-")
#: tags after a complete mention or verb, and tags before the start of one
_PHRASE_ENDS = frozenset(
    tags("END|COMMA|COLON|DASH|OPEN_BRACKET|CLOSE_BRACKET|QUOTE|PREPOSITION|AGENT_MARKER")
    + tags("CONJUNCTION|RELATIVE|SUBORDINATOR|COMPLEMENTIZER|ADVERBIAL")
)
_PHRASE_STARTS = frozenset(
    tags("END|COMMA|COLON|DASH|OPEN_BRACKET|QUOTE|CONJUNCTION|SUBORDINATOR|COMPLEMENTIZER|TIME")
)
#: tags of the subject of a cue, and tags between it and its verb
_NAMES_AND_PRONOUNS = tags("NAME|PRONOUN")
_IN_SUBJECT = tags("NAME|PRONOUN|DETERMINER|OTHER_WORD|SPEAKING_NOMINAL|POSSESSIVE")
_VERB_MODIFIERS = tags("AUXILIARY|ADVERB")
_TO_VERB = tags("AUXILIARY|ADVERB|COPULA")
_TO_CUE = _IN_SUBJECT + _VERB_MODIFIERS
#: tags that an unknown word may get from its ending
_UNKNOWN_WORDS = tags("OTHER_WORD|PAST_FORM|ING_FORM")
#: tags of a complement, and of several names
_IN_COMPLEMENT = tags("OTHER_WORD|NAME|ING_FORM")
_IN_NAMES = tags("NAME|CONJUNCTION")
#: tags between a cue and its quote
_BEFORE_QUOTE = tags("COMMA|COLON")
_INTRODUCING = tags("COMMA|COLON|COMPLEMENTIZER")
#: tags before the name that signs a quote, and at the start of an office after it
_SIGNING = tags("OPEN_BRACKET|COLON")
_OFFICE_OPENINGS = tags("NUMBER|OTHER_WORD|DETERMINER")
#: maximum number of words of a nominal without an article, and of tokens of a subject
_LONGEST_NOMINAL, _LONGEST_SUBJECT = 4, 6
#: maximum number of tokens in brackets after the name
_LONGEST_BRACKET = 12


def tag_by_quotes(text: str, tokens: list[Token], language: Language) -> list[Token]:
    """Correct the tags of the words next to a quote.

    Args:
        text: the article.
        tokens: its tokens, tagged without quotes; they are changed in place.
        language: the language of the text.

    Returns:
        The tokens; an unknown noun that heads the mention of a speaker becomes a nominal that can
        speak.
    """
    _QuoteTagger(text, tokens, language).correct()
    return tokens


class _Verbs:
    """Forms of verbs that report only next to a quote."""

    def __init__(self, language: Language) -> None:
        #: forms that are not nouns: *nodded*, not *nods*
        self.gestures = frozenset(
            form
            for verb in language.gestures
            for form in language.verb_forms(verb)
            if form not in (verb, language.plural(verb))
        )
        self.inverted = language.all_forms(language.inverted)


class _QuoteTagger:
    """Corrects the tags of one article."""

    def __init__(self, text: str, tokens: list[Token], language: Language) -> None:
        self._text, self._tokens, self._language = text, tokens, language
        self._verbs = language.derived(_Verbs)

    def correct(self) -> None:
        """Correct the tags in place."""
        text, tokens = self._text, self._tokens
        quotes = [i for i, token in enumerate(tokens) if token.tag == QUOTE]
        gestures = self._verbs.gestures
        for i in [i for i, token in enumerate(tokens) if token.word in gestures]:
            if not _is_beside(tokens, i):
                self._set(i, self._language.tag_by_ending(tokens[i].word))
        small = bool(quotes) and text.islower()
        names = set[str]()
        for i in quotes:
            self._tag_signature(i)
            if tokens[i + 1 : i + 2] and self._may_continue(i):
                self._tag_verb(i)
            for run in self._bare_subjects(i):
                if small:
                    names.update(self._names(run))
                else:
                    self._tag_mention(run)
        for i in [i for i, t in enumerate(tokens) if t.word in names and t.tag == OTHER_WORD]:
            self._set(i, NAME)

    def _set(self, i: int, tag: str) -> None:
        """Change the tag of token i."""
        self._tokens[i] = self._tokens[i]._replace(tag=tag, capital=tag == NAME)

    def _may_continue(self, i: int) -> bool:
        """Whether quote i ends like one before a cue clause, or a comma follows it."""
        words = self._words(i).rstrip(_MARKS + " ")
        return words[-1:] in _ENDS or tag_at(self._tokens, i + 1) == COMMA

    def _words(self, i: int) -> str:
        """The words of token i, as written."""
        return self._text[self._tokens[i].start : self._tokens[i].end]

    def _tag_verb(self, i: int) -> None:
        """*“…,” visitors would coo*: a verb of saying follows a subject and an auxiliary."""
        tokens = self._tokens
        start = _after(tokens, i)
        if tag_at(tokens, start) == REPORTING and tokens[start].word in self._verbs.inverted:
            self._set(
                start, SAYING if tag_at(tokens, start + 1) in _NAMES_AND_PRONOUNS else REPORTING
            )
            return
        j = start
        while j - start < _LONGEST_SUBJECT and tag_at(tokens, j) in _IN_SUBJECT:
            j += 1
        verb = j + 1
        while tag_at(tokens, verb) in _VERB_MODIFIERS:
            verb += 1
        if (
            j == start
            or tag_at(tokens, j) != AUXILIARY
            or tokens[j].word not in self._language.modals
        ):
            return
        unknown = (
            tag_at(tokens, verb) == OTHER_WORD and tokens[verb].word not in self._language.word_tags
        )
        if unknown and tag_at(tokens, verb + 1) in _PHRASE_ENDS:
            self._set(verb, SAYING)

    def _bare_subjects(self, i: int) -> Iterator[range]:
        """The words without an article that are the subject of a cue next to quote i."""
        tokens = self._tokens
        start = _after(tokens, i)
        if start < len(tokens) and self._may_continue(i):
            yield from self._subjects_after(start)
        if tag_at(tokens, i + 1) == AGENT_MARKER and tag_at(tokens, i - 1) != DETERMINER:
            yield _run(tokens, i + 2)  # *was dubbed “…” by team-mates*
        end = i - 1 if tag_at(tokens, i - 1) in _INTRODUCING else i
        if tag_at(tokens, end - 1) == SAYING:
            run = _run_before(tokens, end - 1)
            if run and tag_at(tokens, run.start - 1) in _PHRASE_STARTS:
                yield run

    def _subjects_after(self, start: int) -> Iterator[range]:
        """*“…,” said weary ophthalmologists* and *“…,” weary ophthalmologists said*."""
        tokens = self._tokens
        verb = _past(tokens, start, ADVERB)
        if tag_at(tokens, verb) == SAYING:
            run = _run(tokens, _past(tokens, verb + 1, ADVERB))
            if tag_at(tokens, run.stop) in _PHRASE_ENDS:
                yield run
            return
        run = _run(tokens, start)
        if tag_at(tokens, _past(tokens, self._past_complement(run.stop), _TO_VERB)) == SAYING:
            yield run

    def _past_complement(self, i: int) -> int:
        """The end of a complement, if one begins at token i: *falconers of the old town*."""
        tokens = self._tokens
        if tag_at(tokens, i) != PREPOSITION or tokens[i].word not in self._language.complements:
            return i
        start = j = i + 1 + (tag_at(tokens, i + 1) == DETERMINER)
        while j - start < _LONGEST_NOMINAL and tag_at(tokens, j) in _IN_COMPLEMENT:
            j += 1
        return j if j > start else i

    def _tag_mention(self, run: range) -> None:
        """A run is a nominal if an unknown plural ends it; a single user name is a name."""
        tokens = self._tokens
        if len(run) == 1 and is_handle(tokens[run[0]].word):
            self._set(run[0], NAME)
            return
        speaks = any(tokens[k].word in self._language.speaking_nouns for k in run)
        if not run or speaks:
            return
        last = tokens[run[-1]]
        if last.tag == OTHER_WORD and self._is_unknown_plural(last.word):
            self._set(run[-1], SPEAKING_NOMINAL)

    def _is_unknown_plural(self, word: str) -> bool:
        """Whether a word looks like a plural, and is not an object of saying: *said things*."""
        language = self._language
        is_listed = word in language.word_tags or word in language.said_objects
        letters = word.replace("-", "").isalpha()
        return not is_listed and letters and language.looks_plural(word)

    def _names(self, run: range) -> list[str]:
        """The words of the run that are a name in a text without capitals: all after an office."""
        tokens = self._tokens
        roles = [k for k in run if tokens[k].word in self._language.speaking_nouns]
        name = [tokens[k] for k in run if not roles or k > roles[-1]]
        plain = all(token.tag == OTHER_WORD and token.word.isalpha() for token in name)
        return [token.word for token in name] if plain else []

    def _tag_signature(self, i: int) -> None:
        """*“…” (Ann Lee)* and *“…” : Ann Lee*: brackets or a colon before a name sign quote i."""
        tokens, language = self._tokens, self._language
        sign = tag_at(tokens, i + 1)
        stop = _past(tokens, i + 2, _IN_NAMES)
        while stop > i + 2 and (
            tag_at(tokens, stop) in _IN_NAMES or word_at(tokens, stop) in language.and_others
        ):
            stop += 1
        named = word_at(tokens, max(0, i - 1)) in language.naming
        if (
            sign not in _SIGNING
            or named
            or tag_at(tokens, i + 2) != NAME
            or _is_title(self._words(i))
        ):
            return
        if sign == OPEN_BRACKET and _closes(tokens, stop):
            self._set(i + 1, ACCORDING_TO)
        if sign == COLON and tag_at(tokens, stop) == PARAGRAPH_END and tag_at(tokens, i - 1) in END:
            self._set(i + 1, DASH)


def _past(tokens: Sequence[Token], i: int, tags: str) -> int:
    """The end of the tokens with some tags that begin at token i."""
    while tag_at(tokens, i) in tags:
        i += 1
    return i


def _after(tokens: Sequence[Token], i: int) -> int:
    """The first token after a quote, not counting its comma."""
    return i + 2 if tag_at(tokens, i + 1) == COMMA else i + 1


def _is_beside(tokens: Sequence[Token], i: int) -> bool:
    """Whether a quote is next to the verb, or only its subject is between them."""
    after = _past(tokens, i + 1, ADVERB)
    if tag_at(tokens, after) in _BEFORE_QUOTE and tag_at(tokens, after + 1) == QUOTE:
        return True
    before = i - 1
    while i - before <= _LONGEST_SUBJECT and tag_at(tokens, before) in _TO_CUE:
        before -= 1
    return tag_at(tokens, before - (tag_at(tokens, before) == COMMA)) == QUOTE


def _run(tokens: Sequence[Token], start: int) -> range:
    """The unknown words from a token on."""
    stop = start
    while stop - start < _LONGEST_NOMINAL and tag_at(tokens, stop) in _UNKNOWN_WORDS:
        stop += 1
    return range(start, stop)


def _run_before(tokens: Sequence[Token], stop: int) -> range:
    """The unknown words before a token."""
    start = stop
    while stop - start < _LONGEST_NOMINAL and tag_at(tokens, start - 1) in _UNKNOWN_WORDS:
        start -= 1
    return range(start, stop)


def _closes(tokens: Sequence[Token], i: int) -> bool:
    """Whether the bracket closes after the name, or after a year or an office that follows it."""
    year = tag_at(tokens, i) == NUMBER
    office = tag_at(tokens, i) == COMMA and tag_at(tokens, i + 1) in _OFFICE_OPENINGS
    reach = range(i, i + _LONGEST_BRACKET if year or office else i + 1)
    return any(tag_at(tokens, k) == CLOSE_BRACKET for k in reach)


def _is_title(words: str) -> bool:
    """Whether all long words have a capital; if all words are short, all but the first."""
    long = [word for word in words.split() if len(word) > 3] or words.split()[1:]
    return not any(word.islower() for word in long)
