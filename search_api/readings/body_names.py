"""What the bodies of an index are called: by name, by a part of it, by their matters, by initials.

What is a whole name names that body alone. A part (*trivselsudvalget* of *Trivselsudvalget på Birkevang Plejecenter*)
may be several bodies' (*skolebestyrelsen*), and then means all of them: none is chosen unseen.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from mappings import analysis, danish
from search_api.readings.plain import Word

Stems = tuple[str, ...]

_SMALL, _FEWEST_INITIALS = frozenset(("og", "for", "samt")), 3
_KINDS = ("udvalg", "råd", "nævn", "bestyrelse", "direktion", "ledelse", "forum", "kommission")
_ENDS = tuple(map(analysis.stem, _KINDS))
_HEAD_ENDS = (*_ENDS, analysis.stem("gruppe"))  # *styregruppe*; by itself only with its place, and definite
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
# Between what a body is and where or what for it is: *Forældrebestyrelsen i Børnehuset Lærken*.
_OF = frozenset(("på", "ved", "i", "for", "hos", "af"))
_MAY_BE_ANOTHERS = frozenset(("på", "ved", "hos", "for"))  # *i* is as often a time, or the municipality


class Name(NamedTuple):
    """What bodies are called: the stems of the words, and whose name it is.

    `head` tells that it is what stands in the names before where or what for the bodies are.
    """

    key: Stems
    bodies: tuple[str, ...]
    head: bool = False


class Meant(NamedTuple):
    """The bodies that words mean, the place behind the last of these words, and whether they are a `head`."""

    end: int
    bodies: tuple[str, ...] = ()
    head: bool = False


Names = Mapping[str, Sequence[Name]]  # by the first stem, the longest first


def named(words: Sequence[Word], stems: Sequence[str], place: int, names: Names) -> Meant:
    """The bodies whose name begins at a place."""
    for name in names.get(stems[place], ()):
        end = place + len(name.key)
        if tuple(stems[place:end]) != name.key:
            continue
        if not name.head:
            return Meant(end, name.bodies)
        if _is_definite(words[end - 1].text):
            end, bodies = _told_apart(words, stems, end, name.bodies)
            if bodies:
                return Meant(end, bodies, head=True)
    return Meant(place)


def called(way: Sequence[str], names: Names) -> tuple[str, ...]:
    """The bodies that have these words for a name, or for a part that is no head of it."""
    key = _stems(way)
    ways = names.get(key[0], ()) if key else ()
    return next((name.bodies for name in ways if name.key == key and not name.head), ())


def meant(words: Sequence[Word], known: Sequence[str]) -> Meant:
    """The bodies that words begin with."""
    stems = [analysis.stem(word.text) for word in words]
    return named(words, stems, 0, by_name(tuple(known))) if stems else Meant(0)


def _is_definite(word: str) -> bool:
    """Whether a word means the one there is, *skolebestyrelsen*: *en skolebestyrelse* may be any; or its meeting."""
    return word.removesuffix("s").endswith(("en", "et")) or "smøde" in word


def _told_apart(
    words: Sequence[Word], stems: Sequence[str], end: int, bodies: tuple[str, ...]
) -> tuple[int, tuple[str, ...]]:
    """Of bodies with one head those that the words behind it tell, *bestyrelsen i Lærken*; none of another's."""
    if end + 1 >= len(words) or words[end].text not in _OF:
        return end, bodies
    told, last = bodies, end
    for place in range(end + 1, len(words)):
        closer = tuple(body for body in told if stems[place] in _place(body))
        if closer:
            told, last = closer, place + 1
        elif words[place].text not in _SMALL:
            break
    another = last == end and words[end].text in _MAY_BE_ANOTHERS and words[end + 1].typed[0].isupper()
    return last, () if another else told


@lru_cache(maxsize=1000)
def _place(body: str) -> frozenset[str]:
    """The stems of where or what for a body is."""
    return frozenset(_stems(_parted(body)[1]))


