"""The words in which a title, or what stands below it, says that its item is closed, and those in which it does not."""

import pytest

from tests.indexer.parsing.writing import OPENED, items


@pytest.mark.parametrize("word", ["Punkt 1: ", "1. "])
@pytest.mark.parametrize(
    "title",
    [
        "Lukket punkt Køb af ejendom",
        "Lukket sag Ejendomshandel",
        "LUKKET KØB AF EJENDOM",
        "Køb af ejendom, lukket",
        "Køb af ejendom (fortroligt)",
        "Fortrolig sag",
        "Fortrolig sag: Køb af ejendom",
        "Fortroligt punkt",
        "(Fortrolig) Køb af ejendom",
        "Lukkede døre: Køb af ejendom",
    ],
)
def test_a_title_calls_an_item_closed_in_many_words(word: str, title: str) -> None:
    found = items(f"{word}{title}\n\n21/101\n\nBeslutning\n\nGodkendt.\n\n{word.replace('1', '2')}Veje\n\n21/102\n")
    assert [(one.title, one.closed) for one in found] == [(title, True), ("Veje", False)]


@pytest.mark.parametrize(
    "title",
    ["Lukkedage i 2022", "LUKKEDAGE I 2022", "Lukkede skoler", "Fortrolighed i rådet", "Lukket afdeling i Bækby"],
)
def test_a_title_of_what_is_closed_or_secret_is_open(title: str) -> None:
    assert not items(OPENED.format(n=1, title=title))[0].closed


@pytest.mark.parametrize(
    "line",
    [
        "Punktet er lukket",
        "Lukket for offentligheden",
        "Sagen behandles for lukkede døre",
        "Punktet behandles for lukkede døre, jf. styrelseslovens § 10.",
        "Lukket punkt, jf. styrelseslovens § 10",
        "Indholdet af dette punkt er ikke offentligt.",
        "Status: Lukket",
        "Fortroligt",
    ],
)
@pytest.mark.parametrize("form", ["Punkt 1: Løn\n{}\n21/101\n\n", "Punkt 1: Løn\n\n21/101\n\n{}\n\n"])
def test_the_first_lines_below_a_title_tell_that_an_item_is_closed(form: str, line: str) -> None:
    found = items(f"{form.format(line)}Beslutning\n\nTiltrådt.\n\n{OPENED.format(n=2, title='Veje')}")
    assert [(one.title, one.closed) for one in found] == [("Løn", True), ("Veje", False)]


@pytest.mark.parametrize(
    "line", ["Broen er lukket for offentligheden.", "Lukketiden er kl. 18.", "Vurdering af grunden (fortrolig)"]
)
def test_what_else_is_closed_closes_no_item(line: str) -> None:
    assert not items(f"Punkt 1: Veje\n\n21/101\n\n{line}\n\nBeslutning\n\nGodkendt.\n")[0].closed


@pytest.mark.parametrize(
    "title",
    [
        "Salg af areal (Ikke offentligt)",
        "Salg af areal – punktet er lukket",
        "Salg af areal (sagen er fortrolig)",
        "Salg af areal (behandles for lukkede døre)",
        "Lukket sagspunkt Salg af areal",
    ],
)
def test_a_title_tells_in_other_words_that_its_item_is_closed(title: str) -> None:
    assert [one.closed for one in items(f"Punkt 1: Budget\n\n21/100\n\nPunkt 2: {title}\n\n21/101\n")] == [False, True]


@pytest.mark.parametrize("title", ["Svømmehallen (lukket om mandagen)", "Offentligt møde – broen er lukket"])
def test_a_title_of_what_else_is_closed_is_open(title: str) -> None:
    assert not items(f"Punkt 1: {title}\n\n21/100\n\nBeslutning\n\nGodkendt.\n")[0].closed


@pytest.mark.parametrize(
    "line",
    [
        "Dette punkt behandles i lukket møde.",
        "Sagen blev behandlet bag lukkede døre",
        "Punktet drøftes i den lukkede del",
        "Punktet behandles lukket.",
        "Punktet offentliggøres ikke.",
        "Sagen er ikke til offentliggørelse",
        "Beslutningen kan ikke offentliggøres, da den rummer navne.",
        "Ikke offentligt tilgængeligt",
        "Sagstype: Lukket",
    ],
)
def test_more_first_lines_tell_that_an_item_is_closed(line: str) -> None:
    assert items(f"Punkt 1: Ejendom\n\n21/100\n\n{line}\n\nBeslutning\n\nKøbes.\n")[0].closed


