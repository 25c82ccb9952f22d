"""Where keys and addresses come from: an argument, else the environment, else a profile file."""

from __future__ import annotations

import os
import stat
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

import attrs

from safelight.core.facts import VendorFacts
from safelight.core.wire import on_this_machine, origin, without_query
from safelight.errors import ConfigurationError

PROFILES = Path("~/.config/safelight/profiles.toml")


@attrs.frozen
class Credentials:
    """What proves who we are, and where it may be sent. Never shown."""

    api_key: str = attrs.field(repr=False)
    secret_key: str | None = attrs.field(repr=False)
    base_url: str = attrs.field(repr=without_query)

    @property
    def local(self) -> bool:
        """Whether the API is on this machine."""
        return on_this_machine(self.base_url)

    @property
    def secrets(self) -> tuple[str, ...]:
        return tuple(secret for secret in (self.secret_key, self.api_key) if secret)


def resolve(
    facts: VendorFacts,
    *,
    api_key: str | None = None,
    secret_key: str | None = None,
    base_url: str | None = None,
    profile: str | None = None,
) -> Credentials:
    """Find a vendor's key and address.

    Raises:
        ConfigurationError: A key is missing (the message names its variable) or the address is unsafe.
    """
    stored = _profile(profile, facts.vendor)
    names = facts.environment
    key = _first("api_key", api_key, names.api_key, stored)
    secret = _first("secret_key", secret_key, names.secret_key, stored)
    missing = [
        name
        for name, value in ((names.api_key, key), (names.secret_key, secret))
        if name is not None and not value
    ]
    if missing or key is None:
        raise ConfigurationError(
            f"no key for {facts.title}: set {' and '.join(missing)}, or pass "
            f"{' and '.join('secret_key=' if name == names.secret_key else 'api_key=' for name in missing)}",
            vendor=facts.vendor,
            field="api_key" if not key else "secret_key",
        )
    for value in (key, secret):
        if value is not None and not _plain(value):
            raise ConfigurationError(
                "the key has spaces at its ends, line breaks or other characters that no key has: copy it again",
                vendor=facts.vendor,
                field="api_key",
            )
    address = (_first("base_url", base_url, names.base_url, stored) or facts.servers[0]).rstrip("/")
    _check_address(facts, address)
    return Credentials(key, secret, address)


def _first(name: str, argument: str | None, variable: str | None, stored: Mapping[str, str]) -> str | None:
    return argument or (os.environ.get(variable) if variable else None) or stored.get(name)


def _check_address(facts: VendorFacts, address: str) -> None:
    parts = urlsplit(address if origin(address) and _plain(address) and " " not in address else "")
    host = parts.hostname or ""
    bare = parts.username is None and not parts.query and not parts.fragment
    if bare and ((parts.scheme == "https" and host) or (parts.scheme == "http" and on_this_machine(address))):
        return
    raise ConfigurationError(
        f"{facts.environment.base_url} {without_query(address)!r} cannot be used: an address must begin with "
        "https:// (http:// only on this machine), and hold no user name and no query",
        vendor=facts.vendor,
        field="base_url",
    )


def _plain(text: str) -> bool:
    """Whether a text can stand in a header or a URL, and was pasted without blanks around it."""
    return text.isascii() and text.isprintable() and text == text.strip()


def profiles_path() -> Path:
    """The file of profiles, whether it exists or not.

    Raises:
        RuntimeError: Nobody's home is known.
    """
    return Path(os.environ.get("SAFELIGHT_PROFILES") or PROFILES).expanduser()


def _profile(name: str | None, vendor: str) -> Mapping[str, str]:
    chosen = name or os.environ.get("SAFELIGHT_PROFILE") or "default"
    path = PROFILES
    try:
        path = profiles_path()
        mode = path.stat().st_mode
    except (OSError, RuntimeError):  # the latter where nobody's home is known
        if name is None:
            return {}
        raise ConfigurationError(f"profile {name!r}: there is no file {path}", field="profile") from None
    if sys.platform != "win32" and mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise ConfigurationError(
            f"{path} holds keys and others can read it: run chmod 600 {path}", field="profile"
        )
    try:
        profiles = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ConfigurationError(f"{path} cannot be read: {type(error).__name__}", field="profile") from None
    found = profiles.get(chosen)
    if not isinstance(found, dict):
        if name is None:
            return {}
        raise ConfigurationError(
            f"{path} has no profile {name!r}; it has {', '.join(profiles) or 'none'}", field="profile"
        )
    section = cast("dict[str, object]", found).get(vendor)
    values = cast("dict[str, object]", section) if isinstance(section, dict) else {}
    return {key: value for key, value in values.items() if isinstance(value, str)}
