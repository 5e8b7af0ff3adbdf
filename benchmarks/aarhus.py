"""Real cases of another municipality as meetings, to stand between a question and its answer.

    python -m benchmarks.aarhus CASES.jsonl.gz OUT.jsonl [--limit N] [--skip-short WORDS]

Each case (`{"id", "title", "decisions": [{"date", "title", "text"}]}`) becomes one agenda item of the council's meeting
on the date of its last decision; the item keeps the case's id.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from mappings.documents import Decision, Item, Meeting, Section, encode

BODY = "Aarhus Byråd"


def meetings(cases: Iterable[dict[str, Any]]) -> Iterator[Meeting]:
    """The cases as meetings, by date."""
    by_date: dict[dt.date, list[dict[str, Any]]] = defaultdict(list)
    for case in cases:
        if case["decisions"]:
            by_date[dt.date.fromisoformat(case["decisions"][-1]["date"])].append(case)
    for date in sorted(by_date):
        items = tuple(_item(number, case) for number, case in enumerate(by_date[date], 1))
        yield Meeting(body=BODY, date=date, items=items)


def read(path: Path) -> Iterator[dict[str, Any]]:
    """The cases of the corpus."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def words(case: dict[str, Any]) -> int:
    """How many words a case's decisions have."""
    return sum(len(decision["text"].split()) for decision in case["decisions"])


def _item(number: int, case: dict[str, Any]) -> Item:
    decisions = tuple(
        Decision(BODY, dt.date.fromisoformat(decision["date"]), decision["text"])
        for decision in case["decisions"]
        if decision["text"]
    )
    sections = tuple(Section("decision", f"Beslutning {d.date:%d-%m-%Y}", d.text) for d in decisions)
    return Item(number=number, id=case["id"], title=case["title"], sections=sections, decisions=decisions)


def main() -> None:
    """Convert a corpus."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("cases", type=Path)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--limit", type=int, help="as many cases at most")
    arguments.add_argument("--skip-short", type=int, default=0, help="leave out cases with fewer words")
    given = arguments.parse_args()
    chosen = [case for case in read(given.cases) if words(case) >= given.skip_short][: given.limit]
    with given.out.open("wb") as out:
        for meeting in meetings(chosen):
            out.write(encode(meeting) + b"\n")
    print(f"{len(chosen)} cases written to {given.out}")


if __name__ == "__main__":
    main()
