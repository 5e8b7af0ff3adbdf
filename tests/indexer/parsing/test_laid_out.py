"""Items in tables that only lay them out: a row for each label and its text."""

import pytest

from mappings.documents import Item
from mappings.errors import NotMinutes
from tests.indexer.parsing.writing import item, kinds, read

HEAD = "# Referat fra Byrådet\n\nMødedato: 28. september 2020\n\n"


def items(text: str, *, markdown: bool = True) -> tuple[Item, ...]:
    return read(f"{HEAD if markdown else HEAD[2:]}{text}", markdown=markdown).meeting.items


PIPES = """| **Punkt 1** | Hegnsyn |
|---|---|
| **Sagsnr.** | 20/0099 |
| **Baggrund** | Niels Toft er fraflyttet.<br><br>Hvem skal afløse ham? |
| **Beslutning** | Pia Lomholt blev valgt. |

| **Punkt 2** | Ansættelse |
|---|---|
| **Status** | Lukket |
| **Sagsnr.** | 20/2700 |
| **Beslutning** | Ansøgeren blev ansat. |
"""
APART = """|  |  |
| --- | --- |
| Punkt | 1 |
| Titel | Hegnsyn |
| Sagsnr. | 20/0099 |
| Baggrund | Niels Toft er fraflyttet.<br><br>Hvem skal afløse ham? |
| Beslutning | Pia Lomholt blev valgt. |

|  |  |
| --- | --- |
| Punkt | 2 |
| Titel | Ansættelse |
| Sagsnr. | 20/2700 |
| Offentlighed | Lukket |
| Beslutning | Ansøgeren blev ansat. |
"""
ONE_COLUMN = """| **Punkt 1: Hegnsyn** | |
| --- | --- |
| Sagsnr.: 20/0099 | |
| **Baggrund**<br>Niels Toft er fraflyttet.<br><br>Hvem skal afløse ham? | |
| **Beslutning**  Pia Lomholt blev valgt. | |

| **Punkt 2: Ansættelse** | |
| --- | --- |
| Lukket punkt | |
"""
HTML = """<table>
<thead>
<tr>
<th colspan="2"><strong>1. Hegnsyn</strong></th>
</tr>
</thead>
<tbody>
<tr><td>Sagsnr.</td><td>20/0099</td></tr>
<tr>
<td>Baggrund</td>
<td><p>Niels Toft er
fraflyttet.</p>
<p>Hvem skal afløse ham?</p></td>
</tr>
<tr>
<td>Beslutning</td>
<td>Pia Lomholt blev valgt.</td>
</tr>
</tbody>
</table>

<table>
<tr><td>2</td><td>Ansættelse</td></tr>
<tr><td colspan="2">Lukket punkt</td></tr>
<tr><td>Beslutning</td><td>Ansøgeren blev ansat.</td></tr>
</table>
"""
FRAMED = """  ---------------------------------------------
  Punkt 1                Hegnsyn
  ---------------------- ----------------------
  Sagsnr.                20/0099

  Baggrund               Niels Toft er
                         fraflyttet.

                         Hvem skal afløse ham?

  Beslutning             Pia Lomholt blev
                         valgt.
  ---------------------------------------------

  ---------------------------------------------
  Punkt 2                Ansættelse
  ---------------------- ----------------------
  Offentlighed           Lukket

  Beslutning             Ansøgeren blev ansat.
  ---------------------------------------------
"""
TABS = """Punkt 1\tHegnsyn
Sagsnr.\t20/0099
Baggrund\tNiels Toft er fraflyttet. Hvem skal afløse ham?
Beslutning\tPia Lomholt blev valgt.

Punkt 2\tAnsættelse
Offentlighed\tLukket
Beslutning\tAnsøgeren blev ansat.
"""


@pytest.mark.parametrize("table", [PIPES, APART, ONE_COLUMN, HTML, FRAMED, TABS])
def test_a_table_of_labels_is_an_item(table: str) -> None:
    one, other = items(table, markdown=table not in (FRAMED, TABS))
    assert (one.number, one.title, one.case_number, one.closed) == (1, "Hegnsyn", "20/0099", False)
    assert kinds(one) == [("background", "Baggrund"), ("decision", "Beslutning")]
    assert [" ".join(section.text.split()) for section in one.sections] == [
        "Niels Toft er fraflyttet. Hvem skal afløse ham?",
        "Pia Lomholt blev valgt.",
    ]
    assert (other.number, other.title, other.closed) == (2, "Ansættelse", True)


def test_the_title_may_stand_below_the_case() -> None:
    table = "| Punkt | {n} |\n|---|---|\n| Sagsnr. | 20/009{n} |\n| Titel | {title} |\n| Beslutning | Ok. |\n\n"
    one, other = items(table.format(n=1, title="Hegnsyn") + table.format(n=2, title="Ansættelse (lukkes)"))
    assert (one.number, one.title, one.case_number, one.closed) == (1, "Hegnsyn", "20/0091", False)
    assert kinds(one) == [("decision", "Beslutning")]
    assert (other.number, other.closed) == (2, True)


def test_sections_may_be_in_a_table_below_their_items_heading() -> None:
    found = item("| Indstilling | At sagen drøftes. |\n|---|---|\n| Beslutning | Drøftet. |\n", markdown=True)
    assert kinds(found) == [("recommendation", "Indstilling"), ("decision", "Beslutning")]


def test_a_label_of_no_section_stays_beside_its_text() -> None:
    found = item("| Beslutning | Drøftet. |\n|---|---|\n| Sagsbehandler | Ulla Kær |\n", markdown=True)
    assert found.sections[-1].text == "Drøftet.\n\nSagsbehandler: Ulla Kær"


@pytest.mark.parametrize(
    "table",
    [
        "| Punkt 1 | 200.000 kr. |\n|---|---|\n| Punkt 2 | 50.000 kr. |\n",
        "| År | Økonomi |\n|---|---|\n| 2021 | 200.000 kr. |\n",
        "| Beslutning | Dato | Hvem |\n|---|---|---|\n| Hæk | 1. maj | Bo |\n",
    ],
)
def test_a_table_of_figures_stays_one(table: str) -> None:
    found = item(f"## Beslutning\n\nGodkendt således:\n\n{table}", markdown=True)
    assert found.sections[-1].text.splitlines()[-1].count("|") >= 1


def test_a_table_of_figures_alone_is_no_minutes() -> None:
    with pytest.raises(NotMinutes):
        items("| Skole | Elever |\n|---|---|\n| Byskolen | 210 |\n")


def test_a_number_beside_a_bold_title_begins_the_next_item_of_one_table() -> None:
    rows = (
        "|**1.**|**Referat**|\n||Godkendt.|\n|**2.**|**Vikarer**|\n|Sagsnr.|23/1187|\n|Indstilling|Model 2 vælges.|\n"
        "|Beslutning|Model 2 er valgt.|\n|**3.**|**Lukket punkt**|\n|Beslutning|Hemmeligt.|\n"
        "|**4.**|**Eventuelt**|\n||Intet.|\n"
    )
    found = items(f"| | |\n|---|---|\n{rows}")
    assert [(one.number, one.title, one.closed) for one in found] == [
        (1, "Referat", False),
        (2, "Vikarer", False),
        (3, "Lukket punkt", True),
        (4, "Eventuelt", False),
    ]
    assert (found[1].case_number, found[1].decisions[0].text) == ("23/1187", "Model 2 er valgt.")
