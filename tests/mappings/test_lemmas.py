"""Which words are forms of one another."""

import subprocess
import sys

import pytest

from mappings import analysis
from mappings.lemmas import lemma


@pytest.mark.parametrize(
    "forms",
    [
        "budget budgettet budgetter budgetterne",
        "by byer byen byernes",
        "bog bøger bogen bøgerne",
        "barn børn barnet børnenes",
        "beslutte besluttede besluttet beslutter beslutning beslutningen beslutningerne",
        "godkende godkendt godkendte godkendelse godkendelsen",
        "orientere orienterede orientering",
        "kvittere kvitterede kvitterer kvittering",
        "underrette underrettede underretning underretninger",
        "ansøge ansøgte ansøgning ansøgningen",
        "udpege udpeget udpegning",
        "forurene forurenet forurening",
        "erstatte erstatning erstatninger",
        "åbne åbnede åbning",
        "annoncere annoncering",
        "visitere visiteret visitation",
        "ekspropriere ekspropriation",
        "offentliggøre offentliggjort offentliggørelse",
        "borger borgere borgerne borgernes",
        "leder ledere lederne lederen",
        "vej veje vejene",
        "stor stort store",
        "god godt gode",
        "svær svært svære",
        "fin fint fine",
        "grøn grønt grønne",
        "cykel cyklen cykler cyklerne",
        "lejer lejere lejeren lejerne",
        "mester mesteren mestre mestrene",
        "skat skatten",
        "toilet toilettet toiletter",
        "dække dækket dækkede",
        "aftale aftalt aftalte",
        "afholde afholdt afholdelse",
        "indgå indgået indgåelse",
        "sælge solgt salg salget",
        "købe købt køb",
        "vælge valgt valg",
        "udbyde udbudt udbud udbuddet",
        "afslå afslået afslag",
        "foreslå foreslået forslag",
        "stige steget stigning",
        "fælde fældet fældning",
    ],
)
def test_forms_of_one_word_share_a_term(forms: str) -> None:
    assert len({analysis.terms(form)[0] for form in forms.split()}) == 1


@pytest.mark.parametrize("word", ["ældre", "bedre", "får", "flere", "mindre", "krag", "udseende"])
def test_some_words_are_their_own_lemma(word: str) -> None:
    assert lemma(word) == word


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("forening", "forene"),
        ("ansøger", "ansøge"),
        ("omgivelser", "omgive"),
        ("forvaltning", "forvalte"),
        ("ældre", "gammel"),
        ("leder", "lede"),
        ("ledelse", "lede"),
    ],
)
def test_words_that_went_their_own_way_stay_apart(a: str, b: str) -> None:
    assert analysis.terms(a)[0] != analysis.terms(b)[0]


@pytest.mark.parametrize(
    ("old", "now"),
    [
        ("retningslinier", "retningslinje"),
        ("kommunikationslinie", "kommunikationslinjerne"),
        ("linieføringen", "linjeføring"),
        ("resurserne", "ressource"),
        ("personaleresurse", "personaleressourcer"),
    ],
)
def test_old_spelling_is_the_same_word(old: str, now: str) -> None:
    assert analysis.terms(old) == analysis.terms(now)


@pytest.mark.parametrize(("typed", "word"), [("boeger", "bog"), ("laererne", "lærer"), ("aargang", "årgang")])
def test_a_word_typed_without_danish_letters_is_the_same_word(typed: str, word: str) -> None:
    assert analysis.terms(typed)[0] == analysis.terms(word)[0]


@pytest.mark.parametrize(
    ("typed", "word"),
    [("stotte", "støtte"), ("ovelser", "øvelse"), ("losningen", "løsning"), ("malsatning", "målsætning")],
)
def test_a_word_typed_with_bare_letters_is_the_same_word(typed: str, word: str) -> None:
    assert analysis.terms(typed)[0] == analysis.terms(word)[0]
    assert analysis.spelled(typed) != typed


@pytest.mark.parametrize("typed", ["store", "anders", "aflases", "lon", "zzyzx"])
def test_a_word_as_it_stands_one_of_two_meanings_and_a_short_one_are_not_spelled_otherwise(typed: str) -> None:
    assert analysis.spelled(typed) == typed


def test_what_is_no_word_of_the_table_is_its_stem() -> None:
    assert lemma("wobblerne") is None
    assert analysis.terms("wobblerne")[0] == analysis.stem("wobblerne")
    assert analysis.terms("21/5239") == ("21/5239",)
    assert analysis.terms("2021") == ("2021",)


def test_the_table_is_read_only_when_asked() -> None:
    code = "import mappings.analysis, mappings.lemmas as l; assert l._table.cache_info().currsize == 0; l.lemma('x')"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
