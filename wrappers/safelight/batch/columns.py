"""What the columns of a list are: the row's own words, arguments of its operation, or fields of the names."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from typing import TypeAlias

from safelight.errors import InvalidInput

OWN = ("source", "vendor", "operation", "target", "options")
"""Columns with a meaning of their own."""
CLOSE = 0.82
"""How alike a mistyped name is at the least: ``fromat`` and ``format`` are, ``vendor_id`` and ``vendor`` are not."""

Parameters: TypeAlias = Callable[[str | None, str | None], Sequence[str]]
Sourced: TypeAlias = Callable[[str | None, str | None], bool]


class Columns:
    """Tells what a row's columns are.

    Args:
        parameters: Names of the operation's parameters, the source's first.
        others: The same for rows that name a vendor or an operation of their own.
        sourced: Whether the operation of a row takes a source, by the vendor and the operation that it names.
        named: Fields that the naming template uses.
    """

    def __init__(
        self,
        parameters: Sequence[str] = (),
        *,
        others: Parameters | None = None,
        sourced: Sourced | None = None,
        named: Collection[str] = (),
    ) -> None:
        self._parameters = tuple(parameters)
        self._others = others
        self._sourced = sourced
        self._named = frozenset(named)

    def parameters(self, vendor: str | None, operation: str | None) -> tuple[str, ...]:
        """The parameters of a row's operation.

        Those of the operation that the row replaces count too: an argument that is no longer one is to be told.
        """
        if self._others is None or (vendor is None and operation is None):
            return self._parameters
        return tuple(dict.fromkeys((*self._others(vendor, operation), *self._parameters)))

    def sourced(self, vendor: str | None, operation: str | None) -> bool:
        """Whether the operation of a row takes a source; true where that is not known."""
        return self._sourced is None or self._sourced(vendor, operation)

    def check(self, fields: Mapping[str, object], parameters: tuple[str, ...], where: str) -> None:
        """Refuse a column that seems to be a mistyped argument, for at the argument's default it would be bought.

        Args:
            fields: Columns that are neither arguments nor words of the row's own.

        Raises:
            InvalidInput: There is one.
        """
        for name in fields:
            meant = None if name in self._named else _meant(name, parameters)
            if meant is not None:
                raise InvalidInput(
                    f"{where}: column {name!r} is not an argument and nothing uses it. Did you mean {meant!r}? Rename the "
                    f"column, or use it in --name, such as '{{stem}}-{{{name}}}'",
                    field=name,
                )


@cache
def _meant(name: str, parameters: tuple[str, ...]) -> str | None:
    """The word that a name is close to."""
    plain = name.strip().lower().replace("-", "_").replace(" ", "_")
    return next(iter(get_close_matches(plain, (*parameters, *OWN), 1, CLOSE)), None)
