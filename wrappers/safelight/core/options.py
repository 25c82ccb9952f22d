"""How a client behaves, apart from its keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

import attrs

from safelight.core.api.limits import LimiterFactory, shared_limiter
from safelight.core.api.retry import RetryPolicy
from safelight.core.base.checks import called_at_once, count, kind, seconds
from safelight.core.base.events import Purchase
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
        before_purchase: Called before each billed request is first sent; it may block (to write an intent down)
            and may raise to call the purchase off. A plain function, which an async client calls on a thread. Claid
            may charge for a file's upload as well as for its edit, so there it is called for both.
        uploads: Where uploads are remembered, such as an `UploadFolder`, so that a later run does not send a file
            again; by default nowhere.
        slots_ahead: Names the files that will be sent next, so that one call asks for upload URLs for many; by default
            each call asks for those of its own files.
        limiter: Gives the limiter of a vendor, address and key; by default one for all clients of this process.
        largest_download: The most bytes that one result, or one source that is fetched here, may have on the disk.
        private_storage: Let the vendor's files be at addresses of this machine or of a private network; by default
            these are refused, unless the API itself is on this machine.
        prepare: ``"auto"`` sends a copy of a picture that the vendor would refuse or show wrong: turned by its EXIF data, in
            sRGB, in a format that is taken, and no larger than is allowed. What was changed is told by
            `safelight.PicturePrepared` and `Task.prepared`. It needs Pillow; by default files go as they are.
        poll_cost: Seconds of a finished task's idle waiting that one status call is worth; larger polls less.

    Raises:
        ConfigurationError: An option is none that can be used.
    """

    VENDOR: ClassVar[str | None] = None
    """The one vendor whose clients take these options; None for all."""

    connection: Connection = attrs.field(factory=Connection, validator=kind(Connection))
    retry: RetryPolicy = attrs.field(factory=RetryPolicy, validator=kind(RetryPolicy))
    listener: Listener | None = attrs.field(default=None, validator=called_at_once)
    poll_cost: float = attrs.field(default=0.25, validator=seconds)
    before_purchase: Callable[[Purchase], None] | None = attrs.field(default=None, validator=called_at_once)
    uploads: UploadStore | None = attrs.field(default=None, repr=False)
    slots_ahead: SlotsAhead | None = attrs.field(default=None, repr=False)
    limiter: LimiterFactory = shared_limiter
    largest_download: int = attrs.field(default=LARGEST_DOWNLOAD, validator=count(MOST_BYTES))
    private_storage: bool = False
    prepare: Prepare | None = attrs.field(default=None, validator=check_prepare)
