"""What the status tells of an index on the server, well and unwell."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from elasticsearch import Elasticsearch

from engines import open_engine
from engines.base import Engine
from mappings.errors import EngineUnavailable
from mappings.settings import Settings
from tests.contract.corpus import item, meeting

ROOT = Path(__file__).parents[2]
MAY = meeting("Byrådet", "2021-05-31", item("Skoler", "Nye skoler i byen"), item("Veje"))
JUNE = meeting("Direktionen", "2021-06-28", item("Hjemmearbejde", "Aftale om hjemmearbejde"))


def only_problem(engine: Engine) -> str:
    (problem,) = engine.status().problems
    assert "\n" not in problem
    return problem


def test_an_operator_is_told_everything(engine: Engine, index_name: str) -> None:
    engine.write([MAY])
    engine.write([JUNE])
    engine.remove([JUNE.meeting.id])
    status = engine.status()
    assert (status.meetings, status.items, status.passages, status.problems) == (1, 2, 3, ())
    assert status.bytes > 1000
    assert status.details["server"].startswith("Elasticsearch ")
    assert status.details["licence"].endswith(", active")
    assert status.details["health"].startswith("green")
    assert status.details["shards"] == "1 primære, 0 kopier, 0 uden plads"
    assert (
        status.details["aliases"] == f"{index_name} → {index_name}-v000001, {index_name}-write → {index_name}-v000001"
    )
    assert status.details["mapping"] == "som den skal være"
    assert f"i {index_name}-v000001" in status.details["documents"]
    assert set(status.details) == {"server", "licence", "health", "shards", "documents", "aliases", "mapping"}


def test_a_copy_that_has_no_room_on_a_single_node_is_told_but_no_problem(
    engine: Engine, client: Elasticsearch, index_name: str
) -> None:
    engine.write([MAY])
    client.indices.put_settings(index=index_name, settings={"auto_expand_replicas": False, "number_of_replicas": 1})
    status = engine.status()
    assert status.problems == ()
    assert status.details["health"].startswith("yellow")
    assert status.details["shards"] == "1 primære, 0 kopier, 1 uden plads"


@contextmanager
def no_shard_comes_back(client: Elasticsearch) -> Iterator[None]:
    """No shard that was there is opened again; rules of where it may lie do not keep a primary from its own node."""
    setting = "cluster.routing.allocation.node_initial_primaries_recoveries"
    client.cluster.put_settings(persistent={setting: 0})
    try:
        yield
    finally:
        client.cluster.put_settings(persistent={setting: None})


def test_a_lost_shard_is_told_though_nothing_can_be_counted(
    engine: Engine, client: Elasticsearch, index_name: str
) -> None:
    engine.write([MAY])
    client.indices.close(index=index_name)
    with no_shard_comes_back(client):
        client.indices.open(index=index_name, wait_for_active_shards="0")
        assert "red" in only_problem(engine)
        assert engine.status().items == 0


@pytest.mark.parametrize(("block", "why"), [("read_only_allow_delete", "næsten fuld"), ("write", "nogen")])
def test_an_index_that_cannot_be_written_to_is_told(
    engine: Engine, client: Elasticsearch, index_name: str, block: str, why: str
) -> None:
    engine.write([MAY])
    client.indices.put_settings(index=index_name, settings={f"index.blocks.{block}": True})
    assert why in only_problem(engine)
    client.indices.put_settings(index=index_name, settings={f"index.blocks.{block}": None})
    assert engine.status().problems == ()


KILLED = """
import os, signal, sys
from unittest import mock
from engines import open_engine
from engines.elasticsearch.storing import Store
from mappings.settings import Settings
from tests.contract.corpus import MODEL
from tests.elasticsearch.test_health import JUNE
url, name = sys.argv[1:]
engine = open_engine(Settings(engine="elasticsearch", elasticsearch_url=url, elasticsearch_index=name), model=MODEL)
with mock.patch.object(Store, "_refresh", lambda self: os.kill(os.getpid(), signal.SIGKILL)):
    engine.write([JUNE])
"""


def test_a_writer_that_died_is_told_until_the_next_one_has_mended_it(
    engine: Engine, client: Elasticsearch, elasticsearch_url: str, index_name: str
) -> None:
    engine.write([MAY])
    command = [sys.executable, "-c", KILLED, elasticsearch_url, index_name]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == -signal.SIGKILL, done.stderr
    client.indices.refresh(index=f"{index_name}-state")
    assert JUNE.meeting.id in only_problem(engine)
    engine.write([JUNE])
    assert engine.status().problems == ()


def test_a_licence_that_ran_out_is_told(engine: Engine, client: Elasticsearch, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server of the tests has the free licence, which does not run out; its answer is changed on the way."""
    answer = client.license.get()
    answer.body["license"] |= {"type": "trial", "status": "expired"}
    monkeypatch.setattr(type(client.license), "get", lambda self: answer)
    engine.write([MAY])
    assert "trial" in only_problem(engine)


def test_a_server_that_is_not_there_is_one_line() -> None:
    engine = open_engine(Settings(engine="elasticsearch", elasticsearch_url="http://127.0.0.1:1"))
    with pytest.raises(EngineUnavailable) as error:
        engine.status()
    assert "\n" not in str(error.value)
    engine.close()
