"""Names made from words: slugs, and the ids of meetings and items, stable from one indexing to the next."""

import datetime as dt
import re
import unicodedata

_SPELLED = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa", "ß": "ss"})


def slug(text: str) -> str:
    """Lower-case ASCII words joined by hyphens: *Høje-Taastrup Byråd* becomes `hoeje-taastrup-byraad`."""
    plain = unicodedata.normalize("NFKD", text.translate(_SPELLED)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def meeting_id(body: str, date: dt.date) -> str:
    """`direktionen-2021-06-28`."""
    return f"{slug(body)}-{date.isoformat()}"


def item_id(meeting: str, number: int) -> str:
    """`direktionen-2021-06-28-05`."""
    return f"{meeting}-{number:02d}"
