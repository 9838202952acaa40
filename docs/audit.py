"""Draw the figure of an audit of the invented pages in ``examples/pages``.

    python docs/audit.py

writes ``docs/audit.svg`` (extras ``html`` and ``plot``).
"""

from __future__ import annotations

from pathlib import Path

import matplotlib

import quoteattr

PAGES = Path(__file__).parent.parent / "examples" / "pages"
PICTURE = Path(__file__).parent / "audit.svg"


def audited() -> quoteattr.Audit:
    """The audit of the pages."""
    records = quoteattr.extract_many(quoteattr.read(PAGES))
    return quoteattr.audit(records, by=["publisher"])


def draw() -> None:
    """Draw genders and kinds of speakers by publisher."""
    matplotlib.use("Agg")
    # Text remains text, and the same audit gives the same file.
    matplotlib.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "quoteattr"})
    from matplotlib import pyplot

    audit = audited()
    figure, (upper, lower) = pyplot.subplots(2, figsize=(8, 4.4), layout="constrained")
    audit.plot.genders("publisher", ax=upper)
    audit.plot.kinds("publisher", ax=lower)
    figure.savefig(PICTURE, metadata={"Date": None})


if __name__ == "__main__":
    draw()
