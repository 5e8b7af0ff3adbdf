"""What a question means before anything is searched: readings, phrases, exclusions, and words of mere intent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from engines.words import Choice, Words
from mappings import analysis, danish, writings
from mappings.told import Told
from search_api.abbreviated import without_small
from search_api.language import Language, language, small_words
from search_api.readings.excepting import excepted
from search_api.readings.intent import beside_intent, is_intent
from search_api.readings.operators import alternatives, negated
from search_api.readings.patterns import in_full
from search_api.readings.plain import QUOTES, Mark, Word, cover, marks, plain
from search_api.readings.reader import Known, alone, read, title
from search_api.readings.reading import Reading, Readings
from search_api.readings.without import without
from search_api.related_words import is_english, related
from search_api.related_words import said as translated
from search_api.synonyms import Run, Synonyms, is_abbreviation, shipped

LONGEST_QUESTION = 2_000  # characters read; nobody's question is longer, and a pasted document would only slow it
_CUT = Told("Spørgsmålet er langt; der er søgt på de første 2.000 tegn.")
_NO_WORDS = Told("Der er ingen ord i spørgsmålet at søge efter.")
_NOTHING_KNOWN = Known()


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """A question taken apart.

    `words` are for the engine's lexical side, `meaning` is the text to embed (empty where nothing is asked by
    meaning), `terms` the content words as typed, for showing and marking. `readings` are what else was understood,
    their offsets into `text`; `notices` are lines for a person on what could not be (Danish). `topic` tells whether
    the question is about more than its readings. `without` are the words and runs of words that must not be held, as
    asked. `plain_words` are those that are neither read, quoted nor excluded. `synonyms` are, for words in a row, other
    words (in a row) that say the same, any of which an item may hold instead.
    """

    text: str
    words: Words
    meaning: str
    terms: tuple[str, ...]
    readings: tuple[Reading, ...]
    notices: tuple[str, ...]
    topic: bool
    language: Language
    without: tuple[str, ...]
    plain_words: tuple[Word, ...]
    synonyms: Mapping[str, tuple[str, ...]]

    @property
    def empty(self) -> bool:
        """Whether nothing at all is asked: then the newest are shown."""
        found = any(reading.items for reading in self.readings)
        return not (found or self.words.stems or self.words.phrases or self.words.excludes or self.meaning)

    @property
    def people(self) -> tuple[str, ...]:
        """The slugs of everybody who was read as taking part or named."""
        asks = [one.asks for one in self.readings]
        groups = (group for one in asks for group in (one.people, one.present, *one.together))
        return tuple(dict.fromkeys(slug for group in groups for slug in group))

    @property
    def absent(self) -> tuple[str, ...]:
        """The slugs of everybody who is to have been absent."""
        groups = (group for one in self.readings for group in (one.asks.absent, *one.asks.away))
        return tuple(dict.fromkeys(slug for group in groups for slug in group))

    @property
    def case_numbers(self) -> tuple[str, ...]:
        """The cases that are asked for by number."""
        numbers = (number for reading in self.readings if reading.kind == "case" for number in reading.asks.cases)
        return tuple(dict.fromkeys(numbers))


def understand(
    question: str,
    synonyms: Synonyms | None = None,
    *,
    known: Known = _NOTHING_KNOWN,
    literal: Sequence[str] = (),
    related_words: bool = True,
) -> Understood:
    """The question's parts; never fails, whatever the characters.

    `synonyms` are the shipped ones where none are given; `literal` are runs of words of the question that nothing is
    read into. Other words for the same matter are looked for too where `related_words` are wanted.
    """
    synonyms = synonyms or shipped()
    text = " ".join(analysis.normalise(question[:LONGEST_QUESTION]).split())
    marked = _marks(text, literal)
    plainly = plain(text, marked, literal)
    marked += excepted(plainly, text, lambda word: bool(read(plain(word), known, synonyms).found))
    excluded = [(mark.start, mark.end) for mark in marked if mark.excluded]
    excluded_words = [_excluded(text, mark) for mark in marked if mark.excluded]
    readable = plain(text, marked, literal)
    readings = read(readable, known, synonyms)
    about = without_small(cover(text, [*excluded, *((one.start, one.end) for one in readings.found)], " "))
    in_capitals = () if text.isupper() else analysis.TOKEN.findall(about)
    spoken = _spoken(text)
    small = small_words() - _initials(text) if spoken == "en" else frozenset[str]()
    topic = _is_topic(analysis.words(about), small) or any(map(is_abbreviation, in_capitals))
    titled = title(text, readings, known) if not literal and (topic or not readings.found) else None
    if titled:  # then a minus is a part of it too
        readings, excluded, excluded_words = Readings((titled,)), [], []
        marked = [mark for mark in marked if not mark.excluded]
    if topic or not readings.found:
        asked = cover(text, [*excluded, *((one.start, one.end) for one in readings.found if not one.keeps)], " ")
        asked = _years_in_full(asked, readings.found)
    else:  # what else stands there ("hvad har vi besluttet i 2021") is of no matter
        readings = alone(readings, readable, known)
        kept = [*readable.kept, *((one.start, one.end) for one in readings.found if one.keeps)]
        asked = " ".join(text[start:end] for start, end in sorted(kept))
    asked = without_small(asked)
    phrases = tuple(dict.fromkeys(run for mark in marked if not mark.excluded for run in _phrases(text, mark)))
    as_typed = dict(analysis.asked(asked))
    all_words = [one.word for one in analysis.asked(asked)]
    typed = [as_typed[word] for word in all_words]
    content = [word for word in analysis.content(all_words) if word not in small]
    terms = tuple(dict.fromkeys(content if content or phrases else all_words))
    either = [one for each in alternatives(text, readings.found) if (one := _one_of(each, terms))]
    phrases = tuple(phrase for phrase in phrases if not any(phrase in one.choice.runs for one in either))
    unneeded = _unneeded(all_words, small) if topic and spoken == "en" else frozenset[str]()
    needed = [term for term in terms if term not in unneeded and not any(term in one.words for one in either)]
    ways = [*synonyms.said(asked), *(translated(all_words, spoken) if related_words else ())]
    required, said = _required(needed, ways, unneeded)
    hinted = [in_full(text[one.start : one.end]) for one in readings.found if one.hints and one.effect == "favours"]
    hints = analysis.content(one.word for one in analysis.asked(" ".join(hinted)))
    evidence = tuple(dict.fromkeys([*terms, *hints]))
    return Understood(
        text=text,
        words=Words(
            stems=tuple(dict.fromkeys(map(analysis.stem, terms))),
            grams=tuple(dict.fromkeys(gram for term in evidence for gram in analysis.grams(term))),
            terms=tuple(
                dict.fromkeys(
                    [
                        *(token for term in evidence for token in analysis.terms(term)),
                        *map(analysis.held_term, writings.held(asked)),
                        *synonyms.terms(asked),
                    ]
                )
            ),
            related=(*related(all_words, spoken), *synonyms.words_in_full(asked)) if related_words else (),
            forms=tuple(dict.fromkeys(map(analysis.forms, required))),
            choices=(*(one.choice for one in either), *(_choice(run, others) for run, others in said.items())),
            phrases=phrases,
            excluded=tuple(dict.fromkeys(analysis.forms(words[0]) for words in excluded_words if len(words) == 1)),
            excluded_phrases=tuple(dict.fromkeys(words for words in excluded_words if len(words) > 1)),
        ),
        meaning=_in_words(synonyms.in_full(typed if spoken == "en" else _spelled(typed, text), asked)),
        terms=tuple(dict.fromkeys(as_typed[term] for term in terms)),
        readings=tuple(sorted((*readings.found, *without(text, marked)), key=lambda one: one.start)),
        notices=(
            *readings.notices,
            *([_CUT] if len(question) > LONGEST_QUESTION else []),
            *([_NO_WORDS] if text and not analysis.words(text) else []),
        ),
        topic=topic,
        language=spoken,
        without=tuple(dict.fromkeys(" ".join(words) for words in excluded_words if words)),
        plain_words=tuple(
            word
            for word in readable.words
            if all(word.end <= one.start or one.end <= word.start for one in readings.found)
        ),
        synonyms={" ".join(run): tuple(" ".join(way) for way in others) for run, others in said.items()},
    )


def _spoken(text: str) -> Language:
    """English where its words are ("solar panels last year"), whatever names are Danish; else what its letters tell."""
    initials = _initials(text)
    return "en" if is_english([word for word in analysis.words(text) if word not in initials]) else language(text)


def _initials(text: str) -> frozenset[str]:
    """What stands in capitals among other words, in small letters: of no language, *WHO* is no *who*."""
    tokens = () if text.isupper() else analysis.TOKEN.findall(text)
    return frozenset(token.lower() for token in tokens if len(token) > 1 and token.isupper())


def _years_in_full(asked: str, readings: Iterable[Reading]) -> str:
    """What is asked, with *2019* where a period that is searched for too has but *19*."""
    for one in sorted(readings, key=lambda one: -one.start):
        if one.kind == "period" and one.keeps:
            asked = asked[: one.start] + in_full(asked[one.start : one.end]) + asked[one.end :]
    return asked


def _unneeded(words: Iterable[str], small: frozenset[str]) -> frozenset[str]:
    """Of an English question the words that no item need hold: *minutes on*, *the decision about*."""
    return frozenset(word for word in words if word in small or is_intent(word))


def _required(
    terms: Sequence[str], said: Iterable[tuple[Run, tuple[Run, ...]]], small: frozenset[str]
) -> tuple[list[str], dict[Run, tuple[Run, ...]]]:
    """The words that an item must hold whatever it calls the matter, and what of `said` stands for the others.

    `said` are runs of the question's words, each with others that say the same; `small` are words nobody asks for.
    """
    required, chosen = list(terms), dict[Run, tuple[Run, ...]]()
    for run, others in said:
        own = [word for word in analysis.content(run) if word not in small]
        ways = tuple(way for way in others if list(map(analysis.forms, way)) != list(map(analysis.forms, run)))
        if own and ways and set(own) <= set(required):
            required = [word for word in required if word not in own]
            chosen[run] = ways
    return required, chosen


def _choice(run: Run, others: Sequence[Run]) -> Choice:
    """The run's own words in any form, or one of the others; a year may stand apart (*kommunalvalg i 2021*)."""
    apart = [way for way in others if len(way) == 1 or way[-1].isdigit()]
    ways = dict.fromkeys(tuple(map(analysis.forms, way)) for way in apart)
    own = tuple(map(analysis.forms, analysis.content(run)))
    return Choice((own, *ways), tuple(dict.fromkeys(way for way in others if way not in apart)))


