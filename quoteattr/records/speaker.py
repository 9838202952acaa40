"""The speaker of a quote: who or what is quoted, as far as the article says."""

from __future__ import annotations

from typing import Literal, get_args

from attrs import field, frozen

from quoteattr.checks import check_fields
from quoteattr.records.phrase import Phrase
from quoteattr.records.span import Span, as_spans

__all__ = ["GENDERS", "SPEAKER_KINDS", "Phrase", "ShownGender", "Speaker", "SpeakerKind"]

SpeakerKind = Literal[
    "person",
    "unnamed person",
    "organisation",
    "unnamed group",
    "document",
    "post author",
    "unresolved",
]
ShownGender = Literal["m", "f", "x"]

SPEAKER_KINDS: tuple[str, ...] = get_args(SpeakerKind)
GENDERS: tuple[str, ...] = get_args(ShownGender)


@frozen
class Speaker:
    """Who or what is quoted, with what the article says of them.

    >>> Speaker("Ida Berg", "person", role=Phrase(10, 28, "the mayor of Brack")).role.text
    'the mayor of Brack'
    """

    #: fullest name in the text, without titles; the mention's own words if nobody is named
    name: str
    #: ``person`` (named), ``unnamed person``, ``organisation``, ``unnamed group``, ``document``,
    #: ``post author`` (known by a handle only) or ``unresolved``
    kind: SpeakerKind
    #: the fullest words that say who this is, such as *the mayor of Brack*
    role: Phrase | None = None
    #: all words that say who this is, in the order of the text
    roles: tuple[Phrase, ...] = ()
    #: the body that the role names: *Brack Council* in *head of Brack Council*
    affiliation: str | None = None
    #: ``spokesman``, ``spokeswoman`` …, if somebody unnamed speaks for a named body, which then is
    #: the speaker
    via: str | None = None
    #: the words by which the text says that the name is withheld: *who asked not to be named*
    anonymous: Phrase | None = None
    #: ``m``, ``f`` or ``x`` (other pronouns) as the article's own words show it; None if none do,
    #: or if they contradict each other. It is never guessed from the name. Without
    #: ``gender_evidence`` it comes from the caller's list of known people
    gender: ShownGender | None = None
    #: the words that show the gender: *she*, *Mr.*, *his wife*
    gender_evidence: tuple[Phrase, ...] = ()
    #: the id of a known person (``people=``), or of an entity of a spaCy pipeline
    id: str | None = None
    #: the role of a known person, from the caller's list
    known_role: str | None = None
    #: where the text mentions the speaker: names, pronouns, nominals, labels, in order
    mentions: tuple[Span, ...] = field(default=(), converter=as_spans)

    __attrs_post_init__ = check_fields
