"""Perfect's features: their paths, their schemas, and what each one makes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from safelight.sandbox.images.cutout import cut_out
from safelight.sandbox.images.decode import Picture, decode
from safelight.sandbox.images.encode import product
from safelight.sandbox.jsontypes import JsonObject, JsonValue
from safelight.sandbox.storage import StoredObject
from safelight.sandbox.tasks import Output, Product, Work, WorkFailed

_MAXIMUM_FILE = 10 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Order:
    """What a task was ordered with. `style` is the title of the chosen style."""

    sources: tuple[StoredObject, ...]
    references: tuple[StoredObject, ...]
    parameters: JsonObject
    extension: str
    style: str


def _nothing(outputs: Sequence[Output]) -> Mapping[str, JsonValue]:
    del outputs
    return {}


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature: `name` as in operationIds, `slug` as in paths."""

    name: str
    slug: str
    run_model: str
    make_work: Callable[[Order], Work]
    extension: str = "jpg"
    file_model: str = "CreateFileRequest"
    takes_files: bool = True
    has_styles: bool = False
    label_field: str = "label"
    describe: Callable[[Sequence[Output]], Mapping[str, JsonValue]] = _nothing


def load(stored: StoredObject, maximum_side: int, *, code: str = "decode_image") -> Picture:
    """Decode an uploaded file within the limits that all features share.

    Raises:
        WorkFailed: `too_large` or `code`.
    """
    if stored.size > _MAXIMUM_FILE:
        raise WorkFailed("too_large", "The file has more than 10 MB.")
    return decode(stored.path, code=code, maximum_side=maximum_side)


def _background_removal(order: Order) -> Work:
    def work() -> list[Product]:
        products: list[Product] = []
        for source in order.sources:
            cutout = cut_out(load(source, 4096))
            products.append(product(cutout.colour, cutout.alpha, order.extension, role="cutout"))
        return products

    return work


FEATURES: tuple[Feature, ...] = (
    Feature("background_removal", "sod", "RunBackgroundRemovalRequest", _background_removal, extension="png"),
)
