"""The language of a meeting."""

import subprocess
import sys

import pytest

from tests.indexer.parsing.writing import FRONT, read

ENGLISH = (
    "The management group discussed the draft agreement with the partner cities and asked the secretariat to come back "
    "with a revised version. The group wants the exchange of teachers to continue, while the cost of travel should be "
    "lower than last year. A short report will be written when the visit is over."
)


def language(text: str) -> str:
    return read(f"{FRONT}Punkt 1: Evt.\n\n21/100\n\nBaggrund\n\n{text}").meeting.language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "da"),
        ("Team meeting.", "da"),
        ("Direktionen har talt om planen for det nye hus, og den skal nu skrives af de to centre. " * 3, "da"),
        (f"Direktionen drøftede brevet og sendte svar på de tre spørgsmål. Brevet lød: {ENGLISH[:150]}", "da"),
        (ENGLISH, "en"),
    ],
)
def test_a_meeting_is_danish_unless_its_words_plainly_say_otherwise(text: str, expected: str) -> None:
    assert language(text) == expected


def test_danish_minutes_never_load_the_detector() -> None:
    code = (
        "import sys\nfrom tests.indexer.parsing.writing import FRONT, read\n"
        "read(FRONT + 'Punkt 1: Evt.\\n\\n21/100\\n\\nBaggrund\\n\\n' + 'Vi har talt om det nye hus. ' * 20)\n"
        "sys.exit('langdetect' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
