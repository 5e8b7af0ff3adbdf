"""Everything that matches, one item after the other, as of one moment, whatever is written meanwhile.

The rows are known at once; documents are read in their order, some hundred at a time, so that what is held does not
grow with what matches.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Sequence

import numpy as np

from engines.asked import Access, Selection
from engines.embedded.columns import Ints
from engines.embedded.reading import found_ordinals
from engines.embedded.selection import in_order, matched
from engines.embedded.truth import Truth, connect_reading, state
from engines.embedded.view import View, Views
from engines.found import Found
from engines.kept import Vectors

AT_ONCE = 200  # documents read together: of 130 words each some 0.5 MB, and as much again for the nearest passages
_CACHE = 4_000  # KiB that SQLite may keep: nothing is read twice
_LOOKS, _PAUSE = 40, 0.05  # a writer shows its change a moment after the truth has it: that is waited for, 2 seconds


def walk(
    truth: Truth, views: Views, selection: Selection, access: Access, near: Vectors | None, first: Sequence[str]
) -> Iterator[Found]:
    """As `Engine.walk`, on a connection of its own."""
    connection = connect_reading(truth.path)
    connection.execute(f"PRAGMA cache_size = -{_CACHE}")
    try:
        view = _begin(connection, truth, views)
        if view is None:
            return
        ordinals = view.columns.ordinals[_rows(view, connection, selection, access, first)]
        for start in range(0, len(ordinals), AT_ONCE):
            yield from found_ordinals(connection, ordinals[start : start + AT_ONCE].tolist(), access, near)
    finally:
        connection.close()  # and with it the snapshot


def _begin(connection: sqlite3.Connection, truth: Truth, views: Views) -> View | None:
    """Begin a snapshot of the truth and give the view of the same change.

    Where the indexes stay behind the truth (a writer died), the view is of the change before, whose items the snapshot
    still has, but for those of a meeting that is gone.
    """
    for _ in range(_LOOKS):
        connection.execute("BEGIN")
        found = state(connection, truth.folder)
        view = views.latest()
        if view is None or found is None or view.change == found.change:
            return view
        connection.rollback()
        time.sleep(_PAUSE)
    connection.execute("BEGIN")
    state(connection, truth.folder)
    return views.latest()


def _rows(
    view: View, connection: sqlite3.Connection, selection: Selection, access: Access, first: Sequence[str]
) -> Ints:
    """The rows of what matches, in order; those of `first` before the others."""
    rows, scores = matched(view, connection, selection, access)
    rest = in_order(view.columns, rows, selection.sort, scores)
    if not first:
        return rest
    known = view.columns.row_of_id
    named = np.array([known[one] for one in dict.fromkeys(first) if one in known], dtype=np.int64)
    named = named[np.isin(named, rows)]
    return np.concatenate((named, rest[~np.isin(rest, named)]))
