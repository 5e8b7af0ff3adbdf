"""The grammar of minutes: from the lines of a document to its meetings and their items."""

from indexer.parsing.describe import describe
from indexer.parsing.meetings import readings
from indexer.parsing.minutes import parse
from indexer.parsing.reading import Placed, Reading, Remark

__all__ = ["Placed", "Reading", "Remark", "describe", "parse", "readings"]
