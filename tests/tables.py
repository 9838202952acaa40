"""One test for all cases of a table.

An item of pytest costs some five milliseconds, most cases of ours less than one: as thousands of
items they would take longer to collect, to hand to a process and to report than to run.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterable

import pytest
from _pytest.mark import ParameterSet

#: what a case fails with: ``pytest.raises`` and ``pytest.fail`` raise no ``Exception``
FAILURES = (Exception, pytest.fail.Exception)


def for_each(names: str | tuple[str, ...], cases: Iterable[object]) -> Callable[..., object]:
    """Run a test once for each case of a table; all cases that fail are listed together.

    It stands where ``pytest.mark.parametrize`` would. All cases share the fixtures of the test, so
    that it must take none that a case changes.

    Args:
        names: the parameters of the test that the table fills in.
        cases: a tuple of their values for each case, or the value itself if there is one name;
            no ``pytest.param``, whose marks would be lost.
    """
    keys = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    cases = list(cases)
    table = [case if len(keys) > 1 else (case,) for case in cases]
    assert table, "a table without cases tests nothing"
    assert not any(isinstance(case, ParameterSet) for case in cases), "a case of pytest.param"

    def decorate(test: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(test)
        def run_all(**fixtures: object) -> None:
            errors = []
            for case in table:
                values = dict(zip(keys, case, strict=True))
                try:
                    test(**fixtures, **values)
                except FAILURES as error:
                    error.add_note(f"case: {values!r}")
                    errors.append(error)
            if errors:
                raise BaseExceptionGroup(f"{len(errors)} of {len(table)} cases fail", errors)

        signature = inspect.signature(test)
        fixtures = [p for p in signature.parameters.values() if p.name not in keys]
        run_all.__signature__ = signature.replace(parameters=fixtures)
        return run_all

    return decorate
