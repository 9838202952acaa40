"""Rules on clauses: which verb or noun reports the quote, and who is its subject or agent.

The accused must not become the accuser: in *X resigned after Y said “…”*, *X was told by Y: “…”*,
*X rejected Y's claim that “…”* and *the agency quoted X as saying “…”* the subject of the sentence
speaks in none. Each rule tells one such construction, from the side of who speaks or from the side
of who does not.
"""

from __future__ import annotations

from quoteattr.attribute.document import Frame, Place
from quoteattr.attribute.rule import Rule, after, before, leading, left, leftward, right, trailing
from quoteattr.detect.pattern import RowPattern
from quoteattr.language.en import tables as en

#: from a subject to its verb: an aside, phrases with a preposition, adverbs and auxiliaries
TO_OWN_VERB = r"(?:,[^,./Q]{1,40},)?(?:o[NDETwK0]{1,3}){0,2}[xyT]*"
#: the same to a verb in the passive
TO_OWN_PASSIVE = rf"{TO_OWN_VERB}b[bxyT]*"
#: a mention and its own verb of saying or reporting
OTHER_SAYS = rf"[NPDEh]{TO_OWN_VERB}[SR]"
#: a noun that reports and whose it is: *Y's claim*, *a warning from Y*
OTHERS_NOUN = r"(?:[NPDE]'[ywv]{0,3}K|K[oz][NPDE]|D[oz][NPDE]t)"
#: *quoted X as saying*, from X on
AS_SAYING = r"(?:o[NDE]|,[^,./Q]{1,20},)?us"

#: the rest of a clause, which goes on in any way but with *X as saying*
NOT_AS_SAYING = r"(?:[^./QNDE][^./Q]*|[NDE](?:[^./Qu][^./Q]*|u(?:[^./Qs][^./Q]*)?)?)?"

_AS_SAYING = RowPattern(AS_SAYING)
_PUTS_IT = RowPattern("[xyT]{0,2}[wvx]P[T,:.]")
_SUBJECT_OF_CUE = RowPattern(rf"{TO_OWN_VERB}[SR]")


def opens_clause_with_cue(place: Place) -> float:
    """A word that opens a clause stands before the candidate, who is the subject of its cue."""
    return float(place.left[-1] == "u" and _SUBJECT_OF_CUE.begins(place.right))


def quoted_as_saying(place: Place) -> float:
    """The words *as saying* follow the candidate, who is not the agent of a passive."""
    return float(place.left[-1] not in "zA" and _AS_SAYING.begins(place.right))


def noun_of_candidate_that(place: Place) -> float:
    """What reports is of the candidate, and its clause follows: *a report in the Tribune that*."""
    return float(place.left[-2:] in ("Do", "Ko", "Dz", "Kz") and place.right[:1] == "t")


def as_candidate_puts_it(place: Place) -> float:
    """*As*, the candidate and a verb with *it* stand before the quote: *as Y put it*."""
    return float(place.left[-1] == "u" and _PUTS_IT.begins(place.right))


def denied(frame: Frame) -> float:
    """The cue before the quote is negated, or its subject is nobody: *never said*."""
    return float(frame.denied)


def imagined(frame: Frame) -> float:
    """What the cue before the quote reports is merely possible: *would have said*."""
    return float(frame.imagined)


def glossed(frame: Frame) -> float:
    """The word before the quote is one that explains a meaning: *which means “…”*."""
    return float(frame.beside[1] in en.GLOSSING)


