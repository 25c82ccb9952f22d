"""Who adds credentials to requests."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol, TypeAlias

import attrs

from safelight.core.base.hidden import HiddenValues
from safelight.core.flow.effects import Flow, done

Ask: TypeAlias = Callable[..., Flow[Mapping[str, object]]]
"""`Api.ask`, for a key that is exchanged for a token first."""


class Auth(Protocol):
    """Gives the headers that prove who sends a request."""

    @property
    def secrets(self) -> tuple[str, ...]:
        """What it obtained that must not be shown."""
        ...

    def headers(self, ask: Ask) -> Flow[Mapping[str, str]]:
        """Headers for the next request, their values hidden; may exchange a key for a token first."""
        ...

    def discard(self, used: Mapping[str, str]) -> bool:
        """After a 401: give up the headers `used`; whether others can be had, so that one more try is worth it."""
        ...


@attrs.frozen(eq=False)
class KeyHeader:
    """A fixed key in a header."""

    _headers: Mapping[str, str] = attrs.field(repr=False, converter=HiddenValues)

    @property
    def secrets(self) -> tuple[str, ...]:
        return ()

    def headers(self, ask: Ask) -> Flow[Mapping[str, str]]:
        return done(self._headers)

    def discard(self, used: Mapping[str, str]) -> bool:
        return False
