"""The page of a meeting."""


def test_when_where_and_who(get):
    page = get("/meetings/direktionen-2021-06-28")
    assert page.one("h1").text == "Direktionen, 28. juni 2021"
    assert page.one("dl", class_="facts").text == (
        "Tid Mandag den 28. juni 2021 kl. 08:30 Sted Havbjerg Rådhus Til stede Henning Ravnsborg "
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
