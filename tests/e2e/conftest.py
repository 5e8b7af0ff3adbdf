"""The pages over hand-made minutes, and a way to open them that lets no complaint of the browser pass."""

from collections.abc import Callable, Iterator

import pytest

from tests.e2e.opening import MISSING, Watch, browser_of, chromium, site_of
from tests.e2e.pages import WIDE
from tests.web.serving import serve
from web.app import create_app


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the pages over hand-made minutes."""
    service = serve(tmp_path_factory.mktemp("site"))
    with site_of(create_app(service=service)) as address:
        yield address
    service.close()


@pytest.fixture(scope="session")
def browser():
    program = chromium()
    if program is None:
        pytest.skip(MISSING)
    pytest.importorskip("playwright.sync_api", reason="needs playwright: `pip install -e '.[test]'`")
    with browser_of(program) as opened:
        yield opened


@pytest.fixture
def new_page(browser) -> Iterator[Callable]:
    """Opens a page in a context of its own, Danish and wide unless asked otherwise.

    The test fails where a page told of an error or a warning, opened a dialog, or asked another host for anything;
    `page.watch` knows what was told so far.
    """
    opened = []

    def open_page(**options: object):
        context = browser.new_context(**{"locale": "da-DK", "viewport": WIDE, **options})
        watch = Watch(context)
        page = context.new_page()
        page.watch = watch
        opened.append((context, watch))
        return page

    yield open_page
    for context, _ in opened:
        context.close()
    assert [told for _, watch in opened for told in watch.complaints] == []
