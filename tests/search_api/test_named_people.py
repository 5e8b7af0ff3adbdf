"""A question for somebody: the items that name them come before others of meetings that they were only at."""

from dataclasses import replace

import pytest

from mappings.documents import Participant, Person
from search_api.access import PUBLIC
from search_api.persons import Named, identified, named
from search_api.query import SearchRequest
from tests.search_api.conftest import DIREKTIONEN, indexed, item, meeting

ATTENDED = [f"Punkt om emne {number}" for number in range(1, 9)]
MEETINGS = (
    meeting(
        DIREKTIONEN,
        "2019-05-06",
        ["Anna Lund", "Rikke Lautrup"],
        *(item(number, title, f"Emne {number} i maj.") for number, title in enumerate(ATTENDED, 1)),
        item(9, "Kontaktcenter", "Borgerne ringer ind.", people=("Rikke Lautrup",)),
        item(10, "Lukket", "Hemmeligt.", closed=True, people=("Rikke Lautrup",)),
    ),
    meeting(DIREKTIONEN, "2020-05-04", ["Anna Lund"], item(1, "Forslag der kom", "Forslag kom, forslag kom.")),
)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory):  # type: ignore[no-untyped-def]
    service = indexed(tmp_path_factory.mktemp("named"), MEETINGS)

    def ids(question: str) -> list[str]:
        answer = service.search(SearchRequest(question=question), PUBLIC)
        return [one.id for one in (*answer.results, *answer.similar)]

    yield ids
    service.close()


@pytest.mark.parametrize("question", ["Rikke Lautrup", "Rikke Lautrups opgaver", "hvad sagde Rikke Lautrup"])
def test_who_is_all_that_is_asked_for_is_found_first_where_they_are_named(found, question: str) -> None:  # type: ignore[no-untyped-def]
    answer = found(question)
    assert answer[0] == "direktionen-2019-05-06-09"
    assert {one[:-3] for one in answer[:9]} == {"direktionen-2019-05-06"}
    assert "direktionen-2019-05-06-10" not in answer


def test_beside_a_topic_an_item_that_names_them_is_there_though_it_has_none_of_the_words(found) -> None:  # type: ignore[no-untyped-def]
    answer = found("hvilket forslag kom Rikke Lautrup med")
    assert "direktionen-2019-05-06-09" in answer[:3]
    assert "direktionen-2019-05-06-10" not in answer


def test_a_shortened_middle_name_is_whose_it_begins() -> None:
    known = [Person("jens-peter-holm", "Jens Peter Holm"), Person("jens-holm", "Jens Holm")]
    assert identified(["Jens P. Holm", "Jens Holm"], known) == {
        "Jens P. Holm": "jens-peter-holm",
        "Jens Holm": "jens-holm",
    }


@pytest.mark.parametrize(
    ("question", "whose"),
    [
        ("per aalbæk nielsen", Named(0, 2, ("per-aalbæk-nielsen",))),
        ("per aalbæk om kantinen", Named(0, 1, ("per-aalbæk-nielsen",))),
        ("lars bo krag", Named(0, 1, ("lars-bo",))),
    ],
)
def test_no_word_of_a_full_name_begins_another(question: str, whose: Named) -> None:
    known = {
        one: Person(one, one.replace("-", " ").title()) for one in ("per-aalbæk-nielsen", "lars-bo", "bo-krag-holm")
    }
    assert named(question.split(), known) == [whose]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory):  # type: ignore[no-untyped-def]
    meetings = (
        meeting(
            DIREKTIONEN,
            "2021-03-01",
            ["Ib Krag Holm", "Tine Munk Friis", "Karen Holm"],
            item(1, "Kantinen", "IKH orienterede.", people=("Ib Krag Holm",)),
            item(2, "Mødecenter", "TMF er lejet ud."),
        ),
        meeting(DIREKTIONEN, "2021-04-12", ["Ib Krag Holm"], item(1, "Økonomichef", "Økonomichef Ib Krag Holm.")),
    )
    titled = replace(meetings[0], participants=tuple(map(_chief, meetings[0].participants)))
    service = indexed(tmp_path_factory.mktemp("initials"), (titled, meetings[1]))

    def people(question: str) -> list[tuple[str, ...]]:
        answer = service.search(SearchRequest(question=question), PUBLIC)
        return [one.asks["person"] for one in answer.query.readings if one.kind == "person"]

    yield people
    service.close()


def _chief(one: Participant) -> Participant:
    return replace(one, title="økonomichef") if one.name == "Ib Krag Holm" else one


@pytest.mark.parametrize(
    ("question", "slugs"),
    [
        ("IKH om kantinen", [("ib-krag-holm",)]),
        ("TMF om kantinen", []),
        ("økonomichef Holm om kantinen", [("ib-krag-holm",)]),
        ("borgmester Holm om kantinen", []),
    ],
)
def test_initials_and_titles_tell_who_is_meant_as_the_minutes_have_them(  # type: ignore[no-untyped-def]
    read, question: str, slugs: list[tuple[str, ...]]
) -> None:
    assert read(question) == slugs
