"""The site: ``pip install -e '.[docs]'``, then ``sphinx-build -W docs site``.

Nothing is fetched while it is built or read: the theme brings its own styles and system fonts.
"""

import re

from sphinx.application import Sphinx

import quoteattr

project = "quoteattr"
author = "The quoteattr authors"
project_copyright = author
version = release = quoteattr.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
source_suffix = {".md": "markdown"}

myst_heading_anchors = 3
# benchmarks/card.py writes tables of one level of heading below any other.
suppress_warnings = ["myst.header"]

autodoc_default_options = {"members": True, "member-order": "bysource", "undoc-members": True}
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
autodoc_preserve_defaults = True
add_module_names = False
napoleon_use_ivar = True
python_maximum_signature_line_length = 88
python_display_short_literal_types = True

html_theme = "furo"
html_title = "quoteattr"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sphinx = False
# A block that names no language has none; it is not taken for Python.
highlight_language = "none"
pygments_style = "a11y-high-contrast-light"
pygments_dark_style = "github-dark"


def setup(app: Sphinx) -> None:
    """Take the empty line off the end of a block, where the doctests of the pages want one."""

    def trim(_app: Sphinx, _name: str, source: list[str]) -> None:
        source[0] = re.sub(r"\n\n```\n", "\n```\n", source[0])

    app.connect("source-read", trim)
