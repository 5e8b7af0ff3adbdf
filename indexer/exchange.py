"""Meetings as JSON Lines (`.jsonl`, `.jsonl.gz`): what `referat parse --json` and `referat export` write.

Ids may be left out; those given are kept as they are. What is missing is completed from what is there, so that a
decision given only as data can be found by its words.
"""

from __future__ import annotations

import gzip
import hashlib
import re
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO, cast

import msgspec

from indexer.outcomes import Place, Verdicts
from indexer.parsing import decided
from mappings.documents import Item, Meeting, Section, decode_meeting, encode
from mappings.errors import UnreadableSource
from mappings.naming import free_id, item_id, meeting_id, slug

SUFFIXES = (".jsonl", ".jsonl.gz")
HIGHEST_NUMBER = 1_000_000  # of items and pages
_PART = re.compile(r"\.?\w{0,5}")
_ID = re.compile(r"[\w.:-]{1,200}")
LONGEST_LINE = 64 * 2**20  # bytes; the largest real meeting is under 1 MB
# What a small file may hide: gzip packs zeros a thousand to one, meetings five to one (`referat export | gzip`).
_UNPACKED, _AT_LEAST = 50, 64 * 2**20  # times the file's own size, and bytes that every file may have
_MOST_WRONG = 1_000  # lines that are no meeting beyond those that are one: what holds more is something else


def is_exchange(path: Path) -> bool:
    """Whether a file is JSON Lines by its name."""
    return path.name.lower().endswith(SUFFIXES)


def read(path: Path, most: int | None = None, verdicts: Verdicts | None = None) -> Iterator[Meeting | UnreadableSource]:
    """The meetings of a file, one a line; for a line that is none, the error that says why, and the rest goes on.

    What decisions came to stays as it is given, and is found by the rules, and the `verdicts` if any, where it is not.
    Raises `UnreadableSource` where the file itself cannot be read, or where more than `most` bytes come out of it.
    """
    try:
        with _opened(path) as stream:
            yield from _meetings(stream, path, most or max(_UNPACKED * path.stat().st_size, _AT_LEAST), verdicts)
    except (OSError, EOFError, zlib.error) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise UnreadableSource(f"{path}: cannot be read ({reason}); check the file and its permissions.") from error


def _opened(path: Path) -> IO[bytes]:
    return cast(IO[bytes], gzip.open(path, "rb")) if path.name.lower().endswith(".gz") else path.open("rb")


def _meetings(
    stream: IO[bytes], path: Path, most: int, verdicts: Verdicts | None
) -> Iterator[Meeting | UnreadableSource]:
    number, good, unpacked, found = 0, 0, 0, False
    while line := stream.readline(min(LONGEST_LINE, most) + 1):
        number += 1
        unpacked += len(line)
        if unpacked > most:
            raise UnreadableSource(f"{path}: unpacks to more than {most // 2**20} MB, too much for its size.")
        if len(line) > LONGEST_LINE:
            raise UnreadableSource(f"{path}, line {number}: longer than {LONGEST_LINE} bytes; one meeting a line.")
        if number > 2 * good + _MOST_WRONG:
            raise UnreadableSource(f"{path}, line {number}: too many lines that are no meeting; leave the file out.")
        if not line.strip():
            continue
        found = True
        try:
            meeting = _composed(decode_meeting(line.lstrip(b"\xef\xbb\xbf")))
            wrong = _wrong(meeting)
            good += not wrong
            if wrong:
                yield UnreadableSource(f"{path}, line {number}: {wrong}")
                continue
            whole = completed(meeting, line, path.name)
            yield verdicts.of(whole, _given(meeting)) if verdicts else whole
        except msgspec.DecodeError as error:
            yield UnreadableSource(f"{path}, line {number}: not a meeting ({error}).")
        except UnicodeDecodeError:
            yield UnreadableSource(f"{path}, line {number}: not UTF-8.")
    if not found:
        raise UnreadableSource(f"{path}: empty; expected one meeting as JSON a line.")


def _composed(meeting: Meeting) -> Meeting:
    """The meeting in NFC, as text of all other files is: an å that is an a and a ring would cut its word in two."""
    text = encode(meeting).decode()
    composed = unicodedata.normalize("NFC", text)
    return meeting if composed == text else decode_meeting(composed)


def _wrong(meeting: Meeting) -> str:
    """What makes a meeting that can be decoded one that cannot be kept; empty where nothing does."""
    if not slug(meeting.body):
        return "the body has no name."
    for item in meeting.items:
        if not 0 <= item.number <= HIGHEST_NUMBER:
            return f"item number {item.number} is not from 0 to {HIGHEST_NUMBER}."
        if not _PART.fullmatch(item.part):
            return f"item part {item.part!r} is not like '.1' or 'a'."
        if item.page is not None and not 0 <= item.page <= HIGHEST_NUMBER:
            return f"page {item.page} is not from 0 to {HIGHEST_NUMBER}."
    for identity in (meeting.id, *(item.id for item in meeting.items)):
        if identity and not _ID.fullmatch(identity):
            return f"the id {identity!r} may hold letters, digits, '-', '_', '.' and ':' only."
    return ""


def _given(meeting: Meeting) -> set[Place]:
    """The decisions that say what they came to."""
    return {
        (place, number)
        for place, item in enumerate(meeting.items)
        for number, decision in enumerate(item.decisions)
        if decision.outcomes
    }


def completed(meeting: Meeting, line: bytes, source: str) -> Meeting:
    """The meeting with ids, source and digest where they were left out, and every word in a section."""
    own = meeting.id or meeting_id(meeting.body, meeting.date)
    taken: set[str] = set()
    items = []
    for item in meeting.items:
        given = free_id(item.id or item_id(own, item.number, item.part), taken)
        taken.add(given)
        items.append(replace(_spoken(item), id=given))
    return replace(
        meeting,
        id=own,
        source=meeting.source or source,
        sha256=meeting.sha256 or hashlib.sha256(line.strip()).hexdigest(),
        items=tuple(items),
    )


def _spoken(item: Item) -> Item:
    """The item with a section for each decision and attachment that no section holds, and what its decisions say."""
    held = " ".join(" ".join(section.text.split()) for section in item.sections)
    missing = [
        Section("decision", f"Beslutning {decision.body} den {decision.date:%d-%m-%Y}", decision.text)
        for decision in item.decisions
        if " ".join(decision.text.split()) not in held
    ]
    names = [name for name in item.attachments if " ".join(name.split()) not in held]
    if names:
        missing.append(Section("attachments", "Bilag", "\n\n".join(names)))
    return replace(
        item,
        sections=(*item.sections, *missing),
        decisions=tuple(decided.read(decision) for decision in item.decisions),
    )
