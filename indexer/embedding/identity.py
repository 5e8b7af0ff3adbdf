"""The name by which an index knows its model.

A model from the hub is its name there. A folder is its own name and a digest of what decides its vectors
(`danish-e5@1f0c9a52e7b3`): moved, it stays the same model; trained on, it is another, though the folder's name is not.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

_DECISIVE = frozenset({".json", ".txt", ".model", ".safetensors", ".bin", ".vocab", ".spm", ".py"})
_OTHER_BACKENDS = frozenset({"onnx", "openvino"})  # the same weights again, not what is loaded
_DIGITS = 12


def folder_name(folder: Path) -> str:
    """The folder's name and a digest of the paths and contents of its configuration, tokenizer and weights.

    Reads all of it, at 1 to 2 GB/s where it was read before. Raises `OSError` where that fails.
    """
    digest = hashlib.sha256()
    for path in sorted(_decisive_files(folder)):
        with path.open("rb") as file:
            content = hashlib.file_digest(file, "sha256").digest()
        digest.update(path.relative_to(folder).as_posix().encode("utf-8", "surrogateescape") + b"\0" + content)
    return f"{folder.resolve().name}@{digest.hexdigest()[:_DIGITS]}"


def _decisive_files(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        parts = path.relative_to(folder).parts
        hidden = any(part.startswith(".") or part in _OTHER_BACKENDS for part in parts)
        if not hidden and path.suffix in _DECISIVE and path.is_file():
            yield path
