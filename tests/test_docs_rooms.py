"""The picture of the rooms is that of the code's own imports."""

import sys
from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"


def test_the_picture_is_up_to_date(monkeypatch):
    monkeypatch.syspath_prepend(str(DOCS))
    import rooms

    try:
        assert rooms.PICTURE.read_text(encoding="utf-8") == rooms.drawn(), "python docs/rooms.py"
    finally:
        sys.modules.pop("rooms", None)
