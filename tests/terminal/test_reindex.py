"""`referat reindex` as an operator meets it."""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from referat.runs import Runs
from tests.terminal.commanding import one_line, referat


@pytest.fixture
def data(examples_index: Path, tmp_path: Path) -> Path:
    """An index of one's own."""
    return Path(shutil.copytree(examples_index, tmp_path / "data"))


def first(data: Path) -> object:
    done = referat("search", "skole", "--json", data=data)
    assert done.returncode == 0, done.stderr
    return [result["id"] for result in json.loads(done.stdout)["results"]]


def test_the_index_is_built_again_and_the_old_one_dropped_when_asked_to(data: Path) -> None:
    before = first(data)
    counts = json.loads(referat("status", "--json", data=data).stdout)
    done = referat("reindex", "--json", data=data)
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert (report["meetings"], report["items"], report["passages"]) == tuple(
        counts[name] for name in ("meetings", "items", "passages")
    )
    assert report["resumed"] == 0
    assert first(data) == before
    status = referat("status", data=data)
    assert status.returncode == 0
    assert "Gammel:      v000000 (slettes med `referat reindex --drop-old`)" in status.stdout
    assert json.loads(referat("reindex", "--drop-old", "--json", data=data).stdout) == {"dropped": ["v000000"]}
    assert not (data / "truth.db").exists()
    assert referat("reindex", "--drop-old", data=data).stdout == "Der er ingen gamle udgaver.\n"
    assert first(data) == before
    assert "Gammel" not in referat("status", data=data).stdout
    (run,) = Runs(data).all()
    assert (run.work, run.state, run.paths, run.counts.meetings) == ("reindex", "done", (), counts["meetings"])
    assert run.done == run.total == counts["meetings"]


def test_an_index_of_another_analysis_says_what_to_do_and_is_mended_by_it(data: Path) -> None:
    with sqlite3.connect(data / "truth.db") as connection:
        connection.execute("UPDATE meta SET value = 0 WHERE key = 'analysis'")
    refused = referat("search", "skole", data=data)
    assert refused.returncode == 1
    assert "`referat reindex`" in one_line(refused.stderr)
    status = referat("status", data=data)
    assert status.returncode == 1
    assert "kør `referat reindex`" in status.stdout
    done = referat("reindex", data=data)
    assert done.returncode == 0, done.stderr
    assert "er bygget igen" in one_line(done.stdout)
    assert first(data)
    assert referat("status", data=data).returncode == 0


def test_an_empty_index_cannot_be_built_again(tmp_path: Path) -> None:
    done = referat("reindex", data=tmp_path / "data")
    assert done.returncode == 1
    assert "referat index" in one_line(done.stderr)
    assert not (tmp_path / "data").exists()
