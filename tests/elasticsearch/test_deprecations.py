"""Nothing is asked of the server in a way that a later version will refuse: it would warn of it in its answers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from benchmarks.elasticsearch.wire import recorded
from engines import open_engine
from engines.asked import FACETS, PUBLIC, Filters, Selection
from mappings.settings import Settings
from tests.contract.corpus import MODEL, item, meeting, vector, words

MAY = meeting("Byrådet", "2021-05-31", item("Skoler", "Nye skoler i byen"), item("Veje", "Stier"), present=("Bo Dahl",))
JUNE = meeting("Direktionen", "2021-06-28", item("Hjemmearbejde", "Aftale om hjemmearbejde", case="21/1234"))


def test_no_request_is_deprecated(elasticsearch_url: str, index_name: str) -> None:
    settings = replace(
        Settings(engine="elasticsearch"), elasticsearch_url=elasticsearch_url, elasticsearch_index=index_name
    )
    filters = Filters(bodies=("Byrådet",), years=(2021,), people=("bo-dahl",))
    with recorded() as requests:
        engine = open_engine(settings, model=MODEL)
        engine.write([MAY, JUNE])
        engine.write([MAY])
        engine.cache_vectors({b"known": np.ones(8, dtype=np.float32)})
        assert engine.cached_vectors([b"known"])
        assert engine.candidates(
            words("skoler", phrases=("nye skoler",), without="havne"), vector("Stier"), filters, 5, PUBLIC
        )
        for sort in ("relevance", "newest", "oldest"):
            asked = Selection(words=words("skoler"), also=("direktionen-2021-06-28-01",), sort=sort, facets=FACETS)
            assert engine.select(asked, PUBLIC).total == 2
        assert len(list(engine.export(PUBLIC))) == 2
        assert engine.people(PUBLIC)
        assert engine.origins()
        with engine.rebuild(MODEL) as rebuilding:
            for part in rebuilding.parts():
                part.write([{MAY.meeting.id: MAY, JUNE.meeting.id: JUNE}[one.meeting.id] for one in part.remaining()])
            rebuilding.finish()
        assert engine.drop_old()
        assert engine.remove([MAY.meeting.id]).removed == 1
        assert engine.status().problems == ()
        engine.close()
    assert len(requests) > 20
    assert {request.warning for request in requests} == {None}
