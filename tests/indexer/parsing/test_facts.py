"""By when, who and how much: what a decision names for certain. The texts are written for the test."""

import datetime as dt

import pytest

from benchmarks import facts
from benchmarks.decisions import decisions_of_minutes, missing
from indexer.parsing.amounts import amounts
from indexer.parsing.deadlines import deadlines
from indexer.parsing.responsible import responsible

DECIDED = dt.date(2021, 8, 15)


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
    assert [(one.text, one.date) for one in deadlines(text, DECIDED)] == [(printed, dt.date.fromisoformat(date))]


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
    assert [(one.text, one.date) for one in deadlines(text, DECIDED)] == [(printed, None)]


def test_a_day_without_a_year_is_the_next_one() -> None:
    assert [one.date for one in deadlines("Senest den 1. marts. Senest den 1. september.", DECIDED)] == [
        dt.date(2022, 3, 1),
        dt.date(2021, 9, 1),
    ]


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
    assert deadlines(text, DECIDED) == ()


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
    assert deadlines(text, DECIDED) == ()


def test_what_was_to_be_in_a_period_that_is_over_is_no_deadline() -> None:
    assert deadlines("Kommunen nåede målet inden 2020.", DECIDED) == ()


def test_a_motion_that_was_carried_is_the_bodys_own() -> None:
    text = "Lis Dam (V) foreslog, at HR udarbejder en plan senest den 1. oktober 2021. Forslaget blev vedtaget."
    assert [one.date for one in deadlines(text, DECIDED)] == [dt.date(2021, 10, 1)]
    assert responsible(text) == ("HR",)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ØPC udarbejder en plan.", ["ØPC"]),
        ("EJC og BKC arbejder videre med modellen.", ["EJC", "BKC"]),
        ("Forvaltningen fremsender et notat.", ["Forvaltningen"]),
        ("Natur og Miljø undersøger sagen.", ["Natur og Miljø"]),
        ("Per Nielsen følger op. Jens og Mette indkalder til møde.", ["Per Nielsen", "Jens", "Mette"]),
        ("Det blev besluttet, at Kathrine på direktionens vegne skal samle centercheferne.", ["Kathrine"]),
        ("DSC skal inden næste møde undersøge økonomien.", ["DSC"]),
        ("Direktionen bad HR om at beskrive forløbet.", ["HR"]),
        ("På baggrund af debatten udarbejder forvaltningen et svar.", ["Forvaltningen"]),
        ("Forslagene beregnes af ØPC.", ["ØPC"]),
        ("Borgmesteren bemyndiges til at underskrive aftalen.", ["Borgmesteren"]),
        ("Evalueringen gennemføres v/ Per Nielsen.", ["Per Nielsen"]),
        ("Værnemidler fordeles fra ét lager, som Lone Holm har ansvaret for.", ["Lone Holm"]),
        ("Ansvarlig: Per Nielsen", ["Per Nielsen"]),
        ("Ansvarlig: Per Nielsen, Ulla Fjord", ["Per Nielsen", "Ulla Fjord"]),
        ("Ansvarlig: Per Nielsen, Lise Holm og HR, i samarbejde med FOA", ["Per Nielsen", "Lise Holm", "HR"]),
        ("Torben og Lisbeth skriver et brev.", ["Torben", "Lisbeth"]),
        ("Per Nielsen og Direktionen udarbejder en plan.", ["Per Nielsen", "Direktionen"]),
        ("Henrik Rasmussen udarbejder vejledningen, og HR udsender den.", ["Henrik Rasmussen", "HR"]),
        ("Klara Odgaard orienterer Ældrerådet.", ["Klara Odgaard"]),
        ("Jurist Birgitte Rømer udpeges som databeskyttelsesrådgiver.", ["Birgitte Rømer"]),
        ("Kasper Thorsen (CEJ) skal have systemet klar.", ["Kasper Thorsen"]),
        ("Per Nielsen tager forinden en samtale med formanden.", ["Per Nielsen"]),
        ("Planchef Sanne Vigsø bedes inden den 1. marts komme med et forslag.", ["Sanne Vigsø"]),
        ("Alle centre skal have kortlagt deres data.", ["Alle centre"]),
        ("Henning er tovholder.", ["Henning"]),
        ("HRL finder dem frem.", ["HRL"]),
        ("Varsling sendes ud af driftsleder Ib Mølgaard.", ["Ib Mølgaard"]),
        ("UF laver skiltning.\nAnsvarlig: Ulla Fjord", ["Ulla Fjord"]),
        ("Cheferne melder navne ind. HKN melder senest i maj tilbage.", ["Cheferne", "HKN"]),
        ("Forvaltningen vurderer behovet. Per Nielsen følger sagen.", ["Forvaltningen", "Per Nielsen"]),
        ("ØPC skal til september foreslå et nyt måltal.", ["ØPC"]),
        ("Bo Holm (A) bad om en oversigt; Jens sender den ud.", ["Jens"]),
        ("Direktionen drøftede planen og bad HR om at skærpe den.", ["HR"]),
        ("Formanden skriver til selskabet. Sekretæren rykker for svar.", ["Formanden", "Sekretæren"]),
        ("Natur & Miljø undersøger søen.", ["Natur & Miljø"]),
        ("IT og Digitalisering vender tilbage.", ["IT og Digitalisering"]),
        ("Brevet går til SFH og Charlotte laver et oplæg.", ["Charlotte"]),
        ("Afdelingen for Plan og Byg sender svar.", ["Afdelingen for Plan og Byg"]),
        ("Team Løn følger op. Pædagogisk Afdeling samler tallene.", ["Team Løn", "Pædagogisk Afdeling"]),
        ("Økonomi udarbejder en sag.", ["Økonomi"]),
        ("Trivselsgruppen på Nordskolen ser på støjen.", ["Trivselsgruppen"]),
        ("Hver chef melder navne ind. De enkelte skoler følger op.", ["Hver chef", "De enkelte skoler"]),
        ("BRA nedsætter en gruppe, LKM finder lokale inden 1. september.", ["BRA", "LKM"]),
        ("Bo Lund holder oplæg for alle ledere senest den 1. november 2021.", ["Bo Lund"]),
        ("Jobcentret gennemgår sagerne inden udgangen af oktober.", ["Jobcentret"]),
        ("Bo Lund tager emnet op med FOA. Lise tager input med tilbage.", ["Bo Lund", "Lise"]),
        ("Lise, Bo og Henrik tager sig af det praktiske.", ["Lise", "Bo", "Henrik"]),
        ("Det blev aftalt, at rådmanden svarer.", ["Rådmanden"]),
        ("Aftalt, at Bo Lund til foråret kommer med en beregning.", ["Bo Lund"]),
        ("Brevet oversendes til TMC, som besvarer det.", ["TMC"]),
        ("Forvaltningen anmodes om at vurdere prisen. Jura bedes svare.", ["Forvaltningen", "Jura"]),
        ("Til efterretning, idet Vej og Park bedes se på lyset.", ["Vej og Park"]),
        ("Styregruppen får ansvaret for planen. Lise Holm er ansvarlig.", ["Styregruppen", "Lise Holm"]),
        ("Skiltene flyttes (BRA, senest 1. november 2021).", ["BRA"]),
        ("Brevet skrives om og sendes ud (Lise Holm).", ["Lise Holm"]),
        ("Udbud af rengøring (Lise Holm) – 31. oktober 2021", ["Lise Holm"]),
        ("Planen udsendes, ansvarlig SAV, inden jul.", ["SAV"]),
        ("Ansvarligt center: Center for Børn og Unge", ["Center for Børn og Unge"]),
        ("Tovholder: Lise Holm", ["Lise Holm"]),
        ("Herefter udsender forvaltningen et brev.", ["Forvaltningen"]),
        ("Sekretæren kontakter forvaltningen.", ["Sekretæren"]),
        (
            "Planchef Sanne Vigsø bedes komme med et oplæg. Ændringsforslag fra partierne beregnes af ØPC.",
            ["Sanne Vigsø", "ØPC"],
        ),
        ("Der kommer en vejledning fra KL. Oskar Holm undersøger det.", ["Oskar Holm"]),
        ("Søs Hedelund eftersender bilaget.", ["Søs Hedelund"]),
        ("Bo Lund finder lokale, og Torben rykker.", ["Bo Lund", "Torben"]),
        ("Ulrik og Mette vender derfor tilbage.", ["Ulrik", "Mette"]),
        ("KJE meddeler ministeriet det. ITD retter skemaet til.", ["KJE", "ITD"]),
        ("Chefen for HR er syg. Personalechefen bringer sagen videre.", ["Personalechefen"]),
        ("Projektleder Tanja Friis giver en status hvert kvartal.", ["Tanja Friis"]),
        ("Leder af Borgerservice Hanne Smidt indarbejder det.", ["Hanne Smidt"]),
        ("Hanne Smidt fra Borgerservice følger op.", ["Hanne Smidt"]),
        ("Områdecheferne Lise Holm og Bo Lund er ansvarlige.", ["Lise Holm", "Bo Lund"]),
        ("DPO'en, Mette-Marie Skov, laver en vejledning.", ["Mette-Marie Skov"]),
        ("Skoleafdelingen og Center for Børn samler op.", ["Skoleafdelingen", "Center for Børn"]),
        ("Borgmesteren og kommunaldirektøren bemyndiges til at skrive under.", ["Borgmesteren", "Kommunaldirektøren"]),
        ("Center for Politik og Kommunikation orienterer lederne.", ["Center for Politik og Kommunikation"]),
        ("Ejendomscentret drøfter vejen med naboerne.", ["Ejendomscentret"]),
        ("Bo Lund hjælper beboerne med at flytte.", ["Bo Lund"]),
        ("Byggeri og Miljø opgraderer anlægget i næste uge.", ["Byggeri og Miljø"]),
        ("CØI orienterer direktionen hver måned.", ["CØI"]),
        ("Økonomichef Sune Bek redegør på mødet den 30. april 2022.", ["Sune Bek"]),
        ("Administrationen blev bedt om at belyse prisen.", ["Administrationen"]),
        ("Direktionen har bedt sekretariatet sende brevet videre.", ["Sekretariatet"]),
        ("Direktionen pålagde samtlige fagchefer at melde forslag ind.", ["Samtlige fagchefer"]),
        ("Plejehjemslederne skal senest 1. december have gennemført øvelser.", ["Plejehjemslederne"]),
        ("Alle centre skal have en nødplan senest den 1. marts 2022.", ["Alle centre"]),
        ("I stedet finder hver stabschef sin andel.", ["Hver stabschef"]),
        ("Forinden holder Bo Lund et møde med personalet.", ["Bo Lund"]),
        ("Brevet sendes til Vej og Park, som bedes svare.", ["Vej og Park"]),
        ("Brevet oversendes til Vejkontoret til besvarelse.", ["Vejkontoret"]),
        ("Det er centercheferne selv, der melder ud.", ["Centercheferne"]),
        ("Besluttet, at Lise Holm tilbyder et kursus.", ["Lise Holm"]),
        ("Det er aftalt med Lise, at hun tager en runde.", ["Lise"]),
        ("Opgaven forankres i Center for Kultur og Fritid.", ["Center for Kultur og Fritid"]),
        ("Lise Holm påtog sig at spørge klubben.", ["Lise Holm"]),
        ("Indlægget skrives af Poul-Erik.", ["Poul-Erik"]),
        ("CBK laver en plan sammen med Jura.", ["CBK", "Jura"]),
        ("Hvem gør hvad:\nTBJ - skaffer tal\nSekretariatet - finder ny dato", ["TBJ", "Sekretariatet"]),
        ("Aktion: Finde ny dato (LBJ)", ["LBJ"]),
        ("Lise Holm er formand for arbejdsgruppen.", ["Lise Holm"]),
        ("Udvalget ønsker en kort redegørelse fra forvaltningen.", ["Forvaltningen"]),
        ("Teknisk chef Ole Bang indgår aftale med entreprenøren.", ["Ole Bang"]),
        ("Lise Holm deltager i stedet for Bo.", ["Lise Holm"]),
    ],
)
def test_who_shall_do_something_is_named_beside_the_work(text: str, names: list[str]) -> None:
    assert list(responsible(text)) == names


