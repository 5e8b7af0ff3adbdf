"""Charts as a template draws them: every place and length computed, in units of the drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mappings.documents import OUTCOMES, Outcome
from search_api.overview import YearOfDecisions

WIDTH, HEIGHT = 640, 220  # of the drawing, labels included
_LEFT, _RIGHT, _BOTTOM, _TOP = 44, 14, 24, 10  # room for the labels
_WIDEST, _SHARE = 56.0, 0.68  # of a bar: in units, and of the room that its year has
_STEPS = (1, 2, 5)
_FEW = 8  # years' labels that a phone has room for in letters that can be read there


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a bar, from its upper left corner."""

    outcome: Outcome
    count: int
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Bar:
    """One year; `middle` is where its label stands."""

    year: int
    x: float
    width: float
    middle: float
    pieces: tuple[Piece, ...]
    labelled: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A line across, and the number it stands for."""

    value: int
    y: float


@dataclass(frozen=True, slots=True)
class OutcomeChart:
    """Decisions by year and outcome, stacked. `outcomes` are those that occur, in the order of the pieces.

    `dense` is one with so many years' labels that a phone shows every other one.
    """

    bars: tuple[Bar, ...]
    lines: tuple[Line, ...]
    outcomes: tuple[Outcome, ...]
    years: tuple[YearOfDecisions, ...]
    dense: bool
    width: int = WIDTH
    height: int = HEIGHT
    left: int = _LEFT
    base: int = HEIGHT - _BOTTOM


def outcome_chart(years: Sequence[YearOfDecisions]) -> OutcomeChart | None:
    """The chart of some years; None where nothing was decided in any. Years between them without a decision count."""
    decided = [year for year in years if year.outcomes]
    if not decided:
        return None
    known = {year.year: year for year in decided}
    every = [known.get(one, YearOfDecisions(one, 0, {})) for one in range(min(known), max(known) + 1)]
    highest = max(sum(year.outcomes.values()) for year in every)
    step = _step(highest)
    top = -(-highest // step) * step
    unit = (HEIGHT - _BOTTOM - _TOP) / top
    room = (WIDTH - _LEFT - _RIGHT) / len(every)
    skipped = -(-len(every) // 14)  # labels of more years than that would run into each other
    return OutcomeChart(
        bars=tuple(
            _bar(year, _LEFT + i * room, room, unit, (len(every) - 1 - i) % skipped == 0)
            for i, year in enumerate(every)
        ),
        lines=tuple(Line(value, HEIGHT - _BOTTOM - value * unit) for value in range(0, top + 1, step)),
        outcomes=tuple(name for name in OUTCOMES if any(name in year.outcomes for year in decided)),
        years=tuple(reversed(decided)),
        dense=-(-len(every) // skipped) > _FEW,
    )


def _bar(year: YearOfDecisions, left: float, room: float, unit: float, labelled: bool) -> Bar:
    width = min(room * _SHARE, _WIDEST)
    pieces, below = [], float(HEIGHT - _BOTTOM)
    for name in OUTCOMES:
        if count := year.outcomes.get(name, 0):
            below -= count * unit
            pieces.append(Piece(name, count, round(below, 2), round(count * unit, 2)))
    middle = left + room / 2
    return Bar(year.year, round(middle - width / 2, 2), round(width, 2), round(middle, 2), tuple(pieces), labelled)


def _step(highest: int) -> int:
    """A round number that goes into the highest three to six times."""
    size = 1
    while True:
        for step in _STEPS:
            if highest <= 5 * step * size:
                return step * size
        size *= 10
