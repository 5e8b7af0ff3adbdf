"""People as a reader sees them, over items that were read whole (tests/quality/people.tsv)."""

from pathlib import Path

from benchmarks import people


def test_people_are_found_and_never_two_made_one(real: Path) -> None:
    labels, texts = people.read(), people.Sources(list(people.meetings(real.parent)))
    _, (right, told, true) = people.found(labels, texts)
    assert right / told >= 0.95
    assert right / true >= 0.9
    _, (right, told, true) = people.joined(labels, texts)
    assert right == told
    assert right / true >= 0.8
