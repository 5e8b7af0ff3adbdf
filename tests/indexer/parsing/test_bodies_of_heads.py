"""What the head of minutes says of the body that met: with the term it is elected for, or as whose meeting it was."""

from datetime import date

import pytest

from tests.indexer.parsing.writing import meeting

DAY = "Mødedato 20. juni 2023"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (f"BESLUTNINGSPROTOKOL\nBørne- og Skoleudvalget 2022-2025\n\n{DAY}", "Børne- og Skoleudvalget"),
        (f"Referat\nØkonomiudvalget (2022-2025)\n{DAY}", "Økonomiudvalget"),
        ("Klima- og Planudvalget 2022-2025 - 20-06-2023\n\nReferat", "Klima- og Planudvalget"),
        ("REFERAT Byrådet 2022–2025 d. 20-06-2023", "Byrådet"),
        (f"NORDSUND KOMMUNE\nDirektionssekretariatet\n\nPROTOKOL\nfra Direktionens møde\n{DAY}", "Direktionen"),
        (f"REFERAT\nÅBENT\n\nfor Økonomiudvalgets møde\n{DAY}", "Økonomiudvalget"),
        (f"Referat\n\n§ 17, stk. 4-udvalget for Natur\n\n{DAY}", "§ 17, stk. 4-udvalget for Natur"),
        (f"Referat fra §17 stk. 4 udvalget om bosætning\n\n{DAY}", "§17 stk. 4 udvalget om bosætning"),
        (f"LMU Ejendomsservice\n\nReferat af LMU-møde\n\n{DAY}", "LMU Ejendomsservice"),
        (f"HEGNSSYNET FOR BRAMLEV KOMMUNE\n\n{DAY}", "Hegnssynet for Bramlev Kommune"),
        (f"Områdeudvalg\tDagtilbud Syd\n\nReferat\n\n{DAY}", "Områdeudvalg Dagtilbud Syd"),
        (f"Personalemøde i Borgerservice\n\n{DAY}", "Personalemøde i Borgerservice"),
        (f"REFERAT\n\naf Kulturudvalgets ordinære møde\n{DAY}", "Kulturudvalget"),
    ],
)
def test_the_body_is_called_by_its_name_alone(head: str, body: str) -> None:
    found = meeting(head)
    assert (found.body, found.date) == (body, date(2023, 6, 20))


@pytest.mark.parametrize("name", ["Arbejdsgruppen for Vision 2030", "Udvalget for Plan 2050"])
def test_a_year_that_is_no_term_is_of_the_name(name: str) -> None:
    assert meeting(f"Referat\n\nUdvalg: {name}\n\n{DAY}").body == name


def test_who_came_for_one_absent_was_there() -> None:
    head = f"REFERAT Byrådet\n{DAY}\n\nUdvalgsmedlemmer\nFormand Bo Lind (V)\nMedlem Lis Toft (A)\n\nFravær\n"
    people = meeting(f"{head}Kurt Holm (O)\nUffe Dam (V) mødte som stedfortræder for Jens Bro (C)").participants
    assert [(one.name, one.role) for one in people] == [
        ("Bo Lind", "present"),
        ("Lis Toft", "present"),
        ("Kurt Holm", "absent"),
        ("Uffe Dam", "present"),
        ("Jens Bro", "absent"),
    ]


def test_the_secretary_of_a_body_is_the_meetings() -> None:
    people = meeting(f"REFERAT Handicaprådet\n{DAY}\n\nDeltagere: Bo Lind\nSekretær for rådet: Nina Elbæk").participants
    assert [(one.name, one.role) for one in people] == [("Bo Lind", "present"), ("Nina Elbæk", "secretary")]
