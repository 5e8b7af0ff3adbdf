"""What is closed stays closed, on every page."""

import pytest

from tests.web.minutes import SECRET


def test_a_closed_item_is_a_page_that_says_so(get):
    page = get("/items/direktionen-2021-06-28-02")
    assert page.one("h1").text == "Lukket punkt"
    assert "lukkede døre" in page.one("main").text
    assert page.one("title").text == "Lukket punkt – Direktionen, 28. juni 2021 – Referatsøgning"


@pytest.mark.parametrize(
    "address",
    [
        "/",
        f"/?q={SECRET}",
        "/?q=hjemmearbejde&size=100",
        "/?case=21/7777",
        "/?q=21/7777",
        "/?person=Frida",
        "/meetings/direktionen-2021-06-28",
        "/items/direktionen-2021-06-28-01",
        "/items/direktionen-2021-06-28-02",
        "/items/direktionen-2021-06-28-03",
        "/items/direktionen-2022-09-14-01",
        "/api/v1/items/direktionen-2021-06-28-02/related",
        "/api/v1/items/direktionen-2021-06-28-01/related",
        "/api/v1/cases/21/5239",
        "/api/v1/cases/21/7777",
        "/cases",
        "/cases?year=2021",
        "/cases/21/5239",
        "/cases/21/7777",
        "/people",
        "/people?year=2021",
        "/people?name=Frida",
        "/people/henning-ravnsborg?year=2021",
        "/people/mette-kjaergaard-aagesen?year=2021",
        "/meetings/direktionen-2021-06-28/source",
    ],
)
def test_its_content_is_on_no_page(client, address):
    told = client.get(address).text.lower()
    asked = address.lower().count(SECRET)
    if not asked:
        assert SECRET not in told
    else:
        assert "0 punkter" in told or "ingen beslutninger fundet" in told
        assert "baggrund" not in told


def test_a_case_that_is_all_closed_tells_its_numbers_and_no_more(get):
    page = get("/cases/21/7777")
    assert page.one("h1").text == "Lukket"
    assert page.one("main").text == (
        "Sager 21/7777 Lukket Sag 21/7777 "
        "Sagen er kun behandlet for lukkede døre. Den kan ikke læses eller søges frem her. "
        "Lukkede punkter Direktionen, 28. juni 2021, punkt 2 Lukket"
    )


def test_who_is_named_in_closed_items_only_has_no_page(get):
    get(f"/people/frida-{SECRET.replace('æ', 'ae')}", status=404)


def test_it_is_not_counted(get):
    assert get("/?case=21/7777").one("h2", id="results").text == "Ingen punkter fundet"


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/api/v1/items/direktionen-2021-06-28-01", False),
        ("/api/v1/meetings/direktionen-2021-06-28", False),
        ("/api/v1/items/direktionen-2022-09-14-01", True),
    ],
)
def test_nor_is_the_digest_of_its_file(client, address, told):
    answer = client.get(address).json
    assert bool(answer.get("meeting", answer)["sha256"]) is told
