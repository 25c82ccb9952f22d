"""Claid's new pictures: stand-ins, drawn or put together from those given, each of which says so."""

from collections.abc import Callable, Mapping, Sequence

from PIL import ImageColor

from safelight.sandbox.images.decode import Picture
from safelight.sandbox.images.drawing import DRAWING, STAND_IN, draw_prompt, label, stand_in
from safelight.sandbox.images.encode import flatten
from safelight.sandbox.images.recolour import edit_by_words
from safelight.sandbox.images.scale import Frame, fit, ratio_size, scaled
from safelight.sandbox.images.scene import stage, subject
from safelight.sandbox.jsontypes import JsonObject, JsonValue, mapping, number, text, whole

_SIDE = 1024
_CLOTHES = ((0.5, 0.5), (0.5, 0.25), (0.25, 0.5), (0.75, 0.5), (0.5, 0.75))
"""Where the pieces go, x and y."""

Pictures = Mapping[str, Sequence[Picture]]
Maker = Callable[[JsonObject, Pictures, int], Picture]


def words(value: JsonValue) -> str:
    """Return the words of a prompt, which may have options."""
    if isinstance(value, Mapping):
        return text(value, "text") or text(value, "guidelines") or "something that goes with it"
    return value if isinstance(value, str) else ""


def count(operation: str, body: JsonObject) -> int:
    """Return how many pictures an operation is to make."""
    usual = 4 if operation in {"generate_images", "create_scene"} else 1
    return whole(
        mapping(body, "options" if operation == "generate_images" else "output"), "number_of_images", usual
    )


def _generate(body: JsonObject, _: Pictures, variant: int) -> Picture:
    return draw_prompt(text(body, "input"), _SIDE, _SIDE, variant=variant, note=DRAWING)


def _scene(body: JsonObject, pictures: Pictures, variant: int) -> Picture:
    placed, wanted = mapping(body, "object"), mapping(body, "scene")
    given, prompt = pictures["object.image_url"][0], words(wanted.get("prompt"))
    width, height = ratio_size(text(wanted, "aspect_ratio", "1:1"), _SIDE)
    if templates := pictures.get("scene.template_url"):
        template = flatten(templates[0])
        width, height = ratio_size(f"{template.width}:{template.height}", _SIDE)
        behind = scaled(template, width, height)
    elif prompt:
        behind = draw_prompt(prompt, width, height, variant=variant)
    else:
        behind = fit(draw_prompt("light", 8, 8), Frame(width, height), None)
        behind.colour[:] = ImageColor.getrgb(
            f"#{text(wanted, 'color', 'f4f4f2').lstrip('#').replace('transparent', 'fff')}"
        )[2::-1]
    position = mapping(placed, "position")
    scale = 0.8 if "padding" in placed else number(placed, "scale", 1.0)
    middle = {"x": number(position, "x", 0.5), "y": number(position, "y", 0.5)}
    made = stage(behind, subject(given), scale, **middle, turned=number(placed, "rotation_degree"))
    return label(made.colour, " - ".join(filter(None, (prompt, STAND_IN))))


def _change(body: JsonObject, pictures: Pictures, variant: int) -> Picture:
    options, given = mapping(body, "options"), flatten(pictures["input"][0])
    prompt = text(options, "prompt")
    ratio = text(options, "aspect_ratio", f"{given.width}:{given.height}")
    base = fit(given, Frame(*ratio_size(ratio, _SIDE), smart=True), None)
    return stand_in(edit_by_words(base, prompt, variant).colour, prompt)


def _dress(body: JsonObject, pictures: Pictures, variant: int) -> Picture:
    options = mapping(body, "options")
    size = ratio_size(text(options, "aspect_ratio", "3:4"), _SIDE)
    backdrop = text(options, "background", "minimalistic studio background")
    worn = draw_prompt(backdrop, *size, variant=variant)
    if models := pictures.get("input.model"):
        worn = fit(flatten(models[0]), Frame(*size, smart=True), None)
    pieces = pictures["input.clothing"]
    for (x, y), piece in zip(_CLOTHES, pieces, strict=False):
        worn = stage(worn, subject(piece), 0.75 if len(pieces) == 1 else 0.45, x=x, y=y)
    return stand_in(worn.colour, f"{len(pieces)} piece(s) of clothing, {backdrop}")


MAKERS: Mapping[str, Maker] = {
    "generate_images": _generate,
    "create_scene": _scene,
    "create_ai_edit": _change,
    "create_fashion_image": _dress,
}
"""What makes the pictures of each operation, one by one."""
