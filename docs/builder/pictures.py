"""Runs every operation on a photograph against the sandbox, and keeps what goes in and what comes out as pictures."""

from __future__ import annotations

import io
import json
import os
import zipfile
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import cv2
import numpy as np
import pypdfium2  # type: ignore[import-untyped]  # it has no types
from PIL import Image
from safelight.core.base.methods import MethodFacts
from safelight.testing import sandbox
from safelight.vendors import Vendor, vendors

from builder import samples

WIDEST = 480
"""Pixels of a picture's longer side."""
MOST_AFTER = 3
"""Pictures that are shown of one result."""
LONGEST_TEXT = 24
"""Lines that are shown of a result that is text."""
RECTANGLE = dict(
    zip(
        ("x", "y", "width", "height"),
        (*samples.MARKED[:2], samples.MARKED[2] - samples.MARKED[0], samples.MARKED[3] - samples.MARKED[1]),
        strict=True,
    )
)
BEFORE: Mapping[str, Callable[[], bytes]] = {
    "brighten": samples.dark,
    "colorize": samples.grey,
    "correct_colors": samples.dark,
    "enhance": samples.small,
    "remove_pdf_watermark": samples.document,
    "remove_watermark": samples.watermarked,
    "upscale": samples.small,
    "upscale_pro": samples.small,
}
"""What an operation works on, where the photograph as it is would show little."""
BESIDE: Mapping[str, Callable[[], bytes]] = {
    "garment": samples.product,
    "lens": samples.product,
    "mask": samples.mask,
    "product": samples.product,
    "reference": samples.photo,
}
"""What goes with the photograph, by the parameter's name."""
ARGUMENTS: Mapping[str, Mapping[str, object]] = {"picwish.remove_object": {"rectangles": [RECTANGLE]}}
"""Arguments in place of those of the example, which fits no photograph in particular."""


class Shown(NamedTuple):
    """What the page shows of an operation: names of pictures before and after, and a result that is text."""

    before: list[str]
    after: list[str]
    text: str | None = None


def make(folder: Path) -> dict[tuple[str, str], Shown]:
    """Run all operations of all vendors; returns what to show, by vendor and method."""
    folder.mkdir(parents=True, exist_ok=True)
    with sandbox(seed=1), ThreadPoolExecutor(os.cpu_count()) as pool:
        running = {
            (vendor.name, method.name): pool.submit(_run, vendor, method, folder)
            for vendor in vendors().values()
            for method in vendor.facts.methods.values()
        }
        return {key: _shown(key, future) for key, future in running.items()}


def _shown(key: tuple[str, str], future: Future[Shown]) -> Shown:
    try:
        return future.result()
    except Exception as error:
        error.add_note(f"while making the pictures of {'.'.join(key)}")
        raise


def _run(vendor: Vendor, method: MethodFacts, folder: Path) -> Shown:
    arguments = {**method.example, **ARGUMENTS.get(f"{vendor.name}.{method.name}", {})}
    given: list[bytes] = []
    inputs = vendor.facts.operations[method.operation].inputs
    for name, parameter in method.parameters.items():
        if parameter.source and parameter.required:
            content = _input(method, name, inputs[name].formats)
            arguments[name] = content
            given.append(content)
    with vendor.sync_client_class() as client:
        task: Any = getattr(client, method.name)(**arguments)
        contents = [file.bytes() for file in task.result(within=300).files]
    pictures = [picture for content in contents for picture in _pictures(content)][:MOST_AFTER]
    return Shown(
        [_kept(picture, folder) for content in given[:2] for picture in _pictures(content)],
        [_kept(picture, folder) for picture in pictures],
        None if pictures else _text(contents[0]),
    )


def _input(method: MethodFacts, name: str, formats: tuple[str, ...]) -> bytes:
    if name == method.source and method.name in BEFORE:
        return BEFORE[method.name]()
    if not formats or "jpg" in formats:
        return BESIDE.get(name, samples.photo)()
    return samples.document() if "pdf" in formats else samples.transparent()


def _pictures(content: bytes) -> Iterator[Image.Image]:
    """The pictures in a file: itself, a page of a document, a frame of a video, those of an archive."""
    if content.startswith(b"PK"):
        archive = zipfile.ZipFile(io.BytesIO(content))
        for name in sorted(archive.namelist()):
            yield from _pictures(archive.read(name))
    elif content.startswith(b"%PDF"):
        yield pypdfium2.PdfDocument(content)[0].render().to_pil()
    elif content[4:8] == b"ftyp":
        yield _frame(content)
    elif b"\x00" in content[:4096]:
        yield Image.open(io.BytesIO(content))


def _frame(video: bytes) -> Image.Image:
    """The first frame of a video."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "video.mp4"
        path.write_bytes(video)
        capture = cv2.VideoCapture(str(path))
        _, frame = capture.read()
        capture.release()
    return Image.fromarray(np.ascontiguousarray(frame[:, :, ::-1]))


def _kept(picture: Image.Image, folder: Path) -> str:
    """Save a picture small, once however often it is shown; returns its name."""
    picture = picture.convert("RGBA" if picture.mode in ("RGBA", "LA", "P", "PA") else "RGB")
    picture.thumbnail((WIDEST, WIDEST))
    buffer = io.BytesIO()
    picture.save(buffer, "WEBP", quality=80)
    name = f"{blake2b(buffer.getvalue(), digest_size=8).hexdigest()}.webp"
    (folder / name).write_bytes(buffer.getvalue())
    return name


def _text(content: bytes) -> str:
    text = content.decode("utf-8", "replace")
    if text.lstrip().startswith(("{", "[")):
        text = json.dumps(json.loads(text), indent=2)
    lines = text.splitlines()
    return "\n".join([*lines[:LONGEST_TEXT], *(["..."] if len(lines) > LONGEST_TEXT else [])])
