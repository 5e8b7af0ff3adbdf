"""The circuit breaker: when it opens, who may try again, and what closes it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from engines.elasticsearch.breaker import FAILURES, REST, Breaker, CircuitOpen


class Gone(Exception):
    pass


class Time:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def breaker(time: Time) -> Breaker:
    return Breaker(clock=time)


@contextmanager
def failing() -> Iterator[None]:
    with pytest.raises(Gone):
        yield


def fail(breaker: Breaker, times: int = FAILURES) -> None:
    for _ in range(times):
        with failing(), breaker.watching(Gone):
            raise Gone


def succeed(breaker: Breaker) -> None:
    with breaker.watching(Gone):
        pass


def refuses(breaker: Breaker) -> bool:
    try:
        succeed(breaker)
    except CircuitOpen:
        return True
    return False


def test_it_opens_after_failures_in_a_row_only(breaker: Breaker) -> None:
    fail(breaker, FAILURES - 1)
    succeed(breaker)
    fail(breaker, FAILURES - 1)
    assert not refuses(breaker)
    fail(breaker)
    assert refuses(breaker)


def test_what_is_no_failure_of_the_server_does_not_open_it(breaker: Breaker) -> None:
    for _ in range(FAILURES):
        with pytest.raises(ZeroDivisionError), breaker.watching(Gone):
            raise ZeroDivisionError
    assert not refuses(breaker)


def test_after_a_rest_an_answer_closes_it(breaker: Breaker, time: Time) -> None:
    fail(breaker)
    time.now = REST - 0.1
    assert refuses(breaker)
    time.now = REST
    succeed(breaker)
    fail(breaker, FAILURES - 1)
    assert not refuses(breaker)


def test_a_trial_that_fails_opens_it_for_another_rest(breaker: Breaker, time: Time) -> None:
    fail(breaker)
    time.now = REST
    fail(breaker, 1)
    time.now = 2 * REST - 0.1
    assert refuses(breaker)
    time.now = 2 * REST
    assert not refuses(breaker)


def test_one_tries_while_the_others_are_refused(breaker: Breaker, time: Time) -> None:
    fail(breaker)
    time.now = REST
    trying, done = threading.Event(), threading.Event()

    def trial() -> None:
        with breaker.watching(Gone):
            trying.set()
            done.wait(10)

    thread = threading.Thread(target=trial)
    thread.start()
    assert trying.wait(10)
    assert refuses(breaker)
    done.set()
    thread.join()
    assert not refuses(breaker)


def test_a_trial_that_says_nothing_of_the_server_leaves_it_to_the_next(breaker: Breaker, time: Time) -> None:
    fail(breaker)
    time.now = REST
    with pytest.raises(ZeroDivisionError), breaker.watching(Gone):
        raise ZeroDivisionError
    succeed(breaker)
    assert not refuses(breaker)


def test_a_straggler_that_fails_late_lets_nobody_in_beside_the_trial(breaker: Breaker, time: Time) -> None:
    """It began before the circuit opened, and timed out while another was trying."""
    with failing(), breaker.watching(Gone):
        fail(breaker)
        time.now = REST
        with breaker.watching(Gone):
            fail_late = refuses(breaker)
        raise Gone
    assert fail_late
