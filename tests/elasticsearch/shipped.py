"""`mappings/items.json` as it has to be: what it repeats of other files, and how it is set out.

`python -m tests.elasticsearch.shipped` writes it anew, after a change to the stop words or the synonyms.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from engines.elasticsearch import schema
from engines.kept import Model
from mappings import analysis, danish
from search_api import synonyms

ITEMS = Path(__file__).parents[2] / "mappings" / "items.json"
WIDTH = 120
_SHORT = 30  # characters of what stands beside others in a list


def main() -> None:
    """Write the file anew."""
    ITEMS.write_text(pretty(current(json.loads(ITEMS.read_text(encoding="utf-8")))) + "\n", encoding="utf-8")


def current(body: dict[str, Any]) -> dict[str, Any]:
    """The settings and mapping with what other files and the program say today."""
    filters = body["settings"]["analysis"]["filter"]
    filters["danish_stop"]["stopwords"] = sorted(danish.stop_words())
    filters["danish_synonyms"]["synonyms"] = list(dict.fromkeys(_written(rule) for rule in _rules()))
    filters["typed_in_capitals"]["pattern"] = f"^({'|'.join(sorted(_in_capitals()))})$"
    body["mappings"]["_meta"] = schema.body(schema.Meta(Model(name="referat-e5-2", dimension=384), "int8_hnsw"))[
        "mappings"
    ]["_meta"]
    return body


def pairs() -> list[tuple[str, str]]:
    """Each entry of the synonyms with each other one that it asks for, as they stand in the file."""
    return [(left, other) for left, others in _rules() for other in others]


def pretty(value: object, indent: int = 0, taken: int = 0) -> str:
    """JSON on as few lines as are readable; `taken` are the columns that the line already has."""
    line = json.dumps(value, ensure_ascii=False)
    inside = " " * (indent + 2)
    if isinstance(value, str | int | float) or value is None or indent + taken + len(line) <= WIDTH - 20:
        return line
    if isinstance(value, dict):
        entries = [f"{json.dumps(name)}: " for name in value]
        parts = [
            f"{name}{pretty(one, indent + 2, len(name))}" for name, one in zip(entries, value.values(), strict=True)
        ]
        return "{\n" + ",\n".join(inside + part for part in parts) + "\n" + " " * indent + "}"
    assert isinstance(value, list)
    parts = [json.dumps(one, ensure_ascii=False) for one in value]
    beside = all(len(part) <= _SHORT for part in parts)
    lines = textwrap.wrap(", ".join(parts), WIDTH - indent - 2, break_on_hyphens=False) if beside else _ended(parts)
    return "[\n" + "\n".join(inside + one for one in lines) + "\n" + " " * indent + "]"


def _ended(parts: list[str]) -> list[str]:
    return [f"{part}," for part in parts[:-1]] + parts[-1:]


def _rules() -> Iterator[tuple[str, list[str]]]:
    """Each entry that may be asked for, and what else is then asked for."""
    for rule in synonyms._rules(danish.text("synonyms"), "synonyms.txt"):
        for left in rule.left:
            yield left, [right for right in rule.right if right != left]


def _in_capitals() -> set[str]:
    """What must be typed in capitals, since it is an ordinary word else."""
    return {left for left, _ in _rules() if synonyms._capitals(left)}


def _written(rule: tuple[str, list[str]]) -> str:
    """A rule for the server: what is typed is gone unless it is asked for too. Stop words are gone by then.

    But for those in capitals (MED), which are told apart before stop words go.
    """
    left, others = rule
    words = [word for word in analysis.TOKEN.findall(left) if word.isupper() or not _stopped(word)]
    meant = [" ".join(word for word in analysis.TOKEN.findall(one) if not _stopped(word)) for one in (left, *others)]
    return f"{' '.join(words)} => {', '.join(dict.fromkeys(filter(None, meant)))}"


def _stopped(word: str) -> bool:
    return word.lower() in danish.stop_words()


if __name__ == "__main__":
    main()
