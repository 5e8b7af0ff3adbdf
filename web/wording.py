"""Small pieces of Danish: numbers, weekdays, shortened text."""

from __future__ import annotations

import datetime as dt

from mappings.labels import danish_date

# What a suggestion is called by its kind, and how it is told that there are some; for `static/suggest.js`.
SUGGESTION_WORDS = {
    "label": "Forslag",
    "found": "Forslag: {}. Gå til dem med pil ned.",
    "none": "Ingen forslag.",
    "question": "søgning",
    "person": "person",
    "body": "udvalg",
    "case": "sag",
    "item": "punkt",
}
# What `static/copy.js` says.
COPY_WORDS = {"copy": "Kopiér", "copied": "Kopieret", "failed": "Kunne ikke kopieres; markér teksten i stedet"}
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")


def danish_number(number: int) -> str:
    """`1.234`."""
    return f"{number:,}".replace(",", ".")


def counted(number: int, one: str, more: str) -> str:
    """`1 punkt`, `1.234 punkter`."""
    return f"{danish_number(number)} {one if number == 1 else more}"


def weekday_date(date: dt.date) -> str:
    """`mandag den 28. juni 2021`."""
    return f"{WEEKDAYS[date.weekday()]} den {danish_date(date)}"


def collapsed(text: str) -> str:
    """The text on one line, with single spaces."""
    return " ".join(text.split())


def shortened(text: str, longest: int) -> str:
    """The text on one line of at most `longest` characters, cut between words and ended with `…` where it is cut."""
    line = collapsed(text)
    if len(line) <= longest:
        return line
    cut = line[: longest - 1]
    words, gap, _ = cut.rpartition(" ")
    return f"{(words if gap else cut).rstrip(' ,;:–-')} …"
