"""What pages repeat at their heads and feet is part of no item."""

import pytest

from tests.indexer.parsing.writing import item, read

FRONT = "Vandborg Kommune\n\nReferat\n\nSocialudvalget\n\nMødedato 5. oktober 2021\n\n"
CUT = "Det foreslås, at der langs hele Åvej ved skolen i Vandborg anlægges en ny"
FEET = [
    "Vandborg Kommune      05-10-2021      Side {}",
    "Vandborg Kommune\t05-10-2021\tSide {}",
    "Vandborg Kommune, Socialudvalget, 5. oktober 2021          {}",
    "Socialudvalget, 5. oktober 2021   {}",
    "Region Østsund · Socialudvalget · 5. oktober 2021 {}/9",
]
ONLY_BY_FORM_FEEDS = [
    "Socialudvalget, 05-10-2021",
    "{}/9",
    "{}",
    "Socialudvalget",
    "Socialudvalget    05-10-2021\n    {}",
]


def minutes(foot: str, feed: str) -> str:
    """Two items over four pages, with `feed` behind the foot of each."""
    text = FRONT
    for n in (1, 2):
        text += f"Punkt {n}: Vej {n}\n\n21/10{n}\n\nSagsfremstilling\n\n{CUT}\n{foot.format(2 * n)}\n{feed}"
        text += f"løsning i etaper.\n\nBeslutning\n\nGodkendt.\n\nBilag\nNotat A\n\n{foot.format(2 * n + 1)}\n{feed}"
    return text


@pytest.mark.parametrize(
    ("foot", "feed"), [*((foot, "\f") for foot in FEET + ONLY_BY_FORM_FEEDS), *((foot, "") for foot in FEET)]
)
def test_a_pages_foot_cuts_no_sentence_and_is_no_attachment(foot: str, feed: str) -> None:
    meeting = read(minutes(foot, feed)).meeting
    assert (meeting.body, meeting.date.isoformat()) == ("Socialudvalget", "2021-10-05")
    assert [found.sections[0].text for found in meeting.items] == [f"{CUT} løsning i etaper."] * 2
    assert [found.attachments for found in meeting.items] == [("Notat A",)] * 2


@pytest.mark.parametrize(
    "foot",
    [
        "\n{}/5\n\n",
        "Socialudvalget - 5. oktober 2021\nSide {} af 5\n",
        "Side {}\n05-10-2021\n",
        "Socialudvalget\nMødet den 05.10.2021\nkl. 08.30 Side {} af 5\n",
        "\n{}/5\nVandborg Kommune\nSocialudvalget, 05-10-2021\n",
        "Vandborg Kommune\n\nSocialudvalget\n\nSide {} af 5\n\n",
        "\n\nØstfjords Brand & Redning I/S\nSocialudvalget        Side {}\n\n\n",
    ],
)
def test_what_stands_beside_the_pages_numbers_is_of_no_item_where_no_form_feed_parts_them(foot: str) -> None:
    meeting = read(minutes(foot, "")).meeting
    assert (meeting.body, meeting.date.isoformat()) == ("Socialudvalget", "2021-10-05")
    assert [found.sections[0].text for found in meeting.items] == [f"{CUT} løsning i etaper."] * 2
    assert [found.attachments for found in meeting.items] == [("Notat A",)] * 2


@pytest.mark.parametrize("figures", ["1/4 {0}2/4 {0}3/4 {0}4/4", "1/12 {0}2/12 {0}3/12", "1/4 {0}1/4 {0}3/4"])
def test_fractions_and_days_are_no_pages(figures: str) -> None:
    rows = figures.replace(" ", "\n\n")
    few = "" if figures.startswith("1/4 {0}2/4") else "Skoven\n\n" * 6
    text = f"Sagsfremstilling\n\nAndele\n\n{rows.format(few)}\n\nAlt er talt."
    assert item(text).sections[0].text == text.removeprefix("Sagsfremstilling\n\n")


def test_a_pages_head_is_none_either() -> None:
    text = minutes("", "").replace(CUT, f"{CUT}\n\fVandborg Kommune      Socialudvalget      05-10-2021")
    assert [found.sections[0].text for found in read(text).meeting.items] == [f"{CUT} løsning i etaper."] * 2


def test_a_pages_head_may_be_three_lines_one_of_them_but_the_day() -> None:
    head = "Socialudvalget\n05-10-2021\nVandborg Kommune Side {} af 5\n"
    text = minutes(f"\f{head}", "").replace("\nløsning", "løsning")
    assert [found.sections[0].text for found in read(text).meeting.items] == [f"{CUT} løsning i etaper."] * 2
    assert [found.attachments for found in read(text).meeting.items] == [("Notat A",)] * 2


