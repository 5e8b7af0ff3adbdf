"""`referat export`: the index as JSON Lines that `index` reads back."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

import click

from mappings import settings
from mappings.errors import EngineUnavailable
from referat.opening import nothing_indexed


@click.command("export", short_help="Skriv indekset som JSON Lines.")
@click.option("--output", "-o", metavar="FIL", default="-", help="Fil; ellers standard ud.")
@click.option("--closed", is_flag=True, help="Tag lukkede punkters indhold med (til sikkerhedskopi, ikke til deling).")
def command(output: str, closed: bool) -> int:
    """Skriv alle møder som JSON, ét pr. linje, ældste først. `referat index FIL.jsonl` læser dem igen."""
    from engines import open_engine
    from engines.asked import Access
    from mappings.documents import encode

    configured = settings.load()
    engine = open_engine(configured)
    try:
        if engine.status().meetings == 0:  # an empty file in place of a copy would be no copy
            raise nothing_indexed(configured)
        with _written(output) as stream:
            for meeting in engine.export(Access(closed=closed)):
                stream.write(encode(meeting) + b"\n")
    finally:
        engine.close()
    return 0


@contextmanager
def _written(output: str) -> Iterator[IO[bytes]]:
    """Where it is written to; a file takes the place of an older one when it is whole, and not before."""
    if output == "-":
        yield sys.stdout.buffer
        return
    target = Path(output).resolve()
    device = target.exists() and not target.is_file()
    part = target if device else target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as stream:
            yield stream
        if not device:
            if target.exists():
                shutil.copymode(target, part)
            part.replace(target)
    except OSError as error:
        raise EngineUnavailable(f"{output} cannot be written ({error.strerror}).") from error
    finally:
        if not device:
            with suppress(OSError):
                part.unlink()
