"""A digest: the new results of one search as a mail in Danish, as plain text and as HTML."""

from __future__ import annotations

import hashlib
import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formatdate
from html import escape
from urllib.parse import urlsplit

from mappings.dates import danish_date
from mappings.labels import OUTCOME_LABELS
from mappings.settings import Settings
from referat.alerting.wanted import Wanted
from search_api.answers import ItemAnswer
from web.addresses import Addresses
from web.tables import decided
from web.wording import collapsed, counted, shortened

LISTED = 200  # new results that are told one by one: some 300 KB of mail; the others are told by their number
_LONGEST_DECISION = 600  # characters
_WIDTH = 76
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_POLICY = SMTP.clone(cte_type="7bit")  # every server takes it


@dataclass(frozen=True, slots=True)
class Told:
    """One new result as it is told."""

    title: str
    facts: str
    decision: str
    address: str


def digest(
    wanted: Wanted, new: Sequence[str], items: Sequence[ItemAnswer], addresses: Addresses, settings: Settings
) -> tuple[str, bytes]:
    """The Message-ID and the whole mail about the ids `new`, of which `items` are told one by one."""
    message = EmailMessage(policy=_POLICY)
    identity = message_id(wanted, new, addresses)
    name = _plain(wanted.name)
    heading = f"{name}: {counted(len(new), 'nyt resultat', 'nye resultater')}"
    message["Message-ID"] = identity
    message["Date"] = formatdate()
    message["From"] = Address(_plain(settings.site_name), addr_spec=settings.smtp_from)
    message["To"] = wanted.recipient
    message["Subject"] = heading
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: nobody's holiday note is to answer it
    told = [_told(one, addresses) for one in items]
    search = addresses.search(wanted.asked)
    rest = len(new) - len(told)
    message.set_content("\n".join(_text(heading, told, rest, search)))
    message.add_alternative("\n".join(_html(heading, told, rest, search)), subtype="html")
    return identity, message.as_bytes()


def message_id(wanted: Wanted, new: Sequence[str], addresses: Addresses) -> str:
    """The same for the same results of the same search to the same recipient, whenever it is made."""
    told = "\n".join((wanted.query, wanted.recipient, *sorted(new)))
    host = re.sub(r"[^A-Za-z0-9.-]", "-", urlsplit(addresses.base).hostname or "localhost")
    return f"<{hashlib.sha256(told.encode()).hexdigest()[:40]}@{host}>"


def _told(one: ItemAnswer, addresses: Addresses) -> Told:
    item, meeting = one.item, one.meeting
    facts = [_plain(meeting.body), danish_date(meeting.date), f"punkt {item.printed}"]
    if item.case_number:
        facts.append(f"sag {_plain(item.case_number)}")
    outcomes = dict.fromkeys(OUTCOME_LABELS[outcome] for decision in item.decisions for outcome in decision.outcomes)
    decision = shortened(_plain(decided(item.decisions)), _LONGEST_DECISION)
    named = f"{', '.join(outcomes)}: " if outcomes and decision else ", ".join(outcomes)
    return Told(_plain(item.title), ", ".join(facts), named + decision, addresses.item(item.id))


def _text(heading: str, told: Sequence[Told], rest: int, search: str) -> Iterator[str]:
    yield from (heading, "=" * min(len(heading), _WIDTH))
    for number, one in enumerate(told, 1):
        yield ""
        yield from _wrapped(one.title, f"{number}. ")
        yield from _wrapped(one.facts, "   ")
        yield from _wrapped(one.decision, "   ")
        yield f"   {one.address}"
    if rest:
        yield from ("", f"Og {counted(rest, 'til, som findes', 'til, som findes')} i søgningen.")
    yield from ("", "Hele søgningen:", search, "", "-- ", _FOOTER)


def _html(heading: str, told: Sequence[Told], rest: int, search: str) -> Iterator[str]:
    yield '<!doctype html><html lang="da"><head><meta charset="utf-8">'
    yield f"<title>{escape(heading)}</title></head>"
    yield '<body style="font-family: sans-serif; line-height: 1.45; max-width: 42em">'
    yield f'<h1 style="font-size: 1.3em">{escape(heading)}</h1><ol>'
    for one in told:
        yield f'<li style="margin-bottom: 1em"><a href="{escape(one.address)}"><b>{escape(one.title)}</b></a>'
        yield f"<br>{escape(one.facts)}"
        if one.decision:
            yield f"<br>{escape(one.decision)}"
        yield "</li>"
    yield "</ol>"
    if rest:
        yield f"<p>Og {counted(rest, 'til, som findes', 'til, som findes')} i søgningen.</p>"
    yield f'<p><a href="{escape(search)}">Hele søgningen</a></p><hr><p>{escape(_FOOTER)}</p></body></html>'


_FOOTER = (
    "Mailen kommer, når der er nye resultater. Den kan standses under »Gemt« på siden, eller af den, der satte den op."
)


def _wrapped(text: str, first: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=first, subsequent_indent="   ", break_long_words=False)


def _plain(text: str) -> str:
    """A text on one line, without characters that no mail may hold."""
    return collapsed(_CONTROL.sub("", text))
