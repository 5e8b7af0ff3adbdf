"""The layout of minutes, read from `layout.toml`: what the headings, labels and marks of a meeting are called."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from mappings.documents import SectionKind

# "Punkt 2-4: …" and "Punkt 1 og 3 …" speak of several items and open none.
_SPAN = r"\s?[-–]\s?\d{1,3}\s*(?:[:,.)]|$|og\b)|\s*(?:,|og|samt)\s*\d"
# What may stand before the name of an agenda's part: *B. Lukkede punkter*.
PART = r"(?:(?:(?:Del\s+)?(?:[A-Z]|[IVX]{1,4})|Del\s+\d)[.):]\s+)?"
# The ways in which nothing but an item's title says that it is closed; no sentence does by a capital or a comma.
_IN_A_TITLE = (
    r"|[(\[](?:{bracketed})[)\]]\s.*|.*\s[(\[](?:{bracketed})[)\]]"
    r"|.*,\s(?:{names})|[(\[]L[)\]]\s.*|[^\w\s]{{1,3}}\s?(?:{names})\s?[^\w\s]{{1,3}}\s.*"
    r"|(?:Lukket|Fortroligt?)\s*[,|/]\s.*"
    r"|(?-i:Lukket|Fortroligt?)\s+(?-i:[A-ZÆØÅ]|\d).*|.*\s(?-i:LUKKE[TS]|FORTROLIGT?|Lukket|Fortroligt?)"
    r"|(?-i:[A-ZÆØÅ]|\d).*\s(?:(?:lukket|fortroligt) (?:punkt|pkt|dagsordenspunkt)|(?:for|bag) lukkede døre)\.?"
)
_TOLERANT_SPACE = re.compile(r"\\ ")


@dataclass(frozen=True, slots=True)
class SectionName:
    """What a heading's words say: the kind of section, and whether they make one at any rank (`hard`)."""

    kind: SectionKind
    hard: bool


@dataclass(frozen=True)
class Layout:
    """The vocabulary, compiled. Patterns match from the beginning of a line; names are held case-folded."""

    names: dict[str, SectionName]
    patterns: tuple[tuple[re.Pattern[str], SectionName], ...]
    item: re.Pattern[str]
    other_item: re.Pattern[str]
    parted: re.Pattern[str]
    named_item: re.Pattern[str]
    openness: re.Pattern[str]
    unnumbered: frozenset[str]
    closed: re.Pattern[str]
    closed_title: re.Pattern[str]
    closed_behind: re.Pattern[str]
    closed_below: re.Pattern[str]
    doors_closed: re.Pattern[str]
    doors_open: re.Pattern[str]
    groups: re.Pattern[str]
    closed_groups: re.Pattern[str]
    case: re.Pattern[str]
    table_titles: frozenset[str]
    contents: frozenset[str]
    decision: re.Pattern[str]
    record: frozenset[str]
    informal: frozenset[str]
    informal_labels: frozenset[str]
    minutes: re.Pattern[str]
    agenda: re.Pattern[str]
    letterhead: re.Pattern[str]
    closing: re.Pattern[str]
    label: re.Pattern[str]
    labels: dict[str, str]
    qualifiers: dict[str, str]
    unions: frozenset[str]
    nobody: frozenset[str]
    no_attachment: frozenset[str]
    goes_on: frozenset[str]
    ending: re.Pattern[str]
    page: re.Pattern[str]
    navigation: re.Pattern[str]
    foot: re.Pattern[str]


