"""What a question names beside its topic, in the answer: narrowed to, preferred, told, or taken off."""

from search_api.service import SearchService
from tests.search_api.asking import ask, ids


def test_a_name_in_the_question_finds_what_they_took_part_in(service: SearchService) -> None:
    assert set(ids(ask(service, "Anna Lund"))) == {
        "direktionen-2019-05-06-01",
        "direktionen-2019-05-06-02",
        "direktionen-2020-05-04-01",
        "direktionen-2020-05-04-02",
    }


def test_a_name_beside_a_topic_prefers_but_does_not_replace_the_topic(service: SearchService) -> None:
    found = ids(ask(service, "skolernes budget med Anna Lund"))
    assert found[0] == "direktionen-2019-05-06-02"
    assert "byraadet-2021-06-07-01" in found
    assert "direktionen-2019-05-06-01" not in found


def test_a_period_in_the_question_filters_and_is_counted_like_a_chosen_one(service: SearchService) -> None:
    read, chosen = ask(service, "parkering i 2019"), ask(service, "parkering", years=(2019,))
    assert ids(read) == ids(chosen) == ["direktionen-2019-05-06-01"]
    assert read.facets == chosen.facets
    assert read.query.filters == chosen.query.filters == {"year": ("2019",)}
    (reading,) = read.query.readings
    assert (reading.text, reading.label, reading.asks) == ("i 2019", "Kun møder i 2019", {"year": ("2019",)})


def test_a_reading_can_be_taken_off(service: SearchService) -> None:
    answer = ask(service, "parkering ved havnen i 2019", literal=("i 2019",))
    assert answer.query.readings == ()
    assert "2019" in answer.query.words
    assert set(ids(answer)) >= {"direktionen-2019-05-06-01", "direktionen-2020-05-04-01"}


def test_a_narrowing_that_leaves_nothing_over_is_told_and_what_there_is_stands_apart(service: SearchService) -> None:
    answer = ask(service, "vindmøller i 2019")
    assert (answer.total, ids(answer)) == (0, [])
    assert "byraadet-2021-06-07-02" in {one.id for one in answer.similar}
    assert answer.notices == ("Intet fundet med »Kun møder i 2019«; uden den afgrænsning er der 1.",)


def test_where_several_narrowings_leave_nothing_over_what_there_is_without_each_is_told(service: SearchService) -> None:
    answer = ask(service, "parkering ved havnen i byrådet i 2019")
    assert answer.total == 0
    together = "Intet fundet med »Kun Byrådet«, »Kun møder i 2019«"
    assert answer.notices == (f"{together}; uden »Kun Byrådet« er der 1.",)
    (outcome,) = ask(service, "hvilke sager blev afvist i 2019").notices
    assert outcome.endswith("; uden »Kun beslutninger med udfaldet afvist« er der 2, uden »Kun møder i 2019« er der 1.")


def test_a_date_that_does_not_exist_is_told_and_the_question_answered(service: SearchService) -> None:
    answer = ask(service, "vindmøller 31. februar 2021")
    assert len(answer.notices) == 1
    assert "byraadet-2021-06-07-02" in {*ids(answer), *(one.id for one in answer.similar)}


def test_what_the_question_names_is_within_the_filters_chosen(service: SearchService) -> None:
    assert ids(ask(service, "19/10", years=(2020,))) == ["direktionen-2020-05-04-01"]
    assert "direktionen-2019-05-06-01" not in ids(ask(service, "19/10 i 2020"))


def test_seneste_puts_the_newest_first_unless_another_order_is_chosen(service: SearchService) -> None:
    answer = ask(service, "seneste beslutning om parkering ved havnen")
    assert answer.query.sort == "newest"
    assert ids(answer)[:2] == ["direktionen-2020-05-04-01", "direktionen-2019-05-06-01"]
    assert ask(service, "seneste beslutning om parkering", sort="relevance").query.sort == "relevance"


def test_the_last_meetings_are_those_of_whom_the_question_or_a_filter_names(service: SearchService) -> None:
    def meetings(question: str, **filters: object) -> set[str]:
        return {one.meeting.id for one in ask(service, question, **filters).results}

    assert meetings("sidste møde") == {"byraadet-2021-06-07"}
    assert meetings("sidste møde i Direktionen") == {"direktionen-2020-05-04"}
    assert meetings("sidste møde", bodies=("Direktionen",)) == {"direktionen-2020-05-04"}
    assert meetings("sidste møde i 2019") == {"direktionen-2019-05-06"}
    assert meetings("de to seneste møder") == {"byraadet-2021-06-07", "direktionen-2020-05-04"}
    (reading,) = ask(service, "sidste møde").query.readings
    assert (reading.label, reading.asks) == (
        "Kun det seneste møde, 7. juni 2021",
        {"from": ("2021-06-07",), "to": ("2021-06-07",)},
    )


def test_an_outcome_alone_is_all_that_came_to_it_and_beside_a_topic_comes_first(service: SearchService) -> None:
    assert ids(ask(service, "hvilke sager blev afvist")) == ["direktionen-2020-05-04-02"]
    assert ids(ask(service, "parkering ved havnen udsat"))[0] == "direktionen-2019-05-06-01"
    assert ids(ask(service, "parkering ved havnen godkendt"))[0] == "direktionen-2020-05-04-01"
