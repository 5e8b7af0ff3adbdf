"""What a party or a member says for the record, which is nothing that the body came to.

*SF afgav følgende bemærkning: …*, *Enhedslisten bad om at få tilført protokollen: "…"*, *Protokoltilførsel fra C: …*
"""

from __future__ import annotations

import re
from itertools import pairwise

from indexer.parsing import resolving
from indexer.parsing.clauses import has_verb, sentences
from indexer.parsing.speakers import whose
from indexer.parsing.vocabulary import vocabulary

_SAYS = r"(?:bemærkning(?:er)?|udtalelse|erklæring|kommentar(?:er)?|tilførsel)"
_RECORD = r"(?:\w*protokol\w*|referatet|til referat)"
# Who says it, from the beginning of a sentence; a comma stands between names only.
_WHO = r"(?P<who>(?:[^.:;,\n]|,\s(?=[A-ZÆØÅ])){1,100}?)"
_VERB = (
    rf"(?:(?:afgav|afgiver|fremsatte|fremsætter) (?:følgende|denne|en) (?:protokol|mindretals|sær)?{_SAYS}"
    rf"|(?:bad|beder|ønske[rs]?|ønskede|anmode(?:r|de)|begær(?:er|ede)|fik|får|vil(?:le)? gerne)\b[^.:\n]{{0,60}}?"
    rf"(?:\b{_RECORD}[^.:\n]{{0,60}}?\w*(?:ført|føjet)|\w*(?:ført|føjet)\b[^.:\n]{{0,40}}?\b{_RECORD}|protokolleret)"
    rf"|(?:ønske(?:r|de) at|vil(?:le)?(?: gerne)?) bemærke)\b"
)
_BEGINS = re.compile(
    rf"(?:^|(?<=\n)|(?<=[.!?]\s)|(?<=[.!?][\"”»«]\s))[ \t]*"
    rf"(?:{_WHO}\s{_VERB}[^.:\n]{{0,80}}:|(?:Protokol|Mindretals|Sær)(?:bemærkning|udtalelse|erklæring|tilførsel)(?:er)?"
    rf"(?:\s(?:fra|af|ved)\s[^.:\n]{{1,80}})?:|(?:Bemærkning(?:er)?|Udtalelse)\s(?:fra|af|ved)\s(?P<of>[^.:\n]{{1,80}}):)"
)
_LETTERS = re.compile(r"(?:Liste )?[A-ZÆØÅ](?:, [A-ZÆØÅ]\b| og [A-ZÆØÅ]\b)*(?!\w)")  # of parties
_MINORITY = re.compile(r"(?:et |de |det )?\w*mindretal\w*", re.IGNORECASE)
_QUOTED = re.compile(r"\s*(?:\"[^\"]*\"|»[^«]*«|«[^»]*»|”[^”]*”|“[^”“]*[”“]|„[^“”]*[“”])")
_PARAGRAPH = re.compile(r"\s*(?:[^\n]|\n(?!\s*\n))*")
_OF_MATTER = re.compile(r"\W*(?:indstillingen|forslaget|sagen|punktet) (?:blev|er)\b", re.IGNORECASE)
_SHORT = 4  # words of a sentence such as *Godkendt.*


def without_statements(text: str, body: str) -> str:
    """A decision's text without what others than the `body` had put on record: a quotation, or else a paragraph.

    Of a paragraph only as far as the body itself goes on in it.
    """
    kept, at = [], 0
    while found := _BEGINS.search(text, at):
        kept.append(text[at : found.start()])
        if _is_of_others(found):
            at = _end(text, found.end(), body)
        else:
            kept.append(found[0])
            at = found.end()
    return "".join([*kept, text[at:]])


def _is_of_others(found: re.Match[str]) -> bool:
    """Whether it is a party, a member or a minority that says it."""
    who = found["who"] or found["of"]
    if who is None:
        return True
    who = who.strip()
    named = vocabulary().others["single"].match(who) and resolving.is_of_one(who)
    return bool(named or _LETTERS.fullmatch(who) or _MINORITY.match(who)) and " blev " not in who


def _end(text: str, begin: int, body: str) -> int:
    """Where a statement ends that begins in a text."""
    quoted = _QUOTED.match(text, begin)
    if quoted:
        return quoted.end()
    paragraph = _PARAGRAPH.match(text, begin)
    end = paragraph.end() if paragraph else begin
    at = begin
    for one, following in pairwise([*sentences(text[begin:end]), ""]):
        at = text.find(one, at) + len(one)
        if following and _is_of_body(following, body):
            return at
    return end


def _is_of_body(sentence: str, body: str) -> bool:
    """Whether a sentence within the paragraph of a statement is the body's own again."""
    alone = len(sentence.split()) <= _SHORT and not has_verb(sentence)
    return alone or bool(_OF_MATTER.match(sentence)) or whose(sentence, body) == "own"
