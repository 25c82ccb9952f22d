"""Compares purchases with a vendor's statement, a CSV file with a row for each charge."""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import attrs

from safelight.core.base.homes import expanded
from safelight.core.base.redact import brief
from safelight.core.base.texts import encoding_of, listed
from safelight.costs.entries import CENT, Entry
from safelight.errors import ConfigurationError

NAMES: Mapping[str, tuple[str, ...]] = {
    "date": (
        "date",
        "time",
        "datetime",
        "timestamp",
        "created",
        "createdat",
        "createdtime",
        "createtime",
        "when",
    ),
    "id": ("taskid", "task", "id", "requestid", "jobid", "taskno"),
    "amount": (
        "amount",
        "credits",
        "credit",
        "cost",
        "charge",
        "charged",
        "creditsused",
        "consumed",
        "units",
        "points",
    ),
}
"""Headers of a column, without spaces and signs, in small letters."""
DAY = 86_400.0
MILLISECONDS = 1e11
"""A larger number of a time counts milliseconds."""


@attrs.frozen
class Charge:
    """A row of a statement, or several of one task.

    Attributes:
        line: The line in the file.
        at: Seconds since the epoch; None if the file has no dates.
        whole_day: Whether only the day is known.
    """

    line: int
    amount: float
    at: float | None = None
    task: str | None = None
    whole_day: bool = False


@attrs.frozen
class Reconciled:
    """What a comparison finds.

    Attributes:
        matched: Purchases with their charge: by the task's id, or in doubt and alike in time and price.
        unknown: Charges that belong to no known purchase.
        missing: Purchases of the statement's period that it does not list.
        unsettled: Purchases in doubt that the statement neither lists nor rules out.
    """

    matched: Sequence[tuple[Entry, Charge]]
    unknown: Sequence[Charge]
    missing: Sequence[Entry]
    unsettled: Sequence[Entry]


def read_statement(path: str, columns: Mapping[str, str | None], date_format: str | None) -> list[Charge]:
    """Read the charges of a statement, oldest first. Rows of one task are added up, such as a charge and its refund.

    Args:
        columns: Headers of ``date``, ``id`` and ``amount``, where they are named; the others are looked for.
        date_format: How dates are written, as of `time.strptime`; by default ISO 8601 or seconds since the epoch.

    Raises:
        ConfigurationError: The file cannot be read, a column is missing, or a value is not what its column holds.
    """
    try:
        content = Path(expanded(path)).read_bytes()
        text = content.decode(encoding_of(content)).lstrip("\ufeff")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise ConfigurationError(
            f"cannot read the statement {brief(path)}: {reason}", field="statement"
        ) from None
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    found = {name: _column(name, columns.get(name), rows.fieldnames or ()) for name in NAMES}
    if found["amount"] is None or (found["id"] is None and found["date"] is None):
        lacks = "amount" if found["amount"] is None else "task id nor of date"
        raise ConfigurationError(
            f"{brief(path)}: no column of {lacks} is found among {listed(list(rows.fieldnames or ()), 'and')}: name it with "
            f"{'--amount-column' if found['amount'] is None else '--id-column or --date-column'}",
            field="statement",
        )
    charges: list[Charge] = []
    for row in rows:
        cells = {name: (row.get(header) or "").strip() if header else "" for name, header in found.items()}
        if not cells["amount"]:  # such as a line of totals in words
            continue
        place = f"{brief(path)}, line {rows.line_num}"
        at, whole_day = _time(cells["date"], date_format, place) if cells["date"] else (None, False)
        charges.append(
            Charge(rows.line_num, _amount(cells["amount"], place), at, cells["id"] or None, whole_day)
        )
    # Some vendors write charges as negative amounts; refunds and top-ups have the other sign.
    if sum(charge.amount < 0 for charge in charges) > len(charges) / 2:
        charges = [attrs.evolve(charge, amount=-charge.amount) for charge in charges]
    by_task: dict[object, Charge] = {}
    for charge in charges:
        key = charge.task or charge.line
        known = by_task.get(key)
        by_task[key] = attrs.evolve(known, amount=known.amount + charge.amount) if known else charge
    return sorted(by_task.values(), key=lambda charge: charge.at or 0.0)


