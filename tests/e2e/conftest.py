"""A real server on a free port, and a real browser to open its pages in."""

import os
import shutil
import threading
from collections.abc import Iterator

import pytest
import waitress

from tests.web.serving import serve
from web.app import create_app

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the pages over hand-made minutes."""
    service = serve(tmp_path_factory.mktemp("site"))
    server = waitress.create_server(create_app(service=service), host="127.0.0.1", port=0)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.task_dispatcher.shutdown()
    server.close()
    thread.join(timeout=5)
    service.close()


class Browser:
    """The browser of somebody who reads Danish, unless a test says otherwise."""

    def __init__(self, opened) -> None:
        self._opened = opened

    def new_context(self, **options):
        return self._opened.new_context(**{"locale": "da-DK"} | options)


@pytest.fixture(scope="session")
def browser():
    chromium = shutil.which(os.environ.get("REFERAT_TEST_CHROMIUM", "chromium"))
    if chromium is None:
        pytest.skip("needs Chromium: `apt-get install chromium`, or name one in REFERAT_TEST_CHROMIUM")
    playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright: `pip install -e '.[test]'`")
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        yield Browser(opened)
        opened.close()
