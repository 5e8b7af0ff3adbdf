"""Titles that come again: what is left of one when the time it is about is taken out.

*Sygefraværsstatistik 4. kvartal 2017* and *Sygefraværsstatistik 2. kvartal 2020* are one series, and so are *Budget
2019: 1. behandling* and *Budget 2020: 2. behandling*. A number that names a thing rather than a time (*Lokalplan nr.
562*, *Bakkevej 12*) is kept. Standing items (*Øvrige sager*, *Program 12-03-2019*) are no series, though they come
again at every meeting: nobody follows them from one to the next.
"""

from __future__ import annotations

import re
from functools import lru_cache

from mappings import analysis, danish
from mappings.dates import MONTHS

Key = tuple[str, ...]

_MONTH = "|".join(MONTHS)
_SHORT_MONTH = "|".join(f"{month[:3]}\\.?" for month in MONTHS)
_YEAR = r"(?:19|20)\d\d"
_YEARS = rf"{_YEAR}(?:\s*[-–/]\s*(?:{_YEAR}|\d\d))?"
_TIMES = re.compile(
    rf"""
      \b\d{{1,2}}\.?(?:\s*(?:[-–]|og)\s*\d{{1,2}}\.?)?\s*
          (?:{_MONTH}|{_SHORT_MONTH})(?!\w)(?:\s*{_YEAR})?  # 28.-29. juni 2021
    | (?<![\d/.-])\d{{1,2}}[-./]\d{{1,2}}[-./](?:{_YEAR}|\d\d)(?![\d/.-]*\d)             # 28-06-2021, 28/6-21
    | \b{_YEAR}-\d\d-\d\d\b                                                              # 2021-06-28
    | \b\d{{1,2}}/(?:\d{{1,2}}[ -])?{_YEAR}\b | \b\d{{1,2}}-{_YEAR}\b                       # 28/6 2021, 3/2020, 3-2020
    | \b(?:\d{{1,2}}|[ivx]+)\.?\s*(?:kvartal|halvår|tertial|behandling|udgave|måned|gang|rapportering|budgetopfølgning
        |opfølgning|orientering|møde|etape|fase|version|del|runde)(?=s|\b)               # 2. kvartal, 1. behandling
    | \b(?:kvartal|halvår|tertial|uge|etape|fase|version|del|runde)\s*\d{{1,2}}(?:\s*[-–]\s*\d{{1,2}})?\b
    | \b(?:første|anden|tredje|fjerde)[ ](?=kvartal|halvår|behandling|tertial|gang|udgave|runde)
    | \b{_YEARS}\b                                                                       # 2021, 2022-2025, 2017/18
    | \b(?:{_MONTH})\s*[-–]\s*(?:{_MONTH})\b                                             # januar-marts
    | \b(?:{_MONTH})\b(?!-\w)
    | \b(?:forår|sommer|efterår|vinter)(?:en|et)?\s+{_YEARS}\b                           # forår 2021
    | \b(?-i:[QH]|BO|BR|FR|ØR)\s?[1-4]\b                                                 # Q1, BO2
    | (?<=\w\s)(?-i:I{{1,3}}|IV)(?=\s*(?:[,.:()–-]|$)|\s+{_YEAR})                          # Budgetrevision II, 2022
    """,
    re.IGNORECASE | re.VERBOSE,
)
_UNIT = re.compile(
    r"behandling|udgave|rapportering|budgetopfølgning|opfølgning|orientering|møde|\b(?:BO|BR|FR|ØR)(?=\s?\d)",
    re.IGNORECASE,
)
_SMALL_NUMBER = re.compile(
    r"(?P<before>\b[^\W\d_]+\.?\s+|^)?(?<![\w§/.,-])\d{1,2}\.?(?![\w/-]|[.,][\d.-]|\s*(?:pct|%|kr|mio))"
)
_STREET = re.compile(
    r".{2,}(?:vej|gade|allé|stræde|vænge|plads|torv|park|bakke|brink|toft|sti)(?:e?[nt])?", re.IGNORECASE
)
_MUNICIPALITY = re.compile(r"(?:[A-ZÆØÅ][\w-]*\s+){1,2}[Kk]ommunes?\b")  # whose minutes these are
_PROPOSER = re.compile(r"\bfra\s+(?:[\w-]+\s+){0,5}(?:by)?(?:råds)?gruppes?\b", re.IGNORECASE)  # not what it is about
_LONGEST = 500  # characters of a title that are looked at; what is longer is a text
_NAMES_A_THING = (  # before a number
    "nr matr lb lokalplan lokalplanforslag kommuneplantillæg kommuneplan tillæg afdeling distrikt zone stk kap kapitel "
    "linje rute hus bygning område delområde afsnit punkt pkt"
)
_COUNTED_THING = re.compile(  # whose number tells one from another: *Lokalplan nr. 562*
    r"\b(?P<noun>lokalplan|kommuneplantillæg|tillæg|distrikt|zone|afdeling|linje|rute)s?(?:forslag)?\s+(?:nr\.?\s*)?"
    r"(?P<number>\d[\w/-]*(?:\.[\w/-]+)*)",
    re.IGNORECASE,
)
_OF_ONE = frozenset(("punkt", "punkter", "vej"))  # words of a standing title that do not tell of many matters
_BETWEEN = (  # words of times, and small ones
    "for over under efter mod pr d den kl ultimo primo kvartal halvår tertial uge mellem gennem omkring blandt langs "
    "imod inden herunder ifølge ifm iht jf mv mfl"
)


