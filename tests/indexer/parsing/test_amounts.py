"""The sums that a decision names. The texts are written for the test."""

import pytest

from indexer.parsing.amounts import amounts


@pytest.mark.parametrize(
    ("text", "printed", "kroner"),
    [
        ("Der bevilges 1,2 mio. kr. til skolen.", "1,2 mio. kr.", 1_200_000),
        ("Udgiften er 450.000 kr. i 2022.", "450.000 kr.", 450_000),
        ("Driften koster 2,5 mio. kr. årligt.", "2,5 mio. kr. årligt", 2_500_000),
        ("Tilskuddet er på kr. 2.000,- i alt.", "kr. 2.000,-", 2_000),
        ("Beløbet er 1.250 t.kr. og betales nu.", "1.250 t.kr.", 1_250_000),
        ("Gælden er 482.540,00 kr.", "482.540,00 kr.", 482_540),
        ("Rammen er 3 mia. kroner.", "3 mia. kroner", 3_000_000_000),
        ("Prisen er 15 kroner.", "15 kroner", 15),
        ("Der bevilges 250 000 kr.", "250 000 kr.", 250_000),
        ("Der bevilges 1\u00a0250\u202f000 kr. i alt.", "1 250 000 kr.", 1_250_000),
        ("Lånet er på kr. 3 400 000.", "kr. 3 400 000", 3_400_000),
        ("Der afsættes i 2022 kr. 500.000.", "kr. 500.000", 500_000),
        ("Salget af matr.nr. 4 kr. 200.000 godkendes.", "kr. 200.000", 200_000),
        ("Lånet er på mio. kr. 2,4.", "mio. kr. 2,4", 2_400_000),
        ("Prisen er 1,5 millioner kr.", "1,5 millioner kr.", 1_500_000),
        ("Rammen er 2 milliarder kroner.", "2 milliarder kroner", 2_000_000_000),
        ("Puljen på 3.000.000,- kr. frigives.", "3.000.000,- kr.", 3_000_000),
        ("Tilskuddet er 2000 kr.", "2000 kr.", 2_000),
        ("Foreningen får 40.000 kr. 12 stemte for.", "40.000 kr.", 40_000),
    ],
)
def test_a_sum_is_counted_in_whole_kroner(text: str, printed: str, kroner: int) -> None:
    assert [(one.text, one.kroner) for one in amounts(text)] == [(printed, kroner)]


@pytest.mark.parametrize(
    "text",
    [
        *("3-5 mio. kr.", "mellem 3 og 5 mio. kr.", "afgang kr. 15.30", "100 krav", "15 kr.-mønter"),
        *("3–5 mio. kr.", "2 til 3 mio. kr.", "kr. 15.000-20.000", "kr. 15.000,- - 20.000,-", "kr. 2-3 mio."),
        *("10.000 kr. - 15.000 kr.", "10.000 kr. til 15.000 kr.", "mellem kr. 10.000 og kr. 15.000"),
        *("Beløbene er i 1.000 kr.", "Tal i hele 1.000 kr.", "Udgifter (1.000 kr.)"),
        *("i 2021 kr.", "2022 kr. og PL", "Alle beløb er i kr. 2022"),
    ],
)
def test_a_range_a_time_a_word_and_how_others_are_counted_are_no_sums(text: str) -> None:
    assert amounts(text) == ()


def test_of_two_numbers_beside_one_kr_neither_is_certain() -> None:
    assert amounts("Der er 12 kr. 500 i kassen.") == ()


@pytest.mark.parametrize(
    ("text", "kroner"),
    [
        ("2,5 mio. kr. i 2022 og 3 mio. kr. i 2023", [2_500_000, 3_000_000]),
        ("I 2022 kr. 500.000 og i 2023 kr. 600.000.", [500_000, 600_000]),
        ("Taksten hæves fra 35 kr. til 42 kr.", [35, 42]),
        ("Børn betaler 25 kr. 40 kr. er prisen for voksne.", [25, 40]),
    ],
)
def test_several_sums_are_no_range(text: str, kroner: list[int]) -> None:
    assert [one.kroner for one in amounts(text)] == kroner
