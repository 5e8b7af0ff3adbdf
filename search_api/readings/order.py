"""The order that a question asks for: "seneste beslutning om …", "hvornår drøftede vi sidst …", "latest"."""

from __future__ import annotations

import re

from engines.asked import Sort
from mappings.told import Told
from search_api.readings.plain import Plain
from search_api.readings.reading import Reading, Readings
from search_api.readings.relative import COUNT

MEETING = (
    r"(?:(?:\w*(?:direktions|råds|udvalgs|bestyrelses|nævns)|[^\W\d_]+(?:-|\. ?))?møde(?:t|r|rne)?|meetings?)(?!\w)"
)
_DECISION = (
    r"(?:(?:beslutning(?:er)?|afgørelse(?:r)?|drøftelse(?:r)?|behandling(?:er)?|sag(?:er)?|referat(?:er)?"
    rf"|punkt(?:er)?|decisions?)(?!\w)|{MEETING})"
)
_MEETINGS = r"(?: (?:møde(?:t|r|rne)?|meetings?)(?!\w))?"  # says nothing more: "de seneste tre møder om kantinen"
_THE = r"(?<!\w)(?:(?:de|den|det|the) )?"
LAST = "nyeste|seneste|sidste|forrige|latest|last|previous"
LAST_BUT_ONE = r"næstsidste|næstseneste|last but one|next[- ]to[- ]last|second[- ]to[- ]last|penultimate"
_NO_NUMBER = r"(?<!punkt )(?<!pkt )(?<!pkt\. )(?<!nr )(?<!nr\. )(?<!item )"  # punkt 2 sidste møde
_DONE = r"(?:discuss|decide|consider|approve|deal|talk|hear)(?:e?d)?"  # "when did we last discuss"
_DEALT = "drøftet|behandlet|besluttet|vedtaget|godkendt|diskuteret|talt|nævnt|rejst"
_SORTED, _IN_ORDER = r"(?<!\w)(?:sorter(?:et|er)? efter )?(?:i )?", "(?: (?:rækkefølge|orden))?"
_ON_AGENDA, _AGENDA = "(?: på dagsordenen)?", r"(?:(?<!\w)på dagsordenen )?(?:(?<!\w)for )?"
_NEWEST, _OLDEST = Told("Nyeste først"), Told("Ældste først")
_ORDERS: tuple[tuple[re.Pattern[str], Sort, str], ...] = (
    (re.compile(rf"{_THE}(?:{LAST_BUT_ONE})(?= {MEETING}){_MEETINGS}"), "newest", _NEWEST),
    (re.compile(rf"{_AGENDA}{_THE}(?:sidste|seneste) gang(?! ?[-–]| og\b)(?!\w)"), "newest", _NEWEST),
    (
        re.compile(rf"{_THE}(?:(?:{LAST}) (?:{COUNT})|{_NO_NUMBER}(?:{COUNT}) (?:{LAST}))(?= {_DECISION}){_MEETINGS}"),
        "newest",
        _NEWEST,
    ),
    (
        re.compile(r"(?<!\w)(?:sidste|seneste) nyt(?!\w)|(?<!\w)det (?:sidste|seneste) nye(?= om(?!\w))"),
        "newest",
        _NEWEST,
    ),
    (
        re.compile(
            rf"{_SORTED}(?:(?:nyeste|seneste|newest) (?:først|øverst|first)|omvendt kronologisk{_IN_ORDER})(?!\w)"
        ),
        "newest",
        _NEWEST,
    ),
    (
        re.compile(
            rf"{_SORTED}(?:(?:ældste|oldest) (?:først|øverst|first)|kronologisk{_IN_ORDER}"
            r"|chronological(?:ly)?(?: order)?)(?!\w)"
        ),
        "oldest",
        _OLDEST,
    ),
    (re.compile(r"(?<!\w)(?:sorter(?:et|er)? efter dato|(?:sort(?:ed)? )?by date)(?!\w)"), "newest", _NEWEST),
    (re.compile(rf"{_THE}(?:nyeste|seneste|latest|newest|most recent)(?!\w){_MEETINGS}"), "newest", _NEWEST),
    (
        re.compile(rf"{_THE}(?:(?:sidste|forrige|last)(?= {_DECISION})|previous(?= meeting(?!\w))){_MEETINGS}"),
        "newest",
        _NEWEST,
    ),
    (re.compile(rf"(?<!\w)last(?= {_DONE}(?!\w))"), "newest", _NEWEST),
    (
        re.compile(
            rf"{_AGENDA}(?<!\w)(?<!til )(?:sidst|senest){_ON_AGENDA}(?!\w)"
            r"(?! (?:\w+dag )?(?:den |d\.|\d|i |med |på |ved ))"
        ),
        "newest",
        _NEWEST,
    ),
    (re.compile(rf"{_AGENDA}{_THE}første gang(?! ?[-–]| og\b)(?!\w)"), "oldest", _OLDEST),
    (re.compile(rf"{_THE}(?:aller)?første(?= (?:vi|man) )"), "oldest", _OLDEST),
    (re.compile(rf"(?<!\w)først(?= (?:{_DEALT})(?!\w))|(?<=vi )først(?= (?:noget )?om(?!\w))"), "oldest", _OLDEST),
    (re.compile(r"(?<!\w)(?:the )?first time(?= (?:.* )?(?:we|was|were)(?!\w))"), "oldest", _OLDEST),
    (re.compile(rf"(?<!\w)first(?= {_DONE}(?!\w))"), "oldest", _OLDEST),
    (
        re.compile(rf"(?<!en )(?<!et ){_THE}(?:ældste|første(?! behandling)|first)(?= {_DECISION})|{_THE}oldest(?!\w)"),
        "oldest",
        _OLDEST,
    ),
)


def order(text: Plain) -> Readings:
    """The first order that is asked for; it holds unless another was chosen."""
    for pattern, sort, means in _ORDERS:
        match = pattern.search(text.text)
        if match:
            return Readings(
                (Reading(kind="order", effect="sorts", start=match.start(), end=match.end(), means=means, sort=sort),)
            )
    return Readings()
