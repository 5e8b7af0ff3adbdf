"""Danish as data: stop words, abbreviations, given names, lemmas. One entry a line, `#` begins a comment."""

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


def is_given_name(word: str) -> bool:
    """Whether a word is a given name, or begins as one: *Anne-Dorte*."""
    return word in words("given_names") or word.split("-")[0] in words("given_names")
