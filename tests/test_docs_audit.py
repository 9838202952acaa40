"""The picture of an audit is that of the pages in ``examples``."""

import re
import sys
from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"


def test_the_picture_has_the_numbers_of_the_pages(monkeypatch):
    monkeypatch.syspath_prepend(str(DOCS))
    import audit

    try:
        picture, result = audit.PICTURE.read_text(encoding="utf-8"), audit.audited()
    finally:
        sys.modules.pop("audit", None)
    named = re.findall(r">([^<>]+ \(\d+\))<", picture)
    groups = result.groups_by("publisher")
    people = [f"{group.name} ({group.people})" for group in groups]
    speakers = [f"{group.name} ({group.speakers})" for group in groups]
    assert named == people + speakers, "python docs/audit.py"
