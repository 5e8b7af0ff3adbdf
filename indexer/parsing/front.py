"""The meeting's own lines, before the first item: title, body, date, place, participants.

One pass: a line opens a field by its label, goes on with the field that is open, is known by its look, or is left over.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from indexer.parsing import (
    bodies,
    dates,
    head_lines,
    initials,
    left_over,
    name_lists,
    participants,
    prose,
    roster,
    titles,
    told_head,
    when_and_where,
)
from indexer.parsing.front_facts import Front
from indexer.parsing.layout import folded, layout
from indexer.parsing.lines import PLAIN, Line
from indexer.parsing.reading import Remark
from mappings.documents import Participant, Role

_MOST_ROWS = 100  # of a table of participants, looked at to know how it tells who was there
_ROOM = re.compile(r"\d|[A-ZÆØÅ](?!\w)")  # what is no place without its *Mødelokale*
_ANSWERED = re.compile(r"^(?:(?:SV|VS|RE|FW|FWD):\s*)+", re.IGNORECASE)  # what mail programs put before a subject
_MAIL = re.compile(r"(?P<sent>Sendt|Sent)?(?:Fra|Til|Cc|Bcc|From|To|Vedhæft\w*(?: filer)?|Attachments)?:\s.*")
_ABSENT = re.compile(r"\b(?:\w*afbud|fravær\w*|forfald|ikke|ej|udeblev\w*)\b", re.IGNORECASE)
_PRESENT = re.compile(r"\b(?:suppleant\w*|stedfortræder\w*|deltog|mødte|mødt|til ?stede|i stedet)\b", re.IGNORECASE)
_CHAIR = re.compile("(?:næst)?formand", re.IGNORECASE)  # whoever leads one meeting (*Mødeleder*) is something else
_ROLES: Mapping[str, Role] = {"present": "present", "absent": "absent", "secretary": "secretary"}


def read(lines: Sequence[Line], taken: frozenset[int]) -> Front:
    """The front of a document whose first item begins after `lines`; `taken` are indices known to be something else."""
    reader = _Reader(lines)
    for index, line in enumerate(lines):
        if index not in taken:
            reader.read(index, line)
        else:
            reader.close()
    return reader.finished()


class _Reader:
    """The state of the pass: which field is open, with the lines it has so far."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.front = Front()
        self.kind = ""
        self.values: list[str] = []
        self.headed = ""  # the field that a label without a value opened, whose lines may have labels of their own
        self.begin = 0
        self.people: list[Participant] = []
        self.others: list[Participant] = []
        self.when: tuple[int, str] | None = None
        self.table: roster.Columns | None = None
        self.kind_of_rows = "present"
        self.mailed = any((found := _MAIL.fullmatch(line.text)) and found["sent"] for line in lines)
        self.titled = False  # whether the body is what a title names
        self.cut = False  # whether something of the page stands between the line above and this one

    def read(self, index: int, line: Line) -> None:
        if line.furniture:
            self.front.places[index] = f"furniture:{line.furniture}"
            self.cut = line.furniture == "page"
            return
        if self._of_table(index, line):
            return
        columns = head_lines.side_by_side(line)
        if columns and (layout().label.fullmatch(columns[0].text) or head_lines.is_title(columns[0].text)):
            self._side_by_side(index, columns)
            return
        shown = head_lines.shown(line)
        label = None if self._is_within(index, line) else layout().label.fullmatch(shown)
        group = self._group(shown, row=line.row)
        if writer := head_lines.writer(shown):
            self._open(index, "secretary", writer)
        elif group:
            self._open(index, *group)
            self.headed = self.headed if group[1] else group[0]
        elif label and (not head_lines.is_sentence(label) or self._heads_names(index, label)):
            kind, value = layout().labels[folded(label["label"])], label["value"].strip()
            if kind == "body" and head_lines.is_title(subject := _ANSWERED.sub("", value)):
                self.close()
                self._title(index, subject)
                self.cut = False
                return
            room = kind == "place" and ":" not in shown and _ROOM.match(value)
            value = _titled(label["label"], value) if _CHAIR.fullmatch(label["label"]) else value
            self._open(index, kind, shown if room else value)
            self.headed = "" if value else kind
        elif self.kind and self._goes_on(line, shown):
            self._take(index, shown)
        else:
            self.close()
            self._other(index, line, shown)
        self.cut = False

    def _is_within(self, index: int, line: Line) -> bool:
        """Whether a line goes on with a sentence, by what elsewhere is a label: *… med* above *afbud var …*."""
        above = self.lines[index - 1].text if index and not line.before else ""
        return line.text[0].islower() and ":" not in line.text and prose.runs_on(above, line.text)

    def _side_by_side(self, index: int, columns: Sequence[Line]) -> None:
        """A line that tells several things, each in its column; its place is that of what it tells of the meeting."""
        places = []
        for own in columns:
            self.close()
            if bodies.is_one(own.text):
                self._open(index, "body", own.text)
            else:
                self.read(index, own)
            places.append(self.front.places[index])
        self.close()
        self.front.places[index] = max(places, key=lambda place: place.startswith("meeting:"))

    def _group(self, shown: str, *, row: bool) -> tuple[str, str] | None:
        """Role and names of a line whose label is none of the known: *Meldt afbud: Lis Bo*, *Suppleant: Hans Toft (V)*.

        Of a group that says neither, they have the role of the list that it is part of. The `row` of a table may have
        anything for its label.
        """
        found = head_lines.labelled(shown)
        if not found or folded(found["label"]) in layout().labels or not head_lines.names_people(found["value"]):
            return None
        label, value = found["label"], found["value"]
        of_people = name_lists.is_group(label)
        if row and not of_people:
            return None
        if _ABSENT.search(label):
            return "absent", value
        if layout().label.fullmatch(shown) or (not of_people and (self.kind not in _ROLES or not value)):
            return None
        if _PRESENT.search(label) or self.kind != "absent" or (of_people and self.headed != "absent"):
            return "present", _titled(label, value)
        return ("absent", value) if self.headed == "absent" else None

    def _heads_names(self, index: int, label: re.Match[str]) -> bool:
        """Whether a label alone on its line has somebody's name below it."""
        below = self.lines[index + 1 : index + 2]
        return not label["value"] and bool(below) and name_lists.looks_like_names(below[0].text)

    def _of_table(self, index: int, line: Line) -> bool:
        """Whether a line is the head or a row of a table of participants; then it has been read."""
        if not line.row:
            self.table = None
            return False
        row = head_lines.cells(line)
        if self.table is None:
            self.table = self._columns(index, row)
            if self.table is None:
                return False
            self.close()
            self.kind_of_rows = "present"
        elif layout().labels.get(folded(row[0])) and any(row[1:]):
            self.table = None
            return False
        elif roster.is_heading(row, self.table) and not name_lists.is_name(row[self.table.name]):
            self.kind_of_rows = layout().labels.get(folded(row[self.table.name]), "present")
        else:
            self.begin = index
            role = _ROLES.get(self.kind_of_rows, "present")
            for entry in roster.entries(row, self.table):
                self._meet(participants.listed([entry], role))
        self.front.places[index] = "meeting:participants"
        return True

    def _columns(self, index: int, head: Sequence[str]) -> roster.Columns | None:
        """The columns of the table that begins here, if it is one of participants."""
        found = roster.columns(head)
        if found is None:
            return None
        below = self.lines[index + 1 : index + 1 + _MOST_ROWS]
        rows = itertools.takewhile(lambda line: line.row or line.furniture, below)
        return roster.with_ticks(found, [head_lines.cells(line) for line in rows if line.row])

    def finished(self) -> Front:
        self.close()
        self._told_among_left()
        self._people_among_left()
        self.front.participants = (*self.people, *participants.unlisted(self.others, self.people))
        if self.when:
            self._from_when(*self.when)
        left_over.leave_navigation(self.front, self.lines)
        if self._doubtful():
            left_over.find_body(self.front, self.lines)
        left_over.place_body(self.front, self.lines)
        if self.front.body is None or self.front.date is None:
            self._columns_among_left()
        return self.front

    def _doubtful(self) -> bool:
        """Whether no body is known but what a title names that reads as none: *Acadre-referat*, *SBSYS Dagsorden*."""
        return self.front.body is None or (self.titled and not bodies.is_one(self.front.body))

    def _open(self, index: int, kind: str, value: str) -> None:
        self.close()
        self.kind, self.values, self.begin = kind, [], index
        self.front.labelled = self.front.labelled or kind == "date"
        self._take(index, value)

    def _take(self, index: int, value: str) -> None:
        kind = "participants" if self.kind in _ROLES else self.kind
        self.front.places[index] = f"meeting:{kind}"
        if value:
            self.values += map(head_lines.with_item, value.split("\n")) if self.kind in _ROLES else [value]

    def _goes_on(self, line: Line, shown: str) -> bool:
        """Whether a line without a label belongs to the open field."""
        if line.rank < PLAIN or head_lines.is_title(shown):
            return False
        if self.kind in _ROLES and not line.row and self.values and head_lines.labelled(shown):
            return False
        before = line.before or self.cut
        if not self.values:
            return self.kind not in _ROLES or name_lists.looks_like_names(shown) or bool(line.marker) or not before
        if self.kind not in _ROLES:
            known = dates.find(shown) or head_lines.labelled(shown)
            return not before and self.kind in ("place", "body") and not known
        if not before or self.values[-1].endswith((",", ";", " og", " samt")):
            return not name_lists.reads_as_prose(shown)
        return name_lists.looks_like_names(shown)

    def close(self) -> None:
        """End the open field and read its lines."""
        kind, values = self.kind, self.values
        self.kind, self.values = "", []
        joined = " ".join(values)
        if kind in _ROLES:
            self._meet(participants.listed(roster.told_by_boxes(values), _ROLES[kind]))
        elif kind == "date":
            self._date(joined, self.begin, rest=True)
        elif kind == "meeting":
            self._meeting(joined)
        elif kind == "place":
            self.front.place = self.front.place or joined or None
        elif kind == "body":
            named = bodies.named(joined)
            better = bool(named) and bodies.is_one(named) and self._doubtful()
            self.front.body = named if better else self.front.body or named or None
            self.titled = self.titled and not better

    def _meeting(self, text: str) -> None:
        """Body and date under one label: "Møde: Direktionen, torsdag den 28. maj 2020 kl. 9"."""
        self.front.body = self.front.body or head_lines.body_before_date(text)
        self._date(text, self.begin, rest=False)

    def _meet(self, found: participants.Listed) -> None:
        known = {person.name for person in self.people}
        for person in (self._whole(one) for one in found.participants):
            if person.name not in known:
                self.people.append(person)
            else:
                self.people = [_merged(one, person) if one.name == person.name else one for one in self.people]
        self.others += found.others
        for name, numbers in found.items.items():
            self.front.there_for[name] = numbers
        for besides in found.besides:
            self._remark(self.begin, f"Ved deltagerne står også: {besides}")

    def _whole(self, person: Participant) -> Participant:
        """Somebody called by given name or initials alone, by the whole name where one listed above is called so."""
        if " " in person.name:
            return person
        alike = [one.name for one in self.people if one.name.startswith(f"{person.name} ")]
        alike = alike or initials.whose(person.name, self.people)
        return replace(person, name=alike[0]) if len(alike) == 1 else person

    def _other(self, index: int, line: Line, shown: str) -> None:
        """A line that no label announces: the title, a date, the letterhead, or nothing known."""
        if head_lines.is_title(shown) and not line.marker:
            self._title(index, shown)
        elif layout().openness.fullmatch(shown):  # below *Referat*: *Åbent*
            self.front.places[index] = "meeting:title"
        elif self.front.body is None and when_and_where.is_body_and_day(line, shown):
            self.front.places[index] = "meeting:title"
            self.front.body = head_lines.body_before_date(shown)
            self._date(shown, index, rest=False)
        elif head_lines.tells_when(shown):
            self.front.places[index] = "meeting:date"
            self._date(shown, index, rest=False)
        elif when_and_where.is_hour(self.front, index, shown):
            self.front.places[index] = "meeting:date"
            self._from_when(index, shown)
        elif self.when is None and when_and_where.is_when(line, shown):
            self.front.places[index] = "meeting:date"
            self.when = index, shown
        elif when_and_where.is_where(self.front, self.lines, index, line):
            self.front.places[index] = "meeting:place"
            self.front.place = when_and_where.place(shown)
        elif begun := when_and_where.begun(shown):
            self.front.places[index] = "meeting:date"
            self.front.start_time = self.front.start_time or dates.start_time(begun)
        elif layout().letterhead.fullmatch(line.text) or (self.mailed and _MAIL.fullmatch(line.text)):
            self.front.places[index] = "furniture:letterhead"
        elif self.front.body and head_lines.body_told(line.text).casefold() == self.front.body.casefold():
            self.front.places[index] = "meeting:body"
        else:
            self.front.left.append(index)

    def _from_when(self, index: int, shown: str) -> None:
        """Day, time and place of a line that no label announces: where none was given elsewhere."""
        if not self.front.dated or dates.start_time(shown):
            self._date(shown, index, rest=False)
        self.front.place = self.front.place or when_and_where.place_beside(shown)

    def _title(self, index: int, shown: str) -> None:
        front = self.front
        front.places[index] = "meeting:title"
        front.minutes = front.minutes or bool(layout().minutes.search(shown))
        front.agenda = front.agenda or bool(layout().agenda.search(shown))
        self._date(shown, index, rest=False)
        named = None if front.body else head_lines.body(shown)
        self.titled = self.titled or named is not None
        front.body = front.body or named

    def _date(self, text: str, index: int, *, rest: bool) -> None:
        found = dates.find(text)
        if found:
            self.front.dated.append(found)
        self.front.start_time = self.front.start_time or dates.start_time(text)
        besides = dates.without(text)
        if rest and besides:
            self._remark(index, f"Ved mødedatoen står også: {besides}")
        if found and found.agrees is False:
            self._remark(index, f"Ugedagen passer ikke til datoen {found.date:%d-%m-%Y}.")
        if found and found.date != self.front.dated[0].date:
            self._remark(index, f"Mødet har to datoer: {self.front.dated[0].date:%d-%m-%Y} og {found.date:%d-%m-%Y}.")

    def _told_among_left(self) -> None:
        """Paragraphs that tell in sentences when the body met, and who was there."""
        for paragraph in told_head.paragraphs(self.lines, self.front.left):
            told = told_head.read(prose.joined(self.lines[at].text for at in paragraph))
            if told.when:
                self._date(told.when, paragraph[0], rest=False)
                self.front.body = self.front.body or told.body or None
            self.begin = paragraph[0]
            for role, names in told.people:
                self._meet(participants.listed([names], role))
            if told.all and (told.when or told.people):
                self.front.places.update(
                    dict.fromkeys(paragraph, "meeting:participants" if told.people else "meeting:date")
                )
        self.front.left = [at for at in self.front.left if at not in self.front.places]

    def _people_among_left(self) -> None:
        for own, names in left_over.lists_of_names(self.front, self.lines):
            self.begin = own[0]
            self._meet(participants.listed(names, "present"))
            self.front.places.update(dict.fromkeys(own, "meeting:participants"))
        self.front.left = [at for at in self.front.left if at not in self.front.places]

    def _columns_among_left(self) -> None:
        """Body and day that stand beside each other, or beside what the letterhead says."""
        heads = [at for at, place in self.front.places.items() if place == "furniture:letterhead"]
        beside = ((at, head_lines.side_by_side(self.lines[at])) for at in (*heads, *self.front.left))
        told = {at: columns for at, columns in beside if columns}
        self.front.left = [at for at in self.front.left if at not in told]
        for index, columns in told.items():
            self._side_by_side(index, columns)

    def _remark(self, index: int, text: str) -> None:
        self.front.remarks.append(Remark(self.lines[index].number, text))


def _titled(label: str, value: str) -> str:
    """Somebody with what the label says they are: *Formand: Lars Holte*."""
    alone = "," not in value and name_lists.looks_like_names(value)
    return f"{label.lower()} {value}" if alone and titles.is_title(label) else value


def _merged(known: Participant, again: Participant) -> Participant:
    """Somebody who is listed twice: the second time may say more, or that they were not there."""
    in_chair = _CHAIR.fullmatch(known.title)
    return Participant(
        known.name,
        again.role if again.role != "present" else known.role,
        (again.title or known.title) if in_chair else (known.title or again.title),
        known.initials or again.initials,
    )
