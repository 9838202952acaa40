"""The command as tests call it: in this process, or whole; and an engine that they can foresee."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys

from quoteattr import cli
from quoteattr.records import QuoteRecord

ARTICLE = "“Yes,” said Ida.\r\n“No,” said Bo.\r\n"

#: the environment of a process: no other encoding than UTF-8 must be asked for by chance
ENVIRONMENT = os.environ | {"PYTHONIOENCODING": "latin-1"}


def simple_engine(article, options):
    """Whoever is named after *said* said it; a quoted span without one was said by nobody.

    How sure it is, is the number of letters of the quote, in hundredths.
    """
    matches = re.finditer("“([^”]+)”(?: said ([A-Z][a-z]+))?", article.text)
    return [
        QuoteRecord(m[2], m[1], article.source, "direct", [m.span(1)], confidence=len(m[1]) / 100)
        for m in matches
        if (m[2] or options.unattributed) and "direct" in options.kinds
    ]


class Terminal(io.StringIO):
    """A stream that somebody looks at."""

    def isatty(self):
        """Yes, somebody does."""
        return True


def call(*args):
    """The status of a command, also where the parser ends it."""
    try:
        return cli.main([*map(str, args)])
    except SystemExit as end:
        return end.code


def pipe_in(monkeypatch, data):
    """Let bytes come in through standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def quoted(out):
    """Speakers and quotes of JSONL."""
    return [(r["speaker"], r["quote"]) for r in map(json.loads, out.splitlines())]


def process(*args, **streams):
    """The command as the shell runs it, with the real engine."""
    command = [sys.executable, "-m", "quoteattr.cli", *map(str, args)]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT, **streams
    )
