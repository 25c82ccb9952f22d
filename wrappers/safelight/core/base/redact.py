"""Text as it may be shown: no key, no query of a URL, not much of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

URL = re.compile(r"(?i)(https?:(?:\\*/){2})(?:[^\s\"'<>?#/@]*@)?([^\s\"'<>?#]*)[?#][^\s\"'<>]*")
"""A URL with a query or fragment; its slashes may be escaped, as in much JSON."""
NAMES = (
    r"x-api-key|api[_-]?key|secret[_-]?key|client[_-]?secret|authorization|password"
    r"|(?:access|id|refresh|security|session|auth)[_-]?token"
)
QUERY = re.compile(
    r"(?i)\b((?:[\w-]*(?:signature|credential|security-token|accesskeyid)|sig|policy|key-pair-id)(?:=|%3d))"
    r"(?:(?!%26)[^\s\"'&<>\\])+"
)
"""What a presigned query proves itself by, where it stands without its URL."""
CREDENTIAL = re.compile(
    rf"(?i)((?:\b(?:{NAMES})[\"'\\]*\s*[:=]\s*[\"'\\]*(?:(?:bearer|basic)\s+)?)|\bbearer\s+)[^\s\"',}}\\]+"
)
USER = re.compile(r"(?i)(https?:(?:\\*/){2})[^\s\"'<>?#/@]+@")
WORD = re.compile(r"[\w.~-]*", re.ASCII)
"""A text that is written the same everywhere, and in which none of these can be: most that is shown is a word."""
SHOWN = 300
"""Characters of an answer that an error shows."""
VALUE = 80
"""Characters of a user's value that an error shows."""
PATH = 200
"""Characters of a path that an error shows."""
READ = 8192
"""Characters of an answer that are looked at, for it may be of any length."""
DECODED = 65_536
"""Bytes of an answer that are decoded for that: more than so many characters take."""


def redact(text: str, secrets: Iterable[str] = ()) -> str:
    """Take known secrets, credentials and URL queries out of a text."""
    for secret in secrets:
        for written in _spellings(secret):
            text = text.replace(written, "[secret]")
    if WORD.fullmatch(text):
        return text
    if "@" in text or "?" in text or "#" in text:
        text = USER.sub(r"\1", URL.sub(r"\1\2?…", text))
    text = CREDENTIAL.sub(r"\1[secret]", text)
    return QUERY.sub(r"\1[secret]", text) if "=" in text or "%" in text else text


def brief(value: object, most: int = VALUE) -> str:
    """What a user gave, as a message may repeat it: of printable characters, and cut in its middle where it is long."""
    text = str(value)
    if len(text) > most:
        end = (most - 1) // 2
        text = f"{text[: most - 1 - end]}…{text[len(text) - end :]}"
    return printable(text)


def printable(text: str, kept: str = "") -> str:
    """Text without control characters but for those to keep: names and messages come from others, and a terminal obeys."""
    return "".join(
        character if character.isprintable() or character in kept else "\N{REPLACEMENT CHARACTER}"
        for character in text
    )


def shown(value: object, secrets: Iterable[str] = (), most: int = SHOWN) -> str:
    """A server's text or JSON as it may stand in an error, an event or a log: one line, no secret, not too long."""
    if (
        isinstance(value, str)
        and len(value) <= VALUE <= most
        and WORD.fullmatch(value)
        and not any(map(value.__contains__, filter(None, secrets)))
    ):
        return value
    text = redact(_beginning(value if isinstance(value, str) else _as_json(value), secrets), secrets)
    if not text.isprintable():
        text = "".join(character if character.isprintable() else " " for character in text)
    return text if len(text) <= most else f"{text[:most]}…"


def excerpt(content: bytes, secrets: Iterable[str] = (), most: int = SHOWN) -> str:
    """The beginning of an answer's body; see `shown`."""
    return shown(content[:DECODED].decode("utf-8", "replace"), secrets, most)


def _beginning(text: str, secrets: Iterable[str]) -> str:
    """The first `READ` characters, but for a secret at their end, which may be cut in two."""
    if len(text) <= READ:
        return text
    cut = text[:READ]
    partial = max(
        (
            length
            for secret in secrets
            for written in _spellings(secret)
            for length in range(1, len(written) + 1)
            if cut.endswith(written[:length])
        ),
        default=0,
    )
    return cut[: READ - partial]


def _as_json(value: object) -> str:
    try:
        return json.dumps(value, ensure_ascii=False)
    except (TypeError, ValueError, RecursionError):
        return ""


def _spellings(secret: str) -> Iterator[str]:
    """A secret as it stands, in a URL, and in JSON."""
    if WORD.fullmatch(secret):
        yield from filter(None, (secret,))
    else:
        yield from dict.fromkeys((secret, quote(secret, safe=""), quote(secret), secret.replace("/", "\\/")))
