"""Cases: a page of them, and the items of one; computed on the columns, as selection is."""

from __future__ import annotations

import sqlite3

import numpy as np

from engines.asked import Access, Filters
from engines.embedded.columns import Columns, Ints
from engines.embedded.filters import mask, resolve
from engines.embedded.reading import begun_codes, codes
from engines.found import Dossier, Dossiers


def dossiers(
    columns: Columns,
    connection: sqlite3.Connection,
    filters: Filters,
    offset: int,
    limit: int,
    access: Access,
    beginning: str = "",
) -> Dossiers:
    """As `Engine.dossiers`."""
    meant = mask(resolve(filters, access, connection), columns)
    of_cases = columns.cases > 0 if meant is None else meant & (columns.cases > 0)
    if beginning:
        of_cases &= np.isin(columns.cases, begun_codes(connection, "case", beginning))
    rows = _newest_first(columns, np.flatnonzero(of_cases))
    cases, first, counts = np.unique(columns.cases[rows], return_index=True, return_counts=True)
    page = np.argsort(first)[max(offset, 0) :][: max(limit, 0)]
    shown = zip(cases[page].tolist(), counts[page].tolist(), rows[first[page]].tolist(), strict=True)
    found = (Dossier(columns.names[case], count, columns.ids[row]) for case, count, row in shown)
    return Dossiers(len(cases), tuple(found))


def ids_of_case(columns: Columns, connection: sqlite3.Connection, number: str, limit: int) -> list[str]:
    """The newest items of a case, newest first, closed ones too: who may read what of them is told by reading."""
    found = codes(connection, "case", [number])
    rows = np.flatnonzero(columns.cases == found[0]) if found else np.empty(0, dtype=np.int64)
    return [columns.ids[row] for row in _newest_first(columns, rows)[: max(limit, 0)].tolist()]


def _newest_first(columns: Columns, rows: Ints) -> Ints:
    found: Ints = rows[np.lexsort((rows, columns.newest[rows]))]
    return found
