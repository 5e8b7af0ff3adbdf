"""A PDF's box of facts that is torn apart: all labels first, and all values below them."""

import pytest

from mappings.documents import Meeting
from tests.indexer.parsing.writing import meeting

LABELS = "Byrådet\n\nReferat\n\nMødedato\nMødetidspunkt\nMødested\nDeltagere\nAfbud\n\n"


def people(found: Meeting) -> list[tuple[str, str]]:
    return [(one.name, one.role) for one in found.participants]


@pytest.mark.parametrize("names", ["Lis Bo (formand), Jan Lund", "Lis Bo (formand),\nJan Lund"])
def test_each_value_is_its_labels(names: str) -> None:
    found = meeting(f"{LABELS}Tirsdag den 4. maj 2021\nKl. 16.30\nRådhuset, lokale 4\n{names}\nPer Gade")
    assert (found.date.isoformat(), found.start_time, found.place) == ("2021-05-04", "16:30", "Rådhuset, lokale 4")
    assert people(found) == [("Lis Bo", "present"), ("Jan Lund", "present"), ("Per Gade", "absent")]


def test_gaps_may_part_them() -> None:
    labels = "Byrådet\n\nReferat\n\nDato:\n\nSted:\n\nAfbud:\n\n"
    found = meeting(f"{labels}4. maj 2021\n\nRådhuset\n\nPer Gade")
    assert (found.date.isoformat(), found.place, people(found)) == ("2021-05-04", "Rådhuset", [("Per Gade", "absent")])


def test_empty_fields_take_nothing_from_what_follows() -> None:
    found = meeting(
        "Byrådet\n\nReferat den 4. maj 2021\n\nMødested:\nDeltagere:\nAfbud:\n\nDer var kaffe i salen\nTak\nHej"
    )
    assert (found.place, people(found)) == (None, [])
