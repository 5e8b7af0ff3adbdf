"""What compounds are made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.compounds import measured, read
from mappings import analysis
from mappings.compounds import split


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("hjemmearbejdspladsen", "hjemme arbejde plads"),
        ("sygefraværsstatistik", "syge fravær statistik"),
        ("byrådsbeslutningerne", "by råd beslutning"),
        ("børnehaver", "barn have"),
        ("kommuneplan", "kommune plan"),
        ("elbil", "el bil"),
        ("idrætspark", "idræt park"),
        ("idrætsparken", "idræt park"),
        ("indgangsport", "indgang port"),
        ("opstillingskreds", "opstilling kreds"),
        ("totalentreprisen", "total entreprise"),
        ("parkeringsplads", "parkering plads"),
        ("idrætsforening", "idræt forening"),
        ("takstblad", "takst blad"),
        ("underretningspligt", "underretning pligt"),
        ("fritidscenter", "fritid center"),
    ],
)
def test_a_compound_is_its_parts_in_order(word: str, parts: str) -> None:
    compound = split(word)
    assert compound is not None
    assert compound.parts == tuple(parts.split())


@pytest.mark.parametrize(
    "word",
    [
        *("kultur", "søndag", "forældre", "klubben", "kandidat", "regnskab", "indstilling", "by"),
        *("pingvin", "entreprise", "frivillig", "fritid", "billeder"),
    ],
)
def test_a_word_that_only_looks_like_one_stays_whole(word: str) -> None:
    assert split(word) is None


def test_the_labelled_words_come_out_as_a_reader_has_them() -> None:
    labelled = read()
    final = measured([one for one in labelled if one.subset == "final"])
    assert final.right >= 0.9
    assert final.spurious <= 0.1
    assert sum(any(one.readings) for one in labelled) >= 150
    assert sum(not any(one.readings) for one in labelled) >= 100


def test_a_compound_that_no_table_knows_meets_its_forms_and_its_parts() -> None:
    forms = ["bevillingsnævn", "bevillingsnævnet", "bevillingsnævnenes"]
    assert len({analysis.terms(form) for form in forms}) == 1
    assert analysis.terms("bevillingsnævn")[1:] == ("bevilling", "navn")


@pytest.mark.parametrize(
    ("word", "part"),
    [
        ("likviditetsprognose", "likviditet"),
        ("sagsbehandling", "behandling"),
        ("aktualitetskrav", "aktualitet"),
    ],
)
def test_a_part_is_the_term_that_it_is_by_itself(word: str, part: str) -> None:
    assert analysis.terms(part)[0] in analysis.terms(word)[1:]


def test_a_compound_typed_without_danish_letters_is_the_same() -> None:
    assert analysis.terms("sygefravaersstatistik") == analysis.terms("sygefraværsstatistik")


@given(st.text(alphabet="abcdefghijklmnoprstuvyæøå", min_size=1, max_size=60))
def test_no_word_breaks_the_splitter(word: str) -> None:
    compound = split(word)
    assert compound is None or (len(compound.parts) > 1 and all(compound.parts) and compound.lemma)
