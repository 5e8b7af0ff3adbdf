"""Every text of the pages is in every catalogue, and in English too."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po

from web.catalogues import FOLDER, path
from web.languages import LANGUAGES

ROOT = Path(__file__).parents[2]
TO_DO = "run `make words`, and translate what is empty in web/translations/en/LC_MESSAGES/messages.po"


def messages(file: Path) -> list[Message]:
    with file.open("rb") as written:
        return [message for message in read_po(written) if message.id]


def several(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else text


@pytest.fixture(scope="module")
def asked_for(tmp_path_factory: pytest.TempPathFactory) -> set[str | tuple[str, ...]]:
    """What code and templates ask for, as `make words` collects it."""
    output = tmp_path_factory.mktemp("words") / "words.pot"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        run = ["pybabel", "--quiet", "extract", "--mapping=pyproject.toml", f"--output={output}", "."]
        CommandLineInterface().run(run)
    return {message.id for message in messages(output)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_the_texts_that_there_are_and_no_others(asked_for, language) -> None:
    held = {message.id for message in messages(path(language))}
    assert (sorted(map(str, asked_for - held)), sorted(map(str, held - asked_for))) == ([], []), TO_DO


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "da"])
def test_every_text_is_translated(language) -> None:
    missing = [one.id for one in messages(path(language)) if one.fuzzy or not all(several(one.string))]
    assert missing == [], TO_DO


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_same_places_for_values(language) -> None:
    def places(text: str) -> list[str]:
        return sorted(re.findall(r"%(?:\(\w+\)s)?|\{\w*\}", text))

    for message in messages(path(language)):
        for text in filter(None, several(message.string)):
            assert places(text) in [places(own) for own in several(message.id)], message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_is_no_html_and_ends_no_attribute(language) -> None:
    every = [text for one in messages(path(language)) for text in (*several(one.id), *several(one.string))]
    assert [text for text in every if re.search(r"[<>&\"]", text)] == []


def test_english_has_quotation_marks_of_its_own() -> None:
    every = [text for one in messages(path("en")) for text in several(one.string)]
    assert [text for text in every if re.search("[»«]", text)] == []


def test_every_language_that_has_a_catalogue_is_offered() -> None:
    assert {folder.name for folder in FOLDER.iterdir()} == set(LANGUAGES)
