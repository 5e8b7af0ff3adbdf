import json
from pathlib import Path

import pytest

from indexer.embedding.prompts import E5, E5_INSTRUCT, Prompts, prompts_of

UNSTATED = {"query": "", "document": ""}  # what sentence-transformers gives where a model states none


@pytest.mark.parametrize(
    ("model", "prompts"),
    [
        ("intfloat/multilingual-e5-small", E5),
        ("intfloat/e5-base-v2", E5),
        ("intfloat/multilingual-e5-large-instruct", E5_INSTRUCT),
        ("sentence-transformers/all-MiniLM-L6-v2", Prompts()),
        ("somebody/base5", Prompts()),
        ("somebody/the5th-model", Prompts()),
        ("/srv/models/e5/minilm", Prompts()),
    ],
)
def test_e5_is_known_by_name_where_no_prompts_are_stated(model: str, prompts: Prompts) -> None:
    assert prompts_of(model, UNSTATED, None) == prompts


def test_stated_prompts_win_over_the_name() -> None:
    stated = {"query": "spørgsmål: ", "document": "tekst: "}
    assert prompts_of("intfloat/e5-small", stated, None) == Prompts("spørgsmål: ", "tekst: ")


def test_passage_is_another_word_for_document() -> None:
    stated = {"query": "q: ", "document": "", "passage": "p: "}
    assert prompts_of("a/b", stated, None) == Prompts("q: ", "p: ")


def test_a_prompt_for_questions_only_leaves_passages_bare() -> None:
    assert prompts_of("a/e5-b", {"query": "Find: ", "document": ""}, None) == Prompts("Find: ", "")


def test_a_default_prompt_is_for_both() -> None:
    assert prompts_of("a/b", {"sts": "s: ", **UNSTATED}, "sts") == Prompts("s: ", "s: ")


def test_a_folder_is_known_as_e5_by_what_it_was_made_from(tmp_path: Path) -> None:
    folder = tmp_path / "vores-model"
    folder.mkdir()
    assert prompts_of(str(folder), UNSTATED, None) == Prompts()
    (folder / "config.json").write_text(json.dumps({"_name_or_path": "intfloat/multilingual-e5-base"}))
    assert prompts_of(str(folder), UNSTATED, None) == E5
