"""What people are, as minutes say it beside their names: *kommunaldirektør*, *direktør for Teknik og Miljø*."""

from __future__ import annotations

import re
from collections.abc import Iterable

_NOUNS = (
    *("direktør", "chef", "konsulent", "leder", "sekretær", "borgmester", "formand", "medlem", "rådmand"),
    *("koordinator", "jurist", "assistent", "inspektør", "rektor", "ingeniør", "arkitekt", "planlægger"),
    *("ordfører", "repræsentant", "suppleant", "stedfortræder", "medarbejder", "rådgiver", "kasserer"),
)
_OF_GUESTS = ("læge", "sygeplejerske", "terapeut", "psykolog", "pædagog", "lærer", "specialist", "controller", "økonom")
_OF_OFFICES = (
    "politimester",
    "kommissær",
    "foged",
    "værkfører",
    "bibliotekar",
    "tekniker",
    "provst",
    "bestyrer",
    "dommer",
)
_LISTED_NOUNS = (
    *_NOUNS,
    "vikar",
    "advokat",
    "professor",
    "revisor",
    "fuldmægtig",
    "sagsbehandler",
    *_OF_OFFICES,
    *_OF_GUESTS,
)


def _noun(nouns: Iterable[str]) -> str:
    return rf"(?:[A-ZÆØÅ]{{2,}}-|(?:[A-Za-zÆØÅæøå]+- og )?[A-Za-zÆØÅæøå-]*?)(?i:{'|'.join(nouns)})"


_FIELD = r"[A-ZÆØÅ][\w-]*(?:(?:,| og|,? samt) [A-ZÆØÅ][\w-]*)*"
LAST = rf"[-a-zæøå]*(?:{'|'.join(_LISTED_NOUNS)})"  # the word that says what somebody is, in lower case
TITLE = rf"{_noun(_NOUNS)}(?: (?:for|i) {_FIELD})?"
ADJECTIVE = r"(?:[A-ZÆØÅa-zæøå][a-zæøå]+(?:isk|ig|al|ende) )"  # *Juridisk konsulent*, *daglig leder*
ACTING = r"(?:\d\. |[Kk]onst\. |[Kk]st\. |[Kk]onstitueret |[Ff]ungerende |[Ff]g\. )"
# *Dr.*, *cand.jur.*, *ph.d.*
DEGREE = (
    r"(?:(?:[Dd]r|[Pp]rof|[Cc]and|[Mm]ag|[Ll]ic|[Ss]tud|[Ii]ng)\.(?: ?[a-zæøå]{2,7}\.)*(?: ?[a-zæøå]{2,7})?"
    r"|[Pp]h\. ?[Dd]\.?)"
)
# In a list the bracket or the commas end a title, so that what comes after *for* may be in lower case.
_LISTED = re.compile(rf"{ACTING}?{ADJECTIVE}?{_noun(_LISTED_NOUNS)}(?: (?:for|i|på|af|ved) [\w, &-]+)?", re.IGNORECASE)
INITIALS = re.compile(r"[A-ZÆØÅ]{2,5}")
_LONGEST = 80  # characters of a title, and of what is looked at beside a name


def is_title(words: str) -> bool:
    """Whether all that stands beside a name in a list says what that person is."""
    return len(words) <= _LONGEST and _LISTED.fullmatch(words) is not None


def is_initials(words: str, name: str) -> bool:
    """Whether what stands beside a name in a list is how it is written short."""
    return INITIALS.fullmatch(words) is not None and name[:1].casefold() == words[0].casefold() and words not in name


def beside(text: str, name: str) -> str:
    """The post right before or after a name in a text; empty where there is none.

    Who is chairman or member in a text may be so of anything; of the meeting's body only its list tells that.
    """
    if name not in text:
        return ""
    for found in re.finditer(rf"(?<!\w){re.escape(name)}(?:s(?!\w)|(?!\w))", text):
        before, after = text[max(0, found.start() - _LONGEST) : found.start()], text[found.end() :][:_LONGEST]
        title = _BEFORE.search(before) or _AFTER.match(after)
        if title and not _OF_A_BODY.match(title["title"]):
            return as_title(title["title"])
    return ""


_OF_A_BODY = re.compile(
    r"(?:(?:næst|udvalgs)?formand|medlem|suppleant|stedfortræder|repræsentant|sekretær|ordfører)(?!\w)", re.IGNORECASE
)
_ELECTED = re.compile(r"(?:borgmester|rådmand|byrådsmedlem|formand)$")
_BEFORE = re.compile(rf"(?<![\w-])(?P<title>{TITLE})\s$")
_AFTER = re.compile(rf"(?:, | \()(?P<title>{TITLE})(?=[,.;)\n]|$)")


def post(title: str) -> str:
    """The post that a title in a list is, in lower case, without its field; empty for an office that is held beside
    one: of the body, or an elected one's.
    """
    said = re.split(r"[,;/]| for ", title.lower())[0].strip()
    return "" if _OF_A_BODY.match(said) or _ELECTED.search(said) or not is_title(said) else said


def as_title(text: str) -> str:
    """A title as it stands within a sentence."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]
