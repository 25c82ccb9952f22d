"""Prepares the sources of one task: its pictures, and the masks and places that lie on them."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager

from safelight.core.base.events import PicturePrepared
from safelight.core.base.facts import InputFacts, OperationFacts, VendorFacts
from safelight.core.base.methods import MethodFacts
from safelight.core.transfers.prepared import Prepared
from safelight.core.transfers.preparing import Sources
from safelight.errors import InvalidInput
from safelight.prepare.pictures import Fitted, fit_mask, fit_picture
from safelight.prepare.places import scaled


def fit(facts: VendorFacts, method: MethodFacts, operation: OperationFacts, sources: Sources) -> Sources:
    """Prepare the sources of a task, so that they keep the operation's limits. Blocks.

    A file that is no picture, and a picture that needs no change, is handed on as it is.

    Raises:
        InvalidInput: A picture is damaged or too large to be decoded, or cannot be made to keep the limits; or what lies
            on it cannot be changed along.
        ConfigurationError: A package that reads a format is missing.
    """
    files: dict[str, Sequence[Prepared]] = {}
    notes: list[PicturePrepared] = []
    arguments = sources.arguments
    main: Fitted | None = None

    def take(name: str, found: Sequence[Fitted], also: Sequence[str] = ()) -> None:
        for file, one in zip(sources.files[name], found, strict=True):
            if one.changes:
                changes = (*one.changes, *also)
                notes.append(
                    PicturePrepared(
                        facts.vendor, operation.id, name, file.name, changes, one.before, one.after
                    )
                )
        files[name] = [one.file for one in found]

    masks = [name for name in sources.files if method.parameters[name].aligned == "mask"]
    for name, given in sources.files.items():
        if name in masks:
            continue
        with _named(name):
            limits = _limits(facts, operation, name)
            found = [fit_picture(file, limits) if file.is_picture else Fitted(file) for file in given]
        also: list[str] = []
        if name == method.source and len(found) == 1 and given[0].is_picture:
            main = found[0]
            arguments, also = _along(method, arguments, main)
        take(name, found, also)
    for name in masks:
        with _named(name):
            limits = _limits(facts, operation, name)
            take(
                name, [fit_mask(file, limits, main) if main else Fitted(file) for file in sources.files[name]]
            )
    return Sources(files, arguments, tuple(notes))


@contextmanager
def _named(parameter: str) -> Generator[None]:
    try:
        yield
    except InvalidInput as error:
        raise InvalidInput(f"{parameter}: {error.message}", field=parameter) from error.__cause__


def _limits(facts: VendorFacts, operation: OperationFacts, parameter: str) -> InputFacts:
    limits = operation.inputs.get(parameter, InputFacts())
    return limits._replace(maximum_bytes=limits.maximum_bytes or facts.upload.maximum_bytes)


def _along(
    method: MethodFacts, arguments: Mapping[str, object], picture: Fitted
) -> tuple[Mapping[str, object], list[str]]:
    """The arguments as they suit the copy of a picture, and what was changed of them.

    Raises:
        InvalidInput: They lie on the picture, and cannot be changed along.
    """
    lying = {
        name: one.aligned
        for name, one in method.parameters.items()
        if one.aligned and arguments.get(name) is not None
    }
    moved = picture.before != picture.after
    for name, aligned in lying.items():
        if aligned == "mask" and (moved or picture.orientation != 1):
            raise InvalidInput(
                f"{name}: the vendor fetches it by its URL, and the picture below it is changed: pass a file instead",
                field=name,
            )
        if aligned != "mask" and picture.orientation != 1:
            raise InvalidInput(
                f"{name}: the picture is turned by its EXIF data, and nobody can tell whether these places are those of "
                "the turned picture: turn it first, with PIL.ImageOps.exif_transpose, and pass the places of that",
                field=name,
            )
    pixels = {name: arguments[name] for name, aligned in lying.items() if aligned == "pixels"}
    if not pixels or not moved:
        return arguments, []
    return {**arguments, **scaled(pixels, picture.before, picture.after)}, [
        f"{', '.join(pixels)} scaled alike"
    ]
