"""Makes the lexicon anew: `lemmas.txt`, `parts.txt` (of compounds) and `right_words.bin` (what else is spelled right).

    pip install '.[lexicon]' && python -m mappings.danish.making

They are shipped rather than read from the packages they come from: simplemma takes 0.7 to 1.1 s and 115 MB at the first
word, wordfreq is 58 MB on the disk, and an index must find the same tokens whatever version is installed. The three
files are under CC BY-SA 4.0 (see NOTICE).
"""

from __future__ import annotations

import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from importlib.resources import files
from pathlib import Path

from mappings import danish, right_words

HERE = Path(str(files(danish)))
_HEADER = """# {what}
# Made by `python -m mappings.danish.making` from simplemma 2.0 and wordfreq 3.1; licence CC BY-SA 4.0, see NOTICE.
"""
_LETTERS = re.compile(r"[a-zæøåéü]+")
_RARE = 140  # what a part costs that wordfreq does not know; its rarest words cost 150 to 160
_OFTEN, _LONG = 3, 6  # in so many compounds such a part stands, and so many characters it has at least
_SHORTEST_ROOT = 3  # of a verb
_SHORTEST_PART = 4  # of those found by frequency; shorter ones are chosen by hand in short_parts.txt

_PARTICLES = re.compile(r"(be|for|god|ind|ud|op|ned|af|til|an|over|under|gen|om|med|frem|ved|mod|fast|sam|fra)")


def main() -> None:
    """Write the three files."""
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory
    from wordfreq import get_frequency_dict

    met = get_frequency_dict("da")
    lemma_of = _lemmas(DefaultDictionaryFactory().get_dictionary("da"), met)
    shares = _by_lemma(met, lemma_of)
    verbs = _derivations(lemma_of)
    kept = _kept(shares.keys() | danish.words("nouns_of_minutes"), verbs)
    known = {form: verbs.get(lemma, lemma) for form, lemma in lemma_of.items() if lemma in kept}
    _write("lemmas.txt", "Lemmas and their forms: `+en` is an ending, anything else a whole form.", _paradigms(known))
    _write(
        "parts.txt", "What compounds are made of, and what each costs: -10 ln of its share.", _parts(shares, lemma_of)
    )
    _write_right(_right(lemma_of.keys(), known.keys()))


def _lemmas(pairs: Mapping[str, str], met: Mapping[str, float]) -> dict[str, str]:
    """Form to lemma, of plain lower-case words."""
    plain = {form: lemma for form, lemma in pairs.items() if _LETTERS.fullmatch(form) and _LETTERS.fullmatch(lemma)}
    own = _persons(plain, met) | _nouns_and_adjectives(plain)
    corrections = dict(line.split(" ") for line in danish.lines("lemma_corrections"))
    lemma_of = {form: form if form in own else lemma for form, lemma in plain.items()}
    lemma_of |= _plurals(plain) | _neuters(lemma_of, met) | corrections
    for lemma in sorted(set(lemma_of.values())):
        lemma_of.setdefault(lemma, lemma)
    return lemma_of


def _persons(lemma_of: Mapping[str, str], met: Mapping[str, float]) -> set[str]:
    """Nouns in -er that simplemma takes for a verb, though they are met more often: a *borger* does not *borge*."""
    shares = _by_lemma(met, lemma_of)
    taken = {
        form: lemma for form, lemma in lemma_of.items() if form.endswith("er") and lemma_of.get(form + "en") == form
    }
    return {form for form, lemma in taken.items() if shares.get(form, 0) > shares.get(lemma, 0) - met.get(form, 0)}


def _nouns_and_adjectives(lemma_of: Mapping[str, str]) -> set[str]:
    """Words that simplemma takes for an imperative, *billig* for one of *billige*, or an infinitive for a plural."""
    bases = set(lemma_of.values())
    verbs = {form: {form + "e", form + form[-1] + "e", form[:-1] if form.endswith("ere") else ""} for form in bases}
    return {form for form in bases if lemma_of.get(form) in verbs[form]}


def _plurals(lemma_of: Mapping[str, str]) -> dict[str, str]:
    """Plurals that simplemma takes for the imperative of a verb: *budgetter* is *budget*, as *budgetterne* is."""
    found = {form: lemma_of.get(form + "ne") for form, lemma in lemma_of.items() if lemma == form + "e"}
    return {form: lemma for form, lemma in found.items() if lemma}


def _neuters(lemma_of: Mapping[str, str], met: Mapping[str, float]) -> dict[str, str]:
    """Adjectives in -t that simplemma takes for the imperative of a rarer verb: *godt* is *god*, not *godte*."""
    return {
        form: form[:-1]
        for form, lemma in lemma_of.items()
        if lemma == form + "e"
        and form.endswith("t")
        and lemma_of.get(form[:-1]) == form[:-1]
        and met.get(form, 0) > met.get(lemma, 0)
    }


