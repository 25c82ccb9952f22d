"""Sources that are fetched here first, for vendors that take no URL."""

from __future__ import annotations

from pathlib import PurePosixPath
from tempfile import TemporaryFile
from typing import BinaryIO, cast
from urllib.parse import unquote, urlsplit

import attrs

from safelight.core.calls import Api
from safelight.core.downloads import fetch
from safelight.core.flow import Flow
from safelight.core.outcome import FileRef
from safelight.core.sources import File, url_of
from safelight.core.wire import HandleSink, without_query
from safelight.errors import InvalidInput


def fetch_source(api: Api, source: File) -> Flow[File]:
    """Fetch a source that is a URL into a temporary file, which is gone once it is no longer used.

    Raises:
        InvalidInput: It is no URL, or larger than the vendor takes.
        DownloadFailed: It cannot be had whole.
    """
    url = url_of(source.content) if isinstance(source.content, str) else None
    if url is None:
        raise InvalidInput("fetch=True needs a URL that begins with https:// or http://", field="source")
    kept = cast("BinaryIO", TemporaryFile(prefix="safelight-"))  # noqa: SIM115 - handed on, and closed by whoever sends it
    file = FileRef(url=url, name=source.name)
    try:
        yield from fetch(
            api, file, lambda: _unchanged(file), HandleSink(kept, api.facts.upload.maximum_bytes)
        )
    except OverflowError as error:
        raise InvalidInput(
            f"{without_query(url)}: {error}", vendor=api.facts.vendor, field="source"
        ) from None
    name = source.name or PurePosixPath(unquote(urlsplit(url).path)).name or None
    return attrs.evolve(source, content=kept, name=name, fetch=False)


def _unchanged(file: FileRef) -> Flow[FileRef]:
    return file
    yield