@lru_cache(maxsize=50_000)
def key(title: str) -> Key:
    """The stems of what a title is about, in whatever order it names them, without times and numbers in a row; empty
    for a standing item."""
    return tuple(sorted(map(analysis.stem, about(title))))


def about(title: str) -> tuple[str, ...]:
    """The words of what a title is about, in lower case, without times and numbers; none of a standing item."""
    return () if standing(title) else tuple(word for word in _told(title) if word not in _BETWEEN.split())


def timed(title: str) -> bool:
    """Whether a title names a time or a number that another of its series would have otherwise."""
    return _timeless(title) != analysis.normalise(title[:_LONGEST])


@lru_cache(maxsize=50_000)
def standing(title: str) -> bool:
    """Whether a title says nothing of what the item is about (see `mappings/danish/standing.txt`)."""
    known = danish.words("standing")
    return all(word in known or word in _BETWEEN.split() or word.isdigit() for word in _told(title))


def various(title: str) -> bool:
    """Whether a title says that the item is of many matters: it is standing, in so many words (*Sager på vej*).

    *Punkt 5*, *Vej* or no title at all say nothing either, but are of one matter for all that one can tell.
    """
    many = danish.words("standing") - _OF_ONE
    return standing(title) and any(word in many for word in _told(title))


def differ_in_number(one: str, other: str) -> bool:
    """Whether two titles name things that are told apart by their numbers, and not the same: *Lokalplan 562* and
    *Lokalplan 565*."""
    mine, theirs = _things(one), _things(other)
    nouns = {noun for noun, _ in mine} & {noun for noun, _ in theirs}
    return bool(nouns) and mine.isdisjoint(theirs)


@lru_cache(maxsize=50_000)
def _things(title: str) -> frozenset[tuple[str, str]]:
    found = _COUNTED_THING.finditer(analysis.normalise(title[:_LONGEST]))
    return frozenset((thing["noun"].lower(), thing["number"].lower()) for thing in found)


@lru_cache(maxsize=50_000)
def telling(title: str) -> tuple[str, ...]:
    """The words of a title that say what it is about, or what sort of paper: no stop words, times or numbers."""
    set_aside = danish.words("standing") | frozenset(_BETWEEN.split())
    words = _told(_PROPOSER.sub(" ", _MUNICIPALITY.sub(" ", analysis.normalise(title[:_LONGEST]))))
    return tuple(word for word in words if word not in set_aside and not word[0].isdigit())


def _told(title: str) -> list[str]:
    return analysis.content(analysis.words(_timeless(title)))


def _timeless(title: str) -> str:
    """The title less times, years and small numbers; a unit that is counted ("2. kvartal") stays without its number."""
    without = _TIMES.sub(
        lambda found: " ".join(_UNIT.findall(found.group())) or " ", analysis.normalise(title[:_LONGEST])
    )
    return _SMALL_NUMBER.sub(_kept, without)


def _kept(found: re.Match[str]) -> str:
    """A number stays where the word before it says that it names a thing, or is a name itself (*Bakkevej 12*)."""
    before = found["before"] or ""
    word = before.strip().rstrip(".")
    is_name = (word[:1].isupper() and found.start() > 0) or _STREET.fullmatch(word)
    return found.group() if word.lower() in _NAMES_A_THING.split() or is_name else before
