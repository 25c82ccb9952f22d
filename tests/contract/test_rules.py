"""The rules between fields stand in the specs: clients and sandbox both heed them, and tell them in the specs' words."""

import json
import re
from dataclasses import dataclass
from typing import Any

import pytest
from contract_support.documents import VENDORS, document, schemas
from safelight.core.api.validation import check_body
from safelight.core.base.facts import load
from safelight.errors import InvalidInput
from safelight.sandbox.replies import Refusal
from safelight.sandbox.validation import validate, validate_form
from toolchain.document import map_schemas, request_schema_names

URL = "https://example.com/a.jpg"
BOX = {"x1": 1, "y1": 1, "x2": 2, "y2": 2}
SELECTED = {"category": "cars", "selective": {"object_to_keep": "dog"}}
STYLE = {"generative": {"style_transfer": {"style_reference_image": URL}}}
FILES = ("image_file", "bg_image_file", "mask_file", "file")
COLOUR_OR_PICTURE = "give either a colour or a picture for the background, not both"
COLOUR_NEEDS_JPG = 'a colour only has an effect with format="jpg"'
BINARY_NEEDS_SYNC = "PicWish answers with the image itself only when sync=True"
NO_SIZE = "is left out, and so is the height; give one of them, or outpaint_by for an outpainting"
AUTOMATIC = "is auto or left out, and so is the height; give one of them"
NOTHING = "asks for nothing, and would be charged all the same"
ONE_SUBJECT = "selective and category exclude each other"
NOT_WITH_STYLE = "cannot go with generative.style_transfer"
DESTINATION = 'a destination is a URI such as storage://name/path; a format alone is {"format": "png"}'


@dataclass(frozen=True)
class Case:
    """A request that breaks a rule, the field to blame for it and the rule's message, and one that keeps the rule."""

    vendor: str
    operation: str
    field: str
    message: str
    breaks: dict[str, Any]
    keeps: dict[str, Any]


def picwish(
    field: str, message: str, breaks: dict[str, Any], keeps: dict[str, Any], task: str = "segmentation"
) -> Case:
    return Case("picwish", f"create_{task}", field, message, breaks, keeps)


def pilio(message: str, breaks: dict[str, Any], keeps: dict[str, Any]) -> Case:
    file = {"image_file_id": "1"}
    return Case("pilio", "remove_image_watermark", "boxes", message, file | breaks, file | keeps)


def claid(field: str, message: str, breaks: dict[str, Any], keeps: dict[str, Any]) -> Case:
    return Case(
        "claid",
        "create_async_edit",
        f"operations.{field}".rstrip("."),
        message,
        {"input": URL, "operations": breaks},
        {"input": URL, "operations": keeps},
    )


def output(field: str, breaks: object, keeps: object) -> Case:
    request = {"input": URL, "operations": {"padding": "5%"}}
    return Case(
        "claid",
        "create_async_edit",
        field,
        DESTINATION,
        request | {"output": breaks},
        request | {"output": keeps},
    )


def youcam(operation: str, field: str, message: str, breaks: dict[str, Any], keeps: dict[str, Any]) -> Case:
    file = {"src_file_id": "1"}
    return Case("youcam", f"run_{operation}", field, message, file | breaks, file | keeps)


def in_picwish(**fields: object) -> dict[str, Any]:
    return {"image_url": URL, **fields}


MASK_OR_BOXES = "give either a mask or rectangles, not both"
NO_MASK = "give a mask, or rectangles, of what is to be removed"
NO_PHOTO_SIZE = "is no size such as 300x400 with sides from 100 to 2000"
QUALITY_OR_SIZE = "give either a quality or a size in kilobytes, not both"
NO_LANGUAGES = "is no list of up to 10 languages such as English,Digits"
PART = {"x": 0, "y": 0, "width": 100, "height": 100}
MASKED = in_picwish(mask_file="")


def scene(field: str, message: str, breaks: dict[str, Any], keeps: dict[str, Any]) -> Case:
    def request(prompt: dict[str, Any]) -> dict[str, Any]:
        return {"object": {"image_url": URL}, "scene": {"prompt": prompt}}

    return Case("claid", "create_scene", f"scene.prompt.{field}", message, request(breaks), request(keeps))


