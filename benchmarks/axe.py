"""Every page and state for everybody: what axe finds, in both themes, wide and narrow, over all that tests open.

    python -m benchmarks.axe

The list is that of `tests.e2e.pages`. Exit code 1 where there is any violation.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.e2e.opening import MISSING, browser_of, chromium, site_of
from tests.e2e.pages import ADMINISTRATION, LOOKS, PAGES, STATES, WIDE, wrong
from tests.web.administering import ANNA, Site
from tests.web.serving import serve
from web.app import create_app

if TYPE_CHECKING:
    from playwright.sync_api import Page


def main(arguments: Sequence[str] = ()) -> int:
    """Print how many pages and states were looked at, and what is wrong with them; 1 where anything is."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args(
        arguments
    )
    program = chromium()
    if program is None:
        print(f"  left out: {MISSING}")
        return 0
    found = []
    with tempfile.TemporaryDirectory() as folder, _served(Path(folder)) as sites, browser_of(program) as browser:
        for name, look in LOOKS.items():
            # axe is a script, which the pages' own policy forbids.
            page = browser.new_page(**look, bypass_csp=True, viewport=WIDE)
            found += [f"{name}: {where}: {told}" for where, told in _looked_at(page, sites.anybody, PAGES)]
            found += [f"{name}: {where}: {told}" for where, told in _acted_on(page, sites.anybody)]
            page.set_extra_http_headers(ANNA)
            found += [f"{name}: {where}: {told}" for where, told in _looked_at(page, sites.known, ADMINISTRATION)]
    pages, states = len(PAGES) + len(ADMINISTRATION), len(STATES)
    print(f"  {pages} pages and {states} states that a script makes, each {'; '.join(LOOKS)}; wide and narrow")
    print(f"  {len(found)} violations (at most 0)", *found, sep="\n    ")
    return 1 if found else 0


@dataclass(frozen=True, slots=True)
class _Sites:
    """Addresses: where nobody is known, so that searches are saved in the browser, and where administrators are."""

    anybody: str
    known: str


@contextmanager
def _served(folder: Path) -> Iterator[_Sites]:
    service, site = serve(folder / "anybody"), Site(folder / "known", questions="yes")
    with site_of(create_app(service=service)) as anybody, site_of(site.app) as known:
        yield _Sites(anybody, known)
    site.close()
    service.close()


def _looked_at(page: Page, site: str, pages: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What is wrong with each page, by its name."""
    for name, address in pages.items():
        page.goto(site + address)
        yield from ((name, told) for told in wrong(page))


def _acted_on(page: Page, site: str) -> Iterator[tuple[str, str]]:
    """What is wrong with each state that a script makes, by its name."""
    for name, (address, act) in STATES.items():
        page.goto(site + address)
        act(page)
        yield from ((name, told) for told in wrong(page))


if __name__ == "__main__":
    import sys

    raise SystemExit(main(sys.argv[1:]))
