"""Request limits over sliding windows, measured on the sandbox's clock."""

import threading
from collections import deque
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rate:
    """So many requests in so many seconds, counted for each value of `scope`.

    `scope` says what is counted by: the API `key`, the access `token`, the client's `ip` address or the
    `account`.
    """

    requests: int
    seconds: float
    scope: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a caller stands after a request was counted.

    `remaining` is the number of requests left in the tightest window and -1 once it is exceeded, as Claid
    reports it; `reset` is the number of seconds until the window has room again.
    """

    allowed: bool
    remaining: int
    reset: float


class RateLimiter:
    """Counts requests against rates. All methods may be called from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._windows: dict[tuple[str, str, float], deque[float]] = {}

    def count(self, vendor: str, rates: tuple[Rate, ...], scopes: dict[str, str], now: float) -> Standing:
        """Count one request against every rate of a vendor.

        A refused request is not counted, so a caller that waits until `reset` gets through.

        Args:
            vendor: Windows of different vendors never mix.
            rates: The vendor's documented limits.
            scopes: The caller's value of each scope, such as `{"ip": "127.0.0.1", "token": "abc"}`.
            now: The sandbox's time.
        """
        with self._lock:
            windows = [
                (
                    rate,
                    self._window((vendor, f"{rate.scope}={scopes.get(rate.scope, '')}", rate.seconds), now),
                )
                for rate in rates
            ]
            full = [(rate, window) for rate, window in windows if len(window) >= rate.requests]
            if full:
                reset = max(window[0] + rate.seconds - now for rate, window in full)
                return Standing(allowed=False, remaining=-1, reset=reset)
            for _, window in windows:
                window.append(now)
            if not windows:
                return Standing(allowed=True, remaining=0, reset=0.0)
            remaining, reset = min(
                (rate.requests - len(window), window[0] + rate.seconds - now) for rate, window in windows
            )
            return Standing(allowed=True, remaining=remaining, reset=reset)

    def _window(self, key: tuple[str, str, float], now: float) -> deque[float]:
        window = self._windows.setdefault(key, deque())
        horizon = now - key[2]
        while window and window[0] <= horizon:
            window.popleft()
        return window

    def sweep(self, now: float) -> None:
        """Forget the windows that no request is left in."""
        with self._lock:
            for key in list(self._windows):
                if not self._window(key, now):
                    del self._windows[key]

    def __len__(self) -> int:
        """Return how many windows are kept."""
        return len(self._windows)

    def clear(self) -> None:
        """Forget all counted requests."""
        with self._lock:
            self._windows.clear()
