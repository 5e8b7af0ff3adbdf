"""Pandoc's grids that lay out an item each: the rows of one are of one table."""

from tests.indexer.parsing.writing import read

FRONT = "REFERAT Styregruppen d. 14-01-2020\n\nAfbud: Palle Rønde\n\n"
RULE = "+----------------------------------------+"
HEAD = "+========================================+"


def _grid(*rows: str) -> str:
    first, *others = [f"| {row.ljust(38)} |" for row in rows]
    return "\n".join([RULE, first, HEAD, *(line for row in others for line in (row, RULE))]) + "\n\n"


STATUS = _grid("**1. Status**", "Sagsnr. 19/22041", "**Beslutning:** Tidsplanen er godkendt.")
ECONOMY = _grid("**2. Økonomi**", "Sagsnr. 19/22055", "**Beslutning:** Taget til efterretning.")


def test_a_grid_is_one_table_with_title_case_and_decision() -> None:
    meeting = read(FRONT + STATUS + ECONOMY, markdown=True).meeting
    assert [(item.title, item.case_number) for item in meeting.items] == [
        ("Status", "19/22041"),
        ("Økonomi", "19/22055"),
    ]
    assert [person.name for person in meeting.participants] == ["Palle Rønde"]
    assert [item.decisions[0].text for item in meeting.items] == ["Tidsplanen er godkendt.", "Taget til efterretning."]


def test_a_grid_with_the_next_number_is_an_item_though_it_has_but_a_text() -> None:
    dispute = _grid("**3. Voldgift -- LUKKET**", "**Beslutning:** Der indgås forlig.")
    rest = _grid("**4. Eventuelt**", "Rejsegilde holdes i februar.")
    items = read(FRONT + STATUS + ECONOMY + dispute + rest, markdown=True).meeting.items
    assert [(item.number, item.closed) for item in items] == [(1, False), (2, False), (3, True), (4, False)]


def test_a_grid_may_have_the_number_in_a_cell_of_its_own() -> None:
    def own(number: int, title: str, *rows: str) -> str:
        cells = [f"**Punkt {number}** | **{title}**", *rows]
        lines = [f"| {cell.partition(' | ')[0].ljust(20)} | {cell.partition(' | ')[2].ljust(30)} |" for cell in cells]
        rule = f"+{'-' * 22}+{'-' * 32}+"
        return "\n".join([rule, *(line for row in lines for line in (row, rule))]) + "\n\n"

    text = own(1, "Status", "Beslutning | Godkendt.") + own(2, "Økonomi", "Sagsnr. | 19/22055")
    items = read(FRONT + text + own(3, "Eventuelt", "Referat | Intet."), markdown=True).meeting.items
    assert [(item.number, item.title) for item in items] == [(1, "Status"), (2, "Økonomi"), (3, "Eventuelt")]


def test_a_grid_with_another_number_is_text_of_the_item_above() -> None:
    points = _grid("**1. Første etape**", "Rejsegilde holdes i februar.")
    items = read(FRONT + STATUS + ECONOMY + points, markdown=True).meeting.items
    assert [item.number for item in items] == [1, 2]
