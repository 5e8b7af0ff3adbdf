"""Which lines open a section, and which only look as if they did."""

import pytest

from tests.indexer.parsing.writing import DECIDED, LONG, item, kinds


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Baggrund", "background"),
        ("Resumé", "background"),
        ("Resume:", "background"),
        ("Indstilling", "recommendation"),
        ("Administrationens indstilling", "recommendation"),
        ("Indstilling:", "recommendation"),
        ("INDSTILLING", "recommendation"),
        ("Indstilling og beslutning", "recommendation"),
        ("Sagsfremstilling", "exposition"),
        ("Sagsfremstilling:", "exposition"),
        ("Problemstilling", "exposition"),
        ("Sagsindhold:", "exposition"),
        ("Løsning", "exposition"),
        ("Økonomi", "economy"),
        ("Økonomiske konsekvenser", "economy"),
        ("Økonomi og personale", "economy"),
        ("Bilag", "attachments"),
        ("Bilag:", "attachments"),
        ("Beslutning", "decision"),
        ("Beslutning:", "decision"),
        ("Beslutning/referat", "decision"),
        (DECIDED, "decision"),
        ("Retsgrundlag", "other"),
        ("Kommunikation", "other"),
    ],
)
@pytest.mark.parametrize("look", ["{}", "**{}**", "## {}", "### **{}**", "# {}", "{}\n------"])
def test_a_section_is_known_by_its_name_in_any_look(heading: str, kind: str, look: str) -> None:
    assert kinds(item(f"{look.format(heading)}\n\nNoget blev sagt."))[0] == (kind, heading)


@pytest.mark.parametrize(
    "sentence",
    [
        "Beslutningen om at udsætte sagen blev truffet den 27-09-2016.",
        "Beslutning om budgettet træffes af Byrådet den 04-10-2016",
        "Beslutning i sagen blev truffet den 04-10-2016.",
        "Beslutning Direktionen traf den 27-09-2016, er stadig gældende for alle centre.",
        "Beslutninger, der vedrører flere centre, forelægges Direktionen.",
        "Opfølgning på Byrådets beslutning den 27-09-2016.",
        "I henhold til Byrådets beslutning af 27. september 2016 (pkt. 4).",
        "Bilag til Økonomi- og Erhvervsudvalgets beslutning den 27-09-2016",
        "Ifølge Direktionens beslutning den 27-09-2016.",
        "Referat af Teknisk Udvalgets beslutning den 27-09-2016",
        "Redegørelse for Byrådets beslutning",
        "Som Byrådets beslutning den 27-09-2016",
        "Beslutning herom træffes på et senere møde",
        "Bilag 1 er revideret siden sidst.",
        "Indstillingen er uændret.",
        "Økonomien er stram.",
        "Baggrunden er velkendt.",
        "- Økonomi",
        "1. Bilag",
        "| Økonomi | 3 |",
    ],
)
def test_a_sentence_that_begins_like_a_heading_is_text(sentence: str) -> None:
    found = item(f"Sagsfremstilling\n\n{LONG}\n\n{sentence}\n\n{LONG}")
    assert kinds(found) == [("exposition", "Sagsfremstilling")]
    assert found.decisions == ()


def test_a_wrapped_line_that_is_only_a_name_is_text() -> None:
    found = item(
        "Sagsfremstilling\n\nForvaltningen henviser i øvrigt til det, som fremgår af de vedlagte\nBilag\nog notater."
    )
    assert kinds(found) == [("exposition", "Sagsfremstilling")]


UNENDED = "Indstilling\n- at forslaget om ny cykelsti godkendes og sendes i offentlig høring"


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Beslutning", "decision"),
        ("BESLUTNING", "decision"),
        ("Beslutning Socialudvalget den 05-10-2021", "decision"),
        ("Sagsfremstilling", "exposition"),
        ("Bilag", "attachments"),
        ("Økonomi", "economy"),
    ],
)
def test_a_name_that_text_follows_heads_a_section_below_an_unended_line(heading: str, kind: str) -> None:
    found = item(f"{UNENDED}\n{heading}\nGodkendt.")
    assert kinds(found) == [("recommendation", "Indstilling"), (kind, heading)]


