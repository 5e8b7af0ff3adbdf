"""Errors as pages: what happened and what to do, in Danish, never how the program is built."""

from __future__ import annotations

import logging

from flask import Flask, Response, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from mappings.errors import BadRequest, Busy, NotFound, ReferatError
from search_api import routes

log = logging.getLogger(__name__)

_TITLES = {
    400: "Søgningen kan ikke forstås",
    404: "Siden findes ikke",
    405: "Det kan denne side ikke",
    500: "Noget gik galt",
    503: "Søgningen er ude af drift",
}
_TEXTS = {
    404: "Adressen er måske skrevet forkert, eller referatet er fjernet.",
    405: "Siden kan vises, men ikke modtage noget.",
    500: "Fejlen er skrevet i loggen. Prøv igen om lidt.",
    503: "Søgemaskinen svarer ikke. Prøv igen om lidt.",
}


def register(app: Flask) -> None:
    """Answer every error with a page, or as problem+json below `/api/`."""
    app.register_error_handler(Exception, answer)


def answer(error: Exception) -> Response:
    """An error as a page; as problem+json below `/api/`."""
    if request.path.startswith("/api/"):
        return routes.problem(error)
    if isinstance(error, BadRequest):
        return _page(400, str(error))
    if isinstance(error, NotFound):
        return _page(404, str(error))
    if isinstance(error, ReferatError):
        if not isinstance(error, Busy):
            log.error("the engine cannot answer: %s", error)
        response = _page(503, str(error) if isinstance(error, Busy) else None)
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


def _page(status: int, text: str | None = None) -> Response:
    title = _TITLES.get(status, "Forespørgslen kan ikke besvares")
    page = render_template(
        "error.html", title=title, text=text or _TEXTS.get(status, ""), question=request.args.get("q", "")
    )
    return make_response(page, status)
