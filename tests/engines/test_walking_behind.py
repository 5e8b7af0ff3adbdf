"""Walking while the text index is a change behind the truth, because a writer is on its way, or died there."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from engines.asked import PUBLIC, Selection
from engines.embedded import walking
from engines.embedded.engine import EmbeddedEngine
from engines.embedded.following import Followers, state_of
from engines.embedded.recording import Recorder
from tests.contract.corpus import MODEL, item, meeting

MAY = meeting("Byrådet", "2021-05-31", item("Skoler"), item("Veje"))
JUNE = meeting("Byrådet", "2021-06-28", item("Hjemmearbejde"))
AGAIN = meeting("Byrådet", "2021-06-28", item("Hjemmearbejde og ferie"))

Opener = Callable[[], EmbeddedEngine]


def titles(engine: EmbeddedEngine) -> list[str]:
    return [found.item.title for found in engine.walk(Selection(), PUBLIC)]


def test_what_a_dead_writer_left_unshown_is_not_walked(open_embedded: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walking, "_LOOKS", 1)
    engine = open_embedded()
    engine.write([MAY, JUNE])
    truth = engine._opened.truth
    with truth.writing() as connection:
        Recorder(connection, state_of(connection, truth.folder).change).write([AGAIN], MODEL)
        assert titles(engine) == ["Hjemmearbejde", "Skoler", "Veje"]  # as every other read sees them
        Recorder(connection, state_of(connection, truth.folder).change).remove([MAY.meeting.id])
    assert "Hjemmearbejde og ferie" not in titles(engine)


def test_a_writer_on_its_way_is_waited_for(open_embedded: Opener) -> None:
    engine = open_embedded()
    engine.write([MAY, JUNE])
    truth = engine._opened.truth
    with (
        truth.writing() as connection,
        Followers(truth.folder, connection, state_of(connection, truth.folder), MODEL) as followers,
    ):
        change = Recorder(connection, state_of(connection, truth.folder).change).write([AGAIN], MODEL)
        walked: list[list[str]] = []
        reader = threading.Thread(target=lambda: walked.append(titles(engine)))
        reader.start()
        followers.follow(change)
        reader.join(timeout=30)
    assert walked == [["Hjemmearbejde og ferie", "Skoler", "Veje"]]
