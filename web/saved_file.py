"""Saved searches as a file: the same JSON that a browser keeps, read with care, for anybody may have written it.

Version 2: `{"version": 2, "searches": [{"name", "query", "saved": "2021-06-28", "seen": keys, or null}]}`. `query` is
the search as its address has it, `seen` the keys (`search_api.exporting.key`) of the results that have been seen.
Version 1 had neither `saved` nor `seen`.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from mappings.errors import BadRequest
from mappings.told import Told
from search_api.exporting import KEY

VERSION = 2
MOST = 50  # searches of one user
LONGEST_NAME, LONGEST_QUERY = 100, 4_000  # characters
LARGEST_FILE = 8_000_000  # bytes: 50 searches with 30,000 seen results each, and no more


@dataclass(frozen=True, slots=True)
class Saved:
    """A search by a name; `seen` is None where nobody has looked yet."""

    name: str
    query: str
    saved: dt.date
    seen: str | None


def written(searches: Iterable[Saved]) -> bytes:
    """The file."""
    kept = [
        {"name": one.name, "query": one.query, "saved": one.saved.isoformat(), "seen": one.seen} for one in searches
    ]
    return json.dumps({"version": VERSION, "searches": kept}, ensure_ascii=False, indent=1).encode()


def read(content: bytes, today: dt.date) -> tuple[list[Saved], int]:
    """The searches of a file, and how many could not be read; raises `BadRequest` where it is no such file."""
    try:
        found = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise BadRequest(Told("Filen er ikke en fil med gemte søgninger."), "file") from error
    version = found.get("version") if isinstance(found, dict) else None
    searches = found.get("searches") if isinstance(found, dict) else None
    if version not in (1, VERSION) or isinstance(version, bool) or not isinstance(searches, list):
        raise BadRequest(
            Told("Filen er ikke en fil med gemte søgninger, eller den er fra en version, der ikke kan læses."), "file"
        )
    good = [saved for one in searches if (saved := _saved(one, version, today))]
    return good, len(searches) - len(good)


def _saved(found: Any, version: int, today: dt.date) -> Saved | None:
    """One of them; None where it is not what it should be. `Any`: it is whatever somebody wrote."""
    if not isinstance(found, dict):
        return None
    if version == 1:
        found = {**found, "saved": today.isoformat(), "seen": None}
    name, query, saved, seen = (found.get(part) for part in ("name", "query", "saved", "seen"))
    if not isinstance(name, str) or not name.strip() or len(name) > LONGEST_NAME:
        return None
    if not isinstance(query, str) or len(query) > LONGEST_QUERY:
        return None
    if seen is not None and not (isinstance(seen, str) and re.fullmatch(rf"(?:[\w-]{{{KEY}}})*", seen, re.ASCII)):
        return None
    try:
        day = dt.date.fromisoformat(saved)
    except (TypeError, ValueError):
        return None
    return Saved(name.strip(), query, day, seen)
