"""Words that mean the same, by which a question is widened: *HTK* also asks for *Høje-Taastrup Kommune*.

They come from `mappings/danish/synonyms.txt`, which tells how a line is written, a file of the operator's own, and the
minutes that the asker may see, where they explain an abbreviation (`mappings.abbreviations`). They add terms, and an
item that holds one of those that mean the same has what was asked for (`terms`, `choices` of `engines.words.Words`).
A question may have an entry's last word in another form (*hovedudvalgets*), an abbreviation in the genitive (*ØUs*).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from itertools import product
from pathlib import Path

from mappings import analysis, danish, lemmas
from mappings.abbreviations import Abbreviation
from mappings.analysis import Forms
from mappings.dates import full_year
from mappings.errors import BadSettings
from mappings.writings import without_genitive
from search_api.language import small_words

Run = tuple[str, ...]  # words in a row
_SHIPPED = "synonyms"
_MOST = 200  # entries on one side of a line; of 1,000 each with all the others reading takes 4 s, of 10,000 minutes
_CLEAR = 0.8  # of the items that explain an abbreviation say what it stands for; the others are slips or another's


@dataclass(frozen=True, slots=True)
class _Entry:
    """A synonym to be looked for: its folded words in a row (as `capitals` where only those will do).

    `initials` are such an entry in small letters, else "": an ordinary word that folds alike is none (*of* no *ØF*).
    `last` is its last word in any form, None where that is an abbreviation.
    `may_be_other`: it is of a line that leads one way, as an abbreviation's does that has other meanings elsewhere.
    `adds` are the terms of what means the same; `others` are its words, but for abbreviations that an index, which has
    small letters only, cannot tell from ordinary words (*KL*, *kl. 10*); `full` is the first that means the same where
    the entry is an abbreviation of it.
    """

    words: tuple[str, ...]
    capitals: str
    initials: str
    last: Forms | None
    adds: tuple[str, ...]
    others: tuple[tuple[str, ...], ...]
    full: str
    may_be_other: bool

    def is_typed(self, word: str) -> bool:
        """Whether a word that folds as its first does may stand for it."""
        return self.capitals in ("", word) and self.is_meant(word.lower())

    def stands_in(self, typed: Sequence[str], folded: Sequence[str]) -> bool:
        """Whether words as typed, which are folded so, are the entry's."""
        if len(folded) != len(self.words) or tuple(folded[:-1]) != self.words[:-1] or not self.is_typed(typed[0]):
            return False
        return folded[-1] == self.words[-1] or (self.last is not None and _is_form(typed[-1].lower(), self.last))

    def is_meant(self, lower: str) -> bool:
        """The same of a word in small letters, whose capitals are seen to."""
        spelled = {lower, analysis.respelled(lower)}
        return not self.initials or self.initials in spelled or not any(map(is_ordinary, spelled))


@dataclass(frozen=True, slots=True)
class Synonyms:
    """Entries by their first word, and by its lemma where they are one that may have another form."""

    by_first: Mapping[str, tuple[_Entry, ...]] = field(default_factory=dict)

    def terms(self, text: str) -> tuple[str, ...]:
        """What the synonyms of a text's words add to its terms."""
        found = self._found(analysis.TOKEN.findall(text))
        return tuple(dict.fromkeys(term for _, entry in found for term in entry.adds))

    def others(self, typed: Sequence[str]) -> dict[range, tuple[tuple[str, ...], ...]]:
        """For each run of words, as typed, that has synonyms: the words of these."""
        found: dict[range, dict[Run, None]] = {}
        for place, entry in self._found(typed):
            found.setdefault(range(place, place + len(entry.words)), {}).update(dict.fromkeys(entry.others))
        return {run: tuple(others) for run, others in found.items()}

    def said(self, text: str) -> list[tuple[Run, tuple[Run, ...]]]:
        """The runs of words of a text, in small letters, that have synonyms, longest first, with the words of these."""
        typed = [without_genitive(word) for word in analysis.TOKEN.findall(text)]
        found = sorted(self.others(typed).items(), key=lambda one: -len(one[0]))
        return [(tuple(typed[place].lower() for place in run), others) for run, others in found]

    def in_full(self, words: Iterable[str], text: str) -> list[str]:
        """The words, each abbreviation of the text among them with what it stands for behind it.

        A model knows the words, seldom their initials.
        """
        typed = analysis.TOKEN.findall(text)
        known = {entry.words[0]: entry for _, entry in self._found(typed) if entry.full}

        def full(word: str) -> str:
            lower = without_genitive(word).lower()
            entry = known.get(analysis.fold(lower))
            return entry.full if entry and entry.is_meant(lower) else ""

        return [part for word in words for part in (word, full(word)) if part]

    def words_in_full(self, text: str) -> tuple[tuple[str, ...], ...]:
        """For each abbreviation of the text that stands for one word, the term of that word."""
        found = (analysis.words(entry.full) for _, entry in self._found(analysis.TOKEN.findall(text)) if entry.full)
        return tuple(dict.fromkeys((analysis.terms(words[0])[0],) for words in found if len(words) == 1))

    def _found(self, typed: Sequence[str]) -> Iterator[tuple[int, _Entry]]:
        typed = [without_genitive(word) for word in typed]
        folded = tuple(analysis.fold(word.lower()) for word in typed)
        for place, word in enumerate(folded):
            yield from ((place, one) for one in _of_a_year(typed[place]))
            firsts = dict.fromkeys((word, analysis.terms(typed[place].lower())[0]))
            for entry in dict.fromkeys(entry for first in firsts for entry in self.by_first.get(first, ())):
                end = place + len(entry.words)
                if entry.stands_in(typed[place:end], folded[place:end]):
                    yield place, entry


