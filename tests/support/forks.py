"""Forked processes."""

import os
import signal
from collections.abc import Callable

from support.waiting import HANG


def in_a_fork(call: Callable[[], object]) -> int:
    """The exit code of a forked process in which a call must return something true, before it is ended."""
    child = os.fork()
    if child == 0:
        signal.alarm(int(HANG))
        code = 1
        try:
            code = 0 if call() else 2
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
