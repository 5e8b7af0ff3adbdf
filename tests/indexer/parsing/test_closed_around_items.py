"""Items told closed around them: at the foot, in front matter, below a decision, by an L; and what a remark names."""

import pytest

from mappings.documents import Item
from tests.indexer.parsing.writing import FRONT, OPENED, items, read

OPEN = OPENED.format(n=1, title="Cykelsti ved skolen")
SHUT = "Punkt 2: Salg af Kirkegade (lukket)\n\n"
LAST = "Punkt 3: Eventuelt\n\nIntet.\n\n"


def is_closed(found: tuple[Item, ...]) -> list[tuple[int, bool]]:
    return [(one.number, one.closed) for one in found]


def texts(found: Item) -> str:
    return "\n".join(section.text for section in found.sections)


@pytest.mark.parametrize(
    "foot",
    [
        "2. Salg af Kirkegade (lukket)\nBeslutning: Solgt til Bent.\n",
        "4. Salg af Kirkegade (lukket)\n",
        "**2. Salg af Kirkegade (lukket)**\nBeslutning: Solgt til Bent.\n",
    ],
)
def test_what_is_listed_closed_at_the_foot_is_none_of_the_last_item(foot: str) -> None:
    found = items(f"{OPEN}{LAST}{foot}")
    assert [(one.title, one.closed) for one in found][1:] == [
        ("Eventuelt", False),
        ("Salg af Kirkegade (lukket)", True),
    ]
    assert texts(found[1]) == "Intet."


def test_the_decision_of_the_last_item_may_speak_of_what_is_closed() -> None:
    found = items(f"{OPEN}Punkt 2: Eventuelt\n\nBeslutning\n\n1. Dagsordenen (lukket) blev godkendt.\n")
    assert is_closed(found) == [(1, False), (2, False)]


def test_a_closed_attachment_of_the_last_item_is_no_item() -> None:
    assert is_closed(items(f"{OPEN}Bilag\n\n2. Kort (lukket)\n3. Notat (åbent)\n")) == [(1, False)]


def test_an_attachment_of_a_closed_item_below_the_last_is_closed() -> None:
    last = items(f"{OPEN}{SHUT}{LAST}Bilag 1.1 Kort over stien\nBilag 2.1 Tilbud\nBilag 2.2 Vurdering\n")[2:]
    assert is_closed(last) == [(3, False), (2, True)]
    assert texts(last[0]) == "Intet.\n\nBilag 1.1 Kort over stien"


@pytest.mark.parametrize("heading", ["Punkt L2: Salg", "Pkt. L2 Salg", "L2. Salg"])
def test_an_l_before_the_number_marks_the_closed_agenda(heading: str) -> None:
    assert is_closed(items(f"{OPEN}{heading}\n\nBeslutning\n\nSolgt.\n\n{LAST}")) == [(1, False), (2, True), (3, False)]


@pytest.mark.parametrize("said", ["status: lukket", "lukket: true", "Fortroligt: ja", "offentlig: nej"])
def test_front_matter_closes_all_of_the_minutes(said: str) -> None:
    found = read(f"---\n{said}\n---\n\n{FRONT}{OPEN}{LAST}", markdown=True).meeting.items
    assert is_closed(found) == [(1, True), (3, True)]


@pytest.mark.parametrize(
    "matter",
    [
        "punkter:\n  - nummer: 1\n    titel: Cykelsti\n  - nummer: 2\n    titel: Salg\n    lukket: true",
        "punkter:\n  - titel: Cykelsti\n    status: åben\n  - titel: Salg\n    status: lukket",
        "lukkede_punkter: [2]",
    ],
)
def test_front_matter_closes_single_items(matter: str) -> None:
    body = f"{FRONT}{OPEN}{OPENED.format(n=2, title='Salg')}{LAST}"
    found = read(f"---\n{matter}\n---\n\n{body}", markdown=True).meeting.items
    assert is_closed(found) == [(1, False), (2, True), (3, False)]


def test_front_matter_that_says_open_closes_nothing() -> None:
    found = read(f"---\nstatus: godkendt\nlukket: nej\n---\n\n{FRONT}{OPEN}{LAST}", markdown=True).meeting.items
    assert is_closed(found) == [(1, False), (3, False)]


@pytest.mark.parametrize(
    "told", ["Solgt.\n\nPunktet er lukket.", "Solgt.\n\n(Punktet er lukket)", "Solgt. (Sagen er fortrolig)"]
)
def test_an_item_is_told_closed_below_its_decision(told: str) -> None:
    long = "\n\n".join(f"Forvaltningen skriver {word} om salget." for word in ("først", "så", "siden", "også", "sidst"))
    found = items(f"Punkt 1: Salg\n\n{long}\n\nBeslutning\n\n{told}\n\n{OPENED.format(n=2, title='Veje')}")
    assert is_closed(found) == [(1, True), (2, False)]


