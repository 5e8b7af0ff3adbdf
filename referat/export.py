"""`referat export`: the index as JSON Lines that `index` reads back."""

from __future__ import annotations

from typing import IO

import click

from mappings import settings


@click.command("export", short_help="Skriv indekset som JSON Lines.")
@click.option("--output", "-o", type=click.File("wb", atomic=True), default="-", help="Fil; ellers standard ud.")
@click.option("--closed", is_flag=True, help="Tag lukkede punkters indhold med (til sikkerhedskopi, ikke til deling).")
def command(output: IO[bytes], closed: bool) -> int:
    """Skriv alle møder som JSON, ét pr. linje, ældste først. `referat index FIL.jsonl` læser dem igen."""
    from engines import open_engine
    from engines.asked import Access
    from mappings.documents import encode

    engine = open_engine(settings.load())
    try:
        for meeting in engine.export(Access(closed=closed)):
            output.write(encode(meeting) + b"\n")
    finally:
        engine.close()
    return 0
