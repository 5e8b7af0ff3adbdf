"""Hand-made minutes for the pages: ordinary ones, a closed item with a secret, and hostile text in every field."""

import datetime as dt
from collections.abc import Sequence

from mappings.documents import Amount, Deadline, Decision, Item, Meeting, Participant, Section

SECRET = "hemmelighedskræmmeri"
HOSTILE = """<script>alert(1)</script>"><img src=x onerror=alert(2)> ' onmouseover='alert(3)"""

HOME_WORK = Item(
    number=1,
    title="Drøftelse af rammer for hjemmearbejde",
    case_number="21/5239",
    page=10,
    sections=(
        Section(
            "background",
            "Baggrund",
            "Hovedudvalget drøftede hjemmearbejdspladsen i maj 2021, jf. https://www.havbjerg.dk/hjemmearbejde.\n\n"
            "Anders Bruun Holm har udarbejdet et notat.",
        ),
        Section(
            "recommendation",
            "Indstilling",
            "Det indstilles, at direktionen\n\n1. godkender rammerne,\n2. beslutter, at de gælder fra 1. oktober 2021.",
        ),
        Section(
            "decision",
            "Beslutning Direktionen den 28-06-2021",
            "Direktionen godkendte rammerne for hjemmearbejde. Der evalueres efter et år.",
        ),
        Section(
            "exposition",
            "Sagsfremstilling",
            "Rammerne omfatter:\n\n- udstyr\n  - skærm\n  - stol\n- arbejdstid\n\n"
            "| Center | Antal |\n|---|---|\n| Rådhuset | 112 |\n| Børn og Unge | 48 |",
        ),
        Section("economy", "Økonomi", "Udgifter\t2021\t2022\nUdstyr\t410.000 kr.\t95.000 kr."),
        Section("attachments", "Bilag", "Notat om hjemmearbejde.pdf\n\nHøringssvar"),
    ),
    decisions=(
        Decision(
            "Direktionen",
            dt.date(2021, 6, 28),
            "Direktionen godkendte rammerne for hjemmearbejde. Der evalueres efter et år.",
            ("approved",),
            (Deadline("inden udgangen af juni 2022", dt.date(2022, 6, 30)), Deadline("til næste møde")),
            ("ØPC", "Per Nielsen"),
            (Amount("1,2 mio. kr.", 1_200_000),),
        ),
    ),
    attachments=("Notat om hjemmearbejde.pdf", "Høringssvar"),
    people=("Anders Bruun Holm",),
)

CLOSED = Item(
    number=2,
    title=f"Lukket: {SECRET}",
    case_number="21/7777",
    closed=True,
    page=12,
    sections=(Section("background", f"Baggrund {SECRET}", f"Om {SECRET} og hjemmearbejde."),),
    decisions=(Decision("Direktionen", dt.date(2021, 6, 28), f"Godkendt: {SECRET}", ("approved",)),),
    attachments=(f"{SECRET}.pdf",),
    people=(f"Frida {SECRET.title()}",),
)

ABSENCE = Item(
    number=3,
    title="Sygefraværsstatistik 1. kvartal 2021",
    case_number="21/100",
    sections=(
        Section("background", "Baggrund", "Sygefraværet forelægges hvert kvartal."),
        Section("decision", "Beslutning", "Taget til efterretning."),
    ),
    decisions=(Decision("Direktionen", dt.date(2021, 6, 28), "Taget til efterretning.", ("noted",)),),
)

TWO_BODIES = Item(
    number=1,
    title="Evaluering af hjemmearbejde",
    case_number="21/5239",
    page=3,
    sections=(
        Section("decision", "Beslutning Direktionen den 14-09-2022", "Udsat til næste møde."),
        Section("decision", "Beslutning Direktionen internt den 06-09-2022", "Ikke godkendt."),
        Section("exposition", "Sagsfremstilling", "Medarbejderne er glade for hjemmearbejde."),
    ),
    decisions=(
        Decision("Direktionen", dt.date(2022, 9, 14), "Udsat til næste møde.", ("postponed",)),
        Decision("Direktionen internt", dt.date(2022, 9, 6), "Ikke godkendt.", ("rejected",)),
    ),
)

NAMED = ((Deadline(f"senest {HOSTILE}"),), (f"Ansvarlig {HOSTILE}",), (Amount(f"{HOSTILE} kr.", 1),))
ATTACK = Item(
    number=2,
    title=f"Angreb {HOSTILE}",
    case_number='66/6" onclick="alert(1)',
    sections=(
        Section(
            "other", f"Overskrift {HOSTILE}", f"Brødtekst {HOSTILE}\n\n- {HOSTILE}\n\n| {HOSTILE} | b |\n| c | d |"
        ),
        Section("exposition", "", 'Se javascript:alert(1) og https://evil.example/"onclick="alert(1)<b>'),
        Section("attachments", "Bilag", HOSTILE),
    ),
    decisions=(Decision(f"Rådet {HOSTILE}", dt.date(2022, 9, 14), f"Afgjort {HOSTILE}", ("other",), *NAMED),),
    attachments=(HOSTILE, f"Løst {HOSTILE}"),
    people=(f"Ondsindet {HOSTILE}",),
)


def ordinary(number: int) -> Item:
    """One of many items that hold the same word, for paging."""
    text = f"Der lægges cykelsti på strækning {number}."
    return Item(
        number=number,
        title=f"Cykelsti nr. {number}",
        case_number=f"20/{number}",
        sections=(Section("exposition", "Sagsfremstilling", text), Section("decision", "Beslutning", "Godkendt.")),
        decisions=(Decision("Klimaudvalget", dt.date(2020, 3, 4), "Godkendt.", ("approved",)),),
    )


PEOPLE = (
    Participant("Henning Ravnsborg"),
    Participant("Birthe Lynggaard Thomsen", "absent"),
    Participant("Mette Kjærgaard Aagesen", "secretary"),
)

MEETINGS: Sequence[Meeting] = (
    Meeting(
        body="Direktionen",
        date=dt.date(2021, 6, 28),
        start_time="08:30",
        place="Havbjerg Rådhus",
        participants=PEOPLE,
        source="direktionen-2021-06-28.md",
        items=(HOME_WORK, CLOSED, ABSENCE),
    ),
    Meeting(
        body="Direktionen",
        date=dt.date(2022, 9, 14),
        participants=PEOPLE[:1],
        source="direktionen-2022-09-14.txt",
        items=(TWO_BODIES,),
    ),
    Meeting(
        body="Klimaudvalget",
        date=dt.date(2020, 3, 4),
        participants=(Participant("Torben Hjortlund"),),
        source="klimaudvalget-2020-03-04.txt",
        items=tuple(ordinary(number) for number in range(1, 31)),
    ),
    Meeting(
        body=f"Udvalg {HOSTILE}",
        date=dt.date(2019, 9, 14),
        place=HOSTILE,
        participants=(Participant(f"Deltager {HOSTILE}"),),
        source=f"fil {HOSTILE}.txt",
        items=(ATTACK,),
    ),
)
