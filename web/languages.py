"""Which language a page is in: the browser's choice among those there are, else Danish.

The texts stand in the code and the templates in Danish, as arguments of gettext; what is below the pages makes its
lines in Danish, as `Told`. Each language has a catalogue of them. Outside of a request all is Danish.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from babel import Locale
from babel.support import Translations
from flask import Flask, Response, current_app, has_request_context, request
from flask_babel import Babel, Domain
from markupsafe import Markup
from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header

from mappings.errors import BadSettings
from mappings.settings import Settings, variable
from web.catalogues import texts

DANISH = "da"
LANGUAGES = (DANISH, "en")
_LOCALES = {"da": Locale("da", "DK"), "en": Locale("en", "GB")}  # how each writes dates and numbers
_READ_DANISH = ("nb", "nn", "no", "sv", "fo", "kl")  # whoever asks for one of these
_LONGEST = 200  # characters of `Accept-Language` that are read, and remembered
_SPOKEN = "referat.language"  # where a request keeps its own: it is asked for with every word


@dataclass(frozen=True, slots=True)
class Language:
    """A language: what it is called in the `lang` of a page, how it writes dates and numbers, and its texts."""

    name: str
    locale: Locale
    texts: Translations


def register(app: Flask, settings: Settings) -> None:
    """Give every request its language, Flask-Babel the same, and tell with every page which it is in.

    Raises `BadSettings` for texts of the operator's own that could not be shown.
    """
    own = Path(settings.texts).expanduser() if settings.texts else None
    if own and not own.is_dir():
        raise BadSettings(
            f"{variable('texts')} is {settings.texts!r}; it must be a folder of catalogues, such as da.po."
        )
    app.extensions[_SPOKEN] = {name: Language(name, _LOCALES[name], texts(name, own)) for name in LANGUAGES}
    babel = Babel(app, default_locale=str(_LOCALES[DANISH]), locale_selector=lambda: str(spoken().locale))
    babel.domain_instance = _Texts()

    @app.after_request
    def tell(response: Response) -> Response:
        if response.mimetype == "text/html":
            response.vary.add("Accept-Language")
            response.content_language.add(spoken().name)
        return response


def spoken() -> Language:
    """The language of this request."""
    if not has_request_context():
        return _danish()
    environ = request.environ
    if _SPOKEN not in environ:
        _speak(chosen(environ.get("HTTP_ACCEPT_LANGUAGE", "")[:_LONGEST]))
    found: Language = environ[_SPOKEN]
    return found


def speak_danish() -> None:
    """Answer this request in Danish, whatever the browser asks for."""
    _speak(DANISH)


def lang(of: str = DANISH) -> Markup:
    """The attribute for an element with text of a document in the language `of`, where the page is in another."""
    return Markup("") if of == spoken().name else _attribute(of)


@lru_cache(maxsize=100)
def _attribute(of: str) -> Markup:
    return Markup(' lang="{}"').format(of)


@lru_cache(maxsize=1_000)
def chosen(accepted: str) -> str:
    """The first of the languages that somebody accepts (`Accept-Language`) that there is; Danish where none is."""
    for name, quality in parse_accept_header(accepted, LanguageAccept):
        wanted = name.replace("_", "-").partition("-")[0].lower()
        wanted = DANISH if wanted in _READ_DANISH else wanted
        if quality > 0 and wanted in LANGUAGES:
            return wanted
    return DANISH


@cache
def _danish() -> Language:
    return Language(DANISH, _LOCALES[DANISH], texts(DANISH))


def _speak(name: str) -> None:
    request.environ[_SPOKEN] = current_app.extensions[_SPOKEN][name]


class _Texts(Domain):  # type: ignore[misc]  # flask_babel has no types
    """Where Flask-Babel finds the texts of a request's language."""

    def get_translations(self) -> Translations:
        return spoken().texts
