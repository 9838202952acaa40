"""The state that the routes of a server share: its settings, processes and archive."""

from __future__ import annotations

import os
import shutil
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from hashlib import blake2b
from typing import Any, TypeVar

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from quoteattr.archive.archive import QuoteArchive
from quoteattr.errors import InputError, OptionError, QuoteattrError, SourceError
from quoteattr.records import Article, QuoteRecords
from quoteattr.serve.jobs import (
    CheckedQuote,
    Preparation,
    Reading,
    draft_quotes_job,
    explain_job,
    extract_job,
    names_job,
    verify_job,
)
from quoteattr.serve.pool import JobError, JobPool, without_value
from quoteattr.serve.settings import Settings

Result = TypeVar("Result")

#: number of articles whose readings are cached
_KEPT = 64
#: number of quotes of a draft by which articles are looked up
_LOOKED_UP = 200


class Desk:
    """The state of a server.

    Args:
        settings: the settings of the server.
        archive: the file of the archive; None for a temporary one.
        preparation: what the processes load.
        pool: processes to use instead of those of the settings.
    """

    def __init__(
        self,
        settings: Settings,
        archive: str | None = None,
        preparation: Preparation | None = None,
        pool: JobPool | None = None,
    ) -> None:
        self.settings = settings
        #: whether the archive is deleted when the server stops
        self.is_temporary = archive is None
        self._folder = tempfile.mkdtemp(prefix="quoteattr-") if archive is None else None
        self.path = archive or os.path.join(str(self._folder), "news.db")
        QuoteArchive(self.path).close()  # create it now, so that the caller gets errors at once
        limits = settings.limits
        self.pool = pool or JobPool(limits.workers, limits.waiting, preparation or Preparation())
        self._readings: OrderedDict[bytes, Reading] = OrderedDict()
        self._lock = threading.Lock()

    def start(self) -> None:
        """Start the processes."""
        for _ in range(self.settings.limits.workers):
            self.pool.start()

    def close(self) -> None:
        """Stop the processes, and remove a temporary archive."""
        self.pool.close()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)

    # -- jobs -----------------------------------------------------------------------------

    async def job(self, function: Callable[..., Result], *args: Any) -> Result:
        """Run a job in a process.

        Raises:
            HTTPException: 503 if it is not done in time, 422 if an argument is wrong.
        """
        try:
            result: Result = await self.pool.run(self.settings.limits.seconds, function, *args)
        except JobError as refused:
            status = 422 if refused.caller else 503
            raise HTTPException(status, refused.reason) from None
        return result

    async def extract(self, article: Article, options: Mapping[str, Any]) -> QuoteRecords:
        """Extract the records of an article.

        Raises:
            HTTPException: the text is too long, or as for ``job``.
        """
        self.check_length(article.text)
        return await self.job(extract_job, article, options)

    def check_length(self, *texts: str) -> None:
        """Check the total length of texts.

        Raises:
            HTTPException: they are too long.
        """
        most = self.settings.limits.text
        if sum(map(len, texts)) > most:
            raise HTTPException(413, f"the text is longer than {most:,} characters")

    async def verify(
        self, quotes: Sequence[str], draft: str | None, articles: Sequence[Article]
    ) -> tuple[list[CheckedQuote], int]:
        """Verify quotes, or those of a draft.

        Args:
            quotes: the quotes.
            draft: a text whose quotes are verified instead.
            articles: the sources; if there are none, the articles of the archive that may contain
                the quotes.

        Returns:
            The results, and the number of articles that were searched.

        Raises:
            HTTPException: the texts are too long, or as for ``job``.
        """
        self.check_length(draft or "", *quotes, *(article.text for article in articles))
        if not articles:
            words = quotes if draft is None else await self.job(draft_quotes_job, draft)
            most = self.settings.limits.text
            articles = await self.read(
                lambda archive: archive.likely_articles(words[:_LOOKED_UP], characters=most)
            )
        return await self.job(verify_job, quotes, draft, articles), len(articles)

    async def reading(self, article: Article) -> Reading:
        """The data for a page besides the records of an article; empty if that takes too long."""
        key = blake2b(article.text.encode("utf-8", "surrogatepass")).digest()
        with self._lock:
            reading = self._readings.get(key)
        if reading is not None or not article.text:
            return reading or Reading()
        reading = Reading()
        with suppress(HTTPException):  # the article can be shown without the reasons
            self.check_length(article.text)
            reading = await self.job(explain_job, article)
            self._keep(key, reading)
        return reading

    async def names(self, article: Article) -> tuple[str, ...]:
        """The names of an article in the order of the text; none if that takes too long."""
        with suppress(HTTPException):  # names can also be typed
            self.check_length(article.text)
            return await self.job(names_job, article.text)
        return ()

    def _keep(self, key: bytes, reading: Reading) -> None:
        """Cache a reading, and drop the oldest one."""
        with self._lock:
            self._readings[key] = reading
            while len(self._readings) > _KEPT:
                self._readings.popitem(last=False)

    # -- the archive ----------------------------------------------------------------------

    async def read(self, function: Callable[[QuoteArchive], Result]) -> Result:
        """Query the archive.

        Each call opens the file again, since SQLite connections belong to a thread, and to see what
        other processes have written.

        Raises:
            HTTPException: an argument is wrong, or the archive cannot be read.
        """
        return await self._with_archive(function, read_only=True)

    async def write(self, function: Callable[[QuoteArchive], Result]) -> Result:
        """Change the archive in a transaction, so that checks remain valid.

        Raises:
            HTTPException: an argument is wrong, or the archive cannot be written.
        """
        return await self._with_archive(function, read_only=False)

    async def _with_archive(
        self, function: Callable[[QuoteArchive], Result], *, read_only: bool
    ) -> Result:
        """Call a function with the archive in a thread."""

        def call() -> Result:
            with (
                QuoteArchive(self.path, read_only=read_only) as archive,
                archive.together(write=not read_only),
            ):
                return function(archive)

        try:
            return await run_in_threadpool(call)
        except (OptionError, InputError) as error:
            raise HTTPException(422, without_value(error)) from None
        except (SourceError, QuoteattrError):
            raise HTTPException(503, "the archive is not available now; try again later") from None

    async def is_ready(self) -> bool:
        """Whether articles can be processed, and the archive read."""
        try:
            await self.read(len)
        except HTTPException:
            return False
        return self.pool.ready.is_set()
