"""The benchmark on texts that are no minutes, over four of them."""

import gzip
import json
from pathlib import Path

import pytest

from benchmarks import danfever
from benchmarks.danfever import Claim, Text, meetings, read_claims, read_texts, subsample
from engines import open_engine
from mappings.settings import Settings

TEXTS = [
    Text("Arkæologi", "Arkæologi", "Studiet af tidligere tiders menneskelige aktivitet."),
    Text("Asien", "Asien", "Verdens største kontinent."),
    Text("Roskilde,_by", "Roskilde, by", "En by på Sjælland med en domkirke."),
    Text("Vadefugl", "Vadefugl", "En langbenet fugl ved stranden."),
]
CLAIMS = (
    "# id\tclaim\trelevant document ids\n"
    "1\tAsien er et kontinent.\tAsien\n"
    "2\tRoskilde har en domkirke og en vadefugl.\tRoskilde%2C_by,Vadefugl\n"
)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    with gzip.open(tmp_path / "corpus.jsonl.gz", "wt", encoding="utf-8") as lines:
        for text in TEXTS:
            lines.write(json.dumps({"_id": text.id, "title": text.title, "text": text.text}) + "\n")
    (tmp_path / "claims.tsv").write_text(CLAIMS, encoding="utf-8")
    return tmp_path


def test_texts_and_claims_are_read_a_comma_in_an_id_too(corpus: Path) -> None:
    assert read_texts(corpus / "corpus.jsonl.gz") == TEXTS
    assert read_claims(corpus / "claims.tsv") == [
        Claim("Asien er et kontinent.", ("Asien",)),
        Claim("Roskilde har en domkirke og en vadefugl.", ("Roskilde,_by", "Vadefugl")),
    ]


def test_every_text_becomes_an_item_once_and_keeps_its_id() -> None:
    many = [Text(str(number), "t", "x") for number in range(250)]
    found = list(meetings(many))
    assert [len(one.items) for one in found] == [100, 100, 50]
    assert len({one.id for one in found}) == 3
    assert [item.id for one in found for item in one.items] == [text.id for text in many]


def test_a_subsample_holds_the_texts_of_every_claim_it_keeps() -> None:
    claims = [Claim("a", ("Asien",)), Claim("b", ("Roskilde,_by", "Vadefugl")), Claim("c", ("Asien",))]
    texts, kept = subsample(TEXTS, claims, 3)
    assert len(texts) == 3
    assert [claim.text for claim in kept] == ["a", "c"]
    assert {one for claim in kept for one in claim.texts} <= {text.id for text in texts}


def test_claims_in_the_words_of_their_texts_find_them(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    danfever.main(["--corpus", str(corpus)])
    printed = capsys.readouterr().out.splitlines()
    assert printed[0] == "2 claims among 4 texts, nDCG@10 with its 95 % interval:"
    assert [line[:27].split() for line in printed[1:]] == [
        [*name.split()] for name in (*danfever.LEXICAL, "as weighed, widened")
    ]
    assert [line.split()[-2] for line in printed[1:]] == ["1.000"] * 7


def test_a_text_that_only_the_first_one_names_is_found_by_widening(tmp_path: Path) -> None:
    texts = [*TEXTS, Text("Jordfund", "Jordfund", "Menneskelige spor.")]
    engine = open_engine(Settings(data=tmp_path), model=danfever.NOTHING)
    danfever._index(engine, texts, None)
    claim = Claim("Arkæologi er et studium.", ("Arkæologi", "Jordfund"))
    found = danfever.figures(engine, None, [claim], danfever.LEXICAL)
    assert found["as weighed"][0] < found["as weighed, widened"][0] == 1.0


def test_where_the_corpus_is_missing_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    danfever.main(["--corpus", str(tmp_path)])
    assert capsys.readouterr().out.startswith("skipped: needs corpus.jsonl.gz")
