"""Who holds a lease: which process on which machine, and whether it is still there.

Of a process on another machine, or in another container, nothing can be known: its lease has to run out.
"""

from __future__ import annotations

import os
import secrets
import socket
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

_PROC = Path("/proc")
_living: set[str] = set()  # tokens of the leases that this process holds


@dataclass(frozen=True, slots=True)
class Holder:
    """A process at one hold of a lease (`token`). `machine` and `started` are empty where the system tells neither.

    `machine` stands for one start of one machine as seen from one container, where a pid names one process at a time;
    `started` is when the process did, so that a pid given to another is not mistaken for the same.
    """

    token: str
    host: str
    machine: str
    pid: int
    started: str

    def fields(self) -> dict[str, Any]:
        """As the lease's document has them."""
        return asdict(self)

    def lives(self) -> None:
        """From now on it holds a lease."""
        _living.add(self.token)

    def is_done(self) -> None:
        """It holds it no longer."""
        _living.discard(self.token)


def this_process() -> Holder:
    """A new holder."""
    pid = os.getpid()
    return Holder(secrets.token_hex(16), socket.gethostname(), _machine(), pid, _started(pid))


def is_dead(lease: Mapping[str, Any]) -> bool:
    """Whether the holder of a lease (its document) is known to be gone."""
    if not lease["machine"] or lease["machine"] != _machine():
        return False
    pid = int(lease["pid"])
    if _started(pid) != lease["started"]:
        return True
    return pid == os.getpid() and lease["token"] not in _living


def _machine() -> str:
    try:
        boot = (_PROC / "sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        return f"{boot} {(_PROC / 'self/ns/pid').readlink()}"
    except OSError:
        return ""


def _started(pid: int) -> str:
    """When a process started, in the kernel's ticks; empty where there is none."""
    try:
        status = (_PROC / str(pid) / "stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    return status.rpartition(")")[2].split()[19]  # field 22, counted from behind the name, which may hold anything
