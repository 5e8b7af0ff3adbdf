"""The file a meeting was read from: given out as it was indexed, to whoever may read all of it, or not at all."""

import gzip
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from engines import open_engine
from indexer import sources as readers
from indexer.embedding import model_of
from indexer.pipeline import index
from mappings.documents import encode
from mappings.errors import NotFound
from mappings.settings import Settings
from search_api.access import PUBLIC, Access
from search_api.service import SearchService
from search_api.sources import KINDS, PAGED, Given, Sources, wanted
from tests.doubles import GramEmbedder

CLERK = Access(closed=True)
MEETING, ITEM = "direktionen-2021-06-28", "direktionen-2021-06-28-01"
OPEN = """REFERAT Direktionen d. 28-06-2021

Mødedato 28-06-2021

Punkt 1: Kantinen

19/1

Beslutning

Godkendt.
"""
CONTENTS = "Indholdsfortegnelse\n\n1 Kantinen .... 1\n2 Opsigelse af lejemål .... 2\n\n"
BARE = "\nPunkt 2: Lukket\n\n19/2\n"
HIDING = {
    "a text": "\nPunkt 2: Lukket\n\n19/2\n\nBaggrund\n\nHemmeligt.\n",
    "a decision": "\nPunkt 2: Lukket\n\nBeslutning\n\nGodkendt.\n",
    "a title": "\nPunkt 2: Lukket: Opsigelse af lejemål\n\n19/2\n",
    "a title, said below": "\nPunkt 2: Opsigelse af lejemål\n\n19/2\n\nLukket\n",
}

Open = Callable[..., SearchService]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "referater").mkdir()
    return tmp_path / "referater"


@pytest.fixture
def opened(tmp_path: Path, folder: Path) -> Iterator[Open]:
    """Indexes what is in the folder; gives the service over it."""
    made: list[SearchService] = []

    def open_service(sources: Sources | None = None) -> SearchService:
        embedder = GramEmbedder()
        engine = open_engine(Settings(data=tmp_path / "data"), model=model_of(embedder))
        assert index([folder], engine, embedder).failures == []
        made.append(SearchService(engine, embedder, sources=sources))
        return made[-1]

    yield open_service
    for one in made:
        one.close()


def write(folder: Path, text: str = OPEN, name: str = "møde.txt") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def withheld(service: SearchService, access: Access = PUBLIC) -> str:
    """Why a source is not given out."""
    with pytest.raises(NotFound) as told:
        service.source(MEETING, access)
    return str(told.value)


def test_a_file_is_given_out_as_it_was_indexed(opened: Open, folder: Path) -> None:
    path = write(folder)
    service = opened()
    found = service.source(MEETING, PUBLIC)
    assert (found.name, found.kind, found.content) == ("møde.txt", "text/plain", path.read_bytes())
    assert service.item(ITEM, PUBLIC).source_url == f"/meetings/{MEETING}/source"
    assert service.source_url(service.meeting(MEETING, PUBLIC), PUBLIC) == f"/meetings/{MEETING}/source"


def test_a_table_of_contents_may_tell_what_is_closed(opened: Open, folder: Path) -> None:
    path = write(folder, CONTENTS + OPEN + BARE)
    service = opened()
    assert service.meeting(MEETING, CLERK).items[1].title == "Lukket"
    assert withheld(service) == "Kildefilen til dette møde findes ikke offentligt."
    assert service.item(ITEM, PUBLIC).source_url is None
    assert service.source_url(service.meeting(MEETING, PUBLIC), PUBLIC) is None
    assert service.source(MEETING, CLERK).content == path.read_bytes()


