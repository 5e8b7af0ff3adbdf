"""No text of the pages stands in a template or in their code but as an argument of gettext."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import jinja2
import pytest
from babel.messages.pofile import read_po
from jinja2 import nodes

from web.catalogues import path

ROOT = Path(__file__).parents[2]
ASKED = {"_", "gettext", "gettext_html", "ngettext", "ngettext_html", "pair", "Told"}
NAMES = {"person", "body", "case", "item", "find", "feed"}  # of ours, which are texts as well
# Danish that is no text of a page: a file's columns, which are a contract, and how minutes refer to an item.
OTHERWISE = {
    ("item_page.py", "punkt"),
    ("item_page.py", "sag"),
    ("tables.py", "Beslutning"),
    ("tables.py", "Punkt"),
    ("tables.py", "Sagsnummer"),
    ("tables.py", "Udfald"),
    ("tables.py", "Udvalg"),
    ("tables.py", "Udtrækket blev afbrudt af en fejl: filen er ikke hel. Hent den igen."),
}
TEMPLATES = sorted((ROOT / "web" / "templates").rglob("*.html"))
MODULES = sorted((ROOT / "web").glob("*.py"))


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.name)
def test_a_template_has_no_text_of_its_own(file) -> None:
    assert list(texts_of_template(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("file", MODULES, ids=lambda file: file.name)
def test_code_of_the_pages_has_no_danish_of_its_own(file) -> None:
    found = {(file.name, text) for text in danish_of_code(file.read_text(encoding="utf-8"))}
    assert found - OTHERWISE == set()


@pytest.mark.parametrize(
    "wrong",
    [
        "<p>Møder</p>",
        "<p>{{ n }} items</p>",
        '<nav aria-label="Sider">',
        '{{ "Beslutning" if one else _("Beslutninger") }}',
        '{{ _("Punkt %(n)s", n="Første punkt") }}',
    ],
)
def test_a_text_in_a_template_would_be_found(wrong) -> None:
    assert list(texts_of_template(wrong)) != []


@pytest.mark.parametrize(
    "wrong", ['x = f"{n} møder"', 'x = "Nyeste"', 'Link("udvalg")', 'gettext("Møder", x="Første")']
)
def test_danish_in_code_would_be_found(wrong) -> None:
    assert danish_of_code(wrong) != set()


def texts_of_template(source: str) -> Iterator[str]:
    environment = jinja2.Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    bare = "".join(_written(environment, source))
    named = re.findall(r"\b(?:aria-label|placeholder|title|alt)=\"([^\"]*)\"", bare)
    for text in (*named, *re.sub(r"<[^>]*>", "", bare).split("\n")):
        if re.search(r"[^\W\d_]{2,}", re.sub(r"\w+\.dk/\w+", "", text)):  # an address is in no language
            yield text
    for text in _constants(environment.parse(source)):
        if re.search(r"[æøåÆØÅ»«]|^[A-ZÆØÅ][a-zæøå]|[a-zæøå] [a-zæøå]", text):
            yield text


def danish_of_code(source: str) -> set[str]:
    found = {text.strip(" ,:") for text in _strings(ast.parse(source))}
    return {text for text in found if re.search(r"[æøåÆØÅ»«]", text) or text.lower() in _known() - NAMES}


@cache
def _known() -> set[str]:
    """The Danish texts of the pages, in small letters and without punctuation at their ends."""
    with path("da").open("rb") as written:
        ids = [one.id for one in read_po(written) if one.id]
    return {text.strip(" ,:.").lower() for one in ids for text in ([one] if isinstance(one, str) else one)}


def _written(environment: jinja2.Environment, source: str) -> Iterator[str]:
    """What a template holds beside what it computes; a dot for each of these."""
    for _, kind, text in environment.lex(source):
        if kind == "data":
            yield text
        elif kind == "variable_begin":
            yield "."


def _constants(tree: nodes.Node) -> Iterator[str]:
    """The strings of a template that are not asked for in the language of the page."""
    for child in tree.iter_child_nodes():
        if isinstance(child, nodes.Call) and isinstance(child.node, nodes.Name) and child.node.name in ASKED:
            yield from (text for keyword in child.kwargs for text in _constants(keyword))
        elif isinstance(child, nodes.Const) and isinstance(child.value, str):
            yield child.value
        else:
            yield from _constants(child)


def _strings(tree: ast.AST) -> Iterator[str]:
    """The strings of a module, in the same way; without docstrings and patterns."""
    for child in ast.iter_child_nodes(tree):
        if isinstance(child, ast.Call) and isinstance(child.func, ast.Name) and child.func.id in ASKED:
            yield from (text for keyword in child.keywords for text in _strings(keyword))
        elif (isinstance(child, ast.Call) and ast.unparse(child.func) == "re.compile") or (
            isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
        ):
            continue
        elif isinstance(child, ast.Constant) and isinstance(child.value, str):
            yield child.value
        else:
            yield from _strings(child)
