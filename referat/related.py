"""`referat related`: what belongs together with an item."""

from __future__ import annotations

import click
import msgspec

from mappings import settings
from mappings.labels import OUTCOME_LABELS, danish_date
from referat.opening import opened_service


@click.command("related", short_help="Vis hvad der hører sammen med et punkt.")
@click.argument("item_id", metavar="PUNKT")
@click.option("--json", "as_json", is_flag=True, help="Skriv svaret som JSON.")
def command(item_id: str, as_json: bool) -> int:
    """Vis de andre punkter i samme sag som PUNKT (fx direktionen-2021-06-28-05), nyeste først."""
    from search_api.access import PUBLIC

    with opened_service(settings.load()) as service:
        answer = service.related(item_id, PUBLIC)
    if as_json:
        click.echo(msgspec.json.encode(answer))
        return 0
    if not answer.related:
        click.echo("Ingen andre punkter i samme sag.")
    for other in answer.related:
        outcomes = ", ".join(OUTCOME_LABELS[outcome] for outcome in other.outcomes)
        click.echo(click.style(other.title, bold=True))
        click.echo(
            f"  {other.meeting.body} · {danish_date(other.meeting.date)}" + (f" · {outcomes}" if outcomes else "")
        )
        click.echo(click.style(f"  {other.id} – {other.reason}", dim=True))
    return 0
