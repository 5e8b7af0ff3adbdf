"""How well deadlines, who is responsible, and amounts are read from decisions: 100 of them, judged by a reader.

    python -m benchmarks.facts [--wrong]

Precision: how many of those read are right; recall: how many of those that are there are read. How the decisions were
drawn and judged: tests/quality/README.md.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks import aarhus
from benchmarks.decisions import CASES, QUALITY, Key, decisions_of_minutes, digest, missing, rows
from indexer.parsing import decided
from mappings.documents import Decision

LABELS = QUALITY / "facts.tsv"
KINDS = ("deadlines", "responsible", "amounts")
UNDATED = "undated"  # a deadline whose day nobody knows: *inden sommerferien*


@dataclass(frozen=True, slots=True)
class Judged:
    """What a reader says that a decision names; for each of `KINDS` in printed order, as in the file."""

    key: Key
    sha256: str
    facts: tuple[tuple[str, ...], ...]


def main(arguments: Sequence[str] = ()) -> str:
    """Print the table; gives what is wrong with the set itself."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true", help="show what is read but not there, and there but not read")
    given = parser.parse_args(arguments)
    if reason := missing():
        print(reason)
        return ""
    known = corpus() | decisions_of_minutes()
    judged = read()
    changed = [one.key for one in judged if one.key not in known or digest(known[one.key].text) != one.sha256]
    judged = [one for one in judged if one.key not in changed]
    for place, kind in enumerate(KINDS):
        _report(kind, place, judged, known, wrong=given.wrong)
    return f"the texts of {changed} are not those that were judged" if changed else ""


def read() -> list[Judged]:
    """The judged decisions."""
    return [
        Judged((item, int(number)), sha256, tuple(_split(one) for one in facts))
        for item, number, sha256, *facts in rows(LABELS)
    ]


def corpus() -> dict[Key, Decision]:
    """Every decision of the Aarhus cases that has a text."""
    return {
        (case["id"], number): Decision(aarhus.BODY, dt.date.fromisoformat(decision["date"]), decision["text"])
        for case in aarhus.read(CASES)
        for number, decision in enumerate(case["decisions"])
        if decision["text"]
    }


def found(decision: Decision) -> tuple[tuple[str, ...], ...]:
    """What is read of a decision, as the file has it."""
    own = decided.read(Decision(decision.body, decision.date, decision.text))
    return (
        tuple(one.date.isoformat() if one.date else UNDATED for one in own.deadlines),
        own.responsible,
        tuple(str(one.kroner) for one in own.amounts),
    )


def _report(kind: str, place: int, judged: Sequence[Judged], known: Mapping[Key, Decision], *, wrong: bool) -> None:
    right = made = there = 0
    for one in judged:
        mine, theirs = Counter(found(known[one.key])[place]), Counter(one.facts[place])
        right += (mine & theirs).total()
        made += mine.total()
        there += theirs.total()
        if wrong and mine != theirs:
            print(f"  {one.key}: too much {list(mine - theirs)}, too little {list(theirs - mine)}")
    print(f"{kind:<12} {right} of {made} that are read are right; {right} of {there} that are there are read")


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(";")) if cell else ()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
