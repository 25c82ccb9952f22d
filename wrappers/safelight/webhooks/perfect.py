"""Another name of `safelight.webhooks.youcam`: the webhooks of Perfect Corp belong to its API v2."""

from safelight.webhooks.youcam import TOLERANCE, Event, parse_unverified, verify

__all__ = ["TOLERANCE", "Event", "parse_unverified", "verify"]
