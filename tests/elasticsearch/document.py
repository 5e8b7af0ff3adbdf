"""The commands of docs/elasticsearch.md, so that tests do what it says."""

from __future__ import annotations

import re
from pathlib import Path

import elasticsearch
import orjson

NAME = "referat"  # what indices are called in the document
_DOCUMENT = Path(__file__).parents[2] / "docs" / "elasticsearch.md"
_COMMAND = re.compile(r"^(GET|PUT|POST|DELETE) (\S+)\n((?:[{} ].*\n)*)", re.MULTILINE)
_JSON = {"accept": "application/json", "content-type": "application/json"}


def run(client: elasticsearch.Elasticsearch, about: str, name: str = NAME) -> None:
    """Send the commands of the block that begins with a comment `about` something, of indices called otherwise."""
    text = _DOCUMENT.read_text(encoding="utf-8")
    (block,) = re.findall(rf"```console\n# {re.escape(about)}\n(.*?)```", text, re.DOTALL)
    commands = _COMMAND.findall(block.replace(NAME, name))
    assert commands
    for method, path, body in commands:
        client.perform_request(method, f"/{path}", body=orjson.loads(body) if body else None, headers=_JSON)
