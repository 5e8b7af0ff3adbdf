"""Several processes and many writes on one folder."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks import crash
from engines.asked import PUBLIC, Filters, Selection
from engines.embedded.compaction import newest_to_merge
from engines.embedded.engine import EmbeddedEngine
from mappings.errors import EngineUnavailable, WriterBusy
from mappings.settings import Settings
from tests.contract.corpus import item, meeting, vector, words
from tests.engines.conftest import Script

Open = Callable[[], EmbeddedEngine]
MAY = meeting("Byrådet", "2021-05-31", item("Skoler", "Nye skoler i byen"))

WRITER = """
def slowly():
    for year in range(2000, 2003):
        yield meeting("Direktionen", f"{year}-01-01", item("Budget"))
        print("given", flush=True); sys.stdin.readline()
engine = EmbeddedEngine(folder, MODEL)
engine.write(slowly())
print("written", flush=True); sys.stdin.readline()
"""


def test_nothing_is_made_before_the_first_write(open_embedded: Open, folder: Path):
    engine = open_embedded()
    assert engine.select(Selection(), PUBLIC).total == 0
    assert engine.status().items == 0
    assert not folder.exists()
    engine.write([MAY])
    assert folder.is_dir()


def test_a_second_process_may_not_write_and_is_told_who_does(open_embedded: Open, process: Script, folder: Path):
    child = process(WRITER)
    assert child.stdout is not None
    assert child.stdin is not None
    child.stdout.readline()
    engine = open_embedded()
    with pytest.raises(WriterBusy) as busy:
        engine.write([MAY])
    assert f"pid {child.pid}" in str(busy.value)
    assert str(folder) in str(busy.value)
    child.stdin.write("\n\n\n")
    child.stdin.flush()
    assert [child.stdout.readline() for _ in range(3)][-1] == "written\n"
    assert engine.select(Selection(), PUBLIC).total == 3
    engine.write([MAY])
    assert engine.select(Selection(), PUBLIC).total == 4


def test_a_writer_that_was_killed_holds_no_lock(open_embedded: Open, process: Script):
    child = process(WRITER)
    assert child.stdout is not None
    child.stdout.readline()
    child.kill()
    child.wait()
    open_embedded().write([MAY])


READER = """
engine = EmbeddedEngine(folder, MODEL)
for line in sys.stdin:
    print(engine.select(Selection(words=words("budget")), PUBLIC).total, flush=True)
"""


def test_a_long_lived_reader_sees_every_finished_write(open_embedded: Open, process: Script):
    reader, engine = process(READER), open_embedded()
    assert reader.stdin is not None
    assert reader.stdout is not None
    for count in range(12):
        reader.stdin.write("\n")
        reader.stdin.flush()
        assert reader.stdout.readline() == f"{count}\n"
        engine.write([meeting("Direktionen", f"20{count:02d}-01-01", item("Budget"))])


def test_a_reader_is_never_disturbed_by_a_busy_writer(open_embedded: Open, process: Script):
    """Meetings are replaced all the time; each answer must be whole: as many as there are, each with its passages."""
    engine = open_embedded()
    engine.write([meeting("Direktionen", f"2001-01-{day:02d}", item("Budget", f"Dag {day}")) for day in range(1, 21)])
    child = process(
        """
engine = EmbeddedEngine(folder, MODEL)
print("ready", flush=True)
for turn in range(10**6):
    day = turn % 20 + 1
    engine.write([meeting("Direktionen", f"2001-01-{day:02d}", item("Budget", f"Dag {day} {turn}"))])
