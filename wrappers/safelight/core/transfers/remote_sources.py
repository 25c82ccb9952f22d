"""Sources that are fetched here first, for vendors that take no URL."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

import attrs

from safelight.core.base.outcome import FileRef
from safelight.core.flow.effects import Blocking, Flow, done
from safelight.core.http.addresses import resolves_to_private
from safelight.core.http.messages import HandleSink, Reply, host_of, shown_url
from safelight.core.transfers.arrivals import Arrival
from safelight.core.transfers.fetching import fetch
from safelight.core.transfers.files_api import FilesApi
from safelight.core.transfers.part_files import temporary_file
from safelight.core.transfers.sources import File, url_of
from safelight.core.transfers.storage import is_guarded, unfit
from safelight.errors import InvalidInput, UploadFailed


def fetch_source(api: FilesApi, source: File, *, limited: bool = True) -> Flow[File]:
    """Fetch a source that is a URL into a temporary file; `limited` to the bytes that the vendor takes.

    Raises:
        InvalidInput: It is no URL, is refused, or is larger than the vendor takes.
        UploadFailed: It could not be had whole; nothing was bought.
    """
    url = url_of(source.content) if isinstance(source.content, str) else None
    if url is None:
        raise InvalidInput("fetch=True needs a URL that begins with https://", field="source")
    files = ExitStack()
    try:
        kept = yield from Blocking(lambda: files.enter_context(temporary_file()))
        sink = HandleSink(kept, api.facts.upload.maximum_bytes if limited else None)
        yield from fetch(api, SourceFetch(api, FileRef(url=url, name=source.name)), sink)
    except BaseException as error:
        files.close()
        if not isinstance(error, OverflowError):
            raise
        raise InvalidInput(f"{shown_url(url)}: {error}", field="source") from None
    name = source.name or PurePosixPath(unquote(urlsplit(url).path)).name or None
    return attrs.evolve(source, content=kept, name=name, fetch=False)


class SourceFetch:
    """A source behind a URL that the user named, wherever that is; but no public one leads into a private network."""

    def __init__(self, api: FilesApi, file: FileRef) -> None:
        self.file = file
        self._api = api
        self._host = host_of(file.url or "")

    def check(self) -> None:
        if unfit(self._api, self.file.url or "", guarded=False) is not None:
            raise self._refused("only URLs that begin with https:// and name a host are fetched")

    def guarded(self, url: str) -> Flow[bool]:
        if host_of(url) == self._host or not is_guarded(self._api, url):
            return False
        return not (yield from Blocking(lambda: resolves_to_private(self._host)))

    def renewed(self) -> Flow[bool]:
        return done(value=False)

    def wrong(self, reply: Reply, arrival: Arrival) -> Flow[str | None]:
        return done(None)  # what it is shows when it is measured

    def failed(self, reason: str, reply: Reply, attempts: int | None = None) -> InvalidInput | UploadFailed:
        if attempts is None or reply.is_page:
            return self._refused(reason, reply.status)
        return UploadFailed(
            f"the source {shown_url(self.file.url or '')} could not be fetched: {reason}. Nothing was bought",
            http_status=reply.status or None,
            attempts=attempts,
            field="source",
        )

    def _refused(self, reason: str, status: int | None = None) -> InvalidInput:
        return InvalidInput(
            f"the source {shown_url(self.file.url or '')} cannot be fetched: {reason}",
            http_status=status,
            field="source",
        )
