"""By when something shall be done: "senest den 1. oktober 2021", "inden udgangen af 2. kvartal 2022", "til næste møde".

Only what is certain: the words that make a date a deadline stand directly before it, and it is not over when the
decision is made ("senest den 1. maj" may also tell when something last happened). It is the body's own (`own.py`), and
it is to be met: no "skal ikke … inden", no "børn, der er fyldt 3 år senest". A day or a month without a year is
the next one after the decision. "Inden uge 13" is by the day before that week, where it is of the decision's own year
or of one that is named; else it has no date, nor has what names a meeting or an event.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from indexer.parsing.own import own_sentences
from mappings.dates import MONTHS, PATTERN, from_match
from mappings.documents import Deadline

_MONTH = "|".join(MONTHS)
_BY = (
    r"(?:senest(?: (?:ved|i|til|på|inden))?|inden(?: for)?"
    r"|(?:(?:har|får|med) (?:sidste )?frist|høringsfristen|i (?:offentlig )?høring|høringen løber)"
    r" (?:frem )?til(?: og med)?|høringsf\w+ slutter"
    r"|(?:(?<=er )|(?<=med ))frist for [^.,;]{1,60}?(?= (?:den |d\. ?)\d)|frem mod(?= \w*mødet (?:den |d\. ?|\d))"
    r"|(?:\w*frist(?:en|dato)?|deadline)"
    r"(?: (?:for [^.,;]{1,60} )?(?:er|bliver|udløber|(?:fastsættes|forlænges|sættes|flyttes) til))?:?"
    r"|har (?:frem )?til(?= (?:den |d\. ?)\d[^,;]{0,30} til at\b))"
)
_YEAR = r"(?:\s+(?:i\s+)?(?P<{0}>(?:19|20)\d\d))"
_END = r"(?:(?:med )?udgangen af|slutningen af|ultimo)"
_WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag")
_BEFORE_DAY = rf"(?:den |d\. ?|{'|'.join(f'{day} ' for day in _WEEKDAYS)})"
_DAY = re.compile(rf"(?:{_BEFORE_DAY}|kl\. [\d.]+ ){{0,3}}{PATTERN.pattern}", re.IGNORECASE)
_BARE_DAY = re.compile(
    rf"{_BEFORE_DAY}{{0,2}}(?P<day>\d{{1,2}})\.\s?(?P<month>{_MONTH})\b(?!\s+\d{{4}})",
    re.IGNORECASE,
)
_BEGUN = "|".join(month[:3] for month in MONTHS)
# "mandag den 21."
_DAY_OF_MONTH = re.compile(
    rf"(?P<weekday>{'|'.join(_WEEKDAYS)}) (?:den |d\. ?)(?P<day>\d{{1,2}})\.(?!\s?(?:\d|ds\b|{_BEGUN}))", re.IGNORECASE
)
# "d. 1/9", "den 1.9.", "den 15. ds."; half a year is no day, and *1.9* without *den* may be anything.
_BARE_FIGURES = re.compile(
    rf"(?:(?P<of>{_BEFORE_DAY}){{1,2}}|(?=\d{{1,2}}/))(?P<day>\d{{1,2}})"
    r"(?:(?(of)[./]|/)(?P<month>1[0-2]|0?[1-9])(?!\s?[-./]?\d)(?! (?:år|måned|time|dag|uge)\w*)|\. ?(?P<this>ds\b))",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    rf"(?:(?P<end>{_END})\s+|(?P<early>primo|medio)\s+)?(?:"
    rf"(?P<quarter>[1-4])\. kvartal{_YEAR.format('quarter_year')}?"
    rf"|(?P<half>[12])\. halvår{_YEAR.format('half_year')}?"
    rf"|(?:(?P<weekday>{'|'.join(_WEEKDAYS)}) i )?uge (?P<week>\d{{1,2}})(?!\d){_YEAR.format('week_year')}?"
    rf"|(?P<of_month>{_MONTH})(?: måned)?{_YEAR.format('month_year')}?"
    r"|(?P<year>20\d\d)(?!\d)"
    r"|(?P<this>året|dette år|i år)(?!\w))",
    re.IGNORECASE,
)
_THIS_YEAR = re.compile(r"(?:årets udgang|årsskiftet|udgangen af året|nytår)(?!\w)", re.IGNORECASE)
# "senest 14 dage før mødet" is not within 14 days.
_FROM_THERE = r"(?: (?:før|efter|fra|forud for) (?:endt |[-\w]+s )?[-\w]+(?![-\w])(?! (?:er|var|bliver|blev|har)\b))?"
_WITHIN = re.compile(
    r"(?:for )?(?:\d{1,2}|en|et|to|tre|fire|seks|otte|fjorten) (?:timer|dage?|uger?|måned(?:er)?|år)(?!\w)"
    + _FROM_THERE,
    re.IGNORECASE,
)
_NEXT = r"(?:(?:det )?næste|det kommende|førstkommende)"
_EVENT = re.compile(
    r"(?:(?:sommer|efterårs|vinter|påske|jule)ferien|sommeren|jul|påske)(?!\w)(?:\s+20\d\d(?!\d))?"
    rf"|{_NEXT} \w*mødet?(?!\w)",
    re.IGNORECASE,
)
_MEETING = re.compile(r"\w*mødet ", re.IGNORECASE)  # "inden byrådsmødet den 28. marts 2007"
_TRIGGER = re.compile(rf"(?<![-\w]){_BY}\s+", re.IGNORECASE)
# Somebody makes, sends or submits something to a meeting.
_TO_MEETING = re.compile(
    r"\b(?:udarbejde|forelægge|fremlægge|fremsende|udsende|eftersende|undersøge|præsentere|forberede|opdatere|lave"
    r"|belyse|beregne|beskrive|indhente|afklare|samle)[srt]?\b"
    rf"[^.;]{{0,200}}?(?P<words>\btil (?:{_NEXT}|mødet i (?:{_MONTH})|(?:mødet|[-\w]+s (?:møde|seminar)) den (?=\d))"
    r"(?:\s?\w*mødet?\b)?)",
    re.IGNORECASE,
)
# Somebody comes back: "vender tilbage"; not "vender tilbage til sagen" or "sagen kommer igen", which put it off.
_COMES_BACK = (
    r"(?:(?:vender?|melder?) tilbage"
    r"(?! til (?:sagen|punktet|emnet|spørgsmålet|arbejdet|stillingen|det|den|dette|si[nt])\b)"
    r"|(?<!sagen )(?<!punktet )(?<!emnet )(?<!\bdet )(?<!\bden )kommer?"
    r" (?:(?:igen|tilbage|retur)(?! til sagen)|med(?! til\b)))"
)
_ON = r"(?: (?!(?:og|der|som|ikke|hvis|når|om|end)\b)[-\w()/%]+)"  # a word with which the clause goes on
_AT_MEETING = re.compile(
    rf"\b(?:{_COMES_BACK}|(?:forelægge|fremlægge|præsentere|aflevere)r?"
    rf"|giver (?:[-\w]+ ){{0,3}}?(?:tilbagemelding|status|besked)){_ON}{{0,12}}?"
    rf" (?P<words>på (?:{_NEXT} \w*møde|mødet i (?:{_MONTH}))t?(?!\w))",
    re.IGNORECASE,
)
# What is handed in to a body on a day, or told of at its meeting: "forelægges Økonomiudvalget den 9. juni 2020". Behind
# a comma, *og*, *når* or *efter* the day is another's; that of a hearing or of people's meeting is no deadline.
_STOP = (
    r"(?!(?:fra|af|dateret|vedtaget|om|der|som|hvor|uden|pr|ikke|og|idet|så|hvis|når|inden|efter|før|forud|høring|perioden"
    r"|\w*konference\w*|\w*(?<!ud)valget|borgermøde\w*)\b)"
)
_BODY_OR_MEETING = (
    r"(?:\w*(?:udvalg|råd|direktion|bestyrelse|magistrat)(?:e?[nt])?s?|Hoved-?MED|HMU|CMU)(?: \([A-ZÆØÅ]+\))?(?: møde)?"
    r"|(?:på |til )?(?:(?:(?:direktionens|udvalgets|byrådets|rådets) )?\w*mødet?|[-\w]+s seminar)"
)
_HANDED_IN = re.compile(
    r"\b(?:(?:forelægge[srt]?|fremlægge[srt]?|fremsende[srt]?|sende[srt]?|afleverer?|tilrette[srt]?"
    r"|meld(?:er|es) tilbage|redegør|g(?:iver|ives) (?:[-\w]+ ){0,2}?(?:besked|status)|kommer (?:igen |tilbage )?med"
    r"|præsentere[srt]?|orienter(?:es|er)|status gives|(?:skal|går) (?:videre )?(?:til|på)|(?:behandles|afgøres) i)"
    rf" (?:{_STOP}[-\w()']+ ){{0,10}}?(?:{_BODY_OR_MEETING})"
    rf"|(?:fremlægger|forelægger|fremsender|afleverer)(?: {_STOP}(?!(?:til|på|i|den|d)\b)[-\w]+){{1,4}}) "
    r"(?P<day>den (?=\d)|d\. ?(?=\d)|(?=\d))",
    re.IGNORECASE,
)
# "HR skal til september foreslå et måltal"
_TO_NEXT = re.compile(
    rf"\bskal (?P<words>til (?:næste (?!år|skoleår)[a-zæøå]+|{_MONTH}))(?= [a-zæøå]{{2,}}e\b)", re.IGNORECASE
)
# What is to be there on a day: "skal være klar 1. november", "afleveres den 10. november", "HR kommer igen 1. maj".
_READY = re.compile(
    r"\b(?:(?:være|ligger?) (?:klar|færdig\w*)|foreligger?|afleveres|indsendes|udsendes|offentliggøres|genetableres"
    r"|være (?:afleveret|indsendt|afsluttet|skrevet(?: om)?|udarbejdet|gennemført|udsendt|indført)"
    rf"|besvares|indberettes|{_COMES_BACK})(?:(?! (?:den|d|{_MONTH})\b) (?:af(?! \d)|{_STOP}[-\w()/]+)){{0,10}}?"
    r" (?P<day>den (?=\d)|d\. ?(?=\d)|(?=\d))",
    re.IGNORECASE,
)
# All there is of a sentence or a line: "Status den 1. oktober 2019", "Udbud (Per Nielsen) – 31. oktober 2023".
_ALONE = re.compile(
    r"(?:^\W*(?:ny )?(?:status|opfølgning|afrapportering|tilbagemelding|evaluering)(?: til [-\w]+)? (?=den |d\.)"
    r"|\((?-i:[A-ZÆØÅ])[^()]{1,60}\)\s*[–:-]\s*)(?P<day>den |d\. ?|(?=\d))",
    re.IGNORECASE,
)
_DELIVERED = re.compile(
    r"\b(?:forelægge|fremlægge|fremsende|udsende|eftersende|rundsende|sende|aflevere|færdiggøre|præsentere|sendt)[rs]?\b"
    rf"{_ON}{{0,12}}? (?P<words>i løbet af |(?<!høring )i (?=uge \d)|(?=primo|medio|ultimo))"
    rf"(?=(?:(?:primo|medio|ultimo) )?(?:uge \d\d?|[1-4]\. kvartal|{_MONTH})(?!\w))",
    re.IGNORECASE,
)
_FAR = 200  # characters before a time that may deny it
# Before a time: that it is not to be met, not to be agreed to, was another, or tells of what is so already.
_NOT_DUE = re.compile(
    r"(?<!\w)(?<!hvis der )(?<!hvis den )(?<!hvis det )(?<!såfremt der )(?<!såfremt den )(?<!er der )(?<!har )"
    r"(?:ikke|ingen|intet|ej|aldrig|umuligt|næppe|afviste[rs]?|afvist)\b"
    r"(?:(?! og (?:skal|bliver|er|forelægges)\b| men\b)[^,;:])*(?:,? at\b[^,;:]*)?$"
    r"|\b(?:tidligere|hidtidige?|oprindelige?|gamle)\s+$|\b(?:har|havde)\s+$"
    r"|,\s+(?:der|som) (?:er|var|har|havde|blev) (?!klar|færdig|afslut|udarb|gennemf|aflev)[^,]*\w{2,}t\b[^,]*$"
    r"|(?<!være )(?<!blive )(?<!blevet )(?<!\ber )(?<!bliver )\b(?:modtaget|afgivet|indkommet|indgivet|indsendt"
    r"|indleveret|tilmeldt|bestilt|ansat|født|opført)\s+$"
    r"|\b(?:forvente(?:r|s|de)|skønne[rs]|anslå[rs]|regner med) (?:der )?(?:(?:et|en|ingen|færre|flere)\b|\d)"
    r"(?![^.;,]*(?:notat|redegørelse|oplæg|plan|svar|forslag|status|rapport|melding|indstilling|sag)\w*\b)"
    r"[^.;,]*(?:, idet [^.;,]*)?$"
    r"|\b(?:\w*ministeriet|regeringen|folketinget|staten|\w*styrelsen|regionen|virksomheden|firmaet|selskabet) "
    r"(?:har (?:oplyst|lovet|meddelt|varslet)|oplyser|oplyste|forventer|meddeler|meddelte|lover|lovede)\b[^.;]*$",
    re.IGNORECASE,
)
_LIFTED = re.compile(r"\b(?:\w*frist(?:en)?|deadlinen?)\b[^,;]{0,60}?\b(?:bortfald\w*|ophæve[st]\w*)\b", re.IGNORECASE)


def deadlines(text: str, decided: dt.date) -> tuple[Deadline, ...]:
    """The deadlines of a decision made on `decided`, in printed order, each once."""
    found: list[list[Deadline]] = [[]]
    for sentence in own_sentences(text):
        if _LIFTED.search(sentence):
            found[-1] = []  # "… senest den 1. august. Fristen ophæves."
        else:
            found.append(list(_of_sentence(sentence, decided)))
    return tuple(dict.fromkeys(one for of_sentence in found for one in of_sentence))


def _of_sentence(sentence: str, decided: dt.date) -> Iterator[Deadline]:
    known: set[dt.date | None] = set()
    for trigger in _TRIGGER.finditer(sentence):
        meeting = _MEETING.match(sentence, trigger.end())
        found = _time(sentence, meeting.end() if meeting else trigger.end(), decided)
        if found is None or _is_denied(sentence, trigger.start()):
            continue
        end, date = found
        first = decided + dt.timedelta(days=1) if meeting else decided  # "inden mødet" is mostly this one
        if (date is None and not meeting) or (date and date >= first):
            known.add(date)
            yield Deadline(" ".join(sentence[trigger.start() : end].split()), date)
    if submitted := _TO_MEETING.search(sentence) or _AT_MEETING.search(sentence) or _TO_NEXT.search(sentence):
        day = _a_day(sentence, submitted.end())
        words = submitted["words"] + (day[0] if day else "")
        yield Deadline(" ".join(words.split()), _day(day, decided) if day else None)
        return
    for start, words in _handed_in(sentence):
        found = _time(sentence, start + len(words), decided)
        if found and (found[1] is None or found[1] > decided) and found[1] not in known:
            known.add(found[1])
            yield Deadline(" ".join(sentence[start : found[0]].split()), found[1])


def _handed_in(sentence: str) -> Iterator[tuple[int, str]]:
    """Where the days begin on which something is to be there, with the words of a period that ends then."""
    for handed in _HANDED_IN.finditer(sentence):
        if _DAY.match(sentence, handed.start("day")):
            yield handed.start("day"), ""
    for ready in _READY.finditer(sentence):
        if _a_day(sentence, ready.start("day")) and not _is_denied(sentence, ready.start()):
            yield ready.start("day"), ""
    for alone in _ALONE.finditer(sentence):
        if (day := _a_day(sentence, alone.start("day"))) and not sentence[day.end() :].strip(" ."):
            yield alone.start("day"), ""
    for delivered in _DELIVERED.finditer(sentence):
        if not _is_denied(sentence, delivered.start()):
            yield delivered.start("words"), delivered["words"]


def _a_day(sentence: str, start: int) -> re.Match[str] | None:
    return _DAY.match(sentence, start) or _BARE_DAY.match(sentence, start)


def _is_denied(sentence: str, start: int) -> bool:
    """Whether what stands before a time says that it is not to be met."""
    return bool(_NOT_DUE.search(sentence, max(0, start - _FAR), start))


def _time(sentence: str, start: int, decided: dt.date) -> tuple[int, dt.date | None] | None:
    """Where the time that stands at `start` ends, and its last day; None where no time stands there."""
    if day := _a_day(sentence, start):
        date = _day(day, decided)
        return (day.end(), date) if date else None
    if weekday := _DAY_OF_MONTH.match(sentence, start):
        date = _on_weekday(weekday, decided)
        return (weekday.end(), date) if date else None
    if figures := _BARE_FIGURES.match(sentence, start):
        date = _next(decided, int(figures["month"] or decided.month), int(figures["day"]))
        return (figures.end(), date) if date else None
    if named := _THIS_YEAR.match(sentence, start):
        return named.end(), dt.date(decided.year, 12, 31)
    if period := _PERIOD.match(sentence, start):
        own = _last_day(period, decided)
        if _is_vague(sentence, start, period):
            return (period.end(), _day_before(period, own, decided)) if own and own >= decided else None
        return (period.end(), own) if own else None
    other = _EVENT.match(sentence, start) or _WITHIN.match(sentence, start)
    return (other.end(), None) if other else None


def _is_vague(sentence: str, start: int, period: re.Match[str]) -> bool:
    """Whether the day is not that on which the period ends: "primo maj", "inden maj", "inden uge 13"."""
    if period["end"] or period["weekday"]:
        return False
    return bool(period["early"]) or sentence[:start].rstrip().lower().endswith("inden")


def _day_before(period: re.Match[str], own: dt.date, decided: dt.date) -> dt.date | None:
    """The day before a week that ends on `own`, where its year is certain; None of other periods."""
    before = own - dt.timedelta(days=7)
    certain = period["week_year"] or own.isocalendar().year == decided.isocalendar().year
    return before if period["week"] and certain and before >= decided else None


def _day(day: re.Match[str], decided: dt.date) -> dt.date | None:
    if day.re is not _BARE_DAY:
        return from_match(day)
    return _next(decided, MONTHS.index(day["month"].lower()) + 1, int(day["day"]))


def _next(decided: dt.date, month: int, day: int) -> dt.date | None:
    """The first such day that is not before the decision; None for one that the calendar does not have."""
    for year in (decided.year, decided.year + 1):
        try:
            date = dt.date(year, month, day)
        except ValueError:
            return None
        if date >= decided:
            return date
    return None


def _on_weekday(day: re.Match[str], decided: dt.date) -> dt.date | None:
    """The next day of that number in a month, where it is the weekday that is named."""
    number = int(day["day"])
    month = decided.month + (number < decided.day)
    date = _next(decided, (month - 1) % 12 + 1, number)
    return date if date and date.weekday() == _WEEKDAYS.index(day["weekday"].lower()) else None


def _last_day(period: re.Match[str], decided: dt.date) -> dt.date | None:
    """The day that a period ends, of a week that which is named."""
    if period["week"]:
        day = _WEEKDAYS.index(period["weekday"].lower()) + 1 if period["weekday"] else 7
        return _of_week(
            int(period["week_year"] or decided.year), int(period["week"]), day, decided, period["week_year"]
        )
    if period["year"] or period["this"]:
        return dt.date(int(period["year"] or decided.year), 12, 31)
    if period["of_month"]:
        month, year = MONTHS.index(period["of_month"].lower()) + 1, period["month_year"]
    else:
        month = int(period["quarter"] or 0) * 3 or int(period["half"]) * 6
        year = period["quarter_year"] or period["half_year"]
    if year:
        return _end_of(int(year), month)
    own = _end_of(decided.year, month)
    return own if own >= decided else _end_of(decided.year + 1, month)


def _of_week(year: int, week: int, day: int, decided: dt.date, named: str | None) -> dt.date | None:
    try:
        date = dt.date.fromisocalendar(year, week, day)
        return date if named or date >= decided else dt.date.fromisocalendar(year + 1, week, day)
    except ValueError:
        return None


def _end_of(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])
