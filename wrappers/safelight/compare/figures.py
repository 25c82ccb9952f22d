"""Figures of a comparison in words, for the page, the sheet and the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from safelight.compare.entries import Entry
from safelight.core.base.texts import counted

COLOUR = "#3b6ea5"
"""The colour that results are shown on, beside the checkerboard and white."""


def amount(size: int | None) -> str:
    """Bytes for a reader."""
    if size is None:
        return ""
    return f"{size / 1000:.0f} kB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"


def credits_text(value: float | None) -> str:
    """Credits; a price that no document states is unknown, not free."""
    if value is None:
        return "credits unknown"
    return counted(value, "credit")


def facts(entry: Entry) -> list[str]:
    """The figures of an entry that has a result."""
    size = f"{entry.width} x {entry.height}" if entry.width else ""
    took = "" if entry.seconds is None else f"{entry.seconds:.1f} s"
    return [text for text in (took, size, amount(entry.bytes), credits_text(entry.credits)) if text]


def opinion(entry: Entry) -> str:
    """What the check found, in a few words."""
    if entry.verdict is None:
        return ""
    return f"suspect: {entry.verdict.short}" if entry.verdict.suspect else entry.verdict.short


def by_vendor(entries: Sequence[Entry]) -> Iterator[tuple[str, list[Entry]]]:
    """The entries of each vendor, by its title, in the order of the first picture."""
    for title in dict.fromkeys(entry.title for entry in entries):
        yield title, [entry for entry in entries if entry.title == title]


def summary(entries: Sequence[Entry]) -> list[str]:
    """One vendor in a row: results, seconds, bytes, credits, suspects."""
    done = [entry for entry in entries if entry.error is None and entry.seconds is not None]
    seconds = [entry.seconds for entry in done if entry.seconds is not None]
    sizes = [entry.bytes for entry in done if entry.bytes is not None]
    prices = [entry.credits for entry in done if entry.credits is not None]
    suspect = sum(entry.verdict is not None and entry.verdict.suspect for entry in done)
    return [
        f"{len(done)} of {len(entries)}",
        f"{median(seconds):.1f} s" if seconds else "",
        amount(round(median(sizes))) if sizes else "",
        (f"{sum(prices):g}" if len(prices) == len(done) else "unknown") if done else "",
        str(suspect) if suspect else "none" if done else "",
    ]


COLUMNS = ("Vendor", "Results", "Seconds, median", "Size, median", "Credits", "Suspect")
