"""The texts of the pages by language: gettext catalogues (.po), compiled in memory when the application starts.

What is read is what is shown: there is no compiled file beside them that could be of another day. A folder of the
operator's own may have catalogues as well (`da.po`, `en.po`); what they say is shown instead.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from babel.support import Translations

from mappings.errors import BadSettings
from mappings.settings import variable

FOLDER = Path(__file__).parent / "translations"
_PLACE = re.compile(r"%(?:\(\w+\)s)?|[<>&\"]")  # where a value goes, or would be HTML

log = logging.getLogger(__name__)


@cache
def texts(language: str, own: Path | None = None) -> Translations:
    """The texts in a language, those of the folder `own` first; what has none is as the code has it.

    Raises `BadSettings` for a file there that cannot be read or has a text that could not be shown.
    """
    catalogue = _read(path(language))
    if own is not None and (file := own / f"{language}.po").exists():
        _put(_own(file), catalogue, file)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translations(compiled)


def path(language: str) -> Path:
    """The file of a language's texts."""
    return FOLDER / language / "LC_MESSAGES" / "messages.po"


def fits(message: Message) -> bool:
    """Whether every text of a message has only places for values that the message has, and nothing that is HTML."""
    places = set(_PLACE.findall(" ".join(_several(message.id))))
    return all(places.issuperset(_PLACE.findall(text)) for text in _several(message.string))


def _read(file: Path) -> Catalog:
    with file.open("rb") as written:
        return read_po(written, abort_invalid=True)


def _own(file: Path) -> Catalog:
    try:
        return _read(file)
    except (OSError, PoFileError, ValueError) as error:
        raise BadSettings(f"{variable('texts')}: {file} cannot be read ({error}).") from error


def _put(own: Catalog, catalogue: Catalog, file: Path) -> None:
    for message in own:
        if not message.id or message.fuzzy or not any(_several(message.string)):
            continue
        known = catalogue.get(message.id)
        if known is None:
            log.warning("%s: no page has the text %r any more", file, message.id)
            continue
        if not fits(message):
            raise BadSettings(f"{variable('texts')}: {file} has {message.string!r}, which does not fit {message.id!r}.")
        known.string = message.string


def _several(text: str | Sequence[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())
