"""What an operation's parameters may be, as far as that is a list of words: checked before anything is bought."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Literal, cast, get_args, get_origin

from safelight.batch.catalogue import Work, client_class, work_of
from safelight.cli.parameters import type_hints
from safelight.cli.suggestions import did_you_mean
from safelight.cli.values import members
from safelight.errors import ConfigurationError
from safelight.vendors import vendor_of

if TYPE_CHECKING:
    from safelight.cli.vendors import AnyOperation


def work_called(vendor: str, operation: str) -> Work:
    """Look an operation up by what a user wrote.

    Raises:
        ConfigurationError: There is no such vendor or operation; the message names similar ones.
    """
    known = vendor_of(vendor).facts.methods
    if operation.replace("-", "_") not in known:
        names = [name.replace("_", "-") for name in known]
        raise ConfigurationError(
            f"there is no operation {operation!r}.{did_you_mean(operation, names)} There are: {', '.join(names)}",
            vendor=vendor,
            field="operation",
        )
    return work_of(vendor, operation)


def wrong_value(work: Work, options: Mapping[str, object]) -> tuple[str, str] | None:
    """The first argument whose value is none of the parameter's words: its name, and what is wrong."""
    words = _words(work.vendor, work.operation)
    for name, value in options.items():
        allowed = words.get(name)
        # As text, for lists hold numbers where a parameter has words of digits, and the other way round.
        if allowed and value is not None and str(value) not in allowed:
            return name, f"{name} is one of {', '.join(map(repr, allowed))}, not {value!r}"
    return None


@cache
def _words(vendor: str, operation: str) -> Mapping[str, Sequence[str]]:
    """The words of each parameter that takes nothing else."""
    described = cast("AnyOperation", getattr(client_class(vendor), operation))
    found: dict[str, list[str]] = {}
    for name, hint in type_hints(vendor_of(vendor), described).items():
        kinds = members(hint)
        if all(get_origin(kind) is Literal for kind in kinds):
            found[name] = [str(word) for kind in kinds for word in get_args(kind)]
    return found