class _OneOf(NamedTuple):
    """A choice among words of the question, and these."""

    choice: Choice
    words: frozenset[str]


def _one_of(alternatives: Sequence[str], terms: Sequence[str]) -> _OneOf | None:
    """What any of these words and quoted phrases answers; None where one of them is not searched for."""
    quoted = [tuple(analysis.words(one)) for one in alternatives if one[0] in QUOTES]
    single = [tuple(analysis.content(analysis.words(one))) for one in alternatives if one[0] not in QUOTES]
    words = frozenset(analysis.content(chain(*quoted, *single)))
    if not all((*quoted, *single)) or not words <= set(terms):
        return None
    return _OneOf(Choice(tuple(tuple(map(analysis.forms, run)) for run in single), tuple(quoted)), words)


def _marks(text: str, literal: Sequence[str]) -> list[Mark]:
    """What is in quotation marks, and what has a minus or *NOT* before it."""
    plainly = marks(text, literal)
    negations = list(negated(text, plainly, literal))
    others = [one for one in plainly if all(one.end <= other.start or other.end <= one.start for other in negations)]
    return sorted([*others, *negations], key=lambda mark: mark.start)


def _phrases(text: str, mark: Mark) -> list[tuple[str, ...]]:
    return analysis.asked_phrases(text[mark.start : mark.end])


