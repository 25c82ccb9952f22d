"""Text as it may be shown: no key, no query of a URL, not much of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

URL = re.compile(r"(?i)(https?:(?:\\*/){2})(?:[^\s\"'<>?#/@]*@)?([^\s\"'<>?#]*)[?#][^\s\"'<>]*")
"""A URL with a query or fragment; its slashes may be escaped, as in much JSON."""
NAMES = (
    r"x-api-key|api[_-]?key|secret[_-]?key|client[_-]?secret|authorization|password"
    r"|(?:access|id|refresh|security|session|auth)[_-]?token"
)
CREDENTIAL = re.compile(
    rf"(?i)((?:\b(?:{NAMES})[\"'\\]*\s*[:=]\s*[\"'\\]*(?:(?:bearer|basic)\s+)?)|\bbearer\s+)[^\s\"',}}\\]+"
)
USER = re.compile(r"(?i)(https?:(?:\\*/){2})[^\s\"'<>?#/@]+@")
SHOWN = 300
"""Characters of an answer that an error shows."""
VALUE = 80
"""Characters of a user's value that an error shows."""
PATH = 200
"""Characters of a path that an error shows."""
READ = 8192
"""Bytes of an answer that are looked at: so many that no secret cut in two can be among those shown."""


def redact(text: str, secrets: Iterable[str] = ()) -> str:
    """Take known secrets, credentials and URL queries out of a text."""
    for secret in secrets:
        for written in _spellings(secret):
            text = text.replace(written, "[secret]")
    return CREDENTIAL.sub(r"\1[secret]", USER.sub(r"\1", URL.sub(r"\1\2?…", text)))


def brief(value: object, most: int = VALUE) -> str:
    """What a user gave, as a message may repeat it: of printable characters, and cut in its middle where it is long."""
    text = str(value)
    if len(text) > most:
        end = (most - 1) // 2
        text = f"{text[: most - 1 - end]}…{text[len(text) - end :]}"
    return "".join(
        character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in text
    )


def excerpt(content: bytes, secrets: Iterable[str] = (), shown: int = SHOWN) -> str:
    """The beginning of an answer's body, fit to be shown in an error."""
    text = redact(content[:READ].decode("utf-8", "replace"), secrets)
    text = "".join(character if character.isprintable() else " " for character in text[: shown + 1])
    return text if len(text) <= shown else f"{text[:shown]}…"


def excerpt_of(content: Mapping[str, object], secrets: Iterable[str] = ()) -> str:
    """The beginning of an answer that was JSON."""
    try:
        return excerpt(json.dumps(content, ensure_ascii=False).encode("utf-8", "replace"), secrets)
    except (ValueError, RecursionError):
        return ""


def _spellings(secret: str) -> Iterator[str]:
    """A secret as it stands, in a URL, and in JSON."""
    if secret:
        yield from dict.fromkeys((secret, quote(secret, safe=""), quote(secret), secret.replace("/", "\\/")))
