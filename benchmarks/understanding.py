"""What it costs to understand a question, before anything is searched; and to suggest how it is spelled.

    python -m benchmarks.understanding [--people 2000] [--words 300000]

The judged questions of tests/quality, read against 40 bodies and many people; a vocabulary of made-up words of the size
that 100,000 items have.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import time
from pathlib import Path

from benchmarks import synthetic
from benchmarks.timing import times
from engines.embedded.vocabulary import Vocabulary, made, near
from mappings import danish
from mappings.documents import Person
from mappings.naming import slug
from search_api.evaluation import read_questions
from search_api.readings.reader import Known
from search_api.understanding import understand

QUESTIONS = Path(__file__).parents[1] / "tests" / "quality" / "questions-tuning.tsv"
FAMILIES = ("Jensen", "Nielsen", "Hansen", "Skov", "Lund", "Markussen", "Kjær", "Vang", "Holm", "Friis")


def main() -> None:
    """Print both."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--people", type=int, default=2_000)
    arguments.add_argument("--words", type=int, default=300_000)
    given = arguments.parse_args()
    questions = [judged.question for judged in read_questions(QUESTIONS)]
    known = Known(
        today=dt.date(2026, 11, 25),
        people={person.slug: person for person in _people(given.people)},
        bodies=tuple(f"{word.capitalize()}udvalget" for word in synthetic.words(40)),
    )
    for question in questions:  # stems, lemmas and the detector of languages are loaded once
        understand(question, known=known)
    print(f"understanding, {given.people} people: {times(lambda q: understand(q, known=known), questions)}")
    begun = time.perf_counter()
    words = _vocabulary(given.words)
    print(f"a vocabulary of {len(words.words)} words: {time.perf_counter() - begun:.1f} s")
    wrong = [word[:3] + word[4:] for word in random.Random(3).sample(words.words, 100)]
    print(f"words spelled nearly alike, among {len(words.words)}: {times(lambda word: near(words, word), wrong)}")


def _people(number: int) -> list[Person]:
    chance = random.Random(5)
    given = sorted(danish.words("given_names"))
    names = (f"{chance.choice(given)} {chance.choice(given)} {chance.choice(FAMILIES)}" for _ in range(number))
    return [Person(slug(name), name.title()) for name in names]


def _vocabulary(number: int) -> Vocabulary:
    chance = random.Random(6)
    parts = synthetic.words(3_000)
    words = {chance.choice(parts) + chance.choice(parts) for _ in range(number)}
    return made(sorted(words))


if __name__ == "__main__":
    main()
