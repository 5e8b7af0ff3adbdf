"""What closes several items at once: *Lukkede punkter* above them, doors that close."""

import pytest

from tests.indexer.parsing.writing import FRONT, OPENED, items, read

GROUPS = [
    "Lukkede punkter",
    "LUKKEDE SAGER",
    "Lukkede dagsordenspunkter:",
    "Lukket dagsorden",
    "Lukket møde",
    "Sager for lukkede døre",
    "Punkter behandlet for lukkede døre",
    "For lukkede døre",
    "Fortrolige punkter",
    "D. LUKKEDE SAGER",
    "B) Lukkede punkter",
    "B. Lukket dagsorden",
    "II. Lukkede punkter",
    "LUKKET:",
    "IKKE OFFENTLIG DEL",
    "Punkter på lukket møde",
    "Sager, der behandles for lukkede døre:",
    "Lukkede punkter, jf. styrelseslovens § 10",
    "Fortrolige punkter (ikke til offentliggørelse)",
]


@pytest.mark.parametrize("group", GROUPS)
def test_a_heading_of_closed_items_closes_all_that_follow(group: str) -> None:
    found = items(
        f"{OPENED.format(n=1, title='Skoleplan')}{group}\n\n"
        + "".join(OPENED.format(n=n, title=title) for n, title in ((2, "Ny direktør"), (3, "Køb af grund")))
    )
    assert [one.closed for one in found] == [False, True, True]
    assert found[0].decisions[0].text == "Godkendt."


@pytest.mark.parametrize("opened", ["Åbne punkter", "B. ÅBNE SAGER"])
def test_until_open_ones_are_told(opened: str) -> None:
    found = items(
        f"Lukkede punkter\n\n{OPENED.format(n=1, title='Ny direktør')}{OPENED.format(n=2, title='Køb af grund')}"
        f"{opened}\n\n{OPENED.format(n=3, title='Skoleplan')}{OPENED.format(n=4, title='Havnebad')}"
    )
    assert [one.closed for one in found] == [True, True, False, False]


def test_closed_items_in_the_agenda_above_close_none() -> None:
    table = "Indholdsfortegnelse\n\nSkoleplan..... 2\nHavnebad..... 3\nLukkede punkter\n\n"
    found = items(f"{table}{OPENED.format(n=1, title='Skoleplan')}{OPENED.format(n=2, title='Havnebad')}")
    assert [one.closed for one in found] == [False, False]


@pytest.mark.parametrize("table", ["Skoleplan..... 2\nLukket punkt..... 3", "Skoleplan\nLukket punkt"])
def test_a_closed_item_that_ends_the_table_of_contents_closes_none_below(table: str) -> None:
    found = items(
        f"Indholdsfortegnelse\n\n{table}\n\n{OPENED.format(n=1, title='Skoleplan')}Punkt 2: Lukket punkt\n\n21/102\n"
    )
    assert [one.closed for one in found] == [False, True]


@pytest.mark.parametrize("above", ["Skoleplan\nHavnebad\n\nLukket punkt", "Havnebad\nLukket punkt"])
def test_below_the_table_of_contents_the_first_item_may_be_called_closed(above: str) -> None:
    """By a line of its own, or by one that is none of the titles below."""
    found = items(f"{above}\n\n{OPENED.format(n=1, title='Ny direktør')}{OPENED.format(n=2, title='Havnebad')}")
    assert [one.closed for one in found] == [True, False]


def test_an_item_of_nothing_but_a_closed_meeting_closes_none_below() -> None:
    found = items(f"Punkt 1: Ny direktør\n\n21/101\n\nLukket møde\n\n{OPENED.format(n=2, title='Skoleplan')}")
    assert [one.closed for one in found] == [True, False]


def test_a_heading_of_closed_items_in_markdown() -> None:
    item = "## {n}. {title}\n\n21/10{n}\n\n### Beslutning\n\nGodkendt.\n\n"
    text = f"{FRONT}{item.format(n=1, title='Skoleplan')}# Lukkede punkter\n\n"
    text += item.format(n=2, title="Ny direktør") + item.format(n=3, title="Køb af grund")
    assert [one.closed for one in read(text, markdown=True).meeting.items] == [False, True, True]


def test_an_item_called_closed_items_is_one() -> None:
    found = items(f"{OPENED.format(n=1, title='Skoleplan')}{OPENED.format(n=2, title='Lukkede punkter')}")
    assert [one.closed for one in found] == [False, True]


@pytest.mark.parametrize("group", ["Lukkede sagspunkter", "Ikke offentlige punkter", "Ikke-offentlige sager"])
def test_closed_items_are_headed_in_other_words(group: str) -> None:
    text = f"{OPENED.format(n=1, title='Budget')}{group}\n\n" + "".join(
        OPENED.format(n=n, title="Salg") for n in (2, 3)
    )
    found = items(text)
    assert [one.closed for one in found] == [False, True, True]
    assert [section.text for section in found[0].sections] == ["Godkendt."]


