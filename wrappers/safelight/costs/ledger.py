"""Writes purchases down before they are made: one file of JSON lines, which any number of processes append to."""

from __future__ import annotations

import json
import os
import secrets
import time
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from safelight.core.api.credentials import profiles_path
from safelight.core.base.events import LOGGER, Ending, Purchase
from safelight.core.base.homes import expanded
from safelight.costs.caps import CapReached, Caps, profile_name
from safelight.costs.entries import Entry
from safelight.costs.tally import Tally
from safelight.errors import ConfigurationError, OutcomeUnknown
from safelight.vendors import vendor_of

BINARY: int = getattr(os, "O_BINARY", 0)
"""Keeps Windows from changing line ends."""
FILE = "purchases.jsonl"
WRITTEN = ("id", "at", "vendor", "operation", "profile", "source", "expected", "most", "key", "batch")
"""What a line holds of a purchase."""
SANDBOX_FILE = "purchases-sandbox.jsonl"
"""Purchases from a vendor's emulator on this machine, which cost nothing."""


def ledger_path(*, sandbox: bool = False) -> Path:
    """The ledger beside the profile file.

    Raises:
        ConfigurationError: Nobody's home is known.
    """
    try:
        return profiles_path().with_name(SANDBOX_FILE if sandbox else FILE)
    except RuntimeError:
        raise ConfigurationError(
            "no home folder is known, so there is no place for the ledger: set SAFELIGHT_PROFILES to a file",
            field="caps",
        ) from None


def append(path: Path, line: Mapping[str, object], *, lasting: bool = True) -> None:
    """Append a line at once; one that a crash cut off stays apart from it.

    Args:
        lasting: Bring it to the disk, so that it outlives a power failure too.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    text = json.dumps(line).encode() + b"\n"
    file = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | BINARY, 0o600)
    try:
        if (
            os.lseek(file, 0, os.SEEK_END)
            and os.lseek(file, -1, os.SEEK_END) >= 0
            and os.read(file, 1) != b"\n"
        ):
            text = b"\n" + text
        if os.write(file, text) != len(text):
            raise OSError(f"{path}: the disk took only a part of a line")
        if lasting:
            os.fsync(file)
    finally:
        os.close(file)


class Ledger:
    """Writes every purchase of a client down, and refuses those that could pass a cap.

    Pass it as ``Options(before_purchase=Ledger())``; any number of clients and processes may share one file.
    `safelight costs` reads it. It holds no key and no query of a URL. Purchases from an API on this machine, such as
    the sandbox, go to a file of their own beside it.

    Args:
        path: The file; by default the one that the command line uses, beside the profile file.
        profile: The profile whose caps hold, and for which purchases count; by default as for a client.
        caps: The caps; by default those of the profile file and of the environment.
    """

    def __init__(
        self,
        path: str | os.PathLike[str] | None = None,
        *,
        profile: str | None = None,
        caps: Caps | None = None,
    ) -> None:
        self._path = None if path is None else Path(expanded(path))
        self._profile = profile
        self._caps = caps
        self._tallies: dict[Path, Tally] = {}

    def __call__(self, purchase: Purchase) -> Ending | None:
        """Write a purchase down; returns the function that writes how it ended.

        Raises:
            CapReached: It could pass a cap.
            ConfigurationError: A cap is set and cannot be checked.
        """
        return self._written(purchase, self._caps or Caps.found(self._profile, purchase.vendor))

    def of_batch(self, purchase: Purchase, batch: str) -> Ending | None:
        """As a call, for a purchase that a batch keeps itself: it is written here only if there is a cap, to count."""
        caps = self._caps or Caps.found(self._profile, purchase.vendor)
        return self._written(purchase, caps, batch) if caps else None

    def check(self, purchase: Purchase) -> None:
        """Raise as a call does where a purchase could pass a cap; nothing is written."""
        if caps := self._caps or Caps.found(self._profile, purchase.vendor):
            entry, path = self._entry(purchase), self.path(sandbox=purchase.local)
            self._check(caps, entry, path, purchase)

    def _check(self, caps: Caps, entry: Entry, path: Path, purchase: Purchase) -> None:
        try:
            before = self._tallies.setdefault(path, Tally(path)).before(entry)
        except OSError as error:
            raise _unusable(error) from None
        caps.check(entry, before, vendor_of(entry.vendor).title, sandbox=purchase.local)

    def _written(self, purchase: Purchase, caps: Caps, batch: str | None = None) -> Ending | None:
        entry = self._entry(purchase, batch)
        try:
            path = self.path(sandbox=purchase.local)
            append(path, {name: getattr(entry, name) for name in WRITTEN if name != "batch" or batch})
        except (OSError, ConfigurationError) as error:
            if caps:
                raise _unusable(error) from None
            LOGGER.warning("a purchase is not in the ledger: %s", error)
            return None
        if caps:
            try:  # written first and read then: of two at once, one finds the other
                self._check(caps, entry, path, purchase)
            except CapReached as error:
                _end(path, entry.id, error)
                raise
        return partial(_end, path, entry.id)

    def _entry(self, purchase: Purchase, batch: str | None = None) -> Entry:
        price = purchase.credits
        return Entry(
            id=secrets.token_hex(8),
            at=time.time(),
            vendor=purchase.vendor,
            operation=purchase.method or purchase.operation,
            profile=profile_name(self._profile),
            source=_place(purchase.source),
            expected=None if price is None else price.expected,
            most=None if price is None else price.most,
            key=purchase.key,
            batch=batch,
        )

    def path(self, *, sandbox: bool = False) -> Path:
        """The file that purchases go to.

        Args:
            sandbox: Those from an API on this machine.
        """
        if self._path is None:
            return ledger_path(sandbox=sandbox)
        return (
            self._path.with_name(f"{self._path.stem}-sandbox{self._path.suffix}") if sandbox else self._path
        )


def _unusable(error: Exception) -> ConfigurationError:
    return ConfigurationError(
        f"the ledger of purchases cannot be used, so your caps cannot be checked; nothing was bought: {error}",
        field="caps",
    )


def _end(path: Path, name: str, end: str | BaseException | None) -> None:
    line: dict[str, object] = {"id": name, "at": time.time()}
    if isinstance(end, BaseException):
        line |= {
            "end": "doubt" if isinstance(end, OutcomeUnknown) else "refused",
            "error": type(end).__name__,
        }
    else:
        line |= {"end": "bought", "task": end}
    try:
        append(path, line, lasting=False)  # it may be written on an event loop
    except OSError as error:
        LOGGER.warning("how a purchase ended is not in the ledger: %s", error)


def _place(source: str | None) -> str | None:
    """A source by its full path, so that purchases can be counted by folder."""
    return source if source is None or "://" in source else str(Path(expanded(source)).absolute())
