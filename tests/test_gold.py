"""Gold cases: what a careful editor would say about who said what.

``tests/gold/NAME.json`` holds cases of one kind: a label, a text, the expected pairs of speaker and
quote in the order of the text, and a comment that says why. The articles in ``examples/articles``
are whole news stories with their gold beside them. ``tests/gold/reported`` holds cases of reported
clauses, with the kind and the cue of each record. ``known-failures.json`` lists the ids of the
cases and articles that the library does not meet yet, each with what goes wrong; they are strict,
so that a fix shows. One test reads all cases of a file and lists each that differs.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NotRequired, TypedDict

import pytest

import quoteattr

GOLD = Path(__file__).parent / "gold"
ARTICLES = Path(__file__).parent.parent / "examples" / "articles"
KNOWN_FAILURES = GOLD / "known-failures.json"
#: the share of pairs (F1) that an example article must reach
ARTICLE_FLOOR = 0.95
#: characters that may stand before the first word of a quote or of one of its pieces
OPENERS = "—―–“”„‟«»‹›‘’‚‛\"'`＂「『\u00a0\u202f\u200b\ufeff \n\r"

#: curly marks around a nickname, which may be straight in the gold
STRAIGHT = str.maketrans("“”", '""')

Pair = tuple[str | None, str]


class Case(TypedDict):
    """One gold case."""

    label: str
    text: str
    expected: list[tuple[str | None, str]]
    comment: str


class GoldRecord(TypedDict):
    """One record of an example article."""

    speaker: str | None
    quote: str
    kind: str


class ArticleGold(TypedDict):
    """The gold of an example article: its records, and the quoted spans that nobody said."""

    records: list[GoldRecord]
    unattributed: list[str]


def _read_cases() -> dict[str, Case]:
    """All gold cases by id, ``file/label``."""
    cases: dict[str, Case] = {}
    for path in sorted(GOLD.glob("*.json")):
        if path != KNOWN_FAILURES:
            for case in json.loads(path.read_text(encoding="utf-8")):
                cases[f"{path.stem}/{case['label']}"] = case
    return cases


class ExpectedRecord(TypedDict):
    """One record of a case of reported clauses."""

    kind: str
    speaker: str | None
    quote: str
    cue: str | None


class Report(TypedDict):
    """One case of reported clauses."""

    label: str
    text: str
    expected: list[ExpectedRecord]
    comment: str
    #: what is asked for, by default what was said
    acts: NotRequired[list[str]]


def _read_reports() -> dict[str, Report]:
    """All cases of reported clauses by id, ``reported/label``."""
    cases = json.loads((GOLD / "reported" / "cases.json").read_text(encoding="utf-8"))
    return {f"reported/{case['label']}": case for case in cases}


def _read_article(path: Path) -> tuple[str, ArticleGold]:
    """The text of an example article, line ends as they are, and its gold."""
    gold: ArticleGold = json.loads(path.with_suffix(".gold.json").read_text(encoding="utf-8"))
    return path.read_bytes().decode("utf-8"), gold


CASES = _read_cases()
REPORTS = _read_reports()
EXPECTED_FAILURES: dict[str, str] = json.loads(KNOWN_FAILURES.read_text(encoding="utf-8"))
ARTICLE_PATHS = {f"article/{path.stem}": path for path in sorted(ARTICLES.glob("*.txt"))}


def _name(speaker: str | None) -> str | None:
    """A speaker as the gold compares it: case, kind of space and composed accents do not count."""
    if speaker is None:
        return None
    return " ".join(unicodedata.normalize("NFC", speaker).split()).casefold()


def _pair(speaker: str | None, quote: str) -> Pair:
    """Speaker and quote as the gold compares them; a line break within counts as a space."""
    return _name(speaker), re.sub(r"\s*[\r\n]+\s*", " ", quote)


def _predicted_pairs(text: str) -> list[Pair]:
    """What the library finds in marks and posts, of a reported clause the words between marks.

    Clauses are what ``reported/`` tests.
    """
    return [
        _pair(record.speaker, quote)
        for record in quoteattr.extract(text)
        for quote in (
            [text[start:end] for start, end in record.quoted]
            if record.kind in ("mixed", "indirect")
            else [record.quote]
        )
    ]


def _locate(quote: str, text: str, start: int) -> int | None:
    """Where the quote ends in the text from ``start`` on, piece by piece, or None.

    >>> _locate("If it goes, we go.", "“If it goes,” he said, “we go.”", 0)
    30
    """
    for end in [len(quote), *(m.start() for m in reversed(list(re.finditer(" ", quote))))]:
        for match in re.finditer(re.escape(quote[:end]), text[start:]):
            begin, stop = start + match.start(), start + match.end()
            if begin and text[begin - 1] not in OPENERS:
                continue
            if end == len(quote):
                return stop
            rest = _locate(quote[end + 1 :], text, stop)
            if rest is not None:
                return rest
    return None


def _check_verbatim(quotes: list[str], text: str) -> None:
    """Every quote stands in the text word for word, in the order given."""
    text, position = re.sub(r"[\r\n]", " ", text), 0
    for quote in quotes:
        end = _locate(quote, text, position)
        assert end is not None, f"not in the text, or not in this order: {quote!r}"
        position = end


def _as_expected(names: Iterable[str], check: Callable[[str], None]) -> None:
    """Each case meets its check but the known failures, which must not: else they are mended."""
    wrong: list[str] = []
    for name in names:
        known = EXPECTED_FAILURES.get(name)
        try:
            check(name)
        except AssertionError as error:
            if not known:
                wrong.append(f"{name}: {error}")
        else:
            if known:
                wrong.append(f"{name}: meets its gold; take it off {KNOWN_FAILURES.name}: {known}")
    assert not wrong, "\n\n".join(wrong)


def _check_case(name: str) -> None:
    """A case gives exactly the expected pairs, in the order of the text."""
    case = CASES[name]
    expected = [_pair(speaker, quote) for speaker, quote in case["expected"]]
    assert _predicted_pairs(case["text"]) == expected, case["comment"]


def _check_report(name: str) -> None:
    """A case gives exactly the expected records, whose spans are their words."""
    case = REPORTS[name]
    records = quoteattr.extract(case["text"], acts=case.get("acts"))
    predicted = [
        ExpectedRecord(
            kind=r.kind, speaker=r.speaker, quote=r.quote, cue=r.cue.text if r.cue else None
        )
        for r in records
    ]
    assert predicted == case["expected"], case["comment"]
    for record in records:
        assert " ".join(case["text"][start:end] for start, end in record.spans) == record.quote
        assert all(
            any(first <= start < end <= last + 1 for first, last in record.spans)
            for start, end in record.quoted
        )


def _check_article(name: str) -> None:
    """An example article meets its gold in at least 95% of the pairs."""
    text, gold = _read_article(ARTICLE_PATHS[name])
    expected = Counter(_pair(r["speaker"], r["quote"]) for r in gold["records"])
    predicted = Counter(_predicted_pairs(text))
    share = 2 * (expected & predicted).total() / (expected.total() + predicted.total())
    missing, extra = (
        list((expected - predicted).elements()),
        list((predicted - expected).elements()),
    )
    assert share >= ARTICLE_FLOOR, f"{share:.0%}\nmissing: {missing}\nextra: {extra}"


@pytest.mark.parametrize("file", sorted({name.partition("/")[0] for name in CASES}))
def test_cases(file: str) -> None:
    _as_expected([name for name in CASES if name.startswith(f"{file}/")], _check_case)


def test_reports() -> None:
    _as_expected(REPORTS, _check_report)


def test_articles() -> None:
    _as_expected(ARTICLE_PATHS, _check_article)


def test_cases_are_well_formed() -> None:
    """A case has a label, a comment, and quotes that stand in its text word for word."""
    for name, case in CASES.items():
        assert set(case) == {"label", "text", "expected", "comment"}, name
        assert all((case["label"], case["comment"], case["text"].strip())), name
        pairs = case["expected"]
        assert all(speaker != "" and quote.strip() == quote for speaker, quote in pairs), name
        _check_verbatim([quote for _, quote in pairs], case["text"])


def test_speakers_stand_in_their_texts() -> None:
    """The words of the expected speaker stand in the text; the gold invents no name.

    Of several who speak together, the words of each; a last name may stand behind the last of them.
    """
    for case in CASES.values():
        text = (_name(case["text"]) or "").translate(STRAIGHT)
        for speaker, _ in case["expected"]:
            whole = (_name(speaker) or "").translate(STRAIGHT)
            words = (word for name in whole.split(" and ") for word in name.split())
            assert whole in text or all(word in text for word in words), speaker


@pytest.mark.parametrize("path", ARTICLE_PATHS.values(), ids=ARTICLE_PATHS.keys())
def test_article_gold_is_well_formed(path: Path) -> None:
    """An article's gold stands in its text word for word, with kinds that exist."""
    text, gold = _read_article(path)
    assert {r["kind"] for r in gold["records"]} <= {"direct", "mixed", "post"}
    _check_verbatim([r["quote"] for r in gold["records"]], text)
    _check_verbatim(gold["unattributed"], text)
    for record in gold["records"]:
        assert record["speaker"] is None or (_name(record["speaker"]) or "") in (_name(text) or "")


def test_known_failures_exist() -> None:
    """Each known failure is the id of a case or an article and says what goes wrong."""
    assert set(EXPECTED_FAILURES) <= {*CASES, *REPORTS, *ARTICLE_PATHS}
    assert all(EXPECTED_FAILURES.values())


def test_there_are_articles() -> None:
    """Five desks are represented, each with its gold."""
    assert len(ARTICLE_PATHS) >= 5
