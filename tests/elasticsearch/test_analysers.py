"""The server takes Danish text apart as `mappings.analysis` does: the same words, stems and grams, in the same order.

The engine asks by tokens made in Python for what the server made of the text, so that a difference would be a word
that is not found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import elasticsearch
import pytest

from engines.elasticsearch import schema
from engines.kept import Model
from mappings import analysis, danish
from tests.elasticsearch.indices import own_indices

Analyse = Callable[[str, Sequence[str]], list[str]]
ANALYSERS = ("danish_words", "danish_stems", "danish_grams")

# What a reader expects of each: its words, and the stems of those that are no stop words.
TABLE = (
    ("Rødovre", "rødovre", "rodovr"),
    ("Roedovre", "roedovre", "rodovr"),
    ("rodovre", "rodovre", "rodovr"),
    ("Aabenraa", "aabenraa", "abenra"),
    ("Åbenrå", "åbenrå", "abenra"),
    ("Ældrepleje på Ærø", "ældrepleje på ærø", "aldreplej aro"),
    ("aeldrepleje", "aeldrepleje", "aldreplej"),
    ("HJEMMEARBEJDE", "hjemmearbejde", "hjemmearbejd"),
    ("hjemmearbejdspladsernes", "hjemmearbejdspladsernes", "hjemmearbejdsplads"),
    ("kommunens budget for 2021", "kommunens budget for 2021", "kommun budg for 2021"),
    ("1930erne", "1930erne", "1930ern"),
    ("1930’ernes boliger", "1930 ernes boliger", "1930 ern bol"),
    ("sag nr. 21/5239", "sag nr 21/5239", "sag nr 21/5239"),
    ("j.nr. 2021/0123456-7", "j nr 2021/0123456 7", "j nr 2021/0123456 7"),
    ("1/2 stilling, 12345/6", "1 2 stilling 12345 6", "1 2 stilling 12345 6"),
    ("§ 17, stk. 2", "17 stk 2", "17 stk 2"),
    ("Dansk Vejdrift A/S, HTK’s", "dansk vejdrift a s htk s", "dansk vejdrift a htk"),
    ("Børne- og Ungeudvalget", "børne og ungeudvalget", "born ungeudvalg"),
    ("MED-udvalgets møde", "med udvalgets møde", "udvalg mod"),
    ("Idé og café", "idé og café", "ide cafe"),
    ("Citroën, Müller, Łukasz, Þór, Đặng", "citroën müller łukasz þór đặng", "citron muller lukasz thor dang"),
    ("Straße", "straße", "stras"),
    ("½ årsværk, 20 m²", "½ årsværk 20 m²", "½ arsvark 20 m2"),
    ("hjemme\u00adarbejde", "hjemme arbejde", "hjem arbejd"),
    ("jazz og succes", "jazz og succes", "jaz suc"),
    ("snake_case__og", "snake case og", "snak cas"),
    ("kr. 1.234.567,89", "kr 1 234 567 89", "kr 1 234 567 89"),
    ("a@b.dk https://havbjerg.dk/x?y=1", "a b dk https havbjerg dk x y 1", "a b dk https havbjerg dk x y 1"),
    ("İstanbul", "istanbul", "istanbul"),
    ("ikke godkendt", "ikke godkendt", "ikk godkend"),
    ("x" * 70, "x" * 64, "x" * 64),
    ("", "", ""),
    ("– … !", "", ""),
)


def python(analyser: str, texts: Iterable[str]) -> list[str]:
    """What `mappings.analysis` makes of texts, one after the other."""
    words = [word for text in texts for word in analysis.words(text)]
    if analyser == "danish_words":
        return words
    content = analysis.content(words)
    if analyser == "danish_stems":
        return [analysis.stem(word) for word in content]
    return [gram for word in content for gram in analysis.grams(word)]


@pytest.fixture(scope="module")
def server(elasticsearch_url: str) -> Iterator[Analyse]:
    """What the server makes of texts, one after the other."""
    with own_indices(elasticsearch_url) as name, elasticsearch.Elasticsearch(elasticsearch_url) as client:
        client.indices.create(index=name, **schema.body(schema.Meta(Model(name="none", dimension=8), "int8_hnsw")))
        client.indices.put_settings(index=name, settings={"index.analyze.max_token_count": 2_000_000})

        def analyse(analyser: str, texts: Sequence[str]) -> list[str]:
            answer = client.indices.analyze(index=name, analyzer=analyser, text=list(texts))
            return [token["token"] for token in answer["tokens"]]

        yield analyse


@pytest.fixture(scope="module")
def lines(examples: Path, real: Path) -> list[str]:
    """The example and real minutes line by line, as the indexer would take them."""
    files = sorted(path for folder in (examples, real) for path in folder.iterdir())
    return [analysis.normalise(line) for path in files for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(("text", "words", "stems"), TABLE)
def test_words_and_stems_are_those_a_reader_expects(text: str, words: str, stems: str) -> None:
    assert python("danish_words", [text]) == words.split()
    assert python("danish_stems", [text]) == stems.split()


@pytest.mark.parametrize("analyser", ANALYSERS)
def test_words_of_every_kind(server: Analyse, analyser: str) -> None:
    for text, _, _ in TABLE:
        assert server(analyser, [text]) == python(analyser, [text]), text


@pytest.mark.parametrize("analyser", ANALYSERS)
def test_every_latin_letter_up_to_extended_b(server: Analyse, analyser: str) -> None:
    texts = [f"x{chr(code)}x" for code in range(0x80, 0x250)]
    assert server(analyser, texts) == python(analyser, texts)


@pytest.mark.parametrize("analyser", ANALYSERS)
def test_everything_in_the_minutes(server: Analyse, analyser: str, lines: list[str]) -> None:
    assert server(analyser, lines) == python(analyser, lines)


@pytest.mark.parametrize("analyser", ANALYSERS)
def test_every_word_and_name_that_we_know(server: Analyse, analyser: str) -> None:
    """Also doubled at the end, bare and inflected: versions of Snowball differ in what they leave double."""
    known = sorted(
        {word for line in danish.lines("parts") for word in analysis.words(line)} | danish.words("given_names")
    )
    texts = [*known, *(word + word[-1] + ending for word in known for ending in ("", "es"))]
    assert server(analyser, texts) == python(analyser, texts)