@pytest.mark.parametrize(
    "text",
    [
        "Udvalget spurgte, om forvaltningen udarbejder et notat.",
        "Hvis HR udarbejder et notat, drøftes sagen igen.",
        "HR udarbejder ikke et notat.",
        "HR skal have mere tid. MED skal inddrages.",
        "Forvaltningen udarbejdede et notat. Per Nielsen orienterede.",
        "Oplæg v/ Per Nielsen",
        "Per Nielsen orienterer om sagen. Lone Holm foreslår en pause og deltager ikke i punktet.",
        "Niels Brammer efterlyste en status. Niels Brammer finder at det haster.",
        "Direktionen lægger vægt på prisen.",
        "Hans Jensen bakker op om indstillingen og savner en plan. SF fastholder sit forslag.",
        "HR skal derfor ikke undersøge sagen. Per Nielsen skal dog ikke undersøge sagen.",
        "Hans Jensen skal roses for sin store indsats og orienteres inden næste møde.",
        "IT systemer udskiftes. FOA medlemmer inviteres. Hans klager afvises.",
        "Gitte Haubro (A) er formand for møllelauget og deltog ikke.",
        "Hans Jensen søger om dispensation og skal betale gebyret.",
        "Udvalget beklager, at DSB lukker stationen. SFO lukker kl. 16.30.",
        "SF foreslog, at alle skoler skal have gratis frugt.",
        "- Vejle og Kolding kommuner undersøger, om de kan samles. IT og Digitalisering indfører det som standard.",
        "Vejle og Kolding samarbejder om opgaven. Plejecentret skal rumme 48 boliger.",
        "Direktør Per Olsen orienterer Økonomiudvalget om status.",
        "Undersøgelsen gennemføres af Peter Bangs Vej Skole.",
        "Der udarbejdes et notat, som sendes til ØPC.",
        "Forvaltningen vurderer, at forslaget er dyrt. Afvist.",
        "Samlet vurderer forvaltningen, at målet nås. Direktøren vurderer at gå af.",
        "Lone Dahl (V) følger indstillingen. Karen Bo følger flertallet og Lis Dam forvaltningens indstilling.",
        "Venstre foreslog, at forvaltningen udarbejder en ny plan. Forslaget blev forkastet.",
        "Forslag fra SF om, at forvaltningen skal udarbejde en plan, blev ikke vedtaget.",
        "Godkendt. Mindretallet ønsker, at forvaltningen undersøger alternativer.",
        "PFAS skal fremgå. LED skal erstatte lamperne. CPR skal indgå. SMS skal kunne bruge danske tegn.",
        "Jobcentret melder om færre ledige. Skolelederen melder udsolgt.",
        "Administrationen gennemfører allerede besøgene. Forvaltningen sender hvert år en rapport.",
        "Forslaget om, at borgmesteren skriver til ministeren, blev afvist.",
        "Valgt blev Leif Skriver og Palle Sender.",
        "Bo Lund fratræder senest den 1. november 2021.",
        "Jobcentret forventer et fald inden udgangen af 2021. Bo Lund finder sagen moden inden jul.",
        "Det blev aftalt, at lederen inviteres.",
        "Brevet sendes til Social- og Omsorgsudvalget (SOU).",
        "Der udarbejdes en elektronisk patientjournal (EPJ).",
        "KL, FOA og HK forhandler. Centret står for 40 pct. af udgifterne.",
        "Ole Lund mente ikke, at sekretariatet skriver godt nok.",
        "Lise Holm skriver i sit brev, at vejen er farlig.",
        "S-gruppen kommer med et forslag. Direktionen går videre med model B.",
        "Mads Koed (V) holder fast i sit forslag. Mads Koed kræver en redegørelse og nævner prisen.",
        "Lise Holm (A) er formand for arbejdsgruppen. Bo Lund holder ferie i uge 42.",
        "Hans Jensen opfører et skur. Kim Skov går på pension. Anne Bang træder ud.",
        "Hans stedfortræder var ikke indkaldt. Lars Holms planer for torvet oversendes til budgetseminaret.",
        "Anders And-bladet udgår. LED sparer strøm. FMU afsætter penge til et kursus.",
        "Personalechefen konstaterer, at fraværet er faldet. Afdelingslederen arbejder på nedsat tid.",
        "Byrådet pkt. 4: KB tiltr. pkt. 1. Brevet er skrevet af Ole.",
        "Sagen sendes til Center for Børn til udtalelse. Bo Lund blev valgt til at sidde i udvalget.",
        "Bo Friis ønsker et notat fra forvaltningen. Bo Lund indgår i arbejdsgruppen.",
        "Jobcentret hjælper borgerne med at søge. Afdelingen informerer brugerne. Plejen forestår driften.",
        "SF foreslår, at HR udarbejder en plan. Forslaget blev forkastet.",
        "Det indstilles, at Jobcentret laver en analyse. Udvalget kunne ikke tiltræde indstillingen.",
    ],
)
def test_who_is_asked_about_told_or_has_done_something_is_not(text: str) -> None:
    assert responsible(text) == ()


