"""What the operator is told where a path leads to nothing, or to something odd among much else."""

from pathlib import Path

from tests.terminal.commanding import one_line, referat

MINUTES = (
    "REFERAT Direktionen d. {day}-10-2016\n\nPunkt 1: Låse\n\nBeslutning Direktionen den {day}-10-2016\n\nGodkendt.\n"
)
ODD = "REFERAT Direktionen\n\nPunkt 1: Låse\n\nBeslutning Direktionen den 05-10-2016\n\nGodkendt.\n"


def test_a_folder_without_a_file_says_so(tmp_path: Path) -> None:
    empty = tmp_path / "tom"
    empty.mkdir()
    done = referat("index", empty, data=tmp_path / "data")
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1].startswith(f"Ingen filer i {empty}; der læses .markdown, .md, ")
    assert one_line(referat("parse", empty, data=tmp_path / "data").stderr).startswith("Ingen filer i ")


def test_what_is_no_minutes_is_named_with_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "2016" / "oktober"
    folder.mkdir(parents=True)
    note = folder / "note.txt"
    note.write_text("Kære Bente. Tak for sidst.\n", encoding="utf-8")
    for command in ("parse", "index"):
        done = referat(command, tmp_path / "2016", data=tmp_path / "data")
        assert one_line(done.stderr).startswith(f"{note}: no agenda items were found")


def test_files_with_something_odd_are_named(tmp_path: Path) -> None:
    folder = tmp_path / "minutes"
    folder.mkdir()
    (folder / "a.txt").write_text(MINUTES.format(day="04"), encoding="utf-8")
    (folder / "b.txt").write_text(ODD, encoding="utf-8")
    done = referat("index", folder, data=tmp_path / "data")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == (
        f"1 bemærkning til læsningen af {folder / 'b.txt'}; se med `referat parse FIL`."
    )


def test_of_many_files_with_something_odd_the_first_are_named() -> None:
    from indexer.pipeline import Odd
    from referat.index import _remarked

    told = _remarked([Odd(f"{number}.txt", line, "…") for number in range(8) for line in (3, 9)])
    assert (
        told
        == "16 bemærkninger til læsningen af 0.txt, 1.txt, 2.txt, 3.txt, 4.txt og 3 andre; se med `referat parse FIL`."
    )
