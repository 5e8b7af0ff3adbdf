"""`referat calibrate` on the examples."""

import json
from pathlib import Path

from tests.terminal.commanding import referat


def questions(file: Path, answered: int, without: int) -> Path:
    """Questions of the examples, the answered ones misspelled so that no item holds all their words."""
    known = ("hjemmearbejdde", "parkerinsstrategi", "rotebekæmplse", "sygefraværstatestik")
    lines = [f"a{n}\tx\t{known[n % 4]} nr{n}x\tdirektionen-2018-09-18-03:2\n" for n in range(answered)]
    lines += [f"b{n}\tx\topskrift på kage{n}qx\t\n" for n in range(without)]
    file.write_text("".join(lines), encoding="utf-8")
    return file


def test_it_prints_what_it_found_and_keeps_it(examples_index: Path, tmp_path: Path) -> None:
    kept = tmp_path / "gulv.json"
    file = questions(tmp_path / "q.tsv", 20, 20)
    done = referat("calibrate", file, data=examples_index, REFERAT_CALIBRATION=str(kept))
    assert done.returncode == 0, done.stderr
    assert "Areal under kurven" in done.stdout
    assert f"Gemt i {kept}." in done.stdout
    assert json.loads(kept.read_text())["model"] == "referat-e5-2"


def test_a_dry_run_keeps_nothing(examples_index: Path, tmp_path: Path) -> None:
    kept = tmp_path / "gulv.json"
    file = questions(tmp_path / "q.tsv", 20, 20)
    done = referat("calibrate", file, "--dry-run", "--json", data=examples_index, REFERAT_CALIBRATION=str(kept))
    assert set(json.loads(done.stdout)) >= {"weights", "threshold", "area", "held_back", "answered_anyway"}
    assert not kept.exists()


def test_too_few_questions_are_one_clear_line(examples_index: Path, tmp_path: Path) -> None:
    done = referat("calibrate", questions(tmp_path / "q.tsv", 3, 3), data=examples_index)
    assert done.returncode == 2
    assert "mindst 20" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_faulty_calibration_is_one_clear_line(examples_index: Path, tmp_path: Path) -> None:
    faulty = tmp_path / "gulv.json"
    faulty.write_text("{")
    done = referat("search", "hjemmearbejde", data=examples_index, REFERAT_CALIBRATION=str(faulty))
    assert done.returncode == 2
    assert "gulv.json" in done.stderr
