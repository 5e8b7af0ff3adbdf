"""The `referat` command, run as a user runs it."""

import os
import subprocess
import sys
from pathlib import Path

REFERAT = Path(sys.executable).with_name("referat")


def referat(*arguments: str | Path, data: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("REFERAT_")}
    return subprocess.run(
        [str(REFERAT), *map(str, arguments)],
        env={**environment, "REFERAT_DATA": str(data), **settings},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def one_line(text: str) -> str:
    assert len(text.strip().splitlines()) == 1, text
    assert "Traceback" not in text
    return text
