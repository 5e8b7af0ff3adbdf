"""What the head or the foot of a page says of being closed is said of the items on it."""

import pytest

from tests.indexer.parsing.writing import FRONT, read

OPENED = "Punkt {n}: {title}\n\n21/10{n}\n\nBeslutning\n\nGodkendt.\n\n"
HEAD = "Direktionen 04-10-2016   {told}   Side {n}\n\n"


def pages(*told: tuple[str, int, str], foot: bool = False) -> str:
    """A page for each item: what its head or foot tells, its number and its title."""
    own = [(HEAD.format(told=what, n=n), OPENED.format(n=n, title=title)) for what, n, title in told]
    return "\f".join(item + edge if foot else edge + item for edge, item in own)


@pytest.mark.parametrize("foot", [False, True])
@pytest.mark.parametrize(
    ("opened", "shut"), [("Åben dagsorden", "Lukket dagsorden"), ("Åbne punkter", "Lukkede punkter")]
)
def test_items_on_such_pages_are_closed(opened: str, shut: str, foot: bool) -> None:
    text = pages((opened, 1, "Budget"), (opened, 2, "Veje"), (shut, 3, "Salg"), (shut, 4, "Løn"), foot=foot)
    assert [one.closed for one in read(f"{FRONT}{text}").meeting.items] == [False, False, True, True]


def test_without_such_words_none_is() -> None:
    text = pages(("Dagsorden", 1, "Budget"), ("Dagsorden", 2, "Veje"), ("Dagsorden", 3, "Lukket skole"))
    assert [one.closed for one in read(f"{FRONT}{text}").meeting.items] == [False] * 3
