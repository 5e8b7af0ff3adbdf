"""The questions that were written to train on, blind to all judged ones.

`items.jsonl` holds agenda items of municipalities that do not exist, each with a title, a text and the questions that
it answers; `aarhus.tsv` has questions for real cases, by the case's id. The kind of a question says how it asks: in
everyday words that the text has none of (`paraphrase`), in English (`english`), as typed into a box (`keyword`), as
spoken (`question`), for something wider or narrower than the text (`general`).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

_HERE = Path(__file__).parent


class Question(msgspec.Struct, frozen=True):
    """A question and its kind."""

    kind: str
    question: str


class Written(msgspec.Struct, frozen=True):
    """An item that was made up, and the questions that it answers."""

    title: str
    text: str
    questions: tuple[Question, ...]


def made_up() -> list[Written]:
    """The items of `items.jsonl`."""
    decoder = msgspec.json.Decoder(Written)
    return [decoder.decode(line) for line in (_HERE / "items.jsonl").read_bytes().splitlines()]


def of_cases() -> Iterator[tuple[str, Question]]:
    """The questions of `aarhus.tsv`, each with its case's id."""
    for line in (_HERE / "aarhus.tsv").read_text(encoding="utf-8").splitlines():
        case, kind, question = line.split("\t")
        yield case, Question(kind, question)
