"""Minutes of eighteen made-up municipalities, each with questions to them: how they are read, and what is found.

    python -m benchmarks.municipalities [NAME ...] [--among PATH ...] [--wrong]

Each municipality is indexed by itself, or beside what lies under PATH (minutes of others, that most of an index is);
then what has no answer in the municipality, but one in these, is left out. The figures of those that nothing was chosen
on come last. How all were written and judged: tests/quality/README.md.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import facts
from benchmarks.decisions import QUALITY
from engines import open_engine
from indexer.embedding import model_of, open_embedder, open_verdict_reader
from indexer.outcomes import Verdicts
from indexer.pipeline import index
from indexer.reading import read
from mappings.documents import Decision, Item, Meeting
from mappings.settings import Settings
from search_api.access import PUBLIC
from search_api.evaluation import Evaluation, Judged, QuestionQuality, evaluate, read_questions
from search_api.opening import open_service

FOLDER = QUALITY / "municipalities"
ELSEWHERE = FOLDER / "answered-elsewhere.tsv"
_VERDICTS = Verdicts(open_verdict_reader())
UNSEEN = (
    *("broendeslev-ask", "egebjerg-havn", "fjordager", "kaerholt", "vestervig"),
    *("bredfjord", "hjelmsoe", "moegelby"),
)


@dataclass(frozen=True, slots=True)
class Expected:
    """What a reader finds in an item: `outcome` is the main one of the meeting's own decision, "" without one.

    `facts` are, in the order of `facts.KINDS`, last days, names as printed, and whole kroner.
    """

    item: str
    title: str
    case_number: str
    closed: bool
    outcome: str
    facts: tuple[tuple[str, ...], ...]


def main(arguments: Sequence[str] = ()) -> None:
    """Print what is read, then what is found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--among", type=Path, nargs="+", default=[], metavar="PATH", help="what else is in the index")
    parser.add_argument("--wrong", action="store_true", help="show what is read otherwise than by a reader")
    given = parser.parse_args(arguments)
    names = given.names or sorted(one.name for one in FOLDER.iterdir() if one.is_dir())
    _print_reading(names, wrong=given.wrong)
    _print_found(names, given.among)


def files(name: str) -> list[Path]:
    """The minutes of a municipality."""
    return sorted(path for path in (FOLDER / name).iterdir() if path.suffix in (".txt", ".md"))


def meetings(name: str) -> list[Meeting]:
    """The same, as they are indexed."""
    return [found for path in files(name) for found in read(path, verdicts=_VERDICTS) if isinstance(found, Meeting)]


def expected(name: str) -> list[Expected]:
    """What a reader found in its items; nothing where nobody was asked."""
    path = FOLDER / name / "expected.tsv"
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return [_expected(line) for line in lines if not line.startswith("#")]


def _expected(line: str) -> Expected:
    item, title, case, closed, outcome, *named = line.split("\t")
    parts = tuple(tuple(filter(None, one.split(";"))) for one in named)
    return Expected(item, title, case, closed == "closed", outcome, parts)


def own_decisions(meeting: Meeting, item: Item) -> list[Decision]:
    """What the meeting's own body decided on the day; all, where nothing tells which that is."""
    own = [one for one in item.decisions if (one.body, one.date) == (meeting.body, meeting.date)]
    return own or list(item.decisions)


@dataclass(slots=True)
class Read:
    """How many of what a reader found are there (`there`), read right (`right`), and read at all (`read`)."""

    right: Counter[str]
    there: Counter[str]
    read: Counter[str]
    wrong: list[str]


