"""Why a quote was linked so: what the rules were worth for the chosen candidate and the runner-up."""

from __future__ import annotations

from collections.abc import Callable

from quoteattr.link.decode import Link
from quoteattr.link.rules import RULES
from quoteattr.link.surroundings import Candidate
from quoteattr.link.weights import NOBODY, Weights
from quoteattr.records import Mention, Verdict

#: rules that name how quote and speaker belong together, rather than what each of them is
_LINKING = frozenset(rule.name for rule in RULES if rule.scope in ("path", "turn") and rule.telling)


def verdicts(
    found: Link, weights: Weights, mention_of: Callable[[Candidate], Mention]
) -> tuple[Verdict, ...]:
    """The chosen candidate and the runner-up, each with the rules that weighed most."""
    best = found.shares.argsort()[::-1][:2]
    out = []
    for k in best:
        candidate = found.candidates[k]
        mention = mention_of(candidate) if candidate else None
        share = round(float(found.shares[k]), 3)
        out.append(Verdict(mention, weights.evidence(found.rows[k]), share))
    return tuple(out)


def leading_rule(found: Link, weights: Weights) -> str:
    """The rule that holds of the chosen candidate and weighed most in its favour."""
    if found.chosen is None:
        return NOBODY
    row = found.rows[int(found.shares.argmax())]
    gained = weights.contributions(row)
    held = [k for k, rule in enumerate(RULES) if row[k] and rule.name in _LINKING]
    return RULES[max(held, key=lambda k: gained[k])].name if held else NOBODY
