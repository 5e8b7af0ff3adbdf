"""`referat evaluate`: how good the ranking is, on judged questions; against an earlier run; without each signal."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from mappings import settings
from referat import figures
from referat.opening import opened_service
from referat.progress import Progress

if TYPE_CHECKING:
    from search_api.evaluation import Judged


@click.command("evaluate", short_help="Mål søgningens kvalitet på bedømte spørgsmål.")
@click.argument("paths", metavar="FIL...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--against", metavar="FIL.json", type=click.Path(path_type=Path), help="Sammenlign med en tidligere --json."
)
@click.option("--ablation", is_flag=True, help="Mål også uden hvert enkelt signal.")
@click.option("--details", is_flag=True, help="Vis hvert spørgsmål, der ikke fik alt rigtigt.")
@click.option("--json", "as_json", is_flag=True, help="Skriv resultatet som JSON.")
def command(paths: Sequence[Path], against: Path | None, ablation: bool, details: bool, as_json: bool) -> int:
    """Mål søgningens kvalitet på de bedømte spørgsmål i FIL (en eller flere).

    Hver linje: id, art, spørgsmål, bedømmelser (punkt-id:grad, adskilt af komma), adskilt af tabulatorer.
    Hvert tal får et 95 %-interval. Med --against prøves det, om forskellen til en tidligere kørsel kan være tilfældig.
    """
    from search_api.evaluation import read_all

    if ablation and (against or details):
        raise click.UsageError("--ablation står alene: den kan ikke bruges med --against eller --details.")
    questions = read_all(paths)
    if ablation:
        _without_each(questions, as_json)
    else:
        _measured(questions, against, details, as_json)
    return 0


def _measured(questions: Sequence[Judged], against: Path | None, details: bool, as_json: bool) -> None:
    from search_api.comparison import compare, read_run
    from search_api.evaluation import evaluate

    before = read_run(against) if against else ()  # what is wrong with it is told before anything is asked
    progress = Progress("Stiller spørgsmål")
    with opened_service(settings.load()) as service:
        measured = evaluate(service, questions, lambda done: progress(done, len(questions)))
    progress.close()
    compared = compare(before, measured.questions) if against else None
    if as_json:
        whole = msgspec.to_builtins(measured) | ({"against": compared} if compared else {})
        click.echo(msgspec.json.encode(whole))
        return
    lines = list(figures.evaluation(measured, details))
    if compared and against:
        lines += figures.comparison(compared, str(against))
    click.echo("\n".join(lines))


def _without_each(questions: Sequence[Judged], as_json: bool) -> None:
    from search_api.ablation import ablate

    progress = Progress("Stiller spørgsmål")
    with opened_service(settings.load()) as service:
        found = ablate(service, questions, progress)
    progress.close()
    click.echo(msgspec.json.encode(found) if as_json else "\n".join(figures.ablation(found)))
