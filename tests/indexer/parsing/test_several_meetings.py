"""Files with the minutes of several meetings, one below the other."""

from pathlib import Path

import pytest

from indexer.parsing import Reading, readings
from indexer.reading import read
from mappings.documents import Meeting
from tests.indexer.parsing.writing import assert_nothing_lost, document

ITEMS = (
    "1. Dagsorden\nSagsnr. 22/118\nBeslutning\nGodkendt.\n\n{n}. {title}\nSagsnr. 21/9044\nBeslutning\n{decided}\n\n\n"
)
FIRST = "REFERAT\n\nOrdinært møde i Byrådet\n\nDato: 11. januar 2022\nTid: kl. 16.00\n\n"
SECOND = "REFERAT\n\nEkstraordinært møde i {body}\n\nDato: {day}\n\n"


def written(*, title: str = "Veje", body: str = "Byrådet", day: str = "25. januar 2022", number: int = 2) -> str:
    first = FIRST + ITEMS.format(n=2, title=title, decided="Udsat.")
    return first + SECOND.format(body=body, day=day) + ITEMS.format(n=number, title="Broer", decided="Godkendt.")


def told(found: list[Reading]) -> list[tuple[str, str, list[str]]]:
    return [(one.meeting.body, str(one.meeting.date), [item.title for item in one.meeting.items]) for one in found]


@pytest.mark.parametrize("body", ["Byrådet", "Økonomiudvalget"])
def test_each_meeting_has_its_own_day_and_items(body: str) -> None:
    assert told(readings(document(written(body=body)))) == [
        ("Byrådet", "2022-01-11", ["Dagsorden", "Veje"]),
        (body, "2022-01-25", ["Dagsorden", "Broer"]),
    ]


def test_a_title_may_tell_the_day_and_a_letterhead_may_stand_above_each() -> None:
    head = "Skovby Kommune\n\nReferat af møde i Byrådet den {day}\n\n"
    item = "1. Veje\nSagsnr. 22/118\nBeslutning\nGodkendt.\n\n2. Broer\nSagsnr. 22/119\nBeslutning\nUdsat.\n\n"
    found = readings(document("".join(head.format(day=day) + item for day in ("4. maj 2021", "8. juni 2021"))))
    assert [day for _, day, _ in told(found)] == ["2021-05-04", "2021-06-08"]
    assert not any("Skovby" in section.text for item in found[0].meeting.items for section in item.sections)


def test_every_line_is_in_one_of_them_under_its_own_number() -> None:
    source = document(written())
    first, second = readings(source)
    assert [one.line for one in (*first.placements, *second.placements)] == [
        number for number, line in enumerate(source.lines, 1) if line.strip()
    ]
    assert_nothing_lost(document(written().partition("REFERAT\n\nEks")[0]), first)


@pytest.mark.parametrize(
    ("day", "number"),
    [("11. januar 2022", 2), ("25. januar 2022", 4)],  # a page's head; minutes within an item, which goes on below
)
def test_a_title_again_divides_nothing_by_itself(day: str, number: int) -> None:
    assert len(readings(document(written(day=day, number=number)))) == 1


def test_another_bodys_minutes_below_a_closed_item_that_holds_something_stay_closed() -> None:
    for body, closed in (("Byrådet", False), ("Økonomiudvalget", True)):
        _, below = readings(document(written(title="Lukket punkt", body=body)))
        assert [item.closed for item in below.meeting.items] == [closed, closed]
    placeholder = written(title="Lukket punkt", body="Økonomiudvalget").replace("Beslutning\nUdsat.", "")
    assert [[item.closed for item in one.meeting.items] for one in readings(document(placeholder))] == [
        [False, True],
        [False, False],
    ]


def test_a_file_gives_all_its_meetings(tmp_path: Path) -> None:
    path = tmp_path / "to.txt"
    path.write_text(written(), encoding="utf-8")
    assert [one.id for one in read(path) if isinstance(one, Meeting)] == ["byraadet-2022-01-11", "byraadet-2022-01-25"]


def test_the_body_above_the_first_title_is_that_of_all() -> None:
    item = "### 1. Havnetakster\n\nVi talte.\n\n**Beslutning:** Udsat.\n\n### 2. Evt.\n\nIntet.\n\n"
    titles = (f"## Referat af bestyrelsesmøde den {day} 2018\n\n" for day in ("15. januar", "19. februar"))
    found = readings(
        document(f"# Bestyrelsen for Lillehavn\n\n{''.join(title + item for title in titles)}", markdown=True)
    )
    assert [(body, day) for body, day, _ in told(found)] == [
        ("Bestyrelsen for Lillehavn", "2018-01-15"),
        ("Bestyrelsen for Lillehavn", "2018-02-19"),
    ]


def test_lines_that_only_tell_of_minutes_divide_nothing() -> None:
    text = (
        "Kulturudvalget, 4. juni 2024\n\nPunkt 1: Budget\n\nBeslutning\nGodkendt.\n"
        "Lis ønsker ført til protokol, at hun er imod.\nEt kort referat lægges på hjemmesiden.\n"
    )
    (found,) = readings(document(text))
    assert [item.title for item in found.meeting.items] == ["Budget"]