def _excluded(text: str, mark: Mark) -> tuple[str, ...]:
    """The words that a minus excludes together; of a date the one word that stands for it."""
    asked = analysis.asked(text[mark.inner : mark.end])
    return (asked[0].word,) if len(asked) == 1 else mark.words


def _spelled(typed: Sequence[str], text: str) -> list[str]:
    """The words as a model knows them: *trafikområdet* for *trafikomraadet*, and names (*Korsgaard*) as they are."""
    names = {token.lower() for token in analysis.TOKEN.findall(text)[1:] if not token.islower()}
    return [word if word in names else _respelled(word) for word in typed]


def _respelled(word: str) -> str:
    """The word with its Danish letters, where it is no Danish word without them, and is one with them."""
    right = analysis.respelled(word)
    return right if right in danish.words("stopwords") else analysis.spelled(word)


def _in_words(typed: Sequence[str]) -> str:
    """What was typed; *kl. 9-12* stands for two words and is said once."""
    return " ".join(word for before, word in zip(("", *typed), typed, strict=False) if word != before)


def _is_topic(words: Sequence[str], small: frozenset[str]) -> bool:
    """Whether words in a row are about something: one is no stop word, none of `small`, in no way to ask for things."""
    return not small.issuperset(analysis.content(beside_intent(words)))