def test_a_name_heads_a_section_below_an_attachment() -> None:
    found = item("Bilag\nHøringssvar fra borgere og foreninger i hele byen.pdf\nBeslutning\nGodkendt.")
    assert found.attachments == ("Høringssvar fra borgere og foreninger i hele byen.pdf",)
    assert [one.text for one in found.decisions] == ["Godkendt."]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("efter en offentlig høring", "er truffet."),
        ("om det, der følger af", "Godkendt."),
        ("efter høring,", "Godkendt."),
    ],
)
def test_a_name_that_a_sentence_asks_for_is_text(above: str, below: str) -> None:
    found = item(f"Indstilling\n- at forslaget om cykelsti godkendes, {above}\nBeslutning\n{below}")
    assert kinds(found) == [("recommendation", "Indstilling")]


@pytest.mark.parametrize(
    ("exposition", "economy"),
    [
        ("## Sagsfremstilling", "### Økonomi"),
        ("## Sagsfremstilling", "**Økonomi**"),
        ("## Sagsfremstilling", "Økonomi"),
        ("**Sagsfremstilling**", "Økonomi"),
        ("Sagsfremstilling", "*Økonomi*"),
    ],
)
def test_economy_deeper_than_the_exposition_is_its_subheading(exposition: str, economy: str) -> None:
    found = item(
        f"{exposition}\n\n{LONG}\n\n{economy}\n\n{LONG}\n\n{exposition.replace('Sagsfremstilling', 'Bilag')}\n\nA"
    )
    assert [kind for kind, _ in kinds(found)] == ["exposition", "attachments"]
    assert "\n\nØkonomi\n\n" in found.sections[0].text


@pytest.mark.parametrize(
    ("exposition", "economy"),
    [
        ("## Sagsfremstilling", "## **Økonomi**"),
        ("### Sagsfremstilling", "## Økonomi"),
        ("**Sagsfremstilling**", "**Økonomi**"),
        ("Sagsfremstilling", "Økonomi"),
        ("Sagsfremstilling", "**Økonomi**"),
    ],
)
def test_economy_as_high_as_the_exposition_is_a_section(exposition: str, economy: str) -> None:
    found = item(f"{exposition}\n\n{LONG}\n\n{economy}\n\n{LONG}")
    assert [kind for kind, _ in kinds(found)] == ["exposition", "economy"]


def test_economy_among_plain_subheadings_is_one_of_them() -> None:
    found = item(
        f"Sagsfremstilling\n\n{LONG}\n\nØkonomi\n\n{LONG}\n\nTidsplan for arbejdet\n\n{LONG}\n\nBilag\n\nNotat"
    )
    assert [kind for kind, _ in kinds(found)] == ["exposition", "attachments"]


def test_economy_after_the_plain_subheadings_closes_the_exposition() -> None:
    found = item(
        f"Sagsfremstilling\n\n{LONG}\n\nTidsplan for arbejdet\n\n{LONG}\n\nØkonomi\n\n{LONG}\n\nBilag\n\nNotat"
    )
    assert [kind for kind, _ in kinds(found)] == ["exposition", "economy", "attachments"]


def test_a_hard_name_is_a_section_however_levels_shift() -> None:
    found = item(
        "### Baggrund\n\nA.\n\n## **Beslutning Direktionen den 04-10-2016**\n\nB.\n\n#### Bilag\n\nC\n\n# Indstilling"
    )
    assert [kind for kind, _ in kinds(found)] == ["background", "decision", "attachments", "recommendation"]


def test_an_unknown_heading_at_the_level_of_the_sections_is_a_section_of_its_own() -> None:
    found = item(f"## Sagsfremstilling\n\n{LONG}\n\n## Ligestilling\n\n{LONG}\n\n## Bilag\n\nNotat", markdown=True)
    assert kinds(found) == [("exposition", "Sagsfremstilling"), ("other", "Ligestilling"), ("attachments", "Bilag")]


def test_an_unknown_heading_deeper_than_the_sections_is_text() -> None:
    found = item(f"## Sagsfremstilling\n\n### Brugergrupper\n\n{LONG}\n\n## Bilag\n\nNotat", markdown=True)
    assert kinds(found) == [("exposition", "Sagsfremstilling"), ("attachments", "Bilag")]
    assert found.sections[0].text == f"Brugergrupper\n\n{LONG}"


