"""Heads as small bodies write them, and those of meetings that were none."""

import pytest

from tests.indexer.parsing.writing import meeting


def test_everyday_words_tell_when_where_and_who() -> None:
    found = meeting(
        "# Ungdomsrådet · Mødereferat\n\n**Hvornår:** onsdag 8. marts 2023, kl. 17-19  \n**Hvor:** Ungehuset  \n"
        "**Hvem:** Malthe Riis, Amira Hassan  \n**Ikke med:** Oskar Winther",
        markdown=True,
    )
    assert (found.body, found.date.isoformat(), found.start_time, found.place) == (
        "Ungdomsrådet",
        "2023-03-08",
        "17:00",
        "Ungehuset",
    )
    assert [(one.name, one.role) for one in found.participants] == [
        ("Malthe Riis", "present"),
        ("Amira Hassan", "present"),
        ("Oskar Winther", "absent"),
    ]


def test_who_answered_in_writing_took_part() -> None:
    found = meeting(
        "REFERAT Hoved-MED d. 31-03-2020\n\nSvar modtaget fra: Ejnar Buhl, Anette Skov\nIkke svaret: Henning Juul"
    )
    assert [(one.name, one.role) for one in found.participants] == [
        ("Ejnar Buhl", "present"),
        ("Anette Skov", "present"),
        ("Henning Juul", "absent"),
    ]


def test_a_week_is_none_of_the_body() -> None:
    assert meeting("DIREKTIONSMØDE – UGE 16\n\nTirsdag den 16. april 2013").body == "Direktionen"


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("Møde torsdag den 21. september 2017 kl. 9.30 på Solgården.", "09:30"),
        ("Mødet den 21. september 2017 kl. 9.30 blev aflyst.", None),
    ],
)
def test_a_full_stop_may_end_when_and_where(line: str, start: str | None) -> None:
    found = meeting(f"Ældrerådet\n\nReferat\n\n{line}\n\nMødedato: 21. september 2017")
    assert (found.start_time, found.place) == (start, "Solgården" if start else None)


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("Bestyrelsen for Lillehavn", "Bestyrelsen for Lillehavn"),
        ("Bestyrelsen på Nyskolen", "Bestyrelsen på Nyskolen"),
        ("Bestyrelsen ønsker god sommer", "Bestyrelsen"),
        ("Bestyrelsens sekretariat", "Bestyrelsen"),
    ],
)
def test_a_line_above_may_tell_of_what_the_board_is(line: str, body: str) -> None:
    assert meeting(f"{line}\n\nReferat af bestyrelsesmøde den 15. januar 2018").body == body


def test_the_protocols_title_may_end_in_a_full_stop() -> None:
    found = meeting("Byrådet\n\nUdskrift af protokollen for mødet onsdag den 12. september 2001 kl. 18.30 i salen.")
    assert (found.body, found.date.isoformat(), found.start_time) == ("Byrådet", "2001-09-12", "18:30")


def test_who_took_part_besides_is_none_of_those_absent() -> None:
    front = "Deltog: Hans Vibe\nAfbud: Doris Pagh\nDesuden deltog direktør Kell Nymand og revisor Lise Ott (punkt 1)"
    found = meeting(f"REFERAT Ejerudvalget d. 08-12-2016\n\n{front}").participants
    assert [(one.name, one.role, one.title) for one in found] == [
        ("Hans Vibe", "present", ""),
        ("Doris Pagh", "absent", ""),
        ("Kell Nymand", "present", "direktør"),
        ("Lise Ott", "present", "revisor"),
    ]


def test_offices_are_titles_of_those_who_were_there() -> None:
    found = meeting(
        "REFERAT Beredskabskommissionen d. 11-05-2004\n\nMødt: Borgmester Erling Dahl, politimester Aase Krogh"
    )
    assert [(one.name, one.title) for one in found.participants] == [
        ("Erling Dahl", "borgmester"),
        ("Aase Krogh", "politimester"),
    ]


def test_a_sign_behind_the_body_and_the_word_before_the_day_are_none_of_them() -> None:
    found = meeting("Fælles elevråd 🏫\n\nPROTOKOL\nfra mødet den 11. maj 2004 kl. 14.00 på Brandstationen, Ringvej 2")
    assert (found.body, found.start_time, found.place) == ("Fælles elevråd", "14:00", "Brandstationen, Ringvej 2")


@pytest.mark.parametrize("line", ["Referat: Lone Dahl", "Referat v/ Lone Dahl", "Referat ved Lone Dahl"])
def test_who_wrote_the_minutes_is_no_body(line: str) -> None:
    found = meeting(
        "Hovedudvalget\n\nReferat\n\nTid og sted: Onsdag den 19. maj 2010 kl. 9-12, lokale 3\n"
        f"Til stede: Jens Ovesen\n{line}"
    )
    assert (found.body, found.date.isoformat(), found.start_time) == ("Hovedudvalget", "2010-05-19", "09:00")
    assert [(one.name, one.role) for one in found.participants] == [
        ("Jens Ovesen", "present"),
        ("Lone Dahl", "secretary"),
    ]


@pytest.mark.parametrize("sign", ["📅 ", "🗓️ ", "➤ "])
def test_a_sign_before_the_day_is_none_of_it(sign: str) -> None:
    assert (
        meeting(f"# Referat: Grønt Råd\n\n{sign}Onsdag den 17. april 2024 kl. 16.30", markdown=True).start_time
        == "16:30"
    )


def test_a_body_with_letters_of_its_own_may_stand_beside_the_day() -> None:
    found = meeting("HOVEDUDVALGET (HMU)                  19. maj 2010\n\nREFERAT AF MØDE NR. 3")
    assert (found.body, found.date.isoformat()) == ("Hovedudvalget (HMU)", "2010-05-19")


def test_the_meetings_number_is_none_of_the_body() -> None:
    assert meeting("Referat af Vandrådets 3. møde\n\nTirsdag den 5. september 2017, kl. 15").body == "Vandrådet"
