"""Killing `referat alerts` while it sends: is any result lost, or told twice?

    python -m benchmarks.alerts [--rounds 40]

A real mail server counts what arrives. Each round indexes one more meeting that a watched search finds, and kills the
command at a random moment of its last fifth, where it looks, writes its journal and sends. At the end one run is left
to finish. What is *unsure* is told as such, with whether it had arrived.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mappings.documents import Decision, Item, Meeting, Section, encode
from tests.terminal.mail import Post, mail_server

_ALERTS = '[[alert]]\nname = "Hjemmearbejde"\nsearch = "q=hjemmearbejde"\nto = ["anna@havbjerg.dk"]\n'
_FIRST = dt.date(2010, 1, 4)
_LAST_PART = 0.8  # of a run: before it nothing but loading happens


@dataclass(frozen=True, slots=True)
class _Place:
    """A data folder and the mail server of its settings."""

    folder: Path
    post: Post

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """The command with these arguments, running."""
        foreign = {name: value for name, value in os.environ.items() if not name.startswith("REFERAT_")}
        own = {
            "REFERAT_DATA": str(self.folder / "data"),
            "REFERAT_ALERTS": str(self.folder / "alerts.toml"),
            "REFERAT_BASE_URL": "https://referater.havbjerg.dk",
            "REFERAT_SMTP_HOST": "127.0.0.1",
            "REFERAT_SMTP_PORT": str(self.post.port),
            "REFERAT_SMTP_STARTTLS": "no",
            "REFERAT_SMTP_FROM": "referater@havbjerg.dk",
        }
        command = [sys.executable, "-m", "referat", *arguments]
        return subprocess.Popen(command, env=foreign | own, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def index(self, day: dt.date) -> None:
        """One more meeting with something that is found."""
        text = f"Direktionen godkendte rammerne for hjemmearbejde den {day.isoformat()}."
        item = Item(
            number=1,
            title="Hjemmearbejde",
            sections=(Section("decision", "Beslutning", text),),
            decisions=(Decision("Direktionen", day, text, ("approved",)),),
        )
        file = self.folder / "meeting.jsonl"
        file.write_bytes(encode(Meeting(body="Direktionen", date=day, items=(item,))))
        indexing = self.start("index", str(file))
        said = indexing.communicate()
        assert indexing.returncode == 0, said

    def arrived(self, day: dt.date) -> int:
        """How many mails tell of that day's meeting."""
        return sum(f"direktionen-{day.isoformat()}-01" in _text(mail) for mail in self.post.mails)


def main() -> bool:
    """Print what became of every result; whether one was lost or told twice."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--rounds", type=int, default=40)
    rounds = arguments.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder, mail_server() as post:
        return _measured(_Place(Path(folder), post), rounds)


def _measured(place: _Place, rounds: int) -> bool:
    (place.folder / "alerts.toml").write_text(_ALERTS, encoding="utf-8")
    place.index(_FIRST)
    begun = time.perf_counter()
    place.start("alerts").communicate()
    whole = time.perf_counter() - begun
    chance = random.Random(5)
    days = [_FIRST + dt.timedelta(days=number) for number in range(1, rounds + 1)]
    killed = 0
    for day in days:
        place.index(day)
        running = place.start("alerts")
        try:
            running.wait(whole * chance.uniform(_LAST_PART, 1.0))
        except subprocess.TimeoutExpired:
            running.kill()
        running.communicate()
        killed += running.returncode < 0
    report = json.loads(place.start("alerts", "--json").communicate()[0])
    counts = [place.arrived(day) for day in days]
    had_arrived = {str(mail["Message-ID"]) for mail in place.post.mails} & set(report["unsure"])
    lost = counts.count(0) - (len(report["unsure"]) - len(had_arrived))
    twice = sum(count > 1 for count in counts)
    print(f"\n{rounds} new results, {killed} of as many runs killed: {lost} lost, {twice} told twice;")
    print(f"  {len(report['unsure'])} named as unsure, {len(had_arrived)} of them had arrived")
    return bool(lost or twice)


def _text(mail: Any) -> str:
    """The plain text of a mail, which the standard library types as anything."""
    return str(mail.get_body(("plain",)).get_content())


if __name__ == "__main__":
    sys.exit("Not as it should be; see above." if main() else 0)
