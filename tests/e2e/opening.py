"""A real server on a free port, and a real browser to open its pages in: for tests, benchmarks and pictures."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import waitress
from flask import Flask

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

MISSING = "needs Chromium: `apt-get install chromium`, or name one in REFERAT_TEST_CHROMIUM"
_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_OWN = ("http://127.0.0.1:", "blob:", "data:")


@contextmanager
def site_of(app: Flask) -> Iterator[str]:
    """The address of a server of its own."""
    server = waitress.create_server(app, host="127.0.0.1", port=0)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.task_dispatcher.shutdown()
    server.close()
    thread.join(timeout=5)


def chromium() -> str | None:
    """Where Chromium is; None where there is none."""
    return shutil.which(os.environ.get("REFERAT_TEST_CHROMIUM", "chromium"))


@contextmanager
def browser_of(program: str) -> Iterator[Browser]:
    """Chromium without a window."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=program, args=list(_ARGUMENTS))
        yield browser
        browser.close()


class Watch:
    """What the pages of a browser's context complain of, and which addresses were gone to, in order."""

    def __init__(self, context: BrowserContext) -> None:
        self.complaints: list[str] = []
        self.loads: list[str] = []
        context.on("request", lambda asked: self._asked(asked.url, asked.is_navigation_request()))
        context.on("console", lambda told: self._told(told.type, told.text, told.location["url"]))
        context.on("weberror", lambda thrown: self._thrown(str(thrown.error)))
        context.on("page", self._dismiss)

    def expect(self, part: str) -> None:
        """That the only complaint so far says this; it is a complaint no more."""
        (told,) = self.complaints
        assert part in told, told
        self.complaints.clear()

    def _asked(self, address: str, navigation: bool) -> None:
        if navigation:
            self.loads.append(address)
        if not address.startswith(_OWN):
            self.complaints.append(f"another host was asked: {address}")

    def _told(self, kind: str, text: str, address: str) -> None:
        # The browser tells of every page that is answered with an error; a page is allowed to be missing.
        answered = text.startswith("Failed to load resource: the server responded") and address in self.loads
        if kind in ("error", "warning") and not answered:
            self.complaints.append(f"{kind}: {text}")

    def _thrown(self, error: str) -> None:
        if "Transition was skipped" not in error:  # the browser's own, where the next page came before the effect
            self.complaints.append(f"thrown: {error}")

    def _dismiss(self, page: Page) -> None:
        def dismiss(dialog: object) -> None:
            self.complaints.append(f"a dialog: {dialog.message}")  # type: ignore[attr-defined]
            dialog.dismiss()  # type: ignore[attr-defined]

        page.on("dialog", dismiss)
