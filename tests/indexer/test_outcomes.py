"""What decisions came to, by the rules and by reading together."""

import datetime as dt
import json
import logging
from pathlib import Path

import numpy as np
import pytest

from engines import open_engine
from engines.base import Access
from indexer import exchange
from indexer.embedding import ModelUnavailable, model_of
from indexer.outcomes import Verdicts, weighed
from indexer.pipeline import index
from mappings.documents import OUTCOMES, Decision, Item, Meeting, Outcome
from mappings.errors import EngineUnavailable, Stopped
from mappings.settings import Settings
from tests.doubles import GramEmbedder, Memory

DAY = dt.date(2021, 6, 28)


def figures(chances: dict[Outcome, float]) -> np.ndarray:
    """The logarithms of these chances, of what is left the others have their share."""
    rest = (1 - sum(chances.values())) / (len(OUTCOMES) - len(chances))
    return np.log(np.array([chances.get(outcome, rest) for outcome in OUTCOMES], dtype=np.float32))


class Reader:
    """Says the same of every text, and counts what it is asked."""

    name = "says the same"

    def __init__(self, outcome: Outcome = "rejected") -> None:
        self.outcome = outcome
        self.read_texts: list[str] = []

    def read(self, text: str) -> np.ndarray:
        self.read_texts.append(text)
        return figures({self.outcome: 0.999})


class Broken:
    name = "broken"

    def read(self, text: str) -> np.ndarray:
        raise ModelUnavailable("The weights are not there; install them.")


def meeting(*texts: str, closed: bool = False) -> Meeting:
    decisions = tuple(Decision("Rådet", DAY, text, outcomes=("approved",)) for text in texts)
    return Meeting(body="Rådet", date=DAY, items=(Item(number=1, title="Sag", decisions=decisions, closed=closed),))


def found(whole: Meeting) -> list[tuple[Outcome, ...]]:
    return [decision.outcomes for item in whole.items for decision in item.decisions]


def test_the_rules_stay_where_the_reader_is_not_sure_of_something_else() -> None:
    assert weighed(("approved",), figures({"approved": 0.4, "noted": 0.5})) == ("approved",)
    assert weighed(("approved", "noted"), figures({"approved": 0.9})) == ("approved", "noted")
    assert weighed(("approved",), figures({"noted": 0.998})) == ("noted",)


def test_where_the_rules_found_nothing_less_is_needed_to_find_something() -> None:
    chances: dict[Outcome, float] = {"discussed": 0.85, "other": 0.08, "approved": 0.06}
    assert weighed(("other",), figures(chances)) == ("discussed",)
    assert weighed(("approved",), figures(chances)) == ("approved",)


def test_what_is_beside_the_main_outcome_stays_and_other_is_always_alone() -> None:
    sure: dict[Outcome, float] = {"noted": 0.999}
    assert weighed(("discussed", "approved"), figures(sure)) == ("noted", "approved")
    assert weighed(("discussed", "approved"), figures({"other": 0.999})) == ("other",)


def test_of_what_was_told_and_discussed_the_reader_tells_only_which_comes_first() -> None:
    assert weighed(("discussed", "noted"), figures({"noted": 0.999})) == ("noted", "discussed")
    assert weighed(("discussed",), figures({"noted": 0.999})) == ("noted",)


def test_every_decision_is_read_once_and_what_was_read_is_kept_with_the_index() -> None:
    reader, memory = Reader(), Memory()
    whole = meeting("Vi siger ja til det.", "Det blev ikke til noget.", "Vi siger ja til det.")
    assert found(Verdicts(reader, memory).of(whole)) == [("rejected",)] * 3  # type: ignore[arg-type]  # the cache alone
    assert reader.read_texts == ["Vi siger ja til det.", "Det blev ikke til noget."]
    again = Reader("noted")
    assert found(Verdicts(again, memory).of(whole)) == [("rejected",)] * 3  # type: ignore[arg-type]
    assert again.read_texts == []


def test_another_reader_does_not_take_over_what_was_read_before() -> None:
    memory, other = Memory(), Reader("noted")
    other.name = "another"
    Verdicts(Reader(), memory).of(meeting("Vi siger ja til det."))  # type: ignore[arg-type]
    assert found(Verdicts(other, memory).of(meeting("Vi siger ja til det."))) == [("noted",)]  # type: ignore[arg-type]


def test_nothing_is_read_of_the_closed_the_empty_or_the_given() -> None:
    reader = Reader()
    verdicts = Verdicts(reader)
    assert found(verdicts.of(meeting("Lukket", closed=True))) == [("approved",)]
    assert found(verdicts.of(meeting("", "  "))) == [("approved",)] * 2
    assert found(verdicts.of(meeting("Vi siger ja til det.", "Nej."), given={(0, 0)})) == [("approved",), ("rejected",)]
    assert reader.read_texts == ["Nej."]


def test_what_a_line_says_and_nothing_else_is_not_read_and_stands() -> None:
    reader = Reader()
    several = "Mødet med politiet\n\nGodkendt\n\nNetværk af ledere\n\nDet blev besluttet, at de ændres hvert 3. år."
    assert found(Verdicts(reader).of(meeting("Godkendt.", several))) == [("approved",)] * 2
    assert reader.read_texts == []
    otherwise = several.replace("Godkendt", "Udskudt")
    assert found(Verdicts(reader).of(meeting(otherwise))) == [("rejected",)]  # the rules' main one stands on no line
    assert reader.read_texts == [otherwise]


