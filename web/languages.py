"""Which language a page is in: the browser's choice among those there are, else Danish.

The texts stand in the code and the templates in Danish, as arguments of gettext; each other language has a catalogue.
"""

from __future__ import annotations

from flask import Flask, has_request_context, request
from flask_babel import Babel

DANISH = "da"
LANGUAGES = (DANISH,)


def register(app: Flask) -> None:
    """Give templates `_` and `ngettext`, and every request its language."""
    Babel(app, default_locale=DANISH, locale_selector=language)


def language() -> str:
    """The language of this request, as in the `lang` of a page."""
    if not has_request_context():
        return DANISH
    return request.accept_languages.best_match(LANGUAGES, DANISH) or DANISH
