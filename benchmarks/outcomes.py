"""How often the outcome of a decision is read right: decisions judged by reading, half of them never worked on.

    python -m benchmarks.outcomes [--wrong]

*Main* is the first outcome, *all* are all of them in order; the debatable are those where a careful reader might say
otherwise. How they were chosen and judged: tests/quality/README.md. Last, how often each main outcome is read in all
decisions of the corpus that they were drawn from.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.decisions import QUALITY, Key, corpus, digest, minutes, missing, rows
from indexer.parsing.outcomes import outcomes
from mappings.documents import OUTCOMES
from search_api.certainty import interval

LABELS = QUALITY / "outcomes.tsv"
SPLITS = ("tuning", "test")


@dataclass(frozen=True, slots=True)
class Judged:
    """What a reader says that a decision came to; `debatable` is why another might say otherwise."""

    split: str
    key: Key
    sha256: str
    outcomes: tuple[str, ...]
    debatable: str


def main(arguments: Sequence[str] = ()) -> str:
    """Print the figures; gives what is wrong with the set itself."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true", help="show the decisions to tune on that come out wrong")
    given = parser.parse_args(arguments)
    if reason := missing():
        print(reason)
        return ""
    whole = corpus()
    texts = whole | minutes()
    judged = read()
    changed = [one.key for one in judged if digest(texts.get(one.key, "")) != one.sha256]
    judged = [one for one in judged if one.key not in changed]
    for split in SPLITS:
        _report(split, [one for one in judged if one.split == split], texts)
    _spread(whole.values())
    if given.wrong:
        _show([one for one in judged if one.split == "tuning"], texts)
    return f"the texts of {changed} are not those that were judged" if changed else ""


def read(path: Path = LABELS) -> list[Judged]:
    """The judged decisions."""
    return [
        Judged(split, (item, int(number)), sha256, tuple(found.split(",")), debatable)
        for split, item, number, sha256, found, debatable in rows(path)
    ]


def _report(split: str, judged: Sequence[Judged], texts: Mapping[Key, str]) -> None:
    for name, these in (("all", judged), ("without the debatable", [one for one in judged if not one.debatable])):
        found = [outcomes(texts[one.key]) for one in these]
        main_right = [float(mine[0] == one.outcomes[0]) for mine, one in zip(found, these, strict=True)]
        all_right = [float(mine == one.outcomes) for mine, one in zip(found, these, strict=True)]
        print(f"{split:<7} {name:<22} {len(these):>4}   main {_share(main_right)}   all {_share(all_right)}")


def _share(right: Sequence[float]) -> str:
    around = interval(right)
    return f"{sum(right) / len(right):.3f} [{around.low:.3f}-{around.high:.3f}]"


def _spread(texts: Iterable[str]) -> None:
    counts = Counter(outcomes(text)[0] for text in texts)
    spread = ", ".join(f"{outcome} {counts[outcome]:,}" for outcome in OUTCOMES)
    print(f"main outcomes of all {counts.total():,} decisions of the corpus: {spread}")


def _show(judged: Iterable[Judged], texts: Mapping[Key, str]) -> None:
    for one in judged:
        found = outcomes(texts[one.key])
        if found != one.outcomes:
            mark = "main" if found[0] != one.outcomes[0] else "rest"
            print(f"\n{one.key} {mark}: {','.join(found)}, not {','.join(one.outcomes)} ({one.debatable or 'clear'})")
            print(texts[one.key])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
