"""What has to do with an item, over both engines, on minutes that can be read beside it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from engines import open_engine
from engines.kept import Prepared
from indexer.embedding import model_of
from indexer.passages import passages
from mappings.documents import Decision, Item, Meeting, Outcome, Section, embedding_text
from mappings.errors import NotFound
from mappings.naming import item_id, meeting_id
from mappings.settings import Settings
from search_api.access import PUBLIC, Access
from search_api.answers import RelatedItem, TimelineEntry
from search_api.service import SearchService
from tests.doubles import GramEmbedder
from tests.elasticsearch.indices import own_indices

CLERK = Access(closed=True)
SECRET = "Opsigelse af Carl Hemmingsen"


def item(
    title: str,
    text: str = "",
    decision: str = "",
    outcome: Outcome = "approved",
    *,
    case: str | None = None,
    closed: bool = False,
) -> Item:
    """An item of a background and a decision; number, id and the decision's body and day come with the meeting."""
    sections = [Section("background", "Baggrund", text)] if text else []
    decisions: tuple[Decision, ...] = ()
    if decision:
        sections.append(Section("decision", "Beslutning", decision))
        decisions = (Decision("", dt.date(1, 1, 1), decision, (outcome,)),)
    return Item(number=0, title=title, case_number=case, closed=closed, sections=tuple(sections), decisions=decisions)


def meeting(body: str, date: str, *items: Item) -> Meeting:
    day = dt.date.fromisoformat(date)
    own = meeting_id(body, day)
    numbered = tuple(
        replace(
            one,
            number=number,
            id=item_id(own, number),
            decisions=tuple(
                replace(decision, body=decision.body or body, date=day if decision.date.year == 1 else decision.date)
                for decision in one.decisions
            ),
        )
        for number, one in enumerate(items, 1)
    )
    return Meeting(id=own, body=body, date=day, source=f"{own}.txt", items=numbered)


REPRINTED = replace(
    item("Svømmehal i Nordby - anlægsbevilling", "Til Byrådet.", "Godkendt. Byggeriet går i gang.", case="20/310"),
    decisions=(
        Decision("", dt.date(1, 1, 1), "Godkendt. Byggeriet går i gang.", ("approved",)),
        Decision("Kulturudvalget", dt.date(2020, 9, 1), "Anbefales.", ("recommended",)),
    ),
)
NEW_BATH = "Ny svømmehal i Nordby - placering og økonomi"
NOTED, TALKED = "Taget til efterretning.", "Drøftet."

MEETINGS = (
    meeting(
        "Kulturudvalget",
        "2020-05-05",
        item("Program 05-05-2020", f"{NEW_BATH}. Derefter frokost.", case="20/1"),
        item(NEW_BATH, "Tre grunde er undersøgt.", "Udsat. Mere viden ønskes.", "postponed", case="20/310"),
        item("Besøgstal 1. kvartal 2020", "Museet havde 4.100 gæster.", NOTED, "noted", case="20/44"),
        item(SECRET, "Sagen om Carl Hemmingsen, jf. sag 21/8 og besøgstal.", "Godkendt.", case="20/310", closed=True),
        item("Øvrige sager", "Intet nyt.", TALKED, "discussed", case="20/1"),
    ),
    meeting(
        "Kulturudvalget",
        "2020-09-01",
        item(
            "Svømmehal i Nordby - anlægsbevilling",
            "Udvalget udsatte sagen den 5. maj 2020.",
            "Anbefales.",
            "recommended",
            case="20/310",
        ),
        item("Besøgstal 2. kvartal 2020", "Museet havde 900 gæster.", NOTED, "noted", case="20/45"),
        item("Øvrige sager", "Se punkt 2. Svømmehallens navn.", TALKED, "discussed", case="20/1"),
    ),
    meeting(
        "Byrådet",
        "2020-09-29",
        REPRINTED,
        item("Øvrige sager", "Svømmehallens åbningstider.", TALKED, "discussed"),
        item("Orientering om svømmehallens åbningstider", "Svømmehallens åbningstider i ferien.", "Godkendt."),
    ),
    meeting(
        "Kulturudvalget",
        "2021-02-02",
        item("Besøgstal 3. kvartal 2020", "Museet var lukket.", NOTED, "noted", case="21/7"),
        item(
            "Takster på idrætsområdet",
            "Kulturudvalget drøftede den 1/9-2020 (punkt 2) besøgstallene. Prisen følger sag 20/310.",
            "Godkendt.",
            case="21/8",
        ),
        item("Svømmehallens åbningstider", "Svømmehallen: åbningstider om aftenen.", "Ikke godkendt.", "rejected"),
        item(
            "Evaluering",
            "Udvalget anbefalede anlægsbevillingen til en svømmehal i Nordby den 1. september, og den blev brugt. Den "
            "fulgte »Takster på idrætsområdet«. Svar blev ønsket inden den 5. maj 2020.",
            TALKED,
            "discussed",
        ),
    ),
)
POINTING = meeting(
    "Byrådet",
    "2021-06-01",
    item("Halfest", "Kulturudvalgets beslutning den 5. maj 2020, pkt. 3, og Byrådets den 29. september 2020, pkt. 1."),
    item(
        "Nøgler",
        "Kulturudvalget besluttede den 5. maj 2020, pkt. 4, hvad besøgstal 1. kvartal skal vise.",
        case="20/44",
    ),
    item("Klimahandleplan", "Som aftalt."),
    item("Energi", "Se »Klimahandleplan«, »Energi« og »Haven«."),
    item("Klubber", "Kommunen følger op på sag nr. 2021-0008.", case="2021-045"),
    item("Klubbernes lokaler", "De kan lånes gratis.", case="21/45"),
    item("Lokalplan 7 for rækkehuse ved åen", "Planen giver plads til rækkehuse."),
    item("Lokalplan 8 for rækkehuse ved åen", "Planen giver plads til rækkehuse."),
    item("Ny lokalplan for rækkehuse ved åen", "Planen giver plads til rækkehuse."),
)
MEETINGS = (*MEETINGS, POINTING)
PLACING, GRANT, COUNCIL = "kulturudvalget-2020-05-05-02", "kulturudvalget-2020-09-01-01", "byraadet-2020-09-29-01"
FIRST, SECOND, THIRD = "kulturudvalget-2020-05-05-03", "kulturudvalget-2020-09-01-02", "kulturudvalget-2021-02-02-01"
PROGRAMME, CLOSED, SUNDRY = (f"kulturudvalget-2020-05-05-0{number}" for number in (1, 4, 5))
FEES, OPENING, REVIEW = (f"kulturudvalget-2021-02-02-0{number}" for number in (2, 3, 4))


