"""What a question is without in words, "rotter undtagen på skoler", "kantinen, men ikke driften", as by a minus.

It is one plain word at the end or before a time, that names something. What is read (*undtagen direktionen*), what was
done or is so (*besluttet, men ikke gennemført*) and more words belong to the matter; so does *uden* ("unge uden
uddannelse"), but for *uden ordet*.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from mappings import analysis, lemmas
from search_api.readings.intent import is_intent
from search_api.readings.patterns import YEAR
from search_api.readings.plain import Mark, Plain

_SIGN = (
    r"undtagen|bortset fra|på nær|(?:men|dog) ikke|eksklusive|ekskl\.|uden ordet"
    r"|(?:som|der) ikke (?:handler om|drejer sig om|er(?= om )|omhandler|vedrører|angår)"
    r"|except(?: for)?|but not|excluding|apart from|other than|(?:(?:that|which) (?:is|are) )?not(?= about )"
)
_OF = r"(?:(?:noget|dem|det|den|de) )?(?:(?:om|i|på|ved|fra|til|for|med|about|on|in|at|for) )?(?:(?:de|den|det|the) )?"
_EXCEPT = re.compile(
    rf"(?<=\w)(?P<before>,? )(?:{_SIGN}) {_OF}(?P<word>[^\W\d_][\w-]+)"
    rf"(?=\W*$| (?:i|fra|siden|før|efter|in|from|since|before|after) (?:{YEAR}|\d)| {YEAR}\b)"
)
# "affald, der ikke er haveaffald": a kind of the word before it; "børn, der ikke er danskere" is one matter.
_NO_SUCH = re.compile(
    r"(?<!\w)(?P<whole>[^\W\d_]{4,})(?P<before>,? )(?:som|der) ikke er (?P<word>[^\W\d_][\w-]*(?P=whole)\w*)(?=\W*$)"
)


def excepted(text: Plain, question: str, is_read: Callable[[str], bool]) -> Iterator[Mark]:
    """The stretch that says so, where something is asked for before it; `is_read` tells what is no plain word."""
    for match in (*_EXCEPT.finditer(text.text), *_NO_SUCH.finditer(text.text)):
        start, end = match.span("word")
        word, before = question[start:end], analysis.content(analysis.words(text.text[: match.start("before")]))
        asked = any(not is_intent(one) for one in before)
        if asked and analysis.content([word.lower()]) and _names(word.lower()) and not is_read(word):
            yield Mark(match.end("before"), end, tuple(analysis.words(word)), True, start)


def _names(word: str) -> bool:
    """Whether a word names something, as far as it is known: not *gennemført*, nor *frivillig*."""
    forms = lemmas.forms(lemmas.lemma(word) or "")
    done = word.endswith(("t", "de")) and any(form.endswith("nde") for form in forms)
    return not (done or is_intent(word)) and (not forms or any(form.endswith(("ns", "ts", "nes")) for form in forms))
