"""The names of attachments."""

import pytest

from tests.indexer.parsing.writing import item

WRAPPED = "Ledelsespraksis ift. programledelse til seminaret den"


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ("Notat A.pdf\n\nNotat B", ["Notat A.pdf", "Notat B"]),
        ("Notat A (412 KB)\nNotat B (DokumentID: 6123388)", ["Notat A", "Notat B"]),
        ("1 Åben  Notat A        77131/14\n2 Åben  Notat B\t77140/14", ["Notat A", "Notat B"]),
        ("Notat A (2018)\nNotat B (Dokument 3)", ["Notat A (2018)", "Notat B (Dokument 3)"]),
        ("Notat A.pdf\nNotat B.docx", ["Notat A.pdf", "Notat B.docx"]),
        ("Notat A\nNotat B", ["Notat A", "Notat B"]),
        (
            "Milepælsplan for den digitale arbejdsplads\n\nforeløbigt visionspapir",
            ["Milepælsplan for den digitale arbejdsplads", "foreløbigt visionspapir"],
        ),
        (f"{WRAPPED}\n28-29 juni 2021.pdf", [f"{WRAPPED} 28-29 juni 2021.pdf"]),
        ("Kapitel 2 og 13 fra bogen\nGod Ledelse\n\nNotat", ["Kapitel 2 og 13 fra bogen", "God Ledelse", "Notat"]),
        (
            "Opsamling på drøftelser om hjemmearbejde og\nfjernarbejde\n\nNotat",
            ["Opsamling på drøftelser om hjemmearbejde og fjernarbejde", "Notat"],
        ),
        (
            "Høringsnotat\n\nLicitationsresultat og revideret\nbudget for åen",
            ["Høringsnotat", "Licitationsresultat og revideret budget for åen"],
        ),
        ("Notat A\n\nkort 1\nkort 2\nkort 3", ["Notat A", "kort 1", "kort 2", "kort 3"]),
        ("Ansøgning\ne-mail fra borger\n\nKort", ["Ansøgning", "e-mail fra borger", "Kort"]),
        ("Tids-\nog procesplan.docx", ["Tids- og procesplan.docx"]),
        ("Tjekliste til indretning (til brug\nfor leder)", ["Tjekliste til indretning (til brug for leder)"]),
        (
            "- Notat A.pdf\n- Notat B, som er\n  meget langt\n* Notat C",
            ["Notat A.pdf", "Notat B, som er meget langt", "Notat C"],
        ),
        ("1. Notat A\n2) Notat B\n\nBilag 4 Praksis", ["Notat A", "Notat B", "Bilag 4 Praksis"]),
        ("1: Høringsbrev\n2: Tidsplan", ["Høringsbrev", "Tidsplan"]),
        ("Bilag 1: Notat\nBilag 2: 3. budgetopfølgning", ["Notat", "3. budgetopfølgning"]),
        ("Bilag 1 - Notat\n\nBilag B – Kort over havnen", ["Notat", "Kort over havnen"]),
        ("- Bilag nr. 1: Notat\n- Bilag 2. Kort", ["Notat", "Kort"]),
        ("[1] Notat om havnen\n[2] Kort", ["Notat om havnen", "Kort"]),
        ("(1) Notat om havnen\n(2) Kort", ["Notat om havnen", "Kort"]),
        ("1. notat om havnen\n2. kort", ["notat om havnen", "kort"]),
        ("| 1 | Notat A.pdf |\n|---|---|\n| 2 | Notat B.pdf |", ["Notat A.pdf", "Notat B.pdf"]),
        ("1\tÅben\tNotat om havnen\t19712/13\n2\tLukket\tKort\t8804/13", ["Notat om havnen", "Kort"]),
        ("1 Åben Notat om havnen      188325/24\n3 Lukket Kort      188327/24", ["Notat om havnen", "Lukket Kort"]),
        ("- Notat.pdf (2,4 MB)\n- Kort (88 KB)\n- Plan 900 KB", ["Notat.pdf", "Kort", "Plan"]),
        ("Kort over areal 2 b\nNotat 3", ["Kort over areal 2 b", "Notat 3"]),
        (
            "Navn\tDok. ID\tStørrelse\nNotat\tD2024-55121\t312 KB\nKort\tD2024-55130\t1,1 MB",
            ["Notat", "Kort"],
        ),
        ("Bilag 1 – Notat om kommunens vinterved-\nligeholdelse", ["Notat om kommunens vintervedligeholdelse"]),
        ("- · Takstblad (pdf)\n- · Beregning", ["Takstblad", "Beregning"]),
        ("3. budgetopfølgning", ["3. budgetopfølgning"]),
        (
            "1. budgetopfølgning 2020\n2. budgetopfølgning 2020",
            ["1. budgetopfølgning 2020", "2. budgetopfølgning 2020"],
        ),
        ("2. behandling af budget 2021\nNotat", ["2. behandling af budget 2021", "Notat"]),
        ("Bilag 1-3: Kort\nBilag - Udkast", ["Bilag 1-3: Kort", "Bilag - Udkast"]),
        ("Bilag 2\nBilag 3:", ["Bilag 2", "Bilag 3:"]),
        ("2. kvartal 2020.pdf\n\n2. udgave.pdf", ["2. kvartal 2020.pdf", "2. udgave.pdf"]),
        ("bm måltal 2022-01 (002).docx", ["bm måltal 2022-01 (002).docx"]),
        ("Dagsordenpunkt_I -FKU_ Procesplan.pdf", ["Dagsordenpunkt_I -FKU_ Procesplan.pdf"]),
        ("**Notat A.pdf**\n\n[Notat B](https://htk.dk/b_(1).pdf)\n\n[C](c.pdf)", ["Notat A.pdf", "Notat B", "C"]),
        ("| Notat A.pdf |\n|---|\n| Notat B.pdf |", ["Notat A.pdf", "Notat B.pdf"]),
        (
            "Notat A  \nNotat B, der er så langt, at det kunne være ombrudt",
            ["Notat A", "Notat B, der er så langt, at det kunne være ombrudt"],
        ),
        (
            "1 (Åben) Notat om tre placeringer (44120/19)\n2 (Åben) Geoteknisk rapport (51877/19)\n3 (Lukket) Kort",
            [
                "Notat om tre placeringer (44120/19)",
                "Geoteknisk rapport (51877/19)",
                "(Lukket) Kort",
            ],
        ),
        ("1 Åben  Ferieplan 2023", ["Ferieplan 2023"]),
        (
            "1 Notat om tre placeringer af den nye svømmehal\n2 Rapport om grunden",
            ["1 Notat om tre placeringer af den nye svømmehal", "2 Rapport om grunden"],
        ),
        (
            "1 - 44120/19 Notat om placeringer af svømmehallen\n2 - 44121/19 Rapport",
            ["1 - 44120/19 Notat om placeringer af svømmehallen", "2 - 44121/19 Rapport"],
        ),
        (
            "2019-044120-3 - Notat om placering af svømmehallen\n2019-044120-4 - Rapport",
            ["2019-044120-3 - Notat om placering af svømmehallen", "2019-044120-4 - Rapport"],
        ),
        (
            "Oversigt over alle kommunens haller og bade fra\n2 Kommuner",
            ["Oversigt over alle kommunens haller og bade fra 2 Kommuner"],
        ),
        ("Ingen", []),
        ("Der er ingen bilag til dette punkt.", []),
        ("Ingen bilag.", []),
        ("", []),
        ("Lokalplan 88; Hvidbog (kort; lang)", ["Lokalplan 88", "Hvidbog (kort; lang)"]),
    ],
)
def test_one_name_for_each_attachment(lines: str, names: list[str]) -> None:
    assert list(item(f"Bilag\n\n{lines}").attachments) == names


def test_an_attachment_called_as_a_section_is_an_attachment() -> None:
    assert item("Bilag\n\nBudgetnotat\n\nØkonomi\n\nTidsplan").attachments == ("Budgetnotat", "Økonomi", "Tidsplan")


def test_attachments_stand_in_their_section_too() -> None:
    found = item("Bilag:\n\n- Notat A.pdf\n- Notat B.pdf")
    assert found.sections[0].text == "- Notat A.pdf\n- Notat B.pdf"
    assert found.attachments == ("Notat A.pdf", "Notat B.pdf")


def test_attachments_with_numbers_stand_a_line_each_in_their_section() -> None:
    listed = "1 (Åben) Notat om tre placeringer (44120/19)\n2 (Åben) Geoteknisk rapport (51877/19)"
    assert item(f"Bilag\n{listed}").sections[0].text == listed
