"""The contract of a language: every table and function that the package asks it for.

A language is a folder beside this file whose ``LANGUAGE`` is one of these (``language/en/``), or an
object that a caller passes as ``language=``. A table that a language leaves out is empty: what
needs it never holds. Words are in lower case, apostrophes straight, where nothing else is said.
``docs/extending.md`` adds one step by step.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from importlib.resources.abc import Traversable
from types import ModuleType
from typing import Any, TypeVar

from attrs import evolve, field, frozen

from quoteattr.errors import OptionError, shorten
from quoteattr.language.patterns import NOTHING

Words = frozenset[str]
T = TypeVar("T")


def _forms(verb: str) -> Iterable[str]:
    """A verb without inflection."""
    return (verb,)


def _never(form: str, verb: str) -> bool:
    """No form of a verb is a participle."""
    return False


def _no_plural(word: str) -> bool:
    """No word has the form of a plural."""
    return False


def _unchanged(noun: str) -> str:
    """A noun without a plural of its own."""
    return noun


def _other(word: str) -> str:
    """The class of any word that no table has."""
    return "w"


def _no_words() -> Words:
    """An empty word list."""
    return frozenset()


def _no_names() -> Mapping[str, int]:
    """An empty table of given names."""
    return {}


@frozen(eq=False, slots=False, kw_only=True)
class Language:
    """The words, word forms and word lists of one language."""

    #: code of ISO 639-1
    code: str
    #: its English name
    name: str

    # -- word forms and lists ----------------------------------------------------------------------

    #: all forms of a verb, the base first, the -ing forms (or what takes their place) last
    verb_forms: Callable[[str], Iterable[str]] = _forms
    #: the form of a verb is a participle that reports beside a clause: *saying*
    is_participle: Callable[[str, str], bool] = _never
    #: the plural of a noun
    plural: Callable[[str], str] = _unchanged
    #: a word that no table has is a plural, by its ending: *ophthalmologists*
    looks_plural: Callable[[str], bool] = _no_plural
    #: the tag of a word that no table has, from its ending
    tag_by_ending: Callable[[str], str] = _other
    #: reads words that a capital alone does not make a name
    load_ordinary_words: Callable[[], Words] = _no_words
    #: reads given names, each with the share of men among its bearers, 0 to 100
    load_given_names: Callable[[], Mapping[str, int]] = _no_names
    #: the file of word vectors (``tag/embeddings.py``), None without
    vectors: Traversable | None = None

    # -- tables ------------------------------------------------------------------------------------

    #: verbs whose object can be the whole quote: “…,” she VERB
    saying: Words = frozenset()
    #: verbs that report somebody's words or judgement, mostly with a few words in marks
    reporting: Words = frozenset()
    #: verbs whose object is the one spoken to: *told reporters*, *asked her*
    addressing: Words = frozenset()
    #: verbs of saying that news mostly uses as nouns
    rather_nouns: Words = frozenset()
    #: what an apostrophe parts from a word: a possessive (after a plural nothing) or a short verb
    endings: Words = frozenset()
    #: those of them that are possessive, an empty one for the apostrophe alone
    possessive_endings: Words = frozenset()
    #: letters that a word ends in whose last letters an apostrophe replaces: *goin’*, or after
    #: which it marks a possessive: *the girls’ books*
    apostrophe_after: Words = frozenset()
    #: what is left of words whose first letters an apostrophe replaces: *’em*, *’til*, *rock ’n’
    #: roll*
    clipped: Words = frozenset()
    #: participles that are nouns after a compound: *an early warning*
    verbal_nouns: Words = frozenset()
    #: endings of a verb in the third person, and of a plural
    third_person_suffixes: tuple[str, ...] = ()
    plural_suffixes: tuple[str, ...] = ()
    #: base: third person, past, participle, -ing (where they cannot be built)
    irregular: Mapping[str, str] = field(factory=dict)
    #: verbs that are of saying right beside a quote only: *he wept as the judge told him*
    gestures: Words = frozenset()
    #: verbs of reporting that are of saying between the quote and a name: *“Come!” called Rolf*
    inverted: Words = frozenset()
    #: plurals that are said and do not say
    said_objects: Words = frozenset()
    #: endings in -s of words that are mostly no plurals
    singular_endings: tuple[str, ...] = ()
    #: phrases that report: the speaker follows
    according: tuple[str, ...] = ()
    #: nouns that report: *in a statement*, *his claim that*
    cue_nouns: Words = frozenset()
    #: nouns that stand for somebody who can speak, singular
    roles: Words = frozenset()
    #: nouns that stand for a group or an organisation that can speak
    groups: Words = frozenset()
    #: nouns for documents that speak for their authors
    documents: Words = frozenset()
    #: plurals that cannot be built, and nouns that are their own plural
    irregular_plurals: Mapping[str, str] = field(factory=dict)
    #: last parts of nouns whose plural cannot be built, with that of the plural: *spokesman*,
    #: *midwife*
    plural_endings: Mapping[str, str] = field(factory=dict)
    #: what else stands for several people
    plurals: Words = frozenset()
    #: pronouns that can be the speaker
    subject_pronouns: Words = frozenset()
    #: he she
    he_she: Words = frozenset()
    #: they
    they: Words = frozenset()
    #: it
    it: Words = frozenset()
    #: first second
    first_second: Words = frozenset()
    #: indefinite pronouns and quantifiers that can be the speaker
    indefinite: Words = frozenset()
    #: what goes back to two who were named together
    pairs: Words = frozenset()
    #: what joins several speakers
    joining: Words = frozenset()
    #: what stands between two speakers of one quote
    name_joiner: str = ", "
    #: verbs of one subject
    singular: Words = frozenset()
    #: relative
    relative: Words = frozenset()
    #: what makes a habit of the verb after *to*: *used to say*
    habitual: Words = frozenset()
    #: object pronouns
    object_pronouns: Words = frozenset()
    #: gender and number of a pronoun: m, f, p (several), o (speaker himself), n (thing)
    pronoun_gender: Mapping[str, str] = field(factory=dict)
    #: offices and positions that news puts in capitals before a name: *Metix GM Rolf Dagel*
    job_acronyms: Words = frozenset()
    #: titles without which a single name is not what its bearer is called: *Pope Francis*, *Lady
    #: Gaga*
    regnal: Words = frozenset()
    #: titles before a name, with the gender they show (an empty string shows none)
    titles: Mapping[str, str] = field(factory=dict)
    #: short forms that end in a full stop without ending the sentence
    abbreviations: Words = frozenset()
    #: parts that join a name's words: *Ursula von der Leyen*, *Muqtada al-Sadr*
    particles: Words = frozenset()
    #: particles that have lost their vowel: *D'Souza*
    elided: Words = frozenset()
    #: what may follow a name without being part of it, or be part of its end
    suffixes: Words = frozenset()
    #: those of them that tell a father from his son
    generations: Words = frozenset()
    #: those of the generations that are Roman numerals
    generation_numbers: Words = frozenset()
    #: words in brackets between a title and the name: *Gen (Retd) Ada Berg*
    retired: Words = frozenset()
    #: last words of the names of organisations
    organisation_words: Words = frozenset()
    #: weekdays months
    weekdays_months: Words = frozenset()
    #: months that are names of people as well
    name_months: Words = frozenset()
    #: time words
    time_words: Words = frozenset()
    #: forms of *be*, which make a passive of a verb that reports: *was asked*
    be: Words = frozenset()
    #: the preposition of the agent: *described as “…” by*
    agent: Words = frozenset()
    #: auxiliaries
    auxiliaries: Words = frozenset()
    #: those of them that make a verb of the unknown word after them: *visitors would coo*
    modals: Words = frozenset()
    #: adverbs
    adverbs: Words = frozenset()
    #: -ly words that are not adverbs of manner
    not_adverbs: Words = frozenset()
    #: words that negate what follows; whatever ends in *n't* does, too
    negations: Words = frozenset()
    #: negated ending
    negated_ending: str = ""
    #: after these a negation does not negate: *not only*
    no_negation: Words = frozenset()
    #: what may stand between a negation and what it negates: *not be*, *never even*, *not yet to*
    negation_joints: Words = frozenset()
    #: prepositions
    prepositions: Words = frozenset()
    #: the preposition of a part, an owner or an office: *part of the*, *Secretary of State*
    genitive: Words = frozenset()
    #: prepositions of a complement that is told with its nominal: *a spokesman for the ministry*
    complements: Words = frozenset()
    #: what stands for further authors in a reference: *(Holt et al., 2019)*
    and_others: Words = frozenset()
    #: conjunctions
    conjunctions: Words = frozenset()
    #: subordinators
    subordinators: Words = frozenset()
    #: that
    that: Words = frozenset()
    #: determiners
    determiners: Words = frozenset()
    #: determiners of what is known already
    definite: Words = frozenset()
    #: determiners that are pronouns
    possessives: Words = frozenset()
    #: what makes words unsaid: nobody said what somebody *never says*, or what *no one* says
    denied: Words = frozenset()
    #: what somebody sends, and whose words it has: *a text from Rolf Tanner*
    messages: Words = frozenset()
    #: what stands between a message and who sent it
    sending: Words = frozenset()
    #: subjects of whom nothing is said
    negative: Words = frozenset()
    #: what who refuses does not do: *declined to comment*
    refused: Words = frozenset()
    #: what opens an infinitive: *to say*, *declined to comment*
    infinitive: Words = frozenset()
    #: verbs of refusing
    refusing: Words = frozenset()
    #: what makes words imagined: what somebody *would say* or *could have called*
    imagined: Words = frozenset()
    #: words before the meaning of a word: *which means “good morning”*
    glossing: Words = frozenset()
    #: common words that open a sentence with a capital and never open a name
    openers: Words = frozenset()
    #: relations of kin, with the gender they show
    kinship: Mapping[str, str] = field(factory=dict)
    #: offices and bodies whose names go on with *of*: *Secretary of State*
    offices_of: Words = frozenset()
    #: words after which a stretch in marks is a name, a title or a term rather than words said
    naming: Words = frozenset()
    #: words in capitals that are names, though they spell a pronoun in small letters
    capital_names: Words = frozenset()
    #: bodies and countries of two letters, which open an office and no name: *UN envoy Ada Berg*
    short_bodies: Words = frozenset()
    #: past forms that could be nouns by their ending: *Google met Ada Berg*
    past_forms: Words = frozenset()
    #: small words that an acronym may leave out: *People for the Ethical Treatment of Animals*
    acronym_joints: Words = frozenset()
    #: words inside names that do not part a name from what stands before it
    name_joints: Words = frozenset()
    #: what may follow the first words of an organisation's name: *Commission on …*
    body_joints: Words = frozenset()
    #: family names that stand before the given name: *Lee Jae-myung*, *Tan See Leng*
    family_first: Words = frozenset()
    #: roles that are last names as well
    surname_roles: Words = frozenset()
    #: prepositions that stand before places rather than people
    place_prepositions: Words = frozenset()
    #: short titles and the nouns that stand for them alone
    title_roles: Mapping[str, str] = field(factory=dict)
    #: nouns for organisations: the words that organisations of the kind have in their names
    body_kinds: Mapping[str, Words] = field(factory=dict)
    #: last words of the names of firms, which news leaves out when it names them again: *Peabody*
    firm_endings: Words = frozenset()
    #: nouns for the press, and for what it prints in its own name
    press: Words = frozenset()
    #: press pieces
    press_pieces: Words = frozenset()
    #: nouns for companies, whose names need not tell that they are one
    firms: Words = frozenset()
    #: adjectives that news puts before a name, with a capital where they open a sentence
    epithets: Words = frozenset()
    #: last words of the names of things, places and events
    thing_words: Words = frozenset()
    #: words with which names of places and bodies open: *North Carolina*, *New York*
    directions: Words = frozenset()
    #: endings that make the name of a people from that of a country
    demonym_endings: tuple[str, ...] = ()
    #: nouns for people who come with an event: the article says *the judge*, and has named none
    bridged: Words = frozenset()
    #: members of a family, where ``KINSHIP`` has other nouns that show a gender as well
    family: Words = frozenset()
    #: nouns for members of parties and parliaments, and the offices that such people have
    partisans: Words = frozenset()
    #: elected
    elected: Words = frozenset()
    #: what short forms stand for whose ending does not tell it
    contractions: Mapping[str, tuple[str, ...]] = field(factory=dict)
    #: what one newspaper writes in letters and another in figures, or in one word and in two
    spellings: Mapping[str, tuple[str, ...]] = field(factory=dict)
    #: what stands after an apostrophe, and the word that it is short for; *'s* is *is*, *has* or a
    #: genitive, and *'d* is *had* or *would*: neither tells much
    contracted: Mapping[str, tuple[str, ...]] = field(factory=dict)
    #: words that join what is said and tell nothing by themselves
    function_words: Words = frozenset()
    #: last words of organisations that are last names, too
    ambiguous_organisation_words: Words = frozenset()
    #: further last words of organisations, which other rules have not been tried with
    organisation_endings: Words = frozenset()
    #: acronyms of countries, which are no organisations
    country_acronyms: Words = frozenset()
    #: first words of names that are no person's
    no_given_names: Words = frozenset()

    # -- transcripts, interviews, letters, posts ---------------------------------------------------

    #: labels of questions, and of answers
    asking: Words = frozenset()
    answering: Words = frozenset()
    #: the letters that are such labels, as they are spelt: *Q*, *A*
    question_letters: Words = frozenset()
    answer_letters: Words = frozenset()
    #: pronouns of one who speaks of himself alone, as they are spelt
    first_singular: tuple[str, ...] = ()
    #: pronouns of one who speaks of himself
    first_person: Words = frozenset()
    #: first or last words of what stands before a colon at the head of a line and is nobody who
    #: speaks
    not_speakers: Words = frozenset()
    #: titles that stand inside what looks like a name: *OK Gov Fallin*; they are no given names
    #: either
    short_titles: Words = frozenset()
    #: titles before a name in the Congressional Record, which a full stop ends: *Mr. SMITH.*
    record_titles: tuple[str, ...] = ()
    #: a label of the Congressional Record, as a pattern with the groups ``name`` and ``cue``
    record_label: str = NOTHING
    #: how such labels begin
    record_heads: tuple[str, ...] = ()
    #: who examines a witness, as a pattern with the group ``name``: *BY MS. HALE*
    examination: str = NOTHING
    #: the two halves of a day behind a time, as a pattern: *3:47 PM*
    half_days: str = NOTHING
    #: lines that end a transcript, as a pattern: *END*
    end_line: str = NOTHING
    #: words in small letters inside the label of a speaker: *Department of State*
    label_joints: Words = frozenset()
    #: articles before an office in a label, with the space after them: *The Prime Minister*
    office_articles: tuple[str, ...] = ()
    #: what begins a last name before another capital: *McConnell*
    inner_capital_prefixes: tuple[str, ...] = ()
    #: what begins a last name in capitals and is spelt small: *McCONNELL*
    small_prefixes: tuple[str, ...] = ()
    #: how labels begin that name an office, whose holder may stand in brackets
    office_heads: tuple[str, ...] = ()
    #: what counts the speakers whom nobody named: *Speaker 1*
    counted: tuple[str, ...] = ()
    #: labels of questions and of answers what a label names where it gives no name, and what else
    #: opens or closes such a label
    speaking_roles: Words = frozenset()
    #: what a transcriber notes behind a name: *(via Skype)*, *(through translator)*
    transcript_remarks: Words = frozenset()
    #: what a transcriber notes among the words: *(APPLAUSE)*, *[laughter]*
    stage_directions: Words = frozenset()
    #: stage directions after which nobody speaks until the next label
    closing_directions: Words = frozenset()
    #: how a line begins that stands behind the last turn
    after_transcript: tuple[str, ...] = ()
    #: an interview is announced by one of these, before or after the name of who is asked
    interview_phrases: tuple[str, ...] = ()
    #: nouns for words that a whole paragraph may give: *issued this statement:*
    statement_nouns: Words = frozenset()
    #: verbs that give a text: *the sign reads:*, *issued, released, posted a statement*
    statement_verbs: Words = frozenset()
    #: what the words before the colon announce is no statement: *said the roads will be closed:*
    no_statement: Words = frozenset()
    #: verbs after which a paragraph is a statement only if it goes on in the first person
    mere_speech_verbs: Words = frozenset()
    #: last words of a lead-in that announce a statement: *said the following:*
    full_text: Words = frozenset()
    #: documents that begin with a greeting and end with a sign-off
    letters: Words = frozenset()
    #: how a letter begins
    greetings: tuple[str, ...] = ()
    #: how a letter ends
    sign_offs: tuple[str, ...] = ()
    #: how the signature of an embedded post begins, where no dash does
    post_signatures: tuple[str, ...] = ()
    #: lines of an embedded post that are none of its words
    embed_links: Words = frozenset()
    #: nouns before what somebody calls himself on a forum: *user pierlover77*
    accounts: Words = frozenset()
    #: first and last word of the header before the lines that a reply quotes
    reply_header: tuple[str, ...] = ()

    def extended(self, **tables: Iterable[str] | Mapping[str, Any]) -> Language:
        """The language with more words in some of its tables.

        Args:
            tables: for the name of a table its further words, or entries where it is a mapping.

        Raises:
            OptionError: there is no such table.

        >>> from quoteattr.language import ENGLISH
        >>> dutch = ENGLISH.extended(saying=["zeg"], roles=["wethouder"], titles={"drs.": ""})
        >>> dutch.tag("zeg"), "wethouders" in dutch.person_nouns
        ('S', True)
        """
        return evolve(self, **{name: self._with(name, more) for name, more in tables.items()})

    def _with(self, name: str, more: Iterable[str] | Mapping[str, Any]) -> Any:
        """A table with further words or entries."""
        table = getattr(self, name, None)
        if name not in _FIELDS or not isinstance(table, frozenset | tuple | dict):
            raise OptionError(
                f"a language has no table {shorten(name)}",
                where="language",
                remedy="docs/extending.md lists the tables: saying, reporting, roles, titles, …",
            )
        if isinstance(table, Mapping) and isinstance(more, Mapping):
            return {**table, **more}
        return type(table)([*table, *more])

    # -- what follows from these -------------------------------------------------------------------

    @cached_property
    def word_tags(self) -> Mapping[str, str]:
        """The chunk tag of each word of the tables; later tables win: closed classes last."""
        table: dict[str, str] = dict.fromkeys(self.cue_nouns, "K")
        table.update(self._verb_tags(self.reporting, "R", "r"))
        table.update(self._verb_tags(self.saying, "S", "s"))
        for words, tag in (
            (self.time_words | self.weekdays_months, "T"),
            (self.adverbs, "y"),
            (self.determiners, "d"),
            (self.indefinite - self.determiners, "P"),
            (self.subordinators, "u"),
            (self.prepositions, "o"),
            (self.conjunctions, "&"),
            (self.auxiliaries, "x"),
            (self.be, "b"),
            (self.agent, "z"),
            (self.that, "t"),
            (self.relative, "h"),
            (self.object_pronouns - self.possessives, "p"),
            (self.subject_pronouns, "P"),
            (self.according, "A"),
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

    def __getstate__(self) -> dict[str, Any]:
        """The tables alone: what follows from them is made anew in another process."""
        return {name: self.__dict__[name] for name in self.__dict__ if name in _FIELDS}

    def __setstate__(self, state: Mapping[str, Any]) -> None:
        """Set the tables."""
        self.__dict__.update(state)


_FIELDS = frozenset(Language.__annotations__)


def tables_of(*modules: ModuleType) -> dict[str, Any]:
    """The public tables of some modules, by the names of the contract.

    >>> from quoteattr.language.en import tables
    >>> sorted(tables_of(tables)["that"])
    ['that']
    """
    return {
        name.lower(): table
        for module in modules
        for name, table in vars(module).items()
        if name.isupper() and not name.startswith("_")
    }
