"""The copy of a text in which layout and markup are blank."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tables import for_each
from timing import is_linear

import quoteattr
from quoteattr.detect.layout import flatten
from quoteattr.detect.quotes import find_quotes
from quoteattr.language.marks import ZERO_WIDTH

PIECES = (
    "a Berg The said “ ” ‘ ’ ' \" * ** _ > # - — » • 1. 2) & &quot; &#8217; : , . \t \n \r\n \n\n"
    " \u200b \ufeff \x1c \x0b"
).split(" ")
texts = st.lists(st.sampled_from([*PIECES, " "])).map("".join)


@given(texts)
def test_the_copy_has_the_length_of_the_text(text: str) -> None:
    flat = flatten(text)
    assert len(flat) == len(text)
    for character, copied in zip(text, flat, strict=True):
        assert copied in (character, ZERO_WIDTH, " ", "\t", ":") or text.count("&")


def shown(text: str) -> str:
    """The copy, without what has no width."""
    return flatten(text).replace(ZERO_WIDTH, "")


def test_columns_of_a_newspaper_are_hard_wrapped() -> None:
    text = "The bells would\nring at noon for the\nforty miners, Berg\nsaid.\n\nIt rained."
    assert shown(text).count("\n") == 2
    short = "The bell\nrang at noon\nfor all, Berg\nsaid.\n\nIt rained."  # a poem
    assert shown(short) == short


@for_each(
    ("text", "expected"),
    [
        ("• Go", " Go"),
        ("> > Go", "  Go"),
        ("## Go", " Go"),
        ("[Go](https://example.org/a_b), [Berg](/berg)", "Go, Berg"),
        ("![Go](https://example.org)", "Go"),
        ("[sic] (Go), [Go](Berg)", "[sic] (Go), [Go](Berg)"),
        ("“Go.”\tBerg\n“No.”\tHolm", "“Go.”:Berg\n“No.”:Holm"),
        ("#go", "#go"),  # a hashtag
        ("*Go* _on_ **now**", "Go on now"),
        ("snake_case and 5*4 * 3 f***ing", "snake_case and 5*4 * 3 f***ing"),
        ("- “Go”", " “Go”"),
        ("- Go", "- Go"),  # a signature, or speech
        ("1. “Go”", " “Go”"),
        ("1. Go", "1. Go"),
        ("» Go", " Go"),
        ("» Go «", "» Go «"),
        ("&quot;Go&quot; &amp; &nosuch;", '"Go" & &nosuch;'),
        ("Ann Lee\t“Go”", "Ann Lee:“Go”"),
        ("Ann Lee\tcook\t“Go”", "Ann Lee,cook:“Go”"),
        ("1.\tAnn Lee\t“Go”", "\tAnn Lee:“Go”"),
        ("Ann Lee | cook | “Go”", "Ann Lee,  cook:  “Go”"),
        ("“Go.”\tAnn Lee\tcook", "“Go.”:Ann Lee,cook"),
        ("Ann Lee\tBo\n“Go.”\t“No.”", "Ann Lee|Bo\n“Go.”\t“No.”"),
        ("Ann Lee\tBo\nfled", "Ann Lee\tBo\nfled"),
        ("Ann Lee   “Go”\nBo Holm   “No”", "Ann Lee:  “Go”\nBo Holm:  “No”"),
        (
            "Ann Lee   cook   “Go”\nBo Holm   spy    “No”",
            "Ann Lee,  cook:  “Go”\nBo Holm,  spy:   “No”",
        ),
        ("Ann Lee   “Go”\nBo   “No”", "Ann Lee   “Go”\nBo   “No”"),  # no column
        ("Ann Lee said   “Go”", "Ann Lee said   “Go”"),
    ],
)
def test_what_is_blank(text: str, expected: str) -> None:
    assert shown(text) == expected


FULL = "The harbour board of the old town of Brack has waited\nfor eleven years."


@for_each(
    "text",
    [
        FULL,
        FULL.replace("\n", "\r\n"),
        f"> {FULL}".replace("\n", "\n> "),
        f"{FULL}\n\n" + "“We wait,” said Ida Berg. “Nobody knows what it all was\ngood for.”",
        # the second line has room, but goes on with a small letter
        "The harbour board of the old town of Brack has waited\nfor eleven\nyears and more.",
    ],
)
def test_a_break_inside_a_sentence_is_a_space(text: str) -> None:
    assert "\n" not in flatten(text).replace("\n\n", "")


@for_each(
    "text",
    [
        "Bridge closed\nThe harbour board of Brack has closed the bridge.",
        "“We wait for the ferry,” said Ida.\n“We go,” said Otto.",
        "• Prices fell in the whole town\n• The bank of Brack stayed open",
        "Roses are red, they say in Brack\nViolets are blue\nSugar is sweet\nAnd so are you",
        "“We wait for the ferry of Brack,” she said\n“We go,” he said",
        f"# {FULL}",
        "A line of more than a hundred characters is a paragraph of its own, however the next one"
        " begins, and ends here\nfor eleven years.",
    ],
)
def test_other_breaks_stay(text: str) -> None:
    assert "\n" in flatten(text)


def test_one_long_line_does_not_hide_the_width() -> None:
    body = f"{FULL}\n\n" * 12
    assert flatten(body + "x" * 200).count("\n") == 24


@for_each(
    ("text", "speaker", "quote"),
    [
        ("“We will appeal,” sa\u00adid Fe\u00adlix Brandt.", "Felix Brandt", "We will appeal,"),
        (
            "“We will appeal,” said \u200bFelix\u2060 Brandt\ufeff.",
            "Felix Brandt",
            "We will appeal,",
        ),
        ('"**We will appeal,**" said Felix Brandt.', "Felix Brandt", "We will appeal,"),
        ("“We *will* appeal,” said the **old** mayor.", "the old mayor", "We *will* appeal,"),
        ("&quot;We will appeal,&quot; Felix Brandt said.", "Felix Brandt", "We will appeal,"),
        (
            "&ldquo;We&rsquo;ll appeal,&rdquo; said Mara O&#8217;Neill.",
            "Mara O’Neill",
            "We&rsquo;ll appeal,",
        ),
    ],
)
def test_offsets_are_those_of_the_text(text: str, speaker: str, quote: str) -> None:
    (record,) = quoteattr.extract(text)
    assert (record.speaker, record.quote, record.kind) == (speaker, quote, "direct")
    assert [text[start:end] for start, end in record.spans] == [quote]


def test_an_entity_inside_a_word_is_an_apostrophe() -> None:
    assert not list(find_quotes("The 'It di&rsquo;ssolved says."))
    text = "&lsquo;It&rsquo;s ours,&rsquo; said Ida Berg."
    (quote,) = find_quotes(text)
    assert text[quote.start : quote.end] == "It&rsquo;s ours,"


@for_each(
    "head",
    ["•", "\ufeff", "\u200b", ">", "#", "*", "-", "1.", "2)", "14.02", "9:10"],
)
def test_a_quote_after_the_head_of_a_line_is_direct(head: str) -> None:
    (record,) = quoteattr.extract(f"{head} “the ferry is late,” said Mara Holt.", kinds=["direct"])
    assert record.speaker == "Mara Holt"


@for_each(
    "piece",
    ["*", "_", ">", "> ", "•", "&", "&a", "» ", "\t", "#", "1.", "a_", "A   ", "A   “a”\n", " a"],
)
def test_time_grows_with_the_text(piece: str) -> None:
    short, long = f"|{piece * 5_000}", f"|{piece * 20_000}"
    assert is_linear(lambda: flatten(short), lambda: flatten(long))


@for_each(
    ("text", "breaks"),
    [
        ("Ida Berg, baker: “It is gone”\nBo Holm, owner of it: “It was ours”", 1),
        ("We heard from the baker that it\nwas late: “It is gone”, and in the\nend she left.", 0),
    ],
)
def test_items_of_a_list_are_no_wrapped_sentence(text: str, breaks: int) -> None:
    assert flatten(text).count("\n") == breaks


@for_each(
    ("text", "expected"),
    [
        ("He left.\\n\\n“No,” he said.", "He left.\n\n“No,” he said."),
        ("He left.\\r\\nShe stayed.\\n", "He left.\nShe stayed.\n"),
        ("In C:\\new\\Names it is.", "In C:\\new\\Names it is."),
        ("\\u201cNo\\u201d \\u00e9t \\ud83d", "“No” ét \\ud83d"),
        ("â€œNoâ€\x9d â€˜noâ€™ â€“ noâ€¦", "“No” ‘no’ – no…"),
        ("=E2=80=9CNo=E2=80=9D", "“No”"),
        ("He le=\nft the mill =\r\nin May.", "He left the mill in May."),
        ("a =\n\nb", "a =\n\nb"),
        ("&amp;amp;quot;No&amp;quot;", '"No"'),
        ("[b]No[/b] [url=x]a[/url] [a]", "No a [a]"),
        ("[[Ida Berg (baker)|Ida Berg]], [[Bo]]", "Ida Berg, Bo"),
    ],
)
def test_escapes_and_tags_of_other_writers(text: str, expected: str) -> None:
    flat = flatten(text)
    assert flat.replace(ZERO_WIDTH, "") == expected
    assert len(flat) == len(text)
