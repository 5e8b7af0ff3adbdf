"""Set the floor that ships: by the judged questions of one index, and by those of others as well.

    python -m benchmarks.tuning.calibration OUT.json DATA FILE[,FILE...] [DATA FILE[,FILE...] ...]

The first DATA is the index of tests/quality/README.md, which also gives how near is near; the others are the real
minutes and Aarhus with a municipality each (embedded engine all). `referat calibrate` does the same of one index.
"""

from __future__ import annotations

import argparse
from contextlib import ExitStack
from pathlib import Path

import msgspec

from benchmarks import municipalities
from engines import open_engine
from indexer.embedding import model_of, open_embedder
from mappings.settings import Settings
from search_api.access import PUBLIC
from search_api.calibrating import calibrate
from search_api.evaluation import Judged, read_all
from search_api.opening import service_over
from search_api.service import SearchService


def main() -> None:
    """Ask, fit, write, and tell what came of it."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("given", metavar="DATA FILE", nargs="+")
    parsed = arguments.parse_args()
    given = parsed.given
    if len(given) % 2:
        arguments.error("each DATA needs its FILE")
    embedder = open_embedder(Settings())
    with ExitStack() as open_ones:

        def opened(data: str, files: str) -> tuple[SearchService, list[Judged]]:
            settings = Settings(data=Path(data))
            service = service_over(settings, open_engine(settings, model=model_of(embedder)), embedder)
            open_ones.callback(service.close)
            judged = read_all([Path(file) for file in files.split(",")])
            return service, municipalities.without_elsewhere(judged, lambda ids: service.known(ids, PUBLIC))

        (service, questions), *elsewhere = [opened(*pair) for pair in zip(given[::2], given[1::2], strict=True)]
        found = calibrate(service, embedder.name, questions, lambda _: None, elsewhere)
    parsed.out.write_bytes(msgspec.json.format(msgspec.json.encode(found), indent=2) + b"\n")
    print(f"area {found.area}; held back {found.held_back} of {found.with_answer}, ", end="")
    print(f"answered anyway {found.answered_anyway} of {found.without_answer}; {found.read} read")


if __name__ == "__main__":
    main()
