"""An administrator's visit: a file looked through, taken in and found, the index made anew; for everybody's eyes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from referat.runs import Runs
from tests.e2e.opening import site_of
from tests.e2e.pages import ADMINISTRATION, wrong
from tests.web.administering import ANNA, Site, minutes

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def administered(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, str]]:
    site = Site(tmp_path_factory.mktemp("administered"), questions="yes", upload_limit=1)
    with site_of(site.app) as address:
        yield site, address
    site.close()


@pytest.fixture(params=["light", "dark"])
def page(new_page, request):
    # axe is a script, which the pages' own policy forbids.
    return new_page(color_scheme=request.param, bypass_csp=True, extra_http_headers=ANNA)


def send(page, path: Path) -> None:
    page.get_by_label("Fil").set_input_files(path)
    page.get_by_role("button", name="Se filen igennem").click()


def test_a_file_is_looked_through_taken_in_and_found(page, administered, tmp_path):
    _, base = administered
    name = f"referat-{tmp_path.name}.txt"
    (tmp_path / name).write_bytes(minutes(f"Svømmehallen holder lukket, se {tmp_path.name}."))
    page.goto(base)
    page.get_by_role("link", name="Administration").click()
    assert wrong(page) == []
    (tmp_path / "side.html").write_text("<script>alert(1)</script>", encoding="utf-8")
    send(page, tmp_path / "side.html")
    assert page.get_by_role("alert").inner_text().startswith("Filer af den slags læses ikke.")
    assert wrong(page) == []
    (tmp_path / "stor.txt").write_bytes(bytes(3 * 2**19))
    send(page, tmp_path / "stor.txt")
    assert page.get_by_role("alert").inner_text() == "Filen er for stor: højst 1 MB."
    send(page, tmp_path / name)
    assert page.get_by_role("heading", level=1).inner_text() == name
    assert page.get_by_role("heading", name="Svømmehallens åbningstid").is_visible()
    assert wrong(page) == []
    page.get_by_role("button", name="Læs ind").click()
    page.get_by_text("Færdig").wait_for()
    assert wrong(page) == []
    page.locator("input[name=q]").fill("svømmehal")
    page.locator("input[name=q]").press("Enter")
    page.get_by_role("link", name="Svømmehallens åbningstid").first.wait_for()


def test_a_run_is_followed_until_it_is_over(page, administered):
    site, base = administered
    with Runs(site.data).begin("reindex", [], "eva") as run:
        run.progress(1, 4)
        page.goto(f"{base}/admin/runs/{run.number}")
        assert page.get_by_role("main").get_by_role("status").inner_text() == "Genopbygning af indekset: 1 af 4 møder"
        assert wrong(page) == []
        run._told = 0.0
        run.progress(3, 4)
        page.get_by_text("3 af 4 møder").wait_for()
        assert page.get_by_role("progressbar").get_attribute("value") == "3"
    page.get_by_text("Færdig").wait_for()
    assert page.get_by_role("progressbar").count() == 0


def test_the_index_is_made_anew_without_javascript(new_page, administered):
    _, base = administered
    page = new_page(java_script_enabled=False, extra_http_headers=ANNA)
    page.goto(f"{base}/admin")
    page.get_by_role("link", name="Byg indekset igen").click()
    page.get_by_role("button", name="Ja, byg indekset igen").click()
    while page.get_by_role("link", name="Opdatér").count():
        page.get_by_role("link", name="Opdatér").click()
    assert "møder bygget igen" in page.get_by_role("main").inner_text()
    page.goto(f"{base}/?q=hjemmearbejde")
    assert page.get_by_role("link", name="Drøftelse af rammer for hjemmearbejde").is_visible()


@pytest.mark.parametrize("address", ADMINISTRATION.values(), ids=ADMINISTRATION)
def test_axe_finds_nothing(page, administered, address):
    _, base = administered
    page.goto(f"{base}/?q=elefanter")
    page.goto(f"{base}{address}")
    assert wrong(page) == []


def test_axe_finds_nothing_where_it_is_not_for_somebody(new_page, administered):
    _, base = administered
    page = new_page(bypass_csp=True)
    assert page.goto(f"{base}/admin").status == 403
    assert wrong(page) == []
