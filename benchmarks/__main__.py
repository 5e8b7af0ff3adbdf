"""All measurements, one after the other; each can also be run by itself."""

import argparse
import sys

from benchmarks import (
    alerts,
    axe,
    clients,
    compounds,
    crash,
    danfever,
    embedders,
    exporting,
    outcomes,
    pages,
    people,
    search,
    startup,
    understanding,
)
from benchmarks.elasticsearch import kills, recall, writing
from benchmarks.elasticsearch import search as on_elasticsearch

MODULES = (
    startup,
    understanding,
    compounds,
    people,
    outcomes,
    danfever,
    search,
    pages,
    axe,
    exporting,
    clients,
    embedders,
    crash,
    alerts,
    on_elasticsearch,
    writing,
    recall,
    kills,
)


def main() -> None:
    """Run them all; an error at the end where one found something wrong."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    wrong = []
    for module in MODULES:
        name = module.__name__.removeprefix("benchmarks.")
        print(f"\n== {name}: {(module.__doc__ or '').splitlines()[0]}", flush=True)
        if module.main():
            wrong.append(name)
    if wrong:
        sys.exit(f"Not as it should be: {', '.join(wrong)}; see above.")


if __name__ == "__main__":
    main()
