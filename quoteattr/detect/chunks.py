"""Build the sequence of chunks of an article: words, names, nominals and quotes, with tags.

Runs of tokens become mentions. The tags form one string, so that the chunks between a quote and a
candidate are a slice of that string.
"""

from __future__ import annotations

from collections.abc import Sequence

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
    NUMBER,
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
from quoteattr.detect.patterns.pattern import encode, tags
from quoteattr.detect.patterns.row_regex import group, one_of
from quoteattr.detect.token import Token, tag_at, word_at
from quoteattr.language import ENGLISH, Language
from quoteattr.language.patterns import lazy_regex
from quoteattr.records import Span

_NOUNS = tags("OTHER_WORD|CUE_NOUN")
#: what may follow a noun that reports
_AFTER_CUE_NOUN = tags("COMPLEMENTIZER|PREPOSITION|AGENT_MARKER|QUOTE")
#: tags that may be inside a nominal, before its head or as its head
_IN_NOMINAL = frozenset(
    tags("OTHER_WORD|PAST_FORM|ING_FORM|CUE_NOUN|NUMBER|NAME|ADVERB|SPEAKING_NOMINAL")
)
_COMPLEMENT = lazy_regex(encode("{PREPOSITION} {NOUN_PHRASE|PRONOUN|NUMBER}"))
#: a participle, an adjective or a noun that continues a nominal, with its complement
_POSTMODIFIER = lazy_regex(
    encode("({PREPOSITION} {OTHER_WORD}?)?")
    + group("head", "OTHER_WORD|PAST_FORM|CUE|ADVERB")
    + encode("{PREPOSITION} {NOUN_PHRASE}")
)
#: a subject and its verb after a word that can also be a preposition
_SUBJECT = encode(
    "{NAME|ANAPHOR} ({PREPOSITION} {NOUN_PHRASE})? ({COMMA} {^COMMA|END|QUOTE}{1,20} {COMMA})?"
    " {ADVERBIAL}{0,3}"
)
_VERB = f"{one_of('COPULA|AUXILIARY|SAYING')}|{one_of('REPORTING')}(?!{one_of('AGENT_MARKER')})"
_PREPOSITION_BEFORE_CLAUSE = lazy_regex(f"{one_of('PREPOSITION')}(?={_SUBJECT}(?:{_VERB}))")
#: tags that may follow a verb but not a nominal
_OBJECTS = tags("DETERMINER|OBJECT_PRONOUN|COMPLEMENTIZER")
#: what may belong to somebody
_POSSESSED = frozenset(tags("NAME|NOMINAL|CUE_NOUN"))
#: tags of what begins a predicate
_FINITE = tags("COPULA|AUXILIARY|SAYING|REPORTING")
#: maximum number of tokens of a nominal, and between a name and the head that it modifies
_LONGEST_NOMINAL, _LONGEST_MODIFIER = 8, 4
#: maximum number of consecutive particles
_MOST_PARTICLES = 3


