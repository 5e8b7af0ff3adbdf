import re
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer import sentences as module
from indexer.sentences import sentences
from mappings import danish


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mødet holdes d. 8. februar 2021 på rådhuset.",
        "Ferien ligger fra 2.-3. sep. i år.",
        "Program for direktionsseminar den 28. – 29. juni 2021.",
        "Frist d. 3. Maj.",
        "Undervisning i 1. 2. og 3. klasse.",
        "Netværkene ændres bl.a. hvert 3. år.",
        "Det gælder f.eks. Hedehusene og Fløng.",
        "Det gælder fx. Hedehusene.",
        "Forslaget koster ca. 5 mio. kr. om året.",
        "Prisen er 5 mio. DKK ekskl. moms.",
        "Kommunen følger lov om social service, jf. § 16, stk. 2.",
        "Notat vedr. Høje-Taastrup Kommune mht. Vestegnen.",
        "Ift. BYC er der afsat midler inkl. lønudgifter.",
        "Se pkt. 3 i afd. Nord, tlf. 43 59 10 00.",
        "Ordningen gælder t.o.m. Påsken.",
        "Den s.k. Kbh. model.",
        "Kompetencer, roller m.v. i kommunen.",
        "Bøger, blade osv. på biblioteket.",
        "H. C. Andersen holdt oplæg.",
        "K.E. Mortensen tog forbehold.",
        "Tilbagesendes Magistratens 2. Afdeling med bemærkning.",
        "Henvendelse fra Sct. Olaf.",
        "Ad 1. Godkendt.",
        "Ad 1.-3. Godkendt.",
        "Punkt 4. Udsat.",
        "2. Kommunen afholder udgiften.",
        "Kl. 8.30 mødes man.",
        "Hvad? spurgte han.",
    ],
)
def test_one_sentence_stays_one(sentence: str) -> None:
    assert split(sentence) == [sentence]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Direktionen godkendte indstillingen.", "Sagen genoptages."),
        ("Det sker via byrådhøjskolen mv.", "Det blev aftalt."),
        ("Roller, kompetencer m.v.", "Direktionen drøftede."),
        ("Møder, kurser osv.", "Herefter følges op."),
        ("Der afsættes 2 mio. kr.", "Direktionen godkendte."),
        ("Der afsættes 354 mio.kr.", "På andre områder sker intet."),
        ("Det blev besluttet at udskyde punkt 6.", "Ellers godkendt."),
        ("Andelen er 5 pct.", "Målet er 7."),
        ("Det er fra 2021.", "Direktionen godkendte."),
        ("Der er købt en bil.", "Direktionen godkendte."),
        ("Kommunen bruger el.", "Direktionen godkendte."),
        ("Ad 1. Godkendt.", "Ad 2. Udsat."),
        ("Kan det lade sig gøre?", "Ja!"),
        ("Han sagde: »Godkendt.«", "Så gik han."),
        ("(Prisen er uden moms mv.)", "Herefter drøftes sagen."),
        ("Han tøvede...", "Så gik han."),
    ],
)
def test_two_sentences_are_two(first: str, second: str) -> None:
    assert split(f"{first} {second}") == [first, second]


def test_a_line_is_never_joined_with_the_next() -> None:
    assert split("Der drøftes:\n- budget\n- evt. bemanning, jf.\nbilag 2\n\nGodkendt.") == [
        "Der drøftes:",
        "- budget",
        "- evt. bemanning, jf.",
        "bilag 2",
        "Godkendt.",
    ]


def test_space_alone_holds_no_sentence() -> None:
    assert sentences("") == []
    assert sentences(" \n\t\n ") == []


@given(st.text(alphabet=st.sampled_from('aBå1 .,?!\n\t-–()»"m.v.kr. Ad…\u2028\x85§')))
def test_every_character_but_space_is_in_one_sentence_in_order(text: str) -> None:
    spans = sentences(text)
    assert "".join(text[start:end] for start, end in spans).translate(_NO_SPACE) == text.translate(_NO_SPACE)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


_NO_SPACE = {number: None for number in range(0x3000) if chr(number).isspace()}


def test_the_abbreviations_are_many_and_written_as_printed() -> None:
    entries = danish.words("abbreviations")
    assert len(entries) >= 80
    assert {"bl.a.", "f.eks.", "mht.", "§", "Kbh.", "t.o.m.", "s.k.", "m.v.", "osv."} <= entries
    assert not [entry for entry in entries if not re.fullmatch(r"\S+\.|§+", entry)]


def test_what_ends_sentences_is_among_the_abbreviations() -> None:
    known = {entry.lower() for entry in danish.words("abbreviations")}
    assert set(module._ENDING.split()) <= known


@pytest.mark.parametrize("piece", ["1. 2. ", "a. ", "kr. A ", "!", ". ", "1.-", "ad "])
def test_no_text_is_slow(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    began = time.process_time()
    sentences(text)
    assert time.process_time() - began < 10  # under 1 s on an idle core; the square of it would be minutes
