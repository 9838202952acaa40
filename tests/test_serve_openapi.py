"""Any call that OpenAPI allows, and many that it does not, is answered: never by a fault.

Some hundred calls, the same each time. So many thousand others are made by

    QUOTEATTR_CALLS=150 pytest -s -m slow tests/test_serve_openapi.py

where the number is of valid calls of each path, and of invalid ones.
"""

from __future__ import annotations

import os
from contextlib import suppress

import pytest

schemathesis = pytest.importorskip("schemathesis", reason="it needs pip install '.[test-slow]'")

from desks import SETTINGS, DirectPool, filled_archive  # noqa: E402
from hypothesis import HealthCheck, given, settings  # noqa: E402
from hypothesis.errors import Unsatisfiable  # noqa: E402
from schemathesis import GenerationMode  # noqa: E402

from quoteattr.serve.app import make_app  # noqa: E402
from quoteattr.serve.desk import Desk  # noqa: E402

#: valid calls of each path, and as many that are not
CALLS = os.environ.get("QUOTEATTR_CALLS")
EXAMPLES = int(CALLS or 8)


@schemathesis.serializer("application/x-ndjson")
def as_lines(_, value):
    """The body of a batch, whatever it is."""
    return str(value).encode("utf-8", "surrogatepass")


def call_all(folder, examples):
    """Call every path; return the number of calls.

    Args:
        folder: for the archive.
        examples: valid calls of each path, and as many that are not.
    """
    desk = Desk(SETTINGS, str(filled_archive(folder)), pool=DirectPool())
    schema = schemathesis.openapi.from_asgi(
        "/openapi.json", make_app(desk), headers={"Host": "localhost"}
    )
    calls = 0
    for operation in schema.get_all_operations():
        for mode in GenerationMode.POSITIVE, GenerationMode.NEGATIVE:
            strategy = operation.ok().as_strategy(generation_mode=mode)

            @settings(
                max_examples=examples,
                deadline=None,
                derandomize=CALLS is None,
                database=None,
                suppress_health_check=list(HealthCheck),
            )
            @given(strategy)
            def call(case):
                nonlocal calls
                calls += 1
                answer = case.call(headers={"Host": "localhost"})
                assert answer.status_code < 500, (case, answer.status_code, answer.text)

            with suppress(Unsatisfiable):  # every call of a path without arguments is valid
                call()
    desk.close()
    return calls


@pytest.mark.slow
def test_no_call_is_answered_by_a_fault(tmp_path):
    calls = call_all(tmp_path, EXAMPLES)
    print(f"{calls:,} calls, none answered by a fault")
    assert calls > 100
