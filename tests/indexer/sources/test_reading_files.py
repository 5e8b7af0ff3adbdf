"""From a file to lines: every encoding an office uses, and every file that is none."""

import hashlib
import os
import time
from pathlib import Path
from random import Random

import pytest

from indexer import sources
from indexer.sources.files import LARGEST_FILE
from indexer.sources.text import LONGEST_LINE
from mappings.errors import UnreadableSource

TEXT = "REFERAT Byrådet\r\nØkonomi på ærø – “godt”\n"
LINES = ("REFERAT Byrådet", "Økonomi på ærø – “godt”", "")


def write(folder: Path, data: bytes | str, name: str = "møde.txt") -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def refusal(path: Path) -> str:
    with pytest.raises(UnreadableSource) as refused:
        sources.read(path)
    message = str(refused.value)
    assert "\n" not in message
    assert path.name in message
    assert message.endswith(".")
    return message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_text_is_read_in_any_encoding_of_an_office(tmp_path: Path, encoding: str) -> None:
    assert sources.read(write(tmp_path, TEXT.encode(encoding))).lines == LINES


def test_latin_1_is_read(tmp_path: Path) -> None:
    assert sources.read(write(tmp_path, "Økonomi på ærø".encode("latin-1"))).lines == ("Økonomi på ærø",)


def test_letters_made_of_two_signs_become_one(tmp_path: Path) -> None:
    assert sources.read(write(tmp_path, "Byra\u030adet hjemme\u00adarbejde")).lines == ("Byrådet hjemmearbejde",)


def test_a_word_that_pdfium_parts_is_one(tmp_path: Path) -> None:
    assert sources.read(write(tmp_path, "tre borge\ufffermøder")).lines == ("tre borgermøder",)


def test_lines_count_as_an_editor_counts_them(tmp_path: Path) -> None:
    text = "en\r\nto\rtre\n\ffire\u2028stadig fire\x0bog her"
    assert sources.read(write(tmp_path, text)).lines == ("en", "to", "tre", "\ffire stadig fire og her")


def test_the_document_knows_its_name_digest_and_format(tmp_path: Path) -> None:
    document = sources.read(write(tmp_path, TEXT, "møde.MD"))
    assert (document.name, document.markdown) == ("møde.MD", True)
    assert document.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert not sources.read(write(tmp_path, TEXT)).markdown


def test_the_endings_that_are_read() -> None:
    assert sources.suffixes() == {".txt", ".text", ".md", ".markdown"}


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert "does not exist" in refusal(tmp_path / "væk.txt")
    assert "does not exist" in refusal(tmp_path / "væk.pdf")


@pytest.mark.parametrize("name", ["mappe", "mappe.txt", "mappe.md"])
def test_a_folder_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    assert "is a folder" in refusal(tmp_path / name)


def test_a_file_without_permission_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, TEXT)
    path.chmod(0)
    if os.access(path, os.R_OK):  # the superuser may read all

        def forbidden(*_: object) -> int:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(os, "open", forbidden)
    assert "may not be read" in refusal(path)


@pytest.mark.parametrize("data", [b"", b"\n", b" \r\n\t\f\n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file_is_refused(tmp_path: Path, data: bytes) -> None:
    message = refusal(write(tmp_path, data))
    assert "is empty" in message or "holds no text" in message


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\nREFERAT", "a PDF file"),
        (b"PK\x03\x04\x14\x00", "Office file"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\x1f\x8b\x08\x00", "a compressed file"),
        (bytes(range(256)) * 20, "binary"),
        (b"REFERAT\0Direktionen", "binary"),
        (b"\x7fELF\x02\x01\x01\0\0", "binary"),
        (bytes(range(128, 256)) * 4, "binary"),
        (Random(1).randbytes(4096), "binary"),
    ],
)
def test_a_binary_with_the_name_of_a_text_is_refused(tmp_path: Path, data: bytes, kind: str) -> None:
    assert kind in refusal(write(tmp_path, data))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("\n<!DOCTYPE html>\n<p>Punkt 1: Økonomi</p>", "a web page"),
        ('<HTML lang="da"><p>Punkt 1: Økonomi</p>', "a web page"),
        ('<?xml version="1.0"?>\n<referat>Økonomi</referat>', "an XML file"),
        ('{"body": "Økonomiudvalget"}', "a JSON file"),
    ],
)
def test_marks_with_the_name_of_a_text_are_refused(tmp_path: Path, text: str, kind: str, encoding: str) -> None:
    assert kind in refusal(write(tmp_path, text.encode(encoding)))


def test_damaged_utf_8_is_refused_with_the_line(tmp_path: Path) -> None:
    data = "Byrådet\nøkonomi på\n".encode() + b"\xc3rg" + "\nærø".encode()
    assert "line 3" in refusal(write(tmp_path, data))


def test_utf_16_cut_in_a_letter_is_refused(tmp_path: Path) -> None:
    assert "save the file anew as UTF-8" in refusal(write(tmp_path, TEXT.encode("utf-16")[:-1]))


def test_a_stray_control_character_does_not_make_a_binary(tmp_path: Path) -> None:
    assert sources.read(write(tmp_path, "Direktionen " * 40 + "\x02 Ja")).lines[0].endswith("Direktionen   Ja")


def test_another_format_is_refused_with_those_that_are_read(tmp_path: Path) -> None:
    assert ".markdown, .md, .text, .txt" in refusal(write(tmp_path, TEXT, "møde.xyz"))


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "stor.txt"
    with path.open("wb") as stream:
        stream.truncate(200 * 2**20)
    begin = time.perf_counter()
    assert f"larger than {LARGEST_FILE // 2**20} MB" in refusal(path)
    assert time.perf_counter() - begin < 0.5


def test_a_line_that_is_too_long_is_refused(tmp_path: Path) -> None:
    assert "line 2 is longer" in refusal(write(tmp_path, "kort\n" + "a" * (LONGEST_LINE + 1)))
    assert len(sources.read(write(tmp_path, "a" * LONGEST_LINE)).lines[0]) == LONGEST_LINE


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "rør.txt")
    assert "not a regular file" in refusal(tmp_path / "rør.txt")


def test_a_link_that_leads_in_a_circle_is_refused(tmp_path: Path) -> None:
    link = tmp_path / "kreds.txt"
    link.symlink_to(link)
    refusal(link)


def test_a_name_that_is_no_utf_8_can_be_stored(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"m\xf8de.txt")
    path.write_text(TEXT)
    assert sources.read(path).name.encode() == "m\ufffdde.txt".encode()
