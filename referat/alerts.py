"""`referat alerts`: new results of searches by mail, each once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from mappings import settings
from mappings.errors import BadSettings
from referat.exits import BUT_FOR_SOME, FAILED
from referat.opening import opened_service

if TYPE_CHECKING:
    from mappings.settings import Settings
    from referat.alerting.journal import Journal
    from referat.alerting.telling import New, Report
    from referat.alerting.wanted import Wanted
    from search_api.service import SearchService


@click.command("alerts", short_help="Send nye resultater af søgninger med mail.")
@click.option("--dry-run", is_flag=True, help="Vis hvad der ville blive sendt; send intet og husk intet.")
@click.option(
    "--unsure",
    type=click.Choice(["send", "drop"]),
    help="Hvad der skal ske med mails, som serveren måske har fået: send dem igen, eller glem dem.",
)
@click.option("--json", "as_json", is_flag=True, help="Skriv resultatet som JSON.")
def command(dry_run: bool, unsure: str | None, as_json: bool) -> int:
    """Send nye resultater af søgninger med mail: dem i REFERAT_ALERTS, og de gemte søgninger, der ønsker det.

    Køres efter `referat index`. Den første gang en søgning er med, huskes blot, hvad der er. Afslutter med 3, hvis
    noget ikke kunne sendes; det sendes næste gang.
    """
    from referat.alerting import journal
    from referat.alerting.alone import alone
    from referat.alerting.telling import Report
    from web.wording import counted

    configured = settings.load()
    report = Report()
    wanted = _wanted(configured, report)
    with alone(configured.data), journal.opened(configured.data) as opened, opened_service(configured) as service:
        if dry_run:
            return _shown(wanted, service, opened, report, as_json)
        _run(configured, wanted, service, opened, report, unsure)
    if as_json:
        click.echo(msgspec.json.encode(report))
    else:
        begun = f", {report.begun} fulgt fra nu af" if report.begun else ""
        searches = counted(report.searches, "søgning", "søgninger")
        results = counted(report.results, "nyt resultat", "nye resultater")
        mails = counted(report.digests, "mail", "mails")
        click.echo(f"{searches}{begun}; {results} i {mails}; {report.sent} sendt, {report.waiting} venter.")
    for problem in report.problems:
        click.echo(f"referat: {problem}", err=True)
    if not report.problems:
        return 0
    return FAILED if report.waiting and not report.sent else BUT_FOR_SOME


def _wanted(configured: Settings, report: Report) -> list[Wanted]:
    from referat.alerting.wanted import all_of, of_file, of_saved
    from web.saved_store import SavedSearches

    of_operator = of_file(Path(configured.alerts).expanduser()) if configured.alerts else []
    of_users, problems = of_saved(SavedSearches(configured.data).mailed())
    report.problems += problems
    wanted = all_of(of_operator, of_users)
    report.searches = len(wanted)
    return wanted


def _run(
    configured: Settings,
    wanted: list[Wanted],
    service: SearchService,
    journal: Journal,
    report: Report,
    unsure: str | None,
) -> None:
    from referat.alerting import mailing, telling
    from web.addresses import Addresses

    server = mailing.server(configured)
    if not configured.base_url:
        raise BadSettings("Set REFERAT_BASE_URL: a mail's links must lead to the pages.")
    addresses = Addresses(configured.base_url)
    journal.keep_only((one.query, one.recipient) for one in wanted)
    for digest in journal.unsure() if unsure else ():
        (journal.not_taken if unsure == "send" else journal.sent)(digest)
    for new in telling.news(wanted, service, journal):
        telling.put(new, service, journal, addresses, configured, report)
    with mailing.Connection(server) as connection:
        telling.send(journal, connection, report)


def _shown(wanted: list[Wanted], service: SearchService, journal: Journal, report: Report, as_json: bool) -> int:
    from referat.alerting import telling
    from search_api.access import PUBLIC

    for new in telling.news(wanted, service, journal):
        if as_json:
            told = {"name": new.wanted.name, "to": new.wanted.recipient, "begun": new.begun, "new": new.ids}
            click.echo(msgspec.json.encode(told))
            continue
        click.echo(f"{new.wanted.name} til {new.wanted.recipient}: {_said(new)}")
        for one in service.items(new.ids, PUBLIC):
            click.echo(f"  {one.item.id} – {one.item.title}")
    for problem in report.problems:
        click.echo(f"referat: {problem}", err=True)
    return BUT_FOR_SOME if report.problems else 0


def _said(new: New) -> str:
    if new.begun and not new.ids:
        return "følges fra nu af"
    return f"{len(new.ids)} nye" if new.ids else "intet nyt"
