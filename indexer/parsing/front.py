"""The meeting's own lines, before the first item: title, body, date, place, participants.

One pass: a line opens a field by its label, goes on with the field that is open, is known by its look, or is left over.
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from indexer.parsing import bodies, dates, head_lines, initials, inline, participants, prose, roster, titles, told_head
from indexer.parsing.layout import folded, layout
from indexer.parsing.lines import PLAIN, Line
from indexer.parsing.reading import Remark
from mappings.documents import Participant, Role

_NO_PLACE = re.compile(r"\b(?:ordinært|side|j\.? ?nr|udkast|udsendt|\w*møde)\b", re.IGNORECASE)
_MOST_ROWS = 100  # of a table of participants, looked at to know how it tells who was there
_FEWEST_NAMES = 3  # in a row that are a list without a label
_LONGEST_LINK = 3  # words of what a web page leads to
_PLACE = re.compile(r"[A-ZÆØÅ]|[iIpP]å? [\w-]*(?:[A-ZÆØÅ]|sal|lokale|hus)")
_BESIDE = re.compile(r"(?<!\s)\s{3,}Side:? \d{1,4}(?: ?(?:af|/) ?\d{1,4})?$", re.IGNORECASE)
_AT = re.compile(r"^(?:på|i) ")
_AT_NAMED = re.compile(r"^(?:på|i) (?=[A-ZÆØÅ])")
_MEETS = re.compile(
    r"(?:(?:fra|for|af) )?[\w-]*mødet? (?=(?:på|i) )", re.IGNORECASE
)  # *Møde den 16. maj kl. 16 i Salen*
_ONLINE = re.compile(r"(?:(?:virtuelt|digitalt|online) |fjern|teams|online)-?møde\b", re.IGNORECASE)
_ROOM = re.compile(r"\d|[A-ZÆØÅ](?!\w)")  # what is no place without its *Mødelokale*
_WITHIN = re.compile(r", (?:møde)?lokale \w+$")
_LONGEST_BODY = 150  # characters
_LONGEST_PLACE = 8  # words behind a date
_BEFORE_DATE = re.compile(
    rf"(?:(?:(?:fra|for|af)\s)?[\w-]*mødet?\s)?(?:{'|'.join(dates.WEEKDAYS)})?[\s,]*(?:den|d\.)?\s*", re.IGNORECASE
)
_MEETING_OF = re.compile(r"^(?:(?:ekstra)?ordinært )?møde (?:i|for|med) (?:det |den )?(?=[A-ZÆØÅ])", re.IGNORECASE)
_ITS_MEETING = re.compile(r"(?:(?:fra|for|af) )?[-\w ,]+s (?:\w+e )?møde", re.IGNORECASE)  # *fra Direktionens møde*
# *…, 3. møde*, *… – uge 16*
_COUNTED = re.compile(r"\s*[,–-]?\s*(?:\d{1,3}\. møde|møde (?:nr\.? ?)?\d{1,3}|uge \d{1,2})$", re.IGNORECASE)
_ANSWERED = re.compile(r"^(?:(?:SV|VS|RE|FW|FWD):\s*)+", re.IGNORECASE)  # what mail programs put before a subject
_MAIL = re.compile(r"(?P<sent>Sendt|Sent)?(?:Fra|Til|Cc|Bcc|From|To|Vedhæft\w*(?: filer)?|Attachments)?:\s.*")
_TOLD = re.compile(r"\b(?:er|var|bliver|blev|holdes|afholdes|\w{3,}ede|\w{2,}tes)\b", re.IGNORECASE)  # in a sentence
_HOUR = re.compile(r"kl(?:\.|okken)? ?\d", re.IGNORECASE)
_UNIT = re.compile(r"(?:,? (?:og )?[A-ZÆØÅ][a-zæøå][\w-]*){1,5}")
_HELD = re.compile(
    r"\b(?:af)?holdtes\b|\b(?:blev|var) (?:af)?holdt\b", re.IGNORECASE
)  # in a sentence that goes on below
# *Mødet begyndte kl. 13.00 og sluttede kl. 14.20.*
_BEGUN = re.compile(
    r"Mødet (?:begyndte|startede|åbnede(?:s)?|indledtes|blev åbnet|starter|begynder) kl\. ?[\d.:]+", re.IGNORECASE
)
_ABSENT = re.compile(r"\b(?:\w*afbud|fravær\w*|forfald|ikke|ej|udeblev\w*)\b", re.IGNORECASE)
_PRESENT = re.compile(r"\b(?:suppleant\w*|stedfortræder\w*|deltog|mødte|mødt|til ?stede|i stedet)\b", re.IGNORECASE)
_CHAIR = re.compile("(?:næst)?formand", re.IGNORECASE)  # whoever leads one meeting (*Mødeleder*) is something else
_ROLES: Mapping[str, Role] = {"present": "present", "absent": "absent", "secretary": "secretary"}


@dataclass(slots=True)
class Front:
    """What the lines before the first item say; `places` says of each line index where it went.

    `left` are the indices of the lines that are nothing known. `dated` are all dates that were given, in order.
    """

    body: str | None = None
    dated: list[dates.Found] = field(default_factory=list)
    start_time: str | None = None
    place: str | None = None
    participants: tuple[Participant, ...] = ()
    there_for: dict[str, tuple[int, ...]] = field(default_factory=dict)  # the items that a guest came for, by name
    minutes: bool = False
    agenda: bool = False
    labelled: bool = False
    places: dict[int, str] = field(default_factory=dict)
    left: list[int] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    @property
    def date(self) -> dt.date | None:
        """The meeting's date: the one whose weekday is named and right, else the first."""
        best = next((found for found in self.dated if found.agrees), None)
        return best.date if best else self.dated[0].date if self.dated else None


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
        of_people = participants.is_group(label)
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
        return not label["value"] and bool(below) and participants.looks_like_names(below[0].text)

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
        elif roster.is_heading(row, self.table) and not participants.is_name(row[self.table.name]):
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
        self._without_navigation()
        if self._doubtful():
            self._body_among_left()
        self._without_body()
        if self.front.body is None or self.front.date is None:
            self._columns_among_left()
        return self.front

    def _doubtful(self) -> bool:
        """Whether no body is known but what a title names that reads as none: *Acadre-referat*, *SBSYS Dagsorden*."""
        return self.front.body is None or (self.titled and not bodies.is_one(self.front.body))

    def _without_navigation(self) -> None:
        """What a web page has above the minutes themselves (*Gå til indhold*, *Menu*) is none of them."""
        begin = min((at for at, place in self.front.places.items() if place.startswith("meeting:")), default=0)
        above = [at for at in self.front.left if at < begin]
        if not any(layout().navigation.fullmatch(self.lines[at].text) for at in above):
            return
        for at in above:
            text = self.lines[at].text
            shown = inline.plain(self.lines[at].body, addresses=False)
            link = len(shown.split()) <= _LONGEST_LINK and shown[-1:] not in ".:;?!"
            if (link or text.count(" > ") > 1) and not bodies.is_one(text):
                self.front.places[at] = "furniture:page"
                self.front.left.remove(at)

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
            return self.kind not in _ROLES or participants.looks_like_names(shown) or bool(line.marker) or not before
        if self.kind not in _ROLES:
            known = dates.find(shown) or head_lines.labelled(shown)
            return not before and self.kind in ("place", "body") and not known
        if not before or self.values[-1].endswith((",", ";", " og", " samt")):
            return not participants.reads_as_prose(shown)
        return participants.looks_like_names(shown)

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
        elif self._is_body_and_day(line, shown):
            self.front.places[index] = "meeting:title"
            self.front.body = head_lines.body_before_date(shown)
            self._date(shown, index, rest=False)
        elif head_lines.tells_when(shown):
            self.front.places[index] = "meeting:date"
            self._date(shown, index, rest=False)
        elif self._is_hour(index, shown):
            self.front.places[index] = "meeting:date"
            self._from_when(index, shown)
        elif self._is_when(line, shown):
            self.front.places[index] = "meeting:date"
            self.when = self.when or (index, shown)
        elif self._is_where(index, line, shown):
            self.front.places[index] = "meeting:place"
            self.front.place = _AT_NAMED.sub("", shown)
        elif begun := _BEGUN.match(shown):
            self.front.places[index] = "meeting:date"
            self.front.start_time = self.front.start_time or dates.start_time(begun[0])
        elif layout().letterhead.fullmatch(line.text) or (self.mailed and _MAIL.fullmatch(line.text)):
            self.front.places[index] = "furniture:letterhead"
        elif self.front.body and _body_told(line.text).casefold() == self.front.body.casefold():
            self.front.places[index] = "meeting:body"
        else:
            self.front.left.append(index)

    def _is_body_and_day(self, line: Line, shown: str) -> bool:
        """Whether the first line that names a body names its day too: "Børne- og Skoleudvalget den 17-01-2022"."""
        found = dates.find(shown) if self.front.body is None and line.heading_like else None
        return (
            found is not None and not dates.without(shown[found.start :]) and bool(head_lines.body_before_date(shown))
        )

    def _is_hour(self, index: int, shown: str) -> bool:
        """Whether a line right below the day tells when it began, and perhaps where: "kl. 10-12 på Rådhuset"."""
        above = self.front.places.get(index - 1) in ("meeting:date", "meeting:title") and self.front.dated
        return bool(above) and not self.front.start_time and _HOUR.match(shown) is not None and not dates.find(shown)

    def _is_when(self, line: Line, shown: str) -> bool:
        """Whether the first line with a date tells but when and where: "4. maj 2021, Rådhuset", "Rådhuset, 4. maj"."""
        found = dates.find(shown) if self.when is None and line.heading_like else None
        sentence = shown.endswith(".") and (_TOLD.search(shown) or not dates.start_time(shown))
        if not found or shown.endswith(":") or sentence or (not line.after and _HELD.search(shown)):
            return False
        *where, lead = shown[: found.start].split(", ", 1)
        if not _BEFORE_DATE.fullmatch(lead) or any(participants.reads_as_prose(one) for one in where):
            return False
        told = found.agrees is not None or dates.start_time(shown)
        return bool(told) and len(dates.without(shown).split()) <= _LONGEST_PLACE

    def _is_where(self, index: int, line: Line, shown: str) -> bool:
        """Whether the line right below the day and the hour tells where: "Teams", "Mødelokale 3, Rådhuset"."""
        above = self.front.places.get(index - 1) == "meeting:date" and not line.before and line.heading_like
        if not above or self.front.place or not dates.start_time(head_lines.shown(self.lines[index - 1])):
            return False
        brief = len(shown.split()) <= _LONGEST_PLACE and shown[-1] not in ".:" and _PLACE.match(shown)
        named = shown[0].isupper() and participants.looks_like_names(shown) and not _WITHIN.search(shown)
        told = participants.reads_as_prose(shown) or named or _NO_PLACE.search(shown) or ":" in shown
        known = bodies.is_one(shown) or layout().letterhead.fullmatch(shown) or dates.find(shown)
        return bool(brief) and not known and (_ONLINE.match(shown) is not None or not told)

    def _from_when(self, index: int, shown: str) -> None:
        """Day, time and place of a line that no label announces: where none was given elsewhere."""
        if not self.front.dated or dates.start_time(shown):
            self._date(shown, index, rest=False)
        beside = _AT.sub("", _MEETS.sub("", dates.without(shown)))
        if not _NO_PLACE.search(beside):
            self.front.place = self.front.place or beside or None

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
        """Lines in a row that each begin with somebody's name: a list of who was there that nothing announces."""
        for _, run in itertools.groupby(enumerate(self.front.left), key=lambda one: one[1] - one[0]):
            own = [at for _, at in run]
            names = [head_lines.shown(self.lines[at]) for at in own]
            if len(names) >= _FEWEST_NAMES and participants.begins_with_names(names):
                self.begin = own[0]
                self._meet(participants.listed(names, "present"))
                self.front.places.update(dict.fromkeys(own, "meeting:participants"))
        self.front.left = [at for at in self.front.left if at not in self.front.places]

    def _body_among_left(self) -> None:
        """A body named on a line of its own: the first short line that ends as bodies do, or that nothing explains."""
        alone = {at: text for at in self.front.left if (text := _alone(self.lines[at]))}
        told = {at: _body_told(text) for at, text in alone.items()}
        short = [
            at for at, text in told.items() if head_lines.may_be_body(text) and not head_lines.COLUMNS.search(text)
        ]
        known = next((at for at in short if bodies.is_one(told[at])), None)
        index = next(iter(short), None) if known is None and self.front.body is None else known
        if index is not None:
            self.front.body = told[index]

    def _without_body(self) -> None:
        """The lines left over that but name the body, before a title did or again, or more fully, are its."""
        told = [(at, _body_told(_alone(self.lines[at]))) for at in self.front.left]
        fuller = [(at, name) for at, name in told if _is_fuller(name, self.front.body or "")]
        for at, self.front.body in fuller[:1]:
            self.front.places[at] = "meeting:body"
            self.front.left.remove(at)
        body = (self.front.body or "").casefold()
        for at in [at for at in self.front.left if _body_told(_alone(self.lines[at])).casefold() == body != ""]:
            self.front.places[at] = "meeting:body"
            self.front.left.remove(at)

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


