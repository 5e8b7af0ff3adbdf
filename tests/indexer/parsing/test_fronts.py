"""The meeting's own lines: title, body, date, time, place, participants."""

from datetime import date

import pytest

from indexer.parsing import parse
from mappings.documents import Participant
from mappings.errors import NotMinutes
from tests.indexer.parsing.writing import document, meeting, read

PRESENT = ["Lars Holte", "Jørgen Lerhard"]


def people(front: str, *, markdown: bool = False) -> list[tuple[str, str]]:
    found = meeting(f"REFERAT Direktionen d. 04-10-2016\n\n{front}", markdown=markdown)
    return [(person.name, person.role) for person in found.participants]


@pytest.mark.parametrize(
    "title",
    [
        "REFERAT Direktionen d. 21-06-2021",
        "# REFERAT Direktionen d. 21-06-2021",
        "**Referat Direktionen den 21. juni 2021**",
        "## **Referat fra møde i Direktionen mandag d. 21. juni 2021 kl. 09:00**",
        "Referat af ekstraordinært møde i Direktionen den 21.06.2021",
        "Mødereferat\nDirektionen\n21. juni 2021",
        "Direktionen\n\nReferat\n\nMandag den 21-06-2021",
        "Direktionen - referat 2021-06-21",
        "REFERAT Direktionen\nd. 21/6 2021",
        "Beslutningsprotokol\n\nUdvalg: Direktionen\n\nDato: 21/06-2021",
        "| Udvalg | Direktionen |\n|---|---|\n| Mødedato | 21. juni 2021 |",
        "Høje-Taastrup Kommune\n\nReferat: Direktionen, 21. juni 2021",
        "Høje-Taastrup Kommune                 Direktionen 21. juni 2021\n\n              Referat",
    ],
)
def test_body_and_date_are_read_from_titles_of_many_forms(title: str) -> None:
    found = meeting(title)
    assert (found.body, found.date) == ("Direktionen", date(2021, 6, 21))


@pytest.mark.parametrize(
    "body",
    [
        "Økonomi- og Erhvervsudvalget",
        "Klima- og Teknikudvalget",
        "Udvalget for Børn og Unge",
        "Byrådet",
        "Teknisk udvalg",
    ],
)
def test_a_committee_keeps_its_whole_name(body: str) -> None:
    assert meeting(f"REFERAT {body} d. 04-10-2016").body == body


@pytest.mark.parametrize(
    ("printed", "time"),
    [
        ("Mandag d. 21. juni 2021 kl. 09:00", "09:00"),
        ("21. juni 2021 kl. 9.00", "09:00"),
        ("21-06-2021 kl. 9", "09:00"),
        ("21.06.2021, kl. 16.30-18.00", "16:30"),
        ("2021-06-21 10:15", "10:15"),
        ("Mandag den 21. juni 2021, klokken 14.30", "14:30"),
        ("Mandag den 21. juni 2021", None),
    ],
)
def test_date_and_time_are_read_in_words_and_figures(printed: str, time: str | None) -> None:
    found = meeting(f"REFERAT Direktionen\n\nMødedato {printed}")
    assert (found.date, found.start_time) == (date(2021, 6, 21), time)


def test_the_date_whose_weekday_is_right_wins_over_the_titles() -> None:
    reading = read(
        "REFERAT Direktionen d. 12-06-2021\n\nMødedato Mandag d. 21. juni 2021 kl. 9\n\nPunkt 1: Evt.\n\n21/100"
    )
    assert reading.meeting.date == date(2021, 6, 21)
    assert any("to datoer" in remark.text for remark in reading.remarks)


def test_a_weekday_that_is_wrong_is_remarked() -> None:
    reading = read("REFERAT Direktionen\n\nMødedato Tirsdag d. 21. juni 2021\n\nPunkt 1: Evt.\n\n21/100")
    assert reading.meeting.date == date(2021, 6, 21)
    assert [remark.line for remark in reading.remarks] == [3]


