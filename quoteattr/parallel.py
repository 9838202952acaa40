"""Processes that share work: in order, with a bounded look ahead, and outliving a crash.

Knows nothing of articles: a job is anything that can be pickled, and so is its result.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing.connection import wait
from types import TracebackType
from typing import Any, Generic, TypeVar

from quoteattr.errors import OptionError

Job = TypeVar("Job")
Result = TypeVar("Result")

#: jobs that one process takes at a time
BATCH = 16

#: batches for each process that are taken before the oldest is done: the one it works on, and two
#: that keep it busy while the caller is
AHEAD = 3


class WorkerPool(Generic[Job, Result]):
    """Processes that all do the same; ends them when it is left, however that is.

    Starts them as :mod:`multiprocessing` does by default, or as ``set_start_method`` has it.

    Args:
        function: what is done to a job; it can be pickled, and never gives None.
        workers: how many processes.

    Raises:
        OptionError: The processes cannot start.
    """

    def __init__(self, function: Callable[[Job], Result], workers: int) -> None:
        self._function = function
        self._workers = workers
        self._context = multiprocessing.get_context()
        # Shared memory without a lock: nobody can die with it in hand.
        self._stop = self._context.RawValue(ctypes.c_bool, False)
        self._pool = self._open(workers)
        self._alone: ProcessPoolExecutor | None = None

    def _open(self, workers: int) -> ProcessPoolExecutor:
        """New processes, not started yet."""
        return ProcessPoolExecutor(
            workers, self._context, initializer=_begin, initargs=(self._function, self._stop)
        )

    def __enter__(self) -> WorkerPool[Job, Result]:
        """Start, so that processes are forked before there are threads, and a mistake shows."""
        try:
            for ready in [self._pool.submit(_do, []) for _ in range(self._workers)]:
                ready.result()
        except BrokenProcessPool as error:
            raise OptionError(
                f"workers={self._workers}: the processes cannot start",
                where="workers",
                remedy="make the call of a script below `if __name__ == '__main__':`, or pass"
                " workers=1, which needs none",
            ) from error
        except BaseException:
            self._close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the processes."""
        self._close()

    def _close(self) -> None:
        """End the processes; each finishes the one job that it is at."""
        self._stop.value = True
        for pool in filter(None, (self._pool, self._alone)):
            pool.shutdown(cancel_futures=True)

    def work(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, Result | None]]:
        """Do the jobs, in order.

        At most ``BATCH * AHEAD * workers`` of them are taken ahead. If ``jobs`` raises, what was
        taken before is still done first.

        Yields:
            Each job with its result, None if the process died of it.
        """
        stream = _Stream(jobs)
        pending: deque[tuple[list[Job], Future[list[Any]]]] = deque()
        while True:
            while len(pending) < AHEAD * self._workers and (batch := stream.take(BATCH)):
                pending.append((batch, self._submit(batch)))
            if not pending:
                break
            batch, future = pending.popleft()
            yield from zip(batch, self._results(batch, future), strict=True)
        stream.close()

    def _submit(self, batch: list[Job]) -> Future[list[Any]]:
        """Hand a batch to the processes, to new ones if the old have died."""
        try:
            return self._pool.submit(_do, batch)
        except BrokenProcessPool:
            self._pool = self._open(self._workers)
            return self._pool.submit(_do, batch)

    def _results(self, batch: list[Job], future: Future[list[Any]]) -> list[Any]:
        """The results of a batch; if its processes died, those of each job done by itself."""
        try:
            return future.result()
        except BrokenProcessPool:  # of this batch or of another: nobody can tell
            return [self._result(job) for job in batch]

    def _result(self, job: Job) -> Result | None:
        """The result of a job in a process where it can hurt no other."""
        self._alone = self._alone or self._open(1)
        try:
            result: Result = self._alone.submit(_do, [job]).result()[0]
        except BrokenProcessPool:
            self._alone = None
            return None
        return result


class _Stream(Generic[Job]):
    """Jobs in batches; what goes wrong in getting them waits until it is asked for."""

    def __init__(self, jobs: Iterable[Job]) -> None:
        self._jobs = iter(jobs)
        self._trouble: Exception | None = None

    def take(self, count: int) -> list[Job]:
        """The next jobs, none at the end."""
        batch: list[Job] = []
        if self._trouble is None:
            try:
                batch.extend(islice(self._jobs, count))
            except Exception as error:
                self._trouble = error
        return batch

    def close(self) -> None:
        """Raise what was raised in getting the jobs."""
        if self._trouble is not None:
            raise self._trouble


class _Duty:
    """What this process was started for; set in workers only."""

    function: Callable[[Any], Any]
    stop: Any


def _begin(function: Callable[[Any], Any], stop: Any) -> None:
    """Make this process a worker."""
    _Duty.function, _Duty.stop = staticmethod(function), stop
    # Ctrl-C is for the parent, which then ends its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this process if the parent is killed: nobody else would."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _do(batch: list[Any]) -> list[Any]:
    """The results of a batch, as far as it is wanted."""
    return [_Duty.function(job) for job in batch if not _Duty.stop.value]