def _derivations(lemma_of: Mapping[str, str]) -> dict[str, str]:
    """Nouns of action and their verbs: *beslutning* is *beslutte*, for a decision is told in either.

    So it is with nouns in -ning, -ing and -else of a verb that begins with a particle or ends in -ere, and with the
    chosen ones of verb_nouns.txt, which may name the verb, but for those of not_verb_nouns.txt.
    """
    lemmas, chosen = set(lemma_of.values()), danish.words("verb_nouns")
    found = dict(line.split(" ") for line in chosen if " " in line)
    for noun in sorted(lemmas - danish.words("not_verb_nouns")):
        if noun.endswith("ering") or noun in chosen or _PARTICLES.match(noun):
            verbs = [verb for verb in _verbs(noun) if verb in lemmas and _is_verb(verb, lemma_of)]
            found.update([(noun, verb) for verb in verbs[-1:]])
    return found


def _verbs(noun: str) -> Iterator[str]:
    """What a noun of action may be made of, the likeliest last: *åbne*, *flytte*, *indgå* of their nouns."""
    for ending in ("ing", "ning", "else"):
        root = noun.removesuffix(ending)
        if root != noun and len(root) >= _SHORTEST_ROOT:
            yield from (root + root[-1] + "e", root + "e", *([root] if root[-1] == "å" else []))


def _is_verb(infinitive: str, lemma_of: Mapping[str, str]) -> bool:
    """Whether one of its forms is known: *ansøgte*, where *ansøger* is a person."""
    return infinitive in map(lemma_of.get, (infinitive + "r", infinitive + "de", infinitive[:-1] + "te"))


def _kept(met: Collection[str], verbs: Mapping[str, str]) -> set[str]:
    """Lemmas that are met, and the verb of such a noun, and the nouns of such a verb: *underrette*, *underretning*."""
    return {*met, *(pair for noun, verb in verbs.items() if noun in met or verb in met for pair in (noun, verb))}


def _by_lemma(met: Mapping[str, float], lemma_of: Mapping[str, str]) -> dict[str, float]:
    """How often each lemma is met, in whatever form."""
    found: dict[str, float] = defaultdict(float)
    for form, frequency in met.items():
        if form in lemma_of:
            found[lemma_of[form]] += frequency
    return found


def _paradigms(lemma_of: Mapping[str, str]) -> Iterable[str]:
    forms: dict[str, list[str]] = defaultdict(list)
    for form, lemma in lemma_of.items():
        forms[lemma] += [form] if form != lemma else []
    for lemma in sorted(forms):
        yield " ".join([lemma, *sorted("+" + f[len(lemma) :] if f.startswith(lemma) else f for f in forms[lemma])])


def _parts(shares: Mapping[str, float], lemma_of: Mapping[str, str]) -> Iterable[str]:
    short, never = danish.words("short_parts"), danish.words("not_parts")
    costs = {lemma: round(-10 * math.log(share)) for lemma, share in shares.items()}
    ours = danish.words("nouns_of_minutes") - costs.keys()
    costs |= dict.fromkeys(ours | _productive(lemma_of, costs.keys()), _RARE)
    for lemma in sorted(costs):
        if lemma not in never and (len(lemma) >= _SHORTEST_PART or lemma in short):
            yield f"{lemma} {costs[lemma]}"


def _productive(lemma_of: Mapping[str, str], known: Collection[str]) -> set[str]:
    """Nouns too rare for wordfreq that simplemma's compounds are made of again and again: *renovation*."""
    made: Counter[str] = Counter()
    lemmas = {lemma for lemma in lemma_of.values() if len(lemma) >= _SHORTEST_PART}
    for lemma in lemmas:
        for place in range(_SHORTEST_PART, len(lemma) - _SHORTEST_PART + 1):
            first, last = lemma[:place], lemma[place:]
            if last in lemmas:
                made.update({first, first[:-1] if first[-1] in "se" else first})
                made.update([last] if first in known or first[:-1] in known else [])
    return {
        noun
        for noun, number in made.items()
        if number >= _OFTEN
        and noun in lemmas
        and noun not in known
        and len(noun) >= _LONG
        and (lemma_of.get(noun + "en") == noun or lemma_of.get(noun + "et") == noun)
    }


def _write(name: str, what: str, lines: Iterable[str]) -> None:
    text = _HEADER.format(what=what) + "".join(line + "\n" for line in lines)
    (HERE / name).write_text(text, encoding="utf-8")
    sys.stdout.write(f"{name}: {text.count(chr(10))} lines, {len(text.encode()):,} bytes\n")


def _right(forms: Iterable[str], known: Collection[str]) -> set[str]:
    """Forms that the lemmas lack, but for a commoner word with other letters doubled: *grafitti* is none."""
    commoner = {right_words.undoubled(form) for form in known}
    return {form for form in forms if form not in known and right_words.undoubled(form) not in commoner}


def _write_right(forms: Collection[str]) -> None:
    content = right_words.packed(sorted(forms))
    (HERE / right_words.FILE).write_bytes(content)
    sys.stdout.write(f"{right_words.FILE}: {len(forms):,} words, {len(content):,} bytes\n")


if __name__ == "__main__":
    main()
