"""Writing to one version of the index: truth first, then every index that follows it, batch by batch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from engines.batching import batches
from engines.embedded.following import Followers, state_of
from engines.embedded.recording import Recorder
from engines.embedded.troubles import in_our_words
from engines.embedded.truth import Truth
from engines.embedded.view import check_model
from engines.kept import Model, Prepared
from mappings.errors import IndexMismatch


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes to the version of one folder, whose indexes have all come to where its truth is."""

    folder: Path
    model: Model | None
    recorder: Recorder
    followers: Followers

    def write(self, meetings: Iterable[Prepared]) -> None:
        """As `Engine.write`; each batch is committed when it is full, or five seconds old."""
        if self.model is None:
            raise IndexMismatch(
                f"The index in {self.folder} is empty and no model was named; open it with the model "
                "that made the vectors."
            )
        for batch in batches(meetings):  # what goes wrong in making them is not ours to explain
            with in_our_words(self.folder):
                self.followers.follow(self.recorder.write(batch, self.model))

    def remove(self, meeting_ids: Sequence[str]) -> None:
        """As `Engine.remove`."""
        with in_our_words(self.folder):
            self.followers.follow(self.recorder.remove(meeting_ids))


@contextmanager
def opened(folder: Path, truth: Truth, model: Model | None) -> Iterator[Writer]:
    """A writer, every index brought up to the truth first. Wants the writer's lock."""
    with ExitStack() as held:
        with in_our_words(folder):
            folder.mkdir(parents=True, exist_ok=True)
            connection = held.enter_context(truth.writing())
            found = state_of(connection, folder)
            check_model(folder, found, model)
            model = found.model or model
            followers = held.enter_context(Followers(folder, connection, found, model))
            writer = Writer(folder, model, Recorder(connection, found.change), followers)
        yield writer
        with in_our_words(folder):
            writer.recorder.sweep()
            held.close()
