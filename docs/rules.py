"""Writes ``docs/rules.md`` from the table of the rules: ``python docs/rules.py``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from quoteattr.attribute.rules import BY_SCOPE, Rule, Scope

PAGE = Path(__file__).with_suffix(".md")

OPENING = """\
# The rules

Each rule looks at one thing and says whether it holds, or how much there is of it; what that is
worth is learned from annotated articles ([how it works](how-it-works.md)). In each example the rule
holds of the last quote and of the mention in **bold**, which spoke it. Where nobody spoke it, the
rule holds all the same: of the quote, or of a mention that could be taken for its speaker. A rule
that tells who did not speak holds of the mention in *italics*.

*Quote* stands for reported clauses, too: the same rules attribute them, with a worth of their own,
but for those that look inside the marks.

This page is written by `python docs/rules.py`; do not edit it by hand.
"""

#: what the rules of each scope look at
LOOKS_AT: dict[Scope, str] = {
    "frame": "What stands around the quote",
    "quote": "The words inside the marks",
    "turn": "The quote before",
    "path": "What stands between quote and candidate",
    "place": "What stands around the candidate",
    "mention": "The candidate itself, and whom it stands for",
    "again": "The candidate and the quotes before",
}


def page() -> str:
    """The whole page."""
    sections = (_section(scope, rules) for scope, rules in BY_SCOPE.items())
    return "\n".join((OPENING, *sections))


def _section(scope: Scope, rules: tuple[Rule, ...]) -> str:
    """The heading of a scope and the table of its rules."""
    head = (f"## {LOOKS_AT[scope]}", "", "| rule | condition | example |", "|---|---|---|")
    return "\n".join((*head, *_rows(rules))) + "\n"


def _rows(rules: tuple[Rule, ...]) -> Iterator[str]:
    """One row a rule."""
    for rule in rules:
        yield f"| `{rule.name}` | {rule.condition} | {_example(rule)} |"


def _example(rule: Rule) -> str:
    """The example on one line, the mention that spoke its last quote in bold."""
    text = rule.example.replace("|", "\\|")
    if rule.speaker is None:
        text += " *(nobody)*"
    else:
        before, speaker, after = _parted(text, rule.speaker)
        text = f"{before}**{speaker}**{after}"
    if rule.against:
        before, other, after = _parted(text, rule.against)
        text = f"{before}*{other}*{after}"
    return text.replace("\n\n", "<br><br>").replace("\n", "<br>")


def _parted(text: str, speaker: str) -> tuple[str, str, str]:
    """The text around the last place where the speaker's words stand as whole words."""
    at = max(
        i
        for i in range(len(text))
        if text.startswith(speaker, i)
        and not text[i - 1 : i].isalnum()
        and not text[i + len(speaker) :][:1].isalnum()
    )
    return text[:at], speaker, text[at + len(speaker) :]


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
