"""Check the arguments of functions, and the fields of records.

Each check raises an error of the library that names the argument, shows the shortened value, and
says what to pass instead.
"""

from quoteattr.checks.arguments import (
    check_choice,
    check_choices,
    check_count,
    check_flag,
    check_instance,
    check_instances,
    check_path,
    check_several,
    check_share,
    check_text,
    describe,
    is_frame,
    is_path,
    text_not_path,
)
from quoteattr.checks.fields import check_fields, check_place

__all__ = [
    "check_choice",
    "check_choices",
    "check_count",
    "check_fields",
    "check_flag",
    "check_instance",
    "check_instances",
    "check_path",
    "check_place",
    "check_several",
    "check_share",
    "check_text",
    "describe",
    "is_frame",
    "is_path",
    "text_not_path",
]
