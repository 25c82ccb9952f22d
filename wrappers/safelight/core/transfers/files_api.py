"""A vendor's API, and what its client's transfers share."""

from __future__ import annotations

import attrs

from safelight.core.api.calls import Api
from safelight.core.transfers.slots import ReadySlots, SlotsAhead
from safelight.core.transfers.upload_memory import UploadStore


@attrs.define(eq=False)
class FilesApi(Api):
    """An `Api` whose files travel as the client's options say."""

    uploads: UploadStore | None = attrs.field(default=None, repr=False)
    slots_ahead: SlotsAhead | None = attrs.field(default=None, repr=False)
    ready_slots: ReadySlots = attrs.field(factory=ReadySlots, init=False, repr=False)
    largest_download: int = attrs.field(kw_only=True)
    private_storage: bool = False
