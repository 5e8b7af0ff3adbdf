"""Danish as data: stop words, abbreviations, given names, lemmas. One entry a line, `#` begins a comment."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files


def text(name: str) -> str:
    """What stands in `name`.txt beside this file."""
    return files(__package__).joinpath(f"{name}.txt").read_text(encoding="utf-8")


def lines(name: str) -> list[str]:
    """The lines of a large file, whose comments stand at its head only."""
    return [line for line in text(name).splitlines() if line[0] != "#"]


@cache
def words(name: str) -> frozenset[str]:
    """The entries of `name`.txt."""
    entries = (line.split("#", 1)[0].strip() for line in text(name).splitlines())
    return frozenset(entry for entry in entries if entry)


@cache
def stop_words() -> frozenset[str]:
    """Words too common to tell texts apart, also as they are typed without Danish letters: *på* and *paa*."""
    return also_spelled_out(words("stopwords"))


@cache
def function_words() -> frozenset[str]:
    """Words that are searched for but tell nothing by themselves, spelled as `stop_words`."""
    return also_spelled_out(words("function_words"))


def also_spelled_out(all_words: Iterable[str]) -> frozenset[str]:
    """The lower-case words, and each of them with its æ, ø and å spelled out: *hvornår* and *hvornaar*."""
    given = frozenset(all_words)
    return given | {word.translate(_SPELLED_OUT) for word in given}


_SPELLED_OUT = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


def is_given_name(word: str) -> bool:
    """Whether a word is a given name, or begins as one: *Anne-Dorte*."""
    return word in words("given_names") or word.split("-")[0] in words("given_names")
