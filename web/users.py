"""Who asks, as far as the proxy before us tells: in headers, which it must take out of what comes from outside."""

from __future__ import annotations

from flask import request

from mappings.settings import Settings
from web.wording import collapsed

_LONGEST = 200  # characters


def user(settings: Settings) -> str:
    """Who asks; empty where nobody is told."""
    return told(settings.user_header)


def told(header: str) -> str:
    """What a header tells; empty where the operator named none: then it is not looked at."""
    return collapsed(request.headers.get(header, ""))[:_LONGEST] if header else ""
