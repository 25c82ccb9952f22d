"""What YouCam's features make: classical stand-ins for its models, and data that says that it is one."""

import io
import json
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

import numpy as np

from safelight.sandbox import vendor_facts
from safelight.sandbox.images import adjust
from safelight.sandbox.images.arrays import Pixels, mix, resize, to_bytes, to_float
from safelight.sandbox.images.cutout import cut_out
from safelight.sandbox.images.decode import Picture, decode
from safelight.sandbox.images.drawing import DRAWING, draw_prompt, label
from safelight.sandbox.images.edit import apply
from safelight.sandbox.images.encode import product
from safelight.sandbox.images.outpaint import outpaint
from safelight.sandbox.images.portrait import (
    add_bangs,
    age,
    extend_hair,
    find_head,
    raise_volume,
    recolour_hair,
    transfer_makeup,
)
from safelight.sandbox.images.recolour import edit_by_words
from safelight.sandbox.images.retouch import inpaint
from safelight.sandbox.images.scale import crop, scaled, upscale
from safelight.sandbox.jsontypes import JsonObject, JsonValue, text, texts, whole
from safelight.sandbox.tasks import Product, WorkFailed

_MAXIMUM_FILE = vendor_facts.upload_limit("youcam", "maximum")
PRESENT_AGE = 30
AGES = (12, 20, 30, 40, 50, 60, 70)
_TINTS = (1.12, 1.04, 0.96, 0.88)
_SKIN_TYPES = ("I", "II", "III", "IV", "V", "VI")
"""From light to dark."""
_NOTE = "Safelight sandbox stand-in"


@dataclass(frozen=True, slots=True)
class Order:
    """What a task was ordered with.

    Attributes:
        template: The title of the chosen template.
        files: In the order of the operation's inputs: the input's name, and whether it is a result of the vendor's own.
    """

    operation: str
    body: JsonObject
    template: str
    files: list[tuple[str, Path, bool]] = field(default_factory=list[tuple[str, Path, bool]])

    def pictures(self) -> list[Picture]:
        """Return the files, decoded within the documented limits.

        Raises:
            WorkFailed: A file breaks one, or is none.
        """
        return [self._picture(*file) for file in self.files]

    def _picture(self, name: str, path: Path, own: bool) -> Picture:  # noqa: FBT001 - of a tuple
        if path.stat().st_size > _MAXIMUM_FILE:
            raise WorkFailed("too_large", "The file has more than 10 MB.")
        limits = vendor_facts.picture("youcam", self.operation, name)
        if own:  # it comes back as what it is
            limits["formats"] = None
        return decode(path, code="decode_mask" if name == "mask" else "decode_image", **limits)


Make = Callable[[Order], Sequence[Product]]


def _one(change: Callable[[Order, Picture], Picture], extension: str = "jpg") -> Make:
    """Return what makes one picture of the first."""
    return lambda order: [product(change(order, order.pictures()[0]), extension)]


def _labelled(
    name: str, effect: Callable[[Picture, str], Pixels] = lambda picture, _: picture.colour
) -> Make:
    """Return what makes one labelled picture, by an effect that a word decides."""

    def make(order: Order) -> Sequence[Product]:
        picture, *others = order.pictures()
        word = order.template or text(order.body, "preset") or text(order.body, "expression_type")
        colour = effect(picture, word or name)
        if others:
            colour = _inset(colour, others[0])
        return [product(label(colour, f"{name}{': ' if word else ''}{word} - {_NOTE}"), "jpg")]

    return make


