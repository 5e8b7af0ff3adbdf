"""Who asks: what pages and routes pass on with every question, and which of what is read is a mere placeholder."""

from collections.abc import Iterable

from engines.asked import PUBLIC, Access
from engines.found import Found
from mappings.documents import Item

__all__ = ["PUBLIC", "Access", "may_read", "may_read_item", "readable"]


def may_read_item(item: Item, access: Access) -> bool:
    """Whether the asker sees more of an item than that it is there."""
    return access.closed or not item.closed


def may_read(one: Found, access: Access) -> bool:
    """As `may_read_item`, of an item found."""
    return may_read_item(one.item, access)


def readable(found: Iterable[Found], access: Access) -> list[Found]:
    """The items that the asker sees more of than that they are there."""
    return [one for one in found if may_read(one, access)]
