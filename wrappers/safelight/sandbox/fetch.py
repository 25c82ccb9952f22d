"""Fetching the images that a request names by URL."""

import aiohttp

from safelight.sandbox.tasks import WorkFailed

_SECONDS = 15.0
_BLOCK = 1 << 18


async def fetch(url: str, maximum: int) -> bytes:
    """Return the bytes behind a URL.

    Args:
        url: An http or https URL.
        maximum: The most bytes to take.

    Raises:
        WorkFailed: `download` where it cannot be had, `download_too_large` where it has more bytes.

    """
    timeout = aiohttp.ClientTimeout(total=_SECONDS)
    body = bytearray()
    try:
        async with aiohttp.ClientSession(timeout=timeout) as session, session.get(url) as response:
            response.raise_for_status()
            async for chunk in response.content.iter_chunked(_BLOCK):
                body += chunk
                if len(body) > maximum:
                    raise WorkFailed("download_too_large", f"The image is larger than {maximum} bytes.")
    except (aiohttp.ClientError, TimeoutError, ValueError, OSError) as error:
        raise WorkFailed("download", "The image could not be downloaded.") from error
    return bytes(body)
