"""The rules: what speaks for a candidate, against it, or for *nobody said this*.

A rule looks at one thing and says whether it holds (1.0 or 0.0), or how much there is of it (a
count). What a rule is worth, alone and together with others, is learned from annotated articles
(``link/weights.py``); nothing here decides.

A rule belongs to the one thing that it looks at:

========  ==========================================================
frame     what stands around the quote
quote     the words inside the marks
path      what stands between quote and candidate
place     what stands around the candidate
mention   the candidate's own words, and what the article says of it
turn      the quote before, and whether somebody spoke it
again     what the candidate has to do with the quotes before
========  ==========================================================

Patterns are over classes of units, one character each: ``find/lexicon.py`` has the alphabet.
To add a rule, add a line to ``RULES``, with an example in which it holds, and train.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from math import log1p
from typing import Any, Literal, get_args

import numpy as np
import regex
from attrs import frozen
from numpy.typing import NDArray

from quoteattr.find.lexicon import DOCUMENT_NOUNS, GROUP_NOUNS, PERSON_NOUNS
from quoteattr.language import en
from quoteattr.link.surroundings import Candidate, Frame, Path, Place, Quote, Turn

Floats = NDArray[np.float32]
Scope = Literal["frame", "quote", "turn", "path", "place", "mention", "again"]


@frozen
class Rule:
    """A named reason to link a quote to a candidate, or not to."""

    #: in the order of the text, words joined by hyphens
    name: str
    #: the one thing that it looks at
    scope: Scope
    #: how far it holds, 0.0 if it does not
    holds: Callable[..., float]
    #: the linguistic condition, in one sentence
    condition: str

    @property
    def telling(self) -> bool:
        """It says how quote and candidate belong together, and does not merely count."""
        return not self.condition.startswith("How ")


# -- patterns ------------------------------------------------------------------------------------

#: an adverb, a time or a phrase with a preposition
_MODIFIER = r"(?:o[dwg0v]*[NDEwKTpP0]+|[Ty]|&[NDE])"
#: something between two commas, brackets or dashes
_ASIDE = r"(?:,[^/.Q]{1,40}?,|\([^/.]{1,14}?\)|-[^/.Q\-]{1,30}?-)"
_AFTER_NAME = rf"(?:{_MODIFIER}|{_ASIDE})*"
#: from the subject to its verb
_TO_VERB = rf"{_AFTER_NAME},?[xyT]*"


def _pattern(pattern: str) -> Callable[[str], float]:
    """How far the pattern holds of the units: 1.0 or 0.0."""
    search = regex.compile(pattern).search
    return lambda units: 1.0 if search(units) else 0.0


def before(pattern: str) -> Callable[[Path], float]:
    """The candidate stands before the quote in its sentence, with this pattern between."""
    fits = _pattern(f"^{pattern}$")
    return lambda path: fits(path.units) if path.before and path.close else 0.0


def far_before(pattern: str) -> Callable[[Path], float]:
    """The same over the ends of sentences and paragraphs."""
    fits = _pattern(f"^{pattern}$")
    return lambda path: fits(path.units) if path.before else 0.0


def after(pattern: str) -> Callable[[Path], float]:
    """The candidate stands after the quote in its sentence, with this pattern between."""
    fits = _pattern(f"^{pattern}$")
    return lambda path: fits(path.units) if path.close and not path.before else 0.0


def far_after(pattern: str) -> Callable[[Path], float]:
    """The same over the ends of sentences and paragraphs."""
    fits = _pattern(f"^{pattern}$")
    return lambda path: 0.0 if path.before else fits(path.units)


def between(classes: str, most: int = 60) -> Callable[[Path], float]:
    """How many units of these classes stand between quote and candidate."""
    return lambda path: float(min(most, sum(map(path.units.count, classes))))


def left(classes: str) -> Callable[[Place], float]:
    """The unit before the candidate is of one of these classes."""
    return lambda place: float(place.left[-1] in classes)


def right(pattern: str) -> Callable[[Place], float]:
    """The sentence goes on after the candidate with this pattern."""
    fits = _pattern(f"^{pattern}")
    return lambda place: fits(place.right)


def leftward(pattern: str) -> Callable[[Place], float]:
    """The sentence before the candidate ends with this pattern."""
    fits = _pattern(f"{pattern}$")
    return lambda place: fits(place.left)


def has_between(pattern: str) -> Callable[[Path], float]:
    """This pattern stands somewhere between quote and candidate, in one sentence."""
    fits = _pattern(pattern)
    return lambda path: fits(path.units) if path.close else 0.0


def opening(classes: str) -> Callable[[Frame], float]:
    """The unit right before the quote is of one of these classes."""
    return lambda frame: float((frame.left[-1:] or "/") in classes)


def closing(classes: str) -> Callable[[Frame], float]:
    """The unit right after the quote is of one of these classes."""
    return lambda frame: float((frame.right[:1] or "/") in classes)


def leading(pattern: str) -> Callable[[Frame], float]:
    """What stands in the sentence before the quote has this pattern."""
    fits = _pattern(pattern)
    return lambda frame: fits(frame.left)


def trailing(pattern: str) -> Callable[[Frame], float]:
    """What stands in the sentence after the quote has this pattern."""
    fits = _pattern(pattern)
    return lambda frame: fits(frame.right)


def paragraph(pattern: str) -> Callable[[Frame], float]:
    """The paragraph has this pattern."""
    fits = _pattern(pattern)
    return lambda frame: fits(frame.paragraph)


def no_paragraph(pattern: str) -> Callable[[Frame], float]:
    """The paragraph does not have this pattern."""
    fits = _pattern(pattern)
    return lambda frame: 1.0 - fits(frame.paragraph)


def word(words: frozenset[str]) -> Callable[[Candidate], float]:
    """The head of the mention is one of these words."""
    return lambda candidate: float(candidate.head in words)


def kind(symbols: str) -> Callable[[Candidate], float]:
    """The unit of the mention is of one of these classes."""
    return lambda candidate: float(candidate.place.symbol in symbols)


# -- the quote -----------------------------------------------------------------------------------


def quote_length(quote: Quote) -> float:
    """How many words the quote has, as a logarithm."""
    return round(log1p(len(quote.words)), 2)


def quote_capital(quote: Quote) -> float:
    """The quote begins with a capital."""
    return float(quote.text[:1].isupper())


def quote_stop(quote: Quote) -> float:
    """The quote ends with the end of a sentence."""
    return float(quote.text[-1:] in ".!?…")


def quote_comma(quote: Quote) -> float:
    """The quote ends with a comma."""
    return float(quote.text[-1:] == ",")


def quote_capitals(quote: Quote) -> float:
    """Tenths of the words with a capital, as in titles of works."""
    words = quote.words
    return float(10 * sum(w[:1].isupper() for w in words) // len(words)) if words else 0.0


def quote_title(quote: Quote) -> float:
    """Two or more words, and all but the short ones begin with a capital or a digit."""
    words = [w for w in quote.words if len(w) > 3 or w[:1].isupper()]
    return float(len(quote.words) > 1 and bool(words) and all(not w[:1].islower() for w in words))


def quote_function_words(quote: Quote) -> float:
    """Tenths of the words that are function words, as in whole clauses."""
    classes = quote.classes
    return float(10 * sum(c in "xPSRdo" for c in classes) // max(1, len(quote.words)))


def quote_first_person(quote: Quote) -> float:
    """The quote speaks of *I*, *we* or *you*."""
    return float(any(w.lower() in en.FIRST_SECOND for w in quote.words))


def quote_finite(quote: Quote) -> float:
    """The quote has an auxiliary, and so a clause of its own."""
    return float("x" in quote.classes)


def quote_continues(quote: Quote) -> float:
    """The quote goes on over more than one paragraph."""
    return float(len(quote.spans) > 1)


def quote_closed(quote: Quote) -> float:
    """The quote has a closing mark."""
    return float(quote.closed)


# -- the candidate -------------------------------------------------------------------------------


def mention_words(candidate: Candidate) -> float:
    """How many words the mention has."""
    return float(min(8, candidate.text.count(" ") + 1))


def mention_capitals(candidate: Candidate) -> float:
    """The mention is written in capitals."""
    return float(candidate.text.isupper() and len(candidate.text) > 1)


def mention_titled(candidate: Candidate) -> float:
    """A title or an office opens the mention."""
    first = candidate.text.split(" ", 1)[0].lower()
    return float(candidate.titled or first in en.TITLES)


def entity_count(candidate: Candidate) -> float:
    """How often the article names the entity."""
    return float(min(20, len(candidate.entity.units))) if candidate.entity else 0.0


def entity_speaking(candidate: Candidate) -> float:
    """How often the entity stands as subject of a cue."""
    return float(min(10, candidate.entity.speaking)) if candidate.entity else 0.0


def entity_titled(candidate: Candidate) -> float:
    """The entity has a title somewhere in the article."""
    return float(candidate.entity is not None and candidate.entity.titled > 0)


def entity_organisation(candidate: Candidate) -> float:
    """The entity has the name of an organisation."""
    return float(candidate.entity is not None and candidate.entity.organisation)


def entity_placed(candidate: Candidate) -> float:
    """Tenths of the entity's mentions that follow a preposition."""
    entity = candidate.entity
    return float(10 * entity.placed // len(entity.units)) if entity and entity.units else 0.0


def entity_gendered(candidate: Candidate) -> float:
    """The text shows the entity to be a person, by title, kinship or pronoun."""
    return float(candidate.entity is not None and sum(candidate.entity.gender.values()) >= 1)


def entity_words(candidate: Candidate) -> float:
    """How many words the entity's full name has."""
    return float(len(candidate.entity.words)) if candidate.entity else 0.0


# -- the turn ------------------------------------------------------------------------------------


def turn_nobody(turn: Turn) -> float:
    """Nobody spoke the quote before."""
    return float(turn.gap is not None and turn.last is None)


def turn_first(turn: Turn) -> float:
    """This is the first quote of the article."""
    return float(turn.gap is None)


def turn_same_paragraph(turn: Turn) -> float:
    """The quote before stands in the same paragraph."""
    return float(turn.gap is not None and "/" not in turn.gap)


def turn_same_sentence(turn: Turn) -> float:
    """The quote before stands in the same sentence."""
    return float(turn.gap is not None and "/" not in turn.gap and "." not in turn.gap)


def turn_gap(turn: Turn) -> float:
    """How many units part the quote from the one before."""
    return 60.0 if turn.gap is None else float(min(60, len(turn.gap)))


def again_mention(turn: Turn, candidate: Candidate) -> float:
    """The mention spoke the quote before."""
    return float(candidate is turn.last)


def again_speaker(turn: Turn, candidate: Candidate) -> float:
    """The entity spoke the quote before."""
    return float(turn.last is not None and turn.last.key is candidate.key)


def again_before_last(turn: Turn, candidate: Candidate) -> float:
    """The entity spoke the quote before the last."""
    return float(turn.before_last is not None and turn.before_last.key is candidate.key)


def again_count(turn: Turn, candidate: Candidate) -> float:
    """How many of the quotes so far the entity has spoken."""
    return float(min(8, turn.spoken[candidate.key]))


def again_between(turn: Turn, candidate: Candidate) -> float:
    """The candidate stands between the quote and the one before."""
    return float(turn.before < candidate.unit < turn.here)


# -- the table -----------------------------------------------------------------------------------

_SUBJECT = rf"{_TO_VERB}S"

RULES: tuple[Rule, ...] = (
    # what stands around the quote
    Rule("colon-quote", "frame", opening(":"), "A colon stands before the quote."),
    Rule("comma-quote", "frame", opening(","), "A comma stands before the quote."),
    Rule("that-quote", "frame", opening("t"), "*That* stands before the quote."),
    Rule("cue-quote", "frame", opening("S"), "A verb of saying stands right before the quote."),
    Rule("report-quote", "frame", opening("R"), "A verb of reporting stands right before."),
    Rule("saying-quote", "frame", opening("sr"), "*Saying*, *calling* stands right before."),
    Rule("determiner-quote", "frame", opening("d"), "A determiner stands before the quote."),
    Rule("preposition-quote", "frame", opening("o"), "A preposition stands before the quote."),
    Rule("bracket-quote", "frame", opening("("), "An opening bracket stands before the quote."),
    Rule("noun-cue-quote", "frame", opening("K"), "A noun that reports stands before."),
    Rule("word-quote", "frame", opening("wE"), "An ordinary word stands before the quote."),
    Rule("quote-opens-sentence", "frame", opening("./"), "The quote opens its sentence."),
    Rule("quote-opens-paragraph", "frame", paragraph("^Q"), "A quote opens the paragraph."),
    Rule("naming-quote", "frame", lambda f: float(bool(en.NAMING.intersection(f.beside[:2]))), "A word such as *titled* or *term* stands before the quote."),
    Rule("quote-naming", "frame", lambda f: float(f.beside[2] in en.NAMING), "A word such as *show* or *campaign* stands right after the quote."),
    Rule("quote-verb", "frame", closing("xvSR"), "A verb stands right after: the quote is its subject."),
    Rule("quote-comma", "frame", closing(","), "A comma stands after the quote."),
    Rule("quote-ends-sentence", "frame", closing("./"), "The sentence ends with the quote."),
    Rule("quote-cue", "frame", closing("S"), "A verb of saying stands right after the quote."),
    Rule("quote-mention", "frame", closing("NPDE"), "A mention stands right after the quote."),
    Rule("quote-word", "frame", closing("wK"), "An ordinary word stands right after the quote."),
    Rule("quote-preposition", "frame", closing("o"), "A preposition stands right after."),
    Rule("quote-bracket", "frame", closing(")"), "A closing bracket stands after the quote."),
    Rule("quote-and", "frame", closing("&"), "*And* or *or* stands after the quote."),
    Rule("quote-dash", "frame", closing("-"), "A dash stands after the quote."),
    Rule("quote-alone", "frame", paragraph("^Q[.]?$"), "The quote is the whole paragraph."),
    Rule("paragraph-of-quotes", "frame", no_paragraph("[NPDhL]"), "The paragraph has no mention."),
    Rule("paragraph-without-cue", "frame", no_paragraph("[SsRrA]"), "The paragraph has no cue."),
    Rule("cue-before", "frame", leading("[SsRrAK]"), "A cue stands before in the sentence."),
    Rule("cue-after", "frame", trailing("[SsRrAK]"), "A cue stands after in the sentence."),
    Rule("quote-before", "frame", leading("Q"), "Another quote stands before in the sentence."),
    Rule("quote-and-quote", "frame", leading("Q[,&]?[,&]?$"), "The quote is one of a list."),
    Rule("speech-after", "frame", trailing(rf"^,?(?:y*S[yT]*[NPDhE]|[NPDhE]{_SUBJECT}|[^./Q]*A[NDE])"), "Someone says it right after the quote."),
    Rule("speech-before", "frame", leading(rf"[NPDhE]{_SUBJECT}[^./Q]*[,:]?$"), "Someone says it before the quote."),
    Rule("paragraph-quotes", "frame", lambda f: float(min(9, f.paragraph.count("Q"))), "How many quotes the paragraph has."),
    Rule("paragraph-length", "frame", lambda f: float(min(80, len(f.paragraph))), "How many units the paragraph has."),
    # the words inside the marks
    Rule("quote-length", "quote", quote_length, "How long the quote is."),
    Rule("quote-capital", "quote", quote_capital, "The quote begins with a capital."),
    Rule("quote-stop", "quote", quote_stop, "The quote ends like a sentence."),
    Rule("quote-inner-comma", "quote", quote_comma, "The quote ends with a comma."),
    Rule("quote-capitals", "quote", quote_capitals, "Most words of the quote have capitals."),
    Rule("quote-title", "quote", quote_title, "Every longer word of the quote has a capital."),
    Rule("quote-function-words", "quote", quote_function_words, "The quote has function words."),
    Rule("quote-first-person", "quote", quote_first_person, "The quote says *I*, *we*, *you*."),
    Rule("quote-finite", "quote", quote_finite, "The quote has a finite auxiliary."),
    Rule("quote-continues", "quote", quote_continues, "The quote goes on over the paragraph."),
    Rule("quote-closed", "quote", quote_closed, "The quote is closed."),
    # what stands between quote and candidate
    Rule("speaker-cue-quote", "path", before(r"[xyT]*S[yT]*[,:\-]?t?"), "The speaker says, then the quote."),
    Rule("speaker-aside-cue-quote", "path", before(rf"{_SUBJECT}[yT]*[,:\-]?t?"), "An aside parts speaker and cue before the quote."),
    Rule("speaker-cue-addressee-quote", "path", before(rf"{_SUBJECT}[pNDE](?:o?[NDETw0])*[,:]?[yT]*[,:]?t?"), "The speaker tells somebody the quote."),
    Rule("speaker-cue-phrase-quote", "path", before(rf"{_SUBJECT}(?:{_MODIFIER})*[,:\-]"), "The speaker says on some occasion: the quote."),
    Rule("speaker-cue-clause-comma-quote", "path", before(rf"{_SUBJECT}[^./]*[,:\-]"), "The speaker says something, and then the quote."),
    Rule("speaker-cue-clause-quote", "path", before(rf"{_SUBJECT}[^./Q]*"), "The quote is part of what the speaker says."),
    Rule("speaker-cue-clause-quotes", "path", before(rf"{_SUBJECT}[^./]*"), "The quote is a later part of what the speaker says."),
    Rule("speaker-reports-quote", "path", before(rf"{_TO_VERB}R[^./QSR]*"), "The speaker calls something by the quote."),
    Rule("speaker-reports-quotes", "path", before(rf"{_TO_VERB}R[^./]*"), "The speaker calls something by this and other quotes."),
    Rule("speaker-saying-quote", "path", before(r"[^./]*[sr][yT]*[,:\-]?t?"), "The speaker does something, saying the quote."),
    Rule("speaker-saying-clause-quote", "path", before(r"[^./]*[sr][^./Q,SR]*[,:\-]?"), "The quote is part of what the speaker is saying."),
    Rule("speaker-and-cue-quote", "path", before(r"[^./]*&[xyT]*[SR][^./Q]*"), "The speaker does one thing, and says the quote."),
    Rule("cue-nearest-quote", "path", before(r"[^./]*[SR][^./QNPDh]*"), "A cue but no other mention follows the candidate."),
    Rule("speaker-colon-quote", "path", before(r"[^./]*:"), "A colon closes the speaker's sentence."),
    Rule("label-colon-quote", "path", before(r":"), "Nothing but a colon parts candidate and quote."),
    Rule("possessor-noun-cue-quote", "path", before(r"'[^./Q]*K[^./Q]*"), "The quote is in somebody's statement."),
    Rule("speaker-noun-cue-quote", "path", before(r"[^./Q]*K[^./QSR]*"), "A noun that reports stands between."),
    Rule("speaker-quote", "path", before(r""), "The candidate stands right before the quote."),
    Rule("same-sentence-before", "path", before(r"[^./]*"), "The candidate stands before in the sentence."),
    Rule("same-sentence-before-first-quote", "path", before(r"[^./Q]*"), "So, and no other quote between."),
    Rule("nearest-before", "path", far_before(r"[^NPDhL]*"), "No mention stands between candidate and quote."),
    Rule("sentence-before", "path", far_before(r"[^./]*[./]+[^./NPDhSR]*"), "The candidate stands in the sentence before."),
    Rule("sentence-before-cue", "path", far_before(rf"{_TO_VERB}[SR][^./]*[./]+[^./NPDhSR]*"), "The candidate speaks in the sentence before."),
    Rule("same-paragraph-before", "path", far_before(r"[^/]*"), "The candidate stands before in the paragraph."),
    Rule("paragraph-before", "path", far_before(r"[^/]*/[^/]*"), "The candidate stands in the paragraph before."),
    Rule("paragraph-before-subject", "path", far_before(r"[^/]*/Q.*"), "A quote opens the paragraph after the candidate's."),
    Rule("quote-cue-speaker", "path", after(r",?y*S[yT]*"), "The quote, said the speaker."),
    Rule("quote-verb-speaker", "path", after(r",?y*v"), "The quote, and a verb in -ed, and the speaker."),
    Rule("speaker-verb-quote", "path", before(rf"{_TO_VERB}v[^./QNPD]*[,:]"), "The speaker and a verb in -ed, and then the quote."),
    Rule("cue-before-speaker-quote", "place", leftward("[./]S"), "The sentence begins: said the speaker."),
    Rule("quote-reports-speaker", "path", after(r",?[xyT]*R[yT]*"), "The quote, reported the speaker."),
    Rule("quote-clause-cue-speaker", "path", after(r"[^./NPDhQ]*S[yT]*"), "The quote and more, said the speaker."),
    Rule("quote-speaker", "path", after(r"[,\-]?[yT]?&?"), "The candidate stands right after the quote."),
    Rule("quote-stop-speaker", "path", far_after(r"\."), "A stop parts quote and candidate."),
    Rule("quote-according-to", "path", after(r",?A"), "The quote, according to the speaker."),
    Rule("quote-clause-according-to", "path", after(r"[^./Q]*A"), "The quote and more, according to the speaker."),
    Rule("signature-dash", "path", far_after(r"[.]?/?-/?"), "A dash and the signature follow the quote."),
    Rule("quote-clause-speaker", "path", after(r"[^./Q]*,"), "The rest of the clause parts quote and speaker."),
    Rule("quote-clause-comma-cue-speaker", "path", after(r"[^./Q]*,S"), "The clause ends, then: said the speaker."),
    Rule("quote-as-speaker", "path", after(r",?u"), "The quote, as the speaker put it."),
    Rule("same-sentence-after", "path", after(r"[^./]*"), "The candidate stands after in the sentence."),
    Rule("same-sentence-after-last-quote", "path", after(r"[^./Q]*"), "So, and no other quote between."),
    Rule("nearest-after", "path", far_after(r"[^NPDhL]*"), "No mention stands between quote and candidate."),
    Rule("sentence-after", "path", far_after(r"[^./]*[./]+[^./]*"), "The candidate stands in the sentence after."),
    Rule("same-paragraph-after", "path", far_after(r"[^/]*"), "The candidate stands after in the paragraph."),
    Rule("last-cue-subject", "path", before(r"[^./NPDhL]*[SR][^SRsr./]*"), "The candidate stands right before the last cue before the quote."),
    Rule("last-participle-subject", "path", before(r"[^./NPDhL]*[sr][^SRsr./]*"), "The candidate stands right before the last participle that reports."),
    Rule("only-cue-between", "path", before(r"[^SRsrA./]*[SRsrA][^SRsrA./]*"), "One cue stands between candidate and quote."),
    Rule("no-cue-between", "path", before(r"[^SRsrAK./]*"), "No cue stands between candidate and quote."),
    Rule("rival-between", "path", has_between(rf"[NPDEh]{_TO_VERB}[SR]"), "Another subject of a cue stands between candidate and quote."),
    Rule("rival-verb-between", "path", has_between(r"[NPDEh]y*[xv]"), "Another subject of a verb stands between candidate and quote."),
    Rule("relative-between", "path", has_between(r"h"), "A relative clause stands between candidate and quote."),
    Rule("that-clause-between", "path", has_between(r"[SR][^./]*t[NPDE]"), "A clause with *that* opens between candidate and quote."),
    Rule("quote-clause-subject", "path", after(r"[^./Q]*[ut]"), "The candidate opens a clause after the quote."),
    Rule("before", "path", lambda p: float(p.before), "The candidate stands before the quote."),
    Rule("units-between", "path", lambda p: float(min(80, len(p.units))), "How far the candidate is."),
    Rule("sentences-between", "path", between("./"), "How many sentences part them."),
    Rule("paragraphs-between", "path", between("/"), "How many paragraphs part them."),
    Rule("mentions-between", "path", between("NPDhL"), "How many mentions stand between."),
    Rule("names-between", "path", between("NP"), "How many names and pronouns stand between."),
    Rule("quotes-between", "path", between("Q"), "How many quotes stand between."),
    Rule("cues-between", "path", between("SsRr"), "How many cues stand between."),
    # what stands around the candidate
    Rule("subject-of-cue", "place", right(_SUBJECT), "The candidate is the subject of a verb of saying."),
    Rule("subject-of-report", "place", right(rf"{_TO_VERB}R"), "The candidate is the subject of a verb of reporting."),
    Rule("who-said", "place", right(r",?h[xyT]*[SR]"), "*Who said* follows the candidate."),
    Rule("possessor", "place", right("'"), "The candidate has a possessive ending."),
    Rule("candidate-colon", "place", right(":"), "A colon follows the candidate."),
    Rule("candidate-comma", "place", right(","), "A comma follows the candidate."),
    Rule("candidate-verb", "place", right("[xyvSR]"), "A verb follows the candidate."),
    Rule("candidate-ends-line", "place", right(r"[.]?/"), "The candidate ends its paragraph."),
    Rule("cue-candidate", "place", left("S"), "A verb of saying stands before the candidate."),
    Rule("report-candidate", "place", left("R"), "A verb of reporting stands before the candidate."),
    Rule("quote-then-candidate", "place", left("Q"), "A quote stands before the candidate."),
    Rule("quote-comma-candidate", "place", leftward("Q,"), "A quote and a comma stand before the candidate."),
    Rule("according-to-candidate", "place", left("A"), "*According to* stands before the candidate."),
    Rule("preposition-candidate", "place", left("o"), "A preposition stands before the candidate."),
    Rule("candidate-opens-sentence", "place", left("./"), "The candidate opens its sentence."),
    Rule("and-candidate", "place", left("&"), "*And* or *but* stands before the candidate."),
    Rule("bracket-candidate", "place", left("("), "The candidate stands in brackets."),
    Rule("dash-candidate", "place", left("-"), "A dash stands before the candidate."),
    Rule("clause-candidate", "place", left("ut"), "The candidate opens a subordinate clause."),
    Rule("comma-candidate", "place", left(","), "A comma stands before the candidate."),
    Rule("reported-candidate", "place", leftward(r"[NPDhE][xyT]*S[^./,:]*"), "Somebody else says something of the candidate."),
    Rule("told-candidate", "place", leftward(r"[NPDhE][xyT]*S"), "A subject and its verb of saying stand right before: *he told* the candidate."),
    Rule("asked-candidate", "place", leftward(r"v(?:o[DEN])?"), "A verb in -ed stands right before the candidate."),
    Rule("first-in-sentence", "place", leftward(r"[./][^NPDhEL]*"), "No mention stands before the candidate in its sentence."),
    Rule("opening-phrase", "place", leftward(r"[./][oTuy&]?[^./SRxQ]*,"), "The candidate follows an opening phrase and a comma."),
    Rule("subject-of-participle", "place", right(rf"{_AFTER_NAME}[,xyT]*[sr]"), "A participle that reports follows the candidate."),
    Rule("subject-of-verb", "place", right(rf"{_AFTER_NAME},?[yT]*[xvw]"), "Another verb follows the candidate."),
    Rule("apposition", "place", right(r",[^,./Q]{1,20},"), "An aside follows the candidate."),
    Rule("of-candidate", "place", right("o"), "A preposition follows the candidate."),
    Rule("and-other", "place", right("&"), "*And* follows the candidate."),
    Rule("quote-after-candidate", "place", right(r"[^./]*Q"), "A quote stands later in the candidate's sentence."),
    Rule("time-candidate", "place", left("T"), "A time stands before the candidate."),
    # the candidate itself
    Rule("name", "mention", kind("N"), "The mention is a name."),
    Rule("pronoun", "mention", kind("P"), "The mention is a pronoun."),
    Rule("nominal", "mention", kind("D"), "The mention is a nominal whose head can speak."),
    Rule("other-nominal", "mention", kind("E"), "The mention is another nominal."),
    Rule("relative", "mention", kind("h"), "The mention is *who* or *which*."),
    Rule("label", "mention", kind("L"), "The mention is a speaker label."),
    Rule("he-she", "mention", word(en.HE_SHE), "The mention is *he* or *she*."),
    Rule("they", "mention", word(en.THEY), "The mention is *they*."),
    Rule("it", "mention", word(en.IT), "The mention is *it*."),
    Rule("first-person", "mention", word(en.FIRST_SECOND), "The mention is *I*, *we* or *you*."),
    Rule("indefinite", "mention", word(en.INDEFINITE), "The mention is *some*, *many*, *others*."),
    Rule("person-noun", "mention", word(PERSON_NOUNS), "The head of the mention is a person."),
    Rule("group-noun", "mention", word(GROUP_NOUNS), "The head of the mention is a group."),
    Rule("document-noun", "mention", word(DOCUMENT_NOUNS), "The head of the mention is a document."),
    Rule("mention-words", "mention", mention_words, "How many words the mention has."),
    Rule("mention-capitals", "mention", mention_capitals, "The mention is in capitals."),
    Rule("mention-titled", "mention", mention_titled, "A title opens the mention."),
    Rule("entity-count", "mention", entity_count, "How often the article names the entity."),
    Rule("entity-speaking", "mention", entity_speaking, "How often the entity is subject of a cue."),
    Rule("entity-titled", "mention", entity_titled, "The entity has a title."),
    Rule("entity-organisation", "mention", entity_organisation, "The entity is an organisation."),
    Rule("entity-placed", "mention", entity_placed, "The entity follows prepositions, as places do."),
    Rule("entity-gendered", "mention", entity_gendered, "The text shows the entity's gender."),
    Rule("entity-words", "mention", entity_words, "How many words the full name has."),
    # the turn
    Rule("nobody-before", "turn", turn_nobody, "Nobody spoke the quote before."),
    Rule("first-quote", "turn", turn_first, "This is the article's first quote."),
    Rule("same-paragraph", "turn", turn_same_paragraph, "The quote before is in the paragraph."),
    Rule("same-sentence", "turn", turn_same_sentence, "The quote before is in the sentence."),
    Rule("gap", "turn", turn_gap, "How far the quote before is."),
    Rule("same-mention", "again", again_mention, "The mention spoke the quote before."),
    Rule("same-speaker", "again", again_speaker, "The entity spoke the quote before."),
    Rule("speaker-before-last", "again", again_before_last, "The entity spoke the quote before the last."),
    Rule("spoken-before", "again", again_count, "How many quotes the entity has spoken so far."),
    Rule("candidate-between", "again", again_between, "The candidate follows the quote before."),
)  # fmt: skip

#: the rules of each scope, in order
BY_SCOPE: dict[Scope, tuple[Rule, ...]] = {
    scope: tuple(rule for rule in RULES if rule.scope == scope)
    for scope in get_args(Scope)
}


def values(scope: Scope, *seen: Any) -> Floats:
    """What each rule of a scope says of what it sees."""
    return np.array([rule.holds(*seen) for rule in BY_SCOPE[scope]], dtype=np.float32)


@lru_cache(maxsize=1 << 16)
def pattern_values(scope: Scope, seen: Frame | Path | Place) -> Floats:
    """What the rules over units say: the same strings come again and again, so it is kept."""
    return values(scope, seen)
