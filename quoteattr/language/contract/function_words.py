"""Tables of pronouns and other function words."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from quoteattr.language.tables import Words


@frozen(eq=False, repr=False, slots=False, kw_only=True)
class FunctionWordTables:
    """Tables of pronouns and other function words."""

    #: pronouns that can be the speaker, in the form of a subject
    subject_pronouns: Words = frozenset()
    #: pronouns in the form of an object: *her*, *themselves*
    object_pronouns: Words = frozenset()
    #: reflexive pronouns, which go back to the subject of their clause: *herself*
    reflexives: Words = frozenset()
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
    thing_pronouns: Words = frozenset()
    #: pronouns of the first and second person, and their contractions: *I*, *you’re*
    first_second: Words = frozenset()
    #: indefinite pronouns and quantifiers that can be the speaker: *many*
    indefinite: Words = frozenset()
    #: articles before what has not been named: *a claim*
    indefinite_articles: Words = frozenset()
    #: indefinite pronouns for one: *someone*
    indefinite_single: Words = frozenset()
    #: pronouns for whoever it may be, or for hardly anybody: *anyone*, *few*
    anyone: Words = frozenset()
    #: pronouns for nobody and nothing: *no one*
    negative: Words = frozenset()
    #: determiners of hardly anybody: *few farmers*
    hardly_any: Words = frozenset()
    #: pronouns for things that can be no speaker: *nothing*
    no_speakers: Words = frozenset()
    #: words that join a second subject to a denied one: *neither the mayor nor the bank*
    negative_joints: Words = frozenset()
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
    #: relative pronouns for an owner: *whose*
    owning_relatives: Words = frozenset()
    #: determiners: *the*, *every*
    determiners: Words = frozenset()
    #: determiners that refer back: *the*, *this*
    definite: Words = frozenset()
    #: forms of *be*, which make a passive of a verb that reports: *was asked*
    be: Words = frozenset()
    #: contractions that may be a form of *be*: *she’s a nurse*
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
    #: prepositions of direction: *to*
    directions: Words = frozenset()
    #: coordinating conjunctions: *and*
    conjunctions: Words = frozenset()
    #: conjunctions that join several speakers: *and*
    joining: Words = frozenset()
    #: words that open a subordinate clause: *because*
    subordinators: Words = frozenset()
    #: subordinators that are adverbs right before a verb: *she once said*
    time_subordinators: Words = frozenset()
    #: subordinators of what happens at the same time, after a cue: *she said, as the rain fell*
    accompanying: Words = frozenset()
    #: subordinators of what happened besides, after what something was called
    circumstantial: Words = frozenset()
    #: words that open a reported clause: *that*
    complementizers: Words = frozenset()
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
    #: beginnings of words that a hyphen sets off lest another word be read: *re-sign*
    hyphened_prefixes: Words = frozenset()
    #: words that deny that something was said: *never says*, *no one says*
    denied: Words = frozenset()
    #: auxiliaries, and forms of *be*, that are not finite verbs
    not_finite: Words = frozenset()
    #: words that open an indirect question or a condition
    question_words: Words = frozenset()
    #: prepositions before the topic of a question or report: *asked her about it*
    topical: Words = frozenset()
    #: prepositions that open a line with a topic: *On her first job: “…”*
    topic_openers: Words = frozenset()
    #: prepositions of when and where somebody says something: *said on Friday it was late*
    setting: Words = frozenset()
    #: words that open an occasion after a name: *Ida Berg after the vote*
    occasion_openers: Words = frozenset()
    #: prepositions of a clause with a subject and a participle: *with Ida saying that …*
    absolute: Words = frozenset()
    #: auxiliaries that before their subject open a condition: *had he said no, …*
    fronted: Words = frozenset()
    #: words that make a report a question or a condition: *unclear whether he said that …*
    doubting: Words = frozenset()
    #: words before rumours or claims of others to which somebody reacts: *upset by rumours that*
    provoking: Words = frozenset()
    #: auxiliaries before an infinitive that is a mere chance: *never get to say*
    chances: Words = frozenset()
    #: words of what somebody ought to say, or others would like to hear
    wishing: Words = frozenset()
    #: function words that can be an answer: *she said no*
    answers: Words = frozenset()
    #: words that make speech imagined: *would say*, *could have called*
    imagined: Words = frozenset()
    #: weekdays and months, with their abbreviations
    weekdays_months: Words = frozenset()
    #: months that are given names as well: *June*
    name_months: Words = frozenset()
    #: weekdays that are names as well, if abbreviated: *the Sun*
    name_days: Words = frozenset()
    #: other words for times: *yesterday*
    time_words: Words = frozenset()
    #: what follows the digits of a time of day: *PM*, *GMT*
    clock_words: Words = frozenset()
    #: words that open a sentence with a capital and are never the start of a name: *Yes*
    openers: Words = frozenset()
    #: words that open the credit of a picture: *Photo: Ida Berg*
    pictures: Words = frozenset()
    #: words that with a colon name the source of a picture: *Credit: Tresk Post*
    credits: Words = frozenset()
    #: words without content, which comparisons of texts skip
    function_words: Words = frozenset()
