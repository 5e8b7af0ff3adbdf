"""Which names become one person, by the meetings that they stand in."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pytest

from indexer.people import Registry
from mappings.documents import Item, Meeting, Participant, Person, Section


def meeting(*listed: str | Participant, named: Sequence[str] = (), closed: bool = False) -> Meeting:
    people = tuple(one if isinstance(one, Participant) else Participant(one) for one in listed)
    item = Item(number=1, title="Veje", people=tuple(named), closed=closed)
    return Meeting(body="Byrådet", date=dt.date(2021, 3, 4), participants=people, items=(item,))


def slugs(*meetings: Meeting, known: Sequence[Person] = ()) -> list[list[str]]:
    """Who is who in each of the meetings."""
    registry = Registry(known, meetings)
    return [[one.slug for one in registry.appearances(each)] for each in meetings]


def test_two_of_one_list_are_two() -> None:
    both = meeting("Jens Holm", "Jens Peter Holm")
    assert slugs(both, meeting("Jens Holm"), meeting("Jens Peter Holm")) == [
        ["jens-holm", "jens-peter-holm"],
        ["jens-holm"],
        ["jens-peter-holm"],
    ]


def test_two_of_one_list_are_two_in_meetings_before_it_as_well() -> None:
    both = meeting("Jens Holm", "Jens Peter Holm")
    assert slugs(meeting("Jens Peter Holm"), meeting("Jens Holm"), both) == [
        ["jens-peter-holm"],
        ["jens-holm"],
        ["jens-holm", "jens-peter-holm"],
    ]


def test_who_was_one_is_two_from_the_list_on_that_has_both() -> None:
    joined = Person("jens-holm", "Jens Peter Holm")
    (two,) = slugs(meeting("Jens Holm", "Jens Peter Holm"), known=[joined])
    assert two == ["jens-holm-2", "jens-holm"]


def test_who_has_other_initials_is_another() -> None:
    ln, lmn = Participant("Lars Nielsen", initials="LN"), Participant("Lars Møller Nielsen", initials="LMN")
    assert slugs(meeting(ln), meeting(lmn)) == [["lars-nielsen"], ["lars-moeller-nielsen"]]


@pytest.mark.parametrize(
    ("posts", "people"),
    [
        (("kommunaldirektør", "pædagog"), 2),
        (("direktør for Teknik", "skoleleder"), 2),
        (("konsulent", "chefkonsulent"), 1),
        (("direktør", "direktør for Teknik"), 1),
        (("formand", "direktør"), 1),
        (("direktør", ""), 1),
    ],
)
def test_who_has_quite_another_post_is_another(posts: tuple[str, str], people: int) -> None:
    names = ("Lars Nielsen", "Lars Peter Nielsen")
    held = [meeting(Participant(name, title=post)) for name, post in zip(names, posts, strict=True)]
    assert len({slug for each in slugs(*held) for slug in each}) == people


def test_spellings_are_one_person_where_nothing_tells_otherwise() -> None:
    meetings = [
        meeting("Per Nielsen"),
        meeting("Per Aalbæk Nielsen"),
        meeting("Per Ålbæk Nielsen", named=["Per Nielsen"]),
    ]
    assert slugs(*meetings) == [["per-nielsen"]] * 3


def test_a_fuller_name_in_a_text_than_in_the_list_is_another_persons() -> None:
    found = slugs(meeting("Mette Holm", named=["Mette Juhl Holm"]), meeting("Mette Holm"), meeting("Mette Lykke Holm"))
    assert found == [["mette-holm", "mette-juhl-holm"], ["mette-holm"], ["mette-holm"]]


def test_a_list_that_cuts_a_name_short_is_of_who_the_body_lists_more_fully_elsewhere() -> None:
    short = meeting("Mette Holm", named=["Mette J. Holm"])
    assert slugs(short, meeting("Mette Juhl Holm")) == [["mette-holm"], ["mette-holm"]]
    other = replace(meeting("Mette Juhl Holm"), body="Ældrerådet")
    assert slugs(short, other)[0] == ["mette-holm", "mette-j-holm"]


def test_what_a_closed_item_tells_parts_nobody() -> None:
    assert slugs(meeting("Mette Holm", named=["Mette Juhl Holm"], closed=True), meeting("Mette Juhl Holm")) == [
        ["mette-holm"],
        ["mette-holm"],
    ]


def test_the_short_name_goes_on_to_be_whose_it_was() -> None:
    """A second Mette with another middle name does not make the councillor somebody new."""
    met = [meeting("Mette Holm"), meeting("Mette Juhl Holm"), meeting("Mette Lykke Holm"), meeting("Mette Holm")]
    assert slugs(*met) == [["mette-holm"], ["mette-holm"], ["mette-lykke-holm"], ["mette-holm"]]
    again = slugs(
        meeting("Mette Holm"), known=[Person("mette-holm", "Mette Juhl Holm"), Person("mh", "Mette Lykke Holm")]
    )
    assert again == [["mette-holm"]]


def test_a_middle_name_that_is_shared_goes_before_none() -> None:
    """Whom a text calls Jens Holm is either's; Jens Peter is Jens P. nevertheless."""
    met = [meeting("Jens P. Holm", "Jens Ole Holm", named=["Jens Holm"]), meeting("Jens Peter Holm", "Jens Ole Holm")]
    assert slugs(*met) == [["jens-p-holm", "jens-ole-holm", "jens-holm"], ["jens-p-holm", "jens-ole-holm"]]


@pytest.mark.parametrize("names", [("Jens Holm", "Jens P. Holm"), ("Jens P. Holm", "Jens Peter Holm")])
def test_a_person_is_called_by_the_fullest_spelling(names: tuple[str, str]) -> None:
    registry = Registry()
    called = [one.name for name in (*names, names[0]) if (one := registry.person(name))]
    assert called == [*names, names[-1]]


@pytest.mark.parametrize("order", [1, -1])
def test_a_given_name_with_a_hyphen_is_another(order: int) -> None:
    names = ["Anne Holm", "Anne-Mette Holm"][::order]
    (first, second) = slugs(*map(meeting, names))
    assert first != second
    assert slugs(meeting("Anne-Mette Holm"), meeting("Anne Mette Holm")) == [["anne-mette-holm"]] * 2


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Bo Sand (formand) takkede for mødet.", ""),
        ("Næstformand Bo Sand orienterede.", ""),
        ("Bo Sand, medlem, orienterede.", ""),
        ("Tillidsrepræsentant Bo Sand orienterede.", "tillidsrepræsentant"),
        ("Bo Sand (formand) deltog. Vejchef Bo Sand orienterede.", "vejchef"),
        ("Direktør for Teknik og Miljø Bo Sand orienterede.", "direktør for Teknik og Miljø"),
    ],
)
def test_a_text_tells_a_post_and_no_office_of_the_body(text: str, title: str) -> None:
    held = meeting("Ulla Krag", "Bo Sand")
    held = replace(held, items=(replace(held.items[0], sections=(Section("other", "", text),)),))
    assert [one.title for one in Registry((), [held]).appearances(held)] == ["", title]
