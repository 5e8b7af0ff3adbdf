"""Whatever lines minutes are made of, they are read or refused, and nothing is lost."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from indexer.parsing import describe, parse
from indexer.sources import Document
from mappings.documents import decode_meeting, encode
from mappings.errors import NotMinutes
from tests.indexer.parsing.writing import FRONT, assert_nothing_lost, document

PIECES = [
    "Punkt {n}: Budget for skolerne",
    "Punkt {n}: Lukket",
    "| Nr. | Punkt | Referat |",
    "| {n} | Ferie | Godkendt.<br>Tak. |",
    "| | Lukket | |",
    "<br>",
    "| **Punkt {n}** | Ferie |",
    "| Sagsnr. | 21/{n} |",
    "| Beslutning | Godkendt.<br><br>Tak. |",
    "|---|---|",
    "Punkt\t{n}",
    "Beslutning\tGodkendt.",
    "<table>",
    "<tr><td>Titel</td><td>Ferie</td></tr>",
    "</table>",
    "<!--",
    "-->",
    "# **Punkt {n}: Drøftelse af rammer for hjemmearbejde**",
    "Pkt. {n}. Evt.",
    "Punkt {n}",
    "{n}. Ferie",
    "21/{n}",
    "Sagsnr. 15/26452",
    "Lukket",
    "Baggrund",
    "## Baggrund",
    "**Indstilling:**",
    "Beslutning Direktionen den 04-10-2016",
    "### Beslutning Direktionen internt den",
    "27-09-2016",
    "Beslutning:",
    "Beslutning: Godkendt.",
    "Beslutningen om at udsætte sagen blev truffet",
    "Sagsfremstilling",
    "Økonomi",
    "#### Økonomi",
    "*Økonomi*",
    "Bilag",
    "Retsgrundlag",
    "## Noget helt andet",
    "Notat om sagen.pdf",
    "foreløbigt visionspapir",
    "REFERAT Direktionen d. 04-10-2016",
    "DAGSORDEN Byrådet",
    "**Mødedato** Tirsdag d. 4. oktober 2016 kl. 10:00",
    "Mødested B102",
    "Mødedeltagere Lars Holte, Per Aalbæk",
    "Nielsen (sekretær), Ida Krag (Afbud)",
    "Afbud: Ingen",
    "Indholdsfortegnelse",
    "Budget for skolerne.....{n}",
    "| Lukket..... | {n} |",
    "| | |",
    "|---|----|",
    "| Dato | Møde |",
    "28. juni\tDirektionen",
    "- erhvervssagsbehandlingen, herunder",
    "  - taskeforcen",
    "{n}. At sagen godkendes",
    "a) straks",
    "– men hvad er fortællingen?",
    "Direktionen har talt længe om planen for det nye rådhus, som skal stå færdigt om to år, og God",
    "branding er en opgave for alle.",
    "Lars Holte (formand)  ",
    "Der er **vigtigt, at *alle* er med",
    "Side {n} af 12",
    "---",
    "=====",
    "\f",
    "\fPunkt {n}: Efter sideskift",
    "",
    "",
    "   ",
    "<https://htk.dk/a_b>",
    "> citat",
    "Mødet hævet kl. 12",
    "\\",
    "###",
    "****",
    "Punkt 1 og 3 godkendt.",
]
LINES = st.lists(st.tuples(st.sampled_from(PIECES), st.integers(0, 120)), max_size=40)


def _text(pieces: list[tuple[str, int]]) -> str:
    return "\n".join(piece.replace("{n}", str(number)) for piece, number in pieces)


def _read_or_refuse(source: Document) -> None:
    try:
        reading = parse(source)
    except NotMinutes as error:
        refused = str(error)
        assert refused.startswith(f"{source.name}: ")
        assert "\n" not in refused
        return
    assert_nothing_lost(source, reading)
    assert decode_meeting(encode(reading.meeting)) == reading.meeting
    assert len({item.id for item in reading.meeting.items}) == len(reading.meeting.items)
    assert describe(reading).startswith(reading.meeting.body)


@settings(max_examples=400)
@given(LINES, st.booleans())
@example([("Punkt 1", 0), ("Beslutning:", 0), ("27-09-2016", 0)], False)
@example([("{n}. At sagen godkendes", 0), ("\\", 0)], False)
@example([("PUNKT 3", 0), ("****", 0)], True)
@example([("Beslutning\tOk REFERAT Teknikudvalget d. 14-04-2021", 0), ("Punkt 3: Affald", 0)], True)
def test_any_minute_like_lines_are_read_or_refused(pieces: list[tuple[str, int]], markdown: bool) -> None:
    _read_or_refuse(document(_text(pieces), markdown=markdown))


@settings(max_examples=400)
@given(LINES, st.booleans())
def test_any_lines_below_a_front_lose_nothing(pieces: list[tuple[str, int]], markdown: bool) -> None:
    _read_or_refuse(document(f"{FRONT}Punkt 1: Først\n\n21/1\n\n{_text(pieces)}", markdown=markdown))


@settings(max_examples=300)
@given(st.text(alphabet="Pk Bil.:1/-*_#|\\\f\n\tåØ(<>[]&;`~+=“”", max_size=300))
def test_any_characters_below_a_front_lose_no_word(text: str) -> None:
    source = document(f"{FRONT}Punkt 1: Først\n\n21/1\n\nBaggrund\n\n{text}")
    placed = parse(source).placements
    assert [one.line for one in placed] == [number for number, line in enumerate(source.lines, 1) if line.strip()]


def test_a_long_line_of_marks_takes_no_time() -> None:
    """Patterns that try every beginning against every end would take hours on these."""
    for mark in (
        "*a ",
        "_a ",
        "[a](",
        "<a",
        "**",
        "a   ",
        "- ",
        "#",
        "Punkt 1 ",
        "1.",
        "&a",
        "…",
        "a,",
        "(a ",
        " punkt 1,",
        "Lukkede punkter ",
    ):
        _read_or_refuse(document(f"{FRONT}Punkt 1: Først\n\n21/1\n\nBeslutning\n\n{mark * 20_000}"))
        _read_or_refuse(document(f"{FRONT}{mark * 20_000}\n\nPunkt 1: Først\n\n21/1"))


@pytest.mark.parametrize(
    "text",
    [
        f"{FRONT}Punkt 1: A\n\n21/1\n\nTekst.\n\n" + "Eventuelt\n\nIntet.\n\n" * 4_000,
        f"{FRONT}1. (Åben) A\n\nOk.\n\n" + "\n".join(f"{number % 90 + 1}. (Åben) B" for number in range(4_000)),
        f"{FRONT}| Navn | Rolle |\n" + "| Afbud | Bo |\n| Navn | Rolle |\n" * 4_000 + "\nPunkt 1: A\n\n21/1\n",
        f"{FRONT}Punkt 1: A\n\n21/1\n\n" + "en lang linje med et ord, der er de-\n" * 8_000,
    ],
    ids=["unnumbered", "marks", "tables", "hyphens"],
)
def test_four_times_the_lines_do_not_take_sixteen_times_as_long(text: str) -> None:
    lines = text.split("\n")

    def seconds(share: int) -> float:
        begun = time.process_time()
        parse(document("\n".join(lines[: len(lines) // share]) + "\n\nPunkt 2: B\n\n21/2\n", markdown=True))
        return time.process_time() - begun

    seconds(8)  # what is compiled at first use
    assert seconds(1) < 10 * seconds(4) + 0.5


@pytest.mark.parametrize("text", ["Punkt 4: Noget\n\n<br>\n", "## Punkt 4: Noget\n<br>\n"])
def test_a_break_that_is_all_of_a_line_is_no_text(text: str) -> None:
    (found,) = parse(document(f"{FRONT}{text}", markdown=True)).meeting.items
    assert (found.title, found.decisions) == ("Noget", ())
