"""Who administers: those users of the proxy's whom the operator names."""

from __future__ import annotations

from werkzeug.exceptions import Forbidden

from mappings.errors import BadSettings
from mappings.settings import Settings, variable
from web import users


class Administrators:
    """The users whom the settings name; raises `BadSettings` where nobody could be one of them."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._names = frozenset(filter(None, (" ".join(name.split()) for name in settings.admins.split(","))))
        if self._names and not settings.user_header:
            raise BadSettings(f"{variable('admins')} needs {variable('user_header')}, which tells who somebody is.")
        if settings.questions == "yes" and not self._names:
            raise BadSettings(f"{variable('questions')} is yes, but nobody may see them: set {variable('admins')}.")

    def __bool__(self) -> bool:
        return bool(self._names)

    def asks(self) -> bool:
        """Whether this request is one of theirs."""
        return bool(self._names) and users.user(self._settings) in self._names

    def checked(self) -> str:
        """Who of them asks; raises `Forbidden` where it is somebody else."""
        if not self.asks():
            raise Forbidden
        return users.user(self._settings)
