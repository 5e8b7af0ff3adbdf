"""Decisions that were judged by reading, by id: their texts are where they were read, and are not copied here."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from benchmarks import aarhus
from indexer import sources
from indexer.parsing import parse
from mappings.documents import Decision

ROOT = Path(__file__).parents[1]
QUALITY = ROOT / "tests" / "quality"
SHARED = ROOT.parent / "shared"
CASES = SHARED / "corpora" / "aarhus-cases.jsonl.gz"

Key = tuple[str, int]  # an item's id, and which of its decisions, from 0


def missing() -> str:
    """Why nothing can be measured here; empty where it can."""
    lacking = [path for path in (CASES, SHARED / "minutes") if not path.exists()]
    return f"skipped: needs {' and '.join(map(str, lacking))}" if lacking else ""


def corpus() -> dict[Key, str]:
    """Every decision of the Aarhus cases that has a text; empty ones are counted in the number, and left out."""
    return {
        (case["id"], number): decision["text"]
        for case in aarhus.read(CASES)
        for number, decision in enumerate(case["decisions"])
        if decision["text"]
    }


def minutes() -> dict[Key, str]:
    """The texts of the real minutes' decisions and of the examples'."""
    return {key: decision.text for key, decision in decisions_of_minutes().items()}


def decisions_of_minutes() -> dict[Key, Decision]:
    """Every decision of the real minutes and of the examples, as the indexer reads them."""
    paths = [*sorted((SHARED / "minutes").glob("*.*")), *sorted((ROOT / "examples" / "minutes").glob("*.*"))]
    return {
        (item.id, number): decision
        for path in paths
        for item in parse(sources.read(path)).meeting.items
        for number, decision in enumerate(item.decisions)
    }


def rows(path: Path) -> Iterator[list[str]]:
    """The rows of a judged set: split by tabs, without its notes."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def digest(text: str) -> str:
    """What a text is known by in the judged sets, so that a changed source is noticed."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]
