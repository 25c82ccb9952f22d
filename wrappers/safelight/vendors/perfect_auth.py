"""Perfect's sign-in: an encrypted proof of the secret key buys a token of two hours."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Mapping

import attrs

from safelight.core.api.auth import Ask
from safelight.core.api.credentials import Credentials
from safelight.core.api.envelope import at_path
from safelight.core.base.facts import Authentication
from safelight.core.base.hidden import HiddenValues
from safelight.core.base.outcome import present
from safelight.core.flow.effects import Exclusive, Flow, Now
from safelight.errors import ConfigurationError, UnexpectedResponse

REFRESH_EARLY = 300.0
"""Seconds before its end at which a token is replaced."""


@attrs.define(eq=False)
class RsaExchange:
    """Keeps an access token fresh; however many calls need one, it is fetched once."""

    _credentials: Credentials = attrs.field(repr=False)
    _scheme: Authentication
    _token: str | None = attrs.field(default=None, init=False, repr=False)
    _fresh_until: float = attrs.field(default=0.0, init=False)

    @property
    def secrets(self) -> tuple[str, ...]:
        return (self._token,) if self._token else ()

    def headers(self, ask: Ask) -> Flow[Mapping[str, str]]:
        if not (yield from self._fresh()):
            yield from Exclusive("perfect-token", lambda: self._exchange(ask))
        return HiddenValues(self._proof())

    def discard(self, used: Mapping[str, str]) -> bool:
        if used == self._proof():
            self._token = None
        return True

    def _proof(self) -> Mapping[str, str]:
        return {self._scheme.header.lower(): f"{self._scheme.prefix}{self._token}"}

    def _fresh(self) -> Flow[bool]:
        now = yield from Now()
        return self._token is not None and now.monotonic < self._fresh_until

    def _exchange(self, ask: Ask) -> Flow[None]:
        if (yield from self._fresh()):
            return
        now = yield from Now()
        body = HiddenValues(
            {
                "client_id": self._credentials.api_key,
                "id_token": id_token(self._credentials, int(now.wall * 1000)),
            }
        )
        answer = yield from ask("authenticate", body=body)
        try:
            token = present(at_path(answer, "result.access_token"), str, "result.access_token")
        except UnexpectedResponse as error:
            raise error.placed(vendor="perfect", operation="authenticate") from None
        if not token.isascii() or not token.isprintable():
            raise UnexpectedResponse("the answer's access token can stand in no header", vendor="perfect")
        self._token = token
        lifetime = self._scheme.token_lifetime_seconds or 0.0
        self._fresh_until = now.monotonic + lifetime - REFRESH_EARLY


def id_token(credentials: Credentials, milliseconds: int) -> str:
    """The proof: key and time in milliseconds, encrypted with RSA PKCS #1 v1.5 by the secret key, in base64."""
    from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15  # noqa: PLC0415 - only signing in pays for it
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey  # noqa: PLC0415 - only signing in pays for it
    from cryptography.hazmat.primitives.serialization import load_der_public_key  # noqa: PLC0415 - only signing in pays for it

    try:
        key = load_der_public_key(b64decode(credentials.secret_key or "", validate=True))
    except ValueError:
        key = None
    if not isinstance(key, RSAPublicKey):
        raise ConfigurationError(
            "PERFECT_SECRET_KEY is not an RSA public key in base64: copy the secret key again from the console",
            vendor="perfect",
            field="secret_key",
        ) from None
    message = f"client_id={credentials.api_key}&timestamp={milliseconds}".encode()
    return b64encode(key.encrypt(message, PKCS1v15())).decode()
