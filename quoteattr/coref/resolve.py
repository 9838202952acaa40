"""Whom each mention of an article stands for.

The article is read twice from left to right. The first reading resolves the pronouns that are sure,
which show the gender of their names, and the nominals with a name beside them; the second resolves
all mentions with these genders known.
"""

from __future__ import annotations

from quoteattr.coref.antecedents import AntecedentModel
from quoteattr.coref.antecedents import default as default_model
from quoteattr.coref.discourse import Discourse
from quoteattr.coref.entities import Entity, Roster
from quoteattr.coref.nominals import Nominals
from quoteattr.coref.pronouns import Pronouns


def resolve(roster: Roster, model: AntecedentModel | None = None) -> Discourse:
    """Find whom each mention stands for.

    Args:
        roster: the entities of the article.
        model: chooses whom descriptions stand for; by default that of the package.

    Returns:
        The article as read: the entity of each mention, None where the text names nobody, and the
        nominals to which pronouns go back there.
    """
    said, told = Discourse(roster), roster.told()
    nominals = Nominals(said, model or default_model())
    _read(said, told, nominals, vote=True)
    said.start()
    _read(said, told, nominals, vote=False)
    return said


def _read(said: Discourse, told: dict[int, Entity], nominals: Nominals, vote: bool) -> None:
    """Resolve all mentions from left to right."""
    pronouns = Pronouns(said)
    sentence = 0
    for i, tag in enumerate(said.tags):
        if tag in "./":
            sentence += 1
        elif tag == "Q":
            sentence += _ends_sentence(said, i)
        elif tag in "NLPhDE":
            if i in told:
                entity: Entity | None = told[i]
            elif tag in "NL" and i not in said.roster.usage.offices:
                entity = said.roster.of_chunk.get(i)
            elif i in said.roster.of_chunk and tag == "D":
                entity = said.roster.of_chunk[i]
            elif tag in "Ph":
                entity = pronouns.resolve(i, sentence, vote)
            elif vote:
                entity = nominals.beside(i) if tag == "D" else None
            else:
                entity = nominals.resolve_unknown(i) if tag == "E" else nominals.resolve(i)
            said.of_chunk[i] = entity
            said.remember(i, entity, sentence)


def _ends_sentence(said: Discourse, i: int) -> bool:
    """The stretch in marks ends like a sentence, and a capital follows it."""
    end, text = said.chunks.ends[i], said.roster.text
    closing, following = text[max(0, end - 2) : end], text[end : end + 2].strip()
    return any(mark in closing for mark in ".?!") and following[:1].isupper()
