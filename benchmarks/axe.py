"""Every page and state for everybody: what axe finds, in both themes, wide and narrow, over all that tests open.

    python -m benchmarks.axe

The list is that of `tests.e2e.pages`. Exit code 1 where there is any violation.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.e2e.opening import MISSING, browser_of, chromium, site_of
from tests.e2e.pages import ADMINISTRATION, LOOKS, PAGES, STATES, WIDE, wrong
from tests.web.administering import ANNA, Site

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
    with tempfile.TemporaryDirectory() as folder, _served(Path(folder)) as site, browser_of(program) as browser:
        for name, look in LOOKS.items():
            # axe is a script, which the pages' own policy forbids.
            page = browser.new_page(**look, bypass_csp=True, viewport=WIDE, extra_http_headers=ANNA)
            found += [f"{name}: {where}: {told}" for where, told in _looked_at(page, site)]
    pages, states = len(PAGES) + len(ADMINISTRATION), len(STATES)
    print(f"  {pages} pages and {states} states that a script makes, each {'; '.join(LOOKS)}; wide and narrow")
    print(f"  {len(found)} violations (at most 0)", *found, sep="\n    ")
    return 1 if found else 0


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    site = Site(folder, questions="yes")
    with site_of(site.app) as address:
        yield address
    site.close()


def _looked_at(page: Page, site: str) -> Iterator[tuple[str, str]]:
    """What is wrong with each page and state, by its name."""
    for name, address in (PAGES | ADMINISTRATION).items():
        page.goto(site + address)
        yield from ((name, told) for told in wrong(page))
    for name, (address, act) in STATES.items():
        page.goto(site + address)
        act(page)
        yield from ((name, told) for told in wrong(page))


if __name__ == "__main__":
    import sys

    raise SystemExit(main(sys.argv[1:]))
