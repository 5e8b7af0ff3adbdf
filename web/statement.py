"""The accessibility statement: what Danish law asks a public authority to tell, as far as the operator has told it.

The law is *lov om tilgængelighed af offentlige organers websteder og mobilapplikationer* (no. 692 of 8 June 2018).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from mappings.errors import BadSettings
from mappings.settings import Settings, variable


@dataclass(frozen=True, slots=True)
class Statement:
    """Who to turn to, where the official statement is, when this one was gone through, and of which version it is."""

    operator: str
    email: str
    phone: str
    official: str
    reviewed: dt.date | None
    version: str


def statement(settings: Settings, version: str) -> Statement:
    """The statement of the settings; raises `BadSettings` for an address or a date that cannot be."""
    official = settings.accessibility_url
    if official and not official.startswith(("https://", "http://")):
        raise BadSettings(f"{variable('accessibility_url')} is {official!r}; it must begin with https:// or http://.")
    return Statement(
        operator=settings.operator,
        email=settings.operator_email,
        phone=settings.operator_phone,
        official=official,
        reviewed=_date(settings.accessibility_reviewed),
        version=version,
    )


def _date(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError as error:
        name = variable("accessibility_reviewed")
        raise BadSettings(f"{name} is {text!r}; write the date as 2021-06-28.") from error
