"""The files that minutes were read from, as they are: never as a page of ours, whatever stands in them."""

from __future__ import annotations

import io

from flask import Blueprint, Response, send_file

from search_api.access import PUBLIC
from search_api.service import SearchService
from search_api.sources import SourceFile

# What a file brings along is not run, asks for nothing, and is of no origin of ours. A browser shows a PDF with a
# viewer of its own, which a sandbox would keep from working; what a PDF holds cannot run in a page.
_SANDBOX = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'"
_OF_PDF = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"
_SHOWN = ("text/plain", "text/html", "application/pdf")  # by a browser itself; the others are saved


def blueprint(service: SearchService) -> Blueprint:
    """The files of one service."""
    sources = Blueprint("sources", __name__)

    @sources.get("/meetings/<path:meeting_id>/source")
    def source(meeting_id: str) -> Response:
        return as_response(service.source(meeting_id, PUBLIC))

    return sources


def as_response(file: SourceFile) -> Response:
    """A file for a browser to show, or to save where it cannot."""
    response = send_file(
        io.BytesIO(file.content),
        mimetype=file.kind,
        as_attachment=file.kind not in _SHOWN,
        download_name=file.name,
        etag=file.sha256,
    )
    if file.kind.startswith("text/"):
        response.content_type = f"{file.kind}; charset={_charset(file.content)}"
    response.headers["Content-Security-Policy"] = _OF_PDF if file.kind == "application/pdf" else _SANDBOX
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _charset(content: bytes) -> str:
    """How a text is written: as Windows has it where it is not Unicode."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    try:
        content.decode()
    except UnicodeDecodeError:
        return "windows-1252"
    return "utf-8"
