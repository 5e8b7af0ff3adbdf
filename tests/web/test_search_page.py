"""The search page: what it finds, how it is narrowed, paged and kept in the address."""

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.web.reading import read
from tests.web.serving import serve
from web.app import create_app


def titles(page):
    return [h3.text for results in page.all("ol", class_="results") for h3 in results.all("h3")]


def asked(address):
    return parse_qs(urlsplit(address).query)


def sent(page):
    """What the form sends, by parameter: its own fields, and those elsewhere that belong to it."""
    form = page.one("form", id="search")
    fields = [*form.all("input"), *page.all("input", form="search")]
    found = {}
    for field in fields:
        found.setdefault(field.attributes["name"], []).append(field.attributes.get("value", ""))
    return found


def test_no_question_shows_the_newest_first(get):
    page = get("/")
    assert titles(page)[:2] == ["Evaluering af hjemmearbejde", "Drøftelse af rammer for hjemmearbejde"]
    assert page.one("h2", id="results").text == "34 punkter"


def test_a_question_finds_its_items_and_says_how_many(get):
    page = get("/?q=hjemmearbejde&sort=oldest")
    assert page.one("h2", id="results").text == "2 punkter om »hjemmearbejde«"
    assert titles(page) == ["Drøftelse af rammer for hjemmearbejde", "Evaluering af hjemmearbejde"]
    assert page.one("title").text == "hjemmearbejde – Referatsøgning"


def test_a_result_shows_what_is_needed_to_choose_it(get):
    result = get("/?q=hjemmearbejde&year=2021").all("article", class_="result")[0]
    assert result.links() == {
        "Drøftelse af rammer for hjemmearbejde": "/items/direktionen-2021-06-28-01?q=hjemmearbejde",
        "Direktionen, 28. juni 2021": "/meetings/direktionen-2021-06-28",
        "21/5239": "/cases/21/5239",
    }
    assert result.one("ul", class_="badges").texts == ["Godkendt"]
    assert "Direktionen godkendte rammerne for hjemmearbejde." in result.one(class_="decided").text
    assert "Punkt 1" in result.one(class_="facts").text
    assert "Side 10 i kilden" in result.one(class_="facts").text
    assert result.one(class_="why").text == "Fundet ved ordet »hjemmearbejde«"


def test_what_means_the_same_is_marked_and_is_the_reason(get):
    page = get("/?q=HMU")
    found = page.one("ol", class_="results").all("li")[0]
    assert "Hovedudvalget" in [mark.text for mark in found.all("mark")]
    assert "ordet »Hovedudvalget« for »hmu«" in found.text
    item = get("/items/direktionen-2021-06-28-01?q=HMU")
    assert [mark.text for mark in item.all("mark")] == ["Hovedudvalget"]


def test_the_words_asked_for_are_marked_in_title_decision_and_snippet(get):
    result = get("/?q=evalueres+sygefraværet").all("article", class_="result")
    marked = {mark.text for one in result for mark in one.all("mark")}
    assert "evalueres" in marked
    assert "Sygefraværsstatistik" in marked
    assert "Sygefraværet" in marked


def test_a_snippet_says_which_section_it_stands_in(get):
    result = get("/?q=sygefraværet").all("article", class_="result")[0]
    assert result.one(class_="snippet").text == "Baggrund: Sygefraværet forelægges hvert kvartal."


def test_what_is_shown_as_decision_is_not_shown_again_as_snippet(get):
    result = get("/?q=evalueres+efter+et+år&year=2021").all("article", class_="result")[0]
    assert result.text.count("Der evalueres efter et år.") == 1


def test_a_facet_narrows_and_is_counted(get):
    page = get("/?q=hjemmearbejde")
    years = {link.text: link.attributes["href"] for link in page.all("a", rel="nofollow")}
    assert years["2021 1 punkt"] == "/?q=hjemmearbejde&year=2021"
    assert years["Afvist 1 punkt"] == "/?q=hjemmearbejde&outcome=rejected"
    narrowed = get(years["2021 1 punkt"])
    assert titles(narrowed) == ["Drøftelse af rammer for hjemmearbejde"]


def test_a_chosen_value_is_told_and_followed_again_goes_away(get):
    page = get("/?q=hjemmearbejde&year=2021")
    chosen = page.one("a", rel="nofollow", aria_current="true")
    assert chosen.text == "2021 (valgt, fjern) 1 punkt"
    assert chosen.attributes["href"] == "/?q=hjemmearbejde"


def test_a_person_spelled_otherwise_is_chosen_in_the_facet(get):
    page = get("/?person=mette-kjaergaard-aagesen")
    assert page.one("a", rel="nofollow", aria_current="true").text.startswith("Mette Kjærgaard Aagesen")


def test_a_part_of_a_name_chooses_the_person_in_the_facet(get):
    chosen = get("/?person=Aagesen").one("a", rel="nofollow", aria_current="true")
    assert chosen.text.startswith("Mette Kjærgaard Aagesen")
    assert chosen.attributes["href"] == "/"


