"""What a task is ordered with: a request, and files that are decoded within the documented limits."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from safelight.sandbox import vendor_facts
from safelight.sandbox.images.decode import Picture, decode
from safelight.sandbox.jsontypes import JsonObject
from safelight.sandbox.storage import StoredObject
from safelight.sandbox.tasks import Files, Product, WorkFailed, path_of


@dataclass(slots=True)
class Order:
    """What a task is ordered with.

    Attributes:
        options: What is asked for.
        files: What it works on.
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
        return [path_of(file) for known, file in self.files if known == name]

    def picture(self, name: str = "image") -> Picture:
        """Return the first picture of a name.

        Raises:
            WorkFailed: It breaks a limit, or is none.
        """
        for known, file in self.files:
            if known == name:
                return self._decoded(name, file)
        raise WorkFailed("decode_image", f"There is no {name}.")

    def named_pictures(self) -> dict[str, list[Picture]]:
        """Return all pictures by name.

        Raises:
            WorkFailed: One breaks a limit, or is none.
        """
        found: dict[str, list[Picture]] = {}
        for name, file in self.files:
            found.setdefault(name, []).append(self._decoded(name, file))
        return found

    def pictures(self) -> tuple[list[Picture], list[Picture]]:
        """Return the pictures to work on, which come first, and those that are there for help, such as masks.

        Raises:
            WorkFailed: One breaks a limit, or is none.
        """
        first, *others = self.named_pictures().values()
        return first, [one for several in others for one in several]

    def _decoded(self, name: str, file: StoredObject | Path | str) -> Picture:
        limits = vendor_facts.picture(self.vendor, self.operation, name)
        if isinstance(file, StoredObject) and file.key.startswith(f"{self.vendor}/results/"):
            limits["formats"] = None  # a result of the vendor's own comes back as what it is
        return decode(path_of(file), code="decode_mask" if name == "mask" else "decode_image", **limits)


Make = Callable[[Order], Sequence[Product]]
"""Makes the products of an order, in a thread."""
