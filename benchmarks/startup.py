"""How soon something happens: `referat --help`, and a first search in a new process.

python -m benchmarks.startup
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from benchmarks.timing import of_command

EXAMPLES = Path(__file__).parents[1] / "examples" / "minutes"
REFERAT = str(Path(sys.executable).with_name("referat"))


def main() -> None:
    """Print wall and CPU seconds, beside those of Python itself."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "REFERAT_DATA": folder}
        files = [str(path) for path in sorted(EXAMPLES.iterdir())[:2]]
        of_command([REFERAT, "index", *files], environment)
        python = _best([sys.executable, "-c", "pass"], environment)
        for name, command in (
            ("referat --help", [REFERAT, "--help"]),
            ("first search, new process", [REFERAT, "search", "hjemmearbejde"]),
        ):
            wall, cpu = _best(command, environment)
            print(f"{name:<28} {wall:6.2f} s, {cpu:5.2f} s of CPU, {cpu / python[1]:5.1f} x python -c pass")


def _best(command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    return min(of_command(command, environment) for _ in range(5))


if __name__ == "__main__":
    main()
