"""The JSON API under /api/v1: each route one call of the service; errors are problem+json."""

from __future__ import annotations

import datetime as dt
import logging
from dataclasses import replace
from typing import Any

from flask import Blueprint, Flask, Response, request
from werkzeug.exceptions import HTTPException
from werkzeug.http import is_resource_modified

from engines.asked import ATTACHMENTS
from mappings.documents import OUTCOMES, Meeting, encode
from mappings.errors import BadRequest, Busy, NotFound, ReferatError
from mappings.told import Told
from search_api import openapi
from search_api.access import PUBLIC
from search_api.answers import (
    CaseAnswer,
    HitsAnswer,
    ItemAnswer,
    Problem,
    RelatedAnswer,
    SearchAnswer,
    StatusAnswer,
    SuggestAnswer,
)
from search_api.careers import PersonAnswer
from search_api.exporting import MOST_HITS, entity_tag, key
from search_api.noting import Note, nobody
from search_api.openapi import Operation, Parameter
from search_api.query import DEEPEST, DEFAULT_SIZE, LARGEST_SIZE, SORTS, from_parameters, suggest_parameters
from search_api.release import product_version
from search_api.service import SearchService

log = logging.getLogger(__name__)
PREFIX = "/api/v1"
# What Flask finds wrong, title and detail, in Danish as all that this API says.
_OF_FLASK = {
    400: ("Forkert forespørgsel", "Forespørgslen eller dens vært (Host) kan ikke læses."),
    404: ("Findes ikke", f"Der er intet på denne adresse. Adresserne står i {PREFIX}/openapi.json."),
    405: ("Det kan denne adresse ikke", "Her kan kun læses (GET)."),
}
_OTHERWISE = "Forespørgslen kan ikke besvares"
RETRY_AFTER = 10  # seconds after which who was told that nothing can be searched should ask again


