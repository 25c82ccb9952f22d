"""How files of text are written: lists, profiles and tokens come from the editors of all systems."""

from __future__ import annotations

import codecs

UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def encoding_of(beginning: bytes) -> str:
    """What to decode a text with: UTF-8, or UTF-16 where a byte order mark says so; neither passes the mark on."""
    return "utf-16" if beginning.startswith(UTF_16) else "utf-8-sig"
