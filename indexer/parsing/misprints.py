"""The words that tell what a decision came to, mended where one is misprinted or spelled the old way.

*efterrretning*, *godkedt*, *Anbefalles* are read as *efterretning*, *godkendt*, *anbefales*, *tiltraadt* as *tiltrådt*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from mappings import lemmas

_WORDS = """
anbefale anbefaler anbefales anbefalet anbefalede anbefaledes anbefaling anbefalingen anbefalinger anbefalingerne
beslutte beslutter besluttes besluttet besluttede besluttedes beslutning beslutningen beslutninger beslutningerne
bevilge bevilger bevilges bevilget bevilgede bevilling bevillinger diskuteret diskuterede diskuteres diskuterer
drøftede drøftedes drøftelse drøftelsen drøftelser drøftelserne efterretning efterretninger forkaste forkastes
forkastet forkastede fremsende fremsender fremsendes fremsendt fremsendte genoptage genoptager genoptages genoptaget
godkende godkender godkendes godkendt godkendte godkendtes godkendelse godkendelsen henvise henviser henvises henvist
henviste imødekomme imødekommer imødekommes imødekommet indstille indstiller indstilles indstillet indstillede
indstilling indstillingen indstillinger indstillingerne orientere orienterer orienteres orienteret orienterede
orientering orienteringen orienteringer oversende oversender oversendes oversendt oversendte tilbagesende
tilbagesender tilbagesendes tilbagesendt tiltræde tiltræder tiltrædes tiltrådt tiltrådte tiltrådtes udskydes udskyder
udskyde udsætte udsætter udsættes udsættelse udsat udsatte udsattes vedtage vedtager vedtages vedtaget vedtagne
vedtagelse vedtagelser vedtagelsen videresende videresender videresendes videresendt vedtoges genoptoges tilrådt
tilrådte tilråder
"""
_LONG = re.compile(r"[^\W\d_]{7,}")


def mended(text: str) -> str:
    """The text with such words as they are spelled; a letter may be missing, too many, another or swapped."""
    return _LONG.sub(lambda word: _mended(word[0]), text.replace("aa", "å"))


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