@lru_cache(maxsize=1_000)
def _of_a_year(typed: str) -> tuple[_Entry, ...]:
    """What a word is that is initials and a year: *KV21* is *kommunalvalg 2021*."""
    match = _INITIALS_AND_YEAR.fullmatch(typed.upper())
    full = _called_by_year().get(match[1]) if match else None
    if match is None or full is None:
        return ()
    said = f"{full} {full_year(int(match[2]))}"
    return (replace(_entry(typed, (said,)), full=said),)


# A single letter and two figures are a room, a bus or a road.
_INITIALS_AND_YEAR = re.compile(r"([^\W\d_]{2}(?=\d)|[^\W\d_](?=\d{4}))((?:19|20)?\d\d)")


@cache
def _called_by_year() -> Mapping[str, str]:
    """The full names by their initials."""
    names: dict[str, str] = {}
    for line in danish.words("of_a_year"):
        initials, full = line.split(maxsplit=1)
        names[initials] = full
    return names


def is_abbreviation(typed: str) -> bool:
    """Whether a word in capitals stands for something though it is a small word in small letters (*MED*)."""
    small = typed.isupper() and len(typed) > 1 and not analysis.content([typed.lower()])
    return small and bool(shipped().others([typed]))


def is_ordinary(lower: str) -> bool:
    """Whether a lower-case word is a word of the language, or an abbreviation that everybody writes so."""
    abbreviated = f"{lower}." in danish.words("abbreviations")  # KL is Kommunernes Landsforening, kl. 10 is not
    small = lower in small_words() or not analysis.content([lower])
    return abbreviated or small or lemmas.known(lower) is not None


@cache
def shipped() -> Synonyms:
    """Those that come with the program."""
    return _indexed(_rules(danish.text(_SHIPPED), f"{_SHIPPED}.txt"))


def read(path: Path | None) -> Synonyms:
    """The shipped synonyms and those of an operator's file; raises `BadSettings`, naming the file and the line."""
    if path is None:
        return shipped()
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BadSettings(f"REFERAT_SYNONYMS: {path} cannot be read ({error.strerror}).") from error
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise BadSettings(f"{path}, line {line}: not UTF-8; save the file with that encoding.") from error
    return _indexed([*_rules(danish.text(_SHIPPED), f"{_SHIPPED}.txt"), *_rules(text, str(path))])


def widened(known: Synonyms, learned: Mapping[Abbreviation, int]) -> Synonyms:
    """Those that are known, and what the minutes explain themselves, in how many items.

    A file's word on an abbreviation is the last; what the program ships one way only (*TR*) may be another's here, and
    then both are asked for. Where the minutes have several meanings for one, the one that nearly
    all of them have (`_CLEAR`) is taken, and else none. Initials of people are no synonyms.
    """
    meanings: dict[str, dict[tuple[str, ...], list[tuple[int, str]]]] = defaultdict(lambda: defaultdict(list))
    for one, count in learned.items():
        if not one.person and not _is_known(known, analysis.key(one.short)):
            meanings[one.short][_terms([one.full])].append((count, one.full))
    rules = []
    for short, each in sorted(meanings.items()):
        weights = {meaning: sum(count for count, _ in written) for meaning, written in each.items()}
        best = max(weights, key=lambda meaning: (weights[meaning], meaning))
        if weights[best] >= _CLEAR * sum(weights.values()):
            rules.append(_Rule((short, max(each[best])[1]), (short, max(each[best])[1]), False, "the minutes"))
    added = _indexed(rules).by_first
    firsts = {*known.by_first, *added}
    return Synonyms({first: (*known.by_first.get(first, ()), *added.get(first, ())) for first in firsts})


def _is_known(known: Synonyms, key: tuple[str, ...]) -> bool:
    open_ones = {entry for entry in shipped().by_first.get(key[0], ()) if entry.may_be_other}
    return any(entry.words == key and entry not in open_ones for entry in known.by_first.get(key[0], ()))