@pytest.mark.parametrize(
    ("text", "printed", "kroner"),
    [
        ("Der bevilges 1,2 mio. kr. til skolen.", "1,2 mio. kr.", 1_200_000),
        ("Udgiften er 450.000 kr. i 2022.", "450.000 kr.", 450_000),
        ("Driften koster 2,5 mio. kr. årligt.", "2,5 mio. kr. årligt", 2_500_000),
        ("Tilskuddet er på kr. 2.000,- i alt.", "kr. 2.000,-", 2_000),
        ("Beløbet er 1.250 t.kr. og betales nu.", "1.250 t.kr.", 1_250_000),
        ("Gælden er 482.540,00 kr.", "482.540,00 kr.", 482_540),
        ("Rammen er 3 mia. kroner.", "3 mia. kroner", 3_000_000_000),
        ("Prisen er 15 kroner.", "15 kroner", 15),
        ("Der bevilges 250 000 kr.", "250 000 kr.", 250_000),
        ("Der bevilges 1\u00a0250\u202f000 kr. i alt.", "1 250 000 kr.", 1_250_000),
        ("Lånet er på kr. 3 400 000.", "kr. 3 400 000", 3_400_000),
        ("Der afsættes i 2022 kr. 500.000.", "kr. 500.000", 500_000),
        ("Salget af matr.nr. 4 kr. 200.000 godkendes.", "kr. 200.000", 200_000),
        ("Lånet er på mio. kr. 2,4.", "mio. kr. 2,4", 2_400_000),
        ("Prisen er 1,5 millioner kr.", "1,5 millioner kr.", 1_500_000),
        ("Rammen er 2 milliarder kroner.", "2 milliarder kroner", 2_000_000_000),
        ("Puljen på 3.000.000,- kr. frigives.", "3.000.000,- kr.", 3_000_000),
        ("Tilskuddet er 2000 kr.", "2000 kr.", 2_000),
        ("Foreningen får 40.000 kr. 12 stemte for.", "40.000 kr.", 40_000),
    ],
)
def test_a_sum_is_counted_in_whole_kroner(text: str, printed: str, kroner: int) -> None:
    assert [(one.text, one.kroner) for one in amounts(text)] == [(printed, kroner)]


