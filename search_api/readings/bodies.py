"""Bodies named in a question: "i Direktionen", "byrådets beslutninger om …", "hvad har økonomiudvalget besluttet".

A body that is said to have met or decided narrows the question to its meetings. One that is merely named is favoured,
and one that something is sent to, or that it is about ("til byrådet", "om direktionen"), is a matter like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from engines.asked import Filters
from mappings import analysis, danish, writings
from search_api.readings.intent import is_intent
from search_api.readings.outcomes import outcomes
from search_api.readings.plain import Plain, Word
from search_api.readings.reading import Reading, Readings
from search_api.related_words import in_danish
from search_api.synonyms import Synonyms, is_ordinary

_IN = frozenset(("i", "fra", "hos", "af", "kun", "udelukkende", "in", "by", "from", "only"))
_ON = "på"
_DOES = frozenset(
    (
        "har",
        "havde",
        "besluttede",
        "traf",
        "lavede",
        "vedtog",
        "behandlede",
        "drøftede",
        "godkendte",
        "afviste",
        "has",
        "have",
        "did",
        "sagde",
        "siger",
        "mener",
        "mente",
        "aftalte",
        "bestemte",
        "svarede",
        "tog",
        "udsatte",
        "anbefalede",
        "valgte",
    )
)
_TELLING = ("referat", "punkt", "beslut", "sag")  # "referat fra byrådsmødet"
_PAPERS = ("referat", "dagsorden", "agenda", "minutes")  # "dagsorden for byrådet"
_FOR_ONE = ("dagsorden", "afbud")  # "afbud til byrådsmødet"
_AT = frozenset(("på", "sidste", "seneste", "forrige", "næstsidste", "første", "referat", "referatet", "at", "last"))
_MEETING = frozenset(("møde", "mødet", "møder", "møderne"))
_TO_COME = frozenset(("næste", "kommende", "følgende", "next"))
_TO = frozenset(("til", "for", "om", "mod", "til", "med", "over", "to", "about", "with"))
_ARTICLES = frozenset(("the", "den", "det"))
_THEIRS = (
    "beslut",
    "afgør",
    "møde",
    "behandling",
    "drøftelse",
    "dagsorden",
    "referat",
    "vedtagelse",
    "sag",
    "decision",
)
_JOINS = re.compile(r",? (?:og|eller|samt|and|or) (?:(?:i|in) )?(?:the )?|, ")
_TWO_MATTERS = len(("climate", "and", "technology", "committee"))
_SMALL, _FEWEST_INITIALS = frozenset(("og", "for", "samt")), 3
_ENDS = tuple(
    map(analysis.stem, ("udvalg", "råd", "nævn", "bestyrelse", "direktion", "ledelse", "forum", "kommission"))
)
# The last word of a body's name, or what stands before a comma (*Skolebestyrelsen, Nordvang Skole*), stands for it
# where it ends as bodies do (not *Udvalget for Børn og Unge*), unless it says but what sort of body it is.
_SORTS = frozenset(
    map(
        analysis.stem,
        (
            "udvalg",
            "udvalget",
            "råd",
            "rådet",
            "nævn",
            "bestyrelse",
            "bestyrelsen",
            "gruppe",
            "gruppen",
            "forum",
            "møde",
            "kommune",
            "udvalgsmøde",
            "internt",
            "team",
        ),
    )
)


def bodies(text: Plain, known: Sequence[str], synonyms: Synonyms) -> Readings:
    """Every body of the index that is named, by its name, what stands for it, a synonym, or in English."""
    if not known:
        return Readings()
    names = _by_first(tuple(known))
    stems = [analysis.stem(word.text) for word in text.words]
    alike = synonyms.others([word.typed for word in text.words])
    alike |= _in_english([word.text for word in text.words], synonyms)
    found = _read(text, stems, names, alike, by_initials(tuple(known)), _by_matters(tuple(known)))
    return Readings(tuple(found))


def _read(
    text: Plain,
    stems: Sequence[str],
    names: dict[str, list[tuple[tuple[str, ...], str]]],
    alike: dict[range, tuple[tuple[str, ...], ...]],
    initials: dict[str, str],
    matters: dict[str, list[tuple[tuple[str, ...], str]]],
) -> Iterator[Reading]:
    place, last = 0, None
    while place < len(stems):
        end, body = _named(stems, place, names)
        turned = end > place + 1 and not stems[end - 1].startswith(analysis.stem(analysis.words(body)[-1]))
        if not body:
            end, body = _meant(place, names, alike)
        matter = _named(stems, place, matters) if not body else (place, "")
        short = not body and not matter[1] and _is_short(text.words[place], initials)
        if short:
            end, body = place + 1, initials[writings.without_genitive(text.words[place].typed).upper()]
        end += bool(body) and end < len(stems) and text.words[end].text == "s"  # "KTU's"
        if body and _is_meeting(text, end):
            end += 1
        reading = _used(text, place, end, body, short or turned) if body else None
        if matter[1]:
            end, body = matter
            reading = _by_matter(text, place, end, body)
        if reading and last and last.effect == "narrows" and _JOINS.fullmatch(text.text, last.end, reading.start):
            reading = replace(reading, effect="narrows", keeps=False, hints=False, bare=False)
        if reading:
            yield reading
            last = reading
        place = max(end, place + 1)


def _named(stems: Sequence[str], place: int, names: dict[str, list[tuple[tuple[str, ...], str]]]) -> tuple[int, str]:
    for key, body in names.get(stems[place], ()):
        if tuple(stems[place : place + len(key)]) == key:
            return place + len(key), body
    return place, ""


def _meant(
    place: int,
    names: dict[str, list[tuple[tuple[str, ...], str]]],
    alike: dict[range, tuple[tuple[str, ...], ...]],
) -> tuple[int, str]:
    """The body that a synonym or English words which begin here stand for."""
    for run, others in alike.items():
        for other in others if run.start == place else ():
            key = [analysis.stem(word) for word in other]
            end, body = _named(key, 0, names)
            if body and end == len(key):
                return run.stop, body
    return place, ""


def _in_english(words: Sequence[str], synonyms: Synonyms) -> dict[range, tuple[tuple[str, ...], ...]]:
    """What may be a body's name in Danish; a single word only as *the council*, not in *council tax*."""
    found = {run: one for run, one in in_danish(words).items() if len(run) > 1 or words[: run.start][-1:] == ["the"]}
    ways = {run: ((one,), *synonyms.others([one]).get(range(1), ())) for run, one in found.items()}
    return ways | dict(_of_two_matters(words) if found else ())