@pytest.mark.parametrize(
    "front", ["Mødested Mødelokale B105", "**Mødested** Mødelokale B105", "Sted: Mødelokale\nB105"]
)
def test_the_place_is_what_stands_beside_its_label(front: str) -> None:
    assert meeting(f"REFERAT Direktionen d. 04-10-2016\n\n{front}").place == "Mødelokale B105"


@pytest.mark.parametrize(
    "front",
    [
        "Mødedeltagere Lars Holte, Jørgen Lerhard",
        "Mødedeltagere Lars Holte, Jørgen\nLerhard",
        "**Mødedeltagere** Lars Holte, Jørgen  \nLerhard",
        "**Mødedeltagere:** Lars Holte og Jørgen Lerhard",
        "Mødedeltagere\n- Lars Holte\n- Jørgen Lerhard",
        "Deltagere:\n\n* Lars Holte\n\n* Jørgen Lerhard",
        "Til stede:\nLars Holte\nJørgen Lerhard",
        "Deltagere: Lars Holte,\n\nJørgen Lerhard",
        "Mødedeltagere\tLars Holte, Jørgen Lerhard",
        "| Deltagere | Lars Holte, Jørgen Lerhard |",
        "Deltagere\nLars Holte, kommunaldirektør\nJørgen Lerhard, direktør",
        "Formand: Lars Holte\nMedlemmer: Jørgen Lerhard",
        "Mødedeltagere Lars Holte (A), Jørgen Lerhard (V)",
        "Deltagere: Lars Holte (A, formand)\nJørgen Lerhard (V)",
    ],
)
def test_participants_are_read_from_lists_of_many_forms(front: str) -> None:
    assert people(front) == [(name, "present") for name in PRESENT]


@pytest.mark.parametrize(
    "front",
    [
        "Mødedeltagere Lars Holte, Jørgen Lerhard (Afbud)",
        "Mødedeltagere Lars Holte, Jørgen Lerhard (afbud)",
        "Mødedeltagere Lars Holte, Jørgen Lerhard - afbud",
        "Mødedeltagere Lars Holte\n\nAfbud: Jørgen Lerhard",
        "Mødedeltagere Lars Holte\n\nAfbud fra Jørgen Lerhard",
        "Mødedeltagere: Lars Holte\nFraværende:\nJørgen Lerhard",
        "Mødedeltagere Lars Holte, Jørgen Lerhard\n\n**Afbud:** Jørgen Lerhard",
    ],
)
def test_an_apology_makes_a_participant_absent(front: str) -> None:
    assert people(front) == [("Lars Holte", "present"), ("Jørgen Lerhard", "absent")]


@pytest.mark.parametrize(
    "front",
    [
        "Mødedeltagere Lars Holte, Kathrine Seier\nSkastrup (sekretær)",
        "Mødedeltagere Lars Holte, Kathrine Seier Skastrup (referent)",
        "Mødedeltagere Lars Holte\nReferent: Kathrine Seier Skastrup",
        "Mødedeltagere Lars Holte\n\nSekretær: Kathrine Seier Skastrup",
    ],
)
def test_the_secretary_is_told_apart(front: str) -> None:
    assert people(front) == [("Lars Holte", "present"), ("Kathrine Seier Skastrup", "secretary")]


def test_nobody_absent_is_nobody() -> None:
    assert people("Mødedeltagere Lars Holte\n\nAfbud: Ingen") == [("Lars Holte", "present")]


def test_what_stands_beside_a_name_is_remarked() -> None:
    reading = read(
        "REFERAT Direktionen d. 04-10-2016\n\nMødedeltagere Lars Holte (gik 11), Per Lund\n\nPunkt 1: Evt.\n\n21/100"
    )
    assert reading.meeting.participants == (Participant("Lars Holte"), Participant("Per Lund"))
    assert ["gik 11" in remark.text for remark in reading.remarks] == [True]


