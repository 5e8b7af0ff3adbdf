"""`referat serve`: the pages and the JSON API."""

from __future__ import annotations

import signal
import threading
from dataclasses import replace
from types import FrameType
from typing import TYPE_CHECKING

import click

from mappings import settings
from mappings.errors import ReferatError

if TYPE_CHECKING:
    from search_api.service import SearchService

_DRAIN = 10.0  # seconds that requests in flight may take when the server is told to stop
_RECEIVED = 4  # times the limit of an upload


@click.command("serve", short_help="Vis siderne og JSON-API'et i en browser.")
@click.option("--host", help="Adresse; ellers REFERAT_HOST (127.0.0.1).")
@click.option("--port", type=click.IntRange(0, 65535), help="Port, 0 for en ledig; ellers REFERAT_PORT (8080).")
def command(host: str | None, port: int | None) -> int:
    """Vis siderne og JSON-API'et, indtil der trykkes Ctrl-C."""
    import waitress

    from engines import open_engine
    from indexer.embedding import model_of, open_embedder
    from referat.administering import Administering
    from search_api.opening import service_over
    from web.app import create_app

    configured = settings.load()
    configured = replace(configured, host=host or configured.host, port=configured.port if port is None else port)
    embedder = open_embedder(configured)
    engine = open_engine(configured, model=model_of(embedder))
    service = service_over(configured, engine, embedder)
    administering = Administering(configured, engine)
    app = create_app(configured, service, administering)
    try:
        server = waitress.create_server(
            app,
            host=configured.host,
            port=configured.port,
            threads=configured.threads,
            ident=None,
            # What is but a little too large is refused by a page; what is more is not even received.
            max_request_body_size=_RECEIVED * configured.upload_limit * 2**20,
        )
    except OSError as error:
        service.close()
        raise ReferatError(
            f"Cannot listen on {configured.host}:{configured.port} ({error.strerror}); choose another --port or --host."
        ) from error
    warming = threading.Thread(target=_warm, args=(service,), daemon=True)
    warming.start()
    signal.signal(signal.SIGTERM, _stop)
    shown = f"[{configured.host}]" if ":" in configured.host else configured.host
    click.echo(f"Referatsøgning på http://{shown}:{server.effective_port}/ (stop med Ctrl-C)")
    try:
        server.run()
    finally:
        server.task_dispatcher.shutdown(timeout=_DRAIN)
        warming.join(timeout=_DRAIN)
        server.close()
        administering.close()
        if not (warming.is_alive() or server.task_dispatcher.threads):  # a database closed under its reader crashes
            service.close()
    return 0


def _warm(service: SearchService) -> None:
    """What cannot be reached now may be later, so that the pages are shown all the same."""
    try:
        service.warm()
    except ReferatError as error:
        click.echo(f"referat: Der kan ikke søges endnu, men prøves igen ved hver søgning: {error}", err=True)


def _stop(number: int, frame: FrameType | None) -> None:
    raise SystemExit(0)
