"""Measures the files that an item would send: which of them its vendor would refuse, as their headers say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from safelight.batch.catalogue import Work
from safelight.core.transfers import sources
from safelight.core.transfers.prepared import Prepared
from safelight.core.transfers.preparing import Prepare
from safelight.errors import SafelightError


def files_of(work: Work, source: str, options: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """The files of this machine that go with an item, each behind its parameter."""
    if work.source is not None:
        given = {**{name: options.get(name) for name in work.create.inputs}, work.source: source}
        for parameter, path in given.items():
            if isinstance(path, str) and path and "://" not in path:
                yield parameter, path


def measured(
    work: Work, parameter: str, path: str, options: Mapping[str, object], prepare: Prepare | None = None
) -> Prepared:
    """Measure a file and check it as the client does. Reads its header and its end.

    Args:
        prepare: How pictures are prepared; those that are need not keep the limits.

    Raises:
        InvalidInput: It would be refused.
    """
    named = options.get("filename") if parameter == work.source else None
    file = sources.prepare(path, named if isinstance(named, str) else None)
    limits = work.create.inputs.get(parameter)
    if limits is not None and not (prepare and file.is_picture):
        file.check(parameter, limits, advise=not prepare)
    return file


def why_refused(
    work: Work, source: str, options: Mapping[str, object], prepare: Prepare | None = None
) -> str:
    """Why an item would be refused before it is bought; empty where nothing speaks against it."""
    try:
        for parameter, path in files_of(work, source, options):
            measured(work, parameter, path, options, prepare)
    except SafelightError as error:
        return without_name(error.message, source)
    return ""


def why_all_refuse(
    stops: Iterable[tuple[Work, Mapping[str, object]]], source: str, prepare: Prepare | None = None
) -> str:
    """Why no vendor would take an item, as the first one says; empty where one would.

    Args:
        stops: The operation of each vendor that the item may go to, with its arguments.
    """
    first = ""
    for work, options in stops:
        why = why_refused(work, source, options, prepare)
        if not why:
            return ""
        first = first or why
    return first


def without_name(message: str, source: str) -> str:
    """A message that stands behind the path of the file that it is about."""
    return re.sub(rf"(^|: ){re.escape(Path(source).name)} ", r"\1it ", message, count=1)
