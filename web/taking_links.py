"""Where a search can be taken along from."""

from __future__ import annotations

from dataclasses import replace

from flask import url_for

from search_api.query import DEFAULT_SIZE, SearchRequest
from web.links import address
from web.search_page import Link
from web.wording import gettext


def taking_links(asked: SearchRequest, total: int) -> tuple[Link, ...]:
    """Each way to take the whole result of a search along, whatever the page shown, or what will come of it."""
    whole = replace(asked, page=1, size=DEFAULT_SIZE)
    of_results = (
        (gettext("Excel (CSV)"), "taking.csv"),
        (gettext("JSON Lines"), "taking.json_lines"),
        (gettext("Udskrift"), "taking.paper"),
    )
    of_search = (
        ((gettext("Gem søgning"), "saved.saved"),) if whole != SearchRequest() else ()
    )  # not of everything there is
    ways = (*(of_results if total else ()), *of_search, (gettext("Feed (Atom)"), "taking.feed"))
    return tuple(Link(label, address(url_for(endpoint), whole)) for label, endpoint in ways)
