"""Bodies named in a question: "i Direktionen", "byrådets beslutninger om …", "hvad har økonomiudvalget besluttet".

A body that is said to have met or decided narrows the question to its meetings. One that is merely named is favoured,
and one that something is sent to, or that it is about ("til byrådet", "om direktionen"), is a matter like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from engines.asked import Filters
from mappings import analysis, danish, writings
from search_api.persons import either
from search_api.readings.body_names import Meant, Names, by_initials, by_matters, by_name, called, named
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
# What a body sends to another, whose item it is then: *høringssvar fra skolebestyrelsen*.
_SENT = ("høringssvar", "høringsudtalelse", "udtalelse", "henvendelse", "ansøgning", "brev", "indsigelse", "anmodning")
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


def bodies(text: Plain, known: Sequence[str], synonyms: Synonyms) -> Readings:
    """Every body of the index that is named, by its name, what stands for it, a synonym, or in English."""
    if not known:
        return Readings()
    names = by_name(tuple(known))
    stems = [analysis.stem(word.text) for word in text.words]
    alike = synonyms.others([word.typed for word in text.words])
    alike |= _in_english([word.text for word in text.words], synonyms)
    found = _read(text, stems, names, alike, by_initials(tuple(known)), by_matters(tuple(known)))
    return Readings(tuple(found))


def _read(
    text: Plain,
    stems: Sequence[str],
    names: Names,
    alike: dict[range, tuple[tuple[str, ...], ...]],
    initials: dict[str, str],
    matters: Names,
) -> Iterator[Reading]:
    place, last = 0, None
    while place < len(stems):
        meant = named(text.words, stems, place, names)
        end, bodies = meant.end, meant.bodies
        turned = end > place + 1 and not stems[end - 1].startswith(analysis.stem(analysis.words(bodies[0])[-1]))
        if not bodies:
            end, bodies = _alike(place, names, alike)
        matter = named(text.words, stems, place, matters) if not bodies else Meant(place)
        short = not bodies and not matter.bodies and _is_short(text.words[place], initials)
        if short:
            end, bodies = place + 1, (initials[writings.without_genitive(text.words[place].typed).upper()],)
        end += bool(bodies) and end < len(stems) and text.words[end].text == "s"  # "KTU's"
        if bodies and _is_meeting(text, end):
            end += 1
        reading = _used(text, place, end, bodies, short or turned or meant.head, meant.head) if bodies else None
        if matter.bodies:
            end, bodies = matter.end, matter.bodies
            reading = _by_matter(text, place, end, bodies)
        if reading and last and last.effect == "narrows" and _JOINS.fullmatch(text.text, last.end, reading.start):
            reading = replace(reading, effect="narrows", keeps=False, hints=False, bare=False)
        if reading:
            yield reading
            last = reading
        place = max(end, place + 1)


def _alike(
    place: int,
    names: Names,
    alike: dict[range, tuple[tuple[str, ...], ...]],
) -> tuple[int, tuple[str, ...]]:
    """The bodies that a synonym or English words which begin here stand for."""
    for run, others in alike.items():
        for other in others if run.start == place else ():
            if bodies := called(other, names):
                return run.stop, bodies
    return place, ()


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


def _used(text: Plain, place: int, end: int, bodies: tuple[str, ...], short: bool, head: bool) -> Reading | None:
    """How the bodies named by the words `place` to `end`, or by the `head` of their names, are used; few texts have
    those that are `short`.
    """
    body = bodies[0].lower()
    words = [word.text for word in text.words]
    before = place - 1 if place and words[place - 1] in _ARTICLES else place
    lead = words[before - 1] if before else ""
    following = words[end] if end < len(words) else ""
    owns = words[end - 1].endswith("s") and (head or not body.endswith("s"))
    meeting = "smøde" in words[end - 1] and "smøde" not in body  # "direktionsmødet"
    meeting = meeting or (end - place > 1 and words[end - 1] in _MEETING)
    counted = lead == "to" and before > 1 and words[before - 2] in _AT  # "de seneste to direktionsmøder"
    whether = lead == "om" and following in _DOES  # "tjek om direktionen har behandlet"
    paper = words[before - 2] if before > 1 else ""
    theirs = (lead == "for" and paper.startswith(_PAPERS)) or (lead == "til" and meeting and paper.startswith(_FOR_ONE))
    if (lead in _TO and not counted and not whether and not theirs) or (meeting and lead in _TO_COME):
        return None
    sent = lead == "fra" and paper.startswith(_SENT)
    met = theirs or (lead in _IN and not sent and (not meeting or lead in ("i", "in") or paper.startswith(_TELLING)))
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
        means=either(bodies),
        asks=Filters(bodies=bodies),
        keeps=not narrows and not short,
        hints=not narrows and short,
        bare=not narrows,
    )


def _by_matter(text: Plain, place: int, end: int, bodies: tuple[str, ...]) -> Reading | None:
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
        means=either(bodies),
        asks=Filters(bodies=bodies),
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
