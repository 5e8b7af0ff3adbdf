"""Threads for what numpy computes outside of Python's lock.

Each computes a whole piece, and they wait for one another once. BLAS's own threads wait for each other at every
product, and spin meanwhile: on two cores a text read beside a question takes 0.20 s with them where little else runs,
and 1.5 to 6 s beside other processes; its two models on two threads, with a BLAS that has none, 0.13 to 0.17 s and
0.35 s. `python -m benchmarks.search` prints what a passage read takes.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from functools import cache

CORES = os.cpu_count() or 1


@cache
def pool(name: str, most: int = CORES) -> ThreadPoolExecutor:
    """The threads of that name, `most` of them, shared by all of a process."""
    return ThreadPoolExecutor(most, thread_name_prefix=f"referat-{name}")


os.register_at_fork(after_in_child=pool.cache_clear)  # a forked process has none of its parent's threads
