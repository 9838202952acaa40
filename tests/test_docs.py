"""The site of the documents builds without a warning, misses no page and fetches nothing."""

from __future__ import annotations

import re
import subprocess
import sys
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from tables import for_each

import quoteattr
from quoteattr.attribute.rules import RULES

pytest.importorskip("furo", reason="the site needs pip install '.[docs]'")
pytest.importorskip("myst_parser", reason="the site needs pip install '.[docs]'")

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted(path.stem for path in DOCS.glob("*.md"))


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The folder of the built site; a warning is an error."""
    place = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-d", place / "trees"]
    built = subprocess.run(
        [*command, DOCS, place / "html"], cwd=ROOT, capture_output=True, text=True, timeout=900
    )
    assert built.returncode == 0, built.stderr
    return place / "html"


def html(site: Path, page: str) -> str:
    """The text of a built page."""
    return (site / f"{page}.html").read_text("utf-8")


@for_each("page", PAGES)
def test_every_page_is_in_the_navigation(site, page):
    assert (site / f"{page}.html").is_file()
    if page != "index":
        assert f'href="{page}.html"' in html(site, "index")


@for_each("name", quoteattr.__all__)
def test_every_public_name_is_in_the_interface(site, name):
    assert f'id="quoteattr.{name}"' in html(site, "interface")


def test_every_rule_is_there_with_its_example(site):
    page = html(site, "rules")
    assert [rule.name for rule in RULES if f">{rule.name}<" not in page] == []
    assert page.count("<tr ") >= len(RULES)


def test_nothing_is_fetched_from_elsewhere(site):
    for path in site.rglob("*.html"):
        loaded = re.findall(r"<(?:link|script|img|iframe)\b[^>]*", path.read_text("utf-8"))
        assert [tag for tag in loaded if re.search(r"(?:src|href)=\"(?:https?:)?//", tag)] == []
    for path in site.rglob("*.css"):
        assert not re.search(r"(?:@import|url\()\s*[\"']?(?:https?:)?//", path.read_text("utf-8"))


@for_each("page", PAGES)
def test_links_within_the_site_lead_somewhere(site, page):
    for link in re.findall(r'\shref="([^"]+)"', html(site, page)):
        scheme, _, target, _, anchor = urlsplit(unquote(unescape(link)))
        if scheme:
            continue
        path = site / target if target else site / f"{page}.html"
        assert path.is_file(), link
        if anchor and path.suffix == ".html":
            assert f'id="{anchor}"' in path.read_text("utf-8"), link


@for_each("page", PAGES)
def test_pictures_tell_in_words_what_they_show(site, page):
    pictures = re.findall(r'<img\b[^>]*src="_images[^>]*', html(site, page))
    assert all(re.search(r'alt="[^"]{20,}"', picture) for picture in pictures)
