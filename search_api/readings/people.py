"""People named in a question: by their full names, by initials, by a family name that nobody else has.

Who took part is seldom in the text, so such a name is not searched for beside a topic; alone it is the question. It
favours what they belong to. "mens Carla Holm deltog" asks for the meetings that she took part in, and no others; "mens
Carla Holm og Carl Hede deltog" for those that both did; "møder uden Carla Holm" for those that she was away from.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from engines.asked import Filters
from mappings import danish, lemmas
from mappings.documents import Person
from mappings.people import family_key, name_key
from mappings.told import Told
from search_api import persons
from search_api.persons import Named, Short
from search_api.readings.absence import Span, absence
from search_api.readings.plain import Plain, Word
from search_api.readings.reading import Reading, Readings
from search_api.synonyms import Synonyms

# What somebody is, before the name: no more of a matter than the name.
_TITLE = re.compile(
    r"(?<![\w-])(?:(?:adm\. |administrerende )?"
    r"(?P<post>[\w-]*(?:direktør|chef|leder|borgmester|formand|rådmand|byrådsmedlem))"
    r"|hr\.|fru|frk\.?|mayor|alderman|chairman|councillor|director) $"
)
_SURE_LETTERS = 3  # of initials that items have where they name somebody: fewer are a unit's, too
_SHORTEST_FAMILY = 4  # characters of a family name that is looked for by itself
_BEFORE = re.compile(
    r"(?<!\w)(?:(?:på |i )?(?:møder|mødet|møde),? )?(?:i den tid,? )?(?:mens|imens|da|når|hvor|while|when|where) $"
)
_AFTER = re.compile(
    r" (?:(?:også|selv|stadig) )?(?:deltog|deltager|har deltaget|mødte op|took part|attended"
    r"|(?:var|er) (?:med|til stede|tilstede|på mødet|i rummet|i lokalet)|sad (?:med|i rummet|i lokalet)"
    r"|was (?:present|there|in the room))(?: i (?:mødet|møderne|møder)| på mødet)?(?!\w)(?! ikke\b)"
)
# The verb before the name and what goes on behind it: *hvilke møder deltog Carla Holm i*, *when did Carla Holm attend*.
_WHERE = re.compile(
    r"(?<!\w)(?:(?:(?:i |på )?(?:hvilke |hvor mange |alle )?møder|hvornår|hvor ofte|when|(?:which|what) meetings)"
    r" (?P<verb>deltog|har|did)|(?:(?:all )?(?:the )?meetings )?attended by) $"
)
_GOES_ON = {
    "deltog": re.compile(r"(?! (?:ikke|ej|aldrig)\b)(?: (?:i|på)(?=\W*$))?"),
    "har": re.compile(r" (?:deltaget|været med|været til stede)(?: (?:i|på|til)(?=\W*$))?(?!\w)"),
    "did": re.compile(r" (?:attend|take part)(?: in(?=\W*$))?(?!\w)"),
    None: re.compile(""),  # meetings attended by Carla Holm
}
_AND = re.compile(r",? (?:og|samt|and|&|\+) |, ")
_NEITHER, _NOR = re.compile(r"(?<!\w)(?:hverken|neither) $"), re.compile(r",? (?:eller|nor|or) |, ")
_BOTH = re.compile(r"(?<!\w)(?:både|both) $")
# What somebody does is told of a matter; it is not in the text of it.
_SAID = re.compile(
    r" (?:har )?(?:sagt|sagde|siger|ment|mente|mener|udtalt|udtalte|fortalt|fortalte)(?: om| til)?(?!\w)"
)
# What somebody shall do or thought, beside a whole name: of initials the text may say it word for word.
_TO_DO = re.compile(
    r"(?: (?:skal|skulle|ville|vil|bedes|blev bedt om at|fik til opgave at))?"
    r" (?:sørge for|gøre|lave|følge op(?: på)?|stå for|tage sig af|arbejde (?:videre )?med)(?!\w)"
)
# What is somebody's, and stands in no text of it: *Nadia Feldts opgaver*.
_THEIRS = re.compile(r"(?<=s) (?:opgaver|sager|punkter|forslag|indlæg|bemærkninger|ansvarsområder)\W*$")
_THOUGHT = re.compile(r"(?<!\w)(?:hvad )?(?:mente|mener|vil|ville|skal|skulle|gjorde|lavede) $")


def people(
    text: Plain,
    known: Mapping[str, Person],
    short: Short,
    synonyms: Synonyms,
    occurs: Callable[[str, Sequence[str]], bool],
    took_part: Callable[[Sequence[str]], bool],
    was_away: Callable[[Sequence[str]], bool],
    posts: Callable[[Sequence[str]], Mapping[str, Collection[str]]],
) -> Readings:
    """Everybody who is named; who cannot be told apart by a full name is one reading.

    Initials that only how a name begins gives are nobody's where items have them as a word and do not name that person,
    or they are but two letters (*HR*): `occurs`. Whom no list of participants has (`took_part`) was there for items
    that name them; whom no list has as absent (`was_away`) is not read as away, and a notice says so. Of those who bear
    a family name a title before it tells who is meant: `posts`.
    """
    found = persons.named([word.text for word in text.words], known)
    taken = {place for one in found for place in range(one.first, one.last + 1)}
    found += [one for one in _by_initials(text.words, short, synonyms, occurs) if one.first not in taken]
    found += [one for one in _by_family(text, short.families, known, posts) if one.first not in taken]
    readings: list[Reading] = []
    notices: list[str] = []
    for run in _runs(text, sorted(found, key=lambda one: one.first)):
        earliest = readings[-1].end if readings else 0
        away = _absence(text, run, earliest)
        never = [one for one in run if not was_away(one.slugs)] if away else []
        if never:
            notices.append(
                Told(
                    "%(names)s står ikke som fraværende i noget møde; der er søgt på ordene, som de står.",
                    names=_all(never, known),
                )
            )
        elif away:
            readings.append(_all_away(away, run, known))
        elif len(run) > 1 and _AFTER.match(text.text, text.words[run[-1].last].end):
            readings.append(_all_there(text, run, known))
        else:
            for one in run:
                readings.append(_reading(text, one, known, readings[-1].end if readings else 0, took_part))
    return Readings(tuple(readings), tuple(notices))


def _runs(text: Plain, found: Iterable[Named]) -> list[list[Named]]:
    """Those who are named in a row, of whom something may be told together: *Carla Holm, Carl Hede og Ib Lund*."""
    runs: list[list[Named]] = []
    for one in found:
        if runs and _joined(text, runs[-1], one):
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def _joined(text: Plain, run: Sequence[Named], one: Named) -> bool:
    """Whether somebody is named in a row with those of a run."""
    between = text.words[run[-1].last].end, text.words[one.first].start
    neither = _NEITHER.search(text.text[: text.words[run[0].first].start])
    return bool((_NOR if neither else _AND).fullmatch(text.text, *between))


def _absence(text: Plain, run: Sequence[Named], earliest: int) -> Span | None:
    """What tells that all of these were away."""
    start = text.words[run[0].first].start
    titled = _TITLE.search(text.text, earliest, start)
    return absence(text.text, earliest, titled.start() if titled else start, text.words[run[-1].last].end)


def _all_away(away: Span, run: Sequence[Named], known: Mapping[str, Person]) -> Reading:
    several = len(run) > 1
    return Reading(
        kind="person",
        effect="narrows",
        start=away.start,
        end=away.end,
        means=Told("møder, hvor %(names)s var fraværende", names=_all(run, known)),
        asks=Filters(away=tuple(one.slugs for one in run)) if several else Filters(absent=run[0].slugs),
    )


def _all(run: Iterable[Named], known: Mapping[str, Person]) -> str:
    return persons.all_of(persons.either([known[slug].name for slug in one.slugs]) for one in run)


def _all_there(text: Plain, run: Sequence[Named], known: Mapping[str, Person]) -> Reading:
    start, end = text.words[run[0].first].start, text.words[run[-1].last].end
    both = _BOTH.search(text.text[:start])
    after = _AFTER.match(text.text, end)
    return _there(
        text,
        both.start() if both else start,
        after.end() if after else end,
        _all(run, known),
        Filters(together=tuple(one.slugs for one in run)),
    )


def _there(text: Plain, start: int, end: int, names: str, asks: Filters) -> Reading:
    """The reading of who took part; *mens* and the like before the names belong to it."""
    before = _BEFORE.search(text.text[:start])
    return Reading(
        kind="person",
        effect="narrows",
        start=before.start() if before else start,
        end=end,
        means=Told("møder, hvor %(names)s deltog", names=names),
        asks=asks,
    )


def _reading(
    text: Plain,
    one: Named,
    known: Mapping[str, Person],
    earliest: int,
    took_part: Callable[[Sequence[str]], bool],
) -> Reading:
    """The reading of a name; what stands before the character `earliest` is another's."""
    start, end = text.words[one.first].start, text.words[one.last].end
    titled = _TITLE.search(text.text[:start])
    start = titled.start() if titled and titled.start() >= earliest else start
    names = persons.either([known[slug].name for slug in one.slugs])
    where = _WHERE.search(text.text[:start])
    after = _GOES_ON[where["verb"]].match(text.text, end) if where else _AFTER.match(text.text, end)
    if after:
        start = where.start() if where else start
        asks = Filters(present=one.slugs) if took_part(one.slugs) else Filters(people=one.slugs)
        return _there(text, start, after.end(), names, asks)
    short = one.first == one.last
    said = _SAID.match(text.text, end) or (
        None if short else _TO_DO.match(text.text, end) or _THEIRS.match(text.text, end)
    )
    thought = None if short else _THOUGHT.search(text.text[:start])
    return Reading(
        kind="person",
        effect="favours",
        start=thought.start() if thought and thought.start() >= earliest else start,
        end=said.end() if said else end,
        means=Told("møder med %(names)s", names=names),
        asks=Filters(people=one.slugs),
        hints=True,
        bare=True,
        short=short,
    )


