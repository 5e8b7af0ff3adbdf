"""People in a question: full names, initials, family names, and when they were in the room."""

import pytest

from mappings.abbreviations import Abbreviation
from mappings.documents import Person
from search_api import persons
from search_api.readings.reader import Known
from search_api.readings.reading import Reading
from search_api.understanding import understand

PEOPLE = {
    person.slug: person
    for person in (
        Person("carla-holm", "Carla Holm"),
        Person("carl-hede", "Carl Hede"),
        Person("per-aalbaek-nielsen", "Per Aalbæk Nielsen"),
        Person("mette-nielsen", "Mette Nielsen"),
        Person("anders-kjeldgaard", "Anders Kjeldgaard"),
        Person("ulla-udby", "Ulla Udby"),
    )
}
SHORT = persons.short(PEOPLE, [Abbreviation("ANKJ", "Anders Kjeldgaard", person=True)])


def read(question: str) -> list[Reading]:
    known = Known(people=PEOPLE, short=SHORT, read=frozenset({"person"}))
    return list(understand(question, known=known).readings)


@pytest.mark.parametrize(
    "question",
    [
        *(
            "budget mens Carla Holm deltog",
            "budget, hvor Carla Holm var til stede",
            "budget da carla holm deltog i mødet",
        ),
        *("budget i møder, hvor Carla Holm deltog", "budget while Carla Holm was present"),
        *("hvilke møder deltog Carla Holm i", "hvornår har direktør Carla Holm deltaget om budget"),
        *("meetings attended by Carla Holm", "budget meetings attended by Carla Holm"),
        *("hvornår deltog Carla Holm i budgetmødet", "which meetings did Carla Holm attend"),
    ],
)
def test_while_somebody_took_part_narrows_to_the_meetings_that_they_took_part_in(question: str) -> None:
    (reading,) = read(question)
    assert (reading.effect, reading.asks.present, reading.asks.people) == ("narrows", ("carla-holm",), ())
    assert reading.label == "Kun møder, hvor Carla Holm deltog"


def test_a_name_alone_favours() -> None:
    (reading,) = read("budget Carla Holm")
    assert (reading.effect, reading.asks.people, reading.asks.present) == ("favours", ("carla-holm",), ())


@pytest.mark.parametrize(
    ("initials", "slug"),
    [
        ("ANKJ", "anders-kjeldgaard"),
        ("AK", "anders-kjeldgaard"),
        ("PAN", "per-aalbaek-nielsen"),
        ("PN", "per-aalbaek-nielsen"),
    ],
)
def test_initials_in_capitals_that_are_one_persons(initials: str, slug: str) -> None:
    (reading,) = read(f"{initials} 2021")
    assert reading.asks.people == (slug,)
    assert read(f"{initials.lower()} 2021") == []


@pytest.mark.parametrize("question", ["CH 2021", "UU analyse", "XY 2021"])
def test_initials_of_two_people_or_of_an_organisation_are_nobodys(question: str) -> None:
    assert read(question) == []


@pytest.mark.parametrize(
    "question", ["hvad har Kjeldgaard sagt om budget", "Kjeldgård om budget", "Kjeldgård har sagt om budget"]
)
def test_a_family_name_that_one_person_bears(question: str) -> None:
    (reading,) = read(question)
    assert reading.asks.people == ("anders-kjeldgaard",)


@pytest.mark.parametrize("question", ["A. Kjeldgaard om budget", "budget A.K. Kjeldgaard"])
def test_letters_before_a_family_name_belong_to_it(question: str) -> None:
    (reading,) = read(question)
    assert reading.asks.people == ("anders-kjeldgaard",)
    assert question[reading.start : reading.end].startswith("A.")


@pytest.mark.parametrize(
    ("question", "name", "slug"),
    [
        ("P. Aalbæk Nielsen om budget", "P. Aalbæk Nielsen", "per-aalbaek-nielsen"),
        ("budget med Aalbæk Nielsen", "Aalbæk Nielsen", "per-aalbaek-nielsen"),
        ("M. Nielsen om budget", "M. Nielsen", "mette-nielsen"),
    ],
)
def test_middle_names_and_letters_tell_apart_who_bears_a_family_name(question: str, name: str, slug: str) -> None:
    (reading,) = read(question)
    assert (reading.asks.people, question[reading.start : reading.end]) == ((slug,), name)


@pytest.mark.parametrize(
    "question",
    [
        *("hvad mener rådmand Carla Holm om budget", "borgmester Kjeldgaard om budget", "budget mayor Carla Holm"),
        *(
            "budget økonomichef Carla Holm",
            "budget mens HR-chef Carla Holm deltog",
            "velfærdsdirektør Kjeldgaard om budget",
            "hr. Kjeldgaard om budget",
        ),
    ],
)
def test_what_somebody_is_belongs_to_the_name(question: str) -> None:
    known = Known(people=PEOPLE, short=SHORT)
    assert understand(question, known=known).terms == ("budget",)


