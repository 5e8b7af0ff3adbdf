"""An index on the server made anew: for all who share it, killed at any step, while others search."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from elasticsearch import Elasticsearch

from engines import open_engine
from engines.asked import PUBLIC, Selection
from engines.base import Engine
from engines.elasticsearch import schema
from engines.kept import Model
from mappings.analysis import ANALYSIS_VERSION
from mappings.settings import Settings
from tests.contract.corpus import MODEL, item, meeting, words
from tests.contract.test_rebuilding import OTHER, interrupt, prepared, rebuild

ROOT = Path(__file__).parents[2]
MAY = meeting("Byrådet", "2021-05-31", item("Skoler", "Nye skoler i byen"), item("Veje"))
JUNE = meeting("Direktionen", "2021-06-28", item("Hjemmearbejde", "Aftale om hjemmearbejde"))
Open = Callable[..., Engine]


@pytest.fixture
def open_index(elasticsearch_url: str, index_name: str) -> Iterator[Open]:
    """Opens the test's index, for an organisation."""
    opened: list[Engine] = []
    settings = Settings(engine="elasticsearch", elasticsearch_url=elasticsearch_url, elasticsearch_index=index_name)

    def make(organisation: str = "", model: Model | None = MODEL) -> Engine:
        opened.append(open_engine(replace(settings, elasticsearch_organisation=organisation), model=model))
        return opened[-1]

    yield make
    for engine in opened:
        engine.close()


def ids(engine: Engine) -> set[str]:
    return {one.id for one in engine.export(PUBLIC)}


def test_all_who_share_an_index_go_over_together(open_index: Open) -> None:
    open_index("a").write([MAY, JUNE])
    open_index("b").write([JUNE])
    with open_index("b", None).rebuild(OTHER) as rebuilding:
        totals = []
        for part in rebuilding.parts():
            totals.append(part.total)
            part.write([prepared(stored) for stored in part.remaining()])
        rebuilding.finish()
    assert totals == [2, 1]
    assert ids(open_index("a", OTHER)) == {MAY.meeting.id, JUNE.meeting.id}
    assert ids(open_index("b", OTHER)) == {JUNE.meeting.id}
    assert open_index("c", OTHER).select(Selection(), PUBLIC).total == 0
    assert (open_index("a", OTHER).status().items, open_index("b", OTHER).status().items) == (3, 1)


def test_whom_an_interruption_hit_is_gone_on_with_whoever_asks(open_index: Open) -> None:
    open_index("a").write([MAY, JUNE])
    open_index("b").write([JUNE])
    with open_index("a").rebuild(MODEL) as rebuilding:
        for part in rebuilding.parts():
            part.write([prepared(stored, MODEL) for stored in part.remaining()])
    open_index("b").remove([JUNE.meeting.id])
    with open_index("b").rebuild(MODEL) as rebuilding:
        parts = [(part, [stored.meeting.id for stored in part.remaining()]) for part in rebuilding.parts()]
        rebuilding.finish()
    assert [(part.total, part.done, left) for part, left in parts] == [(2, 2, []), (0, 0, [])]
    assert ids(open_index("a")) == {MAY.meeting.id, JUNE.meeting.id}
    assert ids(open_index("b")) == set()


def test_who_searches_meanwhile_always_finds_everything(open_index: Open) -> None:
    engine, reader = open_index(), open_index()
    engine.write([MAY, JUNE])
    over, totals = threading.Event(), set()

    def search() -> None:
        while not over.is_set():
            totals.add(
                reader.select(
                    Selection(words=words("skoler hjemmearbejde"), also=(JUNE.meeting.items[0].id,)), PUBLIC
                ).total
            )

    thread = threading.Thread(target=search)
    thread.start()
    try:
        for _ in range(2):
            rebuild(engine, MODEL)
            engine.drop_old()
    finally:
        over.set()
        thread.join()
    assert totals == {1}


def test_what_others_named_like_a_version_is_passed_by(
    open_index: Open, client: Elasticsearch, index_name: str
) -> None:
    engine = open_index()
    engine.write([MAY])
    client.indices.create(index=f"{index_name}-v000005")
    client.indices.create(index=f"{index_name}-version")
    rebuild(engine, MODEL)
    assert engine.drop_old() == (f"{index_name}-v000001",)
    found = set(client.indices.get(index=f"{index_name}-v*"))
    assert found == {f"{index_name}-{ending}" for ending in ("v000005", "v000006", "version", "vectors")}


