"""Any call that OpenAPI allows, and many that it does not, is answered: never by a fault."""

from __future__ import annotations

import pytest

schemathesis = pytest.importorskip("schemathesis", reason="it needs pip install '.[test]'")

from desks import SETTINGS, DirectPool, filled_archive  # noqa: E402
from hypothesis import HealthCheck, settings  # noqa: E402

from quoteattr.serve.app import make_app  # noqa: E402
from quoteattr.serve.desk import Desk  # noqa: E402

pytestmark = pytest.mark.slow

#: calls of each path; 5,000 in all were measured with 300
EXAMPLES = 15


@pytest.fixture(scope="module")
def openapi(tmp_path_factory):
    """The description of a server, which is called without a socket."""
    path = filled_archive(tmp_path_factory.mktemp("openapi"))
    desk = Desk(SETTINGS, str(path), pool=DirectPool())
    yield schemathesis.openapi.from_asgi(
        "/openapi.json", make_app(desk), headers={"Host": "localhost"}
    )
    desk.close()


schema = schemathesis.pytest.from_fixture("openapi")


@schema.parametrize()
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_call_is_answered_by_a_fault(case):
    answer = case.call(headers={"Host": "localhost"})
    assert answer.status_code < 500, (answer.status_code, answer.text)
