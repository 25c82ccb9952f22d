"""What a task is ordered with: a request, and files that are decoded within the documented limits."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from safelight.sandbox import vendor_facts
from safelight.sandbox.images.decode import Picture, decode
from safelight.sandbox.jsontypes import JsonObject
from safelight.sandbox.storage import StoredObject
from safelight.sandbox.tasks import Product, WorkFailed

Files = list[tuple[str, StoredObject | Path | str]]


@dataclass(slots=True)
class Order:
    """What a task is ordered with.

    Attributes:
        options: What is asked for.
        files: What it works on, by the spec's words for it: an address is a path once it is fetched.
        style: The title of the chosen style or template.
        extension: The format of the results, where the vendor leaves a choice.
    """

    vendor: str
    operation: str
    options: JsonObject
    files: Files
    style: str = ""
    extension: str = "jpg"

    def paths(self, name: str) -> list[Path]:
        """Return the files of a name."""
        return [_path(file) for known, file in self.files if known == name]

    def preview(self) -> Path | None:
        """Return the first file, once it is there."""
        first = self.files[0][1] if self.files else ""
        return None if isinstance(first, str) else _path(first)

    def picture(self, name: str = "image") -> Picture:
        """Return the first picture of a name.

        Raises:
            WorkFailed: It breaks a limit, or is none.
        """
        for known, file in self.files:
            if known == name:
                return self._decoded(name, file)
        raise WorkFailed("decode_image", f"There is no {name}.")

    def pictures(self) -> tuple[list[Picture], list[Picture]]:
        """Return the pictures to work on, which come first, and those that are there for help, such as masks.

        Raises:
            WorkFailed: One breaks a limit, or is none.
        """
        main = self.files[0][0]
        found = [(name, self._decoded(name, file)) for name, file in self.files]
        return [one for name, one in found if name == main], [one for name, one in found if name != main]

    def _decoded(self, name: str, file: StoredObject | Path | str) -> Picture:
        limits = vendor_facts.picture(self.vendor, self.operation, name)
        if isinstance(file, StoredObject) and file.key.startswith(f"{self.vendor}/results/"):
            limits["formats"] = None  # a result of the vendor's own comes back as what it is
        return decode(_path(file), code="decode_mask" if name == "mask" else "decode_image", **limits)


Make = Callable[[Order], Sequence[Product]]
"""Makes the products of an order, in a thread."""


def _path(file: StoredObject | Path | str) -> Path:
    return file.path if isinstance(file, StoredObject) else Path(file)
