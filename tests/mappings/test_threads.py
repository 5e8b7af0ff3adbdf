"""Threads that are shared by all of a process."""

import os
import threading
from contextlib import suppress

import pytest

from mappings.threads import pool


def test_threads_of_one_name_are_shared() -> None:
    assert pool("tests", 2) is pool("tests", 2)
    assert pool("tests", 2) is not pool("others", 2)
    names = set(pool("tests", 2).map(lambda _: threading.current_thread().name, range(8)))
    assert names <= {"referat-tests_0", "referat-tests_1"}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs os.fork, which this system has not")
def test_a_forked_process_has_threads_of_its_own() -> None:
    assert list(pool("tests", 1).map(abs, (-1,))) == [1]
    child = os.fork()
    if child == 0:
        with suppress(TimeoutError):
            if list(pool("tests", 1).map(abs, (-2,), timeout=20)) == [2]:
                os._exit(0)
        os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
