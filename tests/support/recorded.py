"""Vendors in memory that answer every operation with the examples of their specs, which tests then spoil."""

import copy
import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, TypeAlias

import attrs

SPECS = Path(__file__).parents[2] / "specs"
if str(SPECS) not in sys.path:
    sys.path.insert(0, str(SPECS))

from toolchain.document import dereference, load, operations  # noqa: E402 - needs the path set above

from support.clients import BASE  # noqa: E402 - as above
from support.scripted import Answer, Download, Sent, reply  # noqa: E402 - as above
from support.vendors import PNG, RESULT  # noqa: E402 - as above

Place: TypeAlias = tuple[str | int, ...]
"""Where in an answer a value stands: names and list positions."""
JPEG = b"\xff\xd8\xff\xc0\x00\x11\x08\x00\x08\x00\x08\x03\x01\x11\x00\x02\x11\x01\x03\x11\x01\xff\xd9"
STYLE = {"style_group_id": 1, "style_id": 1}
RECTANGLE = {"x": 0, "y": 0, "width": 1, "height": 1}
URL = "https://pictures.test/a.png"
EDIT = {"adjustments": {"contrast": 20}}
OUTPAINT = (
    dict.fromkeys(("output_width", "output_height", "input_width", "input_height"), 8)
    | dict.fromkeys(("input_x", "input_y", "crop_input_x", "crop_input_y"), 0)
    | {"crop_input_width": 8, "crop_input_height": 8}
)
DESIGN = {
    "sub_type": "design",
    "finger": "index",
    "ref_file_index": 0,
    "texture": "cream",
    "reflection": 50,
    "contrast": 50,
    "roughness": 0,
}
CALLS: Mapping[str, Mapping[str, Callable[[Any], Any]]] = {
    "pilio": {
        "remove_background": lambda client: client.remove_background(PNG, filename="a.png"),
        "remove_watermark": lambda client: client.remove_watermark(PNG, filename="a.png"),
        "upscale": lambda client: client.upscale(PNG, filename="a.png"),
        "remove_pdf_watermark": lambda client: client.remove_pdf_watermark(b"%PDF-1.7", filename="a.pdf"),
        "generate_image": lambda client: client.generate_image("a lighthouse", aspect_ratio="3:2"),
        "edit_image": lambda client: client.edit_image([PNG, PNG], "at night"),
        "generate_with_flare": lambda client: client.generate_with_flare("a lighthouse"),
        "generate_with_sunburst": lambda client: client.generate_with_sunburst("at night", images=PNG),
        "generate_with_nano_banana": lambda client: client.generate_with_nano_banana(
            "at night", images=[PNG]
        ),
        "generate_with_nano_banana_2": lambda client: client.generate_with_nano_banana_2(
            "a lighthouse", aspect_ratio="8:1"
        ),
    },
    "perfect": {
        "remove_background": lambda client: client.remove_background(JPEG, filename="a.jpg"),
        "colorize": lambda client: client.colorize(JPEG, filename="a.jpg"),
        "enhance": lambda client: client.enhance(JPEG, filename="a.jpg", scale=2),
        "remove_object": lambda client: client.remove_object(JPEG, JPEG),
        "transfer_makeup": lambda client: client.transfer_makeup(JPEG, JPEG),
        "show_aging": lambda client: client.show_aging(JPEG, filename="a.jpg"),
        "try_hairstyle": lambda client: client.try_hairstyle(JPEG, **STYLE),
        "try_wig": lambda client: client.try_wig(JPEG, **STYLE),
        "extend_hair": lambda client: client.extend_hair(JPEG, **STYLE),
        "add_bangs": lambda client: client.add_bangs(JPEG, **STYLE),
        "add_hair_volume": lambda client: client.add_hair_volume(JPEG, **STYLE),
        "generate_image": lambda client: client.generate_image("a lighthouse", **STYLE),
    },
    "claid": {
        "edit": lambda client: client.edit(PNG, {"adjustments": {"contrast": 20}}, filename="a.png"),
        "remove_background": lambda client: client.remove_background(PNG, filename="a.png"),
        "upscale": lambda client: client.upscale(PNG, filename="a.png", percent=150),
        "resize": lambda client: client.resize(PNG, filename="a.png", width=150),
        "outpaint": lambda client: client.outpaint(PNG, filename="a.png", outpaint_by="25%"),
        "edit_file": lambda client: client.edit_file(PNG, EDIT, filename="a.png", output={"format": "png"}),
        "edit_at_once": lambda client: client.edit_at_once(URL, EDIT),
        "edit_many": lambda client: client.edit_many([URL, PNG], EDIT),
        "edit_folder": lambda client: client.edit_folder("storage://mine/in/", EDIT, recursive=True),
        "generate_image": lambda client: client.generate_image("a lighthouse", number_of_images=2),
        "create_scene": lambda client: client.create_scene(URL, "a table", scale=0.5, position={"x": 0.4}),
        "add_shadow": lambda client: client.add_shadow(URL, color="#ffffff", padding="10%"),
        "fill_template": lambda client: client.fill_template(URL, URL, view="front"),
        "edit_image": lambda client: client.edit_image(URL, "at night"),
        "dress_model": lambda client: client.dress_model([URL, URL], model=URL),
        "animate": lambda client: client.animate(URL, "the dog runs"),
    },
    "picwish": {
        "remove_background": lambda client: client.remove_background(PNG, filename="a.png"),
        "remove_background_at_once": lambda client: client.remove_background(
            PNG, filename="a.png", sync=True
        ),
        "upscale": lambda client: client.upscale(PNG, filename="a.png"),
        "upscale_pro": lambda client: client.upscale_pro(PNG, filename="a.png", type="hd"),
        "colorize": lambda client: client.colorize(PNG, filename="a.png"),
        "remove_object": lambda client: client.remove_object(PNG, filename="a.png", rectangles=[RECTANGLE]),
        "remove_watermark": lambda client: client.remove_watermark(PNG, filename="a.png"),
        "correct": lambda client: client.correct(PNG, filename="a.png", type="crop_text"),
        "make_id_photo": lambda client: client.make_id_photo(PNG, filename="a.png", size="300x400"),
        "make_advanced_id_photo": lambda client: client.make_advanced_id_photo(PNG, filename="a.png"),
        "compress": lambda client: client.compress(PNG, filename="a.png", quality=60),
        "cut_out_faces": lambda client: client.cut_out_faces(PNG, filename="a.png"),
        "retouch": lambda client: client.retouch(PNG, PNG, filename="a.png"),
        "generate_background": lambda client: client.generate_background(PNG, filename="a.png", scene_type=1),
        "read_text": lambda client: client.read_text(PNG, filename="a.png"),
        "convert": lambda client: client.convert(PNG, filename="a.png", format="pdf"),
        "edit_pdf": lambda client: client.edit_pdf(b"%PDF-1.7", filename="a.pdf", type="compress"),
    },
    "youcam": {
        "remove_background": lambda client: client.remove_background(PNG, filename="a.png"),
        "blur_background": lambda client: client.blur_background(PNG, filename="a.png", intensity=30),
        "replace_background": lambda client: client.replace_background(PNG, prompt="a beach"),
        "enhance": lambda client: client.enhance(PNG, filename="a.png", scale=2),
        "brighten": lambda client: client.brighten(PNG, filename="a.png"),
        "colorize": lambda client: client.colorize(PNG, filename="a.png"),
        "correct_colors": lambda client: client.correct_colors(PNG, filename="a.png"),
        "outpaint": lambda client: client.outpaint(JPEG, filename="a.jpg", **OUTPAINT),
        "remove_object": lambda client: client.remove_object(PNG, PNG),
        "replace_object": lambda client: client.replace_object(PNG, PNG, "a cat"),
        "generate_image": lambda client: client.generate_image("a lighthouse", size="1328*1328"),
        "edit_image": lambda client: client.edit_image([PNG, PNG], "at night"),
        "show_aging": lambda client: client.show_aging(JPEG, filename="a.jpg"),
        "add_smile": lambda client: client.add_smile(PNG, expression_type="closed_mouth_smile"),
        "whiten_teeth": lambda client: client.whiten_teeth(PNG, whitening_intensity=50),
        "find_teeth": lambda client: client.find_teeth(PNG, filename="a.png"),
        "transfer_makeup": lambda client: client.transfer_makeup(PNG, PNG),
        "try_makeup": lambda client: client.try_makeup(PNG, [{"category": "skin_smooth"}]),
        "find_faces_to_swap": lambda client: client.find_faces_to_swap(PNG, filename="a.png"),
        "swap_faces": lambda client: client.swap_faces(
            PNG, [PNG], face_mapping=[{"index": 0, "position": 0}]
        ),
        "find_faces_to_lift": lambda client: client.find_faces_to_lift(PNG, filename="a.png"),
        "lift_face": lambda client: client.lift_face(PNG, type="auto"),
        "find_faces_to_reshape": lambda client: client.find_faces_to_reshape(PNG, filename="a.png"),
        "reshape_face": lambda client: client.reshape_face(PNG, features={"jaw": 30}),
        "try_look": lambda client: client.try_look(PNG, template_id="look"),
        "try_lenses": lambda client: client.try_lenses(PNG, PNG, intensity=50),
        "try_hairstyle": lambda client: client.try_hairstyle(JPEG, reference=JPEG),
        "extend_hair": lambda client: client.extend_hair(JPEG, template_id="long"),
        "add_bangs": lambda client: client.add_bangs(JPEG, template_id="blunt"),
        "add_hair_volume": lambda client: client.add_hair_volume(JPEG, template_id="full"),
        "curl_hair": lambda client: client.curl_hair(JPEG, template_id="waves"),
        "color_hair": lambda client: client.color_hair(JPEG, preset="Jet Black"),
        "try_beard": lambda client: client.try_beard(JPEG, template_id="full"),
        "try_clothes": lambda client: client.try_clothes(PNG, PNG, garment_category="auto"),
        "try_fabric": lambda client: client.try_fabric(JPEG, template_id="silk"),
        "try_hat": lambda client: client.try_hat(PNG, PNG, gender="male"),
        "try_bag": lambda client: client.try_bag(PNG, PNG, gender="female"),
        "try_scarf": lambda client: client.try_scarf(PNG, PNG, gender="female"),
        "try_shoes": lambda client: client.try_shoes(PNG, PNG, gender="male"),
        "try_ring": lambda client: client.try_ring(PNG, PNG),
        "try_bracelet": lambda client: client.try_bracelet(PNG, PNG),
        "try_watch": lambda client: client.try_watch(PNG, PNG),
        "try_earrings": lambda client: client.try_earrings(PNG, PNG),
        "try_necklace": lambda client: client.try_necklace(PNG, PNG),
        "transfer_nails": lambda client: client.transfer_nails(PNG, PNG),
        "try_nails": lambda client: client.try_nails(
            PNG, effect_type="press_on_nails", effects=[DESIGN], designs=[PNG]
        ),
        "make_avatar": lambda client: client.make_avatar(PNG, template_id="hero", output_count=2),
        "make_studio_portrait": lambda client: client.make_studio_portrait(
            PNG, template_id="studio", output_count=2
        ),
        "make_headshot": lambda client: client.make_headshot(PNG, template_id="office", output_count=2),
        "find_bodies": lambda client: client.find_bodies(PNG, filename="a.png"),
        "reshape_body": lambda client: client.reshape_body(PNG, features={"waist": -20}),
        "add_abs": lambda client: client.add_abs(PNG, mode="Vest-line"),
        "augment_breast": lambda client: client.augment_breast(PNG, intensity=1),
        "analyze_face": lambda client: client.analyze_face(JPEG, features=["faceShape"]),
        "analyze_skin_tone": lambda client: client.analyze_skin_tone(JPEG, filename="a.jpg"),
        "analyze_skin": lambda client: client.analyze_skin(JPEG, concerns=["hd_pore"]),
        "find_faces_to_classify": lambda client: client.find_faces_to_classify(JPEG, filename="a.jpg"),
        "classify_skin": lambda client: client.classify_skin(JPEG, filename="a.jpg"),
        "simulate_skin": lambda client: client.simulate_skin(PNG, wrinkle=0.5),
        "measure_hair_length": lambda client: client.measure_hair_length(PNG, filename="a.png"),
        "measure_hair_density": lambda client: client.measure_hair_density(PNG, filename="a.png"),
        "identify_hair_type": lambda client: client.identify_hair_type(PNG, PNG, PNG),
        "measure_frizz": lambda client: client.measure_frizz(PNG, PNG, PNG),
    },
}
"""Every operation of every client, each with arguments that it takes."""
ASKS: Mapping[str, Mapping[str, Callable[[Any], Any]]] = {
    "perfect": {
        "style_groups": lambda client: client.style_groups("hairstyle"),
        "styles": lambda client: client.styles("hairstyle", 1),
    },
    "claid": {
        "storage_types": lambda client: client.storage_types(),
        "storages": lambda client: client.storages(),
        "get_storage": lambda client: client.get_storage(1),
        "create_storage": lambda client: client.create_storage("a", "web_folder", {"base_url": URL}),
        "change_storage": lambda client: client.change_storage(1, name="b"),
        "delete_storage": lambda client: client.delete_storage(1),
    },
}
"""What every client can do without a task: iterators, and plain calls."""


