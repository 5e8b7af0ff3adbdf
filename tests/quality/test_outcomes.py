"""Decisions in the wordings of many municipalities are read as their writers mean them."""

from benchmarks.outcomes import written
from indexer.parsing.outcomes import outcomes


def test_nine_in_ten_decisions_in_the_wordings_of_many_are_read_as_their_writers_mean_them() -> None:
    for split in ("tuning", "test"):
        judged = [one for one in written() if one.split == split]
        right = sum(outcomes(one.text)[0] == one.outcomes[0] for one in judged)
        assert right >= 0.9 * len(judged) > 0
