"""What the rules look at: an article, its quotes and candidates, each with its context.

Everything that stands between or around is a slice of the row of chunks (one character a chunk,
``detect/alphabet.py`` has the alphabet), so that a rule is a short pattern.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cache, cached_property, partial
from typing import Any, NamedTuple

import numpy as np
from attrs import define, frozen
from numpy.typing import NDArray

from quoteattr.attribute.documents.joint import joint_antecedents, joint_speakers
from quoteattr.coref.certainty import SEVERAL, UNKNOWN, Resolution
from quoteattr.coref.coreference import Coreference, Entity
from quoteattr.detect.alphabet import (
    COMMA,
    NAME,
    PARAGRAPH_END,
    QUOTE,
    RELATIVE,
    SENTENCE_END,
    SPEAKING_NOMINAL,
)
from quoteattr.detect.chunks import Chunks
from quoteattr.detect.pattern import FARTHEST, encode, tags
from quoteattr.detect.row_regex import group, one_of
from quoteattr.detect.tokens import Token
from quoteattr.language import ENGLISH, Language
from quoteattr.language.letters import WORD
from quoteattr.language.marks import NO_INVISIBLE
from quoteattr.language.patterns import lazy_regex
from quoteattr.records import Span
from quoteattr.tag.clauses import Clause
from quoteattr.tag.tagger import SOURCE, QuoteSource, Tagged

#: paragraphs before and after the quote's own in which a candidate may stand; those that are
#: nothing but a quote, the turns of a dialogue, are not counted before it
PARAGRAPHS_BACK, PARAGRAPHS_ON = 3, 1
#: candidates before and after the quote, the nearest first; and those of a clause, most of whose
#: speakers stand in its sentence
MOST_BEFORE, MOST_AFTER = 15, 6
CLAUSE_BEFORE, CLAUSE_AFTER = 5, 3
#: most chunks that a candidate may be away
WINDOW = 600
#: characters behind a subject in which a word may say that several speak together
_CLAUSE = 60
#: chunks before a noun without an article in which the person is named whom it describes
_APPOSED = 6
#: in order: *Ida Berg,*
_NAMED = NAME + COMMA
#: most chunks that a rule sees before a candidate
NEAR = 24

_WORD = lazy_regex(WORD)
#: a nominal, what it is of, an aside, and then *who*: *a letter from the firm, dated 2021, which*
_ANTECEDENT = lazy_regex(
    encode("{NOMINAL}")
    + f"(?:{one_of('PREPOSITION|AGENT_MARKER')}{group('of', 'NOUN_PHRASE')})?"
    + encode("({COMMA} {^COMMA|END|QUOTE|CUE|RELATIVE|PRONOUN}{1,6})? {COMMA}?$")
)
#: *who left and who*, up to the second
_JOINED_RELATIVE = lazy_regex(
    group("first", "RELATIVE") + encode("{^END|QUOTE|RELATIVE}* {COMMA}? {CONJUNCTION}$")
)
#: the subject, auxiliaries and adverbs of the cue that stands right before a quote
_CUE_BEFORE = lazy_regex(
    encode("{MENTION}? ({PREPOSITION} {NAME})? {AUXILIARY|ADVERB|PREPOSITION|CONJUNCTION}{0,6}")
    + group("cue", "CUE|CUE_PARTICIPLE")
    + encode("{ADVERBIAL|OBJECT_PRONOUN|NOUN_PHRASE|PREPOSITION|OTHER_WORD}{0,3}")
    + encode("{COMMA|COLON|COMPLEMENTIZER}{0,2}$")
)
_CUES = frozenset(tags("CUE|CUE_PARTICIPLE"))
_MESSAGE = "{NOMINAL|CUE_NOUN}"
_FROM = "{PREPOSITION|AGENT_MARKER} {NAME|SPEAKING_NOMINAL}"
#: a message and who sent it
_SENT = lazy_regex(encode(f"{_MESSAGE} {_FROM}"))
#: the same, with whom it is for in between
_ADDRESSED = lazy_regex(
    encode(f"{_MESSAGE} {{PREPOSITION}} {{NAME|SPEAKING_NOMINAL|PRONOUN}} {_FROM}")
)
_OWNER = lazy_regex(encode("{NAME|SPEAKING_NOMINAL} {POSSESSIVE}"))
_SENTENCE_END = lazy_regex(one_of("END"))
#: what stands where nothing does
_NOTHING, _NOMINAL = tags("PARAGRAPH_END"), tags("NOMINAL")


class Frame(NamedTuple):
    """What stands around a quote."""

    #: chunks from the start of its sentence to the quote, and from the quote to the sentence's end
    left: str
    right: str
    #: chunks of its paragraph
    paragraph: str
    #: heads of the two chunks before it and of the one after it, in lower case
    beside: tuple[str, str, str]
    #: what reports it is denied: *never say*, *no one says*; or imagined: *would have said*
    denied: bool = False
    imagined: bool = False
    language: Language = ENGLISH

    @property
    def before(self) -> str:
        """Its sentence up to it; a quote that opens it stands after an end."""
        return self.left or _NOTHING

    @property
    def after(self) -> str:
        """Its sentence after it; where the article ends, an end."""
        return self.right or _NOTHING


#: What stands for the tagger's probabilities where there is no tagger, or it does not say: that a
#: mention is a source, that nobody said a quote, that its source stands in another paragraph. With
#: these, those of ordinary quotes and mentions, the trees do best (``world/train``: F 88.3 instead
#: of 91.1, when rules saw labels only).
NO_SOURCE_READ, _NOBODY_READ, _ELSEWHERE_READ = 0.3, 0.05, 0.2


class Path(NamedTuple):
    """What stands between a quote and a candidate, and whether a tagger sees them together."""

    #: the candidate stands before the quote
    before: bool
    chunks: str
    #: the tagger's probability that the candidate is the source of the quote
    source: float = NO_SOURCE_READ

    @property
    def length(self) -> int:
        """How many chunks stand between."""
        return len(self.chunks)


@frozen
class Paths:
    """The paths from a quote to each of its candidates, which are in order of the text."""

    #: the chunks before the quote and those behind it, as far as rules see
    left: str
    right: str
    #: for each candidate what its path has by these names
    before: Sequence[bool]
    length: Sequence[int]
    source: Sequence[float]

    def __getitem__(self, k: int) -> Path:
        before, length = self.before[k], self.length[k]
        chunks = self.left[len(self.left) - length :] if before else self.right[:length]
        return Path(before, chunks, self.source[k])


class Place(NamedTuple):
    """What stands around a candidate: its sentence up to it, its sentence after it."""

    before: str
    tag: str
    after: str


class QuoteReading(NamedTuple):
    """The tagger's probabilities that a quote is reported content, and the tokens beside it."""

    content: float
    #: it begins the content
    begins: float
    #: the token before it, and the one behind it: it is part of a reported clause
    before: float
    behind: float
    #: where the source of each of its quoted spans stands, none if the tagger does not say
    sources: tuple[QuoteSource, ...] = ()

    @property
    def nobody(self) -> float:
        """The probability that nobody said the words."""
        return self.sources[0].nobody if self.sources else _NOBODY_READ

    @property
    def elsewhere(self) -> float:
        """The probability that the source stands in another paragraph."""
        return self.sources[0].elsewhere if self.sources else _ELSEWHERE_READ

    def source(self, tokens: slice) -> float:
        """The probability that some tokens are, or are part of, the source."""
        if not self.sources:
            return NO_SOURCE_READ
        return max(source.within(tokens) for source in self.sources)


