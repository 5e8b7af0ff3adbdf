"""What is said of the files in a folder that are of kinds not read, and where there are none to read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path


def nothing_to_read(paths: Sequence[Path]) -> str:
    """That there is no file at all below some paths, and what can be read: the path may be another's."""
    from indexer.reading import endings

    return f"Ingen filer i {', '.join(map(str, paths))}; der læses {', '.join(endings())}."


def passed_over(paths: Sequence[str]) -> str:
    """How many files of which endings were passed over, and what can be read."""
    from indexer.reading import endings

    ending = Counter(Path(path).suffix.lower() or "uden endelse" for path in paths)
    found = ", ".join(f"{times} {name}" for name, times in ending.most_common())
    several = "er" if len(paths) > 1 else ""
    return f"{len(paths)} fil{several} sprunget over ({found}); der læses {', '.join(endings())}."
