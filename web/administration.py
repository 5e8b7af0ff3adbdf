"""What the administration page asks for. Who puts the rooms together does it, since the pages know no indexer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO, Literal, Protocol

from mappings.documents import Meeting
from mappings.errors import ReferatError

Work = Literal["index", "reindex"]
State = Literal["running", "done", "failed", "interrupted"]
Change = Literal["new", "replaces", "unchanged"]
Refusal = Literal["name", "kind", "large", "empty", "unreadable"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What a run did: of `index` files, meetings and what was `odd` or `failed`, of `reindex` meetings."""

    files: int = 0
    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    removed: int = 0
    meetings: int = 0
    resumed: int = 0
    items: int = 0
    passages: int = 0
    odd: int = 0
    failed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of the indexer; `user` is who started it on the page, empty where it was the terminal.

    `ended` is None while it runs, and where it was interrupted. `error` says in one line why it `failed`. It has done
    `done` of `total` passages (`index`) or meetings (`reindex`), as far as it has told.
    """

    number: int
    work: Work
    user: str
    paths: tuple[str, ...]
    began: dt.datetime
    ended: dt.datetime | None
    state: State
    error: str
    done: int
    total: int
    counts: Counts


@dataclass(frozen=True, slots=True)
class Trouble:
    """A place in a file: why it could not be read, or what was odd there. `line` is 0 for the whole file."""

    path: str
    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class RunTold:
    """A run with the first of what failed and what was odd; its counts tell how much there was in all."""

    run: Run
    failed: tuple[Trouble, ...]
    odd: tuple[Trouble, ...]


@dataclass(frozen=True, slots=True)
class Staged:
    """A file that was uploaded and is not taken in yet; `key` is what it is asked for by."""

    key: str
    name: str
    size: int
    uploaded: dt.datetime


@dataclass(frozen=True, slots=True)
class Understood:
    """A meeting of an uploaded file, and what taking it in would do; `origin` is where it was read from before."""

    meeting: Meeting
    change: Change
    origin: str


@dataclass(frozen=True, slots=True)
class Preview:
    """An uploaded file as it is understood: its first meetings, how many more, what is odd, what could not be read.

    `changes` tells how many of all its meetings are new, how many replace one, and how many are there already.
    """

    staged: Staged
    meetings: tuple[Understood, ...]
    more: int
    changes: dict[Change, int]
    odd: tuple[Trouble, ...]
    failed: tuple[Trouble, ...]


class Refused(ReferatError):
    """An upload that is not taken; `why` in a word, the text for a person who reads the log."""

    def __init__(self, why: Refusal, message: str) -> None:
        super().__init__(message)
        self.why = why


class Administration(Protocol):
    """What an administrator can see and do. Threads share it."""

    @property
    def endings(self) -> Sequence[str]:
        """The endings of files that can be read."""
        ...

    def runs(self) -> list[Run]:
        """The runs that are remembered, latest first."""
        ...

    def run(self, number: int) -> RunTold:
        """One of them; raises `NotFound`."""
        ...

    def staged(self) -> list[Staged]:
        """The files that wait to be taken in, latest first."""
        ...

    def upload(self, name: str, content: IO[bytes]) -> Staged:
        """Keep a file apart; raises `Refused` for one that cannot be minutes."""
        ...

    def preview(self, key: str) -> Preview:
        """How a file is understood; raises `NotFound`, and `Refused` where it is not any more."""
        ...

    def discard(self, key: str) -> None:
        """Forget a file that is not taken in; raises `NotFound`."""
        ...

    def take(self, key: str, user: str) -> int:
        """Begin to take a file in; gives the run's number. Raises `NotFound`, or `WriterBusy` while others write."""
        ...

    def reindex(self, user: str) -> int:
        """Begin to make the index anew; gives the run's number. Raises `WriterBusy`."""
        ...

    def drop_old(self) -> Sequence[str]:
        """Delete what making it anew left behind; gives what that was called. Raises `WriterBusy`."""
        ...
