"""Decisions that tell what several bodies decided, and decisions that are misprinted."""

import pytest

from benchmarks.outcomes import written
from indexer.parsing.misprints import mended
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
    ],
)
def test_of_several_bodies_the_last_has_the_say(text: str, last: str) -> None:
    assert last_body(text).strip() == last
    assert outcomes(text) == outcomes(last)


@pytest.mark.parametrize(
    "text",
    [
        COUNCIL,  # one body alone
        f"Udvalget drøftede sagen.\n{COMMITTEE}\n{COUNCIL}",  # what stands before is nobody's part
        "Udvalget anbefalede den 4. maj 2004, at sagen udsættes. Byrådet tiltrådte den 26. maj 2004.",  # no heads
    ],
)
def test_a_text_of_one_body_is_read_whole(text: str) -> None:
    assert last_body(text) == text


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("efterrretning", "efterretning"),
        ("efteretning", "efterretning"),
        ("Anbefalles", "anbefales"),
        ("godkedt", "godkendt"),
        ("oreinteret", "orienteret"),
        ("Indstilligen", "indstillingen"),
    ],
)
def test_a_misprinted_word_is_read_as_the_one_it_was_meant_to_be(printed: str, meant: str) -> None:
    assert mended(printed) == meant


@pytest.mark.parametrize(
    "word", ["udsatte", "henvistes", "godkendelsen", "indstiller", "anledning", "vedtagelser", "møde"]
)
def test_a_word_of_its_own_is_left_alone(word: str) -> None:
    assert mended(word) == word


def test_nine_in_ten_decisions_in_the_wordings_of_many_are_read_as_their_writers_mean_them() -> None:
    for split in ("tuning", "test"):
        judged = [one for one in written() if one.split == split]
        right = sum(outcomes(one.text)[0] == one.outcomes[0] for one in judged)
        assert right >= 0.9 * len(judged) > 0
