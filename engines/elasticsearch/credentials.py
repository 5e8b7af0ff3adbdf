"""What the settings say of the server: its addresses, who we are to it, and whom we trust. Secrets are never repeated.

Raises `BadSettings` naming the setting, before anything is asked of the network.
"""

from __future__ import annotations

import re
import ssl
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit

from mappings.errors import BadSettings
from mappings.settings import Settings, variable

_URL = variable("elasticsearch_url")
_API_KEY = re.compile(r"[A-Za-z0-9+/_=-]+")
_PORTS = {"http": 9200, "https": 443}


def addresses(settings: Settings) -> list[str]:
    """The URLs of the nodes, each with its port."""
    if "@" in settings.elasticsearch_url:
        raise BadSettings(
            f"{_URL} holds a name or a password. Take them out of it, and set {variable('elasticsearch_username')} and "
            f"{variable('elasticsearch_password')} (or {variable('elasticsearch_password_file')}) instead."
        )
    given = [url.strip() for url in settings.elasticsearch_url.split(",") if url.strip()]
    if not given:
        raise BadSettings(f"{_URL} is empty; give the server's address, such as http://127.0.0.1:9200.")
    return [_address(url) for url in given]


def authentication(settings: Settings) -> dict[str, Any]:
    """Who we are, as arguments of the client: `api_key`, or `basic_auth`, or nothing."""
    api_key = _secret(settings, "elasticsearch_api_key")
    password = _secret(settings, "elasticsearch_password")
    username = settings.elasticsearch_username
    key_name, user_name = variable("elasticsearch_api_key"), variable("elasticsearch_username")
    if api_key and (username or password):
        raise BadSettings(f"Both {key_name} and {user_name} or its password are set; keep one of them.")
    if api_key:
        if not _API_KEY.fullmatch(api_key):
            raise BadSettings(
                f"The API key of {key_name} (or its file) is not one: it must be the `encoded` one that the server "
                "gave, letters and digits only."
            )
        return {"api_key": api_key}
    if bool(username) != bool(password):
        raise BadSettings(
            f"{user_name} and {variable('elasticsearch_password')} (or its file) belong together; set both."
        )
    if ":" in username:
        raise BadSettings(f"{user_name} has a colon, which no user's name has.")
    return {"basic_auth": (username, password)} if username else {}


def trust(settings: Settings) -> dict[str, Any]:
    """Whose certificates are good, as arguments of the client."""
    if settings.elasticsearch_verify_certs == "no":
        return {"verify_certs": False, "ssl_show_warn": False}
    if not settings.elasticsearch_ca_certs:
        return {}
    name, path = variable("elasticsearch_ca_certs"), Path(settings.elasticsearch_ca_certs).expanduser()
    try:
        ssl.create_default_context(cafile=path)
    except ssl.SSLError as error:
        raise BadSettings(f"{name} is {path}, which holds no certificate (PEM).") from error
    except OSError as error:
        raise BadSettings(f"{name} is {path}, which cannot be read ({error.strerror}).") from error
    return {"ca_certs": str(path)}


def _address(url: str) -> str:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise BadSettings(f"{_URL} is not an address; it must be like http://127.0.0.1:9200.") from error
    if parts.scheme not in _PORTS or not parts.hostname or parts.query or parts.fragment:
        raise BadSettings(
            f"{_URL} is {url!r}; it must be like http://127.0.0.1:9200 or https://search.example.org:9200."
        )
    return _with_port(parts, port or _PORTS[parts.scheme])


def _with_port(parts: SplitResult, port: int) -> str:
    host = parts.hostname or ""
    return f"{parts.scheme}://{f'[{host}]' if ':' in host else host}:{port}{parts.path.rstrip('/')}"


def _secret(settings: Settings, field: str) -> str:
    """A secret from its setting or from the file that its `_FILE` setting names."""
    plain: str = getattr(settings, field)
    file: str = getattr(settings, f"{field}_file")
    if not file:
        return plain
    name = variable(f"{field}_file")
    if plain:
        raise BadSettings(f"Both {variable(field)} and {name} are set; keep one of them.")
    try:
        found = Path(file).expanduser().read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not text"
        raise BadSettings(f"{name} is {file}, which cannot be read ({reason}).") from error
    if not found:
        raise BadSettings(f"{name} is {file}, which is empty.")
    return found
