"""Settings of a server, its use, and the line about what is wrong with it."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from engines.elasticsearch.connection import Server
from mappings.errors import EngineUnavailable
from mappings.settings import Settings


def settings(url: str = "http://127.0.0.1:9200", **others: object) -> Settings:
    named = {f"elasticsearch_{name}": value for name, value in others.items()}
    return Settings(engine="elasticsearch", elasticsearch_url=url, **named)  # type: ignore[arg-type]


def use(server: Server) -> None:
    with server.in_our_words():
        server.reading.info()


def told(url: str, **others: object) -> str:
    """The line about using the server of these settings."""
    server = Server(settings(url, **others))
    with pytest.raises(EngineUnavailable) as caught:
        use(server)
    server.close()
    line = str(caught.value)
    assert "\n" not in line
    assert urlsplit(url).netloc in line
    return line


def info(number: str, **version: str) -> dict[str, object]:
    return {"name": "node", "cluster_name": "c", "version": {"number": number, **version}, "tagline": "You Know"}
