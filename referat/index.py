"""`referat index`: files and folders into the engine."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from mappings import settings
from referat.exits import BUT_FOR_SOME
from referat.passing_over import nothing_to_read, passed_over
from referat.progress import Progress

if TYPE_CHECKING:
    from indexer.pipeline import Odd

_NAMED = 5  # files with something odd that are told by name; `--json` and the run's page have them all


@click.command("index", short_help="Læs filer og mapper med referater ind i indekset.")
@click.argument("paths", metavar="STI...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--prune", is_flag=True, help="Fjern også møder, hvis fil ikke længere findes under STI.")
@click.option("--json", "as_json", is_flag=True, help="Skriv resultatet som JSON.")
def command(paths: tuple[Path, ...], prune: bool, as_json: bool) -> int:
    """Læs filer og mapper med referater ind i indekset.

    Læser .txt, .md og .jsonl (også .jsonl.gz). Det, der er uændret, springes over; et ændret referat erstattes helt.
    Afslutter med 3, hvis nogle filer ikke kunne læses; resten er indekseret.
    """
    from engines import open_engine
    from indexer.embedding import model_of, open_embedder, open_verdict_reader
    from indexer.outcomes import Verdicts
    from indexer.pipeline import index
    from referat.runs import Runs

    configured = settings.load()
    with Runs(configured.data).begin_anyway("index", [str(path.absolute()) for path in paths]) as run:
        embedder = open_embedder(configured)
        engine = open_engine(configured, model=model_of(embedder))
        reading, progress = Progress("Læser beslutninger"), Progress("Beregner betydning af passager", run.progress)
        try:
            verdicts = Verdicts(open_verdict_reader(), engine, heard=reading)

            def embedding(done: int, total: int) -> None:
                reading.close()
                progress(done, total)

            report = index(paths, engine, embedder, verdicts=verdicts, prune=prune, progress=embedding)
            run.indexed(report)
        finally:
            reading.close()
            progress.close()
            engine.close()
    if as_json:
        click.echo(msgspec.json.encode(report))
    else:
        click.echo(
            f"{report.added} møder tilføjet, {report.replaced} erstattet, {report.unchanged} uændret, "
            f"{report.removed} fjernet ({report.items} punkter, {report.passages} passager)."
        )
        if report.passed_over:
            click.echo(passed_over(report.passed_over))
        elif not (report.files or report.failures):
            click.echo(nothing_to_read(paths))
        if report.remarks:
            click.echo(_remarked(report.remarks))
    for failure in report.failures:
        click.echo(failure.reason, err=True)
    return BUT_FOR_SOME if report.failures else 0


def _remarked(remarks: Sequence[Odd]) -> str:
    """In which files something was odd, to be looked at one by one."""
    paths = list(dict.fromkeys(remark.path for remark in remarks))
    more = f" og {len(paths) - _NAMED} andre" if len(paths) > _NAMED else ""
    several = "er" if len(remarks) > 1 else ""
    return (
        f"{len(remarks)} bemærkning{several} til læsningen af {', '.join(paths[:_NAMED])}{more}; "
        "se med `referat parse FIL`."
    )
