"""Values that no repr shows: error trackers and pretty tracebacks print the variables of every frame."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import cast


class Secrets(Iterable[str]):
    """Texts that must not be shown."""

    def __init__(self, *texts: str) -> None:
        self._texts = texts

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __repr__(self) -> str:
        return f"<{len(self._texts)} secrets>"


def values_of(names: Collection[str], content: object) -> Iterator[str]:
    """The values of fields anywhere in a JSON value, as texts, and as they stand in a repr."""
    if isinstance(content, Mapping):
        for name, value in cast("Mapping[str, object]", content).items():
            if name in names:
                yield from (str(value), repr(value), repr(value)[1:-1])
            yield from values_of(names, value)
    elif isinstance(content, list | tuple):
        for item in cast("Iterable[object]", content):
            yield from values_of(names, item)


class HiddenValues(Mapping[str, str]):
    """A mapping of which only the keys are shown. No dict, for a dict's values are printed past its repr."""

    def __init__(self, values: Mapping[str, str]) -> None:
        self._values = dict(values)

    def __getitem__(self, key: str) -> str:
        return self._values[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        return f"<hidden {', '.join(self._values)}>"
