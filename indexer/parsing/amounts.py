"""Sums of money that a decision names: "1,2 mio. kr.", "450.000 kr.", "kr. 450.000", "2,5 mio. kr. årligt"."""

from __future__ import annotations

import re
from decimal import Decimal

from mappings.documents import Amount

_TIMES = {"": 1, "t": 1_000, "tusind": 1_000, "mio": 1_000_000, "mill": 1_000_000, "mia": 1_000_000_000}
_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d+(?:,\d{1,3})?"
_KRONER = r"(?:kr(?:\.|oner)?|DKK)(?![^\W\d_]|\.?-\w)"
_UNIT = r"(?P<unit{0}>mio|mill|mia|tusind|t)?\.?"
_YEARLY = r"(?:\s+(?:årligt|om året|om måneden|pr\.? år|pr\.? måned|pr\.? md\.?|månedligt))?"
# No part of a longer number, of a range ("3-5 mio. kr."), or of what is taken away.
_BEGIN = r"(?<![\w.,/-])(?<![-–−]\s)(?<!\d og )(?<!\d til )"
_AMOUNT = re.compile(
    rf"{_BEGIN}(?:(?P<number1>{_NUMBER})\s*{_UNIT.format(1)}\s?{_KRONER}"
    rf"|{_KRONER}\s*(?P<number2>{_NUMBER})(?![.,]?\d)(?:,-)?(?:\s*{_UNIT.format(2)}(?![^\W\d_]))?){_YEARLY}",
    re.IGNORECASE,
)


def amounts(text: str) -> tuple[Amount, ...]:
    """The sums of a text in printed order, each once; of a range none, since neither end is what was decided."""
    found = (Amount(" ".join(match[0].split()), _kroner(match)) for match in _AMOUNT.finditer(text))
    return tuple(dict.fromkeys(found))


def _kroner(match: re.Match[str]) -> int:
    number = match["number1"] or match["number2"]
    unit = (match["unit1"] or match["unit2"] or "").lower()
    return round(Decimal(number.replace(".", "").replace(",", ".")) * _TIMES[unit])
