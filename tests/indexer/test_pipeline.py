"""From files to a written index: what is new, changed, gone, bad."""

import gzip
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from engines import open_engine
from engines.asked import PUBLIC, Access, Selection
from engines.base import Engine
from indexer.embedding import model_of
from indexer.pipeline import IndexReport, index
from mappings.documents import encode
from mappings.settings import Settings
from tests.doubles import GramEmbedder

MEETING = """REFERAT Direktionen d. {date}

Mødedato {date} kl. 09:00

Mødedeltagere Anna Lund, Bo Kjær Holm (Afbud), {third}

Punkt 1: Budget for skolerne

21/100

Baggrund

{text}

Beslutning Direktionen den {date}

Godkendt.

Punkt 2: Lukket

21/101
"""


def minutes(date: str = "12-03-2021", text: str = "Skolernes budget skal lægges.", third: str = "Dora Bæk") -> str:
    return MEETING.format(date=date, text=text, third=third)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    opened = open_engine(Settings(data=tmp_path / "data"), model=model_of(GramEmbedder()))
    yield opened
    opened.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "minutes"
    made.mkdir()
    (made / "a.txt").write_text(minutes(), encoding="utf-8")
    (made / "b.txt").write_text(minutes("13-04-2021"), encoding="utf-8")
    return made


def run(engine: Engine, *paths: Path, prune: bool = False) -> IndexReport:
    return index(list(paths), engine, GramEmbedder(), prune=prune)


def ids(engine: Engine) -> list[str]:
    return [meeting.id for meeting in engine.export(PUBLIC)]


def test_a_folder_is_indexed_and_a_second_time_changes_nothing(engine: Engine, folder: Path) -> None:
    first = run(engine, folder)
    assert (first.files, first.added, first.items, first.failures) == (2, 2, 4, [])
    second = run(engine, folder)
    assert (second.unchanged, second.added, second.replaced, second.passages) == (2, 0, 0, 0)
    assert ids(engine) == ["direktionen-2021-03-12", "direktionen-2021-04-13"]


