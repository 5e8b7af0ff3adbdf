"""What is installed is what is there: every package, and every file beside its modules."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
SETUPTOOLS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
ROOMS = [ROOT / name for name in SETUPTOOLS["packages"] if "." not in name]


def test_every_package_is_named() -> None:
    there = {init.parent.relative_to(ROOT) for room in ROOMS for init in room.rglob("__init__.py")}
    assert {".".join(folder.parts) for folder in there} == set(SETUPTOOLS["packages"])


def test_every_data_file_is_named() -> None:
    named = {
        path
        for room, patterns in SETUPTOOLS["package-data"].items()
        for pattern in patterns
        for path in (ROOT / room).glob(pattern)
        if path.is_file()
    }
    there = {path for room in ROOMS for path in room.rglob("*") if path.is_file()}
    assert {path for path in there if path.suffix not in {".py", ".pyc"}} == named
