"""Run jobs in processes that can be stopped if a job takes too long.

Each process has a thread that waits for it, so that the server itself never waits.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import signal
import threading
import warnings
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, NamedTuple

from quoteattr.errors import QuoteattrError
from quoteattr.parallel import end_with_parent

#: seconds in which a new process must become ready, even on a busy machine
_START = 600.0


class JobError(Exception):
    """A job was not done.

    Attributes:
        reason: a sentence without anything of the job's text.
        caller: whether the caller caused it, by an invalid argument.
    """

    def __init__(self, reason: str, *, caller: bool = False) -> None:
        super().__init__(reason)
        self.reason, self.caller = reason, caller


class _Outcome(NamedTuple):
    """The response of a process: the result of a job, or why there is none."""

    result: Any = None
    refused: str | None = None
    caller: bool = False


class JobPool:
    """Processes that run one job at a time each.

    They are spawned without the state and the threads of the server, so that a job of one client
    cannot see another's.

    Args:
        workers: the number of processes.
        waiting: the number of jobs that may wait for one.
        prepare: called once in each process, before its first job; it can be pickled.
    """

    def __init__(self, workers: int, waiting: int, prepare: Callable[[], object]) -> None:
        self._threads = ThreadPoolExecutor(workers, "quoteattr-job")
        self._most = workers + waiting
        self._jobs = 0
        self._lock = threading.Lock()
        self._own = threading.local()
        self._prepare = prepare
        self._processes: set[_JobProcess] = set()
        #: set when a process has become ready
        self.ready = threading.Event()

    def start(self) -> None:
        """Start a process before its first job."""
        self._threads.submit(self._process)

    async def run(self, seconds: float, function: Callable[..., Any], *args: Any) -> Any:
        """Run a job in one of the processes.

        Args:
            seconds: the maximum time of the job, not counting the wait for a process.
            function: computes the result; it can be pickled, as the arguments and the result.
            args: its arguments.

        Raises:
            JobError: too many jobs wait, the job took too long, or it failed.
        """
        return await asyncio.wrap_future(self.submit(seconds, function, *args))

    def submit(self, seconds: float, function: Callable[..., Any], *args: Any) -> Future[Any]:
        """The future result of a job; see ``run``."""
        with self._lock:
            if self._jobs >= self._most:
                raise JobError("too many articles are waiting; try again later")
            self._jobs += 1
        future = self._threads.submit(self._call, seconds, function, args)
        future.add_done_callback(self._count_done)
        return future

    def close(self) -> None:
        """Stop all processes, even those that run a job."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for process in list(self._processes):
            process.end()

    def _count_done(self, _: object) -> None:
        """Count a job that is finished or abandoned."""
        with self._lock:
            self._jobs -= 1

    def _call(self, seconds: float, function: Callable[..., Any], args: tuple[Any, ...]) -> Any:
        """Run a job in the process of this thread."""
        process = self._process()
        try:
            outcome = process.call(seconds, function, args)
        except BaseException:
            self._drop(process)
            raise
        if outcome.refused is not None:
            raise JobError(outcome.refused, caller=outcome.caller)
        return outcome.result

    def _process(self) -> _JobProcess:
        """The process of this thread; a new one if it has none alive."""
        process: _JobProcess | None = getattr(self._own, "process", None)
        if process is not None and process.lives:
            return process
        if process is not None:
            self._drop(process)
        process = self._own.process = _JobProcess(self._prepare)
        self._processes.add(process)
        try:
            process.wait_until_ready()
        except BaseException:
            self._drop(process)
            raise
        self.ready.set()
        return process

    def _drop(self, process: _JobProcess) -> None:
        """Stop a process, and forget it."""
        process.end()
        self._processes.discard(process)
        self._own.process = None


class _JobProcess:
    """A process that waits for jobs."""

    def __init__(self, prepare: Callable[[], object]) -> None:
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process: BaseProcess = context.Process(
            target=_work, args=(theirs, prepare), daemon=True
        )
        self._process.start()
        theirs.close()

    @property
    def lives(self) -> bool:
        """Whether the process can accept a job."""
        return self._process.is_alive() and not self._connection.closed

    def wait_until_ready(self) -> None:
        """Wait until the process is prepared."""
        self._receive(_START, "the process that reads articles does not start")

    def call(self, seconds: float, function: Callable[..., Any], args: tuple[Any, ...]) -> _Outcome:
        """Run a job."""
        try:
            self._connection.send((function, args))
        except OSError as error:
            raise JobError("the process that read the article has ended") from error
        return self._receive(seconds, f"the article took longer than {seconds:g} seconds")

    def _receive(self, seconds: float, late: str) -> _Outcome:
        """Receive the response of the process within a time."""
        try:
            if not self._connection.poll(seconds):
                raise JobError(late)
            outcome: _Outcome = self._connection.recv()
        except (OSError, EOFError) as error:
            raise JobError("the process that read the article has ended") from error
        return outcome

    def end(self) -> None:
        """Stop the process at once."""
        self._process.kill()
        self._process.join()
        self._connection.close()


def _work(connection: Connection, prepare: Callable[[], object]) -> None:
    """Run jobs until the server stops."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server stops its processes
    threading.Thread(target=end_with_parent, daemon=True).start()
    # a message may repeat words of the article, and would be logged
    warnings.simplefilter("ignore")
    prepare()
    connection.send(_Outcome())
    while True:
        try:
            function, args = connection.recv()
        except EOFError:
            return
        connection.send(_outcome(function, args))


def _outcome(function: Callable[..., Any], args: tuple[Any, ...]) -> _Outcome:
    """The outcome of a job."""
    try:
        return _Outcome(function(*args))
    except QuoteattrError as error:
        return _Outcome(refused=without_value(error), caller=True)
    except Exception as error:  # its message may contain words of the article
        return _Outcome(refused=f"the article cannot be read ({type(error).__name__})")


def without_value(error: QuoteattrError) -> str:
    """The remedy for an error, without the wrong value: a server repeats no input."""
    return ": ".join(filter(None, (error.where, error.remedy)))
