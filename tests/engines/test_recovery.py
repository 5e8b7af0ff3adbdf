"""Whatever a crash or a careless hand leaves behind, opening the index again makes it whole."""

from __future__ import annotations

import gc
import shutil
import signal
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from engines.asked import PUBLIC, Filters, Selection
from engines.embedded import segments, text
from engines.embedded.engine import EmbeddedEngine
from mappings.errors import EngineUnavailable, IndexMismatch
from tests.contract.corpus import item, meeting, vector, words
from tests.engines.conftest import Script

Open = Callable[[], EmbeddedEngine]
MAY = meeting("Byrådet", "2021-05-31", item("Skoler", "Nye skoler i byen"), item("Veje", "Stier og veje"))
JUNE = meeting("Direktionen", "2021-06-28", item("Hjemmearbejde", "Aftale om hjemmearbejde"))
JUNE_ANEW = meeting("Direktionen", "2021-06-28", item("Cykelstier", "Stier"), item("Budget", "Drift"))


def is_whole(engine: EmbeddedEngine, *, skoler: int = 1) -> None:
    """Truth, text and vectors tell the same."""
    status = engine.status()
    assert status.problems == ()
    assert engine.select(Selection(), PUBLIC).total == status.items
    assert engine.select(Selection(words=words("skoler")), PUBLIC).total == skoler
    near = engine.candidates(words(""), vector("Stier og veje"), Filters(), 100, PUBLIC)
    assert len(near) == status.items
    assert max(one.evidence.body for one in near if one.evidence.body) == pytest.approx(1, abs=1e-6)


@pytest.fixture
def written(open_embedded: Open) -> EmbeddedEngine:
    engine = open_embedded()
    engine.write([MAY])
    engine.write([JUNE])
    return engine


@pytest.mark.parametrize("gone", [[text.FOLDER], [segments.FOLDER], [text.FOLDER, segments.FOLDER, "published"]])
def test_deleted_indexes_are_built_again(written: EmbeddedEngine, open_embedded: Open, folder: Path, gone: list[str]):
    written.write([JUNE_ANEW])
    for name in gone:
        shutil.rmtree(folder / name) if (folder / name).is_dir() else (folder / name).unlink()
    engine = open_embedded()
    is_whole(engine)
    is_whole(written)
    engine.write([meeting("Byrådet", "2022-05-31", item("Skoler"))])
    is_whole(written, skoler=2)


