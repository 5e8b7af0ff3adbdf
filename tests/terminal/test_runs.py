"""Every run of the indexer is noted: what it read, what was odd, what failed; and how it ended."""

import datetime as dt
import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from mappings.errors import EngineUnavailable, NotFound, Stopped
from referat.runs import KEPT, Runs
from tests.terminal.commanding import REFERAT, one_line, referat

GOOD = "REFERAT Direktionen d. 12-03-2021\n\nMødedato 12-03-2021\n\nPunkt 1: Budget\n\nBeslutning\n\nGodkendt.\n"
ODD = GOOD.replace("12-03", "13-04") + "\nPunkt 1: Skoler\n\nBeslutning\n\nUdsat.\n"


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    folder = tmp_path / "minutes"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    (folder / "odd.txt").write_text(ODD, encoding="utf-8")
    (folder / "other.txt").write_text("Kære alle, her er kagerne.\n", encoding="utf-8")
    return folder


def test_a_run_is_noted_with_what_it_read_and_what_was_wrong(minutes: Path, tmp_path: Path) -> None:
    assert referat("index", minutes, data=tmp_path / "data").returncode == 3
    runs = Runs(tmp_path / "data")
    (run,) = runs.all()
    assert (run.number, run.work, run.user, run.state, run.error) == (1, "index", "", "done", "")
    assert run.paths == (str(minutes),)
    assert run.ended is not None
    assert dt.timedelta(0) <= run.ended - run.began < dt.timedelta(minutes=2)
    counts = run.counts
    assert (counts.files, counts.added, counts.items, counts.odd, counts.failed) == (3, 2, 3, 1, 1)
    assert run.done == run.total == counts.passages > 0
    told = runs.one(1)
    assert [(Path(one.path).name, one.reason.partition(": ")[2]) for one in told.failed] == [
        ("other.txt", 'no agenda items were found ("Punkt 1: …"), so this is not minutes.')
    ]
    assert [(Path(one.path).name, one.line) for one in told.odd] == [("odd.txt", 11)]
    again = referat("index", minutes, data=tmp_path / "data")
    assert again.returncode == 3
    assert [(run.number, run.counts.unchanged) for run in runs.all()] == [(2, 2), (1, 0)]


def test_a_run_that_cannot_be_done_is_noted_with_why(minutes: Path, tmp_path: Path) -> None:
    told = referat("index", minutes, data=tmp_path / "data", REFERAT_MODEL=str(tmp_path / "no-model"))
    assert told.returncode == 1
    (run,) = Runs(tmp_path / "data").all()
    assert run.state == "failed"
    assert f"referat: {run.error}" == one_line(told.stderr).strip()


def test_a_run_that_was_killed_is_told_as_interrupted(tmp_path: Path) -> None:
    """Killed while it waits for its input, which it reads from a pipe that says nothing."""
    os.mkfifo(tmp_path / "slow.jsonl")
    environment = {k: v for k, v in os.environ.items() if not k.startswith("REFERAT_")}
    started = subprocess.Popen(
        [str(REFERAT), "index", str(tmp_path / "slow.jsonl")],
        env={**environment, "REFERAT_DATA": str(tmp_path / "data")},
    )
    runs = Runs(tmp_path / "data")
    until = time.monotonic() + 60
    while not runs.all() and time.monotonic() < until:
        time.sleep(0.05)
    running = runs.running()
    assert running is not None
    assert running.state == "running"
    started.send_signal(signal.SIGKILL)
    started.wait(timeout=30)
    (run,) = runs.all()
    assert (run.state, run.ended) == ("interrupted", None)
    assert runs.running() is None
    with runs.begin("index"):
        pass
    assert [run.state for run in runs.all()] == ["done", "interrupted"]
    assert list((tmp_path / "data" / "runs").iterdir()) == []


@pytest.mark.parametrize(
    ("error", "state", "said"),
    [
        (EngineUnavailable("The disk is\nfull."), "failed", "The disk is full."),
        (ValueError("x"), "failed", "ValueError: x"),
        (Stopped("the server stopped"), "interrupted", ""),
        (KeyboardInterrupt(), "interrupted", ""),
    ],
)
def test_how_a_run_ended(tmp_path: Path, error: BaseException, state: str, said: str) -> None:
    with pytest.raises(type(error)), Runs(tmp_path).begin("index"):
        raise error
    (run,) = Runs(tmp_path).all()
    assert (run.state, run.error) == (state, said)


def test_only_the_latest_are_remembered(tmp_path: Path) -> None:
    runs = Runs(tmp_path)
    for _ in range(KEPT + 5):
        with runs.begin("index", ["/srv/referater"], "anna"):
            pass
    kept = runs.all()
    assert [kept[0].number, kept[-1].number, len(kept)] == [KEPT + 5, 6, KEPT]
    with pytest.raises(NotFound):
        runs.one(5)


def test_indexing_goes_on_where_nothing_can_be_noted_and_says_so_in_one_line(minutes: Path, tmp_path: Path) -> None:
    (tmp_path / "data" / "runs.db").mkdir(parents=True)
    done = referat("index", minutes / "good.txt", "--json", data=tmp_path / "data")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["added"] == 1
    assert done.stderr.count("The run is not noted") == 1
    assert "Traceback" not in done.stderr
    assert list((tmp_path / "data" / "runs").iterdir()) == []
