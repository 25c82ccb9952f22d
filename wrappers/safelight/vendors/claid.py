"""Claid: edits of pictures behind URLs; a file is uploaded first, by an edit that changes nothing."""

from __future__ import annotations

import claid_operations

from safelight.core.api.envelope import at_path
from safelight.core.client import AsyncClient, SyncClient
from safelight.core.flow.effects import Flow
from safelight.core.http.forms import Field, FilePart
from safelight.core.http.messages import Reply
from safelight.core.transfers.prepared import Prepared
from safelight.errors import UnexpectedResponse


class ClaidOperations(claid_operations.ClaidOperations):
    """What the spec cannot say of Claid."""

    def _upload(self, file: Prepared) -> Flow[str]:
        """Upload a file by an edit of no operations; the temporary URL of the picture."""
        parts: list[Field | FilePart] = [
            FilePart("file", file.slice(), file.name, file.type),
            Field("data", "{}", "application/json"),
        ]
        content = yield from self._api.submit("upload_and_edit", parts)
        upload = self._api.facts.operations["upload_and_edit"]
        address = at_path(content, "data.output.tmp_url")
        if isinstance(address, str) and address.startswith(("https://", "http://")):
            return address
        missing = UnexpectedResponse("the answer has no usable data.output.tmp_url")
        raise self._api.unusable(upload, missing, {} if isinstance(content, Reply) else content)


class Claid(ClaidOperations, SyncClient[claid_operations.Finished], claid_operations.ClaidMethods):
    """Client of Claid. The key comes from ``CLAID_API_KEY``, or a profile.

    It edits, enlarges and extends pictures, and makes product photographs.
    A method returns a task: ``claid.remove_background("a.jpg", category="general").result().save("out/")``.
    """


class AsyncClaid(ClaidOperations, AsyncClient[claid_operations.Finished], claid_operations.AsyncClaidMethods):
    """Async client of Claid. The key comes from ``CLAID_API_KEY``, or a profile.

    Like `Claid`, for one event loop: ``task = await claid.remove_background("a.jpg", category="general")``, then ``await task.result()``.
    """
