"""Errors as pages: what happened and what to do, never how the program is built."""

from __future__ import annotations

import logging

from flask import Flask, Response, make_response, render_template, request
from werkzeug.exceptions import BadHost, HTTPException

from mappings.analysis import normalise
from mappings.errors import BadRequest, Busy, NotFound, ReferatError
from mappings.told import Told
from search_api import routes
from search_api.understanding import LONGEST_QUESTION
from web.wording import translated

log = logging.getLogger(__name__)

_TITLES = {
    400: Told("Søgningen kan ikke forstås"),
    403: Told("Det har du ikke adgang til"),
    404: Told("Siden findes ikke"),
    405: Told("Det kan denne side ikke"),
    413: Told("Det er for stort"),
    500: Told("Noget gik galt"),
    503: Told("Søgningen er ude af drift"),
}
_OTHER_TITLE = Told("Forespørgslen kan ikke besvares")
_TEXTS = {
    404: Told("Adressen er måske skrevet forkert, eller referatet er fjernet."),
    403: Told("Siden er for dem, der administrerer søgningen."),
    405: Told("Siden kan vises, men ikke modtage noget."),
    413: Told("Det, der blev sendt, er større, end siden tager imod."),
    500: Told("Fejlen er skrevet i loggen. Prøv igen om lidt."),
    503: Told("Søgemaskinen svarer ikke. Prøv igen om lidt."),
}


def register(app: Flask) -> None:
    """Answer every error with a page, or as problem+json below `/api/`."""
    app.register_error_handler(Exception, answer)


def answer(error: Exception) -> Response:
    """An error as a page; as problem+json below `/api/`, and for a host that no link could lead to."""
    if request.path.startswith("/api/") or isinstance(error, BadHost):
        return routes.problem(error)
    if isinstance(error, BadRequest):
        return _page(400, error.told)
    if isinstance(error, NotFound):
        return _page(404, error.told, error.question)
    if isinstance(error, ReferatError):
        if not isinstance(error, Busy):
            log.error("the engine cannot answer: %s", error)
        response = _page(503, error.told if isinstance(error, Busy) else None)
        response.headers["Retry-After"] = str(routes.RETRY_AFTER)
        return response
    if isinstance(error, HTTPException) and error.code is not None:
        return _of_flask(error, error.code)
    log.error("unexpected error on %s", request.path, exc_info=error)
    return _page(500)


def _of_flask(error: HTTPException, code: int) -> Response:
    response = _page(code)
    for name, value in error.get_headers():
        if name == "Allow":
            response.headers[name] = value
    return response


def _page(status: int, text: str | None = None, question: str = "") -> Response:
    page = render_template(
        "error.html",
        title=translated(_TITLES.get(status, _OTHER_TITLE)),
        text=translated(text or _TEXTS.get(status) or ""),
        question=normalise(question or request.args.get("q", ""))[:LONGEST_QUESTION],
    )
    return make_response(page, status)