@dataclass(frozen=True, slots=True)
class _Rule:
    """Who asks for one of `left` asks for all of `right` too; `where` is its file and line."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    one_way: bool
    where: str


def _rules(text: str, name: str) -> Iterator[_Rule]:
    for number, line in enumerate(text.splitlines(), 1):
        line = line.split("#", 1)[0].strip()
        if line:
            yield _rule(line, f"{name}, line {number}")


def _rule(line: str, where: str) -> _Rule:
    sides = [tuple(entry.strip() for entry in side.split(",")) for side in line.split("=>")]
    if len(sides) > 2:
        raise BadSettings(f"{where}: more than one `=>`; write a line for each.")
    if any(not analysis.words(entry) for side in sides for entry in side):
        raise BadSettings(f"{where}: nothing stands between two commas or on one side of `=>`.")
    if len(sides) == 1 and len(set(map(analysis.key, sides[0]))) == 1:
        raise BadSettings(f"{where}: {line!r} has no synonym; write `a, b` or `a => b`.")
    if max(map(len, sides)) > _MOST:
        raise BadSettings(f"{where}: more than {_MOST} entries; is a line break missing? Write them in several lines.")
    return _Rule(sides[0], sides[-1], len(sides) == 2, where)


def _indexed(rules: Iterable[_Rule]) -> Synonyms:
    known = list(rules)
    _check_cycles(known)
    by_first: dict[str, list[_Entry]] = defaultdict(list)
    for rule in known:
        for left in rule.left:
            entry = _entry(left, rule.right, may_be_other=rule.one_way)
            words, last = entry.words, entry.last
            for first in {words[0], last.term if last and len(words) == 1 else words[0]}:
                by_first[first].append(entry)
    return Synonyms({first: tuple(entries) for first, entries in by_first.items()})


def _entry(left: str, right: Sequence[str], *, may_be_other: bool = False) -> _Entry:
    words = analysis.key(left)
    others = [one for one in right if analysis.key(one) != words]
    said = tuple(tuple(analysis.words(analysis.normalise(other))) for other in others if _is_clear(other))
    full = others[0] if others and _is_short(left, others[0]) else ""
    return _Entry(words, _capitals(left), _initials(left), _last(left), _terms(others), said, full, may_be_other)


def _check_cycles(rules: Iterable[_Rule]) -> None:
    """Raise `BadSettings` at the first line by which following `=>` comes back to where it began."""
    leads: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for rule in rules:
        if not rule.one_way:
            continue
        rights = {analysis.key(entry) for entry in rule.right}
        for entry in rule.left:
            if analysis.key(entry) in _reached(rights, leads):
                raise BadSettings(f"{rule.where}: {entry!r} leads back to itself by `=>`; write `a, b` for both ways.")
            leads[analysis.key(entry)] |= rights


def _reached(
    begun: Iterable[tuple[str, ...]], leads: Mapping[tuple[str, ...], set[tuple[str, ...]]]
) -> set[tuple[str, ...]]:
    """Everything that `=>` leads to from some entries, themselves included."""
    reached, ahead = set(begun), list(begun)
    while ahead:
        new = leads.get(ahead.pop(), set()) - reached
        reached |= new
        ahead.extend(new)
    return reached


def _last(entry: str) -> Forms | None:
    """An entry's last word in any form; None of an abbreviation."""
    typed = analysis.TOKEN.findall(analysis.normalise(entry))[-1]
    return None if _has_capitals(typed) else analysis.forms(typed.lower())


def _is_form(word: str, of: Forms) -> bool:
    """Whether a lower-case word is one in some form."""
    return analysis.forms(word).term == of.term and analysis.stem(word) in of.stems


def _has_capitals(word: str) -> bool:
    return sum(letter.isupper() for letter in word) > 1


def _is_short(entry: str, other: str) -> bool:
    """Whether an entry is an abbreviation of another: initials, more or less."""
    return entry.isalnum() and _has_capitals(entry) and len(other) > len(entry) + 2


def _capitals(entry: str) -> str:
    """The entry where it must be typed in capitals: it is an ordinary word when it is not."""
    initials = _initials(entry)
    return entry if initials and is_ordinary(initials) else ""


def _initials(entry: str) -> str:
    """The entry in small letters where it is a single word in capitals, or with some inside (*SoMe*)."""
    return entry.lower() if entry.isalpha() and (entry.isupper() or _has_capitals(entry)) else ""


def _is_clear(entry: str) -> bool:
    """Whether no ordinary word is the entry in small letters, once both are folded."""
    letters = (_UNFOLDED.get(letter, letter) for letter in analysis.fold(_initials(entry)))
    return not any(is_ordinary("".join(spelled)) for spelled in product(*letters) if spelled)


_UNFOLDED = {"a": "aæå", "o": "oø"}


def _terms(entries: Iterable[str]) -> tuple[str, ...]:
    words = (word for entry in entries for word in analysis.content(analysis.words(analysis.normalise(entry))))
    return tuple(dict.fromkeys(term for word in words for term in analysis.terms(word)))
