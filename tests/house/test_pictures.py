"""The pictures that the README shows are there, as large as the command that makes them says, and told in Danish."""

import re
import struct
from pathlib import Path

import pytest

from benchmarks.pictures import FOLDER, LARGEST, PICTURES, ROOT, Picture

SHOWN = re.findall(r"!\[([^\]]+)\]\(([^)]+\.png)\)", (ROOT / "README.md").read_text(encoding="utf-8"))


def test_the_readme_shows_what_is_made_and_nothing_else() -> None:
    assert [ROOT / path for _, path in SHOWN] == [FOLDER / f"{picture.name}.png" for picture in PICTURES]
    assert {path.name for path in FOLDER.iterdir()} == {Path(path).name for _, path in SHOWN}


def test_each_is_told_to_those_who_do_not_see_it() -> None:
    assert all(len(told) > 30 for told, _ in SHOWN)
    assert any(letter in told for told, _ in SHOWN for letter in "æøå")


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_each_is_as_large_as_it_is_said_to_be(picture: Picture) -> None:
    content = (FOLDER / f"{picture.name}.png").read_bytes()
    assert content.startswith(b"\x89PNG\r\n")
    assert struct.unpack(">II", content[16:24]) == (picture.width, picture.height)
    assert len(content) <= LARGEST
