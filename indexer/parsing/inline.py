"""Markdown's marks within a line, taken away: emphasis, escapes, links, code, line breaks, entities."""

from __future__ import annotations

import html
import re

_MARKED = re.compile(r"[*_\\`<&\[~]|\s\s|[^\S ]")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_AUTOLINK = re.compile(r"<((?:https?://|mailto:|www\.)[^<>\s]+|[\w.+-]+@[\w-]+\.[\w.-]+)>")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\(<?([^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)>?(?:\s+\"[^\"]*\")?\)")
_TAG = re.compile(r"</?(?:b|i|u|em|strong|sup|sub|span|p|div|a|font|center)(?:\s[^<>]{0,300})?/?>", re.IGNORECASE)
_CODE = re.compile(r"(?<!`)`++([^`]++)`++")
_STRONG = re.compile(r"\*\*|(?<!\w)__(?=\S)|(?<=\S)__(?!\w)")
_STRUCK = re.compile(r"~~(?=\S)([^~]+)~~")
_STAR = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]*[^\s*])\*(?![\w*])")
_UNDERSCORE = re.compile(r"(?<![\w])_(?=[^\s_])([^_]*[^\s_])_(?!\w)")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z]{2,8});")
# Where escaped characters wait while the marks are taken away.
_WAITING = 0xE000
_WAITED = re.compile("[\ue000-\ue07f]")


def plain(text: str, *, addresses: bool = True) -> str:
    """The words of a line or a paragraph, blanks made single; `<br>` becomes a line end.

    A link becomes its text and its address, or only its text.
    """
    if not _MARKED.search(text):
        return text
    if "\\" in text:
        text = _ESCAPE.sub(lambda found: chr(_WAITING + ord(found[1])), text)
    if "<" in text:
        text = _TAG.sub("", _BREAK.sub("\n", _AUTOLINK.sub(lambda found: _kept(found[1]), text)))
    if "](" in text:
        text = _LINK.sub(_linked if addresses else r"\1", text)
    if "`" in text or "~~" in text:
        text = _STRUCK.sub(r"\1", _CODE.sub(r"\1", text))
    if "*" in text or "_" in text:
        text = _UNDERSCORE.sub(r"\1", _STAR.sub(r"\1", _STRONG.sub("", text)))
    if "&" in text:
        text = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    text = _WAITED.sub(lambda found: chr(ord(found[0]) - _WAITING), text)
    return "\n".join(" ".join(line.split()) for line in text.split("\n")).strip()


def _linked(found: re.Match[str]) -> str:
    shown, address = found[1].strip(), _kept(found[2])
    if not shown or shown == found[2]:
        return address
    if address.startswith("#"):
        return shown
    return f"{shown} ({address})" if address else shown


def _kept(address: str) -> str:
    """An address whose underscores and stars are no marks."""
    return re.sub(r"[*_~`]", lambda found: chr(_WAITING + ord(found[0])), address)
