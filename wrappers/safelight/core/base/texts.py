"""How texts are written: files from the editors of all systems, lists of words in sentences, and counts."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Sequence

UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def encoding_of(beginning: bytes) -> str:
    """What to decode a text with: UTF-8, or UTF-16 where a byte order mark says so; neither passes the mark on."""
    return "utf-16" if beginning.startswith(UTF_16) else "utf-8-sig"


def listed(words: Sequence[str], last: str = "or") -> str:
    """Words as a sentence lists them: ``a, b or c``."""
    return f" {last} ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def counted(number: float, noun: str) -> str:
    """A number of things: ``1 credit``, ``2.5 credits``."""
    return f"{number:.10g} {noun}{'' if number == 1 else 's'}"


def together(sentences: Iterable[str]) -> str:
    """Sentences in one line, each once; the last keeps its full stop."""
    *first, last = dict.fromkeys(sentences) or [""]
    return "; ".join((*(sentence.rstrip(". ") for sentence in first), last))


def did_you_mean(name: str, known: Sequence[str], sign: str = "") -> str:
    """A question with up to three similar names, behind a space; empty where none is. `sign` goes before each name."""
    from difflib import get_close_matches  # noqa: PLC0415 - only a wrong name needs it

    close = get_close_matches(name.lower().replace("_", "-"), known, 3)
    return f" Did you mean {listed([repr(sign + found) for found in close])}?" if close else ""
