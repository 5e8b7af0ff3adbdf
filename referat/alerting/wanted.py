"""Who wants to be told of the new results of which search: from the operator's file, and from saved searches.

The file is TOML: `[[alert]]` with `name`, `search` (as an address has it behind the question mark) and `to`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode

from mappings.errors import BadRequest, BadSettings
from search_api.query import DEFAULT_SIZE, SearchRequest, from_parameters, parameters
from web.saved_store import Kept

_FIELDS = ("name", "search", "to")
# What every mail server takes, without the rare forms (quoted, in another alphabet) that some do.
ADDRESS = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9-]+)*"
)
LONGEST_NAME = 200  # characters


@dataclass(frozen=True, slots=True)
class Wanted:
    """One search for one recipient; `seen` are the keys of what a user has seen of a saved search.

    `query` is the search as its address has it, without order and page: by it and the recipient it is known again.
    """

    name: str
    query: str
    asked: SearchRequest
    recipient: str
    seen: str | None = None


def of_file(path: Path) -> list[Wanted]:
    """What the operator's file wants; raises `BadSettings` naming what is wrong in it."""
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadSettings(f"{path} (REFERAT_ALERTS) cannot be read: {error}.") from error
    alerts = found.pop("alert", [])
    if found or not isinstance(alerts, list):
        unknown = next(iter(found), "alert")
        raise BadSettings(f"{path}: {unknown!r} is not known; each alert begins with [[alert]].")
    return _once(wanted for number, alert in enumerate(alerts, 1) for wanted in _of_alert(alert, f"{path}, {number}"))


def of_saved(kept: Iterable[Kept]) -> tuple[list[Wanted], list[str]]:
    """What the users of saved searches want, and lines about those of which nothing can be made."""
    wanted, problems = [], []
    for one in kept:
        try:
            query, asked = _search(one.query)
        except BadRequest as error:
            problems.append(f"The saved search {one.number} cannot be understood any more: {error}")
            continue
        if not ADDRESS.fullmatch(one.mail):
            problems.append(f"The saved search {one.number} is to go to {one.mail!r}, which is no mail address.")
            continue
        wanted.append(Wanted(one.name, query, asked, one.mail, one.seen))
    return _once(wanted), problems


def all_of(*lists: Iterable[Wanted]) -> list[Wanted]:
    """Them all, each search and recipient once; the first is taken."""
    return _once(one for wanted in lists for one in wanted)


def _of_alert(alert: Any, where: str) -> Iterator[Wanted]:
    """One for each recipient of an alert. `Any`: it is whatever the file says."""
    if not isinstance(alert, dict):
        raise BadSettings(f"{where}: an alert must be a table; begin it with [[alert]].")
    for name in alert:
        if name not in _FIELDS:
            raise BadSettings(f"{where}: {name!r} is not known. Known: {', '.join(_FIELDS)}.")
    name, search, to = (alert.get(field) for field in _FIELDS)
    if not isinstance(name, str) or not name.strip() or len(name) > LONGEST_NAME:
        raise BadSettings(f"{where}: `name` must be a text of at most {LONGEST_NAME} characters.")
    if not isinstance(search, str):
        raise BadSettings(f'{where}: `search` must be a text such as "q=hjemmearbejde&body=Direktionen".')
    recipients = [to] if isinstance(to, str) else to
    if not isinstance(recipients, list) or not recipients:
        raise BadSettings(f"{where}: `to` must be a mail address, or a list of them.")
    for recipient in recipients:
        if not isinstance(recipient, str) or not ADDRESS.fullmatch(recipient):
            raise BadSettings(f"{where}: {recipient!r} is no mail address.")
    try:
        query, asked = _search(search.removeprefix("?"))
    except BadRequest as error:
        raise BadSettings(f"{where}: `search` cannot be understood: {error}") from error
    for recipient in recipients:
        yield Wanted(" ".join(name.split()), query, asked, recipient)


def _search(text: str) -> tuple[str, SearchRequest]:
    asked = replace(from_parameters(parse_qs(text)), sort=None, page=1, size=DEFAULT_SIZE)
    return urlencode(list(parameters(asked))), asked


def _once(wanted: Iterable[Wanted]) -> list[Wanted]:
    by_key: dict[tuple[str, str], Wanted] = {}
    for one in wanted:
        by_key.setdefault((one.query, one.recipient.lower()), one)
    return list(by_key.values())
