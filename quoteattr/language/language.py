"""The contract of a language: every table and function that the package reads.

A language is an object of :class:`Language`: the ``LANGUAGE`` of a folder beside this file
(``en/``), or what a caller passes as ``language=``. A table that a language leaves out is empty,
and what needs it never holds. Words are in lower case, apostrophes straight, unless a field says
otherwise. Patterns are those of the package ``regex``.

A new language needs at least

- ``saying`` and ``verb_forms``: the verbs of saying and their forms;
- ``subject_pronouns`` and ``pronoun_gender``, ``determiners``, ``prepositions``, ``conjunctions``,
  ``auxiliaries`` and ``be``: so that a row of chunks shows subjects and verbs;
- ``roles``, ``groups`` and ``plural``: nouns that can be speakers;
- ``titles`` and ``particles``: so that names are whole.

With these, quotes in quotation marks get cues and speakers. ``load_ordinary_words`` and
``load_given_names`` make names surer. Reported clauses need ``vectors`` and a tagger that was
trained with them; transcripts, statements, posts and replies need the tables of the last group.
``docs/extending.md`` shows a language of a few words, ``tests/toy_language.py`` one of thirty.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any, SupportsIndex, TypeVar

from attrs import evolve, field, frozen

from quoteattr.errors import OptionError
from quoteattr.language import defaults
from quoteattr.language.patterns import NOTHING
from quoteattr.language.tables import check_table
from quoteattr.language.word_tags import (
    ACCORDING_TO,
    ADVERB,
    AGENT_MARKER,
    AUXILIARY,
    COMPLEMENTIZER,
    CONJUNCTION,
    COPULA,
    CUE_NOUN,
    DETERMINER,
    OBJECT_PRONOUN,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    REPORTING,
    REPORTING_PARTICIPLE,
    SAYING,
    SAYING_PARTICIPLE,
    SUBORDINATOR,
    TIME,
)
from quoteattr.text import shorten

if TYPE_CHECKING:  # which takes long to import
    from importlib.resources.abc import Traversable

Words = frozenset[str]
T = TypeVar("T")


def of_package(code: str) -> Language:
    """The language in the folder of the package with this name."""
    language: Language = import_module(f"{__package__}.{code}").LANGUAGE
    return language


@frozen(eq=False, repr=False, slots=False, kw_only=True)
class Language:
    """The words, word forms and word lists of one language."""

    #: code of ISO 639-1
    code: str
    #: its English name
    name: str

    # -- word forms and lists: ``morphology.py``, ``word_lists.py`` --------------------------------

    #: all forms of a verb, the base first, participles that report beside a clause last
    verb_forms: Callable[[str], Iterable[str]] = defaults.forms
    #: whether the form of a verb is a participle that reports beside a clause: *saying*
    is_participle: Callable[[str, str], bool] = defaults.never
    #: the plural of a noun
    plural: Callable[[str], str] = defaults.unchanged
    #: whether a word that no table has is a plural, by its ending: *ophthalmologists*
    looks_plural: Callable[[str], bool] = defaults.no_plural
    #: the tag of a word that no table has, from its ending: one of ``word_tags.py``
    tag_by_ending: Callable[[str], str] = defaults.other
    #: reads the ordinary words, which a capital alone does not make names
    load_ordinary_words: Callable[[], Words] = defaults.no_words
    #: reads the given names, each with the share of men among its bearers in percent
    load_given_names: Callable[[], Mapping[str, int]] = defaults.no_names
    #: the file of word vectors (``tag/embeddings.py``)
    vectors: Traversable | None = None

    # -- verbs and phrases that report: ``verbs.py`` -----------------------------------------------

    #: verbs whose object can be the whole quote: *“…,” she said*; in their base form
    saying: Words = frozenset()
    #: verbs that report words or a judgement, mostly with a few words in marks: *called it “…”*
    reporting: Words = frozenset()
    #: verbs of a belief, or of a fact that one knows: *believes*, *knew*; in their base form
    thinking: Words = frozenset()
    #: nouns and adjectives of the same
    thoughts: Words = frozenset()
    #: verbs of what somebody means to do or wants done, nothing uttered; in their base form
    intending: Words = frozenset()
    #: nouns and adjectives of the same
    intentions: Words = frozenset()
    #: verbs whose object is the addressee: *told reporters*, *asked her*
    addressing: Words = frozenset()
    #: verbs of asking a question: *asked where he had been*
    inquiring: Words = frozenset()
    #: infinitives after *wants to* that ask: *wanted to know where he had been*
    inquired: Words = frozenset()
    #: verbs of ``reporting`` that are of saying between the quote and a name: *“Come!” called Rolf*
    inverted: Words = frozenset()
    #: verbs that are of saying only right beside a quote: *he wept as the judge told him*
    gestures: Words = frozenset()
    #: verbs of saying that are mostly nouns in news: *state*
    rather_nouns: Words = frozenset()
    #: participles that are nouns inside a nominal: *an early warning*
    verbal_nouns: Words = frozenset()
    #: past forms that end like nouns: *Google met Ada Berg*
    past_forms: Words = frozenset()
    #: objects of saying that say nothing of what was said: *said something*, *said goodbye*
    said_pronouns: Words = frozenset()
    #: plurals that are objects of saying and never its subject: *said things*
    said_objects: Words = frozenset()
    #: phrases before a speaker: *according to*
    according: tuple[str, ...] = ()
    #: verbs that make a habit of the infinitive after them: *used to say*
    habitual: Words = frozenset()
    #: forms of verbs of refusing: *declined*
    refusing: Words = frozenset()
    #: verbs after which, refused, nothing was said: *declined to comment*
    refused: Words = frozenset()
    #: particles of verbs, which are prepositions elsewhere: *laughed off the claim*
    verb_particles: Words = frozenset()
    #: verbs of hearing or remembering somebody speak; in their base form
    perceiving: Words = frozenset()
    #: verbs of getting to know something from somebody; in their base form
    learning: Words = frozenset()
    #: verbs of sending or giving a message; in their base form
    delivering: Words = frozenset()
    #: verbs that ask the reader to imagine something; in their base form
    picturing: Words = frozenset()
    #: verbs of rejecting what others say: *denied rumours that …*; in their base form
    rejecting: Words = frozenset()
    #: verbs of saying something, or of calling something so, which a *not* denies; in their base
    #: form
    calling: Words = frozenset()
    #: words before such a verb that say that somebody does not: *refused to call it “…”*
    withholding: Words = frozenset()
    #: verbs whose object is who speaks: *quoted the mayor: “…”*; in their base form
    quoting: Words = frozenset()
    #: verbs whose passive tells what its subject does: *was heard to say*; in their base form
    raising: Words = frozenset()
    #: words before the meaning of a word: *which means “good morning”*
    glossing: Words = frozenset()

    # -- nouns: ``nouns.py`` -----------------------------------------------------------------------

    #: nouns that report: *in a statement*, *his claim that*
    cue_nouns: Words = frozenset()
    #: nouns for what somebody thinks, with a clause that says it: *her view that*
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
    #: roles that an event brings along, without a name in the article: *the judge*
    bridged: Words = frozenset()
    #: nouns for people that show a gender: *mother*, *spokesman*; the gender is m or f
    kinship: Mapping[str, str] = field(factory=dict)
    #: nouns of ``kinship`` and titles that are used of women and men alike: *chairman*
    generic_nouns: Words = frozenset()
    #: nouns for those who speak for a body: *spokesman*
    spokespeople: Words = frozenset()
    #: things that words stand on, which are no documents: *T-shirt*
    inscribed: Words = frozenset()
    #: how a text says that a name is withheld, as a pattern: *who asked not to be named*
    anonymity: str = NOTHING
    #: nouns for members of a family
    family: Words = frozenset()
    #: nouns for members of parties and parliaments: *Republican*
    partisans: Words = frozenset()
    #: offices that partisans hold: *senator*
    elected: Words = frozenset()
    #: offices and bodies whose names go on with *of*: *Secretary of State*
    offices_of: Words = frozenset()
    #: prepositions that an office goes on with: *ambassador to the UN*
    office_joints: Words = frozenset()
    #: letters for parties before a hyphen: *R-Texas*
    party_letters: Words = frozenset()
    #: words behind a name that say who is who in a picture: *Ida Berg, left,*
    places_in_picture: Words = frozenset()
    #: words that name the field of an office among the titles: *finance*
    title_fields: Words = frozenset()
    #: what stands behind a hyphen and an office: *mayor-elect*
    office_suffixes: Words = frozenset()
    #: endings of nouns for people: *-ist*, *-ician*
    agent_endings: tuple[str, ...] = ()
    #: endings of other nouns that speak, which then are people: *dispatcher*
    speaking_endings: tuple[str, ...] = ()
    #: prepositions between a role and a body whose it is: *a nurse at Brack Hospital*
    employing: Words = frozenset()
    #: roles whose holders work for a body, whatever its name: *Rillco CEO Ida Berg*
    corporate_roles: Words = frozenset()
    #: prepositions between a spokesman and the body that he speaks for
    representing: Words = frozenset()
    #: participles between a nominal and a name: *a baker named Ida Berg*
    called: Words = frozenset()
    #: verbs of what somebody does for a living: *works as a baker*
    occupied: Words = frozenset()
    #: words between these and the occupation: *as*
    capacity: Words = frozenset()
    #: verbs of what somebody does somewhere: *teaches at the school*
    engaged: Words = frozenset()
    #: prepositions between such a verb and the place or body
    activity_joints: Words = frozenset()
    #: verbs of what somebody does with an object: *owns a mill*
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
    #: participles that say where somebody is from, or for whom they are: *based in Dalby*
    belonging: Words = frozenset()
    #: adjectives that distinguish one holder of an office from the others: *the former mayor*
    identifying: Words = frozenset()
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
    #: for a noun for people, or two words, the class of role that it belongs to: *senator*
    role_classes: Mapping[str, str] = field(factory=dict)
    #: words that end the part of a role in which its main noun stands: *owner of the bakery*
    role_ends: Words = frozenset()
    #: nouns for words that nobody in particular says: *as the saying goes*
    proverbs: Words = frozenset()
    #: nouns for messages, whose words are the sender’s: *a text from Rolf Tanner*
    messages: Words = frozenset()
    #: nouns for what others say, nobody knows who: *denied rumours that …*
    hearsay: Words = frozenset()
    #: prepositions between a message and its sender
    sending: Words = frozenset()
    #: words before quotation marks around a name, a title or a term: *a film called “…”*
    naming: Words = frozenset()
    #: adjectives that stand before a name without a determiner: *Outspoken Ada Berg*
    epithets: Words = frozenset()

    # -- pronouns and other function words: ``function_words.py`` ----------------------------------

    #: pronouns that can be the speaker, in the form of a subject
    subject_pronouns: Words = frozenset()
    #: pronouns in the form of an object: *her*, *themselves*
    object_pronouns: Words = frozenset()
    #: possessive determiners: *his*
    possessives: Words = frozenset()
    #: gender and number of a pronoun: m, f, p (plural), o (first person), n (thing)
    pronoun_gender: Mapping[str, str] = field(factory=dict)
    #: the gender of possessive and reflexive pronouns: *her*, *himself*
    bound_gender: Mapping[str, str] = field(factory=dict)
    #: pronouns for one person: *he*, *she*
    he_she: Words = frozenset()
    #: pronouns for several people: *they*
    they: Words = frozenset()
    #: pronouns for a thing: *it*
    it: Words = frozenset()
    #: pronouns of the first and second person, and their contractions: *I*, *you’re*
    first_second: Words = frozenset()
    #: indefinite pronouns and quantifiers that can be the speaker: *many*
    indefinite: Words = frozenset()
    #: articles before what has not been named: *a claim*
    indefinite_articles: Words = frozenset()
    #: indefinite pronouns for one: *someone*
    indefinite_single: Words = frozenset()
    #: pronouns for nobody: *no one*
    negative: Words = frozenset()
    #: words that refer to two who were named together: *both*
    pairs: Words = frozenset()
    #: how the labels of politicians begin, in lower case: *R-Ohio*
    party_labels: tuple[str, ...] = ()
    #: words that show several to speak together: *in a joint statement*
    together: Words = frozenset()
    #: relative pronouns: *who*
    relative: Words = frozenset()
    #: relative pronouns of things: *which*
    thing_relatives: Words = frozenset()
    #: relative pronouns that can be the object of their clause: *whom she called “…”*
    object_relatives: Words = frozenset()
    #: determiners: *the*, *every*
    determiners: Words = frozenset()
    #: determiners that refer back: *the*, *this*
    definite: Words = frozenset()
    #: forms of *be*, which make a passive of a verb that reports: *was asked*
    be: Words = frozenset()
    #: contractions that may stand for a form of *be*: *she’s a nurse*
    contracted_be: Words = frozenset()
    #: the other auxiliaries: *has*, *would*
    auxiliaries: Words = frozenset()
    #: auxiliaries after which an unknown word is a verb: *visitors would coo*
    modals: Words = frozenset()
    #: verbs with a single subject: *says*, *was*
    singular: Words = frozenset()
    #: words that open an infinitive: *to say*
    infinitive: Words = frozenset()
    #: prepositions
    prepositions: Words = frozenset()
    #: prepositions before what somebody is reproached with, or praised for: *sued her for calling*
    reproaching: Words = frozenset()
    #: words for the manner, or the whole, of words: *that is how she put it*, *was all she said*
    manner: Words = frozenset()
    #: prepositions of the agent: *described as “…” by*
    agent: Words = frozenset()
    #: prepositions of a part, an owner or an office: *part of the*, *Secretary of State*
    genitive: Words = frozenset()
    #: prepositions of a complement that belongs to its nominal: *a spokesman for the ministry*
    complements: Words = frozenset()
    #: prepositions before places rather than people: *near*
    place_prepositions: Words = frozenset()
    #: coordinating conjunctions: *and*
    conjunctions: Words = frozenset()
    #: conjunctions that join several speakers: *and*
    joining: Words = frozenset()
    #: words that open a subordinate clause: *because*
    subordinators: Words = frozenset()
    #: subordinators that are adverbs right before a verb: *she once said*
    time_subordinators: Words = frozenset()
    #: words that open a reported clause: *that*
    that: Words = frozenset()
    #: adverbs that their ending does not show: *also*
    adverbs: Words = frozenset()
    #: words that negate what follows: *not*
    negations: Words = frozenset()
    #: the ending of a negated verb: *n’t*, with a straight apostrophe
    negated_ending: str = ""
    #: words after which a negation does not negate: *not only*
    no_negation: Words = frozenset()
    #: words between a negation and what it negates: *not be*, *never even*, *not yet to*
    negation_joints: Words = frozenset()
    #: words that deny that something was said: *never says*, *no one says*
    denied: Words = frozenset()
    #: auxiliaries, and forms of *be*, that are no finite verbs
    not_finite: Words = frozenset()
    #: words that open an indirect question or a condition
    question_words: Words = frozenset()
    #: prepositions of a clause with a subject and a participle: *with Ida saying that …*
    absolute: Words = frozenset()
    #: auxiliaries that before their subject open a condition: *had he said no, …*
    fronted: Words = frozenset()
    #: words that make a report a question or a condition: *unclear whether he said that …*
    doubting: Words = frozenset()
    #: words before words of others to which somebody reacts: *upset by rumours that*
    provoking: Words = frozenset()
    #: auxiliaries before an infinitive that is a mere chance: *never get to say*
    chances: Words = frozenset()
    #: words of what somebody ought to say, or others would like to hear
    wishing: Words = frozenset()
    #: function words that are an answer: *she said no*
    answers: Words = frozenset()
    #: words that make speech imagined: *would say*, *could have called*
    imagined: Words = frozenset()
    #: weekdays and months, with their abbreviations
    weekdays_months: Words = frozenset()
    #: months that are given names as well: *June*
    name_months: Words = frozenset()
    #: other words for times: *yesterday*
    time_words: Words = frozenset()
    #: words that open a sentence with a capital and are never the start of a name: *Yes*
    openers: Words = frozenset()
    #: words without a content of their own, which comparisons of texts leave out
    function_words: Words = frozenset()

    # -- names: ``names.py`` -----------------------------------------------------------------------

    #: titles before a name, each with the gender that it shows: m, f or empty
    titles: Mapping[str, str] = field(factory=dict)
    #: titles of neither men nor women, without full stop: *Mx*
    neutral_titles: Words = frozenset()
    #: how a text says which other pronouns somebody uses, as a pattern: *they/them*
    other_pronouns: str = NOTHING
    #: titles that also open an office of women and men: *Lord Mayor*
    office_titles: Words = frozenset()
    #: nouns behind a possessive that are titles, and names elsewhere: *His Grace*
    styles: Words = frozenset()
    #: titles that belong to a single name: *Pope Francis*, *Lady Gaga*
    regnal: Words = frozenset()
    #: for a title the role that it stands for: *Sen.*, senator
    title_roles: Mapping[str, str] = field(factory=dict)
    #: words in brackets between a title and the name: *Gen (Retd) Ada Berg*
    retired: Words = frozenset()
    #: offices and positions in capitals before a name, as they are spelt: *Metix GM Rolf Dagel*
    job_acronyms: Words = frozenset()
    #: small words inside a name: *Ursula von der Leyen*, *Muqtada al-Sadr*
    particles: Words = frozenset()
    #: particles that have lost their vowel: *D’Souza*
    elided: Words = frozenset()
    #: words at the end of a name: *Jr.*, *PhD*
    suffixes: Words = frozenset()
    #: words at the end of a name that are written like a last name: *Esq*
    titled_suffixes: Words = frozenset()
    #: suffixes that distinguish a father from his son: *Jr.*, *III*
    generations: Words = frozenset()
    #: generations that are Roman numerals: *III*
    generation_numbers: Words = frozenset()
    #: family names that stand before the given name: *Lee Jae-myung*, *Tan See Leng*
    family_first: Words = frozenset()
    #: first words of names that are no person’s: *North*
    no_given_names: Words = frozenset()
    #: last words of several that no person has: *Orpheus Reef*
    no_last_names: Words = frozenset()
    #: small words inside names of any kind: *Department of Health and Safety*
    name_joints: Words = frozenset()
    #: what records put between two speakers of one quote
    name_joiner: str = ", "
    #: first words of a byline: *By Ida Berg*
    byline_openers: Words = frozenset()
    #: words for further authors in a reference: *(Holt et al., 2019)*
    and_others: Words = frozenset()
    #: last words of the names of organisations: *Council*
    organisation_words: Words = frozenset()
    #: last words of the names of organisations that only decide the kind of an entity
    organisation_endings: Words = frozenset()
    #: last words of the names of organisations that are last names as well: *Church*
    ambiguous_organisation_words: Words = frozenset()
    #: last words of the names of firms that later mentions leave out: *Peabody Energy*
    firm_endings: Words = frozenset()
    #: nouns that open the name of an organisation before such a word: *Friends of …*
    body_openers: Words = frozenset()
    #: words that continue the name of an organisation: *Commission on …*
    body_joints: Words = frozenset()
    #: what bodies are for, besides ordinary words: *science* in *Science and Technology Committee*
    body_fields: Words = frozenset()
    #: last words of the names of things, places and events: *Summit*
    thing_words: Words = frozenset()
    #: names in capitals that are spelt like a pronoun: *US*
    capital_names: Words = frozenset()
    #: acronyms of bodies and countries before an office, as they are spelt: *UN envoy Ada Berg*
    short_bodies: Words = frozenset()
    #: acronyms of countries, which are no organisations: *UK*
    country_acronyms: Words = frozenset()
    #: small words that an acronym leaves out: *People for the Ethical Treatment of Animals*
    acronym_joints: Words = frozenset()
    #: who is from somewhere, as nouns: *Londoner*
    natives: Words = frozenset()
    #: the same as adjectives, which with an article stand for somebody, too: *the Australian*
    native_adjectives: Words = frozenset()
    #: endings that make the name of a people from that of a country: *-ian*
    demonym_endings: tuple[str, ...] = ()

    # -- spelling: ``spelling.py`` -----------------------------------------------------------------

    #: what may follow an apostrophe as a token of its own: *’s*, *’ve*; empty after a plural
    endings: Words = frozenset()
    #: endings that are possessive: *’s*; empty for the apostrophe alone
    possessive_endings: Words = frozenset()
    #: letters after which an apostrophe often ends a word: *the girls’*, *James’*, *goin’*
    apostrophe_after: Words = frozenset()
    #: words without their first letters, which an apostrophe replaces: *’em*, *’til*, *rock ’n’
    #: roll*
    clipped: Words = frozenset()
    #: endings of most plurals
    plural_suffixes: tuple[str, ...] = ()
    #: endings of participles: *-ed*, *-ing*
    participle_endings: tuple[str, ...] = ()
    #: endings of verbs in the third person
    third_person_suffixes: tuple[str, ...] = ()
    #: abbreviations that end in a full stop and do not end the sentence
    abbreviations: Words = frozenset()
    #: for a contraction its words, where its ending does not show them: *won’t*, will not
    contractions: Mapping[str, tuple[str, ...]] = field(factory=dict)
    #: for an ending behind an apostrophe its words: *’ll*, will; none where it is ambiguous: *’s*
    contracted: Mapping[str, tuple[str, ...]] = field(factory=dict)
    #: for a word other spellings of it, as words: *two*, 2; *percent*, per cent
    spellings: Mapping[str, tuple[str, ...]] = field(factory=dict)

    # -- transcripts, interviews, letters, posts: ``transcripts.py`` -------------------------------

    #: pronouns of the first person singular, as they are spelt: *I*
    first_singular: tuple[str, ...] = ()
    #: pronouns of the first person
    first_person: Words = frozenset()
    #: first or last words of headings before a colon, which name no speaker: *Note*, *Photo*
    not_speakers: Words = frozenset()
    #: titles inside a label, which are no given names: *OK Gov Fallin*
    short_titles: Words = frozenset()
    #: starts of last names in capitals that keep small letters: *McCONNELL*
    small_prefixes: tuple[str, ...] = ()
    #: a label of the Congressional Record, as a pattern with the groups ``name`` and ``cue``
    record_label: str = NOTHING
    #: how such labels begin: *Mr*, *The*
    record_heads: tuple[str, ...] = ()
    #: the lawyer who examines a witness, as a pattern with the group ``name``: *BY MS. HALE*
    examination: str = NOTHING
    #: the half of the day behind a time, as a pattern: *3:47 PM*
    half_days: str = NOTHING
    #: a line that ends a transcript, as a pattern: *END*
    end_line: str = NOTHING
    #: words in small letters inside a label: *Department of State*
    label_joints: Words = frozenset()
    #: articles before an office in a label, with the space behind them: *The Prime Minister*
    office_articles: tuple[str, ...] = ()
    #: starts of last names before a second capital: *McConnell*
    inner_capital_prefixes: tuple[str, ...] = ()
    #: how labels begin that name an office, in lower case; its holder may stand in brackets
    office_heads: tuple[str, ...] = ()
    #: nouns of numbered speakers: *Speaker 1*
    counted: tuple[str, ...] = ()
    #: labels of questions: *Q*, *Question*
    asking: Words = frozenset()
    #: labels of answers: *A*, *Answer*
    answering: Words = frozenset()
    #: letters that label questions, as they are spelt: *Q*
    question_letters: Words = frozenset()
    #: letters that label answers, as they are spelt: *A*
    answer_letters: Words = frozenset()
    #: first or last words of labels that name a role: *Moderator*, *Male speaker*
    speaking_roles: Words = frozenset()
    #: a transcriber’s remarks behind a name: *(via Skype)*, *(through translator)*
    transcript_remarks: Words = frozenset()
    #: a transcriber’s remarks among the words: *(APPLAUSE)*, *[laughter]*
    stage_directions: Words = frozenset()
    #: first words of stage directions after which nobody speaks until the next label
    closing_directions: Words = frozenset()
    #: how lines begin behind the last turn, in lower case: *this interview has been edited*
    after_transcript: tuple[str, ...] = ()
    #: phrases that announce an interview, beside the name of who is asked: *spoke with*
    interview_phrases: tuple[str, ...] = ()
    #: nouns for words that a whole paragraph may hold: *issued this statement:*
    statement_nouns: Words = frozenset()
    #: words before such a noun, and a colon, that announce its words: *this statement: …*
    announcing: Words = frozenset()
    #: forms of verbs before such a paragraph: *wrote:*, *reads:*
    statement_verbs: Words = frozenset()
    #: words between such a noun or verb and the colon that announce something else: *will be*
    no_statement: Words = frozenset()
    #: forms of verbs after which a paragraph is a statement only in the first person: *said:*
    mere_speech_verbs: Words = frozenset()
    #: last words of a lead-in that announce a statement: *said the following:*
    full_text: Words = frozenset()
    #: nouns for documents with a greeting and a sign-off: *letter*
    letters: Words = frozenset()
    #: how letters begin, in lower case: *dear*
    greetings: tuple[str, ...] = ()
    #: how letters end, in lower case: *sincerely*
    sign_offs: tuple[str, ...] = ()
    #: how the signature of an embedded post begins without a dash: *a post shared by*
    post_signatures: tuple[str, ...] = ()
    #: lines of an embedded post that are no words of it: *view this post on Instagram*
    embed_links: Words = frozenset()
    #: nouns before a user name: *user pierlover77*
    accounts: Words = frozenset()
    #: first and last word of the header before the lines that a reply quotes: *On … wrote:*
    reply_header: tuple[str, ...] = ()

    def extended(self, **tables: Iterable[str] | Mapping[str, Any]) -> Language:
        """The language with more words in some of its tables.

        Args:
            tables: for the name of a table the words to add, or the entries if it is a mapping.

        Raises:
            OptionError: there is no such table, or what is added is no list of words.

        >>> from quoteattr.language import ENGLISH
        >>> dutch = ENGLISH.extended(saying=["zeg"], roles=["wethouder"], titles={"drs.": ""})
        >>> dutch.tag("zeg"), "wethouders" in dutch.person_nouns
        ('S', True)
        """
        return evolve(self, **{name: self._joined(name, words) for name, words in tables.items()})

    def _joined(self, name: str, added: Iterable[str] | Mapping[str, Any]) -> Any:
        """A table with more words or entries."""
        table = getattr(self, name, None)
        if name not in _FIELDS or not isinstance(table, frozenset | tuple | dict):
            raise OptionError(
                f"a language has no table {shorten(name)}",
                where="language",
                remedy="take saying, reporting, roles, titles or another of docs/extending.md",
            )
        words = check_table(name, added, type(table))
        return {**table, **words} if isinstance(table, dict) else type(table)([*table, *words])

    def __attrs_post_init__(self) -> None:
        """Accept lists and sets of words.

        Raises:
            OptionError: a table is a string, or holds something that is no word.
        """
        for name, annotation in Language.__annotations__.items():
            kind = _KINDS.get(annotation)
            if kind is not None:
                object.__setattr__(self, name, check_table(name, getattr(self, name), kind))

    # -- what follows from these -------------------------------------------------------------------

    @cached_property
    def word_tags(self) -> Mapping[str, str]:
        """The chunk tag of each word of the tables; later tables win: closed classes last."""
        table: dict[str, str] = dict.fromkeys(self.cue_nouns, CUE_NOUN)
        table.update(self._verb_tags(self.reporting, REPORTING, REPORTING_PARTICIPLE))
        table.update(self._verb_tags(self.saying, SAYING, SAYING_PARTICIPLE))
        for words, tag in (
            (self.time_words | self.weekdays_months, TIME),
            (self.adverbs, ADVERB),
            (self.determiners, DETERMINER),
            (self.indefinite - self.determiners, PRONOUN),
            (self.subordinators, SUBORDINATOR),
            (self.prepositions, PREPOSITION),
            (self.conjunctions, CONJUNCTION),
            (self.auxiliaries, AUXILIARY),
            (self.be, COPULA),
            (self.agent, AGENT_MARKER),
            (self.that, COMPLEMENTIZER),
            (self.relative, RELATIVE),
            (self.object_pronouns - self.possessives, OBJECT_PRONOUN),
            (self.subject_pronouns, PRONOUN),
            (self.according, ACCORDING_TO),
        ):
            table.update(dict.fromkeys(words, tag))
        return table

    def _verb_tags(self, verbs: Iterable[str], finite: str, ing: str) -> Iterator[tuple[str, str]]:
        """Each form of each verb with its tag."""
        for verb in verbs:
            for form in self.verb_forms(verb):
                yield form, ing if self.is_participle(form, verb) else finite

    def tag(self, word: str) -> str:
        """The chunk tag of a word in lower case, from the tables or else from its ending."""
        return self.word_tags.get(word) or self.tag_by_ending(word)

    @cached_property
    def person_nouns(self) -> Words:
        """Heads of nominals for people, singular and plural."""
        return self.roles | frozenset(map(self.plural, self.roles)) | self.plurals

    @cached_property
    def group_nouns(self) -> Words:
        """Heads of nominals for groups and organisations."""
        return self.groups | frozenset(map(self.plural, self.groups))

    @cached_property
    def document_nouns(self) -> Words:
        """Heads of nominals for documents."""
        return self.documents | frozenset(map(self.plural, self.documents))

    @cached_property
    def speaking_nouns(self) -> Words:
        """Heads of nominals that can speak."""
        return self.person_nouns | self.group_nouns | self.document_nouns

    @cached_property
    def ordinary_words(self) -> Words:
        """Words in lower case that a capital alone does not make a name."""
        return self.load_ordinary_words()

    @cached_property
    def given_names(self) -> Mapping[str, int]:
        """Given names in lower case, each with the share of men among its bearers, 0 to 100."""
        return self.load_given_names()

    def all_forms(self, verbs: Iterable[str]) -> Words:
        """All forms of some verbs."""
        return frozenset(form for verb in verbs for form in self.verb_forms(verb))

    # -- what other modules derive -----------------------------------------------------------------

    def derived(self, make: Callable[[Language], T]) -> T:
        """What ``make`` makes of this language, made once: patterns and sets of another module."""
        known = self._derived
        if make not in known:
            known[make] = make(self)
        result: T = known[make]
        return result

    @cached_property
    def _derived(self) -> dict[Callable[[Language], Any], Any]:
        """What was derived so far."""
        return {}

    def __repr__(self) -> str:
        """The code and name; the tables are too long to show."""
        return f"Language(code={self.code!r}, name={self.name!r})"

    def __reduce_ex__(self, protocol: SupportsIndex) -> Any:
        """A language of the package is named to another process, which has it; no table is sent."""
        module = sys.modules.get(f"{__package__}.{self.code}")
        if getattr(module, "LANGUAGE", None) is self:
            return of_package, (self.code,)
        return super().__reduce_ex__(protocol)

    def __getstate__(self) -> dict[str, Any]:
        """The tables alone: what follows from them is made anew in another process."""
        return {name: self.__dict__[name] for name in self.__dict__ if name in _FIELDS}

    def __setstate__(self, state: Mapping[str, Any]) -> None:
        """Set the tables."""
        self.__dict__.update(state)


_FIELDS = frozenset(Language.__annotations__)
#: what a table of words is, by its annotation
_KINDS: dict[str, type] = {"Words": frozenset, "tuple[str, ...]": tuple}
