"""Minutes as other bodies and other municipalities lay them out."""

from datetime import date

import pytest

from mappings.documents import Item, Participant
from tests.indexer.parsing.writing import FRONT, meeting, read


def titles(text: str) -> list[tuple[int, str]]:
    return [(item.number, item.title) for item in read(f"{FRONT}{text}").meeting.items]


def only(text: str, of: int = 1) -> Item:
    """The first of so many items."""
    items = read(f"{FRONT}{text}").meeting.items
    assert len(items) == of
    return items[0]


@pytest.mark.parametrize(
    "text",
    [
        "Ad 1) Dagsorden\n\nGodkendt.\n\nAd 2) Evt.\n\nIntet.",
        "Sag 1: Dagsorden\n21/12\n\nBESLUTNING\n\nGodkendt.\n\nSag 2: Evt.\n21/13\n\nBESLUTNING\n\nIntet.",
        "Pkt. 1 – Dagsorden\n\nGodkendt.\n\nPkt. 2 – Evt.\n\nIntet.",
        "Punkt 1 Dagsorden\n\nGodkendt.\n\nPunkt 2 Evt.\nSag 20/1876\n\nIntet.",
        "1. Dagsorden\n\nSagsnr.: 2019-000118\n\nGodkendt.\n\n2. Evt.\n\nIntet.",
    ],
)
def test_items_are_found_by_other_words(text: str) -> None:
    assert titles(text) == [(1, "Dagsorden"), (2, "Evt.")]


def test_parts_of_a_decision_open_no_items_among_numbered_ones() -> None:
    text = (
        "1. Budget\n\nSagsnr.: 2019-000118\n\nBeslutning\n\nAd 1: Tiltrådt.\n\nAd 2: Udsat.\n\n2. Skoler\n\n2019-000119"
    )
    assert titles(text) == [(1, "Budget"), (2, "Skoler")]


def test_a_numbered_line_out_of_order_opens_no_item() -> None:
    text = "1. Budget\n\n2019-000118\n\nMål\n\n4. Skoler og dagtilbud\n\nMere.\n\n2. Evt.\n\n2019-000119"
    assert titles(text) == [(1, "Budget"), (2, "Evt.")]


def test_a_numbered_title_may_begin_with_a_figure_where_its_case_follows() -> None:
    text = "1. Budget\n\n2019-000118\n\nTekst.\n\n2. 40 km/t ved skolen\n\n2019-000119"
    assert titles(text) == [(1, "Budget"), (2, "40 km/t ved skolen")]


def test_the_case_number_may_stand_in_brackets_behind_the_title() -> None:
    item = only("Pkt. 1 - Anlægsarbejder i 2020        (sag nr. 20/1873)\n\nBeslutning:\nGodkendt.")
    assert (item.title, item.case_number) == ("Anlægsarbejder i 2020", "20/1873")


def test_a_closed_item_may_say_in_brackets_why() -> None:
    assert only("Pkt. 1 – Lukket (personsag)\n\nIngen.").closed


@pytest.mark.parametrize(
    ("text", "decided"),
    [
        ("Vi talte om skærme.\n\nKonklusion:\nDer indkøbes skærme.", "Der indkøbes skærme."),
        ("Vi talte om skærme.\n\nAftalt: Der indkøbes skærme.", "Der indkøbes skærme."),
        ("HK orienterede.\n\nOrienteringen taget til efterretning.", "Orienteringen taget til efterretning."),
        ("HK orienterede.\n\nDet blev aftalt, at HK\nser på skærme.", "Det blev aftalt, at HK ser på skærme."),
    ],
)
def test_a_decision_is_found_in_minutes_without_the_word(text: str, decided: str) -> None:
    (decision,) = only(f"Ad 1) Skærme\n\n{text}\n\nAd 2) Evt.", of=2).decisions
    assert decision.text == decided


def test_a_conclusion_is_part_of_the_exposition_where_decisions_have_their_heading() -> None:
    item = only("Punkt 1: Skærme\n\n21/1\n\nSagsfremstilling\n\nKonklusion\n\nDe er dyre.\n\nBeslutning\n\nGodkendt.")
    assert [decision.text for decision in item.decisions] == ["Godkendt."]


