"""An administrator's visit: a file looked through, taken in and found, the index made anew; for everybody's eyes."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import waitress

from referat.runs import Runs
from tests.e2e.test_accessibility import violations
from tests.web.administering import ANNA, Site, minutes

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def administered(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, str]]:
    site = Site(tmp_path_factory.mktemp("administered"), questions="yes", upload_limit=1)
    server = waitress.create_server(site.app, host="127.0.0.1", port=0)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield site, f"http://127.0.0.1:{server.effective_port}"
    server.task_dispatcher.shutdown()
    server.close()
    thread.join(timeout=5)
    site.close()


@pytest.fixture(params=["light", "dark"])
def context(browser, request):
    # axe is a script, which the pages' own policy forbids.
    wide = {"width": 1280, "height": 900}
    context = browser.new_context(
        color_scheme=request.param, locale="da-DK", bypass_csp=True, viewport=wide, extra_http_headers=ANNA
    )
    yield context
    context.close()


def checked(page) -> None:
    """Nothing that axe can find, wide or narrow, and no scrolling sideways."""
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    for folded in page.locator("details").all():
        folded.evaluate("details => { details.open = true }")
    assert violations(page) == []
    wide = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert wide[0] <= wide[1]
    page.set_viewport_size({"width": 1280, "height": 900})


def send(page, path: Path) -> None:
    page.get_by_label("Fil").set_input_files(path)
    page.get_by_role("button", name="Se filen igennem").click()


def test_a_file_is_looked_through_taken_in_and_found(context, administered, tmp_path):
    _, base = administered
    page = context.new_page()
    name = f"referat-{tmp_path.name}.txt"
    (tmp_path / name).write_bytes(minutes(f"Svømmehallen holder lukket, se {tmp_path.name}."))
    page.goto(base)
    page.get_by_role("link", name="Administration").click()
    checked(page)
    (tmp_path / "side.html").write_text("<script>alert(1)</script>", encoding="utf-8")
    send(page, tmp_path / "side.html")
    assert page.get_by_role("alert").inner_text().startswith("Filer af den slags læses ikke.")
    checked(page)
    (tmp_path / "stor.txt").write_bytes(bytes(3 * 2**19))
    send(page, tmp_path / "stor.txt")
    assert page.get_by_role("alert").inner_text() == "Filen er for stor: højst 1 MB."
    send(page, tmp_path / name)
    assert page.get_by_role("heading", level=1).inner_text() == name
    assert page.get_by_role("heading", name="Svømmehallens åbningstid").is_visible()
    checked(page)
    page.get_by_role("button", name="Læs ind").click()
    page.get_by_text("Færdig").wait_for()
    checked(page)
    page.locator("input[name=q]").fill("svømmehal")
    page.locator("input[name=q]").press("Enter")
    page.get_by_role("link", name="Svømmehallens åbningstid").first.wait_for()


def test_a_run_is_followed_until_it_is_over(context, administered):
    site, base = administered
    page = context.new_page()
    with Runs(site.data).begin("reindex", [], "eva") as run:
        run.progress(1, 4)
        page.goto(f"{base}/admin/runs/{run.number}")
        assert page.get_by_role("main").get_by_role("status").inner_text() == "Genopbygning af indekset: 1 af 4 møder"
        checked(page)
        run._told = 0.0
        run.progress(3, 4)
        page.get_by_text("3 af 4 møder").wait_for()
        assert page.get_by_role("progressbar").get_attribute("value") == "3"
    page.get_by_text("Færdig").wait_for()
    assert page.get_by_role("progressbar").count() == 0


def test_the_index_is_made_anew_without_javascript(browser, administered):
    _, base = administered
    context = browser.new_context(java_script_enabled=False, locale="da-DK", extra_http_headers=ANNA)
    page = context.new_page()
    page.goto(f"{base}/admin")
    page.get_by_role("link", name="Byg indekset igen").click()
    page.get_by_role("button", name="Ja, byg indekset igen").click()
    while page.get_by_role("link", name="Opdatér").count():
        page.get_by_role("link", name="Opdatér").click()
    assert "møder bygget igen" in page.get_by_role("main").inner_text()
    page.goto(f"{base}/?q=hjemmearbejde")
    assert page.get_by_role("link", name="Drøftelse af rammer for hjemmearbejde").is_visible()
    context.close()


@pytest.mark.parametrize("address", ["runs", "reindex", "reindex?said=busy", "questions", "runs/9999"])
def test_axe_finds_nothing(context, administered, address):
    _, base = administered
    page = context.new_page()
    page.goto(f"{base}/?q=elefanter")
    page.goto(f"{base}/admin/{address}")
    checked(page)


def test_axe_finds_nothing_where_it_is_not_for_somebody(browser, administered):
    _, base = administered
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    assert page.goto(f"{base}/admin").status == 403
    checked(page)
    context.close()
