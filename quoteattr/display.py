"""Find the functions behind methods that show, explain, filter or convert records.

Records, groups and audits import no HTML, no format and no data frame library. A method that needs
one looks up its function here by name, and the module is imported at that call.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

#: the method (or property) of a class → the function (or class) that does its work, which takes the
#: record or group first
METHODS: dict[str, str] = {
    "Audit.__rich__": "quoteattr.view.audit_terminal:audit_terminal",
    "Audit._repr_html_": "quoteattr.view.audit_html:audit_notebook",
    "Audit.plot": "quoteattr.view.audit_plot:AuditPlots",
    "Audit.to_dict": "quoteattr.formats.audit_rows:audit_to_dict",
    "Audit.to_pandas": "quoteattr.formats.audit_rows:audit_to_pandas",
    "Audit.write": "quoteattr.view.audit_files:write_audit",
    "Audit.write_unknown": "quoteattr.view.audit_files:write_unknown",
    "QuoteRecord._repr_html_": "quoteattr.view.render:notebook_card",
    "QuoteRecord.context": "quoteattr.attribute.results.passages:context",
    "QuoteRecord.explain": "quoteattr.attribute.results.explanation:explain",
    "QuoteRecord.to_dict": "quoteattr.formats.record_dict:record_to_dict",
    "QuoteRecords._repr_html_": "quoteattr.view.render:notebook",
    "QuoteRecords.filter": "quoteattr.record_filter:filter_records",
    "QuoteRecords.plot": "quoteattr.view.plot:Plots",
    "QuoteRecords.to_arrow": "quoteattr.formats.frames:to_arrow",
    "QuoteRecords.to_pandas": "quoteattr.formats.frames:to_pandas",
    "QuoteRecords.to_polars": "quoteattr.formats.frames:to_polars",
    "QuoteGroup.__rich_console__": "quoteattr.view.group_terminal:render_group",
    "QuoteGroup._repr_html_": "quoteattr.view.render:notebook_group",
}


def find_method(name: str) -> Callable[..., Any]:
    """Import the function behind a method.

    Args:
        name: the class and its method, a key of ``METHODS``.

    >>> find_method("QuoteRecord.to_dict").__module__
    'quoteattr.formats.record_dict'
    """
    module, _, attribute = METHODS[name].partition(":")
    function: Callable[..., Any] = getattr(import_module(module), attribute)
    return function
