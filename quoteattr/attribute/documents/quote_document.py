"""Build the document of an article whose quotes are its quoted spans."""

from __future__ import annotations

from collections.abc import Sequence
from operator import add

from quoteattr.attribute.documents.credits import chunks_of_credits
from quoteattr.attribute.documents.document import Document
from quoteattr.attribute.documents.echoes import Echoes
from quoteattr.attribute.documents.reading import NOT_READ, QuoteReading
from quoteattr.attribute.documents.topics import chunks_of_titles, chunks_of_topics
from quoteattr.coref.coreference import Coreference
from quoteattr.detect.alphabet import (
    AGENT_MARKER,
    CUE,
    OBJECT_PRONOUN,
    OTHER_NOMINAL,
    PARAGRAPH_EDGES,
    PREPOSITION,
    SPEAKER,
)
from quoteattr.detect.chunks import Chunks
from quoteattr.detect.patterns.pattern import FARTHEST, RowPattern, encode, tags
from quoteattr.detect.quotes import QuotedSpan
from quoteattr.detect.token import TokenColumns
from quoteattr.detect.tokens import label_in_marks
from quoteattr.language import Language
from quoteattr.language.patterns import lazy_regex
from quoteattr.language.tables import Words
from quoteattr.records import Span
from quoteattr.tag.tagger import BEGIN, INSIDE, Tagged

#: no lower-case letter, colon or quotation mark up to the line end or to a dash between spaces
_HEADING = lazy_regex(r"[^\r\n\p{Ll}:\"“”‘—–]++(?=[\r\n—–]|\Z)")
#: number of characters in capitals after which the line is checked
_CAPITALS = 4
_LOWER = lazy_regex(r"\p{Ll}[\p{L}'’\-]*+")
#: an unknown nominal is a candidate only as the subject of a cue, or right after one
_SPOKEN_RIGHT = RowPattern(
    encode(
        "({PREPOSITION|AGENT_MARKER} {DETERMINER|OTHER_WORD|ING_FORM|NUMBER|PAST_FORM}*"
        " {NOUN_PHRASE|OTHER_WORD|CUE_NOUN|TIME|OBJECT_PRONOUN|PRONOUN|NUMBER}+"
        " | {ADVERBIAL|PRONOUN})? ({COMMA} {^END|QUOTE}{1,30} {COMMA})?"
        " {COPULA|AUXILIARY|ADVERB}* {CUE|CUE_PARTICIPLE|COLON}"
    )
)
_SPOKEN_LEFT = frozenset(tags("SAYING|ACCORDING_TO|QUOTE"))
#: *by*, *told by*
_BY = frozenset(tags("AGENT_MARKER|ACCORDING_TO"))
_AGENT_LEFT = frozenset(tag + AGENT_MARKER for tag in tags("QUOTE|CUE|PAST_FORM"))
#: in order, a pronoun before the verb of another subject: *a voice | behind me said*
_GOVERNED = frozenset(PREPOSITION + OBJECT_PRONOUN + cue for cue in CUE)
#: a tag that is a candidate if the tagger labels it as a source, with at least this probability
_SPEAKING_IF_READ = tags("OTHER_NOMINAL|OBJECT_PRONOUN")
_READ_AS_SOURCE = 0.5
#: tags that can be a candidate at all
_MAY_SPEAK = frozenset(SPEAKER + _SPEAKING_IF_READ)
#: a label that may be an event's
_EVENT = lazy_regex(encode("{NAME|LABEL} {OTHER_WORD|NUMBER|TIME}{0,2} {COLON}"))
#: determiners of a mention of nobody: *no one*, *none of*
_NEGATABLE = tags("PRONOUN|OTHER_NOMINAL")
_HEADS = frozenset(tags("NOUN_PHRASE|OTHER_WORD|CUE_NOUN"))


def quote_document(
    text: str,
    quoted: Sequence[QuotedSpan],
    tokens: TokenColumns,
    tagged: Tagged | None,
    tagged_for_rules: Tagged | None,
    chunks: Chunks,
    coreference: Coreference,
) -> Document:
    """Build the document with the quotes of an article and their candidates.

    Args:
        text: the text of the article.
        quoted: its quoted spans, in order.
        tokens: its tokens, with one for each quoted span.
        tagged: their labels; None without a tagger.
        tagged_for_rules: the labels that the rules see, the same whatever kinds are wanted.
        chunks: the chunks of the tokens.
        coreference: the referent of each mention.

    Returns:
        The document. A quote is a quoted span, or several if it continues over paragraphs.
    """
    document = Document(text, tokens, tagged, chunks, coreference, tagged_for_rules)
    document.topics = chunks_of_topics(text, chunks)
    unspoken = document.topics | chunks_of_titles(chunks) | chunks_of_credits(chunks)
    headings = _CapitalHeadings(text)
    document.candidate_chunks = [
        i
        for i, tag in enumerate(chunks.tags)
        if tag in _MAY_SPEAK
        and _could_speak(document, i, tag)
        and i not in unspoken
        and not headings.includes(chunks.starts[i])
    ]
    echoes = Echoes(text, quoted)
    for chain in _chains(chunks, quoted):
        first, last = chunks.quote_chunks[chain[0]], chunks.quote_chunks[chain[-1]]
        spans = tuple(Span(_start(text, quoted[k]), quoted[k].end) for k in chain)
        document.add_quote(
            (first, last),
            spans,
            quoted=chain,
            closed=quoted[chain[-1]].closed,
            noun_follows=_noun_follows(text, chunks, last),
            reading=_reading(
                tagged_for_rules,
                [document.tokens_in(*span) for span in spans],
                labelled=chunks.label_before(first) is not None,
            ),
            **echoes.of(chain[0]),
        )
    return document