FULL = {"pattern": {"name": "full"}, "palettes": [{"color": "#112233"}]}
OMBRE = {
    "pattern": {"name": "ombre", "blend_strength": 1, "line_offset": 0, "coloring_section": "top"},
    "palettes": [{"color": "#112233"}, {"color": "#445566"}],
}
ONE_STYLE = "give a template or a reference, not both"
SHINE = {"reflection": 1, "contrast": 1, "roughness": 1}
NAIL = {"sub_type": "color", "finger": "thumb", "color": "#112233", "texture": "metallic"} | SHINE
DESIGN = {"sub_type": "design", "finger": "thumb", "texture": "metallic", "ref_file_index": 0} | SHINE
SHAPED = {"shape": "oval_oval", "length": 1}


def polish(field: str, message: str, breaks: dict[str, Any], keeps: dict[str, Any]) -> Case:
    return nails("nail_polish", field, message, NAIL | breaks, NAIL | keeps)


def nails(kind: str, field: str, message: str, breaks: dict[str, Any], keeps: dict[str, Any]) -> Case:
    def request(effect: dict[str, Any]) -> dict[str, Any]:
        return {"version": "1.0", "effect_type": kind, "effects": [effect]}

    return youcam("nails", f"effects[0].{field}", message, request(breaks), request(keeps))


def effect(field: str, message: str, common: dict[str, Any], breaks: object, keeps: object) -> Case:
    def request(value: object) -> dict[str, Any]:
        return {"version": "1.0", "effects": [common | {field.partition(".")[0]: value}]}

    return youcam("makeup", f"effects[0].{field}", message, request(breaks), request(keeps))


def featured(feature: str, message: str, breaks: dict[str, int], keeps: dict[str, int]) -> Case:
    smooth = {"global": {}} if feature == "face_reshape" else {}
    version = {"version": "1.0"} | smooth
    return youcam(feature, "features", message, version | {"features": breaks}, version | {"features": keeps})


