"""For all tests: Ctrl-C means what it does in a terminal, also where the runner was started in the background."""

import signal


def pytest_configure() -> None:
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
