"""What the lines before the first item say of the meeting, and where each of them went."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from indexer.parsing import dates
from indexer.parsing.reading import Remark
from mappings.documents import Participant


@dataclass(slots=True)
class Front:
    """What the lines before the first item say; `places` says of each line index where it went.

    `left` are the indices of the lines that are nothing known. `dated` are all dates that were given, in order.
    """

    body: str | None = None
    dated: list[dates.Found] = field(default_factory=list)
    start_time: str | None = None
    place: str | None = None
    participants: tuple[Participant, ...] = ()
    there_for: dict[str, tuple[int, ...]] = field(default_factory=dict)  # the items that a guest came for, by name
    minutes: bool = False
    agenda: bool = False
    labelled: bool = False
    places: dict[int, str] = field(default_factory=dict)
    left: list[int] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    @property
    def date(self) -> dt.date | None:
        """The meeting's date: the one whose weekday is named and right, else the first."""
        best = next((found for found in self.dated if found.agrees), None)
        return best.date if best else self.dated[0].date if self.dated else None