def _reading(tagged: Tagged | None, slices: Sequence[slice], labelled: bool) -> QuoteReading:
    """The tagger's probabilities for a quote.

    Args:
        tagged: the labels of the article's tokens; None without a tagger.
        slices: the tokens of each quoted span of the quote, in order.
        labelled: whether a label names the speaker, which the tagger has hardly ever seen.
    """
    if tagged is None:
        return NOT_READ
    sources = {} if labelled else tagged.sources
    probabilities = tagged.probabilities
    first, last = slices[0].start, slices[-1].stop
    begins, inside = probabilities[[t.start for t in slices]][:, [BEGIN, INSIDE]].T.tolist()
    before, after = probabilities[max(0, first - 1) : first], probabilities[last : last + 1]
    return QuoteReading(
        max(map(add, begins, inside)),
        begins[0],
        float(before[:, [BEGIN, INSIDE]].sum()),
        float(after[:, [BEGIN, INSIDE]].sum()),
        tuple(sources[t.start] for t in slices if t.start in sources),
    )


class _CapitalHeadings:
    """The headings of a text: at least three words in capitals that are or begin a line."""

    def __init__(self, text: str) -> None:
        self._text = text
        #: whether a line begins with a heading, by the start of the line
        self._headed: dict[int, bool] = {}

    def includes(self, start: int) -> bool:
        """Whether a span in capitals is in the line of a heading."""
        text = self._text
        if not text[start].isupper() or not text[start : start + _CAPITALS].isupper():
            return False
        first = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
        if first not in self._headed:
            heading = _HEADING.match(text, first)
            self._headed[first] = heading is not None and len(heading.group().split()) > 2
        return self._headed[first]


def is_means(document: Document, i: int) -> bool:
    """Whether chunk i is the means by which words were passed on: *was told by letter*."""
    by = document.tags[max(0, i - 1) : i] in _BY
    return by and len(document.words(i)) == 1 and document.words(i)[0] in document.language.messages


def _could_speak(document: Document, i: int, tag: str) -> bool:
    """Whether a chunk is a name, pronoun, nominal or label, but not of nobody.

    An unknown nominal must be next to a cue, or labelled as a source by the tagger.
    """
    chunks = document.chunks
    before = chunks.heads[i - 1] if i else ""
    negative = chunks.language.negative
    if chunks.heads[i] in negative or (before in negative and tag in _NEGATABLE):
        return False
    if chunks.heads[i] in chunks.language.body_parts and _is_possessed(document, i):
        return False
    if tag in SPEAKER:
        return not (_is_event(document, i) or is_means(document, i))
    if tag == OTHER_NOMINAL and _beside_cue(chunks, i):
        return True
    if tag == OBJECT_PRONOUN and chunks.tags[i - 1 : i + 2] in _GOVERNED:
        return False
    return tag in _SPEAKING_IF_READ and document.source_probability(i) >= _READ_AS_SOURCE


def _is_event(document: Document, i: int) -> bool:
    """Whether a thing or an event opens the line, before a colon: *Tresk Open tennis: Berg …*."""
    opens = document.tags[max(0, i - 1) : i] in PARAGRAPH_EDGES
    if not opens or not _EVENT.match(document.tags, i):
        return False
    entity, given_names = document.candidate(i).entity, document.language.given_names
    return entity is not None and entity.thing and entity.words[0].lower() not in given_names


def _is_possessed(document: Document, i: int) -> bool:
    """Whether a possessive pronoun precedes the noun of the nominal in chunk i: *his head*."""
    return document.words(i)[0] in document.language.possessives


def _beside_cue(chunks: Chunks, i: int) -> bool:
    """Whether chunk i is the subject of a cue, or directly follows one."""
    beside = chunks.tags[i - 1 : i] in _SPOKEN_LEFT or chunks.tags[i - 2 : i] in _AGENT_LEFT
    return beside or _SPOKEN_RIGHT.begins(chunks.tags, i + 1, i + FARTHEST)


def _chains(chunks: Chunks, quotes: Sequence[QuotedSpan]) -> list[range]:
    """The quoted spans of each quote; an unlabelled one that continues the last joins it."""
    chains: list[range] = []
    for k, (chunk, quoted) in enumerate(zip(chunks.quote_chunks, quotes, strict=True)):
        if quoted.continues and chains and chunks.label_before(chunk) is None:
            chains[-1] = range(chains[-1].start, k + 1)
        else:
            chains.append(range(k, k + 1))
    return chains


def _start(text: str, quoted: QuotedSpan) -> int:
    """The start of the words of a quoted span: after its label, if it has one."""
    label = label_in_marks(text, quoted)
    return label.end() if label and label.end() < quoted.end else quoted.start


def _opening(language: Language) -> Words:
    """Words that begin a nominal of their own."""
    return language.determiners | language.possessives | language.indefinite


def _noun_follows(text: str, chunks: Chunks, last: int) -> bool:
    """Whether a lower-case noun, or a name after a lower-case office, follows chunk last."""
    i = last + 1
    if chunks.tags[i : i + 1] not in _HEADS:
        return False
    word = _LOWER.match(text, chunks.starts[i])
    return word is not None and word.group() not in chunks.language.derived(_opening)
