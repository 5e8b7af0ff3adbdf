"""The documentation is held to the code: every setting, command, option, route and field is in docs/reference.md,
every kind of reading in docs/questions.md.
"""

import re
from dataclasses import fields
from pathlib import Path
from typing import get_args

import click
import pytest

from mappings.analysis import IndexedText
from mappings.documents import OUTCOMES, SECTION_KINDS, Item, Meeting, Role
from mappings.settings import DESCRIPTIONS, Settings, variable
from referat.__main__ import COMMANDS, referat
from search_api.answers import (
    CaseAnswer,
    FacetValue,
    Problem,
    QueryAnswer,
    ReadingAnswer,
    RelatedAnswer,
    RelatedItem,
    RelatedKind,
    Result,
    SearchAnswer,
    Sequel,
    StatusAnswer,
    SuggestAnswer,
    SuggestionAnswer,
    TimelineEntry,
)
from search_api.query import PARAMETERS
from search_api.readings.reading import Effect, Kind
from search_api.routes import OPERATIONS, PREFIX

ANSWERS = (
    *(SearchAnswer, QueryAnswer, ReadingAnswer, Result, FacetValue, Problem, StatusAnswer),
    *(RelatedAnswer, RelatedItem, TimelineEntry, Sequel, CaseAnswer, SuggestAnswer, SuggestionAnswer),
)
ROOT = Path(__file__).parents[2]
REFERENCE = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
QUESTIONS = (ROOT / "docs" / "questions.md").read_text(encoding="utf-8")


def section(heading: str) -> str:
    """The text under a heading of the reference."""
    return REFERENCE.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]


def rows(text: str) -> dict[str, list[str]]:
    """Table rows by the code in their first cell."""
    found = {}
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        for name in re.findall(r"`([^`]+)`", cells[0]) if line.startswith("|") else []:
            found[name] = cells[1:]
    return found


def test_every_setting_is_documented_with_its_default_and_meaning() -> None:
    documented = rows(section("Settings"))
    assert set(documented) == {variable(field.name) for field in fields(Settings)}
    for field in fields(Settings):
        default, meaning = documented[variable(field.name)]
        assert default.strip("`") == str(field.default)
        assert meaning == DESCRIPTIONS[field.name]


def test_every_command_and_option_is_documented() -> None:
    text = section("Commands")
    documented = {name.split()[1] for name in rows(text)}
    assert documented == set(COMMANDS)
    context = click.Context(referat)
    for name, summary in COMMANDS.items():
        command = referat.get_command(context, name)
        assert command is not None
        assert command.short_help == summary
        assert command.help
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                option = next(option for option in parameter.opts if option.startswith("--"))
                assert re.search(rf"{option}\b", text), f"{name} {option}"


def test_every_route_is_documented_and_no_other() -> None:
    documented = {name for name in rows(section("Routes")) if name.startswith(PREFIX)}
    assert documented == {PREFIX + operation.path for operation in OPERATIONS}


@pytest.mark.parametrize("name", PARAMETERS)
def test_every_parameter_of_search_is_documented(name: str) -> None:
    assert f"`{name}`" in section("Routes")


@pytest.mark.parametrize("shape", ANSWERS)
def test_every_field_of_an_answer_is_documented(shape: type) -> None:
    for field in fields(shape):
        assert f"`{field.name}`" in section("Routes"), field.name


def test_every_kind_of_reason_is_documented() -> None:
    assert set(get_args(RelatedKind)) <= set(rows(section("Routes")))


@pytest.mark.parametrize("shape", [Meeting, Item])
def test_every_field_of_a_meeting_is_documented(shape: type) -> None:
    documented = {part for name in rows(section("A meeting as JSON")) for part in name.split()}
    assert {field.name for field in fields(shape)} <= documented


def test_every_kind_and_effect_of_a_reading_is_documented() -> None:
    text = section("Routes")
    assert set(get_args(Kind)) <= set(rows(text))
    assert all(f"`{effect}`" in text for effect in get_args(Effect))


def test_every_kind_of_reading_has_a_heading_of_its_own_and_every_effect_is_explained() -> None:
    assert sorted(re.findall(r"^## .+ \(`(\w+)`\)$", QUESTIONS, re.MULTILINE)) == sorted(get_args(Kind))
    assert set(rows(QUESTIONS)) == set(get_args(Effect))


def test_every_kind_role_and_outcome_is_documented() -> None:
    text = section("A meeting as JSON")
    for name in (*SECTION_KINDS, *get_args(Role), *OUTCOMES):
        assert f"`{name}`" in text


def test_every_index_field_is_documented() -> None:
    assert set(rows(section("What is indexed"))) >= {field.name for field in fields(IndexedText)}


@pytest.mark.parametrize("target", ["demo", "test", "setup", "lint", "bench", "pictures"])
def test_every_target_of_make_is_there_and_told_of(target: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{target}:", makefile, re.MULTILINE)
    told = (ROOT / "README.md").read_text(encoding="utf-8") + (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert f"`make {target}`" in told or f"\nmake {target}" in told


def test_every_benchmark_of_make_bench_runs_without_arguments() -> None:
    """`make bench` calls each one's `main`; one that asks for something would end the run."""
    import inspect

    from benchmarks.__main__ import MODULES

    for module in MODULES:
        required = [p for p in inspect.signature(module.main).parameters.values() if p.default is p.empty]
        assert not required, module.__name__