def test_what_the_front_cannot_place_is_kept_in_the_first_open_item() -> None:
    reading = read(
        "REFERAT Direktionen d. 04-10-2016\n\nDirektionen mødtes på havnen på grund af\nvandskaden.\n\n"
        "Punkt 1: Lukket\n\n21/100\n\nPunkt 2: Evt.\n\n21/101\n\nBaggrund\n\nIntet nyt."
    )
    closed, first = reading.meeting.items
    assert closed.sections == ()
    assert (first.sections[0].kind, first.sections[0].heading) == ("other", "")
    assert first.sections[0].text == "Direktionen mødtes på havnen på grund af vandskaden."
    assert any(remark.line == 3 for remark in reading.remarks)


def test_body_and_date_are_taken_from_the_decisions_where_the_front_has_none() -> None:
    reading = read("Referat\n\nPunkt 1: Evt.\n\n21/100\n\nBeslutning Byrådet den 04-10-2016\n\nGodkendt.")
    assert (reading.meeting.body, reading.meeting.date) == ("Byrådet", date(2016, 10, 4))
    assert len(reading.remarks) == 2


def test_of_several_bodies_decisions_the_last_days_is_the_meetings() -> None:
    text = "Beslutning Økonomiudvalget den 13-11-2018\n\nAnbefales.\n\nBeslutning Byrådet den 22-11-2018\n\nGodkendt."
    assert read(f"Referat\n\nByrådet\n\nPunkt 1: Evt.\n\n21/100\n\n{text}").meeting.date == date(2018, 11, 22)


@pytest.mark.parametrize(
    ("front", "body"),
    [
        ("Byrådet\n\nBeslutningsreferat\nfor Byrådets møde torsdag den 22. november 2018", "Byrådet"),
        ("PROTOKOL\n\nByrådets møde torsdag den 22. november 2018", "Byrådet"),
        ("Socialudvalget\n\nPROTOKOL\n\nUdvalgsmøde torsdag den 22. november 2018", "Socialudvalget"),
        ("# Referat – Chefmøde\n\n**Dato:** 22. november 2018 kl. 10-11.30", "Chefmøde"),
    ],
)
def test_a_meeting_is_told_by_its_body(front: str, body: str) -> None:
    reading = read(f"{front}\n\nPunkt 1: Evt.\n\n21/100\n", markdown=True)
    assert (reading.meeting.body, reading.meeting.date) == (body, date(2018, 11, 22))
    assert not reading.remarks


def test_a_day_may_not_be_mistaken_for_hours() -> None:
    found = meeting("Referat Direktionen\n\nTid: kl. 10-11.30, den 22. november 2018")
    assert (found.start_time, found.date) == ("10:00", date(2018, 11, 22))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Kære alle\n\nHusk mødet på mandag.\n\nHilsen Lars", "agenda items"),
        ("REFERAT Direktionen d. 04-10-2016\n\nMødet blev aflyst.", "agenda items"),
        ("Vejledning\n\nPunkt 1: Tænd for maskinen\n\nPunkt 2: Vent", "says that this is minutes"),
        ("REFERAT Direktionen\n\nPunkt 1: Evt.\n\n21/100", "date"),
        ("Referat\n\nMødedato 4. oktober 2016\n\nPunkt 1: Evt.\n\n21/100", "body"),
        ("DAGSORDEN Direktionen d. 04-10-2016\n\nPunkt 1: Evt.\n\n21/100\n\nBaggrund\n\nNoget.", "agenda without"),
    ],
)
def test_what_is_not_minutes_is_refused_with_a_reason(text: str, reason: str) -> None:
    with pytest.raises(NotMinutes, match=f"prøve.txt: .*{reason}") as refused:
        parse(document(text))
    assert "\n" not in str(refused.value)


