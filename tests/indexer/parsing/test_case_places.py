"""Where the number of an item's case may stand: above its heading, in brackets behind its title, beside other facts."""

import pytest

from tests.indexer.parsing.writing import FRONT, read

FACTS = "Sagsid.: {case}                  Initialer: fsa                {mark}\n"
ITEM = FACTS + "Punkt nr. {n} {title}\n\nBeslutning\n{decided}\n\n"


def above(closed: str = "Åbent") -> str:
    return "".join(
        ITEM.format(n=n, case=f"24/{n}00", title=title, decided=decided, mark=mark)
        for n, title, decided, mark in (
            (11, "Budget", "Godkendt.", "Åbent"),
            (12, "Skoleleder", "Gorm Bach ansættes.", closed),
            (13, "Takster", "Udsat.", "Åbent"),
        )
    )


def test_a_case_above_the_heading_is_of_the_item_below() -> None:
    items = read(f"{FRONT}{above()}").meeting.items
    assert [(one.number, one.title, one.case_number) for one in items] == [
        (11, "Budget", "24/1100"),
        (12, "Skoleleder", "24/1200"),
        (13, "Takster", "24/1300"),
    ]
    assert [one.decisions[0].text for one in items] == ["Godkendt.", "Gorm Bach ansættes.", "Udsat."]


def test_what_it_says_of_being_closed_is_said_of_the_item_below() -> None:
    items = read(f"{FRONT}{above('Lukket')}").meeting.items
    assert [one.closed for one in items] == [False, True, False]


def test_over_a_gap_too() -> None:
    text = above("Lukket").replace("Lukket\n", "Lukket\n\n").replace("Åbent\n", "Åbent\n\n")
    items = read(f"{FRONT}{text}").meeting.items
    assert [one.case_number for one in items] == ["24/1100", "24/1200", "24/1300"]
    assert [one.closed for one in items] == [False, True, False]


def test_of_a_single_item_too() -> None:
    text = ITEM.format(n=1, case="24/1", title="Skoleleder", decided="Gorm ansættes.", mark="Lukket")
    (one,) = read(f"{FRONT}{text}").meeting.items
    assert (one.title, one.closed) == ("Skoleleder", True)


def test_a_case_that_ends_its_item_is_none_of_the_next() -> None:
    text = "".join(
        f"Punkt {n}: {title}\n\nBeslutning\n\nUdsat.\n\nSagsnr.: 24/{n}\n\n"
        for n, title in ((1, "Budget"), (2, "Veje"), (3, "Evt."))
    )
    items = read(f"{FRONT}{text}").meeting.items
    assert [(one.title, one.case_number) for one in items] == [("Budget", "24/1"), ("Veje", "24/2"), ("Evt.", "24/3")]


def test_of_numbered_titles_too() -> None:
    text = (
        above("Lukket")
        .replace("Punkt nr. 11 ", "11. ")
        .replace("Punkt nr. 12 ", "12. ")
        .replace("Punkt nr. 13 ", "13. ")
    )
    items = read(f"{FRONT}{text}").meeting.items
    assert [(one.title, one.case_number, one.closed) for one in items] == [
        ("Budget", "24/1100", False),
        ("Skoleleder", "24/1200", True),
        ("Takster", "24/1300", False),
    ]


def test_a_case_below_an_empty_item_is_none_of_the_next() -> None:
    text = "Punkt 1: Budget\nSagsnr.: 24/1\nPunkt 2: Lukket\nSagsnr.: 24/2\nPunkt 3: Evt.\nSagsnr.: 24/3\n\nIntet."
    items = read(f"{FRONT}{text}").meeting.items
    assert [(one.title, one.case_number) for one in items] == [("Budget", "24/1"), ("Lukket", "24/2"), ("Evt.", "24/3")]


