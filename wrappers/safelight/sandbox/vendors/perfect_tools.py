"""Perfect's features, and what each one makes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

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
from safelight.sandbox.tasks import Output, Product, WorkFailed

_MAXIMUM_FILE = vendor_facts.upload_limit("perfect", "maximum")
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


@dataclass(frozen=True, slots=True)
class Feature:
    """What one feature makes, and how its answers say so."""

    make: Callable[[Order], Sequence[Product]]
    extension: str = "jpg"
    label_field: str = "label"
    describe: Callable[[Sequence[Output]], Mapping[str, JsonValue]] = lambda _: {}


def _load(order: Order, stored: StoredObject, name: str = "image", code: str = "decode_image") -> Picture:
    """Decode an uploaded file within the limits of its feature; `name` is the spec's word for it.

    Raises:
        WorkFailed: `too_large` or `code`.
    """
    if stored.size > _MAXIMUM_FILE:
        raise WorkFailed("too_large", "The file has more than 10 MB.")
    limits = vendor_facts.picture("perfect", order.operation, name)
    # The vendor's own results come back as what they are, webp among them.
    if stored.key.startswith("perfect/results/"):
        limits["formats"] = None
    return decode(stored.path, code=code, **limits)


def _each(change: Callable[[Picture, Order], Picture]) -> Callable[[Order], Sequence[Product]]:
    """Return what changes every source of an order alone."""
    return lambda order: [
        product(change(_load(order, source), order), order.extension) for source in order.sources
    ]


def _opaque(picture: Picture, colour: Pixels) -> Picture:
    return replace(picture, colour=colour, alpha=None)


def _enhance(picture: Picture, order: Order) -> Picture:
    better = upscale(picture, whole(order.parameters, "scale", 1), amount=0.4)
    return _opaque(picture, adjust.enhance(better.colour))


def _stand_in(colour: Pixels, name: str) -> Picture:
    return label(colour, f"{name} - Safelight sandbox stand-in")


def _hair(effect: Callable[[Picture, str], Pixels], name: str) -> Callable[[Order], Sequence[Product]]:
    return _each(lambda picture, order: _stand_in(effect(picture, order.style), f"{name}: {order.style}"))


def _object_removal(order: Order) -> list[Product]:
    products: list[Product] = []
    for source, mask in zip(order.sources, order.references, strict=True):
        picture = _load(order, source)
        drawn = _load(order, mask, "mask", "decode_mask")
        if (picture.width, picture.height) != (drawn.width, drawn.height):
            raise WorkFailed("mask_size", "The mask has another size than the image.")
        white = np.where(drawn.colour.max(axis=2) > 127, 255, 0).astype(np.uint8)
        products.append(product(_opaque(picture, inpaint(picture, white).colour), order.extension))
    return products


def _makeup_transfer(order: Order) -> list[Product]:
    face = _load(order, order.sources[0])
    reference = _load(order, order.references[0], "reference")
    return [product(_stand_in(transfer_makeup(face, reference), "Make-up transfer"), order.extension)]


def _aging(order: Order) -> list[Product]:
    picture = _load(order, order.sources[0])
    head = find_head(picture)
    shown = {years: age(picture, head, years, _PRESENT_AGE) for years in _AGES}
    pictures = {years: _stand_in(colour, f"Age {years}") for years, colour in shown.items()}
    pictures[_PRESENT_AGE] = _opaque(picture, picture.colour)
    return [
        product(each, order.extension, role=f"age-{years}", detail=str(years))
        for years, each in pictures.items()
    ]


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


def _image_generator(order: Order) -> list[Product]:
    note = f"Style: {order.style} - Safelight sandbox drawing"
    return [product(draw_prompt(text(order.parameters, "prompt"), 1024, 1024, note=note), order.extension)]


FEATURES = {
    "hairstyle": Feature(_hair(recolour_hair, "Hairstyle")),
    "wig": Feature(_hair(recolour_hair, "Wig")),
    "hair_extension": Feature(_hair(extend_hair, "Hair extension")),
    "hair_bang": Feature(_hair(add_bangs, "Bangs")),
    "hair_volume": Feature(_hair(raise_volume, "Hair volume")),
    "aging": Feature(_aging, label_field="res_age", describe=_aging_facts),
    "makeup_transfer": Feature(_makeup_transfer),
    "object_removal": Feature(_object_removal),
    "colorize": Feature(_each(lambda picture, _: _opaque(picture, adjust.colorize(picture.colour)))),
    "background_removal": Feature(_each(lambda picture, _: cut_out(picture)), extension="png"),
    "enhance": Feature(_each(_enhance)),
    "image_generator": Feature(_image_generator),
}
"""By the tags of the spec."""
