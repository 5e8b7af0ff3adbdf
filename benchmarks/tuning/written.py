"""The questions that were written to train on, blind to all judged ones.

`items.jsonl`, `more_items.jsonl`, `further_items.jsonl` and `later_items.jsonl` hold agenda items of municipalities
that do not exist, each with a title, a text and the questions that it answers, the last also with questions that come
`near` to it and that no item of the file answers; `near_answers.jsonl` has for each of these an item that does answer
it; `aarhus.tsv` has questions for real cases, by the case's id. The kind of a question says how it asks: in everyday
words that the text has none of (`paraphrase`), in English (`english`), as typed into a box (`keyword`), as spoken
(`question`), for something wider or narrower than the text (`general`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

_HERE = Path(__file__).parent
# What the shipped numbers were learned from, in the order in which it was written.
FILES = ("items.jsonl", "more_items.jsonl", "further_items.jsonl", "later_items.jsonl")
NEAR_ANSWERS = "near_answers.jsonl"  # nothing that ships was learned from it (docs/ranking.md, read together)


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
    decoder = msgspec.json.Decoder(Written)
    return [decoder.decode(line) for file in files for line in (_HERE / file).read_bytes().splitlines()]


def of_cases() -> Iterator[tuple[str, Question]]:
    """The questions of `aarhus.tsv`, each with its case's id."""
    for line in (_HERE / "aarhus.tsv").read_text(encoding="utf-8").splitlines():
        case, kind, question = line.split("\t")
        yield case, Question(kind, question)
