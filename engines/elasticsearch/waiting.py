"""How whoever has time waits for a server that went away: longer and longer, and never in step with others."""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Callable, Iterator

from elastic_transport import TlsError, TransportApiResponse

from engines.elasticsearch.troubles import NO_ANSWER, PASSING

log = logging.getLogger(__name__)

FIRST, LONGEST = 0.5, 15.0  # seconds between two tries
ALTOGETHER = 300.0  # seconds; a node is restarted in one or two minutes


def pauses() -> Iterator[float]:
    """Seconds to sleep before each next try, until `ALTOGETHER` have gone by."""
    end, pause = time.monotonic() + ALTOGETHER, FIRST
    while time.monotonic() < end:
        yield pause * random.uniform(0.5, 1.0)
        pause = min(2 * pause, LONGEST)


def until_answered(ask: Callable[[], TransportApiResponse]) -> TransportApiResponse:
    """The answer to something that may be asked twice, waiting for a server that is away or too busy."""
    for number, pause in enumerate(pauses()):
        try:
            response = ask()
        except TlsError:
            raise
        except NO_ANSWER:
            trouble = "does not answer"
        else:
            if response.meta.status not in PASSING:
                return response
            trouble = f"is not ready (status {response.meta.status})"
        if number == 0:
            log.warning("Elasticsearch %s; waiting for it, %d minutes at most", trouble, ALTOGETHER // 60)
        time.sleep(pause)
    return ask()