def _of_two_matters(words: Sequence[str]) -> Iterator[tuple[range, tuple[tuple[str, ...], ...]]]:
    """Each *climate and technology committee*, as what it is called by either matter."""
    for end in range(_TWO_MATTERS, len(words) + 1):
        first, joined, second, kind = words[end - _TWO_MATTERS : end]
        if joined == "and" and kind == "committee":
            ways = ("".join(in_danish([matter, kind]).values()) for matter in (first, second))
            yield range(end - _TWO_MATTERS, end), tuple((way,) for way in ways if way)


def _is_short(word: Word, initials: Mapping[str, str]) -> bool:
    """Whether a word is a body's initials; in small letters where it is no word of the language (*ktu*)."""
    typed = writings.without_genitive(word.typed)
    return typed.upper() in initials and (typed.isupper() or not is_ordinary(word.text))


def _is_meeting(text: Plain, end: int) -> bool:
    """Whether the word there is the meeting of the body before it: *KTU-mødet*."""
    return (
        end < len(text.words)
        and text.words[end].text in _MEETING
        and text.text[text.words[end - 1].end : text.words[end].start] == "-"
    )


def _used(text: Plain, place: int, end: int, body: str, short: bool) -> Reading | None:
    """How the body named by the words `place` to `end` is used; few texts have those that are `short`."""
    words = [word.text for word in text.words]
    before = place - 1 if place and words[place - 1] in _ARTICLES else place
    lead = words[before - 1] if before else ""
    following = words[end] if end < len(words) else ""
    owns = words[end - 1].endswith("s") and not body.lower().endswith("s")
    meeting = "smøde" in words[end - 1] and "smøde" not in body.lower()  # "direktionsmødet"
    meeting = meeting or (end - place > 1 and words[end - 1] in _MEETING)
    counted = lead == "to" and before > 1 and words[before - 2] in _AT  # "de seneste to direktionsmøder"
    whether = lead == "om" and following in _DOES  # "tjek om direktionen har behandlet"
    paper = words[before - 2] if before > 1 else ""
    theirs = (lead == "for" and paper.startswith(_PAPERS)) or (lead == "til" and meeting and paper.startswith(_FOR_ONE))
    if (lead in _TO and not counted and not whether and not theirs) or (meeting and lead in _TO_COME):
        return None
    met = theirs or (lead in _IN and (not meeting or lead in ("i", "in") or paper.startswith(_TELLING)))
    met = met or (lead == _ON and not meeting and _was_so(text, before - 1))
    one = not words[end - 1].endswith(("møder", "møderne"))
    dated = following in ("den", "d", "i", "in") or following[:1].isdigit()
    sat = meeting and (dated or (one and lead in _AT))
    narrows = met or sat or whether or lead in _DOES or (owns and following.startswith(_THEIRS))
    return Reading(
        kind="body",
        effect="narrows" if narrows else "favours",
        start=text.words[before - 1].start if met else text.words[place].start,
        end=text.words[end - 1].end,
        means=body,
        asks=Filters(bodies=(body,)),
        keeps=not narrows and not short,
        hints=not narrows and short,
        bare=not narrows,
    )


