"""What can be set, and what happens to what cannot."""

from pathlib import Path

import pytest

from mappings.errors import BadSettings
from mappings.settings import load


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    dotenv = tmp_path / ".env"
    dotenv.write_text('# where\nREFERAT_DATA="/srv/referater"\nexport REFERAT_PORT=9000\nOTHER=1\n', encoding="utf-8")
    settings = load({"REFERAT_PORT": "9001"}, dotenv)
    assert settings.data == Path("/srv/referater")
    assert settings.port == 9001


def test_a_misspelt_setting_is_told_with_the_right_name() -> None:
    with pytest.raises(BadSettings, match=r"REFERAT_MODLE is not a setting\. Did you mean REFERAT_MODEL\?"):
        load({"REFERAT_MODLE": "x"}, None)


@pytest.mark.parametrize(("name", "value"), [("PORT", "x"), ("PORT", "70000"), ("THREADS", "0"), ("ENGINE", "solr")])
def test_an_impossible_value_is_refused(name: str, value: str) -> None:
    with pytest.raises(BadSettings, match=f"REFERAT_{name} is '{value}'"):
        load({f"REFERAT_{name}": value}, None)


def test_a_broken_file_names_its_line(tmp_path: Path) -> None:
    dotenv = tmp_path / ".env"
    dotenv.write_text("REFERAT_PORT=1\nnonsense\n", encoding="utf-8")
    with pytest.raises(BadSettings, match="line 2"):
        load({}, dotenv)


def test_the_names_of_the_tests_are_not_the_products() -> None:
    assert load({"REFERAT_TEST_ELASTICSEARCH_URL": "http://x"}, None).engine == "embedded"


@pytest.mark.parametrize(
    "value",
    [
        "https://kommune.dk/referater/{source}#page={page}",
        "http://intra:8000/moede?id={meeting}&side={page}",
        "https://kommune.dk/referater/",
    ],
)
def test_where_minutes_are_published_is_an_address_with_parts(value: str) -> None:
    assert load({"REFERAT_SOURCE_URL": value}, None).source_url == value


@pytest.mark.parametrize(
    "value",
    [
        "javascript:alert({page})",
        "https://{source}/",
        "https://kommune.dk{source}",
        "https://kommune.dk/{sourse}",
        "https://kommune.dk/{source!r}",
        "https://kommune.dk/{source",
        "https://kommune.dk/}",
        'https://kommune.dk/"onclick="x',
        "https://user@evil/{source}",
        "ftp://kommune.dk/{source}",
        "{source}",
    ],
)
def test_what_is_no_such_address_is_refused(value: str) -> None:
    with pytest.raises(BadSettings, match="REFERAT_SOURCE_URL is"):
        load({"REFERAT_SOURCE_URL": value}, None)