def test_every_filter_is_a_chip_that_takes_it_away(get):
    address = "/?q=hjemme&body=Direktionen&year=2021&year=2022&case=21%2F5239&from=2021-01-01&sort=newest"
    page = get(address)
    chips = page.one("ul", aria_label="Valgte filtre").links()
    assert list(chips) == [
        "Fjern filter: Udvalg: Direktionen ×",
        "Fjern filter: År: 2021 ×",
        "Fjern filter: År: 2022 ×",
        "Fjern filter: Sag: 21/5239 ×",
        "Fjern filter: Fra 1. januar 2021 ×",
        "Fjern alle filtre",
    ]
    left = asked(chips["Fjern filter: År: 2021 ×"])
    assert left == {**asked(address), "year": ["2022"]}
    assert asked(chips["Fjern alle filtre"]) == {"q": ["hjemme"], "sort": ["newest"]}


def test_who_was_absent_is_a_filter_that_can_be_taken_away(get):
    chips = get("/?q=hjemme&absent=Carla+Holm&absent=Bo+Lund").one("ul", aria_label="Valgte filtre").links()
    assert list(chips) == [
        "Fjern filter: Fraværende: Carla Holm ×",
        "Fjern filter: Fraværende: Bo Lund ×",
        "Fjern alle filtre",
    ]
    assert asked(chips["Fjern filter: Fraværende: Bo Lund ×"]) == {"q": ["hjemme"], "absent": ["Carla Holm"]}


def test_filters_survive_a_new_question(get):
    address = "/?q=x&body=Direktionen&year=2021&year=2022&outcome=approved&case=1%2F2&case=3%2F4&to=2022-01-01&size=5"
    address += "&attachments=yes&person=Henning&present=Torben&absent=Lone"
    assert {name: values for name, values in sent(get(address)).items() if values != [""]} == asked(address) | {
        "case": ["3/4", "1/2"]
    }


def test_filters_survive_paging(get):
    page = get("/?q=cykelsti&body=Klimaudvalget&sort=oldest")
    pager = page.one("nav", aria_label="Sider med resultater")
    assert asked(pager.links()["Næste"]) == {
        "q": ["cykelsti"],
        "body": ["Klimaudvalget"],
        "sort": ["oldest"],
        "page": ["2"],
    }
    assert pager.links()["Næste"].endswith("#results")  # what comes is read from there
    assert pager.one("a", aria_current="page").text == "Side 1"


def test_the_pages_hold_every_result_once(get):
    seen, page = [], get("/?q=cykelsti")
    while True:
        seen += titles(page)
        following = page.all("a", rel="next")
        if not following:
            break
        page = get(following[0].attributes["href"])
    assert sorted(seen) == sorted(f"Cykelsti nr. {number}" for number in range(1, 31))
    assert page.one(class_="shown").text == "Viser 21–30"


def test_a_new_question_begins_at_the_first_page(get):
    assert "page" not in sent(get("/?q=cykelsti&page=2"))


def test_a_page_after_the_last_leads_back(get):
    page = get("/?q=cykelsti&page=9")
    assert page.links()["Gå til den første side"] == "/?q=cykelsti"
    assert page.links()["den sidste"] == "/?q=cykelsti&page=3"


def test_nothing_found_is_said_plainly_with_advice(get):
    page = get("/?q=xyzzyq&year=2021")
    assert page.one("h2", id="results").text == "Ingen beslutninger fundet om »xyzzyq« med de valgte filtre"
    assert page.links()["Søg uden filtre"] == "/?q=xyzzyq"
    assert not page.all("ol", class_="results")


def test_what_only_another_spelling_finds_is_told_by_that_spelling(get):
    page = get("/?q=cykeltsi")
    assert page.one("h2", id="results").text == get("/?q=cykelsti").one("h2", id="results").text
    assert "Intet svarer til »cykeltsi«; her er, hvad der svarer til »cykelsti«." in page.one("main").text
    assert "Mente du" not in page.one("main").text
    assert "q=cykeltsi" in page.one("nav", class_="pager").links()["Næste"]


def test_what_merely_resembles_is_shown_apart(get):
    page = get("/?q=statistisk+kvarts+analyse")
    similar = page.one("section", class_="similar")
    assert similar.one("h2").text == "Ligner, men handler måske om noget andet"
    assert not page.all("ol", class_="results")
    assert page.one("h2", id="results").text.startswith("Ingen beslutninger fundet")


def test_an_empty_index_says_so(tmp_path):
    empty = serve(tmp_path, [])
    response = create_app(service=empty).test_client().get("/")
    assert response.status_code == 200
    assert "Her er endnu ingen referater" in response.text
    empty.close()


def test_a_form_with_empty_fields_is_answered_at_once_and_the_address_to_keep_has_none(client):
    response = client.get("/?q=hjemmearbejde&year=2021&from=&to=&case=")
    assert response.status_code == 200
    page = read(response.text)
    assert page.one("link", rel="canonical").attributes["href"] == "/?q=hjemmearbejde&year=2021"
    assert titles(page) == ["Drøftelse af rammer for hjemmearbejde"]


