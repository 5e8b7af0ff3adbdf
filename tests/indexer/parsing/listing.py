"""Lists of participants as minutes print them."""

from mappings.documents import Participant
from tests.indexer.parsing.writing import read

DATED = "REFERAT Direktionen d. 04-10-2016\n\n"
LARS = ("Lars Holte", "present", "kommunaldirektør", "LH")


def people(front: str, *, markdown: bool = False) -> tuple[Participant, ...]:
    return read(f"{DATED}{front}\n\nPunkt 1: Evt.\n\n21/100\n", markdown=markdown).meeting.participants


def told(front: str, *, markdown: bool = False) -> list[tuple[str, str, str, str]]:
    return [(one.name, one.role, one.title, one.initials) for one in people(front, markdown=markdown)]
