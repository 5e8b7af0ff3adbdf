"""Minutes of made-up municipalities, in the layouts of many: what a reader found in them is read."""

import pytest

from benchmarks import municipalities
from benchmarks.municipalities import ELSEWHERE, FOLDER, expected, files, meetings, reading, without_elsewhere
from search_api.evaluation import read_questions

NAMES = sorted(one.name for one in FOLDER.iterdir() if one.is_dir())


@pytest.fixture(scope="module")
def read() -> municipalities.Read:
    return reading(NAMES)


@pytest.mark.parametrize("what", ["items", "closed or open", "case number", "title"])
def test_every_item_is_found_with_its_own_lines(read: municipalities.Read, what: str) -> None:
    assert not [one for one in read.wrong if one.endswith(what)]
    assert read.right[what] == read.there[what] > 150


@pytest.mark.parametrize("what", ["deadlines", "responsible", "amounts"])
def test_what_a_decision_names_is_nearly_always_there_where_it_is_read(read: municipalities.Read, what: str) -> None:
    assert read.right[what] >= 0.95 * read.read[what]


@pytest.mark.parametrize("name", NAMES)
def test_every_file_is_a_meeting_called_as_its_file(name: str) -> None:
    assert [one.id for one in meetings(name)] == [path.stem for path in files(name)]


@pytest.mark.parametrize("name", NAMES)
def test_questions_are_judged_by_items_that_are_there_and_open(name: str) -> None:
    items = {item.id: item for meeting in meetings(name) for item in meeting.items}
    judged = {item for question in read_questions(FOLDER / name / "questions.tsv") for item in question.grades}
    assert judged <= items.keys()
    assert not [item for item in judged if items[item].closed]
    assert {one.item for one in expected(name)} in (set(), set(items))


def test_what_other_minutes_answer_has_no_answer_in_its_municipality() -> None:
    every = [one for name in NAMES for one in read_questions(FOLDER / name / "questions.tsv")]
    grades = {(one.id, one.question): one.grades for one in every}
    assert not any(grades[one.id, one.question] for one in read_questions(ELSEWHERE))


def test_what_other_minutes_answer_is_left_out_where_these_are_indexed() -> None:
    asked = read_questions(FOLDER / "egemose" / "questions.tsv")
    assert without_elsewhere(asked, lambda _: []) == asked
    beside = without_elsewhere(asked, lambda ids: [one for one in ids if one == "aar15477"])
    assert [one.question for one in asked if one not in beside] == ["rottebekæmpelse"]
