"""What ``import quoteattr`` brings: all names, and no module before one is asked for."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest
from tables import for_each

import quoteattr

#: imports the package, then the command, then reads an article; prints what each step imported
STEPS = """
import sys, json
steps, known = [], set(sys.modules)
def step():
    steps.append(sorted(set(sys.modules) - known))
    known.update(sys.modules)
import quoteattr
step()
import quoteattr.cli
quoteattr.cli._parser().format_help()
step()
import re, regex
patterns = []
def count(engine):
    compile_ = engine.compile
    engine.compile = lambda *args: patterns.append(args) or compile_(*args)
count(regex)
import quoteattr.api
at_import = len(patterns)
count(re)  # which modules of Python use at their import
quoteattr.extract("“The pier is safe,” said Ingrid Holm.", kinds=["direct"])
step()
print(json.dumps([*steps, at_import, len(patterns)]))
"""


@pytest.fixture(scope="module")
def steps():
    """The modules that each step imports, and how many patterns were compiled."""
    done = subprocess.run([sys.executable, "-c", STEPS], capture_output=True, check=True)
    return json.loads(done.stdout)


def within(modules, *packages):
    """Those of some packages among modules."""
    return [m for m in modules if m.split(".")[0] in packages]


def test_the_import_brings_no_module_but_its_own(steps):
    assert within(steps[0], "quoteattr") == ["quoteattr", "quoteattr._interrupt"]
    assert not within(steps[0], "attr", "attrs", "numpy", "re", "regex", "tqdm")


def test_help_brings_no_subcommand(steps):
    own = ["cli", "cli.messages", "cli.parser", "cli.streams", "errors", "text"]
    assert within(steps[1], "quoteattr") == [f"quoteattr.{name}" for name in own]
    assert not within(steps[1], "attr", "attrs", "numpy", "regex", "tqdm")


def test_one_article_brings_only_what_its_kinds_need(steps):
    rooms = {module.split(".")[1] for module in within(steps[2], "quoteattr")}
    assert "pipeline" in rooms
    assert not rooms & {"archive", "compare", "formats", "groups", "parallel", "readers", "view"}
    assert not within(steps[2], "concurrent", "email", "multiprocessing", "sqlite3", "tqdm")
    assert not within(steps[2], "html")
    assert "quoteattr.attribute.encoder.encoder" not in steps[2]


def test_patterns_are_compiled_when_an_article_needs_them(steps):
    *_, at_import, needed = steps
    assert at_import <= 2
    assert 0 < needed <= 60  # of some two hundred


def test_a_type_checker_sees_the_names_where_they_are():
    tree = ast.parse(Path(quoteattr.__file__).read_text("utf-8"))
    (block,) = (s for s in tree.body if isinstance(s, ast.If) and isinstance(s.test, ast.Name))
    assert {
        alias.asname or alias.name: f"{statement.module}:{alias.name}"
        for statement in block.body
        for alias in statement.names
    } == quoteattr._HOMES


def test_every_public_name_has_a_place():
    assert sorted(quoteattr._HOMES) == sorted(quoteattr.__all__)
    assert set(quoteattr.__all__) <= set(dir(quoteattr))


@for_each("name", quoteattr.__all__)
def test_a_name_is_what_its_module_calls_so(name):
    module, _, attribute = quoteattr._HOMES[name].partition(":")
    __import__(module)
    assert getattr(quoteattr, name) is getattr(sys.modules[module], attribute)


def test_the_modules_are_attributes():
    assert quoteattr.errors.InputError is quoteattr.InputError


@pytest.mark.parametrize("name", ["extrct", "_nothing", "__wrapped__"])
def test_no_other_name_exists(name):
    with pytest.raises(AttributeError, match=f"has no attribute '{name}'"):
        getattr(quoteattr, name)
    assert not hasattr(quoteattr, name)
