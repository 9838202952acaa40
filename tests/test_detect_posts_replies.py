"""Lines behind ``>`` are those of the author whom the header before them names."""

from tables import for_each
from timing import is_linear

from quoteattr import extract
from quoteattr.detect.posts.replies import find_replies

HEADER = "On Mon, May 6, 2024 at 3:47 PM Felix Brandt <felix@example.org> wrote:"


def replies(text: str) -> list[tuple[str, str]]:
    """Author and lines of each reply."""
    return [(r.name, "|".join(text[slice(*span)] for span in r.spans)) for r in find_replies(text)]


@for_each(
    "header",
    [
        HEADER,
        HEADER.replace(" wrote", "\nwrote"),
        "On 6 May 2024, at 15:47, Felix Brandt <felix@example.org> wrote:",
        "On 2024-05-06 15:47 CEST, Felix Brandt wrote:",
    ],
)
@for_each("end", ["\n", "\r\n"])
def test_headers(header, end):
    text = f"Soon.\n\n{header}\n\n> When?\n> Tell me.\n".replace("\n", end)
    assert replies(text) == [("Felix Brandt", "When?|Tell me.")]


HEAD = "From: Felix Brandt <felix@example.org>\nSent: May 6, 2024\nTo: Ida Holm\n"


@for_each(
    ("text", "expected"),
    [
        (f"Soon.\n\n{HEAD}\nWhen?\n\nTell me.\n", [("Felix Brandt", "When?|Tell me.")]),
        (f"Soon.\n\n{HEAD}\nWhen?\n\nFelix\n", [("Felix Brandt", "When?")]),
        (f"Soon.\n\n{HEAD}\nWhen?\n-----Original-----\nNo.", [("Felix Brandt", "When?")]),
        (f"{HEAD}\nWhen?", []),  # the message itself
        (
            "Soon.\n\nSubject: dam\nDate: 4 May\nFrom: Felix Brandt\n\nWhen?",
            [("Felix Brandt", "When?")],
        ),
        ("Soon.\n\nSubject: dam\nFrom: Felix Brandt\n\nWhen?", []),
        (f"{HEAD}\nDear Ida,\n\nWhen?", [("Felix Brandt", "Dear Ida,|When?")]),
        ("Soon.\n\nFrom: Brack\nTo: Tresk\n\nThe train left.", []),
        (
            f"Soon.\n\n{HEAD}\nWhen?\n\n{HEAD.replace('Felix Brandt', 'Ada Berg')}\nNow.",
            [("Felix Brandt", "When?"), ("Ada Berg", "Now.")],
        ),
    ],
)
def test_the_head_of_a_copied_message_names_its_author(text, expected):
    assert replies(text) == expected


def test_answers_between_the_lines():
    text = f"{HEADER}\n> When?\n\nSoon.\n\n> Who?\n"
    assert replies(text) == [("Felix Brandt", "When?"), ("Felix Brandt", "Who?")]


def test_a_reply_to_a_reply():
    text = f"{HEADER}\n> When?\n> On May 5, 2024 at 1:00 PM, Ida Holm wrote:\n>> Soon.\n"
    assert replies(text) == [("Felix Brandt", "When?"), ("Ida Holm", "Soon.")]


@for_each("text", ["", "> When?", "On Friday Ida Holm wrote:\n> no", "On 5 wrote:"])
def test_no_header(text):
    assert replies(text) == []


def test_the_record():
    text = f"Soon.\n\n{HEADER}\n\n> “When?” is all I ask."
    (record,) = extract(text)
    assert (record.speaker, record.quote) == ("Felix Brandt", "“When?” is all I ask.")
    assert record.rule == "reply-header"


def test_time_grows_with_the_number_of_messages():
    assert is_linear(
        lambda: find_replies(f"Soon.\n{HEAD}No.\n" * 500),
        lambda: find_replies(f"Soon.\n{HEAD}No.\n" * 2_000),
    )
