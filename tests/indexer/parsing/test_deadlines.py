"""By when a decision is to be carried out. The texts are written for the test."""

import pytest

from indexer.parsing.responsible import responsible
from tests.indexer.parsing.due import due


@pytest.mark.parametrize(
    ("text", "printed", "date"),
    [
        ("Regnskabet afleveres senest den 1. oktober 2021.", "senest den 1. oktober 2021", "2021-10-01"),
        ("Svar gives inden 3/9-2021.", "inden 3/9-2021", "2021-09-03"),
        ("Afsluttes inden udgangen af 2. kvartal 2022.", "inden udgangen af 2. kvartal 2022", "2022-06-30"),
        ("Planen foreligger senest i maj 2022.", "senest i maj 2022", "2022-05-31"),
        ("Byggeriet er færdigt senest i uge 42.", "senest i uge 42", "2021-10-24"),
        ("Sagen afsluttes inden årets udgang.", "inden årets udgang", "2021-12-31"),
        ("Fristen for svar er den 1. september 2021.", "Fristen for svar er den 1. september 2021", "2021-09-01"),
        ("Deadline er fredag den 3. september.", "Deadline er fredag den 3. september", "2021-09-03"),
        ("Sagen forelægges Økonomiudvalget den 4. oktober 2021.", "den 4. oktober 2021", "2021-10-04"),
        ("CØI fremlægger ny likviditetsprognose den 12. april 2022.", "den 12. april 2022", "2022-04-12"),
        ("KO melder tilbage på direktionens møde den 26. oktober 2021.", "den 26. oktober 2021", "2021-10-26"),
        ("Fristen flyttes til den 7. september 2021.", "Fristen flyttes til den 7. september 2021", "2021-09-07"),
        ("Notat fremsendes senest d. 1/9.", "senest d. 1/9", "2021-09-01"),
        ("Svar gives senest den 1.3. til sekretariatet.", "senest den 1.3", "2022-03-01"),
        ("Svar afgives senest den 30. ds.", "senest den 30. ds", "2021-08-30"),
        ("Frist: 10/9.", "Frist: 10/9", "2021-09-10"),
        ("Hvis der ikke er svaret inden 1. oktober 2021, bortfalder tilbuddet.", "inden 1. oktober 2021", "2021-10-01"),
        ("Klagen skal være modtaget senest den 1. oktober 2021.", "senest den 1. oktober 2021", "2021-10-01"),
        ("Tidligere frist: 1. september 2021. Ny frist: 1. oktober 2021.", "frist: 1. oktober 2021", "2021-10-01"),
        ("Udsendes inden byrådsmødet den 8. september 2021.", "inden byrådsmødet den 8. september 2021", "2021-09-08"),
        ("Svar gives inden fredag i uge 36.", "inden fredag i uge 36", "2021-09-10"),
        ("Bo Lund følger op inden uge 40.", "inden uge 40", "2021-10-03"),
        ("Bo Lund følger op inden uge 12 2022.", "inden uge 12 2022", "2022-03-20"),
        ("Teksten sendes senest på torsdag den 19. til Lise.", "senest på torsdag den 19.", "2021-08-19"),
        ("Vagtplanen skal være klar 1. oktober.", "1. oktober", "2021-10-01"),
        ("Listen foreligger den 3. september 2021.", "den 3. september 2021", "2021-09-03"),
        ("Besvares i et samlet notat den 8. september.", "den 8. september", "2021-09-08"),
        ("HR kommer igen den 7. december 2021.", "den 7. december 2021", "2021-12-07"),
        ("Bo Lund vender tilbage 1. december 2021 med priser.", "1. december 2021", "2021-12-01"),
        ("Drøftet. Status d. 1. december 2021.", "d. 1. december 2021", "2021-12-01"),
        ("Udbud af rengøring (Lise Holm) – 31. oktober 2021", "31. oktober 2021", "2021-10-31"),
        ("Opgørelsen fremsendes ultimo september.", "ultimo september", "2021-09-30"),
        ("Forvaltningen sender tallene i løbet af uge 37.", "i løbet af uge 37", "2021-09-19"),
        ("Sagen skal på Økonomiudvalgets møde d. 7. september 2021.", "d. 7. september 2021", "2021-09-07"),
        ("Sagen skal til Økonomiudvalget den 7. september 2021.", "den 7. september 2021", "2021-09-07"),
        ("Målet går til Økonomiudvalget den 7. september 2021.", "den 7. september 2021", "2021-09-07"),
        ("Behandles i Økonomiudvalget den 7. september 2021.", "den 7. september 2021", "2021-09-07"),
        ("HR-chefen giver Hoved-MED besked på mødet 5. oktober 2021.", "5. oktober 2021", "2021-10-05"),
        ("Chefen præsenterer planen på direktionsmødet den 7. september 2021.", "den 7. september 2021", "2021-09-07"),
        (
            "HR udarbejder et udkast til direktionens seminar den 7. september 2021.",
            "til direktionens seminar den 7. september 2021",
            "2021-09-07",
        ),
        ("Kataloget offentliggøres den 17. september 2021.", "den 17. september 2021", "2021-09-17"),
        ("Brevene skal være skrevet om den 1. marts 2022.", "den 1. marts 2022", "2022-03-01"),
        (
            "Planen går i høring i HMU, som har frist til den 12. oktober.",
            "har frist til den 12. oktober",
            "2021-10-12",
        ),
        ("Strategien er sendt i høring til 1. december.", "i høring til 1. december", "2021-12-01"),
        ("Direktionen flytter høringsfristen til den 5. oktober.", "høringsfristen til den 5. oktober", "2021-10-05"),
        ("Udvalgene har frem til den 1. oktober til at svare.", "har frem til den 1. oktober", "2021-10-01"),
    ],
)
def test_a_deadline_is_the_last_day(text: str, printed: str, date: str) -> None:
    assert due(text) == [(printed, date)]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("HR udarbejder et notat til næste møde.", "til næste møde"),
        ("ØPC forelægger planen til mødet i september.", "til mødet i september"),
        ("Retningslinjerne ligger klar inden sommeren 2022.", "inden sommeren 2022"),
        ("Bemærkninger sendes inden for 14 dage.", "inden for 14 dage"),
        ("Jobcentret vender tilbage på næste møde med et bud.", "på næste møde"),
        ("HR-chefen kommer med tal på mødet i december.", "på mødet i december"),
        ("TMC skal til næste opfølgning vise tallene uden energi.", "til næste opfølgning"),
        ("Bo Lund følger op inden uge 12.", "inden uge 12"),
        ("Udkastet udsendes primo oktober.", "primo oktober"),
        ("HR giver en tilbagemelding på næste møde.", "på næste møde"),
        ("Administrationen blev bedt om at belyse prisen til mødet i december.", "til mødet i december"),
    ],
)
def test_a_meeting_a_season_or_a_span_has_no_date(text: str, printed: str) -> None:
    assert due(text) == [(printed, None)]


