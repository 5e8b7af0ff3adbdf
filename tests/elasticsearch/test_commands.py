"""The `referat` command on a server that is away or not the one meant: one line, and what can go on goes on."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.elasticsearch.impostors import PRODUCT, answering, listening
from tests.elasticsearch.server import RunningServer

REFERAT = Path(sys.executable).with_name("referat")


def environment(url: str, **settings: str) -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith("REFERAT_")}
    return {**own, "REFERAT_ENGINE": "elasticsearch", "REFERAT_ELASTICSEARCH_URL": url, **settings}


def referat(url: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(REFERAT), *map(str, arguments)],
        env=environment(url),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("command", ["index", "search", "status", "export", "reindex"])
def test_a_server_that_is_away_is_one_line(command: str, examples: Path) -> None:
    with listening() as host:
        pass  # and gone
    done = referat(f"http://{host}", command, *([examples] if command == "index" else []))
    assert done.returncode == 1
    line = f"Nothing listens at http://{host}; start Elasticsearch, or check REFERAT_ELASTICSEARCH_URL."
    assert done.stderr == f"referat: {line}\n"
    assert not done.stdout


@pytest.mark.parametrize("command", ["index", "status"])
def test_another_program_or_version_is_one_line(command: str, examples: Path) -> None:
    old = {"version": {"number": "7.17.0"}}
    other = {"version": {"number": "2.19.0", "distribution": "opensearch"}}
    arguments = (command, examples) if command == "index" else (command,)
    for body, headers, line in (
        (old, PRODUCT, "is version 7.17.0"),
        (other, {}, "is OpenSearch"),
        ("", {}, "is not E"),
    ):
        with answering(body, headers=headers) as url:
            done = referat(url, *arguments)
        assert done.returncode == 1
        assert len(done.stderr.splitlines()) == 1
        assert line in done.stderr


@contextmanager
def serving(url: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    started = subprocess.Popen(
        [str(REFERAT), "serve", "--port", "0"],
        env=environment(url, REFERAT_ELASTICSEARCH_TIMEOUT="2"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert started.stdout is not None
        address = re.search(r"http://127\.0\.0\.1:\d+", line := started.stdout.readline())
        assert address, line
        yield address.group(), started
    finally:
        started.kill()
        started.communicate(timeout=30)


def status_of(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=30) as response:
            return int(response.status)
    except urllib.error.HTTPError as error:
        return error.code


def test_the_pages_are_served_before_the_server_is_up(own_server: RunningServer) -> None:
    own_server.stop()
    with serving(own_server.url) as (address, process):
        assert process.stderr is not None
        warned = process.stderr.readline()
        assert warned.startswith("referat: Der kan ikke søges endnu, men prøves igen ved hver søgning: Nothing listens")
        assert status_of(f"{address}/?q=budget") == 503
        own_server.start()
        end = time.monotonic() + 15
        while status_of(f"{address}/?q=budget") != 200:
            assert time.monotonic() < end
            time.sleep(0.2)
        process.kill()
        told = process.stderr.read()
    assert "Traceback" not in told
    assert "Der kan ikke søges endnu" not in told  # once
