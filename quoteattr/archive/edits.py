"""Edits: what a sheet or a folder of annotations says of quotes, entered as corrections."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from quoteattr.archive.correction_log import CorrectionLog
from quoteattr.archive.corrections import Correction, Origin
from quoteattr.archive.quote_changes import QuoteEdit
from quoteattr.archive.store import Store
from quoteattr.checks import check_fields
from quoteattr.errors import QuoteattrError
from quoteattr.records import Failure


@frozen
class Imported:
    """What a sheet or a folder of annotations has changed in an archive."""

    #: the corrections that were entered; after a dry run, those that would be
    corrections: tuple[Correction, ...] = ()
    #: edits that the archive had already
    known: int = 0
    #: rows and annotations that were refused
    failures: tuple[Failure, ...] = ()

    __attrs_post_init__ = check_fields


class _DryRun(Exception):  # noqa: N818
    """Takes back what a dry run has entered."""


def apply_edits(
    store: Store,
    log: CorrectionLog,
    edits: Iterable[QuoteEdit | Failure],
    origin: Origin,
    dry_run: bool,
) -> Imported:
    """Enter edits as corrections, all in one transaction.

    Args:
        store: the archive.
        log: its corrections.
        edits: the edits; what could not be read is passed through. They are read within the
            transaction.
        origin: who edited the document.
        dry_run: take everything back at the end.

    Returns:
        What was entered. An edit that the archive refuses is a failure; the others are entered.
    """
    corrections: list[Correction] = []
    failures: list[Failure] = []
    known = 0
    try:
        with store.transaction():
            for edit in edits:
                if isinstance(edit, Failure):
                    failures.append(edit)
                    continue
                try:
                    correction = log.apply(edit, origin)
                except QuoteattrError as error:
                    failures.append(Failure(edit.where or edit.source, str(error)))
                    continue
                known += correction is None
                corrections += [] if correction is None else [correction]
            if dry_run:
                raise _DryRun
    except _DryRun:
        pass
    return Imported(tuple(corrections), known, tuple(failures))