@cache
def layout() -> Layout:
    """The layout of the minutes that are known."""
    data = tomllib.loads(files(__package__).joinpath("layout.toml").read_text(encoding="utf-8"))
    labels = {
        folded(name): role for role, own in data["meeting"]["labels"].items() for name in own["spaced"] + own["colon"]
    }
    return Layout(
        names=_names(data["section"]),
        patterns=_patterns(data["section"]),
        item=_item(data["item"]["words"], data["item"]["open"]),
        other_item=_item(data["item"]["others"], data["item"]["open"]),
        parted=_parted(data["item"]["words"] + data["item"]["others"]),
        named_item=_compiled(
            rf"(?:{_any(data['item']['named'])})(?P<number>)(?P<part>)\s*(?P<mark>:)\s+(?P<title>[^\W\d_(\[].*)"
        ),
        openness=_compiled(
            rf"(?:{PART}|(?:Status|Offentlighed|(?:Sags|Punkt)type)\s*:\s*)[(\[]?(?:{_any(data['item']['open'])})[)\]]?[.:]?"
        ),
        unnumbered=frozenset(map(folded, data["item"]["unnumbered"])),
        closed=_closed(data["item"], data["item"]["closed"]),
        closed_title=_closed(data["item"], _behind(data["item"]), _IN_A_TITLE),
        closed_behind=_compiled(rf"(?:{_any(_behind(data['item']))})\.?"),
        closed_below=_compiled(rf"[(\[]?(?:{'|'.join(data['item']['closed_below'])})"),
        doors_closed=_compiled("|".join(data["item"]["doors_closed"])),
        doors_open=_compiled("|".join(data["item"]["doors_open"])),
        groups=_compiled(rf"{PART}(?:{'|'.join(data['item']['groups'] + data['item']['closed_groups'])})[.:]?"),
        closed_groups=_compiled(rf"{PART}(?:{'|'.join(data['item']['closed_groups'])})[.:]?"),
        case=_case(data["item"]),
        table_titles=frozenset(map(folded, data["table"]["titles"])),
        contents=frozenset(map(folded, data["contents"]["names"])),
        decision=re.compile(
            rf"(?P<word>{_any(data['decision']['names'])})(?P<rest>$|[\s:,–-].*)", re.IGNORECASE | re.DOTALL
        ),
        record=frozenset(map(folded, data["decision"]["record"])),
        informal=frozenset(map(folded, data["decision"]["informal"])),
        informal_labels=frozenset(map(folded, data["decision"]["informal"] + data["decision"]["labels"])),
        minutes=_compiled(rf"(?<!\w)(?:{_any(data['meeting']['minutes'])})(?!\w)", whole=False),
        agenda=_compiled(rf"(?<!\w)(?:{_any(data['meeting']['agenda'])})(?!\w)", whole=False),
        letterhead=_compiled("|".join(data["meeting"]["letterhead"])),
        closing=_compiled("|".join(data["meeting"]["closing"])),
        label=_label(data["meeting"]["labels"].values()),
        labels=labels,
        qualifiers={word: role for role in ("present", "absent", "secretary") for word in data["participant"][role]},
        unions=frozenset(data["participant"]["unions"]),
        nobody=frozenset(data["participant"]["nobody"]),
        no_attachment=frozenset(data["attachment"]["none"]),
        goes_on=frozenset(data["attachment"]["goes_on"]),
        ending=re.compile(rf"\.(?:{'|'.join(data['attachment']['endings'])})$", re.IGNORECASE),
        page=_compiled("|".join(data["page"]["furniture"])),
        navigation=_compiled("|".join(data["page"]["navigation"])),
        foot=_compiled("|".join(data["page"]["foot"])),
    )


def section_name(heading: str) -> SectionName | None:
    """What the whole of a heading's words says; None where they are no section's name."""
    own = layout()
    words = folded(heading)
    if found := own.names.get(words):
        return found
    if len(words) > _LONGEST_NAME:
        return None
    return next((name for pattern, name in own.patterns if pattern.fullmatch(heading.rstrip(" :"))), None)


_LONGEST_NAME = 80  # characters; a heading by pattern is shorter, and prose need not be tried


def folded(text: str) -> str:
    """A name as it is compared: without case and a trailing colon, blanks made single."""
    return " ".join(text.split()).rstrip(" :.").casefold()


def _names(sections: Iterable[dict[str, object]]) -> dict[str, SectionName]:
    return {folded(name): _name(section) for section in sections for name in _strings(section, "names")}


def _patterns(sections: Iterable[dict[str, object]]) -> tuple[tuple[re.Pattern[str], SectionName], ...]:
    return tuple(
        (_compiled(pattern), _name(section)) for section in sections for pattern in _strings(section, "patterns")
    )


def _name(section: dict[str, object]) -> SectionName:
    return SectionName(section["kind"], bool(section["hard"]))  # type: ignore[arg-type]  # the TOML is ours


def _strings(section: dict[str, object], key: str) -> list[str]:
    found = section.get(key, [])
    return [str(one) for one in found] if isinstance(found, list) else []


def _any(names: Iterable[str]) -> str:
    longest_first = sorted(names, key=len, reverse=True)
    return "|".join(_TOLERANT_SPACE.sub(r"\\s+", re.escape(name)) for name in longest_first)


def _compiled(pattern: str, *, whole: bool = True) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern})$" if whole else pattern, re.IGNORECASE | re.DOTALL)


