"""Values that no repr shows: error trackers and pretty tracebacks print the variables of every frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping


class Secrets(Iterable[str]):
    """Texts that must not be shown."""

    def __init__(self, *texts: str) -> None:
        self._texts = texts

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __repr__(self) -> str:
        return f"<{len(self._texts)} secrets>"


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
