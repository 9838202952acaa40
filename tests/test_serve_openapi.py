"""Any call that OpenAPI allows, and many that it does not, is answered: never by a fault."""

from __future__ import annotations

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
EXAMPLES = 8


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

            @settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck))
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
    assert call_all(tmp_path, EXAMPLES) > 100
