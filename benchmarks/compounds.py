"""How well compounds are taken apart: words labelled by a reader, some of them never tuned on.

    python -m benchmarks.compounds [--wrong]

A part counts by its lemma, so that *hjem* and *hjemme* differ but *beslutning* and *beslutte* do not.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mappings.compounds import split
from mappings.lemmas import lemma

LABELS = Path(__file__).parents[1] / "tests" / "mappings" / "compounds.tsv"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A word, its parts as a reader sees them (none: no compound; some have two readings), and which set it is of."""

    word: str
    readings: tuple[tuple[str, ...], ...]
    subset: str


def main(arguments: Sequence[str] = ()) -> None:
    """Print the figures of both halves."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true", help="show the words to tune on that come out wrong")
    given = parser.parse_args(arguments)
    labelled = read()
    for subset in ("tune", "final"):
        these = [one for one in labelled if one.subset == subset]
        figures = measured(these)
        print(
            f"{subset:<6} {len(these)} words: compounds with all parts right {figures.right:6.1%};  "
            f"others left whole {figures.whole:6.1%};  spurious parts a word {figures.spurious:.3f}"
        )
    if given.wrong:
        for one in labelled:
            if one.subset == "tune" and found(one.word) not in one.readings:
                print(f"  {one.word}: {'+'.join(found(one.word)) or '-'}, not {'+'.join(one.readings[0]) or '-'}")


@dataclass(frozen=True, slots=True)
class Figures:
    """Share of compounds with all parts right, share of other words left whole, wrong parts for each word."""

    right: float
    whole: float
    spurious: float


def measured(labelled: Sequence[Labelled]) -> Figures:
    """How labelled words come out."""
    compounds = [one for one in labelled if any(one.readings)]
    plain = [one for one in labelled if not any(one.readings)]
    wrong = sum(min(len(set(found(one.word)) - set(parts)) for parts in one.readings) for one in labelled)
    return Figures(
        right=sum(found(one.word) in one.readings for one in compounds) / len(compounds),
        whole=sum(not found(one.word) for one in plain) / len(plain),
        spurious=wrong / len(labelled),
    )


def found(word: str) -> tuple[str, ...]:
    """The lemmas of a word's parts."""
    compound = split(word)
    return tuple(lemma(part) or part for part in compound.parts) if compound else ()


def read() -> list[Labelled]:
    """The labelled words."""
    rows = [line.split("\t") for line in LABELS.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    return [Labelled(word, tuple(map(_lemmas, readings.split("|"))), subset) for word, readings, subset in rows]


def _lemmas(parts: str) -> tuple[str, ...]:
    return () if parts == "-" else tuple(lemma(part) or part for part in parts.split("+"))


if __name__ == "__main__":
    main(sys.argv[1:])
