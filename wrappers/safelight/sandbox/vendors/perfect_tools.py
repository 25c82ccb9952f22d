"""What the features make that both of Perfect's interfaces have: classical stand-ins for its models."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from safelight.sandbox.images import adjust
from safelight.sandbox.images.arrays import Pixels, mix, resize, to_float
from safelight.sandbox.images.cutout import cut_out
from safelight.sandbox.images.decode import Picture
from safelight.sandbox.images.drawing import draw_prompt, stand_in
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
from safelight.sandbox.images.retouch import inpaint, read_mask
from safelight.sandbox.images.scale import upscale
from safelight.sandbox.jsontypes import JsonValue, text, whole
from safelight.sandbox.orders import Make, Order
from safelight.sandbox.tasks import Product

PRESENT_AGE = 30


def one_each(change: Callable[[Order, Picture], Picture]) -> Make:
    """Return what makes one picture of each."""
    return lambda order: [product(change(order, picture), order.extension) for picture in order.pictures()[0]]


def labelled(name: str, effect: Callable[[Picture, str], Pixels] = lambda picture, _: picture.colour) -> Make:
    """Return what makes a labelled picture of each, by an effect that a word decides."""

    def make(order: Order) -> Sequence[Product]:
        pictures, others = order.pictures()
        word = order.style or text(order.options, "preset") or text(order.options, "expression_type")
        made = [effect(picture, word or name) for picture in pictures]
        if others:
            made = [_inset(colour, others[0]) for colour in made]
        said = f"{name}: {word}" if word else name
        return [product(stand_in(colour, said), order.extension) for colour in made]

    return make


def _inset(colour: Pixels, other: Picture) -> Pixels:
    """Return a picture with another one, small, in its upper right corner."""
    side = max(1, min(colour.shape[:2]) // 3)
    share = side / max(other.width, other.height)
    small = resize(other.colour, max(1, round(other.width * share)), max(1, round(other.height * share)))
    shown = colour.copy()
    shown[: small.shape[0], colour.shape[1] - small.shape[1] :] = small
    return shown


def _enhanced(order: Order, picture: Picture) -> Picture:
    larger = upscale(picture, whole(order.options, "scale", 1), amount=0.4)
    return picture.opaque(adjust.enhance(larger.colour))


def _masked(order: Order) -> Sequence[Product]:
    """Take out what the masks mark; where there is a prompt, its drawing takes the place."""
    prompt = text(order.options, "prompt")
    products: list[Product] = []
    for picture, drawn in zip(*order.pictures(), strict=True):
        mask = read_mask(drawn, picture)
        made = picture.opaque(inpaint(picture, mask).colour)
        if "prompt" in order.options:
            new = draw_prompt(prompt, picture.width, picture.height)
            made = stand_in(mix(new.colour, made.colour, to_float(mask) / np.float32(255)), prompt)
        products.append(product(made, order.extension))
    return products


def _made_up(order: Order) -> Sequence[Product]:
    (face,), (reference,) = order.pictures()
    return [product(stand_in(transfer_makeup(face, reference), "Make-up transfer"), order.extension)]


def aging(ages: Sequence[int]) -> Make:
    """Return what makes a picture of each age."""

    def make(order: Order) -> Sequence[Product]:
        picture = order.picture()
        head = find_head(picture)
        return [
            product(
                stand_in(age(picture, head, years, PRESENT_AGE), f"Age {years}"),
                order.extension,
                role=f"age-{years}",
                detail=str(years),
            )
            for years in ages
        ]

    return make


def age_facts(ages: Sequence[int], index: str) -> dict[str, JsonValue]:
    """Return what an answer says of a series of ages; `index` is its word for the place of the present one."""
    return {
        "age": PRESENT_AGE + 2,
        index: ages.index(PRESENT_AGE),
        "age_min": ages[0],
        "age_max": ages[-1],
        "num_of_photos": len(ages),
    }


def _generated(order: Order) -> Sequence[Product]:
    note = f"Style: {order.style} - Safelight sandbox drawing"
    return [product(draw_prompt(text(order.options, "prompt"), 1024, 1024, note=note), order.extension)]


AGES = (10, 20, 30, 40, 50, 60, 70)
SHARED: Mapping[str, Make] = {
    "hairstyle": labelled("Hairstyle", recolour_hair),
    "hair_extension": labelled("Hair extension", extend_hair),
    "hair_bang": labelled("Bangs", add_bangs),
    "hair_volume": labelled("Hair volume", raise_volume),
    "makeup_transfer": _made_up,
    "object_removal": _masked,
    "background_removal": one_each(lambda _, picture: cut_out(picture)),
    "enhance": one_each(_enhanced),
}
"""What makes the products of each feature of both interfaces, in a thread, by the tags of the specs."""
TOOLS: Mapping[str, Make] = {
    **SHARED,
    "wig": labelled("Wig", recolour_hair),
    "aging": aging(AGES),
    "colorize": one_each(lambda _, picture: picture.opaque(adjust.colorize(picture.colour))),
    "image_generator": _generated,
}
"""The same of the first interface."""


def usual_extension(feature: str) -> str:
    """Return the format of a feature's results."""
    return "png" if feature == "background_removal" else "jpg"
