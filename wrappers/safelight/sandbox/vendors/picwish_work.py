"""PicWish's engine: what each task makes of its pictures."""

from collections.abc import Mapping
from dataclasses import replace

import cv2
import numpy as np

from safelight.sandbox.images import adjust, pdf
from safelight.sandbox.images.arrays import Plane, gaussian, mix, to_bytes, to_float
from safelight.sandbox.images.cutout import cut_out, trim
from safelight.sandbox.images.decode import Picture, decode
from safelight.sandbox.images.drawing import STAND_IN, draw_prompt, label, stand_in
from safelight.sandbox.images.encode import encode, flatten, product, to_image
from safelight.sandbox.images.lettering import remove_watermark
from safelight.sandbox.images.portrait import find_head
from safelight.sandbox.images.retouch import inpaint, read_mask
from safelight.sandbox.images.scale import Frame, crop, fit, scaled, upscale
from safelight.sandbox.jsontypes import objects, text, whole
from safelight.sandbox.orders import Make, Order
from safelight.sandbox.tasks import Product, WorkFailed

_IMAGE_AND_MASK, _IMAGE, _MASK = 1, 2, 3
_HD = 1
_LARGEST_SIDE = 4096
_CROP_TEXT, _ENHANCE_TEXT, _BOTH, _, _CUT_OUT = range(5)
_COMPRESSED = ("jpg", "png", "webp")
_PICTURES = ("jpg", "jpeg", "png")


def _mask(order: Order, name: str, picture: Picture) -> Plane:
    """Return 255 where a mask is white, and 0 elsewhere; nothing is where there is no such mask."""
    if not order.paths(name):
        return np.zeros(picture.colour.shape[:2], np.uint8)
    return read_mask(order.picture(name), picture)


def _said(order: Order, name: str) -> bool:
    """Tell whether a switch is on."""
    return whole(order.options, name) == 1


def _segmentation(order: Order) -> list[Product]:
    cutout = cut_out(order.picture())
    if _said(order, "crop"):
        cutout = trim(cutout)
    wanted = whole(order.options, "output_type", _IMAGE)
    products: list[Product] = []
    if wanted in {_IMAGE_AND_MASK, _IMAGE}:
        picture = cutout
        if order.paths("bg_image"):
            below = fit(order.picture("bg_image"), Frame(cutout.width, cutout.height), None)
            picture = _before(cutout, below)
        products.append(_on_colour(picture, order))
    if wanted in {_IMAGE_AND_MASK, _MASK}:
        mask = np.dstack([to_bytes(cutout.opacity * 255)] * 3)
        products.append(product(cutout.opaque(mask), "png", role="mask"))
    return products


def _before(cutout: Picture, below: Picture) -> Picture:
    return cutout.opaque(mix(cutout.colour, below.colour, cutout.opacity))


def _on_colour(cutout: Picture, order: Order, name: str = "format") -> Product:
    extension = text(order.options, name, "png")
    if extension == "jpg":
        red, green, blue = bytes.fromhex(text(order.options, "bg_color", "ffffff"))
        cutout = flatten(cutout, (red, green, blue))
    return product(cutout, extension)


def _scale(order: Order) -> list[Product]:
    picture = order.picture()
    side = max(picture.width, picture.height)
    usual = 4 if side <= 512 else 2 if side <= 1024 else 1
    clear = picture.opaque(adjust.enhance(picture.colour))
    factor = whole(order.options, "scale_factor", usual)
    return [
        product(upscale(clear, factor, amount=0.6 if text(order.options, "type") == "face" else 0.4), "png")
    ]


def _scale_pro(order: Order) -> list[Product]:
    picture = order.picture()
    factor = max(1.0, min(2.0, _LARGEST_SIDE / max(picture.width, picture.height)))
    amount = 0.4 if whole(order.options, "type") == _HD else 0.8
    return [
        product(upscale(picture.opaque(adjust.denoise(picture.colour, 3.0)), factor, amount=amount), "png")
    ]


def _colorization(order: Order) -> list[Product]:
    picture = order.picture()
    coloured = picture.opaque(adjust.colorize(picture.colour))
    return [product(coloured, text(order.options, "format", "jpg"))]


