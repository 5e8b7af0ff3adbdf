"""Text to the numbers of pieces: the tokenizer of XLM-R."""

import pytest

from benchmarks import e5_model
from indexer.embedding import nano_file
from indexer.embedding.unigram import Unigram

PIECES = [("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), ("▁", -3.0), ("▁ja", -4.0), ("j", -6.0)]
PIECES += [("a", -5.0), ("▁jaha", -20.0), ("ha", -5.5)]
SPECIAL = {"bos": 0, "pad": 1, "eos": 2, "unk": 3}
TEXTS = [
    "Direktionen drøftede rammer for hjemmearbejde og godkendte indstillingen.",
    "Der afsættes 2,5 mio. kr. i 2022 til nyt rådhus, jf. sag nr. 21/5239.",
    "Ærø, Ålborg og Østerbro – »citat« … ½ ﬁ m²",
    "linje\nskift\tog   mange  mellemrum",
    "日本語 Ελληνικά \u202eעברית 😀😀 \u0601",
    "speciallægepraksisplanlægningsstabiliseringsperiode" * 3,
    "working from home?",
    "nul\u200bbredde \ufeffmærke\u1680og \x07klokke\x0bfane\x7f \ufffd ▁ slut",
]


def numbers(text: str, longest: int = 100) -> list[int]:
    return Unigram(PIECES, SPECIAL).numbers(text, longest)


def test_a_word_is_cut_where_its_pieces_are_likeliest_together() -> None:
    assert numbers("jaha") == [0, 5, 9, 2]  # -9.5, as one piece -20
    assert numbers("ja a") == [0, 5, 4, 7, 2]


def test_what_no_piece_has_is_unknown_once_however_long() -> None:
    assert numbers("jaøøø") == [0, 5, 3, 2]
    assert numbers("øaø") == [0, 4, 3, 7, 3, 2]


def test_a_mark_that_is_written_out_marks_nothing() -> None:
    assert numbers("</s>").count(2) == 1


@pytest.mark.parametrize("longest", [2, 3, 5])
def test_what_is_too_long_is_cut_before_its_end_mark(longest: int) -> None:
    assert numbers("ja ja ja ja ja ja", longest) == [0, *[5] * (longest - 2), 2]
    assert numbers("", longest) == [0, 2]


@pytest.fixture(scope="module")
def theirs() -> object:
    pytest.importorskip("tokenizers", reason="needs tokenizers: pip install 'referatsoegning[sentence-transformers]'")
    return e5_model.tokenizer(e5_model.read(nano_file.shipped()))


@pytest.mark.parametrize("text", TEXTS)
def test_it_cuts_as_the_library_does(theirs: object, text: str) -> None:
    contents = nano_file.read(nano_file.shipped().read_bytes())
    ours = Unigram(contents.pieces, contents.header.special).numbers(text, 10_000)
    assert ours == theirs.encode(text).ids  # type: ignore[attr-defined]
