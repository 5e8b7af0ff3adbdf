"""People called by their posts: *hvem er borgmester*, *hvad sagde økonomichefen om lån*, *Kulturudvalgets formand*.

The person is read where the minutes tell for certain who has the post, or had it in the time that is asked for, and
favoured as if named. A post of which nobody is meant (*ansættelse af kommunaldirektør*, *valg af formand*) is a matter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from engines.asked import Filters
from mappings.documents import Person
from mappings.told import Told
from search_api import named_bodies
from search_api.holders import SECRETARY, Holder
from search_api.persons import either
from search_api.readings.body_names import meant
from search_api.readings.plain import Plain
from search_api.readings.reading import Reading

# Who has a post at the meetings that these readings narrow to, and of a body where one is given.
Holders = Callable[[str, str, Sequence[Reading]], Sequence[Holder]]

_POST = rf"(?P<post>[\w-]*(?:direktør|chef|borgmester|formand|rådmand)|{'|'.join(SECRETARY)})"
_OF = r"(?: for (?P<of>(?:(?! (?:i \d|om |siden |nu\b|lige nu\b)).)+?))?"
_DID = (
    r"(?:orienterede|orienteret|sagde|sagt|mente|ment|fortalte|fortalt|oplyste|oplyst|fremlagde|fremlagt|foreslog"
    r"|foreslået|redegjorde|redegjort|udtalte|udtalt)(?: om| for| til)?(?!\w)"
)
_THEIRS = r"(?:orientering|oplæg|redegørelse|indlæg|bemærkninger|forslag|beretning|meddelelser|status|holdning|svar)"
_SAYS = r"(?:sagde|mente|siger|mener|fortalte|oplyste|foreslog|har|havde)"
_WHO_IS = re.compile(  # hvem er den nye borgmester
    rf"(?<!\w)hvem (?P<was>er|var) (?:(?:den|vores) )?(?:(?:nuværende|nye) )?{_POST}(?:en)?{_OF}"
    r"(?=\W*$| (?:i|fra|siden|efter|før|mellem|nu|lige nu)(?!\w))"
)
# Who was made so is who is it since; *efter konstitueringen* and the like only the item that elected them tells.
_WHO_BECAME = re.compile(
    r"(?<!\w)hvem (?:(?:blev|er blevet)(?: (?:valgt|genvalgt|udpeget|konstitueret|ansat))?"
    r"|er (?:valgt|genvalgt|udpeget)) (?:(?:til|som) )?(?:(?:ny|vores nye|den nye) )?"
    rf"{_POST}(?:en)?{_OF}(?=\W*$| i(?!\w))"
)
_OF_BODY = re.compile(rf"(?<=s ){_POST}(?=\W*$| om | i \d)")  # Kulturudvalgets formand
_ASKED = (
    _WHO_IS,
    _WHO_BECAME,
    # hvad sagde økonomichefen om, hvad har direktøren orienteret om
    re.compile(rf"(?<!\w)hvad {_SAYS} {_POST}en{_OF}(?: {_DID})?(?: om|(?=\W*$))"),
    re.compile(rf"(?<![\w-]){_POST}en{_OF} (?:har )?{_DID}"),
    re.compile(rf"(?<![\w-]){_POST}ens(?= {_THEIRS}(?!\w))"),
    re.compile(rf"^{_POST}en for (?P<of>.+?)(?= om |\W*$)"),  # formanden for Kulturudvalget om svømmehallen
    _OF_BODY,
)
_OF_A_BODY = ("formand", "næstformand", "udvalgsformand", "viceformand", *SECRETARY)


def posts(
    found: Sequence[Reading], text: Plain, known: Mapping[str, Person], bodies: Sequence[str], holders: Holders
) -> list[Reading]:
    """The readings, and who is called by a post; nobody where somebody is named anyway."""
    match = next((one for asked in _ASKED if (one := asked.search(text.text))), None)
    if match is None or any(one.kind in ("person", "case") for one in found):
        return list(found)
    post = match["post"]
    of = match["of"] if "of" in match.re.groupindex else None
    end, body = _body(text, match, bodies) if of else (match.end(), "")
    body = body or _beside(found, match)
    times = [one for one in found if one.kind == "period" and one.effect == "narrows"]
    was = match.re is _WHO_IS and match["was"] == "var" and not times  # nobody knows when
    if was or (not body and (post in _OF_A_BODY or match.re is _OF_BODY)):
        return list(found)
    told = holders(f"{post} for {of}" if of and not body else post, body, times)
    people = [(known[one.slug], one.day) for one in told if one.slug in known]
    if not people or len(people) < len(told):
        return list(found)
    names = [Told("%(name)s (%(post)s %(day)s)", name=person.name, post=post, day=day) for person, day in people]
    own = Reading(
        kind="person",
        effect="favours",
        start=match.start(),
        end=end,
        means=Told("møder med %(names)s", names=either(names)),
        asks=Filters(people=tuple(person.slug for person, _ in people)),
        hints=True,
        bare=True,
    )
    apart = [one for one in found if one.end <= own.start or own.end <= one.start]
    return [*apart, own]


def _body(text: Plain, match: re.Match[str], bodies: Sequence[str]) -> tuple[int, str]:
    """The one body that a post is said to be for, and where its name or a part of it ends; none of several."""
    own = [word for word in text.words if word.start >= match.start("of")]
    found = meant(own, bodies)
    if len(found.bodies) == 1 and (end := own[found.end - 1].end) >= match.end("of"):
        return max(end, match.end()), found.bodies[0]
    return match.end(), named_bodies.meant(match["of"], bodies, "") or ""


def _beside(found: Sequence[Reading], match: re.Match[str]) -> str:
    """The body that is read right before or behind a post: *Kulturudvalgets formand*, *næstformand i Byrådet*."""
    beside = (
        one for one in found if one.kind == "body" and (one.end + 1 == match.start() or one.start == match.end() + 1)
    )
    return next((one.asks.bodies[0] for one in beside if len(one.asks.bodies) == 1), "")
