"""How a client behaves, apart from its keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

import attrs

from safelight.core.api.limits import LimiterFactory, shared_limiter
from safelight.core.api.retry import RetryPolicy
from safelight.core.base.checks import called_at_once, count, kind, seconds
from safelight.core.base.events import Ending, Purchase
from safelight.core.flow.drivers import Listener
from safelight.core.http.connection import Connection
from safelight.core.transfers.preparing import Prepare, check_prepare
from safelight.core.transfers.slots import SlotsAhead
from safelight.core.transfers.upload_memory import UploadStore

MOST_BYTES = 2**60
LARGEST_DOWNLOAD = 16 * 1024**3


@attrs.frozen(kw_only=True)
class Options:
    """How a client behaves.

    Attributes:
        connection: Timeouts, proxy, certificates, HTTP/2.
        retry: How often and how long a call is tried again.
        listener: Called with every `safelight.Event`, on the thread where it happens; a plain function.
        before_purchase: Called before each billed request is first sent. It may block (to write the purchase down),
            and may raise an exception to cancel the purchase. A plain function; an async client calls it on a
            thread. Claid may charge for uploading a file as well as for editing it, so there it is called for both.
            If it returns a function, that is called with the task's id once the vendor has accepted the purchase, or
            with the error; not if the call was interrupted while the request was out. `safelight.costs.Ledger` is such a
            hook.
        uploads: Where uploads are remembered, such as an `UploadFolder`, so that a later run does not send a file
            again; by default nowhere.
        slots_ahead: Names the files that will be sent next, so that one call requests upload URLs for many; by
            default each call requests those of its own files.
        limiter: Returns the limiter of a vendor, address and key; by default one for all clients of this process.
        largest_download: Largest size of one result, or of one source downloaded here, in bytes on disk.
        private_storage: Accept storage addresses on this machine or in a private network. By default these are
            refused, unless the API itself is on this machine.
        prepare: ``"auto"`` sends a copy of a picture that the vendor would refuse or show wrong: turned by its EXIF data, in
            sRGB, in an accepted format, and no larger than allowed. `safelight.PicturePrepared` and `Task.prepared` say what
            was changed. It needs Pillow; by default files are sent as they are.
        poll_cost: How many seconds of delay in noticing a finished task one status call is worth; a larger value
            polls less.

    Raises:
        ConfigurationError: An option has an unusable value.
    """

    VENDOR: ClassVar[str | None] = None
    """The only vendor whose clients accept these options; None for all."""

    connection: Connection = attrs.field(factory=Connection, validator=kind(Connection))
    retry: RetryPolicy = attrs.field(factory=RetryPolicy, validator=kind(RetryPolicy))
    listener: Listener | None = attrs.field(default=None, validator=called_at_once)
    poll_cost: float = attrs.field(default=0.25, validator=seconds)
    before_purchase: Callable[[Purchase], Ending | None] | None = attrs.field(
        default=None, validator=called_at_once
    )
    uploads: UploadStore | None = attrs.field(default=None, repr=False)
    slots_ahead: SlotsAhead | None = attrs.field(default=None, repr=False)
    limiter: LimiterFactory = shared_limiter
    largest_download: int = attrs.field(default=LARGEST_DOWNLOAD, validator=count(MOST_BYTES))
    private_storage: bool = False
    prepare: Prepare | None = attrs.field(default=None, validator=check_prepare)
