"""Where an item begins, and how surely it does."""

from __future__ import annotations

from dataclasses import dataclass

from mappings.documents import Numbered

SAID, SURE, CALLED, FAINT = 3, 2, 1, -1  # strengths of an opening; 0 lies between


@dataclass(frozen=True, slots=True)
class Opening(Numbered):
    """The heading of an item: lines `first` to `last` (indices), its number and title as printed.

    `strength` is `SAID` for one that says itself that it is closed, `SURE` for one by its mark as a heading or the case
    number below it, 1 by the section below it (or `CALLED`, for a number before a title that is called closed), 0 by
    its words alone, `FAINT` for a number and a title that only their place can show to be one. `closed` says that it is
    called closed (what stands below may say so too), `marked` that its title begins with *(Åben)* or *(Lukket)*,
    `headed` that its number and title have a section's heading right below, or are in capitals, by which a run of such
    shows. `part` is as `Item` has it.
    """

    first: int
    last: int
    number: int
    title: str
    strength: int
    closed: bool = False
    marked: bool = False
    headed: bool = False
    part: str = ""

    @property
    def place(self) -> tuple[int, str]:
        """What its number is compared by."""
        return self.number, self.part
