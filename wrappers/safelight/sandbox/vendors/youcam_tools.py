"""What YouCam's features make: classical stand-ins for its models, and data that says that it is one."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import cast

import numpy as np

from safelight.sandbox.images import adjust
from safelight.sandbox.images.arrays import Pixels, mix, to_bytes, to_float
from safelight.sandbox.images.cutout import cut_out
from safelight.sandbox.images.decode import Picture
from safelight.sandbox.images.drawing import DRAWING, STAND_IN, draw_prompt, stand_in
from safelight.sandbox.images.edit import apply
from safelight.sandbox.images.encode import archive, product
from safelight.sandbox.images.outpaint import outpaint
from safelight.sandbox.images.portrait import age, find_head, raise_volume, recolour_hair
from safelight.sandbox.images.recolour import edit_by_words
from safelight.sandbox.images.scale import crop, scaled
from safelight.sandbox.jsontypes import JsonObject, JsonValue, text, texts, whole
from safelight.sandbox.orders import Make, Order
from safelight.sandbox.tasks import Product, WorkFailed
from safelight.sandbox.vendors.perfect_tools import PRESENT_AGE, SHARED, age_facts, aging, labelled, one_each

AGES = (12, 20, 30, 40, 50, 60, 70)
_TINTS = (1.12, 1.04, 0.96, 0.88)
_WORN = ("clothes", "hat", "bag", "scarf", "shoes", "ring", "bracelet", "watch", "earring", "necklace")
_SKIN_TYPES = ("I", "II", "III", "IV", "V", "VI")
"""From light to dark."""


def _behind(order: Order, picture: Picture) -> Picture:
    words = order.style or text(order.options, "prompt")
    drawn = draw_prompt(words, picture.width, picture.height)
    cutout = cut_out(picture)
    return stand_in(mix(cutout.colour, drawn.colour, cutout.opacity), words)


def _blurred(order: Order, picture: Picture) -> Picture:
    strength = whole(order.options, "intensity", 50)
    if strength == 0:
        return picture
    level = ("low", "medium", "high")[min(2, strength // 34)]
    return apply(picture, {"background": {"blur": {"level": level}}})


def _versions(change: Callable[[Pixels], Pixels]) -> Make:
    """Return what makes four versions of a picture, from warm to cool."""

    def make(order: Order) -> Sequence[Product]:
        base = to_float(change(order.picture().colour))
        tints = (np.array([2 - warmth, 1.0, warmth], np.float32) for warmth in _TINTS)
        return [
            product(Picture(to_bytes(base * tint), None, "JPEG"), "jpg", role=f"version-{number}")
            for number, tint in enumerate(tints, 1)
        ]

    return make


def _extended(order: Order, picture: Picture) -> Picture:
    size = {name: whole(order.options, name) for name in order.options}
    part = crop(picture, *(size[f"crop_input_{name}"] for name in ("x", "y", "width", "height")))
    if not part.width or not part.height:
        raise WorkFailed("parameter", "The part of the picture lies outside it.")
    inner = scaled(part, size["input_width"], size["input_height"])
    right = size["output_width"] - size["input_x"] - size["input_width"]
    below = size["output_height"] - size["input_y"] - size["input_height"]
    return outpaint(inner, (size["input_y"], right, below, size["input_x"]), 0.0)


def _size(order: Order, usual: tuple[int, int]) -> tuple[int, int]:
    wide, _, high = text(order.options, "size").partition("*")
    return (int(wide), int(high)) if high else usual


def _generated(order: Order) -> Sequence[Product]:
    drawn = draw_prompt(text(order.options, "prompt"), *_size(order, (1664, 928)), note=DRAWING)
    return [product(drawn, "jpg")]


def _edited(order: Order) -> Sequence[Product]:
    last, prompt = order.pictures()[0][-1], text(order.options, "prompt")
    base = scaled(last, *_size(order, (last.width, last.height)))
    return [product(stand_in(edit_by_words(base, prompt).colour, prompt), "jpg")]


def _portraits(order: Order) -> Sequence[Product]:
    picture = order.picture()
    products: list[Product] = []
    for number in range(1, whole(order.options, "output_count") + 1):
        style = draw_prompt(order.style, 256, 256, variant=number)
        made = stand_in(adjust.stylize(picture, style, 0.6, 0.5).colour, f"{order.style} {number}")
        products.append(product(made, "jpg", role=f"portrait-{number}"))
    return products


def _found(tell: Callable[[JsonObject, Picture], Mapping[str, JsonValue]]) -> Make:
    """Return what makes data of the first picture, which says that it was not found by a model."""

    def make(order: Order) -> Sequence[Product]:
        (picture, *_), _ = order.pictures()
        return [_data({**tell(order.options, picture), "note": STAND_IN})]

    return make


def _data(told: JsonObject) -> Product:
    return Product(json.dumps(told).encode(), "json", "application/json")


def _face(picture: Picture) -> tuple[int, int, int, int]:
    """Return where the only face is that is looked for: left, top, width and height."""
    face = find_head(picture).face
    left, top = max(0, round(face.x - face.width / 2)), max(0, round(face.y - face.height / 2))
    return left, top, round(face.width), round(face.height)


def _region(_: JsonObject, picture: Picture) -> Mapping[str, JsonValue]:
    return {
        "result": [dict(zip(("left", "top", "width", "height"), _face(picture), strict=True))],
        "timed": 0.1,
    }


def _faces(_: JsonObject, picture: Picture) -> Mapping[str, JsonValue]:
    left, top, width, height = _face(picture)
    return {"faces": [{"bbox": [left, top, left + width, top + height]}]}


def _coloured(picture: Picture, _: str = "") -> Pixels:
    return adjust.saturation(picture.colour, 25)


def _made_up(order: Order, picture: Picture) -> Picture:
    effects = cast("list[JsonObject]", order.options["effects"])
    worn = ", ".join(text(effect, "category") for effect in effects)
    return stand_in(_coloured(picture), f"Make-up: {worn}")


def _smoothed(picture: Picture, _: str) -> Pixels:
    """Return a face with younger skin."""
    return age(picture, find_head(picture), AGES[0], PRESENT_AGE)


def _woven(picture: Picture, fabric: str) -> Pixels:
    cloth = adjust.stylize(picture, draw_prompt(fabric, 256, 256), 0.7, 0.5)
    return mix(cloth.colour, picture.colour, cut_out(picture).opacity)


def _skin_tone(picture: Picture) -> tuple[float, float, float]:
    """Return the mean of the skin's blue, green and red."""
    skin = find_head(picture).skin
    blue, green, red = (to_float(picture.colour) * skin[:, :, None]).sum(axis=(0, 1)) / (skin.sum() + 1e-6)
    return float(blue), float(green), float(red)


