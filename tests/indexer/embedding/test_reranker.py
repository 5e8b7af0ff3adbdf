"""A genuine CrossEncoder, made here: a small BERT of random weights that reads Danish letter by letter."""

from pathlib import Path

import pytest

from indexer.embedding import ModelUnavailable, open_reranker
from mappings.settings import Settings

INSTALL = "pip install 'referatsoegning[sentence-transformers]'"
library = pytest.importorskip("sentence_transformers", reason=f"needs sentence-transformers: {INSTALL}")

TEXTS = ["Rammer for hjemmearbejde", "Parkering ved havnen", "", "budget " * 400]


def made(folder: Path, figures: int = 1) -> Path:
    """A model that gives so many figures for a pair, saved as the library saves its own."""
    import torch
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

    letters = "abcdefghijklmnopqrstuvwxyzæøå0123456789.,:-/?"
    raw = folder / "raw"
    raw.mkdir()
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *letters, *(f"##{letter}" for letter in letters)]
    (raw / "vocab.txt").write_text("\n".join(vocabulary), encoding="utf-8")
    BertTokenizerFast(vocab=str(raw / "vocab.txt"), strip_accents=False).save_pretrained(raw)
    torch.manual_seed(7)
    configuration = BertConfig(
        vocab_size=len(vocabulary),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=128,
        num_labels=figures,
    )
    BertForSequenceClassification(configuration).save_pretrained(raw)
    return raw


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("model"))


def test_without_a_setting_there_is_none() -> None:
    assert open_reranker(Settings()) is None


def test_each_text_gets_a_figure_that_is_the_same_each_time_and_whatever_stands_beside_it(folder: Path) -> None:
    reranker = open_reranker(Settings(reranker=str(folder), device="cpu"))
    assert reranker is not None
    scores = reranker.scores("hjemmearbejde", TEXTS)
    assert len(scores) == len(TEXTS)
    assert len(set(scores)) == len(TEXTS)
    assert reranker.scores("hjemmearbejde", TEXTS[1:2]) == pytest.approx(scores[1:2], abs=1e-5)
    assert reranker.scores("hjemmearbejde", []) == []


def test_a_model_of_several_figures_is_refused_with_the_setting(tmp_path: Path) -> None:
    reranker = open_reranker(Settings(reranker=str(made(tmp_path, figures=3)), device="cpu"))
    assert reranker is not None
    with pytest.raises(ModelUnavailable, match="REFERAT_RERANKER"):
        reranker.scores("hjemmearbejde", TEXTS)


def test_a_folder_that_is_missing_or_holds_no_model_is_told_with_the_setting(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match="REFERAT_RERANKER"):
        open_reranker(Settings(reranker=str(tmp_path / "ingen")))
    empty = open_reranker(Settings(reranker=str(tmp_path), device="cpu"))
    assert empty is not None
    with pytest.raises(ModelUnavailable, match="REFERAT_RERANKER"):
        empty.scores("hjemmearbejde", TEXTS)
