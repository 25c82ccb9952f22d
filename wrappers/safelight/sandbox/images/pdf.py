"""PDF pages: rendered, cleaned, and bound again."""

import importlib
import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, cast

from PIL import Image

from safelight.sandbox.images.decode import Picture, decode
from safelight.sandbox.images.encode import to_image
from safelight.sandbox.tasks import WorkFailed

_DOTS_PER_INCH = 110
_MAXIMUM_PAGES = 50
_LONGEST_SIDE = 2400.0


def count_pages(source: Path) -> int:
    """Return the number of pages of a PDF file; 0 where it is none."""
    try:
        document = _open(source)
    except WorkFailed:
        return 0
    try:
        return len(document)
    finally:
        document.close()


def rework(source: Path, change: Callable[[Picture], Picture]) -> tuple[bytes, int]:
    """Return a PDF whose pages are pictures of another's pages, each one changed; and their number.

    Raises:
        WorkFailed: `decode_image` where it is no PDF, `too_large` where it has too many pages.

    """
    document = _open(source)
    try:
        if len(document) > _MAXIMUM_PAGES:
            raise WorkFailed(
                "too_large", f"The PDF has {len(document)} pages; {_MAXIMUM_PAGES} is the limit."
            )
        pages = [_page(document, index, change) for index in range(len(document))]
    finally:
        document.close()
    return _bind(pages), len(pages)


def _open(source: Path) -> Any:  # noqa: ANN401 - pypdfium2 has no types
    library: Any = importlib.import_module("pypdfium2")
    try:
        return library.PdfDocument(source)
    except (library.PdfiumError, OSError, ValueError) as error:
        raise WorkFailed("decode_image", "The file is no PDF that can be read.") from error


def _page(document: Any, index: int, change: Callable[[Picture], Picture]) -> Image.Image:  # noqa: ANN401
    page = document[index]
    longest = max(page.get_size())
    scale = min(_DOTS_PER_INCH / 72, _LONGEST_SIDE / max(longest, 1.0))
    rendered = cast("Image.Image", page.render(scale=scale).to_pil())
    buffer = io.BytesIO()
    rendered.convert("RGB").save(buffer, "BMP")
    changed = change(decode(buffer.getvalue()))
    return to_image(changed.colour)


def _bind(pages: Sequence[Image.Image]) -> bytes:
    target = io.BytesIO()
    first, *others = pages
    first.save(target, "PDF", save_all=True, append_images=others, resolution=_DOTS_PER_INCH, quality=88)
    return target.getvalue()
