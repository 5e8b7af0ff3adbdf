"""Times that a question would rather have, asked on Wednesday 25 November 2026."""

import pytest

from engines.asked import Filters
from tests.search_api.readings.asked_times import between, only, read


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("sygefravær 2022", Filters(years=(2022,))),
        ("2021 budget", Filters(years=(2021,))),
        ("2020 kontoret", Filters(years=(2020,))),
        ("2022 kr. 500.000", Filters(years=(2022,))),
        ("notat 2020 m.fl.", Filters(years=(2020,))),
        ("skybruddet i juli, evaluering", between("2026-07-01", "2026-07-31")),
        ("hvad blev der besluttet om skoler i marts", between("2026-03-01", "2026-03-31")),
        ("fravær ved sygdom 2022", Filters(years=(2022,))),
        ("parkering primo 2021", between("2021-01-01", "2021-06-30")),
        ("schools at the end of 2014", between("2014-07-01", "2014-12-31")),
        ("økonomiopfølgning november 2019", between("2019-11-01", "2019-11-30")),
        ("i efteråret 2021 hjemmearbejde", between("2021-07-01", "2021-12-31")),
        ("vinteren 2018/19", between("2018-10-01", "2019-03-31")),
        ("valgt lige før jul 2005", between("2005-11-19", "2005-12-31")),
        ("bygges efter sommerferien 2019", between("2019-07-01", "2019-12-09")),
        ("op til påske 2018", between("2018-02-26", "2018-04-02")),
        ("omkring årsskiftet 2019/20", between("2019-11-14", "2020-02-15")),
        ("lige efter nytår 2006", between("2006-01-01", "2006-02-01")),
        ("foråret og sommeren 2020", Filters(years=(2020,))),
        ("vinteren 2020", Filters(years=(2020,))),
        ("efteråret '98", between("1998-07-01", "1998-12-31")),
        ("staff survey during spring 2020", between("2020-01-01", "2020-06-30")),
        ("masks early 2020", between("2020-01-01", "2020-06-30")),
        ("lukkedage i julen 2010", Filters(years=(2010,))),
        ("klar inden jul 2010", between("2010-08-20", "2010-12-31")),
        ("hvad sagde vi om foråret 2020", Filters(years=(2020,))),
        ("i løbet af efteråret 2021 om skoler", between("2021-07-01", "2021-12-31")),
        ("cykelsti jul 2010", Filters(years=(2010,))),
        ("cykelsti jul. 2010", between("2010-07-01", "2010-07-31")),
        ("svar inden maj 2021", between("2021-05-01", "2021-05-31")),
        ("sygefravær 3. kvartal i 2021", between("2021-07-01", "2021-09-30")),
        ("parkering 3. kvartal 19", between("2019-07-01", "2019-09-30")),
        ("parkering Q3 19", between("2019-07-01", "2019-09-30")),
        ("3. kvartal 20 økonomi", between("2020-07-01", "2020-09-30")),
        ("parkering 2021 Q3", between("2021-07-01", "2021-09-30")),
    ],
)
def test_a_time_without_more_is_favoured_and_searched_for_too(question: str, asks: Filters) -> None:
    reading = only(question)
    assert (reading.effect, reading.asks, reading.keeps) == ("favours", asks, True)


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("parkering 2020-2022", Filters(years=(2020, 2021, 2022))),
        ("parkering 2020-22", Filters(years=(2020, 2021, 2022))),
        ("parkering 2020 -2022", Filters(years=(2020, 2021, 2022))),
        ("parkering 2020–2022", Filters(years=(2020, 2021, 2022))),
        ("parkering 2020 til 2022", Filters(years=(2020, 2021, 2022))),
        ("28. juni 2021 hjemmearbejde", between("2021-06-28", "2021-06-28")),
        ("parkering 3.-5. maj 2019", between("2019-05-03", "2019-05-05")),
        ("teknikudvalget 17/11-2021", between("2021-11-17", "2021-11-17")),
        ("notat 6/2-18", between("2018-02-06", "2018-02-06")),
        ("høringsfrist den 1. maj 2021", between("2021-05-01", "2021-05-01")),
        ("træder i kraft den 1. januar 2020", between("2020-01-01", "2020-01-01")),
        ("svar senest den 1. maj 2021", between("2021-05-01", "2021-05-01")),
        ("svar inden den 1. maj 2021", between("2021-05-01", "2021-05-01")),
        ("svar senest fredag den 1. maj 2021", between("2021-05-01", "2021-05-01")),
        ("nye takster fra 1. januar 2022", between("2022-01-01", "2022-01-01")),
        ("parkering okt 20", between("2020-10-01", "2020-10-31")),
        ("elbiler i 19", Filters(years=(2019,))),
        ("parkering 1.1.2020-31.12.2021", Filters(years=(2020, 2021))),
        ("parkering 01-03-2020-31-12-2021", between("2020-03-01", "2021-12-31")),
        ("parkering 28.6.19-1.7.19", between("2019-06-28", "2019-07-01")),
        ("parkering 1/3-31/12 2008", between("2008-03-01", "2008-12-31")),
        ("parkering 1.11 - 31.1.2008", between("2007-11-01", "2008-01-31")),
        ("parkering 1. marts-31. maj 2008", between("2008-03-01", "2008-05-31")),
        ("parkering juni 2019-august 2020", between("2019-06-01", "2020-08-31")),
        ("parkering marts 2019 til juni 2020", between("2019-03-01", "2020-06-30")),
        ("parkering 1. halvår '19", between("2019-01-01", "2019-06-30")),
        ("2. halvår 2018 parkering", between("2018-07-01", "2018-12-31")),
        ("vintertjenesten 17/18", Filters(years=(2017, 2018))),
        ("vintertjenesten 2017/18", Filters(years=(2017, 2018))),
        ("vintertjenesten i 2017/2018", Filters(years=(2017, 2018))),
        ("badevand sæson 20/21", Filters(years=(2020, 2021))),
        ("elevtal skoleåret 2020/21", Filters(years=(2020, 2021))),
        ("elevtal i skoleåret 2020-2021", Filters(years=(2020, 2021))),
        ("elevtal sidste halvår 2019/20", Filters(years=(2019, 2020))),
        ("elevtal i 18 og 19", Filters(years=(2018, 2019))),
        ("direktionen 31/8", between("2026-08-31", "2026-08-31")),
        ("elevtal nov-19", between("2019-11-01", "2019-11-30")),
        ("elevtal 11/2019", between("2019-11-01", "2019-11-30")),
    ],
)
def test_what_is_written_short_or_from_one_time_to_another_is_favoured_and_few_texts_say_it_so(
    question: str, asks: Filters
) -> None:
    reading = only(question)
    assert (reading.effect, reading.asks, reading.hints) == ("favours", asks, True)


