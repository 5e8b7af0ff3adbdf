"""The figures of quality, on rankings worked out by hand."""

import math
from pathlib import Path

import pytest

from mappings.errors import UnreadableSource
from search_api.certainty import interval
from search_api.evaluation import Judged, Outcome, ndcg, read_all, read_questions, recall, reciprocal_rank, summary


def test_ndcg_of_the_ideal_order_is_one() -> None:
    assert ndcg(["a", "b"], {"a": 2, "b": 1}) == pytest.approx(1)


def test_ndcg_discounts_by_place() -> None:
    ideal = 3 + 1 / math.log2(3)
    assert ndcg(["b", "x", "a"], {"a": 2, "b": 1}) == pytest.approx((1 + 3 / math.log2(4)) / ideal)


def test_nothing_beyond_the_tenth_counts() -> None:
    ranking = [f"x{i}" for i in range(10)] + ["a"]
    assert ndcg(ranking, {"a": 2}) == reciprocal_rank(ranking, {"a": 2}) == recall(ranking, {"a": 2}) == 0


def test_reciprocal_rank_takes_the_first_relevant() -> None:
    assert reciprocal_rank(["x", "b", "a"], {"a": 2, "b": 1}) == 0.5


def test_recall_counts_what_was_found_of_all() -> None:
    assert recall(["a", "x"], {"a": 2, "b": 1}) == 0.5


def test_the_summary_keeps_unanswerable_questions_apart() -> None:
    found = Outcome(Judged("1", "exact", "q", {"a": 2}), ("a",), 1)
    held_back = Outcome(Judged("2", "typo", "q", {"a": 2}), ("a",), 0)
    anyway = Outcome(Judged("3", "offtopic", "q", {}), ("a",), 1)
    honest = Outcome(Judged("4", "nonsense", "q", {}), ("a",), 0)
    evaluation = summary([found, held_back, anyway, honest])
    assert (evaluation.all.questions, evaluation.all.ndcg) == (2, 1.0)
    assert set(evaluation.kinds) == {"exact", "typo"}
    assert (evaluation.without_answer, evaluation.answered_anyway, evaluation.held_back) == (2, 1, 1)


def test_precision_is_of_results_alone_and_of_questions_that_have_some() -> None:
    half = Outcome(Judged("1", "exact", "q", {"a": 2, "b": 1}), ("a", "x", "b"), 2)
    whole = Outcome(Judged("2", "exact", "q", {"a": 2}), ("a", "x"), 1)
    held_back = Outcome(Judged("3", "exact", "q", {"a": 2}), ("a",), 0)
    evaluation = summary([half, whole, held_back])
    assert (evaluation.precision, evaluation.found) == (0.75, 0.75)
    assert (summary([held_back]).precision, summary([held_back]).found) == (None, None)


@pytest.mark.parametrize(
    "line", ["only one field", "1\tk\tq\ta", "1\tk\tq\ta:x", "1\tk\tq\ta:1\tmore", "1\tk\tq\ta:3", "1\tk\t \ta:2"]
)
def test_a_bad_line_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "q.tsv"
    path.write_text("# comment\n1\texact\tquestion\ta:2,b:1\n" + line + "\n", encoding="utf-8")
    with pytest.raises(UnreadableSource, match="line 3"):
        read_questions(path)


def test_questions_are_read_with_their_grades(tmp_path: Path) -> None:
    path = tmp_path / "q.tsv"
    path.write_text("# comment\n1\texact\tquestion\ta:2,b:1\n2\tofftopic\tnothing\t\n", encoding="utf-8")
    assert read_questions(path) == [
        Judged("1", "exact", "question", {"a": 2, "b": 1}),
        Judged("2", "offtopic", "nothing", {}),
    ]


def test_what_is_judged_0_is_no_answer(tmp_path: Path) -> None:
    path = tmp_path / "q.tsv"
    path.write_text("1\texact\tquestion\ta:2,b:0\n2\tno-answer\tmoon landing\ta:0\n", encoding="utf-8")
    assert [one.grades for one in read_questions(path)] == [{"a": 2}, {}]


def test_every_mean_has_the_interval_of_its_own_questions() -> None:
    """Answers in first, second and no place: reciprocal ranks 1, 1/2, 0; all, all and none found."""
    rankings = (("a",), ("x", "a"), ("x",))
    outcomes = [Outcome(Judged(str(n), "exact", "q", {"a": 2}), ids, 1) for n, ids in enumerate(rankings)]
    quality = summary(outcomes).all
    assert (quality.mrr, quality.mrr_interval) == (0.5, interval([1.0, 0.5, 0.0]))
    assert (quality.recall, quality.recall_interval) == (pytest.approx(2 / 3), interval([1.0, 1.0, 0.0]))
    assert quality.ndcg_interval == interval([1.0, 1 / math.log2(3), 0.0])


def test_each_question_keeps_its_own_figures_and_judgements() -> None:
    answered = Outcome(Judged("1", "exact", "q", {"a": 2, "b": 1}), ("x", "a"), 1)
    unanswerable = Outcome(Judged("2", "nonsense", "q", {}), ("x",), 0)
    one, other = summary([answered, unanswerable]).questions
    assert (one.grades, one.reciprocal_rank, one.recall) == ({"a": 2, "b": 1}, 0.5, 0.5)
    assert (other.ndcg, other.reciprocal_rank, other.recall) == (None, None, None)


def test_no_question_with_an_answer_is_no_error() -> None:
    quality = summary([Outcome(Judged("1", "nonsense", "q", {}), (), 0)]).all
    assert (quality.questions, quality.ndcg, quality.mrr, quality.recall) == (0, 0.0, 0.0, 0.0)


def test_several_files_are_read_as_one_but_no_question_twice(tmp_path: Path) -> None:
    one, other = tmp_path / "one.tsv", tmp_path / "other.tsv"
    one.write_text("1\texact\tquestion\ta:2\n", encoding="utf-8")
    other.write_text("1\texact\tanother question\ta:2\n", encoding="utf-8")
    assert [judged.question for judged in read_all([one, other])] == ["question", "another question"]
    with pytest.raises(UnreadableSource, match=r"other\.tsv: 1 .* is asked before, in .*other\.tsv"):
        read_all([other, one, other])
