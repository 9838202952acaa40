"""Tables of nouns: for people, groups and documents, for roles, and for speech."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from quoteattr.language.patterns import NOTHING
from quoteattr.language.tables import Words


@frozen(eq=False, repr=False, slots=False, kw_only=True)
class NounTables:
    """Tables of nouns: for people, groups and documents, for roles, and for speech."""

    #: nouns that report: *in a statement*, *his claim that*
    cue_nouns: Words = frozenset()
    #: nouns for thoughts, with a clause that gives the content: *her view that*
    stances: Words = frozenset()
    #: nouns for people who can speak, singular
    roles: Words = frozenset()
    #: nouns for groups and organisations that can speak, singular
    groups: Words = frozenset()
    #: nouns for documents that speak for their authors, singular
    documents: Words = frozenset()
    #: plurals for people that ``plural`` does not build from ``roles``: *people*
    plurals: Words = frozenset()
    #: roles that are last names as well: *Baker*
    surname_roles: Words = frozenset()
    #: roles implied by an event, without a name in the article: *the judge*
    bridged: Words = frozenset()
    #: nouns for people that show a gender: *mother*, *spokesman*; the gender is m or f
    kinship: Mapping[str, str] = field(factory=dict)
    #: nouns of ``kinship`` and titles that are used for women and men alike: *chairman*
    generic_nouns: Words = frozenset()
    #: nouns for those who speak for a body: *spokesman*
    spokespeople: Words = frozenset()
    #: printed things that are not documents: *T-shirt*
    inscribed: Words = frozenset()
    #: how a text says that a name is withheld, as a pattern: *who asked not to be named*
    anonymity: str = NOTHING
    #: nouns for members of a family
    family: Words = frozenset()
    #: nouns for members of parties and parliaments: *Republican*
    partisans: Words = frozenset()
    #: offices that partisans hold: *senator*
    elected: Words = frozenset()
    #: offices and bodies whose names continue with *of*: *Secretary of State*
    offices_of: Words = frozenset()
    #: bodies that are named after who holds the office: *Prime Minister’s Office*
    offices_held: Words = frozenset()
    #: prepositions that continue an office: *ambassador to the UN*
    office_joints: Words = frozenset()
    #: nouns that describe a person, and seldom refer to one alone: *media contact*
    role_nouns: Words = frozenset()
    #: nouns for a past age: *as a boy*
    ages_of_life: Words = frozenset()
    #: words before a rank: *world number two*
    ranked: Words = frozenset()
    #: numbers in words in descriptions: *mother of three*
    counts: Words = frozenset()
    #: nouns for what people run: *Rill Rides, an app for riders*
    undertakings: Words = frozenset()
    #: letters for parties before a hyphen: *R-Texas*
    party_letters: Words = frozenset()
    #: words after a name that locate a person in a picture: *Ida Berg, left,*
    places_in_picture: Words = frozenset()
    #: words that name the field of an office among the titles: *finance*
    title_fields: Words = frozenset()
    #: words after an office and a hyphen: *mayor-elect*
    office_suffixes: Words = frozenset()
    #: endings of nouns for people: *-ist*, *-ician*
    agent_endings: tuple[str, ...] = ()
    #: endings of other nouns that refer to people if they speak: *dispatcher*
    speaking_endings: tuple[str, ...] = ()
    #: prepositions between a role and its body: *a nurse at Brack Hospital*
    employing: Words = frozenset()
    #: leaders and spokespeople of a body, so that *the company* in their sentence is theirs
    officers: Words = frozenset()
    #: roles whose holders work for a body, whatever its name: *Rillco CEO Ida Berg*
    corporate_roles: Words = frozenset()
    #: nouns for bodies of any kind that have officers: *the company*
    any_body: Words = frozenset()
    #: prepositions between a spokesman and the body that he speaks for
    representing: Words = frozenset()
    #: participles between a nominal and a name: *a baker named Ida Berg*
    called: Words = frozenset()
    #: those of them that are verbs of a judgement as well: *called Ida Berg a bore*
    judging: Words = frozenset()
    #: the same before *as*: *a baker identified only as Ida Berg*
    identified: Words = frozenset()
    #: verbs before *by* and a name: *who goes by Ida Berg*
    going: Words = frozenset()
    #: nouns for parts of the body, some of which are nouns for people, too: *his head*
    body_parts: Words = frozenset()
    #: nouns for people who serve another: *an aide to the president*
    assisting: Words = frozenset()
    #: adjectives after their noun and before a preposition: *a person familiar with the talks*
    postposed: Words = frozenset()
    #: verbs of occupation: *works as a baker*
    occupied: Words = frozenset()
    #: words between these and the occupation: *as*
    capacity: Words = frozenset()
    #: verbs of working somewhere: *teaches at the school*
    engaged: Words = frozenset()
    #: prepositions between such a verb and the place or body
    activity_joints: Words = frozenset()
    #: verbs whose object completes a role: *owns a mill*
    managing: Words = frozenset()
    #: verbs that give their subject a role: *became mayor*
    becoming: Words = frozenset()
    #: participles between a form of *be* and a role: *was elected mayor*
    appointed: Words = frozenset()
    #: nouns for a number of people: *a handful of officials*
    quantities: Words = frozenset()
    #: prepositions between a person and what they are of: *Ida Berg of Brack Council*
    role_joints: Words = frozenset()
    #: words before an age: *aged 41*
    aged: Words = frozenset()
    #: participles that give the origin or the side of a person: *based in Dalby*
    belonging: Words = frozenset()
    #: participles that alone give a role in court: *Ida Berg, prosecuting,*
    pleading: Words = frozenset()
    #: nouns after a preposition that give a responsibility: *in charge of the rescue*
    stations: Words = frozenset()
    #: nouns for a few people, all of whom adjacent names may name: *the duo*
    small_groups: Words = frozenset()
    #: nouns for people that before another noun are adjectives: *the humanitarian crisis*
    adjectival_nouns: Words = frozenset()
    #: adjectives that distinguish one holder of an office from the others: *the former mayor*
    identifying: Words = frozenset()
    #: words before what somebody was once: *former Rill and Vale coach Ada Berg*
    past_holders: Words = frozenset()
    #: endings of words that give an age: *the 73-year-old*; hyphens plain
    age_endings: tuple[str, ...] = ()
    #: endings of words before a name that give an age, a rank or an origin: *the top-ranked Berg*
    epithet_endings: tuple[str, ...] = ()
    #: for a noun for organisations the words that such organisations have in their names
    body_kinds: Mapping[str, Words] = field(factory=dict)
    #: nouns for the press
    press: Words = frozenset()
    #: nouns for what the press prints in its own name: *editorial*
    press_pieces: Words = frozenset()
    #: nouns for words without a specific speaker: *as the saying goes*
    proverbs: Words = frozenset()
    #: nouns for messages, whose words are the sender’s: *a text from Rolf Tanner*
    messages: Words = frozenset()
    #: nouns for words of unknown speakers: *denied rumours that …*
    hearsay: Words = frozenset()
    #: nouns for talk, which is nobody’s in particular: *stung by gossip that …*
    rumours: Words = frozenset()
    #: prepositions between a message and its sender
    sending: Words = frozenset()
    #: words before quotation marks around a name, a title or a term: *a film called “…”*
    naming: Words = frozenset()
    #: participles that introduce a name that is nobody’s words: *the plan, nicknamed “…”*
    nicknaming: Words = frozenset()
    #: things that show something and say nothing: *replays*
    evidence: Words = frozenset()
    #: findings of authors, which as a subject state it: *research suggests that*
    studies: Words = frozenset()
    #: adjectives that precede a name without a determiner: *Outspoken Ada Berg*
    epithets: Words = frozenset()