BEGUN = {
    one.slug: one
    for one in (
        Person("per-aalbaek-nielsen", "Per Aalbæk Nielsen"),
        Person("anne-mette-kruse-lund", "Anne-Mette Kruse Lund"),
        Person("hans-joergen-bak", "Hans Jørgen Bak"),
        Person("ida-krag-holm", "Ida Krag Holm"),
        Person("ida-krag-vind", "Ida Krag Vind"),
    )
}


@pytest.mark.parametrize(
    ("question", "slugs"),
    [
        ("Per Aalbæk om budget", [("per-aalbaek-nielsen",)]),
        ("per aalbæks budget", [("per-aalbaek-nielsen",)]),
        ("budget mens Per Ålbæk deltog", [("per-aalbaek-nielsen",)]),
        ("Anne-Mette Kruse om budget", [("anne-mette-kruse-lund",)]),
        ("Anne-Mette om budget", []),
        ("Hans Jørgen om budget", []),
        ("Ida Krag om budget", [("ida-krag-holm", "ida-krag-vind")]),
        ("Ida Krag Holm om budget", [("ida-krag-holm",)]),
        ("Aalbæk Nielsen om budget", [("per-aalbaek-nielsen",)]),
    ],
)
def test_a_name_that_ends_with_a_middle_name_is_whose_it_begins(question: str, slugs: list[tuple[str, ...]]) -> None:
    known = Known(people=BEGUN, short=persons.short(BEGUN), read=frozenset({"person"}))
    readings = understand(question, known=known).readings
    assert [one.asks.people or one.asks.present for one in readings] == slugs


HEARD = {
    one.slug: one for one in (Person("dorthe-smidt-krogh", "Dorthe Smidt Krogh"), Person("karl-brandt", "Karl Brandt"))
}


@pytest.mark.parametrize(
    ("name", "slugs"),
    [
        ("Dorte Krog", ["dorthe-smidt-krogh"]),
        ("Carl Brant", ["karl-brandt"]),
        ("Karl Brandts", ["karl-brandt"]),
        ("Dorte Holm Krog", []),
        ("Karen Brandt", []),
        ("Karl Bendt", []),
    ],
)
def test_who_is_called_by_nobodys_name_is_asked_for_by_its_sound(name: str, slugs: list[str]) -> None:
    known = Known(people=HEARD, read=frozenset({"person"}))
    readings = understand(f"{name} om budget", known=known).readings
    assert [slug for one in readings for slug in one.asks.people] == slugs


def test_whose_name_it_is_goes_before_whose_it_sounds_like() -> None:
    both = HEARD | {"carl-brandt": Person("carl-brandt", "Carl Brandt")}
    assert persons.meant("Carl Brandt", both) == ["carl-brandt"]
    assert persons.meant("Carl Brant", both) == ["karl-brandt", "carl-brandt"]


@pytest.mark.parametrize(
    ("question", "slugs"),
    [
        ("direktør Nielsen om budget", ("per-aalbaek-nielsen",)),
        ("velfærdsdirektør Nielsen om budget", ("per-aalbaek-nielsen",)),
        ("økonomichef Nielsen om budget", ("mette-nielsen",)),
        ("borgmester Nielsen om budget", None),
        ("chef Nielsen om budget", ("mette-nielsen",)),
    ],
)
def test_a_title_tells_apart_who_bears_a_family_name(question: str, slugs: tuple[str, ...] | None) -> None:
    posts = {"per-aalbaek-nielsen": {"social- og velfærdsdirektør"}, "mette-nielsen": {"økonomichef", "sekretær"}}
    known = Known(people=PEOPLE, short=SHORT, posts=lambda slugs: posts, read=frozenset({"person"}))
    readings = understand(question, known=known).readings
    assert [one.asks.people for one in readings] == ([slugs] if slugs else [])


@pytest.mark.parametrize(("question", "read"), [("PAN", True), ("PN", False)])
def test_initials_that_texts_have_where_they_name_that_person_are_read_from_three_letters_on(
    question: str, read: bool
) -> None:
    known = Known(
        people=PEOPLE,
        short=SHORT,
        occurs=lambda word, slugs: "per-aalbaek-nielsen" not in slugs,
        read=frozenset({"person"}),
    )
    assert bool(understand(f"{question} om budget", known=known).readings) == read


@pytest.mark.parametrize("question", ["Kjeldgaard, Udby om budget", "Kjeldgaard/Udby"])
def test_family_names_with_a_sign_between_them_are_two_people_s(question: str) -> None:
    assert [reading.asks.people for reading in read(question)] == [("anders-kjeldgaard",), ("ulla-udby",)]


def test_what_somebody_is_without_a_name_is_a_matter() -> None:
    assert read("valg af borgmester i 2021") == []


@pytest.mark.parametrize(
    "question",
    [
        "B. Kjeldgaard om budget",  # somebody else
        "C. Aalbæk Nielsen om budget",
        "Lone Aalbæk Nielsen om budget",
        "budget med Lund-Kjeldgaard",
        "hvad har Nielsen sagt om budget",  # two bear it
        "Anna Kjeldgaard om budget",  # somebody else
        "budget for kjeldgaard",  # not written as a name
        "en hede ved Udbys kro",
    ],
)
def test_a_family_name_that_does_not_tell_is_nobodys(question: str) -> None:
    assert read(question) == []


