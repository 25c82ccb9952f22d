"""Fetching the images that a request names by URL."""

import uuid
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

import aiohttp

from safelight.sandbox.signing import SignatureExpired, SignatureMismatch
from safelight.sandbox.storage import ObjectStorage
from safelight.sandbox.tasks import WorkFailed

_SECONDS = 15.0
_BLOCK = 1 << 18
_FAILURES = (aiohttp.ClientError, TimeoutError, ValueError, OSError, SignatureExpired, SignatureMismatch)


async def fetch(url: str, maximum: int, storage: ObjectStorage) -> Path:
    """Fetch what is behind a URL into the object store and return its file.

    Args:
        url: An http or https URL.
        maximum: The most bytes to take.
        storage: Where to keep it.

    Raises:
        WorkFailed: `download` if it cannot be downloaded, `download_too_large` if it has more bytes.
    """
    timeout = aiohttp.ClientTimeout(total=_SECONDS)
    try:
        if url.startswith(f"{storage.url}/storage/"):
            return _own(url, maximum, storage)
        async with aiohttp.ClientSession(timeout=timeout) as session, session.get(url) as response:
            response.raise_for_status()
            media_type = response.content_type
            stored = await storage.put(f"fetched/{uuid.uuid4().hex}", _bounded(response, maximum), media_type)
    except _FAILURES as error:
        raise WorkFailed("download", "The image could not be downloaded.") from error
    return stored.path


def _own(url: str, maximum: int, storage: ObjectStorage) -> Path:
    """Return the file of a signed URL of this sandbox, without HTTP, so that no planned fault strikes it."""
    parts = urlsplit(url)
    key = unquote(parts.path.removeprefix("/storage/"))
    storage.verify("GET", key, dict(parse_qsl(parts.query)), "")
    stored = storage.find(key)
    if stored is None:
        raise FileNotFoundError(key)
    if stored.size > maximum:
        raise _too_large(maximum)
    return stored.path


def _too_large(maximum: int) -> WorkFailed:
    return WorkFailed("download_too_large", f"The image is larger than {maximum} bytes.")


async def _bounded(response: aiohttp.ClientResponse, maximum: int) -> AsyncIterator[bytes]:
    size = 0
    async for chunk in response.content.iter_chunked(_BLOCK):
        size += len(chunk)
        if size > maximum:
            raise _too_large(maximum)
        yield chunk