CLAUSE: tuple[Rule, ...] = (
    Rule(
        "denied-cue-quote",
        "frame",
        denied,
        "The cue before the quote is negated, or its subject is nobody: *never say*.",
        example="No landlord in Ostend has ever said “stay as long as you like”.",
        speaker=None,
    ),
    Rule(
        "imagined-cue-quote",
        "frame",
        imagined,
        "What the cue before the quote reports is merely possible: *would say*.",
        example="A kinder man, Olga Reuss thought on the stairs, would have said “take your time”.",
        speaker=None,
    ),
    Rule(
        "meaning-quote",
        "frame",
        glossed,
        "A word such as *means* or *meaning* stands right before the quote.",
        example="“Kalimera,” said the old sailor, which means “good morning”.",
        speaker=None,
    ),
    Rule(
        "passive-cue-quote",
        "frame",
        leading(r"b[bxyT]*[SRv][^./QSRsr]*$"),
        "A passive cue stands before the quote: *was described as*.",
        example="The bypass has been condemned as “a ruler laid across a garden” by Odile Prat.",
        speaker="Odile Prat",
    ),
    Rule(
        "quote-by-agent",
        "frame",
        trailing(r"^,?y?z[NPDE]"),
        "The word *by* and a mention follow the quote.",
        example="Last year Renzo Gatti was called “a tap that nobody turns off” by his own sister.",
        speaker="his own sister",
    ),
    Rule(
        "active-cue-quote",
        "path",
        before(rf"{TO_OWN_VERB}[SR](?:[^SRsrA./Qz][^SRsrA./Q]*)?"),
        "The candidate is the subject of the last cue before the quote, an active one.",
        example=(
            "The bursar in Turku resigned when Kaisa Lehto told the senate that the safe was full "
            "of “nothing but receipts”."
        ),
        speaker="Kaisa Lehto",
    ),
    Rule(
        "passive-cue-agent-quote",
        "path",
        before(rf"{TO_OWN_PASSIVE}(?:A|[SRv][^./Q]*z){NOT_AS_SAYING}"),
        "The candidate is the subject of a passive cue whose agent stands before the quote.",
        example="Ruben Castel was told by the registrar, Anja Wirth: “There is no such street.”",
        speaker="Anja Wirth",
        against="Ruben Castel",
    ),
    Rule(
        "candidate-other-clause-quote",
        "path",
        before(rf"[^./]*u{OTHER_SAYS}[^./QSR]*"),
        "A clause in which somebody else reports parts the candidate from the quote.",
        example=(
            "Vito Serra sold the yacht after Maud Kessel wrote that it was “a hotel with sins”."
        ),
        speaker="Maud Kessel",
        against="Vito Serra",
    ),
    Rule(
        "candidate-cue-other-cue-quote",
        "path",
        before(rf"{TO_OWN_VERB}[SR][pDEN]?t?{OTHER_SAYS}[^./Q]*"),
        "The candidate says that somebody else says something.",
        example="Signe Bruun says Jonas Vik had told her: “The boat is yours if you bail it.”",
        speaker="Jonas Vik",
        against="Signe Bruun",
    ),
    Rule(
        "candidate-relative-cue-quote",
        "path",
        before(r"[^./]*[NDE],?h[xyT]*[SR][^./QSR]*"),
        "A relative clause on somebody else has the last cue before the quote.",
        example="The theatre has banned a heckler who called its Hamlet “a dentist on holiday”.",
        speaker="who",
        against="The theatre",
    ),
    Rule(
        "candidate-verb-others-noun-quote",
        "path",
        before(rf"(?:,[^,./Q]{{1,40}},)?[xyT]*[SRvw][^./Q]*{OTHERS_NOUN}[^./QSR]*"),
        "The candidate does something about what somebody else says: *rejected Y's claim that*.",
        example=(
            "Lionel Frey rejected Agata Nowak’s claim that the orchard was “a car park by June”."
        ),
        speaker="Agata Nowak",
        against="Lionel Frey",
    ),
    Rule(
        "candidate-verb-noun-that-quote",
        "path",
        before(r"(?:,[^,./Q]{1,40},)?[xyT]*[SRvw][^./QNPD']*Kt[^./QSR]*"),
        "The candidate does something about what is said, of nobody in particular.",
        example="Casper Lund brushed off suggestions that the tower was “a leaning loss”.",
        speaker=None,
    ),
    Rule(
        "possessor-cue-noun-quote",
        "path",
        before(r"'[ywv]{0,3}K[to,:]?[^./QSR]*"),
        "The candidate possesses the noun that reports the quote.",
        example=(
            "Nobody on the board believes Tariq Aziz Noor’s warning that the vault is “a colander”."
        ),
        speaker="Tariq Aziz Noor",
    ),
    Rule(
        "cue-noun-of-candidate",
        "place",
        leftward("K[oz]"),
        "A noun that reports and a preposition stand before the candidate: *a warning from Y*.",
        example=(
            "Elke Vogt ignored a warning from Joost Prins that the ice was “thinner than gossip”."
        ),
        speaker="Joost Prins",
    ),
    Rule(
        "noun-of-candidate-that",
        "place",
        noun_of_candidate_that,
        "A noun that reports stands before the candidate, and *that* after it.",
        example="Guy Farrow denied a story in the Lantern that the castle was “let by the hour”.",
        speaker="the Lantern",
    ),
    Rule(
        "document-from-candidate",
        "place",
        leftward("Do"),
        "A nominal and a preposition stand before the candidate: *a letter from Y*.",
        example="A postcard to the warden from Silvio Conte read: “The soup is better here.”",
        speaker="Silvio Conte",
    ),
    Rule(
        "candidate-as-saying",
        "place",
        quoted_as_saying,
        "The words *as saying* follow the candidate: *quoted Y as saying*.",
        example="The Fjord News quoted Tora Hauge as saying: “The bell will ring on Sunday.”",
        speaker="Tora Hauge",
    ),
    Rule(
        "candidate-quoted-as-saying",
        "place",
        right(rf"{TO_OWN_PASSIVE}(?:[SR](?:[zo][NDE])?|A[NDE])us"),
        "The candidate is quoted: *was quoted by the agency as saying*.",
        example="Mustafa Ince was quoted by the Harbour Times as saying: “The cranes are asleep.”",
        speaker="Mustafa Ince",
    ),
    Rule(
        "candidate-quotes-other",
        "place",
        right(rf"{TO_OWN_VERB}[SR][NDE]{AS_SAYING}"),
        "The candidate quotes somebody else: *quoted Y as saying*.",
        example="“It was only a goose,” the Delta Mail quoted Omari Juma as saying.",
        speaker="Omari Juma",
        against="the Delta Mail",
    ),
    Rule(
        "clause-subject-cue",
        "place",
        opens_clause_with_cue,
        "The candidate is the subject of the cue in a clause of time, reason or concession.",
        example="Because Hilda Rask told the press “we are broke”, Per Engel had to explain.",
        speaker="Hilda Rask",
    ),
    Rule(
        "as-candidate-puts-it",
        "place",
        as_candidate_puts_it,
        "The word *as* stands before the candidate, and a verb with *it* after: *as Y put it*.",
        example="As Britta Lange put it, “a border is a scar that pays customs” (1998: 7).",
        speaker="Britta Lange",
    ),
    Rule(
        "passive-by-candidate",
        "place",
        leftward(r"b[bxyT]*(?:A|[SRv][^./Q,NPDh]{0,8}z)"),
        "The candidate is the agent of a passive before it: *was told by Y*.",
        example="Emil Sand was accused by Clara Whitlow of “salting the well”.",
        speaker="Clara Whitlow",
    ),
    Rule(
        "quote-by-speaker",
        "path",
        after(r",?y?z"),
        "The quote and then *by* stand right before the candidate.",
        example="The statue is regarded as “an insult to horses” by Fabrizio Neri.",
        speaker="Fabrizio Neri",
    ),
    Rule(
        "relative-candidate",
        "place",
        left("h"),
        "The word *who* or *whom* stands right before the candidate.",
        example=(
            "Corinne Abel, whom Piet Faber had called “a bore”, won the seat that he had held "
            "for thirty years."
        ),
        speaker="Piet Faber",
    ),
)
