"""Words that mean the same widen a question."""

import datetime as dt
from pathlib import Path

import pytest

from engines.asked import PUBLIC
from mappings import analysis
from mappings.abbreviations import Abbreviation
from mappings.errors import BadSettings
from mappings.settings import Settings
from search_api.opening import open_service
from search_api.query import SearchRequest
from search_api.readings.reader import Known
from search_api.service import SearchService
from search_api.synonyms import read, shipped, widened
from search_api.understanding import understand


def test_an_abbreviation_asks_for_the_name_and_the_name_for_the_abbreviation() -> None:
    assert {"tastrup", "kommune"} <= set(understand("lokaler i htk").words.terms)
    assert "htk" in understand("Lokaler i høje-taastrup kommune").words.terms
    assert "htk" in understand("Hoeje Taastrup Kommune").words.terms
    assert "htk" not in understand("kommune i Høje og Taastrup").words.terms


def test_an_abbreviation_in_the_genitive_is_the_abbreviation() -> None:
    one, other = understand("HMUs udtalelse"), understand("HMU udtalelse")
    assert (one.words, one.synonyms) == (other.words, other.synonyms)
    assert "Hovedudvalg" in one.meaning


def test_synonyms_are_evidence_and_nothing_is_required_for_them() -> None:
    understood = understand("økonomiudvalget")
    assert "ou" in understood.words.terms
    assert understood.words.stems == (analysis.stem("økonomiudvalget"),)
    assert understood.terms == ("økonomiudvalget",)


@pytest.mark.parametrize(("capitals", "small", "added"), [("MED", "med", "udvalg"), ("KL", "kl", "landsforening")])
def test_what_is_an_ordinary_word_too_must_be_typed_in_capitals(capitals: str, small: str, added: str) -> None:
    assert added in understand(f"drøftelse i {capitals}").words.terms
    assert added not in understand(f"drøftelse {small} 10 personer").words.terms


@pytest.mark.parametrize(
    ("question", "term"),
    [("25 procent", "pct"), ("25 pct.", "procent"), ("kapitel 3", "kap"), ("tlf. til vagten", "telefon")],
)
def test_what_is_written_short_is_what_is_written_in_full(question: str, term: str) -> None:
    assert term in {form.term for one in understand(question).words.choices for way in one.ways for form in way}


def test_capitals_are_looked_for_in_what_was_typed_around_a_reading() -> None:
    today = Known(today=dt.date(2026, 11, 25))
    assert "udvalg" in understand("Drøftelse i 2021 i MED", known=today).words.terms
    assert "udvalg" not in understand("Drøftelse i 2021 i med", known=today).words.terms


@pytest.mark.parametrize(
    ("question", "meaning"),
    [
        ("PPR ventetid", "ppr Pædagogisk Psykologisk Rådgivning ventetid"),
        ("lukning af sfo", "lukning af sfo skolefritidsordning"),
        ("drøftet i MED", "med MED-udvalg"),
        ("møde med naboerne", "møde med naboerne"),
        ("byrådet", "byrådet"),
        ("pædagogisk psykologisk rådgivning", "pædagogisk psykologisk rådgivning"),
    ],
)
def test_the_model_is_told_what_an_abbreviation_stands_for(question: str, meaning: str) -> None:
    assert understand(question).meaning == meaning


def test_an_abbreviation_of_one_word_is_looked_for_as_that_word() -> None:
    assert ("skolefritidsordning",) in understand("sfo").words.related
    assert understand("HTK").words.related == ()
    assert understand("sfo", related_words=False).words.related == ()


def test_one_way_is_one_way() -> None:
    assert "tillidsreprasentant" in understand("ny TR").words.terms
    assert "tr" not in understand("ny tillidsrepræsentant").words.terms


def test_an_abbreviation_in_the_genitive_asks_for_the_name_too() -> None:
    assert "okonomiudvalg" in understand("lån på ØUs møde").words.terms
    assert understand("TRs rolle").meaning == "TRs tillidsrepræsentant rolle"


def required(question: str) -> tuple[set[str], list[tuple[set[str], tuple[tuple[str, ...], ...]]]]:
    words = understand(question).words
    alone = [({form.term for way in one.ways for form in way}, one.runs) for one in words.choices]
    return {form.term for form in words.forms}, alone


def test_an_item_may_call_it_by_any_of_the_words_that_mean_the_same() -> None:
    assert required("ny HMU") == ({"ny"}, [({"hmu", "hovedudvalg"}, ())])
    assert required("ventetid i PPR") == (
        {"ventetid"},
        [({"ppr"}, (("pædagogisk", "psykologisk", "rådgivning"),))],
    )
    assert required("Pædagogisk Psykologisk Rådgivning") == (
        set(),
        [({"padagogisk", "psykologisk", "radgive", "ppr"}, ())],
    )
    assert required("ny tillidsrepræsentant")[1] == []  # one way


