"""Count how often the contents of a cue are clauses: of *say* nearly always, of *praise* never."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from quoteattr.attribute.clauses.acts import words_of
from quoteattr.attribute.clauses.cue_bases import reporting_base
from quoteattr.evaluation.brat import GoldArticle, GoldAttribution
from quoteattr.language import ENGLISH

#: cues with fewer occurrences are dropped
LEAST_SEEN = 5
#: a clause has its finite verb among so many words from its beginning
_VERB_WITHIN = 8
#: number of characters before a content in which a word introduces it
_INTRODUCING = 6


def count_cues(golds: Iterable[GoldArticle]) -> dict[str, list[float]]:
    """Count for each cue how many of its contents are clauses, and how many contents it has."""
    seen, clauses = Counter[str](), Counter[str]()
    for gold in golds:
        for attribution in gold.attributions:
            cue = " ".join(gold.text[s:e] for s, e in attribution.cue)
            if words := words_of(cue):
                head = reporting_base(words, ENGLISH)
                seen[head] += 1
                clauses[head] += _is_clause(gold.text, attribution)
    mean = sum(clauses.values()) / max(1, sum(seen.values()))
    return {
        head: [round((clauses[head] + 2 * mean) / (count + 2), 2), count]
        for head, count in sorted(seen.items())
        if count >= LEAST_SEEN
    }


def _is_clause(text: str, attribution: GoldAttribution) -> bool:
    """Whether a content has words in marks, a *that*, or an early finite verb."""
    start, end = attribution.content[0].start, attribution.content[-1].end
    content = text[start:end]
    words = words_of(content)
    before = words_of(text[max(0, start - _INTRODUCING) : start])
    finite = (ENGLISH.auxiliaries | ENGLISH.be) - ENGLISH.not_finite
    soon = ENGLISH.infinitive.isdisjoint(words[:1]) and not finite.isdisjoint(words[:_VERB_WITHIN])
    introduced = not ENGLISH.complementizers.isdisjoint((*words[:1], *before[-1:]))
    return "“" in content or '"' in content or introduced or soon