@pytest.fixture(scope="module", params=["embedded", "elasticsearch"])
def service(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchService]:
    if request.param == "embedded":
        yield from opened(Settings(data=tmp_path_factory.mktemp("related")))
        return
    url = request.getfixturevalue("elasticsearch_url")
    with own_indices(url) as name:
        yield from opened(
            Settings(data=Path("unused"), engine="elasticsearch", elasticsearch_url=url, elasticsearch_index=name)
        )


def opened(settings: Settings) -> Iterator[SearchService]:
    embedder = GramEmbedder()
    engine = open_engine(settings, model=model_of(embedder))
    prepared = []
    for one in MEETINGS:
        items = {each.id: each for each in one.items}
        own = tuple(passage for each in one.items for passage in passages(each))
        vectors = embedder.passages([embedding_text(items[passage.item_id], passage) for passage in own])
        people: dict[str, tuple[()]] = {each.id: () for each in one.items}
        prepared.append(Prepared(meeting=one, passages=own, vectors=vectors, people=people, origin=f"/m/{one.source}"))
    engine.write(prepared)
    made = SearchService(engine, embedder)
    yield made
    made.close()


def reasons(service: SearchService, item_id: str, kind: str, access: Access = PUBLIC) -> dict[str, str]:
    return {one.id: one.reason for one in service.related(item_id, access).related if one.kind == kind}


def one_of(service: SearchService, item_id: str, other: str) -> RelatedItem:
    return next(one for one in service.related(item_id, PUBLIC).related if one.id == other)


def line(entry: TimelineEntry) -> tuple[str, str, str, str | None]:
    return entry.date.isoformat(), entry.body, entry.id, entry.decision


def test_the_case_comes_first_in_the_order_of_time(service: SearchService) -> None:
    found = service.related(GRANT, PUBLIC).related
    assert [(one.id, one.kind, one.reason) for one in found[:2]] == [
        (PLACING, "same_case", "samme sag, 20/310"),
        (COUNCIL, "same_case", "samme sag, 20/310"),
    ]


def test_an_item_with_several_reasons_stands_once_with_the_best_and_the_others(service: SearchService) -> None:
    earlier = one_of(service, GRANT, PLACING)
    assert earlier.kind == "same_case"
    assert earlier.also == ("punktet nævner mødet i Kulturudvalget 5. maj 2020",)


@pytest.mark.parametrize("of", [each.id for one in MEETINGS for each in one.items])
@pytest.mark.parametrize("access", [PUBLIC, CLERK])
def test_no_item_is_related_twice_or_to_itself(service: SearchService, of: str, access: Access) -> None:
    ids = [one.id for one in service.related(of, access).related]
    assert len(ids) == len(set(ids))
    assert of not in ids


