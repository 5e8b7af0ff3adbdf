"""Makes `lemmas.txt` and `parts.txt` anew, the lexicon that lemmas and compound parts are looked up in.

    pip install '.[lexicon]' && python -m mappings.danish.making

They are shipped rather than read from the packages they come from: simplemma takes 0.7 to 1.1 s and 115 MB at the first
word, wordfreq is 58 MB on the disk, and an index must find the same tokens whatever version is installed. The two files
are under CC BY-SA 4.0 (see NOTICE).
"""

from __future__ import annotations

import math
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from importlib.resources import files
from pathlib import Path

from mappings import danish

HERE = Path(str(files(danish)))
_HEADER = """# {what}
# Made by `python -m mappings.danish.making` from simplemma 2.0 and wordfreq 3.1; licence CC BY-SA 4.0, see NOTICE.
"""
_LETTERS = re.compile(r"[a-zæøåéü]+")
_SHORTEST_PART = 4  # of those found by frequency; shorter ones are chosen by hand in short_parts.txt

_PARTICLES = re.compile(r"(be|for|god|ind|ud|op|ned|af|til|an|over|under|gen|om|med|frem|ved|mod|fast|sam|fra)")


def main() -> None:
    """Write both files."""
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory
    from wordfreq import get_frequency_dict

    met = get_frequency_dict("da")
    lemma_of = _lemmas(DefaultDictionaryFactory().get_dictionary("da"), met)
    frequencies = _by_lemma(met, lemma_of)
    known = {form: lemma for form, lemma in lemma_of.items() if lemma in frequencies}
    _write("lemmas.txt", "Lemmas and their forms: `+en` is an ending, anything else a whole form.", _paradigms(known))
    _write("parts.txt", "What compounds are made of, and what each costs: 10 × -ln of its share.", _parts(frequencies))


def _lemmas(pairs: Mapping[str, str], met: Mapping[str, float]) -> dict[str, str]:
    """Form to lemma, of plain lower-case words."""
    plain = {form: lemma for form, lemma in pairs.items() if _LETTERS.fullmatch(form) and _LETTERS.fullmatch(lemma)}
    persons, corrections = _persons(plain, met), dict(line.split(" ") for line in danish.lines("lemma_corrections"))
    lemma_of = (
        {form: form if form in persons else lemma for form, lemma in plain.items()} | _plurals(plain) | corrections
    )
    for lemma in sorted(set(lemma_of.values())):
        lemma_of.setdefault(lemma, lemma)
    nouns = _derivations(lemma_of)
    return {form: nouns.get(lemma, lemma) for form, lemma in lemma_of.items()}


def _persons(lemma_of: Mapping[str, str], met: Mapping[str, float]) -> set[str]:
    """Nouns in -er that simplemma takes for a verb, though they are met more often: a *borger* does not *borge*."""
    shares = _by_lemma(met, lemma_of)
    taken = {
        form: lemma for form, lemma in lemma_of.items() if form.endswith("er") and lemma_of.get(form + "en") == form
    }
    return {form for form, lemma in taken.items() if shares.get(form, 0) > shares.get(lemma, 0) - met.get(form, 0)}


def _plurals(lemma_of: Mapping[str, str]) -> dict[str, str]:
    """Plurals that simplemma takes for the imperative of a verb: *budgetter* is *budget*, as *budgetterne* is."""
    found = {form: lemma_of.get(form + "ne") for form, lemma in lemma_of.items() if lemma == form + "e"}
    return {form: lemma for form, lemma in found.items() if lemma}


def _derivations(lemma_of: Mapping[str, str]) -> dict[str, str]:
    """Nouns of action and their verbs: *beslutning* is *beslutte*, for a decision is told in either.

    So it is with nouns in -ning, -ing and -else of a verb that begins with a particle or ends in -ere, and with the
    chosen ones of verb_nouns.txt, but for those of not_verb_nouns.txt.
    """
    lemmas, chosen = set(lemma_of.values()), danish.words("verb_nouns")
    found = {}
    for noun in sorted(lemmas - danish.words("not_verb_nouns")):
        match = re.fullmatch(r"(.{3,}?)(ning|ing|else)", noun)
        if match and (noun.endswith("ering") or noun in chosen or _PARTICLES.match(noun)):
            for verb in (match[1] + "e", match[1] + match[1][-1] + "e"):
                if verb in lemmas and lemma_of.get(verb + "r") == verb:
                    found[noun] = verb
                    break
    return found


def _by_lemma(frequencies: Mapping[str, float], lemma_of: Mapping[str, str]) -> dict[str, float]:
    """How often each lemma is met, in whatever form."""
    found: dict[str, float] = defaultdict(float)
    for form, frequency in frequencies.items():
        if form in lemma_of:
            found[lemma_of[form]] += frequency
    return found


def _paradigms(lemma_of: Mapping[str, str]) -> Iterable[str]:
    forms: dict[str, list[str]] = defaultdict(list)
    for form, lemma in lemma_of.items():
        forms[lemma] += [form] if form != lemma else []
    for lemma in sorted(forms):
        yield " ".join([lemma, *sorted("+" + f[len(lemma) :] if f.startswith(lemma) else f for f in forms[lemma])])


def _parts(frequencies: Mapping[str, float]) -> Iterable[str]:
    short, never = danish.words("short_parts"), danish.words("not_parts")
    total = sum(frequencies.values())
    for lemma in sorted(frequencies):
        if lemma not in never and (len(lemma) >= _SHORTEST_PART or lemma in short):
            yield f"{lemma} {round(-10 * math.log(frequencies[lemma] / total))}"


def _write(name: str, what: str, lines: Iterable[str]) -> None:
    text = _HEADER.format(what=what) + "".join(line + "\n" for line in lines)
    (HERE / name).write_text(text, encoding="utf-8")
    sys.stdout.write(f"{name}: {text.count(chr(10))} lines, {len(text.encode()):,} bytes\n")


if __name__ == "__main__":
    main()