def test_a_day_without_a_year_is_the_next_one() -> None:
    found = due("Senest den 1. marts. Senest den 1. september.")
    assert [day for _, day in found] == ["2022-03-01", "2021-09-01"]


@pytest.mark.parametrize(
    "text",
    [
        "Sagen blev senest behandlet den 1. maj 2020.",
        "Emnet var senest den 1. maj 2020 på dagsordenen.",
        "Forvaltningen havde inden mødet sendt et notat.",
        "Punktet udsættes til næste møde.",
        "Udsat til mødet den 2. december 2021.",
        "HR sender notatet, der blev udleveret på mødet om den 2. december 2021.",
        "Brevet af 1. maj 2020 sendes til ansøgeren.",
        "Forslaget sendes i offentlig høring i perioden den 1. september 2021 til den 27. oktober 2021.",
        "Sagen sendes til Byrådet, og ordningen træder i kraft den 1. januar 2022.",
        "Sagen forelægges ikke byrådet den 9. september 2021.",
        "Der sendes besked til skolerne efter mødet den 9. september 2021.",
        "Borgmesteren redegør for kommunalvalget den 16. november 2021.",
        "Ordningen gælder fra den 1. oktober 2021.",
        "Senest den 31. februar 2022.",
        "Direktionen vender tilbage til sagen på næste møde.",
        "Punktet kommer igen på mødet i september.",
        "Lise Holm vender tilbage til sin stilling den 1. oktober 2021.",
        "Rådmanden kommer med til indvielsen den 1. oktober 2021.",
        "Lokalerne ligger ikke klar den 1. oktober 2021.",
        "Gælden udgjorde 4 mio. kr. ultimo september.",
        "Der sendes svar senest tirsdag den 19.",
        "Status den 1. oktober 2021 viser et mindreforbrug.",
        "To tilbudsgivere har forlænget vedståelsesfristen til den 1. oktober 2021.",
        "Svømmehallen har åbent til den 1. oktober 2021.",
    ],
)
def test_what_is_over_begins_or_does_not_exist_is_no_deadline(text: str) -> None:
    assert due(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Sagen skal ikke forelægges Byrådet inden 1. juli 2022.",
        "Arbejdet kan ikke nås inden udgangen af 2022.",
        "Udvalget kunne ikke tiltræde, at planen skal være færdig senest den 1. november 2021.",
        "Enhedslistens forslag om, at analysen skal foreligge senest den 1. oktober 2021, blev forkastet.",
        "Lis Dam (V) foreslog, at planen er klar senest den 1. oktober 2021. Forslaget faldt.",
        "Godkendt. Mindretallet (Ø) ønskede, at arbejdet skulle være færdigt inden 1. oktober 2021.",
        "Ole Bak spurgte, om sagen kan afgøres inden 1. oktober 2021.",
        "Fristen den 1. oktober 2021 bortfalder.",
        "Planen skulle være klar senest den 1. oktober 2021. Fristen ophæves.",
        "Børn, der er fyldt 3 år senest den 1. oktober 2021, tilbydes plads.",
        "Ansøgninger modtaget senest den 1. oktober 2021 imødekommes.",
        "Ministeriet har senest den 1. oktober 2021 fremsat et forslag.",
        "Jobcentret forventer et fald i ledigheden inden årets udgang.",
        "Der forventes ingen afskedigelser, idet 19 går på pension inden udgangen af 2023.",
        "Ventetiden er faldet inden for 1/2 år. Inden 1/2 år er den væk.",
    ],
)
def test_what_was_refused_wished_lifted_or_told_is_no_deadline(text: str) -> None:
    assert due(text) == []


def test_what_was_to_be_in_a_period_that_is_over_is_no_deadline() -> None:
    assert due("Kommunen nåede målet inden 2020.") == []


def test_a_motion_that_was_carried_is_the_bodys_own() -> None:
    text = "Lis Dam (V) foreslog, at HR udarbejder en plan senest den 1. oktober 2021. Forslaget blev vedtaget."
    assert [day for _, day in due(text)] == ["2021-10-01"]
    assert responsible(text) == ("HR",)