def test_a_case_number_in_the_text_refers_both_ways(service: SearchService) -> None:
    assert reasons(service, FEES, "refers_to")[GRANT] == "punktet nævner sag 20/310"
    assert reasons(service, GRANT, "referred_by")[FEES] == "nævner sag 20/310"


def test_a_case_number_may_be_written_otherwise(service: SearchService) -> None:
    clubs, rooms = (one.id for one in POINTING.items[4:6])
    assert reasons(service, clubs, "refers_to") == {FEES: "punktet nævner sag 21/8"}
    assert reasons(service, FEES, "referred_by")[clubs] == "nævner sag 21/8"
    assert clubs in {one.id for one in service.case("21/8", PUBLIC).named_in}
    assert reasons(service, clubs, "same_case").keys() == {rooms}
    assert [entry.id for entry in service.case("21-45", PUBLIC).timeline] == [clubs, rooms]


def test_the_closed_items_of_a_case_are_told_of_however_its_number_is_written(service: SearchService) -> None:
    assert [one.id for one in service.closed_of_case("2020-310", PUBLIC)] == [CLOSED]


def test_a_meeting_by_date_and_number_refers_to_that_item_of_it(service: SearchService) -> None:
    assert reasons(service, FEES, "refers_to")[SECOND] == "punktet nævner mødet i Kulturudvalget 1. september 2020"
    assert reasons(service, SECOND, "referred_by")[FEES] == "nævner mødet i Kulturudvalget 1. september 2020"
    assert "kulturudvalget-2020-09-01-03" not in reasons(service, FEES, "refers_to")


def test_two_meetings_in_a_sentence_refer_each_to_the_item_of_its_number(service: SearchService) -> None:
    assert reasons(service, POINTING.items[0].id, "refers_to") == {
        FIRST: "punktet nævner mødet i Kulturudvalget 5. maj 2020",
        COUNCIL: "punktet nævner mødet i Byrådet 29. september 2020",
    }


def test_the_number_of_a_closed_item_refers_to_no_other(service: SearchService) -> None:
    """Neither to the item of the same case nor to the one that the sentence tells of, which the public may read."""
    keys = POINTING.items[1].id
    assert reasons(service, keys, "refers_to") == {}
    assert one_of(service, keys, FIRST).also == ()
    assert CLOSED in reasons(service, keys, "refers_to", CLERK)


def test_a_meeting_by_date_refers_to_the_one_item_that_the_sentence_tells_of(service: SearchService) -> None:
    """The grant for the swimming bath, not the visitors of the same day; and a term ("inden den") is no meeting."""
    found = reasons(service, REVIEW, "refers_to")
    assert found[GRANT] == "punktet nævner mødet i Kulturudvalget 1. september 2020"
    assert found.keys() == {GRANT, FEES}
    assert REVIEW in reasons(service, GRANT, "referred_by")


def test_a_title_in_quotation_marks_refers_both_ways(service: SearchService) -> None:
    assert reasons(service, REVIEW, "refers_to")[FEES] == "punktet nævner »Takster på idrætsområdet«"
    assert reasons(service, FEES, "referred_by")[REVIEW] == "nævner punktets titel"


def test_a_title_of_a_single_word_in_quotation_marks_refers_both_ways(service: SearchService) -> None:
    plan, energy = (one.id for one in POINTING.items[2:4])
    assert reasons(service, energy, "refers_to") == {plan: "punktet nævner »Klimahandleplan«"}
    assert reasons(service, plan, "referred_by") == {energy: "nævner punktets titel"}


def test_a_long_title_word_for_word_refers_too(service: SearchService) -> None:
    assert reasons(service, PROGRAMME, "refers_to") == {
        PLACING: "punktet nævner »Ny svømmehal i Nordby - placering og økonomi«"
    }
    assert reasons(service, PLACING, "referred_by")[PROGRAMME] == "nævner punktets titel"


def test_an_item_of_the_same_agenda_is_referred_to_by_number(service: SearchService) -> None:
    sundry = "kulturudvalget-2020-09-01-03"
    assert reasons(service, sundry, "refers_to")[SECOND] == "punktet nævner punkt 2 på samme møde"
    assert reasons(service, SECOND, "referred_by")[sundry] == "nævner punkt 2 på samme møde"


def test_a_series_tells_the_one_before_and_the_one_after(service: SearchService) -> None:
    assert reasons(service, SECOND, "series") == {FIRST: "forrige i rækken", THIRD: "næste i rækken"}
    assert reasons(service, FIRST, "series") == {SECOND: "næste i rækken", THIRD: "samme række"}


