"""Enter the edits of a sheet or a folder of annotations as corrections."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from attrs import frozen

from quoteattr.archive.corrections.changes import QuoteEdit
from quoteattr.archive.corrections.correction import Correction, Origin
from quoteattr.archive.corrections.log import CorrectionLog
from quoteattr.archive.store import Store
from quoteattr.checks import check_fields
from quoteattr.errors import InputError, OptionError
from quoteattr.records import Failure

#: maximum number of edits in one transaction, so that other writers need not wait long
_BATCH = 64


@frozen
class Imported:
    """The effect of a sheet or a folder of annotations on an archive."""

    #: the corrections that were entered; after a dry run, those that would be
    corrections: tuple[Correction, ...] = ()
    #: number of edits that the archive already had
    known: int = 0
    #: rows and annotations that were refused
    failures: tuple[Failure, ...] = ()

    __attrs_post_init__ = check_fields


def apply_edits(
    store: Store,
    log: CorrectionLog,
    edits: Iterable[QuoteEdit | Failure],
    origin: Origin,
    dry_run: bool,
) -> Imported:
    """Enter edits as corrections.

    Args:
        store: the archive.
        log: its corrections.
        edits: the edits; failures are passed through.
        origin: who edited the document.
        dry_run: roll everything back.

    Returns:
        The corrections that were entered. An edit that the archive rejects is a failure; the others
        are entered.
    """
    imported_batches = [Imported()]
    remaining = iter(edits)
    while batch := list(islice(remaining, _BATCH)):
        with store.transaction(keep=not dry_run):
            imported_batches.append(_apply(log, batch, origin))
    return Imported(
        corrections=tuple(
            correction for part in imported_batches for correction in part.corrections
        ),
        known=sum(part.known for part in imported_batches),
        failures=tuple(failure for part in imported_batches for failure in part.failures),
    )


def _apply(log: CorrectionLog, edits: Iterable[QuoteEdit | Failure], origin: Origin) -> Imported:
    """Enter edits within a transaction."""
    corrections, failures, unchanged = list[Correction](), list[Failure](), 0
    for edit in edits:
        if isinstance(edit, Failure):
            failures.append(edit)
            continue
        try:
            correction = log.apply(edit, origin)
        except (InputError, OptionError) as error:
            failures.append(Failure(edit.where or edit.source, str(error)))
            continue
        if correction is None:
            unchanged += 1
        else:
            corrections.append(correction)
    return Imported(tuple(corrections), unchanged, tuple(failures))