@define
class Chunks:
    """Parallel lists, one entry per chunk: tags, extents, and the mention in a chunk."""

    language: Language = field(default=ENGLISH, repr=False)
    #: the tags, each one of ``alphabet.CHUNK_TAGS``, joined when all are there
    tags: str = ""
    #: the same, as a list
    row: list[str] = field(factory=list)
    #: extent of each chunk in the text
    starts: list[int] = field(factory=list)
    ends: list[int] = field(factory=list)
    #: where the mention in the chunk starts (after the start of the chunk if an office precedes a
    #: name)
    mention_starts: list[int] = field(factory=list)
    #: the head word of the chunk, in lower case
    heads: list[str] = field(factory=list)
    #: index of the chunk of each quoted span, in order
    quote_chunks: list[int] = field(factory=list)
    #: chunks of nominals with an indefinite article: *a man*
    indefinite: set[int] = field(factory=set)
    #: for each chunk the one that it was before some were folded, -1 for a fold; of a row that was
    #: not folded, itself
    origin: Sequence[int] = ()

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
            last = self._possessed(i + 2) if self._has_complement(i) else self._postmodified(i)
        if self._is_indefinite(i) and self.tags[i - 1 : i] == DETERMINER:
            first -= self.heads[i - 1] in self.language.indefinite_articles  # *a few*
        return Span(self.mention_starts[first], self.ends[last])

    def words(self, text: str, i: int) -> list[str]:
        """The words of chunk i of a text, in lower case."""
        return text[self.starts[i] : self.ends[i]].lower().split()

    def label_before(self, i: int) -> int | None:
        """The chunk of the label right before chunk i, and its colon; None if there is none."""
        return i - 2 if i >= 2 and self.tags[i - 2 : i] == LABEL + COLON else None

    def _is_indefinite(self, i: int) -> bool:
        """Whether the chunk is a pronoun for somebody new: *one*, *someone*."""
        return self.tags[i] == PRONOUN and self.heads[i] in self.language.indefinite

    def _postmodified(self, i: int) -> int:
        """The last chunk of a postmodifier of the nominal in chunk i, else i.

        *A person familiar with the talks*, *people with knowledge of the matter*.
        """
        match = _POSTMODIFIER.match(self.tags, i + 1)
        postposed = match and self.heads[match.start("head")] in self.language.postposed
        return match.end() - 1 if match and postposed else i

    def _possessed(self, i: int) -> int:
        """What belongs to the noun in chunk i, else i: *one of the band | ’s members*."""
        while self.tags[i + 1 : i + 2] == POSSESSIVE and self.tags[i + 2 : i + 3] in _POSSESSED:
            i += 2
        return i

    def _has_complement(self, i: int) -> bool:
        """Whether the nominal in chunk i goes on after it: *one of them*, *a man in the crowd*.

        A place is part of it only after an indefinite article: *the mayor in Brack* may have spoken
        there.
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


def find_chunks(tokens: Sequence[Token], language: Language = ENGLISH) -> Chunks:
    """Group the tokens of an article into chunks.

    Args:
        tokens: the tokens of the article, in order.
        language: the language of the article.

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
        self._chunks = Chunks(language)

    def chunks(self) -> Chunks:
        """Build the sequence of chunks."""
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
        """Join the tags; a preposition before subject and verb opens a clause: *after X said*."""
        chunks = self._chunks
        for match in _PREPOSITION_BEFORE_CLAUSE.finditer("".join(chunks.row)):
            if chunks.heads[match.start()] in self._language.subordinators:
                chunks.row[match.start()] = SUBORDINATOR
        chunks.tags = "".join(chunks.row)
        chunks.origin = range(len(chunks.row))

    def _add(self, tag: str, first: int, stop: int, mention: int | None = None) -> int:
        """Add ``tokens[first:stop]`` as one chunk, whose mention begins at a token of it."""
        tokens, last = self._tokens, self._tokens[stop - 1]
        mention_start = tokens[first if mention is None else mention].start
        self._chunks.add(tag, tokens[first].start, last.end, last.word, mention_start)
        return stop

    def _add_name(self, i: int) -> int:
        """Add the name at token i, or the nominal that it begins: *Holt aides*."""
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
        """Whether a name follows the particles from token i on: *said | von Lindt*."""
        return tag_at(self._tokens, self._after_joint(i)) == NAME

    def _name_end(self, i: int) -> int:
        """The end of the name that begins at token i, exclusive."""
        tokens, suffixes = self._tokens, self._language.suffixes
        n, j = len(tokens), i + 1
        while j < n:
            if tokens[j].tag == NAME or self._owns_body(j):
                j += 1
            elif (k := self._after_joint(j)) < n and tokens[k].tag == NAME:
                j = k + 1
            elif self._joins_fields(i, j) or self._goes_on(i, j) or self._is_numbered(j):
                j += 2
            elif tokens[j].word in suffixes and (tokens[j].capital or not tokens[i].capital):
                j += 1
            elif tokens[j].tag == COMMA and self._is_suffix(j + 1):
                j += 2
            else:
                break
        return j

    def _is_numbered(self, j: int) -> bool:
        """Whether token j is the number of a body whose officer follows: *Local 12 Chair Ada*."""
        officer = word_at(self._tokens, j + 1) in self._language.person_nouns
        numbered = tag_at(self._tokens, j) == NUMBER and word_at(self._tokens, j).isdigit()
        return numbered and officer and tag_at(self._tokens, j + 1) == NAME

    def _is_suffix(self, k: int) -> bool:
        """Whether token k ends a name after a comma, and begins none: *Ada Berg, MP, said*."""
        tokens = self._tokens
        suffix = word_at(tokens, k) in self._language.suffixes and tokens[k].capital
        return suffix and tag_at(tokens, k + 1) != NAME

    def _owns_body(self, j: int) -> bool:
        """Whether a possessive is part of the name of a body: *Makers’ Federation*."""
        tokens, language, following = self._tokens, self._language, word_at(self._tokens, j + 1)
        if tokens[j].word == "'":
            return following in language.organisation_words
        if tokens[j].tag != POSSESSIVE or not tokens[j - 1].capital:
            return False
        held = tokens[j - 1].word in language.person_nouns and tag_at(tokens, j + 1) == NAME
        return held and following in language.offices_held

    def _after_joint(self, j: int) -> int:
        """The index after the particles at token j, or after *of* in an office or a body."""
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
        """Whether *and* at token j joins two fields of a body: *Ministry of Women and Child Care*.

        The body precedes them, with *of* or the like, or follows them: *Food and Drug Office*.
        """
        tokens, language = self._tokens, self._language
        if tokens[j].word not in language.joining or tag_at(tokens, j + 1) != NAME:
            return False
        if not (self._is_field(tokens[j - 1].word) and self._is_field(tokens[j + 1].word)):
            return False
        return self._opened(i, j - 1) or self._closes_body(j + 2)

    def _is_body_joint(self, j: int) -> bool:
        """Whether token j continues a body: *of*, or *to* before a capital: *to Protect*."""
        tokens, language = self._tokens, self._language
        word = tokens[j].word
        if word in language.infinitive:
            following = word_at(tokens, j + 1)
            return following in language.ordinary_words and tokens[j + 1].capital
        return word in language.body_joints

    def _opened(self, i: int, j: int) -> bool:
        """Whether a body begins between token i and token j, and *of* or the like continues it."""
        tokens, joints = self._tokens, self._language.body_joints
        return any(tokens[k].word in joints and self._opens_body(k - 1) for k in range(i + 1, j))

    def _goes_on(self, i: int, j: int) -> bool:
        """Whether token j, *of* or *for*, continues a body: *Society for the Care of Birds*."""
        language, word = self._language, self._tokens[j].word
        if tag_at(self._tokens, j + 1) != NAME or word not in language.body_joints:
            return False
        field = self._is_field(self._tokens[j + 1].word)
        return (field or word in language.genitive) and self._opened(i, j - 1)

    def _closes_body(self, j: int) -> bool:
        """Whether the names from token j on end with a noun for bodies: *… Enforcement Agency*."""
        tokens, language = self._tokens, self._language
        stop = j
        while stop < min(len(tokens), j + _LONGEST_MODIFIER) and tokens[stop].tag == NAME:
            stop += 1
        last = tokens[stop - 1].word
        return stop > j and (last in language.organisation_words or last in language.no_last_names)

    def _is_field(self, word: str) -> bool:
        """Whether a word with a capital is an ordinary noun, not a name or another body."""
        language = self._language
        if word in language.body_fields:
            return True
        ordinary = word in language.ordinary_words or language.looks_plural(word)
        return ordinary and not (
            word in language.given_names or word in language.organisation_words
        )

    def _opens_body(self, i: int) -> bool:
        """Whether token i can begin a body that a preposition continues: *Friends of*."""
        token, language = self._tokens[i], self._language
        opens = token.capital and token.word in language.body_openers
        return opens or token.word in language.organisation_words

    def _is_verb(self, k: int) -> bool:
        """Whether a word that looks like a plural has an object: *NAME chairs the inquiry*."""
        third = self._tokens[k].word.endswith(self._language.third_person_suffixes)
        return third and tag_at(self._tokens, k + 1) == DETERMINER

    def _add_headed(self, i: int, j: int) -> int:
        """Add a nominal whose head is token j - 1; a name right after it replaces it."""
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
        """Whether the nominal at token i has two determiners: *the two unions*, not *this | the firm*."""
        two = tag_at(self._tokens, i) == tag_at(self._tokens, i + 1) == DETERMINER
        words, definite = {word_at(self._tokens, k) for k in (i, i + 1)}, self._language.definite
        return two and not words <= definite and self._last_head(i + 1) > i

    def _last_head(self, i: int) -> int:
        """The last noun that can speak in the nominal at token i; -1 if it has none."""
        heads = range(i + 1, self._nominal_end(i, i + 1))
        return max((k for k in heads if self._is_head(self._tokens[k])), default=-1)

    def _nominal_end(self, i: int, start: int) -> int:
        """The end of the tokens that can belong to the nominal at token i, exclusive."""
        tokens, j = self._tokens, start
        while j < len(tokens) and j - i < _LONGEST_NOMINAL and tokens[j].tag in _IN_NOMINAL:
            j += 1
        while j > start + 1 and tokens[j - 1].tag == ADVERB:
            j -= 1
        if j > start + 1 and tokens[j - 1].tag == PAST_FORM and tag_at(tokens, j) in _OBJECTS:
            j -= 1  # *the next village raised the alarm*
        return j + 1 if j == i + 1 and tag_at(tokens, j) == TIME else j

    def _is_head(self, token: Token) -> bool:
        """Whether the token is a noun that can speak, by the tables or by its position."""
        return (token.word in self._speaking and not token.capital) or token.tag == SPEAKING_NOMINAL

    def _add_determined(self, i: int, j: int) -> int:
        """Add a determiner with the words after it, if there is no known head."""
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