def _inpainting(order: Order) -> list[Product]:
    picture = order.picture()
    mask = _mask(order, "mask", picture)
    for box in objects(order.options, "rectangles"):
        left, top = whole(box, "x"), whole(box, "y")
        mask[top : top + whole(box, "height"), left : left + whole(box, "width")] = 255
    return [product(inpaint(picture, mask), "png")]


def _watermark_removal(order: Order) -> list[Product]:
    picture = order.picture()
    return [product(remove_watermark(picture), "png", role="file")]


def _correction(order: Order) -> list[Product]:
    picture = order.picture()
    wanted = whole(order.options, "type", _ENHANCE_TEXT)
    if wanted != _ENHANCE_TEXT:
        cutout = cut_out(picture)
        left, top, width, height = cv2.boundingRect(to_bytes(cutout.opacity * 255))
        if width:
            picture = crop(cutout if wanted == _CUT_OUT else picture, left, top, width, height)
    if wanted in {_ENHANCE_TEXT, _BOTH}:  # what is as light as its surroundings becomes white
        light = to_float(gaussian(picture.colour, max(picture.width, picture.height) / 24)) + 1
        picture = picture.opaque(to_bytes(255 * np.minimum(to_float(picture.colour) / light, 1) ** 1.5))
    return [product(picture, "png")]


def _id_photo(order: Order) -> list[Product]:
    return [_on_colour(_portrait(order.picture(), _sides(text(order.options, "size"))), order)]


def _sides(size: str) -> tuple[int, int] | None:
    if not size:
        return None
    width, _, height = size.partition("x")
    return int(width), int(height)


def _portrait(picture: Picture, size: tuple[int, int] | None) -> Picture:
    """Return a cutout of head and shoulders of a size; of the whole picture where none is given."""
    cutout = cut_out(picture)
    if size is None:
        return cutout
    face, (width, height) = find_head(picture).face, size
    high = min(picture.height, 2.6 * face.height, picture.width * height / width)
    wide = high * width / height
    left = min(max(0.0, face.x - wide / 2), picture.width - wide)
    top = min(max(0.0, face.y - 0.45 * high), picture.height - high)
    part = crop(cutout, int(left), int(top), max(1, int(wide)), max(1, int(high)))
    return scaled(part, width, height)


def _advanced_id_photo(order: Order) -> list[Product]:
    options = order.options
    dots = whole(options, "dpi", 300) / 25.4
    width = whole(options, "px_width") or round(whole(options, "mm_width") * dots) or 295
    height = whole(options, "px_height") or round(whole(options, "mm_height") * dots) or 413
    photo = _portrait(order.picture(), _sides(text(options, "size")) or (width, height))
    if _said(order, "auto_smooth"):
        photo = photo.recoloured(adjust.denoise(photo.colour, 5.0))
    if _said(order, "auto_bright"):
        photo = photo.recoloured(adjust.exposure(photo.colour, 15))
    if _said(order, "auto_sharp"):
        photo = photo.recoloured(adjust.sharpness(photo.colour, 40))
    if _said(order, "layout"):
        sheet = np.tile(
            np.pad(flatten(photo).colour, ((12, 12), (12, 12), (0, 0)), constant_values=255), (2, 4, 1)
        )
        photo = photo.opaque(sheet)
    untrue = [name for name in ("clothes_id", "spec_id", "auto_thin_face", "preview") if options.get(name)]
    if untrue:
        photo = stand_in(flatten(photo).colour, ", ".join(untrue))
    return [_on_colour(photo, order)]


def _compression(order: Order) -> list[Product]:
    picture, options = order.picture(), order.options
    own = picture.format.lower().replace("jpeg", "jpg")
    extension = text(options, "format") or (own if own in _COMPRESSED else "jpg")
    wide, high = whole(options, "width"), whole(options, "height")
    if wide or high:
        wide = wide or max(1, round(picture.width * high / picture.height))
        high = high or max(1, round(picture.height * wide / picture.width))
        picture = scaled(picture, wide, high)
    quality, most = whole(options, "quality", 70), whole(options, "kbyte") * 1024
    data = encode(picture, extension, quality=quality, compression=9)
    while most and len(data) > most and quality > 10:
        quality -= 10
        data = encode(picture, extension, quality=quality)
    return [product(picture, extension, data=data)]


