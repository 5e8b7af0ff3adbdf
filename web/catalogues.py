"""The texts of the pages by language, read from gettext catalogues (.po) when the application starts.

They are compiled in memory, so that what is read is what is shown.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations
from flask_babel import Domain, get_locale

FOLDER = Path(__file__).parent / "translations"
_NONE = Translations()


class Catalogues(Domain):  # type: ignore[misc]  # flask_babel has no types
    """The catalogues of some languages, where gettext looks for that of the request."""

    def __init__(self, languages: Sequence[str]) -> None:
        super().__init__()
        self._by_language = {language: _catalogue(language) for language in languages}

    def get_translations(self) -> Translations:
        """The catalogue of this request's language."""
        locale = get_locale()
        return self._by_language[locale.language] if locale else _NONE


@cache
def _catalogue(language: str) -> Translations:
    compiled = io.BytesIO()
    with path(language).open("rb") as written:
        write_mo(compiled, read_po(written, language))
    compiled.seek(0)
    return Translations(compiled)


def path(language: str) -> Path:
    """The file of a language's texts."""
    return FOLDER / language / "LC_MESSAGES" / "messages.po"
