"""What an article says of the entities that it names, read without any attribution."""

from quoteattr.coref.coreference import Coreference
from quoteattr.coref.profiles.profile import Profiles
from quoteattr.coref.roles.finder import RoleFinder
from quoteattr.detect.alphabet import NAMING
from quoteattr.detect.chunker import find_chunks
from quoteattr.detect.quotes import find_quotes
from quoteattr.detect.tokens import tokenize
from quoteattr.language import ENGLISH


def profile(text, name):
    """The speaker that an entity of a text is."""
    chunks = find_chunks(tokenize(text, find_quotes(text), ENGLISH), ENGLISH)
    speaker = Profiles(text, Coreference(text, chunks)).named(name)
    assert speaker is not None, f"{name} is no entity"
    for phrase in (*speaker.roles, *speaker.gender_evidence):
        assert text[phrase.start : phrase.end] == phrase.text
    return speaker


def roles_beside(text, name="Ida Berg"):
    """The roles beside the name of an entity, without those of its other mentions."""
    chunks = find_chunks(tokenize(text, find_quotes(text), ENGLISH), ENGLISH)
    coreference = Coreference(text, chunks)
    (entity,) = (entity for entity in coreference.entities if entity.name == name)
    names = [i for i in entity.chunks if chunks.tags[i] in NAMING]
    return RoleFinder(text, coreference.table).find(names)


def role_mistakes(cases):
    """The texts in which the role of Ida Berg is another than expected, with the role."""
    roles = [(text, role, profile(text, "Ida Berg").role) for text, role in cases]
    return [
        (text, role, ours and ours.text)
        for text, role, ours in roles
        if role != (ours and ours.text)
    ]