@pytest.mark.parametrize("note", ["<!-- køberen er N. N. -->", "<div hidden>N. N.</div>", "[//]: # (N. N.)"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_file_with_something_hidden_is_not_given_out_unless_it_is_the_published_one(
    opened: Open, folder: Path, note: str, encoding: str
) -> None:
    path = write(folder)
    path.write_text(f"{OPEN}\n{note}\n", encoding=encoding)
    service = opened()
    assert withheld(service) == "Kildefilen til dette møde findes ikke offentligt."
    assert service.item(ITEM, PUBLIC).source_url is None
    assert service.source(MEETING, CLERK).content == path.read_bytes()
    assert opened(Sources("published")).source(MEETING, PUBLIC).content


def test_of_published_files_closed_items_of_which_nothing_is_told_keep_nobody_from_reading(
    opened: Open, folder: Path
) -> None:
    write(folder, OPEN + BARE)
    service = opened(Sources("published"))
    assert service.meeting(MEETING, PUBLIC).items[1].closed
    assert service.source(MEETING, PUBLIC).content
    assert service.item(ITEM, PUBLIC).source_url


@pytest.mark.parametrize("given", ["open", "published"])
@pytest.mark.parametrize("more", HIDING.values(), ids=HIDING)
def test_a_file_that_holds_something_closed_is_for_who_may_read_that(
    opened: Open, folder: Path, more: str, given: Given
) -> None:
    path = write(folder, OPEN + more)
    service = opened(Sources(given))
    assert service.meeting(MEETING, PUBLIC).items[1].closed
    assert withheld(service) == "Kildefilen til dette møde findes ikke offentligt."
    assert service.item(ITEM, PUBLIC).source_url is None
    assert service.source_url(service.meeting(MEETING, PUBLIC), PUBLIC) is None
    assert service.source(MEETING, CLERK).content == path.read_bytes()
    assert service.item(ITEM, CLERK).source_url


def test_a_file_that_was_changed_is_not_given_out_until_it_is_read_again(opened: Open, folder: Path) -> None:
    write(folder)
    service = opened()
    write(folder, OPEN + HIDING["a text"])
    assert "er ændret" in withheld(service)
    assert "findes ikke offentligt" in withheld(opened())


def test_a_file_that_is_gone_or_is_no_file_any_more_is_told_so(opened: Open, folder: Path) -> None:
    path = write(folder)
    service = opened()
    path.unlink()
    assert service.item(ITEM, PUBLIC).source_url is None
    assert "ligger ikke længere" in withheld(service)
    os.mkfifo(path)
    assert "ligger ikke længere" in withheld(service)
    path.unlink()
    path.mkdir()
    assert "ligger ikke længere" in withheld(service)


def test_another_file_in_its_place_is_not_given_out(opened: Open, folder: Path, tmp_path: Path) -> None:
    path = write(folder)
    service = opened()
    (tmp_path / "secret.txt").write_text("hemmeligt", encoding="utf-8")
    path.unlink()
    path.symlink_to(tmp_path / "secret.txt")
    assert "er ændret" in withheld(service)


@pytest.mark.parametrize("packed", [False, True])
def test_json_lines_hold_many_meetings_and_are_not_given_out(opened: Open, folder: Path, packed: bool) -> None:
    path = write(folder)
    meeting = opened().meeting(MEETING, CLERK)
    path.unlink()
    line = encode(meeting)
    (folder / f"alle.jsonl{'.gz' if packed else ''}").write_bytes(gzip.compress(line) if packed else line)
    service = opened()
    assert service.meeting(MEETING, PUBLIC).source == "møde.txt"
    assert "findes ikke offentligt" in withheld(service)
    assert service.item(ITEM, PUBLIC).source_url is None


def test_an_operator_may_give_out_nothing(opened: Open, folder: Path) -> None:
    write(folder)
    service = opened(Sources(given="no"))
    assert "findes ikke offentligt" in withheld(service)
    assert service.item(ITEM, PUBLIC).source_url is None


@pytest.mark.parametrize("meeting", ["direktionen-1999-01-01", "", "../../etc/passwd", "\x00"])
def test_what_is_no_meeting_has_no_file(opened: Open, folder: Path, meeting: str) -> None:
    write(folder)
    with pytest.raises(NotFound):
        opened().source(meeting, PUBLIC)


@pytest.mark.parametrize(
    ("published", "address"),
    [
        ("https://x.dk/{source}#page={page}", "https://x.dk/m%C3%B8de%20%26%20A.txt#page=1"),
        ("https://x.dk/?id={meeting}", f"https://x.dk/?id={MEETING}"),
        ("https://x.dk/referater", "https://x.dk/referater"),
    ],
)
def test_an_operator_may_lead_to_where_minutes_are_published(
    opened: Open, folder: Path, published: str, address: str
) -> None:
    write(folder, OPEN + HIDING["a text"], "møde & A.txt")
    service = opened(Sources(published=published))
    assert service.item(ITEM, PUBLIC).source_url == address


def test_the_settings_say_what_an_operator_wants() -> None:
    assert wanted(Settings()) == Sources("open", published="")
    assert wanted(Settings(sources="published")) == Sources("published", published="")
    assert wanted(Settings(sources="no", source_url="https://x.dk/{meeting}")) == Sources(
        "no", "https://x.dk/{meeting}"
    )


def test_every_kind_of_file_that_is_indexed_is_known() -> None:
    assert readers.suffixes() <= set(KINDS)
    assert set(KINDS) >= PAGED
