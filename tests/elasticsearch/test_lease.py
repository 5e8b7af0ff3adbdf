"""One writer at a time: who is refused, who takes over from whom, and who stops."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from elasticsearch import Elasticsearch

from engines.asked import PUBLIC, Selection
from engines.elasticsearch import holder, lease
from engines.elasticsearch.connection import Server
from engines.elasticsearch.engine import ElasticsearchEngine
from engines.elasticsearch.names import Place
from engines.kept import Prepared, WriteReport
from mappings.errors import WriterBusy
from tests.contract.corpus import item, meeting
from tests.elasticsearch.indices import own_indices
from tests.elasticsearch.writers import leases, opened, process, settings

MAY = meeting("Byrådet", "2021-05-31", item("Skoler", "Nye skoler i byen"))
JUNE = meeting("Direktionen", "2021-06-28", item("Hjemmearbejde", "Aftale om hjemmearbejde"))
MINE = "writer/"

Open = Callable[..., ElasticsearchEngine]


@pytest.fixture(scope="module")
def index_name(elasticsearch_url: str) -> Iterator[str]:
    """One for all that is tested here: making an index takes longer than most of it."""
    with own_indices(elasticsearch_url) as name:
        yield name


@pytest.fixture
def open_engine(elasticsearch_url: str, index_name: str) -> Iterator[Open]:
    made: list[ElasticsearchEngine] = []

    def make(organisation: str = "") -> ElasticsearchEngine:
        made.append(opened(elasticsearch_url, index_name, organisation))
        return made[-1]

    yield make
    for engine in made:
        engine.close()


@pytest.fixture
def engine(open_engine: Open) -> ElasticsearchEngine:
    """With one meeting stored."""
    engine = open_engine()
    engine.write([MAY])
    engine.remove([JUNE.meeting.id])
    return engine


@pytest.fixture
def server(elasticsearch_url: str, index_name: str) -> Iterator[Server]:
    server = Server(settings(elasticsearch_url, index_name))
    yield server
    server.close()


@pytest.fixture
def change(elasticsearch_url: str, index_name: str) -> Callable[..., None]:
    """Changes the lease behind its holder's back."""

    def change(**fields: Any) -> None:
        with Elasticsearch(elasticsearch_url) as client:
            client.update(index=Place(index_name).state, id=MINE, doc=fields)

    return change


def hold(elasticsearch_url: str, index_name: str) -> Any:
    """Another process that holds the lease, and is being written by."""
    return process(
        """
def slowly():
    print("holding", flush=True)
    time.sleep(60)
    yield
engine.write(slowly())
""",
        elasticsearch_url,
        index_name,
    )


def test_nothing_is_left_of_a_lease_that_was_given_back(
    engine: ElasticsearchEngine, elasticsearch_url: str, index_name: str
) -> None:
    assert leases(elasticsearch_url, index_name) == {}


def test_who_is_refused_is_told_who_writes(
    engine: ElasticsearchEngine, elasticsearch_url: str, index_name: str
) -> None:
    with hold(elasticsearch_url, index_name) as child:
        assert child.stdout
        child.stdout.readline()
        with pytest.raises(WriterBusy, match=rf"\(pid {child.pid} on .+, since 20\d\d-.+ UTC\) is writing"):
            engine.write([JUNE])
    assert engine.select(Selection(), PUBLIC).total == 1


def test_a_writer_that_was_killed_on_this_machine_is_in_nobodys_way(
    engine: ElasticsearchEngine, elasticsearch_url: str, index_name: str
) -> None:
    with hold(elasticsearch_url, index_name) as child:
        assert child.stdout
        child.stdout.readline()
        child.kill()
        child.wait()
    assert len(leases(elasticsearch_url, index_name)) == 1
    assert engine.write([JUNE]) == WriteReport(added=1)


