"""`referat alerts` over hand-made minutes, and the mail server that it is told of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from search_api.service import SearchService
from tests.terminal.alerting import HOME, settings
from tests.terminal.mail import Post, mail_server
from tests.web.serving import serve


@pytest.fixture
def post() -> Iterator[Post]:
    with mail_server() as opened:
        yield opened


@pytest.fixture
def service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SearchService]:
    """A service of this test alone, which the command finds."""
    opened = serve(tmp_path / "index")

    @contextmanager
    def ours(settings: object) -> Iterator[SearchService]:
        yield opened

    monkeypatch.setattr("referat.alerts.opened_service", ours)
    yield opened
    opened.close()


@pytest.fixture
def alerts(
    tmp_path: Path,
    post: Post,
    service: SearchService,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Callable[..., tuple[int, str, str]]:
    """Runs the command here; gives its exit code and what it said."""
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "alerts.toml"
    file.write_text(HOME, encoding="utf-8")
    for name, value in settings(tmp_path, post.port, file).items():
        monkeypatch.setenv(name, value)

    def run(*arguments: str) -> tuple[int, str, str]:
        from referat.alerts import command

        code = command.main(list(arguments), standalone_mode=False)
        return (code, *capsys.readouterr())

    return run
