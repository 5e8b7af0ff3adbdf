"""`referat search`: a question answered in the terminal."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import click

from mappings import settings
from mappings.dates import danish_date
from mappings.documents import encode
from mappings.labels import OUTCOME_LABELS
from referat.opening import opened_service

if TYPE_CHECKING:
    from search_api.answers import Result, SearchAnswer

_WIDTH = 96
_BROWSED = {"newest": ", nyeste først", "oldest": ", ældste først", "relevance": ""}


@click.command("search", short_help="Søg i beslutninger og sager.")
@click.argument("question", metavar="[SPØRGSMÅL]", required=False, default="")
@click.option("--body", multiple=True, help="Udvalg eller forum, fx Direktionen.")
@click.option("--year", multiple=True, help="Mødets år.")
@click.option("--person", multiple=True, help="Deltager eller nævnt person.")
@click.option("--present", multiple=True, help="Person, der deltog i mødet.")
@click.option("--absent", multiple=True, help="Person, der var fraværende fra mødet.")
@click.option("--case", multiple=True, help="Sagsnummer, fx 21/5239.")
@click.option("--outcome", multiple=True, help=f"Udfald: {', '.join(OUTCOME_LABELS)}.")
@click.option("--attachments/--no-attachments", default=None, help="Kun punkter med bilag, eller kun uden.")
@click.option("--from", "from_", multiple=True, help="Tidligste mødedato, fx 2021-01-01.")
@click.option("--to", multiple=True, help="Seneste mødedato.")
@click.option("--literal", multiple=True, help="Ord i spørgsmålet, der skal tages, som de står.")
@click.option("--sort", multiple=True, help="relevance, newest eller oldest.")
@click.option("--page", multiple=True, help="Side, fra 1.")
@click.option("--size", multiple=True, help="Resultater pr. side.")
@click.option("--json", "as_json", is_flag=True, help="Skriv svaret som JSON, som /api/v1/search giver det.")
def command(
    question: str, as_json: bool, attachments: bool | None, from_: tuple[str, ...], **filters: tuple[str, ...]
) -> int:
    """Søg i beslutninger og sager.

    Et tomt spørgsmål viser de nyeste punkter. De filtre, der kan gentages (body, year, person, present, absent, case,
    outcome), er alternativer til hinanden.
    """
    from search_api.access import PUBLIC
    from search_api.query import from_parameters

    having = () if attachments is None else ("yes" if attachments else "no",)
    request = from_parameters({"q": (question,), "from": from_, "attachments": having, **filters})
    with opened_service(settings.load()) as service:
        answer = service.search(request, PUBLIC)
    if as_json:
        click.echo(encode(answer))
    else:
        _show(answer)
    return 0


def _show(answer: SearchAnswer) -> None:
    asked = answer.query.text
    read = dict.fromkeys(f"{r.label}  (--literal '{r.text}')" for r in answer.query.readings)
    for line in (*read, *answer.notices):
        click.echo(click.style(line, dim=True))
    if answer.suggestion and not answer.respelled:
        click.echo(f"Mente du »{answer.suggestion}«?")
    if not answer.results and answer.total:
        last = -(-answer.total // answer.query.size)
        click.echo(f"Der er ikke så mange resultater; de sidste er på --page {last}.")
    elif not answer.results:
        click.echo(f"Ingen beslutninger fundet{f' om »{asked}«' if asked else ''}.")
    else:
        first = (answer.query.page - 1) * answer.query.size + 1
        several = "er" if answer.total != 1 else ""
        click.echo(f"{answer.total} resultat{several}" + (f" for »{asked}«" if asked else _BROWSED[answer.query.sort]))
        for number, result in enumerate(answer.results, first):
            _show_result(number, result)
    if answer.similar and not answer.total:
        click.echo("\nLigner, men handler måske om noget andet:")
        for number, result in enumerate(answer.similar, 1):
            _show_result(number, result)


def _show_result(number: int, result: Result) -> None:
    click.echo()
    click.echo(f"{number:>3}. " + click.style(result.title, bold=True))
    facts = [result.meeting.body, danish_date(result.meeting.date)]
    if result.case_number:
        facts.append(f"sag {result.case_number}")
    if result.page:
        facts.append(f"side {result.page}")
    facts += [OUTCOME_LABELS[outcome] for outcome in result.outcomes]
    click.echo(_indented(" · ".join(facts)))
    if result.decision:
        shortened = textwrap.shorten(result.decision, 240, placeholder=" …")
        click.echo(_indented(f"Beslutning: {shortened}"))
    if result.snippet.text and result.snippet.text.strip("… ") not in (result.decision or ""):
        where = f"{result.snippet.section}: " if result.snippet.section else ""
        click.echo(_indented(f"{where}{' '.join(_marked(result).split())}"))
    click.echo(_indented(click.style(" – ".join(filter(None, (result.id, result.why))), dim=True)))


def _marked(result: Result) -> str:
    """The snippet with its marks in bold."""
    text, shown, end = result.snippet.text, "", 0
    for start, stop in result.snippet.marks:
        shown += text[end:start] + click.style(text[start:stop], bold=True)
        end = stop
    return shown + text[end:]


def _indented(text: str) -> str:
    return textwrap.fill(text, _WIDTH, initial_indent=" " * 5, subsequent_indent=" " * 5, break_on_hyphens=False)
