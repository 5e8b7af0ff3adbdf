"""How well people are found and joined: names and pairs of names that a reader labelled, told by where they stand.

    python -m benchmarks.people [--wrong] [--shared FOLDER]

The labels hold no names: `item-id:section:start-end` are characters of a section's text (section -1 is the title),
`meeting-id:p:n` is the n-th participant, `=n` behind a place says that less than the name is called there. Every item
that is mentioned was read whole: what else is found is wrong.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import aarhus
from indexer import sources
from indexer.parsing import parse, people
from indexer.people import Registry
from mappings.documents import Item, Meeting

HERE = Path(__file__).parents[1]
LABELS = HERE / "tests" / "quality" / "people.tsv"


@dataclass(frozen=True, slots=True)
class Labels:
    """Of each item that was read where names stand; pairs of places, and whether they name one person."""

    named: Mapping[str, Sequence[str]]
    pairs: Sequence[tuple[str, str, bool]]


def main(arguments: Sequence[str] = ()) -> None:
    """Print precision and recall of both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true", help="show what comes out wrong, by where it stands")
    parser.add_argument("--shared", type=Path, default=HERE.parent / "shared", help="the minutes and corpora")
    given = parser.parse_args(arguments)
    labels, sources_ = read(), Sources(list(meetings(given.shared)))
    for what, wrong, figures in (
        ("names found", *found(labels, sources_)),
        ("people joined", *joined(labels, sources_)),
    ):
        right, told, true = figures
        print(
            f"{what:<14} precision {right / max(told, 1):6.1%} of {told}, recall {right / max(true, 1):6.1%} of {true}"
        )
        for line in wrong if given.wrong else ():
            print(f"  {line}")


class Sources:
    """The texts that labels refer to."""

    def __init__(self, every: Sequence[Meeting]) -> None:
        self._meetings = {meeting.id: meeting for meeting in every}
        self.items: dict[str, tuple[Item, Meeting]] = {i.id: (i, meeting) for meeting in every for i in meeting.items}

    def name(self, place: str) -> str | None:
        """The name that stands in a place, whole; None where that text is not here."""
        owner, section, rest = place.rsplit(":", 2)
        if "=" in rest and owner in self.items:
            return self.items[owner][1].participants[int(rest.partition("=")[2])].name
        if section == "p":
            meeting = self._meetings.get(owner)
            return meeting.participants[int(rest)].name if meeting else None
        if owner not in self.items:
            return None
        item, _ = self.items[owner]
        text = item.title if section == "-1" else item.sections[int(section)].text
        start, end = map(int, rest.split("-"))
        return " ".join(text[start:end].split())


def meetings(shared: Path) -> Iterator[Meeting]:
    """The examples, and the real minutes and cases as far as they are here."""
    for folder in (HERE / "examples" / "minutes", shared / "minutes"):
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            yield parse(sources.read(path)).meeting
    cases = shared / "corpora" / "aarhus-cases.jsonl.gz"
    if cases.is_file():
        yield from aarhus.meetings(aarhus.read(cases))


def read() -> Labels:
    """The labels."""
    named: dict[str, list[str]] = defaultdict(list)
    pairs = []
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        if line and line[0] != "#":
            kind, *fields = line.split("\t")
            if kind == "item":
                named[fields[0]] = fields[1].split(",") if len(fields) > 1 and fields[1] else []
            else:
                pairs.append((fields[0], fields[1], kind == "same"))
    return Labels(named, pairs)


Figures = tuple[int, int, int]  # right, told, true


def found(labels: Labels, texts: Sources) -> tuple[list[str], Figures]:
    """The names found in the items that were read: what is wrong, and how many are right, told and true."""
    wrong: list[str] = []
    right = told = true = 0
    for identity, places in labels.named.items():
        if identity not in texts.items:
            continue
        item, meeting = texts.items[identity]
        wanted = {name for place in places if (name := texts.name(f"{identity}:{place}"))}
        met = set(people.named(item, meeting.participants))
        right, told, true = right + len(met & wanted), told + len(met), true + len(wanted)
        wrong += [f"{identity}: not found: {name}" for name in sorted(wanted - met)]
        wrong += [f"{identity}: no person: {name}" for name in sorted(met - wanted)]
    return wrong, (right, told, true)


def joined(labels: Labels, texts: Sources) -> tuple[list[str], Figures]:
    """Each pair by itself, as if nobody else were known; a pair is told where both become one person."""
    wrong: list[str] = []
    right = told = true = 0
    for first, second, same in labels.pairs:
        a, b = texts.name(first), texts.name(second)
        if a is None or b is None:
            continue
        registry = Registry()
        one, other = registry.person(a), registry.person(b)
        same_slug = one is not None and other is not None and one.slug == other.slug
        right, told, true = right + (same_slug and same), told + same_slug, true + same
        if same_slug != same:
            wrong.append(f"{first} {second}: {'kept apart' if same else 'joined'}: {a} / {b}")
    return wrong, (right, told, true)


if __name__ == "__main__":
    main(sys.argv[1:])
