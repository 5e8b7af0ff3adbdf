"""The two dates of the search form: what the search is narrowed to, or, where they cannot be, told and set aside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mappings.errors import BadRequest
from search_api.query import SearchRequest, from_parameters
from web.wording import gettext, translated

_NAMES = ("from", "to")


@dataclass(frozen=True, slots=True)
class MeetingDates:
    """Both fields as they were typed, and the line on why nothing is narrowed to them; empty where something is."""

    first: str
    last: str
    refused: str = ""


def read(given: Mapping[str, Sequence[str]]) -> tuple[SearchRequest, MeetingDates]:
    """The request of the page's parameters, without dates that cannot be; raises `BadRequest` for all else."""
    first, last = ((given.get(name) or ("",))[0].strip() for name in _NAMES)
    try:
        return from_parameters(given), MeetingDates(first, last)
    except BadRequest as error:
        if error.parameter not in _NAMES:
            raise
        others = {name: values for name, values in given.items() if name not in _NAMES}
        refused = gettext("%(why)s Der er søgt uden mødedatoen.", why=translated(error.told))
        return from_parameters(others), MeetingDates(first, last, refused)
