"""What a party or a member has put on record, which is nothing the body came to; written for the test."""

import pytest

from indexer.parsing.outcomes import outcomes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Godkendt. SF afgav følgende bemærkning: Vi tager orienteringen til efterretning.", ["approved"]),
        ("Godkendt.\n\nØ afgav følgende bemærkning:\n»Vi kan ikke godkende salget. Det bør udsættes.«", ["approved"]),
        (
            "Godkendt.\n\nEnhedslisten ønsker følgende ført til protokol: Vi er imod.\nVi anbefaler en høring.",
            ["approved"],
        ),
        ("Anbefales.\nBemærkning fra Venstre: Sagen sendes tilbage til udvalget.", ["recommended"]),
        ("SF afgav følgende bemærkning: Vi kan ikke støtte salget.\n\nIndstillingen blev godkendt.", ["approved"]),
        (
            "Godkendt.\n\nBo Lind (F) begærede følgende tilført beslutningsprotokollen: Vi afviser det.",
            ["approved"],
        ),
        ("Godkendt.\nSF tilføjer til protokollen, at partiet havde foretrukket, at sagen blev udsat.", ["approved"]),
        (
            'Liste A bad om at få ført til protokol: "Vi har drøftet den. Den er afvist." Udvalget udsatte sagen.',
            ["postponed"],
        ),
        ("Protokoltilførsel: Venstre kan ikke godkende. Godkendt.", ["approved"]),
        ("SF afgav følgende bemærkning: Det er dyrt. Vi kan ikke godkende det. Sagen blev udsat.", ["postponed"]),
    ],
)
def test_what_a_party_or_a_member_says_for_the_record_is_no_outcome(text: str, expected: list[str]) -> None:
    assert list(outcomes(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ældrerådet afgav følgende bemærkning: Rådet anbefaler, at taksten ikke hæves.", ["recommended"]),
        ("I den anledning ønskede udvalget følgende ført til protokol:\nSagen udsættes.", ["postponed"]),
        ("SF bad om en høring. Sagen blev udsat.", ["postponed"]),
    ],
)
def test_what_a_body_says_for_the_record_stays(text: str, expected: list[str]) -> None:
    assert list(outcomes(text)) == expected
