"""English."""

from quoteattr.data import data_file
from quoteattr.language.en import (
    function_words,
    morphology,
    names,
    nouns,
    occupations,
    role_words,
    speech_nouns,
    spelling,
    transcripts,
    verbs,
    word_lists,
)
from quoteattr.language.language import Language
from quoteattr.language.tables import tables_of

LANGUAGE = Language(
    code="en",
    name="English",
    verb_forms=morphology.forms,
    is_participle=morphology.is_participle,
    plural=morphology.plural,
    looks_plural=morphology.looks_plural,
    tag_by_ending=morphology.tag_by_ending,
    load_ordinary_words=word_lists.ordinary_words,
    load_given_names=word_lists.given_names,
    vectors=data_file("language/en", "vectors.npz"),
    **tables_of(
        verbs,
        nouns,
        role_words,
        speech_nouns,
        occupations,
        function_words,
        names,
        spelling,
        transcripts,
    ),
)
