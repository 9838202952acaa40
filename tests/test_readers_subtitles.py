"""Subtitles: the words of the cues, a paragraph for each change of speaker."""

import pytest

from quoteattr import extract, read
from quoteattr.readers.subtitles import subtitle_text
from quoteattr.records import Failure

VTT = """WEBVTT

NOTE made by hand

1
00:00:01.000 --> 00:00:04.000 align:start
<v Nora Kahn>Why did you
leave?</v>

00:00:04.000 --> 00:00:06.000
<v Ola Berg><i>They</i> sold

00:00:06.000 --> 00:00:07.000
<v Ola Berg>the boat.
"""

SRT = """1
00:00:01,000 --> 00:00:04,000
NORA KAHN: Why did you

2
00:00:04,000 --> 00:00:06,000
{\\an8}leave?

3
00:00:06,000 --> 00:00:07,000
>> OLA BERG: They sold the boat.
"""


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_voices(end):
    text = "<v Nora Kahn>Why did you leave?\n\n<v Ola Berg>They sold the boat."
    assert subtitle_text(VTT.replace("\n", end)) == text


def test_labels():
    text = "NORA KAHN: Why did you leave?\n\n>> OLA BERG: They sold the boat."
    assert subtitle_text(SRT) == text


def test_lines_that_roll_up_come_once():
    cues = "0:01.0 --> 0:02.0\nWe go\n\n0:02.0 --> 0:03.0\nWe go\nnow\n"
    assert subtitle_text(cues) == "We go now"


def test_cues_without_blank_lines():
    assert subtitle_text("1\n0:01.0 --> 0:02.0\nWe go\n2\n0:02.0 --> 0:03.0\nnow\n") == "We go now"


@pytest.mark.parametrize(("name", "source"), [("a.vtt", VTT), ("a.srt", SRT)])
def test_a_file_is_read(tmp_path, name, source):
    (tmp_path / name).write_text(source, encoding="utf-8")
    (article,) = read(tmp_path / name)
    records = extract(article)
    assert [(r.speaker, r.quote, r.kind) for r in records] == [
        ("Nora Kahn", "Why did you leave?", "turn"),
        ("Ola Berg", "They sold the boat.", "turn"),
    ]


@pytest.mark.parametrize("data", [b"", b"No cue.", b"\xff\xfe\xff"])
def test_what_is_none_is_a_failure(tmp_path, data):
    (tmp_path / "a.vtt").write_bytes(data)
    (failure,) = read(tmp_path / "a.vtt")
    assert isinstance(failure, Failure)
