"""What is alike though its title has none of the words says that it is by its meaning."""

from pathlib import Path

from search_api.access import PUBLIC
from tests.search_api.conftest import BYRAADET, DIREKTIONEN, indexed, item, meeting


def test_what_shares_no_word_of_its_title_is_alike_in_meaning(tmp_path: Path) -> None:
    bath = meeting(BYRAADET, "2020-06-15", [], item(1, "Havnebad i Nordby", "Der er åbent."))
    plan = item(1, "Sommerplan", "Havnebad i Nordby. Havnebad i Nordby. Havnebad i Nordby.")
    other = item(2, "Kantinen", "Priser.")
    opened = indexed(tmp_path, [bath, meeting(DIREKTIONEN, "2021-06-14", [], plan, other)])
    try:
        found = opened.related("byraadet-2020-06-15-01", PUBLIC).related
        assert [(one.title, one.reason) for one in found] == [("Sommerplan", "ligner i betydning")]
    finally:
        opened.close()
