"""The embedded engine on a folder of its own, and other processes that use it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from engines.embedded.engine import EmbeddedEngine
from tests.contract.corpus import MODEL

ROOT = Path(__file__).parents[2]
PREAMBLE = """
import os, signal, sys
from pathlib import Path
from engines.asked import *
from engines.embedded.engine import EmbeddedEngine
from tests.contract.corpus import MODEL, item, meeting, vector, words
folder = Path(sys.argv[1])
"""

Script = Callable[[str], "subprocess.Popen[str]"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def open_embedded(folder: Path) -> Iterator[Callable[[], EmbeddedEngine]]:
    made: list[EmbeddedEngine] = []

    def make() -> EmbeddedEngine:
        made.append(EmbeddedEngine(folder, MODEL))
        return made[-1]

    yield make
    for engine in made:
        engine.close()


@pytest.fixture
def process(folder: Path) -> Iterator[Script]:
    """Starts another process that runs a script with the engine's names at hand and `folder` set."""
    started: list[subprocess.Popen[str]] = []

    def start(script: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", PREAMBLE + script, str(folder)]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        started.append(subprocess.Popen(command, cwd=ROOT, text=True, **pipes))  # type: ignore[call-overload]
        return started[-1]

    yield start
    for one in started:
        one.kill()
        one.communicate()
