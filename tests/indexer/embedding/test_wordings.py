"""What a decision came to, by runs of words."""

import numpy as np
import pytest

from indexer.embedding import ModelUnavailable, tuning, verdicts, wordings
from indexer.embedding.wordings import Wordings
from mappings.documents import OUTCOMES


@pytest.fixture(scope="module")
def words() -> Wordings:
    return wordings.load()


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Godkendt.", "approved"),
        ("Udsat til næste møde.", "postponed"),
        ("Taget til efterretning.", "noted"),
        ("Forslaget blev forkastet.", "rejected"),
        ("Udvalget anbefaler, at byrådet godkender bevillingen.", "recommended"),
    ],
)
def test_usual_words_are_told(words: Wordings, text: str, outcome: str) -> None:
    assert OUTCOMES[int(words.read(text).argmax())] == outcome


@pytest.mark.parametrize("text", ["", " \n ", "?", "\0\ud800", "ja " * 200_000, "Ω" * 9_000])
def test_whatever_is_read_the_chances_add_up_to_one(words: Wordings, text: str) -> None:
    figures = words.read(text)
    assert figures.shape == (len(OUTCOMES),)
    assert float(np.exp(figures).sum()) == pytest.approx(1, abs=1e-4)


def test_a_run_counts_once_in_whatever_case_and_figures_are_alike() -> None:
    assert wordings.runs("Udsat. UDSAT.\n12 3").tolist() == wordings.runs("udsat.  udsat.\n\n3 12").tolist()
    assert len(wordings.runs("den 3. maj")) == len(wordings.runs("den 14. maj"))
    assert not len(wordings.runs(""))


def test_pairs_keep_their_order_and_know_where_a_line_begins() -> None:
    assert set(wordings.runs("ikke godkendt")) != set(wordings.runs("godkendt ikke"))
    assert set(wordings.runs("godkendt\nudsat")) != set(wordings.runs("godkendt udsat"))


def test_both_opinions_are_weighed(words: Wordings) -> None:
    text = "Udvalget kunne ikke følge forslaget."
    layers = verdicts.load().read(text)
    read = verdicts.shared().read(text)
    assert not np.allclose(read, layers, atol=1e-3)
    assert read - read[0] == pytest.approx(
        (layers - layers[0]) + 0.5 * (words.read(text) - words.read(text)[0]), abs=1e-4
    )


def test_what_was_read_with_other_words_has_another_name(monkeypatch: pytest.MonkeyPatch) -> None:
    before = verdicts.E5VerdictReader().name
    real = tuning.content
    monkeypatch.setattr(tuning, "content", lambda file: real(file) + (b"more" if file == wordings.FILE else b""))
    assert verdicts.E5VerdictReader().name != before


def test_a_file_that_lacks_something_is_told_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    real = tuning.shipped

    def without(file: str) -> dict[str, tuning.Numbers]:
        return {name: values for name, values in real(file).items() if name != "scale" or file != wordings.FILE}

    monkeypatch.setattr(tuning, "shipped", without)
    with pytest.raises(ModelUnavailable, match=r"wordings\.npz lacks scale"):
        verdicts.E5VerdictReader().read("Godkendt.")
