"""What tests of a misbehaving server rest on: it keeps what it stored, hangs when told, and leaves nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import elasticsearch
import psutil
import pytest

from tests.elasticsearch import server as servers
from tests.elasticsearch.server import RunningServer

ROOT = Path(__file__).parents[2]


def stored(server: RunningServer) -> object:
    with server.client() as client:
        return client.get(index="keeps", id="1", refresh=True)["_source"]


def test_what_was_stored_outlives_a_kill_and_a_stop(own_server: RunningServer) -> None:
    with own_server.client() as client:
        client.indices.create(index="keeps")
        client.index(index="keeps", id="1", document={"title": "Godkendelse af dagsorden"})
    url = own_server.url
    for end in (own_server.kill, own_server.stop):
        end()
        with own_server.client() as client, pytest.raises(elasticsearch.ConnectionError):
            client.info()
        own_server.start()
        assert own_server.url == url
        assert stored(own_server) == {"title": "Godkendelse af dagsorden"}


def test_a_suspended_server_takes_connections_and_says_nothing(own_server: RunningServer) -> None:
    own_server.suspend()
    with own_server.client() as client:
        with pytest.raises(elasticsearch.ConnectionTimeout):
            client.options(request_timeout=0.5, max_retries=0).info()
        own_server.resume()
        assert client.info()["version"]["number"]


def test_no_server_outlives_a_run_that_is_killed() -> None:
    if missing := servers.missing():
        pytest.skip(missing)
    script = "from tests.elasticsearch.server import *; s = RunningServer(); print(s.folder, flush=True); input()"
    run = subprocess.Popen(
        [sys.executable, "-c", script], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert run.stdout is not None
    folder = run.stdout.readline().strip()
    assert _processes_of(folder)
    os.kill(run.pid, signal.SIGKILL)
    run.wait()
    deadline = time.monotonic() + 20
    while (_processes_of(folder) or Path(folder).exists()) and time.monotonic() < deadline:
        time.sleep(0.1)
    run.communicate()
    assert not _processes_of(folder)
    assert not Path(folder).exists()


def test_security_asks_who_one_is(secured: RunningServer) -> None:
    with secured.client() as client:
        assert client.security.authenticate()["username"] == "elastic"
    with elasticsearch.Elasticsearch(secured.url) as client, pytest.raises(elasticsearch.AuthenticationException):
        client.info()


def _processes_of(folder: str) -> list[int]:
    """Who was started with the folder on its command line."""
    found = psutil.process_iter(["cmdline"])
    return [one.pid for one in found if any(folder in part for part in one.info["cmdline"] or ())]
