"""What the administration pages show: runs in a line each, uploaded files as they are understood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mappings.documents import Decision, Item, Meeting, Section
from mappings.labels import ROLE_LABELS, SECTION_LABELS
from mappings.told import Told
from search_api.answers import StatusAnswer
from web.administration import Change, Counts, Preview, Refusal, Run, RunTold, Staged, State, Understood
from web.wording import gettext, ngettext, number, shortened, translated

_EXCERPT = 240  # characters shown of a text
_MB = 2**20

# How a run ended, and the tone it is told in (see `.badge` in style.css).
_STATES: dict[State, tuple[Told, str]] = {
    "running": (Told("I gang"), ""),
    "done": (Told("Færdig"), "approved"),
    "failed": (Told("Mislykkedes"), "rejected"),
    "interrupted": (Told("Afbrudt"), "postponed"),
}
_WORKS = {"index": Told("Indlæsning"), "reindex": Told("Genopbygning af indekset")}
_CHANGES: dict[Change, tuple[Told, str]] = {
    "new": (Told("Nyt møde"), "approved"),
    "replaces": (Told("Erstatter et møde"), "postponed"),
    "unchanged": (Told("Findes allerede uændret"), ""),
}


@dataclass(frozen=True, slots=True)
class ShownRun:
    """A run: what it was, how it went in a word (and its tone), by whom, and what it did in a line."""

    run: Run
    work: str
    state: str
    tone: str
    by: str
    about: str


@dataclass(frozen=True, slots=True)
class ShownStaged:
    """A file that waits, and its size as it is read."""

    staged: Staged
    size: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontPage:
    """The first page: the index, what goes on, what waits, what was done."""

    user: str
    token: str
    status: StatusAnswer
    running: ShownRun | None
    runs: tuple[ShownRun, ...]
    staged: tuple[ShownStaged, ...]
    endings: tuple[str, ...]
    limit: int
    said: str
    refused: str
    refused_because: str


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A section of an item: its heading as printed, what kind it is read as, how long it is, how it begins."""

    heading: str
    kind: str
    words: str
    text: str


@dataclass(frozen=True, slots=True)
class ShownDecision:
    """A decision and how its text begins."""

    decision: Decision
    text: str


@dataclass(frozen=True, slots=True)
class ShownItem:
    """An item as it is understood."""

    item: Item
    sections: tuple[ShownSection, ...]
    decisions: tuple[ShownDecision, ...]


