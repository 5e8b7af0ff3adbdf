"""Meetings that no municipality held: Danish-like, seeded, as many as asked for, ready to be written to an engine.

Words are drawn from a Zipf vocabulary of made-up compounds, inflected as Danish is, with real function words between
them; vectors are random unit vectors around a few hundred themes, so that some passages do resemble each other. The
same arguments give the same meetings.
"""

# ruff: noqa: SIM905  (a row of words reads better than a list of quoted ones)
from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from typing import get_args

import numpy as np
import numpy.typing as npt

from engines.kept import Prepared, Vectors
from mappings.documents import (
    TITLE,
    Appearance,
    Decision,
    Item,
    Meeting,
    Outcome,
    Participant,
    Passage,
    Person,
    Section,
)
from mappings.naming import item_id, meeting_id, slug

ITEMS_A_MEETING = 10
WORDS_AN_ITEM = 130
PASSAGES_AN_ITEM = 4  # three of the sections, one of the title
VOCABULARY = 40_000
THEMES = 300
FIRST_DAY = dt.date(2007, 1, 1)

BODIES = ("Direktionen", "Byrådet", "Økonomiudvalget", "Børneudvalget", "Teknik- og Miljøudvalget", "Hoved-MED",
          "Kulturudvalget", "Sundhedsudvalget", "Ældrerådet", "Beskæftigelsesudvalget")  # fmt: skip
_FUNCTION_WORDS = "og i at det er til en af på for med den der som de ikke et om har kan vil blev fra ved".split()
_STEMS = ("skol bibliotek by plej vej budget personal miljø børn ældr klima lokal trafik arbejds hjemm sund kultur "
          "idræts økonomi data bolig havn skov vand affald energi ung famili integration digital").split()  # fmt: skip
_ONSETS = "b br d dr f fl g gr h j k kl l m n p pl r s sk st t tr v".split()
_VOWELS = "aeiouyæøå"
_CODAS = "b d g k l m n r s t v nd ng rk st lt".split()
_ENDINGS = ("", "", "en", "et", "er", "erne", "ning", "ningen", "e", "ens")
_GIVEN = "Anna Peter Mette Lars Karen Søren Ida Åse Jørgen Emil Freja Rasmus Sofie Niels Birgit Oscar".split()
_FAMILY = "Hansen Møller Sørensen Krogh Østergaard Bæk Lund Vestergaard Kjær Holm Dahl Winther Bro Toft".split()
_OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)


def meetings(items: int, dimension: int = 384, seed: int = 1) -> Iterator[Prepared]:
    """About `items` agenda items (the last meeting is cut short), ten a meeting, 130 words and 4 passages each."""
    rng = np.random.default_rng(seed)
    vocabulary = words(VOCABULARY, seed)
    themes = unit(rng.standard_normal((THEMES, dimension), dtype=np.float32))
    people = _people()
    for number, first in enumerate(range(0, items, ITEMS_A_MEETING)):
        count = min(ITEMS_A_MEETING, items - first)
        yield _meeting(number, count, rng, vocabulary, themes, people)


def words(count: int, seed: int = 1) -> list[str]:
    """`count` distinct Danish-like words, the commonest first."""
    rng = np.random.default_rng(seed + 1_000_003)
    found: dict[str, None] = dict.fromkeys(_FUNCTION_WORDS)
    while len(found) < count:
        syllable = "".join((_one(rng, _ONSETS), _one(rng, _VOWELS), _one(rng, _CODAS)))
        head = _one(rng, _STEMS) if rng.random() < 0.5 else syllable + _one(rng, _ONSETS) + _one(rng, _VOWELS)
        found[head + (syllable if rng.random() < 0.4 else "") + _one(rng, _ENDINGS)] = None
    return list(found)[:count]


