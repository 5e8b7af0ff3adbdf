"""An uploaded file as the indexer understands it, before anything of it is taken in."""

from __future__ import annotations

import logging
from pathlib import Path

from engines.asked import Access
from engines.base import Engine
from indexer.embedding import open_verdict_reader
from indexer.outcomes import Verdicts
from indexer.parsing import Remark
from indexer.reading import read
from mappings.documents import Meeting
from mappings.errors import NotMinutes, ReferatError, UnreadableSource
from web.administration import Change, Preview, Refused, Staged, Trouble, Understood

log = logging.getLogger(__name__)

SHOWN = 5  # meetings shown whole
TOLD = 200  # odd places, and as many that could not be read
# The longest real minutes have under a million characters. Text full of names and dates, which takes longest, is
# understood in 10 to 20 s a million on two busy cores, and somebody waits for it.
_LONGEST = 2_000_000
_READING = 5.0  # seconds for decisions that nobody has read; what others came to the rules tell until it is indexed
_EVERYTHING = Access(closed=True)  # what is compared is what is stored, closed items too; nothing of it is shown


def preview(staged: Staged, path: Path, largest: int, engine: Engine) -> Preview:
    """The meetings in a file, beside those that are stored; `largest` bytes it may have, unpacked too.

    Raises `Refused` where there is no meeting in it.
    """
    verdicts = Verdicts(open_verdict_reader(), engine, seconds=_READING)
    origins = {one.meeting_id: one.path for one in engine.origins()}
    shown: list[Understood] = []
    odd: list[Trouble] = []
    failed: list[Trouble] = []
    changes: dict[Change, int] = {"new": 0, "replaces": 0, "unchanged": 0}
    try:
        for found in read(path, largest, _LONGEST, verdicts):
            if isinstance(found, Remark):
                odd.append(Trouble(path.name, found.line, found.text))
            elif isinstance(found, Meeting):
                change = _change(found, engine)
                changes[change] += 1
                if len(shown) < SHOWN:
                    shown.append(Understood(found, change, origins.get(found.id, "")))
            elif len(failed) < TOLD:
                failed.append(Trouble(path.name, 0, _own(found, path)))
    except (UnreadableSource, NotMinutes) as error:
        raise Refused("unreadable", _own(error, path)) from error
    except ReferatError:  # of the engine, not of the file
        raise
    except Exception as error:  # an odd file must not be an error of ours; the log has the whole story
        log.debug("while reading %s", path, exc_info=True)
        raise Refused("unreadable", f"{path.name}: cannot be understood ({type(error).__name__}).") from error
    if not shown:
        raise Refused("unreadable", failed[0].reason if failed else f"{path.name}: holds no meeting.")
    more = sum(changes.values()) - len(shown)
    return Preview(staged, tuple(shown), more, changes, tuple(odd[:TOLD]), tuple(failed))


def _change(meeting: Meeting, engine: Engine) -> Change:
    stored = engine.meetings([meeting.id], _EVERYTHING)
    if not stored:
        return "new"
    return "unchanged" if stored[0] == meeting else "replaces"


def _own(error: Exception, path: Path) -> str:
    """What an error says, without the folder that the file lies in."""
    return str(error).replace(str(path), path.name)