@pytest.mark.parametrize(
    ("question", "asked", "same"),
    [
        ("lukning af skolefritidsordninger", "skolefritidsordninger", "sfo"),
        ("Teknik- og Miljøudvalgets møder", "teknik og miljøudvalgets", "tmu"),
        ("sundhedsstyrelsens råd", "sundhedsstyrelsens", "sst"),
        ("nye P-pladser", "p pladser", "parkeringsplads"),
    ],
)
def test_a_synonym_is_asked_for_in_any_form_of_its_last_word(question: str, asked: str, same: str) -> None:
    understood = understand(question)
    assert same in understood.synonyms[asked]
    assert same in required(question)[1][0][0]
    assert analysis.terms(same)[0] in understood.words.terms


def test_an_abbreviation_has_no_other_forms_and_a_word_is_no_synonym_of_its_own() -> None:
    assert understand("mus").synonyms == understand("sfoen").synonyms == {}
    assert understand("byrådets").synonyms == {"byrådets": ("kommunalbestyrelse", "kommunalbestyrelsen")}


@pytest.mark.parametrize(
    ("short", "full"),
    [("KL", "Kommunernes Landsforening"), ("BUS", "Børne- og Ungestab"), ("SÆ", "Sundhed og Ældre")],
)
def test_no_item_holds_a_long_name_by_an_ordinary_word_that_folds_as_its_abbreviation(short: str, full: str) -> None:
    ours = widened(shipped(), {Abbreviation(short, full): 3})
    assert understand(short, ours).synonyms != {}
    assert understand(full, ours).synonyms == {}
    assert understand(full, ours).words.choices == ()


def test_an_excluded_word_brings_no_synonyms() -> None:
    assert "kommune" not in understand("lokaler -htk").words.terms


def test_an_operators_own_file_is_added_to_the_shipped(tmp_path: Path) -> None:
    file = tmp_path / "egne.txt"
    file.write_bytes("\ufeff# vores\n\nBYC, Bygge- og Ejendomscenter # center\r\nHRC => HR-centret\n".encode())
    ours = read(file)
    assert {"ejendomscenter", "center"} <= set(ours.terms("byc"))
    assert "byc" in ours.terms("Bygge og ejendomscenter")
    assert "kommune" in ours.terms("HTK")
    assert shipped().terms("byc") == ()
    assert "byc" in understand("bygge- og ejendomscenter", ours).words.terms


@pytest.mark.parametrize(
    ("content", "line", "says"),
    [
        (b"a, b\n\xe6 => b\n", 2, "UTF-8"),
        (b"# x\n\na =>\n", 3, "nothing stands"),
        (b"=> a\n", 1, "nothing stands"),
        (b"a,,b\n", 1, "nothing stands"),
        (b"a, !!\n", 1, "nothing stands"),
        (b"alene\n", 1, "no synonym"),
        (b"ens, Ens\n", 1, "no synonym"),
        (b"x, y\n" + b", ".join(b"ord%d" % one for one in range(1_000)), 2, "line break"),
        (b"a => b => c\n", 1, "more than one"),
        (b"a => b\nb => c\nc => a\n", 3, "leads back"),
        (b"a => A\n", 1, "leads back"),
        (b"udvalg => TR\ntillidsrepr\xc3\xa6sentant => udvalg\n", 2, "leads back"),
    ],
)
def test_a_faulty_line_is_told(tmp_path: Path, content: bytes, line: int, says: str) -> None:
    file = tmp_path / "egne.txt"
    file.write_bytes(content)
    with pytest.raises(BadSettings, match=rf"egne\.txt, line {line}: .*{says}"):
        read(file)


def test_a_file_that_is_not_there_is_told_before_anything_is_opened(tmp_path: Path) -> None:
    with pytest.raises(BadSettings, match=r"REFERAT_SYNONYMS: .*ingen\.txt cannot be read"):
        open_service(Settings(data=tmp_path / "data", synonyms=str(tmp_path / "ingen.txt")))


def test_what_is_called_otherwise_ranks_higher_for_its_synonym(service: SearchService, tmp_path: Path) -> None:
    file = tmp_path / "egne.txt"
    file.write_text("UVK => vindmøller\n", encoding="utf-8")
    ours = SearchService(service._engine, service._embedder, read(file))
    item = "byraadet-2021-06-07-02"

    def score(asked: SearchService) -> float:
        answer = asked.search(SearchRequest(question="uvk"), PUBLIC)
        return next(one.score for one in (*answer.results, *answer.similar) if one.id == item)

    assert score(ours) > score(service)


TMC = Abbreviation("TMC", "Teknik- og Miljøcenter")


def test_what_the_minutes_abbreviate_is_a_synonym_both_ways() -> None:
    ours = widened(shipped(), {TMC: 2, Abbreviation("TMC", "teknik- og miljøcentret"): 1})
    assert {"teknik", "miljocenter", "center"} <= set(ours.terms("flytning af TMC"))
    assert "tmc" in ours.terms("Teknik og Miljøcenter")
    assert "kommune" in ours.terms("HTK")


