"""Plans a comparison: whom to ask, with which arguments, for how many credits; nothing is bought before all is checked."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import attrs

from safelight.batch.catalogue import Work, work_of
from safelight.batch.choices import wrong_value
from safelight.compare.entries import PAGE, RESULTS, SHEET
from safelight.core.api.credentials import resolve
from safelight.core.base.homes import expanded
from safelight.core.base.redact import PATH, brief
from safelight.core.base.texts import counted, did_you_mean, listed
from safelight.core.transfers.preparing import Prepare, check_prepare
from safelight.errors import ConfigurationError, InvalidInput
from safelight.vendors import vendor_of, vendors

Clients = Mapping[str, Mapping[str, str | None]]


@attrs.frozen
class Plan:
    """A comparison that may begin.

    Attributes:
        operation: The method's name.
        photos: The pictures.
        works: Whom to ask, each with the arguments beside the picture.
        left_out: Why vendors that offer the operation are not asked, by name.
        out: The folder for the page, the sheet and the results.
        prepare: How pictures are prepared; see `safelight.Options`.
    """

    operation: str
    photos: Sequence[Path]
    works: Sequence[tuple[Work, Mapping[str, object]]]
    left_out: Mapping[str, str]
    out: Path
    prepare: Prepare | None = attrs.field(default=None, validator=check_prepare)

    @property
    def tasks(self) -> int:
        """How many tasks are bought."""
        return len(self.photos) * len(self.works)

    def lines(self) -> list[str]:
        """What it takes, for a person."""
        name = self.operation.replace("_", "-")
        found = [
            f"{name}: {counted(len(self.photos), 'picture')} at {counted(len(self.works), 'vendor')}, {counted(self.tasks, 'task')}"
        ]
        for work, arguments in self.works:
            price, most = work.price(arguments), work.dearest(arguments)
            count = len(self.photos)
            if price is None:
                cost = "credits unknown: no document states a price"
            else:
                cost = f"{counted(count * price, 'credit')} by the documented prices"
                cost += f", at most {count * most:g}" if most is not None and most > price else ""
            found.append(f"  {work.facts.title}: {cost}")
        found += [
            f"  {vendors()[vendor].title}: left out: {reason}" for vendor, reason in self.left_out.items()
        ]
        return found


def make_plan(
    photos: Iterable[str | os.PathLike[str]],
    *,
    operation: str,
    only: Sequence[str] = (),
    options: Mapping[str, object] | None = None,
    out: str | os.PathLike[str] = "comparison",
    profile: str | None = None,
    overwrite: bool = False,
    prepare: Prepare | None = None,
    clients: Clients | None = None,
) -> Plan:
    """Check everything, and say whom to ask.

    Raises:
        ConfigurationError: No vendor offers the operation, or none that does has a key.
        InvalidInput: A picture is missing, an option is unknown or wrong, or there is a comparison in `out` already.
    """
    name = operation.replace("-", "_")
    offering = _offering(name)
    wanted = list(dict.fromkeys(vendor_of(vendor).name for vendor in only))  # each is paid once
    for vendor in wanted:
        if vendor not in offering:
            raise ConfigurationError(
                f"{vendor} has no operation {operation}; {listed(list(offering), 'and')} have it",
                field="vendor",
            )
    left_out: dict[str, str] = {}
    works: list[Work] = []
    for vendor in wanted or offering:
        given = (clients or {}).get(vendor)
        try:
            resolve(vendor_of(vendor).facts, **{"profile": profile, **(given or {})})
        except ConfigurationError as error:
            if wanted:
                raise
            left_out[vendor] = error.message
            continue
        works.append(work_of(vendor, name))
    if not works:
        reasons = "\n".join(f"  {reason}" for reason in left_out.values())
        raise ConfigurationError(f"no vendor with {operation} has a key:\n{reasons}", field="api_key")
    paths = list(dict.fromkeys(_photo(photo) for photo in photos))
    if not paths:
        raise InvalidInput("there is no picture to compare with", field="photos")
    folder = Path(expanded(out))
    for taken in (
        folder / PAGE,
        folder / SHEET,
        folder / RESULTS,
    ):  # results without a page are of a broken-off one
        if taken.exists() and not overwrite:
            raise InvalidInput(
                f"{brief(taken, PATH)} exists: pass overwrite=True, or choose another --out", field="out"
            )
    arguments = split_options(works, options or {})
    return Plan(name, paths, list(zip(works, arguments, strict=True)), left_out, folder, prepare)


def _offering(name: str) -> list[str]:
    """The vendors that have an operation which takes one picture."""
    known = {vendor: one.facts.methods for vendor, one in vendors().items()}
    found = [
        vendor for vendor, methods in known.items() if name in methods and methods[name].source is not None
    ]
    if not found:
        spelled = name.replace("_", "-")
        others = sorted({other.replace("_", "-") for methods in known.values() for other in methods})
        raise ConfigurationError(
            f"no vendor has an operation {spelled} that takes a picture.{did_you_mean(spelled, others)} All of them: "
            "safelight operations",
            field="operation",
        )
    return found


def _photo(photo: str | os.PathLike[str]) -> Path:
    path = Path(expanded(photo))
    if not path.is_file():
        raise InvalidInput(f"there is no file {brief(path, PATH)}", field="photos")
    return path


def split_options(
    works: Sequence[Work], options: Mapping[str, object], *, complete: bool = True
) -> list[dict[str, object]]:
    """Each vendor's arguments: ``name`` for every one that has it, ``vendor:name`` for one alone.

    Args:
        complete: Whether required ones must be among them.

    Raises:
        InvalidInput: An option is nobody's, a value is none of its choices, or one that a vendor needs is missing.
    """
    found: list[dict[str, object]] = [{} for _ in works]
    for key, value in sorted(
        options.items(), key=lambda option: ":" in option[0]
    ):  # those of one vendor count more
        vendor, _, name = key.rpartition(":")
        name = name.replace("-", "_")
        takers = [
            given
            for work, given in zip(works, found, strict=True)
            if vendor in ("", work.vendor) and name in work.parameters and name != work.source
        ]
        if not takers:
            known = sorted({one for work in works if vendor in ("", work.vendor) for one in work.parameters})
            whose = vendor or "any of these vendors"
            raise InvalidInput(
                f"{name!r} is no option of {whose}.{did_you_mean(name, known)}", field="options"
            )
        for given in takers:
            given[name] = value
    for work, given in zip(works, found, strict=True):
        missing = [name for name in work.required if name not in given]
        if missing and complete:
            raise InvalidInput(
                f"{work.vendor} {work.operation} needs {missing[0]!r}: pass -O {work.vendor}:{missing[0]}=VALUE, or "
                "leave this vendor out by naming the others with --vendor",
                field=missing[0],
            )
        wrong = wrong_value(work, given)
        if wrong is not None:
            raise InvalidInput(f"{work.vendor} {work.operation}: {wrong[1]}", field=wrong[0])
    return found