def test_files_of_other_kinds_in_a_folder_are_passed_over_and_named(engine: Engine, folder: Path) -> None:
    for name in ("bilag/plan.PDF", "bilag/kort.docx", ".skjult.pdf"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(b"%PDF-1.7")
    report = run(engine, folder)
    assert [Path(path).name for path in report.passed_over] == ["kort.docx", "plan.PDF"]
    assert report.failures == []
    assert run(engine, folder / "bilag" / "plan.PDF").failures


def test_a_changed_file_replaces_its_meeting_whole(engine: Engine, folder: Path) -> None:
    run(engine, folder)
    (folder / "a.txt").write_text(minutes(text="Kantinen lukker.").replace("Punkt 2: Lukket\n\n21/101\n", ""), "utf-8")
    assert run(engine, folder).replaced == 1
    meeting = engine.meetings(["direktionen-2021-03-12"], PUBLIC)[0]
    assert [item.number for item in meeting.items] == [1]
    assert meeting.items[0].sections[0].text == "Kantinen lukker."


def test_a_removed_file_removes_its_meeting_only_when_asked(engine: Engine, folder: Path) -> None:
    run(engine, folder)
    (folder / "b.txt").unlink()
    assert run(engine, folder).removed == 0
    assert len(ids(engine)) == 2
    assert run(engine, folder, prune=True).removed == 1
    assert ids(engine) == ["direktionen-2021-03-12"]


def test_pruning_one_folder_leaves_the_others(engine: Engine, folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "c.txt").write_text(minutes("14-05-2021"), encoding="utf-8")
    run(engine, folder, other)
    assert run(engine, folder, prune=True).removed == 0
    assert len(ids(engine)) == 3


def test_pruning_never_forgets_what_could_not_be_read(engine: Engine, folder: Path) -> None:
    run(engine, folder)
    (folder / "b.txt").write_bytes(b"")
    report = run(engine, folder, prune=True)
    assert report.removed == 0
    assert [Path(failure.path).name for failure in report.failures] == ["b.txt"]
    assert len(ids(engine)) == 2


def test_a_missing_folder_prunes_nothing(engine: Engine, folder: Path, tmp_path: Path) -> None:
    run(engine, folder)
    moved = tmp_path / "moved"
    folder.rename(moved)
    report = run(engine, folder, prune=True)
    assert report.removed == 0
    assert "does not exist" in report.failures[0].reason


def test_one_bad_file_among_many_is_named_and_the_rest_indexed(engine: Engine, folder: Path) -> None:
    (folder / "bad.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "note.md").write_text("# Indkøbsliste\n\n- mælk\n", encoding="utf-8")
    report = run(engine, folder)
    assert sorted(Path(failure.path).name for failure in report.failures) == ["bad.txt", "note.md"]
    assert all(Path(f.path).name in f.reason and "\n" not in f.reason for f in report.failures)
    assert report.added == 2


def test_the_same_meeting_in_two_files_is_told_and_the_first_kept(engine: Engine, folder: Path) -> None:
    (folder / "z.txt").write_text(minutes(text="Noget ganske andet."), encoding="utf-8")
    shutil.copy(folder / "b.txt", folder / "copy-of-b.txt")
    report = run(engine, folder)
    assert [Path(failure.path).name for failure in report.failures] == ["z.txt"]
    assert "a.txt" in report.failures[0].reason
    assert report.added == 2


def test_an_export_indexes_to_the_same(engine: Engine, folder: Path, tmp_path: Path) -> None:
    run(engine, folder)
    exported = tmp_path / "all.jsonl.gz"
    with gzip.open(exported, "wb") as out:
        for meeting in engine.export(Access(closed=True)):
            out.write(encode(meeting) + b"\n")
    copy = open_engine(Settings(data=tmp_path / "copy"), model=model_of(GramEmbedder()))
    assert run(copy, exported).added == 2
    assert list(copy.export(PUBLIC)) == list(engine.export(PUBLIC))
    copy.close()


def test_json_lines_keep_given_ids_and_make_those_left_out(engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "m.jsonl"
    path.write_text(
        '{"body": "Byrådet", "date": "2020-01-31", "items": [{"number": 1, "title": "Vej"}]}\n'
        "\n"
        '{"id": "egen", "body": "Byrådet", "date": "2020-02-28", "items": '
        '[{"id": "x9", "number": 1, "title": "Sti"}]}\n'
        '{"body": "Byrådet", "date": "i går", "items": []}\n'
        '{"body": "Byrådet"}\n'
        "ikke json\n",
        encoding="utf-8",
    )
    report = run(engine, path)
    assert ids(engine) == ["byraadet-2020-01-31", "egen"]
    assert [found.item.id for found in engine.items(["x9", "byraadet-2020-01-31-01"], PUBLIC)] == [
        "x9",
        "byraadet-2020-01-31-01",
    ]
    assert [f.reason.split(":")[0].rsplit(" ", 1)[1] for f in report.failures] == ["4", "5", "6"]


def test_an_item_id_that_another_meeting_has_is_told(engine: Engine, tmp_path: Path) -> None:
    path, later = tmp_path / "m.jsonl", tmp_path / "later.jsonl"
    line = '{{"body": "Byrådet", "date": "{}", "items": [{{"id": "x", "number": 1, "title": "Vej"}}]}}\n'
    path.write_text(line.format("2020-01-31") + line.format("2020-02-28"), encoding="utf-8")
    later.write_text(line.format("2020-03-31"), encoding="utf-8")
    first = run(engine, path)
    assert (first.added, len(first.failures)) == (1, 1)
    assert "item id 'x' belongs to the meeting byraadet-2020-01-31" in first.failures[0].reason
    second = run(engine, later)
    assert (second.added, len(second.failures)) == (0, 1)
    assert ids(engine) == ["byraadet-2020-01-31"]


@pytest.mark.parametrize(
    "fields",
    [
        '"body": "", "items": []',
        '"body": "B", "items": [{"number": -1, "title": "T"}]',
        '"body": "B", "items": [{"number": 99999999999999999999, "title": "T"}]',
        '"body": "B", "items": [{"number": 1, "page": 99999999999999999999, "title": "T"}]',
        '"body": "B", "items": [{"number": 1, "id": "a/../b", "title": "T"}]',
        '"body": "B", "id": "a\\u0000b", "items": []',
    ],
)
def test_a_line_that_cannot_be_kept_is_told_and_the_rest_goes_on(engine: Engine, tmp_path: Path, fields: str) -> None:
    path = tmp_path / "m.jsonl"
    path.write_text(
        f'{{"date": "2020-01-31", {fields}}}\n{{"date": "2020-02-28", "body": "B", "items": []}}\n', encoding="utf-8"
    )
    report = run(engine, path)
    assert [f.reason.startswith(f"{path}, line 1: ") for f in report.failures] == [True]
    assert ids(engine) == ["b-2020-02-28"]


def test_a_decision_given_only_as_data_can_be_found(engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "m.jsonl"
    path.write_text(
        '{"body": "Byrådet", "date": "2020-01-31", "items": [{"number": 1, "title": "Vej", "decisions": '
        '[{"body": "Byrådet", "date": "2020-01-31", "text": "Sagen blev udsat."}], "attachments": ["Kort.pdf"]}]}\n',
        encoding="utf-8",
    )
    run(engine, path)
    item = engine.items(["byraadet-2020-01-31-01"], PUBLIC)[0].item
    assert [(section.kind, section.text) for section in item.sections] == [
        ("decision", "Sagen blev udsat."),
        ("attachments", "Kort.pdf"),
    ]
    assert item.decisions[0].outcomes == ("postponed",)


def test_one_person_however_spelled_across_meetings(engine: Engine, folder: Path) -> None:
    (folder / "a.txt").write_text(minutes(third="Dora Seier Skastrup (sekretær)"), encoding="utf-8")
    (folder / "b.txt").write_text(minutes("13-04-2021", third="Dora Seier Skaastrup"), encoding="utf-8")
    run(engine, folder)
    assert [person.slug for person in engine.people(PUBLIC)] == ["anna-lund", "dora-seier-skastrup"]
    both = engine.select(Selection(facets=("person",)), PUBLIC).facets["person"]
    assert both["dora-seier-skastrup"] == 2


def test_who_sent_apologies_was_not_there(engine: Engine, folder: Path) -> None:
    run(engine, folder)
    assert "bo-kjaer-holm" not in {person.slug for person in engine.people(PUBLIC)}


def test_a_file_without_permission_is_named(engine: Engine, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "b.txt").chmod(0)
    if os.access(folder / "b.txt", os.R_OK):  # the superuser may read all
        opened = os.open

        def forbidden(path: str, *rest: int) -> int:
            if str(path).endswith("b.txt"):
                raise PermissionError(13, "Permission denied")
            return opened(path, *rest)

        monkeypatch.setattr(os, "open", forbidden)
    report = run(engine, folder)
    assert [Path(failure.path).name for failure in report.failures] == ["b.txt"]
    assert report.added == 1


def test_a_thousand_files_with_one_bad(engine: Engine, tmp_path: Path) -> None:
    many = tmp_path / "many"
    many.mkdir()
    for number in range(1000):
        day = f"{number % 28 + 1:02d}-{number // 28 % 12 + 1:02d}-{1990 + number // 336}"
        (many / f"{number:04d}.txt").write_text(minutes(day), encoding="utf-8")
    (many / "0500.txt").write_bytes(b"\x00\x01\x02" * 100)
    report = run(engine, many)
    assert (report.added, len(report.failures)) == (999, 1)
    assert "0500.txt" in report.failures[0].reason


def test_what_is_odd_in_a_file_is_told_with_its_line(engine: Engine, folder: Path) -> None:
    text = minutes("14-05-2021").replace("Punkt 2: Lukket", "Punkt 1: Lukket")
    (folder / "c.txt").write_text(text, encoding="utf-8")
    report = run(engine, folder)
    (odd,) = report.remarks
    told = "Punkt 1 findes flere gange; dette er direktionen-2021-05-14-01b."
    assert (Path(odd.path).name, odd.line, odd.reason) == ("c.txt", 19, told)
