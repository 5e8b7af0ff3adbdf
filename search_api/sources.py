"""The files that meetings were read from: where they are led to, and their bytes for whoever may read all of them.

A file is given out only if it lies where it was indexed from with the very bytes that were indexed, and holds nothing
closed to who asks. What stands in it beside the items nobody can know: a table of contents may tell what is closed, a
comment anything. So where there is a closed item or something hidden at all, only an operator can say that the files
are those that were published; and even then what is kept of a closed item, be it only its title, stands in it too.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import quote

import msgspec

from engines.asked import Access
from engines.base import Engine
from mappings.documents import Item, Meeting
from mappings.errors import NotFound
from mappings.settings import Settings
from mappings.told import Told
from mappings.unseen import hidden
from search_api.access import may_read_item

# What a file is by its ending; of any other there may be more than one meeting in it, or it was never indexed.
KINDS = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/plain",
    ".markdown": "text/plain",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".html": "text/html",
    ".htm": "text/html",
    ".xml": "text/plain",
}
PAGED = frozenset((".pdf",))  # a viewer opens these at a page
LARGEST = 256 * 2**20  # bytes
_EVERYTHING = Access(closed=True)  # only to tell whether there is anything to keep back
_SAYS_NOTHING = re.compile(r"[(\[]?lukket(?: punkt| sag| dagsordenspunkt| dagsorden| møde)?[)\]]?[.:]?", re.IGNORECASE)


Given = Literal["open", "published", "no"]


@dataclass(frozen=True, slots=True)
class Sources:
    """What an operator wants of them: which are given out from here, or to be led to where they are published.

    `open` are those of meetings without an item that is closed to who asks. Where they are the `published` ones, so are
    those of meetings with such an item, of which nothing is kept.
    """

    given: Given = "open"
    published: str = ""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file as it was indexed; `kind` is its media type."""

    name: str
    kind: str
    content: bytes
    sha256: str


def wanted(settings: Settings) -> Sources:
    """As the settings have it."""
    return Sources(msgspec.convert(settings.sources, Given), settings.source_url)


def url(engine: Engine, sources: Sources, meeting: Meeting, page: int | None, access: Access) -> str | None:
    """Where a meeting's file can be read, at a page of it; None where nowhere by who asks."""
    if sources.published:
        told = {"source": meeting.source, "meeting": meeting.id, "page": str(page or 1)}
        if not meeting.source and "{source}" in sources.published:
            return None
        return re.sub(r"\{(\w+)\}", lambda name: quote(told[name[1]], safe=""), sources.published)
    path = _path(engine, sources, meeting.id)
    if path is None or not path.is_file() or _whole(engine, sources, meeting.id, access) is None:
        return None
    if _keeps_back(sources, path, _content(path) or b"", access):
        return None
    at = f"#page={page}" if page and path.suffix.lower() in PAGED else ""
    return f"/meetings/{quote(meeting.id)}/source{at}"


def file(engine: Engine, sources: Sources, meeting_id: str, access: Access) -> SourceFile:
    """The file of a meeting; raises `NotFound` with the reason where it is not to be had."""
    path = _path(engine, sources, meeting_id)
    meeting = _whole(engine, sources, meeting_id, access) if path else None
    if path is None or meeting is None:
        raise NotFound(Told("Kildefilen til dette møde findes ikke offentligt."))
    content = _content(path)
    if content is None:
        raise NotFound(Told("Kildefilen ligger ikke længere, hvor den blev læst fra."))
    if hashlib.sha256(content).hexdigest() != meeting.sha256:
        raise NotFound(Told("Kildefilen er ændret, siden den blev læst, og vises ikke, før den er læst igen."))
    if _keeps_back(sources, path, content, access):
        raise NotFound(Told("Kildefilen til dette møde findes ikke offentligt."))
    return SourceFile(path.name, KINDS[path.suffix.lower()], content, meeting.sha256)


def _content(path: Path) -> bytes | None:
    """The bytes of a regular file; None where there is none, or not for this process."""
    if not path.is_file():  # a named pipe would be waited for
        return None
    try:
        with path.open("rb") as stream:
            return stream.read(LARGEST + 1)
    except OSError:
        return None


def _keeps_back(sources: Sources, path: Path, content: bytes, access: Access) -> bool:
    """Whether a text has something that its page would not show, such as a comment, and nobody says it is published."""
    text = KINDS[path.suffix.lower()].startswith("text/") and sources.given == "open" and not access.closed
    return text and any(hidden(content.replace(b"\0", b"").decode("latin-1")))


def _path(engine: Engine, sources: Sources, meeting_id: str) -> Path | None:
    """Where the file was indexed from, if files are given out, and such files."""
    origins = engine.origins([meeting_id]) if sources.given != "no" else ()
    path = next((Path(origin.path) for origin in origins), None)
    return path if path and path.suffix.lower() in KINDS else None


def _whole(engine: Engine, sources: Sources, meeting_id: str, access: Access) -> Meeting | None:
    """The meeting with all that is in its file; None where who asks may not read all of that."""
    (meeting,) = engine.meetings([meeting_id], _EVERYTHING) or (None,)
    closed = [item for item in meeting.items if not may_read_item(item, access)] if meeting else []
    withheld = any(map(_hides, closed)) if sources.given == "published" else bool(closed)
    return None if withheld else meeting


def _hides(closed: Item) -> bool:
    """Whether anything is kept of a closed item beside its numbers: a title that says more than *Lukket punkt* is."""
    named = not _SAYS_NOTHING.fullmatch(closed.title.strip()) and bool(closed.title.strip())
    said = any(section.heading.strip() or section.text.strip() for section in closed.sections)
    return bool(named or said or closed.decisions or closed.attachments or closed.people)
