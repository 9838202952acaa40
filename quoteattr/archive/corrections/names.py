"""List the people whom an article names: the possible speakers for a corrector to choose from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from attrs import evolve

from quoteattr.attribute.results.speakers import named_speaker
from quoteattr.compare.names import Relation, compare_names, read_name
from quoteattr.coref.entities.people import People
from quoteattr.coref.profiles.profile import Profiles
from quoteattr.detect.regions import find_regions
from quoteattr.language import ENGLISH
from quoteattr.options import Options
from quoteattr.pipeline import read_document
from quoteattr.records import QUOTE_KINDS, QuoteRecord, Speaker

#: number of articles whose people are cached: corrections of one article usually come together
_REMEMBERED = 16
#: number of names that are cached
_NAMES_REMEMBERED = 256


@lru_cache(maxsize=_REMEMBERED)
def article_speakers(text: str) -> tuple[Speaker, ...]:
    """Everybody whom an article names, quoted or not, in order of the first mention.

    >>> [speaker.name for speaker in article_speakers("Ada Berg left. “No,” he said to Bo Holm.")]
    ['Ada Berg', 'Bo Holm']
    """
    regions = find_regions(text, frozenset(QUOTE_KINDS), ENGLISH)
    coreference = read_document(text, regions.quoted, Options()).coreference
    profiles = Profiles(text, coreference)
    named = [e for e in coreference.entities if not (e.heading or e.thing)]
    return tuple(map(profiles.speaker, named))


def speaker_names(text: str, records: Iterable[QuoteRecord]) -> tuple[str, ...]:
    """The names that a corrector may choose for a quote of an article.

    Returns:
        The quoted speakers, by descending number of quotes, then everybody else.
    """
    quoted = Counter(record.speaker for record in records if record.speaker is not None)
    others = (speaker.name for speaker in article_speakers(text))
    return tuple(dict.fromkeys([*(name for name, _ in quoted.most_common()), *others]))


def find_speaker(name: str, text: str, records: Iterable[QuoteRecord]) -> Speaker:
    """Describe the speaker whose name a person gave, as far as the article says.

    Returns:
        The speaker, with the name as given. If the article does not name this person, only the name
        is known.
    """
    quoted = dict.fromkeys(speaker for record in records for speaker in record.speakers)
    for speakers in (quoted, article_speakers(text)):
        exact = [speaker for speaker in speakers if speaker.name == name]
        # If a last name may belong to several speakers, it identifies none of them.
        same = exact or [speaker for speaker in speakers if _is_same(name, speaker.name)]
        if exact or len(same) == 1:
            return evolve(same[0], name=name)
    return _unknown_speaker(name, text)


@lru_cache(maxsize=_NAMES_REMEMBERED)
def _unknown_speaker(name: str, text: str) -> Speaker:
    """A speaker who is not an entity of the article, with all occurrences of the name.

    All corrections of an article are applied again after each one, so the same names recur.
    """
    mentions = [span for spans in People([{"name": name}]).spans(text).values() for span in spans]
    return evolve(named_speaker(name, ENGLISH), mentions=mentions)


def _is_same(first: str, second: str) -> bool:
    """Two names are forms of one."""
    return compare_names(read_name(first), read_name(second)) == Relation.SAME
