"""What a letter typed costs: suggestions to half-typed questions, names and case numbers; part of `benchmarks.pages`.

Every keystroke from the second letter to the twentieth is asked for, as somebody types who never pauses. CPU time of
the process stands beside the clock: on a machine that does nothing else both say the same, on a busy one only the
former says what a suggestion costs.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterable, Sequence

from benchmarks.timing import Times
from engines.asked import PUBLIC
from mappings.documents import Item, Meeting
from search_api.service import SearchService

MOST = 30.0  # ms of CPU, 95 of 100 keystrokes
SHOWN = 10  # suggestions, as the pages ask for
FEWEST, LONGEST = 2, 20  # letters typed


def suggested(service: SearchService, meetings: Sequence[Meeting], each: int = 40) -> bool:
    """Print what keystrokes cost, of `each` questions, names and case numbers of meetings; whether it is little."""
    chance = random.Random(11)
    typed = {
        "questions": [item.title for item in _items(meetings)],
        "names": [one.name for meeting in meetings for one in meeting.participants],
        "case numbers": [item.case_number for item in _items(meetings) if item.case_number],
    }
    service.suggest("hj", SHOWN, PUBLIC)
    within = []
    for name, texts in typed.items():
        keystrokes = [key for text in chance.sample(texts, min(each, len(texts))) for key in _keystrokes(text)]
        cpu, clock = _timed(service, keystrokes)
        print(
            f"  suggestions     {name:<13} p50 {cpu.p50:5.1f} ms   p95 {cpu.p95:5.1f} ms of CPU (at most {MOST:.0f}), "
            f"{clock.p50:.1f} and {clock.p95:.1f} by the clock; {len(keystrokes)} keystrokes"
        )
        within.append(cpu.p95 <= MOST)
    return all(within)


def _items(meetings: Iterable[Meeting]) -> list[Item]:
    return [item for meeting in meetings for item in meeting.items]


def _keystrokes(text: str) -> list[str]:
    return [text[:length] for length in range(FEWEST, min(len(text), LONGEST) + 1)]


def _timed(service: SearchService, typed: Sequence[str]) -> tuple[Times, Times]:
    """CPU and clock of each keystroke."""
    cpu, clock = [], []
    for text in typed:
        begun, begun_cpu = time.perf_counter(), time.process_time()
        service.suggest(text, SHOWN, PUBLIC)
        cpu.append((time.process_time() - begun_cpu) * 1000)
        clock.append((time.perf_counter() - begun) * 1000)
    return Times.of(cpu), Times.of(clock)
