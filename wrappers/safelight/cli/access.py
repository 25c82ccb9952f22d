"""Whom a command speaks to: the vendor with the user's key, or a sandbox with a made-up one."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, cast

from safelight.core.http.messages import is_loopback
from safelight.errors import ConfigurationError
from safelight.extras import install_hint

if TYPE_CHECKING:
    from types import ModuleType

    from safelight.cli.vendors import AnyClient, Vendor
    from safelight.core.transfers.preparing import Prepare

MADE_UP = "sandbox"
"""A word inside each of the sandbox's keys: a real key is never sent to whatever listens on a local port."""

HURRY = 8.0
"""How many times shorter than the vendor's the waits between polls are where the sandbox runs inside the command."""


@dataclass(frozen=True, slots=True)
class Access:
    """How to make a client.

    Attributes:
        client: Arguments of the client's class.
        notice: What to tell the user about it, if anything.
        lasting: Whether a task can still be asked for when the command has ended.

    """

    client: Mapping[str, str | None] = field(repr=False)
    notice: str = ""
    lasting: bool = True


@contextmanager
def access(
    vendor: Vendor, *, sandbox: bool, profile: str | None, base_url: str | None
) -> Generator[Access, None, None]:
    """Find out how to reach a vendor; with `sandbox`, start one where the environment names none that runs.

    Raises:
        ConfigurationError: The sandbox's packages are missing, or `base_url` is no sandbox's.

    """
    if not sandbox:
        yield Access({"profile": profile, "base_url": base_url})
        return
    running = running_sandbox(vendor, base_url)
    if running is not None:
        yield running
        return
    if base_url is not None:
        raise ConfigurationError(
            f"--sandbox never asks the real service, and {base_url} with the key in {vendor.facts.environment.api_key} "
            "is no sandbox: leave --base-url out, or leave --sandbox out",
            vendor=vendor.name,
        )
    from safelight.testing import hurried  # noqa: PLC0415 - as the sandbox

    # Its tasks take a second at most, and nobody else asks it: neither waits nor limits show anything.
    with hurried(HURRY), sandbox_module().Sandbox(limits=False) as started:
        if vendor.name not in started.vendors:
            raise ConfigurationError(f"the sandbox has no emulation of {vendor.title}", vendor=vendor.name)
        yield Access(started.settings(vendor.name), _notice(vendor, "inside this command"), lasting=False)


@contextmanager
def sandbox_clients(
    *, sandboxed: bool, warn: Callable[[str], object] | None = None
) -> Generator[Mapping[str, Mapping[str, str]], None, None]:
    """Arguments of the clients, by vendor: of a sandbox inside this command, where one is wanted and none runs.

    Args:
        warn: For work that outlasts a command, which the sandbox does at the vendors' pace: told that its tasks end.

    """
    from safelight.vendors import vendors  # noqa: PLC0415 - few commands need all of them

    if not sandboxed or all(running_sandbox(vendor, None) for vendor in vendors().values()):
        yield {}
        return
    from safelight.testing import hurried  # noqa: PLC0415 - brings the sandbox's packages

    with hurried(1 if warn else HURRY), sandbox_module().Sandbox(limits=warn is not None) as started:
        if warn:
            warn("sandbox: emulated inside this command; its tasks end with it")
        # What is not emulated is refused by the sandbox, or has no key: nothing may go to a real service.
        other = MADE_UP if warn else ""
        yield {
            name: started.settings(name)
            if name in started.vendors
            else {"api_key": other, "base_url": f"{started.url}/{name}"}
            for name in vendors()
        }


def sandbox_module() -> ModuleType:
    """The sandbox's module.

    Raises:
        ConfigurationError: A package that it needs is missing.

    """
    try:
        from safelight import sandbox  # noqa: PLC0415 - the packages of an extra
    except ModuleNotFoundError as error:
        raise ConfigurationError(
            f"the sandbox needs {error.name}, which is not installed: {install_hint('sandbox')}"
        ) from None
    return sandbox


def running_sandbox(vendor: Vendor, base_url: str | None) -> Access | None:
    """The sandbox that the environment names, such as one of ``safelight sandbox``."""
    names = vendor.facts.environment
    address = base_url or os.environ.get(names.base_url, "")
    key = os.environ.get(names.api_key, "")
    if not is_loopback(address) or MADE_UP not in key.lower():
        return None
    return Access({"base_url": address}, _notice(vendor, f"at {address}"))


def new_client(vendor: Vendor, found: Access, prepare: object = None) -> AnyClient:
    """A client that tells its events to the display.

    Args:
        prepare: The value of ``--prepare``.

    Raises:
        ConfigurationError: The key is missing, the address unsafe, or Pillow not installed.

    """
    from safelight.cli.events import announced, listener  # noqa: PLC0415 - brings the HTTP library
    from safelight.core.options import Options  # noqa: PLC0415 - same
    from safelight.costs.ledger import Ledger  # noqa: PLC0415 - same

    make = cast("Callable[..., AnyClient]", vendor.client_class)
    hook = partial(announced, Ledger(profile=found.client.get("profile")))
    options = Options(listener=listener, before_purchase=hook, prepare=cast("Prepare | None", prepare))
    return make(**found.client, options=options)


def _notice(vendor: Vendor, where: str) -> str:
    return (
        f"sandbox: {vendor.title} is emulated {where}. No key, no credits; the real service is not asked, "
        "and its pictures look different."
    )
