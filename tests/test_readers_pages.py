"""Reading pages and web archives: the article is what trafilatura finds."""

import gzip
from io import BytesIO

import pytest
import trafilatura
from tables import for_each

from quoteattr import Failure, extract, read
from quoteattr.readers.pages import article_from_html
from quoteattr.records import Article

PARAGRAPHS = "".join(
    f"<p>“The dam will hold for {years} years,” said Mara Holt, the engineer who has looked after"
    " it for most of her life, in the café of the village below it.</p>\n"
    for years in ("two", "three", "four", "five")
)
PAGE = f"""<!doctype html><html lang="en"><head><title>Dam holds</title>
<meta name="author" content="Ida Berg; Otto Marx"><meta property="og:site_name"
content="The Dalby Herald"><meta property="article:published_time" content="2024-05-04T09:30:00Z">
</head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article>
<h1>Dam holds</h1>{PARAGRAPHS}</article><script>alert("“Never,” said Otto Marx.")</script>
</body></html>"""


def response(
    url: str, page: bytes, status: str = "200 OK", kind: str = "text/html", headers=""
) -> bytes:
    """A record of a web archive."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{headers}\r\n".encode() + page
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2024-05-04T00:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789012>\r\n"
        f"WARC-Target-URI: {url}\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def test_the_text_is_what_trafilatura_finds(tmp_path):
    path = tmp_path / "a.html"
    path.write_text(PAGE, encoding="utf-8")
    (article,) = read(tmp_path)
    assert article == Article(
        trafilatura.extract(PAGE, include_comments=False),
        id=str(path),
        title="Dam holds",
        authors=("Ida Berg", "Otto Marx"),
        publisher="The Dalby Herald",
        published="2024-05-04",
    )
    assert {record.speaker for record in extract(article)} == {"Mara Holt"}


@pytest.mark.parametrize(
    "section",
    [
        '<meta property="article:section" content="Local News">',
        '<script type="application/ld+json">{"@context": "https://schema.org", "@type":'
        ' "NewsArticle", "headline": "Dam holds", "articleSection": ["Local News", "Dams"]}'
        "</script>",
    ],
    ids=["meta", "JSON-LD"],
)
def test_the_section_is_what_the_page_says(tmp_path, section):
    page = PAGE.replace("</head>", f"{section}</head>")
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    (article,) = read(tmp_path)
    assert article.section == "Local News"


def test_fields_that_are_told_are_those_of_rows_only(tmp_path):
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "b.jsonl").write_text('{"story": "a"}')
    page, row = read(tmp_path, fields={"text": "story", "title": "name"})
    assert (page.title, row.text) == ("Dam holds", "a")


def test_a_page_tells_its_encoding(tmp_path):
    page = PAGE.replace("<head>", '<head><meta charset="iso-8859-1">')
    page = page.replace("“", "&ldquo;").replace("”", "&rdquo;")
    (tmp_path / "a.htm").write_bytes(page.encode("iso-8859-1"))
    (article,) = read(tmp_path)
    assert "“The dam will hold for two years,”" in article.text
    assert "café" in article.text


@pytest.mark.parametrize("page", [b"", b"<p>", b"\0" * 99, b"\xff\xfe", b"<div>" * 20_000, b"a"])
def test_a_page_without_an_article_is_a_failure(tmp_path, capfd, page):
    (tmp_path / "a.html").write_bytes(page)
    (failure,) = read(tmp_path)
    assert isinstance(failure, Failure)
    assert "trafilatura" in failure.reason
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("pack", [gzip.compress, bytes])
def test_a_web_archive_gives_its_pages_by_their_addresses(tmp_path, pack):
    page = PAGE.encode()
    compressed = gzip.compress(page)
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(compressed), compressed)
    records = [
        response("https://herald.example/1", page),
        response("https://herald.example/lost", page, status="404 Not Found"),
        response("https://herald.example/image", b"PNG", kind="image/png"),
        response(
            "https://herald.example/2",
            chunked,
            headers="Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n",
        ),
        response("https://herald.example/empty", b"", kind="text/html; charset=utf-8"),
        response("https://herald.example/1", page, kind="text/html; charset=no-such"),
    ]
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(b"".join(map(pack, records)))
    first, second, empty, again = read(tmp_path)
    assert (first.source, second.source) == ("https://herald.example/1", "https://herald.example/2")
    assert (
        first.text == second.text == again.text == trafilatura.extract(PAGE, include_comments=False)
    )
    assert (empty.source, isinstance(empty, Failure)) == ("https://herald.example/empty", True)
    assert (again.source, again.url) == (f"{path}#6", "https://herald.example/1")
    assert len(list(read(BytesIO(path.read_bytes()), format="warc"))) == 4


@pytest.mark.parametrize("data", [b"", b"no archive", gzip.compress(b"", mtime=0)])
def test_what_is_no_web_archive_is_a_failure(tmp_path, data):
    path = tmp_path / "a.warc"
    path.write_bytes(data)
    (failure,) = read(path)
    assert failure.source == str(path)


def test_a_web_archive_that_is_cut_off_says_so(tmp_path):
    path = tmp_path / "a.warc.gz"
    data = b"".join(
        gzip.compress(response(f"https://herald.example/{n}", PAGE.encode())) for n in range(60)
    )
    path.write_bytes(data[:-100])
    *articles, failure = read(path)
    assert len(articles) > 20
    reason = "the compressed file is cut off; fetch or compress it again"
    assert failure == Failure(str(path), reason)


@pytest.mark.parametrize("pack", [gzip.compress, bytes])
@pytest.mark.parametrize("kind", ["address", "record", "length"])
def test_a_bad_record_of_a_web_archive_fails_alone(tmp_path, pack, kind, capfd):
    path = tmp_path / "a.warc"
    first, second, third = (
        response(f"https://herald.example/{n}", PAGE.encode()) for n in (1, 2, 3)
    )
    bad = {
        "address": second.replace(b"WARC-Target-URI: https://herald.example/2\r\n", b""),
        "record": b"This is none.\r\n\r\n\r\n",
        "length": second.replace(b"Content-Length: ", b"Content-Length: x"),
    }[kind]
    path.write_bytes(pack(first) + pack(bad) + pack(third))
    first, *failures, last = read(path)
    assert [first.source, last.source] == ["https://herald.example/1", "https://herald.example/3"]
    assert failures
    assert {type(item) for item in failures} == {Failure}
    assert capfd.readouterr().err == ""


def test_a_page_that_is_larger_than_the_limit_fails_alone(tmp_path):
    path = tmp_path / "a.warc"
    bomb = gzip.compress(PAGE.encode() + b" " * 5_000_000)
    compressed = response("https://herald.example/2", bomb, headers="Content-Encoding: gzip\r\n")
    path.write_bytes(compressed + response("https://herald.example/3", PAGE.encode()))
    failure, article = read(path, max_size=1_000_000)
    assert failure.source == "https://herald.example/2"
    assert "of more than 1,000,000 bytes" in failure.reason
    assert article.source == "https://herald.example/3"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p><q>No,</q> said Ida Berg.</p>", "“No,” said Ida Berg."),
        (
            "<blockquote><p>The pier is rotten.</p><footer><cite>Ola Berg</cite></footer>",
            "“The pier is rotten.”\n\n— Ola Berg",
        ),
        (
            '<div class="embed"><blockquote class="tweet"><p>It is rotten.</p>&mdash; Ola (@ola)',
            "It is rotten.\n\n— Ola (@ola)",
        ),
    ],
)
def test_a_part_of_a_page_is_an_article(html, text):
    (article,) = read(BytesIO(html.encode()), format="html")
    assert article.text == text


def test_a_page_keeps_marks_authors_and_posts():
    kept = (
        "<p><q>Nobody asked the ferrymen,</q> said Otto Marx, who has steered one for years.</p>"
        '<div class="wp-embed"><blockquote class="twitter-tweet"><p>The pier is rotten. I have said'
        " so since March.</p>&mdash; Ola Berg (@olaberg) May 3, 2024</blockquote></div><blockquote>"
        "<p>We burned the chairs.</p><footer>Kit Holm, harbour master</footer></blockquote>"
    )
    page = PAGE.replace("</article>", f"{kept}</article>").encode()
    (article,) = read(BytesIO(page), format="html")
    for words in (
        "“Nobody asked the ferrymen,”",
        "Ola Berg (@olaberg)",
        "Kit Holm, harbour master",
    ):
        assert words in article.text


QUOTE, BY = "The mill is gone, and I have said so since May.", "Ines Roth"
LEAD, END = (
    "<p>The old mill in Brill burned on Sunday night, and four families had to leave.</p>",
    "<p>Nobody was hurt, and the fire service left at six in the morning.</p>",
)


@for_each(
    ("block", "signed"),
    [
        (f"<blockquote><p>{QUOTE}</p><p><cite>{BY}</cite></p></blockquote>", True),
        (f"<blockquote>{QUOTE}<cite>&mdash; {BY}</cite></blockquote>", True),
        (f"<blockquote>“{QUOTE}”<footer>{BY}</footer></blockquote>", True),
        (f"<blockquote><p>{QUOTE}</p><footer><b>{BY}</b>, mayor</footer></blockquote>", True),
        (
            f"<figure><blockquote>{QUOTE}</blockquote><figcaption>{BY}</figcaption></figure>",
            True,
        ),
        (
            f"<figure class='a'><blockquote>{QUOTE}<cite>{BY}</cite></blockquote></figure>",
            True,
        ),
        (f"<blockquote>{QUOTE}<br>— {BY}, mayor</blockquote>", True),
        (f"<blockquote><p>{QUOTE}</p><p>&mdash; {BY}</p></blockquote>", True),
        (f"<blockquote>{QUOTE} &mdash; I love {BY}</blockquote>", False),
        (f"<blockquote>{QUOTE} I love <cite>{BY}</cite></blockquote>", False),
        (f"<blockquote><p>{QUOTE}</p></blockquote><p>{BY} left.</p>", False),
    ],
)
def test_a_block_quote_of_a_whole_page_keeps_its_author(block, signed):
    article = article_from_html(f"<html><body><article>{LEAD}{block}{END}</article></body></html>")
    assert "Nobody was hurt" in article.text
    assert article.text.count("“") == signed
    spoken = [r.quote for r in extract(article) if r.speaker == "Ines Roth"]
    assert spoken == ([QUOTE] if signed else [])


def test_a_post_in_a_block_quote_gets_no_marks():
    block = f"<blockquote>{QUOTE}<br>— {BY} (@ines) May 3, 2024</blockquote>"
    article = article_from_html(f"<html><body><article>{LEAD}{block}{END}</article></body></html>")
    assert "“" not in article.text
    assert [(r.kind, r.quote) for r in extract(article) if r.speaker == BY] == [("post", QUOTE)]


def test_a_dash_in_bytes_signs_a_block_quote():
    block = f"<blockquote>{QUOTE}<br>— {BY}, mayor</blockquote>"
    page = f"<html><head><meta charset='utf-8'></head><body><article>{LEAD}{block}{END}"
    article = article_from_html(page.encode())
    assert f"“{QUOTE}”\n— {BY}, mayor" in article.text


def test_a_page_of_one_paragraph_is_not_broken_at_its_tags():
    html = (
        "<html><body><p>“We <em>won’t</em> pay,” said <a href='#'>Kit</a> Holm.</p></body></html>"
    )
    assert article_from_html(html).text == "“We won’t pay,” said Kit Holm."
    assert article_from_html(html.encode()).text == "“We won’t pay,” said Kit Holm."


def test_each_paragraph_of_a_signed_block_quote_opens_with_a_mark():
    block = f"<blockquote><p>{QUOTE}</p><p>Go.</p><cite>Ines Roth</cite></blockquote>"
    article = article_from_html(f"<html><body><article>{LEAD}{block}{END}</article></body></html>")
    assert f"“{QUOTE}\n“Go.”\n— Ines Roth" in article.text
