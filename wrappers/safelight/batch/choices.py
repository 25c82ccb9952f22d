"""The choices that an operation's parameters have, where they are fixed: checked before anything is bought."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal, cast, get_args, get_origin

from safelight.batch.catalogue import Work, client_class
from safelight.vendors import AnyOperation, vendor_of
from safelight.vendors.hints import members, type_hints


def wrong_value(work: Work, options: Mapping[str, object]) -> tuple[str, str] | None:
    """The first argument whose value is none of the parameter's choices: its name, and what is wrong."""
    choices = _choices(work.vendor, work.operation)
    for name, value in options.items():
        allowed = choices.get(name)
        # As text, for lists hold numbers where a parameter has choices of digits, and the other way round.
        if allowed and value is not None and str(value) not in allowed:
            return name, f"{name} is one of {', '.join(map(repr, allowed))}, not {value!r}"
    return None


@cache
def _choices(vendor: str, operation: str) -> Mapping[str, Sequence[str]]:
    """The choices of each parameter that takes nothing else."""
    described = cast("AnyOperation", getattr(client_class(vendor), operation))
    found: dict[str, list[str]] = {}
    for name, hint in type_hints(vendor_of(vendor), described).items():
        kinds = members(hint)
        if all(get_origin(kind) is Literal for kind in kinds):
            found[name] = [str(word) for kind in kinds for word in get_args(kind)]
    return found
