"""A form of ours carries what no other site can know."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from mappings.errors import BadRequest, EngineUnavailable
from web.form_tokens import FormTokens


def test_a_users_own_token_is_taken_and_no_other(tmp_path):
    tokens = FormTokens(tmp_path)
    tokens.check("anna", tokens.of("anna"))
    for wrong in (tokens.of("bo"), "", "é", tokens.of("anna")[:-1]):
        with pytest.raises(BadRequest, match="Formularen er for gammel"):
            tokens.check("anna", wrong)


def test_every_process_gives_the_same_also_where_all_come_first(tmp_path):
    with ThreadPoolExecutor(16) as pool:
        given = set(pool.map(lambda _: FormTokens(tmp_path / "data").of("anna"), range(64)))
    assert len(given) == 1
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["forms.key"]


def test_the_key_is_for_its_owner_alone(tmp_path):
    FormTokens(tmp_path).of("anna")
    assert (tmp_path / "forms.key").stat().st_mode & 0o077 == 0


def test_another_folder_has_another_key(tmp_path):
    assert FormTokens(tmp_path / "a").of("anna") != FormTokens(tmp_path / "b").of("anna")


def test_a_key_that_cannot_be_kept_is_told(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(EngineUnavailable, match=r"forms\.key cannot be used"):
        FormTokens(tmp_path / "file").of("anna")
