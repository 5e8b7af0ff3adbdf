"""A decision's text that tells what several bodies decided, one after the other.

"Teknisk Udvalg den 4. maj 2004: Anbefales. Byrådet den 26. maj 2004: Godkendt.": what it came to is what the last said.
"""

from __future__ import annotations

import re

# The head of a part: a line that begins with a body and a date.
_HEAD = re.compile(
    r"^[ \t]*(?:(?:Beslutning|Indstilling) (?:i |fra )?)?(?=[A-ZÆØÅ])(?:[-\w]+,? ){0,6}?"
    r"[-\w]*(?i:udvalg|råd|bestyrelse|direktion|magistrat|kommission|repræsentation)(?:et|en)?"
    r",? (?:den |d\. )?\d{1,2}[.\-/]\s?(?:\d{1,2}|[a-zæøå]+)[.\-/ ]\s?\d{2,4}(?:, (?:pkt\.|punkt) \d+)?\s*(?::|\.?$)",
    re.MULTILINE,
)


def last_body(text: str) -> str:
    """What the last of several bodies decided; the whole text where there are not several, each under its head."""
    heads = list(_HEAD.finditer(text))
    if len(heads) < 2 or text[: heads[0].start()].strip():
        return text
    ends = [*(head.start() for head in heads[1:]), len(text)]
    parts = [text[head.end() : end] for head, end in zip(heads, ends, strict=True)]
    return next((part for part in reversed(parts) if part.strip()), text)
