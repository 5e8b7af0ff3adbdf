"""What the search page costs beside the search itself: time on the server, bytes, and what a browser needs to paint it.

    python -m benchmarks.pages [--items 100000] [--questions 60]

Each question is asked of the service and of the page, now of the one first, now of the other: what the first of them
leaves behind helps both alike. The browser (Debian's chromium, where it is there) opens some of the pages of a real
server: how long until the largest contentful paint, and the CPU seconds that all its processes took for it. What is
suggested while somebody types is timed as well, see `benchmarks.suggestions`. Exit code 1 where something is larger
than it may be, or a page asks another host for anything.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

import psutil
from flask import Flask

from benchmarks import synthetic
from benchmarks.search import questions
from benchmarks.suggestions import suggested
from benchmarks.timing import Times, times
from engines import open_engine
from engines.asked import PUBLIC
from indexer.embedding import model_of, open_embedder
from mappings.documents import Meeting
from mappings.settings import Settings
from search_api.query import SearchRequest
from search_api.service import SearchService
from tests.e2e.opening import MISSING, browser_of, chromium, site_of
from web.app import create_app

MOST_RATIO = 1.3  # times the search itself
MOST_HTML, MOST_ASSETS = 60 * 1024, 40 * 1024  # bytes, uncompressed
MOST_PAINT = 0.5  # CPU seconds to the largest contentful paint
MOST_WAIT, MOST_LIST = 300.0, 100 * 1024  # of a list: milliseconds at the median, bytes
LISTS = ("/meetings", "/cases", "/cases?year=2008&page=20", "/people", "/people?year=2008", "/people/anna-hansen",
         "/people/anna-hansen?year=2008")  # fmt: skip
WARM_UP, PAINTED = 5, 5  # questions before any is timed; pages opened in the browser
_PAINT = """() => new Promise(done => new PerformanceObserver(list => done(list.getEntries().at(-1).startTime))
    .observe({type: "largest-contentful-paint", buffered: true}))"""


def main(arguments: Sequence[str] = ()) -> int:
    """Print the figures; 1 where one is larger than it may be."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--items", type=int, default=100_000)
    parser.add_argument("--questions", type=int, default=60)
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder, _served(Path(folder), given) as served:
        service, asked, meetings = served
        app = create_app(service=service)
        within = [_server(service, app, asked[PAINTED:]), _lists(app), _assets(app), suggested(service, meetings)]
        program = chromium()
        if program:
            within.append(_browser(program, app, asked[:PAINTED]))
        else:
            print(f"  left out: the browser {MISSING}")
    return 0 if all(within) else 1


@contextmanager
def _served(folder: Path, given: argparse.Namespace) -> Iterator[tuple[SearchService, list[str], list[Meeting]]]:
    """A service over synthetic items, questions in their words, and the first of their meetings."""
    settings = Settings(data=folder)
    embedder = open_embedder(settings)
    engine = open_engine(settings, model=model_of(embedder))
    engine.write(synthetic.meetings(given.items, embedder.dimension))
    meetings = [one.meeting for one in synthetic.meetings(min(given.items, 5_000), embedder.dimension)]
    texts = [one.items[0].sections[0].text for one in meetings]
    service = SearchService(engine, embedder)
    yield service, questions(PAINTED + WARM_UP + given.questions, texts), meetings
    service.close()


def _server(service: SearchService, app: Flask, asked: Sequence[str]) -> bool:
    client = app.test_client()
    taken: dict[str, list[float]] = {"search": [], "page": []}
    cpu = {"search": 0.0, "page": 0.0}
    sizes: list[int] = []

    def search(question: str) -> None:
        service.search(SearchRequest(question=question), PUBLIC)

    def page(question: str) -> None:
        sizes.append(len(client.get(f"/?{urlencode({'q': question})}").data))

    for number, question in enumerate(asked):
        for asking in (search, page) if number % 2 else (page, search):
            begun, begun_cpu = time.perf_counter(), time.process_time()
            asking(question)
            if number >= WARM_UP:
                taken[asking.__name__].append((time.perf_counter() - begun) * 1000)
                cpu[asking.__name__] += time.process_time() - begun_cpu
    ratio = cpu["page"] / cpu["search"]
    for name, one in ((name, Times.of(each)) for name, each in taken.items()):
        print(f"  {name:<15} p50 {one.p50:6.1f} ms   p95 {one.p95:6.1f} ms")
    print(f"  page to search  {ratio:.2f} x the CPU time of {len(asked) - WARM_UP} questions (at most {MOST_RATIO})")
    print(f"  HTML            at most {max(sizes) / 1024:.1f} KB of {len(sizes)} pages (at most {MOST_HTML // 1024})")
    return ratio <= MOST_RATIO and max(sizes) <= MOST_HTML


def _lists(app: Flask) -> bool:
    """What the lists and the pages of people take, which hold a year or a page of what there is."""
    client = app.test_client()
    within = True
    for address in LISTS:
        size = len(client.get(address).data)
        taken = times(client.get, [address] * 10, warm_up=1)
        print(f"  {address:34} p50 {taken.p50:6.1f} ms   p95 {taken.p95:6.1f} ms   {size / 1024:.1f} KB")
        within = within and taken.p50 <= MOST_WAIT and size <= MOST_LIST
    return within


def _assets(app: Flask) -> bool:
    every = [path for path in (Path(app.root_path) / "static").rglob("*") if path.suffix in (".css", ".js")]
    files = [path for path in every if path.stem != "admin"]  # which nobody else is sent
    size = sum(path.stat().st_size for path in files)
    print(f"  CSS and JS      {size / 1024:.1f} KB in {len(files)} files (at most {MOST_ASSETS // 1024})")
    return size <= MOST_ASSETS


def _browser(program: str, app: Flask, asked: Sequence[str]) -> bool:
    elsewhere: set[str] = set()
    paints, seconds = [], []
    with site_of(app) as home, browser_of(program) as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.on("request", lambda request: elsewhere.add(request.url) if not request.url.startswith(home) else None)
        page.goto(home)
        for question in asked:
            address = f"{home}/?{urlencode({'q': question})}"
            page.request.get(address)  # the server has answered it once
            before = _cpu()
            page.goto(address)
            paints.append(page.evaluate(_PAINT))
            seconds.append(_cpu() - before)
    paint, cpu = statistics.median(paints), statistics.median(seconds)
    print(f"  largest paint   after {paint:.0f} ms, {cpu:.2f} s of CPU (at most {MOST_PAINT}); median of {len(asked)}")
    print(f"  other hosts     {', '.join(sorted(elsewhere)) or 'none asked'}")
    return cpu <= MOST_PAINT and not elsewhere


def _cpu() -> float:
    """CPU seconds that this process's chromium and its children have taken."""
    found = 0.0
    for process in psutil.Process().children(recursive=True):
        try:
            if "chrom" in process.name():
                taken = process.cpu_times()
                found += taken.user + taken.system
        except psutil.NoSuchProcess:
            continue
    return found


if __name__ == "__main__":
    import sys

    raise SystemExit(main(sys.argv[1:]))
