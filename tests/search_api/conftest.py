"""A small index that every fact about searching can be read from."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from engines import open_engine
from engines.kept import Prepared
from indexer.embedding import model_of
from indexer.passages import passages
from indexer.people import Registry
from mappings.documents import Decision, Item, Meeting, Outcome, Participant, Section, embedding_text
from mappings.naming import item_id, meeting_id
from mappings.settings import Settings
from search_api.service import SearchService
from tests.doubles import GramEmbedder

DIREKTIONEN, BYRAADET = "Direktionen", "Byrådet"
CLOSED = "direktionen-2020-05-04-03"


def item(number: int, title: str, text: str = "", outcome: Outcome | None = None, **facts: object) -> Item:
    sections = [Section("background", "Baggrund", text)] if text else []
    decisions = ()
    if outcome:
        sections.append(Section("decision", "Beslutning", f"Det blev {title.lower()}."))
        decisions = (Decision("", dt.date(1, 1, 1), f"Det blev {title.lower()}.", (outcome,)),)
    return Item(number=number, title=title, sections=tuple(sections), decisions=decisions, **facts)  # type: ignore[arg-type]


def meeting(body: str, date: str, people: list[str], *items: Item) -> Meeting:
    day = dt.date.fromisoformat(date)
    own = meeting_id(body, day)
    decided = [tuple(replace(decision, body=body, date=day) for decision in one.decisions) for one in items]
    return Meeting(
        id=own,
        body=body,
        date=day,
        participants=tuple(Participant(name) for name in people),
        source=f"{own}.txt",
        items=tuple(
            replace(one, id=item_id(own, one.number), decisions=decisions)
            for one, decisions in zip(items, decided, strict=True)
        ),
    )


MEETINGS = (
    meeting(
        DIREKTIONEN,
        "2019-05-06",
        ["Anna Lund", "Dora Seier Skastrup"],
        item(1, "Parkering ved havnen", "Der mangler pladser til biler ved havnen.", "postponed", case_number="19/10"),
        item(
            2,
            "Skolernes budget",
            "Budgettet for skolerne er stramt.",
            "approved",
            case_number="19/11",
            page=4,
            attachments=("Budget 2020.xlsx", "Notat.pdf"),
        ),
    ),
    meeting(
        DIREKTIONEN,
        "2020-05-04",
        ["Anna Lund", "Bo Kjær"],
        item(1, "Parkering ved havnen", "Nye pladser til biler.", "approved", case_number="19/10"),
        item(2, "Kantinen", "Frokost og budget. Skolernes køkken lukker ikke.", "rejected"),
        item(
            3,
            "Lukket",
            "Hemmelig parkering af Carl Hemmingsen.",
            closed=True,
            case_number="20/99",
            attachments=("Hemmeligt notat.pdf",),
        ),
    ),
    meeting(
        BYRAADET,
        "2021-06-07",
        ["Bo Kjær", "Dora Seier Skaastrup"],
        item(1, "Skolernes budget", "Budgettet vokser taget til efterretning.", "noted", case_number="19/11"),
        item(2, "Vindmøller", "Energi fra vind.", "approved", people=("Erik Vang",), attachments=("Kort.pdf",)),
    ),
)


def indexed(data: Path, meetings: Sequence[Meeting]) -> SearchService:
    """A service over these meetings alone."""
    embedder = GramEmbedder()
    engine = open_engine(Settings(data=data), model=model_of(embedder))
    registry = Registry()
    prepared = []
    for one in meetings:
        own = tuple(passage for it in one.items for passage in passages(it))
        items = {it.id: it for it in one.items}
        vectors = embedder.passages([embedding_text(items[passage.item_id], passage) for passage in own])
        people = {it.id: registry.of_item(it, one) for it in one.items}
        prepared.append(
            Prepared(
                meeting=one,
                passages=own,
                vectors=vectors,
                people=people,
                origin=f"/m/{one.source}",
                appearances=registry.appearances(one),
            )
        )
    engine.write(prepared)
    return SearchService(engine, embedder)


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchService]:
    opened = indexed(tmp_path_factory.mktemp("small"), MEETINGS)
    yield opened
    opened.close()
