"""Sources that are fetched here first, for vendors that take no URL."""

from __future__ import annotations

from pathlib import PurePosixPath
from tempfile import TemporaryFile
from typing import BinaryIO, cast
from urllib.parse import unquote, urljoin, urlsplit

import attrs

from safelight.core.calls import Api
from safelight.core.fetching import fetch, is_page
from safelight.core.flow import Flow
from safelight.core.outcome import FileRef
from safelight.core.sources import File, url_of
from safelight.core.wire import Fetched, HandleSink, origin, shown_url
from safelight.errors import InvalidInput, UploadFailed

REDIRECTS = (301, 302, 303, 307, 308)
MOST_REDIRECTS = 5


def fetch_source(api: Api, source: File) -> Flow[File]:
    """Fetch a source that is a URL into a temporary file, which is gone once it is no longer used.

    Raises:
        InvalidInput: It is no URL, is refused, or is larger than the vendor takes.
        UploadFailed: It could not be had whole; nothing was bought.
    """
    url = url_of(source.content) if isinstance(source.content, str) else None
    if url is None:
        raise InvalidInput("fetch=True needs a URL that begins with https://", field="source")
    kept = cast("BinaryIO", TemporaryFile(prefix="safelight-"))  # noqa: SIM115 - handed on, and closed by whoever sends it
    try:
        yield from fetch(
            api,
            SourceFetch(api, FileRef(url=url, name=source.name)),
            HandleSink(kept, api.facts.upload.maximum_bytes),
        )
    except OverflowError as error:
        kept.close()
        raise InvalidInput(f"{shown_url(url)}: {error}", vendor=api.facts.vendor, field="source") from None
    except BaseException:
        kept.close()
        raise
    name = source.name or PurePosixPath(unquote(urlsplit(url).path)).name or None
    return attrs.evolve(source, content=kept, name=name, fetch=False)


class SourceFetch:
    """A source behind a URL that the user named: redirects are followed, for no key goes with them."""

    def __init__(self, api: Api, file: FileRef) -> None:
        self.file = file
        self._api = api
        self._redirects = 0

    def check(self) -> None:
        url = self.file.url or ""
        schemes = ("https", "http") if self._api.credentials.local else ("https",)
        if not origin(url) or urlsplit(url).scheme not in schemes or not urlsplit(url).hostname:
            raise self._refused("only URLs that begin with https:// and name a host are fetched")

    def moved(self, fetched: Fetched) -> Flow[bool]:
        place = fetched.headers.get("location", "")
        if fetched.status not in REDIRECTS or not place:
            return False
        self._redirects += 1
        if self._redirects > MOST_REDIRECTS:
            raise self._refused(f"it redirects more than {MOST_REDIRECTS} times")
        try:
            self.file = attrs.evolve(self.file, url=urljoin(self.file.url or "", place))
        except ValueError:
            raise self._refused("it redirects to what is no URL") from None
        return True
        yield

    def failed(
        self, reason: str, fetched: Fetched, attempts: int | None = None
    ) -> InvalidInput | UploadFailed:
        if attempts is None or is_page(fetched):
            return self._refused(reason, fetched.status)
        return UploadFailed(
            f"the source {shown_url(self.file.url or '')} could not be fetched: {reason}. Nothing was bought",
            vendor=self._api.facts.vendor,
            http_status=fetched.status or None,
            attempts=attempts,
            field="source",
        )

    def _refused(self, reason: str, status: int | None = None) -> InvalidInput:
        return InvalidInput(
            f"the source {shown_url(self.file.url or '')} cannot be fetched: {reason}",
            vendor=self._api.facts.vendor,
            http_status=status,
            field="source",
        )