def ask(vendor: str, name: str, client: Any) -> object:
    """What a sync client is told; all of it where it iterates."""
    found = ASKS[vendor][name](client)
    return list(found) if isinstance(found, Iterator) else found


@attrs.frozen
class Example:
    """One answer that a spec shows."""

    vendor: str
    operation: str
    status: int
    name: str
    content: Mapping[str, Any] = attrs.field(repr=False)

    def __str__(self) -> str:
        return f"{self.vendor}-{self.operation}-{self.status}-{self.name}"


@cache
def document(vendor: str) -> dict[str, Any]:
    return load(SPECS / vendor / "openapi.yaml")


@cache
def examples(vendor: str) -> tuple[Example, ...]:
    """Every JSON answer that a spec shows, in its order."""
    spec, found = document(vendor), list[Example]()
    for _, _, operation in operations(spec):
        for status, response in operation["responses"].items():
            shown = dereference(spec, response).get("content", {}).get("application/json", {})
            for name, reference in shown.get("examples", {}).items():
                value = dereference(spec, reference)["value"]
                found.append(Example(vendor, operation["operationId"], int(status), name, value))
    return tuple(found)


def distinct(vendor: str) -> Iterator[Example]:
    """The examples without those that another operation shows as well."""
    seen = set[str]()
    for example in examples(vendor):
        text = json.dumps([example.status, example.content])
        if text not in seen:
            seen.add(text)
            yield example


