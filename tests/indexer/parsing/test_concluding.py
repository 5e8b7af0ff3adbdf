"""Decisions in the last paragraph of minutes that head none."""

import pytest

from tests.indexer.parsing.writing import FRONT, read


@pytest.mark.parametrize(
    ("text", "decided"),
    [
        (
            "Der er kommet forslag:\n   - Seks år\n   - Krav om el\nBestyrelsen godkendte forslaget.",
            "Bestyrelsen godkendte forslaget.",
        ),
        ("Taksten hæves. Indstilles til byrådets godkendelse.", "Taksten hæves. Indstilles til byrådets godkendelse."),
        ("Sovsen er tynd. Det besluttedes at skrive.", "Sovsen er tynd. Det besluttedes at skrive."),
        ("Ny tankvogn leveres.\n\nTil efterretning.", "Til efterretning."),
        ("Et oplæg.\n-> Direktionen godkendte det.", "Et oplæg.\n-> Direktionen godkendte det."),
        ("Kommissionen vedtog forslaget.", "Kommissionen vedtog forslaget."),
        ("Referatet af 8. april blev godkendt.", "Referatet af 8. april blev godkendt."),
        (
            "Det blev aftalt, at:\n   - Bo ser på det\nMere senere.",
            "Det blev aftalt, at:\n- Bo ser på det Mere senere.",
        ),
        ("Der er kommet forslag:\n   - Seks år\nDet er godt.", ""),
    ],
)
def test_what_the_last_paragraph_tells_is_decided(text: str, decided: str) -> None:
    first = read(f"{FRONT}Ad 1) Takster\n\n{text}\n\nAd 2) Veje\n\nVi talte.\n\nAd 3) Evt.\n\nIntet.\n").meeting.items[
        0
    ]
    assert [one.text for one in first.decisions] == ([decided] if decided else [])
