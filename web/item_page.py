"""What the page of an agenda item shows: its decisions first, then everything in reading order, nothing twice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mappings.documents import Decision, Item, Meeting, Section
from mappings.labels import SECTION_LABELS
from search_api.answers import ItemAnswer, RelatedAnswer, RelatedItem, TimelineEntry
from search_api.decision_heads import DecisionHeads
from search_api.highlighting import Marker
from web.reaching import Place, Reached
from web.text import Block, Spans, blocks
from web.wording import collapsed, translated


@dataclass(frozen=True, slots=True)
class ShownDecision:
    """A decision and the structure of its text."""

    decision: Decision
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A section: its heading, the structure of its text, and a list of names where it is of attachments.

    The heading is as `printed`, else what its kind is called in the language of the page.
    `decided` tells that (some of) its words stand at the top of the page, as decisions.
    """

    heading: str
    printed: bool
    blocks: tuple[Block, ...]
    names: tuple[Spans, ...]
    decided: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemPage:
    """The whole page; `previous` and `next` are the neighbours in the meeting.

    `places` are where the `terms` of the question that led here stand on the page, and how many there are beyond.

    `timeline` is empty where there is nothing before or after what the page itself says.
    """

    item: Item
    meeting: Meeting
    source_url: str | None
    reference: str
    terms: tuple[str, ...]
    title: Spans
    decisions: tuple[ShownDecision, ...]
    sections: tuple[ShownSection, ...]
    attachments: tuple[Spans, ...]
    places: tuple[Place, ...]
    more_places: int
    related: tuple[RelatedItem, ...]
    timeline: tuple[TimelineEntry, ...]
    previous: Item | None
    next: Item | None


def item_page(answer: ItemAnswer, meeting: Meeting, related: RelatedAnswer, marker: Marker) -> ItemPage:
    """The page of an item; `meeting` has its items. A closed item shows nothing but its number and case.

    `marker` knows what the question that led here asked for; it is marked, in the order of the page.
    """
    item = answer.item
    reached = Reached(marker)
    title = reached.line("" if answer.item.closed else item.title, "")
    numbered = [other.id for other in meeting.items]
    at = numbered.index(item.id) if item.id in numbered else None
    closed = item.closed
    decisions = () if closed else tuple(_decision(decision, reached) for decision in item.decisions)
    sections = () if closed else tuple(_section(section, item, reached) for section in item.sections)
    attachments = (
        ()
        if closed
        else tuple(reached.line(name, translated(SECTION_LABELS["attachments"])) for name in _unlisted(item))
    )
    timeline = () if closed or not _goes_on(related.timeline) else related.timeline
    return ItemPage(
        item=item,
        meeting=meeting,
        source_url=answer.source_url,
        reference=reference(item, meeting),
        terms=marker.terms,
        title=title,
        decisions=decisions,
        sections=sections,
        attachments=attachments,
        places=reached.places,
        more_places=reached.more,
        related=() if closed else _beside(related, timeline),
        timeline=timeline,
        previous=meeting.items[at - 1] if at else None,
        next=meeting.items[at + 1] if at is not None and at + 1 < len(meeting.items) else None,
    )


def reference(item: Item, meeting: Meeting) -> str:
    """How minutes refer to an item: *Direktionen 28-06-2021, punkt 5, sag 21/5239*."""
    case = f", sag {item.case_number}" if item.case_number else ""
    return f"{meeting.body} {meeting.date:%d-%m-%Y}, punkt {item.printed}{case}"


def _beside(related: RelatedAnswer, timeline: Sequence[TimelineEntry]) -> tuple[RelatedItem, ...]:
    """What has to do with the item and is not in the course of its case already."""
    told = {entry.id for entry in timeline}
    return tuple(item for item in related.related if item.id not in told)


def _goes_on(timeline: Sequence[TimelineEntry]) -> bool:
    return len(timeline) > 1 or any(entry.then for entry in timeline)


def _decision(decision: Decision, reached: Reached) -> ShownDecision:
    return ShownDecision(decision, reached.blocks(blocks(decision.text), translated(SECTION_LABELS["decision"])))


def _section(section: Section, item: Item, reached: Reached) -> ShownSection:
    printed = bool(section.heading)
    heading = section.heading or ("" if section.kind == "other" else translated(SECTION_LABELS[section.kind]))
    if section.kind == "attachments":
        lines = tuple(line.strip().removeprefix("- ") for line in section.text.splitlines() if line.strip())
        return ShownSection(heading, printed, (), tuple(reached.line(line, heading) for line in lines), decided=False)
    if section.kind == "decision":
        rest = _undecided(section.text, item.decisions)
        return ShownSection(heading, printed, reached.blocks(blocks(rest), heading), (), decided=rest != section.text)
    return ShownSection(heading, printed, reached.blocks(blocks(section.text), heading), (), decided=False)


def _undecided(text: str, decisions: Sequence[Decision]) -> str:
    """The paragraphs of a decision section that are part of no decision; the text itself where that is all of them.

    Of several decisions, lines are looked at, and those that only say whose one is and of when are left out too.
    """
    shown = [collapsed(decision.text) for decision in decisions]
    parts = re.split(r"\n\s*\n" if len(decisions) < 2 else r"\n+", text)
    heads = DecisionHeads(decisions)
    rest = [part for part in parts if not any(collapsed(part) in other for other in shown) and not heads.has(part)]
    return text if len(rest) == len(parts) else "\n\n".join(rest)


def _unlisted(item: Item) -> tuple[str, ...]:
    """The attachments that no section of attachments names."""
    listed = " ".join(collapsed(section.text) for section in item.sections if section.kind == "attachments")
    return tuple(name for name in item.attachments if collapsed(name) not in listed)
