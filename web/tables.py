"""Results as CSV, as Danish Excel opens it or as RFC 4180 has it.

A cell comes from minutes that anybody may have written, and a spreadsheet runs what looks like a formula: such a cell
begins with an apostrophe here. Excel also takes `19/10` for a day in October; there it gets the apostrophe, too.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from typing import Literal

from mappings import named
from mappings.documents import Decision
from mappings.labels import AMOUNT_LABEL, DEADLINE_LABEL, OUTCOME_LABELS, RESPONSIBLE_LABEL
from search_api.exporting import Exported
from web.addresses import Addresses

Dialect = Literal["excel", "rfc4180"]
DIALECTS: tuple[Dialect, ...] = ("excel", "rfc4180")
COLUMNS = (
    "Dato",
    "Udvalg",
    "Punkt",
    "Titel",
    "Sagsnummer",
    "Udfald",
    "Beslutning",
    "Fundet ved",
    "Link",
    "Id",
    DEADLINE_LABEL,
    RESPONSIBLE_LABEL,
    AMOUNT_LABEL,
)
BROKEN = "Udtrækket blev afbrudt af en fejl: filen er ikke hel. Hent den igen."

_BOM = "\ufeff"  # without it Excel reads the file as Windows-1252
_LONGEST_CELL = 32_767  # characters; what is more, Excel lets run into the next rows
_FORMULA = tuple("=+-@\t\r＝＋－＠")  # the last four are read as the first four by Excel in some languages
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_DATE = re.compile(r"(\d{1,4})[-/.](\d{1,4})([-/.]\d{1,4})?")
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")  # one that is meant as a date


def table(results: Iterable[Exported], dialect: Dialect, addresses: Addresses) -> Iterator[bytes]:
    """The header at once, then a row for each result, in UTF-8."""
    yield (_BOM if dialect == "excel" else "").encode() + row(COLUMNS, dialect)
    for one in results:
        yield row(_cells(one, addresses), dialect)


def row(cells: Iterable[str], dialect: Dialect) -> bytes:
    """One row of any cells, harmless, ended by CRLF."""
    written = io.StringIO(newline="")
    delimiter = ";" if dialect == "excel" else ","
    csv.writer(written, delimiter=delimiter, lineterminator="\r\n").writerow([cell(one, dialect) for one in cells])
    return written.getvalue().encode("utf-8", "replace")


def cell(text: str, dialect: Dialect) -> str:
    """A text as a cell that no spreadsheet computes with, on lines ended by LF."""
    plain = _CONTROL.sub("", text.replace("\r\n", "\n"))
    if plain.startswith(_FORMULA) or plain.lstrip().startswith(_FORMULA):
        plain = "'" + plain
    plain = plain.replace("\r", "\n")
    if dialect == "rfc4180":
        return plain
    if _is_read_as_date(plain):
        plain = "'" + plain
    return plain if len(plain) <= _LONGEST_CELL else plain[: _LONGEST_CELL - 1] + "…"


def _is_read_as_date(text: str) -> bool:
    """Whether Excel makes a date of a text that is none: day and month, month and year, or all three."""
    found = _DATE.fullmatch(text)
    if found is None or _ISO_DATE.fullmatch(text):
        return False
    if found[3]:
        return True
    one, other = int(found[1]), int(found[2])
    return (min(one, other) <= 12 and max(one, other) <= 31) or (one <= 12 and other >= 1900)


def _cells(one: Exported, addresses: Addresses) -> tuple[str, ...]:
    found, decisions = one.result, one.found.item.decisions
    return (
        found.meeting.date.isoformat(),
        found.meeting.body,
        found.printed,
        found.title,
        found.case_number or "",
        ", ".join(OUTCOME_LABELS[outcome] for outcome in found.outcomes),
        decided(decisions),
        found.why,
        addresses.item(found.id),
        found.id,
        _several(named.by_when(deadline) for decision in decisions for deadline in decision.deadlines),
        _several(name for decision in decisions for name in decision.responsible),
        _several(amount.text for decision in decisions for amount in decision.amounts),
    )


def _several(names: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(names))


def decided(decisions: tuple[Decision, ...]) -> str:
    """What was decided; where there are several decisions, each with its body."""
    if len(decisions) < 2:
        return "".join(decision.text for decision in decisions)
    return "\n\n".join(f"{decision.body}: {decision.text}" for decision in decisions)