def zipf(rng: np.random.Generator, count: int, size: int) -> npt.NDArray[np.int64]:
    """`size` ranks below `count`, rank r drawn about in proportion to 1 / (r + 2)."""
    ranks: npt.NDArray[np.int64] = np.minimum(
        (np.exp(rng.random(size) * np.log(count / 2 + 1)) - 1) * 2, count - 1
    ).astype(np.int64)
    return ranks


def unit(rows: Vectors) -> Vectors:
    """Rows of length one."""
    lengths: Vectors = np.linalg.norm(rows, axis=1, keepdims=True)
    return (rows / lengths).astype(np.float32)


def _meeting(
    number: int,
    count: int,
    rng: np.random.Generator,
    vocabulary: list[str],
    themes: Vectors,
    people: list[Person],
) -> Prepared:
    body = BODIES[number % len(BODIES)]
    date = FIRST_DAY + dt.timedelta(days=number // len(BODIES) * 7 % 7000)
    identity = meeting_id(body, date) + (f"-{number}" if number // len(BODIES) * 7 >= 7000 else "")
    present = [people[i] for i in rng.choice(len(people), size=7, replace=False)]
    items = tuple(_item(identity, body, date, place + 1, rng, vocabulary, people) for place in range(count))
    passages = tuple(passage for item in items for passage in _passages(item))
    nearby = themes[rng.integers(THEMES, size=len(passages))]
    vectors = unit(nearby + rng.standard_normal(nearby.shape, dtype=np.float32) * (1.2 / themes.shape[1] ** 0.5))
    known = {person.name: person for person in people}
    return Prepared(
        meeting=Meeting(
            id=identity,
            body=body,
            date=date,
            start_time="08:30",
            place="Rådhuset",
            participants=tuple(Participant(person.name) for person in present),
            source=f"{identity}.txt",
            sha256=hashlib.sha256(identity.encode()).hexdigest(),
            items=items,
        ),
        passages=passages,
        vectors=vectors,
        people={item.id: (*present, *(known[name] for name in item.people)) for item in items},
        appearances=tuple(Appearance(person.slug, "present") for person in present),
        origin=f"/referater/{identity}.txt",
    )


def _item(
    meeting: str,
    body: str,
    date: dt.date,
    number: int,
    rng: np.random.Generator,
    vocabulary: list[str],
    people: list[Person],
) -> Item:
    drawn = [vocabulary[rank] for rank in zipf(rng, len(vocabulary), WORDS_AN_ITEM)]
    named = people[int(rng.integers(len(people)))].name
    title, decided = " ".join(drawn[:5]).capitalize(), " ".join(drawn[100:]) + "."
    outcome = _OUTCOMES[int(zipf(rng, len(_OUTCOMES), 1)[0])]
    return Item(
        id=item_id(meeting, number),
        number=number,
        title=title,
        case_number=f"{date.year % 100:02d}/{int(rng.integers(1, 9000))}",
        page=number,
        sections=(
            Section("background", "Baggrund", " ".join(drawn[5:50]) + "."),
            Section("exposition", "Sagsfremstilling", " ".join(drawn[50:100]) + f". {named} orienterede."),
            Section("decision", "Beslutning", decided),
        ),
        decisions=(Decision(body, date, decided, (outcome,)),),
        attachments=(f"{title}.pdf",) if number % 3 == 0 else (),
        people=(named,),
    )


def _passages(item: Item) -> Iterator[Passage]:
    yield Passage(item.id, TITLE, 0, len(item.title), "")
    for number, section in enumerate(item.sections[: PASSAGES_AN_ITEM - 1]):
        yield Passage(item.id, number, 0, len(section.text), f"{item.title} – {section.heading}")


def _people() -> list[Person]:
    names = [f"{given} {family}" for family in _FAMILY for given in _GIVEN]
    return [Person(slug(name), name) for name in names]


def _one(rng: np.random.Generator, choices: str | list[str] | tuple[str, ...]) -> str:
    return choices[int(rng.integers(len(choices)))]