def reading(names: Sequence[str]) -> Read:
    """The items of these municipalities, compared with what a reader found."""
    told = Read(Counter(), Counter(), Counter(), [])
    for name in names:
        found = {item.id: (meeting, item) for meeting in meetings(name) for item in meeting.items}
        for one in expected(name):
            meeting, item = found.get(one.item, (None, None))
            for what, is_right in _told(one, meeting, item):
                told.there[what] += 1
                told.right[what] += is_right
                told.wrong += [] if is_right else [f"{one.item}: {what}"]
            own = own_decisions(meeting, item) if meeting and item else []
            for place, (what, printed) in enumerate(zip(facts.KINDS, one.facts, strict=True)):
                ours = {name.casefold() for decision in own for name in facts.found(decision)[place]} - {facts.UNDATED}
                told.right[what] += len(ours & {word.casefold() for word in printed})
                told.there[what] += len(printed)
                told.read[what] += len(ours)
    return told


def _print_reading(names: Sequence[str], *, wrong: bool) -> None:
    told = reading(names)
    print("".join(f"  {one}\n" for one in told.wrong if wrong), end="")
    for what, count in told.there.items():
        right = told.right[what]
        of_read = f", {right} of {told.read[what]} that are read are right" if what in facts.KINDS else ""
        print(f"  {what:<16} {right} of {count}{of_read}")


def _told(one: Expected, meeting: Meeting | None, item: Item | None) -> Iterator[tuple[str, bool]]:
    """What is asked of an item's reading, and whether it is as a reader says."""
    yield "items", item is not None
    if meeting is None or item is None:
        return
    yield "closed or open", item.closed == one.closed
    yield "case number", (item.case_number or "") == one.case_number
    if not one.closed:
        yield "title", item.title.casefold() == one.title.casefold()
    if one.outcome:
        own = own_decisions(meeting, item)
        yield "main outcome", bool(own) and own[0].outcomes[0] == one.outcome


def _print_found(names: Sequence[str], among: Sequence[Path]) -> None:
    every: dict[str, list[QuestionQuality]] = {}
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder) / "base"
        if among:
            _index(among, base)
        for name in names:
            data = Path(folder) / name
            if among:
                shutil.copytree(base, data)
            _index(files(name), data)
            one = _evaluated(name, data)
            every[name] = list(one.questions)
            print(f"  {name:<16} {told(one.questions)}")
            shutil.rmtree(data)
    for label, chosen in (("to tune on", False), ("unseen", True)):
        asked = [question for name, own in every.items() if (name in UNSEEN) == chosen for question in own]
        if asked:
            print(f"  all {label:<12} {told(asked)}")
            for kind in sorted({one.kind for one in asked if one.grades}):
                print(f"    {kind:<14} {told([one for one in asked if one.kind == kind])}")


def _index(paths: Sequence[Path], data: Path) -> None:
    embedder = open_embedder(Settings(data=data))
    engine = open_engine(Settings(data=data), model=model_of(embedder))
    index(paths, engine, embedder, verdicts=_VERDICTS)
    engine.close()


def _evaluated(name: str, data: Path) -> Evaluation:
    service = open_service(Settings(data=data))
    try:
        asked = read_questions(FOLDER / name / "questions.tsv")
        return evaluate(service, without_elsewhere(asked, lambda ids: service.known(ids, PUBLIC)), lambda _: None)
    finally:
        service.close()


def without_elsewhere(asked: Iterable[Judged], known: Callable[[list[str]], Sequence[str]]) -> list[Judged]:
    """The questions, less those that other minutes answer; `known` tells which of these are in the index."""
    answers = {(one.id, one.question): list(one.grades) for one in read_questions(ELSEWHERE)}
    return [one for one in asked if not known(answers.get((one.id, one.question), []))]


def told(questions: Sequence[QuestionQuality]) -> str:
    """nDCG@10, how many with an answer got no results, how many without one did."""
    gains = [one.ndcg for one in questions if one.ndcg is not None]
    held = sum(1 for one in questions if one.grades and not one.results)
    without = [one for one in questions if not one.grades]
    answered = sum(1 for one in without if one.results)
    return (
        f"nDCG@10 {sum(gains) / len(gains):.3f}  {held} of {len(gains)} with an answer held back" if gains else ""
    ) + (f"  {answered} of {len(without)} without answered" if without else "")


if __name__ == "__main__":
    main(sys.argv[1:])