@pytest.mark.parametrize(
    ("front", "body"),
    [
        (
            "Skovby Kommune\nForside > Politik > Referater > Teknisk Udvalg\n\nReferat\n\nTeknisk Udvalg",
            "Teknisk Udvalg",
        ),
        ("# Skovby Kommune – Byrådet\n\n**Referat af ordinært møde**", "Byrådet"),
        ("CHEFGRUPPEN (CGR) - KORTREFERAT", "Chefgruppen"),
        ("Referat fra møde i Hoved-MED-udvalget, Skovby Kommune", "Hoved-MED-udvalget"),
        ("REFERAT\n\nMøde: Direktionen, torsdag den 28. maj 2020 kl. 9.00 (Teams)", "Direktionen"),
    ],
)
def test_the_body_is_told_from_what_stands_beside_it(front: str, body: str) -> None:
    found = meeting(f"{front}\n\nTorsdag den 28. maj 2020", markdown=front.startswith("#"))
    assert (found.body, found.date) == (body, date(2020, 5, 28))


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Tirsdag d. 19. september 2023, kl. 9-12, Byrådssalen", "Byrådssalen"),
        ("Tirsdag den 19. september 2023, kl. 9.00-12.10, lokale Fyrtårnet", "lokale Fyrtårnet"),
        ("19. september 2023 kl. 9:00", None),
    ],
)
def test_a_line_may_give_day_time_and_place(line: str, place: str | None) -> None:
    found = meeting(f"Referat fra møde i Hoved-MED-udvalget\n{line}")
    assert (found.date, found.start_time, found.place) == (date(2023, 9, 19), "09:00", place)


def participants(front: str) -> list[Participant]:
    return list(meeting(f"REFERAT Direktionen d. 04-10-2016\n\n{front}").participants)


def test_a_title_may_stand_before_a_name() -> None:
    found = participants(
        "Deltagere: Lars Holte\n\nFra administrationen deltog kommunaldirektør Helle Dybkær, økonomichef Sune Rahbek"
        " og byrådssekretær Pia Nord (referent)."
    )
    assert [(one.name, one.role, one.title) for one in found] == [
        ("Lars Holte", "present", ""),
        ("Helle Dybkær", "present", "kommunaldirektør"),
        ("Sune Rahbek", "present", "økonomichef"),
        ("Pia Nord", "secretary", "byrådssekretær"),
    ]


def test_a_line_each_may_have_a_party_and_a_title() -> None:
    found = participants("Deltagere:\nKaren Bruhn (V), borgmester\nAnders Holm (A), 1. viceborgmester\nLone Riis (V)")
    assert [(one.name, one.title) for one in found] == [
        ("Karen Bruhn", "borgmester"),
        ("Anders Holm", "1. viceborgmester"),
        ("Lone Riis", ""),
    ]


def test_who_comes_from_the_administration_is_present() -> None:
    found = participants("Deltagere: Lone Riis (V), Jannik Oxholm (A)\n\nFra administrationen Ulla Bjerre, kulturchef")
    assert [(one.name, one.title) for one in found] == [
        ("Lone Riis", ""),
        ("Jannik Oxholm", ""),
        ("Ulla Bjerre", "kulturchef"),
    ]


def test_names_may_be_parted_by_dashes() -> None:
    found = participants(
        "Deltagere: Lone Ejsing (A), formand - Signe Krog (V), næstformand - Tove Lind, direktør for Børn og Kultur"
    )
    assert [(one.name, one.title) for one in found] == [
        ("Lone Ejsing", "formand"),
        ("Signe Krog", "næstformand"),
        ("Tove Lind", "direktør for Børn og Kultur"),
    ]


def test_the_unit_beside_a_name_is_nobody() -> None:
    assert [one.name for one in participants("Referent: Gitte Sand, HR og Løn (GS)")] == ["Gitte Sand"]


def test_a_deputy_is_present_though_listed_under_apologies() -> None:
    found = participants("Deltagere: Lone Riis\n\nAfbud:\nHans Elbæk (V)\nSom stedfortræder deltog Inger Lyng (V)")
    assert [(one.name, one.role) for one in found] == [
        ("Lone Riis", "present"),
        ("Hans Elbæk", "absent"),
        ("Inger Lyng", "present"),
    ]


def test_a_date_that_is_wrapped_is_one() -> None:
    text = "Beslutning\n\nGodkendt. HRL udsender en vejledning til alle ledere senest den 26.\nnovember 2021."
    (decision,) = only(f"Punkt 1: Skærme\n\n21/1\n\n{text}").decisions
    assert "senest den 26. november 2021" in decision.text
