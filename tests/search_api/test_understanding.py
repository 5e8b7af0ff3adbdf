"""What a question means before anything is searched."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mappings import analysis
from search_api.readings.reader import Known
from search_api.understanding import LONGEST_QUESTION, understand


@pytest.mark.parametrize(
    ("question", "meaning"),
    [
        ("hvad har vi tidligere besluttet om hjemmearbejde", "hjemmearbejde"),
        ("tidligere beslutninger om hjemmearbejde", "hjemmearbejde"),
        ("previous decisions on hjemmearbejde", "hjemmearbejde"),
        ("find sager om skolestruktur i midtbyen", "skolestruktur i midtbyen"),
        ("om sommeren", "om sommeren"),
        ("beslutninger", "beslutninger"),
        ("i for og på", "i for og på"),
    ],
)
def test_words_of_intent_at_the_head_do_not_search(question: str, meaning: str) -> None:
    assert understand(question).meaning == meaning


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hvad er vedtaget paa trafikomraadet", "hvad er vedtaget på trafikområdet"),
        ("hvornaar er det droeftet at bygge boliger", "hvornår er det drøftet at bygge boliger"),
        ("stotte til ovelser", "støtte til øvelser"),
    ],
)
def test_a_question_without_danish_letters_is_the_same_question(typed: str, meant: str) -> None:
    a, b = understand(typed), understand(meant)
    assert (a.words, a.meaning) == (b.words, b.meaning)
    assert [(one.kind, one.effect) for one in a.readings] == [(one.kind, one.effect) for one in b.readings]


@pytest.mark.parametrize(
    ("question", "meaning"),
    [
        ("ejendommen ved Hans Korsgaard", "ejendommen ved hans korsgaard"),
        ("does the goal matter", "does the goal matter"),
        ("poesi i biblioteket", "poesi i biblioteket"),
    ],
)
def test_names_english_and_other_words_are_not_respelled(question: str, meaning: str) -> None:
    assert understand(question).meaning == meaning


@pytest.mark.parametrize(
    ("question", "terms"),
    [
        ("rotter mv.", ("rotter",)),
        ("rotter m.v. i skoler o.lign.", ("rotter", "skoler")),
        ("RENGØRING IFM. BARSEL", ("rengøring", "barsel")),
        ("rotter evt. mus", ("rotter", "mus")),
        ("jf. sag 21/5239", ("21/5239",)),
        ("lokaler v. rådhuset m. køkken", ("lokaler", "rådhuset", "køkken")),
    ],
)
def test_abbreviations_that_only_join_words_are_not_searched_for(question: str, terms: tuple[str, ...]) -> None:
    assert understand(question).terms == terms


@pytest.mark.parametrize(
    ("question", "terms"),
    [
        ("mv.", ("mv",)),
        ("rengøring i MV", ("rengøring", "mv")),
        ("vitamin m", ("vitamin", "m")),
        ("rotter under evt.", ("rotter", "evt")),
    ],
)
def test_they_are_where_nothing_else_is_asked_and_where_they_are_something_else(
    question: str, terms: tuple[str, ...]
) -> None:
    assert understand(question).terms == terms


def test_evt_is_the_item_eventuelt() -> None:
    (choice,) = understand("evt.").words.choices
    assert analysis.forms("eventuelt") in [form for way in choice.ways for form in way]


def test_quoted_words_are_a_phrase_with_its_stop_words() -> None:
    understood = understand('budget "taget til efterretning"')
    assert understood.words.phrases == (("taget", "til", "efterretning"),)
    assert "budg" in understood.words.stems


@pytest.mark.parametrize(
    ("question", "literal", "terms", "meaning"),
    [
        ('find "sager om" i 2021', (), ("sager",), "sager om"),
        ('hvad har vi "besluttet" i 2021', (), ("besluttet",), "besluttet"),
        ("find sager om i 2021", ("sager om",), ("sager",), "sager om"),
        ("hvad har vi besluttet i 2021", ("besluttet",), ("besluttet",), "besluttet"),
    ],
)
def test_words_of_intent_that_are_quoted_or_taken_literally_are_searched_for(
    question: str, literal: tuple[str, ...], terms: tuple[str, ...], meaning: str
) -> None:
    understood = understand(question, known=Known(today=dt.date(2026, 11, 25)), literal=literal)
    assert (understood.terms, understood.meaning) == (terms, meaning)
    assert [one.effect for one in understood.readings] == ["drops", "narrows"]


def test_minus_excludes_but_a_hyphen_does_not() -> None:
    understood = understand("e-handel -budget 2017-2020")
    assert understood.without == ("budget",)
    assert set(understood.terms) == {"e", "handel", "2017", "2020"}


@pytest.mark.parametrize(
    ("question", "without"),
    [
        ("kantinen 2019 -2021", ()),
        ("kantinen 2019 –2021", ()),
        ("kantinen 1/1 -31/12 2008", ()),
        ("kantinen 01-01-2020 -31-12-2021", ()),
        ("kantinen Juni 2019 -August 2020", ()),
        ("kantinen -2021", ("2021",)),
        ("kantinen 3 -2021", ("2021",)),
        ("kantinen 2019 -budget", ("budget",)),
        ("kantinen 2019 -2021-planen", ("2021 planen",)),
    ],
)
def test_a_dash_between_two_times_excludes_nothing(question: str, without: tuple[str, ...]) -> None:
    assert understand(question).without == without


def test_a_minus_within_quotation_marks_is_text() -> None:
    understood = understand('"drift -anlæg" -skole')
    assert understood.words.phrases == (("drift", "anlæg"),)
    assert understood.without == ("skole",)


def test_a_minus_before_quotation_marks_excludes_the_phrase() -> None:
    understood = understand('budget -"nye fællesskaber" -"skole"')
    assert understood.words.excluded_phrases == (("nye", "fællesskaber"),)
    assert understood.without == ("nye fællesskaber", "skole")
    assert understood.words.phrases == ()
    assert understood.terms == ("budget",)


def test_what_is_excluded_is_told_as_it_was_typed() -> None:
    understood = understand('budget -Drift i -"de Nye" 2019 -2021')
    told = [(understood.text[one.start : one.end], one.effect, one.label) for one in understood.readings]
    assert told == [("-Drift", "excludes", "Uden: Drift"), ('-"de Nye"', "excludes", "Uden: de Nye")]


@pytest.mark.parametrize(
    ("literal", "terms", "phrases"),
    [
        ("-drift", ("budget", "drift"), ()),
        ('-"nye regler"', ("budget", "nye", "regler"), (("nye", "regler"),)),
    ],
)
def test_a_minus_that_is_taken_literally_excludes_nothing(literal, terms, phrases) -> None:
    understood = understand(f"budget {literal}", literal=[literal])
    assert (understood.without, understood.readings) == ((), ())
    assert (understood.terms, understood.words.phrases) == (terms, phrases)


def test_a_word_that_is_taken_literally_is_excluded_where_a_minus_stands() -> None:
    assert understand("drift -drift", literal=["drift"]).without == ("drift",)


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("21/5239", ("21/5239",)),
        ("hvad skete der med sag 21/5239?", ("21/5239",)),
        ("1/2 og 2021/12345678", ()),
        ("13/18699 eller 21/189", ("13/18699", "21/189")),
    ],
)
def test_case_numbers_are_seen_anywhere(question: str, numbers: tuple[str, ...]) -> None:
    assert understand(question).case_numbers == numbers


@pytest.mark.parametrize("question", ["", "   ", "?!…", '""', "\x00\u200e", '"', "- -", "🙂"])
def test_a_question_of_no_words_asks_nothing(question: str) -> None:
    assert understand(question).empty


@pytest.mark.parametrize(("question", "notices"), [("🙂", 1), ("??", 1), ("", 0), (" \u200e", 0), ("og", 0)])
def test_that_there_is_no_word_to_search_for_is_told(question: str, notices: int) -> None:
    assert len(understand(question).notices) == notices


def test_negation_is_kept() -> None:
    assert understand("antennemast ikke godkendt", literal=["ikke godkendt"]).terms == (
        "antennemast",
        "ikke",
        "godkendt",
    )
    assert understand("må ikke udbetales").terms == ("ikke", "udbetales")


def test_a_committee_is_not_asked_for_without_the_stop_word_that_names_it() -> None:
    understood = understand("Medlemmer af MED-udvalget")
    assert understood.terms == ("medlemmer", "MED-udvalget")
    assert analysis.stem("udvalget") not in understood.words.stems


@given(st.text(max_size=300) | st.text(alphabet='"-„“ aæ/21', max_size=300))
def test_no_question_is_an_error(question: str) -> None:
    understand(question)


def test_a_pasted_document_is_cut() -> None:
    assert len(understand("ord " * 10_000).text) <= LONGEST_QUESTION


@pytest.mark.parametrize("written", ["28. juni 2021", "28-06-2021", "28.6.21", "28/6-2021"])
def test_a_date_is_asked_for_by_its_one_word_and_shown_as_typed(written: str) -> None:
    understood = understand(f"mødet {written}")
    assert understood.words.stems == ("mod", "20210628")
    assert understood.terms == ("mødet", written)
    assert understood.meaning == f"mødet {written}"


def test_a_date_within_quotation_marks_may_be_written_otherwise() -> None:
    assert understand('"senest den 28. juni 2021"').words.phrases == (("senest", "den"), ("20210628",))


@pytest.mark.parametrize("kept", ["for", "mod", "under", "over", "efter", "ikke"])
def test_small_words_that_turn_a_meaning_round_are_searched_for(kept: str) -> None:
    understood = understand(f'{kept} godkendt "{kept} godkendt"')
    assert understood.words.stems[0] == "ikk" if kept == "ikke" else kept
    assert understood.words.phrases == ((kept, "godkendt"),)


def test_a_minus_before_a_date_excludes_it_however_it_is_written() -> None:
    assert understand("skole -28.6.21").without == ("20210628",)


def test_a_stop_word_in_capitals_is_an_abbreviation_and_a_topic() -> None:
    known = Known(today=dt.date(2026, 11, 25), bodies=("Direktionen",))
    assert understand("MED i Direktionen", known=known).topic
    assert "med" in understand("beslutning om MED i 2019", known=known).words.stems
    assert not understand("ALLE møder i 2019", known=known).topic
    assert not understand("foråret 2018 og foråret 2019", known=known).topic
    assert not understand("i Direktionen", known=known).topic


def test_a_year_of_two_figures_in_a_quarter_is_searched_for_in_full() -> None:
    understood = understand("sygefravær 3. kvartal 19", known=Known(today=dt.date(2026, 11, 25)))
    assert (understood.terms, understood.meaning) == (
        ("sygefravær", "3", "kvartal", "2019"),
        "sygefravær 3 kvartal 2019",
    )


@pytest.mark.parametrize("typed", ["Q3 2019", "q3 19", "2019 Q3", "K3 2019", "3. kvt. 2019"])
def test_a_quarter_is_searched_for_as_texts_have_it(typed: str) -> None:
    understood = understand(f"sygefravær {typed}", known=Known(today=dt.date(2026, 11, 25)))
    assert understood.terms == ("sygefravær", "3", "kvartal", "2019")


@pytest.mark.parametrize(
    ("question", "words"),
    [("høringsfrist 1. maj 2021", {"20210501"}), ("snerydningen 17/18", {"2017", "2018"})],
)
def test_a_time_that_no_item_need_hold_is_looked_for_by_its_one_word(question: str, words: set[str]) -> None:
    understood = understand(question, known=Known(today=dt.date(2026, 11, 25)))
    assert words <= set(understood.words.terms)
    assert len(understood.words.forms) == 1


def test_no_item_need_hold_the_ends_of_a_row_of_years_nor_the_day_of_its_meeting() -> None:
    for question in ("fravær 2018-2020", "2018 til 2020 fravær", "fravær 28. juni 2021"):
        understood = understand(question, known=Known(today=dt.date(2026, 11, 25)))
        assert understood.words.forms == (analysis.forms("fravær"),)


@pytest.mark.parametrize("item", ["evt.", "Eventuelt"])
def test_what_was_said_under_any_other_business_need_not_hold_under(item: str) -> None:
    assert analysis.forms("under") not in understand(f"hvad blev sagt under {item} om kantinen").words.forms
    assert analysis.forms("under") in understand("børn under 18 i kantinen").words.forms


@pytest.mark.parametrize(
    ("question", "effect"),
    [
        ("kantinen kun i 2021", "narrows"),
        ("kantinen kun i Direktionen", "narrows"),
        ("kantinen, kun afviste", "favours"),
    ],
)
def test_no_item_need_hold_the_only_of_what_is_read(question: str, effect: str) -> None:
    known = Known(today=dt.date(2026, 11, 25), bodies=("Direktionen",))
    understood = understand(question, known=known)
    (reading,) = understood.readings
    assert (understood.terms, reading.effect) == (("kantinen",), effect)


def test_only_what_was_decided_so_is_about_nothing_else() -> None:
    assert [one.effect for one in understand("kun afviste sager").readings] == ["narrows"]
