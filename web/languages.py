"""Which language a page is in: the browser's choice among those there are, else Danish.

The texts stand in the code and the templates in Danish, as arguments of gettext; what is below the pages makes its
lines in Danish, as `Told`. Each other language has a catalogue of them. Outside of a request all is Danish.
"""

from __future__ import annotations

from functools import lru_cache

from flask import Flask, Response, has_request_context, request
from flask_babel import Babel, get_locale
from markupsafe import Markup
from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header

from web import wording
from web.catalogues import Catalogues

DANISH = "da"
LANGUAGES = (DANISH,)
_LOCALES = {"da": "da_DK", "en": "en_GB"}  # how each writes dates and numbers
_READS_DANISH = ("nb", "nn", "no", "sv", "fo", "kl")  # whoever asks for one of these


def register(app: Flask) -> None:
    """Give templates `_`, `ngettext` and what else depends on the language, and every request its own."""
    babel = Babel(app, default_locale=_LOCALES[DANISH], locale_selector=lambda: _LOCALES[_asked()])
    babel.domain_instance = Catalogues(LANGUAGES)
    app.jinja_env.globals.update(language=language, lang=lang, ngettext=wording.ngettext)

    @app.after_request
    def tell(response: Response) -> Response:
        if response.mimetype == "text/html":
            response.vary.add("Accept-Language")
            response.content_language.add(language())
        return response


def language() -> str:
    """The language of this request, as in the `lang` of a page."""
    locale = get_locale()
    return locale.language if locale else DANISH


def lang(of: str = DANISH) -> Markup:
    """The attribute for an element with text of a document in the language `of`, where the page is in another."""
    return Markup("") if of == language() else Markup(' lang="{}"').format(of)


def _asked() -> str:
    return _chosen(request.headers.get("Accept-Language", "")) if has_request_context() else DANISH


@lru_cache(maxsize=1_000)
def _chosen(accepted: str) -> str:
    """The first of the languages that somebody accepts, best first, that there is; Danish where there is none."""
    for name, quality in parse_accept_header(accepted, LanguageAccept):
        wanted = name.replace("_", "-").partition("-")[0].lower()
        wanted = DANISH if wanted in _READS_DANISH else wanted
        if quality > 0 and wanted in LANGUAGES:
            return wanted
    return DANISH
