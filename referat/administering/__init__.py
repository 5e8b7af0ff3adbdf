"""What the administration page asks for, done: uploads, previews, and the indexer at work in the background."""

from referat.administering.administering import Administering

__all__ = ["Administering"]
