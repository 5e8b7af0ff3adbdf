"""The text index: tantivy over the token lists of `mappings.analysis`, as they are.

It stores nothing but the ordinal, by which the columns know an item. One reserved document (ordinal 0) tells which
change was applied last, in the same commit as the change itself; it has no tokens, so no query finds it. No user's
text is ever parsed: queries are built from tokens.
"""

from __future__ import annotations

import datetime as dt
import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

import tantivy

from engines.embedded.changes import RESERVED, Change, NewItem
from engines.embedded.troubles import TextTrouble
from mappings.analysis import item_text
from mappings.documents import OUTCOMES

FOLDER = "text"
# One thread: analysis in Python feeds it, and a second one gains nothing. 64 MB holds some 20,000 items before a
# segment has to be written in the middle of a commit.
_THREADS, _HEAP = 1, 64_000_000
_FIELDS = ("stems", "title_stems", "grams", "terms")
CLOSED = "closed_"  # before a field's name: the same tokens, of closed items only, to count how many hold each
_TOKENIZER = "tokens"


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("ordinal", indexed=True, fast=True)
    builder.add_unsigned_field("applied", fast=True)
    builder.add_unsigned_field("date", fast=True)
    builder.add_text_field("marks", tokenizer_name=_TOKENIZER, index_option="basic")
    builder.add_text_field("words", tokenizer_name=_TOKENIZER, index_option="position")
    for field in _FIELDS:
        builder.add_text_field(field, tokenizer_name=_TOKENIZER, index_option="freq")
        builder.add_text_field(CLOSED + field, tokenizer_name=_TOKENIZER, index_option="basic")
    return builder.build()


SCHEMA = _schema()


def exists(folder: Path) -> bool:
    """Whether a text index was begun in this data folder."""
    return (folder / FOLDER / "meta.json").is_file()


def open_index(folder: Path) -> tantivy.Index:
    """The text index of a data folder; raises `TextTrouble` where there is none that can be read."""
    with _tantivy():
        index = tantivy.Index.open(str(folder / FOLDER))
        _register(index)
        return index


def create_index(folder: Path) -> tantivy.Index:
    """A new and empty text index, in place of whatever was there."""
    shutil.rmtree(folder / FOLDER, ignore_errors=True)
    (folder / FOLDER).mkdir()
    with _tantivy():
        index = tantivy.Index(SCHEMA, str(folder / FOLDER))
        _register(index)
        return index


def open_mirror(folder: Path) -> tuple[tantivy.Index, tempfile.TemporaryDirectory[str]]:
    """The text index of a folder that cannot be written to, read through links from a temporary folder.

    tantivy wants to make a lock file where it reads. The folder it gives back must outlive the index.
    """
    mirror = tempfile.TemporaryDirectory(prefix="referat-")
    inside = Path(mirror.name) / FOLDER
    inside.mkdir()
    for file in (folder / FOLDER).iterdir():
        if file.suffix == ".json":
            shutil.copyfile(file, inside / file.name)
        elif file.suffix != ".lock":
            (inside / file.name).symlink_to(file.absolute())
    return open_index(Path(mirror.name)), mirror


def reload(index: tantivy.Index) -> tantivy.Searcher:
    """A searcher of the last commit."""
    with _tantivy():
        index.reload()
        return index.searcher()


def applied(searcher: tantivy.Searcher, identity: str) -> int | None:
    """The last change that the index followed; None where it follows another truth, or never finished."""
    with _tantivy():
        note = tantivy.Query.term_query(SCHEMA, "marks", _note(identity), "basic")
        found = [address for _, address in searcher.search(note, 1, count=False).hits]
        values = searcher.fast_field_values("applied", found) if found else []
    return int(values[0]) if values and values[0] is not None else None


def documents_counted(searcher: tantivy.Searcher) -> int:
    """The number of documents that tantivy takes for N in its BM25; only an explanation tells."""
    note = tantivy.Query.term_query(SCHEMA, "ordinal", RESERVED, "freq")
    with _tantivy():
        _, address = searcher.search(note, 1, count=False).hits[0]
        inverse_frequency = json.loads(note.explain(searcher, address).to_json())["details"][1]
    return int(inverse_frequency["details"][1]["value"])


class TextWriter:
    """Follows changes, each in one commit; leaving it waits for the merges that commits began."""

    def __init__(self, index: tantivy.Index, identity: str) -> None:
        self._identity = identity
        with _tantivy():
            self._writer = index.writer(_HEAP, _THREADS)
            # A commit that was cut short leaves files under the very names that the next one wants to make, and that
            # one then fails (`FileAlreadyExists(….del)`), every time.
            self._writer.garbage_collect_files()

    def follow(self, change: Change) -> None:
        """Apply a change; durable, and seen by whoever reloads, on return."""
        with _tantivy():
            gone = [*change.gone, RESERVED]  # by query: by term, an unsigned field deletes nothing and says nothing
            self._writer.delete_documents_by_query(tantivy.Query.term_set_query(SCHEMA, "ordinal", gone))
        for item in change.new:
            document = _document(item)
            with _tantivy():
                self._writer.add_document(document)
        with _tantivy():
            note = tantivy.Document()
            note.add_unsigned("ordinal", RESERVED)
            note.add_unsigned("applied", change.number)
            note.add_text("marks", _note(self._identity))
            self._writer.add_document(note)
            self._writer.commit()

    def __enter__(self) -> TextWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            with _tantivy():
                self._writer.wait_merging_threads()
        del self._writer  # which lets go of tantivy's lock


def _document(new: NewItem) -> tantivy.Document:
    text = item_text(new.item)
    tokens = {"stems": text.stems, "title_stems": text.title_stems, "grams": text.grams, "terms": text.terms}
    document = tantivy.Document()
    document.add_unsigned("ordinal", new.ordinal)
    document.add_unsigned("date", new.facts.date)
    document.add_text("marks", " ".join(_marks(new)))
    document.add_text("words", text.words)
    for field in _FIELDS:
        document.add_text(field, tokens[field])
        if new.item.closed:
            document.add_text(CLOSED + field, tokens[field])
    return document


def mark(kind: str, value: int) -> str:
    """The token that an item of this kind and value carries: `body` 3 is `body3`."""
    return f"{kind}{value}"


CLOSED_MARK = mark("closed", 1)


def _marks(new: NewItem) -> Iterator[str]:
    facts = new.facts
    yield mark("body", facts.body)
    yield mark("meeting", facts.meeting)
    yield mark("year", dt.date.fromordinal(facts.date).year)
    if facts.case:
        yield mark("case", facts.case)
    yield from (mark("person", code) for code in facts.people)
    yield from (mark("outcome", bit) for bit in range(len(OUTCOMES)) if facts.outcomes >> bit & 1)
    yield mark("attachments", int(facts.attachments))
    if new.item.closed:
        yield CLOSED_MARK


def _note(identity: str) -> str:
    return f"applied-{identity}"


def _register(index: tantivy.Index) -> None:
    whitespace = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer(_TOKENIZER, whitespace)


@contextmanager
def _tantivy() -> Iterator[None]:
    """The bindings say everything that goes wrong by a `ValueError`."""
    try:
        yield
    except ValueError as error:
        raise TextTrouble(str(error)) from error
