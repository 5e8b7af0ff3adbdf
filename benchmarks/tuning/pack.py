"""Everything that training reads, in one file that can be carried to a machine with a GPU: some 40 MB.

    python -m benchmarks.tuning.pack DATA OUT.npz

DATA is the index of tests/quality/README.md (embedded engine); all its passages are what the right one must be told
from, and those of the cases with a question in `aarhus.tsv` are the right ones. Of the model only those rows of the
word table travel that some text needs, and token ids are numbers of those rows.
"""

from __future__ import annotations

import argparse
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks import e5_model
from benchmarks.tuning.written import FILES, Question, as_passage, made_up, of_cases
from engines import open_engine
from engines.asked import PUBLIC
from indexer.embedding import nano_file
from indexer.passages import passages
from mappings.documents import TITLE, embedding_text
from mappings.settings import Settings

LONGEST_TEXT, LONGEST_QUESTION = 320, 64  # tokens


class Texts:
    """Passages, each once, with the items that hold it, and the passages of each item."""

    def __init__(self) -> None:
        self.owners: dict[str, set[str]] = defaultdict(set)
        self.of_item: dict[str, list[str]] = defaultdict(list)

    def add(self, text: str, item: str) -> None:
        """One more passage of an item."""
        self.owners[text].add(item)
        self.of_item[item].append(text)


def texts_and_questions(data: Path) -> tuple[Texts, list[tuple[str, Question]]]:
    """The passages of the index and of the items made up; the questions, each with the id of its item."""
    texts = Texts()
    engine = open_engine(Settings(data=data))
    for meeting in engine.export(PUBLIC):
        for item in meeting.items:
            for passage in passages(item):
                if passage.section != TITLE:
                    texts.add(embedding_text(item, passage), item.id)
    engine.close()
    questions = [(case, question) for case, question in of_cases() if case in texts.of_item]
    for number, written in enumerate(made_up()):
        name = f"made-up:{number}"
        texts.add(as_passage(number, written), name)
        questions += [(name, question) for question in written.questions]
    return texts, questions


def tokenized(tokenizer: Any, texts: Sequence[str], longest: int) -> list[list[int]]:
    """Token ids of each text, its last one always the end's."""
    encoded = [one.ids for one in tokenizer.encode_batch(list(texts))]
    return [ids if len(ids) <= longest else [*ids[: longest - 1], ids[-1]] for ids in encoded]


def pack(data: Path, out: Path) -> tuple[int, int]:
    """Write the file; the numbers of questions and texts."""
    texts, questions = texts_and_questions(data)
    ends = [len(made_up(FILES[: number + 1])) for number in range(len(FILES))]
    batches = {f"made-up:{number}": bisect_right(ends, number) for number in range(ends[-1])}
    packed = e5_model.read(nano_file.shipped())
    head, tokenizer = packed.header, e5_model.tokenizer(packed)
    of_texts = tokenized(tokenizer, [f"passage: {text}" for text in texts.owners], LONGEST_TEXT)
    asked = tokenized(tokenizer, [f"query: {question.question}" for _, question in questions], LONGEST_QUESTION)
    used = np.unique(np.concatenate([np.array(ids) for ids in (*of_texts, *asked)]))
    place = {text: number for number, text in enumerate(texts.owners)}
    item_number = {item: number for number, item in enumerate(texts.of_item)}
    model = e5_model.bert_tensors(packed)
    model[e5_model.WORDS] = model[e5_model.WORDS][used]
    half = {name: values.astype(np.float16 if values.ndim == 2 else np.float32) for name, values in model.items()}
    arrays: dict[str, Any] = {
        **{f"model/{name}": values for name, values in half.items()},
        **_rows("texts", [np.searchsorted(used, ids) for ids in of_texts]),
        **_rows("questions", [np.searchsorted(used, ids) for ids in asked]),
        **_rows("owners", [sorted(item_number[item] for item in items) for items in texts.owners.values()]),
        **_rows("answers", [sorted({place[text] for text in texts.of_item[item]}) for item, _ in questions]),
        "items": np.array([item_number[item] for item, _ in questions], dtype=np.int32),
        "batch": np.array([batches.get(item, 0) for item, _ in questions], dtype=np.int32),
        "kinds": np.array([question.kind for _, question in questions]),
        "sizes": np.array([head.hidden, head.layers, head.heads, head.inner, head.positions], dtype=np.int32),
    }
    out.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(out, **arrays)
    return len(questions), len(of_texts)


def _rows(name: str, rows: Sequence[Sequence[int] | np.ndarray]) -> dict[str, np.ndarray]:
    """Rows of different lengths as one array and the lengths."""
    return {
        f"{name}/flat": np.concatenate([np.asarray(row, dtype=np.int32) for row in rows]),
        f"{name}/lengths": np.array([len(row) for row in rows], dtype=np.int32),
    }


def main() -> None:
    """Pack."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("data", type=Path)
    arguments.add_argument("out", type=Path)
    given = arguments.parse_args()
    questions, texts = pack(given.data, given.out)
    print(f"{questions:,} questions over {texts:,} texts: {given.out} ({given.out.stat().st_size / 1e6:.0f} MB)")


if __name__ == "__main__":
    main()