def places(value: object, place: Place = ()) -> Iterator[Place]:
    """Every place in a JSON value, from the outside in."""
    yield place
    entries = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for key, inner in entries:
        yield from places(inner, (*place, key))


def replaced(value: Any, changes: Mapping[Place, object]) -> Any:
    """A copy of a JSON value with other values in some places; one inside another's place is left out."""
    value = copy.deepcopy(value)
    for place, new in changes.items():
        if not place:
            value = new
            continue
        target = value
        try:
            for key in place[:-1]:
                target = target[key]
            target[place[-1]] = new
        except (KeyError, IndexError, TypeError):
            continue
    return value


DONE = ("succeeded", "one_file", "done", "success", "accepted", "asynchronous", "last_page")
"""Names of the examples that lead on to a result."""


def stated_sizes(content: Any) -> Iterator[tuple[str, int]]:
    """The URLs in an answer that are listed with a size, and the sizes."""
    if isinstance(content, dict):
        if isinstance(content.get("download_url"), str) and isinstance(content.get("size"), int):
            yield content["download_url"], content["size"]
        content = list(content.values())
    if isinstance(content, list):
        for part in content:
            yield from stated_sizes(part)


@cache
def routes(vendor: str) -> Sequence[tuple[str, re.Pattern[str], str]]:
    """Method, address and name of every operation of a spec."""
    known = import_module(f"{vendor}_api.facts").OPERATIONS
    return [
        (
            facts["method"].upper(),
            re.compile(re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(facts["path"]))),
            name,
        )
        for name, facts in known.items()
    ]


