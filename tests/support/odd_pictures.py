"""Pictures as cameras, phones, scanners and printers make them, and what was sent of them."""

from __future__ import annotations

import io
import re
import struct
from pathlib import Path
from typing import Any

from PIL import Image
from safelight.core.transfers.prepared import Prepared
from safelight.core.transfers.sources import prepare

from support.scripted import Sent

PHOTO = Path(__file__).parents[1] / "data" / "chelsea.jpg"
ORIENTATION = 0x0112
TURNED = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""How a camera holds what EXIF then turns back."""
P3 = ((0.515102, 0.241182, -0.001053), (0.291965, 0.692236, 0.041885), (0.157153, 0.066581, 0.784378))


def photo(width: int = 451, height: int = 300) -> Image.Image:
    """A photograph of a cat in some size."""
    return Image.open(PHOTO).convert("RGB").resize((width, height))


def content(image: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    """A picture as a file; `orientation` stores it as a camera does that was held so."""
    orientation = options.pop("orientation", 1)
    if orientation != 1:
        exif = Image.Exif()
        exif[ORIENTATION] = orientation
        image, options = image.transpose(TURNED[orientation]), {**options, "exif": exif.tobytes()}
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def heic(image: Image.Image, **options: Any) -> bytes:
    """A picture of a phone."""
    import pillow_heif  # noqa: PLC0415 - few tests need it

    file = io.BytesIO()
    pillow_heif.from_pillow(image).save(file, **options)
    return file.getvalue()


def measured(data: bytes, name: str = "photo") -> Prepared:
    """A file that is ready to be sent."""
    return prepare(data, name)


def image_of(file: Prepared | bytes) -> Image.Image:
    """The picture in a file."""
    data = file if isinstance(file, bytes) else b"".join(file.slice().chunks())
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def difference(one: Image.Image, other: Image.Image) -> float:
    """How far two pictures are apart on average, in levels of 255."""
    first = one.convert("RGB").resize((32, 32), Image.Resampling.BOX).tobytes()
    second = other.convert("RGB").resize((32, 32), Image.Resampling.BOX).tobytes()
    return sum(abs(a - b) for a, b in zip(first, second, strict=True)) / len(first)


def in_form(sent: Sent, field: str) -> bytes:
    """What a form holds in a field."""
    found = re.search(
        rb'name="%s"[^\r]*\r\n(?:[^\r]+\r\n)*\r\n(.*?)\r\n--' % field.encode(), sent.body, re.DOTALL
    )
    assert found is not None, field
    return found[1]


def wide_profile(name: str = "Display P3") -> bytes:
    """A colour profile of a wide gamut: three primaries and one curve."""

    def fixed(*values: float) -> bytes:
        return b"".join(struct.pack(">i", round(value * 65536)) for value in values)

    title = name.encode() + b"\0"
    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(2.2 * 256))
    tags = {
        b"desc": b"desc\0\0\0\0" + struct.pack(">I", len(title)) + title + bytes(78),
        b"cprt": b"text\0\0\0\0none\0",
        b"wtpt": b"XYZ \0\0\0\0" + fixed(0.9642, 1, 0.8249),
        **{b"%cXYZ" % letter: b"XYZ \0\0\0\0" + fixed(*row) for letter, row in zip(b"rgb", P3, strict=True)},
        **{b"%cTRC" % letter: curve for letter in b"rgb"},
    }
    at = 128 + 4 + 12 * len(tags)
    table, data = struct.pack(">I", len(tags)), b""
    for tag, value in tags.items():
        padded = value + bytes(-len(value) % 4)
        table += tag + struct.pack(">II", at + len(data), len(padded))
        data += padded
    size = 128 + len(table) + len(data)
    head = struct.pack(
        ">I4sI4s4s4s12s4s", size, b"none", 0x02400000, b"mntr", b"RGB ", b"XYZ ", bytes(12), b"acsp"
    )
    head = head.ljust(68, b"\0") + fixed(0.9642, 1, 0.8249)
    return head.ljust(128, b"\0") + table + data
