"""Who adds credentials to requests."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

import attrs

from safelight.core.flow import Flow
from safelight.core.hidden import HiddenValues

if TYPE_CHECKING:
    from safelight.core.calls import Api


class Auth(Protocol):
    """Gives the headers that prove who sends a request."""

    @property
    def secrets(self) -> tuple[str, ...]:
        """What it obtained that must not be shown."""
        ...

    def headers(self, api: Api) -> Flow[Mapping[str, str]]:
        """Headers for the next request, their values hidden; may exchange a key for a token first."""
        ...

    def renewed(self, used: Mapping[str, str]) -> bool:
        """After a 401: whether other headers than the ones `used` can be had, so that one more try is worth it."""
        ...


@attrs.frozen
class KeyHeader:
    """A fixed key in a header."""

    _headers: Mapping[str, str] = attrs.field(repr=False, converter=HiddenValues)

    @property
    def secrets(self) -> tuple[str, ...]:
        return ()

    def headers(self, api: Api) -> Flow[Mapping[str, str]]:
        return self._headers
        yield

    def renewed(self, used: Mapping[str, str]) -> bool:
        return used != self._headers
