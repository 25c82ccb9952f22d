"""What came of a comparison: one entry for each picture and vendor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import attrs

from safelight.core.base.verdict import Verdict
from safelight.errors import SafelightError

PAGE, SHEET, RESULTS = "comparison.html", "comparison.png", "results"


@attrs.define
class Entry:
    """What one vendor made of one picture.

    Attributes:
        photo: The picture.
        vendor: The vendor's name.
        title: Its name in sentences.
        seconds: From the call to the result, upload and download included; None where there is none.
        files: Where the result is saved.
        bytes: Size of the first file.
        width, height: Its size in pixels; None where it is no picture.
        credits: What it costs by the vendor's documents; None where they state no price.
        verdict: What the check of the result found.
        error: Why there is no result.
        token: Resumes the task, once it exists.
        prepared: What was changed of the picture before it was sent.
    """

    photo: Path
    vendor: str
    title: str
    credits: float | None = None
    seconds: float | None = None
    files: Sequence[Path] = ()
    bytes: int | None = None
    width: int | None = None
    height: int | None = None
    verdict: Verdict | None = None
    error: SafelightError | None = None
    token: str | None = None
    prepared: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, object]:
        """The entry as plain values, for JSON."""
        return {
            "photo": str(self.photo),
            "vendor": self.vendor,
            "seconds": None if self.seconds is None else round(self.seconds, 3),
            "files": [str(path) for path in self.files],
            "bytes": self.bytes,
            "width": self.width,
            "height": self.height,
            "credits": self.credits,
            "verdict": None if self.verdict is None else self.verdict.as_dict(),
            "error": None
            if self.error is None
            else {"type": type(self.error).__name__, "message": str(self.error)},
            "token": self.token,
            "prepared": list(self.prepared),
        }


@attrs.frozen
class Comparison:
    """A comparison that has ended.

    Attributes:
        operation: The method's name.
        entries: By picture, and for each of them by vendor.
        left_out: Why vendors that offer the operation were not asked, by name.
        page: The HTML page.
        sheet: The contact sheet, a PNG.
    """

    operation: str
    entries: Sequence[Entry]
    left_out: Mapping[str, str]
    page: Path
    sheet: Path