@pytest.mark.parametrize("elsewhere", [{"machine": "another 4026531836"}, {"machine": ""}])
def test_nobody_can_tell_whether_a_writer_elsewhere_is_dead(
    engine: ElasticsearchEngine, elasticsearch_url: str, index_name: str, change: Any, elsewhere: dict[str, str]
) -> None:
    with hold(elasticsearch_url, index_name) as child:
        assert child.stdout
        child.stdout.readline()
        child.kill()
        child.wait()
    change(**elsewhere)
    with pytest.raises(WriterBusy):
        engine.write([JUNE])
    change(until=1)  # long ago: it ran out
    assert engine.write([JUNE]) == WriteReport(added=1)


def test_a_pid_that_now_belongs_to_another_is_not_the_writer(
    engine: ElasticsearchEngine, elasticsearch_url: str, index_name: str, change: Any
) -> None:
    with hold(elasticsearch_url, index_name) as child:
        assert child.stdout
        child.stdout.readline()
        change(started="1")
        assert engine.write([JUNE]) == WriteReport(added=1)


def test_who_lost_the_lease_stops_before_it_sends_more(
    engine: ElasticsearchEngine, open_engine: Open, change: Any
) -> None:
    other = open_engine()

    def overtaken() -> Iterator[Prepared]:
        change(until=1)
        assert other.write([JUNE]) == WriteReport(added=1)
        yield meeting("Byrådet", "2021-05-31", item("Veje"))

    with pytest.raises(WriterBusy):
        engine.write(overtaken())
    assert engine.meetings([MAY.meeting.id], PUBLIC) == [MAY.meeting]
    assert engine.write([JUNE]) == WriteReport(replaced=1)


def test_who_was_overtaken_by_one_that_still_writes_is_told_by_whom(engine: ElasticsearchEngine, change: Any) -> None:
    def overtaken() -> Iterator[Prepared]:
        change(token="another", host="maskine-7", pid=77)
        yield JUNE

    with pytest.raises(WriterBusy, match="pid 77 on maskine-7"):
        engine.write(overtaken())
    assert engine.select(Selection(), PUBLIC).total == 1


def test_a_lease_is_renewed_while_its_holder_embeds(
    engine: ElasticsearchEngine, elasticsearch_url: str, index_name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lease, "RENEWED_EVERY", 0.05)

    def until() -> int:
        return int(leases(elasticsearch_url, index_name)[MINE]["until"])

    def slowly() -> Iterator[Prepared]:
        first = until()
        waited = threading.Event()
        while until() == first:
            waited.wait(0.05)
        yield JUNE

    assert engine.write(slowly()) == WriteReport(added=1)


def test_organisations_write_beside_each_other(open_engine: Open) -> None:
    one, other = open_engine("en"), open_engine("to")

    def meanwhile() -> Iterator[Prepared]:
        assert other.write([JUNE]) == WriteReport(added=1)
        yield MAY

    assert one.write(meanwhile()) == WriteReport(added=1)
    assert one.select(Selection(), PUBLIC).ids == ("byraadet-2021-05-31-01",)
    assert other.select(Selection(), PUBLIC).ids == ("direktionen-2021-06-28-01",)


def test_nobody_writes_while_the_whole_index_is_made_anew(
    engine: ElasticsearchEngine, server: Server, index_name: str
) -> None:
    place = Place(index_name)
    with lease.whole_index(server, place):
        with pytest.raises(WriterBusy):
            engine.write([JUNE])
        with pytest.raises(WriterBusy), lease.whole_index(server, place):
            pass
    assert engine.write([JUNE]) == WriteReport(added=1)


def test_the_whole_index_is_not_made_anew_while_anybody_writes(
    engine: ElasticsearchEngine, server: Server, index_name: str
) -> None:
    with lease.writing(server, Place(index_name, "en")):
        with pytest.raises(WriterBusy), lease.whole_index(server, Place(index_name)):
            pass
        assert engine.write([JUNE]) == WriteReport(added=1)
    with lease.whole_index(server, Place(index_name)):
        pass


def test_one_process_is_not_mistaken_for_another() -> None:
    mine = holder.this_process()
    mine.lives()
    assert not holder.is_dead(mine.fields())
    mine.is_done()
    assert holder.is_dead(mine.fields())
    assert holder.is_dead({**mine.fields(), "pid": 2**22 + 1})
    assert not holder.is_dead({**mine.fields(), "pid": 1, "started": holder._started(1)})
