"""A decision's text that tells what several bodies decided, one after the other.

"Teknisk Udvalg den 4. maj 2004: Anbefales. Byrådet den 26. maj 2004: Godkendt.": what it came to is what the last said.
"""

from __future__ import annotations

import datetime as dt
import re

from indexer.parsing import dates
from mappings.documents import Decision

_BODY = r"[-\w]*(?:udvalg|råd|bestyrelse|direktion|magistrat|kommission|repræsentation|forsamling)(?:e?[nt])?"
_NAMED = rf"(?:(?!(?:i|til|på|af|ved|hos|fra)\b)[-\w]+,? ){{0,6}}?{_BODY}(?: for (?:[-\w]+,? ){{0,5}}?[-\w]+)??"
# *T.U.*, *ØU*, *Kbst.*; an amount is none.
_INITIALS = r"(?!(?:kl|nr|pkt|stk|ad|jf|uge|dkk|eur|kr)\b)(?-i:[A-ZÆØÅ](?:\.?[A-ZÆØÅ]){1,3}\.?|(?:Kbst|Byr|Udv|Øk)\.)"
_MONTH = r"(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-zæøå]*\.?"
_DAY = rf"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d|\d{{1,2}}[./ -] ?(?:\d{{1,2}}|{_MONTH})(?:[./ -] ?\d{{2,4}})?"
_DATE = rf",? \(?(?:(?:den|d\.) )?(?:{_DAY})\)?(?:, (?:pkt\.|punkt) \d+)?"
_WHAT = r"(?:beslutning|indstilling|erklæring|udtalelse|behandling)"
_END = r"[ \t]*(?::|\.?$)"
# The head of a part: a line that begins with a body and a date, or with what that body said.
_HEAD = re.compile(
    rf"^[ \t]*(?=(?-i:[A-ZÆØÅ]))(?:"
    rf"(?:(?:tidligere )?{_WHAT}:? (?:i |fra |af )?)?{_NAMED}(?:s {_WHAT}(?: af)?)?{_DATE}{_END}"
    rf"|{_INITIALS}{_DATE}{_END}"
    rf"|{_NAMED}, \d\. behandling[ \t]*:"
    rf"|{_NAMED}s {_WHAT}:|{_WHAT} (?:(?:i|fra|af) )?{_NAMED}:"
    rf"|(?:byrådet|kommunalbestyrelsen|borgerrepræsentationen|(?:endelig )?beslutning):)"
    rf"|(?<=\. ){_INITIALS}{_DATE}:",
    re.MULTILINE | re.IGNORECASE,
)
_COUNCIL = re.compile(r"\b(?:byråd|kommunalbestyrelse|borgerrepræsentation|regionsråd)(?:e?[nt])?\b", re.IGNORECASE)
_DECISION = re.compile(rf"\b(?:tidligere|{_WHAT})\b", re.IGNORECASE)
_SAYS_SO = re.compile(rf"\d.*:|^\W*(?:tidligere )?{_WHAT}\b.*\d", re.IGNORECASE | re.DOTALL)


_WHOSE = re.compile(
    rf"\s*(?:(?:tidligere )?{_WHAT}:? (?:(?:i|fra|af) )?)?(?P<body>{_NAMED}|{_INITIALS})"
    rf"(?=s {_WHAT}|{_DATE}|, \d\. behandling|[ \t]*:|\.?$)",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\s*(?:tidligere (?:behandling|beslutning)(?:er)?:?\s*)?", re.IGNORECASE)
_SIX_FIGURES = re.compile(r"\b(\d\d)(\d\d)(\d\d)\b")  # 260504
_OWN = re.compile(r"\s*(?:endelig )?beslutning:", re.IGNORECASE)


def decisions(text: str, body: str, date: dt.date) -> list[Decision]:
    """What stands in a decision of `body` on `date`: those of several bodies apart where each has a name and a date.

    Under `body`'s own name, or *Beslutning*, no date is needed. Without their outcomes yet.
    """
    whole = [Decision(body, date, text)]
    parts = _parts(text)
    if not parts or not _BEFORE.fullmatch(text.partition(parts[0][0])[0]):
        return whole
    told = [_decision(head, part, whole[0]) for head, part in parts if part.strip()]
    return [one for one in told if one] if told and all(told) else whole


def _decision(head: str, text: str, own: Decision) -> Decision | None:
    """What stands under a head; None where it does not tell whose it is, and of when."""
    named, found = _WHOSE.match(head), dates.find(_SIX_FIGURES.sub(r"\1.\2.\3", head))
    if named and found:
        return Decision(" ".join(named["body"].split()), found.date, text.strip())
    is_own = _OWN.match(head) or (named and named["body"].casefold() == own.body.casefold())
    return Decision(own.body, own.date, text.strip()) if is_own else None


def last_body(text: str) -> str:
    """What the council or the last of several bodies decided, each under its head; the whole text where there is none.

    One head is enough where it has a date and says that a decision follows: by a colon, or by *Beslutning* before it.
    Some print the council first, and below it what the committees had said.
    """
    told = [(head, part) for head, part in _parts(text) if part.strip()]
    council_first = [bool(_COUNCIL.search(head)) for head, _ in told] == [True] + [False] * (len(told) - 1)
    if council_first and not any(_DECISION.search(head) for head, _ in told):
        return told[0][1]
    return told[-1][1] if told else text


def _parts(text: str) -> list[tuple[str, str]]:
    """The heads of a text, each with what stands under it; none where it is not divided."""
    heads = list(_HEAD.finditer(text))
    if not heads or (len(heads) == 1 and not _SAYS_SO.search(heads[0][0])):
        return []
    ends = [*(head.start() for head in heads[1:]), len(text)]
    return [(head[0], text[head.end() : end]) for head, end in zip(heads, ends, strict=True)]