@pytest.mark.parametrize(
    "line",
    [
        "Drøftet lukkede veje i sommerferien.",
        "Behandles i lukkede anlæg.",
        "Referatet er ikke offentliggjort endnu.",
        "Sagen er ikke afgjort.",
    ],
)
def test_first_lines_of_what_else_is_closed_or_not_public_close_nothing(line: str) -> None:
    assert not items(f"Punkt 1: Ejendom\n\n21/100\n\n{line}\n\nBeslutning\n\nKøbes.\n")[0].closed


@pytest.mark.parametrize(
    "title",
    [
        "Lejemål – fortrolig behandling",
        "Fortrolig orientering om en sag",
        "Ikke åbent punkt",
        "Lukket drøftelse",
        "Sygefravær \N{LOCK}",
        "Salg af grund - Ikke offentligt punkt          22/3",
    ],
)
def test_a_title_is_closed_by_a_lock_too_or_before_the_cases_column(title: str) -> None:
    found = items(f"Punkt 1: {title}\n\nBeslutning\n\nSolgt.\n\nPunkt 2: Budget\n\n22/100\n")
    assert [one.closed for one in found] == [True, False]


@pytest.mark.parametrize(
    "title",
    [
        "Personsag",
        "Personsag vedrørende orlov",
        "Støtte (tavshedspligt)",
        "Støtte – tavshedsbelagt",
        "Lederstillinger (kun internt)",
        "Klagesag (må ikke offentliggøres)",
        "Klagesag (ikke til referat)",
        "Ejendomssag          LUKKET",
        "(L) Ejendomssag",
        "Ejendomssag (lukket - jf. § 10)",
        "Ejendomssag (orientering, lukket)",
        "Ejendomssag (Lukket, til beslutning)",
        "Ejendomssag - lukket pkt.",
        "Ejendomssag / lukket",
        "Ejendomssag. Lukket punkt",
        "Ejendomssag: lukket",
        "Ejendomssag – Ej offentligt",
        "Lukket pkt. Ejendomssag",
        "Meddelelser (lukkede)",
        "Fortrolige meddelelser",
        "Punktet er lukket",
    ],
)
def test_titles_of_people_and_secrecy_are_closed(title: str) -> None:
    found = items(f"Punkt 1: {title}\n\nBeslutning\n\nSolgt.\n\nPunkt 2: Budget\n\n22/100\n")
    assert [one.closed for one in found] == [True, False]


@pytest.mark.parametrize(
    "title",
    ["Tavshedspligt", "Kulturhuset lukket – status", "Institutioner (lukket i uge 29)", "Lukkede sager på listen"],
)
def test_a_title_of_what_is_secret_or_closed_itself_is_open(title: str) -> None:
    assert not items(f"Punkt 1: {title}\n\n21/100\n\nBeslutning\n\nReglerne blev gennemgået.\n")[0].closed


@pytest.mark.parametrize(
    "line",
    [
        "Tavshedsbelagt.",
        "Sagen er omfattet af tavshedspligt.",
        "Må ikke offentliggøres",
        "Offentlig: Nej",
        "Publiceres: Nej",
        "Åbent punkt: Nej",
        "Lukket: Ja",
        "Klassifikation: Fortrolig",
        "Åben/lukket sag: Lukket",
        "[x] Lukket [ ] Åben",
        "Åben ☐ Lukket ☒",
        "Punktet er behandlet som lukket punkt",
        "Jf. forvaltningslovens § 27 er punktet tavshedsbelagt",
        "Dørene var lukkede under dette punkt.",
        "Punktet blev behandlet uden tilhørere.",
        "Referatet af dette punkt er fortroligt",
        "Punktet er ikke synligt for offentligheden",
        "Undtaget fra offentliggørelse",
        "Ej offentligt",
    ],
)
def test_first_lines_may_tell_of_secrecy(line: str) -> None:
    assert items(f"Punkt 1: Ejendom\n\n21/100\n\n{line}\n\nBeslutning\n\nKøbes.\n")[0].closed


