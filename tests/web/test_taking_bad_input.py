"""Whatever stands in the address, taking along answers: with what was asked for, or with a plain line."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from tests.web.minutes import HOSTILE

WAYS = ("/export.csv", "/export.jsonl", "/print", "/feed.atom", "/saved", "/api/v1/hits")
FINE = {
    "empty": "q=&body=&year=&from=&sort=&page=&size=",
    "NUL": "q=%00budget%00",
    "not UTF-8": "q=%ff%fe",
    "half of a pair": "q=%ed%a0%80",
    "over-long": "q=" + "x" * 60_000,
    "many words": "q=" + "+".join(f"ord{n}" for n in range(3_000)),
    "query language": "q=" + quote('title:* AND (NOT "x" OR *:*) ~2 ^3 {!func}'),
    "spreadsheet": "q=" + quote('=HYPERLINK("http://x")'),
    "hostile": f"q={quote(HOSTILE)}&person={quote(HOSTILE)}&case={quote(HOSTILE)}&body={quote(HOSTILE)}",
    "other alphabets": "q=" + quote("예산 бюджет 🏛️ \u202e"),
    "all filters": "q=x&body=a&body=b&year=2020&year=2021&case=1/2&outcome=noted&from=2020-01-01&to=2021-01-01",
}
WRONG = (
    "q=a&q=b",
    "year=abc",
    "year=99999999",
    "from=2021-02-30",
    "from=2022-01-01&to=2021-01-01",
    "from=" + "9" * 10_000,
    "page=0",
    "page=x",
    "size=-1",
    "sort=no",
    "outcome=no",
    "nej=1",
    "%00=1",
    quote(HOSTILE) + "=1",
)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("asked", FINE.values(), ids=FINE)
def test_what_can_be_asked_is_answered(client, way, asked):
    response = client.get(f"{way}?{asked}")
    assert response.status_code == 200, response.text[:500]
    assert response.data is not None


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("asked", WRONG)
def test_what_cannot_is_told_in_a_line(client, way, asked):
    response = client.get(f"{way}?{asked}")
    assert response.status_code == 400
    assert "Traceback" not in response.text
    assert response.mimetype == "application/problem+json" or "<script>" not in response.text


@pytest.mark.parametrize("way", WAYS)
def test_other_methods_are_refused(client, way):
    assert client.put(way).status_code == 405
    assert client.delete(way).status_code == 405
