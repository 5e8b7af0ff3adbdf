"""A decision's text that tells what several bodies decided, one after the other.

"Teknisk Udvalg den 4. maj 2004: Anbefales. Byrådet den 26. maj 2004: Godkendt.": what it came to is what was said last.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from indexer.parsing import dates

_BODY = (
    r"(?!\w*område)[-\w]*(?:udvalg|råd|bestyrelse|direktion|magistrat|kommission|repræsentation|forsamling)(?:e?[nt])?"
)
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
    rf"|(?:byrådet|kommunalbestyrelsen|borgerrepræsentationen|(?:endelig |tidligere )?beslutning):)"
    rf"|(?<=\. ){_INITIALS}{_DATE}:",
    re.MULTILINE | re.IGNORECASE,
)
_COUNCIL = re.compile(r"\b(?:byråd|kommunalbestyrelse|borgerrepræsentation|regionsråd)(?:e?[nt])?\b", re.IGNORECASE)
_DECISION = re.compile(rf"\b(?:tidligere|{_WHAT})\b", re.IGNORECASE)
_FORMER = re.compile(r"\s*tidligere\b", re.IGNORECASE)
_SAYS_SO = re.compile(rf"\d.*:|^\W*(?:tidligere )?{_WHAT}\b.*\d", re.IGNORECASE | re.DOTALL)
# Whose a head says that it is.
_WHOSE = re.compile(
    rf"\s*(?:(?:tidligere )?{_WHAT}:? (?:(?:i|fra|af) )?)?(?P<body>{_NAMED})"
    rf"(?=s {_WHAT}|{_DATE}|, \d\. behandling|[ \t]*:|\.?$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Part:
    """What stands under a head; whose that says it is (as printed), and of which day: None where it has no year."""

    head: str
    text: str
    body: str | None
    date: dt.date | None


def parts(text: str) -> list[Part]:
    """What several bodies said, each under its head and in printed order; none where no head divides the text.

    One head is enough where it has a date and says that a decision follows: by a colon, or by *Beslutning* before it.
    """
    heads = list(_HEAD.finditer(text))
    if not heads or (len(heads) == 1 and not _SAYS_SO.search(heads[0][0])):
        return []
    ends = [*(head.start() for head in heads[1:]), len(text)]
    return [_part(head[0], text[head.end() : end]) for head, end in zip(heads, ends, strict=True)]


def _part(head: str, text: str) -> Part:
    whose, when = _WHOSE.match(head), dates.find(head)
    return Part(head, text, " ".join(whose["body"].split()) if whose else None, when.date if when else None)


def last_body(text: str) -> str:
    """What the last of several bodies decided; the whole text where no head divides it.

    Some print the council first, and below it what the committees had said on days before.
    """
    told = [part for part in parts(text) if part.text.strip()]
    if not told:
        return text
    told = [part for part in told if not _FORMER.match(part.head)] or told
    council, *others = told
    if others and _COUNCIL.search(council.head) and not any(_DECISION.search(part.head) for part in told):
        day = _day(council.head)
        days = [_day(part.head) for part in others]
        if day and all(other and other < day for other in days):
            return council.text
    return told[-1].text


def _day(head: str) -> dt.date | None:
    """The day that a head names, of any year where it names none."""
    found = dates.find(head) or dates.find(f"{head.strip(' :.')} 2000")
    return found.date if found else None
