"""What a person reads for what a program calls it: Danish names of outcomes, sections, roles and dates."""

import datetime as dt

from mappings.documents import Outcome, Role, SectionKind

OUTCOME_LABELS: dict[Outcome, str] = {
    "approved": "Godkendt",
    "rejected": "Afvist",
    "postponed": "Udsat",
    "noted": "Taget til efterretning",
    "discussed": "Drøftet",
    "referred": "Oversendt",
    "recommended": "Anbefalet",
    "other": "Andet",
}
SECTION_LABELS: dict[SectionKind, str] = {
    "background": "Baggrund",
    "recommendation": "Indstilling",
    "decision": "Beslutning",
    "exposition": "Sagsfremstilling",
    "economy": "Økonomi",
    "attachments": "Bilag",
    "other": "Andet",
}
ROLE_LABELS: dict[Role, str] = {"present": "Til stede", "absent": "Afbud", "secretary": "Sekretær"}
DEADLINE_LABEL, RESPONSIBLE_LABEL, AMOUNT_LABEL = "Frist", "Ansvarlig", "Beløb"
MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)


def danish_date(date: dt.date) -> str:
    """`28. juni 2021`."""
    return f"{date.day}. {MONTHS[date.month - 1]} {date.year}"
