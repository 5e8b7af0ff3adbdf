"""Who asks, what for, and that an answer would be welcome: nothing of it is searched for."""

import pytest

from search_api.understanding import understand


@pytest.mark.parametrize(
    "question",
    [
        "Min chef spørger, om vi har besluttet noget om kantinen",
        "En borger i byen spørger, hvad vi har besluttet om kantinen",
        "Borgmesteren vil vide, om vi har drøftet kantinen",
        "Afdelingslederen har spurgt, hvornår vi drøftede kantinen",
        "Vi har fået en henvendelse fra en journalist, der vil vide, hvad der er besluttet om kantinen",
        "Jeg skal hjælpe en kollega fra Økonomi, som spørger, om vi har taget stilling til kantinen",
        "Jeg vil høre, om der er nyt om kantinen",
        "Jeg er ny i afdelingen og vil gerne vide, hvad der er besluttet om kantinen",
        "Jeg er tillidsrepræsentant og vil gerne se beslutningen om kantinen",
        "Jeg er blevet bedt om at finde ud af, hvad der er besluttet om kantinen",
        "Jeg er ved at skrive et notat om kantinen. Kan I sende mig referatet?",
        "Vi er i gang med at undersøge kantinen. Hvad er der besluttet?",
        "Kan I hjælpe mig? Det handler om kantinen.",
        "Jeg kan ikke finde sagen om kantinen. Ved I, hvor den er?",
        "Må jeg bede om referatet om kantinen?",
        "Har du mulighed for at finde beslutningen om kantinen?",
        "Hvis I har noget om kantinen, vil jeg gerne have det",
        "Tak for sidst. Hvad besluttede vi om kantinen? Mange tak på forhånd.",
        "Er der truffet beslutning om kantinen, og hvad var begrundelsen?",
        "Vi er blevet spurgt, om I har behandlet noget om kantinen",
        "Vores nye direktør vil gerne vide, om der er besluttet noget om kantinen",
        "Hej Lise. Kan du ikke lige slå op, hvad der står om kantinen?",
        "Er der nogen af jer, der ved, hvad der blev besluttet om kantinen?",
        "Kan I hurtigt tjekke, om vi nogensinde har haft kantinen på dagsordenen?",
        "Der er en borger, der spørger til kantinen",
        "Jeg sidder med en sag om kantinen. Har vi behandlet det før?",
        "Undskyld jeg forstyrrer, men hvad blev der sagt om kantinen?",
        "Hvad blev begrundelsen for kantinen",
        "Hvad besluttede ledelsen om kantinen",
        "hvad siger politikerne om kantinen",
    ],
)
def test_of_a_mail_only_the_matter_is_searched_for(question: str) -> None:
    assert set(understand(question).terms) - {"for"} == {"kantinen"}


@pytest.mark.parametrize(
    "question",
    [
        "A journalist asks what we decided about the canteen",
        "My manager wants to know what was decided about the canteen",
        "I am new in the municipality and would like to know whether we have decided anything about the canteen",
        "Could you please point me to the decision on the canteen",
        "what did the board decide about the canteen",
        "has the council decided anything about the canteen",
        "what was decided by the committee about the canteen",
        "is there anything about the canteen in the minutes",
        "where can I read about the canteen",
        "Does anyone know whether we have decided anything about the canteen?",
        "Please let me know what the council decided on the canteen",
        "Can anyone tell me whether the town council has dealt with the canteen before?",
        "Have we previously dealt with the canteen? If so, when?",
        "any news on the canteen",
        "what was the reason for the canteen. Could you send me the minutes? Thank you very much in advance.",
    ],
)
def test_of_an_english_mail_only_the_matter_is_searched_for(question: str) -> None:
    assert understand(question).terms == ("canteen",)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Ældrerådet spørger om kantinen", ["ældrerådet", "spørger", "kantinen"]),
        ("jeg er nabo til havnen og vil gerne høre om kantinen", ["nabo", "havnen"]),
        ("er det muligt at få dispensation", ["dispensation"]),
        ("vi har brug for pædagoger", ["brug", "pædagoger"]),
        ("ledelsen af kantinen", ["ledelsen"]),
        ("nabo sager om støj", ["nabo", "støj"]),
        ("borgerne hørt, hvad har vi besluttet om støj", ["borgerne", "hørt", "støj"]),
        ("studerende spørger om boliger", ["boliger"]),
        ("hvad har vi besluttet om at spørge borgerne", ["spørge", "borgerne"]),
        ("virksomhed søger om tilladelse, hvad blev besluttet", ["virksomhed", "tilladelse"]),
        ("borgere og virksomheder", ["borgere", "virksomheder"]),
        ("medarbejdere vil have kantine", ["medarbejdere"]),
        ("board games in the library", ["board", "games", "library"]),
        ("management of the canteen", ["management", "canteen"]),
        ("what about council housing", ["council", "housing"]),
        ("Kantinen må gerne sælge øl. Kan vi sælge det?", ["sælge"]),
    ],
)
def test_what_says_something_of_the_matter_stays(question: str, words: list[str]) -> None:
    assert set(words) <= {term.lower() for term in understand(question).terms}


def test_the_last_sentence_is_the_question_where_nothing_else_is_one() -> None:
    assert "kantinen" in understand("Hej. Kan I finde sagen om kantinen? Tak").terms
    assert understand("Kan I sende mig referatet?").terms