CASES = [
    *(
        youcam("object_removal", f"{kind}_file_url", f"excludes {kind}_file_id", both | mask, mask)
        for kind, mask, both in (
            ("src", {"msk_file_id": "2"}, {"src_file_url": URL}),
            ("msk", {"msk_file_id": "2"}, {"msk_file_url": URL}),
        )
    ),
    youcam(
        "makeup_transfer",
        "ref_file_url",
        "excludes ref_file_id",
        {"ref_file_id": "2", "ref_file_url": URL},
        {"ref_file_url": URL},
    ),
    Case(
        "youcam",
        "run_lighting",
        "src_file_id",
        "one of src_file_id and src_file_url is needed",
        {},
        {"src_file_url": URL},
    ),
    youcam(
        "makeup_transfer",
        "ref_file_id",
        "one of ref_file_id and ref_file_url is needed",
        {},
        {"ref_file_id": "2"},
    ),
    youcam(
        "object_removal",
        "msk_file_id",
        "one of msk_file_id and msk_file_url is needed",
        {},
        {"msk_file_url": URL},
    ),
    youcam(
        "background_change",
        "template_id",
        "needed for a background by template; without it the vendor takes one of its own",
        {"type": "template", "prompt": "a beach"},
        {"type": "template", "template_id": "beach"},
    ),
    youcam(
        "background_change",
        "template_id",
        "only counts with type template",
        {"prompt": "a beach", "template_id": "beach"},
        {"prompt": "a beach"},
    ),
    youcam(
        "background_change",
        "prompt",
        "give a prompt or a template_id, or the vendor takes a background of its own",
        {},
        {"prompt": "a beach"},
    ),
    *(
        youcam("hairstyle", "template_id", ONE_STYLE, {"template_id": "bob"} | reference, reference)
        for reference in ({"ref_file_id": "2"}, {"ref_file_url": URL})
    ),
    youcam("hairstyle", "template_id", "a template or a reference is needed", {}, {"template_id": "bob"}),
    youcam(
        "hairstyle",
        "hair_color",
        "only counts with a template",
        {"ref_file_id": "2", "hair_color": "src"},
        {"template_id": "bob", "hair_color": "src"},
    ),
    youcam(
        "hair_color", "preset", "give a preset or a pattern, not both", {"preset": "Jet Black"} | FULL, FULL
    ),
    youcam("hair_color", "preset", "a preset or a pattern is needed", {}, {"preset": "Jet Black"}),
    youcam(
        "hair_color", "palettes", "a pattern and its palettes go together", {"pattern": FULL["pattern"]}, FULL
    ),
    *(
        youcam(
            "hair_color",
            "pattern",
            "an ombre needs blend_strength, line_offset, coloring_section and two palettes",
            OMBRE | broken,
            OMBRE,
        )
        for broken in ({"pattern": {"name": "ombre"}}, {"palettes": FULL["palettes"]})
    ),
    youcam(
        "hair_color",
        "palettes",
        "a full pattern has one palette",
        FULL | {"palettes": OMBRE["palettes"]},
        FULL,
    ),
    youcam(
        "skin_analysis",
        "dst_actions",
        "concerns in high definition (hd_) and in standard definition cannot be mixed",
        {"dst_actions": ["hd_pore", "pore"]},
        {"dst_actions": ["hd_pore", "hd_acne"]},
    ),
    featured("face_lift", "one of them must be above 0", {"cheek": 0}, {"cheek": 1, "mouth": 0}),
    featured("face_reshape", "one of them must not be 0", {"jaw": 0, "eye_size": 0}, {"eye_size": -1}),
    featured("body_reshape", "one of them must not be 0", {}, {"waist": -1, "hip": 0}),
    youcam(
        "face_lift",
        "features",
        "give features, or the type auto",
        {"version": "1.0", "type": "custom"},
        {"version": "1.0", "type": "auto"},
    ),
    youcam(
        "skin_simulation",
        "wrinkle",
        "give one concern at least, above 0",
        {"wrinkle": 0, "redness": 0},
        {"wrinkle": 0, "redness": 0.5},
    ),
    polish("shape", "belongs to press-on nails", {"shape": "oval_oval"}, {}),
    polish("length", "belongs to press-on nails", {"length": 1}, {}),
    *(
        polish(
            needed,
            "needed for polish of this texture",
            {"texture": texture} | others,
            {"texture": texture, needed: 5} | others,
        )
        for texture, needed, others in (
            ("cream", "transparency", {}),
            ("pearl", "shimmer_opacity", {"transparency": 1}),
            ("shimmer_fine", "shimmer_size", {"transparency": 1}),
            ("textured", "textured_size", {"transparency": 1}),
        )
    ),
    nails(
        "press_on_nails",
        "texture",
        "press-on nails are matte, cream or metallic",
        NAIL | SHAPED | {"texture": "pearl"},
        NAIL | SHAPED,
    ),
    nails("press_on_nails", "shape", "a press-on colour needs shape and length", NAIL, NAIL | SHAPED),
    nails("nail_polish", "ref_file_url", "excludes ref_file_index", DESIGN | {"ref_file_url": URL}, DESIGN),
    nails(
        "nail_polish",
        "ref_file_index",
        "a design needs ref_file_index or ref_file_url",
        {name: value for name, value in DESIGN.items() if name != "ref_file_index"},
        DESIGN,
    ),
    effect(
        "pattern.name",
        "needed for a shape",
        {"category": "eyebrows", "palettes": [{"color": "#112233", "colorIntensity": 1, "texture": "matte"}]},
        {"type": "shape"},
        {"type": "color"},
    ),
    effect(
        "style.innerColorRatio",
        "an ombre needs innerColorRatio and blendStrength",
        {
            "category": "lip_color",
            "shape": {"name": "plump"},
            "palettes": [{"color": "#112233", "colorIntensity": 1, "texture": "matte"}],
        },
        {"type": "ombre", "innerColorRatio": 1},
        {"type": "full"},
    ),
    Case(
        "youcam",
        "run_image_editor",
        "size",
        "must be width*height in pixels, such as 1024*1536",
        {"src_file_ids": ["1"], "model": "youcam-image-v2", "prompt": "a", "size": "large"},
        {"src_file_ids": ["1"], "model": "youcam-image-v2", "prompt": "a", "size": "1024*1536"},
    ),
    picwish("image_url", "excludes image_file", in_picwish(image_file=""), {"image_file": ""}),
    picwish("image_file", "one of image_url and image_file is needed", {"sync": 1}, in_picwish(sync=1)),
    picwish(
        "bg_color",
        COLOUR_OR_PICTURE,
        in_picwish(bg_color="ffffff", bg_image_file="", format="jpg"),
        in_picwish(bg_color="ffffff", format="jpg"),
    ),
    picwish(
        "bg_color",
        COLOUR_OR_PICTURE,
        in_picwish(bg_color="ffffff", bg_image_url=URL, format="jpg"),
        in_picwish(bg_image_url=URL, format="jpg"),
    ),
    picwish(
        "bg_image_url",
        "excludes bg_image_file",
        in_picwish(bg_image_file="", bg_image_url=URL),
        in_picwish(bg_image_file=""),
    ),
    *(
        picwish("bg_color", COLOUR_NEEDS_JPG, broken, in_picwish(bg_color="ffffff", format="jpg"))
        for broken in (in_picwish(bg_color="ffffff"), in_picwish(bg_color="ffffff", format="png"))
    ),
    *(
        picwish("return_type", BINARY_NEEDS_SYNC, broken, in_picwish(return_type=3, sync=1))
        for broken in (in_picwish(return_type=3), in_picwish(return_type=3, sync=0))
    ),
    picwish("mask_url", "excludes mask_file", in_picwish(mask_url=URL, mask_file=""), MASKED, "inpainting"),
    *(
        picwish("rectangles", MASK_OR_BOXES, in_picwish(rectangles=[PART], **mask), MASKED, "inpainting")
        for mask in ({"mask_url": URL}, {"mask_file": ""})
    ),
    picwish("mask_file", NO_MASK, in_picwish(), in_picwish(rectangles=[PART]), "inpainting"),
    picwish("url", "excludes file", {"url": URL, "file": ""}, {"url": URL}, "watermark_removal"),
    picwish("file", "one of url and file is needed", {}, {"file": ""}, "watermark_removal"),
    *(
        picwish("size", NO_PHOTO_SIZE, in_picwish(size=broken), in_picwish(size="100x2000"), "id_photo")
        for broken in ("99x300", "300x2001", "300X400", "300")
    ),
    picwish(
        "image_file",
        "one of image_url, image_file and last_id is needed",
        {},
        {"last_id": "1"},
        "advanced_id_photo",
    ),
    picwish("kbyte", QUALITY_OR_SIZE, in_picwish(kbyte=9, quality=9), in_picwish(kbyte=9), "compression"),
    picwish(
        "kbyte",
        "a png cannot be made to a size",
        in_picwish(kbyte=9, format="png"),
        in_picwish(kbyte=9, format="jpg"),
        "compression",
    ),
    picwish("mask_file", "one of mask_url and mask_file is needed", in_picwish(), MASKED, "retouching"),
    picwish(
        "scene_type",
        "give either a prompt or a scene, not both",
        in_picwish(prompt="a", scene_type=1),
        in_picwish(prompt="a"),
        "background",
    ),
    picwish("prompt", "give a prompt or a scene", in_picwish(), in_picwish(scene_type=1), "background"),
    *(
        picwish(
            "language",
            NO_LANGUAGES,
            in_picwish(language=broken),
            in_picwish(language="English,Digits"),
            "text_recognition",
        )
        for broken in ("English, Digits", "English,", ",".join(["English"] * 11))
    ),
    pilio('mode="manual" needs 1 to 5 boxes', {"mode": "manual"}, {"mode": "auto"}),
    *(
        pilio('boxes need mode="manual"', broken, {"mode": "manual", "boxes": [BOX]})
        for broken in ({"boxes": [BOX]}, {"mode": "auto", "boxes": [BOX]})
    ),
    *(
        Case(
            "pilio",
            operation,
            "aspect_ratio",
            "is needed without reference images",
            {"prompt": "a lighthouse"},
            {"prompt": "at night", "image_file_ids": ["1"]},
        )
        for operation in ("create_gpt_image_2", "create_nano_banana_21", "create_nano_banana_2")
    ),
    *(
        claid(
            f"background.{name}",
            ONE_SUBJECT,
            {"background": {name: SELECTED}},
            {"background": {name: {"category": "cars"}}},
        )
        for name in ("remove", "blur")
    ),
    claid(
        "resizing.width",
        AUTOMATIC,
        {"resizing": {"width": "auto", "height": "auto"}},
        {"resizing": {"width": "auto", "height": 100}},
    ),
    claid("resizing.width", AUTOMATIC, {"resizing": {"height": "auto"}}, {"resizing": {"height": 100}}),
    claid(
        "resizing.width",
        NO_SIZE,
        {"resizing": {"fit": "bounds"}},
        {"resizing": {"fit": "bounds", "width": 9}},
    ),
    claid(
        "resizing.width",
        NO_SIZE,
        {"resizing": {"fit": {"type": "outpaint", "feathering": "5%"}}},
        {"resizing": {"fit": {"type": "outpaint", "outpaint_by": "5%"}}},
    ),
    *(claid("", NOTHING, broken, {"padding": "5%"}) for broken in ({}, {"privacy": {}, "background": {}})),
    *(
        claid(
            f"background.{name}",
            NOT_WITH_STYLE,
            {**STYLE, "background": {name: broken}},
            {**STYLE, "background": {name: False}},
        )
        for name in ("remove", "blur")
        for broken in (True, {"category": "cars"})
    ),
    scene("text", "cannot go with generate", {"text": "sea", "generate": True}, {"generate": True}),
    *(
        scene("guidelines", "goes with generate alone", {"guidelines": "calm", **rest}, {"text": "sea"})
        for rest in ({}, {"text": "sea"}, {"text": "sea", "generate": False})
    ),
    output("output", "png", "storage://mine/a.png"),
    output("output.destination", {"destination": "a.png"}, {"destination": "storage://mine/a.png"}),
]


