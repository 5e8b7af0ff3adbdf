"""A real Elasticsearch server that tests may use, stop, kill, suspend and start again: ../shared/elasticsearch, copied.

Nothing outlives the run: a server is closed with its fixture, else when Python ends, else (where Python is killed) by
a watcher that waits for the run to go away.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import random
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import uuid
from collections.abc import Callable, Sequence
from pathlib import Path

import elasticsearch
import psutil

ROOT = Path(__file__).parents[2]
DISTRIBUTION = ROOT.parent / "shared" / "elasticsearch"
JAVA = range(17, 24)  # what Elasticsearch 8.16 starts on
PORTS = range(20_000, 30_000)  # below the ports that systems give to outgoing connections
STARTING = 120.0  # seconds a start may take; alone on 2 cores it takes 10 to 20
STOPPING = 60.0
USER = "elastic"
MEMORY = Path("/dev/shm")
ROOM = 4 << 30  # bytes to be free there, of which a run of the tests takes a few hundred million


class DidNotStart(Exception):
    """The server ended, or did not answer in time; the message has the end of its output."""


def java_home() -> Path | None:
    """A Java that the server starts on: `ES_JAVA_HOME`, `JAVA_HOME`, the one on the path, else one of the system's."""
    named = [Path(os.environ[name]) for name in ("ES_JAVA_HOME", "JAVA_HOME") if os.environ.get(name)]
    on_path = shutil.which("java")
    found = [Path(on_path).resolve().parents[1]] if on_path else []
    return next((home for home in (*named, *found, *Path("/usr/lib/jvm").glob("*")) if _version(home) in JAVA), None)


def missing() -> str:
    """Why no server can be started here, and what to do; empty where one can."""
    how = "or name a running server in REFERAT_TEST_ELASTICSEARCH_URL"
    if not (DISTRIBUTION / "start").is_file():
        return f"needs the server in {DISTRIBUTION.relative_to(ROOT.parent)} beside the checkout, {how}"
    if java_home() is None:
        return f"needs Java {JAVA.start} to {JAVA.stop - 1}: `apt-get install openjdk-17-jre-headless`, {how}"
    return ""


def _quickest() -> Path | None:
    """In memory, where programs may lie there: most of the time to make an index is waiting for a disk."""
    if not MEMORY.is_dir() or not os.access(MEMORY, os.W_OK):
        return None
    found = os.statvfs(MEMORY)
    roomy = found.f_bavail * found.f_frsize > ROOM and psutil.virtual_memory().available > 2 * ROOM
    return MEMORY if roomy and not found.f_flag & os.ST_NOEXEC else None


