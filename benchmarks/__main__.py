"""All measurements, one after the other; each can also be run by itself."""

import argparse
import sys

from benchmarks import compounds, crash, embedders, search, startup

MODULES = (startup, compounds, search, embedders, crash)


def main() -> None:
    """Run them all."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    for module in MODULES:
        print(
            f"\n== {module.__name__.removeprefix('benchmarks.')}: {(module.__doc__ or '').splitlines()[0]}", flush=True
        )
        if module.main():
            sys.exit(f"{module.__name__} found something wrong; see above.")


if __name__ == "__main__":
    main()
