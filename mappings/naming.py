"""Names made from words: slugs, and the ids of meetings and items, stable from one indexing to the next."""

import datetime as dt
import re
import unicodedata
from collections.abc import Collection

_SPELLED = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa", "ß": "ss"})


def slug(text: str) -> str:
    """Lower-case ASCII words joined by hyphens: *Høje-Taastrup Byråd* becomes `hoeje-taastrup-byraad`."""
    plain = unicodedata.normalize("NFKD", text.translate(_SPELLED)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def meeting_id(body: str, date: dt.date) -> str:
    """`direktionen-2021-06-28`."""
    return f"{slug(body)}-{date.isoformat()}"


def item_id(meeting: str, number: int, part: str = "") -> str:
    """`direktionen-2021-06-28-05`, and of a part behind a period, *5.1*, `direktionen-2021-06-28-05.1`."""
    return f"{meeting}-{number:02d}{part if part.startswith('.') else ''}"


def free_id(wanted: str, taken: Collection[str]) -> str:
    """`wanted`, or where it is taken the first that is not of `…b`, `…c` … `…z`, `…-27`, `…-28` …."""
    number = 1
    free = wanted
    while free in taken:
        number += 1
        free = f"{wanted}-{number}" if number > 26 else wanted + chr(ord("a") + number - 1)
    return free
