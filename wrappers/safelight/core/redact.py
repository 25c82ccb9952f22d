"""Text as it may be shown: no key, no query of a URL, not much of it."""

from __future__ import annotations

import re

URL = re.compile(r"(https?://[^\s\"'<>?\\]+)\?[^\s\"'<>\\]*")
CREDENTIAL = re.compile(r"(?i)\b(bearer\s+|x-api-key[\"']?\s*[:=]\s*[\"']?)[^\s\"',}]+")
SHOWN = 300
"""Characters of an answer that an error shows."""


def redact(text: str, secrets: tuple[str, ...] = ()) -> str:
    """Take known secrets, credentials and URL queries out of a text."""
    for secret in secrets:
        if secret:
            text = text.replace(secret, "[secret]")
    return CREDENTIAL.sub(r"\1[secret]", URL.sub(r"\1?…", text))


def excerpt(content: bytes, secrets: tuple[str, ...] = ()) -> str:
    """The beginning of an answer's body, fit to be shown in an error."""
    text = redact(content[: 4 * SHOWN].decode("utf-8", "replace"), secrets)
    text = "".join(character if character.isprintable() else " " for character in text)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