def _by_matter(text: Plain, place: int, end: int, body: str) -> Reading | None:
    """A committee named by its matters, where something was so in it; behind another word they may be the matter."""
    lead = text.words[place - 1].text if place else ""
    within = lead in _IN or lead == _ON
    if not within and lead not in _DOES:
        return None
    narrows = lead in _DOES or _was_so(text, place - 1)
    return Reading(
        kind="body",
        effect="narrows" if narrows else "favours",
        start=text.words[place - (narrows and within)].start,
        end=text.words[end - 1].end,
        means=body,
        asks=Filters(bodies=(body,)),
        keeps=not narrows,
        bare=not narrows,
    )


def _was_so(text: Plain, place: int) -> bool:
    """Whether something was so there, by what stands before that word: "hvad blev udsat", "hvad sagde vi nej til"."""
    if not place:
        return True
    told = text.words[place - 1]
    small = told.text in danish.stop_words()
    return small or is_intent(told.text) or any(one.end == told.end for one in outcomes(text).found)


@lru_cache(maxsize=8)
def _by_matters(known: tuple[str, ...]) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Stems of the matters of a committee that has several, *klima og teknik*, by the first; none of two committees."""
    keys: dict[tuple[str, ...], set[str]] = {}
    for body in known:
        matters = _matters(body)
        if len([word for word in matters if word not in _SMALL]) > 1:
            keys.setdefault(tuple(map(analysis.stem, matters)), set()).add(body)
    return _of_one(keys)


def _matters(body: str) -> list[str]:
    """The words of what a committee deals with, as *klima og teknik*; none of another body."""
    words = analysis.words(body)
    if words[:2] == ["udvalget", "for"]:
        return words[2:]
    last = words[-1].removesuffix("et").removesuffix("udvalg") if words else ""
    return [*words[:-1], last] if last and words[-1].endswith(("udvalg", "udvalget")) else []


@lru_cache(maxsize=8)
def _by_first(known: tuple[str, ...]) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Stems that name a body or its meeting, by the first, the longest first; what would name two names none."""
    keys: dict[tuple[str, ...], set[str]] = {}
    for body in known:
        words = analysis.words(body)
        for way in (words, [word for word in words if word != "og"]):  # "klima- & teknikudvalget"
            if way:
                keys.setdefault(tuple(map(analysis.stem, way)), set()).add(body)
    whole = set(keys)
    for body in known:
        for short in (analysis.words(body)[-1:], analysis.words(body.partition(",")[0])):
            key = tuple(map(analysis.stem, short))
            says = key and key[-1].endswith(_ENDS) and not (len(key) == 1 and key[0] in _SORTS)
            if says and key not in whole:
                keys.setdefault(key, set()).add(body)
        for way in _of_matters(_matters(body)):
            key = tuple(map(analysis.stem, way))
            if key not in whole:
                keys.setdefault(key, set()).add(body)
    for key, named in [*keys.items()]:
        meeting = (*key[:-1], analysis.stem(f"{key[-1]}smøde"))
        if key[-1].endswith(_ENDS) and meeting not in whole:
            keys.setdefault(meeting, set()).update(named)
    return _of_one(keys)


def _of_matters(matters: Sequence[str]) -> Iterator[list[str]]:
    """A committee as it is called: *teknik udvalget*, *klimaudvalget*, *udvalget for klima og teknik*, turned round."""
    if all(word in _SMALL for word in matters):
        return
    turned = [[*reversed(matters)]] if len(matters) == 3 and matters[1] in _SMALL else []
    for order in (matters, *turned):
        for way in (order, [word for word in order if word not in _SMALL], order[-1:]):
            yield [*way[:-1], f"{way[-1]}udvalg"]
            yield [*way, "udvalg"]
        yield ["udvalg", "for", *order]


def _of_one(keys: Mapping[tuple[str, ...], set[str]]) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """What names one body alone, by its first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for key, named in keys.items():
        if len(named) == 1:
            found.setdefault(key[0], []).append((key, next(iter(named))))
    return {first: sorted(ways, key=lambda way: -len(way[0])) for first, ways in found.items()}


@lru_cache(maxsize=8)
def by_initials(known: tuple[str, ...]) -> dict[str, str]:
    """Committees by their initials (*KTU*), each that of one alone; two letters (*SU*) mean too much else."""
    found: dict[str, set[str]] = {}
    for body in known:
        words = [word for word in analysis.words(body) if word not in _SMALL]
        parts = [part for word in words for part in word.partition("udvalg")[:2] if part]
        turned = [*parts[1:], *parts[:1]] if parts[:1] == ["udvalg"] else parts  # *BKU* as well as *UBK*
        for order in (parts, turned) if "udvalg" in parts and len(parts) >= _FEWEST_INITIALS else ():
            found.setdefault("".join(part[0] for part in order).upper(), set()).add(body)
    return {letters: next(iter(named)) for letters, named in found.items() if len(named) == 1}