@pytest.mark.parametrize(
    "text",
    [
        *("3-5 mio. kr.", "mellem 3 og 5 mio. kr.", "afgang kr. 15.30", "100 krav", "15 kr.-mønter"),
        *("3–5 mio. kr.", "2 til 3 mio. kr.", "kr. 15.000-20.000", "kr. 15.000,- - 20.000,-", "kr. 2-3 mio."),
        *("10.000 kr. - 15.000 kr.", "10.000 kr. til 15.000 kr.", "mellem kr. 10.000 og kr. 15.000"),
        *("Beløbene er i 1.000 kr.", "Tal i hele 1.000 kr.", "Udgifter (1.000 kr.)"),
        *("i 2021 kr.", "2022 kr. og PL", "Alle beløb er i kr. 2022"),
    ],
)
def test_a_range_a_time_a_word_and_how_others_are_counted_are_no_sums(text: str) -> None:
    assert amounts(text) == ()


def test_of_two_numbers_beside_one_kr_neither_is_certain() -> None:
    assert amounts("Der er 12 kr. 500 i kassen.") == ()


@pytest.mark.parametrize(
    ("text", "kroner"),
    [
        ("2,5 mio. kr. i 2022 og 3 mio. kr. i 2023", [2_500_000, 3_000_000]),
        ("I 2022 kr. 500.000 og i 2023 kr. 600.000.", [500_000, 600_000]),
        ("Taksten hæves fra 35 kr. til 42 kr.", [35, 42]),
        ("Børn betaler 25 kr. 40 kr. er prisen for voksne.", [25, 40]),
    ],
)
def test_several_sums_are_no_range(text: str, kroner: list[int]) -> None:
    assert [one.kroner for one in amounts(text)] == kroner


@pytest.mark.parametrize(
    "text",
    [
        *("senest " * 4_000, "1" * 40_000, "Ole " * 8_000, "udarbejder " * 4_000, "kr. 1.000 " * 4_000),
        *("Lise, " * 8_000, "forslaget om at " * 4_000),
        *("mellem 1 000 " * 4_000, "1 " * 20_000, "ikke senest den 1. maj 2022 " * 2_000, "A foreslog, at " * 4_000),
    ],
)
def test_a_long_text_is_read_in_time_all_the_same(text: str) -> None:
    deadlines(text, DECIDED), amounts(text), responsible(text)


def test_what_is_read_of_the_judged_decisions_is_nearly_always_there() -> None:
    if reason := missing():
        pytest.skip(reason)
    known = facts.corpus() | decisions_of_minutes()
    for one in facts.read():
        for mine, theirs in zip(facts.found(known[one.key]), one.facts, strict=True):
            assert set(mine) <= set(theirs), one.key
