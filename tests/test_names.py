"""The names of the code say what a value is: none is a word that could stand for anything."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import quoteattr

ROOT = Path(__file__).parents[1]
PLACES = [Path(quoteattr.__file__).parent, *(ROOT / n for n in ("tests", "examples", "benchmarks"))]
#: words that say nothing of a value
VAGUE = frozenset({"each", "found", "given", "it", "known", "parts", "rest", "said", "told"})
#: those that tests and scripts may use
VAGUE_IN_PACKAGE = frozenset({"known", "rest"})
#: what may be so called in the interface: whether a quote was found, how many were known already
EXCEPTIONS = {
    ("result.py", "found"),
    ("archive.py", "known"),
    ("edits.py", "known"),
    ("models.py", "known"),
}

_VAGUE = rf"_*(?:{'|'.join(sorted(VAGUE))})\b"
#: code that binds such a word; most modules have none and need not be parsed, which takes long
MAY_BIND = re.compile(
    rf"""\b(?:for|with|as)\b[ (][\w, (*]*?\b{_VAGUE}[\w, )]*(?:\bin\b|:$)
    | \b(?:def|class)[ ]{_VAGUE}
    | \bdef\b.*[(*, ]{_VAGUE}[:=,)]
    | \blambda\b[\w*, ]*\b{_VAGUE}[\w*, ]*:
    | ^[\w ,(*.]*\b{_VAGUE}[\w ,)*]*(?::[ ][^"=]+)?[ ][-+|&*/]?=[ ]
    | \b{_VAGUE}[ ]:=
    | ^[ ]+\**{_VAGUE}(?::[ ][^"]+)?,$""",
    re.MULTILINE | re.VERBOSE,
)


def vague_names(source: str) -> Iterator[tuple[int, str]]:
    """The vague names that a module binds, each with its line."""
    for node in ast.walk(ast.parse(source)) if MAY_BIND.search(source) else ():
        name = ""
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            name = node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            name = node.attr
        elif isinstance(node, ast.arg):
            name = node.arg
        elif isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            name = node.name
        if name.strip("_") in VAGUE:
            yield node.lineno, name


def test_every_way_to_bind_a_name_is_seen():
    sources = [
        "for each in x:\n    pass",
        "y = [a for a, (b, said) in x]",
        "with x as told:\n    pass",
        "with x() as (a, _told):\n    pass",
        "def found(): ...",
        "class parts: ...",
        "def f(a, *, it=3): ...",
        "def f(\n    a,\n    given: int,\n): ...",
        "y = lambda a, each: a",
        "a, found = x",
        "x.given = 3",
        "parts: list[int] = []",
        "found += 3",
        "if (said := x):\n    pass",
    ]
    assert [source for source in sources if len(list(vague_names(source))) != 1] == []
    assert not list(vague_names('x = told.it(given=each)  # "it = said"\n"""He said it = 3"""'))


# One test for all modules: seven hundred tests of a line each would take seconds more.
def test_no_name_is_a_word_that_could_stand_for_anything():
    assert [
        f"{path.relative_to(ROOT)}:{line} {name}"
        for place in PLACES
        for path in sorted(place.rglob("*.py"))
        for line, name in vague_names(path.read_text("utf-8"))
        if (path.name, name) not in EXCEPTIONS
        if place == PLACES[0] or name.strip("_") not in VAGUE_IN_PACKAGE
    ] == []