def test_a_filter_takes_initials_that_are_one_persons() -> None:
    assert persons.meant("ankj", PEOPLE, SHORT.initials) == ["anders-kjeldgaard"]
    assert persons.meant("CH", PEOPLE, SHORT.initials) == ["ch"]
    assert persons.meant("Nielsen", PEOPLE, SHORT.initials) == ["per-aalbaek-nielsen", "mette-nielsen"]


def test_what_somebody_said_is_not_searched_for() -> None:
    known = Known(people=PEOPLE, short=SHORT)
    assert understand("hvad har Kjeldgaard sagt om budget", known=known).terms == ("budget",)


def test_a_second_person_is_read_beside_what_the_first_thought() -> None:
    readings = [one for one in read("Carla Holm mener Mette Nielsen skal svare") if one.kind == "person"]
    assert [one.asks.people for one in readings] == [("carla-holm",), ("mette-nielsen",)]


def test_what_initials_are_to_do_is_looked_for_in_texts() -> None:
    known = Known(people=PEOPLE, short=SHORT)
    assert "ankj" in understand("hvad skal ANKJ følge op på om skolen", known=known).words.terms


def test_who_did_not_take_part_is_nobody_who_did() -> None:
    assert all(not one.asks.present for one in read("Carla Holm deltog ikke"))


@pytest.mark.parametrize(
    "question",
    ["hvad skal Carla Holm sørge for", "hvad mente Carla Holm", "Carla Holm blev bedt om at følge op på"],
)
def test_what_somebody_is_to_do_or_meant_is_asked_of_all_that_tells_of_them(question: str) -> None:
    readings = read(question)
    assert [(one.kind, one.effect) for one in readings if one.kind == "person"] == [("person", "finds")]


@pytest.mark.parametrize("question", ["Carla Holms opgaver", "carla holms sager", "Ulla Udbys forslag"])
def test_what_is_somebodys_is_asked_for_by_their_name_in_the_genitive(question: str) -> None:
    (reading,) = read(question)
    assert reading.asks.people == ("ulla-udby",) if "Ulla" in question else ("carla-holm",)
    assert (reading.start, reading.end) == (0, len(question))


def test_a_name_that_ends_in_s_is_no_genitive() -> None:
    known = {"jens-hans": Person("jens-hans", "Jens Hans"), "jens-han": Person("jens-han", "Jens Han")}
    assert persons.named(["jens", "han"], known)[0].slugs == ("jens-han",)
    assert set(persons.named(["jens", "hans"], known)[0].slugs) == {"jens-hans", "jens-han"}


@pytest.mark.parametrize("part", ["Skaastrup", "skastrup", "Skåstrup", "Seier skaastrup"])
def test_a_filter_takes_a_part_of_a_name_in_any_spelling(part: str) -> None:
    known = {"kathrine-seier-skastrup": Person("kathrine-seier-skastrup", "Kathrine Seier Skastrup")}
    assert persons.meant(part, known) == ["kathrine-seier-skastrup"]


def test_whose_name_it_is_exactly_is_meant() -> None:
    known = {"jens-holm": Person("jens-holm", "Jens Holm"), "jp": Person("jp", "Jens Peter Holm")}
    given = Known(people=known, short=persons.short(known), read=frozenset({"person"}))
    for name, slug in (("Jens Holm", "jens-holm"), ("Jens Peter Holm", "jp")):
        (reading,) = understand(f"budget mens {name} deltog", known=given).readings
        assert reading.asks.present == (slug,)
        assert persons.meant(name, known) == [slug]


@pytest.mark.parametrize(
    "question",
    [
        "budget mens Carla Holm og Carl Hede deltog",
        "budget mens både Carla Holm og Carl Hede deltog",
        "budget, hvor Carla Holm samt Carl Hede var til stede",
        "budget while both Carla Holm and Carl Hede attended",
        "budget mens Carla Holm og CHE deltog",
    ],
)
def test_several_who_took_part_are_one_reading(question: str) -> None:
    short = persons.short(PEOPLE, [Abbreviation("CHE", "Carl Hede", person=True)])
    known = Known(people=PEOPLE, short=short, read=frozenset({"person"}))
    asked = understand(question, known=known)
    (reading,) = asked.readings
    assert (reading.effect, reading.asks.together) == ("narrows", (("carla-holm",), ("carl-hede",)))
    assert reading.label == "Kun møder, hvor Carla Holm og Carl Hede deltog"
    assert asked.terms == ("budget",)


@pytest.mark.parametrize("between", ["og", "&"])
def test_three_who_took_part_are_one_reading(between: str) -> None:
    (reading,) = read(f"mens Carla Holm, Carl Hede {between} Ulla Udby deltog")
    assert reading.asks.together == (("carla-holm",), ("carl-hede",), ("ulla-udby",))


def test_names_that_nothing_is_told_of_together_are_read_by_themselves() -> None:
    assert [one.asks.people for one in read("budget Carla Holm og Carl Hede")] == [("carla-holm",), ("carl-hede",)]