def _truncate(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


@pytest.mark.parametrize("pattern", ["vectors/*.vectors", "vectors/*.rows", "vectors/manifest.json", "text/meta.json"])
@pytest.mark.parametrize("harm", [Path.unlink, _truncate, lambda file: file.write_bytes(b"")])
def test_broken_files_are_built_again(
    written: EmbeddedEngine, open_embedded: Open, folder: Path, pattern: str, harm: Callable[[Path], None]
):
    written.close()
    for file in folder.glob(pattern):
        harm(file)
    is_whole(open_embedded())


@pytest.mark.parametrize("harm", [Path.unlink, _truncate])
def test_a_broken_text_segment_is_built_again(
    written: EmbeddedEngine, open_embedded: Open, folder: Path, harm: Callable[[Path], None]
):
    written.close()
    for file in folder.glob("text/*.term"):
        harm(file)
    is_whole(open_embedded())


def test_flipped_bits_in_a_segment_are_told_by_the_status(open_embedded: Open, folder: Path):
    open_embedded().write([MAY])
    (file,) = folder.glob("vectors/*.vectors")
    content = bytearray(file.read_bytes())
    content[7] ^= 255
    file.write_bytes(content)
    (line,) = open_embedded().status().problems
    assert "beskadiget" in line
    assert str(folder / "vectors") in line
    shutil.rmtree(folder / "vectors")
    is_whole(open_embedded())


# Where a writer can be killed: the function whose call it does not survive, and whether before or after it.
MOMENTS = [
    ("engines.embedded.recording.Recorder._sweep", "before"),
    ("engines.embedded.recording.Recorder._note", "after"),
    ("engines.embedded.recording.Recorder.write", "after"),
    ("engines.embedded.compaction.write_segment", "after"),
    ("engines.embedded.compaction.write_manifest", "before"),
    ("engines.embedded.compaction.follow", "after"),
    ("engines.embedded.text._document", "after"),
    ("engines.embedded.text.TextWriter.follow", "after"),
    ("engines.embedded.following.publish", "after"),
]
KILLED_AT = """
from unittest import mock
from importlib import import_module
from tests.engines.test_recovery import JUNE_ANEW
path, when = {path!r}, {when!r}
owner, name = path.rsplit(".", 1)
try: owner = import_module(owner)
except ModuleNotFoundError:
    module, kind = owner.rsplit(".", 1)
    owner = getattr(import_module(module), kind)
original = getattr(owner, name)
def killed(*args, **kwargs):
    if when == "after": original(*args, **kwargs)
    os.kill(os.getpid(), signal.SIGKILL)
engine = EmbeddedEngine(folder, MODEL)
with mock.patch.object(owner, name, killed):
    engine.write([JUNE_ANEW])
"""


@pytest.mark.parametrize(("path", "when"), MOMENTS)
def test_a_writer_killed_between_two_steps_leaves_an_index_that_mends(
    written: EmbeddedEngine, open_embedded: Open, process: Script, path: str, when: str
):
    child = process(KILLED_AT.format(path=path, when=when))
    assert child.wait() == -signal.SIGKILL, child.stderr.read() if child.stderr else ""
    assert written.select(Selection(limit=100), PUBLIC).total in (3, 4)  # a reader that was there is not disturbed
    engine = open_embedded()
    is_whole(engine)
    is_whole(written)
    assert engine.meetings([JUNE.meeting.id], PUBLIC)[0] in (JUNE.meeting, JUNE_ANEW.meeting)
    engine.write([JUNE_ANEW])
    is_whole(engine)
    assert engine.meetings([JUNE.meeting.id], PUBLIC) == [JUNE_ANEW.meeting]
    assert engine.select(Selection(words=words("hjemmearbejde")), PUBLIC).total == 0


def test_files_of_a_text_commit_that_was_cut_short_are_in_nobodys_way(open_embedded: Open, folder: Path):
    """tantivy 0.27 fails with `FileAlreadyExists` when it is killed after it wrote a segment's list of deletions."""
    engine = open_embedded()
    engine.write([MAY, JUNE])
    before = (folder / text.FOLDER / "meta.json").read_bytes()
    engine.write([JUNE_ANEW])
    engine.close()
    (folder / text.FOLDER / "meta.json").write_bytes(before)
    engine = open_embedded()
    is_whole(engine)
    engine.write([JUNE])
    is_whole(engine)


def test_what_was_removed_is_not_kept_in_the_truth(written: EmbeddedEngine, folder: Path):
    written.write([JUNE_ANEW])
    written.remove([MAY.meeting.id])
    with sqlite3.connect(folder / "truth.db") as connection:
        documents = [row[0].decode() for row in connection.execute("SELECT document FROM documents")]
        names = {value for (value,) in connection.execute("SELECT value FROM names")}
    assert len(documents) == 2
    assert "hjemmearbejde" not in "".join(documents)
    assert names == {JUNE.meeting.id, "Direktionen"}


def test_threads_that_end_take_their_connections_along(written: EmbeddedEngine):
    for _ in range(20):
        thread = threading.Thread(target=lambda: written.items(["direktionen-2021-06-28-01"], PUBLIC))
        thread.start()
        thread.join()
    gc.collect()
    assert len(written._opened.truth._connections) <= 2


def test_an_older_truth_put_back_from_a_backup_is_followed(written: EmbeddedEngine, open_embedded: Open, folder: Path):
    written.close()
    backup = folder.parent / "backup.db"
    shutil.copyfile(folder / "truth.db", backup)
    engine = open_embedded()
    engine.write([JUNE_ANEW])
    engine.close()
    shutil.copyfile(backup, folder / "truth.db")
    engine = open_embedded()
    is_whole(engine)
    assert engine.meetings([JUNE.meeting.id], PUBLIC) == [JUNE.meeting]
    engine.write([JUNE_ANEW])
    is_whole(engine)


def test_a_damaged_truth_is_told_in_one_line(written: EmbeddedEngine, open_embedded: Open, folder: Path):
    written.close()
    (folder / "truth.db").write_bytes(b"not a database at all" * 1000)
    with pytest.raises(EngineUnavailable, match="damaged") as error:
        open_embedded().select(Selection(), PUBLIC)
    assert "\n" not in str(error.value)
    assert "backup" in str(error.value)


@pytest.mark.parametrize(
    ("statement", "advice"),
    [
        ("PRAGMA user_version = 99", "new REFERAT_DATA folder"),
        ("UPDATE meta SET value = 0 WHERE key = 'analysis'", "referat reindex"),
    ],
)
def test_another_version_is_refused_with_what_to_do(
    written: EmbeddedEngine, open_embedded: Open, folder: Path, statement: str, advice: str
):
    written.close()
    with sqlite3.connect(folder / "truth.db") as connection:
        connection.execute(statement)
    with pytest.raises(IndexMismatch, match=advice):
        open_embedded()


def test_a_folder_made_anew_under_a_reader_is_seen(written: EmbeddedEngine, open_embedded: Open, folder: Path):
    assert written.select(Selection(), PUBLIC).total == 3
    shutil.rmtree(folder)
    assert written.select(Selection(), PUBLIC).total == 0
    open_embedded().write([JUNE])
    assert written.select(Selection(), PUBLIC).ids == ("direktionen-2021-06-28-01",)
    assert written.items(["direktionen-2021-06-28-01"], PUBLIC)[0].item == JUNE.meeting.items[0]
