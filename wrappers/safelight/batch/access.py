"""How a worker opens its sources, and where it saves results."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import cast

from safelight.batch.remote import fetched
from safelight.core.base.methods import ParameterFacts


class Access:
    """Opens every source, and saves everywhere. Others may be stricter."""

    def opened(self, source: str) -> AbstractAsyncContextManager[str]:
        """A source as a client takes it: a path, for as long as this lasts, or a URL; raises as `fetched` does."""
        return fetched(source)

    def check_target(self, target: Path) -> None:
        """Raise `InvalidInput` where no result may be saved."""


def with_opened(
    arguments: Mapping[str, object], parameters: Mapping[str, ParameterFacts], opened: Mapping[str, str]
) -> dict[str, object]:
    """Arguments with what was opened in place of their sources."""

    def there(value: object) -> object:
        if isinstance(value, list):
            return [there(one) for one in cast("list[object]", value)]
        return opened.get(value, value) if isinstance(value, str) else value

    return {
        name: there(value) if name in parameters and parameters[name].source else value
        for name, value in arguments.items()
    }
