"""Our errors: each says what happened and what to do, in one line, and reaches the user as that line."""

from mappings.told import Told


class ReferatError(Exception):
    """The root: whatever went wrong, its text is fit for a user to read."""

    @property
    def told(self) -> str:
        """The line as it was made, which may be a `Told`; `str` of an error is plain text."""
        line = self.args[0] if self.args else ""
        return line if isinstance(line, Told) else str(self)


class UnreadableSource(ReferatError):
    """A file that cannot be read as a document: missing, forbidden, binary, empty, too large."""


class NotMinutes(ReferatError):
    """A readable document that is not the minutes of a meeting; the text says why."""


class BadRequest(ReferatError):
    """A question or a parameter that cannot be understood; `parameter` names it where there is one."""

    def __init__(self, message: str, parameter: str | None = None) -> None:
        super().__init__(message)
        self.parameter = parameter


class BadSettings(ReferatError):
    """A setting that is unknown or has an impossible value."""


class NotFound(ReferatError):
    """No such item, meeting, case or person, or none that the asker may see; `question` may find what was meant."""

    def __init__(self, message: str, question: str = "") -> None:
        super().__init__(message)
        self.question = question


class WriterBusy(ReferatError):
    """Another process is writing to the same index."""


class IndexMismatch(ReferatError):
    """The index was made by another model or another version; the text says what to do."""


class EngineUnavailable(ReferatError):
    """The engine cannot be reached or cannot store: a stopped server, a full disk."""


class Busy(ReferatError):
    """More is asked for at once than can be done; the text is for whoever asked."""


class Stopped(ReferatError):
    """What was being done was stopped on purpose, as when the server is; it can be begun again."""
