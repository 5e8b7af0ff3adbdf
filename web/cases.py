"""Pages of cases: a list of them by year, and the course of one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from flask import Blueprint, render_template, request, url_for

from mappings.errors import NotFound
from search_api.access import PUBLIC
from search_api.answers import CaseAnswer, ClosedItem
from search_api.case_list import PAGE, CaseList
from search_api.query import DEEPEST
from search_api.related import MOST_OF_CASE
from search_api.service import SearchService
from web import parameters
from web.browsing import YearLink
from web.paging import Pager, pages

MOST_TITLES = 5  # that a case is told to have had besides


@dataclass(frozen=True, slots=True)
class CasesPage:
    """A page of the cases of a year."""

    cases: CaseList
    years: tuple[YearLink, ...]
    pager: Pager | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePage:
    """The course of a case; `titles` are the others it had, `closed` its items that may not be read."""

    case: CaseAnswer
    titles: tuple[str, ...]
    bodies: tuple[str, ...]
    first: dt.date
    last: dt.date
    closed: tuple[ClosedItem, ...]
    most_titles: int = MOST_TITLES
    told: int = MOST_OF_CASE


def blueprint(service: SearchService) -> Blueprint:
    """The pages over one service."""
    cases = Blueprint("cases", __name__)

    @cases.get("/cases")
    def every() -> str:
        given = parameters.single(request.args.to_dict(flat=False), "year", "page")
        page = parameters.page(given["page"], DEEPEST // PAGE)
        found = service.cases(parameters.year(given["year"]), page, PUBLIC)
        return render_template("cases.html", page=cases_page(found, page))

    @cases.get("/cases/<path:number>", merge_slashes=False)
    def case(number: str) -> str:
        parameters.single(request.args.to_dict(flat=False))
        closed = service.closed_of_case(number, PUBLIC)
        try:
            found = service.case(number, PUBLIC)
        except NotFound:
            if not closed:
                raise
            return render_template("closed_case.html", number=number, closed=closed)
        return render_template("case.html", page=case_page(found, closed))

    return cases


def cases_page(found: CaseList, page: int) -> CasesPage:
    """The page for a list of cases."""
    last = -(-min(found.total, DEEPEST) // PAGE)

    def address(number: int) -> str:
        return url_for("cases.every", year=found.year, page=number if number > 1 else None)

    years = tuple(YearLink(year, None, year == found.year) for year in found.years)
    return CasesPage(found, years, pages(page, last, address))


def case_page(found: CaseAnswer, closed: tuple[ClosedItem, ...]) -> CasePage:
    """The page of a case, its newest titles first."""
    entries = found.timeline[::-1]
    titles = dict.fromkeys(entry.title for entry in entries)
    return CasePage(
        case=found,
        titles=tuple(title for title in titles if title != found.title),
        bodies=tuple(dict.fromkeys(entry.body for entry in found.timeline)),
        first=entries[-1].date,
        last=entries[0].date,
        closed=closed,
    )