"""
    )
    assert child.stdout is not None
    child.stdout.readline()
    for turn in range(150):
        reader = open_embedded() if turn % 10 == 0 else engine
        assert reader.select(Selection(words=words("budget")), PUBLIC).total == 20
        near = reader.candidates(words("budget"), vector("Budget"), Filters(), 100, PUBLIC)
        assert len({one.item_id for one in near}) == len(near) == 20
        read = reader.items([one.item_id for one in near], PUBLIC, vector("Budget"))
        assert all(one.nearest is not None and one.nearest.item_id == one.item.id for one in read)
    assert child.poll() is None


def test_many_small_writes_leave_few_segments(open_embedded: Open, folder: Path):
    engine = open_embedded()
    for day in range(100):
        engine.write([meeting("Direktionen", f"20{day:02d}-01-01", item("Budget", f"Dag {day}"))])
    assert len(list(folder.glob("vectors/*.vectors"))) <= 12
    assert len(list(folder.glob("text/*.term"))) <= 16
    assert len(engine.candidates(words(""), vector("Dag 7"), Filters(), 200, PUBLIC)) == 100
    for _ in range(5):
        engine.write([meeting("Direktionen", f"20{day:02d}-01-01", item("Budget", "Ny")) for day in range(100)])
    rows = sum(file.stat().st_size for file in folder.glob("vectors/*.rows")) // 16
    assert rows <= 200 / 0.7
    assert engine.status().problems == ()


def test_segments_are_merged_by_size():
    assert newest_to_merge([1000, 10, 10, 10]) == 4
    assert newest_to_merge([1000, 10, 10, 10, 10]) == 1
    assert newest_to_merge([1000, 50, 10, 10, 10, 10]) == 2
    assert newest_to_merge([10, 1000]) == 2
    assert newest_to_merge([]) == 0


@pytest.fixture
def small_disk(folder: Path):
    """A disk of a few megabytes at the data folder; only root may make one."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(command, check=False, capture_output=True).returncode != 0:
        pytest.skip("a small disk can only be made by root: run the tests as root in a container")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def _write_until_it_fails(engine: EmbeddedEngine) -> None:
    for year in range(1000):
        text = " ".join(f"ord{year}x{n}" for n in range(3000))
        engine.write([meeting("Direktionen", f"{1000 + year}-01-01", item("Budget", text))])


def test_a_full_disk_is_told_plainly_and_what_was_written_is_found(open_embedded: Open, small_disk: Path):
    engine = open_embedded()
    engine.write([MAY])
    with pytest.raises(EngineUnavailable, match="full") as error:
        _write_until_it_fails(engine)
    assert "\n" not in str(error.value)
    for reader in (engine, open_embedded()):
        assert reader.select(Selection(words=words("skoler")), PUBLIC).total == 1
        assert reader.candidates(words("skoler"), vector("Skoler"), Filters(), 5, PUBLIC)
    subprocess.run(["mount", "-o", "remount,size=60m", str(small_disk)], check=True)
    engine.write([meeting("Direktionen", "0999-01-01", item("Sidste", "Sidste"))])
    assert engine.select(Selection(words=words("sidste")), PUBLIC).total == 1
    assert engine.status().problems == ()
    assert engine.select(Selection(), PUBLIC).total == engine.status().items


def test_a_folder_that_cannot_be_written_to_can_be_read(open_embedded: Open, folder: Path):
    engine = open_embedded()
    engine.write([MAY])
    engine.close()
    command = ["mount", "--bind", str(folder), str(folder)]
    if os.geteuid() != 0 or subprocess.run(command, check=False, capture_output=True).returncode != 0:
        pytest.skip("a folder that root cannot write to can only be made by root: run the tests in a container")
    try:
        subprocess.run(["mount", "-o", "remount,ro,bind", str(folder)], check=True)
        reader = open_embedded()
        assert reader.select(Selection(words=words("skoler")), PUBLIC).total == 1
        assert reader.candidates(words("skoler"), vector("Skoler"), Filters(), 5, PUBLIC)
        assert reader.items(["byraadet-2021-05-31-01"], PUBLIC)[0].item.title == "Skoler"
        with pytest.raises(EngineUnavailable, match="cannot be written"):
            reader.write([MAY])
        reader.close()
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.mark.crash
def test_nothing_acknowledged_is_lost_when_a_writer_is_killed(tmp_path: Path):
    outcome = crash.run(10, Settings(data=tmp_path / "data"), seed=3)
    assert outcome.acknowledged
    assert outcome.lost == []
    assert outcome.inconsistent == []
