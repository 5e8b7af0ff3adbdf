"""Pages of people: a list of them, and one person's part in the minutes, a year at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from flask import Blueprint, render_template, request, url_for

from mappings import alphabet
from mappings.analysis import normalise
from mappings.errors import BadRequest
from mappings.labels import ROLE_LABELS
from mappings.naming import slug as slugged
from mappings.told import Told
from search_api import careers, people_list
from search_api.access import PUBLIC
from search_api.answers import MeetingReference
from search_api.careers import Office, PersonAnswer, PersonYear
from search_api.people_list import PeopleAsked, PeopleList
from search_api.query import DEEPEST
from search_api.service import SearchService
from web import parameters
from web.browsing import YearLink
from web.paging import Pager, pages
from web.wording import gettext, translated

LONGEST_NAME = 200  # characters
FEW = 12  # offices shown at once; the others unfold


@dataclass(frozen=True, slots=True)
class LetterLink:
    """A letter to go to, and how many people stand under it."""

    letter: str
    people: int
    href: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PeoplePage:
    """A page of the people asked for; the hrefs lead to those of all years, and under all letters.

    `kept` is what stays where another year is chosen.
    """

    asked: PeopleAsked
    people: PeopleList
    years: tuple[YearLink, ...]
    letters: tuple[LetterLink, ...]
    kept: Mapping[str, str]
    every_year: str
    every_letter: str
    pager: Pager | None


@dataclass(frozen=True, slots=True)
class ShownOffice:
    """What somebody was, as what they were there, and the slug of the body."""

    office: Office
    role: str
    body: str


@dataclass(frozen=True, slots=True)
class ShownMeeting:
    """A meeting, and as what somebody was there."""

    meeting: MeetingReference
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPage:
    """The page of a person; `more` offices unfold."""

    person: PersonAnswer
    year: int | None
    years: tuple[YearLink, ...]
    offices: tuple[ShownOffice, ...]
    more: tuple[ShownOffice, ...]
    meetings: tuple[ShownMeeting, ...]
    answer: PersonYear
    pager: Pager | None


def blueprint(service: SearchService) -> Blueprint:
    """The pages over one service."""
    people = Blueprint("people", __name__)

    @people.get("/people")
    def every() -> str:
        given = parameters.single(request.args.to_dict(flat=False), "year", "letter", "name", "page")
        asked = PeopleAsked(
            year=parameters.year(given["year"]),
            letter=_letter(given["letter"]),
            name=normalise(given["name"])[:LONGEST_NAME].strip(),
            page=parameters.page(given["page"], DEEPEST // people_list.PAGE),
        )
        return render_template("people.html", page=people_page(asked, service.people(asked, PUBLIC)))

    @people.get("/people/<path:slug>")
    def person(slug: str) -> str:
        given = parameters.single(request.args.to_dict(flat=False), "year", "page")
        page = parameters.page(given["page"], DEEPEST // careers.PAGE)
        found = service.person_year(slug, parameters.year(given["year"]), page, PUBLIC)
        return render_template("person.html", page=person_page(found, page))

    return people


def people_page(asked: PeopleAsked, found: PeopleList) -> PeoplePage:
    """The page for a list of people."""
    last = -(-found.total // people_list.PAGE)
    return PeoplePage(
        asked=asked,
        people=found,
        years=tuple(YearLink(year, None, year == asked.year) for year in found.years),
        letters=tuple(
            LetterLink(letter, count, _address(replace(asked, letter=letter, page=1)), letter == asked.letter)
            for letter, count in found.letters.items()
        ),
        kept={name: value for name, value in (("letter", asked.letter), ("name", asked.name)) if value},
        every_year=_address(replace(asked, year=None, page=1)),
        every_letter=_address(replace(asked, letter="", page=1)),
        pager=pages(asked.page, last, lambda number: _address(replace(asked, page=number))),
    )


def person_page(found: PersonYear, page: int) -> PersonPage:
    """The page of a person and a year."""
    slug = found.person.slug
    offices = tuple(
        ShownOffice(office, role_label(office.role), slugged(office.body)) for office in found.person.offices
    )

    def address(number: int) -> str:
        return url_for("people.person", slug=slug, year=found.year, page=number if number > 1 else None)

    return PersonPage(
        person=found.person,
        year=found.year,
        years=tuple(YearLink(year, meetings, year == found.year) for year, meetings in found.years),
        offices=offices if len(offices) <= FEW + 1 else offices[:FEW],
        more=() if len(offices) <= FEW + 1 else offices[FEW:],
        meetings=tuple(ShownMeeting(one.meeting, role_label(one.role)) for one in found.meetings),
        answer=found,
        pager=pages(page, -(-min(found.named, DEEPEST) // careers.PAGE), address),
    )


def role_label(role: str) -> str:
    """What somebody was in a meeting, or that they are only named in its minutes."""
    return next((translated(label) for known, label in ROLE_LABELS.items() if known == role), gettext("Nævnt"))


def _address(asked: PeopleAsked) -> str:
    return url_for(
        "people.every",
        year=asked.year,
        letter=asked.letter or None,
        name=asked.name or None,
        page=asked.page if asked.page > 1 else None,
    )


def _letter(text: str) -> str:
    if text and text.lower() not in (*alphabet.LETTERS, alphabet.OTHERS):
        raise BadRequest(Told("%(text)s er ikke et bogstav.", text=repr(text[:100])), "letter")
    return text.upper()