@pytest.mark.parametrize(
    "line",
    [
        "Lukket: Nej",
        "Lukket behandling: Nej",
        "Offentlig: Ja",
        "☐ Lukket ☒ Åben",
        "Klassifikation: Åben",
        "Broen er lukket.",
    ],
)
def test_first_lines_may_tell_that_an_item_is_open(line: str) -> None:
    assert not items(f"Punkt 1: Ejendom\n\n21/100\n\n{line}\n\nBeslutning\n\nKøbes.\n")[0].closed


@pytest.mark.parametrize("decision", ["Beslutning (lukket): Løn gives.", "Beslutning\n\nLukket\n\nLøn gives."])
def test_a_closed_decision_closes_its_item(decision: str) -> None:
    assert items(f"Punkt 1: Køb\n\n21/100\n\n{decision}\n")[0].closed


@pytest.mark.parametrize("line", ["Lukket punkt.", "Punktet blev behandlet for lukkede døre."])
def test_a_line_further_down_may_tell_so(line: str) -> None:
    below = f"Sagsfremstilling\n\nEt.\n\nTo.\n\nTre.\n\nFire.\n\n{line}\n\nBeslutning\n\nKøbes.\n"
    assert items(f"Punkt 1: Ejendom\n\n21/100\n\n{below}")[0].closed


def test_a_closed_attachment_closes_no_item() -> None:
    assert not items("Punkt 1: Ejendom\n\n21/100\n\nBilag\n\nBud (lukket)\n\nBeslutning\n\nKøbes.\n")[0].closed


@pytest.mark.parametrize(
    "title",
    [
        "Ejendomssag (lukkes)",
        "(lukkes) Ejendomssag",
        "Ejendomssag *lukket*",
        "Ejendomssag \\*lukket\\*",
        "Ejendomssag **LUKKET**",
        "Ejendomssag _fortroligt_",
        "*Lukket* Ejendomssag",
        "- lukket - Ejendomssag",
        "Ejendomssag /lukket/",
        "Ejendomssag {lukket}",
        "Ejendomssag          lukket",
        "Ejendomssag\tLukket",
        "Lukket | Ejendomssag",
        "Lukket Ejendomssag",
        "Ejendomssag Lukket",
        "Ejendomssag lukket punkt",
        "Ejendomssag for lukkede døre",
        "Ejendomssag (på lukket dagsorden)",
        "Ejendomssag (Fortr.)",
        "Ejendomssag (intern, ikke til offentliggørelse)",
        "Ikke-offentligt punkt om en ejendom",
        "Ejendomssag - FORTROLIGT!",
    ],
)
def test_a_title_is_closed_by_words_set_off_before_or_behind_it(title: str) -> None:
    found = items(f"Punkt 1: {title}\n\nBeslutning\n\nSolgt.\n\nPunkt 2: Budget\n\n22/100\n")
    assert [one.closed for one in found] == [True, False]


@pytest.mark.parametrize("title", ["(Ikke offentligt) Ejendomssag", "(lukkes) Ejendomssag", "Ejendomssag *lukket*"])
def test_so_is_one_with_a_number_alone(title: str) -> None:
    found = items(f"1. Budget\n\n22/100\n\n2. {title}\n\nBeslutning\n\nSolgt.\n\n3. Veje\n\n22/102\n")
    assert [one.closed for one in found] == [False, True, False]


@pytest.mark.parametrize("title", ["Ejendomssag (lukkes)", "Ejendomssag *lukket*"])
def test_and_one_in_a_row(title: str) -> None:
    table = f"| Nr. | Punkt | Referat |\n|---|---|---|\n| 1 | Budget | Ok. |\n| 2 | {title} | Solgt. |\n"
    assert [one.closed for one in items(table)] == [False, True]


@pytest.mark.parametrize(
    "title", ["Svømmehallen lukkes", "Skolen (lukkes i 2023)", "Broen holdes lukket", "Lukket børnehave på Møn"]
)
def test_a_title_of_what_is_to_be_closed_is_open(title: str) -> None:
    assert not items(OPENED.format(n=1, title=title))[0].closed
