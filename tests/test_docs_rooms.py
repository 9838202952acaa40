"""What the documents say of the code: the picture of its rooms, its modules, its rules."""

import re
import sys
from pathlib import Path

from quoteattr.attribute.rules import RULES

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"


def test_the_pictures_are_up_to_date(monkeypatch):
    monkeypatch.syspath_prepend(str(DOCS))
    import rooms

    try:
        for folder, name in rooms.PICTURES.items():
            picture = (DOCS / name).read_text(encoding="utf-8")
            assert picture == rooms.drawn(folder), "python docs/rooms.py"
    finally:
        sys.modules.pop("rooms", None)


def test_modules_that_the_documents_name_exist():
    named = {
        (document.name, path)
        for document in (*DOCS.glob("*.md"), ROOT / "CONTRIBUTING.md", ROOT / "README.md")
        for path in re.findall(r"`(?:quoteattr/)?((?:\w+/)+\w+\.py)`", document.read_text("utf-8"))
    }
    assert len(named) > 40
    folders = (ROOT / "quoteattr", ROOT)
    assert [
        f"{document}: {path}"
        for document, path in sorted(named)
        if not any((folder / path).exists() for folder in folders)
    ] == []


def test_how_it_works_has_each_module_of_the_rooms_that_an_article_passes():
    how = (DOCS / "how-it-works.md").read_text("utf-8")
    modules = [
        path.relative_to(ROOT / "quoteattr").as_posix()
        for room in ("detect", "tag", "coref", "attribute")
        for path in (ROOT / "quoteattr" / room).rglob("*.py")
    ]
    tables = ("__init__.py", "attribute/rules/")
    assert [m for m in modules if f"`{m}`" not in how and not any(t in m for t in tables)] == []


def test_the_documents_say_how_many_rules_there_are():
    how = (DOCS / "how-it-works.md").read_text("utf-8")
    assert {int(n) for n in re.findall(r"(?:all|same) (\d+)\b(?! words)", how)} == {len(RULES)}
