"""How `referat alerts` sends: a mail each, encrypted where asked, what is refused waits, once after a crash too."""

from __future__ import annotations

import datetime as dt
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from mappings.documents import encode
from tests.terminal.alerting import HOME, OLD, add, command, parts, started
from tests.terminal.mail import Post, mail_server
from tests.web.minutes import MEETINGS


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