@pytest.mark.parametrize(
    ("question", "words", "asks"),
    [
        ("skoler de seneste år", "de seneste år", between("2021-01-01", None)),
        ("skoler i de senere år", "i de senere år", between("2021-01-01", None)),
        ("skoler gennem de sidste år", "gennem de sidste år", between("2021-01-01", None)),
        ("skoler de seneste måneder", "de seneste måneder", between("2026-05-01", None)),
        ("skoler seneste uger", "seneste uger", between("2026-09-30", None)),
        ("schools in recent years", "in recent years", between("2021-01-01", None)),
        ("schools over the last few months", "over the last few months", between("2026-05-01", None)),
        ("skoler for et par år siden", "for et par år siden", Filters(years=(2023, 2024, 2025))),
        ("skoler for nogle år siden", "for nogle år siden", Filters(years=(2020, 2021, 2022, 2023, 2024))),
        ("skoler for ca. ti år siden", "for ca. ti år siden", Filters(years=(2015, 2016, 2017))),
        ("skoler for et par måneder siden", "for et par måneder siden", between("2026-08-01", "2026-10-31")),
        ("schools a couple of years ago", "a couple of years ago", Filters(years=(2023, 2024, 2025))),
        ("skoler for nylig", "for nylig", between("2026-05-01", None)),
        ("recently decided on schools", "recently", between("2026-05-01", None)),
        ("skoler for 5-6 år siden", "for 5-6 år siden", Filters(years=(2020, 2021))),
        ("skoler for omkring to til tre år siden", "for omkring to til tre år siden", Filters(years=(2023, 2024))),
        ("schools two or three years ago", "two or three years ago", Filters(years=(2023, 2024))),
        ("schools about three years ago", "about three years ago", Filters(years=(2022, 2023, 2024))),
    ],
)
def test_a_time_that_nobody_counts_is_favoured_and_its_words_are_not_searched_for(
    question: str, words: str, asks: Filters
) -> None:
    reading = only(question)
    assert (question[reading.start : reading.end], reading.effect, reading.asks) == (words, "favours", asks)
    assert (reading.keeps, reading.hints) == (False, False)


@pytest.mark.parametrize(
    ("question", "words", "asks"),
    [
        ("skoler inden 2020", "inden 2020", between(None, "2019-12-31")),
        ("skoler inden sidste valg", "inden sidste valg", between(None, "2025-11-17")),
        ("skoler i foråret", "i foråret", between("2026-01-01", "2026-06-30")),
        ("skoler i vinteren", "i vinteren", between("2025-10-01", "2026-03-31")),
        ("skoler før sommerferien", "før sommerferien", between("2026-03-01", "2026-08-09")),
        ("skoler lige efter påske", "lige efter påske", between("2026-04-02", "2026-05-07")),
        ("skoler før jul", "før jul", between("2025-08-20", "2025-12-31")),
        ("skoler på mødet inden jul", "inden jul", between("2025-08-20", "2025-12-31")),
        ("skoler efter nytår", "efter nytår", between("2026-01-01", "2026-05-03")),
        ("schools before the summer holidays", "before the summer holidays", between("2026-03-01", "2026-08-09")),
        ("hjemmearbejde før corona", "før corona", between(None, "2020-03-10")),
        ("fravær før covid-19", "før covid-19", between(None, "2020-03-10")),
        ("working from home before the pandemic", "before the pandemic", between(None, "2020-03-10")),
    ],
)
def test_what_may_be_a_deadline_or_a_time_of_no_year_is_favoured_and_its_words_need_not_be_held(
    question: str, words: str, asks: Filters
) -> None:
    reading = only(question)
    assert (question[reading.start : reading.end], reading.effect, reading.asks) == (words, "favours", asks)
    assert (reading.keeps, reading.hints) == (False, True)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("rengøring under corona", "under corona"),
        ("rengøring under nedlukningen", "under nedlukningen"),
        ("rengøring i coronatiden", "i coronatiden"),
        ("cleaning during the pandemic", "during the pandemic"),
    ],
)
def test_while_it_was_the_pandemic_is_searched_for_too(question: str, words: str) -> None:
    reading = only(question)
    assert (question[reading.start : reading.end], reading.effect, reading.keeps) == (words, "favours", True)
    assert reading.asks == between("2020-03-11", "2022-01-31")


@pytest.mark.parametrize("question", ["i juni 2019 og i juni 2020"])
def test_times_that_no_meeting_can_have_together_are_favoured(question: str) -> None:
    assert {one.effect for one in read(question).found} == {"favours"}


def test_a_year_in_two_figures_is_not_looked_for_in_texts() -> None:
    assert only("takster i '98").names == ""