def _by_initials(
    words: Sequence[Word], short: Short, synonyms: Synonyms, occurs: Callable[[str, Sequence[str]], bool]
) -> Iterator[Named]:
    """Words in capitals that are one person's initials and mean nothing else."""
    for place, word in enumerate(words):
        slugs = short.initials.get(word.typed, ())
        if len(slugs) != 1 or synonyms.terms(word.typed):
            continue
        if word.typed in short.told or not occurs(word.text, slugs if len(word.typed) >= _SURE_LETTERS else ()):
            yield Named(place, place, tuple(slugs))


def _by_family(
    text: Plain,
    families: Mapping[str, Sequence[str]],
    known: Mapping[str, Person],
    posts: Callable[[Sequence[str]], Mapping[str, Collection[str]]],
) -> Iterator[Named]:
    """Capitalised words that are the family name of one person alone, and stand beside no other name.

    The first word has a capital whatever it is: *Skov i kommunen* is no name. Middle names before it (*Damkjær Holm*),
    letters (*A.G. Holm*) and a title (*direktør Holm*) tell apart those who bear it.
    """
    words = text.words
    for place, word in enumerate(words):
        if (place == 0 and lemmas.known(word.text)) or len(word.text) < _SHORTEST_FAMILY or not _is_name(word):
            continue
        first, slugs = _told_apart(words, place, families.get(family_key(word.text), ()), known)
        titled = _TITLE.search(text.text[: words[first].start])
        if titled and titled["post"] and len(slugs) > 1:
            held = posts(slugs)
            slugs = [slug for slug in slugs if any(_is_post(title, titled["post"]) for title in held.get(slug, ()))]
        if len(slugs) == 1 and _stands_alone(text, first, place):
            yield Named(first, place, tuple(slugs))


