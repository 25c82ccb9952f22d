"""The types of the parameters of an operation, as a program may read them."""

from __future__ import annotations

import inspect
import types
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import TypeAlias, Union, cast, get_args, get_origin, get_type_hints

from safelight.core.transfers.sources import Source
from safelight.vendors import AnyListing, AnyOperation, Vendor

Hint: TypeAlias = object


def members(hint: Hint) -> tuple[Hint, ...]:
    """The alternatives of a type, without None."""
    if get_origin(hint) in (Union, types.UnionType):
        return tuple(member for member in get_args(hint) if member is not type(None))
    return (hint,)


def type_hints(vendor: Vendor, operation: AnyOperation | AnyListing) -> Mapping[str, Hint]:
    """The types of the parameters; their names may be importable for type checkers alone."""
    flow = cast("Callable[..., object]", operation.flow)
    known = {
        **vars(import_module(f"{vendor.package}.requests")),
        "Mapping": Mapping,
        "Sequence": Sequence,
        "Source": Source,
        **cast("dict[str, object]", flow.__globals__),
    }

    def parameters_only() -> None: ...

    written = inspect.get_annotations(flow)
    parameters_only.__annotations__ = {name: written[name] for name in operation.__signature__.parameters}
    return get_type_hints(parameters_only, globalns=known)