#: what stands for a quote that was not read
NOT_READ = QuoteReading(content=0.95, begins=0.9, before=0.05, behind=0.01)


@define(eq=False)
class Quote:
    """One or more quoted spans, or a reported clause, as the rules see them.

    More than one where a quotation goes on over several paragraphs, each opened anew.
    """

    #: its position among the document's quotes
    index: int
    #: the chunks of its first and its last quoted span
    first: int
    last: int
    #: where the words of each quoted span stand
    spans: tuple[Span, ...]
    text: str
    frame: Frame
    language: Language
    #: the quoted spans that it is, or that stand in it, as they are counted
    quoted: Sequence[int] = ()
    #: the last quoted span has its closing mark
    closed: bool = True
    #: how often its words stand between other marks, inside a longer quoted span, and outside marks
    repeated: int = 0
    echoed: int = 0
    unmarked: int = 0
    #: a noun, without a determiner, stands right after it
    noun_follows: bool = False
    #: how the tagger read it
    reading: QuoteReading = NOT_READ
    #: the reported clause that it is, None for quoted spans
    clause: Clause | None = None
    #: who speaks it is settled: the candidate in the chunk ``speaker``, None for nobody
    settled: bool = False
    speaker: int | None = None

    @cached_property
    def words(self) -> list[str]:
        """Its words as they stand."""
        return _WORD.findall(self.text)

    @cached_property
    def classes(self) -> str:
        """The classes of its words, unknown words left out."""
        tags = self.language.word_tags
        return "".join([tags.get(word, "") for word in " ".join(self.words).lower().split(" ")])

    @cached_property
    def capital_count(self) -> int:
        """How many of its words begin with a capital."""
        return sum([word[0].isupper() for word in self.words])