def test_of_two_meanings_the_one_that_nearly_all_have() -> None:
    other = Abbreviation("TMC", "Trekantens Musikcenter")
    assert widened(shipped(), {TMC: 5, other: 5}).terms("tmc") == ()
    assert "miljocenter" in widened(shipped(), {TMC: 9, other: 1}).terms("tmc")


def test_a_file_has_the_last_word() -> None:
    ours = widened(shipped(), {Abbreviation("KL", "Kulturens Laboratorium"): 50})
    assert "laboratorium" not in ours.terms("KL")
    assert "landsforening" in ours.terms("KL")


def test_what_is_shipped_one_way_only_may_be_something_else_here() -> None:
    ours = widened(shipped(), {Abbreviation("TR", "Tryg Retur"): 2})
    assert {"tryg", "retur", "tillidsreprasentant"} <= set(ours.terms("samtaler i TR"))
    assert ours.in_full(["tr"], "TR") == ["tr", "Tryg Retur"]


def test_a_file_of_the_operator_has_the_last_word_also_one_way(tmp_path: Path) -> None:
    file = tmp_path / "egne.txt"
    file.write_text("XTR => udvalg\n", encoding="utf-8")
    assert "retur" not in widened(read(file), {Abbreviation("XTR", "Ekstra Tryg Retur"): 2}).terms("XTR")


def test_an_abbreviation_with_capitals_inside_is_none_in_small_letters() -> None:
    assert "medium" in understand("SoMe").words.terms or "medie" in understand("SoMe").words.terms
    assert understand("some rules").meaning == "some rules"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("lov om social service", "serviceloven"),
        ("serviceloven", "lov om social service"),
        ("2FA", "totrinsbekræftelse"),
    ],
)
def test_a_law_is_called_by_its_short_name_and_by_its_title(question: str, said: str) -> None:
    assert said in understand(question).synonyms[question.lower()]


def test_initials_are_no_synonyms() -> None:
    assert widened(shipped(), {Abbreviation("AL", "Anna Lund", person=True): 3}).terms("AL") == ()


def test_an_abbreviation_that_is_an_ordinary_word_must_be_typed_in_capitals() -> None:
    ours = widened(shipped(), {Abbreviation("BUS", "Børne- og Ungestab"): 3})
    assert "ungestab" in ours.terms("BUS")
    assert ours.terms("bus") == ()


@pytest.mark.parametrize(
    ("short", "full", "typed", "ordinary"),
    [
        ("ØF", "Økonomisk Forvaltning", ("ØF", "øf", "oef"), "appointment of lay judges"),
        ("MA", "Miljøafdelingen", ("MA", "ma"), "må man parkere her"),
        ("MA", "Miljøafdelingen", ("MA", "ma"), "maa man parkere her"),
        ("SÆ", "Sundhed og Ældre", ("SÆ", "sæ", "sae"), "så snart det kan lade sig gøre"),
        ("SÆ", "Sundhed og Ældre", ("SÆ", "sæ", "sae"), "saa snart det kan lade sig goere"),
        ("LAR", "lokal afledning af regnvand", ("LAR", "lar"), "lær at svømme"),
    ],
)
def test_no_ordinary_word_is_an_abbreviation_that_only_folds_as_it_does(
    short: str, full: str, typed: tuple[str, ...], ordinary: str
) -> None:
    ours = widened(shipped(), {Abbreviation(short, full): 3})
    assert ours.terms(ordinary) == ()
    assert ours.others(ordinary.split()) == {}
    assert ours.in_full(ordinary.split(), f"{short} {ordinary}") == ordinary.split()
    for one in typed:
        assert ours.in_full([one.lower()], one) == [one.lower(), full]


def test_an_empty_line_in_a_file_is_nothing_and_an_empty_file_neither(tmp_path: Path) -> None:
    file = tmp_path / "egne.txt"
    file.write_text("\n   \n# intet\n\nBYC, Bygge- og Ejendomscenter\n\n", encoding="utf-8")
    assert "ejendomscenter" in read(file).terms("byc")
    file.write_text("", encoding="utf-8")
    assert read(file).terms("HTK") == shipped().terms("HTK")


@pytest.mark.parametrize(
    ("asked", "held"),
    [
        ("corona", "covid"),
        ("personaleportalen", "intranet"),
        ("ledertræf", "lederdag"),
        ("fartbumpene", "vejbump"),
        ("plejecenter", "plejehjem"),
        ("brud på persondatasikkerheden", "databrud"),
        ("distancearbejde", "hjemmearbejde"),
    ],
)
def test_what_has_two_names_is_held_by_either(asked: str, held: str) -> None:
    (choice,) = understand(asked).words.choices
    assert analysis.forms(held) in {form for way in choice.ways for form in way}


@pytest.mark.parametrize(
    ("asked", "near"), [("hjemmearbejde", "distancearbejde"), ("chefen", "leder"), ("skat", "afgift")]
)
def test_what_is_merely_near_or_leads_one_way_is_not_held(asked: str, near: str) -> None:
    ways = {form.term for choice in understand(asked).words.choices for way in choice.ways for form in way}
    assert analysis.terms(near)[0] not in ways
