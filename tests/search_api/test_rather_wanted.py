"""What a question would rather have comes before what has its words better: no more is added than that takes.

Each pair is so near that half of what is added would leave the second first.
"""

from dataclasses import replace
from pathlib import Path

from mappings.documents import Item, Meeting
from search_api.access import PUBLIC
from search_api.query import SearchRequest
from tests.search_api.conftest import BYRAADET, DIREKTIONEN, indexed, item, meeting

TITLE, SUMMER = "Renovering af kantinen", "Skolens kantine skal gennem en renovering, når sommerferien er ovre"
BEGINS, NEEDS = "Renovering af kantinen begynder i maj.", "Kantinen trænger til renovering, og taget er utæt."
WAITS = (
    "Udvalget så på bygningerne. Taget på hallen er utæt, og vinduerne trækker. Kantinen er slidt, og en renovering "
    "koster mere end ventet, så den må vente til næste år."
)
FUNDED = f"{SUMMER}, og der er penge til det."


def titles(data: Path, question: str, *meetings: Meeting) -> list[str]:
    """The titles of the results, best first."""
    opened = indexed(data, meetings)
    try:
        return [one.title for one in opened.search(SearchRequest(question=question), PUBLIC).results]
    finally:
        opened.close()


def earlier(one: Item, *people: str) -> Meeting:
    return meeting(BYRAADET, "2020-06-15", list(people), one)


def later(one: Item, *people: str) -> Meeting:
    return meeting(DIREKTIONEN, "2021-06-14", list(people), one)


def test_what_somebody_took_part_in(tmp_path: Path) -> None:
    theirs, other = earlier(item(1, "Kantinen", BEGINS), "Anna Lund"), later(item(1, TITLE, FUNDED), "Bo Kjær")
    assert titles(tmp_path, "renovering af kantinen Anna Lund", theirs, other) == ["Kantinen", TITLE]


def test_what_names_them_before_what_they_were_only_at(tmp_path: Path) -> None:
    theirs = earlier(item(1, "Kantinen", BEGINS, people=("Anna Lund",)))
    other = later(item(1, TITLE, FUNDED), "Anna Lund")
    assert titles(tmp_path, "renovering af kantinen Anna Lund", theirs, other) == ["Kantinen", TITLE]


def test_what_is_of_the_year(tmp_path: Path) -> None:
    of_it, other = meeting(BYRAADET, "2019-06-17", [], item(1, "Kantinen", BEGINS)), later(item(1, TITLE, FUNDED))
    assert titles(tmp_path, "renovering af kantinen 2019", of_it, other) == ["Kantinen", TITLE]


def test_what_is_of_the_body(tmp_path: Path) -> None:
    known = " Sagen går til byrådet."
    of_it, other = earlier(item(1, TITLE, FUNDED + known)), later(item(1, "Kantinen", BEGINS + known))
    assert titles(tmp_path, "renovering af kantinen byrådet", of_it, other) == [TITLE, "Kantinen"]


def test_what_ended_so(tmp_path: Path) -> None:
    postponed, approved = (item(1, "", outcome=outcome).decisions for outcome in ("postponed", "approved"))
    so = earlier(replace(item(1, "Kantinen", BEGINS), decisions=postponed))
    other = later(replace(item(1, TITLE, FUNDED), decisions=approved))
    assert titles(tmp_path, "udsat renovering af kantinen", so, other) == ["Kantinen", TITLE]


def test_what_was_decided_on(tmp_path: Path) -> None:
    decided = earlier(replace(item(1, "Kantinen", FUNDED), decisions=item(1, "", outcome="approved").decisions))
    other = later(item(1, TITLE, WAITS))
    assert titles(tmp_path, "hvad har vi besluttet om renovering af kantinen", decided, other) == ["Kantinen", TITLE]


def test_what_has_the_words_of_the_best(tmp_path: Path) -> None:
    work = "Gulvbelægning og udsugning i køkkenet skiftes"
    best = item(1, TITLE, f"{work}, og renoveringen af kantinen betales af vedligeholdelsespuljen.")
    alike = earlier(item(1, "Kantinen", f"{FUNDED} {work} af vedligeholdelsespuljen."))
    other = later(item(1, "Eventuelt", NEEDS))
    newest = meeting(DIREKTIONEN, "2022-06-13", [], best)
    assert titles(tmp_path, "renovering af kantinen", alike, other, newest) == [TITLE, "Kantinen", "Eventuelt"]


def test_what_has_the_one_word_in_its_title(tmp_path: Path) -> None:
    titled = earlier(item(1, "Priser i kantinen", "Priserne stiger med fem procent fra nytår."))
    told = later(item(1, "Meddelelser", "Kantinen lukker fredag. Kantinen åbner mandag. Kantinen er så malet."))
    assert titles(tmp_path, "kantinen", titled, told) == ["Priser i kantinen", "Meddelelser"]
