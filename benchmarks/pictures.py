"""The pictures of the README, made anew from the minutes that come with the source.

    python -m benchmarks.pictures        (or `make pictures`; needs Debian's chromium)

What the pages say of a day comes from the minutes, not from the clock, and nothing moves, so that the same source,
fonts and browser give the same pictures. Exit code 1 where one is larger than it may be.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mappings.settings import Settings
from referat.opening import opened_service
from tests.e2e.opening import MISSING, browser_of, chromium, site_of
from web.app import create_app

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "pictures"
LARGEST = 150 * 1024  # bytes; the README is read by people on the road


@dataclass(frozen=True)
class Picture:
    """What is shown, and how large in CSS pixels, each of them one of the picture's."""

    name: str
    address: str
    width: int
    height: int
    scheme: str = "light"


PICTURES = (
    Picture("search", "/?q=tidligere+beslutninger+om+hjemmearbejde", 1040, 720),
    Picture("item", "/items/direktionen-2021-08-31-02?q=hjemmearbejde", 1040, 720),
    Picture("phone", "/cases/20/3187", 390, 720, "dark"),
)


def main() -> int:
    """Make them; 1 where that cannot be done, or one is too large."""
    program = chromium()
    if program is None:
        print(MISSING)
        return 1
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "REFERAT_DATA": folder, "REFERAT_ENGINE": "embedded"}
        command = [sys.executable, "-m", "referat", "index", str(ROOT / "examples" / "minutes")]
        subprocess.run(command, env=environment, check=True)
        settings = Settings(data=Path(folder), sources="published")  # the examples are anybody's
        with opened_service(settings) as service, site_of(create_app(settings, service)) as site:
            sizes = [_made(picture, site, program) for picture in PICTURES]
    return 1 if max(sizes) > LARGEST else 0


def _made(picture: Picture, site: str, program: str) -> int:
    """Make one; how many bytes it has."""
    file = FOLDER / f"{picture.name}.png"
    look: dict[str, Any] = {"color_scheme": picture.scheme, "locale": "da-DK", "reduced_motion": "reduce"}
    with browser_of(program) as browser:
        page = browser.new_page(viewport={"width": picture.width, "height": picture.height}, **look)
        page.goto(site + picture.address, wait_until="networkidle")
        page.screenshot(path=file)
    size = file.stat().st_size
    measures = f"{picture.width} × {picture.height}, {size / 1024:.0f} KB (at most {LARGEST // 1024})"
    print(f"{file.relative_to(ROOT)}: {measures}")
    return size


if __name__ == "__main__":
    raise SystemExit(main())
