"""By when, who and how much a decision names, in Danish for reading: in the terminal and in tables."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from mappings.dates import danish_date
from mappings.documents import Amount, Deadline
from mappings.labels import AMOUNT_LABEL, DEADLINE_LABEL, RESPONSIBLE_LABEL


def by_when(deadline: Deadline) -> str:
    """As printed, and the day where that is certain and not printed whole: *senest i august (31. august 2021)*."""
    day = danish_date(deadline.date) if deadline.date else ""
    return deadline.text if not day or day in deadline.text else f"{deadline.text} ({day})"


def lines(deadlines: Iterable[Deadline], responsible: Collection[str], amounts: Collection[Amount]) -> Iterator[str]:
    """A line for each deadline, one for who shall do something, and one for the amounts."""
    for deadline in deadlines:
        yield f"{DEADLINE_LABEL}: {by_when(deadline)}"
    if responsible:
        yield f"{RESPONSIBLE_LABEL}: {', '.join(responsible)}"
    if amounts:
        yield f"{AMOUNT_LABEL}: {', '.join(amount.text for amount in amounts)}"
