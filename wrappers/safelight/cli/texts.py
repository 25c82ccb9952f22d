"""Files of text that users name: tokens, and options as JSON, as the editors of all systems write them."""

from __future__ import annotations

from safelight.core.base.homes import expanded
from safelight.core.base.texts import encoding_of

LONGEST = 64 * 1024 * 1024
"""Bytes of a file of text."""


def text_of(path: str) -> str:
    """Read a file.

    Raises:
        ValueError: It cannot be read, or is not text; the message says why.
    """
    try:
        with open(expanded(path), "rb") as file:  # noqa: PTH123 - "" is no file, and for pathlib a folder
            content = file.read(LONGEST + 1)
    except OSError as error:
        raise ValueError(error.strerror) from None
    return decoded(content)


def decoded(content: bytes) -> str:
    """Text in UTF-8, or in UTF-16 where a byte order mark says so.

    Raises:
        ValueError: It is not text, or longer than `LONGEST`.
    """
    if len(content) > LONGEST:
        message = f"it is longer than {LONGEST} bytes"
        raise ValueError(message)
    try:
        return content.decode(encoding_of(content))
    except UnicodeDecodeError:
        message = "it is not UTF-8 text"
        raise ValueError(message) from None
