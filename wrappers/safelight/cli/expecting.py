"""Which files an operation is expected to make, so that one in the way is seen before anything is bought."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast


@dataclass(slots=True)
class Expected:
    """The files of one task.

    Attributes:
        files: What each file's name ends in before its suffix, such as ``-mask``, and its suffix as the vendor spells it.
        seen: Suffixes that results of the same command had: no vendor promises its formats.
    """

    files: Sequence[tuple[str, str]] = ()
    seen: set[str] = field(default_factory=set[str])

    def paths(self, folder: Path, name: str) -> list[Path]:
        """Where the files would go in a folder."""
        return [
            folder / f"{name}{mark}{suffix}"
            for mark, spelling in self.files
            for suffix in sorted({f".{spelling}", *self.seen})
        ]

    def named(self, path: Path) -> list[Path]:
        """Where the files would go by a file name that the user chose."""
        return [path.with_name(f"{path.stem}{mark}{path.suffix}") for mark, _ in self.files]

    def learn(self, files: Sequence[Path]) -> None:
        """Take note of what a task made."""
        if len(files) == len(self.files) == 1:
            self.seen.add(files[0].suffix.lower())


def expected(vendor: str, method: str, arguments: Mapping[str, object]) -> Expected:
    """What an operation makes with these arguments, by the vendor's documents or, where they are silent, by custom."""
    cut_out = method == "remove_background"
    match vendor:
        case "claid":
            return Expected([("", _claid_format(arguments.get("output"), cut_out=cut_out))])
        case "perfect":
            kind = str(arguments.get("output_ext", "png" if cut_out else "jpg"))
            return Expected([("-1" if method == "show_aging" else "", kind)])
        case "picwish":
            image, mask = ("", str(arguments.get("format", "png"))), ("-mask", "png")
            chosen = {"mask": [mask], "both": [image, mask]}
            return Expected(chosen.get(str(arguments.get("output")), [image]))
        case _:
            kind = "pdf" if method == "remove_pdf_watermark" else "png"
            count = cast("int", arguments.get("output_count", 1))
            if count == 1:
                return Expected([("", kind)])
            return Expected([*((f"-{number}", kind) for number in range(1, count + 1)), ("-all", "zip")])


def _claid_format(output: object, *, cut_out: bool) -> str:
    if not isinstance(output, Mapping):
        return "png" if cut_out and output is None else "jpeg"
    chosen = cast("Mapping[str, object]", output).get("format", "jpeg")
    if isinstance(chosen, Mapping):
        chosen = cast("Mapping[str, object]", chosen).get("type", "jpeg")
    return str(chosen)