def _face_cutout(order: Order) -> list[Product]:
    picture = order.picture()
    face, cutout = find_head(picture).face, cut_out(picture)
    rows, columns = np.mgrid[0 : picture.height, 0 : picture.width].astype(np.float32)
    away = np.hypot(
        (columns - face.x) / (0.78 * face.width), (rows - face.y + 0.1 * face.height) / (0.86 * face.height)
    )
    alpha = to_bytes(255 * cutout.opacity * np.clip((1 - away) * 25, 0, 1))
    head = replace(cutout, alpha=alpha)
    return [_on_colour(trim(head) if _said(order, "crop") else head, order, "output_format")]


def _retouching(order: Order) -> list[Product]:
    picture = order.picture()
    inside = _mask(order, "mask", picture) & ~_mask(order, "retain_mask", picture)
    better = mix(
        adjust.enhance(picture.colour), picture.colour, to_float(gaussian(inside, 2.0)) / np.float32(255)
    )
    return [product(replace(picture, colour=better), "png")]


def _background(order: Order) -> list[Product]:
    picture = order.picture()
    prompt = text(order.options, "prompt") or f"scene {whole(order.options, 'scene_type')}"
    products: list[Product] = []
    for number in range(1, whole(order.options, "batch_size", 2) + 1):
        drawn = _before(picture, draw_prompt("", picture.width, picture.height, variant=number))
        products.append(product(stand_in(drawn.colour, prompt), "png", role=f"image_{number}"))
    return products


def _text_recognition(order: Order) -> list[Product]:
    extension = text(order.options, "format", "txt")
    said = f"{STAND_IN}: no text is read here. Languages: {text(order.options, 'language') or 'as usual'}"
    if extension == "txt":
        return [Product(f"{said}\n".encode(), "txt", "text/plain", role="file")]
    if extension != "pdf":
        raise WorkFailed("planned", f"The sandbox makes no {extension} files; txt and pdf work.")
    return [pdf.bind([to_image(label(np.full((842, 595, 3), 255, np.uint8), said))])]


def _conversion(order: Order) -> list[Product]:
    """Turn pictures and PDFs into each other; the sandbox writes no other documents."""
    source, wanted = order.paths("document")[0], text(order.options, "format")
    if not pdf.count_pages(source):
        picture = decode(source)
        if wanted == "pdf":
            return [pdf.bind([to_image(flatten(picture))])]
    elif wanted in {"pdf", "doc-repair"}:
        return [pdf.rework(source, lambda page: page)]
    elif wanted in _PICTURES:
        return [product(pdf.first_page(source), wanted.replace("jpeg", "jpg"), role="file")]
    raise WorkFailed(
        "planned", f"The sandbox makes no {wanted} of this file; pdf, and of a PDF pictures, work."
    )


def _pdf_edit(order: Order) -> list[Product]:
    kind, options = text(order.options, "type"), order.options

    def change(page: Picture) -> Picture:
        if kind == "rotate":
            turned = np.rot90(page.colour, -(whole(options, "angle", 90) // 90))
            return page.opaque(np.ascontiguousarray(turned))
        return page if kind == "compress" else stand_in(page.colour, text(options, "text") or kind)

    return [pdf.rework(order.paths("document")[0], change)]


WORK: Mapping[str, Make] = {
    "create_segmentation": _segmentation,
    "create_scale": _scale,
    "create_scale_pro": _scale_pro,
    "create_colorization": _colorization,
    "create_inpainting": _inpainting,
    "create_watermark_removal": _watermark_removal,
    "create_correction": _correction,
    "create_id_photo": _id_photo,
    "create_advanced_id_photo": _advanced_id_photo,
    "create_compression": _compression,
    "create_face_cutout": _face_cutout,
    "create_retouching": _retouching,
    "create_background": _background,
    "create_text_recognition": _text_recognition,
    "create_conversion": _conversion,
    "create_pdf_edit": _pdf_edit,
}
"""What makes the products of each operation, in a thread."""
