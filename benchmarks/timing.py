"""How long something takes: medians and 95th percentiles in milliseconds, memory in MiB, CPU seconds of a command."""

from __future__ import annotations

import resource
import subprocess
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds of many runs."""

    p50: float
    p95: float

    @classmethod
    def of(cls, taken: Iterable[float]) -> Times:
        """The times of runs that took so long."""
        ordered = sorted(taken)
        return cls(ordered[len(ordered) // 2], ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))])


def times(run: Callable[[T], object], arguments: Iterable[T], warm_up: int = 5) -> Times:
    """The times of `run` over `arguments`, the first few run once before, untimed."""
    every = list(arguments)
    for argument in every[:warm_up]:
        run(argument)
    taken = []
    for argument in every:
        begun = time.perf_counter()
        run(argument)
        taken.append((time.perf_counter() - begun) * 1000)
    return Times.of(taken)


def resident() -> float:
    """MiB of memory this process holds now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


def of_command(command: list[str], environment: Mapping[str, str]) -> tuple[float, float]:
    """Wall and CPU seconds (user and system) of a command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.perf_counter()
    subprocess.run(command, env=dict(environment), check=True, stdout=subprocess.DEVNULL)
    wall = time.perf_counter() - begun
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
