"""Names of people in an item's text: a given name and what follows it in capitals, a participant's name or initials."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from indexer.parsing import titles
from indexer.parsing.initials import by_initials
from indexer.parsing.layout import section_name
from indexer.parsing.short_names import Listed, by_short_names, listed, whole
from mappings import danish
from mappings.documents import Item, Participant
from mappings.people import PARTICLES

_CAPITAL = r"[A-ZÆØÅÄÖÜÉÁÍÓÚČŠŽŁĐÇÐ]"
_WORD = rf"{_CAPITAL}[^\W\d_]+(?:[-'’]{_CAPITAL}?[^\W\d_]+)*"
_INITIAL = rf"{_CAPITAL}\."
_PARTICLES = rf"(?:(?:{'|'.join(PARTICLES)})\s)"
# A run of capitalised words on one line; sentence ends, commas and line ends part runs.
_RUN = re.compile(rf"(?<![\w.@/-]){_WORD}(?:[ \u00a0](?:{_INITIAL}|{_PARTICLES}{{0,2}}{_WORD}))+(?![\w@])")
_MOST_WORDS = 4  # a given name and one to three more
# Endings of words that name an organisation, a place or a paper and no family.
_ENDINGS = (
    *("udvalg", "udvalget", "center", "centret", "centeret", "skole", "skolen", "skoler", "rådet", "afdeling"),
    *("afdelingen", "forvaltning", "forvaltningen", "kommune", "kommunen", "kommunes", "bestyrelse", "bestyrelsen"),
    *("direktion", "direktionen", "direktør", "direktøren", "konsulent", "forening", "foreningen", "fonden", "projekt"),
    *("organisation", "organisationen", "organisationer", "organisationerne"),
    *(
        "projektet",
        "politik",
        "politikken",
        "strategi",
        "strategien",
        "gade",
        "vej",
        "allé",
        "plads",
        "pladsen",
        "torvet",
    ),
    *("parken", "huset", "bibliotek", "biblioteket", "museum", "museet", "hospital", "hospitalet", "kirken"),
    *(
        "sekretariat",
        "sekretariatet",
        "rapport",
        "rapporten",
        "beslutning",
        "indstilling",
        "mødet",
        "lederen",
        "chefen",
    ),
)


_STREETS = frozenset(("gade", "vej", "allé", "plads", "torv"))
_TITLED = re.compile(rf"(?<![\w-]){titles.TITLE}\s$")
_LONGEST_TITLE = 60  # characters before a name that a title is looked for in


def named(item: Item, participants: Sequence[Participant]) -> tuple[str, ...]:
    """The people named in an item's title and sections, as printed, in order, each spelling once."""
    texts = [item.title, *(section.text for section in item.sections)]
    full = [person.name for person in participants if " " in person.name]
    short = listed(participants, texts)
    met = (name for text in texts for name in _in_text(text, full, participants, short))
    found = dict.fromkeys(whole(name, short) for name in met)
    known = {*found, *full}
    return tuple(dict.fromkeys(name[:-1] if name.endswith("s") and name[:-1] in known else name for name in found))


def _in_text(text: str, full: Iterable[str], participants: Sequence[Participant], short: Listed) -> list[str]:
    at = by_initials(text, participants) + by_short_names(text, short)
    for run in _RUN.finditer(text):
        titled = _TITLED.search(text, max(0, run.start() - _LONGEST_TITLE), run.start()) is not None
        at.extend((run.start() + place, name) for place, name in _in_run(run.group(), titled=titled))
    covered = {name for _, name in at}
    for name in full:
        if name not in covered and (place := text.find(name)) >= 0 and not _within_word(text, place, len(name)):
            at.append((place, name))
    return [name for _, name in sorted(at)]


def _in_run(run: str, *, titled: bool) -> list[tuple[int, str]]:
    """The names in a run of capitalised words: each begins with a given name and ends before an organisation's word.

    After a title (`titled`: one stands before the run) any name will do: *direktør Zweta Holm*.
    """
    words = [(found.start(), found.group()) for found in re.finditer(r"\S+", run)]
    found: list[tuple[int, str]] = []
    at = 0
    while at < len(words) - 1:
        after_title = titled if at == 0 else titles.is_title(words[at - 1][1])
        if not (danish.is_given_name(words[at][1]) or (after_title and not is_no_name(words[at][1], ""))):
            at += 1
            continue
        end = _end(words, at)
        if end - at >= 2:
            found.append((words[at][0], " ".join(word for _, word in words[at:end])))
        at = max(end, at + 1)
    return found


def _end(words: Sequence[tuple[int, str]], begin: int) -> int:
    """Where the name that begins at word `begin` ends: at the first word no family name is, four words on at most."""
    end, capitals = begin, 0
    while end < len(words) and capitals < _MOST_WORDS:
        word = words[end][1]
        if end > begin and is_no_name(word, words[end - 1][1]):
            break
        capitals += word[0].isupper()
        end += 1
    while end > begin and (words[end - 1][1].islower() or words[end - 1][1].endswith(".")):
        end -= 1
    return end


def is_no_name(word: str, before: str) -> bool:
    """Whether a capitalised word belongs to an organisation, a section or a place rather than to a person.

    *Gade* after a genitive is a street (*Otto Ruds Gade*), after a given name a family (*Louise Gade*).
    """
    bare = word.removesuffix("s")
    folded = word.casefold()
    if folded in _STREETS:
        return before.endswith("s") and not danish.is_given_name(before)
    if section_name(word) or word in _organisations() or bare in _organisations():
        return True
    return len(word.rstrip(".")) > 1 and (word.isupper() or folded.endswith(_ENDINGS))


@cache
def _organisations() -> frozenset[str]:
    return danish.words("not_family_names")


def _within_word(text: str, place: int, length: int) -> bool:
    before, after = text[place - 1 : place], text[place + length : place + length + 1]
    return before.isalnum() or after.isalnum()
