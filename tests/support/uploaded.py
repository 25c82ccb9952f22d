"""Uploads by themselves, as an operation makes them before it buys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from safelight.core.flow.effects import Flow
from safelight.core.transfers.prepared import Prepared
from safelight.core.transfers.uploads import use_files

T = TypeVar("T")


def use_uploaded(
    client: Any, operation: str, files: Sequence[Prepared], use: Callable[[list[str]], Flow[T]]
) -> Flow[T]:
    """Send the files of an operation and use their ids."""
    facts = client._api.facts.operations[operation]
    ask = client._register(facts)
    return use_files(client._api, client._upload_scope(facts), files, ask, client._arrived, use)
