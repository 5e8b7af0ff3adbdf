"""Decisions that tell what several bodies decided, one after the other."""

import pytest

from indexer.parsing.outcomes import outcomes
from indexer.parsing.several import last_body

COMMITTEE = "Teknisk Udvalg den 4. maj 2004: Anbefales."
COUNCIL = "Byrådet den 26. maj 2004: Godkendt."


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (f"{COMMITTEE}\n\n{COUNCIL}", "Godkendt."),
        ("Kulturudvalget, 03-02-2015:\nAnbefales.\n\nByrådet, 17-02-2015:\nIkke godkendt.", "Ikke godkendt."),
        ("Beslutning i Økonomiudvalget, den 9. april 2002: Anbefales.\nByrådet 16/4-2002, punkt 7:\nUdsat.", "Udsat."),
        ("Byrådet, 17. marts 2009, pkt. 4\nGodkendt.\nByrådet, 18. marts 2009, pkt. 2\nAfvist.", "Afvist."),
        (f"Udvalget drøftede sagen.\n{COMMITTEE}\n{COUNCIL}", "Godkendt."),
        (f"Udvalget anbefaler forslaget.\n\n{COUNCIL}", "Godkendt."),
        (
            "TEKNIK- OG MILJØUDVALGET DEN 6. SEPTEMBER 2011: Anbefales.\nBYRÅDET DEN 27. SEPTEMBER 2011: Afvist.",
            "Afvist.",
        ),
        ("T.U. den 11-05-1999: anbefales.\nK.B. den 26-05-1999: tiltrådt.", "tiltrådt."),
        (COUNCIL, "Godkendt."),
        (
            "UTM d. 4/4-01: Anb. ØU d. 11/4-01: Anb. Kbst. d. 24/4-01: Godk. iflg. indst. fra ØU.",
            "Godk. iflg. indst. fra ØU.",
        ),
        ("MTU 050304: Anb.\nBY 310304: Godkendt.", "Godkendt."),
        ("Udvalget for Plan og Byg 5/2-2019:\nAnbefales.\nByrådet 27/2-2019:\nVedtaget.", "Vedtaget."),
        ("Økonomiudvalgets indstilling:\nAnbefales.\n\nByrådets beslutning:\nUdsat.", "Udsat."),
        ("Beslutning fra Kulturudvalget, 3. maj 2013, pkt. 7:\nIndstilles.\n\nBeslutning:\nAfvist.", "Afvist."),
        ("Tidligere beslutning: Afvist.\n\nBeslutning: Godkendt.", "Godkendt."),
        ("Beslutning: Godkendt.\n\nTidligere beslutning: Afvist.", "Godkendt."),
    ],
)
def test_of_several_bodies_the_last_has_the_say(text: str, last: str) -> None:
    assert last_body(text).strip() == last
    assert outcomes(text) == outcomes(last)


@pytest.mark.parametrize(
    "text",
    [
        "Byrådets beslutning: Godkendt.",  # one body alone
        "Udvalget anbefalede den 4. maj 2004, at sagen udsættes. Byrådet tiltrådte den 26. maj 2004.",  # no heads
    ],
)
def test_a_text_without_the_heads_of_several_bodies_is_read_whole(text: str) -> None:
    assert last_body(text) == text


def test_a_head_without_a_decision_below_it_leaves_the_one_before() -> None:
    assert last_body(f"{COMMITTEE}\nByrådet den 26. maj 2004:\n").strip() == "Anbefales."
