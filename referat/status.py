"""`referat status`: what the index holds, and whether it is well."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from mappings import settings
from mappings.documents import encode
from referat.exits import FAILED
from referat.opening import where

if TYPE_CHECKING:
    from engines.kept import Detail

_LABELS: dict[Detail, str] = {
    "server": "Server",
    "licence": "Licens",
    "health": "Klynge",
    "shards": "Shards",
    "documents": "Dokumenter",
    "aliases": "Aliaser",
    "mapping": "Mapping",
    "unfinished": "Halvfærdig",
    "old": "Gammel",
}


@click.command("status", short_help="Vis indeksets indhold og tilstand.")
@click.option("--json", "as_json", is_flag=True, help="Skriv svaret som JSON.")
def command(as_json: bool) -> int:
    """Vis motor, model, antal og tilstand. Afslutter med 1, hvis noget er galt."""
    from engines import open_engine
    from search_api.service import SearchService

    configured = settings.load()
    engine = open_engine(configured)
    try:
        status = SearchService(engine, None).status()
    finally:
        engine.close()
    if as_json:
        click.echo(encode(status))
        return FAILED if status.problems else 0
    model = f"{status.model.name} ({status.model.dimension} dimensioner)" if status.model else "endnu ingen"
    changed = f"{status.changed:%d-%m-%Y %H:%M}" if status.changed else "aldrig"
    click.echo(f"Version:     {status.version}")
    click.echo(f"Motor:       {status.engine}, {where(configured)}")
    click.echo(f"Model:       {model}")
    click.echo(f"Indhold:     {status.meetings} møder, {status.items} punkter, {status.passages} passager")
    click.echo(f"Fylder:      {status.bytes / 2**20:.1f} MiB")
    click.echo(f"Ændret:      {changed}")
    for about, detail in status.details.items():
        click.echo(f"{_LABELS[about] + ':':<13}{detail}")
    click.echo(f"Tilstand:    {'alt er vel' if not status.problems else 'se nedenfor'}")
    for problem in status.problems:
        click.echo(f"  - {problem}")
    return FAILED if status.problems else 0
