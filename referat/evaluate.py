"""`referat evaluate`: how good the ranking is, on judged questions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from mappings import settings
from referat.opening import opened_service
from referat.progress import Progress

if TYPE_CHECKING:
    from search_api.evaluation import Evaluation, Quality


@click.command("evaluate", short_help="Mål søgningens kvalitet på bedømte spørgsmål.")
@click.argument("path", metavar="FIL", type=click.Path(path_type=Path))
@click.option("--details", is_flag=True, help="Vis hvert spørgsmål, der ikke fik alt rigtigt.")
@click.option("--json", "as_json", is_flag=True, help="Skriv resultatet som JSON.")
def command(path: Path, details: bool, as_json: bool) -> int:
    """Mål søgningens kvalitet på de bedømte spørgsmål i FIL.

    Hver linje: id, art, spørgsmål, bedømmelser (punkt-id:grad, adskilt af komma), adskilt af tabulatorer.
    """
    from search_api.evaluation import evaluate, read_questions

    questions = read_questions(path)
    progress = Progress("Stiller spørgsmål")
    with opened_service(settings.load()) as service:
        evaluation = evaluate(service, questions, lambda done: progress(done, len(questions)))
    progress.close()
    if as_json:
        click.echo(msgspec.json.encode(evaluation))
    else:
        _show(evaluation, details)
    return 0


def _show(evaluation: Evaluation, details: bool) -> None:
    click.echo(f"{'art':<16}{'antal':>6}{'nDCG@10':>10}{'MRR':>8}{'recall@10':>11}")
    for kind, quality in evaluation.kinds.items():
        click.echo(_row(kind, quality))
    click.echo(_row("alle", evaluation.all))
    click.echo(
        f"Uden svar: {evaluation.answered_anyway} af {evaluation.without_answer} fik alligevel resultater. "
        f"Med svar: {evaluation.held_back} af {evaluation.all.questions} fik ingen."
    )
    if evaluation.missing:
        click.echo(f"{len(evaluation.missing)} bedømte punkter findes ikke i indekset, fx {evaluation.missing[0]}.")
    if not details:
        return
    for question in evaluation.questions:
        wrong = question.results > 0 if question.ndcg is None else question.ndcg < 1 or not question.results
        if wrong:
            figure = "  –  " if question.ndcg is None else f"{question.ndcg:.3f}"
            click.echo(f"{figure} {question.id} {question.kind}: {question.question} → {', '.join(question.first)}")


def _row(name: str, quality: Quality) -> str:
    return f"{name:<16}{quality.questions:>6}{quality.ndcg:>10.3f}{quality.mrr:>8.3f}{quality.recall:>11.3f}"
