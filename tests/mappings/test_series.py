"""Titles that come again, and titles that only look as if they did."""

import pytest

from mappings import series


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sygefraværsstatistik 4. kvartal 2017", "Sygefraværsstatistik 2. kvartal 2020"),
        ("Direktionens porteføljeliste november 2020", "Direktionens porteføljeliste pr. juni 2021"),
        ("Direktionens porteføljeliste", "Direktionens porteføljeliste september 2022"),
        ("Økonomiopfølgning pr. 31. december 2017", "Økonomiopfølgning 04-10-2016"),
        ("Økonomirapport 3/2020", "Økonomirapport 1/2021"),
        ("Budgetopfølgning 2", "Budgetopfølgning 3 - 2021"),
        ("Budget 2021-2024: 1. behandling", "Budget 2022-2025: 2. behandling"),
        ("Budget 2021, anden behandling", "Budget 2021, første behandling"),
        ("Tids- og procesplan for budget 2019-2022", "Tids- og procesplan for budget 2020-2023"),
        ("Evaluering af vintertjenesten 2017/2018", "Evaluering af vintertjenesten 2020/21"),
        ("Store Lederdag 2. marts 2022", "Store Lederdag 15. juni 2022"),
        ("Regnskab 2019", "Regnskab 2020."),
        ("Økonomirapport 1, 2021", "Økonomirapport 2, 2021"),
        ("Budgetrevision I, 2022", "Budgetrevision III 2022"),
        ("Forventet regnskab 1-2021", "Forventet regnskab 3-2021"),
        ("Kvartalsrapport Q1 2021", "Kvartalsrapport Q3"),
        ("BO1 2021", "BO 2 - 2021"),
        ("Sygefravær januar-marts 2021", "Sygefravær april – juni 2021"),
        ("Strategi for velfærd (forår 2021)", "Strategi for velfærd (efteråret 2021)"),
        ("Energibesparelser i vinteren 2021/2022", "Energibesparelser vinteren 2022/23"),
        ("Magtanvendelse - årsrapport 2020", "Årsrapport for magtanvendelse 2021"),
        ("Status på arbejdet 2", "Status på arbejdet 3"),
    ],
)
def test_titles_that_differ_in_their_time_only_are_a_series(one: str, other: str) -> None:
    assert series.key(one) == series.key(other) != ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lokalplan nr. 562", "Lokalplan nr. 565"),
        ("Lokalplan 12", "Lokalplan 14"),
        ("Nedrivning af Bakkevej 12", "Nedrivning af Bakkevej 14"),
        ("Bakkevej 12 - nedrivning", "Bakkevej 14 - nedrivning"),
        ("Algade 3: nedrivning", "Algade 7: nedrivning"),
        ("Pulje på 1,5 procent", "Pulje på 2,5 procent"),
        ("Anlægsregnskab for stien ved Brodrup", "Anlægsregnskab for stien ved Tøvling"),
        ("Høring I SKOLER", "Høring II SKOLER"),
        ("BR 1 Havnen", "FR 2 Havnen"),
        ("Bevilling på 5 mio. kr. til skoler", "Bevilling på 6 mio. kr. til skoler"),
        ("Sygefraværsstatistik 4. kvartal 2017", "Handleplan for nedbringelse af sygefravær"),
    ],
)
def test_a_number_that_names_a_thing_tells_titles_apart(one: str, other: str) -> None:
    assert series.key(one) != series.key(other)


@pytest.mark.parametrize(
    "title",
    [
        "Øvrige sager",
        "Øvrige sager 06-02-2018",
        "Evt. og øvrige sager",
        "Eventuelt",
        "Meddelelser",
        "Program 12-03-2019",
        "Program for direktionsseminar den 28.-29. juni 2021",
        "Orientering fra formand og administration",
        "Godkendelse af dagsorden",
        "Oversigt over sager på vej.",
        "Sager pa\u030a vej",
        "Lukket",
    ],
)
def test_what_stands_on_every_agenda_is_no_series(title: str) -> None:
    assert series.standing(title)
    assert series.key(title) == ()


@pytest.mark.parametrize("title", ["Orientering om lokalcentret i Skæring", "Programledelse", "Maj-festival i byen"])
def test_a_matter_is_no_standing_item(title: str) -> None:
    assert not series.standing(title)


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("Lokalplan 114 for boliger ved Havnegade - forslag", "Lokalplan 115 for boliger ved Åparken", True),
        ("Lokalplanforslag nr. 562. Boliger", "Endelig vedtagelse af lokalplan nr. 565. Boliger", True),
        ("Lokalplan 1.2.B-3 i Nordby", "Lokalplan 1.2.B-4 i Nordby", True),
        ("Lokalplan 114 og kommuneplantillæg 9", "Lokalplan 114 og kommuneplantillæg 12", False),
        ("Lokalplan 114 for Havnegade", "Klage over lokalplan 114", False),
        ("Lokalplan 114 for Havnegade", "Kommuneplantillæg 12 for Havnegade", False),
        ("Lokalplan for Havnegade", "Lokalplan 115 for Åparken", False),
        ("Budget 2021", "Budget 2022", False),
    ],
)
def test_things_are_told_apart_by_their_numbers(one: str, other: str, differ: bool) -> None:
    assert series.differ_in_number(one, other) is series.differ_in_number(other, one) is differ


def test_a_title_tells_what_it_is_about() -> None:
    assert series.telling("Træpolitik for Havbjerg Kommune 2021") == ("træpolitik",)
    assert series.telling("Lokalplan 562 ved havnen") == ("lokalplan", "havnen")
    assert series.telling("Forslag fra Venstres byrådsgruppe om jagt") == ("forslag", "jagt")
    assert series.telling("Cykelsti mellem Nordby og Tøvling langs åen mv.") == ("cykelsti", "nordby", "tøvling", "åen")


@pytest.mark.parametrize("title", ["Eventuelt", "Sager på vej", "Orientering fra formanden", "Punkter til næste møde"])
def test_a_title_tells_of_many_matters(title: str) -> None:
    assert series.various(title)


@pytest.mark.parametrize("title", ["", "2021", "Punkt 5", "Vej", "Uge 5", "Om os", "Den 5. maj 2021", "Kantinen"])
def test_a_title_of_one_matter_or_of_none_does_not(title: str) -> None:
    assert not series.various(title)
