"""What was changed by hand: a version of the index on the server held against what this program makes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

# What a server leaves out of its answer, because without it it would do the same.
_LEFT_OUT: dict[str, Any] = {"position_increment_gap": "100", "index": "true", "similarity": "cosine", "type": "object"}
_OURS = ("index.analysis.", "index.similarity.", "index.refresh_interval")
# Words that who asks by other tools is helped with. Nothing of ours rests on them, and a new list of them in a newer
# program is no reason to refuse an index.
_OF_OTHERS = ("index.analysis.filter.danish_synonyms.", "index.analysis.filter.typed_in_capitals.")
_ADDED = ("index_options", "meta")  # servers state defaults of their own here


def drift(wanted: Mapping[str, Any], got: Mapping[str, Any]) -> list[str]:
    """What differs between the body that made an index and what the server tells of it with flat settings, by name.

    Only what searching depends on is compared: mapping, analysis, similarity and refreshing. How many shards and
    replicas there are, and where, is the operator's to choose.
    """
    mapping = _differences(dict(_flat(_without_meta(wanted))), dict(_flat(_without_meta(got))))
    made, found = dict(_flat(_named(wanted["settings"]))), dict(_flat(got["settings"]))
    ours = [{name: value for name, value in each.items() if _is_ours(name)} for each in (made, found)]
    return sorted({_readable(name) for name in mapping} | set(_differences(*ours)))


def _is_ours(name: str) -> bool:
    return name.startswith(_OURS) and not name.startswith(_OF_OTHERS)


def _without_meta(body: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in body["mappings"].items() if name != "_meta"}


def _named(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Settings by the names that the server gives them: all below `index`."""
    below = {name: value for name, value in settings.items() if name != "index"}
    return {"index": {**settings.get("index", {}), **below}}


def _flat(body: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in body.items():
        if isinstance(value, Mapping) and value:
            yield from _flat(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", _plain(value)


def _plain(value: object) -> object:
    """As settings come back: everything a string."""
    if isinstance(value, bool):
        return str(value).lower()
    return [_plain(one) for one in value] if isinstance(value, list) else str(value)


def _differences(wanted: Mapping[str, Any], got: Mapping[str, Any]) -> list[str]:
    missing = [name for name in wanted.keys() - got.keys() if not _may_be_left_out(name, wanted)]
    added = [name for name in got.keys() - wanted.keys() if not set(name.split(".")[:-1]) & set(_ADDED)]
    return missing + added + [name for name in wanted.keys() & got.keys() if wanted[name] != got[name]]


def _may_be_left_out(name: str, wanted: Mapping[str, Any]) -> bool:
    field, _, last = name.rpartition(".")
    if last == "search_analyzer":
        return bool(wanted[name] == wanted.get(f"{field}.analyzer"))
    return last in _LEFT_OUT and bool(wanted[name] == _LEFT_OUT[last])


def _readable(name: str) -> str:
    """`properties.item.properties.title.analyzer` as `item.title.analyzer`, and a field's type as the field."""
    return ".".join(part for part in name.removesuffix(".type").split(".") if part != "properties")