def client_says(case: Case, body: dict[str, Any]) -> tuple[str | None, str] | None:
    facts = load(f"{case.vendor}_api")
    try:
        check_body(facts, facts.operations[case.operation], body)
    except InvalidInput as error:
        return error.field, error.message
    return None


def sandbox_says(case: Case, body: dict[str, Any]) -> tuple[str | None, str] | None:
    name = load(f"{case.vendor}_api").operations[case.operation].request_schema
    assert name is not None
    fields = {key: value for key, value in body.items() if key not in FILES}
    try:
        if case.vendor == "picwish":
            validate_form(case.vendor, name, fields, body.keys() - fields.keys())
        else:
            validate(case.vendor, name, json.dumps(body).encode())
    except Refusal as refusal:
        return next(iter(refusal.details)), refusal.message
    return None


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.vendor}-{case.field}")
@pytest.mark.parametrize("says", [client_says, sandbox_says])
def test_a_rule_is_told_in_the_words_of_the_spec(case, says) -> None:
    field, message = says(case, case.breaks) or (None, "")
    place = case.field if says is client_says else re.sub(r"\[(\d+)\]", r".\1", case.field)
    assert field == place
    assert message.startswith(f"{place}: {case.message}")
    assert says(case, case.keeps) is None


def rules(vendor: str) -> list[dict[str, Any]]:
    """The schemas of a vendor's requests that have a message."""
    found: list[dict[str, Any]] = []

    def collect(schema: dict[str, Any]) -> dict[str, Any]:
        if "x-message" in schema:
            found.append(schema)
        return schema

    for name in request_schema_names(document(vendor)):
        map_schemas(schemas(vendor)[name], collect)
    return found


@pytest.mark.parametrize("vendor", VENDORS)
def test_every_rule_is_tested(vendor) -> None:
    assert {rule["x-message"] for rule in rules(vendor)} == {
        case.message for case in CASES if case.vendor == vendor
    }


@pytest.mark.parametrize("vendor", VENDORS)
def test_a_rule_says_one_thing(vendor) -> None:
    """A message beside the properties of an object would be told of whatever is wrong with any of them."""
    assert [rule for rule in rules(vendor) if rule.get("type") == "object"] == []


@pytest.mark.parametrize("says", [client_says, sandbox_says])
def test_an_unknown_option_is_told_as_such_beside_a_rule(says) -> None:
    case = claid("background.remove", ONE_SUBJECT, {"background": {"remove": {"colour": 1}}}, {})
    field, message = says(case, case.breaks) or ("", case.message)
    assert field.startswith(case.field)
    assert case.message not in message
