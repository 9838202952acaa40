"""A worker pool: results in order, bounded look-ahead, and recovery from a process that dies.

It is independent of articles: jobs and results are any values that can be pickled.
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

from quoteattr.collector import collect_rarely
from quoteattr.errors import OptionError

Job = TypeVar("Job")
Result = TypeVar("Result")

#: jobs in a batch, which one process takes at a time
BATCH_SIZE = 16

#: number of batches per process that are taken ahead: the one it works on, and two in reserve
BATCHES_AHEAD = 3


class WorkerPool(Generic[Job, Result]):
    """Processes that apply one function to jobs; a context manager that ends them on exit.

    They start by the default method of :mod:`multiprocessing`, or that of ``set_start_method``.

    Args:
        function: computes the result of a job; it can be pickled, and never returns None.
        workers: the number of processes.

    Raises:
        OptionError: the processes cannot start.
    """

    def __init__(self, function: Callable[[Job], Result], workers: int) -> None:
        self._function = function
        self._workers = workers
        self._context = multiprocessing.get_context()
        # Shared memory without a lock, since a process could die while it holds a lock.
        self._stop = self._context.RawValue(ctypes.c_bool, False)
        self._pool = self._new_pool(workers)
        self._single: ProcessPoolExecutor | None = None

    def _new_pool(self, workers: int) -> ProcessPoolExecutor:
        """Make a pool; its processes are not started yet."""
        return ProcessPoolExecutor(
            workers, self._context, initializer=_start_worker, initargs=(self._function, self._stop)
        )

    def __enter__(self) -> WorkerPool[Job, Result]:
        """Start the processes, before any threads, and raise if they cannot start."""
        try:
            for ready in [self._pool.submit(_run_batch, []) for _ in range(self._workers)]:
                ready.result()
        except BaseException as error:
            self._close()
            if not isinstance(error, BrokenProcessPool):
                raise
            raise OptionError(
                f"workers={self._workers}: the processes cannot start",
                where="workers",
                remedy="make the call of a script below `if __name__ == '__main__':`, or pass"
                " workers=1, which needs none",
            ) from error
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
        """End the processes; each finishes its current job.

        The thread that serves a pool is joined here: Python 3.11 wakes it at exit without a lock,
        and prints a traceback if the thread of a broken pool closes its pipe at that moment.
        """
        self._stop.value = True
        for pool in filter(None, (self._pool, self._single)):
            pool.shutdown(cancel_futures=True)

    def work(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, Result | None]]:
        """Compute the results of jobs, in order.

        At most ``BATCH_SIZE * BATCHES_AHEAD * workers`` jobs are taken ahead. If ``jobs`` raises,
        the jobs taken before are still done first.

        Yields:
            Each job with its result; None if it ended its process.
        """
        batches, limit = _JobBatches(jobs), BATCHES_AHEAD * self._workers
        pending: deque[tuple[list[Job], Future[list[Any]]]] = deque()
        while True:
            while len(pending) < limit and (batch := batches.take(BATCH_SIZE)):
                pending.append((batch, self._submit(batch)))
            if not pending:
                break
            batch, future = pending.popleft()
            yield from zip(batch, self._results(batch, future), strict=True)
        batches.close()

    def _submit(self, batch: list[Job]) -> Future[list[Any]]:
        """Submit a batch, to new processes if the old ones have died."""
        try:
            return self._pool.submit(_run_batch, batch)
        except BrokenProcessPool:
            self._pool.shutdown()
            self._pool = self._new_pool(self._workers)
            return self._pool.submit(_run_batch, batch)

    def _results(self, batch: list[Job], future: Future[list[Any]]) -> list[Any]:
        """The results of a batch; if a process died, each job is done separately."""
        try:
            return future.result()
        except BrokenProcessPool:  # it is unknown which batch ended it
            return [self._result(job) for job in batch]

    def _result(self, job: Job) -> Result | None:
        """The result of a job in a separate process; None if it ends that process."""
        self._single = self._single or self._new_pool(1)
        try:
            result: Result = self._single.submit(_run_batch, [job]).result()[0]
        except BrokenProcessPool:
            self._single.shutdown()
            self._single = None
            return None
        return result


class _JobBatches(Generic[Job]):
    """Jobs in batches; an error of their iterator is raised only by ``close``."""

    def __init__(self, jobs: Iterable[Job]) -> None:
        self._jobs = iter(jobs)
        self._error: Exception | None = None

    def take(self, count: int) -> list[Job]:
        """The next jobs; empty at the end."""
        batch: list[Job] = []
        if self._error is None:
            try:
                batch.extend(islice(self._jobs, count))
            except Exception as error:
                self._error = error
        return batch

    def close(self) -> None:
        """Raise the error of the iterator, if there was one."""
        if self._error is not None:
            raise self._error


class _WorkerState:
    """The function and the stop flag of this process; set in workers only."""

    function: Callable[[Any], Any]
    stop: Any


def _start_worker(function: Callable[[Any], Any], stop: Any) -> None:
    """Initialize this process as a worker."""
    collect_rarely()
    _WorkerState.function, _WorkerState.stop = staticmethod(function), stop
    # The parent handles Ctrl-C and then ends its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=end_with_parent, daemon=True).start()


def end_with_parent() -> None:
    """End this process if the parent is killed; nothing else would."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _run_batch(batch: list[Any]) -> list[Any]:
    """The results of a batch, until the pool is stopped."""
    return [_WorkerState.function(job) for job in batch if not _WorkerState.stop.value]
