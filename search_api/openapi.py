"""The OpenAPI document, made from the routes and the answers' own types."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from search_api.answers import Problem

_REFERENCE = "#/components/schemas/{name}"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a route: where it stands (`query` or `path`), what it takes, and what it means."""

    name: str
    description: str
    schema: dict[str, Any]  # a JSON Schema, which has no narrower type
    place: str = "query"


@dataclass(frozen=True, slots=True)
class Operation:
    """One route: its path as OpenAPI writes it, what it does, its parameters, its answer's type, its errors."""

    path: str
    name: str
    summary: str
    answer: type | None
    parameters: tuple[Parameter, ...] = ()
    errors: tuple[int, ...] = ()


_ABOUT = (
    "Søgning i kommunale referater: dagsordenspunkter, beslutninger og sager. En `url` i et svar er siden om det, "
    "regnet fra serverens rod og ikke fra /api/v1. /export.jsonl tager de samme parametre som /search og giver alle "
    "resultater. En ukendt parameter er en fejl."
)
_ERRORS = {400: "En parameter kan ikke forstås.", 404: "Findes ikke.", 503: "Søgemaskinen svarer ikke."}


_RETRY_AFTER = {"description": "Sekunder, til der kan spørges igen.", "schema": {"type": "integer"}}


def document(operations: Sequence[Operation], version: str) -> dict[str, Any]:
    """The whole document (OpenAPI 3.1) as plain data."""
    answers = [operation.answer for operation in operations if operation.answer is not None]
    schemas, components = msgspec.json.schema_components([*answers, Problem], ref_template=_REFERENCE)
    by_type = dict(zip([*answers, Problem], schemas, strict=True))
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Referatsøgning",
            "version": version,
            "description": _ABOUT,
            "license": {"name": "MPL-2.0", "identifier": "MPL-2.0"},
        },
        "servers": [{"url": "/api/v1"}],
        "paths": {operation.path: {"get": _operation(operation, by_type)} for operation in operations},
        "components": {"schemas": components},
    }


def _operation(operation: Operation, by_type: dict[type, dict[str, Any]]) -> dict[str, Any]:
    schema = by_type[operation.answer] if operation.answer is not None else {"type": "object"}
    problem = {"application/problem+json": {"schema": by_type[Problem]}}
    responses: dict[str, Any] = {"200": {"description": "Svaret.", "content": {"application/json": {"schema": schema}}}}
    for code in (*operation.errors, 503):
        responses[str(code)] = {"description": _ERRORS[code], "content": problem}
    responses["503"]["headers"] = {"Retry-After": _RETRY_AFTER}
    return {
        "operationId": operation.name,
        "summary": operation.summary,
        "parameters": [_parameter(parameter) for parameter in operation.parameters],
        "responses": responses,
    }


def _parameter(parameter: Parameter) -> dict[str, Any]:
    return {
        "name": parameter.name,
        "in": parameter.place,
        "required": parameter.place == "path",
        "description": parameter.description,
        "schema": parameter.schema,
    }