def reconcile(
    entries: Iterable[Entry],
    charges: Sequence[Charge],
    *,
    within: float,
    since: float | None,
    until: float | None,
) -> Reconciled:
    """Match purchases of one vendor with its charges: by task, then those in doubt by time and price.

    Args:
        within: How many seconds a charge may be written before or after a purchase in doubt.
        since, until: The statement's period; by default from its first charge to its last.
    """
    known = [entry for entry in entries if entry.state != "refused"]
    by_task = {entry.task: entry for entry in known if entry.task}
    matched = [(by_task[charge.task], charge) for charge in charges if charge.task in by_task]
    seen = {id(charge) for _, charge in matched}
    left = [charge for charge in charges if id(charge) not in seen and charge.amount > CENT]
    doubts = [entry for entry in known if entry.task is None]
    pairs = sorted(
        (
            (_apart(entry, charge), place, number)
            for place, entry in enumerate(doubts)
            for number, charge in enumerate(left)
            if entry.fits(charge.amount) and _apart(entry, charge) <= within
        )
    )
    taken_entries: set[int] = set()
    taken_charges: set[int] = set()
    for _, place, number in pairs:
        if place not in taken_entries and number not in taken_charges:
            taken_entries.add(place)
            taken_charges.add(number)
            matched.append((doubts[place], left[number]))
    listed_ = {entry.id for entry, _ in matched}
    times = [charge.at for charge in charges if charge.at is not None]
    # A charge of which only the day is known may be of any moment of it.
    span = DAY if any(charge.whole_day for charge in charges) else 0.0
    first = since if since is not None else min(times, default=math.inf)
    last = until if until is not None else max(times, default=-math.inf) + span
    rest = [entry for entry in known if entry.id not in listed_]

    unknown = [charge for number, charge in enumerate(left) if number not in taken_charges]

    def is_told(entry: Entry) -> bool:
        """Whether the statement would have the charge of a purchase."""
        if entry.state != "doubt":
            return first <= entry.at <= last
        # Its charge may come later, in another statement; or earlier, for batches know when the doubt arose.
        late = entry.at + within + DAY
        theirs = any(entry.fits(one.amount) and (one.at is None or one.at <= late) for one in unknown)
        return first + within <= entry.at <= last - within and not theirs

    told = [entry for entry in rest if entry.state != "not charged" and is_told(entry)]
    return Reconciled(
        matched, unknown, told, [entry for entry in rest if entry.state == "doubt" and not is_told(entry)]
    )


def _apart(entry: Entry, charge: Charge) -> float:
    """Seconds between a purchase and a charge."""
    if charge.at is None:
        return math.inf
    late = entry.at - charge.at
    return max(0.0, late - DAY, -late) if charge.whole_day else abs(late)


def _column(name: str, given: str | None, headers: Iterable[str]) -> str | None:
    """The header of a column.

    Raises:
        ConfigurationError: It was named and is not there.
    """
    if given is not None:
        if given not in headers:
            raise ConfigurationError(
                f"the statement has no column {given!r}; it has {listed(list(headers), 'and')}",
                field=f"{name}_column",
            )
        return given
    plain = {re.sub(r"[^a-z]", "", re.sub(r"\(.*?\)", "", header.lower())): header for header in headers}
    return next((plain[word] for word in NAMES[name] if word in plain), None)


def _amount(text: str, place: str) -> float:
    number = re.sub(r"[^\d.,+-]", "", text.replace("\u2212", "-"))
    if "," in number:  # of thousands, unless it is the only sign and stands before other than three digits
        thousands = "." in number or re.fullmatch(r"[+-]?\d{1,3}(,\d{3})+", number)
        number = number.replace(",", "" if thousands else ".")
    try:
        return float(number)
    except ValueError:
        raise ConfigurationError(
            f"{place}: {brief(repr(text))} is not an amount: name the column of credits with --amount-column",
            field="amount_column",
        ) from None


def _time(text: str, date_format: str | None, place: str) -> tuple[float, bool]:
    """A moment in seconds since the epoch, and whether only its day is known. Without a time zone it is of UTC."""
    if date_format is None and re.fullmatch(r"\d{9,}(\.\d+)?", text):
        number = float(text)
        return (number / 1000 if number > MILLISECONDS else number), False
    try:
        found = datetime.strptime(text, date_format) if date_format else datetime.fromisoformat(text)  # noqa: DTZ007 - set below
    except ValueError:
        raise ConfigurationError(
            f"{place}: {brief(repr(text))} is not a date like 2026-11-27 or 2026-11-27T18:05:00Z: pass how they are written, "
            "such as --date-format '%d/%m/%Y %H:%M'",
            field="date_format",
        ) from None
    if found.tzinfo is None:
        found = found.replace(tzinfo=UTC)
    whole_day = (
        len(text) <= len("2026-11-27")
        if date_format is None
        else "%H" not in date_format and "%I" not in date_format
    )
    return found.timestamp(), whole_day
