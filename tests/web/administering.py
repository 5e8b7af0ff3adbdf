"""The pages with an administrator, over hand-made minutes that a test may change."""

from __future__ import annotations

import io
import time
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from mappings.settings import Settings
from referat.administering import Administering
from search_api.service import SearchService
from tests.doubles import GramEmbedder
from tests.web.reading import Element, read
from tests.web.serving import serve_on
from web.app import create_app

ANNA = {"X-Remote-User": "anna"}
BO = {"X-Remote-User": "bo"}

MINUTES = """REFERAT Kulturudvalget d. 12-03-2024

Mødedato 12-03-2024 kl. 09:00

Mødedeltagere Anna Lund, Bo Kjær Holm (Afbud)

Punkt 1: Svømmehallens åbningstid

24/100

Baggrund

{text}

Beslutning Kulturudvalget den 12-03-2024

Godkendt.

Punkt 2: Lukket: Køb af grund

24/101
"""


def minutes(text: str = "Svømmehallen holder åbent om søndagen.") -> bytes:
    """Minutes of a body that the hand-made ones have not."""
    return MINUTES.format(text=text).encode()


class Site:
    """The pages of a folder, and an administrator's way to them."""

    def __init__(self, folder: Path, **more: object) -> None:
        self.data = folder / "data"
        given: dict[str, object] = {"user_header": "X-Remote-User", "admins": "anna, Eva  Holm", **more}
        self.settings = Settings(data=self.data, **given)  # type: ignore[arg-type]
        self.service: SearchService = serve_on(self.settings)
        self.administering = Administering(self.settings, self.service._engine, GramEmbedder)
        self.app: Flask = create_app(self.settings, self.service, self.administering)
        self.client: FlaskClient = self.app.test_client()

    def get(self, address: str, status: int = 200, user: dict[str, str] = ANNA) -> Element:
        response = self.client.get(address, headers=user)
        assert response.status_code == status, response.text
        return read(response.text)

    def token(self) -> str:
        return self.get("/admin").one("input", name="token").attributes["value"]

    def post(self, address: str, status: int = 303, **fields: object) -> TestResponse:
        fields.setdefault("token", self.token())
        response = self.client.post(address, data=fields, headers=ANNA)
        assert response.status_code == status, response.text
        return response

    def upload(self, name: str, content: bytes, status: int = 303) -> TestResponse:
        return self.post("/admin/uploads", status, file=(io.BytesIO(content), name))

    def staged(self, name: str, content: bytes) -> str:
        """Upload a file; gives the address of its preview."""
        return self.upload(name, content).headers["Location"]

    def take(self, preview: str) -> Element:
        """Take a file in and wait until that is done; gives the page of the run."""
        return self.finished(self.post(f"{preview}/take").headers["Location"])

    def uploads(self) -> list[str]:
        """The names of the files that were taken in."""
        folder = self.data / "uploads"
        return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []

    def waiting(self) -> list[str]:
        """The names of the files that were looked through and wait to be taken in."""
        return [link.text for link in self.get("/admin").one("section", aria_labelledby="upload").all("a")]

    def finished(self, run: str) -> Element:
        """The page of a run once it is over."""
        until = time.monotonic() + 60
        while (page := self.get(run)).all(data_running="") and time.monotonic() < until:
            time.sleep(0.02)
        return page

    def found(self, question: str) -> list[str]:
        """The titles of what a search finds."""
        answer = self.client.get("/api/v1/search", query_string={"q": question}).get_json()
        return [result["title"] for result in answer["results"]]

    def close(self) -> None:
        self.administering.close()
        self.service.close()
