"""The periods that questions name, asked on Wednesday 25 November 2026."""

import pytest

from engines.asked import Filters
from tests.search_api.readings.asked_times import between, only, read


def between_years(first: int, last: int) -> Filters:
    return Filters(years=tuple(range(first, last + 1)))


@pytest.mark.parametrize(
    ("question", "words", "asks"),
    [
        ("parkering i 2021", "i 2021", Filters(years=(2021,))),
        ("tilbage i 2021 talte vi om parkering", "tilbage i 2021", Filters(years=(2021,))),
        ("parkering i året 2021", "i året 2021", Filters(years=(2021,))),
        ("beslutninger fra 2021 om skoler", "fra 2021", Filters(years=(2021,))),
        ("skoler i 2020-2022", "i 2020-2022", Filters(years=(2020, 2021, 2022))),
        ("skoler i 2020-22", "i 2020-22", Filters(years=(2020, 2021, 2022))),
        ("fra 2020 til 2022 skoler", "fra 2020 til 2022", Filters(years=(2020, 2021, 2022))),
        ("skoler siden 2020 og frem til 2022", "siden 2020 og frem til 2022", Filters(years=(2020, 2021, 2022))),
        ("skoler fra 2020 indtil 2022", "fra 2020 indtil 2022", Filters(years=(2020, 2021, 2022))),
        ("skoler mellem 2020 og 2022", "mellem 2020 og 2022", Filters(years=(2020, 2021, 2022))),
        ("skoler i perioden 2020 – 2021", "i perioden 2020 – 2021", Filters(years=(2020, 2021))),
        ("skoler i 2019, 2020 og 2022", "i 2019, 2020 og 2022", Filters(years=(2019, 2020, 2022))),
        ("skoler i 2018 og 19", "i 2018 og 19", Filters(years=(2018, 2019))),
        (
            "i 2018, 19, 20, 21 og 22 om skoler",
            "i 2018, 19, 20, 21 og 22",
            Filters(years=(2018, 2019, 2020, 2021, 2022)),
        ),
        ("skoler fra 2020 til 22", "fra 2020 til 22", Filters(years=(2020, 2021, 2022))),
        ("skoler mellem 2018 og 20", "mellem 2018 og 20", Filters(years=(2018, 2019, 2020))),
        ("elevtal siden skoleåret 2020/21", "siden skoleåret 2020/21", between("2020-08-01", None)),
        ("skoler november i 2019", "november i 2019", between("2019-11-01", "2019-11-30")),
        ("direktionen 5/11 i 2019", "5/11 i 2019", between("2019-11-05", "2019-11-05")),
        ("mødet 31/8 i 2021 om skoler", "mødet 31/8 i 2021", between("2021-08-31", "2021-08-31")),
        ("den 5. november i 2019 om skoler", "den 5. november i 2019", between("2019-11-05", "2019-11-05")),
        ("mødet 5. nov 19 om skoler", "mødet 5. nov 19", between("2019-11-05", "2019-11-05")),
        ("mødet i mandags", "mødet i mandags", between("2026-11-23", "2026-11-23")),
        ("skoler i onsdags", "i onsdags", between("2026-11-18", "2026-11-18")),
        ("skoler sidste fredag", "sidste fredag", between("2026-11-20", "2026-11-20")),
        ("schools last Monday", "last monday", between("2026-11-23", "2026-11-23")),
        ("sidste uges møde om skoler", "sidste uges", between("2026-11-16", "2026-11-22")),
        ("skoler siden 2019", "siden 2019", between("2019-01-01", None)),
        ("skoler fra 2019 og frem", "fra 2019 og frem", between("2019-01-01", None)),
        ("skoler før 2020", "før 2020", between(None, "2019-12-31")),
        ("skoler til og med 2020", "til og med 2020", between(None, "2020-12-31")),
        ("skoler efter juni 2021", "efter juni 2021", between("2021-07-01", None)),
        ("skoler siden juni 2021", "siden juni 2021", between("2021-06-01", None)),
        ("den 5. november 19 personer deltog", "den 5. november", between("2026-11-05", "2026-11-05")),
        ("den 5. november 19.00 om skoler", "den 5. november", between("2026-11-05", "2026-11-05")),
        ("mødet i marts om skoler", "i marts", between("2026-03-01", "2026-03-31")),
        ("direktionsmødet i marts", "i marts", between("2026-03-01", "2026-03-31")),
        ("schools at the meeting in March", "in march", between("2026-03-01", "2026-03-31")),
        ("byrådets møde i december", "i december", between("2025-12-01", "2025-12-31")),
        ("skoler i februar 2020", "i februar 2020", between("2020-02-01", "2020-02-29")),
        ("mellem juni og august 2021", "mellem juni og august 2021", between("2021-06-01", "2021-08-31")),
        ("i 3. kvartal 2021", "i 3. kvartal 2021", between("2021-07-01", "2021-09-30")),
        ("i slutningen af 2014 skoler", "i slutningen af 2014", between("2014-07-01", "2014-12-31")),
        ("skoler i starten af 2015", "i starten af 2015", between("2015-01-01", "2015-06-30")),
        ("schools in the middle of 2014", "in the middle of 2014", between("2014-04-01", "2014-09-30")),
        ("havnen i midten af 2004", "i midten af 2004", between("2004-04-01", "2004-09-30")),
        ("skoler før udgangen af 2014", "før udgangen af 2014", between(None, "2014-12-31")),
        ("skoler siden starten af 2014", "siden starten af 2014", between("2014-01-01", None)),
        ("skoler nyere end 2014", "nyere end 2014", between("2014-01-01", None)),
        ("skoler ældre end 2014", "ældre end 2014", between(None, "2013-12-31")),
        ("i sidste kvartal af 2019 om skoler", "i sidste kvartal af 2019", between("2019-10-01", "2019-12-31")),
        ("schools in the first quarter of 2019", "in the first quarter of 2019", between("2019-01-01", "2019-03-31")),
        ("skoler i anden halvdel af 2019", "i anden halvdel af 2019", between("2019-07-01", "2019-12-31")),
        ("skoler i maj-juni 2019", "i maj-juni 2019", between("2019-05-01", "2019-06-30")),
        ("skoler i dec/jan 2020", "i dec/jan 2020", between("2019-12-01", "2020-01-31")),
        ("skoler siden okt.-nov. 2019", "siden okt.-nov. 2019", between("2019-10-01", None)),
        ("skoler de sidste halvandet år", "de sidste halvandet år", between("2025-05-25", "2026-11-25")),
        ("skoler sidste halve år", "sidste halve år", between("2026-05-25", "2026-11-25")),
        ("besluttet for et halvt år siden", "for et halvt år siden", between("2026-03-01", "2026-07-31")),
        ("vækst i første halvdel af 2020'erne", "i første halvdel af 2020'erne", between_years(2020, 2024)),
        ("skoler i 1.-3. kvartal 2020", "i 1.-3. kvartal 2020", between("2020-01-01", "2020-09-30")),
        ("skoler i 1. og 2. kvartal 2020", "i 1. og 2. kvartal 2020", between("2020-01-01", "2020-06-30")),
        ("skoler fra 1. til 3. kvartal 2020", "fra 1. til 3. kvartal 2020", between("2020-01-01", "2020-09-30")),
        ("skoler i 1. kvartal sidste år", "i 1. kvartal sidste år", between("2025-01-01", "2025-03-31")),
        ("i 1. halvår af året 2020", "i 1. halvår af året 2020", between("2020-01-01", "2020-06-30")),
        ("skoler før sidste kvartal af 2019", "før sidste kvartal af 2019", between(None, "2019-09-30")),
        ("skoler i maj-juni", "i maj-juni", between("2026-05-01", "2026-06-30")),
        ("sidste kvartal skoler", "sidste kvartal", between("2026-07-01", "2026-09-30")),
        ("i første halvår 2021", "i første halvår 2021", between("2021-01-01", "2021-06-30")),
        ("mødet den 28. juni 2021", "mødet den 28. juni 2021", between("2021-06-28", "2021-06-28")),
        ("den 28-06-2021", "den 28-06-2021", between("2021-06-28", "2021-06-28")),
        ("d. 28.6.21", "d. 28.6.21", between("2021-06-28", "2021-06-28")),
        ("den 28/6 2021", "den 28/6 2021", between("2021-06-28", "2021-06-28")),
        ("den 2021-06-28", "den 2021-06-28", between("2021-06-28", "2021-06-28")),
        ("den 3.-5. maj 2019", "den 3.-5. maj 2019", between("2019-05-03", "2019-05-05")),
        ("fra 1/3 til 31/5 2008", "fra 1/3 til 31/5 2008", between("2008-03-01", "2008-05-31")),
        ("skoler i 2019 -2021", "i 2019 -2021", Filters(years=(2019, 2020, 2021))),
        ("skoler i år", "i år", Filters(years=(2026,))),
        ("skoler sidste år", "sidste år", Filters(years=(2025,))),
        ("skoler i fjor", "i fjor", Filters(years=(2025,))),
        ("skoler i forfjor", "i forfjor", Filters(years=(2024,))),
        ("for to år siden", "for to år siden", Filters(years=(2024,))),
        ("skoler de seneste 3-4 år", "de seneste 3-4 år", between("2022-11-25", "2026-11-25")),
        ("skoler seneste to år", "seneste to år", between("2024-11-25", "2026-11-25")),
        ("skoler de sidste 6 måneder", "de sidste 6 måneder", between("2026-05-25", "2026-11-25")),
        ("det seneste år", "det seneste år", between("2025-11-25", "2026-11-25")),
        ("parkering i teknikudvalget i 2019", "i 2019", Filters(years=(2019,))),
        ("mødet i oktober sidste år", "i oktober sidste år", between("2025-10-01", "2025-10-31")),
        ("den 6/2 2018", "den 6/2 2018", between("2018-02-06", "2018-02-06")),
        ("mødet den 6/2", "mødet den 6/2", between("2026-02-06", "2026-02-06")),
        ("i juni '98", "i juni '98", between("1998-06-01", "1998-06-30")),
        ("havnen i '98", "i '98", Filters(years=(1998,))),
        ("havnen i 98", "i 98", Filters(years=(1998,))),
        ("hvad skete der i 05 om havnen", "i 05", Filters(years=(2005,))),
        ("havnen fra 01", "fra 01", Filters(years=(2001,))),
        ("havnen i hele 2020", "i hele 2020", Filters(years=(2020,))),
        ("havnen i enten 2019 eller 2021", "i enten 2019 eller 2021", Filters(years=(2019, 2021))),
        ("havnen i 3. kvartal 19", "i 3. kvartal 19", between("2019-07-01", "2019-09-30")),
        ("havnen fra august 21", "fra august 21", between("2021-08-01", "2021-08-31")),
        ("hvad skete der i okt 20 om havnen", "i okt 20", between("2020-10-01", "2020-10-31")),
        ("mødet den sjette oktober 2020", "mødet den sjette oktober 2020", between("2020-10-06", "2020-10-06")),
        ("the harbour on the 6th of October 2020", "on the 6th of october 2020", between("2020-10-06", "2020-10-06")),
        ("havnen på mødet d 16.9", "mødet d 16.9", between("2026-09-16", "2026-09-16")),
        ("mødet den 16.9 om havnen", "mødet den 16.9", between("2026-09-16", "2026-09-16")),
        ("skoler i 2021 1. kvartal", "i 2021 1. kvartal", between("2021-01-01", "2021-03-31")),
        ("skoler i K3 2021", "i k3 2021", between("2021-07-01", "2021-09-30")),
        ("skoler i 2021-Q3", "i 2021-q3", between("2021-07-01", "2021-09-30")),
        ("skoler i H2 2021", "i h2 2021", between("2021-07-01", "2021-12-31")),
        ("skoler i 1H 2021", "i 1h 2021", between("2021-01-01", "2021-06-30")),
        ("møder i uge 37, 2020 om skoler", "i uge 37, 2020", between("2020-09-07", "2020-09-13")),
        ("skoler siden uge 53 i 2020", "siden uge 53 i 2020", between("2020-12-28", None)),
        ("skoler torsdag den 28. juni 2021", "torsdag den 28. juni 2021", between("2021-06-28", "2021-06-28")),
        ("mandag 28. juni 2021 skoler", "mandag 28. juni 2021", between("2021-06-28", "2021-06-28")),
        ("mødet mandag d. 28/6 2021", "mødet mandag d. 28/6 2021", between("2021-06-28", "2021-06-28")),
        ("schools on Monday 28 June 2021", "on monday 28 june 2021", between("2021-06-28", "2021-06-28")),
        (
            "fra mandag den 28. juni 2021 til fredag den 2. juli 2021",
            "fra mandag den 28. juni 2021 til fredag den 2. juli 2021",
            between("2021-06-28", "2021-07-02"),
        ),
        ("mødet den 6-2-18", "mødet den 6-2-18", between("2018-02-06", "2018-02-06")),
        ("mødet den 6-2-98", "mødet den 6-2-98", between("1998-02-06", "1998-02-06")),
        ("slutningen af 90'erne", "slutningen af 90'erne", between_years(1995, 1999)),
        ("besluttet på novembermødet 2019", "novembermødet 2019", between("2019-11-01", "2019-11-30")),
        ("hvad skete der på juni-mødet", "juni-mødet", between("2026-06-01", "2026-06-30")),
        ("skoler siden efteråret 2018", "siden efteråret 2018", between("2018-09-01", None)),
        ("skoler efter vinteren 2018/19", "efter vinteren 2018/19", between("2019-03-01", None)),
        ("skoler siden jul 2018", "siden jul 2018", between("2018-12-20", None)),
        ("skoler i januar og februar 2020", "i januar og februar 2020", between("2020-01-01", "2020-02-29")),
        ("cykelstier i maj, juni og august 2019", "i maj, juni og august 2019", between("2019-05-01", "2019-08-31")),
        ("i december og januar 2020", "i december og januar 2020", between("2019-12-01", "2020-01-31")),
        ("fra december til februar 2020", "fra december til februar 2020", between("2019-12-01", "2020-02-29")),
        ("fra november 2019 til februar", "fra november 2019 til februar", between("2019-11-01", "2020-02-29")),
        ("byrådets junimøde 2019 om skoler", "junimøde 2019", between("2019-06-01", "2019-06-30")),
        ("byrådsmødet 24. juni 2015 om skoler", "24. juni 2015", between("2015-06-24", "2015-06-24")),
        ("møde den 12/5 2019 om skoler", "møde den 12/5 2019", between("2019-05-12", "2019-05-12")),
        ("i slutningen af juni 2019", "i slutningen af juni 2019", between("2019-06-01", "2019-06-30")),
        ("skoler i marts måned 2020", "i marts måned 2020", between("2020-03-01", "2020-03-31")),
        ("skoler i vinters", "i vinters", between("2025-10-01", "2026-03-31")),
        ("sidste forår", "sidste forår", between("2026-01-01", "2026-06-30")),
        ("sidste måned", "sidste måned", between("2026-10-01", "2026-10-31")),
        ("sidste uge", "sidste uge", between("2026-11-16", "2026-11-22")),
        ("siden sidste valg", "siden sidste valg", between("2025-11-18", None)),
        ("før valget i 2017", "før valget i 2017", between(None, "2017-11-20")),
        ("i forrige valgperiode", "i forrige valgperiode", Filters(years=(2022, 2023, 2024, 2025))),
        ("decisions since 2019", "since 2019", between("2019-01-01", None)),
        ("sidste års beslutninger om skoler", "sidste års", Filters(years=(2025,))),
        ("last year's decisions on schools", "last year's", Filters(years=(2025,))),
        ("årets møder", "årets", Filters(years=(2026,))),
        ("de seneste tre års beslutninger", "de seneste tre års", between("2023-11-25", "2026-11-25")),
        ("det sidste års direktionsmøder", "det sidste års", between("2025-11-25", "2026-11-25")),
        ("skoler siden sommerferien", "siden sommerferien", between("2026-07-01", None)),
        ("skoler siden jul", "siden jul", between("2025-12-20", None)),
        ("skoler siden nytår", "siden nytår", between("2026-01-01", None)),
        ("skoler siden foråret", "siden foråret", between("2026-03-01", None)),
        ("skoler, kun 2021", "kun 2021", Filters(years=(2021,))),
        ("schools only 2021", "only 2021", Filters(years=(2021,))),
        ("skoler kun 2019 og 2021", "kun 2019 og 2021", Filters(years=(2019, 2021))),
        ("in March 2021", "in march 2021", between("2021-03-01", "2021-03-31")),
        ("last year", "last year", Filters(years=(2025,))),
    ],
)
def test_words_that_say_when_narrow(question: str, words: str, asks: Filters) -> None:
    reading = only(question)
    assert (question[reading.start : reading.end].lower(), reading.effect, reading.asks) == (words, "narrows", asks)
    assert not reading.keeps


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("i 2021", "Kun møder i 2021"),
        ("i 2019, 2020 og 2022", "Kun møder i 2019, 2020 og 2022"),
        ("i juni 2021", "Kun møder i juni 2021"),
        ("den 28. juni 2021", "Kun møder den 28. juni 2021"),
        ("siden 2019", "Kun møder fra 2019 og frem"),
        ("før juni 2020", "Kun møder til og med 31. maj 2020"),
        ("fra 2019 til 2021", "Kun møder fra 2019 til 2021"),
        ("sygefravær 2022", "Helst møder i 2022"),
    ],
)
def test_a_person_reads_what_was_understood(question: str, label: str) -> None:
    assert only(question).label == label


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("aflyst den 5. aug 2013", "5. aug 2013"),
        ("indbrud den 12. januar", "12. januar"),
        ("regnskab i 2020", "2020"),
        ("regnskab i 98", ""),
        ("regnskab i okt 20", ""),
        ("tur i september 2006", "september 2006"),
        ("parkering siden 2019", ""),
        ("parkering sidste år", ""),
        ("parkering fra 2019 til 2021", ""),
    ],
)
def test_what_a_text_would_call_the_time_is_known(question: str, names: str) -> None:
    assert only(question).names == names


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("septembermødet sidste år om skoler", [between("2025-09-01", "2025-09-30"), Filters(years=(2025,))]),
        ("novembermødet om skolen i 2019", [between("2019-11-01", "2019-11-30"), Filters(years=(2019,))]),
        ("septembermødet om budget 2022", [between("2026-09-01", "2026-09-30")]),
        ("mødet den 6/2 om skoler i 2019", [between("2019-02-06", "2019-02-06"), Filters(years=(2019,))]),
        ("skolestruktur i 2019 og i 2020", [Filters(years=(2019,)), Filters(years=(2020,))]),
    ],
)
def test_the_meeting_of_a_day_or_a_month_is_of_the_year_that_the_question_names(
    question: str, asks: list[Filters]
) -> None:
    assert [(one.effect, one.asks) for one in read(question).found] == [("narrows", one) for one in asks]


@pytest.mark.parametrize("question", ["31/8 parkering 2021", "2021 31/8 parkering", "parkering 31/8 i 2021"])
def test_a_day_in_figures_beside_a_year_is_of_that_year(question: str) -> None:
    days = [one for one in read(question).found if not one.asks.years]
    assert [(one.effect, one.asks, one.hints) for one in days] == [
        ("favours", between("2021-08-31", "2021-08-31"), True)
    ]
