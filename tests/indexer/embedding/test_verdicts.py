"""What a decision came to, read by the model."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from indexer.embedding import ModelUnavailable, tuning, verdicts
from indexer.embedding.verdicts import E5VerdictReader
from mappings.documents import OUTCOMES


@pytest.fixture(scope="module")
def reader() -> E5VerdictReader:
    return E5VerdictReader()


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Godkendt.", "approved"),
        ("Udsat til næste møde.", "postponed"),
        ("Taget til efterretning.", "noted"),
        ("Udvalget anbefaler over for byrådet, at bevillingen gives.", "recommended"),
        ("Rådet udvekslede synspunkter om planen.", "discussed"),
        ("Der var ikke stemning for forslaget i byrådet.", "rejected"),
        ("Sagen oversendes til Teknisk Udvalg, som bedes tage sig af den.", "referred"),
        ("Mødet sluttede kl. 12.15.", "other"),
    ],
)
def test_what_is_said_in_usual_and_unusual_words_is_told(reader: E5VerdictReader, text: str, outcome: str) -> None:
    assert OUTCOMES[int(reader.read(text).argmax())] == outcome


@pytest.mark.parametrize("text", ["", " \n ", "?", "\0\ud800", "ja " * 20_000, "Ω" * 9_000, "</s>", "a\n\n\nb"])
def test_whatever_is_read_the_chances_add_up_to_one(reader: E5VerdictReader, text: str) -> None:
    figures = reader.read(text)
    assert figures.shape == (len(OUTCOMES),)
    assert float(np.exp(figures).sum()) == pytest.approx(1, abs=1e-4)


def test_of_a_long_text_the_end_is_read_too(reader: E5VerdictReader) -> None:
    long = "Et medlem sagde noget om vejret, og et andet om trafikken. " * 60
    assert (
        reader.read(f"{long}\n\nUdsat til næste møde.")[OUTCOMES.index("postponed")]
        > reader.read(long)[OUTCOMES.index("postponed")]
    )


def test_of_a_very_long_text_beginning_and_end_are_read() -> None:
    model = verdicts.load()
    middle = "Et medlem sagde noget om vejret. " * 500
    text = f"Udsat til næste møde. {middle}Protokollen blev læst op."
    whole = model.pieces.numbers(f"passage: {text}", 20_000)
    states = model.begun_of(text)
    assert len(states) == verdicts.LONGEST
    expected = model.through_lower([*whole[: verdicts.BEGINNING], *whole[verdicts.BEGINNING - verdicts.LONGEST :]])
    assert np.allclose(states, expected)


def test_what_it_is_called_changes_with_what_was_learned(monkeypatch: pytest.MonkeyPatch) -> None:
    assert E5VerdictReader().name == E5VerdictReader().name
    before = E5VerdictReader().name
    monkeypatch.setattr(tuning, "content", lambda _: b"another")
    assert E5VerdictReader().name != before


def test_a_file_that_lacks_something_is_told_by_its_name() -> None:
    learned = {name: values for name, values in tuning.shipped(verdicts.FILE).items() if name != "outer.w"}
    with pytest.raises(ModelUnavailable, match=r"verdicts\.npz lacks outer\.w"):
        verdicts.load(learned)


def test_the_same_text_gives_the_same_whoever_asks(reader: E5VerdictReader) -> None:
    once = reader.read("Tiltrådt.").tolist()
    assert E5VerdictReader().read("Tiltrådt.").tolist() == once
    with ThreadPoolExecutor(4) as pool:
        assert all(one.tolist() == once for one in pool.map(lambda _: reader.read("Tiltrådt."), range(8)))


def test_without_what_was_learned_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: str) -> dict[str, np.ndarray]:
        raise OSError("no such file")

    monkeypatch.setattr(tuning, "shipped", broken)
    with pytest.raises(ModelUnavailable, match=r"verdicts\.npz"):
        E5VerdictReader().read("Godkendt.")


def test_one_model_serves_a_whole_process() -> None:
    assert verdicts.shared() is verdicts.shared()
