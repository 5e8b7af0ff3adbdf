"""With a genuine sentence-transformers model, made here: a small BERT of random weights and its own vocabulary."""

import json
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engines.kept import Model
from indexer.embedding import Embedder, ModelUnavailable, model_of, open_embedder
from indexer.embedding.texts import LONGEST_PASSAGE
from mappings.settings import Settings

INSTALL = "pip install 'referatsoegning[sentence-transformers]'"
library = pytest.importorskip("sentence_transformers", reason=f"needs sentence-transformers: {INSTALL}")

Save = Callable[..., Path]
TEXTS = ["Godkendt.", "Direktionen drøftede rammer for hjemmearbejde i byen " * 8, "", "budget og økonomi " * 90]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model of 16 dimensions that reads Danish letter by letter, saved as the library saves its own."""
    import torch
    from transformers import BertConfig, BertModel, BertTokenizerFast

    letters = "abcdefghijklmnopqrstuvwxyzæøå0123456789.,:-/?"
    raw = tmp_path_factory.mktemp("raw")
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *letters, *(f"##{letter}" for letter in letters)]
    (raw / "vocab.txt").write_text("\n".join(vocabulary), encoding="utf-8")
    BertTokenizerFast(vocab=str(raw / "vocab.txt"), strip_accents=False).save_pretrained(raw)
    torch.manual_seed(7)
    BertModel(
        BertConfig(
            vocab_size=len(vocabulary),
            hidden_size=16,
            num_hidden_layers=2,
            num_attention_heads=2,
            intermediate_size=32,
            max_position_embeddings=128,
        )
    ).save_pretrained(raw)
    folder = tmp_path_factory.mktemp("models") / "lille"
    library.SentenceTransformer(str(raw), device="cpu").save(str(folder))  # adds the pooling by the mean
    return folder


@pytest.fixture
def saved(made: Path, tmp_path: Path) -> Save:
    """The model again under a name, with the prompts given in its `config_sentence_transformers.json`."""

    def save(name: str = "lille", **prompts: str) -> Path:
        folder = shutil.copytree(made, tmp_path / name)
        configuration = folder / "config_sentence_transformers.json"
        stated = json.loads(configuration.read_text(encoding="utf-8"))
        stated["prompts"] = prompts
        configuration.write_text(json.dumps(stated), encoding="utf-8")
        return folder

    return save


def opened(folder: Path) -> Embedder:
    return open_embedder(Settings(model=str(folder), device="cpu"))


def by_hand(folder: Path, text: str) -> Any:
    return library.SentenceTransformer(str(folder), device="cpu").encode(text, prompt="", normalize_embeddings=True)


def test_the_vocabulary_holds_danish(made: Path) -> None:
    tokenizer = library.SentenceTransformer(str(made), device="cpu").tokenizer
    assert tokenizer.unk_token_id not in tokenizer("økonomi på ærø: 21/5239")["input_ids"]


def test_vectors_are_float32_of_unit_length_in_the_order_of_the_texts(saved: Save) -> None:
    embedder = opened(saved())
    vectors = embedder.passages(TEXTS)
    assert vectors.shape == (4, 16)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)
    assert embedder.passages(TEXTS[::-1]) == pytest.approx(vectors[::-1], abs=1e-6)


def test_a_text_has_the_same_vector_alone_and_among_others(saved: Save) -> None:
    embedder = opened(saved())
    together = embedder.passages(TEXTS)
    for number, text in enumerate(TEXTS):
        assert embedder.passages([text])[0] == pytest.approx(together[number], abs=1e-6)


def test_stated_prompts_are_put_before_questions_and_passages(saved: Save) -> None:
    folder = saved(query="spørg: ", document="tekst: ")
    embedder = opened(folder)
    assert embedder.queries(["budget"])[0] == pytest.approx(by_hand(folder, "spørg: budget"), abs=1e-6)
    assert embedder.passages(["budget"])[0] == pytest.approx(by_hand(folder, "tekst: budget"), abs=1e-6)
    assert embedder.passages(["budget"])[0] != pytest.approx(by_hand(folder, "budget"), abs=1e-3)


def test_an_e5_that_states_none_gets_the_prefixes_of_e5(saved: Save) -> None:
    folder = saved("dansk-e5-lille")
    embedder = opened(folder)
    assert embedder.queries(["budget"])[0] == pytest.approx(by_hand(folder, "query: budget"), abs=1e-6)
    assert embedder.passages(["budget"])[0] == pytest.approx(by_hand(folder, "passage: budget"), abs=1e-6)


def test_another_that_states_none_gets_none(saved: Save) -> None:
    folder = saved()
    embedder = opened(folder)
    assert embedder.queries(["budget"])[0] == pytest.approx(by_hand(folder, "budget"), abs=1e-6)
    assert embedder.passages(["budget"])[0] == pytest.approx(by_hand(folder, "budget"), abs=1e-6)


@pytest.mark.parametrize("text", ["", "\0", "\ud800", "🙂", "a" * (LONGEST_PASSAGE + 1)])
def test_any_text_has_a_vector_of_unit_length(saved: Save, text: str) -> None:
    embedder = opened(saved())
    for vectors in (embedder.queries([text]), embedder.passages([text])):
        assert np.linalg.norm(vectors[0]) == pytest.approx(1, abs=1e-5)


def test_no_texts_give_no_vectors(saved: Save) -> None:
    assert opened(saved()).passages([]).shape == (0, 16)


def test_progress_counts_texts_up_to_all(saved: Save) -> None:
    told: list[int] = []
    opened(saved()).passages(["Godkendt."] * 70, told.append)
    assert told == [32, 64, 70]


def test_threads_get_their_own_answers(saved: Save) -> None:
    embedder = opened(saved())
    questions = [f"sag {number}" * (1 + number % 5) for number in range(20)]
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda question: embedder.queries([question])[0], questions))
    for question, vector in zip(questions, found, strict=True):
        assert vector == pytest.approx(embedder.queries([question])[0], abs=1e-6)


def test_a_folder_has_the_same_name_wherever_it_lies(saved: Save, tmp_path: Path) -> None:
    folder = saved()
    elsewhere = shutil.copytree(folder, tmp_path / "et andet sted" / "lille")
    (elsewhere / "README.md").write_text("Om modellen", encoding="utf-8")
    name = opened(folder).name
    assert opened(elsewhere).name == name
    assert name.startswith("lille@")
    assert str(tmp_path) not in name


def test_a_folder_with_other_weights_has_another_name(saved: Save) -> None:
    folder = saved()
    before = opened(folder).name
    weights = folder / "model.safetensors"
    content = bytearray(weights.read_bytes())
    content[-1] ^= 1
    weights.write_bytes(content)
    assert opened(folder).name != before


def test_a_folder_with_other_prompts_has_another_name(saved: Save) -> None:
    assert opened(saved("a/lille", query="q: ")).name != opened(saved("b/lille")).name


def test_an_index_remembers_name_and_dimension(saved: Save) -> None:
    embedder = opened(saved())
    assert model_of(embedder) == Model(name=embedder.name, dimension=16)


def test_the_name_of_a_model_of_the_hub_needs_no_loading() -> None:
    assert open_embedder(Settings(model="intfloat/multilingual-e5-small")).name == "intfloat/multilingual-e5-small"


def message(model: str, device: str = "cpu") -> str:
    with pytest.raises(ModelUnavailable) as caught:
        open_embedder(Settings(model=model, device=device)).queries(["budget"])
    text = str(caught.value)
    assert "\n" not in text
    return text


def test_a_folder_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    missing = tmp_path / "ingen"
    assert message(str(missing)).startswith(f"The model folder {missing} does not exist; set REFERAT_MODEL")


def test_a_folder_without_a_model_is_said_so(tmp_path: Path) -> None:
    assert message(str(tmp_path)).startswith(f"The folder {tmp_path} holds no sentence-transformers model that loads")


def test_a_damaged_model_is_said_so(saved: Save) -> None:
    folder = saved()
    (folder / "model.safetensors").write_bytes(b"cut short")
    assert "holds no sentence-transformers model that loads" in message(str(folder))


def test_a_device_that_is_not_there_is_said_so(saved: Save) -> None:
    import torch

    if torch.cuda.is_available():
        pytest.skip("this machine has the GPU that the test would miss")
    assert "REFERAT_DEVICE is 'cuda', but torch cannot use it here" in message(str(saved()), "cuda")


def test_a_device_that_is_a_slip_is_said_so(saved: Save) -> None:
    assert "REFERAT_DEVICE is 'gpu', but torch cannot use it here" in message(str(saved()), "gpu")


def test_a_model_that_cannot_be_fetched_is_said_so_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    import huggingface_hub.constants

    nobody_listens = "http://127.0.0.1:9"
    monkeypatch.setattr(huggingface_hub.constants, "ENDPOINT", nobody_listens)
    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_OFFLINE", False)
    text = message("ingen/model-af-det-navn")
    assert text.startswith(f"The model 'ingen/model-af-det-navn' is not on this machine, and {nobody_listens} cannot")
    assert "set REFERAT_MODEL to referat-e5-2" in text


def test_without_the_library_the_error_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("indexer.embedding.transformer.find_spec", lambda name: None)
    with pytest.raises(ModelUnavailable) as caught:
        open_embedder(Settings(model="intfloat/multilingual-e5-small"))
    assert INSTALL in str(caught.value)
    assert "\n" not in str(caught.value)
