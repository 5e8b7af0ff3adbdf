"""The pages: one route each, one call of the service or two, one template."""

from __future__ import annotations

from flask import Blueprint, render_template, request, url_for

from search_api.access import PUBLIC
from search_api.noting import Note, nobody
from search_api.service import SearchService
from web import meeting_dates
from web.browsing import bodies_page, body_page, of_year, overview_page, year_asked
from web.facets import FIND_PERSON, LONGEST_NAME
from web.item_page import item_page
from web.person_links import participants, person_links
from web.search_page import search_page
from web.statement import Statement
from web.taking_links import taking_links
from web.wording import weekday_date


def blueprint(service: SearchService, statement: Statement, note: Note = nobody) -> Blueprint:
    """The pages over one service, and the accessibility statement; `note` is told what is searched for."""
    pages = Blueprint("pages", __name__)

    @pages.get("/")
    def search() -> str:
        given = request.args.to_dict(flat=False)
        within = given.pop(FIND_PERSON, None)
        person = within[0].strip()[:LONGEST_NAME] if within else ""
        asked, dates = meeting_dates.read(given)
        answer = service.search(asked, PUBLIC, person)
        if within is None and not dates.refused:  # else it was asked before, or is not what was asked
            note(asked, answer)
        page = search_page(asked, answer, url_for("pages.search"), person, dates)
        return render_template("search.html", page=page, taking_links=taking_links(asked, answer.total))

    @pages.get("/items/<path:item_id>")
    def item(item_id: str) -> str:
        answer = service.item(item_id, PUBLIC)
        meeting = service.meeting(answer.meeting.id, PUBLIC)
        marker = service.marker(request.args.get("q", ""), PUBLIC)
        page = item_page(answer, meeting, service.related(item_id, PUBLIC), marker)
        if answer.item.closed:
            return render_template("closed.html", page=page)
        listed = (one.name for one in meeting.participants)
        slugs = service.slugs((*answer.item.people, *listed), PUBLIC)
        people = person_links(answer.item.people, slugs)
        return render_template("item.html", page=page, people=people, participants=participants(meeting, slugs))

    @pages.get("/meetings/<path:meeting_id>")
    def meeting(meeting_id: str) -> str:
        found = service.meeting(meeting_id, PUBLIC)
        slugs = service.slugs((one.name for one in found.participants), PUBLIC)
        return render_template(
            "meeting.html",
            meeting=found,
            participants=participants(found, slugs),
            day=weekday_date(found.date),
            source_url=service.source_url(found, PUBLIC),
            around=service.around(found, PUBLIC),
        )

    @pages.get("/meetings")
    def meetings() -> str:
        year = year_asked(request.args.to_dict(flat=False))
        return render_template("meetings.html", year=of_year(service.calendar(year, PUBLIC)))

    @pages.get("/bodies")
    def bodies() -> str:
        year = year_asked(request.args.to_dict(flat=False))
        return render_template("bodies.html", page=bodies_page(service.body_list(year, PUBLIC)))

    @pages.get("/bodies/<slug>")
    def body(slug: str) -> str:
        year = year_asked(request.args.to_dict(flat=False))
        return render_template("body.html", page=body_page(service.body(slug, year, PUBLIC)))

    @pages.get("/overview")
    def overview() -> str:
        page = overview_page(service.overview(PUBLIC), service.status().problems)
        return render_template("overview.html", page=page)

    @pages.get("/accessibility")
    def accessibility() -> str:
        return render_template("accessibility.html", statement=statement)

    return pages
