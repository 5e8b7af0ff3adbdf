"""Who asks: what the pages and routes pass on with every question."""

from engines.base import PUBLIC, Access

__all__ = ["PUBLIC", "Access"]
