"""What an operator makes the pages look like: a name, a logo, a colour; read once, when the application starts."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from flask import Flask, Response, abort, url_for

from mappings.errors import BadSettings
from mappings.settings import Settings, variable

_FOR_A_YEAR = "public, max-age=31536000, immutable"
_KINDS = {".svg": "image/svg+xml", ".png": "image/png"}
_LARGEST = 200 * 1024  # bytes of a logo
# WCAG 2.2, 1.4.3: text on the colour, and the colour as text on the page, must differ by this.
CONTRAST = 4.5
_WHITE, _GROUND, _DARK_GROUND, _DARK_INK = "#ffffff", "#edf0ef", "#232d32", "#0c2129"
_LIGHTER = 0.08  # of the way to white at each step, to find a colour that can be read on the dark pages


@dataclass(frozen=True, slots=True)
class Logo:
    """An image of the operator's own."""

    content: bytes
    kind: str
    version: str


@dataclass(frozen=True, slots=True)
class Look:
    """The name on every page, and the operator's logo and style sheet where there are such."""

    name: str
    logo: Logo | None
    sheet: str
    version: str


def look(settings: Settings) -> Look:
    """The look that the settings name; raises `BadSettings` for a logo or a colour that cannot be."""
    sheet = _sheet(settings.site_colour) if settings.site_colour else ""
    return Look(settings.site_name, _logo(settings.site_logo), sheet, _version(sheet.encode()))


def register(app: Flask, settings: Settings) -> None:
    """Give templates `site`, and serve the operator's own style sheet and logo."""
    own = look(settings)
    app.jinja_env.globals["site"] = own

    @app.get("/theme.css")
    def theme() -> Response:
        return _kept(own.sheet, "text/css; charset=utf-8")

    @app.get("/logo")
    def logo() -> Response:
        if own.logo is None:
            abort(404)
        return _kept(own.logo.content, own.logo.kind)

    app.jinja_env.globals["theme_address"] = lambda: url_for("theme", v=own.version)
    app.jinja_env.globals["logo_address"] = lambda: url_for("logo", v=own.logo.version if own.logo else "")


def contrast(a: str, b: str) -> float:
    """How much two colours (`#rrggbb`) differ in brightness, 1 to 21: the contrast ratio of WCAG 2.2."""
    bright, dark = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance of sRGB, as WCAG 2.2 defines it."""
    channels = [value / 255 for value in bytes.fromhex(colour[1:])]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _sheet(colour: str) -> str:
    name = variable("site_colour")
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
        raise BadSettings(f"{name} is {colour!r}; write it as #0b5163.")
    found = min(contrast(colour, _WHITE), contrast(colour, _GROUND))
    if found < CONTRAST:
        raise BadSettings(
            f"{name} is {colour}, which cannot be read on the pages (contrast {found:.1f}, {CONTRAST} is needed); "
            "choose a darker colour."
        )
    bright = _readable_in_the_dark(colour)
    return (
        f":root{{--accent:{colour};--link:{colour};--brand:{colour}}}\n"
        "@media (prefers-color-scheme:dark){"
        f":root{{--accent:{bright};--link:{bright}}}}}\n"
    )


def _readable_in_the_dark(colour: str) -> str:
    while min(contrast(colour, _DARK_GROUND), contrast(colour, _DARK_INK)) < CONTRAST:
        channels = (round(value + (255 - value) * _LIGHTER + 0.5) for value in bytes.fromhex(colour[1:]))
        colour = "#" + bytes(min(channel, 255) for channel in channels).hex()
    return colour


def _logo(path: str) -> Logo | None:
    if not path:
        return None
    name, kind = variable("site_logo"), _KINDS.get(Path(path).suffix.lower())
    if kind is None:
        raise BadSettings(f"{name}: {path} must be a file in .svg or .png.")
    try:
        content = Path(path).expanduser().read_bytes()
    except OSError as error:
        raise BadSettings(f"{name}: {path} cannot be read ({error.strerror}).") from error
    if len(content) > _LARGEST:
        raise BadSettings(f"{name}: {path} has {len(content) // 1024} KB; at most {_LARGEST // 1024} KB is shown.")
    return Logo(content, kind, _version(content))


def _version(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]


def _kept(content: bytes | str, kind: str) -> Response:
    return Response(content, content_type=kind, headers={"Cache-Control": _FOR_A_YEAR})
