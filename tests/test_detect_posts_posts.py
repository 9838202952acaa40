"""Posts: a signature with a handle ends the line or the paragraph before it."""

import pytest
from tables import for_each
from timing import is_linear

from quoteattr import extract
from quoteattr.detect.posts.posts import find_posts

SIGNED = "— Mara Holt (@mara) May 3, 2020"


def posts(text: str) -> list[tuple[str, str]]:
    """Name and words of each post."""
    return [(post.name, text[slice(*post.text)]) for post in find_posts(text)]


@for_each("end", ["\n", "\r", "\r\n"])
@for_each(
    "lines",
    [
        ["Before.", f"Look! {SIGNED}", "After."],
        ["Before.", "", f"Look! {SIGNED}", "", "After."],
    ],
)
def test_the_line_of_the_signature_or_the_one_before(lines, end):
    assert posts(end.join(lines)) == [("Mara Holt", "Look!")]


each_line_end = pytest.mark.parametrize("end", ["\n", "\r", "\r\n"], ids=["LF", "CR", "CRLF"])


@each_line_end
def test_a_signature_in_a_line_of_its_own_signs_the_line_before(end):
    assert posts(end.join(["Before.", "Look!", SIGNED, "After."])) == [("Mara Holt", "Look!")]


@each_line_end
def test_two_lines_are_one_post_where_blank_lines_part(end):
    text = end.join(["Before.", "", "Look at", "this!", "", SIGNED, "", "After."])
    assert posts(text) == [("Mara Holt", f"Look at{end}this!")]


def test_a_post_ends_where_the_next_begins():
    text = "One — A B (@a) May 1, 2020\nTwo — C D (@c) 2 May 2020\nThree -- E F (@e)"
    assert posts(text) == [("A B", "One"), ("C D", "Two"), ("E F", "Three")]


@each_line_end
def test_name_and_handle_may_stand_above_the_words(end):
    head = ["Before.", "", "Mara Holt", "@mara@sea.example"]
    text = end.join([*head, "Look!", "May 3, 2020", "", "After."])
    assert posts(text) == ([("Mara Holt", "Look!")] if end != "\r" else [])


@for_each("parting", ["\n", "\n\n"])
def test_the_pictures_of_a_post_may_be_many(parting):
    pictures = parting.join(["[image]"] * 2_000)
    text = parting.join(["Look!", pictures, SIGNED])
    assert posts(text) == [("Mara Holt", "Look!")]


@for_each("piece", ["word ", "Mara Holt\n@mara\n", "Mara Holt @mara · ", "May\n"])
def test_time_grows_with_the_text(piece):
    head = "Mara Holt\n@mara\n"
    assert is_linear(
        lambda: find_posts(head + piece * 1_000), lambda: find_posts(head + piece * 4_000)
    )


@for_each(
    ("text", "expected"),
    [
        ("Mara Holt @mara · May 3\nLook at\nthis!\n\nAfter.", ["Look at\nthis!"]),
        ("Mara Holt\n@mara\n·\nMay 3\nLook!", ["Look!"]),
        ("Mara Holt\n@mara\nLook!\n9:12 PM, May 3", ["Look!"]),
        ("Mara Holt\n@mara\nMara Holt is a reporter.\n\nMay 3", []),  # nothing dates it
        ("Mara Holt\n@mara\n\nLook!\nMay 3", []),
        ("“Mara: Holt\n@mara\nLook!\nMay 3", []),
        (f"Mara Holt\n@mara\nLook! {SIGNED}\nMay 3", ["Look!"]),
    ],
)
def test_a_date_shows_that_a_name_and_a_handle_head_a_post(text, expected):
    assert [words for _, words in posts(text)] == expected


def test_an_acronym_is_no_part_of_the_name():
    assert posts("Look! — Dalby Weather (DW) (@dw) May 3, 2020") == [("Dalby Weather", "Look!")]


@for_each(
    "text",
    [SIGNED, f"\n\n{SIGNED}", "He met Mara — Mara Holt (@mara) was late.", "Look! (@mara)", ""],
)
def test_no_post(text):
    assert posts(text) == []


def test_what_stands_for_a_picture_is_no_post():
    assert posts(f"Look!\n\n[image or embed]\n\n{SIGNED}") == [("Mara Holt", "Look!")]
    assert posts(f"[image or embed]\n\n{SIGNED}") == []


def test_the_marks_in_a_post_are_no_quotes_of_their_own():
    records = extract(f"“Go,” said Otto Marx.\n\nNo “fear” here. {SIGNED}\n\nHe left.")
    assert [(r.speaker, r.kind, r.quote) for r in records] == [
        ("Otto Marx", "direct", "Go,"),
        ("Mara Holt", "post", "No “fear” here."),
    ]
