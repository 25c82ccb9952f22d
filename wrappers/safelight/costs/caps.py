"""The most credits that may be spent in a day and in a month, for each vendor."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from typing import cast

import attrs

from safelight.core.api.credentials import _read_profiles
from safelight.core.base.texts import counted
from safelight.costs.entries import Entry
from safelight.errors import ConfigurationError, InsufficientCredits

PERIODS: Mapping[str, str] = {"day": "%Y-%m-%d", "month": "%Y-%m"}
"""How each period is written; two moments that are written alike are in the same one, by local time."""
VARIABLE = "SAFELIGHT_MAX_CREDITS_"


class CapReached(InsufficientCredits):
    """A purchase could pass a cap that you set on your spending; nothing was bought."""


def profile_name(profile: str | None) -> str:
    """The profile whose caps hold, and for which a purchase counts."""
    return profile or os.environ.get("SAFELIGHT_PROFILE") or "default"


@attrs.frozen
class Caps:
    """The most credits to spend; None for no cap.

    Attributes:
        day: In a calendar day, by local time.
        month: In a calendar month.
        advice: Where they can be raised.
    """

    day: float | None = None
    month: float | None = None
    advice: str = "raise the cap"

    @classmethod
    def found(cls, profile: str | None, vendor: str) -> Caps:
        """The caps of a profile and of the environment; the lower ones where both have some.

        Raises:
            ConfigurationError: The profile file cannot be read, or a cap is not a number.
        """
        path, profiles = _read_profiles(None)
        name = profile_name(profile)
        section = _table(_table(profiles.get(name, {}), name).get("caps", {}), f"{name}.caps")
        own = _table(section.get(vendor, {}), f"{name}.caps.{vendor}")
        common = {key: value for key, value in section.items() if not isinstance(value, dict)}
        caps: dict[str, float] = {}
        for key, value in {**common, **own}.items():
            if key not in PERIODS:
                raise ConfigurationError(
                    f"{path}: [{name}.caps]: {key} is not one of {', '.join(PERIODS)}, or a vendor's table",
                    field="caps",
                )
            caps[key] = _credits(value, f"{path}: [{name}.caps]: {key}")
        for key in PERIODS:
            variable = f"{VARIABLE}{key.upper()}"
            if text := os.environ.get(variable):
                caps[key] = min(caps.get(key, float("inf")), _credits(text, variable))
        advice = f"raise the cap in [{name}.caps] of {path}, or in {VARIABLE}DAY and {VARIABLE}MONTH"
        return cls(caps.get("day"), caps.get("month"), advice)

    def __bool__(self) -> bool:
        """Whether there is any cap."""
        return self.day is not None or self.month is not None

    def check(
        self, purchase: Entry, before: Mapping[str, float], title: str, *, sandbox: bool = False
    ) -> None:
        """Refuse a purchase that could pass a cap.

        Args:
            before: What was spent before it, by period.
            title: The vendor's.
            sandbox: The purchases are those from an API on this machine.

        Raises:
            CapReached: It could.
        """
        for period, cap in (("day", self.day), ("month", self.month)):
            spent = before.get(period, 0.0)
            if cap is None or spent + purchase.committed <= cap:
                continue
            price = f"costs up to {purchase.committed:g}"
            if purchase.most is None:
                price = "has no published price and counts as 1"
            raise CapReached(
                f"the cap of {counted(cap, 'credit')} a {period} at {title} could be passed: up to {spent:g} are spent, and this "
                f"purchase {price}. Nothing was bought; wait for the next {period}, or {self.advice}. "
                f"safelight costs{' --sandbox' if sandbox else ''} shows what was spent",
                vendor=purchase.vendor,
                field=period,
            )


def written(at: float, period: str) -> str:
    """The period in which a moment is, by local time."""
    return time.strftime(PERIODS[period], time.localtime(at))


def _table(value: object, name: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise ConfigurationError(f"the profile file: [{name}] must be a table", field="caps")
    return cast("Mapping[str, object]", value)


def _credits(value: object, name: str) -> float:
    try:
        found = float(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else -1.0
    except ValueError:
        found = -1.0
    if not 0 <= found < float("inf"):
        raise ConfigurationError(f"{name} must be a number of credits from 0, not {value!r}", field="caps")
    return found
