"""Hand-made meetings as a service over the embedded engine."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from engines import open_engine
from engines.kept import Prepared
from indexer.embedding import model_of
from indexer.passages import passages
from indexer.people import Registry
from mappings.documents import Meeting, embedding_text
from mappings.naming import item_id, meeting_id
from mappings.settings import Settings
from search_api.service import SearchService
from tests.doubles import GramEmbedder
from tests.web.minutes import MEETINGS


def serve(folder: Path, meetings: Sequence[Meeting] = MEETINGS) -> SearchService:
    """The service over an index made in `folder`."""
    return serve_on(Settings(data=folder), meetings)


def serve_on(settings: Settings, meetings: Sequence[Meeting] = MEETINGS) -> SearchService:
    """The service over an index made where the settings say."""
    embedder = GramEmbedder()
    engine = open_engine(settings, model=model_of(embedder))
    registry = Registry((), meetings)
    engine.write([_prepared(_named(meeting), embedder, registry) for meeting in meetings])
    return SearchService(engine, embedder)


def prepared(meeting: Meeting, embedder: GramEmbedder) -> Prepared:
    """A meeting that is written later, beside those that are there."""
    return _prepared(_named(meeting), embedder, Registry())


def _named(meeting: Meeting) -> Meeting:
    own = meeting.id or meeting_id(meeting.body, meeting.date)
    items = tuple(replace(item, id=item.id or item_id(own, item.number, item.part)) for item in meeting.items)
    return replace(meeting, id=own, sha256=own, items=items)


def _prepared(meeting: Meeting, embedder: GramEmbedder, registry: Registry) -> Prepared:
    divided = [(item, passage) for item in meeting.items for passage in passages(item)]
    return Prepared(
        meeting=meeting,
        passages=tuple(passage for _, passage in divided),
        vectors=embedder.passages([embedding_text(item, passage) for item, passage in divided]),
        people={item.id: registry.of_item(item, meeting) for item in meeting.items},
        appearances=registry.appearances(meeting),
        origin=f"/{meeting.id}",
    )
