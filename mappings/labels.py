"""What a person reads for what a program calls it: names of outcomes, sections and roles."""

from mappings.documents import Outcome, Role, SectionKind
from mappings.told import Told

OUTCOME_LABELS: dict[Outcome, Told] = {
    "approved": Told("Godkendt"),
    "rejected": Told("Afvist"),
    "postponed": Told("Udsat"),
    "noted": Told("Taget til efterretning"),
    "discussed": Told("Drøftet"),
    "referred": Told("Oversendt"),
    "recommended": Told("Anbefalet"),
    "other": Told("Andet"),
}
SECTION_LABELS: dict[SectionKind, Told] = {
    "background": Told("Baggrund"),
    "recommendation": Told("Indstilling"),
    "decision": Told("Beslutning"),
    "exposition": Told("Sagsfremstilling"),
    "economy": Told("Økonomi"),
    "attachments": Told("Bilag"),
    "other": Told("Andet"),
}
ROLE_LABELS: dict[Role, Told] = {"present": Told("Til stede"), "absent": Told("Afbud"), "secretary": Told("Sekretær")}
DEADLINE_LABEL, RESPONSIBLE_LABEL, AMOUNT_LABEL = Told("Frist"), Told("Ansvarlig"), Told("Beløb")
