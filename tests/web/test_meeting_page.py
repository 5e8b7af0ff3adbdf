"""The page of a meeting."""


def test_when_where_and_who(get):
    page = get("/meetings/direktionen-2021-06-28")
    assert page.one("h1").text == "Direktionen, 28. juni 2021"
    assert page.one("dl", class_="facts").text == (
        "Tid Mandag den 28. juni 2021 kl. 08.30 Sted Havbjerg Rådhus Til stede Henning Ravnsborg "
        "Afbud Birthe Lynggaard Thomsen Sekretær Mette Kjærgaard Aagesen Kilde direktionen-2021-06-28.md"
    )


def test_people_and_cases_lead_to_their_own_pages(get):
    page = get("/meetings/direktionen-2021-06-28")
    assert page.one("dl", class_="facts").links()["Birthe Lynggaard Thomsen"] == "/people/birthe-lynggaard-thomsen"
    assert page.one("ul", class_="agenda").links()["21/7777"] == "/cases/21/7777"


def test_what_the_minutes_do_not_tell_is_left_out(get):
    text = get("/meetings/direktionen-2022-09-14").one("dl", class_="facts").text
    assert "kl." not in text
    assert "Sted" not in text
    assert "Afbud" not in text


def test_the_agenda_has_numbers_cases_outcomes_and_closed_items(get):
    agenda = get("/meetings/direktionen-2021-06-28").one("ul", class_="agenda")
    assert [item.text for item in agenda.children if not isinstance(item, str)] == [
        "Punkt 1 Drøftelse af rammer for hjemmearbejde Sag 21/5239 Godkendt",
        "Punkt 2 Lukket punkt Sag 21/7777",
        "Punkt 3 Sygefraværsstatistik 1. kvartal 2021 Sag 21/100 Taget til efterretning",
    ]


def test_a_missing_meeting_is_a_page(get):
    assert get("/meetings/direktionen-1999-01-01", status=404).one("h1").text == "Siden findes ikke"


def test_the_meetings_of_the_same_body_before_and_after_can_be_gone_to(get):
    earlier, later = get("/meetings/direktionen-2021-06-28"), get("/meetings/direktionen-2022-09-14")
    around = [page.one("nav", aria_label="Møder i samme udvalg").links() for page in (earlier, later)]
    assert around == [
        {"Næste møde 14. september 2022": "/meetings/direktionen-2022-09-14"},
        {"Forrige møde 28. juni 2021": "/meetings/direktionen-2021-06-28"},
    ]


def test_the_only_meeting_of_a_body_has_none_around_it(get):
    (only,) = [path for path in get("/meetings?year=2020").links().values() if path.startswith("/meetings/")]
    assert not get(only).all("nav", class_="neighbours")


def test_the_way_to_a_meeting_leads_over_the_page_of_its_body(get):
    trail = get("/meetings/direktionen-2021-06-28").one("nav", class_="trail")
    assert trail.links() == {"Udvalg og fora": "/bodies", "Direktionen": "/bodies/direktionen"}