class RecordedVendor:
    """Answers as a vendor's spec shows.

    Args:
        example: What its operation answers, in place of the example that leads on to a result.
        spoil: Makes another answer of that example.
    """

    def __init__(
        self,
        vendor: str,
        example: Example | None = None,
        spoil: Callable[[Any], Any] = lambda content: content,
    ) -> None:
        self.vendor = vendor
        self.called: list[str] = []
        self.example = example
        self.said: Any = None
        self._spoil = spoil
        self._sizes: dict[str, int] = {}
        known = import_module(f"{vendor}_api.facts").OPERATIONS
        self._roles = {name: facts["task_api"].get("role") for name, facts in known.items()}
        self._operations = routes(vendor)

    def __call__(self, sent: Sent) -> Answer:
        if not sent.url.startswith(BASE):
            return self.storage(sent)
        name = self.operation(sent)
        self.called.append(name)
        example = self.shown(name)
        content = self.fitting(name, example.content, sent)
        self._sizes |= dict(stated_sizes(content))
        if example is self.example:
            content = self.said = self._spoil(content)
        return reply(example.status, content)

    def shown(self, operation: str) -> Example:
        """The example that an operation answers with."""
        given = self.example
        return given if given is not None and given.operation == operation else self.best(operation)

    def spoils(self, *roles: str) -> bool:
        """Whether its odd answers are those of an operation of some role."""
        return self.example is not None and self._roles[self.example.operation] in roles

    def status(self, operation: str) -> int:
        return self.shown(operation).status

    def operation(self, sent: Sent) -> str:
        path = sent.path.partition("?")[0]
        return next(
            name
            for method, known, name in self._operations
            if (method, bool(known.fullmatch(path))) == (sent.method, True)
        )

    def best(self, operation: str) -> Example:
        """The example of an operation that leads on to a result."""
        known = [one for one in examples(self.vendor) if one.operation == operation and one.status < 300]
        return next((one for one in known if one.name in DONE), known[-1])

    def fitting(self, operation: str, content: Any, sent: Sent) -> Any:
        """An example as it would be for a request: with as many files as were asked for, by their names."""
        content = copy.deepcopy(content)
        if operation == "create_files" and "items" in (content.get("data") or {}):
            first = content["data"]["items"][0]
            files: list[Any] = sent.json["files"]  # type: ignore[assignment]
            content["data"]["items"] = [{**first, "nanoid": file["nanoid"]} for file in files]
        field = "data" if operation == "create_file" else "result"
        if operation.startswith("create_") and operation.endswith("file") and field in content:
            files = sent.json["files"]  # type: ignore[assignment]
            content[field]["files"] = [copy.deepcopy(content[field]["files"][0]) for _ in files]
        return content

    def storage(self, sent: Sent) -> Answer:
        if sent.method == "GET":
            size = self._sizes.get(sent.url, len(RESULT))
            content = RESULT[:size].ljust(size, b"\0")
            return Download(200, {"content-length": str(size), "content-type": "image/png"}, (content,))
        return reply(200, b"", etag='"etag"')
