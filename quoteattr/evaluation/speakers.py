"""Evaluate the speakers' kinds, genders and roles in the records against a cast.

Besides its annotations (``evaluation/brat.py``), a corpus with a cast has two tables: ``cast.tsv``
(document, name, kind ``P`` or ``O``, gender that the article's own words show: ``m``, ``f`` or
``-``, the words that say who this is), and a fourth column in ``names.tsv``, the kind of the
speaker of each attribution: ``P`` a named person, ``A`` an unnamed one, ``O`` an organisation,
``G`` a group, ``D`` a document. Only the speakers of correctly attributed quoted spans count, so
that mistakes of attribution are not counted twice.

    python -m quoteattr.evaluation.speakers FOLDER [even|odd]

prints the metrics; with *even* or *odd*, those of every other article. The rules were developed on
the mistakes in ``world/train``, except for every eighth article from the second on, which the
floors measure.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import Factory, define, frozen

from quoteattr.api import extract
from quoteattr.evaluation.brat import GoldArticle, read_gold
from quoteattr.evaluation.score import SCORED_WORD, judge, same_name
from quoteattr.readers.text import text_of
from quoteattr.records import QuoteRecord, QuoteRecords, Speaker, SpeakerKind

#: the kinds of the annotation, each with the kinds of the engine that count as correct
CORRECT_KINDS: dict[str, frozenset[SpeakerKind]] = {
    "P": frozenset({"person"}),
    "A": frozenset({"unnamed person", "post author"}),
    "O": frozenset({"organisation"}),
    "G": frozenset({"unnamed group"}),
    "D": frozenset({"document"}),
}
#: minimum share of the annotated words of a role that the engine's must have
_OVERLAP = 0.5
#: the entry for a gender that the article does not show
_NONE = "-"


@frozen
class CastMember:
    """A speaker as annotated."""

    name: str
    kind: str
    #: ``m``, ``f``, or ``-``
    gender: str
    #: the words that say who this is; empty if there are none
    role: str


@frozen
class SpeakerMistake:
    """A speaker about whom the records are wrong or incomplete."""

    article: str
    #: ``kind``, ``gender`` or ``role``
    field: str
    annotated: str
    speaker: Speaker


@define
class SpeakerMetrics:
    """Counts of speakers, and of those that the records describe correctly."""

    #: by annotated kind: the speakers found, and those with the correct kind
    kinds: Counter[str] = Factory(Counter)
    kinds_right: Counter[str] = Factory(Counter)
    #: persons whose gender is annotated: all, correct, wrong
    gendered: int = 0
    gender_right: int = 0
    gender_wrong: int = 0
    #: persons whose gender the article does not show: all, and those without one in the records
    genderless: int = 0
    gender_absent: int = 0
    #: speakers with an annotated role: all, those whose ``role`` has half of its words, those with
    #: such an entry in ``roles``
    with_role: int = 0
    role_right: int = 0
    any_role_right: int = 0

    def percentages(self) -> dict[str, float]:
        """The shares in per cent, by the names in ``tests/floors.json``."""
        return {
            "kind": _percent(self.kinds_right.total(), self.kinds.total()),
            "gender_right": _percent(self.gender_right, self.gendered),
            "gender_wrong": _percent(self.gender_wrong, self.gendered),
            "gender_none": _percent(self.gender_absent, self.genderless),
            "role": _percent(self.role_right, self.with_role),
            "any_role": _percent(self.any_role_right, self.with_role),
        }


def _percent(part: int, whole: int) -> float:
    """A share in per cent, with one decimal."""
    return round(100 * part / whole, 1) if whole else 0.0


def read_cast(folder: Path) -> dict[str, list[CastMember]]:
    """Read the cast of each article of a corpus.

    Raises:
        SourceError: the file cannot be read.
    """
    cast: dict[str, list[CastMember]] = {}
    for line in text_of(str(folder / "cast.tsv")).splitlines():
        document, *fields = line.split("\t")
        if len(fields) >= 4:
            cast.setdefault(document, []).append(CastMember(*fields[:4]))
    return cast


def read_kinds(folder: Path) -> dict[tuple[str, str], str]:
    """Read the kind of the speaker of each attribution, by document and id.

    Raises:
        SourceError: the file cannot be read.
    """
    rows = (line.split("\t") for line in text_of(str(folder / "names.tsv")).splitlines())
    return {(row[0], row[1]): row[3] for row in rows if len(row) > 3}


def evaluate_speakers(
    golds: Iterable[GoldArticle],
    cast: dict[str, list[CastMember]],
    kinds: dict[tuple[str, str], str],
) -> tuple[SpeakerMetrics, list[SpeakerMistake]]:
    """Evaluate what the records of annotated articles say about their speakers.

    Args:
        golds: the articles.
        cast: the speakers of each, by name.
        kinds: the kind of the speaker of each attribution.
    """
    metrics, mistakes = SpeakerMetrics(), []
    for gold in golds:
        records = extract(gold.text, gold.name, kinds=("direct", "mixed", "post"), min_confidence=0)
        for kind, speaker in _kinds_found(gold, records, kinds):
            metrics.kinds[kind] += 1
            right = speaker.kind in CORRECT_KINDS[kind] or (kind == "A" and speaker.via is not None)
            metrics.kinds_right[kind] += right
            if not right:
                mistakes.append(SpeakerMistake(gold.name, "kind", kind, speaker))
        for member in cast.get(gold.name, ()):
            speaker_found = _find(member, records)
            if speaker_found is not None:
                mistakes += _add_member(metrics, gold.name, member, speaker_found)
    return metrics, mistakes


def _kinds_found(
    gold: GoldArticle, records: QuoteRecords, kinds: dict[tuple[str, str], str]
) -> Iterator[tuple[str, Speaker]]:
    """The annotated kind and the speaker of each correctly attributed quoted span."""
    counted: set[tuple[str, Speaker]] = set()
    for judgement in judge(gold, records):
        record, attribution = judgement.record, judgement.attribution
        wrong = not judgement.correct or judgement.name_correct is False
        if wrong or record is None or attribution is None or len(record.speakers) != 1:
            continue
        kind = kinds.get((gold.name, attribution.identifier), "")
        pair = kind, record.speakers[0]
        if kind in CORRECT_KINDS and pair not in counted:
            counted.add(pair)
            yield pair


def _find(member: CastMember, records: Iterable[QuoteRecord]) -> Speaker | None:
    """The quoted speaker of that name."""
    speakers = (speaker for record in records for speaker in record.speakers)
    return next((s for s in speakers if not s.via and same_name(s.name, member.name)), None)


def _add_member(
    metrics: SpeakerMetrics, article: str, member: CastMember, speaker: Speaker
) -> Iterator[SpeakerMistake]:
    """Count the gender and the role of a speaker."""
    if member.kind == "P" and member.gender == _NONE:
        metrics.genderless += 1
        metrics.gender_absent += speaker.gender is None
    elif member.kind == "P":
        metrics.gendered += 1
        metrics.gender_right += speaker.gender == member.gender
        metrics.gender_wrong += speaker.gender not in (None, member.gender)
    if member.kind == "P" and (speaker.gender or _NONE) != member.gender:
        yield SpeakerMistake(article, "gender", member.gender, speaker)
    if member.role:
        right = speaker.role is not None and overlaps(member.role, speaker.role.text)
        metrics.with_role += 1
        metrics.role_right += right
        metrics.any_role_right += any(overlaps(member.role, r.text) for r in speaker.roles)
        if not right:
            yield SpeakerMistake(article, "role", member.role, speaker)


def overlaps(annotated: str, extracted: str) -> bool:
    """Whether at least half of the annotated words are among the extracted words.

    >>> overlaps("the mayor of Brack", "mayor of Brack since May"), overlaps("the mayor", "nurse")
    (True, False)
    """
    wanted, present = (
        Counter(SCORED_WORD.findall(words.lower())) for words in (annotated, extracted)
    )
    return (wanted & present).total() >= _OVERLAP * wanted.total()


def _main(folder: str, half: str = "") -> None:
    """Print the metrics of a corpus, or of every other article of it."""
    path = Path(folder)
    golds = list(read_gold(path))
    chosen = golds if not half else golds[half == "odd" :: 2]
    metrics, mistakes = evaluate_speakers(chosen, read_cast(path), read_kinds(path))
    print(f"{len(chosen)} articles, {metrics.kinds.total()} speakers")
    for kind, count in metrics.kinds.items():
        print(f"  kind {kind}: {metrics.kinds_right[kind]} of {count}")
    for name, percentage in metrics.percentages().items():
        print(f"  {name}: {percentage}%")
    if "-v" in sys.argv:
        for mistake in mistakes:
            print(mistake.article, mistake.field, mistake.annotated, mistake.speaker, sep="\t")


if __name__ == "__main__":
    _main(*(argument for argument in sys.argv[1:] if argument != "-v"))