@pytest.mark.parametrize("heading", ["Punkt 2: Meddelelser", "Punkt 2"])
@pytest.mark.parametrize(
    "case",
    [
        "Sagsnr.: 24/114            Lukket sag",
        "Sagsnr.: 24/114 - Lukket",
        "J.nr. 24/114 | Lukket",
        "24/114 Lukket",
        "Sagsnr. 24/114; Ikke offentligt punkt",
        "Sagsnr.: 24/114   Dok.nr.: 1701/24   Lukket sag",
    ],
)
def test_a_case_may_be_told_closed_beside_its_number(heading: str, case: str) -> None:
    first = "Punkt 1: Budget\n\nSagsnr.: 24/113\n\nBeslutning\n\nGodkendt."
    text = f"{first}\n\n{heading}\n{case}\n\nBeslutning\n\nBo fik løn."
    items = read(f"{FRONT}{text}").meeting.items
    assert [(one.case_number, one.closed) for one in items] == [("24/113", False), ("24/114", True)]


LISTED = "1. Dagsorden (2024-0002211)\n2. Kapacitetsplan (2024-0298771)\n\nLukket dagsorden\n\n3. Fortroligt\n\n"
TOLD = (
    "1. Dagsorden (2024-0002211)\n\nUdvalget skal godkende dagsordenen.\n\nBESLUTNING\nGodkendt.\n\n"
    "2. Kapacitetsplan (2024-0298771)\n\nUdvalget skal sende planen i høring.\n\nBESLUTNING\nUdsat.\n\n3. Fortroligt\n"
)


@pytest.mark.parametrize("listed", ["", LISTED, LISTED.replace("\n2.", "\n\n2.")])
def test_numbered_titles_with_their_case_in_brackets_are_items(listed: str) -> None:
    items = read(f"{FRONT}{listed}{TOLD}").meeting.items
    assert [(one.title, one.case_number, one.closed) for one in items] == [
        ("Dagsorden", "2024-0002211", False),
        ("Kapacitetsplan", "2024-0298771", False),
        ("Fortroligt", None, True),
    ]
    assert [one.decisions[0].text for one in items[:2]] == ["Godkendt.", "Udsat."]


def test_a_list_of_cases_within_an_item_opens_none() -> None:
    listed = "Beslutning\n\nTaget til efterretning.\n\n2. Havnen (2023-114502)\n3. Torvet (2023-114503)\n"
    items = read(f"{FRONT}{TOLD.partition('2.')[0]}{listed}").meeting.items
    assert [one.title for one in items] == ["Dagsorden"]


def test_a_title_that_ends_in_its_case_told_closed_is_closed() -> None:
    for heading in (
        "Punkt 2: Køb     24/114 Lukket",
        "Punkt 2: Køb     Sagsnr. 24/114 Lukket",
        "Punkt 2: Køb (24/114 - lukket)",
    ):
        _, second = read(f"{FRONT}Punkt 1: Budget\n\n24/113\n\n{heading}\n\nBeslutning\n\nBo fik løn.").meeting.items
        assert second.closed


def test_what_is_closed_in_a_line_that_begins_as_a_case_closes_no_item() -> None:
    text = "Punkt 1: Haller\n\n24/113\n\nSag 12 Lukket svømmehal\n\nBeslutning\n\nGodkendt."
    (one,) = read(f"{FRONT}{text}").meeting.items
    assert not one.closed


def test_a_full_stop_behind_a_case_number_is_none_of_it() -> None:
    (one,) = read(f"{FRONT}Punkt 1: Udflugt\nJ. nr. 16.03.22.\n\nBeslutning\n\nGodkendt.").meeting.items
    assert one.case_number == "16.03.22"


def test_a_closed_case_without_a_title_keeps_its_number() -> None:
    text = "".join(f"Sag nr. {n} - J.nr. 2023-011{n}\nHuslejen på Nygade {n}\n\nSagen udsættes.\n\n" for n in (1, 2, 3))
    *_, last = read(f"{FRONT}{text}Sag nr. 4 - J.nr. 2023-0114\nLukket\n").meeting.items
    assert (last.closed, last.case_number, last.title) == (True, "2023-0114", "Punkt 4")
