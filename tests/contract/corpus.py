"""Small meetings with vectors that a reader can check by hand: the corner stones of an eight-dimensional space."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import replace

import numpy as np

from engines.kept import Model, Prepared, Vectors
from engines.words import Choice, Words
from mappings import analysis
from mappings.documents import (
    TITLE,
    Amount,
    Deadline,
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

DIMENSION = 8
MODEL = Model(name="corner-stones", dimension=DIMENSION)


def item(
    title: str,
    text: str = "",
    *,
    case: str | None = None,
    part: str = "",
    closed: bool = False,
    outcomes: tuple[Outcome, ...] = (),
    people: tuple[str, ...] = (),
    attachments: tuple[str, ...] = (),
) -> Item:
    """An item with one section and one decision; number and id come with the meeting."""
    decisions = (Decision("", dt.date(2021, 1, 1), text, outcomes, *NAMED),) if outcomes else ()
    return Item(
        number=0,
        part=part,
        title=title,
        case_number=case,
        closed=closed,
        page=7,
        sections=(Section("background", "Baggrund", text),) if text else (),
        decisions=decisions,
        attachments=attachments,
        people=people,
    )


# What every decision here names.
NAMED = (
    (Deadline("senest den 1. oktober 2021", dt.date(2021, 10, 1)), Deadline("til næste møde")),
    ("ØPC", "Per Nielsen"),
    (Amount("1,2 mio. kr.", 1_200_000),),
)


def meeting(body: str, date: str, *items: Item, present: tuple[str, ...] = ()) -> Prepared:
    """A meeting ready to be written. Each section and each title is a passage."""
    day = dt.date.fromisoformat(date)
    identity = meeting_id(body, day)
    numbered = tuple(_numbered(one, item_id(identity, number), number) for number, one in enumerate(items, 1))
    passages = tuple(passage for one in numbered for passage in _passages(one))
    texts = [analysis_text(one, passage) for one in numbered for passage in _passages(one)]
    return Prepared(
        meeting=Meeting(
            id=identity,
            body=body,
            date=day,
            start_time="08:30",
            place="Rådhuset",
            participants=tuple(Participant(name) for name in present),
            source=f"{identity}.txt",
            sha256=hashlib.sha256(repr(numbered).encode()).hexdigest(),
            items=numbered,
        ),
        passages=passages,
        vectors=np.array([vector(text) for text in texts], dtype=np.float32).reshape(-1, DIMENSION),
        people={one.id: tuple(person(name) for name in (*present, *one.people)) for one in numbered},
        origin=f"/referater/{identity}.txt",
    )


def person(name: str) -> Person:
    """Somebody by name."""
    return Person(slug(name), name)


def vector(text: str) -> Vectors:
    """A unit vector that is the text's own."""
    seed = int.from_bytes(hashlib.sha256(text.encode()).digest()[:8])
    drawn = np.random.default_rng(seed).standard_normal(DIMENSION)
    unit: Vectors = (drawn / np.linalg.norm(drawn)).astype(np.float32)
    return unit


def analysis_text(one: Item, passage: Passage) -> str:
    """The words that a passage's vector stands for."""
    return one.title if passage.section == TITLE else one.sections[passage.section].text


def words(
    question: str,
    *,
    phrases: tuple[str, ...] = (),
    either: tuple[str, ...] = (),
    without: str = "",
    choices: tuple[tuple[str, ...], ...] = (),
    related: tuple[str, ...] = (),
) -> Words:
    """A question's words, as `search_api` would give them."""
    meaningful = analysis.content(analysis.words(question))
    return Words(
        stems=tuple(analysis.stem(word) for word in meaningful),
        grams=tuple(gram for word in meaningful for gram in analysis.grams(word)),
        terms=tuple(term for word in meaningful for term in analysis.terms(word)),
        related=tuple(tuple(term for word in analysis.words(one) for term in analysis.terms(word)) for one in related),
        phrases=tuple(tuple(analysis.words(phrase)) for phrase in phrases),
        either=tuple(tuple(analysis.words(phrase)) for phrase in either),
        forms=tuple(analysis.forms(word) for word in meaningful),
        choices=tuple(map(_choice, choices)),
        excluded=tuple(analysis.forms(word) for word in analysis.words(without)),
    )


def _choice(said: tuple[str, ...]) -> Choice:
    """The first by its words, wherever they stand; others of several words in a row."""
    split = [tuple(analysis.words(one)) for one in said]
    alone = [split[0], *(one for one in split[1:] if len(one) == 1)]
    ways = tuple(tuple(map(analysis.forms, analysis.content(one))) for one in alone)
    return Choice(ways, tuple(one for one in split[1:] if len(one) > 1))


def _numbered(one: Item, identity: str, number: int) -> Item:
    return replace(one, id=identity, number=number)


def _passages(one: Item) -> list[Passage]:
    found = [Passage(one.id, TITLE, 0, len(one.title), "")]
    for number, section in enumerate(one.sections):
        found.append(Passage(one.id, number, 0, len(section.text), f"{one.title} – {section.heading}"))
    return found
