"""The filters beside the results: each value with its count, and where following it leads; years as bars."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from mappings.labels import OUTCOME_LABELS
from search_api.answers import FacetValue, SearchAnswer
from search_api.beginnings import begins, folded
from search_api.facets import LARGEST_FACET
from search_api.query import SearchRequest, parameters
from web import links
from web.wording import gettext, ngettext, number, shortened, translated

FEW = 6  # values of a facet shown at once; the others unfold
FEW_YEARS = 10
ALL_YEARS = 24  # years of which each has a place, also those without items; more of them unfold by decades
LONGEST_TITLE = 50  # characters of what a case is called
LONGEST_NAME = 100  # characters of it that are read
FIND_PERSON = "find_person"  # the parameter of the page that narrows the people shown

_SHOWN = ("year", "body", "person", "case", "outcome", "attachments")


@dataclass(frozen=True, slots=True, kw_only=True)
class Toggle:
    """A value to filter by: following `href` puts it on, or takes it off where it is chosen; without, it only tells.

    `about` tells what a case is about; `bar` is how long a year's bar is, in per cent of the longest.
    """

    value: str
    label: str
    count: int
    chosen: bool = False
    href: str = ""
    about: str = ""
    bar: float | None = None


@dataclass(frozen=True, slots=True)
class Folded:
    """Values that unfold; `opened` where one of them is chosen."""

    label: str
    values: tuple[Toggle, ...]
    opened: bool = False


@dataclass(frozen=True, slots=True)
class Within:
    """The field that searches within a facet: the parameters it carries along, what was typed, what came of it."""

    kept: tuple[tuple[str, str], ...]
    typed: str
    told: str


@dataclass(frozen=True, slots=True)
class Facet:
    """A kind of filter."""

    name: str
    heading: str
    values: tuple[Toggle, ...]
    folded: tuple[Folded, ...] = ()
    within: Within | None = None


def facets(request: SearchRequest, answer: SearchAnswer, base: str, typed: str) -> tuple[Facet, ...]:
    """Those that there is something to choose in; `typed` is what the names of the people shown begin with."""
    made = (_facet(request, name, answer, base, typed) for name in _SHOWN)
    return tuple(facet for facet in made if facet.values or facet.within)


def _facet(request: SearchRequest, name: str, answer: SearchAnswer, base: str, typed: str) -> Facet:
    toggles = [_toggle(request, name, value, answer, base) for value in answer.facets[name]]
    if name == "year":
        return _years(toggles)
    if name == "attachments":
        having = sorted(toggles, key=lambda toggle: toggle.value, reverse=True)
        return Facet(name, gettext("Bilag"), tuple(having) if len(having) > 1 else ())
    if name == "person":
        return _people(request, toggles, typed)
    headings = {"body": gettext("Udvalg og fora"), "outcome": gettext("Beslutning"), "case": gettext("Sager")}
    return _unfolding(name, headings[name], toggles)


def _unfolding(name: str, heading: str, toggles: Sequence[Toggle]) -> Facet:
    first = [toggle for i, toggle in enumerate(toggles) if i < FEW or toggle.chosen]
    rest = tuple(toggle for toggle in toggles if toggle not in first)
    if len(rest) < 2:  # one more takes no more room than the words that unfold it
        return Facet(name, heading, tuple(toggles))
    return Facet(name, heading, tuple(first), (Folded(gettext("Vis %(number)s flere", number=len(rest)), rest),))


def _people(request: SearchRequest, toggles: Sequence[Toggle], typed: str) -> Facet:
    """People, of whom those whose name begins as typed are all shown, and a field to type in where they are several."""
    facet = _unfolding("person", gettext("Personer"), toggles)
    if not typed and not facet.folded:
        return facet
    kept = tuple(parameters(replace(request, page=1)))
    if not typed:
        return replace(facet, within=Within(kept, "", ""))
    return replace(facet, values=tuple(toggles), folded=(), within=Within(kept, typed, _told(toggles, typed)))


def _told(toggles: Sequence[Toggle], typed: str) -> str:
    words = folded(typed)
    found = sum(begins(words, toggle.label) for toggle in toggles)
    if found >= LARGEST_FACET:
        return gettext("De %(number)s med flest punkter", number=found)
    return ngettext("%(num)s person", "%(num)s personer", found) if found else gettext("Ingen med det navn")


def _years(toggles: Sequence[Toggle]) -> Facet:
    """Years as a histogram that lies down, newest first; where they are not too many, those without items too."""
    heading = gettext("År")
    if not toggles:
        return Facet("year", heading, ())
    known = {toggle.value: toggle for toggle in toggles}
    newest, oldest = int(max(known)), int(min(known))
    longest = max(toggle.count for toggle in toggles)
    if longest and newest - oldest < ALL_YEARS:
        every = map(str, range(newest, oldest - 1, -1))
        known = {year: known.get(year, Toggle(value=year, label=year, count=0)) for year in every}
    bars = [replace(one, bar=round(100 * one.count / longest, 1) if one.count else None) for one in known.values()]
    shown = len(bars) if len(bars) == FEW_YEARS + 1 else FEW_YEARS
    return Facet("year", heading, tuple(bars[:shown]), tuple(_earlier(bars[shown:], by_decade=len(bars) > ALL_YEARS)))


def _earlier(bars: Sequence[Toggle], by_decade: bool) -> Iterable[Folded]:
    if not by_decade:
        if bars:
            yield _folded(ngettext("Vis %(num)s tidligere år", "Vis %(num)s tidligere år", len(bars)), bars)
        return
    for _, decade in groupby(bars, lambda bar: int(bar.label) // 10):
        own = list(decade)
        years = f"{own[-1].label}–{own[0].label}" if len(own) > 1 else own[0].label
        yield _folded(f"{years} ({number(sum(one.count for one in own))})", own)


def _folded(label: str, bars: Sequence[Toggle]) -> Folded:
    return Folded(label, tuple(bars), any(bar.chosen for bar in bars))


def _toggle(request: SearchRequest, name: str, value: FacetValue, answer: SearchAnswer, base: str) -> Toggle:
    text = str(value.value)
    toggled = links.toggled(request, name, text, value.chosen)
    if value.chosen:  # by the question itself, it may be
        read = (r for r in answer.query.readings if r.effect == "narrows" and text in r.asks.get(name, ()))
        toggled = links.literally(toggled, *(reading.text for reading in read))
    return Toggle(
        value=text,
        label=_label(name, text),
        count=value.count,
        chosen=value.chosen,
        href=links.address(base, toggled),
        about=shortened(value.label or "", LONGEST_TITLE),
    )


def _label(name: str, value: str) -> str:
    if name == "attachments":
        return links.attachments_label(value)
    if name == "outcome":
        return next(translated(known) for outcome, known in OUTCOME_LABELS.items() if outcome == value)
    return value
