"""One word for what is written in several ways: dates, amounts, times, sections of an act, hyphens.

*28. juni 2021*, *28-06-2021* and *28.6.21* have no word in common, though they are one date. So an item's text holds,
besides its own words, the one word that stands for each of them (`20210628`), and a question that names the date asks
for that word in place of its own. What is only looked for besides (*IT-strategi* as *itstrategi*) is `held` alone.

| written | held besides | asked in its place |
|---|---|---|
| 28. juni 2021, 28-06-2021, 28/6-2021, 28.6.21 | `20210628` | `20210628` |
| 1.200.000 kr., 1,2 mio. kr., 1.200 t.kr., 1200000 | `1200000` | `1200000` |
| kl. 9-12, kl. 09.00 til 12:00 | `kl0900 kl1200` | `kl0900 kl1200` |
| §§ 8 og 9 | `pgf8 pgf9` | `pgf8 pgf9` |
| § 17, stk. 4, paragraf 17 stk 4 | `pgf17 pgf17stk4` | `pgf17stk4` |
| § 17, stk. 4 og 5, § 17, stk. 4-5 | `pgf17 pgf17stk4 pgf17stk5` | `pgf17stk4 pgf17stk5` |
| A/S | `as` | `as` |
| 2021/22, 2021-22 | `2021 2022 20212022` | `2021 2022` |
| HTKs | `htk` | `htk` |
| IT-strategi | `itstrategi` | `it strategi` |
| ældre- og handicapområdet | `ældreområdet` | its own words |
| Office365 | `office 365` | `office 365` |
| MED-udvalg | `medudvalg` | `medudvalg` |
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from mappings import compounds, danish, dates


@dataclass(frozen=True, slots=True)
class Writing:
    """A stretch of a text, [start, end) in characters, and its words; without `asked` its own are asked for."""

    start: int
    end: int
    held: tuple[str, ...]
    asked: tuple[str, ...] = ()


def find(text: str) -> list[Writing]:
    """Everything in a text that may be written otherwise, in order; of two that overlap the kind tried first."""
    found: list[Writing] = []
    for kind in _kinds(text):
        for writing in kind(text):
            if all(writing.end <= other.start or other.end <= writing.start for other in found):
                found.append(writing)
    return sorted(found, key=lambda writing: writing.start)


def joined(text: str) -> Iterator[Writing]:
    """Of `find` only what a hyphen stands in or behind, *IT-strategi* and *ældre-* of *ældre- og handicapområdet*."""
    if "-" in text or "‑" in text or "‐" in text:
        yield from _hyphenated(text)
        yield from _left_out(text)


def held(text: str) -> list[str]:
    """The words that a text holds besides its own, each once."""
    return list(dict.fromkeys(word for writing in find(text) for word in writing.held))


def _dates(text: str) -> Iterator[Writing]:
    for match, date in dates.matches(text):
        word = f"{date:%Y%m%d}"
        yield Writing(match.start(), match.end(), (word,), (word,))


_SECTION = re.compile(
    r"(?:§|(?<!\w)[Pp]aragraf)\s*(?P<section>\d{1,4})(?!\d)(?:\s?(?P<letter>[a-hA-H])(?!\w))?"
    r"(?:,?\s*[Ss]tk\.?\s*(?P<part>\d{1,2})(?!\d))?(?:,?\s*[Nn]r\.?\s*(?P<number>\d{1,2})(?!\d))?"
)


def _sections(text: str) -> Iterator[Writing]:
    for match in _SECTION.finditer(text) if "§" in text or "aragraf" in text else ():
        words = [f"pgf{match['section']}{(match['letter'] or '').lower()}"]
        for name, group in (("stk", "part"), ("nr", "number")):
            words += [f"{words[-1]}{name}{match[group]}"] if match[group] else []
        further = _PARTS_LISTED.match(text, match.end()) if match["part"] and not match["number"] else None
        parts = [f"{words[0]}stk{part}" for part in _further_parts(int(match["part"]), further[0])] if further else []
        yield Writing(match.start(), (further or match).end(), (*words, *parts), (words[-1], *parts))
        if text[match.start() - 1 : match.start()] == "§" and len(words) == 1:
            yield from _further_sections(text, match.end())


# *stk. 1 og 2. pkt.* names a sentence, no other part.
_PARTS_LISTED = re.compile(
    r"(?:\s*[-–]\s*\d{1,2}|(?:\s*,\s*\d{1,2}(?!\d))*\s+(?:og|eller|samt)\s+\d{1,2})(?![\d/]|\.\s*(?:pkt|punktum))"
)


def _further_parts(first: int, listed: str) -> list[int]:
    """The others of *stk. 4, 5 og 7*, and of *stk. 4-6*."""
    numbers = [int(number) for number in _FIGURES.findall(listed)]
    return list(range(first + 1, numbers[0] + 1)) if listed.strip()[0] in "-–" else numbers


_FURTHER = re.compile(r"(?:\s*,\s*\d{1,4}(?:\s?[a-h](?!\w))?)*\s+(?:og|eller|samt)\s+\d{1,4}(?!\d)(?:\s?[a-h](?!\w))?")
_SECTION_NUMBER = re.compile(r"(\d{1,4})(?:\s?([a-h])(?!\w))?")


def _further_sections(text: str, start: int) -> Iterator[Writing]:
    """The others of *§§ 8, 9 a og 12*."""
    listed = _FURTHER.match(text, start)
    for one in _SECTION_NUMBER.finditer(text, start, listed.end()) if listed else ():
        word = f"pgf{one[1]}{one[2] or ''}"
        yield Writing(one.start(), one.end(), (word,), (word,))


_TIME = r"(?P<{0}h>\d{{1,2}})(?:[.:](?P<{0}m>\d\d))?(?![\d/])"
_TIMES = re.compile(
    rf"[Kk]l(?:okken)?(?<!\w[Kk]l)(?<!\w[Kk]lokken)\.?\s*{_TIME.format('a')}"
    rf"(?:\s*(?:[-–]|til)\s*(?:kl\.?\s*)?{_TIME.format('b')})?"
)


def _times(text: str) -> Iterator[Writing]:
    for match in _TIMES.finditer(text):
        pairs = [(int(match[f"{one}h"]), int(match[f"{one}m"] or 0)) for one in "ab" if match[f"{one}h"]]
        if all(hour < 24 and minute < 60 for hour, minute in pairs):
            words = tuple(f"kl{hour:02d}{minute:02d}" for hour, minute in pairs)
            yield Writing(match.start(), match.end(), words, words)


_YEARS = re.compile(r"(?<![\d/.-])(?P<first>(?:19|20)\d\d)\s?(?P<sign>[-–/])\s?(?P<last>(?:19|20)?\d\d)(?![\d/-])")
_MOST_YEARS = 20


def _years(text: str) -> Iterator[Writing]:
    for match in _at_figures(_YEARS, text):
        first, last = match["first"], match["last"].rjust(4)
        last = last.replace("  ", first[:2])
        if 0 < int(last) - int(first) <= _MOST_YEARS:
            if match["sign"] == "/":  # which else is one word, as a case number is
                yield Writing(match.start(), match.end(), (first, last, first + last), (first, last))
            elif len(match["last"]) == 2:
                yield Writing(match.start(), match.end(), (last, first + last), (first, last))
            else:
                yield Writing(match.start(), match.end(), (first + last,))


# With the thousands parted, or told in millions; what is written in plain figures is a word as it stands.
_AMOUNT = re.compile(
    r"(?:(?<![\d.,/§-])|(?<=\bkr\.))"
    r"(?P<figures>\d{1,3}(?:\.\d{3})+|\d{1,3}(?:[ \u00a0]\d{3}){2,}|\d{1,6})(?:,(?P<decimals>\d{1,3}))?"
    r"(?![\d/]|[.,]\d)(?:\s?(?P<scale>mio|mia|mill|million|millioner|milliard|milliarder|t\.?\s?kr)(?!\w))?",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\D")


def _amounts(text: str) -> Iterator[Writing]:
    for match in _at_figures(_AMOUNT, text):
        figures, scale = match["figures"], (match["scale"] or "").lower()
        if figures.isdigit() and not scale:
            continue
        value = Decimal(f"{_PARTS.sub('', figures)}.{match['decimals'] or 0}")
        value *= 10 ** _zeros(scale)
        word = f"{int(value)}" if value == int(value) else f"{value.normalize():f}".replace(".", "komma")
        yield Writing(match.start(), match.end(), (word,), (word,))


def _zeros(scale: str) -> int:
    """The zeros that a scale, *mio*, *mia* or *t.kr*, stands for."""
    if scale.startswith("t"):
        return 3
    return 9 if scale in ("mia", "milliard", "milliarder") else 6 if scale else 0


_COMPANY = re.compile(r"/(?<=[^\W\d_]/)(?<![\w/.][^\W\d_]/)([^\W\d_])(?![\w/])")


def _companies(text: str) -> Iterator[Writing]:
    for match in _COMPANY.finditer(text):
        word = f"{text[match.start() - 1]}{match[1]}".lower()
        yield Writing(match.start() - 1, match.end(), (word,), (word,))


_GENITIVE = re.compile(r"[A-ZÆØÅ][A-ZÆØÅ]{1,5}s(?!\w)")  # with its first letter apart, for which alone `re` looks ahead


def _genitives(text: str) -> Iterator[Writing]:
    """*HTKs*: where there is no vowel no stemmer takes the *s* off."""
    for match in _GENITIVE.finditer(text):
        if not text[match.start() - 1 : match.start()].isalnum():
            word = match[0][:-1].lower()
            yield Writing(match.start(), match.end(), (word,), (word,))


def without_genitive(word: str) -> str:
    """*HTK* of *HTKs*; any other word as it is."""
    return word[:-1] if _GENITIVE.fullmatch(word) else word


_HYPHEN, _BETWEEN = re.compile(r"[-‐‑]"), re.compile(r"[-‐‑](?<=[^\W\d_].)(?=[^\W\d_])")
_LETTERS_BEFORE, _HYPHENATED = re.compile(r"[^\W\d_]+$"), re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)+(?![\w/-])")
_LONGEST = 64  # characters that are looked at before a hyphen


def _hyphenated(text: str) -> Iterator[Writing]:
    end = 0
    for hyphen in _BETWEEN.finditer(text):
        before = _LETTERS_BEFORE.search(text[max(end, hyphen.start() - _LONGEST) : hyphen.start()])
        start = hyphen.start() - len(before[0]) if before else end
        match = _HYPHENATED.match(text, start)
        if match and text[start - 1 : start] not in _JOINED:
            end = match.end()
            joined = (_HYPHEN.sub("", match[0]).lower(),)
            yield Writing(start, end, joined, joined if _is_one_word(match[0]) else ())


def _is_one_word(hyphenated: str) -> bool:
    """Whether its first part is a stop word, without which it means something else: *MED-udvalg*; not *børne-og*."""
    stop = danish.stop_words()
    first, *others = _HYPHEN.split(hyphenated.lower())
    return first in stop and stop.isdisjoint(others)


_LEFT_OUT = re.compile(r"[-‐‑](?=,?\s)")
_COMPLETED = re.compile(r"(?:,\s+[^\W\d_]+[-‐‑])*,?\s+(?:og|eller|samt)\s+(?P<whole>[^\W\d_]+)(?![\w-])")


def _left_out(text: str) -> Iterator[Writing]:
    """*ældre-* of *ældre- og handicapområdet*, which is the *ældreområdet*: it lacks what the last one ends in."""
    for hyphen in _LEFT_OUT.finditer(text):
        before = _LETTERS_BEFORE.search(text[max(0, hyphen.start() - _LONGEST) : hyphen.start()])
        completed = _COMPLETED.match(text, hyphen.end()) if before else None
        ending = compounds.ending(completed["whole"].lower()) if completed else None
        if before and ending:
            start = hyphen.start() - len(before[0])
            yield Writing(start, hyphen.end(), (before[0].lower() + ending,))


# Three letters and more: of fewer it is a unit or the like (*m2, CO2, A4*). What goes on is an address or a file.
_NUMBERED = re.compile(r"\d(?<=[^\W\d_]{3}.)\d{0,3}(?![\w@/]|[.,-]\w)")


def _numbered(text: str) -> Iterator[Writing]:
    """*Office365*, which is *Office 365* as well."""
    for figures in _NUMBERED.finditer(text):
        before = _LETTERS_BEFORE.search(text[max(0, figures.start() - _LONGEST) : figures.start()])
        start = figures.start() - len(before[0]) if before else 0
        if before and text[start - 1 : start] not in _JOINED:
            words = (before[0].lower(), figures[0])
            yield Writing(start, figures.end(), words, words)


_FIGURES = re.compile(r"\d+")
_JOINED = frozenset("0123456789_/-‐‑")


def _at_figures(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Matches that begin where a run of figures does, not overlapping."""
    end = 0
    for figures in _FIGURES.finditer(text):
        match = pattern.match(text, figures.start()) if figures.start() >= end else None
        if match:
            end = match.end()
            yield match


_Kind = Callable[[str], Iterator[Writing]]
_WITH_SIGNS: tuple[_Kind, ...] = (_companies, _genitives, _hyphenated, _left_out)
_WITH_FIGURES: tuple[_Kind, ...] = (_dates, _sections, _times, _years, _amounts, _numbered, *_WITH_SIGNS)
_SIGNS = re.compile(r"[/‐‑-]")


def _kinds(text: str) -> tuple[_Kind, ...]:
    """The kinds of which a text may hold something: most headings and titles have nothing that any begins with."""
    if _FIGURES.search(text):
        return _WITH_FIGURES
    return _WITH_SIGNS if _SIGNS.search(text) or _GENITIVE.search(text) else ()