@lru_cache(maxsize=8)
def by_name(known: tuple[str, ...]) -> Names:
    """What names bodies or their meetings. Whose whole name it is goes before whose it is in part."""
    whole: dict[Stems, set[str]] = {}
    for body in known:
        words = analysis.words(body)
        for name in (words, [word for word in words if word != "og"]):  # "klima- & teknikudvalget"
            if name:
                whole.setdefault(_stems(name), set()).add(body)
    parts: dict[Stems, set[str]] = {}
    heads: dict[Stems, set[str]] = {}
    for body in known:
        for found, ways in ((parts, (*_parts(body), *_turned(body))), (heads, _heads(body))):
            for way in ways:
                if (key := _stems(way)) not in whole:
                    found.setdefault(key, set()).add(body)
    names = _with_meetings(whole | parts, whole)
    heads = _with_meetings({key: bodies for key, bodies in heads.items() if key not in names}, names)
    return _by_first([*_all(names, head=False), *_all(heads, head=True)])


def _with_meetings(found: Mapping[Stems, set[str]], but: Collection[Stems]) -> dict[Stems, set[str]]:
    """Names, and those of their bodies' meetings `but` these."""
    every = {key: {*bodies} for key, bodies in found.items()}
    for key, bodies in found.items():
        for kind, end in zip(_KINDS, _ENDS, strict=True):
            meeting = (*key[:-1], analysis.stem(f"{key[-1].removesuffix(end)}{kind}smøde"))
            if key[-1].endswith(end) and meeting not in but:
                every.setdefault(meeting, set()).update(bodies)
    return every


def _all(found: Mapping[Stems, set[str]], *, head: bool) -> Iterator[Name]:
    return (Name(key, tuple(sorted(bodies)), head) for key, bodies in found.items())


def _stems(words: Sequence[str]) -> Stems:
    return tuple(map(analysis.stem, words))


def _parts(body: str) -> Iterator[Sequence[str]]:
    """Of a name the last word, what stands before a comma, and the ways to call a committee by its matters."""
    for short in (analysis.words(body)[-1:], analysis.words(body.partition(",")[0])):
        if _says(short, _ENDS):
            yield short
    yield from _of_matters(_matters(body))


def _heads(body: str) -> Iterator[Sequence[str]]:
    """What stands before *på*, *ved* and the like: *trivselsudvalget* of *Trivselsudvalget på Birkevang*."""
    head, _ = _parted(body)
    if _says(head, _HEAD_ENDS):
        yield head


def _turned(body: str) -> Iterator[Sequence[str]]:
    """What is behind *på*, *ved* and the like, or its first or last word, and before it: *Birkevangs råd*."""
    head, place = _parted(body)
    if head and _stems(head)[-1].endswith(_HEAD_ENDS):
        for whose in (place, place[:1], place[-1:]):
            if whose and whose[0] not in danish.stop_words():
                yield [*whose, *head]


def _says(words: Sequence[str], ends: tuple[str, ...]) -> bool:
    """Whether words end as bodies do, and say more than what sort of body it is."""
    stems = _stems(words)
    return bool(stems) and stems[-1].endswith(ends) and not (len(stems) == 1 and stems[0] in _SORTS)


def _parted(body: str) -> tuple[list[str], list[str]]:
    """The words of a name before the first *på*, *ved* and the like, and those behind it; all behind where none is."""
    words = analysis.words(body)
    at = next((place for place, word in enumerate(words) if place and word in _OF), 0)
    return words[:at], words[at + 1 if at else 0 :]


@lru_cache(maxsize=8)
def by_matters(known: tuple[str, ...]) -> Names:
    """Stems of the matters of a committee that has several, *klima og teknik*, by the first; none of two committees."""
    keys: dict[Stems, set[str]] = {}
    for body in known:
        matters = _matters(body)
        if len([word for word in matters if word not in _SMALL]) > 1:
            keys.setdefault(_stems(matters), set()).add(body)
    return _by_first([Name(key, tuple(bodies)) for key, bodies in keys.items() if len(bodies) == 1])


def _by_first(names: Iterable[Name]) -> Names:
    """Names by their first word, the longest first."""
    found: dict[str, list[Name]] = {}
    for name in names:
        found.setdefault(name.key[0], []).append(name)
    return {first: sorted(ways, key=lambda way: -len(way.key)) for first, ways in found.items()}


def _matters(body: str) -> list[str]:
    """The words of what a committee deals with, as *klima og teknik*; none of another body."""
    words = analysis.words(body)
    if words[:2] == ["udvalget", "for"]:
        return words[2:]
    last = words[-1].removesuffix("et").removesuffix("udvalg") if words else ""
    return [*words[:-1], last] if last and words[-1].endswith(("udvalg", "udvalget")) else []


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
