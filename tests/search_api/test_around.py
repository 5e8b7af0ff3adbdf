"""The meetings before and after one: of the same body, in the order they were held."""

import datetime as dt

from mappings.documents import Meeting
from search_api.overview import Around, Sitting, around


def sitting(body: str, day: int, number: str = "") -> Sitting:
    return Sitting(f"{body.lower()}-2021-06-{day:02}{number}", body, dt.date(2021, 6, day), 3)


def meeting(of: Sitting) -> Meeting:
    return Meeting(id=of.id, body=of.body, date=of.date)


FIRST, SECOND, AGAIN, LAST = (
    sitting("Byrådet", 1),
    sitting("Byrådet", 8),
    sitting("Byrådet", 8, "-2"),
    sitting("Byrådet", 22),
)
OTHER = sitting("Direktionen", 2)
ALL = [LAST, SECOND, AGAIN, OTHER, FIRST]


def test_the_nearest_of_the_same_body_stand_around_a_meeting() -> None:
    assert around(ALL, meeting(SECOND)) == Around(FIRST, AGAIN)


def test_meetings_of_one_day_come_by_their_ids() -> None:
    assert around(ALL, meeting(AGAIN)) == Around(SECOND, LAST)


def test_the_first_has_none_before_it_and_the_last_none_after() -> None:
    assert around(ALL, meeting(FIRST)).before is None
    assert around(ALL, meeting(LAST)).after is None


def test_a_body_that_met_once_has_none_around() -> None:
    assert around(ALL, meeting(OTHER)) == Around(None, None)
