"""Runs a comparison: every vendor at the same time, each with one picture after the other, so that times are fair."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable, Coroutine, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, cast

from safelight.batch.catalogue import Work
from safelight.checks import check_files, check_installed
from safelight.checks.checking import pictures
from safelight.compare.entries import PAGE, RESULTS, SHEET, Comparison, Entry
from safelight.compare.plans import Clients, Plan, make_plan
from safelight.core.base.verdict import Verdict
from safelight.core.options import Options
from safelight.core.task import AsyncTask
from safelight.core.transfers.preparing import Prepare
from safelight.core.transfers.targets import safe_name, try_folder
from safelight.costs.ledger import Ledger
from safelight.errors import AuthenticationError, ConfigurationError, InsufficientCredits, SafelightError
from safelight.vendors import AnyClient, vendor_of

WITHIN = 900.0
"""Seconds to wait for each result."""

HOPELESS = (AuthenticationError, InsufficientCredits)
"""Errors that every other picture would meet as well."""

Told = Callable[[Entry], object]


def compare(
    photos: Iterable[str | os.PathLike[str]],
    *,
    operation: str,
    vendors: Sequence[str] = (),
    options: Mapping[str, object] | None = None,
    out: str | os.PathLike[str] = "comparison",
    within: float = WITHIN,
    profile: str | None = None,
    overwrite: bool = False,
    prepare: Prepare | None = None,
    clients: Clients | None = None,
) -> Comparison:
    """Run one operation on the same pictures at several vendors, and write a page and a contact sheet.

    Each picture becomes a billed task at each vendor. A vendor's failure is an entry, and stops no other. It
    blocks; in a program with an event loop use ``await asyncio.to_thread(compare, ...)``.

    Args:
        photos: Paths of pictures.
        operation: The method's name, such as ``"remove_background"``.
        vendors: Whom to ask; by default everyone who offers the operation and has a key.
        options: Arguments of the operation: ``name`` for every vendor that has it, ``vendor:name`` for one alone.
        out: Folder for the page, the sheet and the results.
        within: Seconds to wait for each result.
        profile: Section of the profile file that holds the keys.
        overwrite: Replace an earlier comparison in `out`.
        prepare: ``"auto"`` sends copies of pictures that would not be taken, or be shown wrong; see `safelight.Options`.
        clients: Arguments of a client's class, by vendor; by default keys and addresses of the environment.

    Raises:
        ConfigurationError: No vendor offers the operation or has a key, the extra ``images`` is missing, or `out`
            cannot be written to.
        InvalidInput: A picture is missing, an option is wrong, or there is a comparison in `out` already.
    """
    plan = make_plan(
        photos,
        operation=operation,
        only=vendors,
        options=options,
        out=out,
        profile=profile,
        overwrite=overwrite,
        prepare=prepare,
        clients=clients,
    )
    run = run_plan(plan, within=within, profile=profile, clients=clients)
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(run)
    with ThreadPoolExecutor(1) as thread:  # the caller is on an event loop, such as a notebook's
        return thread.submit(asyncio.run, run).result()


async def run_plan(
    plan: Plan,
    *,
    within: float = WITHIN,
    profile: str | None = None,
    clients: Clients | None = None,
    entries: list[Entry] | None = None,
    tell: Told = lambda _entry: None,
    note: str = "",
) -> Comparison:
    """Run a plan.

    Args:
        entries: Gets every entry as it begins, for who is interrupted.
        tell: Called with every entry when it has ended.
        note: What the page says of it all, such as that vendors are emulated.
    """
    check_installed()
    results = plan.out / RESULTS
    try:
        await asyncio.to_thread(try_folder, results)
    except OSError as error:
        raise ConfigurationError(f"cannot write to {results}: {error.strerror}", field="out") from None
    begun = [] if entries is None else entries
    stems = _stems(plan.photos)
    runs = [
        _at_vendor(
            plan, work, given, stems, begun, tell, (within, profile, (clients or {}).get(work.vendor, {}))
        )
        for work, given in plan.works
    ]
    async with asyncio.TaskGroup() as group:
        for run in runs:
            group.create_task(run)
    vendors = [work.vendor for work, _ in plan.works]
    begun.sort(key=lambda entry: (plan.photos.index(entry.photo), vendors.index(entry.vendor)))
    made = Comparison(plan.operation, tuple(begun), plan.left_out, plan.out / PAGE, plan.out / SHEET)
    try:
        await asyncio.to_thread(_write, made, note)
    except OSError as error:
        raise SafelightError(
            f"the results are in {results}, but the page cannot be written: {error}"
        ) from None
    return made


def _write(made: Comparison, note: str) -> None:
    from safelight.compare.page import write_page  # noqa: PLC0415 - brings Pillow
    from safelight.compare.sheet import write_sheet  # noqa: PLC0415 - same

    write_page(made, note)
    write_sheet(made, note)


async def _at_vendor(
    plan: Plan,
    work: Work,
    given: Mapping[str, object],
    stems: Mapping[Path, str],
    begun: list[Entry],
    tell: Told,
    access: tuple[float, str | None, Mapping[str, str | None]],
) -> None:
    within, profile, settings = access
    hopeless: SafelightError | None = None
    make = cast("Callable[..., AnyClient]", vendor_of(work.vendor).client_class)
    options = Options(before_purchase=Ledger(profile=profile), prepare=plan.prepare)
    async with make(**{"profile": profile, **settings}, options=options) as client:
        for photo in plan.photos:
            entry = Entry(photo, work.vendor, work.facts.title, work.price(given))
            begun.append(entry)
            if hopeless is not None:
                entry.error = hopeless
                tell(entry)
                continue
            try:
                await _run(
                    entry, client, work, given, within, plan.out / RESULTS / f"{stems[photo]}-{work.vendor}"
                )
            except SafelightError as error:
                entry.error = error
                entry.token = error.token or entry.token
                hopeless = error if isinstance(error, HOPELESS) else None
            except Exception as error:  # noqa: BLE001 - whatever it is, the other vendors go on
                entry.error = SafelightError(f"{type(error).__name__}: {error}")
            tell(entry)


async def _run(
    entry: Entry, client: AnyClient, work: Work, given: Mapping[str, object], within: float, target: Path
) -> None:
    began = time.monotonic()
    create = cast("Callable[..., Coroutine[Any, Any, AsyncTask[object]]]", getattr(client, work.operation))
    task = await create([entry.photo] if work.sources_together else entry.photo, **given)
    entry.token = task.token
    entry.prepared = tuple(line.removeprefix(f"{entry.photo.name}: ") for line in task.prepared)
    result = await task.result(within=within)
    entry.files = tuple(await result.save(target.parent, name=target.name, overwrite=True))
    entry.seconds = time.monotonic() - began
    await asyncio.to_thread(_measure, entry, work, given, target)


def _measure(entry: Entry, work: Work, given: Mapping[str, object], target: Path) -> None:
    """Take a result's figures; what cannot be measured is left out."""
    from safelight.core.transfers.images import size_of  # noqa: PLC0415 - one use

    if not entry.files:
        return
    with entry.files[0].open("rb") as file:
        size = size_of(file.read(65_536))
    entry.bytes = entry.files[0].stat().st_size
    entry.width, entry.height = size or (None, None)
    files = [(label, Path(path)) for label, path in pictures(list(map(str, entry.files)), str(target))]
    try:
        if files:
            entry.verdict = check_files(
                work.method, files, arguments=given, source=entry.photo, prepared=entry.prepared
            )
    except Exception as error:  # noqa: BLE001 - the result is there and paid for, and its check is an extra
        entry.verdict = Verdict(unchecked=f"the check failed: {type(error).__name__}")


def _stems(photos: Sequence[Path]) -> dict[Path, str]:
    """A name for the results of each picture."""
    found: dict[Path, str] = {}
    for photo in photos:
        name = stem = safe_name(photo.stem) or "picture"
        number = 1
        while name in found.values():
            number += 1
            name = f"{stem}-{number}"
        found[photo] = name
    return found
