"""Handing a mail to the operator's server, so that we always know whether it has it, or that we cannot know."""

from __future__ import annotations

import re
import smtplib
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from mappings.errors import BadSettings, ReferatError
from mappings.settings import Settings
from referat.alerting.wanted import ADDRESS

_PATIENCE = 60.0  # seconds that the server may take for one answer
_LINE_END = re.compile(rb"\r\n|\r|\n")


class NotTaken(ReferatError):
    """The server said that it does not take this mail."""


class MailTrouble(ReferatError):
    """The server cannot be reached, or went away."""


@dataclass(frozen=True, slots=True)
class Server:
    """The operator's mail server and how to be let in; `sender` is the address that mails come from."""

    host: str
    port: int
    starttls: bool
    username: str
    password: str
    sender: str

    def __repr__(self) -> str:
        """Without the password."""
        return f"Server({self.host}:{self.port})"


def server(settings: Settings) -> Server:
    """The server of the settings; raises `BadSettings` where something is missing."""
    if not settings.smtp_host or not settings.smtp_from:
        raise BadSettings("Set REFERAT_SMTP_HOST and REFERAT_SMTP_FROM to send mail.")
    if not ADDRESS.fullmatch(settings.smtp_from):
        raise BadSettings(f"REFERAT_SMTP_FROM is {settings.smtp_from!r}, which is no mail address.")
    password = settings.smtp_password
    if settings.smtp_password_file:
        try:
            password = Path(settings.smtp_password_file).expanduser().read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise BadSettings(f"REFERAT_SMTP_PASSWORD_FILE cannot be read: {error.__class__.__name__}.") from error
    if settings.smtp_username and not password:
        raise BadSettings("REFERAT_SMTP_USERNAME is set; set REFERAT_SMTP_PASSWORD_FILE or REFERAT_SMTP_PASSWORD too.")
    return Server(
        settings.smtp_host,
        settings.smtp_port,
        settings.smtp_starttls == "yes",
        settings.smtp_username,
        password,
        settings.smtp_from,
    )


class Connection:
    """One connection to the server, made when the first mail is sent and anew after it went away."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._client: smtplib.SMTP | None = None

    def __enter__(self) -> Connection:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._leave()

    def send(self, message: bytes, recipient: str, handing: Callable[[], None]) -> None:
        """Hand over one mail; `handing` is called when all but the line that makes the server take it has been sent.

        Raises `NotTaken` where the server surely has not got it, `MailTrouble` where it went away: before `handing` it
        has not got it, afterwards nobody knows.
        """
        client = self._connected()
        try:
            self._expect(client.mail(self._server.sender), 250)
            self._expect(client.rcpt(recipient), 250, 251)
            self._expect(client.docmd("DATA"), 354)
            lines = _LINE_END.sub(b"\r\n", message)
            client.send(re.sub(rb"(?m)^\.", b"..", lines).removesuffix(b"\r\n") + b"\r\n")
            handing()
            client.send(b".\r\n")
            self._expect(client.getreply(), 250)
        except NotTaken:
            self._leave()  # whatever it was at, the next mail begins anew
            raise
        except (smtplib.SMTPException, OSError) as error:
            self._client = None
            client.close()
            raise MailTrouble(f"{self._where} went away ({_said(error)}).") from error

    @property
    def _where(self) -> str:
        return f"The mail server {self._server.host}:{self._server.port}"

    def _connected(self) -> smtplib.SMTP:
        if self._client is None:
            self._client = self._connect()
        return self._client

    def _connect(self) -> smtplib.SMTP:
        server = self._server
        try:
            client = smtplib.SMTP(server.host, server.port, timeout=_PATIENCE)
        except (smtplib.SMTPException, OSError) as error:
            raise MailTrouble(f"{self._where} cannot be reached ({_said(error)}); see REFERAT_SMTP_HOST.") from error
        try:
            if server.starttls:
                client.starttls(context=ssl.create_default_context())
            if server.username:
                client.login(server.username, server.password)
            client.ehlo_or_helo_if_needed()
        except smtplib.SMTPNotSupportedError as error:
            client.close()
            raise MailTrouble(
                f"{self._where} does not offer what is asked of it ({_said(error)}); "
                "see REFERAT_SMTP_STARTTLS and REFERAT_SMTP_USERNAME."
            ) from error
        except smtplib.SMTPAuthenticationError as error:
            client.close()
            raise MailTrouble(f"{self._where} does not let {server.username!r} in.") from error
        except (smtplib.SMTPException, OSError) as error:
            client.close()
            raise MailTrouble(f"{self._where} cannot be talked to safely ({_said(error)}).") from error
        return client

    def _leave(self) -> None:
        client, self._client = self._client, None
        if client is not None:
            try:
                client.quit()
            except (smtplib.SMTPException, OSError):
                client.close()

    def _expect(self, reply: tuple[int, bytes], *codes: int) -> None:
        code, text = reply
        if code not in codes:
            raise NotTaken(f"{self._where} said {code} {text.decode('utf-8', 'replace')[:200]}")


def _said(error: Exception) -> str:
    if isinstance(error, socket.gaierror):
        return "unknown host"
    return " ".join(str(error).split())[:200] or type(error).__name__
