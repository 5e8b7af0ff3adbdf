"""What is asked is counted, where the operator wants it: by a thread of its own, so that no search waits for it."""

from __future__ import annotations

import datetime as dt
import logging
import queue
import threading
from dataclasses import replace

from mappings.errors import ReferatError
from search_api.access import Access
from search_api.answers import SearchAnswer
from search_api.query import SearchRequest
from search_api.service import SearchService
from web.question_rule import LONGEST, Names, kept_as, names
from web.question_store import QuestionStore

log = logging.getLogger(__name__)

_MOST_WAITING = 1_000  # questions; what comes while so many wait is not counted
_GATHERED = 1.0  # seconds in which questions are gathered to be counted together
_EVERYBODY = Access(closed=True)  # also whom only closed items name must not be in a question that is kept


class Questions:
    """Counts the questions that a service is asked; threads share it."""

    def __init__(self, service: SearchService, store: QuestionStore) -> None:
        self._service = service
        self._store = store
        self._waiting: queue.Queue[tuple[str, bool]] = queue.Queue(_MOST_WAITING)
        self._names: tuple[str, Names] | None = None
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()

    def note(self, asked: SearchRequest, answer: SearchAnswer) -> None:
        """As `search_api.noting.Note`: a question counts as it was typed, not once more for its filters and pages."""
        if asked != replace(SearchRequest(question=asked.question), size=asked.size) or not asked.question:
            return
        if len(asked.question) > LONGEST or any(reading.kind == "person" for reading in answer.query.readings):
            return
        try:
            self._waiting.put_nowait((asked.question, answer.total > 0))
        except queue.Full:
            return
        if self._thread is None:
            self._begin()

    def count(self) -> None:
        """Count what waits."""
        gathered = []
        while not self._waiting.empty():
            gathered.append(self._waiting.get_nowait())
        try:
            known = self._known()
            kept = [(text, answered) for question, answered in gathered if (text := kept_as(question, known))]
            if kept:
                self._store.count(kept, dt.date.today())
        except ReferatError as error:
            log.warning("%d questions are not counted: %s", len(gathered), error)

    def _begin(self) -> None:
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._go_on, name="questions", daemon=True)
                self._thread.start()

    def _go_on(self) -> None:
        pause = threading.Event()
        while True:
            pause.wait(_GATHERED)
            if not self._waiting.empty():
                try:
                    self.count()
                except Exception:  # the edge of a thread: nobody else would tell, and the next may be counted
                    log.exception("while counting questions")

    def _known(self) -> Names:
        edition = self._service.edition()
        name = edition.name if edition else ""
        if self._names is None or self._names[0] != name:
            people = [person.name for person in self._service.everybody(_EVERYBODY)]
            bodies = [body.name for body in self._service.bodies(_EVERYBODY)]
            self._names = (name, names(people, bodies))
        return self._names[1]