def test_no_more_is_read_than_somebody_waits_for_but_what_is_known_is_told() -> None:
    reader, memory = Reader(), Memory()
    Verdicts(reader, memory).of(meeting("Et.", "To."))  # type: ignore[arg-type]
    hurried = Verdicts(reader, memory, seconds=0)  # type: ignore[arg-type]
    assert found(hurried.of(meeting("To.", "Tre."))) == [("rejected",), ("approved",)]
    assert found(Verdicts(reader, memory, seconds=60).of(meeting("Tre."))) == [("rejected",)]  # type: ignore[arg-type]
    assert len(memory.kept) == 2  # who is in a hurry keeps nothing
    assert reader.read_texts == ["Et.", "To.", "Tre."]


def test_it_is_told_how_many_were_read_and_what_was_read_is_kept_when_that_is_stopped() -> None:
    heard: list[int] = []

    def stop(count: int) -> None:
        heard.append(count)
        if count == 2:
            raise Stopped("Enough.")

    reader, memory = Reader(), Memory()
    with pytest.raises(Stopped):
        Verdicts(reader, memory, heard=stop).of(meeting("Et.", "To.", "Tre."))  # type: ignore[arg-type]
    assert heard == [1, 2]
    assert len(memory.kept) == 2


def test_what_is_kept_in_another_shape_is_read_again() -> None:
    reader, memory = Reader(), Memory()
    Verdicts(reader, memory).of(meeting("Et."))  # type: ignore[arg-type]
    memory.kept = {key: figures[:3] for key, figures in memory.kept.items()}
    assert found(Verdicts(reader, memory).of(meeting("Et."))) == [("rejected",)]  # type: ignore[arg-type]
    assert reader.read_texts == ["Et.", "Et."]


def test_who_shall_do_what_is_no_part_of_what_is_read() -> None:
    reader = Reader()
    Verdicts(reader).of(meeting("Drøftet.\n\nAnsvarlig | Opgave | Frist\nKommunikation; HR | Nyhed | snarest"))
    assert reader.read_texts == ["Drøftet."]


def test_without_the_model_the_rules_are_alone_and_it_is_told_once(caplog: pytest.LogCaptureFixture) -> None:
    verdicts = Verdicts(Broken())
    with caplog.at_level(logging.WARNING):
        assert found(verdicts.of(meeting("Vi siger ja til det."))) == [("approved",)]
        assert found(verdicts.of(meeting("Nej."))) == [("approved",)]
    assert [record.message for record in caplog.records] == ["The weights are not there; install them."]


def test_without_the_model_what_was_read_before_is_still_known() -> None:
    memory, broken = Memory(), Broken()
    known = Reader()
    known.name = broken.name
    Verdicts(known, memory).of(meeting("Et.", "To."))  # type: ignore[arg-type]
    verdicts = Verdicts(broken, memory)  # type: ignore[arg-type]
    read = [found(verdicts.of(meeting(text))) for text in ("Et.", "Tre.", "To.")]
    assert read == [[("rejected",)], [("approved",)], [("rejected",)]]


def test_an_engine_that_cannot_keep_what_is_read_ends_the_run_as_it_does_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = {"number": 1, "title": "Sag", "decisions": [{"body": "Rådet", "date": "2021-06-28", "text": "Nej."}]}
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps({"body": "Rådet", "date": "2021-06-28", "items": [item]}), encoding="utf-8")
    engine = open_engine(Settings(data=tmp_path / "data"), model=model_of(GramEmbedder()))

    def full(_: object) -> None:
        raise EngineUnavailable("The disk is full.")

    try:
        monkeypatch.setattr(engine, "cache_vectors", full)
        with pytest.raises(EngineUnavailable, match="The disk is full"):
            index([path], engine, GramEmbedder(), verdicts=Verdicts(Reader(), engine))
    finally:
        engine.close()


def test_outcomes_given_as_data_stay_and_others_are_read(tmp_path: Path) -> None:
    said = {"body": "Rådet", "date": "2021-06-28", "text": "Vi siger ja til det."}
    item = {"number": 1, "title": "Sag", "decisions": [{**said, "outcomes": ["approved"]}, said]}
    path = tmp_path / "given.jsonl"
    path.write_text(json.dumps({"body": "Rådet", "date": "2021-06-28", "items": [item]}), encoding="utf-8")
    (one,) = exchange.read(path, verdicts=Verdicts(Reader()))
    assert isinstance(one, Meeting)
    assert found(one) == [("approved",), ("rejected",)]


def test_what_is_indexed_is_what_both_say_and_stays_unchanged_when_it_is_read_again(tmp_path: Path) -> None:
    minutes = tmp_path / "a.md"
    minutes.write_text(
        "REFERAT Direktionen d. 12-03-2021\n\nMødedato 12-03-2021 kl. 09:00\n\nPunkt 1: Budget for skolerne\n\n"
        "21/100\n\nBaggrund\n\nSkolernes budget.\n\n"
        "Beslutning Direktionen den 12-03-2021\n\nDet kom der ikke noget ud af.\n",
        encoding="utf-8",
    )
    engine = open_engine(Settings(data=tmp_path / "data"), model=model_of(GramEmbedder()))
    try:
        reader = Reader()
        for expected in ("added", "unchanged"):
            report = index([minutes], engine, GramEmbedder(), verdicts=Verdicts(reader, engine))
            assert getattr(report, expected) == 1
        (stored,) = engine.meetings(["direktionen-2021-03-12"], Access(closed=True))
        assert found(stored) == [("rejected",)]
        assert len(reader.read_texts) == 1
    finally:
        engine.close()