def test_an_agenda_with_decisions_is_minutes() -> None:
    found = read("DAGSORDEN Direktionen d. 04-10-2016\n\nPunkt 1: Evt.\n\n21/100\n\nBeslutning\n\nGodkendt.").meeting
    assert found.items[0].decisions[0].outcomes == ("approved",)


def test_a_sentence_under_the_participants_names_nobody() -> None:
    found = meeting(
        "REFERAT Direktionen d. 04-10-2016\n\nMødedeltagere Lars Holte, Per Lund\nMødet blev holdt på Teams."
    )
    assert [person.name for person in found.participants] == ["Lars Holte", "Per Lund"]
    assert found.items[0].sections[0].text == "Mødet blev holdt på Teams."


def test_the_title_that_every_page_repeats_is_furniture() -> None:
    title = "REFERAT Direktionen d. 04-10-2016"
    found = meeting(f"{title}\n\nPunkt 1: Budget\n\n21/1\n\nBaggrund\n\nEt.\n\n\f{title}\n\nTo.").items[0]
    assert found.sections[0].text == "Et.\n\nTo."


@pytest.mark.parametrize(
    "line",
    [
        "Fraværende med afbud: Lilly Brand",
        "Meldt afbud: Lilly Brand",
        "Ikke mødt: Lilly Brand",
        "Ej mødt op: Lilly Brand",
    ],
)
def test_a_label_that_says_so_tells_who_was_not_there(line: str) -> None:
    found = meeting(f"REFERAT Direktionen d. 04-10-2016\n\nDeltagere: Ole Vad, Lilly Brand\n{line}").participants
    assert [(one.name, one.role) for one in found] == [("Ole Vad", "present"), ("Lilly Brand", "absent")]


@pytest.mark.parametrize(
    ("lines", "people"),
    [
        ("Deltagere: Ole Vad\nEj til stede: Ingen", [("Ole Vad", "present")]),
        (
            "Til stede:\nLedelsesrepræsentanter: Vibeke Holst (formand), Ole Vad\nMedarbejdersiden: Lis Bo, Per Kok",
            [("Vibeke Holst", "present"), ("Ole Vad", "present"), ("Lis Bo", "present"), ("Per Kok", "present")],
        ),
        (
            "Deltagere: Ole Vad\nAfbud: Lone Riis (V)\nSuppleant: Hans Toft (V)",
            [("Ole Vad", "present"), ("Lone Riis", "absent"), ("Hans Toft", "present")],
        ),
        ("Afbud:\nPolitikere: Ole Vad\nEmbedsmænd: Per Kok", [("Ole Vad", "absent"), ("Per Kok", "absent")]),
        (
            "| Ledelsesside | Vibeke Holst (formand), Ole Vad |\n| Medarbejderside | Lis Bo, FOA |",
            [("Vibeke Holst", "present"), ("Ole Vad", "present"), ("Lis Bo", "present")],
        ),
        (
            "Fraværende: Ole Vad (afbud)\n\nEmbedsmænd: Direktør Per Kok, sekretær Lis Bo",
            [("Ole Vad", "absent"), ("Per Kok", "present"), ("Lis Bo", "secretary")],
        ),
        ("Medlemmer\nOle Vad      Deltog\nLone Riis      Afbud", [("Ole Vad", "present"), ("Lone Riis", "absent")]),
        ("| Deltagere | Ole Vad (V)<br>HR-chef Lone Riis |", [("Ole Vad", "present"), ("Lone Riis", "present")]),
        ("Deltagere: Ole Vad\nLars Kok: formand", [("Ole Vad", "present"), ("Lars Kok", "present")]),
        ("Deltagere:\nOle Vad\nBemærkninger: Mødet begyndte sent", [("Ole Vad", "present")]),
    ],
)
def test_a_label_is_nobody(lines: str, people: list[tuple[str, str]]) -> None:
    found = meeting(f"REFERAT Direktionen d. 04-10-2016\n\n{lines}").participants
    assert [(one.name, one.role) for one in found] == people


