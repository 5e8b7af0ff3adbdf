"""Plain text: from bytes in whatever encoding an office has used to lines."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import Path

from indexer.sources.document import Document
from indexer.sources.files import contents, shown
from mappings.errors import UnreadableSource

# The longest line of the real minutes has 818 characters. A paragraph may be a line, a book may not: a line of this
# length is data, and every rule about lines would have to read it whole.
LONGEST_LINE = 2**20  # characters

_MAGIC = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a ZIP or Office file",
    b"\xd0\xcf\x11\xe0": "an old Office file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
    b"{\\rtf": "an RTF file",
}
_MARKUP = (("<!doctype html", "a web page"), ("<html", "a web page"), ("<?xml", "an XML file"), ('{"', "a JSON file"))
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1f\x7f]")
_CONTROL_TO_SPACE = dict.fromkeys((*range(1, 9), 11, *range(14, 32), *range(127, 160), 8232, 8233), " ")
# Converters leave a stray control character here and there, binaries hold many.
_TEXT_PER_CONTROL = 200  # bytes
# U+FFFE is what PDFium gives for the hyphen of a word that a line's end parts.
_WIDTHLESS = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffe"))
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]+")


def read(path: Path) -> Document:
    """The document in a text file; raises `UnreadableSource`."""
    return document(path, markdown=False)


def document(path: Path, *, markdown: bool) -> Document:
    """The document in a file of text; raises `UnreadableSource`."""
    data = contents(path)
    text = decoded(data, path)
    if not text.strip():
        raise UnreadableSource(f"{shown(path)}: holds no text; fetch it again from where it came.")
    lines = tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    longest = max(range(len(lines)), key=lambda number: len(lines[number]))
    if len(lines[longest]) > LONGEST_LINE:
        raise UnreadableSource(
            f"{shown(path)}: line {longest + 1} is longer than {LONGEST_LINE} characters, so this is not minutes; "
            "leave the file out."
        )
    return Document(shown(Path(path.name)), hashlib.sha256(data).hexdigest(), markdown, lines)


def decoded(data: bytes, path: Path) -> str:
    """Bytes as text: its mark decides, else UTF-8, UTF-16 that shows, Windows-1252; never a guess at a binary."""
    _refuse(next((kind for magic, kind in _MAGIC.items() if data.startswith(magic)), None), path)
    encoding = _encoding(data)
    if encoding is None:
        raise UnreadableSource(f"{shown(path)}: is not text (a binary file); save the minutes as text or Markdown.")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableSource(
            f"{shown(path)}: line {line} is neither UTF-8, UTF-16 nor Windows-1252; save the file anew as UTF-8."
        ) from error
    if "\0" in text:
        raise UnreadableSource(f"{shown(path)}: is not text (a binary file); save the minutes as text or Markdown.")
    begin = text[:1000].lstrip("\ufeff \t\r\n").lower()
    _refuse(next((kind for mark, kind in _MARKUP if begin.startswith(mark)), None), path)
    return unicodedata.normalize("NFC", text.translate(_WIDTHLESS).translate(_CONTROL_TO_SPACE))


def _refuse(kind: str | None, path: Path) -> None:
    if kind:
        raise UnreadableSource(f"{shown(path)}: is {kind}, whatever its name says; save it as text or Markdown.")


def _encoding(data: bytes) -> str | None:
    """The encoding to try; None for what can only be binary."""
    if data.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "utf-32"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if b"\0" in data:
        return _wide(data)
    if len(_CONTROL.findall(data)) * _TEXT_PER_CONTROL > len(data):
        return None
    if _mostly_utf8(data):
        return "utf-8"
    beyond_ascii = sum(map(len, _BEYOND_ASCII.findall(data)))
    return "cp1252" if beyond_ascii * 2 <= len(data) else None


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark: in Latin script nearly every other byte is zero, and always the same one of the two."""
    sample = data[: 2**16]
    half = len(sample) // 2
    high_first, low_first = sample[0::2].count(0), sample[1::2].count(0)
    if len(data) % 2 == 0 and min(high_first, low_first) == 0 and max(high_first, low_first) > 0.7 * half:
        return "utf-16-be" if high_first else "utf-16-le"
    return None


def _mostly_utf8(data: bytes) -> bool:
    """Whether the bytes beyond ASCII are UTF-8, a few damaged ones aside, which then shall be refused, not misread."""
    good = bad = 0
    for run in _BEYOND_ASCII.finditer(data):
        try:
            run.group().decode("utf-8")
            good += 1
        except UnicodeDecodeError:
            bad += 1
    return good >= bad
