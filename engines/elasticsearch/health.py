"""What the index holds and whether it is well, in lines for whoever runs the service."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from elasticsearch import AuthorizationException, NotFoundError

from engines.elasticsearch.connection import Server
from engines.elasticsearch.names import Clause, Place
from engines.elasticsearch.schema import SCHEMA_VERSION
from engines.elasticsearch.succession import Succession
from engines.elasticsearch.versions import Version, Versions
from engines.elasticsearch.writers import writers
from engines.kept import Detail, EngineStatus
from mappings.analysis import ANALYSIS_VERSION
from mappings.told import Told, Value

Found = TypeVar("Found")

_NO_RIGHT = "ukendt: adgangen har ikke retten `monitor`"
_ACTIVE = "active"


def status(server: Server, place: Place, versions: Versions) -> EngineStatus:
    """As `Engine.status`."""
    with server.in_our_words():
        return _Examination(server, place, versions).status()


class _Examination:
    """One look at everything; problems and details are gathered as they are met."""

    def __init__(self, server: Server, place: Place, versions: Versions) -> None:
        self._server = server
        self._client = server.reading
        self._place = place
        self._versions = versions
        self._problems: list[str] = []
        self._details: dict[Detail, str] = {}

    def status(self) -> EngineStatus:
        """What there is, and what is wrong with it."""
        current = self._versions.current()
        everything = self._versions.all()
        self._product()
        self._licence()
        counts: dict[str, int] = {}
        size = self._size(current, [*everything])
        if current is not None:
            whole = self._health([*everything])
            self._aliases(current, everything)
            self._mapping(current)
            self._blocks(current)
            self._left_behind()
            counts = self._counts() if whole else {}
        return EngineStatus(
            engine="elasticsearch",
            model=current.meta.model if current else None,
            meetings=counts.get("meetings", 0),
            items=counts.get("items", 0),
            passages=counts.get("passages", 0),
            bytes=size,
            changed=self._changed() if counts else None,
            problems=tuple(self._problems),
            details=self._details,
        )

    def _product(self) -> None:
        found = self._client.info()
        self._details["server"] = f"Elasticsearch {found['version']['number']}, klyngen {found['cluster_name']}"

    def _licence(self) -> None:
        found = _allowed(lambda: self._client.license.get().body["license"])
        if found is None:
            self._details["licence"] = _NO_RIGHT
            return
        self._details["licence"] = f"{found['type']}, {found['status']}"
        if found["status"] != _ACTIVE:
            self._problems.append(
                Told(
                    "Serverens licens (%(kind)s) er udløbet: skift til den gratis med POST _license/start_basic.",
                    kind=found["type"],
                )
            )

    def _health(self, names: list[str]) -> bool:
        """Whether all of the index can be read."""
        found = _allowed(lambda: self._client.cluster.health(index=names).body)
        if found is None:
            self._details["health"] = self._details["shards"] = _NO_RIGHT
            return True
        lost = found["unassigned_shards"]
        self._details["health"] = f"{found['status']}, {found['number_of_data_nodes']} node(r)"
        self._details["shards"] = (
            f"{found['active_primary_shards']} primære, {found['active_shards'] - found['active_primary_shards']} "
            f"kopier, {lost} uden plads"
        )
        if found["status"] == "red":
            self._problems.append(
                Told(
                    "Dele af indekset mangler på serveren (red), så der kan mangle resultater: "
                    "se hvorfor med GET _cluster/allocation/explain."
                )
            )
        elif lost and found["number_of_data_nodes"] > 1:
            self._problems.append(
                Told(
                    "%(lost)s kopier af indekset har ingen plads (yellow), så det tåler ikke tab af en node: "
                    "se hvorfor med GET _cluster/allocation/explain.",
                    lost=lost,
                )
            )

        return bool(found["status"] != "red")

    def _blocks(self, current: Version) -> None:
        found = self._client.indices.get_settings(index=current.concrete, name="index.blocks.*", flat_settings=True)
        for name, value in found.body.get(current.concrete, {"settings": {}})["settings"].items():
            if value == "true":
                full = name.endswith("allow_delete")
                self._problems.append(
                    Told(
                        "Serveren har spærret %(index)s (%(block)s), fordi %(why)s: der kan ikke indekseres. "
                        "Skaf plads eller fjern spærringen.",
                        index=current.concrete,
                        block=name,
                        why=Told("disken på en node er næsten fuld") if full else Told("nogen har bedt om det"),
                    )
                )

    def _aliases(self, current: Version, everything: dict[str, dict[str, Any]]) -> None:
        read, write = self._place.read, self._place.write
        leads = sorted(name for name, found in everything.items() if write in found.get("aliases", {}))
        self._details["aliases"] = f"{read} → {current.concrete}, {write} → {', '.join(leads) or 'intet'}"
        if leads != [current.concrete]:
            self._problems.append(
                Told(
                    "Aliasset %(alias)s skal pege på %(index)s, men peger på %(leads)s: "
                    "ret det med POST _aliases, ellers kan der ikke indekseres.",
                    alias=write,
                    index=current.concrete,
                    leads=tuple(leads) or Told("intet"),
                )
            )

    def _mapping(self, current: Version) -> None:
        made = (current.meta.schema, current.meta.analysis)
        if made != (SCHEMA_VERSION, ANALYSIS_VERSION):
            self._details["mapping"] = f"version {made[0]}.{made[1]}"
            versions = {"made": f"{made[0]}.{made[1]}", "own": f"{SCHEMA_VERSION}.{ANALYSIS_VERSION}"}
            self._problems.append(
                Told(
                    "Indekset er af version %(made)s, men programmet bruger %(own)s: brug det nyere program.",
                    **versions,
                )
                if made[0] > SCHEMA_VERSION
                else Told(
                    "Indekset er af version %(made)s, men programmet bruger %(own)s: kør `referat reindex`.", **versions
                )
            )
            return
        drift = self._versions.drift(current)
        self._details["mapping"] = f"ændret: {', '.join(drift)}" if drift else "som den skal være"
        if drift:
            self._problems.append(
                Told(
                    "Mappingen er ændret i hånden (%(fields)s), "
                    "så der kan ikke indekseres: ret den tilbage, eller kør `referat reindex`.",
                    fields=_some(drift, 5),
                )
            )

    def _left_behind(self) -> None:
        found = Succession(self._server, self._place, self._versions).left_behind()
        now = writers(self._server, self._place)
        if now.left:
            self._problems.append(
                Told(
                    "En indeksering blev afbrudt, mens den skrev (%(meetings)s): kør `referat index` igen.",
                    meetings=_some(now.left, 3),
                )
            )
        if found.old:
            self._details["old"] = f"{', '.join(found.old)} (slettes med `referat reindex --drop-old`)"
        if found.unfinished:
            self._details["unfinished"] = ", ".join(found.unfinished)
            if not now.rebuilding:
                self._problems.append(
                    Told(
                        "Genopbygningen %(names)s blev afbrudt: kør `referat reindex` igen, "
                        "eller slet den med `referat reindex --drop-old`.",
                        names=tuple(found.unfinished),
                    )
                )

    def _counts(self) -> dict[str, int]:
        """Meetings, items and passages of this organisation, as a reader finds them."""
        filters: dict[str, Clause] = {
            "meetings": {"bool": {"filter": self._place.of_kind("meeting")}},
            "items": {"bool": {"filter": self._place.of_kind("item")}},
            "titles": {
                "bool": {"filter": [*self._place.of_kind("item"), {"exists": {"field": "title_passage.vector"}}]}
            },
        }
        aggregations: dict[str, dict[str, Any]] = {name: {"filter": clause} for name, clause in filters.items()}
        aggregations["items"] |= {"aggs": {"passages": {"nested": {"path": "passages"}}}}
        found = self._client.search(
            index=self._place.read, routing=self._place.routing, size=0, aggs=aggregations, track_total_hits=True
        )["aggregations"]
        passages = found["items"]["passages"]["doc_count"] + found["titles"]["doc_count"]
        return {
            "meetings": found["meetings"]["doc_count"],
            "items": found["items"]["doc_count"],
            "passages": passages,
        }

    def _changed(self) -> dt.datetime | None:
        try:
            key = self._place.key("state")
            found = self._client.get(index=self._place.read, id=key, routing=self._place.routing)["_source"]
        except NotFoundError:
            return None
        return dt.datetime.fromisoformat(found["changed"])

    def _size(self, current: Version | None, versions: list[str]) -> int:
        every = f"{self._place.index}-*"
        found = _allowed(lambda: self._client.indices.stats(index=every, metric=["store", "docs"]).body["indices"])
        if found is None:
            return 0
        if current is not None and current.concrete in found:
            documents = found[current.concrete]["primaries"]["docs"]
            self._details["documents"] = (
                f"{documents['count']} i {current.concrete}, passager medregnet; {documents['deleted']} slettede"
            )
        ours = (name for name in (*versions, self._place.vectors, self._place.state) if name in found)
        return sum(int(found[name]["primaries"]["store"]["size_in_bytes"]) for name in ours)


def _some(names: Sequence[str], most: int) -> Value:
    return Told("%(names)s m.fl.", names=tuple(names[:most])) if len(names) > most else tuple(names)


def _allowed(ask: Callable[[], Found]) -> Found | None:
    """The answer; None where the credentials give no right to it, which is no reason to tell nothing else."""
    try:
        return ask()
    except AuthorizationException:
        return None
