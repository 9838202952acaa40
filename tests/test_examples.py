"""Every example runs: articles and pages are read, scripts and notebooks do what they say.

Files of the other kinds (gold, annotations) are read by the tests of what they are gold for.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from fastapi.testclient import TestClient
from tables import for_each

import quoteattr
from quoteattr.formats.jsonl import read_jsonl

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
FILES = [path for path in sorted(EXAMPLES.rglob("*")) if path.is_file()]
ARTICLES = [path for path in FILES if path.suffix == ".txt"]
PAGES = [path for path in FILES if path.suffix == ".html"]

#: how the names of files end that some test runs or reads
TESTED = {".ann", ".html", ".ipynb", ".json", ".jsonl", ".md", ".py", ".tsv", ".txt"}

#: a notebook, and what its cells must show at least: a kind of output, and how often
NOTEBOOKS = {
    "first-look": {"text/html": 3},
    "source-audit": {"text/html": 3, "image/png": 4},
    "spacy-pipeline": {"text/html": 2},
}


def name(path: Path) -> str:
    """A file as the tests are called by it."""
    return path.relative_to(EXAMPLES).as_posix()


def script(stem: str) -> ModuleType:
    """A script as a module; it is not installed."""
    spec = importlib.util.spec_from_file_location(stem, EXAMPLES / f"{stem}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_no_example_is_forgotten():
    unknown = [name(path) for path in FILES if path.suffix not in TESTED | {".pyc"}]
    assert unknown == [], "no test knows what to do with these"
    assert {path.stem for path in FILES if path.suffix == ".ipynb"} == set(NOTEBOOKS)
    scripts = {name(path) for path in FILES if path.suffix == ".py"}
    engines = {f"engines/{engine}_records.py" for engine in ("daft", "dask", "duckdb", "ray")}
    assert scripts == {"check_draft.py", "service.py"} | engines


@for_each("path", ARTICLES)
def test_in_every_article_somebody_is_quoted(path):
    text = path.open(encoding="utf-8", newline="").read()
    assert any(record.speaker for record in quoteattr.extract(text, source=str(path)))


def test_the_pages_tell_of_themselves():
    articles = list(quoteattr.read(EXAMPLES / "pages"))
    assert len(articles) == len(PAGES) == 8
    for article in articles:
        assert isinstance(article, quoteattr.Article), article
        assert all((article.title, article.authors, article.publisher, article.url))
        assert article.published in article.url


def test_all_kinds_of_quotes_are_in_the_pages():
    kinds = [
        record.kind
        for records in quoteattr.extract_many(quoteattr.read(EXAMPLES / "pages"))
        for record in records
    ]
    assert {kind: kinds.count(kind) > 0 for kind in ("direct", "mixed", "indirect", "post")} == {
        "direct": True,
        "mixed": True,
        "indirect": True,
        "post": True,
    }


def test_four_papers_tell_one_story():
    articles = list(quoteattr.read(EXAMPLES / "retold"))
    for article in articles:
        assert 120 <= len(article.text.split()) <= 200
        assert all((article.id, article.title, article.publisher, article.published, article.url))
    groups = quoteattr.group(quoteattr.extract_many(articles))
    assert [
        (quote_group.speaker, len(quote_group.sources), quote_group.disputed)
        for quote_group in groups
    ] == [
        ("Bram Okafor", 4, True),
        ("Suki Brandt", 3, False),
        ("Odile Marchetti", 3, False),
        ("Pavel Lindgren", 2, False),
    ]


@pytest.mark.slow
@pytest.mark.parametrize(("stem", "shows"), NOTEBOOKS.items(), ids=NOTEBOOKS)
def test_notebook_runs_from_top_to_bottom(stem, shows, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("MPLBACKEND", "module://matplotlib_inline.backend_inline")
    path = EXAMPLES / "notebooks" / f"{stem}.ipynb"
    nbformat = pytest.importorskip("nbformat", reason="it needs pip install '.[test-slow]'")
    nbclient = pytest.importorskip("nbclient", reason="it needs pip install '.[test-slow]'")
    notebook = nbformat.read(path, as_version=4)
    assert not any(cell.get("outputs") for cell in notebook.cells), "keep it without outputs"
    beside = {"metadata": {"path": str(path.parent)}}
    nbclient.NotebookClient(
        notebook, timeout=600, startup_timeout=300, kernel_name="python3", resources=beside
    ).execute()
    shown = [
        kind
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        for kind in output.get("data", {})
    ]
    for kind, times in shows.items():
        assert shown.count(kind) >= times, kind


@pytest.fixture(scope="module")
def service():
    """The web service, without a network."""
    return TestClient(script("service").app)


def test_the_service_gives_records(service):
    story = {"text": "“It will rain,” said Mara Holt.", "source": "weather"}
    answer = service.post("/quotes", json=story)
    assert answer.status_code == 200
    (record,) = read_jsonl([answer.text.strip()[1:-1]])
    assert record == quoteattr.extract(story["text"], source="weather")[0]


def test_the_service_gives_the_kinds_that_are_asked_for(service):
    story = {"text": "Mara Holt said that it would rain. “Soon,” she said."}
    assert [record["kind"] for record in service.post("/quotes", json=story).json()] == ["direct"]
    kinds = ["direct", "indirect"]
    records = service.post("/quotes", json=story | {"kinds": kinds}).json()
    assert [record["kind"] for record in records] == ["indirect", "direct"]


@for_each(
    "story", [{}, {"text": 7}, {"text": "x" * 200_001}, {"text": "No.", "kinds": ["shouted"]}]
)
def test_the_service_refuses_what_is_no_story(service, story):
    assert service.post("/quotes", json=story).status_code == 422


@for_each("text", ["", "\r\n", "“🦭", "“" * 500])
def test_the_service_bears_messy_text(service, text):
    assert service.post("/quotes", json={"text": text}).status_code == 200


def test_the_page_of_the_service_shows_text_as_text(service):
    article = "“No <script>alert(1)</script>,” said Mara Holt."
    answer = service.post("/page", content=article, headers={"Content-Type": "text/plain"})
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/html")
    assert "Mara Holt" in answer.text
    assert "<script" not in answer.text


def test_the_draft_is_checked(capsys):
    wrong = script("check_draft").check(str(EXAMPLES / "draft.txt"), str(EXAMPLES / "pages"))
    printed = capsys.readouterr().out
    assert wrong == 4
    assert "Edith Calloway, ALTERED: “Every bucket" in printed
    assert "Differences: cut “that”" in printed
    assert "Samir Haddad, NOT FOUND: “The best plan" in printed
    assert "Tomos Beddoe, EXACT" in printed  # word for word, but Lil Pargeter said it
    assert "said by Lil Pargeter" in printed
    assert printed.endswith("3 of 7 quotes are right.\n")


def test_a_draft_with_no_mistake_has_none(tmp_path, capsys):
    notes = tmp_path / "notes.txt"
    notes.write_text("“It will rain, and soon,” said Mara Holt.", encoding="utf-8")
    draft = tmp_path / "draft.txt"
    draft.write_text('Mara Holt said: "It will rain, and soon."', encoding="utf-8")
    assert script("check_draft").check(str(draft), str(notes)) == 0
    assert capsys.readouterr().out == "1 of 1 quotes are right.\n"
