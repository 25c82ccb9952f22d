"""Checks a route before anything is sent: who offers the operation, and which arguments each vendor gets."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import attrs

from safelight.batch.catalogue import Work, work_of
from safelight.compare.plans import split_options
from safelight.core.base.texts import did_you_mean, listed
from safelight.core.transfers.sources import File, Source
from safelight.errors import ConfigurationError, InvalidInput
from safelight.vendors import vendor_of


@attrs.frozen
class Stop:
    """One vendor of a route, with the arguments of its operation.

    Attributes:
        create: Creates the task; called without arguments.
    """

    work: Work
    create: Callable[[], Any] = attrs.field(repr=False)


def works_of(vendors: Sequence[str], operation: str) -> list[Work]:
    """The operation at each vendor.

    Raises:
        ConfigurationError: A vendor lacks it.
    """
    name = operation.replace("-", "_")
    lacking = [vendor for vendor in vendors if name not in vendor_of(vendor).facts.methods]
    if lacking:
        common = common_operations(vendors)
        spelled = [one.replace("_", "-") for one in common]
        near = did_you_mean(name.replace("_", "-"), spelled)
        raise ConfigurationError(
            f"{listed(lacking, 'and')} {'has' if len(lacking) == 1 else 'have'} no operation {operation}.{near} "
            f"A route takes what all of its vendors have: {', '.join(spelled) or 'nothing'}",
            field="operation",
        )
    return [work_of(vendor, name) for vendor in vendors]


def common_operations(vendors: Sequence[str]) -> list[str]:
    """The operations that every vendor has."""
    return sorted(set[str].intersection(*(set(vendor_of(vendor).facts.methods) for vendor in vendors)))


def arguments_of(
    works: Sequence[Work], options: Mapping[str, object], *, complete: bool = True
) -> list[dict[str, object]]:
    """Each vendor's arguments: ``name`` for all of them, ``vendor:name`` for one.

    Args:
        complete: Whether required ones must be among them.

    Raises:
        InvalidInput: An option is missing at a vendor, a value is wrong, or a required one is not given.
    """
    for key in options:
        name = key.replace("-", "_")
        lacking = list(dict.fromkeys(work.vendor for work in works if name not in work.parameters))
        having = [work.vendor for work in works if work.vendor not in lacking]
        if ":" not in key and having and lacking:
            raise InvalidInput(
                f"{listed(lacking, 'and')} {'has' if len(lacking) == 1 else 'have'} no option {name!r}, and a route "
                f"gives its options to every vendor: give it to {having[0]} only, as {having[0]}:{name}",
                field=name,
            )
    return split_options(works, options, complete=complete)


def source_of(source: Source | None, works: Sequence[Work]) -> Source | None:
    """The source, if it can be sent more than once.

    Raises:
        InvalidInput: It can be read only once, is missing, or the operation takes none.
    """
    takes = works[0].source is not None
    if takes != (source is not None):
        what = "needs a source, as its first argument" if takes else "takes no source"
        raise InvalidInput(f"{works[0].operation} {what}", field="source")
    content = source.content if isinstance(source, File) else source
    seekable = getattr(content, "seekable", None)
    if hasattr(content, "read") and not (callable(seekable) and seekable()):
        raise InvalidInput(
            "the source can be read only once, and the next vendor may have to read it again: pass a path or bytes",
            field="source",
        )
    return source


def call_of(
    work: Work, source: Source | None, options: Mapping[str, object]
) -> tuple[list[object], dict[str, object]]:
    """The positional arguments and the others of a vendor's method."""
    if work.source is None:
        return [], dict(options)
    return [[source] if work.sources_together and not isinstance(source, list) else source], dict(options)
