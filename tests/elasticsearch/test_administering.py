"""The administration page over the server: what is taken in there is found, and the index is made anew."""

from __future__ import annotations

from pathlib import Path

from tests.web.administering import Site, minutes


def test_a_file_is_taken_in_and_the_index_made_anew(elasticsearch_url: str, index_name: str, tmp_path: Path) -> None:
    site = Site(tmp_path, engine="elasticsearch", elasticsearch_url=elasticsearch_url, elasticsearch_index=index_name)
    preview = site.staged("a.txt", minutes())
    assert site.get(preview).one("p", class_="summary").text.startswith("1 nyt møde.")
    assert "1 møde tilføjet" in site.take(preview).one("p", class_="facts").text
    assert site.found("svømmehallen") == ["Svømmehallens åbningstid"]
    again = site.staged("b.txt", minutes("Svømmehallen lukker."))
    assert site.get(again).one("p", class_="summary").text.startswith("1 møde bliver erstattet.")
    run = site.finished(site.post("/admin/reindex").headers["Location"])
    assert run.one("p", class_="facts").text == "Færdig 5 møder bygget igen"
    assert site.found("svømmehallen") == ["Svømmehallens åbningstid"]
    assert site.get("/admin/reindex").one("section", aria_labelledby="old")
    assert site.post("/admin/reindex/drop-old").headers["Location"] == "/admin/reindex?said=dropped"
    assert "1 erstattet" in site.take(again).one("p", class_="facts").text
    assert {path.name for path in site.data.iterdir()} >= {"runs.db", "uploads"}
    site.close()
