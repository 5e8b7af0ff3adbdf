"""Which version of the index is in use, what made it, and the first one, made where there is none.

Whatever stands under our names on the server has to be ours: an index of another program is refused in one line, and
nothing is changed.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import orjson
from elasticsearch import BadRequestError

from engines.elasticsearch import schema
from engines.elasticsearch.connection import Server
from engines.elasticsearch.drift import drift
from engines.elasticsearch.names import Place, version_number
from engines.elasticsearch.schema import Meta
from engines.kept import Model
from mappings.analysis import ANALYSIS_VERSION
from mappings.errors import EngineUnavailable, IndexMismatch

_REMEMBERED = 60.0  # seconds; somebody may delete an index by hand and make one of the same name
_Indices = dict[str, dict[str, Any]]  # by name: `aliases`, and `mappings` with `_meta` where it has one
_OURS = "*.aliases,*.mappings._meta"


@dataclass(frozen=True, slots=True)
class Version:
    """A version of the index: its name on the server, and what made it."""

    concrete: str
    meta: Meta


class Versions:
    """The versions of one index. Threads share it; nothing is asked before the first call."""

    def __init__(self, server: Server, place: Place, vectors: str) -> None:
        self._server = server
        self._place = place
        self.vectors = vectors
        self._known: dict[str, tuple[float, Meta]] = {}

    def current(self) -> Version | None:
        """What searches go to; None where nothing was made. Raises `IndexMismatch` where that is not ours."""
        return self._in_use(self._get(self._place.read))

    def meta(self, concrete: str) -> Meta:
        """What made a version, remembered for a while. Raises `IndexMismatch` where it is not ours."""
        since, meta = self._known.get(concrete, (-_REMEMBERED, None))
        if meta is None or time.monotonic() - since >= _REMEMBERED:
            found = self._get(concrete)
            if concrete not in found:
                raise EngineUnavailable(f"The index {concrete} was just replaced by another. Try again.")
            meta = self._ours(concrete, found[concrete])
        return meta

    def check(self, meta: Meta, model: Model | None) -> None:
        """Raise `IndexMismatch` where an index was made by another version of this program, or by another model."""
        self.check_readable(meta)
        if (meta.schema, meta.analysis) != (schema.SCHEMA_VERSION, ANALYSIS_VERSION):
            raise IndexMismatch(
                f"The index {self._place.index} is of version {meta.schema}.{meta.analysis}, but this program reads "
                f"{schema.SCHEMA_VERSION}.{ANALYSIS_VERSION}. Run `referat reindex` to build it anew from what is "
                "stored."
            )
        if model is not None and meta.model != model:
            raise IndexMismatch(
                f"The index {self._place.index} was made with the model {meta.model.name!r} "
                f"({meta.model.dimension} dimensions), but REFERAT_MODEL is {model.name!r} ({model.dimension}). "
                "Set REFERAT_MODEL back, or run `referat reindex` to embed it anew."
            )

    def check_readable(self, meta: Meta) -> None:
        """Raise `IndexMismatch` where what is stored cannot be understood, not even to make it anew."""
        if meta.schema > schema.SCHEMA_VERSION:
            raise IndexMismatch(
                f"The index {self._place.index} is of version {meta.schema}.{meta.analysis}, but this program reads "
                f"{schema.SCHEMA_VERSION}.{ANALYSIS_VERSION}. Use the newer program that made it."
            )

    def make(self, model: Model | None) -> Version:
        """The version to write to, made first where there is none, with what belongs to it; several may call at once.

        Raises `IndexMismatch` for what is not ours, is another's (see `check`) or was changed by hand. A `model` is
        needed only where there is no index.
        """
        there = self._get(*self._names)
        self._check_stores(there)
        if self._in_use(there) is None:
            self._make_first(model, there)
            there = self._get(*self._names)
        found = self._in_use(there)
        if found is None:
            raise EngineUnavailable(f"The index {self._place.index} was deleted while it was made. Try again.")
        self.check(found.meta, model)
        self._check_write_alias(found, there)
        self._check_unchanged(found)
        self._make_stores(there)
        return found

    def make_stores(self) -> None:
        """Make the indices of leases and of vectors where there are none."""
        there = self._get(*self._names)
        self._check_stores(there)
        self._make_stores(there)

    def all(self) -> _Indices:
        """Every index named as a version of ours is: its `aliases`, and `mappings` with `_meta` where it has one."""
        found = self._get(self._place.versions)
        numbers = {name: version_number(name) for name in found}
        return {name: found[name] for name, number in numbers.items() if number and name == self._place.version(number)}

    def drift(self, version: Version) -> list[str]:
        """The fields and settings that are not as this program made them (`item.title.analyzer`); [] when all are."""
        with self._server.in_our_words():
            got = self._server.reading.indices.get(index=version.concrete, flat_settings=True).body[version.concrete]
        return drift(schema.body(version.meta), got)

    @property
    def _names(self) -> tuple[str, str, str, str]:
        return self._place.read, self._place.write, self._place.state, self._place.vectors

    def _in_use(self, there: _Indices) -> Version | None:
        alias = self._place.read
        leads = _led_to(there, alias)
        if not leads:
            return None
        if len(leads) > 1:
            raise IndexMismatch(
                f"The alias {alias} leads to several indices ({', '.join(leads)}), and should lead to one. "
                "Take it from all but the last."
            )
        if leads == [alias]:
            raise self._foreign(alias, alias)
        return Version(leads[0], self._ours(leads[0], there[leads[0]]))

    def _make_first(self, model: Model | None, there: _Indices) -> None:
        if model is None:
            raise IndexMismatch(
                f"The index {self._place.index} is empty and no model was named; open it with the model "
                "that made the vectors."
            )
        if lost := self.all():
            raise IndexMismatch(
                f"The index {max(lost)} is there, but the alias {self._place.read} that leads to it is not. Give it "
                f"back the aliases {self._place.read} and {self._place.write}, or set REFERAT_ELASTICSEARCH_INDEX "
                "to a name of its own."
            )
        if taken := _led_to(there, self._place.write):
            raise self._foreign(self._place.write, taken[0])
        body = schema.body(Meta(model, self.vectors))
        self.create(self._place.version(1), body, {self._place.read: {}, self._place.write: {"is_write_index": True}})

    def _check_write_alias(self, found: Version, there: _Indices) -> None:
        leads = _led_to(there, self._place.write)
        if leads != [found.concrete]:
            raise IndexMismatch(
                f"The alias {self._place.write} should lead to {found.concrete}, as {self._place.read} does, but "
                f"leads to {', '.join(leads) or 'nothing'}. Point it there, or set "
                "REFERAT_ELASTICSEARCH_INDEX to a name of its own."
            )

    def _check_unchanged(self, found: Version) -> None:
        if changed := self.drift(found):
            raise IndexMismatch(
                f"The mapping of {found.concrete} was changed by hand: {', '.join(changed[:5])}"
                f"{' and more' if len(changed) > 5 else ''}. Change it back, or run `referat reindex` to build it anew."
            )

    def _check_stores(self, there: _Indices) -> None:
        for name in (self._place.state, self._place.vectors):
            for concrete in _led_to(there, name):
                if there[concrete].get("mappings", {}).get("_meta", {}).get("program") != schema.PROGRAM:
                    raise self._foreign(name, concrete)

    def _make_stores(self, there: _Indices) -> None:
        for name, file in ((self._place.state, "state.json"), (self._place.vectors, "vectors.json")):
            if not _led_to(there, name):
                self.create(name, orjson.loads((files("mappings") / file).read_bytes()))

    def create(self, concrete: str, body: Mapping[str, Any], aliases: Mapping[str, Any] | None = None) -> None:
        """Make an index, unless somebody just did; of `body`, its `settings` and `mappings`."""
        with self._server.in_our_words():
            try:
                self._server.writing.indices.create(
                    index=concrete, settings=body["settings"], mappings=body["mappings"], aliases=aliases
                )
            except BadRequestError as error:
                if error.error != "resource_already_exists_exception":
                    raise

    def _get(self, *names: str) -> _Indices:
        """Aliases and `_meta` of every index that names, aliases or patterns lead to, all as of one moment."""
        with self._server.in_our_words():
            found = self._server.reading.indices.get(
                index=names, filter_path=_OURS, expand_wildcards="all", ignore_unavailable=True
            )
            return dict(found.body)

    def _ours(self, concrete: str, found: Mapping[str, Any]) -> Meta:
        meta = schema.meta_of(found.get("mappings", {}))
        if meta is None:
            raise self._foreign(self._place.read, concrete)
        self._known[concrete] = (time.monotonic(), meta)
        return meta

    def _foreign(self, name: str, concrete: str) -> IndexMismatch:
        led = f"The name {name} leads to {concrete}, which" if concrete != name else f"The index {name}"
        return IndexMismatch(
            f"{led} was not made by this program. Set REFERAT_ELASTICSEARCH_INDEX to a name of its own."
        )


def _led_to(there: _Indices, name: str) -> list[str]:
    """The indices that a name leads to: as their alias, or as their own."""
    return sorted(concrete for concrete, each in there.items() if name == concrete or name in each.get("aliases", {}))
