"""Tables of titles, of the words inside names, and of words that are not names."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from quoteattr.language.patterns import NO_MATCH
from quoteattr.language.tables import Words


@frozen(eq=False, repr=False, slots=False, kw_only=True)
class NameTables:
    """Tables of titles, of the words inside names, and of words that are not names."""

    #: titles before a name, each with the gender that it shows: m, f or empty
    titles: Mapping[str, str] = field(factory=dict)
    #: titles of neither men nor women, without full stop: *Mx*
    neutral_titles: Words = frozenset()
    #: how a text says which other pronouns somebody uses, as a pattern: *they/them*
    other_pronouns: str = NO_MATCH
    #: titles that also open an office of women and men: *Lord Mayor*
    office_titles: Words = frozenset()
    #: nouns after a possessive that are titles, and names elsewhere: *His Grace*
    styles: Words = frozenset()
    #: titles that belong to a single name: *Pope Francis*, *Lady Gaga*
    regnal: Words = frozenset()
    #: for a title the corresponding role: *Sen.*, senator; for a rank what its bearers are called
    title_roles: Mapping[str, str] = field(factory=dict)
    #: words in brackets between a title and the name: *Gen (Retd) Ada Berg*
    retired: Words = frozenset()
    #: offices and positions in capitals before a name, as they are spelt: *Metix GM Rolf Dagel*
    job_acronyms: Words = frozenset()
    #: small words inside a name: *Ursula von der Leyen*, *Muqtada al-Sadr*
    particles: Words = frozenset()
    #: articles of other languages, which are given names, too: *Al Varda*
    name_articles: Words = frozenset()
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
    #: family names that precede the given name: *Lee Jae-myung*, *Tan See Leng*
    family_first: Words = frozenset()
    #: first words of names that are not a person’s: *North*
    no_given_names: Words = frozenset()
    #: last words of names of several words that are not a person’s: *Orpheus Reef*
    no_last_names: Words = frozenset()
    #: small words inside names of any kind: *Department of Health and Safety*
    name_joints: Words = frozenset()
    #: words that join two speakers of one quote in a record
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
    #: last words of the names of firms that later mentions omit: *Peabody Energy*
    firm_endings: Words = frozenset()
    #: legal forms of firms, after the name and a comma: *Peabody Energy, Inc.*
    legal_forms: Words = frozenset()
    #: given names that after another title are one: *Det Con Ida Holm*
    second_titles: Words = frozenset()
    #: first words of the names of bodies, and of nobody's: *BBC Scotland*
    body_firsts: Words = frozenset()
    #: nouns that open the name of an organisation before such a word: *Friends of …*
    body_openers: Words = frozenset()
    #: words that continue the name of an organisation: *Commission on …*
    body_joints: Words = frozenset()
    #: fields of bodies, besides ordinary words: *science* in *Science and Technology Committee*
    body_fields: Words = frozenset()
    #: last words of the names of things, places and events: *Summit*
    thing_words: Words = frozenset()
    #: last words of the names of roads and waters: *street*, *river*
    way_words: Words = frozenset()
    #: given names that alone are usually places, months or firms: *Georgia*
    shared_given_names: Words = frozenset()
    #: first words of the names of things, places and events: *Hurricane Ida*
    thing_openers: Words = frozenset()
    #: names in capitals that are spelt like a pronoun: *US*
    capital_names: Words = frozenset()
    #: acronyms of bodies and countries before an office, as they are spelt: *UN envoy Ada Berg*
    short_bodies: Words = frozenset()
    #: acronyms of countries, which are not organisations: *UK*
    country_acronyms: Words = frozenset()
    #: small words that an acronym omits: *People for the Ethical Treatment of Animals*
    acronym_joints: Words = frozenset()
    #: nouns for people from a place: *Londoner*
    natives: Words = frozenset()
    #: adjectives that names have so often that they look like names: *New homes are dear*
    opening_adjectives: Words = frozenset()
    #: for an adjective of a country the country, if their first letters are misleading
    origins: Mapping[str, str] = field(factory=dict)
    #: adjectives of continents, which open names of bodies: *European Southern Observatory*
    continental: Words = frozenset()
    #: the same as adjectives, which with an article refer to a person: *the Australian*
    native_adjectives: Words = frozenset()
    #: endings that make the name of a people from that of a country: *-ian*
    demonym_endings: tuple[str, ...] = ()
