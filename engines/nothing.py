"""What there is to rebuild where nothing is stored; the same in every engine."""

from __future__ import annotations

from collections.abc import Iterator

from engines.base import Part


class Nothing:
    """A `Rebuilding` without parts, whose end changes nothing."""

    def parts(self) -> Iterator[Part]:
        """See `Rebuilding.parts`."""
        return iter(())

    def finish(self) -> None:
        """See `Rebuilding.finish`."""
