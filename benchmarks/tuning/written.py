"""The questions that were written to train on, blind to all judged ones; those to items in sections: `minutes.py`.

`items.jsonl`, `more_items.jsonl`, `further_items.jsonl` and `later_items.jsonl` hold agenda items of municipalities
that do not exist, each with a title, a text and the questions that it answers, the last also with questions that come
`near` to it and that no item of the file answers; `near_answers.jsonl` has for each of these an item that does answer
it, `more_near_answers.jsonl` such items for questions near to items of the first three files; `aarhus.tsv` has
questions for real cases, by the case's id. `judged.tsv` tells for 12,219 of all these questions what reading gave of
the items of the first four files that a search brought up first: 2 where the asker would be glad of it, 0 where not, 1
where that is hard to tell. The kind of a question says how it asks: in everyday words that the text has none of
(`paraphrase`), in English (`english`), as typed into a box (`keyword`), as spoken (`question`), for something wider or
narrower than the text (`general`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

_HERE = Path(__file__).parent
# What the matrix and the biases were learned from, in the order in which it was written.
FILES = ("items.jsonl", "more_items.jsonl", "further_items.jsonl", "later_items.jsonl")
# Items that answer what only comes near to others: an early stage of the reader learned from the first of them.
NEAR_ANSWERS, MORE_NEAR_ANSWERS = "near_answers.jsonl", "more_near_answers.jsonl"
Item = TypeVar("Item")
_HEADINGS = ("", " – Beslutning", "", " – Indstilling", "", " – Sagsfremstilling")  # in turn, as contexts have them


class Question(msgspec.Struct, frozen=True):
    """A question and its kind."""

    kind: str
    question: str


class Written(msgspec.Struct, frozen=True):
    """An item that was made up, the questions that it answers, and those that only come near to it."""

    title: str
    text: str
    questions: tuple[Question, ...]
    near: tuple[str, ...] = ()


def made_up(files: Sequence[str] = FILES) -> list[Written]:
    """The items of these files."""
    return [item for file in files for item in items_of(file, Written)]


def items_of(file: str, kind: type[Item]) -> list[Item]:
    """The items of a file of JSON lines of this folder."""
    decoder = msgspec.json.Decoder(kind)
    return [decoder.decode(line) for line in (_HERE / file).read_bytes().splitlines()]


def of_cases() -> Iterator[tuple[str, Question]]:
    """The questions of `aarhus.tsv`, each with its case's id."""
    for line in (_HERE / "aarhus.tsv").read_text(encoding="utf-8").splitlines():
        case, kind, question = line.split("\t")
        yield case, Question(kind, question)


def as_passage(number: int, item: Written) -> str:
    """The item as a passage is embedded: its title, now and then with a heading, and its text."""
    return f"{item.title}{_HEADINGS[number % len(_HEADINGS)]}\n{item.text}"


def judged() -> Iterator[tuple[str, dict[int, int]]]:
    """The questions of `judged.tsv`, each with the grades of items by their numbers in `made_up()`."""
    for question, grades in graded("judged.tsv"):
        yield question, {int(number): grade for number, grade in grades.items()}


def graded(file: str) -> Iterator[tuple[str, dict[str, int]]]:
    """The questions of a file of judgements of this folder, each with the grades of texts by their names."""
    for line in (_HERE / file).read_text(encoding="utf-8").splitlines():
        question, grades = line.split("\t")
        pairs = (one.split(":") for one in grades.split(" "))
        yield question, {name: int(grade) for name, grade in pairs}
