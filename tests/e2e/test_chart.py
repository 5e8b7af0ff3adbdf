"""The chart of decisions on a phone, where the drawing shrinks and its letters must not."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest

from search_api.overview import YearOfDecisions
from tests.e2e.opening import site_of
from tests.e2e.pages import PHONE, scrolls_sideways
from tests.web.serving import serve
from web.app import create_app

pytestmark = pytest.mark.browser

_SMALLEST = 10  # px, of letters that can be read
_LABELS = """svg => [...svg.querySelectorAll(".year")].filter(one => one.checkVisibility()).map(one => {
  const box = one.getBoundingClientRect();
  return [parseFloat(getComputedStyle(one).fontSize) * svg.getScreenCTM().a, box.left, box.right, one.textContent];
})"""


@pytest.fixture(params=[4, 14, 40])
def charted(request, tmp_path) -> Iterator[str]:
    """The address of pages over decisions of so many years."""
    service = serve(tmp_path)
    whole = service.overview
    years = tuple(
        YearOfDecisions(2023 - n, 1200, {"approved": 1000, "noted": 200}) for n in reversed(range(request.param))
    )
    service.overview = lambda access: replace(whole(access), years=years)
    with site_of(create_app(service=service)) as site:
        yield site
    service.close()


def test_its_years_can_be_read_and_stand_apart(new_page, charted):
    page = new_page(viewport=PHONE)
    page.goto(f"{charted}/overview")
    labels = page.locator(".chart svg").evaluate(_LABELS)
    assert len(labels) >= 4
    assert labels[-1][3] == "2023"
    assert [text for height, _, _, text in labels if height < _SMALLEST] == []
    assert [text for (_, _, end, _), (_, begin, _, text) in pairwise(labels) if begin < end] == []
    assert not scrolls_sideways(page)
