"""YouCam API v2, Perfect Corp's present interface; `perfect` is the legacy one, v1."""

from __future__ import annotations

from functools import partial
from typing import Literal, TypeAlias

import youcam_operations
from youcam_api.models.template import Template

from safelight.core.base.facts import OperationFacts
from safelight.core.client import AsyncClient, SyncClient
from safelight.core.flow.descriptors import iterator
from safelight.core.flow.effects import Flow
from safelight.core.transfers.slots import Ask
from safelight.editors import AsyncYouCamOperationsMethods, YouCamOperationsMethods
from safelight.vendors.perfect_files import pages, slots

TemplatedFeature: TypeAlias = Literal[
    "avatar",
    "background_change",
    "beard",
    "fabric",
    "hair_bang",
    "hair_curl",
    "hair_extension",
    "hair_volume",
    "hairstyle",
    "headshot",
    "look",
    "studio_portrait",
]
"""Features whose templates the vendor lists."""


class YouCamOperations(youcam_operations.YouCamOperations):
    """YouCam's operations, with what the spec cannot express. Credits are charged when a task succeeds."""

    @iterator(Template)
    def templates(self, feature: TemplatedFeature) -> Flow[None]:
        """List the templates of a feature; pages are requested as needed.

        Args:
            feature: A feature that has templates.
        """
        yield from pages(self._api, "templates", feature, "Template")

    def _slots_for(self, operation: OperationFacts) -> Ask:
        return partial(slots, self._api, "create_file", sized=True)


class YouCam(
    YouCamOperationsMethods,
    YouCamOperations,
    SyncClient[youcam_operations.Finished],
    youcam_operations.YouCamMethods,
):
    """Client of Perfect Corp's YouCam API v2. The key comes from ``YOUCAM_API_KEY``, or a profile.

    It edits portraits and tries on hair, make-up, clothes and jewellery.
    A method returns a task: ``youcam.colorize("a.jpg").result().save("out/")``.
    """


class AsyncYouCam(
    AsyncYouCamOperationsMethods,
    YouCamOperations,
    AsyncClient[youcam_operations.Finished],
    youcam_operations.AsyncYouCamMethods,
):
    """Async client of Perfect Corp's YouCam API v2. The key comes from ``YOUCAM_API_KEY``, or a profile.

    Like `YouCam`, for one event loop: ``task = await youcam.colorize("a.jpg")``, then ``await task.result()``.
    """
