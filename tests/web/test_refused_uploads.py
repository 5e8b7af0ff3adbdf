"""Files that are not taken in, each with why: of another kind, too large, empty, or no minutes."""

from __future__ import annotations

import gzip

import pytest

from tests.web.administering import Site, minutes
from tests.web.reading import read


def refused(site: Site, name: str, content: bytes, status: int = 400) -> str:
    page = read(site.upload(name, content, status).text)
    assert page.one("h1").text == "Administration"
    told = page.one("p", class_="refused")
    assert told.attributes["role"] == "alert"
    assert str(site.data) not in page.text
    folder = site.data / "staging"
    assert not folder.exists() or list(folder.iterdir()) == []
    return told.text


@pytest.mark.parametrize(
    "name",
    ["page.html", "virus.exe", "a.txt.exe", "a.zip", "a", "txt", ".txt", "../../etc/passwd", "a.txt\0.exe"],
)
def test_a_file_of_another_kind_is_refused(site, name):
    told = refused(site, name, b"<html><script>alert(1)</script></html>")
    assert told.startswith("Filer af den slags læses ikke. Vælg en, der ender på .markdown, .md, .text, .txt, .jsonl")


def test_no_file_is_told(site):
    page = read(site.post("/admin/uploads", 400).text)
    assert page.one("p", class_="refused").text == "Vælg en fil."
    for name in ("///", "..", " "):
        assert refused(site, name, b"x") == "Vælg en fil."


def test_a_file_that_is_too_large_is_refused(tmp_path):
    site = Site(tmp_path, upload_limit=1)
    assert refused(site, "a.txt", bytes(2**20 + 1), 413) == "Filen er for stor: højst 1 MB."
    assert refused(site, "a.txt", bytes(3 * 2**20), 413) == "Filen er for stor: højst 1 MB."
    site.close()


def test_an_empty_file_is_refused(site):
    assert refused(site, "a.txt", b"") == "Filen er tom."


def test_a_small_file_that_unpacks_to_very_much_is_refused(tmp_path):
    site = Site(tmp_path, upload_limit=1)
    bomb = gzip.compress(bytes(40 * 2**20))
    assert len(bomb) < 2**16
    assert "unpacks to more than 1 MB" in refused(site, "a.jsonl.gz", bomb)
    site.close()


def test_a_text_that_is_longer_than_any_minutes_is_refused(site):
    text = minutes() + b"Der er meget at sige.\n" * 100_000
    assert "too many for minutes" in refused(site, "a.txt", text)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.txt", b"%PDF-1.7 ...", "is a PDF file, whatever its name says"),
        ("a.md", b"MZ\x90\0\x03\0\0\0\x04" * 50, "is not text"),
        ("a.txt", b"<html><script>alert(1)</script></html>", "is a web page, whatever its name says"),
        ("a.txt", "Kære alle, der er kage.".encode(), "this is not minutes"),
        ("a.jsonl", b"{}", "not a meeting"),
        ("a.jsonl.gz", b"not packed", "cannot be read"),
        ("a.jsonl", b"[" * 100_000, "not a meeting"),
    ],
)
def test_what_is_not_minutes_is_refused_with_why(site, name, content, why):
    told = refused(site, name, content)
    assert told.startswith("Filen kan ikke læses som et referat. ")
    assert why in told
