"""Words spelled nearly alike, by the server's term suggester, and items by how their titles begin.

The suggester knows the words of closed items, and of other organisations: whatever is told is counted among the items
that the asker may see, first.
"""

from __future__ import annotations

from collections.abc import Sequence

from engines.asked import Access
from engines.elasticsearch.asking import Asker, Body
from engines.elasticsearch.filters import must, permitted
from engines.elasticsearch.names import Clause
from engines.elasticsearch.selection import ids_of, listed
from engines.elasticsearch.statistics import Statistics
from engines.found import Spelling
from engines.letters import NEAR, SHORTEST, distance

_FIELD, _TITLE = "text", "item.title.stems"
_MOST = 20  # words counted, of which a frequent word has hundreds near it
_LOOKED_AT = 100  # words of each shard that the server compares
# Of how many items a word may be for its neighbours to be told: of all. By the server's own 1 % a word of closed items
# alone would have none, and be told by that.
_HELD_BY_ANY = 1_000_000_000


def spellings(asker: Asker, statistics: Statistics, word: str, access: Access) -> list[Spelling]:
    """As `Engine.spellings`."""
    if len(word) < SHORTEST:
        return []
    answered = asker.msearch([_like(word)])
    if answered is None:
        return []
    options = (option["text"] for entry in answered.answers[0]["suggest"]["near"] for option in entry["options"])
    found = {other: distance(word, other) for other in options if other.isalpha()}
    words = [other for other, letters in found.items() if 0 < letters <= NEAR]
    counts = statistics.counts([(_FIELD, other) for other in words], access)
    if counts is None:
        return []
    counted = [Spelling(other, found[other], counts.frequency[_FIELD, other]) for other in words]
    return sorted((one for one in counted if one.items), key=lambda one: (one.letters, -one.items, one.word))


def titled(asker: Asker, stems: Sequence[str], beginning: str, limit: int, access: Access) -> list[str]:
    """As `Engine.titled`."""
    wanted: list[Clause] = [{"term": {_TITLE: stem}} for stem in dict.fromkeys(stems)]
    if beginning:
        wanted.append({"prefix": {_TITLE: beginning}})
    if not wanted or limit <= 0:
        return []
    query = must([*permitted(asker.place, access), *wanted])
    answered = asker.msearch([{"query": query, "size": limit, "track_total_hits": False, **listed("newest")}])
    return list(ids_of(answered.answers[0]["hits"]["hits"])) if answered else []


def _like(word: str) -> Body:
    near = {
        "field": _FIELD,
        "suggest_mode": "always",
        "max_edits": NEAR,
        "prefix_length": 0,
        "min_word_length": SHORTEST,
        "string_distance": "damerau_levenshtein",
        "accuracy": 0.1,
        "size": _MOST,
        "shard_size": _LOOKED_AT,
        "max_term_freq": _HELD_BY_ANY,
    }
    return {"size": 0, "track_total_hits": False, "suggest": {"near": {"text": word, "term": near}}}
