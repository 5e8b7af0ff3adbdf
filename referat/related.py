"""`referat related`: what belongs together with an item."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from mappings import named, settings
from mappings.dates import danish_date
from mappings.documents import Outcome, encode
from mappings.labels import OUTCOME_LABELS
from referat.opening import opened_service

if TYPE_CHECKING:
    from search_api.answers import RelatedItem, TimelineEntry


@click.command("related", short_help="Vis hvad der hører sammen med et punkt.")
@click.argument("item_id", metavar="PUNKT")
@click.option("--json", "as_json", is_flag=True, help="Skriv svaret som JSON.")
def command(item_id: str, as_json: bool) -> int:
    """Vis sagens tidslinje for PUNKT (fx direktionen-2021-06-28-05), og hvad der ellers hænger sammen med det.

    Bedste grund først: samme sag, henvisninger til og fra, samme række, lignende emne.
    """
    from search_api.access import PUBLIC

    with opened_service(settings.load()) as service:
        answer = service.related(item_id, PUBLIC)
    if as_json:
        click.echo(encode(answer))
        return 0
    if len(answer.timeline) > 1 or any(entry.then for entry in answer.timeline):
        click.echo(click.style("Sagens tidslinje", bold=True))
        for entry in answer.timeline:
            _show_entry(entry, here=entry.id == item_id)
        click.echo()
    if not answer.related:
        click.echo("Intet andet punkt hænger sammen med dette.")
    for other in answer.related:
        _show_item(other)
    return 0


def _show_entry(entry: TimelineEntry, *, here: bool) -> None:
    click.echo(f"  {danish_date(entry.date)} · {entry.body} · {entry.title}" + (" (dette punkt)" if here else ""))
    decided = " – ".join(part for part in (_outcomes(entry.outcomes), entry.decision) if part)
    if decided:
        click.echo(f"    {decided}")
    for line in named.lines(entry.deadlines, entry.responsible, entry.amounts):
        click.echo(f"    {line}")
    if entry.then:
        click.echo(click.style(f"    → {entry.then.text}", dim=True))


def _show_item(other: RelatedItem) -> None:
    outcomes = _outcomes(other.outcomes)
    click.echo(click.style(other.title, bold=True))
    click.echo(f"  {other.meeting.body} · {danish_date(other.meeting.date)}" + (f" · {outcomes}" if outcomes else ""))
    click.echo(click.style(f"  {other.id} – {'; '.join((other.reason, *other.also))}", dim=True))


def _outcomes(outcomes: Iterable[Outcome]) -> str:
    return ", ".join(OUTCOME_LABELS[outcome] for outcome in outcomes)
