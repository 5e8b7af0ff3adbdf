"""What tells what decisions came to learns what it should, and from nothing that it is measured on."""

import re

import numpy as np
import pytest

SAID = (("Godkendt.", 0), ("Det får vente lidt endnu.", 2), ("Udvalget fik en orientering.", 3))


def test_what_decisions_came_to_is_learned_and_kept() -> None:
    torch = pytest.importorskip("torch", reason="needs torch: pip install 'referatsoegning[sentence-transformers]'")
    from benchmarks.tuning import verdicts as teaching
    from indexer.embedding import verdicts

    torch.manual_seed(0)
    plain = verdicts.load(teaching.untaught())
    found = [teaching.Example(text, outcome) for text, outcome in SAID]
    states = [torch.from_numpy(plain.begun_of(one.text)) for one in found]
    upper = teaching.Upper(plain)
    assert teaching.trained(upper, states, found, minutes=1, limit=40) == 40
    with torch.no_grad():
        theirs = upper(states).log_softmax(1).numpy()
    read = verdicts.load(teaching.packed(upper, plain, rank=64))
    ours = np.stack([read.read(one.text) for one in found])
    assert ours.argmax(1).tolist() == [outcome for _, outcome in SAID]
    assert ours == pytest.approx(theirs, abs=0.3)  # of each matrix 64 directions are kept


def test_what_runs_of_words_come_to_is_learned_and_kept() -> None:
    pytest.importorskip("torch", reason="needs torch: pip install 'referatsoegning[sentence-transformers]'")
    from benchmarks.tuning import wordings as teaching
    from indexer.embedding.wordings import Wordings

    found = [teaching.Example(text, outcome) for text, outcome in SAID]
    read = Wordings(teaching.learned(found, hold=20.0))
    assert [int(read.read(one.text).argmax()) for one in found] == [outcome for _, outcome in SAID]
    # Much held to, the figures say no more than how often each outcome is.
    assert np.exp(Wordings(teaching.learned(found, hold=1e-6)).read(SAID[1][0]))[[0, 2, 3]] == pytest.approx(
        1 / 3, abs=0.02
    )


def test_what_decisions_came_to_is_not_learned_from_what_it_is_measured_on() -> None:
    pytest.importorskip("torch", reason="needs torch: pip install 'referatsoegning[sentence-transformers]'")
    from benchmarks import decisions, outcomes
    from benchmarks.tuning import verdicts as teaching
    from indexer.parsing.outcomes import said

    def words(text: str) -> str:
        return " ".join(re.findall(r"[^\W\d_]+", said(text).lower()))

    learned = {words(one.text) for one in teaching.examples()}
    measured = [one.text for one in outcomes.written() if one.split == "test"]
    if not decisions.missing():
        texts = decisions.corpus() | decisions.minutes()
        measured += [texts[one.key] for one in outcomes.read() if one.split == "test"]
    assert len(learned) > 8_000
    assert len(measured) > 600
    assert not {words(text) for text in measured} & learned