def _is_post(title: str, post: str) -> bool:
    """Whether who has a title is called so: *velfærdsdirektør* is a *direktør* too."""
    return title.partition(" for ")[0].lower().endswith(post)


def _told_apart(
    words: Sequence[Word], place: int, slugs: Sequence[str], known: Mapping[str, Person]
) -> tuple[int, Sequence[str]]:
    """Where the name begins whose family name is at a place, and who of these may be called so."""
    first = place
    while first and _is_name(words[first - 1]):
        middle = family_key(words[first - 1].text)
        called = [slug for slug in slugs if (key := name_key(known[slug].name)) and middle in key.middle]
        if not called:
            break
        first, slugs = first - 1, called
    letters = first
    while letters and len(words[letters - 1].typed) == 1 and words[letters - 1].typed.isupper():
        letters -= 1
    if letters < first:
        slugs = [slug for slug in slugs if known[slug].name[0] == words[letters].typed]
    return letters, slugs


def _stands_alone(text: Plain, first: int, last: int) -> bool:
    """Whether no other name is beside the words: *Anna Holm* is not any *Holm*, but *Lund, Holm* are two."""
    words, given = text.words, danish.words("given_names")
    beside = [
        words[other]
        for other, (before, after) in ((first - 1, (first - 1, first)), (last + 1, (last, last + 1)))
        if 0 <= other < len(words) and text.text[words[before].end : words[after].start] in (" ", "-")
    ]
    return not any(_is_name(word) and (words[0] is not word or word.typed in given) for word in beside)


def _is_name(word: Word) -> bool:
    return word.typed[0].isupper() and not word.typed.isupper()
