"""The meeting's own lines: title, body, date, time, place, participants."""

from datetime import date

import pytest

from indexer.parsing import parse
from mappings.errors import NotMinutes
from tests.indexer.parsing.writing import document, meeting, read


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


def test_the_title_that_every_page_repeats_is_furniture() -> None:
    title = "REFERAT Direktionen d. 04-10-2016"
    found = meeting(f"{title}\n\nPunkt 1: Budget\n\n21/1\n\nBaggrund\n\nEt.\n\n\f{title}\n\nTo.").items[0]
    assert found.sections[0].text == "Et.\n\nTo."


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
