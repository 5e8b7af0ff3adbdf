"""`referat parse`: what the indexer understands of a file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mappings.errors import ReferatError, UnreadableSource
from referat.exits import BUT_FOR_SOME
from referat.passing_over import nothing_to_read, passed_over

if TYPE_CHECKING:
    from indexer.outcomes import Verdicts
    from indexer.parsing import Reading


@click.command("parse", short_help="Vis hvad der læses ud af et referat.")
@click.argument("paths", metavar="FIL...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Ét møde som JSON pr. linje, som `referat index` kan læse.")
def command(paths: tuple[Path, ...], as_json: bool) -> int:
    """Vis hvad der læses ud af et referat, og hvad der ikke kunne placeres.

    Afslutter med 3, hvis nogle filer ikke kunne læses.
    """
    from indexer import discovery
    from indexer.embedding import open_verdict_reader
    from indexer.outcomes import Verdicts

    verdicts = Verdicts(open_verdict_reader())
    failures, read, others = 0, 0, []
    for path in discovery.files(paths):
        try:
            if isinstance(path, UnreadableSource):
                raise path
            if isinstance(path, discovery.PassedOver):
                others.append(str(path.path))
            else:
                read += 1
                _show(path, verdicts, as_json)
        except ReferatError as error:
            failures += 1
            click.echo(str(error), err=True)
    if others:
        click.echo(passed_over(others), err=True)
    elif not (read or failures):
        click.echo(nothing_to_read(paths), err=True)
    return BUT_FOR_SOME if failures else 0


def _show(path: Path, verdicts: Verdicts, as_json: bool) -> None:
    from indexer import exchange, sources
    from indexer.reading import understood
    from mappings.documents import Meeting, encode

    if exchange.is_exchange(path):
        for found in exchange.read(path, verdicts=verdicts):
            if not isinstance(found, Meeting):
                raise found
            click.echo(encode(found))
        return
    for reading in understood(sources.read(path), path):
        _tell(path, replace(reading, meeting=verdicts.of(reading.meeting)), as_json)


def _tell(path: Path, reading: Reading, as_json: bool) -> None:
    from indexer.parsing import describe
    from mappings.documents import encode

    if as_json:
        click.echo(encode(reading.meeting))
        for remark in reading.remarks:
            click.echo(f"{path}, linje {remark.line}: {remark.text}", err=True)
    else:
        click.echo(describe(reading))
