"""What is said of the files in a folder that are of kinds not read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path


def passed_over(paths: Sequence[str]) -> str:
    """How many files of which endings were passed over, and what can be read."""
    from indexer.reading import endings

    ending = Counter(Path(path).suffix.lower() or "uden endelse" for path in paths)
    found = ", ".join(f"{times} {name}" for name, times in ending.most_common())
    several = "er" if len(paths) > 1 else ""
    return f"{len(paths)} fil{several} sprunget over ({found}); der læses {', '.join(endings())}."
