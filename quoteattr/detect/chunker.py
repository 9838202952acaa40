"""Group the tokens of an article into chunks: runs of tokens become mentions."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.detect.alphabet import (
    ADVERB,
    AGENT_MARKER,
    COLON,
    CUE_NOUN,
    DETERMINER,
    END,
    LABEL,
    NAME,
    OTHER_NOMINAL,
    OTHER_WORD,
    PARAGRAPH_END,
    PAST_FORM,
    PRONOUN,
    QUOTE,
    SAYING,
    SPEAKING_NOMINAL,
    SUBORDINATOR,
    TIME,
)
from quoteattr.detect.chunks import Chunks
from quoteattr.detect.name_ends import NameEnds
from quoteattr.detect.patterns.pattern import encode, tags
from quoteattr.detect.patterns.row_regex import one_of
from quoteattr.detect.token import Token, tag_at, word_at
from quoteattr.language import ENGLISH, Language
from quoteattr.language.patterns import lazy_regex

_HEADS = tags("OTHER_WORD|CUE_NOUN|SPEAKING_NOMINAL")
#: what may follow a noun that reports
_AFTER_CUE_NOUN = tags("COMPLEMENTIZER|PREPOSITION|AGENT_MARKER|QUOTE")
#: tags that may be inside a nominal, before its head or as its head
_IN_NOMINAL = frozenset(
    tags("OTHER_WORD|PAST_FORM|ING_FORM|CUE_NOUN|NUMBER|NAME|ADVERB|SPEAKING_NOMINAL")
)
#: tags of the words of a title with capitals
_IN_TITLE = frozenset(tags("NAME|TIME|OTHER_WORD"))
#: a subject and its verb after a word that can also be a preposition
_SUBJECT = encode(
    "{NAME|ANAPHOR} ({PREPOSITION} {NOUN_PHRASE})? ({COMMA} {^COMMA|END|QUOTE}{1,20} {COMMA})?"
    " {ADVERBIAL}{0,3}"
)
_VERB = f"{one_of('COPULA|AUXILIARY|SAYING')}|{one_of('REPORTING')}(?!{one_of('AGENT_MARKER')})"
_PREPOSITION_BEFORE_CLAUSE = lazy_regex(f"{one_of('PREPOSITION')}(?={_SUBJECT}(?:{_VERB}))")
#: tags that may follow a verb but not a nominal
_OBJECTS = tags("DETERMINER|PRONOUN|OBJECT_PRONOUN|COMPLEMENTIZER")
#: tags of what begins a predicate
_FINITE = tags("COPULA|AUXILIARY|SAYING|REPORTING")
#: tags before a subject at the start of a clause, or after a verb of saying
_BEFORE_SUBJECT = frozenset(
    tags("END|QUOTE|COMMA|COLON|DASH|SUBORDINATOR|COMPLEMENTIZER|CONJUNCTION|CUE|ACCORDING_TO")
)
_MODIFIERS = frozenset(tags("NAME|OTHER_WORD|ING_FORM"))
#: maximum number of tokens of a nominal, and between a name and the head that it modifies
_LONGEST_NOMINAL, _LONGEST_MODIFIER = 8, 4


def find_chunks(tokens: Sequence[Token], language: Language = ENGLISH) -> Chunks:
    """Group the tokens of an article into chunks.

    Returns:
        The chunks, each with one of ``alphabet.CHUNK_TAGS``.
    """
    return _Chunker(tokens, language).chunks()


class _Chunker:
    """Groups the tokens of one article.

    Each ``_add_…`` method adds the chunk that begins at a token and returns the index after it.
    """

    def __init__(self, tokens: Sequence[Token], language: Language) -> None:
        self._tokens, self._language = tokens, language
        self._speaking = language.speaking_nouns
        self._names, self._chunks = NameEnds(tokens, language), Chunks(language)

    def chunks(self) -> Chunks:
        """Build the sequence of chunks."""
        tokens, chunks, particles = self._tokens, self._chunks, self._language.particles
        i, n = 0, len(tokens)
        while i < n:
            tag, start, end, word, _ = tokens[i]
            if tag == NAME or (tag == OTHER_WORD and word in particles and self._names.begins(i)):
                i = self._add_name(i)
            elif tag == DETERMINER or tag in _IN_NOMINAL:
                i = self._add_nominal(i)
            else:
                if tag == QUOTE:
                    chunks.quote_chunks.append(len(chunks.starts))
                chunks.add(tag, start, end, word)
                i += 1
        self._open_clauses()
        return chunks

    def _open_clauses(self) -> None:
        """Join the tags; a preposition before subject and verb opens a clause: *after X said*."""
        chunks = self._chunks
        for match in _PREPOSITION_BEFORE_CLAUSE.finditer("".join(chunks.row)):
            if chunks.heads[match.start()] in self._language.subordinators:
                chunks.row[match.start()] = SUBORDINATOR
        chunks.origin = range(len(chunks.row))
        chunks.join_tags()

    def _add(self, tag: str, first: int, stop: int, mention: int | None = None) -> int:
        """Add ``tokens[first:stop]`` as one chunk, whose mention begins at a token of it."""
        tokens, last = self._tokens, self._tokens[stop - 1]
        mention_start = tokens[first if mention is None else mention].start
        self._chunks.add(tag, tokens[first].start, last.end, last.word, mention_start)
        return stop

    def _add_name(self, i: int) -> int:
        """Add the name at token i, or the nominal that it begins: *Holt aides*."""
        tokens, row = self._tokens, self._chunks.row
        j = self._names.end(i)
        shared = self._head_of_two(i, j) or self._plural_of_two(i, j)
        if shared:
            return self._add_headed(i, shared + 1)
        head = self._head_after(j)
        if head and not self._is_verb(head):
            return self._add_headed(i, head + 1)
        label = (not row or row[-1] == PARAGRAPH_END) and j < len(tokens) and tokens[j].tag == COLON
        return self._add(LABEL if label else NAME, i, j)

    def _head_after(self, j: int) -> int:
        """The last noun that can speak after the name that ends before token j, 0 without one."""
        tokens, past, stop = self._tokens, self._language.past_forms, j
        last = min(len(tokens), j + _LONGEST_MODIFIER)
        while stop < last and tokens[stop].tag in _HEADS:
            if tokens[stop].word in past:
                break  # *NAME left court*
            stop += 1
        return max((k for k in range(j, stop) if self._is_head(tokens[k])), default=0)

    def _title_end(self, j: int) -> int:
        """The end of a title that ends before token j, or goes on: *the Queen of the Hill star*."""
        tokens, language = self._tokens, self._language
        if word_at(tokens, j) not in language.genitive:
            return j
        first = stop = j + 1 + (word_at(tokens, j + 1) in language.definite)
        while tag_at(tokens, stop) in _IN_TITLE and _is_of_title(tokens[stop]):
            stop += 1
        return stop if stop > first else j

    def _head_of_two(self, i: int, j: int) -> int:
        """The noun that two names modify before a third: *former Rill and Vale | coach | Ada Berg*.

        A word such as *former* stands before the two, from tokens i to j; 0 without such a noun.
        """
        tokens, language = self._tokens, self._language
        opens = {word_at(tokens, i - 1) if i else "", tokens[i].word} & language.past_holders
        if not opens or word_at(tokens, j) not in language.joining or tag_at(tokens, j + 1) != NAME:
            return 0
        head = self._head_after(self._names.end(j + 1))
        return head if head and tag_at(tokens, head + 1) == NAME else 0

    def _plural_of_two(self, i: int, j: int) -> int:
        """The plural noun after two modifiers: *Russian and Iranian | officials | said*.

        The first one is in tokens i to j, and opens a clause or follows a verb of saying; 0 without
        such a noun. A name may also be that of another speaker: *Holt and Russian officials said*.
        """
        tokens, language, k = self._tokens, self._language, j + 1
        if word_at(tokens, j) not in language.joining or tag_at(tokens, k) not in _MODIFIERS:
            return 0
        opens = not self._chunks.row or self._chunks.row[-1] in _BEFORE_SUBJECT
        second, fell = tokens[k].tag, tokens[j - 1].word in language.past_forms
        if fell or not opens:  # *prices fell and local officials said*
            return 0
        named = tokens[i].tag == NAME and not self._is_native(i)
        if named and (j > i + 1 or second != NAME or self._is_native(k)):
            return 0
        head = self._head_after(self._names.end(k) if second == NAME else k + 1)
        several = self._is_several(tokens[head].word)
        return head if head and several and tag_at(tokens, head + 1) != NAME else 0

    def _is_several(self, noun: str) -> bool:
        """Whether a noun is a plural, or refers to a group."""
        return self._language.looks_plural(noun) or noun in self._language.group_nouns

    def _is_native(self, k: int) -> bool:
        """Whether a word is the adjective of a country, or its acronym."""
        word, language = self._tokens[k].word, self._language
        adjective = word in language.native_adjectives or word in language.origins
        return adjective or word.replace(".", "") in language.country_acronyms

    def _is_verb(self, k: int) -> bool:
        """Whether a word that looks like a plural has an object: *NAME chairs the inquiry*."""
        third = self._tokens[k].word.endswith(self._language.third_person_suffixes)
        return third and tag_at(self._tokens, k + 1) == DETERMINER

    def _add_headed(self, i: int, j: int) -> int:
        """Add a nominal whose head is token j - 1; a name right after it replaces it."""
        if tag_at(self._tokens, j) == NAME and not self._is_of_clause(i, j):
            return self._add(NAME, i, self._names.end(j), mention=j)
        if self._tokens[i].word in self._language.indefinite_articles:
            self._chunks.indefinite.add(len(self._chunks.row))
        return self._add(SPEAKING_NOMINAL, i, j)

    def _is_of_clause(self, i: int, j: int) -> bool:
        """The name at token j is the subject of a clause about the noun from token i on.

        *The man Ada Berg married said so*, *“…,” said the man Ada Berg married*; but *the singer
        Ada Berg left*.
        """
        tokens, language = self._tokens, self._language
        k = self._names.end(j)
        word = word_at(tokens, k)
        past = word in language.past_forms or word.endswith(language.past_suffixes)
        if tokens[i].tag != DETERMINER or not past:
            return False
        following, speaks = tag_at(tokens, k + 1), tokens[i - 1].tag == SAYING if i else False
        return following in (_FINITE + END if speaks else _FINITE)

    def _add_nominal(self, i: int) -> int:
        """Add the nominal that begins at token i, or the token alone if there is none.

        *Her husband NAME* is complete: a plural after it is a verb.
        """
        tokens, language = self._tokens, self._language
        first = tokens[i]
        if first.word in language.possessives and word_at(tokens, i + 1) in language.cue_nouns:
            self._add(PRONOUN, i, i + 1)
            return self._add(CUE_NOUN, i + 1, i + 2)
        if first.word in language.past_forms and self._chunks.row[-1:] == [NAME]:
            return self._add(first.tag, i, i + 1)  # *NAME left court*
        if first.tag == DETERMINER and self._has_two_determiners(i):
            return self._add_headed(i, self._last_head(i + 1) + 1)
        start = i + (first.tag == DETERMINER)
        stop = self._nominal_end(i, start)
        heads = [k for k in range(start, stop) if self._is_head(tokens[k])]
        shared = 0 if heads and not self._is_bare(i, stop) else self._plural_of_two(start, stop)
        if shared:
            return self._add_headed(i, shared + 1)
        if heads:
            apposed = first.word in language.possessives and tokens[heads[0] + 1 : stop][:1]
            whole = apposed and apposed[0].tag == NAME
            return self._add_headed(i, heads[0 if whole else -1] + 1)
        if first.tag == DETERMINER:
            return self._add_determined(i, stop)
        return self._add(first.tag, i, i + 1)

    def _is_bare(self, i: int, stop: int) -> bool:
        """Whether a nominal is one singular word: *city and | county*."""
        word, language = self._tokens[i].word, self._language
        return i + 1 == stop and not (language.looks_plural(word) or word in language.plurals)

    def _has_two_determiners(self, i: int) -> bool:
        """Whether another determiner and a noun follow: *the two unions*; not *this | the firm*."""
        tokens, definite = self._tokens, self._language.definite
        if tag_at(tokens, i + 1) != DETERMINER:
            return False
        both_definite = tokens[i].word in definite and tokens[i + 1].word in definite
        return not both_definite and self._last_head(i + 1) > i

    def _last_head(self, i: int) -> int:
        """The last noun that can speak in the nominal at token i; -1 if it has none."""
        heads = range(i + 1, self._nominal_end(i, i + 1))
        return max((k for k in heads if self._is_head(self._tokens[k])), default=-1)

    def _nominal_end(self, i: int, start: int) -> int:
        """The end of the tokens that can belong to the nominal at token i, exclusive."""
        tokens, j = self._tokens, start
        last = min(len(tokens), i + _LONGEST_NOMINAL)
        while j < last and tokens[j].tag in _IN_NOMINAL:
            j += 1
        while j > start + 1 and tokens[j - 1].tag == ADVERB:
            j -= 1
        if j > start + 1 and tokens[j - 1].tag == PAST_FORM and tag_at(tokens, j) in _OBJECTS:
            j -= 1  # *the next village raised the alarm*
        if j > start + 1 and tag_at(tokens, j) == AGENT_MARKER and self._is_past(tokens[j - 1]):
            j -= 1  # *a telex | sent by*
        return j + 1 if j == i + 1 and tag_at(tokens, j) == TIME else j

    def _is_past(self, token: Token) -> bool:
        """Whether the token has the form of a past participle."""
        return token.tag == PAST_FORM or token.word in self._language.past_forms

    def _is_head(self, token: Token) -> bool:
        """Whether the token is a noun that can speak, by the tables or by its position."""
        in_tables = token.word in self._speaking and not token.capital
        return in_tables or token.tag == SPEAKING_NOMINAL

    def _add_determined(self, i: int, j: int) -> int:
        """Add a determiner with the words after it, if there is no known head."""
        tokens, language = self._tokens, self._language
        if j == i + 1:
            return self._add(PRONOUN if tokens[i].word in language.indefinite else DETERMINER, i, j)
        names = [k for k in range(i + 1, j) if tokens[k].tag == NAME]
        shared = self._head_of_two(names[0], self._names.end(names[0])) if names else 0
        if shared:
            return self._add_headed(i, shared + 1)
        if names and names[-1] == j - 1:
            end = self._names.end(names[0])
            head = self._head_after(self._title_end(end))
            if head and not self._is_verb(head):
                return self._add_headed(i, head + 1)
            return self._add(NAME, i, end)
        if names and word_at(tokens, names[-1] + 1) in language.past_forms:
            return self._add(NAME, i, names[-1] + 1)
        if names:
            j = min(j, names[-1] + 2)
        tag = TIME if tokens[j - 1].tag == TIME else OTHER_NOMINAL
        if tokens[j - 1].word in language.cue_nouns and tag_at(tokens, j) in _AFTER_CUE_NOUN:
            tag = CUE_NOUN
        return self._add(tag, i, j)


def _is_of_title(token: Token) -> bool:
    """Whether a word has a capital; tokens for times do not show theirs."""
    return token.capital or token.tag == TIME
