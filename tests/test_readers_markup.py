"""HTML in a field: its text, with the marks, authors and posts that tags stand for."""

import json

import pytest
from tables import for_each

from quoteattr import Failure, extract, read
from quoteattr.detect.html_tags import find_tag, is_html, is_page
from quoteattr.errors import InputError
from quoteattr.readers.markup import text_of_html


@for_each(
    ("html", "text"),
    [
        ("<p>“A,”\n said Ida.</p>\n<p>B.</p>", "“A,” said Ida.\n\nB."),
        ("&ldquo;A,&rdquo; said Ida.\n\nB.", "“A,” said Ida.\n\nB."),
        ("“A,” said <em>Ida</em>.\n\nB.", "“A,” said Ida.\n\nB."),
        ("&lt;p&gt;A.&lt;/p&gt;&lt;p&gt;B.&lt;/p&gt;", "A.\n\nB."),
        ("<div>A.<br>B.<br><br>C.</div>", "A.\nB.\n\nC."),
        ("<p>A.</p><script>“B”</script><style>c</style><!-- d -->", "A."),
        ("<p>A.<p>B.", "A.\n\nB."),
        ("<ul><li>A.</li><li>B.</li></ul>", "A.\n\nB."),
        ("<table><tr><td>Ann Lee</td><td>“A.”</td></tr></table>", "Ann Lee\t“A.”"),
        ("<p><q>A <q>b</q> c</q> <q>d</q></p>", "“A ‘b’ c” “d”"),
        ("<p>A.</p></blockquote></q></cite></figure></script><p>B.</p>", "A.\n\nB."),
        ("<blockquote><p>A.</p></blockquote><p>B.</p>", "> A.\n\nB."),
        ("<blockquote><p>A.</p><p>B.</p><cite>Ida Berg</cite>", "“A.\n\n“B.”\n\n— Ida Berg"),
        (
            "<blockquote><p>“A.”</p><footer>— <cite>Ida Berg</cite>, mayor</footer></blockquote>C.",
            "“A.”\n\n— Ida Berg, mayor\n\nC.",
        ),
        ("<blockquote><p>A.</p><p>— Ida Berg</p></blockquote>", "“A.”\n\n— Ida Berg"),
        ("<![CDATA[<p>A.</p><p>B.</p>]]>", "A.\n\nB."),
        ("<p><strong>A?</strong></p><p>B <b>c</b>?</p><p><b>D</b></p>", "**A?**\n\nB c?\n\nD"),
        ("<h3>A?</h3>B.<h2><b>C?</b></h2><h2>D</h2>", "**A?**\n\nB.\n\n**C?**\n\nD"),
        ("<blockquote>In <cite>Ferries</cite> it rains.</blockquote>", "> In Ferries it rains."),
        ("<blockquote>It rains.<cite>Ida Berg</cite></blockquote>", "“It rains.”\n\n— Ida Berg"),
        ("<blockquote>— <cite>Ida Berg</cite></blockquote>", "— Ida Berg"),
        (
            "<figure><blockquote>A.</blockquote><figcaption>Ida Berg</figcaption></figure>B.",
            "“A.”\n\n— Ida Berg\n\nB.",
        ),
        ("<figure><img src='a'><figcaption>The pier</figcaption></figure>B.", "The pier\n\nB."),
        ("<p>A.</p><blockquote><footer>Ida", "A.\n\n— Ida"),
        (
            "<blockquote class='twitter-tweet'><p>A.</p>&mdash; Ida Berg (@ida)</blockquote>",
            "A.\n\n— Ida Berg (@ida)",
        ),
    ],
)
def test_tags_become_paragraphs_marks_and_signatures(html: str, text: str) -> None:
    assert text_of_html(html) == text


@for_each(
    ("text", "html"),
    [
        ("a < b > c", False),
        ("<v Ann Lee>Hello", False),
        ("AT&T; R&D", False),
        ("line<br/>", True),
        ("A &amp; B", True),
        ("&#8220;", True),
        ("<P CLASS='a'>", True),
    ],
)
def test_whether_a_text_is_html(text: str, html: bool) -> None:
    assert is_html(text) is html
    assert find_tag(text) == (text[text.index("<") :] if html and "<" in text else None)


def test_a_page_is_more_than_a_part() -> None:
    assert is_page("<!DOCTYPE html><p>A.")
    assert is_page("<body class='a'>")
    assert not is_page("<p>a body of <em>html</em></p>")


ROW = {"content": {"rendered": "<p>&#8220;It&#8217;s late,&#8221; said Ida Berg.</p>"}}


def test_html_in_a_field_is_read_as_html() -> None:
    (article,) = read([ROW | {"title": {"rendered": "Ida &amp; Otto"}}])
    assert (article.title, article.text) == ("Ida & Otto", "“It’s late,” said Ida Berg.")
    (record,) = extract(article)
    assert article.text[slice(*record.spans[0])] == record.quote == "It’s late,"


def test_html_is_forced_on_and_off() -> None:
    html = ROW["content"]["rendered"]
    assert [article.text for article in read([ROW], html=False)] == [html]
    assert [article.text for article in read([{"text": "a\nb"}], html=True)] == ["a\nb"]
    with pytest.raises(InputError, match="html must be True or False"):
        read([ROW], html="yes")


def test_html_without_a_word_is_a_failure() -> None:
    (failure,) = read([{"text": "<script>alert(1)</script>"}])
    assert isinstance(failure, Failure)
    assert failure.reason == "its text is HTML without a word; fix the row, or pass html=False"


def test_cells_of_a_csv_are_read_as_html(tmp_path) -> None:
    (tmp_path / "a.csv").write_text('id,text\n1,"<p><q>No,</q> said Ida Berg.</p>"\n')
    assert [article.text for article in read(tmp_path)] == ["“No,” said Ida Berg."]


def test_lines_of_json_are_read_as_html(tmp_path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps(ROW))
    assert [article.text for article in read(tmp_path)] == ["“It’s late,” said Ida Berg."]
