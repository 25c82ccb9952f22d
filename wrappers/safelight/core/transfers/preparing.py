"""What a client knows of preparing pictures, which the package of an extra does: see `safelight.prepare`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import BinaryIO, Literal, TypeAlias, cast

import attrs

from safelight.core.base.events import PicturePrepared
from safelight.core.base.facts import OperationFacts, VendorFacts
from safelight.core.base.methods import MethodFacts
from safelight.core.base.redact import brief
from safelight.core.transfers.prepared import Prepared
from safelight.errors import ConfigurationError

Prepare: TypeAlias = Literal["auto"]
MODULE = "safelight.prepare"
"""By name, for the core imports nothing that is built upon it."""


@attrs.frozen(eq=False)
class Sources:
    """What a task is made of.

    Attributes:
        files: By their parameters.
        arguments: The others, and the URLs that the vendor fetches itself.
        notes: What was changed of the files.
    """

    files: Mapping[str, Sequence[Prepared]]
    arguments: Mapping[str, object]
    notes: tuple[PicturePrepared, ...] = ()


Fit: TypeAlias = Callable[[VendorFacts, MethodFacts, OperationFacts, Sources], Sources]


def fitting() -> Fit:
    """What prepares the sources of a task."""
    return cast("Fit", import_module(f"{MODULE}.fitting").fit)


def encoded(content: object, formats: tuple[str, ...]) -> tuple[str, BinaryIO]:
    """Pixels as a temporary file in one of some formats, and that format."""
    if find_spec("PIL") is None:
        raise ConfigurationError(
            "an array as a source needs Pillow, of the extra images: pip install pillow", field="source"
        )
    encode = cast(
        "Callable[[object, tuple[str, ...]], tuple[str, BinaryIO]]", import_module(f"{MODULE}.pixels").file_of
    )
    return encode(content, formats)


def check_prepare(_owner: object, _field: object, value: object) -> None:
    """Raise `ConfigurationError` where an option says nothing that can be done here."""
    if value not in (None, "auto"):
        raise ConfigurationError(
            f'prepare: must be "auto" or None, not {brief(repr(value))}', field="prepare"
        )
    if value is not None and find_spec("PIL") is None:
        raise ConfigurationError(
            'prepare="auto" needs Pillow, of the extra images: pip install pillow pillow-heif',
            field="prepare",
        )
