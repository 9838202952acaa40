"""Imports go one way: no circle, no room imports one that stands above it; one class, one name."""

import ast
import re
from collections import Counter
from functools import cache
from graphlib import TopologicalSorter
from itertools import chain
from pathlib import Path

from tables import for_each

import quoteattr

PACKAGE = Path(quoteattr.__file__).parent

#: the rooms from the lowest up; whatever is in none of them stands above all
ROOMS = (
    "text data errors extras display checks records language detect tag coref attribute model"
    " options pipeline"
).split()

#: the most modules of a room beside its ``__init__``; a larger one is parted into rooms
MOST_MODULES = 14

#: functions and constants that several modules have, and that mean the same in each: the functions
#: of the package for data frames, the steps of training, the parts of a command, tables in batches
SHARED_NAMES = frozenset(
    "audit extract group cross_validate fit main make_examples train write forms"
    " BATCH_ROWS COMMAND COMMANDS DEPTH EPILOG FEATURES PARAMETERS VIEWS".split()
)

#: the outermost room beside the command
SERVER = "quoteattr.serve"


def module_name(path):
    """The dotted name of a module of the package."""
    names = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(names).removesuffix(".__init__")


MODULES = {module_name(path): path for path in PACKAGE.rglob("*.py")}


#: the fields of a syntax node that hold statements; no expression has any
BLOCKS = ("body", "orelse", "finalbody", "handlers", "cases")


def statements(node):
    """The import statements within a statement, those in functions too.

    Those for the type checker alone are left out, since they never run.
    """
    blocks = (getattr(node, name, ()) for name in BLOCKS)
    for child in chain.from_iterable(blocks):
        if isinstance(child, ast.Import | ast.ImportFrom):
            yield child
        elif not (isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test)):
            yield from statements(child)


def imports_of(source):
    """The modules of the package that a source imports."""
    for statement in statements(ast.parse(source)):
        origin = getattr(statement, "module", None)
        for alias in statement.names:
            name = alias.name if origin is None else f"{origin}.{alias.name}"
            if name.partition(".")[0] == "quoteattr":
                yield name if name in MODULES else origin or name


@cache
def graph():
    """The modules that each module imports."""
    return {
        module: set(imports_of(path.read_text("utf-8"))) - {module}
        for module, path in MODULES.items()
    }


def height(module):
    """How high the room of a module stands."""
    room = module.split(".")[1] if "." in module else ""
    return ROOMS.index(room) if room in ROOMS else len(ROOMS)


@for_each(
    "source",
    [
        "import quoteattr.records",
        "from quoteattr import records",
        "from quoteattr.records import Span",
        "def f():\n    from quoteattr.records import Span",
        "try:\n    pass\nexcept OSError:\n    from quoteattr.records import Span",
        "match x:\n    case 1:\n        from quoteattr.records import Span",
    ],
)
def test_every_kind_of_import_is_found(source):
    assert list(imports_of(source)) == ["quoteattr.records"]


def test_every_import_is_a_module_and_every_room_has_one():
    assert set().union(*graph().values()) <= set(MODULES)
    assert {height(module) for module in MODULES} == set(range(len(ROOMS) + 1))


def test_no_module_imports_itself_by_way_of_others():
    TopologicalSorter(graph()).prepare()  # raises CycleError, which lists the circle


def test_only_the_command_imports_the_server():
    importing = {m for m, names in graph().items() if any(n.startswith(SERVER) for n in names)}
    assert {m for m in importing if not m.startswith((SERVER, "quoteattr.cli"))} == set()


def test_no_room_imports_one_above_it():
    assert [
        f"{module} imports {imported}"
        for module, all_imported in sorted(graph().items())
        for imported in sorted(all_imported)
        if height(imported) > height(module)
    ] == []


@for_each("folder", ["archive", "attribute", "cli", "coref", "detect", "language"])
def test_the_rooms_of_a_room_import_each_other_one_way(folder):
    package, rooms = f"quoteattr.{folder}.", {}
    for module in filter(lambda module: module.startswith(package), graph()):
        room = module.removeprefix(package).split(".")[0]
        inner = {m.removeprefix(package).split(".")[0] for m in graph()[module] if package in m}
        rooms[room] = rooms.get(room, set()) | inner - {room}
    TopologicalSorter(rooms).prepare()


@for_each("folder", ["attribute", "coref", "detect"])
def test_no_room_has_more_modules_than_fit_a_glance(folder):
    sizes = Counter(path.parent.name for path in (PACKAGE / folder).rglob("*.py"))
    assert [room for room, modules in sizes.items() if modules - 1 > MOST_MODULES] == []


def test_no_two_classes_share_a_name():
    classes = Counter(
        name
        for path in MODULES.values()
        for name in re.findall(r"^class _*(\w+)", path.read_text("utf-8"), re.MULTILINE)
    )
    assert [name for name, count in classes.items() if count > 1] == []


def names_at_top(path):
    """The public functions and constants of a module, each once."""
    for statement in ast.parse(path.read_text("utf-8")).body:
        if isinstance(statement, ast.FunctionDef):
            yield statement.name
        elif isinstance(statement, ast.Assign | ast.AnnAssign):
            targets = getattr(statement, "targets", None) or [statement.target]
            yield from (t.id for t in targets if isinstance(t, ast.Name) and t.id.isupper())


def test_functions_and_constants_of_two_modules_share_no_name():
    # the tables of a language have names of their own, and chunk tags take over those of words
    apart = ("quoteattr.language.", "quoteattr.detect.alphabet")
    count = Counter[str]()
    for module, path in MODULES.items():
        if not module.startswith(apart):
            count.update({name for name in names_at_top(path) if not name.startswith("_")})
    assert [name for name in count if count[name] > 1 and name not in SHARED_NAMES] == []
