"""By when, who and how much: what a decision names for certain. The texts are written for the test."""

import pytest

from benchmarks import facts
from benchmarks.decisions import decisions_of_minutes, missing
from indexer.parsing.amounts import amounts
from indexer.parsing.deadlines import deadlines
from indexer.parsing.responsible import responsible
from tests.indexer.parsing.due import DECIDED


@pytest.mark.parametrize(
    "text",
    [
        *("senest " * 4_000, "1" * 40_000, "Ole " * 8_000, "udarbejder " * 4_000, "kr. 1.000 " * 4_000),
        *("Lise, " * 8_000, "forslaget om at " * 4_000),
        *("mellem 1 000 " * 4_000, "1 " * 20_000, "ikke senest den 1. maj 2022 " * 2_000, "A foreslog, at " * 4_000),
    ],
)
def test_a_long_text_is_read_in_time_all_the_same(text: str) -> None:
    deadlines(text, DECIDED), amounts(text), responsible(text)


def test_what_is_read_of_the_judged_decisions_is_nearly_always_there() -> None:
    if reason := missing():
        pytest.skip(reason)
    known = facts.corpus() | decisions_of_minutes()
    for one in facts.read():
        for mine, theirs in zip(facts.found(known[one.key]), one.facts, strict=True):
            assert set(mine) <= set(theirs), one.key
