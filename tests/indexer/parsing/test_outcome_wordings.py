"""Decisions as the secretaries of many municipalities word them; the texts are written for the test."""

import datetime as dt

import pytest

from indexer.parsing.outcomes import outcomes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What a member moved and what became of it.
        (
            "Liste T foreslog, at taksten nedsættes. Forslaget blev forkastet. Indstillingen blev godkendt.",
            ["approved"],
        ),
        ("A (V) stillede forslag om udsættelse, hvilket ikke kunne samle flertal. Byrådet vedtog sagen.", ["approved"]),
        (
            "Venstre foreslog gratis adgang.\nFor forslaget stemte 4.\nImod stemte 15.\nForslaget faldt.\nGodkendt.",
            ["approved"],
        ),
        ("Borgmesteren foreslog, at punktet udsættes. Forslaget blev vedtaget med 16 stemmer mod 9.", ["postponed"]),
        ("A begærede udsættelse, hvilket blev tiltrådt.", ["postponed"]),
        ("For stemte Borgerlisten (3). De øvrige stemte imod.", ["rejected"]),
        ("A foreslog gratis adgang, hvilket ikke godkendtes.", ["other"]),
        ("Borgmesteren foreslog, at punktet udsættes. Forslaget vedtoges.", ["postponed"]),
        ("A foreslog, at sagen sendes til behandling i Teknisk Udvalg, hvilket blev tiltrådt.", ["referred"]),
        ("Venstre begærede sagen udsat, hvilket byrådet tiltrådte.", ["postponed"]),
        (
            "Venstre begærede sagen udsat. Byrådet kunne ikke tiltræde dette. Byrådet vedtog indstillingen.",
            ["approved"],
        ),
        ("Et forslag fra A fik kun tre stemmer. For indstillingen stemte 20. Imod stemte 6.", ["approved"]),
        ('Forslag fra A:\n"Taksten afvises."\nFor stemte 2, imod 23. Forslaget faldt.\nGodkendt.', ["approved"]),
        # Refused in other words.
        ("Der var ikke flertal for at købe grunden.", ["rejected"]),
        ("Udvalget ser sig desværre ikke i stand til at støtte festivalen.", ["rejected"]),
        ("Udvalget finder ikke at kunne efterkomme ønsket.", ["rejected"]),
        ("Direktionen besluttede ikke at gå videre med forslaget.", ["rejected"]),
        ("Byrådet kunne i sit møde den 7. maj 1997 ikke tiltræde forslaget.", ["rejected"]),
        ("Udvalget ønsker ikke at fremme sagen.", ["rejected"]),
        # Put off in other words.
        ("Det blev besluttet at vente med afgørelsen til mødet i maj.", ["postponed"]),
        ("Sagen blev sat i bero.", ["postponed"]),
        ("Ansøgningen behandles, når oplysningerne foreligger.", ["postponed"]),
        ("Taget af dagsordenen. Sagen behandles igen på mødet i maj.", ["postponed"]),
        ("Taget af dagsordenen.", ["other"]),
        ("Budgettet overgår til 2. behandling.", ["postponed"]),
        # Given to others, advised, agreed to.
        ("Direktionen vedtog med 4 stemmer mod 2 at sende sagen til behandling i Teknisk Udvalg.", ["referred"]),
        ("Udvalget finder, at spørgsmålet hører til i LokalMED, og henviser det dertil.", ["referred"]),
        ("Oversendes til byrådet med udvalgets anbefaling.", ["recommended"]),
        (
            "Udvalget er enigt i forslaget om, at huset nedrives, og skal anbefale byrådet at bevilge beløbet.",
            ["recommended"],
        ),
        ("Der var enighed i udvalget om at godkende planen.", ["approved"]),
        ("Fælles MED tilsluttede sig forslaget.", ["approved"]),
        ("Efter indstilling fra Skibby Skole vedtog udvalget at tillade forsøget.", ["approved"]),
        ("Da Hans ønskede at se tegningerne, blev sagen godkendt.", ["approved"]),
        ("Byrådet valgte Jette Bruun (V) til viceborgmester.", ["other"]),
        ("Tidsplanen for udbud er godkendt.", ["approved"]),
        ("Byrådet meddelte bevillingen.", ["approved"]),
        (
            "Udvalget drøftede, hvordan huset nedrives, og besluttede, at ansøgningen afvises.",
            ["rejected", "discussed"],
        ),
        ("Udvalget bestemte, at huset nedrives.", ["approved"]),
        ("Udvalget vælger model 2.", ["approved"]),
        ("Økonomiudvalget ansatte Kirsten Vejrup som direktør.", ["approved"]),
        ("Der er ansatte i afdelingen, som er utilfredse.", ["other"]),
        ("Besluttet udsat.", ["postponed"]),
        ("Byrådet vedtog at henholde sig til magistratens svar.", ["approved"]),
        (
            "Udvalget godkendte for eget vedkommende pkt. 1 og anbefaler, at pkt. 2 godkendes.",
            ["approved", "recommended"],
        ),
        ("Udvalget tiltræder indstillingen og anbefaler byrådet at gøre det samme.", ["recommended"]),
        ("Magistraten anbefalede forslaget. Indstillingen blev vedtaget.", ["approved"]),
        ("Sagen blev udsat på mødet den 30. januar 2002. Byrådet vedtog indstillingen.", ["approved"]),
        # Told.
        ("Indstillingen forelå til udvalgets orientering.", ["noted"]),
        ("Taget til foreløbig efterretning.", ["noted"]),
        ("Til orientering på næste møde:", ["other"]),
    ],
)
def test_what_many_municipalities_say_in_their_own_words_is_read(text: str, expected: list[str]) -> None:
    assert list(outcomes(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Point by point, and several bodies.
        ("1. at-punkt: Godkendt.\n2. at-punkt: Udvalget stemte nej til parkometre.", ["approved", "rejected"]),
        ("Indstillingens 1. at: tiltrådt.\nIndstillingens 2. at: taget til efterretning.", ["approved", "noted"]),
        ("1.-3. at-punkt: Tiltrådt.\n4. at-punkt udskydes til mødet den 3. maj.", ["approved", "postponed"]),
        # Refused, put off, given away.
        ("Udvalget fulgte ikke forvaltningens indstilling.", ["rejected"]),
        ("Afslag fastholdes.", ["rejected"]),
        ("Udvalget finder ikke, at der er grundlag for at genoptage sagen.", ["rejected"]),
        ("Udvalget fandt ikke anledning til at fravige tidsplanen. Godkendt.", ["approved"]),
        ("Byrådets flertal stemte for at forkaste forslaget.", ["rejected"]),
        ("Ved afstemningen stemte kun forslagsstilleren for. Øvrige stemte imod.", ["rejected"]),
        ("Et forslag om udsættelse faldt med 4 stemmer mod 3. Indstillingen blev herefter tiltrådt.", ["approved"]),
        ("Et forslag fra A om at udskyde sagen blev vedtaget med 13 stemmer mod 12.", ["postponed"]),
        ("Udvalget vedtog indstillingen, efter at et forslag fra A om udsættelse var blevet nedstemt.", ["approved"]),
        ("Punktet nåedes ikke.", ["postponed"]),
        ("På igen i august.", ["postponed"]),
        ("Direktionen ønsker sagen genforelagt med en tidsplan.", ["postponed"]),
        ("Administrationen bedes forkorte udkastet og genfremlægge det den 19. maj.", ["postponed"]),
        ("Sendes tilbage til forvaltningen, som fremlægger et nyt forslag i marts.", ["postponed"]),
        ("Sagen genoptaget fra mødet den 2. marts, hvor den blev udsat. Udvalget godkendte den.", ["approved"]),
        ("Udsat fra sidste møde.\n\nTaget til efterretning.", ["noted"]),
        ("Udvalget ønsker tallene belyst, og sagen forelægges igen i september.", ["postponed"]),
        ("Byrådet hjemviste planen til Erhvervsudvalget.", ["referred"]),
        ("Klagen over de løse fliser på Møllevej sendes videre til Vej og Park.", ["referred"]),
        ("Sagen forelægges for kommunalbestyrelsen.", ["referred"]),
        ("Til ØU.", ["referred"]),
        # Agreed to, advised, told.
        ("Bemyndigelse givet til formanden.", ["approved"]),
        ("Tillægsbevilling på kr. 575.000 til konto 5.32 meddelt.", ["approved"]),
        ("Principgodkendt.", ["approved"]),
        ("Byrådet bifaldt det af økonomiudvalget indstillede.", ["approved"]),
        ("Omplaceringerne inden for rammen godkendes.", ["approved"]),
        ("Byraadet tiltraadte Udvalgets Indstilling.", ["approved"]),
        ("Der gives landzonetilladelse.", ["approved"]),
        ("Entreprisen overdrages til Nissum Byg som lavestbydende.", ["approved"]),
        ("Byrådet kunne godkende sagen.", ["approved"]),
        ("Økonomiudvalget har intet at indvende og anbefaler sagen til byrådet.", ["recommended"]),
        ("Økonomiudvalget vedtog at anbefale forslaget.", ["recommended"]),
        ("Med 5 stemmer mod 4 besluttede Økonomiudvalget at anbefale, at skatten nedsættes.", ["recommended"]),
        ("Udvalget anbefaler ikke, at arealet bebygges, men anbefaler i stedet en park.", ["rejected", "recommended"]),
        ("Udvalget havde en god og grundig drøftelse af tallene.", ["discussed"]),
        ("Der var ikke emner til drøftelse.", ["other"]),
        ("Der blev ikke truffet nogen afgørelse.", ["other"]),
        ("Borgmesteren meddelte, at amtet har godkendt planen.", ["noted"]),
        ("Udvalget fik en grundig indføring i reformen.", ["noted"]),
        # Told in other orders, and beside what went before.
        ("Ønsket om fritagelse for forældrebetaling blev ikke imødekommet.", ["rejected"]),
        ("Forslaget om at hæve taksten for madudbringning forkastes.", ["rejected"]),
        ("Intet medlem kunne støtte forslaget.", ["rejected"]),
        ("Landzonetilladelse nægtet.", ["rejected"]),
        (
            "Enhedslistens forslag om gratis skolemad blev forkastet. Forslaget til budget blev derefter godkendt.",
            ["approved"],
        ),
        ("Formanden foreslog, at punktet tages op på et senere møde. Det blev vedtaget.", ["postponed"]),
        (
            "Byrådet havde den 12. maj sendt sagen tilbage til udvalget. Udvalget godkender herefter projektet.",
            ["approved"],
        ),
        ("På mødet den 9. januar besluttede udvalget at udsætte sagen. Udvalget godkendte den herefter.", ["approved"]),
        ("Udvalgets flertal fandt ikke, at taget er foreneligt med planen, og afviste ansøgningen.", ["rejected"]),
        ("Udvalget vedtog at lade sagen hvile til efter valget.", ["postponed"]),
        ("Taget af dagsordenen. Punktet behandles på næste ordinære møde.", ["postponed"]),
        ("Udvalget ønsker tilbud indhentet, hvorefter sagen på ny forelægges udvalget.", ["postponed"]),
        (
            "Byrådet tog revisionens notat til efterretning og oversendte spørgsmålet til Socialudvalget.",
            ["referred", "noted"],
        ),
        ("Kommunen stiller garanti for 3,5 mio. kr. som ansøgt.", ["approved"]),
        ("Udvalget sluttede op om handleplanen.", ["approved"]),
        ("Beløbet blev foreslået hævet til 500.000 kr. Dette blev vedtaget.", ["approved"]),
        ("Returneres med bemærkning, at byrådet den 8. november 2000 tiltrådte salget.", ["approved"]),
        ("Udvalget støtter festen med 22.500 kr.", ["approved"]),
        ("Udvalget traf følgende beslutning:\n\n1. punkt: udsat.", ["postponed"]),
        ("Tiltrædes som indstilling til kommunalbestyrelsen.", ["recommended"]),
        ("Udvalget kan med 5 stemmer mod 2 (A og B) henholde sig til magistratens udtalelse.", ["recommended"]),
        ("Status på sagerne blev givet af stadsgartneren.", ["noted"]),
        ("Drøftelse fandt sted.", ["discussed"]),
        ("Rådets drøftelse: Hanne fortalte om rehabilitering.", ["noted"]),
        ("Rådet afventer et udspil fra ministeriet.", ["other"]),
        ("Besluttet: Taget ad notam.", ["noted"]),
        ("Forslaget om at nedlægge busrute 6 kunne udvalget ikke støtte.", ["rejected"]),
        ("Ændringsforslaget blev således ikke godkendt. Indstillingen blev således godkendt.", ["approved"]),
        ("Sagen blev udsat uden afstemning.", ["postponed"]),
        ("Der vil på mødet i august blive givet en orientering om tallene.", ["other"]),
        ("Udvalget meddeler i medfør af planlovens § 35, stk. 1, tilladelse til en maskinhal.", ["approved"]),
        # What only looks like it.
        ("Udsættes til mødet i Økonomiudvalget den 3. maj 2013.\nAfbud: Hans Hansen.", ["postponed"]),
        ("Mødeplanen godkendt:\nTors. 12. maj\nFre. 13. maj: møde i Aarhus", ["approved"]),
        ("Afvist.\nEvt. 12/3:\nGodkendt.", ["rejected", "approved"]),
        ("Udvalget bad forvaltningen undersøge\n1. at sagen udsættes\n2. at tilladelsen godkendes", ["other"]),
        ("Forvaltningen indstiller,\n1. at ansøgningen afslås\n2. at sagen udsættes\nGodkendt.", ["approved"]),
        ("Kontrakten oversendes til Økonomiudvalget.", ["referred"]),
        ("Opgaven overdrages til Teknisk Udvalg.", ["referred"]),
        ("For stemte A (3), C (2) og V (4), imod stemte Ø (5).", ["approved"]),
        ("For forslaget stemte Socialdemokratiet (8) og SF (3). Imod stemte Venstre (12).", ["rejected"]),
        ("Tilbuddet blev ikke antaget.", ["other"]),
        ("Udvalget støtter ikke ansøgningen med 5.000 kr.", ["other"]),
        ("Bemyndigelse til formanden blev ikke givet.", ["other"]),
        ("Udvalget gav ikke formanden mandat til salget.", ["other"]),
        ("Landzonetilladelse bør gives.", ["other"]),
        ("Bevilling til skolen kan gives.", ["other"]),
        ("Udvalget følger arbejdet med et forslag.", ["other"]),
        ("Sagen oversendes til administrationen, som fremlægger planen for borgerne på et borgermøde.", ["referred"]),
        ("Henv. fra grundejerne til udvalget drøftet.", ["discussed"]),
        ("Økonomiudvalgets forslag om nye takster blev afvist. Resten tiltrådt.", ["rejected", "approved"]),
        ("Økonomiudvalgets indstilling:\nAnbefales.\n\nByraadets Beslutning:\nUdsat.", ["postponed"]),
        ("Uds. Godk.", ["postponed", "approved"]),
        ("Udvalget tillader, at træerne fældes.", ["approved"]),
        ("Garantien blev ydet.", ["approved"]),
        ("Planen fik endelig godkendelse.", ["approved"]),
        ("Borgerrepræsentationen kan godkende sagen.", ["approved"]),
        ("Magistraten kan tiltræde sagen.", ["recommended"]),
        ("Handleplanen sættes i værk. Beslutningen var enstemmig.", ["approved"]),
        ("Efter forslag fra borgmesteren tilsluttede alle medlemmer sig udkastet.", ["approved"]),
        ("Lejeaftalen fornyes for to år.", ["approved"]),
        ("Ønsket om en ny hal kan udvalget ikke imødese.", ["rejected"]),
        ("Anmodningen honoreres ikke.", ["rejected"]),
        ("Udvalget finder ikke, at reglerne giver plads til det, og ansøgningen må derfor afslås.", ["rejected"]),
        ("Sagen kom ikke til behandling på mødet.", ["postponed"]),
        ("Ansøgningen må afvente det nye budget.", ["postponed"]),
        ("Udvalget lagde det over til Kulturudvalget.", ["referred"]),
        ("Sagen blev gemt til mødet i maj.", ["postponed"]),
        ("Det går videre som vores forslag til byrådet.", ["recommended"]),
        ("Formanden indledte punktet, hvorefter der var drøftelse.", ["discussed"]),
        ("Der blev givet indblik i de nye takster.", ["noted"]),
    ],
)
def test_what_secretaries_have_as_a_habit_is_read(text: str, expected: list[str]) -> None:
    assert list(outcomes(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # When it was resolved stands amid what was.
        ("Byrådet fandt i sit møde den 9. oktober 2002 ikke at kunne yde tilskud til messen.", ["rejected"]),
        ("Der udspandt sig i mødet den 26. april 2000 en længere debat om styreformen.", ["discussed"]),
        ("Byrådet vedtog i mødet den 3. maj 2000 med 18 stemmer mod 9 ikke at oversende forslaget.", ["other"]),
        ("Den af borgmesteren foreslåede løsning, hvor alléen spærres i en prøvetid, blev vedtaget.", ["approved"]),
        # The mayor's proposal was approved of, and it was to send it on or to put it off.
        ("Borgmesteren foreslog forslaget oversendt til Skoleudvalget. Byrådet godkendte oversendelsen.", ["referred"]),
        ("Byrådet besluttede at lade Børneudvalget se på forslaget.", ["referred"]),
        ("Spørgsmålet hører under forsyningen, og henvendelsen går dertil.", ["referred"]),
        ("Sagen sendes tilbage fra byrådet til Teknisk Udvalg.", ["referred"]),
        # No objection is no refusal.
        ("Udvalget vedtog ikke at gøre indsigelse mod naboens plan.", ["approved"]),
        ("Udvalgets øvrige fem medlemmer kunne ikke tiltræde forslaget.", ["rejected"]),
        ("Fritagelse meddeltes ikke.", ["rejected"]),
        ("Anmodningen efterkommes således ikke.", ["rejected"]),
        ("Udvalget så ingen grund til at imødekomme ønsket.", ["rejected"]),
        ("Otte stemte for at flytte mødedagen, to stemte imod.", ["approved"]),
        ("Ti medlemmer stemte for, elleve stemte imod.", ["rejected"]),
        ("Ja: 5. Nej: 22.", ["rejected"]),
        # Put off in other words.
        ("Punktet nåede ikke at blive behandlet og forbliver på dagsordenen.", ["postponed"]),
        ("Når svaret foreligger, tager udvalget stilling på mødet den 8. december.", ["postponed"]),
        ("Udvalget når ikke punktet. Det tages næste gang.", ["postponed"]),
        ("Sagen ventes på februarmødet.", ["postponed"]),
        ("Punktet udgik, da bilaget manglede, og genoptages den 21.", ["postponed"]),
        # The recommendation is quoted before what was decided on it.
        ("Det var indstillet, at hallen males.\nUdvalget besluttede at afvise.", ["rejected"]),
        ("Forvaltningen indstiller, at taksten hæves.\nUdsat.", ["postponed"]),
        ("Det indstilles, at udvalget tager sagen til efterretning.", ["recommended"]),
        # Points, each with a word.
        ("Pkt. 1-3: ja.\nPkt. 4: nej.", ["approved", "rejected"]),
        ("a) Hegn om legepladsen: ok, 22.000 kr.", ["approved"]),
        # Advice.
        ("Med undtagelse af Kaj Berg kan udvalget tiltræde forslaget.", ["recommended"]),
        ("Udvalget erklærede sig enig i magistratens indstilling.", ["recommended"]),
        ("Havneudvalget fastholdt sin indstilling til byrådet.", ["recommended"]),
        ("Byrådet fulgte med 24 stemmer mod 7 Magistratens indstilling.", ["approved"]),
        # Whose words they are.
        ("Forvaltningen noterede sig ønskerne.", ["other"]),
        ("Udvalget orienteres pr. mail, så snart dommen foreligger.", ["other"]),
        ("Byrådet henholdt sig til det oplyste.", ["noted"]),
    ],
)
def test_decisions_of_an_old_city(text: str, expected: list[str]) -> None:
    assert list(outcomes(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Byrådet, 27. juni:\nVedtoges.\n\nØkonomiudvalget, 18. juni:\nAnbefales.", ["approved"]),
        ("Økonomiudvalget, 18. juni:\nAnbefales.\n\nByrådet, 27. juni:\nVedtoges.", ["approved"]),
        ("Byrådet, 27. juni:\nOversendes til 2. behandling.\n\nByrådet, 9. august:\nVedtoges.", ["approved"]),
        ("Tidligere behandling:\nByrådet, 27. juni: Vedtaget.\n\nBeslutning:\nUdsat.", ["postponed"]),
    ],
)
def test_the_council_may_stand_first(text: str, expected: list[str]) -> None:
    assert list(outcomes(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Byrådet besluttede ikke at imødekomme indsigelserne.", ["rejected"]),
        ("Byrådet vedtog ikke at tage indsigelserne til følge.", ["rejected"]),
        ("Udvalget besluttede ikke at følge bemærkningerne fra naboerne.", ["rejected"]),
        ("Udvalget tog byrådets beslutning i mødet den 3. maj til efterretning.", ["noted"]),
        ("Udvalget orienteredes om byrådets beslutning på mødet den 24. maj.", ["noted"]),
        ("Udvalget besluttede at fastholde sin beslutning på mødet den 3. maj 2016.", ["approved"]),
        ("Godkendt i overensstemmelse med Økonomiudvalgets beslutning på mødet den 12. maj.", ["approved"]),
        ("Det indstilles til Byrådet, at planen godkendes.\nUdvalget drøftede støjen.", ["recommended", "discussed"]),
        ("Det indstilles til byrådet, at punkt 1 godkendes. Punkt 2 udsættes.", ["recommended", "postponed"]),
        (
            "Udvalget følger forvaltningen og anbefaler planen. Sagen oversendes til Økonomiudvalget.",
            ["recommended", "referred"],
        ),
        (
            "Udvalget anbefaler, at budgettet godkendes, og Enhedslisten kan ikke tiltræde indstillingen.",
            ["recommended"],
        ),
        ("Udvalget godkendte, at der bygges 20 boliger, og A kunne ikke støtte forslaget.", ["approved"]),
        ("Godkendt, idet sagen evalueres om et år, og genoptages ved behov.", ["approved"]),
        ("Byrådet godkendte ikke oversendelsen til udvalget.", ["rejected"]),
        ("Byrådet godkendte oversendelse af regnskabet for 2015 til revisionen.", ["approved"]),
        ("Lokalplanen vedtaget, så der ikke er mulighed for butikker.", ["approved"]),
        ("Udvalget så ingen grund til bekymring og godkendte planen.", ["approved"]),
        ("Byrådet vedtog i mødet den 3/5 2016 uden afstemning at afvise forslaget.", ["rejected"]),
        ("Byrådet besluttede i Byrådets møde den 3. juni 2016 enstemmigt at udsætte sagen.", ["postponed"]),
        ("Sagen behandles i mødet den 4. juni 2016 sammen med budgettet.", ["postponed"]),
        ("Godkendt. Udmøntningen overlades til forvaltningen.", ["approved"]),
        ("Driften af hallen overlades til bestyrelsen. Godkendt.", ["approved"]),
        ("Udvalget besluttede at lade Skolebestyrelsen få 20.000 kr. til en legeplads.", ["approved"]),
        ("Godkendt. Forslaget falder godt i tråd med kommuneplanen.", ["approved"]),
        ("Taget til efterretning. Problemet er ude af verden.", ["noted"]),
        ("Idéen om en bro blev skrinlagt i 2010. Godkendt.", ["approved"]),
        ("Drøftet. Udvalget nåede ikke frem til en konklusion.", ["discussed"]),
        ("Godkendt. Renoveringen venter til maj.", ["approved"]),
        ("Svaret ventes på mødet den 5. maj. Godkendt.", ["approved"]),
        ("Afslag. Ansøgeren er indforstået.", ["rejected"]),
        ("Udvalget blev orienteret om tilsagn fra regionsrådet.", ["noted"]),
        ("Tilsagn om støtte bortfalder.", ["other"]),
        ("Udvalget var positivt over for dialog.", ["other"]),
        ("Udvalget tog orienteringen om borgernes dialog til efterretning.", ["noted"]),
        ("Ledelsessiden og medarbejdersiden godkendte forslaget.", ["approved"]),
        ("Udvalget erklærede sig enig i forvaltningens indstilling og godkendte den.", ["approved"]),
        (
            "Ændringsforslaget fik 5 stemmer. 20 stemte imod. Hovedforslaget fik 20 stemmer, og 5 stemte imod.",
            ["other"],
        ),
        (
            "Byrådet den 4. maj 2016: Henvises til Teknisk Udvalg.\nTeknisk Udvalg den 26. maj 2016: Afvist.",
            ["rejected"],
        ),
        ("Taget til efterretning. Beslutningen var enstemmig.", ["noted"]),
        ("Beslutningen var enstemmig: Sagen udsættes.", ["postponed"]),
        ("Beslutningen var ikke enstemmig.", ["other"]),
        ("Ingen i udvalget gik ind for forslaget.", ["other"]),
        ("Ifølge planloven kan byrådet meddele dispensation. Ansøgningen afslås.", ["rejected"]),
        ("Byggeriet må ikke vente til foråret.", ["other"]),
        ("Sagen må ikke vente til efter sommerferien. Anlægget godkendes.", ["approved"]),
        ("Udvalget ønsker at arbejde videre uden at afvente rapporten. Godkendt.", ["approved"]),
        ("Udvalget finder, at behovet er stort, og ansøgningen må ikke afvises.", ["other"]),
        ("Formanden oplyste, at der er venteliste, og nogle børn må afvises.", ["noted"]),
        ("Rådet fik sagen til udtalelse og havde ingen bemærkninger.", ["other"]),
        ("Salgsindtægten tilgår Kulturudvalget. Godkendt.", ["approved"]),
        ("Restbeløbet gemmes til 2025. Regnskabet blev godkendt.", ["approved"]),
        ("Aftalen fornyes ikke.", ["other"]),
        ("Lejemålet opsiges ikke.", ["other"]),
        ("Byrådets beslutning om afslag fastholdes.", ["rejected"]),
    ],
)
def test_words_that_elsewhere_say_what_was_decided_do_not_here(text: str, expected: list[str]) -> None:
    assert list(outcomes(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Godkendt. SF afgav følgende bemærkning: Vi tager orienteringen til efterretning.", ["approved"]),
        ("Godkendt.\n\nØ afgav følgende bemærkning:\n»Vi kan ikke godkende salget. Det bør udsættes.«", ["approved"]),
        (
            "Godkendt.\n\nEnhedslisten ønsker følgende ført til protokol: Vi er imod.\nVi anbefaler en høring.",
            ["approved"],
        ),
        ("Anbefales.\nBemærkning fra Venstre: Sagen sendes tilbage til udvalget.", ["recommended"]),
        ("SF afgav følgende bemærkning: Vi kan ikke støtte salget.\n\nIndstillingen blev godkendt.", ["approved"]),
        (
            'Liste A bad om at få ført til protokol: "Vi har drøftet den. Den er afvist." Udvalget udsatte sagen.',
            ["postponed"],
        ),
        ("Protokoltilførsel: Venstre kan ikke godkende. Godkendt.", ["approved"]),
        ("SF afgav følgende bemærkning: Det er dyrt. Vi kan ikke godkende det. Sagen blev udsat.", ["postponed"]),
    ],
)
def test_what_a_party_or_a_member_says_for_the_record_is_no_outcome(text: str, expected: list[str]) -> None:
    assert list(outcomes(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ældrerådet afgav følgende bemærkning: Rådet anbefaler, at taksten ikke hæves.", ["recommended"]),
        ("I den anledning ønskede udvalget følgende ført til protokol:\nSagen udsættes.", ["postponed"]),
        ("SF bad om en høring. Sagen blev udsat.", ["postponed"]),
    ],
)
def test_what_a_body_says_for_the_record_stays(text: str, expected: list[str]) -> None:
    assert list(outcomes(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Den 3. februar besluttede udvalget at afvise ansøgningen. Udvalget godkendte den nye.", ["approved"]),
        ("På mødet den 3. februar 2021 besluttede udvalget at afvise planen. Planen godkendes.", ["approved"]),
        ("Sagen blev den 3. februar afvist. Udvalget godkendte det nye forslag.", ["approved"]),
        ("Sagen var den 3. februar blevet afvist. Godkendt.", ["approved"]),
        # On the meeting's own day, or nothing else that was resolved.
        ("Den 10. marts besluttede udvalget at afvise ansøgningen. Gebyret blev godkendt.", ["rejected", "approved"]),
        ("Udvalget afviste den 3. februar forslaget.", ["rejected"]),
        ("Udvalget afviste den 3. februar forslaget. Sagen blev drøftet.", ["rejected", "discussed"]),
        ("Udvalget udsatte sagen til den 3. april. Tilskuddet blev godkendt.", ["postponed", "approved"]),
    ],
)
def test_what_was_decided_on_another_day_gives_way_to_what_the_meeting_did(text: str, expected: list[str]) -> None:
    assert list(outcomes(text, "Teknisk Udvalg", dt.date(2021, 3, 10))) == expected
