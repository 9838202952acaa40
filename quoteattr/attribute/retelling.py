"""An article once more, each reported clause one unit, as if it were a quote.

So the same rules see a clause as they see a quote: what stands around it, and what between it and
who could have said it. Who could, the tagger has read as a source, and what reports as a cue.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from quoteattr.attribute.decode import Link
from quoteattr.attribute.document import Surroundings
from quoteattr.detect.chunks import Fold, Units, fold
from quoteattr.records import Span
from quoteattr.tag.clauses import Reported

#: classes that can speak, and the one that a source of any other class gets
_SPEAKING, _SOURCE = frozenset("NPDhLE"), "E"
#: a nominal that no list knows, and the name that tells whom it is for: the name speaks
_APPOSITION = "E,N"
#: classes that stay what they are inside a cue; any other word there is a verb that reports
_STAY = frozenset("SsRrAK:-,.&'bxyztopduQ") | _SPEAKING


def retell(article: Surroundings, reported: Reported, links: Iterable[Link]) -> Surroundings:
    """Read an article once more, its reported clauses as quotes.

    Args:
        article: as it was surveyed.
        reported: its clauses, in order, with the cues and sources.
        links: its quotes, linked. Those that stand in no clause are among the quotes here too,
            with who speaks them settled.

    Returns:
        The article; the ``clause`` of a quote is the clause that it is, None for a settled quote.
    """
    folds = [
        *(Fold(clause.span, "Q") for clause in reported.clauses),
        *(Fold(span, _SOURCE) for span in _unseen(article.units, reported.sources)),
    ]
    units, origin = fold(article.units, sorted(folds))
    _mark_cues(units, reported.cues)
    again = Surroundings(article.text, units, article.cast, origin)
    clauses = {clause.span.start: clause for clause in reported.clauses}
    now = {unit: here for here, unit in enumerate(origin)}
    own = article.units.quote_units
    settled = {own[k]: found for found in links for k in found.quote.stretches}
    speaking = set(_within(units, reported.sources))
    for here in units.quote_units:
        if origin[here] < 0:
            clause = clauses[units.starts[here]]
            again.add_quote((here, here), (clause.span,), stretches=clause.quotes, clause=clause)
        else:
            chosen = settled[origin[here]].chosen
            speaker = now.get(chosen.unit) if chosen else None
            span = Span(units.starts[here], units.ends[here])
            again.add_quote((here, here), (span,), settled=True, speaker=speaker)
            speaking |= set() if speaker is None else {speaker}
    again.candidate_units = sorted(speaking)
    return again


def _unseen(units: Units, sources: Sequence[Span]) -> list[Span]:
    """Sources in which no unit is of a class that can speak: *polls*, *one of them*."""
    seen = _within(units, sources)
    starts = [units.starts[i] for i in seen]
    return [s for s in sources if bisect_left(starts, s.start) == bisect_left(starts, s.end)]


def _within(units: Units, sources: Sequence[Span]) -> list[int]:
    """The units in a source that can speak."""
    return [
        i
        for start, end in sources
        for i in range(bisect_left(units.ends, start + 1), bisect_left(units.starts, end))
        if units.symbols[i] in _SPEAKING and not units.symbols.startswith(_APPOSITION, i)
    ]


def _mark_cues(units: Units, cues: Sequence[Span]) -> None:
    """What the tagger reads as a verb that reports is one, whether or not the lexicon has it."""
    row = units.row
    for start, end in cues:
        for i in range(bisect_left(units.starts, start), bisect_left(units.starts, end)):
            if row[i] not in _STAY:
                row[i] = "r" if row[i] == "g" else "R"
    units.symbols = "".join(row)
