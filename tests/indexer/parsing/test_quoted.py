"""Minutes that somebody quotes in a mail."""

from indexer.parsing import parse
from mappings.documents import Item
from tests.indexer.parsing.writing import document, items

MINUTES = """Rådet for Udsatte

Referat af møde onsdag d. 28. april 2021 kl. 15.30

Til stede: Per Stav, Ib Runge

Ad 1. Høring
Beslutning: Rådet afgiver svar.

Ad 2. Økonomi
Beslutning: Rådet bevilger 10.000 kr.

Ad 3. Eventuelt
Ib foreslår et besøg."""
HEAD = "Hej Tove\n\nMvh Lis\n\nFra: Lis Bo\nSendt: 4. maj 2021 09:12\nEmne: VS: Referat\n\n"
MAIL = HEAD + "{minutes}\n\nMed venlig hilsen\n\nLis Bo\n{more}"
DISCLAIMER = "Denne e-mail kan indeholde fortrolige oplysninger. Er du ikke rette modtager, bedes du slette den."


def read(text: str) -> tuple[Item, ...]:
    return parse(document(text)).meeting.items  # a blank line that is quoted is told nowhere


def test_the_marks_are_none_of_the_minutes() -> None:
    quoted = "\n".join(f"> {line}".rstrip() for line in MINUTES.split("\n"))
    found = read(MAIL.format(minutes=quoted, more=DISCLAIMER))
    assert [(one.number, one.title) for one in found] == [(1, "Høring"), (2, "Økonomi"), (3, "Eventuelt")]
    assert [one.decisions[0].text for one in found[:2]] == ["Rådet afgiver svar.", "Rådet bevilger 10.000 kr."]


def test_whom_a_mail_greets_is_no_body() -> None:
    minutes = MINUTES.replace("Rådet for Udsatte", "Chefgruppen Børn og Unge")
    assert parse(document(MAIL.format(minutes=minutes, more=""))).meeting.body == "Chefgruppen Børn og Unge"


def test_who_sent_the_mail_is_none_of_the_last_item() -> None:
    last = read(MAIL.format(minutes=MINUTES, more=DISCLAIMER))[-1]
    assert [section.text for section in last.sections] == ["Ib foreslår et besøg."]


def test_what_stands_below_a_mails_two_dashes_is_none_of_the_last_item() -> None:
    last = parse(document(f"{MINUTES}\n\n--\nAfmeld nyhedsbrev")).meeting.items[-1]
    assert [section.text for section in last.sections] == ["Ib foreslår et besøg."]


def test_a_letter_within_the_minutes_ends_none_of_them() -> None:
    text = "Punkt {n}: Brev\n\n21/10{n}\n\nSagsfremstilling\n\nTak for svaret.\n\nMed venlig hilsen\n\nBo Lind\n\n"
    found = items("".join(text.format(n=n) for n in (1, 2)) + "Beslutning\n\nGodkendt.")
    assert [one.sections[0].text.endswith("Bo Lind") for one in found] == [True, True]


def test_a_few_marks_are_of_the_text() -> None:
    (one,) = items(
        "Punkt 1: Støj\n\n21/101\n\nSagsfremstilling\n\nGrænserne er:\n> 55 dB om dagen\n> 40 dB om natten\n"
    )
    assert ">" in one.sections[0].text