def test_what_is_about_the_same_is_alike(service: SearchService) -> None:
    council = "byraadet-2020-09-29-03"
    assert reasons(service, OPENING, "similar")[council] == "ligner i emne: »svømmehallens«, »åbningstider«"
    assert OPENING in reasons(service, council, "similar")


def test_things_that_their_numbers_tell_apart_are_not_alike(service: SearchService) -> None:
    seven, eight, houses = (one.id for one in POINTING.items[6:])
    assert reasons(service, seven, "similar").keys() == {houses}
    assert reasons(service, eight, "similar").keys() == {houses}


def test_standing_items_resemble_nothing_and_nothing_resembles_them(service: SearchService) -> None:
    for one in MEETINGS:
        for each in one.items:
            alike = reasons(service, each.id, "similar") | reasons(service, each.id, "series")
            assert not (alike and each.title.startswith(("Øvrige", "Program")))
            assert not {other for other in alike if other in {SUNDRY, PROGRAMME, "byraadet-2020-09-29-02"}}


def test_the_timeline_tells_what_each_body_decided(service: SearchService) -> None:
    assert [line(entry) for entry in service.related(COUNCIL, PUBLIC).timeline] == [
        ("2020-05-05", "Kulturudvalget", PLACING, "Udsat. Mere viden ønskes."),
        ("2020-09-01", "Kulturudvalget", GRANT, "Anbefales."),
        ("2020-09-29", "Byrådet", COUNCIL, "Godkendt. Byggeriet går i gang."),
    ]


def test_the_timeline_tells_what_came_of_a_decision(service: SearchService) -> None:
    first, second, _ = service.related(PLACING, PUBLIC).timeline
    assert first.then is not None
    assert second.then is not None
    assert (first.then.id, first.then.text) == (GRANT, "genoptaget i Kulturudvalget 1. september 2020: anbefalet")
    assert (second.then.id, second.then.text) == (COUNCIL, "behandlet i Byrådet 29. september 2020: godkendt")


def test_where_a_case_ends_the_next_that_names_it_is_what_came_of_it(service: SearchService) -> None:
    (entry,) = service.related(FEES, PUBLIC).timeline
    assert entry.then is None  # named only by an item of the same meeting
    (second,) = service.related(SECOND, PUBLIC).timeline
    assert second.then is not None
    assert second.then.text == "nævnt i »Takster på idrætsområdet«, Kulturudvalget 2. februar 2021: godkendt"


def test_standing_items_have_no_sequel(service: SearchService) -> None:
    assert [entry.then for entry in service.related(SUNDRY, PUBLIC).timeline] == [None] * 3


def test_a_case_is_its_timeline_and_what_names_it(service: SearchService) -> None:
    case = service.case("20/310", PUBLIC)
    assert (case.number, case.title) == ("20/310", "Svømmehal i Nordby - anlægsbevilling")
    assert [entry.id for entry in case.timeline] == [PLACING, GRANT, COUNCIL]
    assert [(one.id, one.reason) for one in case.named_in] == [(FEES, "henviser til sag 20/310")]


@pytest.mark.parametrize("number", ["20/31", "99/1", "", "' OR 1=1", "20/310/1"])
def test_a_case_that_nobody_may_see_is_not_there(service: SearchService, number: str) -> None:
    with pytest.raises(NotFound):
        service.case(number, PUBLIC)


@pytest.mark.parametrize("of", [each.id for one in MEETINGS for each in one.items])
def test_nothing_closed_is_told_to_the_public(service: SearchService, of: str) -> None:
    told = repr(service.related(of, PUBLIC)) + repr(service.case("20/310", PUBLIC))
    assert "Hemmingsen" not in told
    assert f"id='{CLOSED}'" not in told.replace(f"RelatedAnswer(id='{CLOSED}'", "")


def test_of_a_closed_item_the_public_learns_only_what_its_number_leads_to(service: SearchService) -> None:
    answer = service.related(CLOSED, PUBLIC)
    assert [(one.id, one.kind, one.also) for one in answer.related] == [
        (PLACING, "same_case", ()),
        (GRANT, "same_case", ()),
        (COUNCIL, "same_case", ()),
    ]


def test_who_may_read_the_closed_is_told_of_it(service: SearchService) -> None:
    assert CLOSED in reasons(service, PLACING, "same_case", CLERK)


def test_what_is_not_there_is_said(service: SearchService) -> None:
    with pytest.raises(NotFound):
        service.related("kulturudvalget-1999-01-01-01", PUBLIC)
