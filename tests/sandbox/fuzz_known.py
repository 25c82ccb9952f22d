"""Putting what exists into requests that were made up."""

import random
from typing import Any

Known = dict[str, list[Any]]


def real(value: Any, known: Known, draw: random.Random) -> Any:
    """A request with every field of a known name replaced by one of its known values."""
    if isinstance(value, list):
        return [real(item, known, draw) for item in value]
    if not isinstance(value, dict):
        return value
    return {name: _field(name, item, known, draw) for name, item in value.items()}


def _field(name: str, value: Any, known: Known, draw: random.Random) -> Any:
    if name not in known:
        return real(value, known, draw)
    if isinstance(value, list):
        return [draw.choice(known[name]) for _ in value]
    return draw.choice(known[name])
