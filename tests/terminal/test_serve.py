"""`referat serve` as a process: its address, its answers, how it stops."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

REFERAT = Path(sys.executable).with_name("referat")


def start(data: Path, *options: str, **settings: str) -> subprocess.Popen[str]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("REFERAT_")}
    return subprocess.Popen(
        [str(REFERAT), "serve", *options],
        env={**environment, "REFERAT_DATA": str(data), **settings},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def address(server: subprocess.Popen[str]) -> str:
    assert server.stdout is not None
    line = server.stdout.readline()
    found = re.search(r"http://127\.0\.0\.1:\d+", line)
    assert found, line + (server.stderr.read() if server.stderr else "")
    return found.group()


@pytest.fixture
def server(real_index: Path) -> Iterator[subprocess.Popen[str]]:
    started = start(real_index, "--port", "0")
    yield started
    started.kill()
    started.communicate(timeout=30)


def test_it_prints_its_address_answers_and_stops(server: subprocess.Popen[str]) -> None:
    base = address(server)
    with urllib.request.urlopen(f"{base}/api/v1/search?q=hjemmearbejde", timeout=60) as response:
        assert json.load(response)["results"][0]["id"] == "direktionen-2021-06-28-05"
    with urllib.request.urlopen(f"{base}/?q=hjemmearbejde", timeout=60) as response:
        assert "Drøftelse af rammer for" in response.read().decode()
    server.send_signal(signal.SIGTERM)
    assert server.wait(timeout=30) == 0


def test_what_is_being_answered_when_it_is_told_to_stop_is_answered(server: subprocess.Popen[str]) -> None:
    base = address(server)
    statuses: list[int] = []

    def ask(number: int) -> None:
        question = f"{base}/api/v1/search?q=hjemmearbejde+{number}"
        with urllib.request.urlopen(question, timeout=60) as response:
            statuses.append(response.status)

    askers = [threading.Thread(target=ask, args=(number,)) for number in range(4)]
    for asker in askers:
        asker.start()
    waited = threading.Event()
    waited.wait(0.3)  # long enough that the questions have arrived, shorter than the model takes to load
    server.send_signal(signal.SIGTERM)
    for asker in askers:
        asker.join(timeout=60)
    assert statuses == [200] * 4
    assert server.wait(timeout=30) == 0


def test_told_to_stop_while_it_still_warms_up_it_ends_well(server: subprocess.Popen[str]) -> None:
    address(server)  # printed before the first question has been answered by itself
    server.send_signal(signal.SIGTERM)
    assert server.wait(timeout=30) == 0


def test_a_port_in_use_is_one_line(real_index: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        refused = start(real_index, "--port", str(taken.getsockname()[1]))
        _, told = refused.communicate(timeout=60)
    assert refused.returncode == 1
    assert len(told.strip().splitlines()) == 1
    assert "choose another --port" in told


def test_it_serves_an_empty_index_too(tmp_path: Path) -> None:
    started = start(tmp_path / "none", "--port", "0")
    try:
        with urllib.request.urlopen(f"{address(started)}/", timeout=60) as response:
            assert response.status == 200
    finally:
        started.kill()
        started.communicate(timeout=30)


def test_those_who_are_named_administer_what_it_serves(tmp_path: Path) -> None:
    settings = {"REFERAT_USER_HEADER": "X-Remote-User", "REFERAT_ADMINS": "anna"}
    started = start(tmp_path / "none", "--port", "0", **settings)
    try:
        page = urllib.request.Request(f"{address(started)}/admin", headers={"X-Remote-User": "anna"})
        with urllib.request.urlopen(page, timeout=60) as response:
            assert "Læs et referat ind" in response.read().decode()
    finally:
        started.send_signal(signal.SIGTERM)
        assert started.wait(timeout=30) == 0
        started.communicate(timeout=30)
    refused = start(tmp_path / "none", "--port", "0", REFERAT_ADMINS="anna")
    _, told = refused.communicate(timeout=60)
    assert refused.returncode == 2
    assert told == "referat: REFERAT_ADMINS needs REFERAT_USER_HEADER, which tells who somebody is.\n"
