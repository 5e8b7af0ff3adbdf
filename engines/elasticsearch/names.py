"""What things are called on the server: indices, aliases, documents, and the one clause that keeps organisations apart.

Of an index named `referat` there are, on the server:

- `referat-v000001`, …: the versions; `referat` is the alias that reads go through, `referat-write` the one for writes.
- `referat-vectors`: vectors by digest of model and text, so that text that comes again is not embedded again.
- `referat-state`: who is writing, and what is being written.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["item", "meeting", "state", "probe"]
Clause = dict[str, Any]

_LONGEST_KEY = 480  # bytes; the server refuses an id over 512
_VERSION = re.compile(r"-v(\d{6,})$")


@dataclass(frozen=True, slots=True)
class Place:
    """Where the documents of one organisation lie. Without an `organisation` the whole index is its own."""

    index: str
    organisation: str = ""

    @property
    def read(self) -> str:
        """The alias that searches go through."""
        return self.index

    @property
    def write(self) -> str:
        """The alias that writes go through."""
        return f"{self.index}-write"

    @property
    def vectors(self) -> str:
        """The index of vectors by digest."""
        return f"{self.index}-vectors"

    @property
    def state(self) -> str:
        """The index of leases and journals."""
        return f"{self.index}-state"

    @property
    def versions(self) -> str:
        """A pattern for every version of the index."""
        return f"{self.index}-v*"

    def version(self, number: int) -> str:
        """The concrete index of a version."""
        return f"{self.index}-v{number:06d}"

    def key(self, kind: Kind, identity: str = "") -> str:
        """The server's id of a document of ours; the same document has the same id, however often it is written."""
        key = f"{self.organisation}/{kind}/{identity}"
        if len(key.encode()) <= _LONGEST_KEY:
            return key
        return f"{self.organisation}/{kind}/{hashlib.sha256(identity.encode()).hexdigest()}"

    @property
    def routing(self) -> str | None:
        """Keeps the documents of an organisation on one shard."""
        return self.organisation or None

    def of_kind(self, kind: Kind) -> list[Clause]:
        """The filter that every query has: this organisation's documents of one kind."""
        return [{"term": {"organisation": self.organisation}}, {"term": {"kind": kind}}]


def version_number(concrete: str) -> int | None:
    """The number of a version by its index's name; None for a name that is not of ours."""
    found = _VERSION.search(concrete)
    return int(found[1]) if found else None