@pytest.mark.parametrize("gap", ["", "\n"])
def test_a_table_without_a_head_stands_between_dashes(gap: str) -> None:
    dashes = "  --------------------- --------------------------------------------\n"
    rows = "  **Deltagere:**        Lone Riis, Ole Vad\n" + gap + "  **Afbud:**            Ole Vad\n"
    wrapped = (
        "\n  **Fra                 HR-chef Bo Lind, fuldmægtig Lars\n  administrationen:**   Kok\n\n" if gap else ""
    )
    found = meeting(f"REFERAT Direktionen d. 04-10-2016\n\n{dashes}{rows}{wrapped}{dashes}", markdown=True)
    told = [(one.name, one.role) for one in found.participants]
    assert told[:2] == [("Lone Riis", "present"), ("Ole Vad", "absent")]
    assert told[2:] == ([("Bo Lind", "present"), ("Lars Kok", "present")] if gap else [])


def test_a_hard_break_parts_the_names_in_a_cell() -> None:
    rows = "| Til stede:    | Lone Riis (A), formand\\ |\n|               | Ole Vad (V)\\           |\n"
    rows += "|               | Lars Kok               |\n"
    rule = f"+{15 * '-'}+{24 * '-'}+\n"
    found = meeting(f"REFERAT Direktionen d. 04-10-2016\n\n{rule}{rows}{rule}", markdown=True).participants
    assert [one.name for one in found] == ["Lone Riis", "Ole Vad", "Lars Kok"]


@pytest.mark.parametrize("lines", ["Gæster: Pkt. 1: Iben Hjorth", "Gæster:\nPkt. 1: Iben Hjorth"])
def test_the_item_before_a_guests_name_is_whom_they_came_for(lines: str) -> None:
    found = meeting(f"REFERAT Direktionen d. 04-10-2016\n\nDeltagere: Ole Vad\n{lines}")
    assert [one.name for one in found.participants] == ["Ole Vad", "Iben Hjorth"]
    assert found.items[0].people == ("Iben Hjorth",)


@pytest.mark.parametrize(
    ("front", "body"),
    [
        ("Referat af skolebestyrelsesmøde", "Skolebestyrelsen"),
        ("Referat fra bestyrelsesmøde på Nyskolen", "Bestyrelsen på Nyskolen"),
        ("REFERAT Ældrerådsmøde", "Ældrerådet"),
        ("REFERAT\n\nSocial\\- og Sundhedsudvalget", "Social- og Sundhedsudvalget"),
        ("Region Nordfjord\n\nUdvalg for Social - mødesager", "Udvalg for Social"),
        ("REFERAT MED-UDVALGSMØDE", "MED-udvalget"),
        ("Åbent beslutningsreferat\ntil mødet i\nKulturudvalget", "Kulturudvalget"),
        ("PROTOKOL\n\nØkonomiudvalget                                    Side 1", "Økonomiudvalget"),
        (
            "Mødereferat\n\nEmne: Styregruppemøde, Digital Post\nOrganisator: Karina Bøgh",
            "Styregruppemøde, Digital Post",
        ),
    ],
)
def test_the_body_is_read_from_what_the_meeting_is_called(front: str, body: str) -> None:
    assert meeting(f"{front}\n\nMødedato: 4. oktober 2016").body == body


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ("4. oktober 2016 kl. 16\nMødelokale D, Rådhuset", "Mødelokale D, Rådhuset"),
        ("4. oktober 2016 kl. 16\ni mødelokale 112", "i mødelokale 112"),
        ("Nyskolen, tirsdag den 4. oktober 2016 kl. 16", "Nyskolen"),
        ("Dato: 4. oktober 2016\nStarttidspunkt: 16:00\nSluttidspunkt: 17:45\nMødested: Salen", "Salen"),
        (
            "Dato: 4. oktober 2016\nStarttidspunkt for møde: 16:00\nSluttidspunkt for møde: 17:45\nMødested: Salen",
            "Salen",
        ),
        ("Dato: 4. oktober 2016 kl. 16\nLokation: Teams\nOrganisator: Karina Bøgh", "Teams"),
    ],
)
def test_the_place_is_read_where_it_stands(lines: str, place: str) -> None:
    found = meeting(f"REFERAT Byrådet\n\n{lines}")
    assert (found.place, found.start_time, found.date) == (place, "16:00", date(2016, 10, 4))


