"""The words that tell what a decision came to, mended where one is misprinted, cut short or spelled the old way.

*efterrretning*, *godkedt*, *Anbefalles* are read as *efterretning*, *godkendt*, *anbefales*, *tiltraadt* as *tiltrådt*,
*Godk.* as *godkendt*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from mappings import lemmas

_WORDS = """
anbefale anbefalede anbefaledes anbefaler anbefales anbefalet anbefaling anbefalingen anbefalinger anbefalingerne
beslutning beslutningen beslutninger beslutningerne beslutte besluttede besluttedes beslutter besluttes besluttet
bevilge bevilgede bevilger bevilges bevilget bevilling bevillinger diskuterede diskuterer diskuteres diskuteret drøftede
drøftedes drøftelse drøftelsen drøftelser drøftelserne drøftet efterretning efterretninger forkaste forkastede forkastes
forkastet fremsende fremsender fremsendes fremsendt fremsendte genoptage genoptager genoptages genoptaget genoptoges
godkende godkendelse godkendelsen godkender godkendes godkendt godkendte godkendtes henvise henviser henvises henvist
henviste imødekomme imødekommer imødekommes imødekommet indstille indstillede indstiller indstilles indstillet
indstilling indstillingen indstillinger indstillingerne orientere orienterede orienterer orienteres orienteret
orientering orienteringen orienteringer oversende oversender oversendes oversendt oversendte tilbagesende tilbagesender
tilbagesendes tilbagesendt tilråde tilråder tilrådes tilrådt tilrådte tiltrådt tiltrådte tiltrådtes tiltræde tiltræder
tiltrædes udsat udsatte udsattes udskudt udskyde udskyder udskydes udsætte udsættelse udsætter udsættes vedtage
vedtagelse vedtagelsen vedtagelser vedtager vedtages vedtaget vedtagne vedtoges videresende videresender videresendes
videresendt
"""
_IN_FULL = {
    "afv": "afvist",
    "anb": "anbefales",
    "bev": "bevilget",
    "drøft": "drøftet",
    "eft": "efterretning",
    "enst": "enstemmigt",
    "gk": "godkendt",
    "godk": "godkendt",
    "imødek": "imødekommet",
    "indst": "indstilling",
    "overs": "oversendes",
    "tiltr": "tiltrådt",
    "uds": "udsat",
    "vedt": "vedtaget",
}
# *henv.* is *henvendelse* as well, but not before *til*.
_CUT_SHORT = re.compile(
    rf"\b(?:{'|'.join(_IN_FULL)}|henv(?=\. til\b))\.(?=(?P<end>\s*(?:(?-i:[A-ZÆØÅ])|$))?)", re.IGNORECASE
)
_TO_NOTE = re.compile(r"(?:^\s*|(?<=[:.]\s))(?:[Tt]\. ?e|E\. ?t|TE)\.", re.MULTILINE)
_LONG = re.compile(r"[^\W\d_]{7,}")


def mended(text: str) -> str:
    """The text with such words as they are spelled; a letter may be missing, too many, another or swapped."""
    text = _TO_NOTE.sub("Til efterretning.", _CUT_SHORT.sub(_in_full, text.replace("aa", "å")))
    return _LONG.sub(lambda word: _mended(word[0]), text)


def _in_full(found: re.Match[str]) -> str:
    """What was cut short, with its full stop where that ends a sentence too."""
    meant = _IN_FULL.get(found[0][:-1].lower(), "henvises")
    return (meant.capitalize() if found[0][0].isupper() else meant) + ("." if found["end"] is not None else "")


@lru_cache(maxsize=20_000)
def _mended(word: str) -> str:
    lower = word.lower()
    if lower in _known() or lower[:-1] in _known() or lemmas.known(lower):  # "henvistes" is no misprinted "henvises"
        return word
    near = {known for shorter in (lower, *_without_a_letter(lower)) for known in _near().get(shorter, ())}
    alike = [known for known in near if known[0] == lower[0] and known[:-1] not in (lower, lower[:-1])]
    if not alike:
        return word
    meant = max(alike, key=lambda known: (len(known), known))
    return meant.capitalize() if word[0].isupper() else meant


@cache
def _known() -> frozenset[str]:
    return frozenset(_WORDS.split())


@cache
def _near() -> dict[str, tuple[str, ...]]:
    """Each of the words by itself and by what is left of it without one letter."""
    near: dict[str, list[str]] = {}
    for word in sorted(_known()):
        for shorter in (word, *_without_a_letter(word)):
            near.setdefault(shorter, []).append(word)
    return {shorter: tuple(words) for shorter, words in near.items()}


def _without_a_letter(word: str) -> Iterator[str]:
    return (word[:place] + word[place + 1 :] for place in range(len(word)))