@dataclass(frozen=True, slots=True)
class ShownMeeting:
    """A meeting as it is understood, and what taking it in would do."""

    meeting: Meeting
    change: str
    tone: str
    origin: str
    roles: tuple[tuple[str, str], ...]
    items: tuple[ShownItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UploadPage:
    """A file before it is taken in; `takes` tells whether there is anything to take."""

    preview: Preview
    token: str
    about: str
    size: str
    takes: bool
    meetings: tuple[ShownMeeting, ...]
    busy: bool


@dataclass(frozen=True, slots=True)
class RunPage:
    """A run whole."""

    shown: ShownRun
    told: RunTold
    more_failed: int
    more_odd: int


def shown_run(run: Run) -> ShownRun:
    """A run in a line."""
    state, tone = _STATES[run.state]
    if run.state == "done" and run.counts.failed:
        state, tone = Told("Færdig med fejl"), "postponed"
    by = run.user or gettext("terminalen")
    return ShownRun(run, translated(_WORKS[run.work]), translated(state), tone, by, _about(run))


def run_page(told: RunTold) -> RunPage:
    """A run with what was wrong in it."""
    counts = told.run.counts
    return RunPage(shown_run(told.run), told, counts.failed - len(told.failed), counts.odd - len(told.odd))


def upload_page(preview: Preview, token: str, busy: bool) -> UploadPage:
    """An uploaded file as it is understood."""
    return UploadPage(
        preview=preview,
        token=token,
        about=_joined([_change(change, count) for change, count in preview.changes.items() if count]),
        size=size(preview.staged.size),
        takes=any(preview.changes[change] for change in ("new", "replaces")),
        meetings=tuple(map(_meeting, preview.meetings)),
        busy=busy,
    )


def refusal(why: Refusal, endings: Sequence[str], limit: int) -> str:
    """Why an upload was not taken, in a line."""
    if why == "name":
        return gettext("Vælg en fil.")
    if why == "kind":
        return gettext("Filer af den slags læses ikke. Vælg en, der ender på %(endings)s.", endings=", ".join(endings))
    if why == "large":
        return gettext("Filen er for stor: højst %(limit)s MB.", limit=number(limit))
    if why == "empty":
        return gettext("Filen er tom.")
    return gettext("Filen kan ikke læses som et referat.")


def size(of: int) -> str:
    """A number of bytes as a person reads it."""
    return f"{number(max(1, round(of / 1024)))} KB" if of < _MB else f"{number(round(of / _MB))} MB"


def _about(run: Run) -> str:
    if run.state == "running":
        return _progress(run)
    parts = _of_reindex(run.counts) if run.work == "reindex" else _of_index(run.counts)
    return _joined(parts) or ("" if run.state in ("failed", "interrupted") else gettext("intet nyt"))


def _progress(run: Run) -> str:
    if not run.total:
        return gettext("læser")
    done, total = number(run.done), number(run.total)
    if run.work == "reindex":
        return gettext("%(done)s af %(total)s møder", done=done, total=total)
    return gettext("%(done)s af %(total)s tekststykker", done=done, total=total)


def _of_reindex(counts: Counts) -> list[str]:
    meetings = counts.meetings + counts.resumed
    return [ngettext("%(num)s møde bygget igen", "%(num)s møder bygget igen", meetings)] if meetings else []


def _of_index(counts: Counts) -> list[str]:
    parts = []
    if counts.files:
        parts.append(ngettext("%(num)s fil læst", "%(num)s filer læst", counts.files))
    if counts.added:
        parts.append(ngettext("%(num)s møde tilføjet", "%(num)s møder tilføjet", counts.added))
    if counts.replaced:
        parts.append(ngettext("%(num)s erstattet", "%(num)s erstattet", counts.replaced))
    if counts.unchanged:
        parts.append(ngettext("%(num)s uændret", "%(num)s uændret", counts.unchanged))
    if counts.removed:
        parts.append(ngettext("%(num)s fjernet", "%(num)s fjernet", counts.removed))
    if counts.odd:
        parts.append(ngettext("%(num)s bemærkning", "%(num)s bemærkninger", counts.odd))
    if counts.failed:
        parts.append(ngettext("%(num)s fejl", "%(num)s fejl", counts.failed))
    return parts


def _change(change: Change, count: int) -> str:
    if change == "new":
        return ngettext("%(num)s nyt møde", "%(num)s nye møder", count)
    if change == "replaces":
        return ngettext("%(num)s møde bliver erstattet", "%(num)s møder bliver erstattet", count)
    return ngettext("%(num)s møde er der allerede uændret", "%(num)s møder er der allerede uændret", count)


def _joined(parts: Sequence[str]) -> str:
    return ", ".join(parts)


def _meeting(one: Understood) -> ShownMeeting:
    change, tone = _CHANGES[one.change]
    roles = [(label, _people(one.meeting, role)) for role, label in ROLE_LABELS.items()]
    return ShownMeeting(
        meeting=one.meeting,
        change=translated(change),
        tone=tone,
        origin=one.origin,
        roles=tuple((translated(label), names) for label, names in roles if names),
        items=tuple(map(_item, one.meeting.items)),
    )


def _people(meeting: Meeting, role: str) -> str:
    return ", ".join(person.name for person in meeting.participants if person.role == role)


def _item(item: Item) -> ShownItem:
    decisions = tuple(ShownDecision(one, shortened(one.text, _EXCERPT)) for one in item.decisions)
    return ShownItem(item, tuple(map(_section, item.sections)), decisions)


def _section(section: Section) -> ShownSection:
    kind = "" if section.kind == "other" else translated(SECTION_LABELS[section.kind])
    heading = section.heading.rstrip(" :") or gettext("Uden overskrift")
    words = ngettext("%(num)s ord", "%(num)s ord", len(section.text.split()))
    return ShownSection(heading, "" if heading == kind else kind, words, shortened(section.text, _EXCERPT))