def test_what_somebody_is_may_stand_behind_their_party_and_a_dash() -> None:
    found = meeting("REFERAT Direktionen d. 04-10-2016\n\nMedlemmer\nHanne Ruus (A) - Formand\nErik Dall (V)")
    assert [(person.name, person.title) for person in found.participants] == [
        ("Hanne Ruus", "formand"),
        ("Erik Dall", ""),
    ]


@pytest.mark.parametrize(
    "head",
    [
        "NORDVANG KOMMUNE     Møde den 08.11.2022\nØkonomiudvalget     Side 1\nTid: kl. 16.00    Sted: Rådhuset",
        "REFERAT\n\nØkonomiudvalget          8. november 2022 kl. 16.00\nMødested: Rådhuset",
        "Nordvang Kommune          Økonomiudvalget\nReferat          8. november 2022 kl. 16.00\nSted: Rådhuset",
        "Økonomiudvalget          Nordvang Kommune\nReferat\nDato: 8. november 2022 kl. 16    Mødested: Rådhuset",
        "Referat\nUdvalg: Økonomiudvalget     Dato: 8. november 2022\nSted: Rådhuset     Tid: kl. 16.00",
        "NORDVANG KOMMUNE\tReferat\nØkonomiudvalget\tMøde den 08.11.2022\nTid: kl. 16\tSted: Rådhuset",
    ],
)
def test_a_head_may_tell_two_things_in_a_line(head: str) -> None:
    found = meeting(head)
    assert (found.body, found.date, found.start_time, found.place) == (
        "Økonomiudvalget",
        date(2022, 11, 8),
        "16:00",
        "Rådhuset",
    )
    assert not found.items[0].sections


def test_a_line_is_not_divided_where_part_of_it_is_nothing_known() -> None:
    found = meeting("REFERAT Direktionen d. 04-10-2016\n\nSted: Lokale 3     ved kantinen")
    assert found.place == "Lokale 3 ved kantinen"


@pytest.mark.parametrize(
    "front",
    [
        "ÆLDRERÅDET I NORDBY KOMMUNE\n\nReferat af møde onsdag den 14. september 2022\nkl. 10.00 - 12.30 på Rådhuset",
        "Spring til indhold\nMenu\nSøg\nÆldrerådet den 14-09-2022\nReferat\nKl.: 10.00\nSted: Rådhuset",
        "**Nordby Kommune**\n\n**Ældrerådet**\n\nReferat\n\nDato: 14.9.2022\nKlokkeslæt: 10.00\nSted: Rådhuset",
    ],
)
def test_body_day_hour_and_place_stand_in_more_places(front: str) -> None:
    found = meeting(front, markdown="*" in front)
    assert (found.body, found.date, found.start_time, found.place) == (
        "Ældrerådet",
        date(2022, 9, 14),
        "10:00",
        "Rådhuset",
    )


