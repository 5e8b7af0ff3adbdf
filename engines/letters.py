"""How many letters two words differ by: the same in every engine."""

from __future__ import annotations

NEAR = 2  # letters by which a word may differ from what was typed and still be meant
SHORTEST = 4  # letters of a word that has others near it: of shorter ones most are


def distance(a: str, b: str) -> int:
    """Letters put in, left out, changed or swapped with the next to come from one word to the other.

    Optimal string alignment; whatever is more than `NEAR` is `NEAR + 1`.
    """
    if abs(len(a) - len(b)) > NEAR:
        return NEAR + 1
    before, row = [0] * (len(b) + 1), list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        last, before, row = before, row, [i]
        for j, other in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > NEAR:
            return NEAR + 1
    return min(row[-1], NEAR + 1)