def _inset(colour: Pixels, other: Picture) -> Pixels:
    """Return a picture with another one, small, in its upper right corner."""
    side = max(1, min(colour.shape[:2]) // 3)
    share = side / max(other.width, other.height)
    small = resize(other.colour, max(1, round(other.width * share)), max(1, round(other.height * share)))
    shown = colour.copy()
    shown[: small.shape[0], colour.shape[1] - small.shape[1] :] = small
    return shown


def _behind(order: Order, picture: Picture) -> Picture:
    words = order.template or text(order.body, "prompt")
    drawn = draw_prompt(words, picture.width, picture.height)
    cutout = cut_out(picture)
    return label(mix(cutout.colour, drawn.colour, cutout.opacity), f"{words} - {_NOTE}")


def _blurred(order: Order, picture: Picture) -> Picture:
    strength = whole(order.body, "intensity", 50)
    if strength == 0:
        return picture
    level = ("low", "medium", "high")[min(2, strength // 34)]
    return apply(picture, {"background": {"blur": {"level": level}}})


def _versions(change: Callable[[Pixels], Pixels]) -> Make:
    """Return what makes four versions of a picture, from warm to cool."""

    def make(order: Order) -> Sequence[Product]:
        picture = order.pictures()[0]
        base = to_float(change(picture.colour))
        tints = (np.array([2 - warmth, 1.0, warmth], np.float32) for warmth in _TINTS)
        return [
            product(Picture(to_bytes(base * tint), None, "JPEG"), "jpg", role=f"version-{number}")
            for number, tint in enumerate(tints, 1)
        ]

    return make


def _masked(order: Order) -> Sequence[Product]:
    picture, drawn = order.pictures()
    if (picture.width, picture.height) != (drawn.width, drawn.height):
        raise WorkFailed("mask_size", "The mask has another size than the picture.")
    white = np.where(drawn.colour.max(axis=2) > 127, 255, 0).astype(np.uint8)
    cleaned = replace(picture, colour=inpaint(picture, white).colour, alpha=None)
    if "prompt" not in order.body:
        return [product(cleaned, "jpg")]
    prompt = text(order.body, "prompt")
    new = draw_prompt(prompt, picture.width, picture.height)
    placed = mix(new.colour, cleaned.colour, to_float(white) / np.float32(255))
    return [product(label(placed, f"{prompt} - {_NOTE}"), "jpg")]


def _extended(order: Order, picture: Picture) -> Picture:
    size = {name: whole(order.body, name) for name in order.body}
    part = crop(picture, *(size[f"crop_input_{name}"] for name in ("x", "y", "width", "height")))
    if not part.width or not part.height:
        raise WorkFailed("parameter", "The part of the picture lies outside it.")
    inner = scaled(part, size["input_width"], size["input_height"])
    right = size["output_width"] - size["input_x"] - size["input_width"]
    below = size["output_height"] - size["input_y"] - size["input_height"]
    return outpaint(inner, (size["input_y"], right, below, size["input_x"]), 0.0)


def _size(body: JsonObject, usual: tuple[int, int]) -> tuple[int, int]:
    wide, _, high = text(body, "size").partition("*")
    return (int(wide), int(high)) if high else usual


def _generated(order: Order) -> Sequence[Product]:
    return [
        product(draw_prompt(text(order.body, "prompt"), *_size(order.body, (1664, 928)), note=DRAWING), "jpg")
    ]


def _edited(order: Order) -> Sequence[Product]:
    last, prompt = order.pictures()[-1], text(order.body, "prompt")
    base = scaled(last, *_size(order.body, (last.width, last.height)))
    return [product(label(edit_by_words(base, prompt).colour, f"{prompt} - {_NOTE}"), "jpg")]


def _portraits(order: Order) -> Sequence[Product]:
    picture = order.pictures()[0]
    return [
        product(
            label(
                adjust.stylize(
                    picture, draw_prompt(order.template, 256, 256, variant=number), 0.6, 0.5
                ).colour,
                f"{order.template} {number} - {_NOTE}",
            ),
            "jpg",
            role=f"portrait-{number}",
        )
        for number in range(1, whole(order.body, "output_count") + 1)
    ]


def _aging(order: Order) -> Sequence[Product]:
    picture = order.pictures()[0]
    head = find_head(picture)
    return [
        product(
            label(age(picture, head, years, PRESENT_AGE), f"Age {years} - {_NOTE}"),
            "jpg",
            role=f"age-{years}",
            detail=f"{years}",
        )
        for years in AGES
    ]


def _makeup(order: Order) -> Sequence[Product]:
    face, reference = order.pictures()
    return [product(label(transfer_makeup(face, reference), f"Makeup transfer - {_NOTE}"), "jpg")]


def _found(
    tell: Callable[[JsonObject, Picture], Mapping[str, JsonValue]],
) -> Make:
    """Return what makes data of the first picture, which says that it was not found by a model."""

    def make(order: Order) -> Sequence[Product]:
        told = {**tell(order.body, order.pictures()[0]), "note": _NOTE}
        return [Product(json.dumps(told).encode(), "json", "application/json")]

    return make


def _regions(*, named: str = "result") -> Make:
    """Return what makes the place of the only face that is looked for, as a pre-process tells it."""

    def tell(_: JsonObject, picture: Picture) -> Mapping[str, JsonValue]:
        face = find_head(picture).face
        left, top = max(0, round(face.x - face.width / 2)), max(0, round(face.y - face.height / 2))
        width, height = round(face.width), round(face.height)
        if named == "faces":
            return {named: [{"bbox": [left, top, left + width, top + height]}]}
        return {named: [{"left": left, "top": top, "width": width, "height": height}], "timed": 0.1}

    return _found(tell)


def _made_up(order: Order) -> Sequence[Product]:
    effects = cast("list[JsonObject]", order.body["effects"])
    worn = ", ".join(text(effect, "category") for effect in effects)
    colour = adjust.saturation(order.pictures()[0].colour, 25)
    return [product(label(colour, f"Make-up: {worn} - {_NOTE}"), "jpg")]


def _smoother(name: str) -> Make:
    """Return what makes a face with younger skin."""
    return _labelled(name, lambda picture, _: age(picture, find_head(picture), AGES[0], PRESENT_AGE))


def _woven(picture: Picture, fabric: str) -> Pixels:
    cloth = adjust.stylize(picture, draw_prompt(fabric, 256, 256), 0.7, 0.5)
    return mix(cloth.colour, picture.colour, cut_out(picture).opacity)


def _skin_type(_: JsonObject, picture: Picture) -> Mapping[str, JsonValue]:
    skin = find_head(picture).skin
    light = float((to_float(picture.colour).mean(axis=2) * skin).sum() / (skin.sum() + 1e-6))
    return {"fitzpatrick_scale": _SKIN_TYPES[min(5, int((255 - light) / 43))], "timed": 0.1}


def _tone(body: JsonObject, picture: Picture) -> Mapping[str, JsonValue]:
    skin = find_head(picture).skin
    blue, green, red = (to_float(picture.colour) * skin[:, :, None]).sum(axis=(0, 1)) / (skin.sum() + 1e-6)
    return {"skin_color": f"#{round(red):02x}{round(green):02x}{round(blue):02x}"}


def _skin(order: Order) -> Sequence[Product]:
    picture = order.pictures()[0]
    scores: list[JsonValue] = [
        {"type": concern, "ui_score": 60 + place * 7 % 40, "raw_score": 55.5, "mask_urls": []}
        for place, concern in enumerate(texts(order.body, "dst_actions"))
    ]
    told = json.dumps({"output": scores, "note": _NOTE}).encode()
    if text(order.body, "format") == "json":
        return [Product(told, "json", "application/json")]
    shown = product(label(adjust.saturation(picture.colour, -100), f"Skin - {_NOTE}"), "png")
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as files:
        files.writestr("skinanalysisResult/score_info.json", told)
        files.writestr("skinanalysisResult/skin.png", shown.data)
    return [Product(archive.getvalue(), "zip", "application/zip")]


TOOLS: Mapping[str, Make] = {
    "background_removal": _one(lambda _, picture: cut_out(picture), "png"),
    "background_blur": _one(_blurred),
    "background_change": _one(_behind),
    "enhance": _one(
        lambda order, picture: replace(
            picture,
            colour=adjust.enhance(upscale(picture, whole(order.body, "scale", 1), amount=0.4).colour),
            alpha=None,
        )
    ),
    "lighting": _one(
        lambda _, picture: replace(picture, colour=adjust.exposure(adjust.hdr(picture.colour, 60), 25))
    ),
    "colorize": _versions(adjust.colorize),
    "color_correction": _versions(lambda colour: adjust.saturation(adjust.hdr(colour, 30), 15)),
    "image_extender": _one(_extended),
    "object_removal": _masked,
    "object_replacement": _masked,
    "image_generator": _generated,
    "image_editor": _edited,
    "aging": _aging,
    "smile": _labelled("Smile"),
    "teeth_whitening": _labelled("White teeth"),
    **{
        f"{feature}_detection": _regions()
        for feature in ("teeth", "face_lift", "face_reshape", "body", "skin_type")
    },
    "face_swap_detection": _regions(named="faces"),
    "face_swap": _labelled("Face swap"),
    "face_lift": _smoother("Face lift"),
    "face_reshape": _labelled("Face reshape"),
    "body_reshape": _labelled("Body reshape"),
    "abs": _labelled("Abs"),
    "breast": _labelled("Breast"),
    "nail_transfer": _labelled("Nails"),
    "nails": _labelled("Nails"),
    "fabric": _labelled("Fabric", _woven),
    "makeup": _made_up,
    "makeup_transfer": _makeup,
    "look": _labelled("Look", lambda picture, _: adjust.saturation(picture.colour, 25)),
    "eye_color": _labelled("Lenses"),
    "hairstyle": _labelled("Hairstyle", recolour_hair),
    "hair_extension": _labelled("Hair extension", extend_hair),
    "hair_bang": _labelled("Bangs", add_bangs),
    "hair_volume": _labelled("Hair volume", raise_volume),
    "hair_curl": _labelled("Curls", raise_volume),
    "hair_color": _labelled("Hair colour", recolour_hair),
    "beard": _labelled("Beard"),
    **{
        tag: _labelled(f"With the {tag}")
        for tag in (
            "clothes",
            "hat",
            "bag",
            "scarf",
            "shoes",
            "ring",
            "bracelet",
            "watch",
            "earring",
            "necklace",
        )
    },
    "avatar": _portraits,
    "studio_portrait": _portraits,
    "headshot": _portraits,
    "face_analysis": _found(lambda body, _: dict.fromkeys(texts(body, "features"), "Average")),
    "skin_tone_analysis": _found(_tone),
    "skin_analysis": _skin,
    "skin_type": _found(_skin_type),
    "skin_simulation": _smoother("Skin simulation"),
    "hair_length": _found(lambda _, __: {"hair_length": {"term": "above chest"}}),
    "hair_density": _found(lambda _, __: {"hair_density": {"term": "medium"}}),
    "hair_type": _found(lambda _, __: {"hair_type": {"term": "2A"}}),
    "hair_frizziness": _found(lambda _, __: {"hair_frizziness": {"term": "low"}}),
}
"""What makes the products of each feature, in a thread, by the tags of the spec."""


def described(made: Sequence[tuple[str, JsonObject]]) -> JsonObject:
    """Return the results of a task: for each picture the age that it shows, if it is one of a series, and where it is."""
    if len(made) == 1:
        return made[0][1]
    output: list[JsonValue] = [
        {**where, **({"res_age": int(years)} if years else {})} for years, where in made
    ]
    if not made[0][0]:
        return {"output": output}
    return {
        "output": output,
        "age": PRESENT_AGE + 2,
        "agd_idx": AGES.index(PRESENT_AGE),
        "age_min": AGES[0],
        "age_max": AGES[-1],
        "num_of_photos": len(output),
    }
