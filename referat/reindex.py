"""`referat reindex`: the index made anew from what is stored, for another model or another version of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
import msgspec

from mappings import settings
from referat.opening import nothing_indexed
from referat.progress import Progress

if TYPE_CHECKING:
    from indexer.reindexing import ReindexReport
    from mappings.settings import Settings


@click.command("reindex", short_help="Byg indekset igen af det, der er gemt.")
@click.option("--drop-old", is_flag=True, help="Byg intet; slet kun gamle og afbrudte udgaver af indekset.")
@click.option("--json", "as_json", is_flag=True, help="Skriv resultatet som JSON.")
def command(drop_old: bool, as_json: bool) -> int:
    """Byg indekset igen af det, der er gemt, uden at læse en eneste fil.

    Bruges efter skift af REFERAT_MODEL, eller når en ny version af programmet beder om det. Der kan søges i det gamle
    indeks imens, og det nye tages i brug på én gang. Bliver kørslen afbrudt, fortsætter den næste, hvor den slap. Det
    gamle indeks beholdes, til det slettes med --drop-old.
    """
    configured = settings.load()
    if drop_old:
        _drop(configured, as_json)
    else:
        _rebuild(configured, as_json)
    return 0


def _rebuild(configured: Settings, as_json: bool) -> None:
    from engines import open_engine
    from indexer.embedding import open_embedder
    from indexer.reindexing import reindex
    from referat.runs import Runs

    engine = open_engine(configured)
    try:
        if engine.status().model is None:
            raise nothing_indexed(configured)
        with Runs(configured.data).begin_anyway("reindex") as run:
            progress = Progress("Bygger indekset igen, møder", run.progress)
            try:
                report = reindex(engine, open_embedder(configured), progress)
                if not report.meetings + report.resumed:
                    raise nothing_indexed(configured)
                run.reindexed(report)
            finally:
                progress.close()
    finally:
        engine.close()
    click.echo(msgspec.json.encode(report) if as_json else _told(report))


def _told(report: ReindexReport) -> str:
    resumed = f" ({report.resumed} møder var klar fra en tidligere kørsel)" if report.resumed else ""
    return (
        f"{report.meetings} møder, {report.items} punkter og {report.passages} passager er bygget igen{resumed}. "
        "Det gamle indeks slettes med `referat reindex --drop-old`."
    )


def _drop(configured: Settings, as_json: bool) -> None:
    from engines import open_engine

    engine = open_engine(configured)
    try:
        dropped = engine.drop_old()
    finally:
        engine.close()
    if as_json:
        click.echo(msgspec.json.encode({"dropped": dropped}))
    else:
        click.echo(f"Slettet: {', '.join(dropped)}." if dropped else "Der er ingen gamle udgaver.")
