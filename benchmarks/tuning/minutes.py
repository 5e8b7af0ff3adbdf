"""Items made up as minutes print them, in sections, and what reading gave of passages that a search brought up.

`minutes.jsonl` has 800 items of 32 bodies that do not exist, each with the questions that it answers and those that
only come `near` to it. `judged_passages.tsv` tells for these questions, and for those of `aarhus.tsv`, of the first
items that a search brought up, each with its nearest passage: 2 where the asker would be glad of the item, or where
the question was written for it and it came up, 0 where not, 1 where that is hard to tell. A passage is called by its
item's id (a case of Aarhus, or `m` and the number of an item of `minutes.jsonl`), a point, and its place in
`indexer.passages.passages`, as *m12.1*. The question stands as a search embeds it: in small letters, without signs and
without what is read as a date, a body, an outcome or an intent, abbreviations with what they stand for; those of
`judged.tsv` stand as they were typed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import msgspec

from benchmarks import aarhus
from benchmarks.tuning.written import Question, graded, items_of
from indexer.passages import passages
from mappings.documents import Decision, Item, Section, SectionKind, embedding_text

_KINDS: tuple[tuple[str, SectionKind], ...] = (
    ("beslut", "decision"),
    ("det aftalte", "decision"),
    ("indstil", "recommendation"),
    ("baggrund", "background"),
    ("resum", "background"),
)


class InSections(msgspec.Struct, frozen=True):
    """An item that was made up, with its sections' headings and texts."""

    body: str
    municipality: str
    date: dt.date
    title: str
    sections: tuple[tuple[str, str], ...]
    questions: tuple[Question, ...]
    near: tuple[str, ...]


def made_up() -> list[InSections]:
    """The items of `minutes.jsonl`."""
    return items_of("minutes.jsonl", InSections)


def as_item(number: int, written: InSections) -> Item:
    """The item as it is indexed, with the id that `judged_passages.tsv` knows it by."""
    sections = tuple(Section(_kind(heading), heading, text) for heading, text in written.sections)
    body = f"{written.body} {written.municipality}"
    decisions = tuple(Decision(body, written.date, one.text) for one in sections if one.kind == "decision")
    return Item(number=number, id=f"m{number}", title=written.title, sections=sections, decisions=decisions)


def _kind(heading: str) -> SectionKind:
    name = heading.lower().lstrip("0123456789. ")
    return next((kind for begins, kind in _KINDS if name.startswith(begins)), "exposition")


def texts(cases: Path | None) -> dict[str, str]:
    """Every passage as it is embedded, by its name; of Aarhus where the corpus of its `cases` is given."""
    items = [as_item(number, written) for number, written in enumerate(made_up())]
    if cases is not None:
        items += [item for meeting in aarhus.meetings(aarhus.read(cases)) for item in meeting.items]
    return {
        f"{item.id}.{place}": embedding_text(item, passage)
        for item in items
        for place, passage in enumerate(passages(item))
    }


def judged() -> Iterator[tuple[str, dict[str, int]]]:
    """The questions of `judged_passages.tsv`, each with the grades of passages by their names."""
    return graded("judged_passages.tsv")
