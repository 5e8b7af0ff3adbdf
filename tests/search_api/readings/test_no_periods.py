"""Numbers and words in questions that look like periods and are none, asked on Wednesday 25 November 2026."""

import pytest

from search_api.readings.reading import Readings
from tests.search_api.readings.asked_times import read


@pytest.mark.parametrize(
    "question",
    [
        "boliger i 18 og 19 etager",
        "i 2018 og 19 elever",
        "i 2018 og 19 %",
        "i 2018, 19.500 kr.",
        "byrådet 1/2 time",
        "3/4 af eleverne i 2018",
        "3/4 normering i 2018",
        "boliger i 98 etager",
        "fra 05. klasse",
        "i 20 år",
        "lokale k319",
        "3. kvartal 19 pct. i 2018",
        "i 30 og 31",
    ],
)
def test_two_figures_that_count_something_are_no_year_and_no_day(question: str) -> None:
    assert [one.asks.years for one in read(question).found] in ([], [(2018,)])


@pytest.mark.parametrize(
    "question",
    [
        "budget 2022",
        "budgettet for 2022",
        "kommuneplan 2025",
        "budget 2022-2025",
        "budget for 2021 og 2022",
        "takster 2020, 2021 og 2022",
        "budget 2022-25",
        "lokalplan 2020-12",
        "den 1. januar 1848",
        "i januar 1848",
        "regnskabet for 2021",
        "brev af 28. juni 2021",
        "i 2021-planen",
        "§ 17, stk. 4",
        "kl. 9-12",
        "21/5239",
        "svar inden udgangen af 2014",
        "lokalplan 1107",
        "valget i 2021",
        "valget i 2019",
        "marts",
        "12.345.678 kr.",
        "telefon 20202020",
        "klimaneutral i 2030",
        "frem til 2030",
        "vision 2030",
        "efter 2027",
        "senest den 1. maj",
        "reglerne i dag",
        "udsat til efter juni 2021",
        "udsat til efter sommeren 1998",
        "klar efter sommerferien",
        "udsat til efteråret 2019",
        "udskudt til foråret 2021",
        "den 1/3 af pladserne",
        "sag 21/5-12",
        "lokalplan nr. 1.2.14",
        "skoleåret 18/19-20",
        "børn på 6/7-12 år",
        "afdeling '12'",
        "mødeplan uden julimøder",
        "septembermøde aflyst",
        "udsat til den 6. februar 2018",
        "maj 90 boliger",
        "OK '18",
        "vinter 2018/21",
        "maj 20 pladser",
        "tilskud på 1/2 mio. kr.",
        "servicelovens § 2019",
        "bygninger opført i første halvdel af 1900-tallet",
        "første halvdel af 2019-budgettet",
        "valgperiodens sidste halvår",
        "elever i det sidste halve år af 9. klasse",
        "ferieplan for skoleåret 2020/21",
        "åbent sidste fredag i måneden",
        "budget 2020/21",
        "projekt 2020/24",
        "sag 11/2019",
        "tilskud på 2000 kr.",
        "tilskud i 2000 kroner",
        "2000,- til kaffe",
        "kr. 2000 til kaffe",
        "2000-2020 kr. pr. barn",
        "2000-50 kr. pr. barn",
        "kontor på 2100 m2",
        "kontor 2000 m²",
        "1.950 timer",
        "2020 timer til stabe",
        "2000 pct.",
        "2000%",
        "ro de sidste dage på hospice",
        "de sidste år af krigen",
        "et senere år",
        "stemme inden valget",
        "klar inden maj",
        "lukket i uge 7",
        "ferielukket i uge 7 2021",
        "nye ruter fra uge 7/2021",
        "klar igen i foråret",
        "høring i foråret og sommeren",
        "mødet før coronatest",
        "kødfri mandag",
        "klimaneutral inden 2030",
        "trafikken før og efter 2020",
        "trafikken før/efter sidste valg",
        "trafikken før og efter sommerferien 2019",
        "trafikken før og efter sommerferien",
        "sag 17/18",
        "unge 17/18 år",
        "parkering 11/12",
        "budget 17/18",
        "svar inden jul",
        "genoptages igen efter nytår",
        "sidste års regnskab",
        "last year's budget",
        "åbent mellem jul og nytår",
    ],
)
def test_what_the_matter_is_about_is_no_period(question: str) -> None:
    assert read(question) == Readings()


@pytest.mark.parametrize(
    "question",
    [
        "31. februar",
        "31. februar 2021",
        "30-02-2021",
        "28-13-2021",
        "5. kvartal 2021",
        "31-02-2021",
        "29.-31. april 2021",
    ],
)
def test_a_date_that_does_not_exist_is_told_and_its_words_stay(question: str) -> None:
    found = read(f"parkering {question}")
    assert found.found == ()
    assert found.notices == (f"»{question}« findes ikke i kalenderen; der er søgt på ordene, som de står.",)


@pytest.mark.parametrize(
    "question", ["fra 2022 til 2020", "2022-2020", "2022 -2020", "5.-3. maj 2021", "mellem juni 2021 og marts 2021"]
)
def test_a_period_that_ends_before_it_begins_is_told(question: str) -> None:
    found = read(question)
    assert found.found == ()
    assert found.notices == (f"Perioden »{question}« slutter, før den begynder; der er søgt på ordene, som de står.",)


@pytest.mark.parametrize("question", ["parkering 31/8", "parkering 31/8 i 2020 og i 2021", "afdeling 31/8-b i 2020"])
def test_a_day_in_figures_beside_no_one_year_is_none(question: str) -> None:
    assert all(one.asks.years for one in read(question).found)
