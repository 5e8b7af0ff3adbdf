"""What each field of the embedded engine's text index takes on the disk.

    python -m benchmarks.field_sizes [--items 10000]

Each field of synthetic items of some 130 words in an index of its own, merged into one segment: what it adds.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

import tantivy

from benchmarks import synthetic
from mappings.analysis import IndexedText, item_text

FIELDS = {"words": "position", "stems": "freq", "title_stems": "freq", "grams": "freq", "terms": "freq"}


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--items", type=int, default=10_000)
    given = arguments.parse_args()
    texts = [item_text(item) for one in synthetic.meetings(given.items, 8) for item in one.meeting.items]
    print(f"{len(texts):,} items")
    for field, option in FIELDS.items():
        size = size_of(texts, field, option)
        print(f"  {field:<12} {size / 2**20:7.1f} MiB   {size / len(texts):7.0f} bytes an item")


def size_of(texts: Sequence[IndexedText], field: str, option: str) -> int:
    """Bytes of an index that has this field alone."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field(field, tokenizer_name="whitespace", index_option=option)
    with tempfile.TemporaryDirectory() as folder:
        index = tantivy.Index(builder.build(), folder)
        writer = index.writer(256_000_000, 1)
        for text in texts:
            document = tantivy.Document()
            document.add_text(field, getattr(text, field))
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        return sum(file.stat().st_size for file in Path(folder).iterdir())


if __name__ == "__main__":
    main()
