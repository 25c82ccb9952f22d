"""Where keys and addresses come from: an argument or a profile it names, the environment, the usual profile."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

import attrs

from safelight.core.base.facts import Environment, VendorFacts
from safelight.core.base.redact import brief
from safelight.core.base.texts import encoding_of
from safelight.core.http.messages import is_loopback, origin, shown_url, without_query
from safelight.errors import ConfigurationError

PROFILES = Path("~/.config/safelight/profiles.toml")
QUOTES = ("'", '"', "`")
SETTINGS = ("api_key", "secret_key", "base_url")
"""What a vendor's section of a profile may hold, and the environment."""


@attrs.frozen
class Credentials:
    """What proves who we are, and where it may be sent. Never shown."""

    api_key: str = attrs.field(repr=False)
    secret_key: str | None = attrs.field(repr=False)
    base_url: str = attrs.field(repr=without_query)
    found_in: str = "the arguments"
    """Where the key is from: the arguments, the environment or the profile."""

    @property
    def local(self) -> bool:
        """Whether the API is on this machine."""
        return is_loopback(self.base_url)

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
    """Find a vendor's key and address. Raises `ConfigurationError` where one is missing or unsafe."""
    given = _given(facts, api_key=api_key, secret_key=secret_key, base_url=base_url, profile=profile)
    arguments = _Place("the arguments", ("api_key=", "secret_key="), "base_url=", given)
    # A profile that the caller names is an argument too: no variable may pick another account, or where its key goes.
    chosen: tuple[_Place, ...] = (
        (arguments, _environment(facts.environment)) if profile is None else (arguments,)
    )
    # The file is not read for nothing: an async client may be made on an event loop.
    if profile is not None or not {"api_key", "base_url"}.issubset(
        name for place in chosen for name in place.values
    ):
        stored = _profile(profile, facts.vendor)
        chosen += (_Place("the profile", ("api_key", "secret_key"), "the profile's base_url", stored),)
    key, secret, found_in = _halves(facts, chosen, profile)
    for name, value in (("api_key", key), ("secret_key", secret)):
        if value is not None and value[:1] in QUOTES and value[:1] == value[-1:]:
            raise ConfigurationError(
                "the key stands in quotes: leave them out. Where a file sets the variable, they belong to its value",
                vendor=facts.vendor,
                field=name,
            )
        if value is not None and not (value and _plain(value)):
            raise ConfigurationError(
                "the key is empty, has spaces at its ends, line breaks or other characters that no key has: "
                "copy it again",
                vendor=facts.vendor,
                field=name,
            )
    named = next((place for place in chosen if "base_url" in place.values), None)
    address = (facts.servers[0] if named is None else named.values["base_url"]).rstrip("/")
    _check_address(facts, address, "the specification's server" if named is None else named.address)
    return Credentials(key, secret, address, found_in)


@attrs.frozen(eq=False)
class _Place:
    """Somewhere that settings are taken from, and what a key's two halves and the address are called there."""

    title: str
    names: tuple[str, str]
    address: str
    values: Mapping[str, str] = attrs.field(repr=False)


def _given(facts: VendorFacts, **values: object) -> Mapping[str, str]:
    """What was passed, which has to be text."""
    given: dict[str, str] = {}
    for name, value in values.items():
        if isinstance(value, str):
            given[name] = value
        elif value is not None:
            raise ConfigurationError(
                f"{name} must be a str, not {type(value).__name__}", vendor=facts.vendor, field=name
            )
    return given


def _environment(names: Environment) -> _Place:
    variables = {name: getattr(names, name) for name in SETTINGS if getattr(names, name) is not None}
    found = {name: value for name, variable in variables.items() if (value := os.environ.get(variable))}
    return _Place("the environment", (names.api_key, names.secret_key or ""), names.base_url, found)


