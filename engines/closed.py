"""What is left of a closed item for somebody without the right to read it; the same in every engine."""

from __future__ import annotations

from dataclasses import replace

from engines.asked import Access
from mappings.documents import Item, Meeting

CLOSED_TITLE = "Lukket"


def placeholder(item: Item) -> Item:
    """All that somebody without the right to closed items may know of one."""
    return Item(
        id=item.id,
        number=item.number,
        part=item.part,
        title=CLOSED_TITLE,
        case_number=item.case_number,
        closed=True,
        page=item.page,
    )


def readable(item: Item, access: Access) -> Item:
    """The item, or its placeholder."""
    return placeholder(item) if item.closed and not access.closed else item


def with_items(meeting: Meeting, items: tuple[Item, ...], access: Access) -> Meeting:
    """The meeting with its items as the asker may read them.

    The digest of a file that holds more than these is left out: with it a guess at what is closed could be verified.
    """
    withheld = not access.closed and any(item.closed for item in items)
    return replace(meeting, items=items, sha256="" if withheld else meeting.sha256)
