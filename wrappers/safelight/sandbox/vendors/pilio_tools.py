"""Pilio's tools: what each task makes and what it costs."""

from collections.abc import Callable, Sequence

from safelight.sandbox.images.cutout import cut_out, trim
from safelight.sandbox.images.decode import decode
from safelight.sandbox.images.encode import product
from safelight.sandbox.jsontypes import JsonObject, flag, text
from safelight.sandbox.storage import StoredObject
from safelight.sandbox.tasks import Product, Work

_FAST = {"fast", "speed", "draft", "preview", "low"}

Tool = Callable[[JsonObject, Sequence[StoredObject]], tuple[Work, float]]


def _remove_background(body: JsonObject, sources: Sequence[StoredObject]) -> tuple[Work, float]:
    source = sources[0]

    def work() -> list[Product]:
        cutout = cut_out(decode(source.path), fast=text(body, "quality_type") in _FAST)
        if flag(body, "trim_transparent_background"):
            cutout, _ = trim(cutout)
        return [product(cutout.colour, cutout.alpha, "png", role="cutout")]

    return work, 1


# Path, operationId, request schema and tool.
TOOLS: tuple[tuple[str, str, str, Tool], ...] = (
    ("/v1/images/remove-background", "remove_background", "RemoveBackgroundRequest", _remove_background),
)
