"""Draw the imports between the subpackages, read from the code.

    python docs/rooms.py

writes ``docs/rooms.svg``, and a diagram of each large subpackage. Its nodes (rooms) are folders and
top-level modules. A node is below every node that imports it, and arrows implied by two others are
omitted.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from html import escape
from itertools import groupby
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "quoteattr"
#: the folders that are drawn, and the files of their diagrams
PICTURES = {
    "": "rooms.svg",
    "attribute": "rooms-attribute.svg",
    "coref": "rooms-coref.svg",
    "detect": "rooms-detect.svg",
}
#: modules that all may import, and those that only start others: not drawn
HIDDEN = frozenset("data errors extras checks text display collector _interrupt __init__".split())
WIDTH, HEIGHT, GAP, ROW = 112, 34, 16, 78


def imported(node: ast.AST, package: str) -> Iterator[str]:
    """The rooms of a package that a module imports at run time."""
    if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(package):
        yield str(node.module).removeprefix(package).partition(".")[0]
    elif not (isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)):
        for child in ast.iter_child_nodes(node):
            yield from imported(child, package)


def rooms(folder: str) -> dict[str, set[str]]:
    """Each room of a folder with the rooms that it imports."""
    graph: dict[str, set[str]] = {}
    package = f"quoteattr.{folder}.".replace("..", ".")
    for path in sorted((PACKAGE / folder).rglob("*.py")):
        room = path.relative_to(PACKAGE / folder).with_suffix("").parts[0]
        if room not in HIDDEN:
            tree = ast.parse(path.read_text(encoding="utf-8"))
            graph.setdefault(room, set()).update(set(imported(tree, package)) - HIDDEN - {room})
    return graph


def reduced(graph: dict[str, set[str]]) -> dict[str, set[str]]:
    """The graph without arrows that follow from two others."""

    @cache
    def below(room: str) -> frozenset[str]:
        return frozenset(graph[room]).union(*map(below, graph[room]))

    return {
        room: {low for low in lower if not any(low in below(other) for other in lower - {low})}
        for room, lower in graph.items()
    }


def ranks(graph: dict[str, set[str]]) -> dict[str, int]:
    """The maximum number of rooms below each one in a chain of imports."""

    @cache
    def rank(room: str) -> int:
        return 1 + max(map(rank, graph[room]), default=-1)

    return {room: rank(room) for room in graph}


def drawn(folder: str) -> str:
    """The diagram of a folder."""
    graph = rooms(folder)
    rank, arrows = ranks(graph), reduced(graph)
    rows = [list(row) for _, row in groupby(sorted(graph, key=lambda r: (-rank[r], r)), rank.get)]
    width = GAP + max(map(len, rows)) * (WIDTH + GAP)
    place = {
        room: ((width - len(row) * (WIDTH + GAP) + GAP) // 2 + k * (WIDTH + GAP), GAP + n * ROW)
        for n, row in enumerate(rows)
        for k, room in enumerate(row)
    }
    lines = [
        f'<line x1="{place[high][0] + WIDTH // 2}" y1="{place[high][1] + HEIGHT}"'
        f' x2="{place[low][0] + WIDTH // 2}" y2="{place[low][1] - 4}" marker-end="url(#tip)"/>'
        for high in sorted(arrows)
        for low in sorted(arrows[high])
    ]
    boxes = [
        f'<rect x="{x}" y="{y}" width="{WIDTH}" height="{HEIGHT}" rx="6"/>'
        f'<text x="{x + WIDTH // 2}" y="{y + 22}">{escape(room)}</text>'
        for room, (x, y) in place.items()
    ]
    height = GAP + len(rows) * ROW - (ROW - HEIGHT) + GAP
    head = _HEAD.format(folder=folder or "quoteattr", width=width, height=height)
    return "\n".join((head, *lines, *boxes, "</svg>\n"))


_HEAD = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img"
 font-family="system-ui, sans-serif" font-size="13" text-anchor="middle">
<title>Which room of {folder} imports which</title>
<style>
rect {{ fill: #eef3fa; stroke: #3c6ea5 }} text {{ fill: #16324f }} line {{ stroke: #8a99a8 }}
marker path {{ fill: #8a99a8 }}
@media (prefers-color-scheme: dark) {{
 rect {{ fill: #1f2b38; stroke: #7fb0e0 }} text {{ fill: #e6eef7 }}
}}
</style>
<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7"
 orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>"""


if __name__ == "__main__":
    for folder, name in PICTURES.items():
        (Path(__file__).parent / name).write_text(drawn(folder), encoding="utf-8")
