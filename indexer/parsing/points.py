"""What stands before the words of a decision and says only where they belong: points of a recommendation, and labels.

"1. at-punkt: Godkendt.", "Indstillingens 2. at: tiltrådt", "Besluttet: Udsat."
"""

from __future__ import annotations

import re

_MANY_LINES = re.compile(r"\n{3,}")
# "1. at-punkt: …", "Indstillingens 2. at: …" answer the points of a recommendation, which all begin with *at*.
_POINT = re.compile(
    r"^\W*(?:indstillingens )?(?:ad )?\d+\.?(?: ?(?:[-–,&]|og) ?\d+\.?)* at(?:-?punkt(?:et|er|erne)?(?::| (?=\w))|:)",
    re.IGNORECASE | re.MULTILINE,
)
_AT_POINT = re.compile(r"\bat-punkt", re.IGNORECASE)
_LABEL = re.compile(
    r"^\W*(?:(?:rådets|udvalgets|direktionens|bestyrelsens) (?:drøftelse|behandling)|besluttet):",
    re.IGNORECASE | re.MULTILINE,
)


def without_points(text: str) -> str:
    """The text without points and labels, and with one empty line where there were several."""
    text = _LABEL.sub("", _MANY_LINES.sub("\n\n", text.strip()))
    return _AT_POINT.sub("punkt", _POINT.sub("", text))
