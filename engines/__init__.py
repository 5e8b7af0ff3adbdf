"""Where documents are kept and matched. `open_engine` opens the one the settings name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mappings.errors import BadSettings

if TYPE_CHECKING:
    from engines.base import Engine
    from engines.kept import Model
    from mappings.settings import Settings

__all__ = ["open_engine"]


def open_engine(settings: Settings, *, model: Model | None = None) -> Engine:
    """The engine that `REFERAT_ENGINE` names, brought up to date with whatever a crash left behind.

    With a `model`, the index must have been made with it, or be empty (`IndexMismatch`); who embeds nothing gives none.
    Without one an index can be opened whatever made it, for its status and to be rebuilt.
    """
    if settings.engine == "embedded":
        from engines.embedded.engine import EmbeddedEngine

        return EmbeddedEngine(settings.data, model)
    if settings.engine == "elasticsearch":
        from engines.elasticsearch.engine import ElasticsearchEngine

        return ElasticsearchEngine(settings, model)
    raise BadSettings(f"REFERAT_ENGINE is {settings.engine!r}; it can be embedded or elasticsearch.")
