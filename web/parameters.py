"""The parameters of a page that takes few of them: each once, no others, and what each can be."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from mappings.errors import BadRequest
from mappings.told import Told


def single(given: Mapping[str, Sequence[str]], *names: str) -> dict[str, str]:
    """The value of each of these parameters, empty where it is left out; raises `BadRequest` for any other."""
    for name, values in given.items():
        if name not in names:
            raise BadRequest(Told("%(name)s kan ikke bruges på denne side.", name=name), name)
        if len(values) > 1:
            raise BadRequest(Told("%(name)s kan kun stå én gang på denne side.", name=name), name)
    return {name: given[name][0].strip() if given.get(name) else "" for name in names}


def year(text: str) -> int | None:
    """A year, None for an empty text; raises `BadRequest`."""
    if text and not re.fullmatch(r"(19|20|21)\d\d", text, re.ASCII):
        raise BadRequest(Told("%(text)s er ikke et årstal; skriv det som 2021.", text=repr(text[:100])), "year")
    return int(text) if text else None


def page(text: str, deepest: int) -> int:
    """The number of a page, 1 for an empty text; raises `BadRequest`."""
    if text and not re.fullmatch(r"[1-9]\d{0,5}", text, re.ASCII):
        raise BadRequest(Told("%(text)s er ikke nummeret på en side.", text=repr(text[:100])), "page")
    return min(int(text), deepest) if text else 1