def test_a_parameter_that_cannot_be_is_told_with_the_question_kept(get):
    page = get("/?q=hjemmearbejde&year=abc", status=400)
    assert "'abc' er ikke et årstal; skriv det som 2021." in page.one("main").text
    assert page.one("input", name="q").attributes["value"] == "hjemmearbejde"


@pytest.mark.parametrize(
    ("first", "last", "line"),
    [
        ("2022-01-01", "2021-01-01", "Perioden slutter (1. januar 2021), før den begynder (1. januar 2022)."),
        ("2021-02-31", "", "Datoen '2021-02-31' findes ikke."),
        ("2021-01-01", "31-12-2021", "'31-12-2021' er ikke en dato; skriv den som 2021-06-28."),
    ],
)
def test_dates_of_the_form_that_cannot_be_are_one_line_beside_the_answer_to_the_rest(get, first, last, line):
    page = get(f"/?q=hjemmearbejde&outcome=approved&from={first}&to={last}")
    assert page.one(class_="notice").text == f"{line} Der er søgt uden mødedatoen."
    assert titles(page) == ["Drøftelse af rammer for hjemmearbejde"]
    form = {"q": ["hjemmearbejde"], "outcome": ["approved"], "from": [first], "to": [last], "case": [""]}
    assert sent(page) == form
    assert list(page.one("ul", aria_label="Valgte filtre").links()) == ["Fjern filter: Udfald: Godkendt ×"]
    assert page.one("link", rel="canonical").attributes["href"] == "/?q=hjemmearbejde&outcome=approved"


def test_an_unknown_parameter_is_told_with_the_one_meant(get):
    assert "Mente du year?" in get("/?yaer=2021", status=400).one("main").text


def test_any_question_is_answered(get):
    for question in ("%00", "%FF%FE", '"', "()", "-", "+".join(["ord"] * 3000), "%F0%9F%98%80", "%3Cb%3E"):
        get(f"/?q={question}")


def test_what_is_understood_of_the_question_is_a_chip_and_comes_off(get):
    page = get("/?q=hjemmearbejde+i+2021")
    assert titles(page) == ["Drøftelse af rammer for hjemmearbejde"]
    chips = page.one("ul", aria_label="Valgte filtre").links()
    ((label, href),) = chips.items()
    assert label == "Fjern filter: Kun møder i 2021 ×"
    assert asked(href) == {"q": ["hjemmearbejde i 2021"], "literal": ["i 2021"]}
    assert sent(get(href))["literal"] == ["i 2021"]


def test_what_the_question_excludes_is_a_chip_and_leaves_the_question(get):
    page = get("/?q=hjemmearbejde+-evaluering+i+2021+-%22af+rammer%22")
    chips = page.one("ul", aria_label="Valgte filtre").links()
    assert {label: asked(href) for label, href in chips.items()} == {
        "Fjern filter: Uden: evaluering ×": {"q": ['hjemmearbejde i 2021 -"af rammer"']},
        "Fjern filter: Kun møder i 2021 ×": {
            "q": ['hjemmearbejde -evaluering i 2021 -"af rammer"'],
            "literal": ["i 2021"],
        },
        "Fjern filter: Uden: af rammer ×": {"q": ["hjemmearbejde -evaluering i 2021"]},
        "Fjern alle filtre": {"q": ["hjemmearbejde i 2021"], "literal": ["i 2021"]},
    }


def test_what_the_question_says_twice_is_one_chip(get):
    page = get("/?q=hjemmearbejde+i+2021+og+udstyr+i+2021")
    ((label, href),) = page.one("ul", aria_label="Valgte filtre").links().items()
    assert label == "Fjern filter: Kun møder i 2021 ×"
    assert [one.text for one in page.all("a", class_="chip")] == [label]
    assert not get(href).all("a", class_="chip")


def test_a_facet_value_that_the_question_chose_comes_off_by_taking_its_words_literally(get):
    page = get("/?q=hjemmearbejde+i+2021")
    year = next(link for link in page.all("a", rel="nofollow") if link.text.startswith("2021"))
    assert year.attributes["aria-current"] == "true"
    assert asked(year.attributes["href"]) == {"q": ["hjemmearbejde i 2021"], "literal": ["i 2021"]}


def test_a_date_that_does_not_exist_is_a_line_on_the_page(get):
    page = get("/?q=hjemmearbejde+31.+februar+2021")
    assert page.one(class_="notice").text.startswith("»31. februar 2021« findes ikke i kalenderen")


def test_what_is_not_searched_for_is_told_once(get):
    page = get("/?q=" + "+OR+".join(f"skole{number}" for number in range(100)))
    assert page.text.count("»OR«") == 1


def test_words_that_are_not_searched_for_are_told(get):
    page = get("/?q=hvorn%C3%A5r+har+vi+dr%C3%B8ftet+hjemmearbejde")
    assert "Der søges ikke på »hvornår har vi drøftet«" in page.text