def _repeated(schema: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": schema}


_TEXT = {"type": "string"}
_DATE = {"type": "string", "format": "date"}
_SEARCH = (
    Parameter("q", "Spørgsmålet; tomt viser de nyeste punkter.", _TEXT),
    Parameter("body", "Udvalg eller forum; kan gentages.", _repeated(_TEXT)),
    Parameter("year", "Mødets år; kan gentages.", _repeated({"type": "integer", "minimum": 1900, "maximum": 2199})),
    Parameter("person", "Deltager eller nævnt person, i enhver stavemåde; kan gentages.", _repeated(_TEXT)),
    Parameter("present", "Person, der deltog i mødet (til stede eller sekretær); kan gentages.", _repeated(_TEXT)),
    Parameter("absent", "Person, der var fraværende (afbud) fra mødet; kan gentages.", _repeated(_TEXT)),
    Parameter("case", "Sagsnummer, fx 21/5239; kan gentages.", _repeated(_TEXT)),
    Parameter("outcome", "Beslutningens udfald; kan gentages.", _repeated({"type": "string", "enum": list(OUTCOMES)})),
    Parameter(
        "attachments",
        "Med bilag (yes) eller uden (no); kan gentages.",
        _repeated({"type": "string", "enum": list(ATTACHMENTS)}),
    ),
    Parameter("from", "Tidligste mødedato.", _DATE),
    Parameter("to", "Seneste mødedato.", _DATE),
    Parameter("literal", "Ord i spørgsmålet, der skal tages, som de står; kan gentages.", _repeated(_TEXT)),
    Parameter("sort", "Rækkefølge; ellers relevance, uden spørgsmål newest.", {"type": "string", "enum": list(SORTS)}),
    Parameter(
        "page",
        f"Side, fra 1; page gange size er højst {DEEPEST}.",
        {"type": "integer", "minimum": 1, "maximum": DEEPEST, "default": 1},
    ),
    Parameter(
        "size",
        "Resultater pr. side.",
        {"type": "integer", "minimum": 1, "maximum": LARGEST_SIZE, "default": DEFAULT_SIZE},
    ),
)
_SUGGEST = (
    Parameter("q", "Det, der er skrevet indtil nu; det sidste ord tæller som begyndt.", _TEXT),
    Parameter("size", "Forslag i alt.", {"type": "integer", "minimum": 1, "maximum": LARGEST_SIZE, "default": 10}),
)
_ITEM_ID = Parameter("item_id", "Punktets id, fx direktionen-2021-06-28-05.", _TEXT, "path")
_NUMBER = Parameter("number", "Sagsnummer, fx 21/5239; skråstregen kan stå som den er eller som %2F.", _TEXT, "path")
_SLUG = Parameter("slug", "Personens id, fx anna-lund.", _TEXT, "path")
_MEETING_ID = Parameter("meeting_id", "Mødets id, fx direktionen-2021-06-28.", _TEXT, "path")

OPERATIONS = (
    Operation("/search", "search", "Søg i dagsordenspunkter og beslutninger.", SearchAnswer, _SEARCH, (400,)),
    Operation("/hits", "hits", "Id'er på alle resultater af en søgning.", HitsAnswer, _SEARCH, (400,)),
    Operation("/suggest", "suggest", "Forslag, mens der skrives.", SuggestAnswer, _SUGGEST, (400,)),
    Operation("/items/{item_id}", "item", "Et punkt.", ItemAnswer, (_ITEM_ID,), (400, 404)),
    Operation(
        "/items/{item_id}/related",
        "related",
        "Hvad der hænger sammen med et punkt, og sagens tidslinje.",
        RelatedAnswer,
        (_ITEM_ID,),
        (400, 404),
    ),
    Operation("/cases/{number}", "case", "En sag med dens tidslinje.", CaseAnswer, (_NUMBER,), (400, 404)),
    Operation("/meetings/{meeting_id}", "meeting", "Et møde med dets punkter.", Meeting, (_MEETING_ID,), (400, 404)),
    Operation("/people/{slug}", "person", "En person: hverv, perioder, møder.", PersonAnswer, (_SLUG,), (400, 404)),
    Operation("/status", "status", "Indeksets indhold og tilstand.", StatusAnswer, (), (400,)),
    Operation("/openapi.json", "openapi", "Dette dokument.", None, (), (400,)),
)


def blueprint(service: SearchService, note: Note = nobody) -> Blueprint:
    """The routes over one service; `note` is told what is searched for."""
    routes = Blueprint("api", __name__, url_prefix=PREFIX)

    @routes.get("/search")
    def search() -> Response:
        asked = from_parameters(request.args.to_dict(flat=False))
        answer = service.search(asked, PUBLIC)
        note(asked, answer)
        return _json(answer)

    @routes.get("/hits")
    def hits() -> Response:
        asked = replace(from_parameters(request.args.to_dict(flat=False)), sort=None, page=1, size=DEFAULT_SIZE)
        edition = service.edition()
        response = Response(content_type="application/json")
        day = dt.date.today().isoformat()  # "sidste år" is another year tomorrow
        response.set_etag(entity_tag(asked, edition.name if edition else "", product_version(), day))
        if not is_resource_modified(request.environ, response.get_etag()[0]):
            response.status_code = 304
            return response
        found = service.hits(asked, PUBLIC, MOST_HITS)
        keys = None if found.ids is None else "".join(map(key, found.ids))
        response.data = encode(HitsAnswer(found.total, found.ids, keys))
        return response

    @routes.get("/suggest")
    def suggest() -> Response:
        question, size = suggest_parameters(request.args.to_dict(flat=False))
        return _json(service.suggest(question, size, PUBLIC))

    @routes.get("/items/<item_id>")
    def item(item_id: str) -> Response:
        _takes_no_parameters()
        return _json(service.item(item_id, PUBLIC))

    @routes.get("/items/<item_id>/related")
    def related(item_id: str) -> Response:
        _takes_no_parameters()
        return _json(service.related(item_id, PUBLIC))

    @routes.get("/cases/<path:number>")
    def case(number: str) -> Response:
        _takes_no_parameters()
        return _json(service.case(number, PUBLIC))

    @routes.get("/meetings/<meeting_id>")
    def meeting(meeting_id: str) -> Response:
        _takes_no_parameters()
        return _json(service.meeting(meeting_id, PUBLIC))

    @routes.get("/people/<slug>")
    def person(slug: str) -> Response:
        _takes_no_parameters()
        return _json(service.person(slug, PUBLIC))

    @routes.get("/status")
    def status() -> Response:
        _takes_no_parameters()
        return _json(service.status())

    @routes.get("/openapi.json")
    def describe() -> Response:
        _takes_no_parameters()
        return _json(openapi.document(OPERATIONS, product_version()))

    _register_errors(routes)
    return routes


def problem(error: Exception) -> Response:
    """An error as problem+json: the asker's with its text, Flask's with its status; others are logged and not told."""
    if isinstance(error, BadRequest):
        return _problem(400, "Forkert forespørgsel", str(error), parameter=error.parameter)
    if isinstance(error, NotFound):
        return _problem(404, "Findes ikke", str(error))
    if isinstance(error, ReferatError):
        return _out_of_order(error)
    if isinstance(error, HTTPException) and error.code is not None:
        response = _problem(error.code, *_OF_FLASK.get(error.code, (_OTHERWISE, error.name)))
        for name, value in error.get_headers():
            if name == "Allow":
                response.headers[name] = value
        return response
    log.error("unexpected error on %s", request.path, exc_info=error)
    return _problem(500, "Noget gik galt", "Der skete en uventet fejl. Den er skrevet i loggen.")


def handle_unrouted(app: Flask) -> None:
    """Answer problem+json for what lies below /api/ but is no route, which no blueprint sees."""

    @app.before_request
    def unrouted() -> Response | None:
        error = request.routing_exception
        if request.path.startswith("/api/") and isinstance(error, HTTPException) and (error.code or 0) >= 400:
            return problem(error)
        return None


def _register_errors(routes: Blueprint) -> None:
    routes.register_error_handler(Exception, problem)


def _out_of_order(error: ReferatError) -> Response:
    """Our own line is for the operator: it names addresses, folders and settings."""
    if isinstance(error, Busy):
        response = _problem(503, "Der er for travlt", str(error))
    else:
        log.error("the engine cannot answer: %s", error)
        response = _problem(503, "Søgemaskinen svarer ikke", "Søgemaskinen svarer ikke. Prøv igen om lidt.")
    response.headers["Retry-After"] = str(RETRY_AFTER)
    return response


def _takes_no_parameters() -> None:
    for name in request.args:
        raise BadRequest(Told("Ukendt parameter: %(name)s. Denne adresse tager ingen.", name=name), name)


def _json(answer: object) -> Response:
    return Response(encode(answer), content_type="application/json")


def _problem(status: int, title: str, detail: str, parameter: str | None = None) -> Response:
    body = Problem(title=title, status=status, detail=detail, parameter=parameter)
    return Response(encode(body), status=status, content_type="application/problem+json")
