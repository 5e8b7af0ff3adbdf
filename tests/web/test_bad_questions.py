"""Questions that nobody means well: an answer, one clear line on what was not understood, never an error."""

import time
from urllib.parse import quote

import pytest

QUESTIONS = {
    "ten thousand words": "hjemmearbejde i 2021 " * 3_334,
    "stop words": "og i på til af det er som",
    "quotes and minus signs": '"" - "-" -- - """ -"" "- -"',
    "a minus before everything": '-hjemmearbejde -"den nye" -2021',
    "Greek": "απόφαση για την τηλεργασία",
    "emoji": "🏠💻 hjemmearbejde 🎉",
    "right-to-left marks": "\u200fhjemmearbejde\u202e i 2021\u202c",
    "a date of no calendar": "hjemmearbejde 31. februar",
    "a period turned round": "hjemmearbejde fra 2022 til 2020",
    "a year before Christ": "hjemmearbejde i 0000 og 1. januar 0000",
    "a very long time": "de seneste 999 år og for 999 uger siden",
    "nothing but readings": "i Direktionen i 2021 siden 2019 før 2020 nyeste afvist",
    "markup": "<script>alert(1)</script> i 2021",
    "nulls": "hjemme\x00arbejde",
}


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
@pytest.mark.parametrize("path", ["/?q=", "/api/v1/search?q=", "/api/v1/suggest?q="])
def test_any_question_is_answered_in_time(client, path, question):
    begun = time.perf_counter()
    response = client.get(path + quote(question))
    assert response.status_code == 200, response.text[:500]
    assert time.perf_counter() - begun < 5


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("hjemmearbejde 31. februar", "»31. februar« findes ikke i kalenderen; der er søgt på ordene, som de står."),
        (
            "hjemmearbejde fra 2022 til 2020",
            "Perioden »fra 2022 til 2020« slutter, før den begynder; der er søgt på ordene, som de står.",
        ),
        ("🚲", "Der er ingen ord i spørgsmålet at søge efter."),
        ("hjemmearbejde " * 200, "Spørgsmålet er langt; der er søgt på de første 2.000 tegn."),
    ],
)
def test_what_was_not_understood_is_one_line(get, question, line):
    page = get("/?q=" + quote(question))
    assert [notice.text for notice in page.all(class_="notice")] == [line]
