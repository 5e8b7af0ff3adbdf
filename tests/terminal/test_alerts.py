"""`referat alerts`: each new result told once, in Danish, by a real mail server, also after a crash."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import click
import pytest

from mappings.documents import encode
from mappings.errors import BadSettings
from referat.alerting.wanted import of_file
from search_api.exporting import key
from search_api.service import SearchService
from tests.doubles import GramEmbedder
from tests.terminal.mail import Post, mail_server
from tests.web.minutes import HOSTILE, MEETINGS, SECRET
from tests.web.serving import prepared, serve
from web.saved_file import Saved
from web.saved_store import SavedSearches

REFERAT = Path(sys.executable).with_name("referat")
HOME = '[[alert]]\nname = "Hjemmearbejde"\nsearch = "q=hjemmearbejde"\nto = ["anna@havbjerg.dk"]\n'
OLD = replace(MEETINGS[1], date=dt.date(2015, 1, 5))  # an old meeting that is indexed late


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


def settings(folder: Path, port: int, file: Path) -> dict[str, str]:
    return {
        "REFERAT_DATA": str(folder / "data"),
        "REFERAT_ALERTS": str(file),
        "REFERAT_BASE_URL": "https://referater.havbjerg.dk",
        "REFERAT_SMTP_HOST": "127.0.0.1",
        "REFERAT_SMTP_PORT": str(port),
        "REFERAT_SMTP_STARTTLS": "no",
        "REFERAT_SMTP_FROM": "referater@havbjerg.dk",
    }


def add(service: SearchService, *meetings: object) -> None:
    service._engine.write([prepared(meeting, GramEmbedder()) for meeting in meetings])  # type: ignore[arg-type]


def parts(mail):
    return (mail.get_body((kind,)).get_content() for kind in ("plain", "html"))


def test_the_first_time_what_there_is_is_only_noted(alerts, post):
    code, said, problems = alerts()
    assert (code, problems, post.mails) == (0, "", [])
    assert "1 fulgt fra nu af" in said


def test_what_is_new_is_told_once_an_old_meeting_too(alerts, post, service):
    alerts()
    add(service, OLD)
    code, said, _ = alerts()
    assert (code, post.recipients) == (0, ["anna@havbjerg.dk"])
    assert "1 søgning; 1 nyt resultat i 1 mail; 1 sendt, 0 venter." in said
    add(service, OLD)  # indexed again
    assert alerts()[0] == 0
    assert len(post.mails) == 1


def test_a_digest_says_what_was_decided_and_where_to_read_it(alerts, post, service):
    alerts()
    add(service, OLD)
    alerts()
    (mail,) = post.mails
    assert mail["Subject"] == "Hjemmearbejde: 1 nyt resultat"
    assert mail["From"] == "Referatsøgning <referater@havbjerg.dk>"
    assert (mail["To"], mail["Auto-Submitted"]) == ("anna@havbjerg.dk", "auto-generated")
    assert mail["Message-ID"].endswith("@referater.havbjerg.dk>")
    plain, html = parts(mail)
    for text in (
        "Evaluering af hjemmearbejde",
        "Direktionen, 5. januar 2015, punkt 1, sag 21/5239",
        "Udsat, Afvist: Direktionen: Udsat til næste møde. Direktionen internt: Ikke",
        "https://referater.havbjerg.dk/items/direktionen-2015-01-05-01",
        "https://referater.havbjerg.dk/?q=hjemmearbejde",
    ):
        assert text in " ".join(plain.split())
        assert text.replace(" Ikke", "") in html


def test_what_is_closed_is_told_to_nobody(alerts, post, service, tmp_path):
    service._engine.remove(["direktionen-2021-06-28"])
    (tmp_path / "alerts.toml").write_text('[[alert]]\nname = "Alt"\nsearch = ""\nto = "a@b.dk"\n', encoding="utf-8")
    alerts()
    add(service, MEETINGS[0])
    alerts()
    (mail,) = post.mails
    assert mail["Subject"] == "Alt: 2 nye resultater"
    assert SECRET not in mail.as_string().lower()
    assert not any(SECRET in part.lower() or "21/7777" in part for part in parts(mail))


def test_hostile_minutes_and_names_are_only_text_and_add_no_header(alerts, post, service, tmp_path):
    hostile = "x\\r\\nBcc: alle@havbjerg.dk\\u0007" + HOSTILE.replace('"', '\\"')
    file = f'[[alert]]\nname = "{hostile}"\nsearch = "q=angreb"\nto = ["a@b.dk"]\n'
    (tmp_path / "alerts.toml").write_text(file, encoding="utf-8")
    alerts()
    add(service, replace(MEETINGS[3], date=dt.date(2018, 1, 5)))
    assert alerts()[0] == 0
    (mail,) = post.mails
    assert "Bcc" not in mail
    assert mail["Subject"].startswith("x Bcc: alle@havbjerg.dk<script>")
    plain, html = parts(mail)
    assert f"Angreb {HOSTILE}" in " ".join(plain.split())
    assert "<script" not in html
    assert "<img" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_a_line_that_is_a_dot_ends_no_mail(alerts, post, service):
    item = replace(MEETINGS[1].items[0], title=".")
    alerts()
    add(service, replace(OLD, items=(item,)))
    add(service, replace(OLD, date=dt.date(2014, 1, 6)))
    alerts()
    (mail,) = post.mails
    assert "direktionen-2014-01-06-01" in next(parts(mail))


def test_each_recipient_has_a_mail_of_his_own(alerts, post, service, tmp_path):
    two = HOME.replace('["anna@havbjerg.dk"]', '["anna@havbjerg.dk", "bo@havbjerg.dk", "anna@havbjerg.dk"]')
    (tmp_path / "alerts.toml").write_text(two, encoding="utf-8")
    alerts()
    add(service, OLD)
    alerts()
    assert post.recipients == ["anna@havbjerg.dk", "bo@havbjerg.dk"]
    assert len({mail["Message-ID"] for mail in post.mails}) == 2


@pytest.mark.parametrize("refused", ["bo@havbjerg.dk", "DATA/bo@havbjerg.dk"])
def test_one_whom_the_server_refuses_waits_and_keeps_nobody_else_from_his(alerts, post, service, tmp_path, refused):
    two = HOME.replace('["anna@havbjerg.dk"]', '["bo@havbjerg.dk", "anna@havbjerg.dk"]')
    (tmp_path / "alerts.toml").write_text(two, encoding="utf-8")
    alerts()
    add(service, OLD)
    post.refuse[refused] = "451 later"
    code, said, problems = alerts()
    assert (code, post.recipients) == (3, ["anna@havbjerg.dk"])
    assert "1 sendt, 1 venter" in said
    assert len(problems.splitlines()) == 1
    assert "bo@havbjerg.dk waits" in problems
    assert "451 later" in problems
    post.refuse.clear()
    assert alerts()[0] == 0
    assert post.recipients == ["anna@havbjerg.dk", "bo@havbjerg.dk"]


def test_while_there_is_no_server_everything_waits(alerts, post, service, monkeypatch):
    alerts()
    add(service, OLD)
    monkeypatch.setenv("REFERAT_SMTP_PORT", "1")
    code, said, problems = alerts()
    assert code == 1
    assert "1 venter" in said
    assert "cannot be reached" in problems
    add(service, replace(OLD, date=dt.date(2014, 1, 6)))
    monkeypatch.setenv("REFERAT_SMTP_PORT", str(post.port))
    assert alerts()[0] == 0
    assert [mail["Subject"] for mail in post.mails] == ["Hjemmearbejde: 1 nyt resultat"] * 2


def test_a_dry_run_shows_and_does_nothing(alerts, post, service):
    assert "følges fra nu af" in alerts("--dry-run")[1]
    alerts()
    add(service, OLD)
    told = alerts("--dry-run")[1]
    assert "Hjemmearbejde til anna@havbjerg.dk: 1 nye" in told
    assert "direktionen-2015-01-05-01 – Evaluering af hjemmearbejde" in told
    (line,) = alerts("--dry-run", "--json")[1].splitlines()
    assert json.loads(line)["new"] == ["direktionen-2015-01-05-01"]
    assert post.mails == []
    alerts()
    assert len(post.mails) == 1


def test_programs_are_told_as_json(alerts, service):
    alerts()
    add(service, OLD)
    told = json.loads(alerts("--json")[1])
    assert told == {
        "searches": 1, "begun": 0, "digests": 1, "results": 1, "sent": 1, "waiting": 0, "unsure": [], "problems": []
    }  # fmt: skip


def test_a_user_is_told_of_what_came_between_saving_and_the_first_run(alerts, post, service, tmp_path):
    seen = "".join(map(key, ("direktionen-2022-09-14-01", "direktionen-2021-06-28-01")))
    saved = Saved("Hjemme", "q=hjemmearbejde&sort=newest", dt.date(2022, 9, 15), seen)
    SavedSearches(tmp_path / "data").save("bo", saved, "bo@havbjerg.dk")
    add(service, OLD)
    alerts()
    assert post.recipients == ["bo@havbjerg.dk"]
    assert post.mails[0]["Subject"] == "Hjemme: 1 nyt resultat"
    alerts()
    assert len(post.mails) == 1


def test_a_saved_search_of_which_nothing_can_be_made_is_told_and_left(alerts, tmp_path):
    store = SavedSearches(tmp_path / "data")
    store.save("bo", Saved("x", "gammelt=1", dt.date(2022, 9, 15), ""), "bo@havbjerg.dk")
    store.save("bo", Saved("x", "q=x", dt.date(2022, 9, 15), ""), "bo@havbjerg.dk\r\nBcc: alle@b.dk")
    code, _, problems = alerts()
    assert code == 3
    assert len(problems.splitlines()) == 2


def test_who_is_taken_out_and_put_in_again_begins_anew(alerts, post, service, tmp_path):
    alerts()
    (tmp_path / "alerts.toml").write_text("", encoding="utf-8")
    alerts()
    add(service, OLD)
    (tmp_path / "alerts.toml").write_text(HOME, encoding="utf-8")
    alerts()
    assert post.mails == []


_ALERT = "[[alert]]\nname = '{}'\nsearch = '{}'\nto = {}\n"


@pytest.mark.parametrize(
    "file",
    [
        "[",
        "navn = 'x'",
        "alert = 7",
        "alert = [7]",
        "[[alert]]\nname = 'x'\n",
        _ALERT.format("x", "q=x", ["ikke en adresse"]),
        _ALERT.format("x", "q=x", '["a@b.dk\\r\\nBcc: c@d.dk"]'),
        _ALERT.format("x", "q=x", []),
        _ALERT.format("x", "year=abc", ["a@b.dk"]),
        _ALERT.format("", "q=x", ["a@b.dk"]),
        _ALERT.format("x", "q=x", ["a@b.dk"]) + "for = 'nogen'",
    ],
)
def test_a_file_that_cannot_be_names_itself_and_what_is_wrong(tmp_path, file):
    path = tmp_path / "alerts.toml"
    path.write_text(file, encoding="utf-8")
    with pytest.raises(BadSettings, match=r"alerts\.toml"):
        of_file(path)


def test_a_file_that_is_missing_is_one_line_and_wrong_use(tmp_path):
    done = command(tmp_path, 1)
    assert (done.returncode, len(done.stderr.strip().splitlines())) == (2, 1), done.stderr
    assert "alerts.toml (REFERAT_ALERTS) cannot be read" in done.stderr


@pytest.mark.parametrize("missing", ["REFERAT_SMTP_HOST", "REFERAT_SMTP_FROM", "REFERAT_BASE_URL"])
def test_a_setting_that_is_missing_is_named(alerts, monkeypatch, missing):
    monkeypatch.setenv(missing, "")
    with pytest.raises(Exception, match=missing):
        alerts()


def test_encrypted_and_signed_in_and_the_password_is_told_to_nobody_else(
    alerts, service, tmp_path, monkeypatch, caplog
):
    trustme = pytest.importorskip("trustme", reason="needs trustme: `pip install -e '.[test]'`")
    import ssl

    authority = trustme.CA()
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    (tmp_path / "password").write_text("sesam\n", encoding="utf-8")
    caplog.set_level("DEBUG")
    with mail_server(context, users=True) as post:
        monkeypatch.setenv("REFERAT_SMTP_PORT", str(post.port))
        monkeypatch.setenv("REFERAT_SMTP_STARTTLS", "yes")
        monkeypatch.setenv("REFERAT_SMTP_USERNAME", "referat")
        monkeypatch.setenv("REFERAT_SMTP_PASSWORD", "forkert-kode")
        alerts()
        add(service, OLD)
        code, _, problems = alerts()
        assert code == 1  # nobody whom the system trusts has signed the server's certificate
        assert "cannot be talked to safely" in problems
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
        code, said, problems = alerts()
        assert (code, post.users[-1]) == (1, ("referat", "forkert-kode"))
        assert "does not let 'referat' in" in problems
        logged = [
            record.getMessage() for record in caplog.records if not record.name.startswith("mail")
        ]  # the server's
        assert "forkert-kode" not in said + problems + "".join(logged)
        monkeypatch.setenv("REFERAT_SMTP_PASSWORD_FILE", str(tmp_path / "password"))
        assert alerts()[0] == 0
        assert post.users[-1] == ("referat", "sesam")
        assert len(post.mails) == 1
        assert not any(
            "sesam" in record.getMessage() for record in caplog.records if not record.name.startswith("mail")
        )


def test_who_asks_for_encryption_is_never_served_without(alerts, post, service, monkeypatch):
    alerts()
    add(service, OLD)
    monkeypatch.setenv("REFERAT_SMTP_STARTTLS", "yes")
    code, _, problems = alerts()
    assert (code, post.mails) == (1, [])
    assert "REFERAT_SMTP_STARTTLS" in problems


# A real process that dies: the whole command over an index with the model that ships.


def command(folder: Path, port: int, *arguments: str) -> subprocess.CompletedProcess[str]:
    with started(folder, port, *arguments) as running:
        said, problems = running.communicate(timeout=120)
    return subprocess.CompletedProcess(running.args, running.returncode, said, problems)


def started(folder: Path, port: int, *arguments: str) -> subprocess.Popen[str]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("REFERAT_")}
    return subprocess.Popen(
        [str(REFERAT), *(arguments or ("alerts",))],
        env=environment | settings(folder, port, folder / "alerts.toml"),
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def watched(tmp_path: Path, post: Post) -> Path:
    """A folder whose index has got a new result since the search is watched."""
    (tmp_path / "alerts.toml").write_text(HOME, encoding="utf-8")
    for number, meeting in enumerate((MEETINGS[1], OLD)):
        file = tmp_path / f"{number}.jsonl"
        file.write_bytes(encode(meeting))
        done = command(tmp_path, post.port, "index", str(file))
        assert done.returncode == 0, done.stderr
        if not number:
            assert command(tmp_path, post.port).returncode == 0
    return tmp_path


@pytest.mark.parametrize("moment", ["EHLO", "RCPT"])
def test_who_dies_before_the_server_takes_it_sends_it_the_next_time(watched, post, moment):
    running: list[subprocess.Popen[str]] = []
    post.moment, post.victim = moment, lambda: running[0].pid
    running.append(started(watched, post.port))
    running[0].communicate(timeout=120)
    assert running[0].returncode == -9
    assert post.mails == []
    post.victim = None
    for _ in range(2):
        done = command(watched, post.port)
        assert (done.returncode, done.stderr) == (0, "")
    assert len(post.mails) == 1


def test_who_dies_after_the_server_took_it_does_not_send_it_again_and_says_so(watched, post):
    running: list[subprocess.Popen[str]] = []
    post.moment, post.victim = "DATA", lambda: running[0].pid
    running.append(started(watched, post.port))
    running[0].communicate(timeout=120)
    assert running[0].returncode == -9
    post.victim = None
    for _ in range(2):
        done = command(watched, post.port)
        assert done.returncode == 3
        assert post.mails[0]["Message-ID"] in done.stderr
        assert len(done.stderr.splitlines()) == 1
    assert len(post.mails) == 1
    assert command(watched, post.port, "alerts", "--unsure", "send").returncode == 0
    assert [mail["Message-ID"] for mail in post.mails] == [post.mails[0]["Message-ID"]] * 2
    assert command(watched, post.port).returncode == 0


def test_only_one_sends_at_a_time(alerts, tmp_path):
    from referat.alerting.alone import alone

    with alone(tmp_path / "data"), pytest.raises(Exception, match="Another"):
        alerts()


def test_an_option_that_is_unknown_is_wrong_use(alerts):
    with pytest.raises(click.UsageError):
        alerts("--unsure", "maybe")