@define(eq=False)
class Candidate:
    """A mention that is not chosen yet."""

    chunk: int
    text: str
    head: str
    place: Place
    entity: Entity | None
    #: its chunk begins with a title or an office
    titled: bool
    #: the tokens of the mention
    tokens: slice
    #: the tagger's probability that it is the source of something reported
    source_probability: float = NO_SOURCE_READ
    language: Language = ENGLISH
    #: what the rules say of the candidate alone, kept by ``attribute/decision/decode.py``
    values: NDArray[np.float32] | None = None

    @property
    def key(self) -> object:
        """The entity, or where there is none the candidate itself: equal for one speaker."""
        return self.entity or self


@define(eq=False)
class PreviousQuotes:
    """What was decided for the quotes before one."""

    #: who spoke the last quote and the one before it, None for nobody
    last: Candidate | None
    before_last: Candidate | None
    #: how many quotes each has spoken so far
    spoken: Counter[object]
    #: the quote before ends with a question mark
    asked: bool
    #: chunks between the quote before and this one, None if this is the first
    gap: str | None
    #: chunk of the quote before (-1 if there is none) and of this one
    before: int
    here: int


def _several(names: Sequence[str], language: Language) -> bool:
    """They are names of several, not the words of one: *Science* and *Technology Daily*."""
    first, second = names[0].lower(), names[1].lower().split()
    person = second[0] in language.given_names and first not in language.ordinary_words
    has_given_name = first in language.given_names or person  # *Carla and Nuno Reis*
    one = " " not in first and not has_given_name and any(" " in name for name in names[1:])
    return not one and names[-1].split()[-1].lower() not in language.organisation_words


