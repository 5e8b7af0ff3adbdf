"""Minutes whose items are the rows of a table."""

from mappings.documents import Item
from tests.indexer.parsing.writing import read

HEAD = "# Referat fra Skolebestyrelsen den 12. maj 2022\n\n"
ROWS = ((1, "Velkomst", "Formanden bød velkommen."), (2, "Budget 2023", "Godkendt."), (3, "Evt.", "Lars spurgte."))


def pipes(*rows: str) -> str:
    """A table in Markdown; the first row is its head."""
    head, *others = rows
    return "\n".join((f"| {head} |", "|---" * (head.count("|") + 1) + "|", *(f"| {row} |" for row in others), ""))


def items(text: str, *, markdown: bool = True) -> tuple[Item, ...]:
    return read(f"{HEAD}{text}" if markdown else f"{HEAD[2:]}{text}", markdown=markdown).meeting.items


def titles(text: str, *, markdown: bool = True) -> list[tuple[str, str]]:
    return [(one.printed, one.title) for one in items(text, markdown=markdown)]


def told(found: Item) -> list[tuple[str, str, str]]:
    return [(section.kind, section.heading, section.text) for section in found.sections]
