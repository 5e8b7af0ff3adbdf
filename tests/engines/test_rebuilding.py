"""A data folder made anew: killed at any step it is the old one or the new one, and readers elsewhere follow."""

from __future__ import annotations

import signal
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from engines.asked import PUBLIC, Selection
from engines.embedded.engine import EmbeddedEngine
from engines.embedded.versions import POINTER
from mappings.errors import EngineUnavailable, IndexMismatch
from tests.contract.corpus import MODEL, item, meeting, words
from tests.contract.test_rebuilding import rebuild
from tests.engines.conftest import Script
from tests.engines.test_recovery import JUNE, MAY, is_whole

Open = Callable[[], EmbeddedEngine]
KILLED_AT = """
from unittest import mock
from importlib import import_module
from tests.contract.test_rebuilding import rebuild
path, when, calls = {path!r}, {when!r}, {calls!r}
owner, name = path.rsplit(".", 1)
owner = import_module(owner)
original = getattr(owner, name)
def killed(*args, **kwargs):
    global calls
    calls -= 1
    if calls or when == "after": found = original(*args, **kwargs)
    if not calls: os.kill(os.getpid(), signal.SIGKILL)
    return found
engine = EmbeddedEngine(folder, MODEL)
with mock.patch.object(owner, name, killed):
    rebuild(engine, MODEL)
    engine.drop_old()
"""
MOMENTS = [
    ("engines.embedded.rebuilding.opened", "before", 1),
    ("engines.embedded.truth._make", "before", 1),
    ("engines.embedded.truth._make", "after", 1),
    ("engines.embedded.following.publish", "before", 1),
    ("engines.embedded.following.publish", "after", 2),
    ("engines.embedded.compaction.write_manifest", "after", 2),
    ("engines.embedded.rebuilding.use", "before", 1),
    ("engines.embedded.versions.sync_folder", "after", 1),
    ("engines.embedded.versions.replace_file", "after", 1),
    ("engines.embedded.rebuilding.old", "before", 1),
    ("engines.embedded.versions._delete", "after", 4),
]


@pytest.fixture
def written(open_embedded: Open) -> EmbeddedEngine:
    engine = open_embedded()
    engine.write([MAY, JUNE])
    return engine


@pytest.mark.parametrize(("path", "when", "calls"), MOMENTS)
def test_killed_between_two_steps_it_is_the_old_one_or_the_new_one(
    written: EmbeddedEngine, open_embedded: Open, process: Script, path: str, when: str, calls: int
):
    child = process(KILLED_AT.format(path=path, when=when, calls=calls))
    assert child.wait() == -signal.SIGKILL, child.stderr.read() if child.stderr else ""
    for engine in (written, open_embedded()):
        assert engine.select(Selection(), PUBLIC).total == 3
        assert engine.select(Selection(words=words("skoler")), PUBLIC).total == 1
    rebuild(open_embedded(), MODEL)
    written.drop_old()
    assert {one.id for one in written.export(PUBLIC)} == {MAY.meeting.id, JUNE.meeting.id}
    written.write([MAY, JUNE])
    is_whole(open_embedded())
    assert written.status().details == {}


READER = """
engine = EmbeddedEngine(folder, MODEL)
for line in sys.stdin:
    print(engine.select(Selection(words=words("skoler")), PUBLIC).total, flush=True)
"""


def test_a_reader_in_another_process_goes_over_to_the_new_one(written: EmbeddedEngine, process: Script, folder: Path):
    reader = process(READER)
    assert reader.stdin is not None
    assert reader.stdout is not None

    def asked() -> str:
        reader.stdin.write("\n")
        reader.stdin.flush()
        return str(reader.stdout.readline())

    assert asked() == "1\n"
    for count in range(2, 5):
        rebuild(written, MODEL)
        assert asked() == f"{count - 1}\n"
        written.drop_old()
        assert asked() == f"{count - 1}\n"
        written.write([meeting("Byrådet", f"202{count}-01-31", item("Skoler"))])
        assert asked() == f"{count}\n"
    assert [path.name for path in (folder / "versions").iterdir()] == ["v000003"]
    assert not (folder / "truth.db").exists()


def test_an_export_that_is_under_way_is_not_cut_short(written: EmbeddedEngine):
    export = written.export(PUBLIC)
    first = next(export)
    rebuild(written, MODEL)
    written.drop_old()
    assert {one.id for one in (first, *export)} == {MAY.meeting.id, JUNE.meeting.id}


def test_an_index_of_an_older_analysis_is_opened_to_be_rebuilt(
    written: EmbeddedEngine, open_embedded: Open, folder: Path
):
    written.close()
    with sqlite3.connect(folder / "truth.db") as connection:
        connection.execute("UPDATE meta SET value = 0 WHERE key = 'analysis'")
    engine = EmbeddedEngine(folder)
    (problem,) = engine.status().problems
    assert "referat reindex" in problem
    assert engine.status().items == 3
    rebuild(engine, MODEL)
    assert engine.status().problems == ()
    engine.close()
    assert open_embedded().select(Selection(words=words("skoler")), PUBLIC).total == 1


def test_a_pointer_that_says_nothing_is_told_in_one_line(written: EmbeddedEngine, folder: Path):
    (folder / POINTER).write_text("latest\n", encoding="ascii")
    with pytest.raises(EngineUnavailable, match="number of a version") as error:
        written.select(Selection(), PUBLIC)
    assert "\n" not in str(error.value)


def test_a_folder_of_before_attachments_were_counted_is_made_anew(written: EmbeddedEngine, open_embedded: Open, folder):
    written.write([meeting("Byrådet", "2022-01-31", item("Havnen", attachments=("Kort.pdf",)))])
    written.close()
    with sqlite3.connect(folder / "truth.db") as connection:
        connection.execute("ALTER TABLE items DROP COLUMN attachments")
        connection.execute("PRAGMA user_version = 1")
    with pytest.raises(IndexMismatch, match="referat reindex"):
        open_embedded()
    old = EmbeddedEngine(folder)
    assert "kør `referat reindex`" in old.status().problems[0]
    rebuild(old, MODEL)
    anew = open_embedded()
    assert anew.select(Selection(facets=("attachments",)), PUBLIC).facets["attachments"] == {"yes": 1, "no": 3}
    assert anew.status().problems == ()
