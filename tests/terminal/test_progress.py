"""How far it has come is told on standard error, in lines that follow each other."""

import sys

import pytest

from referat.progress import Progress


def test_of_what_has_no_known_end_the_count_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    told: list[tuple[int, int]] = []
    progress = Progress("Læser beslutninger", lambda done, total: told.append((done, total)))
    progress(1)
    progress.close()
    assert capsys.readouterr().err.endswith("Læser beslutninger: 1\n")
    assert told == []  # whoever else is told wants to know of how many


def test_the_end_is_told_however_soon_it_comes(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    told: list[tuple[int, int]] = []
    progress = Progress("Beregner", lambda done, total: told.append((done, total)))
    for done in (1, 2, 3):
        progress(done, 3)
    progress.close()
    progress.close()
    err = capsys.readouterr().err
    assert "Beregner: 3 af 3" in err
    assert err.count("\n") == 1
    assert told == [(1, 3), (2, 3), (3, 3)]