class Document:
    """One article on its way through attribution: chunks, coreference, quotes, candidates.

    ``quote_document`` makes it of quoted spans, ``clauses/clause_document.py`` of reported clauses.
    """

    def __init__(
        self,
        text: str,
        tokens: Sequence[Token],
        tagged: Tagged | None,
        chunks: Chunks,
        coreference: Coreference,
        origin: Sequence[int] | None = None,
        seen: Tagged | None = None,
    ) -> None:
        """Start without quotes and candidates.

        Args:
            text: the article as given.
            tokens: its tokens, each quoted span one.
            tagged: their labels, None without a tagger.
            chunks: its row of chunks.
            coreference: the entity of each mention.
            origin: for each chunk the one that coreference knows it by, -1 if it knows none; the
                same by default.
            seen: the labels that the rules see; all by default.
        """
        self.text = text
        self.tokens = tokens
        self.tagged = tagged
        self.language = chunks.language
        self.chunks = chunks
        self.tags = chunks.tags
        self.coreference = coreference
        self.quotes: list[Quote] = []
        #: the chunks that hold a candidate, in order
        self.candidate_chunks: list[int] = []
        visible = tagged if seen is None else seen
        self._source_probabilities: list[float] = visible.column(SOURCE).tolist() if visible else []
        self._origin: Sequence[int] = range(len(self.tags)) if origin is None else origin
        self._candidates: dict[int, Candidate] = {}
        #: all that speak together with a mention, asked again for each field of a record
        self._joint_speakers = cache(partial(joint_speakers, chunks))

    @cached_property
    def token_starts(self) -> list[int]:
        """Where each token starts."""
        return [token.start for token in self.tokens]

    def add_quote(self, chunks: tuple[int, int], spans: tuple[Span, ...], **fields: Any) -> None:
        """Add the next quote, from its first to its last chunk, with further fields of Quote."""
        text = " ".join(self.text[start:end] for start, end in spans)
        frame = self._frame(*chunks)
        self.quotes.append(
            Quote(len(self.quotes), *chunks, spans, text, frame, self.language, **fields)
        )

    def speaker(self, candidate: Candidate) -> str:
        """The fullest name of whom a candidate stands for, or its own words.

        Of several who speak together, the names are joined by *and*.
        """
        names = self._together(candidate)
        if names:
            return self.language.name_joiner.join(names)
        return self._single(self._stands_for(candidate))

    def coreference_chunks(self, candidate: Candidate) -> list[int]:
        """The chunks, as coreference knows them, of all for whom a candidate stands.

        One, or several who speak together; -1 for words that coreference does not know.
        """
        members = self._joint_speakers(candidate.chunk)
        names = self._names(members)
        if not names and candidate.entity is None:
            members = joint_antecedents(self.chunks, candidate.chunk)
            names = self._names(members)
        if not names:
            return [self._origin[self._stands_for(candidate)]]
        origins = [self._origin[i] for i in members]
        return [i for i in origins if i >= 0 and self.coreference.entity_of(i)]

    def resolution(self, candidate: Candidate) -> Resolution:
        """How the speaker of a candidate was reached, on which depends how sure the name is."""
        if self._together(candidate):
            return SEVERAL
        origin = self._origin[self._stands_for(candidate)]
        return UNKNOWN if origin < 0 else self.coreference.resolution(origin)

    def _together(self, candidate: Candidate) -> list[str]:
        """The full names of all who speak together, none where one speaks alone."""
        names = self._names(self._joint_speakers(candidate.chunk))
        if not names and candidate.entity is None:
            names = self._names(joint_antecedents(self.chunks, candidate.chunk))
        return names

    def _stands_for(self, candidate: Candidate) -> int:
        """The chunk of whom a candidate stands for."""
        chunk = self._sender(candidate.chunk)
        if candidate.entity is None and candidate.place.tag == RELATIVE:
            chunk = self._described(candidate.chunk)
        return candidate.chunk if chunk is None else chunk

    def _sender(self, i: int) -> int | None:
        """The chunk of who sent the message in chunk i: *a text to Y from X*, *X's text*."""
        heads = self.chunks.heads
        if heads[i] not in self.language.messages:
            return None
        for pattern in (_SENT, _ADDRESSED):
            sent = pattern.match(self.tags, i)
            if sent and heads[sent.end() - 2] in self.language.sending:
                return sent.end() - 1
        return i - 2 if _OWNER.fullmatch(self.tags, max(0, i - 2), i) else None

    def _single(self, i: int) -> str:
        """The fullest name of whom the mention in chunk i stands for, or its own words."""
        origin = self._origin[i]
        own = self.text[slice(*self.chunks.mention(i))]
        words = own if origin < 0 else self.coreference.speaker(origin)
        return " ".join(words.translate(NO_INVISIBLE).split())

    def _described(self, i: int) -> int | None:
        """The chunk of the nominal that *who* in chunk i goes back to, without what it is of.

        *And who* goes back to what *who* before it does; no document does: *a letter from a pupil
        who*.
        """
        start = max(0, i - NEAR)
        joined = _JOINED_RELATIVE.search(self.tags, start, i)
        if joined:
            i = joined.start("first")
        match = _ANTECEDENT.search(self.tags, start, i)
        if not match:
            return None
        written = self.chunks.heads[match.start()] in self.language.document_nouns
        of_writer = written and self.chunks.heads[i] not in self.language.thing_relatives
        return match.start("of") if match["of"] and of_writer else match.start()

    def mention(self, candidate: Candidate) -> Span:
        """Where the candidate stands; with its owner, and of several together, all of them."""
        members = self._joint_speakers(candidate.chunk)
        if not self._names(members):
            start, end = self.chunks.mention(candidate.chunk)
            return Span(self._owner_start(candidate.chunk, start), end)
        first, last = members[0], members[-1]
        return Span(self.chunks.mention(first).start, self.chunks.mention(last).end)

    def _owner_start(self, i: int, start: int) -> int:
        """Where the owner of whom the nominal in chunk i stands for starts, else where it does."""
        origin = self._origin[i]
        if origin < 0 or self.tags[i] not in _NOMINAL or self.coreference.speaking_entity(origin):
            return start
        first, last = self.coreference.referent_span(origin)
        return self.coreference.chunks.mention(first).start if last == origin else start

    def _names(self, members: Sequence[int]) -> list[str]:
        """The full names of members who are named, if there are several."""
        if len(members) < 2:
            return []
        origins = [self._origin[i] for i in members]
        named = [
            self.coreference.speaker(i) for i in origins if i >= 0 and self.coreference.entity_of(i)
        ]
        names = list(dict.fromkeys(named))
        if any(map(self._is_apposed, members)):
            return []
        if len(names) < 2 or not (_several(names, self.language) or self._is_joint(members[-1])):
            return []
        return names

    def _is_apposed(self, i: int) -> bool:
        """The noun in chunk i has no article, and is of the person named before its comma.

        *Ida Berg, chair and founder of Rill & Vale, said*; *Dr Berg, the Rill and Vale director*.
        """
        chunks, language = self.chunks, self.language
        if chunks.tags[i] != SPEAKING_NOMINAL or chunks.heads[i] not in language.roles:
            return False
        first = self.text[chunks.starts[i] : chunks.ends[i]].split()[0].lower()
        before = chunks.tags[max(0, i - _APPOSED) : i]
        return first not in language.determiners and _NAMED in before

    def _is_joint(self, i: int) -> bool:
        """The clause behind chunk i says that several speak together: *in a joint statement*."""
        end = self.chunks.ends[i]
        words = self.text[end : end + _CLAUSE].split(".")[0].lower().split()
        return not self.language.together.isdisjoint(words)

    def _frame(self, first: int, last: int) -> Frame:
        """What stands around the chunks of a quote."""
        tags = self.tags
        low, high = max(0, first - FARTHEST), last + FARTHEST
        start = max(low, tags.rfind(PARAGRAPH_END, low, first) + 1)
        stop = tags.find(PARAGRAPH_END, last, high)
        sentence = max(start, tags.rfind(SENTENCE_END, start, first) + 1)
        end, governing = _SENTENCE_END.search(tags, last, high), self._governing(sentence, first)
        return Frame(
            tags[sentence:first],
            tags[last + 1 : end.end() if end else high],
            tags[start : high if stop < 0 else stop],
            self._beside(first, last),
            not governing.isdisjoint(self.language.denied),
            not governing.isdisjoint(self.language.imagined),
            self.language,
        )

    def _governing(self, start: int, first: int) -> set[str]:
        """The words before the cue right before chunk first, in its clause.

        Args:
            start: the chunk with which its sentence starts.
            first: the chunk of a quote.
        """
        start = max(start, first - NEAR)
        if _CUES.isdisjoint(self.tags[start:first]):
            return set()
        match = _CUE_BEFORE.search(self.tags, start, first)
        if match is None:
            return set()
        chunks = self.chunks
        around = range(match.start(), match.start("cue"))
        heads = {chunks.heads[i] for i in around}
        heads |= {self.text[chunks.starts[i] : chunks.ends[i]].split()[0].lower() for i in around}
        return heads

    def _beside(self, first: int, last: int) -> tuple[str, str, str]:
        """Heads of the two chunks before and of the one after these."""
        heads = self.chunks.heads
        before, further = heads[max(0, first - 1) : first], heads[max(0, first - 2) : first - 1]
        return ("".join(further), "".join(before), "".join(heads[last + 1 : last + 2]))

    def candidate(self, i: int) -> Candidate:
        """The candidate in chunk i, made once."""
        candidate = self._candidates.get(i)
        if candidate is None:
            candidate = self._candidates[i] = self._candidate(i)
        return candidate

    def _candidate(self, i: int) -> Candidate:
        """Make the candidate in chunk i."""
        chunks, tags = self.chunks, self.tags
        stop = _SENTENCE_END.search(tags, i + 1, i + FARTHEST)
        near = max(0, i - NEAR)
        start = max(near, tags.rfind(SENTENCE_END, near, i), tags.rfind(PARAGRAPH_END, near, i))
        place = Place(
            tags[start:i] or _NOTHING, tags[i], tags[i + 1 : stop.end() if stop else i + FARTHEST]
        )
        begin, end = chunks.mention(i)
        entity, titled = self.coreference.entity_of(self._origin[i]), chunks.starts[i] < begin
        words, head, tokens = self.text[begin:end], chunks.heads[i], self.tokens_in(begin, end)
        source = self._source_in(tokens)
        return Candidate(i, words, head, place, entity, titled, tokens, source, self.language)

    def source_probability(self, i: int) -> float:
        """The tagger's probability that the mention in chunk i is a source."""
        return self._source_in(self.tokens_in(*self.chunks.mention(i)))

    def _source_in(self, tokens: slice) -> float:
        """The tagger's probability that one of some tokens is of a source."""
        return max(self._source_probabilities[tokens], default=NO_SOURCE_READ)

    def tokens_in(self, start: int, end: int) -> slice:
        """The tokens that stand in a span of the text, at least in part."""
        return slice(
            bisect_right(self.token_starts, start) - 1, bisect_left(self.token_starts, end)
        )

    def window(self, quote: Quote) -> list[int]:
        """Chunks of the candidates near enough to have said the quote, in order of the text."""
        low, high = quote.first, quote.last
        first, last = max(0, low - WINDOW), min(len(self.tags), high + WINDOW)
        back = PARAGRAPHS_BACK + 1
        while back and low > first:
            end, low = low, max(first, self.tags.rfind(PARAGRAPH_END, first, low))
            back -= self.tags[low + 1 : end].rstrip(SENTENCE_END) != QUOTE
        for _ in range(PARAGRAPHS_ON + 1):
            high = self.tags.find(PARAGRAPH_END, high + 1, last)
            high = last if high < 0 else high
        chunks = self.candidate_chunks
        most_before, most_after = (
            (CLAUSE_BEFORE, CLAUSE_AFTER) if quote.clause else (MOST_BEFORE, MOST_AFTER)
        )
        here, on = bisect_left(chunks, quote.first), bisect_left(chunks, quote.last)
        before = chunks[max(bisect_left(chunks, low), here - most_before) : here]
        return before + chunks[on : min(bisect_left(chunks, high), on + most_after)]

    def paths(self, quote: Quote, candidates: Sequence[Candidate]) -> Paths:
        """What stands between a quote and each of some candidates, in order of the text."""
        first, behind = quote.first, quote.last + 1
        before = [candidate.chunk < first for candidate in candidates]
        distances = [
            first - candidate.chunk - 1 if stands_before else candidate.chunk - behind
            for candidate, stands_before in zip(candidates, before, strict=True)
        ]
        return Paths(
            self.tags[max(0, first - FARTHEST) : first],
            self.tags[behind : behind + FARTHEST],
            before,
            [min(max(0, distance), FARTHEST) for distance in distances],
            [quote.reading.source(candidate.tokens) for candidate in candidates],
        )