def test_a_decisions_heading_at_the_top_of_pages_is_kept() -> None:
    text = minutes("", "").replace("Beslutning\n\n", "\fBeslutning Socialudvalget den 05-10-2021\n\n")
    assert [found.decisions[0].text for found in read(text).meeting.items] == ["Godkendt."] * 2


def test_heads_of_what_others_decided_are_kept_where_no_page_ends() -> None:
    text = minutes("", "").replace(
        "Godkendt.", "Socialudvalget, 05-10-2021\nGodkendt.\n\nByrådet, 26-10-2021\nGodkendt."
    )
    assert all("Socialudvalget, 05-10-2021" in found.sections[1].text for found in read(text).meeting.items)


def test_figures_on_their_own_lines_are_kept_where_no_page_ends() -> None:
    assert item("Sagsfremstilling\n\nSkoven\n\n1\n\nHaven\n\n2\n\nByen\n\n3").sections[0].text.endswith("Byen\n\n3")


def test_the_date_that_only_the_foot_tells_is_the_meetings() -> None:
    foot = "Tirsdag den 5. oktober 2021"
    text = minutes(foot, "\f").replace("Mødedato 5. oktober 2021\n", f"{foot}\n\f")
    assert read(text).meeting.date.isoformat() == "2021-10-05"


def test_a_figure_beside_the_head_of_each_page_is_its_number() -> None:
    head = "Byrådet                                   25.10.2022\n\n\n"
    text = f"Byrådet\n\nReferat\n\nDato: 25. oktober 2022\n\n{head}\n"
    for n in (2, 3, 4, 5):
        text += f"{n}\n{head}Punkt {n}: Vej {n}\n\n21/10{n}\n\nBeslutning\n\nGodkendt.\n\n"
    assert [[one.text for one in found.sections] for found in read(f"{text}6\n").meeting.items] == [["Godkendt."]] * 4


def test_figures_beside_a_line_that_is_no_pages_head_are_kept() -> None:
    text = "".join(f"Punkt {n}: Vej {n}\n\n21/10{n}\n\nSagsfremstilling\n\n{n}\nElever i alt\n\n" for n in (1, 2, 3))
    assert [found.sections[0].text for found in read(f"{FRONT}{text}").meeting.items] == [
        f"{n}\nElever i alt" for n in (1, 2, 3)
    ]


@pytest.mark.parametrize(
    "foot",
    ["Vandborg Kommune · Socialudvalget 5. oktober 2021 · Side 1", "Referat, Socialudvalget, 05-10-2021   Side 1 af 2"],
)
def test_a_foot_that_surely_counts_the_page_need_not_be_repeated(foot: str) -> None:
    text = "Punkt 1: Løn\n\n21/1\n\nBeslutning\n\nGodkendt.\n\n"
    found = read(f"{FRONT}{text}{foot}\n\nPunkt 2: Evt.\n\n21/2\n\nBeslutning\n\nIntet.").meeting.items
    assert [[each.text for each in one.sections] for one in found] == [["Godkendt."], ["Intet."]]


def test_numbers_beside_a_pages_head_count_pages_however_short_and_few() -> None:
    head = "Socialudvalget - 5. oktober 2021"
    pages = [f"Punkt {n}: {title}\n\nBeslutning\n\nGodkendt.\n\n" for n, title in ((1, "Budget"), (2, "Veje"))]
    pages += ["Punkt 3: Lukket punkt\n\n", "Punkt 4: Evt.\n\nIntet.\n\n"]
    text = "".join(f"{page}{head}\n\n{n}/9\n\n" for n, page in enumerate(pages, 2))
    items = read(f"{FRONT}{text}").meeting.items
    assert [one.case_number for one in items] == [None] * 4
    assert [one.decisions[0].text for one in items[:2]] == ["Godkendt."] * 2


def test_the_links_that_lead_to_a_page_are_no_text_of_it() -> None:
    links = "  * [Forside](https://k.dk/)\n  * [Dagsordener og referater](https://k.dk/politik/referater)\n\n"
    head = "# Referat af møde i Socialudvalget den 5. oktober 2021\n\n"
    text = f"[Gå til indhold](#main)\n\n{links}{head}## Punkt 1: Budget\n\n21/101\n\n#### Beslutning\n\nGodkendt.\n"
    (one,) = read(text, markdown=True).meeting.items
    assert [section.text for section in one.sections] == ["Godkendt."]
