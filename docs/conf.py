"""Configure the site: ``pip install -e '.[docs]'``, then ``sphinx-build -W docs site``.

Neither building nor reading it needs the network: the theme includes its styles, and uses system
fonts.
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
# benchmarks/card.py writes headings whose level skips one.
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
# A block without a language is plain text, not Python.
highlight_language = "none"
pygments_style = "a11y-high-contrast-light"
pygments_dark_style = "github-dark"


def setup(app: Sphinx) -> None:
    """Remove the empty line at the end of a block, which the doctests of the pages need."""

    def trim(_app: Sphinx, _name: str, source: list[str]) -> None:
        source[0] = re.sub(r"\n\n```\n", "\n```\n", source[0])

    app.connect("source-read", trim)
