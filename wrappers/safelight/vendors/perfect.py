"""Perfect Corp's legacy interface, v1: a sign-in, lists of styles, and numbers that make a create safe to send twice.

The present one, v2, is `youcam`.
"""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Iterator, Mapping
from functools import lru_cache, partial
from itertools import count
from typing import Literal, TypeAlias, get_args

import attrs
import perfect_operations
from perfect_api.models.style import Style
from perfect_api.models.style_group import StyleGroup

from safelight.core.api.auth import Auth
from safelight.core.api.credentials import Credentials
from safelight.core.base.facts import OperationFacts, VendorFacts
from safelight.core.base.redact import brief
from safelight.core.client import AsyncClient, SyncClient
from safelight.core.flow.descriptors import iterator
from safelight.core.flow.effects import Flow
from safelight.core.options import Options
from safelight.core.transfers.slots import Ask
from safelight.editors import AsyncPerfectOperationsMethods, PerfectOperationsMethods
from safelight.errors import ConfigurationError
from safelight.vendors.perfect_auth import RsaExchange
from safelight.vendors.perfect_files import pages, slots

StyledFeature: TypeAlias = Literal[
    "hairstyle", "wig", "hair_extension", "hair_bang", "hair_volume", "image_generator"
]
"""Features whose styles the vendor lists."""
Feature: TypeAlias = Literal[
    "hairstyle",
    "wig",
    "hair_extension",
    "hair_bang",
    "hair_volume",
    "aging",
    "makeup_transfer",
    "object_removal",
    "colorize",
    "background_removal",
    "enhance",
    "image_generator",
]


BITS = 31
"""Bits of the numbers of requests. No document says how large these may be; no public client is known to use more than 41."""
SLUG = re.compile(r"[A-Za-z0-9_-]+")


def _check_slugs(instance: object, attribute: object, slugs: Mapping[Feature, str]) -> None:
    for feature, slug in slugs.items():
        if feature not in get_args(Feature):
            raise ConfigurationError(
                f"Perfect has no feature {brief(repr(feature))}; it has {', '.join(get_args(Feature))}",
                field="slugs",
            )
        if not SLUG.fullmatch(slug):
            raise ConfigurationError(
                f"{brief(repr(slug))} is not a path segment of letters, digits, - and _", field="slugs"
            )


@lru_cache(maxsize=1)
def _request_ids(process: int) -> Iterator[int]:
    """Numbers for a process: the vendor wants them to count up, and ignores a repeated one, so they begin at random."""
    return count(secrets.randbits(BITS))


@attrs.frozen(kw_only=True)
class PerfectOptions(Options):
    """How a Perfect client behaves.

    Attributes:
        slugs: The last path segment of a feature's addresses, where it differs from the spec's. No document states
            those of `wig`, `object_removal` and `colorize`.

    Raises:
        ConfigurationError: There is no such feature, or a slug is no path segment.
    """

    VENDOR = "perfect"

    slugs: Mapping[Feature, str] = attrs.field(factory=dict[Feature, str], validator=_check_slugs)


class PerfectOperations(perfect_operations.PerfectOperations):
    """What the spec cannot say of Perfect. Credits are taken when a task succeeds."""

    @iterator(StyleGroup)
    def style_groups(self, feature: StyledFeature) -> Flow[None]:
        """List the style groups of a feature; pages are requested as needed.

        Args:
            feature: A feature that has styles.
        """
        yield from pages(self._api, "style_groups", feature, "StyleGroup")

    @iterator(Style)
    def styles(self, feature: StyledFeature, style_group_id: int) -> Flow[None]:
        """List the styles of a group; pages are requested as needed.

        Args:
            feature: A feature that has styles.
            style_group_id: The group; see `style_groups`.
        """
        yield from pages(self._api, "styles", feature, "Style", {"style_group_id": style_group_id})

    def _slots_for(self, operation: OperationFacts) -> Ask:
        return partial(slots, self._api, f"create_{operation.tag}_file")

    def _upload_scope(self, operation: OperationFacts) -> str:
        return operation.tag

    def _new_key(self) -> int:
        return next(_request_ids(os.getpid())) % (1 << BITS)

    def _authenticate(self, facts: VendorFacts, credentials: Credentials) -> Auth:
        return RsaExchange(credentials, facts.authentication)

    def _paths(self, facts: VendorFacts, options: Options) -> Mapping[str, str]:
        if not isinstance(options, PerfectOptions):
            return {}
        slugs: dict[str, str] = {feature: slug for feature, slug in options.slugs.items()}  # noqa: C416 - widens the keys' type
        return {
            operation.id: f"{operation.path.rpartition('/')[0]}/{slugs[operation.tag]}"
            for operation in facts.operations.values()
            if operation.tag in slugs
        }


class Perfect(
    PerfectOperationsMethods,
    PerfectOperations,
    SyncClient[perfect_operations.Finished],
    perfect_operations.PerfectMethods,
):
    """Client of Perfect Corp's legacy API v1; `YouCam` is that of v2.

    The keys come from ``PERFECT_API_KEY`` and ``PERFECT_SECRET_KEY``, or a profile. It edits portraits: hair, make-up, age, background.
    A method returns a task: ``perfect.enhance("a.jpg").result().save("out/")``.
    """


class AsyncPerfect(
    AsyncPerfectOperationsMethods,
    PerfectOperations,
    AsyncClient[perfect_operations.Finished],
    perfect_operations.AsyncPerfectMethods,
):
    """Async client of Perfect Corp's legacy API v1; `AsyncYouCam` is that of v2.

    The keys come from ``PERFECT_API_KEY`` and ``PERFECT_SECRET_KEY``, or a profile.
    Like `Perfect`, for one event loop: ``task = await perfect.enhance("a.jpg")``, then ``await task.result()``.
    """
