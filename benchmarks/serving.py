"""`referat serve` as a process of its own, for what is measured from outside."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from mappings.settings import Settings


@dataclass(frozen=True, slots=True)
class Served:
    """Where it listens, and the process's number."""

    port: int
    pid: int


@contextmanager
def served(settings: Settings) -> Iterator[Served]:
    """A server over the index of `settings` that answers, on a free port of this machine; gone afterwards."""
    own = {
        "REFERAT_DATA": str(settings.data),
        "REFERAT_ENGINE": settings.engine,
        "REFERAT_ELASTICSEARCH_URL": settings.elasticsearch_url,
        "REFERAT_ELASTICSEARCH_INDEX": settings.elasticsearch_index,
        "PYTHONUNBUFFERED": "1",
    }
    command = [sys.executable, "-m", "referat", "serve", "--port", "0"]
    with subprocess.Popen(command, env={**os.environ, **own}, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            found = re.search(r":(\d+)/", server.stdout.readline())
            assert found
            yield Served(int(found[1]), server.pid)
        finally:
            server.terminate()
