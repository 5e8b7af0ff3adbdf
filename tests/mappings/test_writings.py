"""What is written in several ways and is one thing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mappings import analysis, writings


def asked(text: str) -> list[str]:
    return [one.word for one in analysis.asked(text)]


@pytest.mark.parametrize(
    "written",
    [
        *("28. juni 2021", "28 juni 2021", "28.juni 2021", "28. jun. 2021", "28. JUNI 2021"),
        *("28-06-2021", "28.06.2021", "28/06/2021", "28/6-2021", "28/6 2021", "28. 6. 2021"),
        *("28.6.21", "28-6-21", "28/6-21", "2021-06-28"),
    ],
)
def test_a_date_is_one_word_however_it_is_written(written: str) -> None:
    assert writings.held(f"Mødet den {written}, kort.") == ["20210628"]
    assert asked(f"mødet den {written}") == ["mødet", "den", "20210628"]


@pytest.mark.parametrize(
    "text",
    [
        *("31. februar 2021", "31-02-2021", "28. juni", "juni 2021", "27.69.00-G01-4-21", "21/5239", "2021-1234"),
        *("Bilag 3.1.2", "pkt. 28.6", "10-25 – 10.30"),
    ],
)
def test_what_no_calendar_has_is_no_date(text: str) -> None:
    assert not any(word.isdigit() and len(word) == 8 for word in writings.held(text))


def test_years_in_two_figures_are_near_ours() -> None:
    assert writings.held("1.10.97 og 1.10.16") == ["19971001", "20161001"]


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("1.200.000 kr.", "1200000"),
        ("1 200 000 kr.", "1200000"),
        ("1,2 mio. kr.", "1200000"),
        ("1,20 millioner kroner", "1200000"),
        ("12 mia. kr.", "12000000000"),
        ("1.200 elever", "1200"),
        ("1.200 t.kr.", "1200000"),
        ("kr.500.000,-", "500000"),
        ("500 tkr.", "500000"),
        ("1.234.567,89 kr.", "1234567komma89"),
    ],
)
def test_an_amount_is_one_word_in_plain_figures(written: str, word: str) -> None:
    assert writings.held(f"I alt {written} i 2021") == [word]
    assert word in asked(written)


@pytest.mark.parametrize("text", ["17 elever", "pris 1,2", "punkt 4.2", "21/1.200", "2021"])
def test_a_small_number_is_a_word_as_it_stands(text: str) -> None:
    assert writings.find(text) == []


@pytest.mark.parametrize("written", ["kl. 9-12", "kl. 09.00 – 12.00", "Kl 9:00 til 12", "klokken 9 til kl. 12"])
def test_times_of_day(written: str) -> None:
    assert writings.held(written) == ["kl0900", "kl1200"]
    assert asked(written) == ["kl0900", "kl1200"]


@pytest.mark.parametrize("text", ["inkl. 9", "kl. 25", "kl. 9/10"])
def test_no_times_of_day(text: str) -> None:
    assert writings.find(text) == []


@pytest.mark.parametrize("written", ["§ 17, stk. 4", "§17 stk. 4", "paragraf 17, stk 4", "§\u00a017, Stk. 4"])
def test_a_section_of_an_act_is_found_whole_and_by_its_number(written: str) -> None:
    assert writings.held(f"efter {written} i loven") == ["pgf17", "pgf17stk4"]
    assert asked(written) == ["pgf17stk4"]


def test_letters_and_numbers_of_sections() -> None:
    assert writings.held("§ 8 i lov, § 17 a og § 3, stk. 2, nr. 4") == [
        *("pgf8", "pgf17a", "pgf3", "pgf3stk2", "pgf3stk2nr4")
    ]


def test_each_section_of_a_list_is_found() -> None:
    assert writings.held("efter §§ 8, 9 a og 12 i loven") == ["pgf8", "pgf9a", "pgf12"]
    assert asked("§§ 8 og 9") == ["pgf8", "og", "pgf9"]
    assert writings.held("§ 8 og 9 elever") == ["pgf8"]


def test_september_has_two_short_forms() -> None:
    assert writings.held("28. sept. 2022, 28 sep 2022, 28. september 2022") == ["20220928"]


def test_a_date_may_stand_right_behind_its_preposition() -> None:
    assert writings.held("mødet d.3/5-2022, se bilag 1.d.3.5.22") == ["20220503"]


def test_a_company_is_no_two_letters() -> None:
    assert asked("Dansk Vejdrift A/S og/eller andre") == ["dansk", "vejdrift", "as", "og", "eller", "andre"]


@pytest.mark.parametrize("written", ["2021/22", "2021-22", "2021/2022", "2021 – 2022"])
def test_a_school_year_is_both_its_years(written: str) -> None:
    held = {*analysis.words(f"skoleåret {written}"), *writings.held(f"skoleåret {written}")}
    assert {"2021", "2022", "20212022"} <= held
    assert asked(written) == ["2021", "2022"]


@pytest.mark.parametrize("text", ["2021/189", "21/189", "2021-12", "2021/20"])
def test_a_case_number_is_no_period(text: str) -> None:
    assert writings.find(text) == []


def test_a_hyphen_joins_and_parts() -> None:
    assert writings.held("IT-strategi for Høje‑Taastrup, børne- og ungeudvalget, 10-12") == [
        *("itstrategi", "højetaastrup", "børneudvalget")
    ]
    assert asked("IT-strategi") == ["it", "strategi"]


@pytest.mark.parametrize(
    ("written", "word"), [("MED-udvalget", "medudvalget"), ("på‑linjestation", "pålinjestation"), ("S-tog", "stog")]
)
def test_a_stop_word_before_a_hyphen_is_asked_for_with_what_it_is_joined_to(written: str, word: str) -> None:
    assert asked(f"mødet i {written}") == ["mødet", "i", word]
    assert writings.held(written) == [word]


@pytest.mark.parametrize("written", ["Børne-og ungeudvalget", "drop-in-kurser", "en-til-en", "med- og modspil"])
def test_a_stop_word_elsewhere_is_none_of_a_word(written: str) -> None:
    assert asked(written) == analysis.words(written)


@pytest.mark.parametrize("written", ["IT-strategi", "it-strategien", "IT strategi", "itstrategi", "itstrategien"])
def test_a_compound_is_the_same_with_a_hyphen_a_gap_or_neither(written: str) -> None:
    terms = {t for word in analysis.words(written) for t in analysis.terms(word)}
    terms |= set(map(analysis.held_term, writings.held(written)))
    assert {"it", "strategi"} <= terms


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Rådets", "rådet"),
        ("HTK's", "HTK"),
        ("HTKs", "HTK"),
        ("Lars'", "Lars"),
        ("Jens’", "jens"),
        ("kommunens", "kommune"),
    ],
)
def test_a_genitive_is_the_word(a: str, b: str) -> None:
    def stems(text: str) -> list[str]:
        return [analysis.stem(word) for word in analysis.content(one.word for one in analysis.asked(text))]

    assert stems(a) == stems(b)


def test_a_phrase_with_a_date_in_it_is_its_parts_and_the_date() -> None:
    assert analysis.asked_phrases("mødet den 28. juni 2021 kl. 9 i salen") == [
        *(("mødet", "den"), ("20210628",), ("kl0900",), ("i", "salen"))
    ]


@given(st.text() | st.text(alphabet="0123456789./-§ klstmioæA,–", max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    clean = analysis.normalise(text)
    for writing in writings.find(clean):
        assert 0 <= writing.start < writing.end <= len(clean)
        assert all(word and analysis.words(word) == [word[:64]] for word in (*writing.held, *writing.asked))


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("§ 17, stk. 4 og 5", ["4", "5"]),
        ("§ 17, stk. 1, 3 eller 4", ["1", "3", "4"]),
        ("§ 17, stk. 4-6", ["4", "5", "6"]),
        ("§ 17, stk. 1 og 2. pkt.", ["1"]),
        ("§ 17, stk. 2, nr. 1 og 3", ["2", "2nr1"]),
    ],
)
def test_each_part_of_a_list_is_found(written: str, parts: list[str]) -> None:
    assert writings.held(f"efter {written} i loven") == ["pgf17", *(f"pgf17stk{part}" for part in parts)]


@given(st.text(st.sampled_from("aåsBÆT 09/-‐‑.,§kl"), max_size=12))
def test_what_is_not_looked_for_in_a_text_is_not_there(text: str) -> None:
    passed_over = set(writings._WITH_FIGURES) - set(writings._kinds(text))
    assert not [writing for kind in passed_over for writing in kind(text)]