def test_an_older_analysis_is_told_and_mended(open_index: Open, client: Elasticsearch, index_name: str) -> None:
    engine = open_index()
    engine.write([MAY])
    made = schema.body(schema.Meta(MODEL, "int8_hnsw", analysis=ANALYSIS_VERSION - 1))["mappings"]["_meta"]
    client.indices.put_mapping(index=index_name, meta=made)
    whoever = open_index(model=None)
    assert any("referat reindex" in line for line in whoever.status().problems)
    rebuild(whoever, MODEL)
    assert open_index().status().problems == ()
    assert open_index().select(Selection(words=words("skoler")), PUBLIC).total == 1


def test_a_mapping_changed_by_hand_is_mended(open_index: Open, client: Elasticsearch, index_name: str) -> None:
    engine = open_index()
    engine.write([MAY])
    client.indices.put_mapping(index=index_name, properties={"remark": {"type": "keyword"}})
    rebuild(engine, MODEL)
    assert engine.status().problems == ()
    assert engine.write([MAY]).replaced == 1


def test_an_unfinished_one_that_was_changed_by_hand_is_thrown_away(
    open_index: Open, client: Elasticsearch, index_name: str
) -> None:
    engine = open_index()
    engine.write([MAY, JUNE])
    interrupt(engine, MODEL, after=1)
    client.indices.put_mapping(index=f"{index_name}-v000002", properties={"remark": {"type": "keyword"}})
    assert len(rebuild(engine, MODEL)) == 2
    assert engine.status().problems == ()


KILLED_AT = """
import os, signal, sys
from unittest import mock
from engines import open_engine
from engines.elasticsearch import rebuilding, storing, succession
from mappings.settings import Settings
from tests.contract.corpus import MODEL
from tests.contract.test_rebuilding import rebuild
url, name, owner, method, when = sys.argv[1:]
owner = getattr(succession if owner == "Succession" else storing, owner)
original = getattr(owner, method)
def killed(*args, **kwargs):
    if when == "after": original(*args, **kwargs)
    os.kill(os.getpid(), signal.SIGKILL)
engine = open_engine(Settings(engine="elasticsearch", elasticsearch_url=url, elasticsearch_index=name), model=MODEL)
with mock.patch.object(owner, method, killed):
    rebuild(engine, MODEL)
"""


@pytest.mark.parametrize(
    ("owner", "method", "when", "in_use", "problems"),
    [
        ("Succession", "beside", "before", 1, 0),
        ("Succession", "beside", "after", 1, 1),
        ("Store", "_refresh", "before", 1, 1),
        ("Succession", "_swap", "before", 1, 1),
        ("Succession", "call_finished", "before", 1, 0),
        ("Succession", "_swap", "after", 2, 0),
    ],
)
def test_killed_at_any_step_it_is_the_old_one_or_the_new_one(
    open_index: Open,
    elasticsearch_url: str,
    index_name: str,
    owner: str,
    method: str,
    when: str,
    in_use: int,
    problems: int,
) -> None:
    engine = open_index()
    engine.write([MAY, JUNE])
    command = [sys.executable, "-c", KILLED_AT, elasticsearch_url, index_name, owner, method, when]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert engine.select(Selection(), PUBLIC).total == 3
    status = engine.status()
    assert f"{index_name}-v{in_use:06d}" in status.details["aliases"]
    assert len(status.problems) == problems, status.problems
    assert engine.write([MAY]).replaced == 1  # whoever died keeps nobody from writing
    rebuild(open_index(), MODEL)
    assert ids(engine) == {MAY.meeting.id, JUNE.meeting.id}
    assert engine.status().problems == ()
    dropped = engine.drop_old()
    assert dropped == tuple(f"{index_name}-v{number:06d}" for number in range(1, in_use + 1))
    assert engine.select(Selection(words=words("skoler")), PUBLIC).total == 1


def test_the_command_builds_the_index_on_the_server_again(
    open_index: Open, elasticsearch_url: str, index_name: str
) -> None:
    """With the shipped model, whose vectors are of other dimensions than those of the test's own."""
    open_index().write([MAY])
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("REFERAT_")},
        "REFERAT_ENGINE": "elasticsearch",
        "REFERAT_ELASTICSEARCH_URL": elasticsearch_url,
        "REFERAT_ELASTICSEARCH_INDEX": index_name,
    }

    def referat(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "referat", *arguments]
        return subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=300
        )

    refused = referat("search", "skoler")
    assert refused.returncode == 1
    assert "`referat reindex`" in refused.stderr
    built = referat("reindex")
    assert built.returncode == 0, built.stderr
    assert built.stdout.startswith("1 møder, 2 punkter")
    assert "Skoler" in referat("search", "skoler").stdout
    status = referat("status")
    assert status.returncode == 0, status.stdout
    for told in (
        "Server:      Elasticsearch",
        "Licens:      basic, active",
        f"{index_name}-v000002",
        "som den skal være",
    ):
        assert told in status.stdout
    assert f"{index_name}-v000001" in referat("reindex", "--drop-old").stdout
