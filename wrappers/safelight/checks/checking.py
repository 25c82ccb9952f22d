"""Checks the files of a result, and says in words what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import PurePath
from typing import TYPE_CHECKING, TypeAlias

from safelight.checks.expected import expected_of
from safelight.core.base.methods import MethodFacts
from safelight.core.base.verdict import Verdict
from safelight.errors import ConfigurationError

if TYPE_CHECKING:
    from safelight.checks.pictures import Content

NEEDED = ("PIL", "numpy")
PICTURES = (".avif", ".bmp", ".gif", ".heic", ".jpeg", ".jpg", ".png", ".tif", ".tiff", ".webp")
ADVICE = "checks of results need Pillow and numpy: pip install 'safelight[images]'"

Named: TypeAlias = "tuple[str | None, Content]"
"""A file's label, such as ``"mask"``, and its path or content."""


def can_check() -> bool:
    """Whether the packages that checks need are installed."""
    return all(find_spec(name) is not None for name in NEEDED)


def check_installed() -> None:
    """Raise `ConfigurationError` where a package that checks need is missing."""
    if not can_check():
        raise ConfigurationError(ADVICE)


def check_files(
    method: MethodFacts,
    files: Sequence[Named],
    *,
    arguments: Mapping[str, object] | None = None,
    source: Content | None = None,
    prepared: Sequence[str] = (),
) -> Verdict:
    """Check the files of one result. Blocks: it decodes pictures.

    Args:
        method: The operation that made them.
        files: Each file's label and its path or content.
        arguments: Those of the operation; None where they are not known.
        source: What the operation was given; without it, its size and what it shows are not compared.
        prepared: How the source was changed before it was sent; see `safelight.Task.prepared`.

    Returns:
        The verdict of the worst file.

    Raises:
        ConfigurationError: The extra ``images`` is not installed.
    """
    check_installed()
    from safelight.checks.judging import judge  # noqa: PLC0415 - brings numpy and Pillow

    first: Verdict | None = None
    for label, content in files:
        found = judge(content, expected_of(method, arguments, label), source, prepared)
        if found.suspect:
            return found
        if first is None or first.unchecked is not None:
            first = found
    return first or Verdict(unchecked="there is no file")


def pictures(paths: Sequence[str], target: str) -> list[tuple[str | None, str]]:
    """The saved files of a result that are pictures: each one's label, and its path or address.

    Args:
        target: The name that their names begin with.
    """
    found: list[tuple[str | None, str]] = []
    for path in paths:
        name = PurePath(path)
        if name.suffix.lower() in PICTURES:
            mark = name.stem.removeprefix(PurePath(target).name)
            found.append(("mask" if mark == "-mask" else None, path))
    return found
