"""One version of the index after another: the next made beside the one in use, taken into use, the old ones deleted.

A version is marked as unfinished in its `_meta` from when it is made until it is taken into use, so that what an
interruption left is known for what it is. Nothing is deleted that this program did not make, or that an alias leads to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from engines.elasticsearch import schema
from engines.elasticsearch.connection import Server
from engines.elasticsearch.names import Place, version_number
from engines.elasticsearch.retrying import patiently
from engines.elasticsearch.schema import Meta
from engines.elasticsearch.versions import Version, Versions
from engines.kept import Model

_UNFINISHED = "unfinished"


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """Versions that are not in use: those that were once, and those that never were. Names of indices, oldest first."""

    old: tuple[str, ...]
    unfinished: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Succession:
    """The versions of an index, for whoever holds the lease of the whole index (but for `left_behind`)."""

    server: Server
    place: Place
    versions: Versions

    def left_behind(self) -> LeftBehind:
        """The versions of ours that searches do not go to."""
        ours = {name: each for name, each in self.versions.all().items() if schema.meta_of(each.get("mappings", {}))}
        idle = sorted(name for name, each in ours.items() if self.place.read not in each.get("aliases", {}))
        begun = [name for name in idle if _UNFINISHED in ours[name]["mappings"]["_meta"]]
        return LeftBehind(tuple(name for name in idle if name not in begun), tuple(begun))

    def beside(self, model: Model) -> Version:
        """The version to fill: an unfinished one of this program and model; else a new one, and those there are go."""
        wanted = Meta(model, self.versions.vectors)
        for name in self.left_behind().unfinished:
            found = Version(name, self.versions.meta(name))
            if found.meta == wanted and not self.versions.drift(found):
                return found
            self.delete([name])
        number = 1 + max((version_number(name) or 0 for name in self.versions.all()), default=0)
        version = Version(self.place.version(number), wanted)
        body = schema.body(wanted)
        body["mappings"]["_meta"][_UNFINISHED] = True
        self.versions.create(version.concrete, body)
        return version

    def take_into_use(self, version: Version) -> None:
        """Let both aliases lead to a version and nowhere else, from one moment to the next."""
        patiently(self.server, lambda: self._swap(version.concrete))
        self.call_finished(version)

    def call_finished(self, version: Version) -> None:
        """Take away the mark, for a version that is in use."""
        meta = schema.body(version.meta)["mappings"]["_meta"]
        patiently(self.server, lambda: self.server.writing.indices.put_mapping(index=version.concrete, meta=meta))

    def delete(self, names: Sequence[str]) -> None:
        """Delete versions that `left_behind` names."""
        if names:
            patiently(
                self.server,
                lambda: self.server.writing.indices.delete(index=list(names), ignore_unavailable=True),
            )

    def _swap(self, concrete: str) -> None:
        aliases = (self.place.read, self.place.write)
        actions: list[dict[str, Any]] = [
            {"remove": {"index": name, "alias": alias}}
            for name, each in self.versions.all().items()
            for alias in aliases
            if name != concrete and alias in each.get("aliases", {})
        ]
        actions.append({"add": {"index": concrete, "alias": self.place.read}})
        actions.append({"add": {"index": concrete, "alias": self.place.write, "is_write_index": True}})
        self.server.writing.indices.update_aliases(actions=actions)