def _body_told(text: str) -> str:
    """The body that a line alone would name: *Møde i Direktionen*, *Direktionsmøde*, *fra Direktionens møde*."""
    if len(text) > _LONGEST_BODY:
        return ""
    if _ITS_MEETING.fullmatch(text):
        return head_lines.body_before_date(text) or ""
    return bodies.named(bodies.meeting(_COUNTED.sub("", _MEETING_OF.sub("", text))))


def _is_fuller(name: str, body: str) -> bool:
    """Whether a name tells of which body by one word it is: *Bestyrelsen for Lillehavn*, *Skolebestyrelsen ved …*."""
    rest = name[len(body) :] if body and name.casefold().startswith(body.casefold()) else ""
    if " " in body:
        return False
    of_unit = body.endswith(("MU", "MED")) and _UNIT.fullmatch(rest)  # *LMU Ejendomsservice*, *OmrådeMED Sundhed*
    return bool(of_unit) or (rest.startswith((" for ", " ved ", " på ")) and bodies.is_one(name))


def _titled(label: str, value: str) -> str:
    """Somebody with what the label says they are: *Formand: Lars Holte*."""
    alone = "," not in value and participants.looks_like_names(value)
    return f"{label.lower()} {value}" if alone and titles.is_title(label) else value


def _alone(line: Line) -> str:
    """What stands alone in a line, or in a row of a table; "" where nothing does."""
    if line.row:
        first, *others = list(dict.fromkeys(filter(None, head_lines.cells(line)))) or [""]
        beside = len(others) == 1 and bodies.is_one(first) and not head_lines.is_title(others[0])
        return f"{first} {others[0]}" if beside else "" if others else first  # *Områdeudvalg*, and beside it *Syd*
    alone = _BESIDE.sub("", line.body.strip("*_")) if line.heading_like else ""
    return alone if head_lines.COLUMNS.search(alone) else inline.plain(alone)


def _merged(known: Participant, again: Participant) -> Participant:
    """Somebody who is listed twice: the second time may say more, or that they were not there."""
    in_chair = _CHAIR.fullmatch(known.title)
    return Participant(
        known.name,
        again.role if again.role != "present" else known.role,
        (again.title or known.title) if in_chair else (known.title or again.title),
        known.initials or again.initials,
    )