def test_those_behind_doors_closed_for_one_item_close_no_other() -> None:
    first = "Punkt 1: Køb\n\n21/101\n\nDørene var lukkede under dette punkt.\n\nBeslutning\n\nKøbes.\n\n"
    assert [one.closed for one in items(f"{first}{OPENED.format(n=2, title='Veje')}")] == [True, False]


@pytest.mark.parametrize(
    "sentence",
    [
        "Dørene blev lukket kl. 18.10.",
        "De følgende punkter blev behandlet for lukkede døre.",
        "Herefter blev dørene lukket.",
        "Herefter forlod tilhørerne mødet.",
        "--- LUKKET ---",
        "Del 2: Sager til behandling for lukkede døre",
    ],
)
def test_the_doors_close_behind_all_that_follows(sentence: str) -> None:
    text = "".join(OPENED.format(n=n, title=title) for n, title in ((2, "Ny direktør"), (3, "Køb af grund")))
    found = items(f"{OPENED.format(n=1, title='Skoleplan')}{sentence}\n\n{text}")
    assert [one.closed for one in found] == [False, True, True]


def test_until_they_open_again() -> None:
    found = items(
        f"Mødet blev holdt for lukkede døre.\n\n{OPENED.format(n=1, title='Ny direktør')}"
        f"Dørene blev åbnet.\n\n{OPENED.format(n=2, title='Skoleplan')}"
    )
    assert [one.closed for one in found] == [True, False]


def test_closed_items_without_text_hide_none_around_them() -> None:
    text = "1. Referat\n\nGodkendt.\n\n2. Lukket punkt\n\n3. Lukket punkt\n\n4. Regnskab\n\nI balance.\n"
    assert [(one.number, one.closed) for one in items(text)] == [(1, False), (2, True), (3, True), (4, False)]


@pytest.mark.parametrize("group", ["Lukkede punkter", "Lukket møde", "LUKKET DEL"])
@pytest.mark.parametrize("below", ["Ansættelse\n\nLis ansættes.", "- Ansættelse af Lis", "1. Løn\n21/109\nTil Lis."])
def test_what_has_no_item_of_its_own_below_such_a_heading_is_closed(group: str, below: str) -> None:
    text = "".join(OPENED.format(n=n, title=f"Sag {n}") for n in (1, 2, 3))
    found = items(f"{text}{group}\n\n{below}\n")
    assert [one.closed for one in found] == [False, False, False, True]
    assert [one.sections[-1].text for one in found[:3]] == ["Godkendt."] * 3


def test_open_and_closed_matters_within_an_item_are_what_it_is_about() -> None:
    text = "Punkt 1: Status\n\n21/101\n\nSe her.\n\nÅbne sager\n\nTre.\n\nLukkede sager\n\nFem.\n"
    assert [one.closed for one in items(text)] == [False]


def test_no_closed_matter_is_none() -> None:
    text = f"{OPENED.format(n=1, title='Sag')}Lukkede punkter\n\nIngen.\n"
    assert [one.closed for one in items(text)] == [False]


@pytest.mark.parametrize(
    "stamp", ["FORTROLIGT", "Lukket dagsorden", "Lukket tillægsdagsorden", "Må ikke offentliggøres", "Lukket"]
)
def test_a_stamp_on_top_of_the_minutes_closes_all_of_them(stamp: str) -> None:
    text = "".join(OPENED.format(n=n, title=f"Sag {n}") for n in (1, 2))
    assert [one.closed for one in read(f"{stamp}\n\n{FRONT}{text}").meeting.items] == [True, True]


@pytest.mark.parametrize("top", ["Lukkede punkter: 2", "Fortrolighed i Direktionen", "Åben dagsorden"])
def test_what_else_stands_on_top_does_not(top: str) -> None:
    text = "".join(OPENED.format(n=n, title=f"Sag {n}") for n in (1, 2))
    assert not read(f"{top}\n\n{FRONT}{text}").meeting.items[0].closed


def test_attachments_of_closed_items_below_the_last_one_are_none_of_that() -> None:
    text = "".join(OPENED.format(n=n, title=t) for n, t in ((1, "Lån"), (2, "Lukket punkt"), (3, "Veje")))
    found = items(f"{text}Bilag til lukkede punkter\n\n- Fratrædelsesaftale.pdf\n")
    assert "Fratrædelsesaftale" not in str([one for one in found if not one.closed])


@pytest.mark.parametrize(
    "form", ["{n}. {t}\n21/10{n}\nBeslutning\nOk.\n\n", "Punkt {n}: {t}\n21/10{n}\nBeslutning\nOk.\n\n"]
)
def test_closed_minutes_below_open_ones_may_count_anew(form: str) -> None:
    one, two, three = (form.format(n=n, t=title) for n, title in ((1, "Veje"), (2, "Skoler"), (1, "Retssag")))
    found = items(f"{one}{two}Direktionen\nLukket referat\n4. oktober 2016\n\n{three}")
    assert [one.closed for one in found[:2]] == [False, False]
    assert all(one.closed for one in found[2:])
    assert "Retssag" not in " ".join(section.text for one in found[:2] for section in one.sections)
