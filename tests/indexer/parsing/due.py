"""By when a decision of 15 August 2021 is to be carried out."""

import datetime as dt

from indexer.parsing.deadlines import deadlines

DECIDED = dt.date(2021, 8, 15)


def due(text: str) -> list[tuple[str, str | None]]:
    """Each deadline as the text tells it, and its day."""
    return [(one.text, one.date and one.date.isoformat()) for one in deadlines(text, DECIDED)]
