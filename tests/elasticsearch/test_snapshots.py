"""What docs/elasticsearch.md says of snapshots, done as it says: everything comes back, and goes on."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engines import open_engine
from engines.asked import FACETS, PUBLIC, Access, Filters, Selection
from engines.base import Engine
from mappings.settings import Settings
from tests.contract.corpus import MODEL, item, meeting, vector, words
from tests.elasticsearch.document import NAME, run
from tests.elasticsearch.indices import forget
from tests.elasticsearch.server import RunningServer

MAY = meeting("Byrådet", "2021-05-31", item("Skoler", "Nye skoler i byen"), item("Veje", "Stier", closed=True))
JUNE = meeting("Direktionen", "2021-06-28", item("Hjemmearbejde", "Aftale om hjemmearbejde"), present=("Anna Krogh",))
JULY = meeting("Byrådet", "2021-07-01", item("Havne", "Nye havne i byen"))


def everything(engine: Engine) -> object:
    """All that can be asked of it, with and without the right to what is closed."""
    return [
        (
            engine.select(Selection(words=words("skoler havne"), also=(JUNE.meeting.items[0].id,), facets=FACETS), who),
            sorted(
                engine.candidates(words("skoler"), vector("Stier"), Filters(), 10, who), key=lambda one: one.item_id
            ),
            list(engine.export(who)),
            engine.people(who),
            engine.origins(),
            engine.status().items,
            engine.cached_vectors([b"known"])[b"known"].tolist(),
        )
        for who in (PUBLIC, Access(closed=True))
    ]


def test_what_a_snapshot_held_is_there_again_and_goes_on(own_server: RunningServer) -> None:
    settings = replace(Settings(engine="elasticsearch"), elasticsearch_url=own_server.url, elasticsearch_index=NAME)
    with own_server.client() as client:
        forget(client, NAME)
        engine = open_engine(settings, model=MODEL)
        engine.write([MAY, JUNE])
        engine.cache_vectors({b"known": np.arange(8, dtype=np.float32)})
        before = everything(engine)
        run(client, "Once: where snapshots are kept")
        run(client, "A snapshot")
        engine.write([JULY])
        run(client, "Back to a snapshot")
        other = open_engine(settings, model=MODEL)
        for one in (engine, other):
            assert everything(one) == before
        assert engine.status().problems == ()
        other.write([JULY])
        for one in (engine, other):
            assert one.select(Selection(words=words("havne")), PUBLIC).total == 1
            one.close()
        forget(client, NAME)