def test_a_boards_meeting_on_a_day_tells_when_it_was() -> None:
    found = meeting(
        "Bestyrelsen for Solsikken\n\nBestyrelsesmøde torsdag d. 6/10-22 kl. 18.30 i Solsikken\n\nAfbud: Bo Ley"
    )
    assert (found.body, found.date, found.start_time) == ("Bestyrelsen for Solsikken", date(2022, 10, 6), "18:30")


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        (
            "Deltagere: *Ledelsesside:* Kim Bjerre, Sus Holm. *Medarbejderside:* Arne Lau (FOA)",
            [("Kim Bjerre", "present"), ("Sus Holm", "present"), ("Arne Lau", "present")],
        ),
        ("Til stede: Alle undtagen Per Gade, der havde meldt afbud.", [("Per Gade", "absent")]),
        ("Fremmødte: Alle medlemmer var til stede på nær Per Gade", [("Per Gade", "absent")]),
        ("Til stede: Bo Dam\n\nFraværende med afbud Per Gade", [("Bo Dam", "present"), ("Per Gade", "absent")]),
        ("Til stede: Bo Dam\nIkke deltagende  Per Gade", [("Bo Dam", "present"), ("Per Gade", "absent")]),
        (
            "Mødt: Bo Dam, Ida Lund\nFra forvaltn.: Ældrechef Mona Friis",
            [("Bo Dam", "present"), ("Ida Lund", "present"), ("Mona Friis", "present")],
        ),
        ("Til stede: Bo Dam, Ida Lund\nReferent: Bo", [("Bo Dam", "secretary"), ("Ida Lund", "present")]),
        (
            "Til stede: Bo Dam, Bo Lund\nReferent: Bo",
            [("Bo Dam", "present"), ("Bo Lund", "present"), ("Bo", "secretary")],
        ),
    ],
)
def test_who_was_there_is_told_in_more_ways(front: str, expected: list[tuple[str, str]]) -> None:
    assert people(front, markdown="*" in front) == expected


@pytest.mark.parametrize(
    "title",
    [
        "Udskrift af Direktionens beslutningsprotokol\nMødet den 4. oktober 2016",
        "Direktionens referat den 4. oktober 2016",
        "Referat\n\nMøde: Direktionsmøde\nDato: 4. oktober 2016",
    ],
)
def test_a_body_is_known_from_what_is_its_own(title: str) -> None:
    assert (meeting(title).body, meeting(title).date) == ("Direktionen", date(2016, 10, 4))


@pytest.mark.parametrize(
    "matter",
    [
        "title: Referat\nudvalg: Handicaprådet\ndate: 2023-02-14\nsted: Rådhuset",
        'titel: "Referat fra Handicaprådet 14. februar 2023"\ntags: [møde, råd]\nlocation: Rådhuset',
        "layout: post\ntags:\n  - råd\nbody: Handicaprådet\nDato: 14. februar 2023\nsted: Rådhuset\ntype: Referat",
    ],
)
def test_front_matter_tells_of_the_meeting(matter: str) -> None:
    found = read(f"---\n{matter}\n---\n\n## 1. Budget\n\nGodkendt.\n\n## 2. Evt.\n\nIntet.\n", markdown=True).meeting
    assert (found.body, found.date, found.place) == ("Handicaprådet", date(2023, 2, 14), "Rådhuset")
    assert [section.text for section in found.items[0].sections] == ["Godkendt."]


def test_those_listed_in_front_matter_were_there() -> None:
    matter = "title: Referat\nudvalg: Handicaprådet\ndate: 2023-02-14\ndeltagere: [Bo Dam, Ida Lund]\nafbud: Per Gade"
    found = read(f"---\n{matter}\n---\n\n## 1. Budget\n\nGodkendt.\n", markdown=True).meeting
    assert [(one.name, one.role) for one in found.participants] == [
        ("Bo Dam", "present"),
        ("Ida Lund", "present"),
        ("Per Gade", "absent"),
    ]


@pytest.mark.parametrize("label", ["Emne", "Subject"])
@pytest.mark.parametrize("before", ["", "SV: ", "VS: RE: "])
def test_the_subject_of_a_mail_may_be_the_title(label: str, before: str) -> None:
    mail = f"Fra: Mette Lund\nSendt: 5. december 2022 14:12\n{label}: {before}"
    found = meeting(f"{mail}Referat fra styregruppen for IT 2. december 2022\n\nHej alle")
    assert (found.body, found.date) == ("Styregruppen for IT", date(2022, 12, 2))
    assert [section.text for section in found.items[0].sections] == ["Hej alle"]


