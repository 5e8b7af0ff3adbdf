"""`referat evaluate` as whoever tunes the ranking meets it, on the real minutes."""

import json
from pathlib import Path

import pytest

from search_api.signals import each_off
from tests.terminal.commanding import one_line, referat

QUESTIONS = (
    "1\texact\thjemmearbejde\tdirektionen-2021-06-28-05:2\n"
    "2\tcase\t21/5239\tdirektionen-2021-06-28-05:2\n"
    "3\tnonsense\txyzzy\t\n"
)


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    path = tmp_path / "questions.tsv"
    path.write_text(QUESTIONS, encoding="utf-8")
    return path


def test_every_figure_has_its_interval(real_index: Path, questions: Path) -> None:
    done = referat("evaluate", questions, data=real_index)
    assert done.returncode == 0, done.stderr
    [every] = [line for line in done.stdout.splitlines() if line.startswith("alle")]
    assert every.split() == ["alle", "2", *["1.000", "[1.000–1.000]"] * 3]
    assert "95 %" in done.stdout


def test_several_files_are_one_evaluation(real_index: Path, questions: Path, tmp_path: Path) -> None:
    more = tmp_path / "more.tsv"
    more.write_text("4\texact\tmitHTK\tdirektionen-2022-01-10-02:2\n", encoding="utf-8")
    done = referat("evaluate", questions, more, "--json", data=real_index)
    evaluation = json.loads(done.stdout)
    assert [one["id"] for one in evaluation["questions"]] == ["1", "2", "3", "4"]
    assert set(evaluation["all"]["ndcg_interval"]) == {"low", "high"}


def test_an_earlier_run_is_compared_and_what_it_lacked_is_told(
    real_index: Path, questions: Path, tmp_path: Path
) -> None:
    earlier = json.loads(referat("evaluate", questions, "--json", data=real_index).stdout)
    earlier["questions"] = [one | {"ndcg": one["ndcg"] and 0.25} for one in earlier["questions"] if one["id"] != "2"]
    run = tmp_path / "run.json"
    run.write_text(json.dumps(earlier), encoding="utf-8")
    done = referat("evaluate", questions, "--against", run, data=real_index)
    assert done.returncode == 0, done.stderr
    assert "nDCG@10 0.250 → 1.000, forskel +0.750" in done.stdout
    assert "+0.750 (0.250 → 1.000) 1 exact: hjemmearbejde" in done.stdout
    assert "Kun i denne kørsel, ikke sammenlignet: 1 (2)." in done.stdout
    as_json = json.loads(referat("evaluate", questions, "--against", run, "--json", data=real_index).stdout)
    assert as_json["against"]["only_after"] == ["2"]
    assert as_json["all"]["questions"] == 2


def test_what_is_no_earlier_run_is_one_line_and_two(real_index: Path, questions: Path) -> None:
    done = referat("evaluate", questions, "--against", questions, data=real_index)
    assert done.returncode == 2
    assert "questions.tsv er ikke, hvad `referat evaluate --json` skriver" in one_line(done.stderr)


def test_ablation_is_a_table_with_a_row_for_each_signal(real_index: Path, questions: Path) -> None:
    done = referat("evaluate", questions, "--ablation", data=real_index)
    assert done.returncode == 0, done.stderr
    rows = [line.split()[0] for line in done.stdout.splitlines()]
    signals = [name for name, _ in each_off()]
    assert rows[1 : 2 + len(signals)] == ["(alle", *signals]
    as_json = json.loads(referat("evaluate", questions, "--ablation", "--json", data=real_index).stdout)
    assert [one["signal"] for one in as_json["without"]] == signals


def test_ablation_stands_alone(real_index: Path, questions: Path) -> None:
    done = referat("evaluate", questions, "--ablation", "--details", data=real_index)
    assert done.returncode == 2
    assert "--ablation" in done.stderr
