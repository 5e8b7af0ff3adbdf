"""What a form of ours carries, so that no other site can send one for a user who is signed in."""

from __future__ import annotations

import hmac
import os
import secrets
from hashlib import sha256
from pathlib import Path

from mappings.errors import BadRequest, EngineUnavailable
from mappings.told import Told

NAME = "forms.key"


class FormTokens:
    """The tokens of a data folder: every process gives and takes the same. Its key is made at the first form."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME

    def of(self, user: str) -> str:
        """What a form of this user must carry."""
        return hmac.new(self._key(), user.encode(), sha256).hexdigest()

    def check(self, user: str, token: str) -> None:
        """Raise `BadRequest` unless it is this user's token."""
        if not hmac.compare_digest(self.of(user).encode(), token.encode("utf-8", "replace")):
            raise BadRequest(
                Told("Formularen er for gammel, eller den kom fra en anden side. Gå tilbage, og prøv igen.")
            )

    def _key(self) -> bytes:
        try:
            return self._path.read_bytes() if self._path.exists() else self._made()
        except OSError as error:
            raise EngineUnavailable(f"{self._path} cannot be used ({error.strerror}).") from error

    def _made(self) -> bytes:
        """A key, written whole before it has its name: of two processes at once, the first one's is both's."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        mine = self._path.with_name(f"{NAME}.{secrets.token_hex(8)}")
        mine.touch(mode=0o600, exist_ok=False)
        mine.write_bytes(secrets.token_hex(32).encode())
        try:
            os.link(mine, self._path)
        except FileExistsError:
            pass
        finally:
            mine.unlink()
        return self._path.read_bytes()
