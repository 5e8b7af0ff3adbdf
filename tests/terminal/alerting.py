"""An alert that is watched, an old meeting that is new to it, and what the command is told by its settings."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
from dataclasses import replace
from pathlib import Path

from search_api.service import SearchService
from tests.doubles import GramEmbedder
from tests.terminal.commanding import REFERAT
from tests.web.minutes import MEETINGS
from tests.web.serving import prepared

HOME = '[[alert]]\nname = "Hjemmearbejde"\nsearch = "q=hjemmearbejde"\nto = ["anna@havbjerg.dk"]\n'
OLD = replace(MEETINGS[1], date=dt.date(2015, 1, 5))  # an old meeting that is indexed late


def settings(folder: Path, port: int, file: Path) -> dict[str, str]:
    return {
        "REFERAT_DATA": str(folder / "data"),
        "REFERAT_ALERTS": str(file),
        "REFERAT_BASE_URL": "https://referater.havbjerg.dk",
        "REFERAT_SMTP_HOST": "127.0.0.1",
        "REFERAT_SMTP_PORT": str(port),
        "REFERAT_SMTP_STARTTLS": "no",
        "REFERAT_SMTP_FROM": "referater@havbjerg.dk",
    }


def add(service: SearchService, *meetings: object) -> None:
    service._engine.write([prepared(meeting, GramEmbedder()) for meeting in meetings])  # type: ignore[arg-type]


def parts(mail):
    return (mail.get_body((kind,)).get_content() for kind in ("plain", "html"))


def command(folder: Path, port: int, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The whole command in a process of its own, over an index with the model that ships."""
    with started(folder, port, *arguments) as running:
        said, problems = running.communicate(timeout=120)
    return subprocess.CompletedProcess(running.args, running.returncode, said, problems)


def started(folder: Path, port: int, *arguments: str) -> subprocess.Popen[str]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("REFERAT_")}
    return subprocess.Popen(
        [str(REFERAT), *(arguments or ("alerts",))],
        env=environment | settings(folder, port, folder / "alerts.toml"),
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
