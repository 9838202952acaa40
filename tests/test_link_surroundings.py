"""What the rules see: chains of stretches, frames, and candidates near enough."""

import pytest

from quoteattr.find.quotes import find_quotes
from quoteattr.link.surroundings import MOST_AFTER, MOST_BEFORE, Surroundings
from quoteattr.link.survey import survey


def surroundings(text: str) -> Surroundings:
    return survey(text, find_quotes(text))


def near(article: Surroundings, index: int = 0) -> list[str]:
    """The words of the candidates of a quote."""
    return [article.candidate(i).text for i in article.window(article.quotes[index])]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n"])
def test_a_quotation_over_paragraphs_is_one_quote(end):
    text = f"Mara Holt spoke.{end}“One two.{end}“Three.{end}“Four,” she said. “Five.”"
    first, second = surroundings(text).quotes
    assert (first.text, second.text) == ("One two. Three. Four,", "Five.")
    assert [text[start:stop] for start, stop in first.spans] == ["One two.", "Three.", "Four,"]
    assert (first.index, second.index) == (0, 1)


def test_a_label_in_the_marks_begins_a_quote_of_its_own_and_is_a_candidate():
    article = surroundings("“HOLT: Who was it?\n\n“MARX: Not me.”")
    assert [quote.text for quote in article.quotes] == ["Who was it?", "Not me."]
    assert near(article, 1) == ["HOLT", "MARX"]
    assert [article.candidate(i).place.symbol for i in article.candidate_units] == ["L", "L"]


def test_the_frame_is_the_sentence():
    article = surroundings("It rained. Mara Holt said “no” again. It rained.")
    frame = article.quotes[0].frame
    assert (frame.left, frame.right) == ("NS", "y.")
    assert frame.paragraph == article.symbols
    assert frame.beside == ("holt", "said", "again")


def test_the_window_is_bounded_in_candidates():
    many = "and ".join(f"Al{chr(97 + i)}x Holt " for i in range(26))
    names = near(surroundings(f"{many} met. “No,” he said, as {many} left."))
    assert len(names) == MOST_BEFORE + MOST_AFTER
    assert names[MOST_BEFORE - 1 : MOST_BEFORE + 2] == ["Alzx Holt", "he", "Alax Holt"]


def test_the_window_is_bounded_in_paragraphs():
    text = "Ada left.\n\nBea left.\n\nCid left.\n\nDot left.\n\n“No.”\n\nEli left.\n\nFay left."
    assert near(surroundings(text)) == ["Bea", "Cid", "Dot", "Eli"]


def test_the_window_is_bounded_in_units():
    assert near(surroundings("Mara Holt left " + "and so on " * 400 + "“no”")) == []


def test_paths_lead_either_way():
    article = surroundings("Mara Holt said “no” to Otto Marx.")
    (quote,) = article.quotes
    before, after = (article.path(quote, i) for i in article.window(quote))
    assert (before.before, before.units, before.close) == (True, "S", True)
    assert (after.before, after.units, after.close) == (False, "o", True)
