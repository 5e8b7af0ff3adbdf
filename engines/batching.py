"""Meetings in batches: what is committed, and then found, together."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator

from engines.kept import Prepared

# A batch ends at the first of these; the time is for whoever embeds while we wait.
BATCH_MEETINGS, BATCH_BYTES, BATCH_SECONDS = 200, 24_000_000, 5.0


def batches(meetings: Iterable[Prepared]) -> Iterator[list[Prepared]]:
    """Meetings in batches of a bounded number, size (bytes of vectors) and age."""
    batch: list[Prepared] = []
    size, begun = 0, time.monotonic()
    for prepared in meetings:
        batch.append(prepared)
        size += prepared.vectors.nbytes
        if len(batch) >= BATCH_MEETINGS or size >= BATCH_BYTES or time.monotonic() - begun >= BATCH_SECONDS:
            yield batch
            batch, size, begun = [], 0, time.monotonic()
    if batch:
        yield batch
