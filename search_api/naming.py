"""The items whose text names somebody: in full in any spelling, by the initials that the minutes give, or by less where
the index itself says whom it means (*Bent orienterede*).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from engines.asked import Access, Filters, Selection
from engines.base import Engine
from engines.found import Selected
from engines.words import Words
from mappings import analysis, lemmas
from mappings.abbreviations import Abbreviation
from mappings.documents import Person
from mappings.people import NameKey, name_key, same_name, same_person

Run = tuple[str, ...]
# The newest items that hold the given name or the family name, which are read to see whom they mean: 1,000 of 250 words
# take 20 ms. Of more than these the older ones count where they have the whole name.
_READ_IN_PART = 2_000
_SPELLINGS: tuple[dict[str, str], ...] = ({}, {"å": "aa", "æ": "ae", "ø": "oe"}, {"aa": "å", "ae": "æ", "oe": "ø"})


def naming(
    engine: Engine,
    person: Person,
    access: Access,
    *,
    others: Collection[NameKey] = (),
    in_part: Sequence[str] = (),
    year: int | None = None,
    offset: int = 0,
    limit: int = 0,
) -> Selected:
    """The items that name a person, newest first, counted by year; `others` are names of other people, `in_part` the
    ids of items that are known to name the person (see `named_in_part`).
    """
    runs = (*spelled(person.name, others), *_initials(person, engine.abbreviations(access), others))
    selection = Selection(
        words=Words(either=runs),
        also=tuple(in_part),
        filters=Filters(people=(person.slug,), years=(year,) if year else ()),
        offset=offset,
        limit=limit,
        facets=("year",),
    )
    return engine.select(selection, access)


def named_in_part(engine: Engine, person: Person, access: Access, others: Collection[NameKey]) -> tuple[str, ...]:
    """Ids of items that hold a part of a person's name, and of which the index says that they name the person."""
    own = name_key(person.name)
    if own is None:
        return ()
    parts = dict.fromkeys(run[at : at + 1] for run in spelled(person.name, others) for at in (0, -1) if run)
    selection = Selection(
        words=Words(either=tuple(part for part in parts if part)),
        filters=Filters(people=(person.slug,)),
        limit=_READ_IN_PART,
    )
    found = engine.items(engine.select(selection, access).ids, access)
    return tuple(one.item.id for one in found if any(is_theirs(name, own, others) for name in one.item.people))


def is_theirs(name: str, own: NameKey, others: Collection[NameKey]) -> bool:
    """Whether a name as printed is somebody's in any spelling, and nobody else's."""
    key = name_key(name)
    return key is not None and same_person(own, key) and not _is_among(key, others)


def spelled(name: str, others: Collection[NameKey] = ()) -> tuple[Run, ...]:
    """The words of a name in a row, as minutes may have them: middle names left out or shortened, æøå, a genitive.

    None is left out or shortened where that is somebody else's name (`others`).
    """
    words = tuple(analysis.words(name))
    short = (words[0], *(middle[0] for middle in words[1:-1]), words[-1]) if len(words) > 1 else words
    whose = [words, *(run for run in (short, (*words[:1], *words[-1:])) if not _is_of(run, others))]
    runs = dict.fromkeys(each for run in whose for each in _respelled(run))
    return tuple(dict.fromkeys(form for run in runs for form in (run, (*run[:-1], f"{run[-1]}s"))))


def _is_of(run: Run, others: Iterable[NameKey]) -> bool:
    key = name_key(" ".join(run))
    return key is not None and _is_among(key, others)


def _is_among(key: NameKey, others: Iterable[NameKey]) -> bool:
    return any(same_name(key, other) for other in others)


def _respelled(run: Run) -> Iterator[Run]:
    for letters in _SPELLINGS:
        text = " ".join(run)
        for written, other in letters.items():
            text = text.replace(written, other)
        yield tuple(text.split())


def _initials(person: Person, explained: Iterable[Abbreviation], others: Collection[NameKey]) -> tuple[Run, ...]:
    """The initials that minutes give beside the name; none that are a word when they are not in capitals."""
    own = name_key(person.name)
    given = (one.short.lower() for one in explained if one.person and own and is_theirs(one.full, own, others))
    return tuple((short,) for short in given if analysis.content([short]) and lemmas.known(short) is None)
