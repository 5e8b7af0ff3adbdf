"""The grammar of minutes: from the lines of a document to a meeting and its items."""

from indexer.parsing.describe import describe
from indexer.parsing.minutes import parse
from indexer.parsing.reading import Placed, Reading, Remark

__all__ = ["Placed", "Reading", "Remark", "describe", "parse"]
