"""Perfect's features: their paths, their schemas, and what each one makes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from safelight.sandbox import vendor_facts
from safelight.sandbox.images import adjust
from safelight.sandbox.images.arrays import Pixels
from safelight.sandbox.images.cutout import cut_out
from safelight.sandbox.images.decode import Picture, decode
from safelight.sandbox.images.drawing import draw_prompt, label
from safelight.sandbox.images.encode import product
from safelight.sandbox.images.portrait import (
    add_bangs,
    age,
    extend_hair,
    find_head,
    raise_volume,
    recolour_hair,
    transfer_makeup,
)
from safelight.sandbox.images.retouch import inpaint
from safelight.sandbox.images.scale import upscale
from safelight.sandbox.jsontypes import JsonObject, JsonValue, text, whole
from safelight.sandbox.storage import StoredObject
from safelight.sandbox.tasks import Output, Product, Work, WorkFailed

_MAXIMUM_FILE = 10 * 1024 * 1024
_PHOTO_SIDE = 4096
_PORTRAIT_SIDE = 1024
_PRESENT_AGE = 30
_AGES = (10, 20, 30, 40, 50, 60, 70)


@dataclass(frozen=True, slots=True)
class Order:
    """What a task was ordered with. `style` is the title of the chosen style."""

    operation: str
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


def _load(
    order: Order, stored: StoredObject, maximum_side: int, *, name: str = "image", code: str = "decode_image"
) -> Picture:
    """Decode an uploaded file within the limits of its feature; `name` is the spec's word for it.

    Raises:
        WorkFailed: `too_large` or `code`.

    """
    if stored.size > _MAXIMUM_FILE:
        raise WorkFailed("too_large", "The file has more than 10 MB.")
    # The vendor's own results come back as what they are, webp among them.
    own = stored.key.startswith("perfect/results/")
    formats = None if own else vendor_facts.formats("perfect", order.operation, name)
    return decode(stored.path, code=code, formats=formats, maximum_side=maximum_side)


def _each(
    change: Callable[[Picture, Order], tuple[Pixels, Pixels | None]], maximum_side: int
) -> Callable[[Order], Work]:
    """Return the making of work that changes every source alone."""

    def make(order: Order) -> Work:
        def work() -> list[Product]:
            products: list[Product] = []
            for source in order.sources:
                colour, alpha = change(_load(order, source, maximum_side), order)
                products.append(product(colour, alpha, order.extension))
            return products

        return work

    return make


def _cut(picture: Picture, order: Order) -> tuple[Pixels, Pixels | None]:
    del order
    cutout = cut_out(picture)
    return cutout.colour, cutout.alpha


def _colorize(picture: Picture, order: Order) -> tuple[Pixels, Pixels | None]:
    del order
    return adjust.colorize(picture.colour), None


def _enhance(picture: Picture, order: Order) -> tuple[Pixels, Pixels | None]:
    better = upscale(picture, whole(order.parameters, "scale", 1), amount=0.4)
    return adjust.enhance(better.colour), None


def _hair(effect: Callable[[Picture, str], Pixels], name: str) -> Callable[[Order], Work]:
    def change(picture: Picture, order: Order) -> tuple[Pixels, Pixels | None]:
        return label(
            effect(picture, order.style), f"{name}: {order.style} - Safelight sandbox stand-in"
        ), None

    return _each(change, _PORTRAIT_SIDE)


def _object_removal(order: Order) -> Work:
    def work() -> list[Product]:
        products: list[Product] = []
        for source, mask in zip(order.sources, order.references, strict=True):
            picture = _load(order, source, _PHOTO_SIDE)
            drawn = _load(order, mask, _PHOTO_SIDE, name="mask", code="decode_mask")
            if (picture.width, picture.height) != (drawn.width, drawn.height):
                raise WorkFailed("mask_size", "The mask has another size than the image.")
            white = np.where(drawn.colour.max(axis=2) > 127, 255, 0).astype(np.uint8)
            clean = inpaint(picture, white)
            products.append(product(clean.colour, None, order.extension))
        return products

    return work


def _makeup_transfer(order: Order) -> Work:
    def work() -> list[Product]:
        face = _load(order, order.sources[0], _PORTRAIT_SIDE)
        reference = _load(order, order.references[0], _PORTRAIT_SIDE, name="reference")
        made = label(transfer_makeup(face, reference), "Make-up transfer - Safelight sandbox stand-in")
        return [product(made, None, order.extension)]

    return work


def _aging(order: Order) -> Work:
    def work() -> list[Product]:
        picture = _load(order, order.sources[0], _PHOTO_SIDE)
        head = find_head(picture)
        return [
            product(
                picture.colour
                if years == _PRESENT_AGE
                else label(
                    age(picture, head, years, _PRESENT_AGE), f"Age {years} - Safelight sandbox stand-in"
                ),
                None,
                order.extension,
                role=f"age-{years}",
                detail=str(years),
            )
            for years in _AGES
        ]

    return work


def _aging_facts(outputs: Sequence[Output]) -> Mapping[str, JsonValue]:
    return {
        "custom_info": {
            "age": _PRESENT_AGE + 2,
            "age_idx": _AGES.index(_PRESENT_AGE),
            "age_min": _AGES[0],
            "age_max": _AGES[-1],
            "num_of_photos": len(outputs),
        }
    }


def _image_generator(order: Order) -> Work:
    def work() -> list[Product]:
        note = f"Style: {order.style} - Safelight sandbox drawing"
        drawn = draw_prompt(text(order.parameters, "prompt"), 1024, 1024, note=note)
        return [product(drawn.colour, None, order.extension)]

    return work


FEATURES: tuple[Feature, ...] = (
    Feature(
        "hairstyle", "hair-style", "RunHairstyleRequest", _hair(recolour_hair, "Hairstyle"), has_styles=True
    ),
    Feature("wig", "wig", "RunHairstyleRequest", _hair(recolour_hair, "Wig"), has_styles=True),
    Feature(
        "hair_extension",
        "hair-ext",
        "RunHairEffectRequest",
        _hair(extend_hair, "Hair extension"),
        has_styles=True,
    ),
    Feature("hair_bang", "hair-bang", "RunHairEffectRequest", _hair(add_bangs, "Bangs"), has_styles=True),
    Feature(
        "hair_volume", "hair-vol", "RunHairEffectRequest", _hair(raise_volume, "Hair volume"), has_styles=True
    ),
    Feature("aging", "aging", "RunAgingRequest", _aging, label_field="res_age", describe=_aging_facts),
    Feature(
        "makeup_transfer",
        "mu-trans-rec",
        "RunMakeupTransferRequest",
        _makeup_transfer,
        file_model="CreateMakeupTransferFileRequest",
    ),
    Feature("object_removal", "obj-removal", "RunObjectRemovalRequest", _object_removal),
    Feature("colorize", "colorize", "RunColorizeRequest", _each(_colorize, _PHOTO_SIDE)),
    Feature(
        "background_removal", "sod", "RunBackgroundRemovalRequest", _each(_cut, _PHOTO_SIDE), extension="png"
    ),
    Feature("enhance", "enhance", "RunEnhanceRequest", _each(_enhance, _PHOTO_SIDE)),
    Feature(
        "image_generator",
        "text-to-image",
        "RunImageGeneratorRequest",
        _image_generator,
        takes_files=False,
        has_styles=True,
    ),
)
