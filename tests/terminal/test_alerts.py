"""What `referat alerts` tells, in Danish: each new result once, nothing closed, and one line for what is wrong."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

import click
import pytest

from mappings.errors import BadSettings
from referat.alerting.wanted import of_file
from search_api.exporting import key
from tests.terminal.alerting import HOME, OLD, add, command, parts
from tests.web.minutes import HOSTILE, MEETINGS, SECRET
from web.saved_file import Saved
from web.saved_store import SavedSearches


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


def test_an_option_that_is_unknown_is_wrong_use(alerts):
    with pytest.raises(click.UsageError):
        alerts("--unsure", "maybe")
