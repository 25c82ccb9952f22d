"""Pilio: files are registered, then sent whole or in parts, as the vendor says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import cast

import pilio_operations

from safelight.core.base.facts import OperationFacts
from safelight.core.client import AsyncClient, SyncClient
from safelight.core.flow.effects import Flow
from safelight.core.transfers.prepared import Prepared
from safelight.core.transfers.slots import Ask, Slot
from safelight.core.transfers.uploads import Sent
from safelight.errors import InvalidInput
from safelight.vendors.pilio_files import PilioOptions, finish, register


class PilioOperations(pilio_operations.PilioOperations):
    """Pilio's operations, with what the spec cannot express."""

    def _check_request(self, operation: OperationFacts, body: Mapping[str, object]) -> None:
        for box in cast("Sequence[Mapping[str, int]]", body.get("boxes", ())):
            if box["x1"] >= box["x2"] or box["y1"] >= box["y2"]:
                raise InvalidInput(
                    f"boxes: x1 < x2 and y1 < y2 must hold, not so in {box}",
                    vendor=self._api.facts.vendor,
                    operation=operation.id,
                    field="boxes",
                )

    def _slots_for(self, operation: OperationFacts) -> Ask:
        return partial(register, self._api, self._settings)

    def _confirm_upload(self, file: Prepared, slot: Slot, sent: Sent) -> Flow[None]:
        return finish(self._api, self._settings, file, slot, sent)

    @property
    def _settings(self) -> PilioOptions:
        return self._options if isinstance(self._options, PilioOptions) else PilioOptions()


class Pilio(PilioOperations, SyncClient[pilio_operations.Finished], pilio_operations.PilioMethods):
    """Client of Pilio. The key comes from ``PILIO_API_KEY``, or a profile.

    It cuts out, enlarges, edits and draws pictures, and removes watermarks.
    A method returns a task: ``pilio.upscale("a.jpg").result().save("out/")``.
    """


class AsyncPilio(PilioOperations, AsyncClient[pilio_operations.Finished], pilio_operations.AsyncPilioMethods):
    """Async client of Pilio. The key comes from ``PILIO_API_KEY``, or a profile.

    Like `Pilio`, for one event loop: ``task = await pilio.upscale("a.jpg")``, then ``await task.result()``.
    """
