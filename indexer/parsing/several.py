"""A decision's text that tells what several bodies decided, one after the other.

"Teknisk Udvalg den 4. maj 2004: Anbefales. Byrådet den 26. maj 2004: Godkendt.": what it came to is what the last said.
"""

from __future__ import annotations

import re

_BODY = r"[-\w]*(?:udvalg|råd|bestyrelse|direktion|magistrat|kommission|repræsentation|forsamling)(?:e?[nt])?"
_NAMED = rf"(?:[-\w]+,? ){{0,6}}?{_BODY}(?: for (?:[-\w]+,? ){{0,5}}?[-\w]+)??"
# *T.U.*, *ØU*, *Kbst.*; a time of day or a number is none.
_SHORT = r"(?!(?:kl|nr|pkt|stk|ad|jf|uge)\b)(?-i:[A-ZÆØÅ](?:\.?[A-ZÆØÅ]){1,3}\.?|[A-ZÆØÅ]\w{1,4}\.)"
_MONTH = r"(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-zæøå]*\.?"
_DAY = rf"\d{{6}}|\d{{1,2}}[./ -] ?(?:\d{{1,2}}|{_MONTH})(?:[./ -] ?\d{{2,4}})?"
_DATE = rf",? \(?(?:(?:den|d\.) )?(?:{_DAY})\)?(?:, (?:pkt\.|punkt) \d+)?"
_WHAT = r"(?:beslutning|indstilling|erklæring|udtalelse|behandling)"
_END = r"[ \t]*(?::|\.?$)"
# The head of a part: a line that begins with a body and a date, or with what that body said.
_HEAD = re.compile(
    rf"^[ \t]*(?=(?-i:[A-ZÆØÅ]))(?:"
    rf"(?:(?:tidligere )?{_WHAT}:? (?:i |fra |af )?)?{_NAMED}(?:s {_WHAT}(?: af)?)?{_DATE}{_END}"
    rf"|{_SHORT}{_DATE}{_END}"
    rf"|{_NAMED}s {_WHAT}:|{_WHAT} (?:(?:i|fra|af) )?{_NAMED}:"
    rf"|(?:byrådet|kommunalbestyrelsen|borgerrepræsentationen|(?:endelig )?beslutning):)"
    rf"|(?<=\. ){_SHORT}{_DATE}:",
    re.MULTILINE | re.IGNORECASE,
)
_DATED = re.compile(r"\d")


def last_body(text: str) -> str:
    """What the last of several bodies decided, each under its head; the whole text where none is.

    A head with a date below other text divides it: what was decided before, and what was decided now.
    """
    heads = list(_HEAD.finditer(text))
    if not heads or (len(heads) == 1 and not _DATED.search(heads[0][0])):
        return text
    ends = [*(head.start() for head in heads[1:]), len(text)]
    parts = [text[head.end() : end] for head, end in zip(heads, ends, strict=True)]
    return next((part for part in reversed(parts) if part.strip()), text)
