"""Of several words, what holds them all comes first, and what holds them in a row as they were typed before that."""

from pathlib import Path

from mappings.documents import Item
from search_api.access import PUBLIC
from search_api.query import SearchRequest
from tests.search_api.conftest import BYRAADET, DIREKTIONEN, indexed, item, meeting


def titles(data: Path, question: str, *items: Item) -> list[str]:
    """The titles of the results, best first, of items of two meetings, the last the newest."""
    days = ((BYRAADET, "2020-06-14"), (DIREKTIONEN, "2021-06-15"))
    opened = indexed(data, [meeting(*day, [], one) for day, one in zip(days, items, strict=True)])
    try:
        answer = opened.search(SearchRequest(question=question), PUBLIC)
        return [one.title for one in answer.results]
    finally:
        opened.close()


def test_of_two_that_hold_all_words_the_one_that_has_them_in_a_row(tmp_path: Path) -> None:
    row = item(
        1, "Byggeriet af hallen", "Der er svar fra Lyng Garanti om skader, som blev fundet ved eftersynet i foråret."
    )
    apart = item(1, "Byggeriet af skolen", "Der er svar fra Lyng om garanti.")
    assert titles(tmp_path, "Lyng Garanti", row, apart) == [row.title, apart.title]


def test_what_holds_all_words_comes_before_what_says_two_of_them_often(tmp_path: Path) -> None:
    every = item(1, "Eventuelt", "I kantinen er der rotter, og der er hul i et tag på skolen ved havnen.")
    two = item(1, "Kantinen", "Der er set rotter i en kantine ved havnen.")
    assert titles(tmp_path, "kantine rotter tag", every, two) == [every.title, two.title]