class RunningServer:
    """One node on the loopback interface with a folder of its own; with a `password`, security is on.

    `settings` are Elasticsearch's own (`"http.max_content_length=1mb"`). `quick` starts sooner, runs slower and
    keeps all in memory. What was stored stays from one start to the next, until `close`.
    """

    def __init__(
        self, *, password: str = "", heap: str = "512m", settings: Sequence[str] = (), quick: bool = True
    ) -> None:
        self.password = password
        self._heap = heap
        self._quick = quick
        self._cluster = f"test-{uuid.uuid4().hex}"
        self._settings = (f"cluster.name={self._cluster}", *settings)
        self._process: subprocess.Popen[bytes] | None = None
        self._watcher: subprocess.Popen[bytes] | None = None
        self.folder = Path(tempfile.mkdtemp(prefix="referat-elasticsearch-", dir=_quickest() if quick else None))
        atexit.register(self.close)
        self.folder.chmod(0o755)  # started by root, the server runs as nobody
        self.log = self.folder / "output.txt"
        self.snapshots = self.folder / "data" / "snapshots"
        home = self.folder / "home"
        shutil.copytree(DISTRIBUTION, home, copy_function=shutil.copyfile)
        for path in (home, *home.rglob("*")):  # the original may be read-only
            path.chmod(0o755)
        (home / "plugins").mkdir(exist_ok=True)  # the server wants it, if only empty
        (home / "plugins").chmod(0o755)
        self.port = self._started_somewhere()

    @property
    def url(self) -> str:
        """Where it answers, without who asks."""
        return f"http://127.0.0.1:{self.port}"

    def client(self) -> elasticsearch.Elasticsearch:
        """A client with every right."""
        secret = (USER, self.password) if self.password else None
        return elasticsearch.Elasticsearch(self.url, basic_auth=secret, request_timeout=30)

    def start(self) -> None:
        """Start it again where it was, on what it had stored; returns when it answers and its shards are there."""
        if self._process is not None:
            return
        try:
            self._start(self.port)
        except DidNotStart:
            self.kill()
            raise

    def stop(self) -> None:
        """Ask it to end, and wait for that."""
        if self._process is None:
            return
        self.resume()
        self._process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(STOPPING)
        self._wait_until(lambda status: False)  # what was started ends before what that started in turn
        self._ended()

    def kill(self) -> None:
        """End it where it stands, as a power cut would."""
        if self._process is None:
            return
        self._signal(signal.SIGKILL)
        self._process.wait()
        self._ended()

    def suspend(self) -> None:
        """Let it hang: connections are taken, and nothing is answered."""
        self._signal(signal.SIGSTOP)
        self._wait_until(lambda status: status == psutil.STATUS_STOPPED)

    def resume(self) -> None:
        """Let a suspended server go on; one that runs is left as it is."""
        self._signal(signal.SIGCONT)

    def restore(self) -> None:
        """Have it run, whatever was done to it."""
        self.resume()
        self.start()

    def close(self) -> None:
        """End it and forget what it stored."""
        self.kill()
        atexit.unregister(self.close)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _started_somewhere(self) -> int:
        """Starts on a free port; one that somebody else took in between is left to them."""
        for last in (False, False, True):
            port = _free_port()
            try:
                self._start(port)
            except DidNotStart as error:
                self.kill()
                if last or "already in use" not in str(error):
                    self.close()
                    raise
            else:
                return port
        raise AssertionError

    def _start(self, port: int) -> None:
        environment = {
            **os.environ,
            "ES_JAVA_HOME": str(java_home()),
            "ES_HEAP": self._heap,
            "ES_PASSWORD": self.password,
        }
        environment["ES_JAVA_OPTS"] = "-XX:TieredStopAtLevel=1" if self._quick else ""  # tests seldom see the rest
        command = [str(self.folder / "home" / "start"), str(self.folder / "data"), str(port)]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [*command, *(f"-E{setting}" for setting in self._settings)],
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # its processes can be signalled together, and Ctrl-C is not theirs
            )
        self._watcher = _watch(self._process.pid, self.folder)
        self._wait(port)

    def _wait(self, port: int) -> None:
        assert self._process is not None
        deadline = time.monotonic() + STARTING
        while not self._answers(port):
            if self._process.poll() is not None:
                raise DidNotStart(f"Elasticsearch ended with {self._process.returncode}:\n{self.output()}")
            if time.monotonic() > deadline:
                raise DidNotStart(f"Elasticsearch did not answer in {STARTING:.0f} s:\n{self.output()}")
            time.sleep(0.1)

    def _wait_until(self, each: Callable[[str], bool]) -> None:
        """Until the status of each of its processes is such."""
        assert self._process is not None
        deadline = time.monotonic() + STOPPING
        while not all(map(each, _statuses(self._process.pid))) and time.monotonic() < deadline:
            time.sleep(0.05)

    def _answers(self, port: int) -> bool:
        """Whether it is this server that answers, with every shard it stored."""
        secret = (USER, self.password) if self.password else None
        client = elasticsearch.Elasticsearch(
            f"http://127.0.0.1:{port}", basic_auth=secret, request_timeout=5, max_retries=0
        )
        try:
            health = client.cluster.health(wait_for_status="yellow", timeout="4s")
        except (elasticsearch.ApiError, elasticsearch.TransportError):
            return False
        finally:
            client.close()
        return bool(health["cluster_name"] == self._cluster and not health["timed_out"])

    def output(self, lines: int = 40) -> str:
        """The end of what it printed."""
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])

    def _signal(self, number: int) -> None:
        if self._process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, number)

    def _ended(self) -> None:
        self._signal(signal.SIGKILL)  # what is left of the group
        if self._watcher is not None:
            self._watcher.kill()
            self._watcher.communicate()
        self._process = self._watcher = None


def _watch(group: int, folder: Path) -> subprocess.Popen[bytes]:
    """Something that kills a process group and removes its folder when this process goes away, however it does."""
    script = 'cat >/dev/null; kill -s KILL -- "-$1"; sleep 1; rm -rf -- "$2"'
    return subprocess.Popen(
        ["/bin/sh", "-c", script, "watcher", str(group), str(folder)],
        stdin=subprocess.PIPE,  # its other end is ours alone, and closes with us
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _statuses(group: int) -> list[str]:
    """The status of each process of a group, but for those that are only waited for."""
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.NoSuchProcess, ProcessLookupError):
            if os.getpgid(process.pid) == group:
                found.append(process.status())
    return [status for status in found if status != psutil.STATUS_ZOMBIE]


def _free_port() -> int:
    while True:
        port = random.choice(PORTS)
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


def _version(home: Path) -> int:
    """The major version of the Java in `home`; 0 where there is none."""
    try:
        release = (home / "release").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return 0
    found = re.search(r'^JAVA_VERSION="(\d+)', release, re.MULTILINE)
    return int(found[1]) if found else 0
