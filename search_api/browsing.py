"""What there is to read without a question: items, meetings, cases, bodies, people, the index from afar."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from engines.asked import Access
from engines.base import Engine
from engines.found import Edition
from engines.patience import one_question
from indexer.embedding import Embedder
from mappings.documents import Meeting, Person
from mappings.errors import NotFound
from mappings.naming import slug
from mappings.told import Told
from search_api import case_list, overview, people_list, persons, related, results, sources
from search_api.answers import CaseAnswer, ClosedItem, ItemAnswer, RelatedAnswer, StatusAnswer
from search_api.asking import Asking
from search_api.careers import Career, PersonAnswer, PersonYear, career, person_answer, person_year
from search_api.case_list import CaseList
from search_api.overview import Around, BodyAnswer, BodyList, BodySummary, Calendar, Overview
from search_api.people_list import PeopleAsked, PeopleList
from search_api.ranking import Nearness
from search_api.release import product_version
from search_api.sources import SourceFile, Sources


class Browsing:
    """Reads one engine for whoever asks; shared between threads."""

    def __init__(
        self, engine: Engine, embedder: Embedder | None, asking: Asking, sources: Sources, nearness: Nearness
    ) -> None:
        self._engine = engine
        self._embedder = embedder
        self._asking = asking
        self._sources = sources
        self._nearness = nearness

    @one_question
    def item(self, item_id: str, access: Access) -> ItemAnswer:
        """One item as the asker may read it; raises `NotFound`."""
        found = self._engine.items([item_id], access)
        if not found:
            raise NotFound(Told("Der er intet punkt med id %(id)s.", id=repr(item_id)))
        item = found[0].item
        meeting = replace(self.meeting(found[0].meeting.id, access), items=())
        source = sources.url(self._engine, self._sources, meeting, item.page, access)
        return ItemAnswer(item, meeting, results.url(item), source)

    @one_question
    def known(self, item_ids: Sequence[str], access: Access) -> list[str]:
        """Which of these ids are items that the asker may see."""
        return [found.item.id for found in self._engine.items(item_ids, access)]

    @one_question
    def items(self, item_ids: Sequence[str], access: Access) -> list[ItemAnswer]:
        """As `item`, of several in their order, without their sources; unknown ids are left out."""
        found = self._engine.items(item_ids, access)
        return [ItemAnswer(one.item, one.meeting, results.url(one.item)) for one in found]

    @one_question
    def meeting(self, meeting_id: str, access: Access) -> Meeting:
        """One meeting with its items as the asker may read them; raises `NotFound`."""
        found = self._engine.meetings([meeting_id], access)
        if not found:
            raise NotFound(Told("Der er intet møde med id %(id)s.", id=repr(meeting_id)))
        return found[0]

    @one_question
    def around(self, meeting: Meeting, access: Access) -> Around:
        """The meetings of the same body right before and after one."""
        return overview.around(self._engine.sittings(access), meeting)

    @one_question
    def source_url(self, meeting: Meeting, access: Access) -> str | None:
        """Where the file of a meeting can be read; None where nowhere by who asks."""
        return sources.url(self._engine, self._sources, meeting, None, access)

    @one_question
    def source(self, meeting_id: str, access: Access) -> SourceFile:
        """The file that a meeting was read from; raises `NotFound` where it is not to be had."""
        return sources.file(self._engine, self._sources, meeting_id, access)

    @one_question
    def related(self, item_id: str, access: Access) -> RelatedAnswer:
        """What has to do with an item, best reason first, and what became of its case; raises `NotFound`."""
        return related.related(self._engine, self._embedder, item_id, access, self._nearness)

    @one_question
    def case(self, number: str, access: Access) -> CaseAnswer:
        """What became of a case, and what names it; raises `NotFound`."""
        return related.case(self._engine, number, access)

    @one_question
    def closed_of_case(self, number: str, access: Access) -> tuple[ClosedItem, ...]:
        """The items of a case that the asker may not read; none where the case is unknown."""
        return related.closed_of_case(self._engine, number, access)

    @one_question
    def cases(self, year: int | None, page: int, access: Access) -> CaseList:
        """A page of the cases of a year, or of the newest that there is."""
        return case_list.cases(self._engine, year, page, access)

    @one_question
    def person(self, slug: str, access: Access) -> PersonAnswer:
        """One person's part in the minutes; raises `NotFound`."""
        return person_answer(self._engine, self._career(slug, access), access)

    @one_question
    def person_year(self, slug: str, year: int | None, page: int, access: Access) -> PersonYear:
        """One person with a year of theirs, or their newest; `page` is of its items. Raises `NotFound`."""
        return person_year(self._engine, self._career(slug, access), year, page, access)

    @one_question
    def people(self, asked: PeopleAsked, access: Access) -> PeopleList:
        """A page of the people of the index."""
        people = {person.slug: person for person in self._engine.people(access)}
        return people_list.people(self._engine, asked, people, self._asking.short(people, access).initials, access)

    @one_question
    def slugs(self, names: Iterable[str], access: Access) -> Mapping[str, str]:
        """The slug of each of these full names that is one person's, also of who was only ever absent."""
        every = tuple(dict.fromkeys(names))
        known = self._engine.people(access)
        found = persons.identified(every, known)
        taken = {person.slug for person in known}
        others = {name: own for name in every if name not in found and (own := slug(name)) not in taken}
        absent = {one.appearance.slug for one in self._engine.appearances(tuple(others.values()), access)}
        return {**{name: own for name, own in others.items() if own in absent}, **found}

    @one_question
    def everybody(self, access: Access) -> list[Person]:
        """Everybody who belongs to an item that the asker may see, by slug."""
        return self._engine.people(access)

    @one_question
    def bodies(self, access: Access) -> tuple[BodySummary, ...]:
        """Everybody who met."""
        return overview.bodies(self._engine.sittings(access))

    @one_question
    def body_list(self, year: int | None, access: Access) -> BodyList:
        """Everybody who met in a year, or ever, with the years there are."""
        return overview.body_list(self._engine.sittings(access), year)

    @one_question
    def body(self, name: str, year: int | None, access: Access) -> BodyAnswer:
        """A body by its slug, with its meetings of a year; raises `NotFound`."""
        own = [sitting for sitting in self._engine.sittings(access) if slug(sitting.body) == name]
        if not own:
            raise NotFound(Told("Der er intet udvalg eller forum, som hedder %(name)s.", name=repr(name)))
        (summary,) = overview.bodies(own)
        decided = overview.decisions(self._engine, access, summary.name)
        return BodyAnswer(summary, overview.calendar(own, year), decided)

    @one_question
    def calendar(self, year: int | None, access: Access) -> Calendar:
        """The meetings of a year, or of the newest that had any."""
        return overview.calendar(self._engine.sittings(access), year)

    @one_question
    def overview(self, access: Access) -> Overview:
        """What the index holds, from afar."""
        return overview.overview(self._engine, access)

    @one_question
    def edition(self) -> Edition | None:
        """Which state of the index is searched now; None where nothing was ever indexed. Cheap."""
        return self._engine.edition()

    @one_question
    def status(self) -> StatusAnswer:
        """Engine, model, counts, health."""
        status = self._engine.status()
        return StatusAnswer(
            version=product_version(),
            engine=status.engine,
            model=status.model,
            meetings=status.meetings,
            items=status.items,
            passages=status.passages,
            bytes=status.bytes,
            changed=status.changed,
            problems=status.problems,
            details=status.details,
        )

    def close(self) -> None:
        """Let go of the engine; the service is not used afterwards."""
        self._engine.close()

    def _career(self, slug: str, access: Access) -> Career:
        people = {person.slug: person for person in self._engine.people(access)}
        found = career(self._engine, slug, people, self._asking.short(people, access).initials, access)
        if found is None:
            told = Told("Der er ingen person med id %(id)s.", id=repr(slug))
            raise NotFound(told, question=slug.replace("-", " "))
        return found
