"""`Administration` over a data folder and the engine that serves it."""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import partial
from typing import IO

from engines.base import Engine
from indexer.embedding import Embedder, open_embedder, open_verdict_reader
from indexer.outcomes import Verdicts
from indexer.pipeline import index
from indexer.reading import endings, read
from indexer.reindexing import reindex
from mappings.documents import Meeting
from mappings.errors import ReferatError, UnreadableSource, WriterBusy
from mappings.settings import Settings
from referat.administering.background import Background
from referat.administering.preview import preview
from referat.administering.uploads import Uploads
from referat.runs import Noted, Runs
from web.administration import Preview, Refused, Run, RunTold, Staged, Work

log = logging.getLogger(__name__)

_REMEMBERED = 20  # previews


class Administering:
    """See `web.administration.Administration`.

    The engine is the server's own, so that what is written is found at once. The embedder is another: of one that is
    shared, questions would wait for the passages before them.
    """

    def __init__(self, settings: Settings, engine: Engine, embedder: Callable[[], Embedder] | None = None) -> None:
        self._largest = settings.upload_limit * 2**20
        self._engine = engine
        self._embedder = embedder or partial(open_embedder, settings)
        self._runs = Runs(settings.data)
        self._uploads = Uploads(settings.data, self._largest)
        self._previews: OrderedDict[tuple[str, str], Preview] = OrderedDict()
        self._background = Background()
        self._beginning, self._remembering = threading.Lock(), threading.Lock()

    @property
    def endings(self) -> Sequence[str]:
        """See `Administration.endings`."""
        return endings()

    def runs(self) -> list[Run]:
        """See `Administration.runs`."""
        return self._runs.all()

    def run(self, number: int) -> RunTold:
        """See `Administration.run`."""
        return self._runs.one(number)

    def staged(self) -> list[Staged]:
        """See `Administration.staged`."""
        return self._uploads.all()

    def upload(self, name: str, content: IO[bytes]) -> Staged:
        """See `Administration.upload`."""
        staged = self._uploads.stage(name, content)
        try:
            self.preview(staged.key)
        except Refused:
            self._uploads.discard(staged.key)
            raise
        return staged

    def preview(self, key: str) -> Preview:
        """See `Administration.preview`."""
        staged, path, edition = self._uploads.one(key), self._uploads.path(key), self._engine.edition()
        known = (key, edition.name if edition else "")
        found = self._previews.get(known) or preview(staged, path, self._largest, self._engine)
        with self._remembering:
            self._previews[known] = found
            while len(self._previews) > _REMEMBERED:
                self._previews.popitem(last=False)
        return found

    def discard(self, key: str) -> None:
        """See `Administration.discard`."""
        self._uploads.discard(key)

    def take(self, key: str, user: str) -> int:
        """See `Administration.take`."""
        name = self._uploads.one(key).name
        return self._begin("index", [name], user, lambda run: self._index(key, run))

    def reindex(self, user: str) -> int:
        """See `Administration.reindex`."""
        return self._begin("reindex", [], user, self._reindex)

    def drop_old(self) -> Sequence[str]:
        """See `Administration.drop_old`."""
        self._check_free()
        return self._engine.drop_old()

    def close(self) -> None:
        """Stop what goes on in the background."""
        self._background.close()

    def _begin(self, work: Work, paths: Sequence[str], user: str, do: Callable[[Noted], None]) -> int:
        with self._beginning:
            self._check_free()
            run = self._runs.begin(work, paths, user)
            self._background.begin(lambda: _done(run, do))
        return run.number

    def _check_free(self) -> None:
        self._background.check_free()
        if self._runs.running():
            raise WriterBusy("Somebody is indexing already; let it finish, and try again.")

    def _index(self, key: str, run: Noted) -> None:
        path = self._uploads.path(key)
        meetings = [one.id for one in read(path, self._largest) if isinstance(one, Meeting)]
        origins = {one.meeting_id: one.path for one in self._engine.origins()}
        with self._uploads.taken(key, meetings, origins) as taken:
            verdicts = Verdicts(open_verdict_reader(), self._engine, heard=lambda _: self._background.go_on())
            report = index([taken], self._engine, self._embedder(), verdicts=verdicts, progress=self._teller(run))
            run.indexed(report)
            if not report.added + report.replaced + report.unchanged:
                raise UnreadableSource(report.failures[0].reason)

    def _reindex(self, run: Noted) -> None:
        run.reindexed(reindex(self._engine, self._embedder(), self._teller(run)))

    def _teller(self, run: Noted) -> Callable[[int, int], None]:
        def tell(done: int, total: int) -> None:
            self._background.go_on()
            run.progress(done, total)

        return tell


def _done(run: Noted, do: Callable[[Noted], None]) -> None:
    """Do it; how it went is noted, and the log has what went wrong."""
    try:
        with run:
            do(run)
    except ReferatError as error:
        log.warning("run %d: %s", run.number, error)
    except Exception:  # the edge of a thread: nobody else would tell
        log.exception("run %d", run.number)
