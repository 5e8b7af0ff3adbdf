"""All measurements, one after the other; each can also be run by itself."""

import argparse

from benchmarks import crash, embedders, search, startup


def main() -> None:
    """Run them all."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    for module in (startup, search, embedders, crash):
        print(
            f"\n== {module.__name__.removeprefix('benchmarks.')}: {(module.__doc__ or '').splitlines()[0]}", flush=True
        )
        module.main()


if __name__ == "__main__":
    main()
