"""The service for a command: opened on what the settings name, closed when the command is done."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from mappings.errors import NotFound
from mappings.settings import Settings

if TYPE_CHECKING:
    from search_api.service import SearchService


def where(settings: Settings) -> str:
    """Where the index is, for a person."""
    if settings.engine == "elasticsearch":
        return f"{settings.elasticsearch_index} på {settings.elasticsearch_url}"
    return str(settings.data)


def nothing_indexed(settings: Settings) -> NotFound:
    """That there is nothing yet to search or to write."""
    return NotFound(f"Indekset i {where(settings)} er tomt. Kør først `referat index MAPPE`.")


@contextmanager
def opened_service(settings: Settings) -> Iterator[SearchService]:
    """The service; raises `NotFound` where nothing has been indexed yet."""
    from search_api.opening import open_service

    service = open_service(settings)
    try:
        if service.status().meetings == 0:
            raise nothing_indexed(settings)
        yield service
    finally:
        service.close()
