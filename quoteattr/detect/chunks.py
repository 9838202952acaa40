"""The article as a row of chunks: words, names, nominals and quotes, each with its tag.

Runs of tokens become mentions. The tags are kept as one string, so that what stands between a quote
and a candidate is a slice of that string.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from attrs import define, field

from quoteattr.detect.alphabet import (
    ADVERB,
    COLON,
    COMMA,
    CUE_NOUN,
    DETERMINER,
    END,
    LABEL,
    NAME,
    OBJECT_PRONOUN,
    OTHER_NOMINAL,
    OTHER_WORD,
    PARAGRAPH_END,
    PAST_FORM,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    SAYING,
    SPEAKING_NOMINAL,
    SUBORDINATOR,
    TIME,
)
from quoteattr.detect.pattern import encode, tags
from quoteattr.detect.row_regex import group, one_of
from quoteattr.detect.token import Token, tag_at, word_at
from quoteattr.language import ENGLISH, Language
from quoteattr.language.patterns import lazy_regex
from quoteattr.records import Span

_NOUNS = tags("OTHER_WORD|CUE_NOUN")
#: what stands behind a noun that reports
_AFTER_CUE_NOUN = tags("COMPLEMENTIZER|PREPOSITION|AGENT_MARKER|QUOTE")
#: what can stand inside a nominal, before its head or as its head
_IN_NOMINAL = frozenset(
    tags("OTHER_WORD|PAST_FORM|ING_FORM|CUE_NOUN|NUMBER|NAME|ADVERB|SPEAKING_NOMINAL")
)
_COMPLEMENT = lazy_regex(encode("{PREPOSITION} {NOUN_PHRASE|PRONOUN|NUMBER}"))
#: a participle, an adjective or a noun that goes on behind a nominal, and its complement
_POSTMODIFIER = lazy_regex(
    encode("({PREPOSITION} {OTHER_WORD}?)?")
    + group("head", "OTHER_WORD|PAST_FORM|CUE|ADVERB")
    + encode("{PREPOSITION} {NOUN_PHRASE}")
)
#: a subject and its verb after what can be a preposition as well
_SUBJECT = encode(
    "{NAME|ANAPHOR} ({PREPOSITION} {NOUN_PHRASE})? ({COMMA} {^COMMA|END|QUOTE}{1,20} {COMMA})?"
    " {ADVERBIAL}{0,3}"
)
_VERB = f"{one_of('COPULA|AUXILIARY|SAYING')}|{one_of('REPORTING')}(?!{one_of('AGENT_MARKER')})"
_PREPOSITION_BEFORE_CLAUSE = lazy_regex(f"{one_of('PREPOSITION')}(?={_SUBJECT}(?:{_VERB}))")
#: what stands behind a verb, and behind no nominal
_OBJECTS = tags("DETERMINER|OBJECT_PRONOUN|COMPLEMENTIZER")
#: what opens a predicate
_FINITE = tags("COPULA|AUXILIARY|SAYING|REPORTING")
#: most tokens of a nominal, and of what may stand between a name and the head that it modifies
_LONGEST_NOMINAL, _LONGEST_MODIFIER = 8, 4
#: most particles in a row
_MOST_PARTICLES = 3


@define
class Chunks:
    """Parallel rows, one entry a chunk: tags, extents, and the mention that a chunk holds."""

    language: Language = field(default=ENGLISH, repr=False)
    #: one of ``alphabet.CHUNK_TAGS`` a chunk, joined when all are there
    tags: str = ""
    #: the same, one by one
    row: list[str] = field(factory=list)
    #: extent of each chunk in the text
    starts: list[int] = field(factory=list)
    ends: list[int] = field(factory=list)
    #: where the mention in the chunk starts (later than the chunk where an office precedes a name)
    mention_starts: list[int] = field(factory=list)
    #: the word that heads the chunk, in lower case
    heads: list[str] = field(factory=list)
    #: index of the chunk of each quoted span, in order
    quote_chunks: list[int] = field(factory=list)
    #: chunks of nominals with an indefinite article: *a man*
    indefinite: set[int] = field(factory=set)

    def add(self, tag: str, start: int, end: int, head: str, mention_start: int = -1) -> None:
        """Append one chunk."""
        self.row.append(tag)
        self.starts.append(start)
        self.ends.append(end)
        self.heads.append(head)
        self.mention_starts.append(start if mention_start < 0 else mention_start)

    def mention(self, i: int) -> Span:
        """The mention in chunk i; a nominal with its complement: *a spokesman for the ministry*."""
        first = last = i
        if self.tags[i] in SPEAKING_NOMINAL or self._is_indefinite(i):
            last = i + 2 if self._has_complement(i) else self._postmodified(i)
        if self._is_indefinite(i) and self.tags[i - 1 : i] == DETERMINER:
            first -= self.heads[i - 1] in self.language.indefinite_articles  # *a few*
        return Span(self.mention_starts[first], self.ends[last])

    def label_before(self, i: int) -> int | None:
        """The chunk of the label right before chunk i, and its colon; None if there is none."""
        return i - 2 if i >= 2 and self.tags[i - 2 : i] == LABEL + COLON else None

    def _is_indefinite(self, i: int) -> bool:
        """The chunk is a pronoun for somebody new: *one*, *someone*."""
        return self.tags[i] == PRONOUN and self.heads[i] in self.language.indefinite

    def _postmodified(self, i: int) -> int:
        """The last chunk of what stands behind the nominal in chunk i, else i.

        *A person familiar with the talks*, *people with knowledge of the matter*.
        """
        match = _POSTMODIFIER.match(self.tags, i + 1)
        postposed = match and self.heads[match.start("head")] in self.language.postposed
        return match.end() - 1 if match and postposed else i

    def _has_complement(self, i: int) -> bool:
        """What follows is part of the nominal in chunk i: *one of them*, *a man in the crowd*.

        Of a place only behind an indefinite article: *the mayor in Brack* may have spoken there.
        """
        language, several = self.language, self.tags[i] == PRONOUN
        if several and self.tags[i + 1 : i + 3] == PREPOSITION + OBJECT_PRONOUN:
            return self.heads[i + 1] in language.genitive
        if not _COMPLEMENT.match(self.tags, i + 1):
            return False
        link, head = self.heads[i + 1], self.heads[i + 2]
        if link in language.infinitive:
            return self.heads[i] in language.assisting
        if link in language.complements:
            return self.tags[i + 2] != PRONOUN or head in language.indefinite
        place = i in self.indefinite and link in language.place_prepositions
        is_text = head in language.statement_nouns or head in language.document_nouns
        return place and not is_text


class Fold(NamedTuple):
    """A span of the text that becomes one chunk of a row."""

    span: Span
    #: the tag of the chunk
    tag: str


def fold(chunks: Chunks, folds: Sequence[Fold]) -> tuple[Chunks, list[int]]:
    """Make a row of chunks with one chunk for each of some spans.

    Args:
        chunks: a row.
        folds: spans in order that do not overlap; a chunk that starts in one becomes part of it.
            A span in which no chunk starts is left out.

    Returns:
        The new row, and for each of its chunks the index of the old one, -1 for a fold.
    """
    row, origin = Chunks(chunks.language), list[int]()
    waiting = list(reversed(folds))
    end = -1
    for i, (tag, start) in enumerate(zip(chunks.row, chunks.starts, strict=True)):
        if start < end:
            continue
        while waiting and waiting[-1].span.end <= start:
            waiting.pop()
        if waiting and waiting[-1].span.start <= start:
            new = waiting.pop()
            end = new.span.end
            row.add(new.tag, *new.span, chunks.heads[i])
        else:
            row.add(tag, start, chunks.ends[i], chunks.heads[i], chunks.mention_starts[i])
        origin.append(i if end <= start else -1)
    row.quote_chunks = [i for i, tag in enumerate(row.row) if tag == QUOTE]
    row.indefinite = {i for i, old in enumerate(origin) if old in chunks.indefinite}
    row.tags = "".join(row.row)
    return row, origin


def find_chunks(tokens: Sequence[Token], language: Language = ENGLISH) -> Chunks:
    """Gather the tokens of an article into chunks.

    Args:
        tokens: of the article, in order.
        language: of the article.

    Returns:
        The row of chunks, with one of ``alphabet.CHUNK_TAGS`` each.
    """
    return _Chunker(tokens, language).chunks()


class _Chunker:
    """Gathers the tokens of one article.

    Each ``_add_…`` method adds the chunk that begins at a token and returns the token after it.
    """

    def __init__(self, tokens: Sequence[Token], language: Language) -> None:
        self._tokens, self._language = tokens, language
        self._speaking = language.speaking_nouns
        self._chunks = Chunks(language)

    def chunks(self) -> Chunks:
        """The row of chunks."""
        tokens, chunks, particles = self._tokens, self._chunks, self._language.particles
        i, n = 0, len(tokens)
        while i < n:
            tag, start, end, word, _ = tokens[i]
            if tag == NAME or (tag == OTHER_WORD and word in particles and self._opens_name(i)):
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
        """Join the tags; a preposition with subject and verb opens a clause: *after X said*."""
        chunks = self._chunks
        for match in _PREPOSITION_BEFORE_CLAUSE.finditer("".join(chunks.row)):
            if chunks.heads[match.start()] in self._language.subordinators:
                chunks.row[match.start()] = SUBORDINATOR
        chunks.tags = "".join(chunks.row)

    def _add(self, tag: str, first: int, stop: int, mention: int | None = None) -> int:
        """Add ``tokens[first:stop]`` as one chunk, whose mention begins at a token of it."""
        tokens, last = self._tokens, self._tokens[stop - 1]
        mention_start = tokens[first if mention is None else mention].start
        self._chunks.add(tag, tokens[first].start, last.end, last.word, mention_start)
        return stop

    def _add_name(self, i: int) -> int:
        """Add the name at token i, or the nominal that it opens: *Holt aides*."""
        tokens, row = self._tokens, self._chunks.row
        j = self._name_end(i)
        shared = self._head_of_two(i, j)
        if shared:
            return self._add_headed(i, shared + 1)
        head = self._head_behind(j)
        if head and not self._is_verb(head):
            return self._add_headed(i, head + 1)
        label = (not row or row[-1] == PARAGRAPH_END) and j < len(tokens) and tokens[j].tag == COLON
        return self._add(LABEL if label else NAME, i, j)

    def _head_behind(self, j: int) -> int:
        """The last noun that can speak behind the name that ends before token j, 0 without one."""
        tokens, past, stop = self._tokens, self._language.past_forms, j
        last = min(len(tokens), j + _LONGEST_MODIFIER)
        while stop < last and tokens[stop].tag in _NOUNS:
            if tokens[stop].word in past:
                break  # *NAME left court*
            stop += 1
        return max((k for k in range(j, stop) if tokens[k].word in self._speaking), default=0)

    def _head_of_two(self, i: int, j: int) -> int:
        """The noun that two names modify before a third: *former Rill and Vale | coach | Ada Berg*.

        A word such as *former* stands before the two, from tokens i to j; 0 without such a noun.
        """
        tokens, language = self._tokens, self._language
        opens = {word_at(tokens, i - 1) if i else "", tokens[i].word} & language.past_holders
        if not opens or word_at(tokens, j) not in language.joining or tag_at(tokens, j + 1) != NAME:
            return 0
        head = self._head_behind(self._name_end(j + 1))
        return head if head and tag_at(tokens, head + 1) == NAME else 0

    def _opens_name(self, i: int) -> bool:
        """A name follows the particles from token i on: *said | von Lindt*."""
        return tag_at(self._tokens, self._after_joint(i)) == NAME

    def _name_end(self, i: int) -> int:
        """One past the last token of the name that begins at token i."""
        tokens, suffixes = self._tokens, self._language.suffixes
        n, j = len(tokens), i + 1
        while j < n:
            if tokens[j].tag == NAME or self._owns_body(j):
                j += 1
            elif (k := self._after_joint(j)) < n and tokens[k].tag == NAME:
                j = k + 1
            elif self._joins_fields(i, j) or self._goes_on(i, j):
                j += 2
            elif tokens[j].word in suffixes and (tokens[j].capital or not tokens[i].capital):
                j += 1
            elif tokens[j].tag == COMMA and self._is_suffix(j + 1):
                j += 2
            else:
                break
        return j

    def _is_suffix(self, k: int) -> bool:
        """Token k closes a name after a comma, and opens none: *Ada Berg, MP, said*."""
        tokens = self._tokens
        suffix = word_at(tokens, k) in self._language.suffixes and tokens[k].capital
        return suffix and tag_at(tokens, k + 1) != NAME

    def _owns_body(self, j: int) -> bool:
        """An owner in the name of a body: *Makers’ Federation*, *Prime Minister’s Office*."""
        tokens, language, following = self._tokens, self._language, word_at(self._tokens, j + 1)
        if tokens[j].word == "'":
            return following in language.organisation_words
        if tokens[j].tag != POSSESSIVE or not tokens[j - 1].capital:
            return False
        held = tokens[j - 1].word in language.person_nouns and tag_at(tokens, j + 1) == NAME
        return held and following in language.offices_held

    def _after_joint(self, j: int) -> int:
        """One past the particles at token j, or past the *of* in an office's or a body's name."""
        tokens, language = self._tokens, self._language
        k = j
        while k < len(tokens) and k - j < _MOST_PARTICLES and tokens[k].word in language.particles:
            k += 1
        if k > j:
            return k
        word, before = tokens[j].word, tokens[j - 1].word
        of_body = self._is_body_joint(j) and self._opens_body(j - 1)
        of_office = word in language.genitive and before in language.offices_of
        if of_body and word_at(tokens, j + 1) in language.definite:
            return j + 2  # *Friends of the Lake*
        return j + 1 if word == "&" or of_body or of_office else len(tokens)

    def _joins_fields(self, i: int, j: int) -> bool:
        """*And* at token j joins two fields of a body: *Ministry of Women and Child Care*.

        The body stands before them, with *of* or the like, or behind: *Food and Drug Office*.
        """
        tokens, language = self._tokens, self._language
        if tokens[j].word not in language.joining or tag_at(tokens, j + 1) != NAME:
            return False
        if not (self._is_field(tokens[j - 1].word) and self._is_field(tokens[j + 1].word)):
            return False
        return self._opened(i, j - 1) or self._closes_body(j + 2)

    def _is_body_joint(self, j: int) -> bool:
        """Token j goes on with a body: *of*, or *to* before a verb with a capital: *to Protect*."""
        tokens, language = self._tokens, self._language
        word = tokens[j].word
        if word in language.infinitive:
            following = word_at(tokens, j + 1)
            return following in language.ordinary_words and tokens[j + 1].capital
        return word in language.body_joints

    def _opened(self, i: int, j: int) -> bool:
        """From token i up to token j, a body is opened, and *of* or the like goes on with it."""
        tokens, joints = self._tokens, self._language.body_joints
        return any(tokens[k].word in joints and self._opens_body(k - 1) for k in range(i + 1, j))

    def _goes_on(self, i: int, j: int) -> bool:
        """Token j, *of* or *for*, goes on with an opened body: *Society for the Care of Birds*."""
        language, word = self._language, self._tokens[j].word
        if tag_at(self._tokens, j + 1) != NAME or word not in language.body_joints:
            return False
        field = self._is_field(self._tokens[j + 1].word)
        return (field or word in language.genitive) and self._opened(i, j - 1)

    def _closes_body(self, j: int) -> bool:
        """The names from token j on close with a noun for bodies: *… Enforcement Agency*."""
        tokens, language = self._tokens, self._language
        stop = j
        while stop < min(len(tokens), j + _LONGEST_MODIFIER) and tokens[stop].tag == NAME:
            stop += 1
        last = tokens[stop - 1].word
        return stop > j and (last in language.organisation_words or last in language.no_last_names)

    def _is_field(self, word: str) -> bool:
        """A word with a capital is an ordinary noun, no name and no other body."""
        language = self._language
        if word in language.body_fields:
            return True
        ordinary = word in language.ordinary_words or language.looks_plural(word)
        return ordinary and not (
            word in language.given_names or word in language.organisation_words
        )

    def _opens_body(self, i: int) -> bool:
        """Token i can open the name of a body that a preposition goes on with: *Friends of*."""
        token, language = self._tokens[i], self._language
        opens = token.capital and token.word in language.body_openers
        return opens or token.word in language.organisation_words

    def _is_verb(self, k: int) -> bool:
        """What looks like a plural has an object: *NAME chairs the inquiry*."""
        third = self._tokens[k].word.endswith(self._language.third_person_suffixes)
        return third and tag_at(self._tokens, k + 1) == DETERMINER

    def _add_headed(self, i: int, j: int) -> int:
        """Add a nominal whose head is token j - 1; a name right after it takes its place."""
        if tag_at(self._tokens, j) == NAME and not self._is_of_clause(i, j):
            return self._add(NAME, i, self._name_end(j), mention=j)
        if self._tokens[i].word in self._language.indefinite_articles:
            self._chunks.indefinite.add(len(self._chunks.row))
        return self._add(SPEAKING_NOMINAL, i, j)

    def _is_of_clause(self, i: int, j: int) -> bool:
        """The name at token j is the subject of a clause about the noun from token i on.

        *The man Ada Berg married said so*, *“…,” said the man Ada Berg married*; but *the singer
        Ada Berg left*.
        """
        tokens, language = self._tokens, self._language
        k = self._name_end(j)
        word = word_at(tokens, k)
        past = word in language.past_forms or word.endswith(language.past_suffixes)
        if tokens[i].tag != DETERMINER or not past:
            return False
        following, speaks = tag_at(tokens, k + 1), tokens[i - 1].tag == SAYING if i else False
        return following in (_FINITE + END if speaks else _FINITE)

    def _add_nominal(self, i: int) -> int:
        """Add the nominal that begins at token i, or the token alone where none does.

        *Her husband NAME* is whole: a plural after it is a verb.
        """
        tokens, language = self._tokens, self._language
        first = tokens[i]
        if first.word in language.possessives and word_at(tokens, i + 1) in language.cue_nouns:
            self._add(PRONOUN, i, i + 1)
            return self._add(CUE_NOUN, i + 1, i + 2)
        if first.word in language.past_forms and self._chunks.row[-1:] == [NAME]:
            return self._add(first.tag, i, i + 1)  # *NAME left court*
        if self._has_two_determiners(i):
            return self._add_headed(i, self._last_head(i + 1) + 1)
        start = i + (first.tag == DETERMINER)
        stop = self._nominal_end(i, start)
        heads = [k for k in range(start, stop) if self._is_head(tokens[k])]
        if heads:
            apposed = first.word in language.possessives and tokens[heads[0] + 1 : stop][:1]
            whole = apposed and apposed[0].tag == NAME
            return self._add_headed(i, heads[0 if whole else -1] + 1)
        if first.tag == DETERMINER:
            return self._add_determined(i, stop)
        return self._add(first.tag, i, i + 1)

    def _has_two_determiners(self, i: int) -> bool:
        """The nominal at token i opens with two determiners: *the two unions*, not *the two*."""
        two = tag_at(self._tokens, i) == tag_at(self._tokens, i + 1) == DETERMINER
        return two and self._last_head(i + 1) > i

    def _last_head(self, i: int) -> int:
        """The last noun that can speak in the nominal at token i, -1 if it has none."""
        heads = range(i + 1, self._nominal_end(i, i + 1))
        return max((k for k in heads if self._is_head(self._tokens[k])), default=-1)

    def _nominal_end(self, i: int, start: int) -> int:
        """One past the last token that can belong to the nominal at token i."""
        tokens, j = self._tokens, start
        while j < len(tokens) and j - i < _LONGEST_NOMINAL and tokens[j].tag in _IN_NOMINAL:
            j += 1
        while j > start + 1 and tokens[j - 1].tag == ADVERB:
            j -= 1
        if j > start + 1 and tokens[j - 1].tag == PAST_FORM and tag_at(tokens, j) in _OBJECTS:
            j -= 1  # *the next village raised the alarm*
        return j + 1 if j == i + 1 and tag_at(tokens, j) == TIME else j

    def _is_head(self, token: Token) -> bool:
        """The token is a noun that can speak, known or by its place."""
        return (token.word in self._speaking and not token.capital) or token.tag == SPEAKING_NOMINAL

    def _add_determined(self, i: int, j: int) -> int:
        """Add a determiner with what follows it, where no known head does."""
        tokens, language = self._tokens, self._language
        if j == i + 1:
            return self._add(PRONOUN if tokens[i].word in language.indefinite else DETERMINER, i, j)
        names = [k for k in range(i + 1, j) if tokens[k].tag == NAME]
        shared = self._head_of_two(names[0], self._name_end(names[0])) if names else 0
        if shared:
            return self._add_headed(i, shared + 1)
        if names and names[-1] == j - 1:
            return self._add(NAME, i, self._name_end(names[0]))
        if names and word_at(tokens, names[-1] + 1) in language.past_forms:
            return self._add(NAME, i, names[-1] + 1)
        if names:
            j = min(j, names[-1] + 2)
        tag = TIME if tokens[j - 1].tag == TIME else OTHER_NOMINAL
        if tokens[j - 1].word in language.cue_nouns and tag_at(tokens, j) in _AFTER_CUE_NOUN:
            tag = CUE_NOUN
        return self._add(tag, i, j)
