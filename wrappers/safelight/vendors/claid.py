"""Claid: edits of pictures behind URLs; a file is uploaded first, by an edit that changes nothing."""

from __future__ import annotations

import claid_operations
from claid_api.models.upload_and_edit_response import UploadAndEditResponse

from safelight.core.client import AsyncClient, SyncClient, documented
from safelight.core.flow import Flow
from safelight.core.forms import Field, FilePart
from safelight.core.outcome import present
from safelight.core.sources import Prepared


class ClaidOperations(claid_operations.ClaidOperations):
    """What the spec cannot say of Claid."""

    def _upload(self, file: Prepared) -> Flow[str]:
        """Upload a file by an edit of no operations; the temporary URL of the picture."""
        parts: list[Field | FilePart] = [
            FilePart("file", file.slice(), file.name, file.type),
            Field("data", "{}", "application/json"),
        ]
        reply = yield from self._api.submit("upload_and_edit", parts)
        content = self._api.open(self._api.facts.operations["upload_and_edit"], reply)
        answer = self._api.model("upload_and_edit", UploadAndEditResponse, content)
        return present(answer.data.output.tmp_url, str, "data.output.tmp_url")


class Claid(ClaidOperations, SyncClient[claid_operations.Finished]):
    __doc__ = documented("Client of Claid. The key comes from ``CLAID_API_KEY``.", SyncClient)


class AsyncClaid(ClaidOperations, AsyncClient[claid_operations.Finished]):
    __doc__ = documented("Async client of Claid. The key comes from ``CLAID_API_KEY``.", AsyncClient)