def test_a_row_above_the_agenda_may_name_the_body() -> None:
    text = "| Styregruppen for IT | |\n|---|---|\n| Referat 3. maj 2022 | |\n\n"
    text += "| Nr. | Punkt | Referat |\n|---|---|---|\n| 1 | Økonomi | Ok. |\n| 2 | Evt. | Intet. |\n"
    assert read(text).meeting.body == "Styregruppen for IT"


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("Direktionsmøde", "Direktionen"),
        ("Styregruppen for skolestruktur, 3. møde", "Styregruppen for skolestruktur"),
        ("Byrådet, møde nr. 11", "Byrådet"),
    ],
)
def test_a_meeting_alone_on_its_line_is_its_bodys(line: str, body: str) -> None:
    assert meeting(f"Skovby Kommune\nDirektionssekretariatet\n\nREFERAT\n{line}\n\nDato: 4. oktober 2016").body == body


def test_a_head_may_name_body_and_meeting_more_than_once() -> None:
    front = "Skovby Kommune\nHoved-MED\n\nReferat\n\nMøde i Hoved-MED\nfor ordinært møde torsdag den 7. oktober 2021"
    reading = read(f"{front}\n\nPunkt 1: Evt.\n\n21/100\n")
    assert (reading.meeting.body, reading.meeting.date, reading.remarks) == ("Hoved-MED", date(2021, 10, 7), ())


@pytest.mark.parametrize(
    ("when", "place"),
    [
        ("mandag den 19. februar 2018 kl. 10\nAktivitetscentret Bøgen, lokale 3", "Aktivitetscentret Bøgen, lokale 3"),
        ("mandag den 19. februar 2018 kl. 10\nVirtuelt møde på Teams", "Virtuelt møde på Teams"),
        ("mandag den 19. februar 2018 kl. 10\npå Kommunekontoret, mødelokale B", "Kommunekontoret, mødelokale B"),
        ("Møde den 19. februar 2018 kl. 10 i Mødelokale 3, Odins Gård", "Mødelokale 3, Odins Gård"),
    ],
)
def test_where_a_meeting_was_stands_behind_its_hour(when: str, place: str) -> None:
    assert meeting(f"Referat af møde i Ældrerådet\n{when}").place == place


@pytest.mark.parametrize("body", ["brugerrådet på Lindegården", "styregruppen for velfærd"])
def test_a_body_may_be_named_in_small_letters(body: str) -> None:
    assert meeting(f"Referat af møde i {body}\n\nDato: 4. oktober 2016").body == body[0].upper() + body[1:]


@pytest.mark.parametrize(
    "front",
    [
        "Acadre-referat\n\nUdvalg: Teknisk Udvalg\nMødedato: 04-10-2016",
        "SBSYS Dagsorden\nReferat\n\nTeknisk Udvalg\n04-10-2016 16:00",
        "Teknisk Udvalg den 4. oktober 2016                  Side 1 af 3",
        "                Møde i Teknisk Udvalg\n\nDato:    4. oktober 2016",
        "TEKNISK UDVALG\nMødet den 4. oktober 2016.\nPROTOKOL.",
        "REFERAT\nTEKNISK UDVALG\n4. OKTOBER 2016 KL. 16",
    ],
)
def test_neither_a_system_nor_a_page_is_the_body(front: str) -> None:
    found = read(f"{front}\n\nPunkt 1: Veje\n21/100\n\nBeslutning\n\nGodkendt.\n").meeting
    assert (found.body, found.date) == ("Teknisk Udvalg", date(2016, 10, 4))
    assert [section.kind for section in found.items[0].sections] == ["decision"]


def test_a_body_under_its_label_keeps_its_name_beside_another() -> None:
    found = meeting("Referat\n\nUdvalg: HovedMED\nMødedato: 04-10-2016\n\nStyregruppen for IT")
    assert found.body == "HovedMED"
