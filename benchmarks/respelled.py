"""To which judged questions another spelling is suggested, misspelt ones and others: *Mente du*.

    python -m benchmarks.respelled DATA QUESTIONS.tsv ...

DATA is an index that the questions are asked of. A suggestion to a question that is not of the kind `typo` is shown
with it: nearly all of these are wrong.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from engines.asked import PUBLIC
from mappings.settings import Settings
from search_api.evaluation import read_all
from search_api.opening import open_service
from search_api.query import SearchRequest

MISSPELT = "typo"


def main() -> None:
    """Ask, count, show."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("data", type=Path)
    arguments.add_argument("questions", type=Path, nargs="+")
    given = arguments.parse_args()
    service = open_service(Settings(data=given.data))
    asked, suggested = {True: 0, False: 0}, {True: 0, False: 0}
    for judged in read_all(given.questions):
        misspelt = judged.kind == MISSPELT
        suggestion = service.search(SearchRequest(question=judged.question), PUBLIC).suggestion
        asked[misspelt] += 1
        suggested[misspelt] += suggestion is not None
        if suggestion is not None and not misspelt:
            print(f"{judged.id} {judged.kind}: {judged.question} -> {suggestion}")
    service.close()
    told = [f"{suggested[misspelt]} of {asked[misspelt]}" for misspelt in (True, False)]
    print(f"suggested to {told[0]} misspelt questions, {told[1]} others")


if __name__ == "__main__":
    main()