def test_a_decision_that_closes_its_case_is_open() -> None:
    long = "\n\n".join(f"Forvaltningen skriver {word} om stien." for word in ("først", "så", "siden", "også", "sidst"))
    found = items(f"Punkt 1: Sti\n\n{long}\n\nBeslutning\n\nTaget til efterretning. Sagen er lukket.\n\n{LAST}")
    assert not found[0].closed


def test_a_decision_that_begins_with_closed_is_of_its_own_item() -> None:
    decision = "Beslutning\nLukket: sagen blev udsat.\n\n"
    found = items(f"Punkt 1: Kirkegade\n\n{decision}{OPENED.format(n=2, title='Veje')}")
    assert is_closed(found) == [(1, True), (2, False)]


@pytest.mark.parametrize(
    "guest",
    [
        "Deltagere: Anne Holm, Karla Vinter (kun under det lukkede punkt)",
        "Deltagere: Anne Holm\nGæster: Karla Vinter under det lukkede punkt",
        "Deltagere: Anne Holm\nGæst: Karla Vinter deltog under lukkede punkter",
    ],
)
def test_a_guest_of_closed_items_without_number_is_nobody(guest: str) -> None:
    reading = read(f"{FRONT}{guest}\n\n{OPEN}{SHUT}")
    assert [one.name for one in reading.meeting.participants] == ["Anne Holm"]
    assert not any("Karla" in remark.text for remark in reading.remarks)
    assert "Karla" not in texts(reading.meeting.items[0])


def test_who_missed_the_closed_item_was_at_the_meeting() -> None:
    listed = "Deltagere: Anne Holm, Bo Lund deltog ikke under det lukkede punkt"
    people = read(f"{FRONT}{listed}\n\n{OPEN}").meeting.participants
    assert [(one.name, one.role) for one in people] == [("Anne Holm", "present"), ("Bo Lund", "present")]


@pytest.mark.parametrize("word", ["internt", "internt punkt", "kun for medlemmer", "ikke til referat"])
def test_a_whole_bracket_closes_a_title(word: str) -> None:
    assert items(f"{OPEN}Punkt 2: Salg ({word})\n\n21/102\n")[1].closed
    assert items(f"{OPEN}Punkt 2: ({word}) Salg\n\n21/102\n")[1].closed


@pytest.mark.parametrize("title", ["Kommunikation – internt", "Kurser (kun for nye medlemmer)", "Internt samarbejde"])
def test_words_that_are_no_whole_bracket_close_nothing(title: str) -> None:
    assert not items(OPENED.format(n=1, title=title))[0].closed


@pytest.mark.parametrize("mark", ["- lukket -", "<Lukket>"])
def test_a_sign_between_number_and_title_closes_it(mark: str) -> None:
    found = items(f"1. Sti\n\nBeslutning: Ja.\n\n2. {mark} Salg\n\nBeslutning: Solgt.\n\n3. Eventuelt\n\nIntet.\n")
    assert is_closed(found) == [(1, False), (2, True), (3, False)]


def test_headings_between_dashes_are_headings() -> None:
    found = items("-- Punkt 1 --\nSti\n\nBeslutning: Ja.\n\n-- Punkt 2: Salg (lukket) --\n\nBeslutning: Solgt.\n")
    assert [(one.title, one.closed) for one in found] == [("Sti", False), ("Salg (lukket)", True)]


def test_what_ends_a_meeting_is_no_part_of_a_closed_item_above() -> None:
    three = "".join(f"{n} {title}\nBeslutning: Ja.\n\n" for n, title in enumerate(("Sti", "Støj", "Budget"), 1))
    found = items(f"{three}Lukket: 4 Salg\nBeslutning: Solgt.\n\n5 Eventuelt\nIntet.\n")
    assert is_closed(found)[3:] == [(4, True), (5, False)]


def test_no_remark_names_what_only_the_table_of_contents_names() -> None:
    table = "Indholdsfortegnelse\n\nCykelsti ved skolen.....2\nSalg af Kirkegade.....3\nBudget.....4\n\n"
    remarks = [one.text for one in read(f"{FRONT}{table}{OPEN}{OPENED.format(n=3, title='Budget')}").remarks]
    assert remarks == ["Indholdsfortegnelsen nævner et punkt, der ikke findes."]
