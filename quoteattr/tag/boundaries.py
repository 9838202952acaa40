"""Correct the boundaries of reported contents where grammar leaves only one reading.

The tagger labels tokens one by one, and does not know that a clause needs a verb, or who the
subject of a second verb is. This module corrects cases with only one reading, and drops what is a
circumstance (``circumstances.py``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from attrs import evolve

from quoteattr.detect.alphabet import (
    AGENT_MARKER,
    CLOSE_BRACKET,
    COMMA,
    COMPLEMENTIZER,
    CONJUNCTION,
    COPULA,
    CUE,
    CUE_PARTICIPLE,
    DETERMINER,
    END,
    OPEN_BRACKET,
    PARAGRAPH_END,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    RELATIVE,
    REPORTING,
)
from quoteattr.detect.patterns.pattern import tags
from quoteattr.detect.token import Token, tag_at, word_at
from quoteattr.language import Language
from quoteattr.language.marks import SEPARATORS
from quoteattr.tag import tagger
from quoteattr.tag.addressees import (
    ends_addressee,
    start_after_addressee,
    with_addressees,
    with_told_clauses,
)
from quoteattr.tag.circumstances import is_circumstance
from quoteattr.tag.finite_verbs import is_demonstrative
from quoteattr.tag.fronted_phrases import start_of_phrase
from quoteattr.tag.labelled_tokens import CONTENT_LABELS, LabelledTokens
from quoteattr.tag.subject_clauses import end_in_subject
from quoteattr.tag.tag_sets import FRONTED, ING_FORMS, PEOPLE, SAYING_VERBS

#: what a verb of saying governs begins with these
_OBJECT_STARTS = frozenset(tags("COMPLEMENTIZER|DETERMINER|PRONOUN|OBJECT_PRONOUN"))
#: tags between a comma and a second verb: *, and then left*, *, before leaving*
_JOINTS = frozenset(tags("CONJUNCTION|ADVERB|SUBORDINATOR|PREPOSITION"))
#: tags after a verb without an object
_PHRASE_ENDS = frozenset(tags("END|COMMA|CONJUNCTION|ADVERB|PREPOSITION|AGENT_MARKER"))
#: tags of the words of an owner: *last week’s*, *Vale’s*
_OWNERS = frozenset(tags("TIME|NAME|DETERMINER"))
#: tags that no addressee of a verb has, and the maximum number of its tokens
_NO_ADDRESSEE = frozenset(tags("END|COMMA|COLON|QUOTE|SUBORDINATOR|RELATIVE|CUE"))
_ADDRESSEE = 8
#: the labels of words that report nothing
_NO_CUE = (tagger.OUTSIDE, tagger.SOURCE, *CONTENT_LABELS)
#: tokens of a dateline, what stands in one beside capitals, and what closes it
_DATELINE = 12
_IN_DATELINE = frozenset(tags("COMMA|OPEN_BRACKET|CLOSE_BRACKET|NUMBER|TIME|SENTENCE_END"))
_CLOSES_DATELINE = frozenset(tags("DASH|COLON"))


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
    joined = with_addressees(_with_antecedents(LabelledTokens(tokens, labels, language)))
    labelled, stop = _without_titles(with_told_clauses(joined), titles), 0
    for first, last in labelled.contents():
        is_title = _gives_title(labelled, first, last, unsaid)
        apart = _is_relative_clause_of_speaker(labelled, first)
        if first >= stop and not (is_title or apart) and not is_circumstance(labelled, first, last):
            fronted = _fronted(labelled, first)
            if fronted and fronted[0] >= stop:
                yield fronted
            last = _end(labelled, first, last)
            stop = last + 1
            yield _start(labelled, first, last), last


def _gives_title(labelled: LabelledTokens, first: int, last: int, unsaid: Set[int]) -> bool:
    """Whether a sentence only says what something is called: *The title was “Closed.”*."""
    whole = tag_at(labelled.tokens, first - 1) in END and last in unsaid
    return whole and last > first and labelled.tokens[last - 1].tag == COPULA


def _fronted(labelled: LabelledTokens, first: int) -> tuple[int, int] | None:
    """The phrase of a content before the words that report it: *By May, X said, | it was*."""
    tokens, i = labelled.tokens, first - 1
    for label in (tagger.OUTSIDE, tagger.CUE, tagger.SOURCE):
        end = i
        while i >= 0 and labelled.labels[i] == label and tokens[i].tag not in END:
            i -= 1
        if i == end or tokens[first - 1].tag != COMMA:
            return None
    opens = labelled.before(i, (tagger.OUTSIDE,)) + 1
    phrase = i > opens and tokens[i].tag == COMMA and tokens[opens].tag in FRONTED
    return (opens, i - 1) if phrase and tag_at(tokens, opens - 1) in END else None


def _with_antecedents(labelled: LabelledTokens) -> LabelledTokens:
    """A copy in which a relative clause that opens a content belongs to the subject before it.

    *X said | Berg, who left, was ill*: the subject is all that stands between cue and comma.
    """
    labels = list(labelled.labels)
    for first, _ in labelled.contents():
        relative = first + (labelled.tokens[first].tag == COMMA)
        start = _after_cue(labelled, relative - 1)
        if start < relative - 1 and tag_at(labelled.tokens, relative) == RELATIVE:
            labels[start : relative + 1] = [tagger.BEGIN] + [tagger.INSIDE] * (relative - start)
    return evolve(labelled, labels=labels)


def _after_cue(labelled: LabelledTokens, comma: int) -> int:
    """The token after the cue before a comma, if it is near and no content precedes it."""
    tokens, start = labelled.tokens, comma
    if tag_at(tokens, comma) != COMMA:
        return comma
    while start > max(0, comma - _ADDRESSEE) and labelled.goes_on(start - 1, _NO_CUE):
        start -= 1
    before = labelled.before(start - 1, (tagger.CUE,))
    before -= tag_at(tokens, before) == COMMA
    follows = tag_at(tokens, start - 1) in CUE and labelled.labels[start - 1] == tagger.CUE
    reported = before >= 0 and labelled.labels[before] in CONTENT_LABELS
    inverted = reported or tag_at(tokens, before) == QUOTE
    tells = word_at(tokens, start - 1) in labelled.language.telling
    return start if follows and not (tells or inverted) else comma


def _without_titles(labelled: LabelledTokens, titles: Set[int]) -> LabelledTokens:
    """A copy with titles labelled as outside, except in what somebody says."""
    labels = list(labelled.labels)
    for first, last in labelled.contents() if titles else ():
        within = titles & set(range(first, last + 1))
        if within and not _is_said_clause(labelled, first, last):
            for i in within:
                labels[i] = tagger.OUTSIDE
    return evolve(labelled, labels=labels)


def _is_said_clause(labelled: LabelledTokens, first: int, last: int) -> bool:
    """Whether a content has a verb, and follows a verb of saying or *that*."""
    before = first - 1
    if tag_at(labelled.tokens, before) == COMPLEMENTIZER:
        before -= 1
    saying = tag_at(labelled.tokens, before) in SAYING_VERBS
    is_cue = before >= 0 and labelled.labels[before] == tagger.CUE
    return saying and is_cue and labelled.verbs.among(first, last)


def _start(labelled: LabelledTokens, first: int, last: int) -> int:
    """The first token of a content: not a comma or a dateline, and with its phrase or owner."""
    while first < last and labelled.tokens[first].tag == COMMA:
        first += 1
    opens = first - (tag_at(labelled.tokens, first - 1) == OPEN_BRACKET)
    if tag_at(labelled.tokens, opens - 1) == PARAGRAPH_END:
        return _after_dateline(labelled, opens, first, last)
    if _opens_phrase(labelled, first - 1):
        return first - 1
    if labelled.tokens[first].tag == POSSESSIVE:
        return _owner(labelled, first)
    if tag_at(labelled.tokens, first - 1) == COMMA:
        first = start_of_phrase(labelled, first)
    return _start_after_cue(labelled, first, last)


def _start_after_cue(labelled: LabelledTokens, first: int, last: int) -> int:
    """The first token of a content after its cue, *that*, an addressee, or an inserted clause."""
    if tag_at(labelled.tokens, first - 1) == COMPLEMENTIZER:
        return first - is_demonstrative(labelled.tokens, first - 1, last, labelled.language)
    if labelled.tokens[first].word in labelled.language.capacity:
        return first + (tag_at(labelled.tokens, first + 1) == QUOTE)  # *described as “late”*
    if word_at(labelled.tokens, first - 1) in labelled.language.telling:
        return _after_addressee(labelled, first, last)
    if ends_addressee(labelled, first, last):
        return first + 1
    inserted = tag_at(labelled.tokens, first - 1) == COMMA
    if inserted and labelled.language.tag(labelled.tokens[first].word) in ING_FORMS:
        return _after_participle_clause(labelled, first, last)
    return first


def _is_relative_clause_of_speaker(labelled: LabelledTokens, first: int) -> bool:
    """Whether a content is a relative clause after the words that report: *X said, | who left*."""
    tokens = labelled.tokens
    relative = tag_at(tokens, first) == RELATIVE and tag_at(tokens, first - 1) == COMMA
    return relative and first > 1 and labelled.labels[first - 2] == tagger.CUE


def _opens_phrase(labelled: LabelledTokens, i: int) -> bool:
    """Whether a preposition begins the sentence at i: *By | the summer of 2015, X said*."""
    preposition = tag_at(labelled.tokens, i) in (PREPOSITION, AGENT_MARKER)
    return preposition and tag_at(labelled.tokens, i - 1) in END


def _owner(labelled: LabelledTokens, i: int) -> int:
    """The first token of the owner before a possessive: *says | last week’s vote was a farce*."""
    while tag_at(labelled.tokens, i - 1) in _OWNERS and labelled.labels[i - 1] != tagger.SOURCE:
        i -= 1
    return i


def _after_addressee(labelled: LabelledTokens, first: int, last: int) -> int:
    """The token after who is told: *told the men | it was late*; else the first one."""
    for i in range(first, min(last, first + _ADDRESSEE)):
        if labelled.tokens[i].tag == COMPLEMENTIZER and i > first:
            return i + 1 if labelled.verbs.among(i, last) else first
        if labelled.tokens[i].tag in _NO_ADDRESSEE or labelled.verbs.at(i):
            break
    if word_at(labelled.tokens, first - 1) not in labelled.language.informing:
        return first
    start = start_after_addressee(labelled, first - 1, last + 1)
    return start if start <= last else first


def _after_dateline(labelled: LabelledTokens, opens: int, first: int, last: int) -> int:
    """The token after where a report comes from: *LONDON (Agency) — | The bank is shut*.

    A bracket that opens the paragraph needs no dash after it: *(Agency) | The bank is shut*.
    """
    tokens, bracketed = labelled.tokens, False
    alone = tokens[opens].tag == OPEN_BRACKET
    for i in range(opens, min(last, first + _DATELINE)):
        token = tokens[i]
        bracketed = (bracketed or token.tag == OPEN_BRACKET) and token.tag != CLOSE_BRACKET
        if alone and token.tag == CLOSE_BRACKET:
            first = i + 1
        if token.tag in _CLOSES_DATELINE and i > opens:
            start = next((k for k in range(i, last) if tokens[k].tag != token.tag), last)
            aside = any(after.tag == token.tag for after in tokens[start : last + 1])
            return first if aside else start
        if not (token.capital or token.tag in _IN_DATELINE or (bracketed and not alone)):
            return first
    return first


def _after_participle_clause(labelled: LabelledTokens, first: int, last: int) -> int:
    """The token after *that*: *said, passing sentence, that | the man was ill*; else first."""
    for i in range(first + 1, last - 1):
        if labelled.tokens[i].tag == COMMA and labelled.tokens[i + 1].tag == COMPLEMENTIZER:
            return first if labelled.verbs.among(first, i) else i + 2
    return first


def _end(labelled: LabelledTokens, first: int, last: int) -> int:
    """The last token of a content: that of its sentence if there is no verb before a comma."""
    last = next((i for i in range(first, last) if labelled.tokens[i + 1].word in SEPARATORS), last)
    if _is_unfinished(labelled, first, last):
        end = labelled.reported_ends[last + 1]
        whole = tag_at(labelled.tokens, end) in END
        return end - 1 if whole and labelled.verbs.among(last + 1, end - 1) else last
    comma = labelled.main_clause_commas.get(first, last)
    last = comma - 1 if first < comma < last else last
    last = end_in_subject(labelled, first, _end_of_relative_clause(labelled, first, last))
    last = _before_participle(labelled, first, last)
    return _before_own_act(labelled, first, _end_of_judgement(labelled, first, last))


def _is_unfinished(labelled: LabelledTokens, first: int, last: int) -> bool:
    """Whether a clause after *that* has only a comma so far: *that in this situation, …*."""
    tokens = labelled.tokens
    introduced = COMPLEMENTIZER in (tokens[first].tag, tag_at(tokens, first - 1))
    comma = tag_at(labelled.tokens, last + 1) == COMMA
    return introduced and comma and not labelled.verbs.among(first, last)


def _end_of_relative_clause(labelled: LabelledTokens, first: int, last: int) -> int:
    """The last token of a content in a relative clause: *Berg, who said it was late, | has*.

    A verb right after a comma is that of the main clause, unless the comma closes an aside.
    """
    inside = False
    for i in range(first, last) if _in_relative_clause(labelled, first) else ():
        if labelled.tokens[i].tag != COMMA:
            continue
        if not inside and labelled.verbs.at(i + 1):
            return i - 1
        inside = not inside
    return last


def _in_relative_clause(labelled: LabelledTokens, first: int) -> bool:
    """Whether the cue right before a content has *, who* as its subject."""
    tokens = labelled.tokens
    i = first - 1 - (tag_at(tokens, first - 1) == COMPLEMENTIZER)
    while i > 0 and labelled.labels[i] == tagger.CUE:
        i -= 1
    return tag_at(tokens, i) == RELATIVE and tag_at(tokens, i - 1) == COMMA


def _before_participle(labelled: LabelledTokens, first: int, last: int) -> int:
    """The quoted span after which the speaker goes on: *it was “late,” | adding that*."""
    for quoted in range(first + 1, last):
        if labelled.tokens[quoted].tag == QUOTE and _is_speech_participle(labelled, quoted + 1):
            return quoted
    return last


def _is_speech_participle(labelled: LabelledTokens, i: int) -> bool:
    """At i or after a comma stands a participle of saying with what it governs: *adding that*."""
    i += tag_at(labelled.tokens, i) == COMMA
    participle = tag_at(labelled.tokens, i) in CUE_PARTICIPLE
    return participle and tag_at(labelled.tokens, i + 1) in _OBJECT_STARTS


def _end_of_judgement(labelled: LabelledTokens, first: int, last: int) -> int:
    """The quoted span that ends what something is called: *called it “a gift” | as it rained*.

    It is the complement of the verb, and no adjective of a noun: *called the “mad” plan dead*.
    """
    tokens = labelled.tokens
    quoted = next((i for i in range(first + 1, last) if tokens[i].tag == QUOTE), last)
    judges = quoted < last and tag_at(tokens, first - 1) in REPORTING
    if not judges or tokens[quoted - 1].tag == DETERMINER or labelled.verbs.among(first, quoted):
        return last
    after = quoted + 1 + (tokens[quoted + 1].tag == COMMA)
    opens = word_at(tokens, after) in labelled.language.circumstantial
    verb = after + (tokens[after].tag == CONJUNCTION)  # *“a gift” and left*
    ends = verb <= last and labelled.verbs.at(verb)
    return quoted if ends or (opens and labelled.verbs.among(after, last)) else last


def _before_own_act(labelled: LabelledTokens, first: int, last: int) -> int:
    """The last token before an act of the speaker: *said the town was quiet, and left*.

    Only a person leaves, and the subject of the clause is not a person.
    """
    refusal = next((i for i in range(first + 1, last) if _refuses(labelled, i)), None)
    if refusal is not None:
        return refusal - 1 - (labelled.tokens[refusal - 1].tag == COMMA)
    verb = next((i for i in range(first + 1, last) if labelled.verbs.at(i)), last)
    if any(_is_person(labelled, token) for token in labelled.tokens[first:verb]):
        return last
    for i in range(verb + 1, last):
        comma = labelled.tokens[i].tag == COMMA
        if comma and (_prompts(labelled, i + 1) or _is_act(labelled, i + 1)):
            return i - 1
    return last


def _refuses(labelled: LabelledTokens, i: int) -> bool:
    """*And refused to say*, which is the speaker’s own act, is at i."""
    return labelled.tokens[i].tag == CONJUNCTION and _is_refusal(labelled, i + 1)


def _is_refusal(labelled: LabelledTokens, i: int) -> bool:
    """*Refused to say* is at i."""
    language, words = labelled.language, [word_at(labelled.tokens, i + k) for k in range(3)]
    infinitive = words[0] in language.refusing and words[1] in language.infinitive
    return infinitive and words[2] in language.refused


def _prompts(labelled: LabelledTokens, i: int) -> bool:
    """At i somebody is made to answer: *, prompting Ada to ask*."""
    word, language = word_at(labelled.tokens, i), labelled.language
    return labelled.tokens[i].tag in ING_FORMS and word in language.all_forms(language.prompting)


def _is_act(labelled: LabelledTokens, i: int) -> bool:
    """Whether *and left*, *then left the room* is at i; not *and left thousands homeless*."""
    while tag_at(labelled.tokens, i) in _JOINTS:
        i += 1
    if word_at(labelled.tokens, i) not in labelled.language.bodily:
        return False
    if tag_at(labelled.tokens, i + 1) in _PHRASE_ENDS:
        return True
    owner = word_at(labelled.tokens, i + 1)
    definite = owner in labelled.language.definite or owner in labelled.language.possessives
    return definite and tag_at(labelled.tokens, i + 3) in END


def _is_person(labelled: LabelledTokens, token: Token) -> bool:
    """Whether the token names a person, or is a pronoun or noun for one."""
    word, language = token.word, labelled.language
    if token.tag in PEOPLE:
        return word not in language.thing_pronouns
    return word in language.person_nouns
