"""Static files that browsers may keep for a year: their address changes with their content."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from flask import Flask, Response, request, url_for

_FOR_A_YEAR = "public, max-age=31536000, immutable"


def register(app: Flask) -> None:
    """Give templates `asset(name)`, the address of a static file, and let what it names be kept."""
    versions = _versions(Path(app.root_path) / "static")

    def asset(name: str) -> str:
        return url_for("static", filename=name, v=versions[name])

    @app.after_request
    def keep(response: Response) -> Response:
        if request.endpoint == "static" and _is_current(versions):
            response.headers["Cache-Control"] = _FOR_A_YEAR
        return response

    app.jinja_env.globals["asset"] = asset


def _is_current(versions: Mapping[str, str]) -> bool:
    """Whether the very version was asked for that is here; an old one must not be kept under a new address."""
    name = str((request.view_args or {}).get("filename"))
    return name in versions and request.args.get("v") == versions[name]


def _versions(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()[:12] for path in files}
