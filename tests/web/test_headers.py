"""What every answer carries."""

import re
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    "address", ["/", "/items/direktionen-2021-06-28-01", "/nej", "/?year=x", "/api/v1/status", "/static/style.css"]
)
def test_the_security_headers_are_on_every_answer(client, address):
    headers = client.get(address).headers
    assert headers["Content-Security-Policy"] == (
        "default-src 'none'; script-src 'self'; style-src 'self'; "
        "connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    )
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def test_static_files_are_kept_under_an_address_that_changes_with_them(client):
    address = re.search(r'href="(/static/style\.css\?v=\w+)"', client.get("/").text).group(1)
    assert client.get(address).headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert client.get("/static/style.css?v=old").headers["Cache-Control"] == "no-cache"


def test_pages_are_asked_for_anew(client):
    assert client.get("/").headers["Cache-Control"] == "no-cache"


def test_no_page_is_for_search_engines(get):
    assert get("/").one("meta", name="robots").attributes["content"] == "noindex, nofollow"


def test_style_and_scripts_are_small(app):
    files = [path for path in Path(app.static_folder).rglob("*") if path.suffix in (".css", ".js")]
    administering = [path for path in files if path.stem == "admin"]
    assert sum(path.stat().st_size for path in files if path not in administering) < 40 * 1024
    assert 0 < sum(path.stat().st_size for path in administering) < 4 * 1024
