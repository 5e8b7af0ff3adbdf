"""What a model wants to read before a question and before a passage."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

# The names under which published models state their prompts, those of sentence-transformers itself first.
_QUERY_NAMES = ("query", "search_query", "retrieval.query", "web_search_query")
_PASSAGE_NAMES = ("passage", "document", "corpus", "search_document", "retrieval.passage")

_E5 = re.compile(r"(?<![a-z0-9])e5(?![a-z0-9])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Prompts:
    """What is put before a question and before a passage; may be empty."""

    query: str = ""
    passage: str = ""


# From the model cards: https://huggingface.co/intfloat/multilingual-e5-small and …/multilingual-e5-large-instruct
E5 = Prompts("query: ", "passage: ")
E5_INSTRUCT = Prompts(
    "Instruct: Given a web search query, retrieve relevant passages that answer the query\nQuery: ", ""
)


def prompts_of(model: str, stated: Mapping[str, str], default: str | None) -> Prompts:
    """The prompts of the model of this name or folder.

    `stated` are those of its own configuration and `default` the name of the one it uses for everything; where it
    states none, e5 models are known by name (the folder's, or the one its configuration says it was made from).
    """
    fallback = stated.get(default or "") or ""
    own = Prompts(_first(stated, _QUERY_NAMES) or fallback, _first(stated, _PASSAGE_NAMES) or fallback)
    if own != Prompts():
        return own
    names = [_last_part(model), _made_from(Path(model))]
    if not any(_E5.search(name) for name in names):
        return Prompts()
    return E5_INSTRUCT if any("instruct" in name.lower() for name in names) else E5


def _first(stated: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((stated[name] for name in names if stated.get(name)), "")


def _last_part(model: str) -> str:
    """Without the folders above: that somebody keeps models in `e5/` says nothing of them."""
    folder = Path(model)
    return folder.resolve().name if folder.is_dir() else folder.name


def _made_from(folder: Path) -> str:
    try:
        configuration = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    name = configuration.get("_name_or_path") if isinstance(configuration, dict) else None
    return name.rstrip("/").rsplit("/", 1)[-1] if isinstance(name, str) else ""