def test_headings_without_blank_lines_around_them_are_headings() -> None:
    found = item(
        f"Baggrund\n{LONG}\nIndstilling\nDet indstilles, at sagen drøftes.\n{DECIDED}\nDrøftet.\nBilag\nNotat.pdf"
    )
    assert [kind for kind, _ in kinds(found)] == ["background", "recommendation", "decision", "attachments"]
    assert found.attachments == ("Notat.pdf",)


def test_the_end_of_the_meeting_is_no_attachment() -> None:
    found = item("Bilag\n\nNotat.pdf\n\nMødet hævet kl. 12.00")
    assert found.attachments == ("Notat.pdf",)
    assert (found.sections[-1].kind, found.sections[-1].text) == ("other", "Mødet hævet kl. 12.00")


def test_page_feet_and_rules_are_furniture() -> None:
    found = item("Baggrund\n\nFørste del.\n\nSide 3 af 12\n\f\n---\n\nAnden del.\n\n- 4 -")
    assert found.sections[0].text == "Første del.\n\nAnden del."


@pytest.mark.parametrize(
    "words",
    [
        "Forvaltningen indstiller",
        "Administrationen indstiller, at",
        "Administrationen foreslår, at",
        "Det indstilles, at",
        "Forvaltningen indstiller,",
        "Forvaltningen indstiller til udvalget",
        "By- og Miljøforvaltningen indstiller til Miljø- og Planudvalget og byrådet,",
        "Center for Børn og Unge indstiller, at",
        "Teknisk direktør anbefaler over for Økonomiudvalget,",
    ],
)
def test_who_recommends_heads_a_recommendation(words: str) -> None:
    text = f"Resumé\n\nKort.\n\n{words}\n\nat der bevilges 200.000 kr.\n\nBeslutning\n\nGodkendt."
    assert kinds(item(text)) == [("background", "Resumé"), ("recommendation", words), ("decision", "Beslutning")]


@pytest.mark.parametrize(
    ("text", "recommended"),
    [
        ("Forvaltningen indstiller, at der meddeles afslag.", "Forvaltningen indstiller, at der meddeles afslag."),
        (
            "Vejchefen indstiller til byrådet, at den gamle vej ved skoven\nlukkes for biler.\n\nat cykler må køre.",
            "Vejchefen indstiller til byrådet, at den gamle vej ved skoven lukkes for biler.\n\nat cykler må køre.",
        ),
    ],
)
def test_who_recommends_what_may_be_a_paragraph_without_a_heading(text: str, recommended: str) -> None:
    found = item(f"Sagsfremstilling\n\nNaboerne klager.\n\n{text}\n\nBeslutning\n\nGodkendt.")
    assert [(one.kind, one.text) for one in found.sections] == [
        ("exposition", "Naboerne klager."),
        ("recommendation", recommended),
        ("decision", "Godkendt."),
    ]


def test_what_another_body_recommended_is_no_recommendation() -> None:
    found = item("Sagsfremstilling\n\nKort.\n\nÆldrerådet anbefaler, at taksten fastholdes.\n\nBeslutning\n\nGodkendt.")
    assert [one.kind for one in found.sections] == ["exposition", "decision"]


def test_who_recommends_is_a_line_below_the_heading() -> None:
    found = item("Indstilling\n\nDirektøren indstiller\n\n- at der bevilges 200.000 kr.\n\nBeslutning\n\nGodkendt.")
    assert kinds(found) == [("recommendation", "Indstilling"), ("decision", "Beslutning")]
    assert found.sections[0].text == "Direktøren indstiller\n\n- at der bevilges 200.000 kr."


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("SAGENS INDHOLD:", "exposition"),
        ("Fremstilling", "exposition"),
        ("Beskrivelse af sagen", "exposition"),
        ("Beskrivelse", "exposition"),
        ("Redegørelse", "exposition"),
        ("Anledning", "background"),
        ("Drøftelse", "other"),
        ("POLITISK BEHANDLING", "other"),
        ("Sagens kerne", "background"),
    ],
)
def test_an_exposition_has_more_names(heading: str, kind: str) -> None:
    found = item(f"{heading}\nRapporten viser fremgang.\n\nBeslutning\nGodkendt.")
    assert [(one.kind, one.text) for one in found.sections] == [
        (kind, "Rapporten viser fremgang."),
        ("decision", "Godkendt."),
    ]