def _skin_type(_: JsonObject, picture: Picture) -> Mapping[str, JsonValue]:
    light = sum(_skin_tone(picture)) / 3
    return {"fitzpatrick_scale": _SKIN_TYPES[min(5, int((255 - light) / 43))], "timed": 0.1}


def _tone(_: JsonObject, picture: Picture) -> Mapping[str, JsonValue]:
    blue, green, red = map(round, _skin_tone(picture))
    return {"skin_color": f"#{red:02x}{green:02x}{blue:02x}"}


def _skin(order: Order) -> Sequence[Product]:
    picture = order.picture()
    scores: list[JsonValue] = [
        {"type": concern, "ui_score": 60 + place * 7 % 40, "raw_score": 55.5, "mask_urls": []}
        for place, concern in enumerate(texts(order.options, "dst_actions"))
    ]
    told = _data({"output": scores, "note": STAND_IN})
    if text(order.options, "format") == "json":
        return [told]
    shown = product(stand_in(adjust.saturation(picture.colour, -100), "Skin"), "png")
    folder = "skinanalysisResult"
    return [archive({f"{folder}/score_info.json": told.data, f"{folder}/skin.png": shown.data})]


TOOLS: Mapping[str, Make] = {
    **SHARED,
    "background_blur": one_each(_blurred),
    "background_change": one_each(_behind),
    "lighting": one_each(
        lambda _, picture: picture.recoloured(adjust.exposure(adjust.hdr(picture.colour, 60), 25))
    ),
    "colorize": _versions(adjust.colorize),
    "color_correction": _versions(lambda colour: adjust.saturation(adjust.hdr(colour, 30), 15)),
    "image_extender": one_each(_extended),
    "object_replacement": SHARED["object_removal"],
    "image_generator": _generated,
    "image_editor": _edited,
    "aging": aging(AGES),
    "look": labelled("Look", _coloured),
    "makeup": one_each(_made_up),
    "face_lift": labelled("Face lift", _smoothed),
    "skin_simulation": labelled("Skin simulation", _smoothed),
    "fabric": labelled("Fabric", _woven),
    "hair_curl": labelled("Curls", raise_volume),
    "hair_color": labelled("Hair colour", recolour_hair),
    **{
        feature: labelled(name)
        for feature, name in {
            "smile": "Smile",
            "teeth_whitening": "White teeth",
            "face_swap": "Face swap",
            "face_reshape": "Face reshape",
            "body_reshape": "Body reshape",
            "abs": "Abs",
            "breast": "Breast",
            "nail_transfer": "Nails",
            "nails": "Nails",
            "eye_color": "Lenses",
            "beard": "Beard",
        }.items()
    },
    **{feature: labelled(f"With the {feature}") for feature in _WORN},
    **dict.fromkeys(("avatar", "studio_portrait", "headshot"), _portraits),
    **{
        f"{feature}_detection": _found(_region)
        for feature in ("teeth", "face_lift", "face_reshape", "body", "skin_type")
    },
    "face_swap_detection": _found(_faces),
    "face_analysis": _found(lambda options, _: dict.fromkeys(texts(options, "features"), "Average")),
    "skin_tone_analysis": _found(_tone),
    "skin_analysis": _skin,
    "skin_type": _found(_skin_type),
    "hair_length": _found(lambda _, __: {"hair_length": {"term": "above chest"}}),
    "hair_density": _found(lambda _, __: {"hair_density": {"term": "medium"}}),
    "hair_type": _found(lambda _, __: {"hair_type": {"term": "2A"}}),
    "hair_frizziness": _found(lambda _, __: {"hair_frizziness": {"term": "low"}}),
}
"""What makes the products of each feature, in a thread, by the tags of the spec."""


def described(results: Sequence[JsonObject]) -> JsonObject:
    """Return what an answer says of all results: of a single one just where it is, of a series its ages too."""
    if len(results) == 1:
        return results[0]
    return {"output": results, **(age_facts(AGES, "agd_idx") if "res_age" in results[0] else {})}
