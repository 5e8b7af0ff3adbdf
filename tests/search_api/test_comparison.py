"""Two runs side by side: what differs, and what cannot be compared."""

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from mappings.errors import BadRequest
from search_api.certainty import Interval
from search_api.comparison import Change, Count, compare, read_run
from search_api.evaluation import Judged, Outcome, QuestionQuality, summary


def asked(identity: str, ndcg: float | None, results: int = 1) -> QuestionQuality:
    return QuestionQuality(
        id=identity,
        kind="exact",
        question=f"question {identity}",
        grades={} if ndcg is None else {"a": 2},
        ndcg=ndcg,
        reciprocal_rank=ndcg,
        recall=ndcg,
        results=results,
        first=("a",),
    )


def test_a_run_against_itself_differs_in_nothing() -> None:
    run = [asked("1", 0.5), asked("2", 1.0), asked("3", None)]
    same = compare(run, run)
    assert (same.questions, same.before, same.after) == (2, 0.75, 0.75)
    assert (same.difference.mean, same.difference.interval, same.difference.p) == (0.0, Interval(0.0, 0.0), 1.0)
    assert same.changed == ()


def test_what_changed_most_comes_first_whichever_way() -> None:
    before = [asked("1", 0.5), asked("2", 1.0), asked("3", 0.2), asked("4", 0.7)]
    after = [asked("1", 0.625), asked("2", 0.25), asked("3", 0.2), asked("4", 0.95)]
    found = compare(before, after)
    assert [(one.id, one.before, one.after) for one in found.changed] == [
        ("2", 1.0, 0.25),
        ("4", 0.7, 0.95),
        ("1", 0.5, 0.625),
    ]
    assert found.changed[0] == Change("2", "exact", "question 2", 1.0, 0.25)
    assert found.difference.mean == pytest.approx((0.125 - 0.75 + 0 + 0.25) / 4)


def test_a_planted_improvement_is_told_from_chance() -> None:
    before = [asked(str(n), 0.5) for n in range(40)]
    better = [asked(str(n), 0.7 if n < 12 else 0.5) for n in range(40)]
    mixed = [asked(str(n), 0.7 if n < 6 else 0.3 if n < 12 else 0.5) for n in range(40)]
    assert compare(before, better).difference.p < 0.005
    assert compare(before, better).difference.interval.low > 0
    assert compare(before, mixed).difference.p > 0.5


def test_questions_of_one_run_only_are_told() -> None:
    found = compare([asked("1", 0.5), asked("2", 0.5)], [asked("2", 0.5), asked("3", 0.5)])
    assert (found.questions, found.only_before, found.only_after) == (1, ("1",), ("3",))


def test_the_same_id_is_another_question_in_other_words() -> None:
    other = replace(asked("1", 1.0), question="something else")
    found = compare([asked("1", 0.5), asked("2", 0.5)], [other, asked("2", 0.5)])
    assert (found.questions, found.only_before, found.only_after) == (1, ("1",), ("1",))


def test_a_question_judged_otherwise_is_told_not_compared() -> None:
    again = replace(asked("1", 1.0), grades={"a": 2, "b": 1})
    found = compare([asked("1", 0.5), asked("2", 0.5)], [again, asked("2", 0.5)])
    assert (found.questions, found.judged_otherwise, found.changed) == (1, ("1",), ())


def test_answers_where_there_are_none_are_counted_on_both_sides() -> None:
    before = [asked("1", 0.5, results=0), asked("2", None, results=3), asked("3", None, results=1)]
    after = [asked("1", 0.5), asked("2", None, results=0), asked("3", None, results=1)]
    found = compare(before, after)
    assert (found.answered_anyway, found.held_back) == (Count(2, 1), Count(1, 0))


def test_runs_with_nothing_in_common_are_refused() -> None:
    with pytest.raises(BadRequest, match="til fælles"):
        compare([asked("1", 0.5)], [asked("2", 0.5)])


def test_what_a_run_writes_is_read_back(tmp_path: Path) -> None:
    evaluation = summary([Outcome(Judged("1", "exact", "q", {"a": 2}), ("x", "a"), 1)])
    path = tmp_path / "run.json"
    path.write_bytes(msgspec.json.encode(evaluation))
    assert read_run(path) == evaluation.questions


@pytest.mark.parametrize("content", ["", "id\tkind", "[]", "{}", '{"questions": [{"id": "1"}]}', "\xff"])
def test_another_file_is_refused_by_name(tmp_path: Path, content: str) -> None:
    path = tmp_path / "other.json"
    path.write_text(content, encoding="latin-1")
    with pytest.raises(BadRequest, match=r"other\.json er ikke"):
        read_run(path)


def test_a_missing_file_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(BadRequest, match=r"nowhere\.json kan ikke læses"):
        read_run(tmp_path / "nowhere.json")
