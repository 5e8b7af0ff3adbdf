"""`referat export` to a file: whole, or what was there before."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mappings.errors import EngineUnavailable
from referat.export import _written
from tests.terminal.commanding import one_line, referat


def written(target: Path, parts: Iterator[bytes]) -> None:
    with _written(str(target)) as stream:
        for part in parts:
            stream.write(part)


def broken() -> Iterator[bytes]:
    yield b"first\n"
    raise RuntimeError("the engine fell")


def test_a_file_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    target = tmp_path / "copy.jsonl"
    target.write_bytes(b"old\n")
    target.chmod(0o600)
    written(target, iter([b"first\n", b"second\n"]))
    assert target.read_bytes() == b"first\nsecond\n"
    assert target.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [target]


def test_what_breaks_off_leaves_the_copy_before(tmp_path: Path) -> None:
    target = tmp_path / "copy.jsonl"
    target.write_bytes(b"old\n")
    with pytest.raises(RuntimeError):
        written(target, broken())
    assert target.read_bytes() == b"old\n"
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_goes_on_leading_to_the_file(tmp_path: Path) -> None:
    target, link = tmp_path / "copy.jsonl", tmp_path / "newest.jsonl"
    target.write_bytes(b"old\n")
    link.symlink_to(target)
    written(link, iter([b"new\n"]))
    assert link.is_symlink()
    assert target.read_bytes() == b"new\n"


@pytest.mark.parametrize("name", ["nowhere/copy.jsonl", "file/copy.jsonl", "."])
def test_where_nothing_can_be_written_is_one_line(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(EngineUnavailable, match=r"cannot be written \("):
        written(tmp_path / name, iter([b"x"]))


def test_a_device_is_written_to_and_stays(tmp_path: Path) -> None:
    written(Path("/dev/null"), iter([b"x"]))
    assert Path("/dev/null").is_char_device()


def test_an_index_that_is_empty_is_no_copy(tmp_path: Path) -> None:
    copy = tmp_path / "copy.jsonl"
    copy.write_bytes(b"old\n")
    done = referat("export", "--output", copy, data=tmp_path / "elsewhere")
    assert done.returncode == 1
    assert "er tomt" in one_line(done.stderr)
    assert copy.read_bytes() == b"old\n"


@pytest.mark.parametrize("command", ["status", "search", "export"])
def test_a_file_is_no_folder_of_an_index(tmp_path: Path, command: str) -> None:
    file = tmp_path / "data.jsonl"
    file.write_bytes(b"{}\n")
    done = referat(command, data=file)
    assert done.returncode == 2
    assert "which is a file; name a folder" in one_line(done.stderr)