def _item(words: Iterable[str], opened: Iterable[str]) -> re.Pattern[str]:
    """A word and a number, perhaps a sign, and the title: *Punkt 5: …*, *Pkt. 5 – …*, *Lukket punkt nr. 5: …*.

    Before the sign *(åbent)* may stand.
    """
    return _compiled(
        rf"(?:(?P<said>Åbent|Offentligt|Lukket|Fortroligt|Ikke[- ]offentligt)\s)?(?:{_any(words)})\s*:?\s*"
        rf"(?P<number>\d{{1,3}})(?P<part>[a-z](?!\w))?(?!\d|[/.]\d|\.[a-h](?!\w)|{_SPAN})"
        rf"\s*(?:[(\[](?:{_any(opened)})[)\]]\s*(?=[:.–—-]))?(?P<mark>[:.)|·•–—-]?)\s*(?P<title>.*)"
    )


def _parted(words: Iterable[str]) -> re.Pattern[str]:
    """A number with that of a part, and the title: *3.1 …*, *3a. …*, *Punkt 3.b: …*; no time, *9.00*."""
    return _compiled(
        rf"(?:(?:{_any(words)})\s*)?(?P<number>\d{{1,3}})(?P<part>\.[1-9]\d?|\.?[a-h])"
        r"(?P<mark>[:.)–-]?)\s+(?P<title>[^\W_].*)"
    )


def _closed(item: dict[str, list[str]], behind: Iterable[str], besides: str = "") -> re.Pattern[str]:
    """*Lukket*, *Lukket punkt*, *Lukket: Løn*, *Lukket (løn)*, *Løn (lukket)*; never *Lukket afdeling*.

    `behind` are the names that may stand behind a title, `besides` one more way for them to do so.
    """
    own, names = _any(item["closed"] + item["confidential"]), _any(behind)
    return _compiled(
        rf"{PART}[(\[]?(?:{own})[)\]]?[.:]?|(?:{own})\s*[:–-]\s(?!nej\W*$).*|[(\[](?:{own})[)\]].*|(?:{own})\s*[(\[].*[)\]]"
        rf"|{PART}(?:{'|'.join(item['closed_before'])})\b(?!\s*:\s*nej\W*$).*|.*[(\[](?:{names})\.?[)\]]|.*\s[–-]\s(?:{names})"
        + besides.format(names=names, bracketed=_any(item["bracketed"]))
    )


def _behind(item: dict[str, list[str]]) -> list[str]:
    """All that may stand behind the title of a closed item."""
    return item["closed"] + item["confidential"] + item["confidential_behind"]


def _case(item: dict[str, list[str]]) -> re.Pattern[str]:
    """A case number alone on its line, in brackets or after its label; after a label it may have any form.

    Old ones of KL's plan have a blank within: *J.nr. 13.06.02 G10/97*.

    After *Sag*, which may open an item as well, it has one of its own: *Sag nr. 4* is an item. *Åben* before or behind
    it tells nothing, *Lukket* behind it `closes` its item.
    """
    opened, closed = rf"(?:{_any(item['open'])})", rf"(?P<closes>{_any(item['closed'] + item['confidential'])})"
    opens = rf"(?:{_any(item['others'])})\s*:?\s*\d{{1,3}}"
    label = rf"(?:(?:{_any(item['case_systems'])})[- ])?(?:{_any(item['case_labels'])})"
    return _compiled(
        rf"(?!{opens}$)(?:{opened}\s*[–-]\s*)?[(\[]?(?:{label}\.?\s*:?\s*(?P<labelled>(?:\d\d\.\d\d\.\d\d\s)?[\w./-]*\d(?:[\w./-]*\w)?)\.?"
        rf"|(?:Sag:?\s+)?(?P<bare>{'|'.join(item['case_numbers'])}))[)\]]?"
        rf"(?:(?:\s*[,;|–-]\s*|\s+)(?:{opened}|{closed}))?"
    )


def _label(kinds: Iterable[dict[str, list[str]]]) -> re.Pattern[str]:
    """A label at the beginning of a line: any of them before a colon, a tab or the line's end, some before a space."""
    kinds = list(kinds)
    spaced = _any(name for own in kinds for name in own["spaced"])
    every = _any(name for own in kinds for name in own["spaced"] + own["colon"])
    return _compiled(rf"(?P<label>(?:{every})(?=\s*[:|]|\s*\t|\s*$)|(?:{spaced})(?=\s))[ :|\t]*(?P<value>.*)")
