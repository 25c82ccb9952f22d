"""How messages word what others have named."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

MOST = 3
"""Names that are offered at most."""


def listed(words: Sequence[str], last: str = "or") -> str:
    """Words as a sentence lists them: ``a, b or c``."""
    return f" {last} ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def printable(text: str) -> str:
    """Text without control characters: names and messages come from others, and a terminal obeys them."""
    return "".join(
        character if character.isprintable() or character == "\n" else "\N{REPLACEMENT CHARACTER}"
        for character in text
    )


def did_you_mean(name: str, known: Sequence[str]) -> str:
    """A question with the names that are similar; empty where none is."""
    close = get_close_matches(name.lower().replace("_", "-"), known, MOST)
    return f" Did you mean {listed([repr(found) for found in close])}?" if close else ""
