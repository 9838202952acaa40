"""Tables of words that say who somebody is: offices, occupations, ages."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from quoteattr.language.tables import Words


@frozen(eq=False, repr=False, slots=False, kw_only=True)
class RoleWordTables:
    """Tables of words that say who somebody is: offices, occupations, ages."""

    #: offices and bodies whose names continue with *of*: *Secretary of State*
    offices_of: Words = frozenset()
    #: offices before *of* and where they are held: *Governor of Brack*
    offices_of_places: Words = frozenset()
    #: bodies that are named after who holds the office: *Prime Minister’s Office*
    offices_held: Words = frozenset()
    #: prepositions that continue an office: *ambassador to the UN*
    office_joints: Words = frozenset()
    #: words before a rank: *world number two*
    ranked: Words = frozenset()
    #: numbers in words in descriptions: *mother of three*
    counts: Words = frozenset()
    #: nouns for what people run: *Rill Rides, an app for riders*
    undertakings: Words = frozenset()
    #: for letters before a hyphen or in brackets the noun for a member of the party: *R-Texas*
    party_letters: Mapping[str, str] = field(factory=dict)
    #: nouns for people that describe bodies as well: *the contractor, Rillco Ltd,*
    body_agents: Words = frozenset()
    #: words after a name that locate a person in a picture: *Ida Berg, left,*
    places_in_picture: Words = frozenset()
    #: words that name the field of an office among the titles: *finance*
    title_fields: Words = frozenset()
    #: words after an office and a hyphen: *mayor-elect*
    office_suffixes: Words = frozenset()
    #: prepositions between a role and its body: *a nurse at Brack Hospital*
    employing: Words = frozenset()
    #: for a noun the verbs for what its bearers do: *coach*, who coaches
    agent_verbs: Mapping[str, Words] = field(factory=dict)
    #: for a description in lower case another noun for the same role: *chief executive*, CEO
    phrase_roles: Mapping[str, str] = field(factory=dict)
    #: leaders and spokespeople of a body, so that *the company* in their sentence is theirs
    officers: Words = frozenset()
    #: roles whose holders work for a body, whatever its name: *Rillco CEO Ida Berg*
    corporate_roles: Words = frozenset()
    #: prefixes of nouns for people: *co-organiser*, *ex-soldier*
    office_prefixes: Words = frozenset()
    #: prepositions between a spokesman and the body that he speaks for
    representing: Words = frozenset()
    #: participles between a nominal and a name: *a baker named Ida Berg*
    called: Words = frozenset()
    #: those of them that are verbs of a judgement as well: *called Ida Berg a bore*
    judging: Words = frozenset()
    #: the same before *as*: *a baker identified only as Ida Berg*
    identified: Words = frozenset()
    #: verbs by which somebody gives their own name: *who identified herself as Ida Berg*
    self_naming: Words = frozenset()
    #: nouns for a name: *who gave her name as Ida Berg*
    name_nouns: Words = frozenset()
    #: verbs before *by* and a name: *who goes by Ida Berg*
    going: Words = frozenset()
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
    #: adjectives that distinguish one holder of an office from the others: *the former mayor*
    identifying: Words = frozenset()
    #: words before what somebody was once: *former Rill and Vale coach Ada Berg*
    past_holders: Words = frozenset()
    #: endings of words that give an age: *the 73-year-old*; hyphens plain
    age_endings: tuple[str, ...] = ()
    #: endings of words before a name that give an age, a rank or an origin: *the top-ranked Berg*
    epithet_endings: tuple[str, ...] = ()
    #: adjectives that precede a name without a determiner: *Outspoken Ada Berg*
    epithets: Words = frozenset()
