"""A real mail server on a free port, that takes, refuses, or lets somebody die at a moment of its choosing."""

from __future__ import annotations

import os
import signal
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest

pytest.importorskip("aiosmtpd", reason="needs aiosmtpd: `pip install -e '.[test]'`")

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword


@dataclass
class Post:
    """What arrived, and what the server answers: `refuse` maps a recipient to the answer to RCPT or, `DATA/…`, to DATA.

    `victim` is a process that is killed when `moment` comes: `EHLO`, `RCPT` or `DATA`, which is after the whole mail.
    """

    port: int = 0
    mails: list[EmailMessage] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    refuse: dict[str, str] = field(default_factory=dict)
    moment: str = ""
    victim: Callable[[], int] | None = None
    users: list[tuple[str, str]] = field(default_factory=list)

    async def handle_EHLO(self, server: Any, session: Any, envelope: Any, hostname: str, told: list[str]) -> list[str]:  # noqa: N802
        session.host_name = hostname
        self._strike("EHLO")
        return told

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: list[str]) -> str:  # noqa: N802
        self._strike("RCPT")
        if address in self.refuse:
            return self.refuse[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        (recipient,) = envelope.rcpt_tos
        if answer := self.refuse.get(f"DATA/{recipient}"):
            return answer
        mail = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(mail, EmailMessage)
        self.mails.append(mail)
        self.recipients.append(recipient)
        self._strike("DATA")
        return "250 OK"

    def check(self, server: Any, session: Any, envelope: Any, mechanism: str, told: Any) -> AuthResult:
        assert isinstance(told, LoginPassword)
        self.users.append((told.login.decode(), told.password.decode()))
        return AuthResult(success=told.password == b"sesam", handled=False)

    def _strike(self, moment: str) -> None:
        if self.victim is not None and self.moment == moment:
            os.kill(self.victim(), signal.SIGKILL)


@contextmanager
def mail_server(tls: ssl.SSLContext | None = None, *, users: bool = False) -> Iterator[Post]:
    """The server while it runs."""
    post = Post()
    extra: dict[str, Any] = {"tls_context": tls, "require_starttls": True} if tls else {}
    if users:
        extra |= {"authenticator": post.check, "auth_required": True}
    controller = Controller(post, hostname="127.0.0.1", port=0, **extra)
    # The controller looks for itself under the port it was given, so it is told of the free one first.
    import socket

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        controller.port = post.port = free.getsockname()[1]
    controller.start()
    try:
        yield post
    finally:
        controller.stop()