def _halves(facts: VendorFacts, places: Iterable[_Place], profile: str | None) -> tuple[str, str | None, str]:
    """A key, its second half where the vendor has one, and where they are: the first place that has either."""
    names = facts.environment
    needed = ("api_key",) if names.secret_key is None else ("api_key", "secret_key")
    variables = " and ".join(filter(None, (names.api_key, names.secret_key)))
    for place in places:
        missing = [name for name in needed if name not in place.values]
        if not missing:
            return place.values["api_key"], place.values.get("secret_key"), place.title
        if len(missing) < len(needed):
            there, absent = place.names if missing == ["secret_key"] else reversed(place.names)
            raise ConfigurationError(
                f"{there} without {absent} in {place.title}: both halves of a key come from one place. "
                f"Add it there, or set {variables}",
                vendor=facts.vendor,
                field=missing[0],
            )
    if profile is not None:
        raise ConfigurationError(
            f"no key for {facts.title} in profile {brief(repr(profile))}: add {' and '.join(needed)} to [{brief(profile)}.{facts.vendor}]",
            vendor=facts.vendor,
            field="profile",
        )
    raise ConfigurationError(
        f"no key for {facts.title}: set {variables}, or pass {' and '.join(f'{name}=' for name in needed)}",
        vendor=facts.vendor,
        field="api_key",
    )


def _check_address(facts: VendorFacts, address: str, name: str) -> None:
    parts = urlsplit(address if origin(address) and _plain(address) and " " not in address else "")
    host = parts.hostname or ""
    bare = parts.username is None and not parts.query and not parts.fragment
    if bare and ((parts.scheme == "https" and host) or (parts.scheme == "http" and is_loopback(address))):
        return
    raise ConfigurationError(
        f"{name} {shown_url(address)!r} cannot be used: an address must begin with "
        "https:// (http:// only on this machine), and hold no user name and no query",
        vendor=facts.vendor,
        field="base_url",
    )


def _plain(text: str) -> bool:
    """Whether a text can stand in a header or a URL, and was pasted without blanks around it."""
    return text.isascii() and text.isprintable() and text == text.strip()


def profiles_path() -> Path:
    """The file of profiles, whether it exists or not. Raises `RuntimeError` where nobody's home is known."""
    return Path(os.environ.get("SAFELIGHT_PROFILES") or PROFILES).expanduser()


def _profile(name: str | None, vendor: str) -> Mapping[str, str]:
    """A vendor's section of a profile; a profile that the caller names has to be there."""
    path, profiles = _read_profiles(name)
    chosen = name if name is not None else os.environ.get("SAFELIGHT_PROFILE") or "default"
    found = profiles.get(chosen)
    sections = cast("dict[str, object]", found) if isinstance(found, dict) else {}
    section = sections.get(vendor)
    if name is not None and not isinstance(section, dict):
        has = (
            f"profile {brief(repr(name))} has {', '.join(sections)}"
            if sections
            else f"it has {', '.join(profiles) or 'none'}"
        )
        wanted = f"section [{brief(name)}.{vendor}]" if sections else f"profile {brief(repr(name))}"
        raise ConfigurationError(f"{path} has no {wanted}; {has}", vendor=vendor, field="profile")
    values = cast("dict[str, object]", section) if isinstance(section, dict) else {}
    for key, value in values.items():
        if key not in SETTINGS or not isinstance(value, str):
            wrong = "a text" if key in SETTINGS else f"one of {', '.join(SETTINGS)}"
            raise ConfigurationError(f"{path}: [{chosen}.{vendor}]: {key} is not {wrong}", field="profile")
    return {key: value for key, value in values.items() if isinstance(value, str) and value}


def _read_profiles(name: str | None) -> tuple[Path, Mapping[str, object]]:
    """The file of profiles and what it holds: nothing where there is none and the caller names no profile."""
    path = PROFILES
    try:
        path = profiles_path()
        mode = path.stat().st_mode
    except (OSError, RuntimeError):  # the latter where nobody's home is known
        if name is None:
            return path, {}
        raise ConfigurationError(
            f"profile {brief(repr(name))}: there is no file {path}", field="profile"
        ) from None
    if sys.platform != "win32" and mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise ConfigurationError(
            f"{path} holds keys and others can read it: run chmod 600 {path}", field="profile"
        )
    import tomllib  # noqa: PLC0415 - only profiles need it

    try:
        content = path.read_bytes()
        return path, tomllib.loads(content.decode(encoding_of(content)))
    except OSError as error:
        raise ConfigurationError(f"{path} cannot be read: {error.strerror}", field="profile") from None
    except ValueError as error:
        # No more of the text than the place: the rest may quote a key.
        place = re.search(r"\(at [\w ,]+\)$", str(error))
        raise ConfigurationError(
            f"{path} is not a valid TOML file{f' {place[0]}' if place else ', for it is not UTF-8 text'}",
            field="profile",
        ) from None
