"""The case number of an item: on a line of its own, among other facts, or in brackets behind the title."""

from __future__ import annotations

import re

from indexer.parsing import openness
from indexer.parsing.layout import layout
from indexer.parsing.lines import Line

_SURELY = re.compile(r"\d\d/\d{3,7}|20\d\d[-/](?!20\d\d$)\d{3,7}|\d\d\.\d\d\.\d\d-.*|[A-Z].*")
_BRACKET = re.compile(r"(?P<title>.*?)\s*(?P<bracket>\([^()]+\))")
_LONGEST_CASE = 150  # characters of a line with a case number and what else is told beside it
_LABELS = (
    r"(?:Dok|Sagsbeh|Sagsansv|Sagsforløb|Journal|J\.|Brev|Acadre|Init|KLE|Enhed|Afdeling|Forvaltning|Center|Udarbejdet)"
    r"[\w. -]{0,25}:\s?[^:|;]*"
)
_LABELLED = re.compile(_LABELS)
# Who presents an item, and when: *v/ Ulla Steen*, *Oplæg ved Niels Rask*, *Ansvarlig: KR*, *Tid: 13.10-13.40*,
# *kl. 9.00 - 10.30*.
_PRESENTED = re.compile(
    r"[(\[]?(?:(?:Oplæg|Indlæg|Gennemgang|Præsentation) (?:ved|af) |(?:(?:Oplæg|Indlæg) )?v/ ?)[^.:]{2,80}"
    r"|(?:(?:Sags|Punkt)?ansvarlig|Tovholder|Oplægsholder|Tid|Tidsramme|Tidsforbrug|Varighed)\s*:\s?\S.{0,80}"
    r"|[(\[]?(?:kl\.? ?)?\d{1,2}[.:]\d\d ?[-–] ?(?:kl\.? ?)?\d{1,2}[.:]\d\d[)\]]?",
    re.IGNORECASE,
)
# *Sagsnr.: 2018-000102   Dokumentnr.: 2018-000102-17   Sagsbehandler: jhr*; *Journal nr. 20.10.00Ø39 / Sag nr. 14/18*;
# *Sagsnr. 14/55 - Dok. 89731/14*
_NUMBER = (
    r"(?:Sags?|Journal|J|Dok|Dokument|Brev|Løbe)[. -]{0,2}(?:nr|nummer|id)\.?:?\s?[\w./-]*\d[\w./-]*?"
    r"|(?:Sag:?|Dok\.?)\s\d[\d./-]*"
)
_BETWEEN = rf"(?:\s{{2,}}|\s*[|;,]\s*|\.\s+(?=[A-ZÆØÅ])|\s+[/–-]\s+|\s(?={_LABELS}))"
_SEVERAL = re.compile(rf"(?P<first>\S.*?)(?:{_BETWEEN}(?:{_LABELS}|{_NUMBER}))+", re.DOTALL)
# Whatever a number looks like here, it has a sign or five digits.
_SAG = re.compile(r"\(sag\W{0,2}\s(?P<case>(?=\d+[./-]|\d{5})\d[\w./-]*)\)", re.IGNORECASE)


def case_number(line: Line) -> str | None:
    """The case number that a line consists of, or begins with before other labels (*Dokumentnr.: …*).

    Of several that of the *Sag* counts, not the journal's.
    """
    if len(line.text) > _LONGEST_CASE or line.furniture:  # *10/13* may count pages
        return None
    found = layout().case.fullmatch(line.text)
    if found:
        return found["labelled"] or found["bare"]
    if len(line.body) > 2 * _LONGEST_CASE or not _SEVERAL.fullmatch(line.body):
        return None
    first, *others = (layout().case.fullmatch(part) for part in re.split(_BETWEEN, line.body))
    if not first or not first["labelled"]:
        return None
    of_sag = (one for one in (first, *others) if one and one[0].casefold().startswith("sag"))
    return next((one["labelled"] or one["bare"] for one in of_sag), first["labelled"])


def is_fact(line: Line) -> bool:
    """Whether a line between a title and its case number is neither: *Åben sag*, *Initialer: mna*, *v/ Ulla Steen*."""
    if len(line.text) > _LONGEST_CASE or not line.heading_like:
        return openness.is_mark(line)
    told = _LABELLED.fullmatch(line.text) or _PRESENTED.fullmatch(line.text)
    return openness.is_mark(line) or told is not None


def is_surely_case(words: str) -> bool:
    """Whether words that look like a case number can hardly be a period (*2021-2024*) or a day (*31/3*)."""
    return _SURELY.fullmatch(words) is not None


def title_and_case(title: str) -> tuple[str, str | None]:
    """A title without the case number in brackets at its end, and that number."""
    found = _BRACKET.fullmatch(title)
    named = _SAG.fullmatch(found["bracket"]) if found else None
    if found and named:
        return found["title"], named["case"]
    case = layout().case.fullmatch(found["bracket"]) if found else None
    if not found or not case or (case["bare"] and not is_surely_case(case["bare"])):
        return title, None
    return found["title"], case["labelled"] or case["bare"]
