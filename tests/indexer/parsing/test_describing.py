"""The meeting for a reader in the terminal."""

from indexer.parsing import describe
from tests.indexer.parsing.writing import FRONT, read

TEXT = """REFERAT Direktionen d. 04-10-2016

Mødedato Tirsdag d. 4. oktober 2016 kl. 10:00

Mødested B102

Mødedeltagere Lars Holte, Per Lund (Afbud), Ida Krag (sekretær)

Indhold

Budget.....3
Lukket.....4

Punkt 1: Budget

21/100

Der var kage.

Baggrund

Karsten Mellon har skrevet.

Beslutning Direktionen den 04-10-2016

Ikke godkendt.

Bilag

Notat.pdf

Punkt 2: Lukket

21/101
"""


def test_the_whole_meeting_is_described_in_danish() -> None:
    assert describe(read(TEXT)).splitlines() == [
        "Direktionen, 4. oktober 2016 kl. 10.00",
        "Sted: B102",
        "Til stede: Lars Holte",
        "Afbud: Per Lund",
        "Sekretær: Ida Krag",
        "Kilde: prøve.txt (2 punkter)",
        "",
        "Punkt 1: Budget (sag 21/100, side 3)",
        "  Uden overskrift: 3 ord",
        "  Baggrund: 4 ord",
        "  Beslutning Direktionen den 04-10-2016: 2 ord",
        "  Bilag: 1 ord",
        "  Besluttet af Direktionen 4. oktober 2016: Afvist",
        "  Bilag: Notat.pdf",
        "  Personer: Karsten Mellon",
        "",
        "Punkt 2: Lukket (sag 21/101, side 4)",
        "  Lukket punkt",
        "",
        "Bemærkninger",
        "  linje 18: Tekst uden overskrift i punkt 1.",
    ]


def test_titles_and_initials_stand_beside_the_names() -> None:
    told = describe(
        read(f"{FRONT}Deltagere: Carla Holm (direktør), Carl Hede (CHE)\n\nPunkt 1: X\n\n21/1\n\nBaggrund\n\nY")
    )
    assert "Til stede: Carla Holm (direktør), Carl Hede (CHE)" in told


def test_by_when_who_and_how_much_stand_under_the_decision() -> None:
    decided = "Godkendt. ØPC udarbejder en plan for de 1,2 mio. kr. senest den 1. november 2016."
    lines = describe(read(TEXT.replace("Ikke godkendt.", decided))).splitlines()
    at = lines.index("  Besluttet af Direktionen 4. oktober 2016: Godkendt")
    assert lines[at + 1 : at + 4] == [
        "    Frist: senest den 1. november 2016",
        "    Ansvarlig: ØPC",
        "    Beløb: 1,2 mio. kr.",
    ]
