"""Making signatures, and comparing them in constant time."""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from hashlib import sha256
from typing import Protocol

from safelight.errors import AuthenticationError, ConfigurationError, InvalidInput


class Headers(Protocol):
    """A request's headers, as a dict or as any framework has them."""

    def items(self) -> Iterable[tuple[str, str]]:
        """Names and values."""
        ...


def encoded(text: str) -> bytes:
    """A text as UTF-8; one that is none, as a header may be, stays apart from all others."""
    return text.encode("utf-8", "surrogatepass")


def check_body(body: object) -> None:
    """Raise `InvalidInput` for a body that is not the bytes that came: they alone are signed."""
    if not isinstance(body, bytes | bytearray | memoryview):
        raise InvalidInput(
            f"the webhook's body must be the request's bytes, unparsed, not {type(body).__name__}",
            field="body",
        )


def hmac_sha256(secret: bytes, content: bytes) -> bytes:
    """HMAC-SHA256 of the content.

    Raises:
        ConfigurationError: The secret is empty, so that anybody could sign.
    """
    if not secret:
        raise ConfigurationError(
            "the webhook secret is empty: pass the one that the vendor's console shows", field="secret"
        )
    return hmac.new(secret, content, sha256).digest()


def header(headers: Headers, name: str, vendor: str) -> str:
    """A header's value, whatever the case of its name.

    Raises:
        AuthenticationError: There is none.
    """
    value = next((value for key, value in headers.items() if key.lower() == name), None)
    if value is None:
        raise AuthenticationError(
            f"the webhook has no {name} header: it was not sent by the vendor", vendor=vendor
        )
    return value


def require_match(expected: Iterable[bytes], given: Iterable[bytes], vendor: str) -> None:
    """Raise `AuthenticationError` unless one of the given signatures is one of those expected."""
    matches = [hmac.compare_digest(ours, theirs) for ours in expected for theirs in given]
    if not any(matches):
        raise AuthenticationError(
            "the webhook's signature does not match: the secret is wrong, or the body was changed or parsed and "
            "written anew before it was verified",
            vendor=vendor,
        )
