"""What the scripts say, in the language of the page: a page brings their words along.

What a script puts into them stands in braces there. A message for one and for more is a pair.
"""

from __future__ import annotations

from web.languages import DANISH, spoken
from web.wording import gettext, pair

Words = dict[str, str | tuple[str, str]]


def suggestion_words() -> Words:
    """What a suggestion is called by its kind, and how it is told that there are some; for `static/suggest.js`."""
    return {
        "label": gettext("Forslag"),
        "found": gettext("Forslag: %(num)s. Gå til dem med pil ned.", num="{num}"),
        "none": gettext("Ingen forslag."),
        "question": gettext("søgning"),
        "person": gettext("person"),
        "body": gettext("udvalg"),
        "case": gettext("sag"),
        "item": gettext("punkt"),
    }


def copy_words() -> Words:
    """What `static/copy.js` says."""
    return {
        "copy": gettext("Kopiér"),
        "copied": gettext("Kopieret"),
        "failed": gettext("Kunne ikke kopieres; markér teksten i stedet"),
    }


def saved_words() -> Words:
    """What `static/saved.js` says, and the language that it writes dates and numbers in."""
    name, total = "{name}", "{total}"
    return {
        "language": str(spoken().locale).replace("_", "-"),
        "unreadable": gettext("De gemte søgninger er fra en version, der ikke kan læses, og er udeladt."),
        "lost": pair(
            "%(num)s gemt søgning kunne ikke læses og er udeladt.",
            "%(num)s gemte søgninger kunne ikke læses og er udeladt.",
        ),
        "nowhere": gettext("Browseren gemmer ikke noget for denne side, så søgninger kan ikke gemmes her."),
        "full": gettext("Der er ikke plads til mere i browseren. Slet en gemt søgning først."),
        "unclear": _unclear(),
        "down": gettext("Søgemaskinen svarer ikke. Prøv igen om lidt."),
        "unreached": gettext("Søgningen kunne ikke nås. Prøv igen om lidt."),
        "results": pair("%(num)s resultat", "%(num)s resultater"),
        "many": gettext(
            "%(total)s: så mange, at nye ikke kan tælles. Afgræns søgningen, eller brug dens feed.", total=total
        ),
        "new": pair("%(num)s ny siden sidst, %(total)s", "%(num)s nye siden sidst, %(total)s", total=total),
        "old": gettext("Ingen nye siden sidst, %(total)s", total=total),
        "seen": gettext("»%(name)s« er markeret som set.", name=name),
        "someNew": pair("%(num)s søgning har nye resultater.", "%(num)s søgninger har nye resultater."),
        "noneNew": gettext("Ingen nye resultater."),
        "when": gettext("gemt %(day)s", day="{day}"),
        "deleted": gettext("»%(name)s« er slettet.", name=name),
        "known": gettext("Søgningen er gemt i forvejen."),
        "most": gettext("Der kan gemmes %(most)s søgninger. Slet en først.", most="{most}"),
        "kept": gettext("»%(name)s« er gemt.", name=name),
        "noFile": gettext("Filen er ikke en fil med gemte søgninger, eller den er fra en version, der ikke kan læses."),
        "taken": pair("%(num)s søgning hentet.", "%(num)s søgninger hentet."),
    }


def _unclear() -> str:
    if spoken().name == DANISH:  # which is what the API gives its reason in
        return gettext("Søgningen kan ikke længere forstås: %(why)s", why="{why}")
    return gettext("Søgningen kan ikke længere forstås.")
