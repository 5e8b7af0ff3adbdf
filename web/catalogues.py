"""The texts of the pages by language: gettext catalogues (.po), compiled in memory when they are first asked for.

What is read is what is shown: there is no compiled file beside them that could be of another day.
"""

from __future__ import annotations

import io
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

FOLDER = Path(__file__).parent / "translations"


def catalogue(language: str) -> Translations:
    """The texts in a language; what is not translated is as the code has it."""
    compiled = io.BytesIO()
    with path(language).open("rb") as written:
        write_mo(compiled, read_po(written, language))
    compiled.seek(0)
    return Translations(compiled)


def path(language: str) -> Path:
    """The file of a language's texts."""
    return FOLDER / language / "LC_MESSAGES" / "messages.po"
