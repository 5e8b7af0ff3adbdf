"""What stands in a file, whatever its kind: its meetings, what was odd in them, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from indexer import exchange, sources
from indexer.outcomes import Verdicts
from indexer.parsing import Reading, Remark, readings
from indexer.sources.document import Document
from indexer.sources.files import shown
from mappings.documents import Meeting
from mappings.errors import NotMinutes, UnreadableSource


def endings() -> tuple[str, ...]:
    """The endings of the files that can be read, in lower case."""
    return (*sorted(sources.suffixes()), *exchange.SUFFIXES)


def is_readable(path: Path) -> bool:
    """Whether a file is of a kind that can be read, by its name."""
    return path.name.lower().endswith(endings())


def read(
    path: Path, unpacked: int | None = None, longest: int | None = None, verdicts: Verdicts | None = None
) -> Iterator[Meeting | Remark | UnreadableSource]:
    """The meetings of a file, each after what was odd in it; for a part that is none, the error that says why.

    No more than `unpacked` bytes may come out of a file of meetings (else as many as `indexer.exchange` allows), and a
    text may have no more than `longest` characters. What decisions came to is weighed by the `verdicts`, if any.
    Raises `UnreadableSource` and `NotMinutes` where nothing can be made of the file itself.
    """
    if exchange.is_exchange(path):
        yield from exchange.read(path, unpacked, verdicts)
        return
    document = sources.read(path)
    if longest is not None and sum(map(len, document.lines)) > longest:
        raise UnreadableSource(f"{path}: has more than {longest} characters, too many for minutes; divide it.")
    for reading in understood(document, path):
        yield from reading.remarks
        yield verdicts.of(reading.meeting) if verdicts else reading.meeting


def understood(document: Document, path: Path) -> list[Reading]:
    """The meetings of a document; raises `NotMinutes` naming the whole path, as there may be many files of one name."""
    try:
        return readings(document)
    except NotMinutes as error:
        raise NotMinutes(f"{shown(path)}{str(error).removeprefix(document.name)}") from error
