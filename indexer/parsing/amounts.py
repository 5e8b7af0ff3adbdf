"""Sums of money that a decision names: "1,2 mio. kr.", "450.000 kr.", "kr. 450 000", "2,5 mio. kr. årligt".

Only what is certain: neither end of a range, nor what tells in which kroner others are counted ("i 1.000 kr.",
"2022 kr."). Of "nr. 4 kr. 500" the number is no sum; where nothing tells which of two is ("12 kr. 500"), neither is.
"""

from __future__ import annotations

import re
from decimal import Decimal

from mappings.documents import Amount

_TIMES = {"t": 1_000, "tus": 1_000, "mio": 1_000_000, "mil": 1_000_000, "mia": 1_000_000_000}
_BLANK = "[ \u00a0\u2009\u202f]"  # also between the thousands of a number
_FULL = r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d{1,2})?"
_APART = rf"(?<!\d{_BLANK})[1-9]\d{{0,2}}(?:{_BLANK}\d{{3}})+(?!\d)(?:,\d{{1,2}})?"
_PLAIN = rf"(?<!\d{_BLANK})(?!0\d)\d+(?:,\d{{1,3}})?"
_NUMBER = rf"(?:{_FULL}|{_APART}|{_PLAIN})"
_KRONER = r"(?:kr(?:\.|oner)?+|DKK)(?![^\W\d_]|\.?-\w)"
_UNIT = r"(?:mia|milliard(?:er)?|mio|mill(?:ion(?:er)?)?|tusinde?|t)"
_IN_KRONER = rf"(?:,-)?\s*(?:{_UNIT}\.?)?\s?{_KRONER}"
# Of "12 kr. 500" nobody knows whose *kr.* is; of "12 kr. 15 kr." each has its own.
_OWN = rf"(?!{_BLANK}*\d)|(?={_BLANK}*{_NUMBER}{_IN_KRONER})"
_YEARLY = r"(?:\s+(?:årligt|om året|om måneden|pr\.? år|pr\.? måned|pr\.? md\.?|månedligt))?"
# No part of a longer number or word, no end of a range ("3-5 mio. kr."), and nothing that is taken away.
_AMOUNT = re.compile(
    r"(?<![\w.,/–−-])(?<![-–−]\s)(?:"
    rf"(?P<number1>{_FULL}|{_APART}|(?P<plain>{_PLAIN}))(?:,-)?\s*(?P<unit1>{_UNIT})?\.?\s?{_KRONER}"
    rf"(?(unit1)|(?(plain)(?:{_OWN})))"
    rf"|(?:(?P<unit2>{_UNIT})\.?{_BLANK}?)?{_KRONER}{_BLANK}*(?P<number2>{_NUMBER})(?![.,]?\d)(?!{_BLANK}\d{{3}}(?!\d))"
    rf"(?:,-)?(?:\s*(?P<unit3>{_UNIT})\.?(?![^\W\d_]))?){_YEARLY}",
    re.IGNORECASE,
)

_FAR = 60  # characters before a sum that may tell what it is
_YEAR = r"(?:19|20)\d\d"
_NUMBERED = r"(?<!\w)(?:\w*nr|pkt|\w*punkt|uge|kl|side|§)\.?"
_NUMBER_BEFORE = re.compile(rf"(?<![\w.,])\d+{_BLANK}*$")
_OF_SOMETHING = re.compile(rf"(?<!\w)(?:{_YEAR}|{_NUMBERED}{_BLANK}*\d+){_BLANK}*$", re.IGNORECASE)
_NUMBERED_BEFORE = re.compile(rf"{_NUMBERED}{_BLANK}*$", re.IGNORECASE)
# In which kroner the sums of a table are: "Alle beløb er i 1.000 kr.", "(1.000 kr.)", "i 2022 kr."
_COUNTED_IN = re.compile(r"(?:(?<!\w)(?:i|hele|beløb|beløbene|tal|tallene)\s|\()$", re.IGNORECASE)
_THOUSAND_OR_YEAR = re.compile(rf"1[.\s]?000|{_YEAR}")
_THIS_CENTURY = re.compile(r"20(?!00)\d\d")
_FROM = re.compile(
    rf"(?:\d\s+til|(?<![\d.,])(?!{_YEAR}\s)[\d.,]*\d\s+og|\bmellem|\bmellem\s(?:(?:{_UNIT}\.?|{_KRONER}|[\d.,]+)\s+)+og)\s+$",
    re.IGNORECASE,
)
_UP_TO_HERE = re.compile(rf"\d(?:,-)?\s*(?:{_UNIT}\.?)?\s?{_KRONER}\s+til\s+$", re.IGNORECASE)
_TO = rf"{_BLANK}*(?:[-–−]|til(?=\s)){_BLANK}*"
_UP_TO = re.compile(rf"{_TO}(?:{_KRONER}{_BLANK}*\d|{_NUMBER}{_IN_KRONER})", re.IGNORECASE)
_UP_TO_NUMBER = re.compile(rf"{_TO}\d", re.IGNORECASE)
_CHANGED = re.compile(r"\b(?:hæv|forhøj|øge|stig|nedsæt|sæt|sænk|fald|reduce|ændre|regulere|juster)", re.IGNORECASE)


def amounts(text: str) -> tuple[Amount, ...]:
    """The sums of a text in printed order, each once."""
    found = (match for match in _AMOUNT.finditer(text) if _is_sum(match))
    return tuple(dict.fromkeys(Amount(" ".join(match[0].split()), _kroner(match)) for match in found))


def _is_sum(match: re.Match[str]) -> bool:
    """Whether a number beside *kr.* is what is paid, and all of it."""
    if _is_of_range(match) or _is_how_counted(match):
        return False
    if match["number2"]:
        return not _stands(_NUMBER_BEFORE, match) or _stands(_OF_SOMETHING, match)
    return bool(match["unit1"]) or not _stands(_NUMBERED_BEFORE, match)


def _is_of_range(match: re.Match[str]) -> bool:
    """Whether a sum is one of two between which it may be; "hæves fra 35 kr. til 42 kr." names two."""
    beyond = _UP_TO.match(match.string, match.end())
    if match["number2"] and not beyond:
        beyond = _UP_TO_NUMBER.match(match.string, match.end())
    if _stands(_FROM, match) or (beyond and "til" not in beyond[0].lower()):
        return True
    return bool(beyond or _stands(_UP_TO_HERE, match)) and not _stands(_CHANGED, match)


def _is_how_counted(match: re.Match[str]) -> bool:
    """Whether a number tells in which kroner others are counted: in thousands, or in those of a year."""
    if match["unit1"] or match["unit2"] or match["unit3"] or ",-" in match[0]:
        return False
    number = match["number1"] or match["number2"]
    return bool(
        _THIS_CENTURY.fullmatch(number) or (_THOUSAND_OR_YEAR.fullmatch(number) and _stands(_COUNTED_IN, match))
    )


def _stands(pattern: re.Pattern[str], match: re.Match[str]) -> bool:
    """Whether a pattern is found shortly before a sum."""
    return bool(pattern.search(match.string, max(0, match.start() - _FAR), match.start()))


def _kroner(match: re.Match[str]) -> int:
    number = re.sub(r"[.\s]", "", match["number1"] or match["number2"]).replace(",", ".")
    return round(Decimal(number) * _times(match["unit1"] or match["unit2"] or match["unit3"]))


def _times(unit: str | None) -> int:
    """What a unit stands for; *milliard* begins as *million* does."""
    if unit is None:
        return 1
    return _TIMES["mia" if unit.lower().startswith("milliard") else unit[:3].lower()]
